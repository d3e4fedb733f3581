"""How lists are printed: tables for people, JSON lines for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from dragoman.casebook.model import Pointer

ID_SHOWN = 12  # letters of a report's id that are shown
WIDTH = 120  # of a table where standard output is no terminal


def pointer(item: Pointer) -> str:
    """An item of a report as a user may type it."""
    return f"{item.record[:ID_SHOWN]}/{item.item}"


def pointers(items: Iterable[Pointer]) -> list[str]:
    """Items of reports in full, for programs."""
    return [f"{item.record}/{item.item}" for item in items]


def print_lines(items: Iterable[dict[str, Any]]) -> None:
    """One JSON line an item."""
    for item in items:
        typer.echo(json.dumps(item, ensure_ascii=False, default=str))


def print_table(
    heads: Sequence[str], rows: Sequence[Sequence[str]], empty: str, *, whole: Sequence[str] = (), note: str = ""
) -> None:
    """A table on standard output, or one sentence if it has no rows.

    Args:
        heads: of the columns.
        rows: a cell a column.
        empty: the sentence.
        whole: heads of columns that are never broken over lines (dates, numbers, what is to be typed again).
        note: a line under the table.
    """
    if not rows:
        typer.echo(empty)
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    for head in heads:
        table.add_column(head, no_wrap=head in whole, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(width=None if sys.stdout.isatty() else WIDTH)
    console.print(table)
    if note:
        console.print(Text(note, style="dim"))
