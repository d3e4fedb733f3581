"""JSON lines: one report record a line, UTF-8, keys in the order of the schema; and the lines of a comparison."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from pydantic import ValidationError

from dragoman.errors import ReportError
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from dragoman.casebook import Claim, Comparison
    from dragoman.casebook.model import EventComparison


def write_line(record: ReportRecord) -> str:
    """The record as one line of JSON, with its line feed."""
    return record.to_json() + "\n"


def comparison_lines(comparison: Comparison) -> Iterator[str]:
    """A comparison as lines of JSON, each with what it is under "line", without line feeds.

    First "case" (how independent the origins are), then for every report its main "origin", every "event" (those of
    most reports first), "tone" between two sides, "description" of an actor, and for every report what it alone tells
    ("only").
    """
    copies = [asdict(copy) for copy in comparison.case.copies]
    yield _line("case", independent=comparison.independent, shared_interest=comparison.shared_interest, copies=copies)
    for origin in comparison.report_origins:
        yield _line("origin", **asdict(origin))
    claims: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        claims.setdefault(claim.event, []).append(claim)
    for account in comparison.accounts:
        yield event_line(account, claims.get(account.event, ()))
    for tone in comparison.tones:
        yield _line("tone", **asdict(tone))
    for actor, row in comparison.descriptions:
        yield _line("description", actor=actor, **asdict(row))
    for report, events in comparison.only:
        yield _line("only", report=report, events=events)


def event_line(account: EventComparison, claims: Iterable[Claim]) -> str:
    """One event of a comparison, with what is claimed of it, as :func:`comparison_lines` writes it."""
    graded = [{**asdict(claim), "code": claim.code} for claim in claims if claim.event == account.event]
    return _line("event", **asdict(account), claims=graded)


def _line(name: str, /, **fields: object) -> str:
    return json.dumps({"line": name, **fields}, ensure_ascii=False)


def read_lines(lines: Iterable[str], name: str) -> Iterator[ReportRecord]:
    """Records from JSON lines; blank lines are skipped.

    Args:
        lines: the lines, as a text file gives them.
        name: what to call their source in an error.

    Raises:
        ReportError: a line is no record of schema ``dragoman/report/1``; names the line, counted from 1.
    """
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield ReportRecord.model_validate_json(line)
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(part) for part in first["loc"])
            reason = f"line {number} is no dragoman/report/1 record ({where + ': ' if where else ''}{first['msg']})"
            raise ReportError(name, reason) from error
