"""What the commands of a casebook print: tables for people, JSON lines for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from dragoman.casebook.model import Pointer
from dragoman.errors import CaseError

if TYPE_CHECKING:
    from dragoman.casebook import Case, CaseActor, CaseEvent, Origin
    from dragoman.store import Casebook, Found

_ID = 12  # letters of a report's id that are shown
_WIDTH = 120  # of a table where standard output is no terminal


def show_actors(actors: Iterable[CaseActor], *, as_json: bool) -> None:
    """The actors, those of most reports first."""
    told = sorted(actors, key=lambda actor: (-len(actor.members), actor.id))
    if as_json:
        _lines({**asdict(actor), "members": _pointers(actor.members)} for actor in told)
        return
    _table(
        ("actor", "name", "kind", "country", "sectors", "reports"),
        [
            (actor.id, actor.name, actor.kind, actor.country or "", " ".join(actor.sectors), str(len(actor.members)))
            for actor in told
        ],
        "The casebook has no actors yet.",
    )


def show_doubts(case: Case) -> None:
    """What is in doubt, as JSON lines in the order of the review."""
    _lines(asdict(doubt) for doubt in case.doubts)


def show_events(case: Case, *, as_json: bool) -> None:
    """The events by date."""
    dated = sorted(case.events, key=lambda event: (event.start is None, event.start or "", event.id))
    if as_json:
        _lines({**asdict(event), "mentions": _pointers(event.mentions)} for event in dated)
        return
    names = {actor.id: actor.name for actor in case.actors}
    _table(
        ("when", "event", "who", "to whom", "told as", "reports", "origins"),
        [
            (
                _when(event),
                event.type + (f" ({', '.join(event.modes)})" if event.modes else ""),
                _named(names, event.actors),
                _named(names, event.recipients),
                ", ".join(event.statuses),
                str(len({mention.record for mention in event.mentions})),
                str(event.origins) + (" (circular)" if event.circular else ""),
            )
            for event in dated
        ],
        "The casebook has no events yet.",
    )


def show_origins(case: Case, *, as_json: bool) -> None:
    """The origins, those that most events rest on first."""
    told = sorted(case.origins, key=lambda origin: (-len(origin.events), origin.id))
    if as_json:
        _lines({**asdict(origin), "events": _pointers(origin.events)} for origin in told)
        return
    _table(
        ("origin", "kind", "country", "reports", "events", "note"),
        [
            (
                origin.name, origin.kind, origin.country or "", str(len(origin.reports)), str(len(origin.events)),
                _origin_note(origin),
            )
            for origin in told
        ],
        "The casebook has no origins yet.",
    )  # fmt: skip


def show_reports(book: Casebook, *, removed: bool, as_json: bool) -> None:
    """The reports, with those of nearly the same text."""
    held = book.reports(removed=removed)
    near = {report.id: book.near(report.id) for report in held}
    if as_json:
        _lines({**asdict(report), "near": [asdict(other) for other in near[report.id]]} for report in held)
        return
    _table(
        ("report", "published", "outlet", "title", "text shared with"),
        [
            (
                report.id[:_ID] + (" (out)" if report.removed else ""),
                report.published or "",
                report.outlet or "",
                report.title or report.name,
                ", ".join(f"{other.id[:_ID]} {other.share:.0%}" for other in near[report.id]),
            )
            for report in held
        ],
        "The casebook has no reports yet.",
    )


def show_found(book: Casebook, found: Sequence[Found], *, as_json: bool) -> None:
    """The reports a search found, each with the words around the best hit."""
    if as_json:
        _lines(asdict(hit) for hit in found)
        return
    if not found:
        typer.echo("No report has all of these words.")
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    held = {report.id: report for report in book.reports()}
    for hit in found:
        report = held[hit.report]
        head = " · ".join(part for part in (report.id[:_ID], report.published, report.outlet, report.title) if part)
        passage = Text(hit.passage)
        for start, end in hit.hits:
            passage.stylize("bold underline", start, end)
        console.print(Text(head, style="bold"))
        console.print(passage, "\n")


def show_failures(book: Casebook, *, as_json: bool) -> None:
    """The files that could not be read."""
    failed = book.failures()
    if as_json:
        _lines(asdict(failure) for failure in failed)
        return
    _table(("file", "reason"), [(failure.name, failure.reason) for failure in failed], "Every file could be read.")


def show_judgements(book: Casebook, *, as_json: bool) -> None:
    """All judgements, the undone ones marked."""
    made = book.judgements(undone=True)
    if as_json:
        _lines(
            {
                **asdict(row), "judgement": None, "what": row.judgement.what, "verdict": row.judgement.verdict,
                "one": _pointer(row.judgement.one), "other": _pointer(row.judgement.other),
            }
            for row in made
        )  # fmt: skip
        return
    _table(
        ("no.", "judgement", "one", "other", "by", "when", "why"),
        [
            (
                str(row.id),
                row.judgement.verdict + (" (undone)" if row.undone else ""),
                _pointer(row.judgement.one),
                _pointer(row.judgement.other),
                row.by,
                f"{row.at:%Y-%m-%d %H:%M}",
                row.why or "",
            )
            for row in made
        ],
        "Nothing has been judged yet.",
    )


def pointer_of(book: Casebook, case: Case, item: str) -> Pointer:
    """What a user calls an actor or event: its name in the case stands for its first mention, REPORT/ITEM for itself.

    Raises:
        CaseError: there is no such item.
    """
    if "/" in item:
        report, _, local = item.partition("/")
        return Pointer(book.find(report), local)
    for actor in case.actors:
        if actor.id == item:
            return actor.members[0]
    for event in case.events:
        if event.id == item:
            return event.mentions[0]
    raise CaseError(
        f"{book.name}: the case has no actor or event {item!r}; dragoman actors and dragoman events list them"
    )


def _origin_note(origin: Origin) -> str:
    notes = [] if origin.known else ["lineage unknown"]
    if origin.circular:
        notes.append(f"circular: {len(origin.circular)} of its tellings")
    return ", ".join(notes)


def _when(event: CaseEvent) -> str:
    if event.start == event.end:
        return event.start or ""
    return f"{event.start or '…'} to {event.end or '…'}"


def _named(names: dict[str, str], ids: Sequence[str]) -> str:
    return ", ".join(names[own] for own in ids)


def _pointer(item: Pointer) -> str:
    return f"{item.record[:_ID]}/{item.item}"


def _pointers(items: Iterable[Pointer]) -> list[str]:
    return [f"{item.record}/{item.item}" for item in items]


def _lines(items: Iterable[dict[str, Any]]) -> None:
    for item in items:
        typer.echo(json.dumps(item, ensure_ascii=False, default=str))


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]], empty: str) -> None:
    """A table on standard output, or one sentence if it has no rows."""
    if not rows:
        typer.echo(empty)
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*heads, box=SIMPLE)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(table)
