"""The events of a case in the order in which they happened, all or those that somebody asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.casebook.model import Case, CaseEvent
from dragoman.errors import OptionError
from dragoman.ontology.names import fold
from dragoman.ontology.plover import load_plover

_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_LAST = "~"  # sorts after every digit
_UNDATED = "~~~~~"  # sorts after days of an unknown year


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; None asks for all.

    ``since`` and ``until`` are days, months or years in ISO form, both inclusive. ``actor`` is the id of a case actor
    or part of a name of one, on either side; ``type`` a PLOVER type or mode; ``place`` part of a name.
    """

    since: str | None = None
    until: str | None = None
    actor: str | None = None
    type: str | None = None
    place: str | None = None

    def __post_init__(self) -> None:
        """Refuses what is no date, and what is no type of event."""
        for name, value in (("since", self.since), ("until", self.until)):
            if value is not None and not _is_day(value):
                raise OptionError(f"{name}: {value!r} is no date; write it as 2025-12-08, 2025-12 or 2025")
        if self.type is not None:
            types = load_plover().types
            modes = {mode for kind in types.values() for mode in kind.modes}
            if self.type.upper() not in types and self.type.lower() not in modes:
                raise OptionError(
                    f"type: {self.type!r} is no PLOVER type or mode; the types are {', '.join(sorted(types))}"
                )


def _is_day(value: str) -> bool:
    """Whether a text is a day, a month or a year that there is."""
    if not _DAY.fullmatch(value):
        return False
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Events in time order, those without a date last; ``undated`` counts those left out where dates were asked for."""

    events: tuple[CaseEvent, ...]
    undated: int


def timeline(case: Case, wanted: Wanted | None = None) -> Timeline:
    """The events of a case that are wanted, by their first day, then their last, those without a date last."""
    wanted = wanted or Wanted()
    actors = _actors(case, wanted.actor)
    found = [
        event
        for event in case.events
        if (actors is None or not actors.isdisjoint((*event.actors, *event.recipients)))
        and _is_of(event, wanted.type)
        and (wanted.place is None or fold(wanted.place) in fold(event.place or ""))
    ]
    dated = [event for event in found if _day_of(event.start) or _day_of(event.end)]
    left_out = 0
    if wanted.since or wanted.until:
        left_out = len(found) - len(dated)
        found = [event for event in dated if _within(event, wanted)]
    return Timeline(events=tuple(sorted(found, key=_order)), undated=left_out)


def _actors(case: Case, query: str | None) -> set[str] | None:
    """Ids of the actors a query means: the one of that id, else all with a name that has it."""
    if query is None:
        return None
    if any(actor.id == query for actor in case.actors):
        return {query}
    part = fold(query)
    return {actor.id for actor in case.actors if any(part in fold(name) for name in (actor.name, *actor.names))}


def _is_of(event: CaseEvent, kind: str | None) -> bool:
    return kind is None or kind.upper() in event.types or kind.lower() in event.modes


def _day_of(value: str | None) -> str | None:
    """A day that can be compared; None where its year is not known."""
    return None if value is None or value.startswith("X") else value


def _within(event: CaseEvent, wanted: Wanted) -> bool:
    start, end = _day_of(event.start), _day_of(event.end)
    return (end or _LAST) >= (wanted.since or "") and (start or "") <= (wanted.until or "") + _LAST


def _order(event: CaseEvent) -> tuple[str, str, str]:
    start, end = ((value or _UNDATED).replace("X", _LAST) for value in (event.start or event.end, event.end))
    return start, end, event.id
