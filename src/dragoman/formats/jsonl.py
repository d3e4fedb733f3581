"""JSON lines: one report record a line, UTF-8, keys in the order of the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from dragoman.errors import ReportError
from dragoman.record import ReportRecord


def write_line(record: ReportRecord) -> str:
    """The record as one line of JSON, with its line feed."""
    return record.to_json() + "\n"


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
