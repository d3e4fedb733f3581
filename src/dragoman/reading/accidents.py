"""Deaths and damage that nobody brought about: crashes, quakes, diseases."""

from __future__ import annotations

from dragoman.reading.clauses import HARMING, doer, is_passive, surface_subject
from dragoman.reading.obliques import obliques
from dragoman.reading.roles import Binder
from dragoman.reading.tree import Word, child, children

# Verbs of what happens to a craft without anybody's will.
CRASHING = frozenset({"capsize", "collide", "crash", "derail", "overturn", "plunge", "sink", "skid", "swerve"})
# What kills without anybody's will. A "fire", a "blast" or "hunger" may be somebody's doing.
ACCIDENTS = frozenset(
    {
        "accident", "aftershock", "avalanche", "blizzard", "capsizing", "cholera", "cold", "collision", "crash",
        "cyclone", "derailment", "disease", "earthquake", "ebola", "epidemic", "eruption", "flood", "flooding",
        "floodwater", "heatwave", "hurricane", "landslide", "lightning", "malaria", "measles", "mishap", "monsoon",
        "mudslide", "outbreak", "pandemic", "pile-up", "quake", "shipwreck", "stampede", "storm", "tornado", "tremor",
        "tsunami", "typhoon", "virus", "wildfire",
    }
)  # fmt: skip


def is_accident(word: Word, binder: Binder) -> bool:
    """True for what befell people without anybody's will.

    As in "a police bus overturned, *killing* six", "were *killed* when their helicopter crashed", "*killed* by a
    landslide", "*killed* in a train crash".
    """
    over = [word.head] if word.relation == "advcl" and word.head is not None else []
    if any(_crashes(clause, binder) for clause in (*over, *children(word, "advcl"))):
        return True
    if word.lemma not in HARMING:
        return False
    causes = [doer(word), *([*obliques(word, "in"), *obliques(word, "during")] if is_passive(word) else ())]
    return any(cause is not None and (cause.lemma in ACCIDENTS or is_blaze(cause)) for cause in causes)


def is_blaze(noun: Word) -> bool:
    """True for "a fire", which burns, but not "fire" and "the fire of", which is shot."""
    return noun.lemma in ("blaze", "fire") and child(noun, "det") is not None and child(noun, "nmod", "amod") is None


def _crashes(clause: Word, binder: Binder) -> bool:
    """True for a clause that tells of a craft that came to grief, over or under the one in question."""
    if clause.lemma not in CRASHING or child(clause, "obj", "iobj") is not None:
        return False
    return binder.ground.is_craft(surface_subject(clause))
