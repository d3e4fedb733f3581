"""With what an attack is made, where another clause or the attacker tells it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.clause_mending import OUTCOMES
from dragoman.reading.clauses import doer
from dragoman.reading.draft import Cast, Event
from dragoman.reading.tree import Tree, Word, children

# Modes that say with what it is done, and not to whom or to what end.
MEANS = frozenset(
    {
        "aerial", "crowd-control", "drone", "explosives", "firearms", "heavy-weapons", "primitive", "suicide-attack",
        "unconventional",
    }
)  # fmt: skip


AIRCRAFT = frozenset({"aircraft", "bomber", "gunship", "helicopter", "jet", "plane", "warplane"})
GUNS = frozenset({"artillery", "battery", "cannon", "gunboat", "howitzer", "mortar", "tank", "warship"})


def share_means(events: Sequence[Event], tree: Tree) -> None:
    """Give what came of an attack the means of the attack: "shelled the camp, *killing* ten people"."""
    at = {event.word: event for event in events if event.type == "ASSAULT"}
    for event in at.values():
        word = tree.words[event.word]
        deed = at.get(word.head.i) if word.head is not None and _is_outcome(word) else None
        if deed is None or event.modes or (event.actors and deed.actors and not _share_doer(event, deed)):
            continue
        event.modes = tuple(mode for mode in deed.modes if mode in MEANS)


def wield(event: Event, tree: Tree) -> None:
    """Give an attack the means that its doer is: "*artillery* pounded the town", "the *air force* bombed a mosque".

    Likewise "the *suicide* bombing killed five".
    """
    if event.type != "ASSAULT" or event.modes not in ((), ("explosives",)):
        return
    subject = doer(tree.words[event.word])
    by = [_head(tree.words[span[0] : span[1]]) for _, span in event.actors]
    if subject is not None and any(one.lower == "suicide" for one in children(subject, "compound")):
        event.modes = ("suicide-attack",)
    elif any(_is_air_force(one) or one.lemma in AIRCRAFT for one in by):
        event.modes = ("aerial",)
    elif not event.modes and any(one.lemma in GUNS for one in by):
        event.modes = ("heavy-weapons",)


def _head(words: list[Word]) -> Word:
    """The word of a phrase that the others hang on."""
    inside = {word.i for word in words}
    return next((word for word in words if word.head is None or word.head.i not in inside), words[-1])


def _is_air_force(word: Word) -> bool:
    """True for "air force", by either of its words."""
    return word.lemma == "force" and any(one.lower == "air" for one in children(word, "compound"))


def menace(event: Event, cast: Cast) -> None:
    """Take what rebels and gangs threaten, where nothing tells what that is, for violence."""
    if event.type != "THREATEN" or event.modes or not event.actors:
        return
    if all(IRREGULAR.intersection(cast.actors[actor].sectors) for actor, _ in event.actors):
        event.modes = ("violence",)


def _is_outcome(word: Word) -> bool:
    """True for a verb of harm that goes on from another: "…, *wounding* two", "… and *killed* nine people"."""
    goes_on = word.relation == "conj" or (word.relation == "advcl" and word.lower.endswith("ing"))
    return goes_on and word.lemma in OUTCOMES


def _share_doer(one: Event, other: Event) -> bool:
    return not {actor for actor, _ in one.actors}.isdisjoint(actor for actor, _ in other.actors)
