"""What a record codes, by name, in the forms that the tests of reading compare."""

from __future__ import annotations

from dragoman.record import ReportRecord


def told(record: ReportRecord) -> list[tuple[str, set[str], set[str]]]:
    """Type, actors and recipients of each event, by name."""
    names = {actor.id: actor.name for actor in record.actors}
    return [(e.type, {names[key] for key in e.actors}, {names[key] for key in e.recipients}) for e in record.events]


def sides_of(record: ReportRecord, event_type: str) -> list[tuple[list[str], list[str]]]:
    """Actors and recipients, by name, of the events of one type."""
    names = {actor.id: actor.name for actor in record.actors}
    return [
        ([names[one] for one in event.actors], [names[one] for one in event.recipients])
        for event in record.events
        if event.type == event_type
    ]
