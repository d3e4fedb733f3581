"""Happenings that one report tells of A against B and another of B against A."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.casebook.model import Row, Value
from dragoman.casebook.spots import places_agree
from dragoman.casebook.tables import load_tables
from dragoman.casebook.tellings import ALIKE, EXACT, Telling, likeness, matched
from dragoman.casebook.windows import overlap

_Key = tuple[str, str, str]


def find_reversals(told: Mapping[str, Sequence[Telling]]) -> dict[str, tuple[str, ...]]:
    """Event → the events of other reports that are it the other way round, in both directions.

    Blows are traded, so little is taken for one happening: a deed of one side only, between the same two, on the same
    day, in like words or at the same place, and no report that tells both.

    Args:
        told: the tellings of every event.
    """
    blocks: dict[_Key, list[str]] = {}
    for event, tellings in told.items():
        for key in sorted({key for telling in tellings for key in _keys(telling)}):
            blocks.setdefault(key, []).append(event)
    found: dict[str, set[str]] = {}
    for events in blocks.values():
        for at, one in enumerate(events):
            for other in events[at + 1 :]:
                if _reversed(told[one], told[other]):
                    found.setdefault(one, set()).add(other)
                    found.setdefault(other, set()).add(one)
    return {event: tuple(sorted(others)) for event, others in found.items()}


def _keys(telling: Telling) -> Iterator[_Key]:
    """By type and pair of parties, for what has one direction and a day."""
    if telling.type in load_tables().one_way and telling.window.known and telling.statuses == ("asserted",):
        for actor in telling.actors:
            for recipient in telling.recipients:
                if actor != recipient:
                    yield telling.type, min(actor, recipient), max(actor, recipient)


def _reversed(ours: Sequence[Telling], theirs: Sequence[Telling]) -> bool:
    if not {telling.record for telling in ours}.isdisjoint(telling.record for telling in theirs):
        return False
    return any(_is_reverse(a, b) for a in ours for b in theirs)


def _is_reverse(a: Telling, b: Telling) -> bool:
    crossed = matched(a, a.actors, b, b.recipients) >= EXACT and matched(a, a.recipients, b, b.actors) >= EXACT
    if not crossed or a.actors & b.actors or a.recipients & b.recipients:
        return False
    if overlap(a.window, b.window) not in ("equal", "overlap") or max(a.window.days, b.window.days) > 1:
        return False
    place = places_agree(a.place, b.place)
    return place != "two" and (place == "same" or likeness(a.words, b.words) >= ALIKE)


def direction_row(tellings: Sequence[Telling], names: Mapping[str, str]) -> Row:
    """Who did it to whom, of tellings that have it both ways."""
    values = tuple(
        Value(
            record=telling.record,
            values=(f"{_side(telling.actors, names)} → {_side(telling.recipients, names)}",),
            events=telling.mentions,
        )
        for telling in tellings
    )
    sentence = "One has done to the other what it suffers from it in the other account."
    return Row(what="direction", verdict="contradict", values=values, shared=(), sentence=sentence)


def _side(parties: frozenset[str], names: Mapping[str, str]) -> str:
    return ", ".join(sorted(names[own] for own in parties))
