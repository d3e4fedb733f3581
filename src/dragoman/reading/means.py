"""With what an attack is made, where another clause or the attacker tells it."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.clause_mending import OUTCOMES
from dragoman.reading.draft import Cast, Event
from dragoman.reading.tree import Tree, Word

# Modes that say with what it is done, and not to whom or to what end.
MEANS = frozenset(
    {
        "aerial", "crowd-control", "drone", "explosives", "firearms", "heavy-weapons", "primitive", "suicide-attack",
        "unconventional",
    }
)  # fmt: skip


def share_means(events: Sequence[Event], tree: Tree) -> None:
    """Give what came of an attack the means of the attack: "shelled the camp, *killing* ten people"."""
    at = {event.word: event for event in events if event.type == "ASSAULT"}
    for event in at.values():
        word = tree.words[event.word]
        deed = at.get(word.head.i) if word.head is not None and _is_outcome(word) else None
        if deed is None or event.modes or (event.actors and deed.actors and not _share_doer(event, deed)):
            continue
        event.modes = tuple(mode for mode in deed.modes if mode in MEANS)


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
