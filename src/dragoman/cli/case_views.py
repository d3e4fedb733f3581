"""What the commands of a casebook print: tables for people, JSON lines for programs."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import typer

from dragoman.casebook.model import Pointer
from dragoman.casebook.timeline import timeline
from dragoman.cli.printing import ID_SHOWN, WIDTH, pointer, pointers, print_lines, print_table
from dragoman.errors import CaseError

if TYPE_CHECKING:
    from dragoman.casebook import Case, CaseActor, CaseEvent, Claim, Origin
    from dragoman.store import Casebook, Found

CODE_NOTE = (
    "A letter is a reliability that you set; a digit a credibility that you set, with ? one that is only proposed:\n"
    "dragoman claims says why."
)
SET_NOTE = (
    "A grade is what you set: a letter a reliability, a digit a credibility. With --grades credibilities are proposed\n"
    "too, for which all reports are compared."
)


def show_actors(actors: Iterable[CaseActor], *, as_json: bool) -> None:
    """The actors, those of most reports first."""
    told = sorted(actors, key=lambda actor: (-len(actor.members), actor.id))
    if as_json:
        print_lines({**asdict(actor), "members": pointers(actor.members)} for actor in told)
        return
    print_table(
        ("actor", "name", "kind", "country", "sectors", "reports"),
        [
            (actor.id, actor.name, actor.kind, actor.country or "", " ".join(actor.sectors), str(len(actor.members)))
            for actor in told
        ],
        "The casebook has no actors yet.",
    )


def show_doubts(case: Case) -> None:
    """What is in doubt, as JSON lines in the order of the review."""
    from dragoman.casebook.doubts import for_and_against, most_useful_first

    names = {actor.id: actor.name for actor in case.actors}
    events = {event.id: event for event in case.events}
    for doubt, touched in most_useful_first(case):
        line = {**asdict(doubt), "touches": touched}
        if doubt.what == "event":
            evidence, against = for_and_against(events[doubt.one], events[doubt.other], names.__getitem__)
            line |= {"evidence": (*evidence, *doubt.evidence), "against": (*against, *doubt.against)}
        print_lines([line])


def show_events(book: Casebook, *, proposed: bool, as_json: bool) -> None:
    """The events by date, each with the grades of what is told of it: those that are set, or the ``proposed`` too.

    To propose, all reports are compared; what is set follows from the case.
    """
    if proposed:
        comparison = book.comparison()
        case, codes = comparison.case, _codes(comparison.claims)
    else:
        case, codes = book.case(), book.set_grades()
    dated = timeline(case).events
    if as_json:
        print_lines(
            {**asdict(event), "mentions": pointers(event.mentions), "grades": codes.get(event.id, [])}
            for event in dated
        )
        return
    names = {actor.id: actor.name for actor in case.actors}
    print_table(
        ("when", "event", "who", "to whom", "reports", "origins", "grade", "name it"),
        [
            (
                _when(event),
                _code(event) + ("" if event.statuses == ("asserted",) else f", {', '.join(event.statuses)}"),
                _named(names, event.actors),
                _named(names, event.recipients),
                str(len({mention.record for mention in event.mentions})),
                str(event.origins) + (" (circular)" if event.circular else ""),
                ", ".join(codes.get(event.id, ())),
                pointer(event.mentions[0]),
            )
            for event in dated
        ],
        "The casebook has no events yet.",
        whole=("name it",),
        note=CODE_NOTE if proposed else SET_NOTE,
    )


def _codes(claims: Iterable[Claim]) -> dict[str, list[str]]:
    """The grades of each event, each once."""
    codes: dict[str, dict[str, None]] = {}
    for claim in claims:
        codes.setdefault(claim.event, {})[claim.code] = None
    return {event: list(told) for event, told in codes.items()}


def show_origins(case: Case, *, as_json: bool) -> None:
    """The origins, those that most events rest on first."""
    told = sorted(case.origins, key=lambda origin: (-len(origin.events), origin.id))
    if as_json:
        print_lines({**asdict(origin), "events": pointers(origin.events)} for origin in told)
        return
    print_table(
        ("origin", "kind", "country", "by way of", "reports", "events", "note"),
        [
            (
                origin.name, "outlet" if origin.kind == "self" else origin.kind, origin.country or "",
                ", ".join(origin.carriers), str(len(origin.reports)), str(len(origin.events)),
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
        print_lines({**asdict(report), "near": [asdict(other) for other in near[report.id]]} for report in held)
        return
    print_table(
        ("report", "published", "outlet", "title", "text shared with"),
        [
            (
                report.id[:ID_SHOWN] + (" (out)" if report.removed else ""),
                report.published or "",
                report.outlet or "",
                report.title or report.name,
                ", ".join(f"{other.id[:ID_SHOWN]} {other.share:.0%}" for other in near[report.id]),
            )
            for report in held
        ],
        "The casebook has no reports yet.",
    )


def show_found(book: Casebook, found: Sequence[Found], *, as_json: bool) -> None:
    """The reports a search found, each with the words around the best hit."""
    held = {report.id: report for report in book.reports()} if found else {}
    if as_json:
        print_lines(
            {
                **asdict(hit), "outlet": held[hit.report].outlet, "published": held[hit.report].published,
                "title": held[hit.report].title,
            }
            for hit in found
        )  # fmt: skip
        return
    if not found:
        typer.echo("No report that was asked for has all of these words.")
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    for hit in found:
        report = held[hit.report]
        parts = (report.id[:ID_SHOWN], report.published, report.outlet, report.title)
        head = " · ".join(part for part in parts if part)
        passage = Text(hit.passage)
        for start, end in hit.hits:
            passage.stylize("bold underline", start, end)
        console.print(Text(head, style="bold"))
        console.print(passage, "\n")


def show_failures(book: Casebook, *, as_json: bool) -> None:
    """The files that could not be read."""
    failed = book.failures()
    if as_json:
        print_lines(asdict(failure) for failure in failed)
        return
    print_table(("file", "reason"), [(failure.name, failure.reason) for failure in failed], "Every file could be read.")


def show_judgements(book: Casebook, *, as_json: bool) -> None:
    """All judgements, the undone ones marked."""
    made = book.judgements(undone=True)
    if as_json:
        print_lines(
            {
                **asdict(row), "judgement": None, "what": row.judgement.what, "verdict": row.judgement.verdict,
                "one": pointer(row.judgement.one), "other": pointer(row.judgement.other),
            }
            for row in made
        )  # fmt: skip
        return
    print_table(
        ("no.", "judgement", "one", "other", "by", "when", "why"),
        [
            (
                str(row.id),
                row.judgement.verdict + (" (undone)" if row.undone else ""),
                pointer(row.judgement.one),
                pointer(row.judgement.other),
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


def what_happened(event: CaseEvent, names: Mapping[str, str]) -> str:
    """An event on one line: its date, code and parties."""
    sides = (_named(names, event.actors), "" if event.actors == event.recipients else _named(names, event.recipients))
    return " · ".join(part for part in (_when(event), _code(event), " → ".join(side for side in sides if side)) if part)


def _code(event: CaseEvent) -> str:
    return event.type + (f" ({', '.join(event.modes)})" if event.modes else "")


def _origin_note(origin: Origin) -> str:
    notes = [] if origin.known else ["lineage unknown"]
    if origin.circular:
        notes.append(f"circular: {len(origin.circular)} of its tellings")
    return ", ".join(notes)


def _when(event: CaseEvent) -> str:
    if event.start == event.end:
        return event.start or ""
    return f"{event.start or '…'} to {event.end or '…'}"


def _named(names: Mapping[str, str], ids: Sequence[str]) -> str:
    return ", ".join(names[own] for own in ids)
