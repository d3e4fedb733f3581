"""Tellings parted by origin: all that one origin says of one event in one report, made ready for comparing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.casebook.model import Pointer
from dragoman.casebook.scenes import Spot, status_of
from dragoman.casebook.statements import Statement, statements_of
from dragoman.casebook.tellings import Identities, Telling
from dragoman.casebook.windows import UNKNOWN, Window, day_of, event_window, intersect
from dragoman.record import Event, Number, ReportRecord, Span

RecordOf = Callable[[str], ReportRecord]
_MOST_HELD = 2048  # records that are at hand at a time; events are compared in the order of time


@dataclass(frozen=True, slots=True)
class Told:
    """One account of one event.

    Attributes:
        telling: what the report tells of the event, cut down to this account's mentions.
        origin: the name of the origin; ``origin_id`` its id.
        outlet: who published the report; ``published`` the day.
        types, modes: of its mentions.
        window, time_spans: when, and the words that say so; ``place`` likewise.
        statuses: factuality of its mentions.
        numbers: that belong to its mentions.
        statement: what its speaker is said to have said, None for what a report tells in its own words.
    """

    telling: Telling
    origin: str
    origin_id: str
    outlet: str | None
    published: int | None
    types: tuple[str, ...]
    modes: frozenset[str]
    window: Window
    time_spans: tuple[Span, ...]
    place: Spot | None
    place_spans: tuple[Span, ...]
    statuses: tuple[str, ...]
    numbers: tuple[Number, ...]
    statement: Statement | None
    record: ReportRecord

    @property
    def mentions(self) -> tuple[Pointer, ...]:
        """The event mentions that tell it."""
        return self.telling.mentions


@dataclass(frozen=True, slots=True)
class _Held:
    """A record with its events and statements by event id."""

    record: ReportRecord
    events: Mapping[str, Event]
    statements: Mapping[str, Statement]


class Parting:
    """Parts tellings by origin, with what it needs of the records; few of them are held at a time."""

    def __init__(
        self,
        record_of: RecordOf,
        identities: Identities,
        of_event: Mapping[Pointer, str],
        origin_names: Mapping[str, str],
    ) -> None:
        self._record_of = record_of
        self._identities = identities
        self._of_event = of_event
        self._names = origin_names
        self._read = lru_cache(_MOST_HELD)(self._load)

    def part(self, tellings: Sequence[Telling]) -> list[Told]:
        """The accounts of one event's tellings, in the order of the tellings and of their mentions."""
        found: list[Told] = []
        for telling in tellings:
            by_origin: dict[str, list[Pointer]] = {}
            for mention in telling.mentions:
                by_origin.setdefault(self._of_event[mention], []).append(mention)
            found += [self._told(telling, origin, mentions) for origin, mentions in by_origin.items()]
        return found

    def origins_of(self, telling: Telling) -> tuple[str, ...]:
        """Names of the origins a telling rests on."""
        return tuple(dict.fromkeys(self._names[self._of_event[mention]] for mention in telling.mentions))

    def _told(self, telling: Telling, origin: str, mentions: Sequence[Pointer]) -> Told:
        held = self._read(telling.record)
        record = held.record
        events = [held.events[mention.item] for mention in mentions]
        said = [held.statements[event.id] for event in events if event.id in held.statements]
        own = {event.id for event in events}
        windows = [window for event in events if (window := event_window(event.time)).known or window.weekday]
        if not windows and set(mentions) == set(telling.mentions):
            windows = [telling.window]
        places = [event.place for event in events if event.place is not None]
        return Told(
            telling=self._cut(telling, mentions, events),
            origin=self._names[origin],
            origin_id=origin,
            outlet=record.own_outlet,
            published=day_of(record.published),
            types=tuple(dict.fromkeys(event.type for event in events)),
            modes=frozenset(mode for event in events for mode in event.modes),
            window=_meet(windows),
            time_spans=tuple(event.time.span for event in events if event.time is not None and event.time.span),
            place=next((Spot(place.name, place.geonames, place.country) for place in places), None),
            place_spans=tuple(place.span for place in places if place.span),
            statuses=tuple(dict.fromkeys(_status(event) for event in events)),
            numbers=tuple(number for number in record.numbers if not own.isdisjoint(number.events)),
            statement=_joined(said) if said else None,
            record=record,
        )

    def _cut(self, telling: Telling, mentions: Sequence[Pointer], events: Sequence[Event]) -> Telling:
        """A telling with the parties of some of its mentions only."""
        if len(mentions) == len(telling.mentions):
            return telling
        actors = frozenset(own for event in events for own in self._identities.case_ids(telling.record, event.actors))
        recipients = frozenset(
            own for event in events for own in self._identities.case_ids(telling.record, event.recipients)
        )
        return replace(telling, mentions=tuple(mentions), actors=actors, recipients=recipients)

    def _load(self, report: str) -> _Held:
        record = self._record_of(report)
        return _Held(record, {event.id: event for event in record.events}, statements_of(record))


def _joined(statements: Sequence[Statement]) -> Statement:
    """Several statements as one; a content that stands in another is told once."""
    spans = sorted({span for statement in statements for span in statement.spans}, key=lambda span: (span[0], -span[1]))
    kept: list[Span] = []
    for span in spans:
        if not kept or span[1] > kept[-1][1]:
            kept.append(span)
    words = frozenset(word for statement in statements for word in statement.words)
    return Statement(tuple(kept), words)


def _meet(windows: Sequence[Window]) -> Window:
    met = UNKNOWN
    for window in windows:
        met = intersect(met, window)
    return met


def _status(event: Event) -> str:
    return status_of(event.factuality.status, event.factuality.aspect, event.factuality.conditional)


def pairs(accounts: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """All pairs of accounts."""
    return ((a, b) for index, a in enumerate(accounts) for b in accounts[index + 1 :])
