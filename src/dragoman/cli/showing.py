"""Briefs and accounts on standard output, of files as of casebooks."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from dragoman.formats.phrases import load_phrases
from dragoman.formats.terminal import WIDTH, print_accounts, print_brief

if TYPE_CHECKING:
    from dragoman.casebook import Comparison
    from dragoman.record import ReportRecord
    from dragoman.store import Casebook


def console() -> Console:
    """Standard output; of a fixed width where it is no terminal."""
    return Console(width=None if sys.stdout.isatty() else WIDTH)


def by_date(records: Iterable[ReportRecord]) -> list[ReportRecord]:
    """The reports of a casebook as they are numbered on a screen: by their dates, undated ones last."""
    return sorted(records, key=lambda record: (record.published is None, record.published or "", record.id))


def show_brief(records: Sequence[ReportRecord], page: Path | None, comparison: Comparison | None = None) -> None:
    """Prints the brief of records, and writes it as a page too if one is named; ``comparison`` is theirs if at hand."""
    from dragoman.cli.page import write_page
    from dragoman.formats.briefing import prepare_brief

    view = prepare_brief(records, comparison=comparison)
    print_brief(view, load_phrases(), console())
    if page:
        write_page(view, page)


def show_accounts(records: Sequence[ReportRecord], comparison: Comparison, *, as_json: bool) -> None:
    """Prints the accounts of the same happenings side by side: as tables, or as JSON lines, which need no records."""
    if as_json:
        from dragoman.formats.jsonl import comparison_lines

        for line in comparison_lines(comparison):
            typer.echo(line)
        return
    from dragoman.formats.briefing import prepare_brief

    print_accounts(prepare_brief(records, comparison=comparison), load_phrases(), console())


def show_event(book: Casebook, item: str, *, as_json: bool) -> None:
    """Prints one event of a casebook as all its reports tell it: their words, then facet by facet.

    Args:
        book: the casebook.
        item: what the user calls the event (:meth:`dragoman.store.Casebook.comparison_of`).
        as_json: as one JSON line instead.
    """
    account, comparison = book.comparison_of(item)
    if as_json:
        from dragoman.formats.jsonl import event_line

        typer.echo(event_line(account, comparison.claims))
        return
    from dragoman.formats.briefing import prepare_event
    from dragoman.formats.terminal import print_event

    records = sorted(map(book.record, account.reports), key=lambda record: (record.published or "9999", record.id))
    brief, comparing = prepare_event(records, account, comparison)
    print_event(brief, comparing, load_phrases(), console())
