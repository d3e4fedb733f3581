"""`dragoman review`: the doubts of a case, one after the other, judged with single keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import click
from rich.columns import Columns
from rich.console import Group
from rich.panel import Panel
from rich.text import Text

from dragoman.casebook.judgements import JudgedAs
from dragoman.casebook.model import Pointer
from dragoman.cli.actor_views import doubt_lines
from dragoman.cli.showing import console

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.casebook import Case, Doubt
    from dragoman.record import ReportRecord
    from dragoman.store import Casebook

_VERDICTS: dict[str, JudgedAs] = {"s": "same", "d": "different", "u": "unsure"}
_ENDS = ("q", "\x03", "\x04", "\x1b")  # and Ctrl-C, Ctrl-D, Escape
_KEYS = "s same · d different · u unsure · z undo the last · n next · q quit"
_CONTEXT = 90  # characters shown on either side of a mention
_MOST_PASSAGES = 3


def review(book: Casebook, *, by: str) -> int:
    """Asks about every doubt of the case, with the words of both sides in view; returns how many were judged."""
    screen = console()
    case = book.case()
    members = {item.id: item.members for item in case.actors} | {item.id: item.mentions for item in case.events}
    waiting = list(case.doubts)
    judged: list[tuple[Doubt, int]] = []
    if not waiting:
        screen.print("There is nothing in doubt.")
    while waiting or judged:
        if waiting:
            screen.print(_shown(book, case, waiting[0], members, len(waiting)))
        else:
            screen.print("Nothing is left. z undo the last · any other key ends")
        key = click.getchar()
        if key == "z" and judged:
            doubt, number = judged.pop()
            screen.print(f"Undone: {book.undo(number).judgement.verdict}.")
            waiting.insert(0, doubt)
        elif waiting and key in _VERDICTS:
            doubt = waiting.pop(0)
            kept = book.judge(members[doubt.one][0], members[doubt.other][0], _VERDICTS[key], by=by)
            judged.append((doubt, kept.id))
        elif waiting and key == "n":
            waiting.pop(0)
        elif not waiting or key in _ENDS:
            break
    return len(judged)


def _shown(
    book: Casebook, case: Case, doubt: Doubt, members: Mapping[str, tuple[Pointer, ...]], left: int
) -> RenderableType:
    names = {item.id: item.name for item in case.actors}
    sides = [
        Panel(Text("\n\n").join(_passages(book, members[own])), title=names.get(own, own), title_align="left")
        for own in (doubt.one, doubt.other)
    ]
    body = Columns(sides, equal=True, expand=True)
    likely = "" if doubt.score is None else f" ({doubt.score:.2f})"
    why = Text("\n".join((f"One {doubt.what}?{likely}", *doubt_lines(doubt))), style="bold")
    return Group(why, body, Text(f"{left} to judge · {_KEYS}", style="dim"))


def _passages(book: Casebook, items: tuple[Pointer, ...]) -> Iterator[Text]:
    """The words around the first mentions of an actor or event, each with its report."""
    for item in items[:_MOST_PASSAGES]:
        record = book.record(item.record)
        start, end = _span(record, item.item)
        before, after = record.text[max(0, start - _CONTEXT) : start], record.text[end : end + _CONTEXT]
        where = " · ".join(part for part in (record.outlet, record.published, item.record[:12]) if part)
        flat = [" ".join(part.replace("\n", " ").split(" ")) for part in (before, record.text[start:end], after)]
        yield Text.assemble((f"{where}\n", "dim"), f"…{flat[0]}", (flat[1], "bold underline"), f"{flat[2]}…")


def _span(record: ReportRecord, item: str) -> tuple[int, int]:
    for event in record.events:
        if event.id == item:
            return event.anchor
    return next(((m.start, m.end) for m in record.mentions if m.actor == item), (0, 0))
