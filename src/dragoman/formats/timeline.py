"""The timeline of a case by itself: the same happenings as in the brief, those that are wanted, undated ones last."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from dragoman.formats.accounts import joined_by
from dragoman.formats.desk import Desk
from dragoman.formats.phrases import Phrases
from dragoman.formats.texts import title_of
from dragoman.formats.views import Happening
from dragoman.formats.wording import WITHOUT_DATE, WITHOUT_OUTLET, date_words, one_line
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from dragoman.casebook import Case, CaseEvent
    from dragoman.casebook.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as a number stands for it: its id, its outlet and date in words, and its title."""

    number: int
    id: str
    outlet: str
    published: str
    title: str


@dataclass(frozen=True, slots=True)
class TimelineView:
    """Events in time order, as the case and as the brief has them, and the reports they are told in."""

    entries: tuple[tuple[CaseEvent, Happening], ...]
    reports: tuple[Listed, ...]
    undated: int


def build_timeline(
    records: Sequence[ReportRecord], case: Case, timeline: Timeline, *, phrases: Phrases, countries: dict[str, str]
) -> TimelineView:
    """The wanted events of a case as the brief shows them.

    Args:
        records: of the case, in the order in which they are numbered.
        case: which joins them.
        timeline: its events that are wanted, in their order.
        phrases: plain words for codes.
        countries: ISO 3166 alpha-3 code → English name.
    """
    told = {mention.record for event in timeline.events for mention in event.mentions}
    used = [record for record in records if record.id in told]
    desk = Desk(used, phrases, countries, joined_by(case))
    shown = desk.timeline()
    place = {happening.event: at for at, happening in enumerate(shown)}
    # What no report dates stands last, in the order of the reports and of their texts.
    events = sorted(timeline.events, key=lambda event: place[event.id] if not (event.start or event.end) else -1)
    return TimelineView(
        entries=tuple((event, _undated(shown[place[event.id]])) for event in events),
        reports=tuple(
            Listed(number, record.id, _outlet(record), date_words(record.published), title_of(record, number))
            for number, record in enumerate(used, 1)
        ),
        undated=timeline.undated,
    )


def _outlet(record: ReportRecord) -> str:
    return one_line(record.own_outlet) if record.own_outlet else WITHOUT_OUTLET


def _undated(happening: Happening) -> Happening:
    """What no report dates stands under one heading, wherever it was reported."""
    if happening.when.known:
        return happening
    return replace(happening, when=replace(happening.when, heading=WITHOUT_DATE))


def as_data(view: TimelineView) -> Iterable[dict[str, Any]]:
    """The happenings for programs, one after the other."""
    reports = {listed.number: listed for listed in view.reports}
    for event, happening in view.entries:
        main = happening.main
        yield {
            "event": event.id,
            "start": event.start,
            "end": event.end,
            "dated": _precision(event.start, event.end),
            "when": happening.when.words,
            "disputed": [
                {"start": dates.start, "end": dates.end, "reports": list(dates.records)} for dates in event.disputed
            ],
            "words": main.words,
            "type": event.type,
            "modes": list(event.modes),
            "actors": list(event.actors),
            "recipients": list(event.recipients),
            "place": event.place,
            "statuses": list(event.statuses),
            "origins": event.origins,
            "circular": [list(circle) for circle in event.circular],
            "opposes": list(event.opposes),
            "told": [
                {
                    "report": reports[telling.report].id,
                    "outlet": telling.outlet,
                    "voices": [step.words for step in telling.chain.steps],
                    "when": telling.when.words if telling.when.known else None,
                    "words": telling.snippet.words,
                }
                for telling in happening.tellings
            ],
        }


def _precision(start: str | None, end: str | None) -> str:
    """How an event is dated: "day", "span", "since", "until" or "undated"."""
    if start is None or end is None:
        return "since" if start else "until" if end else "undated"
    return "day" if start == end else "span"
