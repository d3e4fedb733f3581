"""Briefs and accounts on standard output, of files as of casebooks."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import typer
from rich.console import Console

from dragoman.formats.phrases import load_phrases
from dragoman.formats.terminal import WIDTH, print_accounts, print_brief

if TYPE_CHECKING:
    from dragoman.casebook import Grade, Judgement
    from dragoman.record import ReportRecord


def console() -> Console:
    """Standard output; of a fixed width where it is no terminal."""
    return Console(width=None if sys.stdout.isatty() else WIDTH)


def show_brief(
    records: Sequence[ReportRecord], judgements: Sequence[Judgement], grades: Sequence[Grade], page: Path | None
) -> None:
    """Prints the brief of records, and writes it as a page too if one is named."""
    from dragoman.cli.page import write_page
    from dragoman.formats.briefing import prepare_brief

    view = prepare_brief(records, judgements, grades)
    print_brief(view, load_phrases(), console())
    if page:
        write_page(view, page)


def show_accounts(
    records: Sequence[ReportRecord], judgements: Sequence[Judgement], grades: Sequence[Grade], *, as_json: bool
) -> None:
    """Prints the accounts of the same happenings side by side: as tables, or one JSON line an event."""
    if as_json:
        from dragoman.casebook import compare

        comparison = compare(records, judgements, grades)
        claims: dict[str, list[dict[str, object]]] = {}
        for claim in comparison.claims:
            claims.setdefault(claim.event, []).append({**asdict(claim), "code": claim.code})
        for account in comparison.accounts:
            typer.echo(json.dumps({**asdict(account), "claims": claims.get(account.event, [])}, ensure_ascii=False))
        return
    from dragoman.formats.briefing import prepare_brief

    print_accounts(prepare_brief(records, judgements, grades), load_phrases(), console())
