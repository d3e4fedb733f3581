"""`dragoman review`: the doubts of a case, the most useful first, judged with single keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click
from rich.console import Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from dragoman.casebook.doubts import for_and_against, most_useful_first, settled
from dragoman.casebook.judgements import JudgedAs, Judgements
from dragoman.casebook.model import CaseActor, CaseEvent, Pointer
from dragoman.cli.case_views import what_happened
from dragoman.cli.showing import console
from dragoman.errors import CaseError, JudgementError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from dragoman.casebook import Doubt
    from dragoman.record import ReportRecord
    from dragoman.store import Casebook

_VERDICTS: dict[str, JudgedAs] = {"s": "same", "d": "different", "u": "unsure"}
_ENDS = ("q", "\x03", "\x04", "\x1b")  # and Ctrl-C, Ctrl-D, Escape
_KEYS = "s same · d different · u unsure · z undo the last · n next · q quit"
_CONTEXT = 140  # characters shown on either side of a mention
_MOST_PASSAGES = 3


def review(book: Casebook, *, by: str) -> int:
    """Asks about every doubt of the case, with the words of both sides in view; returns how many were judged.

    What a judgement settles besides is not asked again. A judgement that contradicts others is refused and said so.

    Raises:
        CaseError: there is no terminal to read keys from.
    """
    return _Review(book, by).run()


class _Review:
    """One going through: what waits, what was judged in it, and what to say over the next doubt."""

    def __init__(self, book: Casebook, by: str) -> None:
        self._book = book
        self._by = by
        self._screen = console()
        case = book.case()
        self._items: dict[str, CaseActor | CaseEvent] = {actor.id: actor for actor in case.actors}
        self._items.update((event.id, event) for event in case.events)
        self._names = {actor.id: actor.name for actor in case.actors}
        self._waiting = most_useful_first(case)
        self._judged: list[tuple[int, list[tuple[Doubt, int]]]] = []  # number of the judgement, what waited before it
        self._said = ""

    def run(self) -> int:
        """Asks until nothing is left or the user has enough."""
        if not self._waiting:
            self._screen.print("There is nothing in doubt.")
        while self._waiting or self._judged:
            self._draw()
            key = _key()
            self._said = ""
            if key == "z":
                self._undo()
            elif self._waiting and key in _VERDICTS:
                self._judge(_VERDICTS[key])
            elif self._waiting and key == "n":
                self._waiting = self._waiting[1:]
            elif not self._waiting or key in _ENDS:
                break
            else:
                self._said = "That key does nothing."
        return len(self._judged)

    def _draw(self) -> None:
        self._screen.clear()
        if self._said:
            self._screen.print(Text(self._said, style="yellow"))
        if self._waiting:
            self._screen.print(self._shown(*self._waiting[0]))
        else:
            self._screen.print("Nothing is left. z undo the last · any other key ends")

    def _judge(self, verdict: JudgedAs) -> None:
        doubt, _ = self._waiting[0]
        try:
            kept = self._book.judge(self._members(doubt.one)[0], self._members(doubt.other)[0], verdict, by=self._by)
        except JudgementError as error:
            self._said = f"Refused: {error}"
            return
        self._judged.append((kept.id, self._waiting))
        judgements = Judgements(self._book.standing())
        before = len(self._waiting)
        self._waiting = [item for item in self._waiting if not settled(item[0], self._members, judgements)]
        besides = before - len(self._waiting) - 1
        self._said = f"Judgement {kept.id}: {verdict}." + (f" It settles {besides} more." if besides > 0 else "")

    def _undo(self) -> None:
        if not self._judged:
            self._said = "There is nothing to undo here; dragoman judgements lists what was judged before."
            return
        number, self._waiting = self._judged.pop()
        self._said = f"Undone: {self._book.undo(number).judgement.verdict}."

    def _members(self, own: str) -> tuple[Pointer, ...]:
        item = self._items[own]
        return item.members if isinstance(item, CaseActor) else item.mentions

    def _shown(self, doubt: Doubt, touched: int) -> RenderableType:
        """A doubt: the question, both sides with their words, what speaks for it and against it, and the keys."""
        sides = Table.grid(expand=True, padding=(0, 1))
        sides.add_column(ratio=1)
        sides.add_column(ratio=1)
        sides.add_row(*(self._side(own) for own in (doubt.one, doubt.other)))
        likely = "" if doubt.score is None else f", likeness {doubt.score:.2f}"
        question = "Are these one actor?" if doubt.what == "actor" else "Are these one event?"
        evidence, against = self._evidence(doubt)
        reasons = Text()
        for head, clauses, style in (("for", evidence, "green"), ("against", against, "red")):
            reasons.append(f"{head:>8}  ", style=style)
            reasons.append("; ".join(clauses) + "\n" if clauses else "nothing told\n", style="" if clauses else "dim")
        events = f"touches {touched} event{'' if touched == 1 else 's'}"
        foot = f"{len(self._waiting)} to judge · {_KEYS}"
        return Group(
            Text.assemble((question, "bold"), (f"  {events}{likely}", "dim")), sides, reasons, Text(foot, style="dim")
        )

    def _evidence(self, doubt: Doubt) -> tuple[tuple[str, ...], tuple[str, ...]]:
        one, other = self._items[doubt.one], self._items[doubt.other]
        if isinstance(one, CaseEvent) and isinstance(other, CaseEvent):
            evidence, against = for_and_against(one, other, self._names.__getitem__)
            return (*evidence, *doubt.evidence), (*against, *doubt.against)
        return doubt.evidence, doubt.against

    def _side(self, own: str) -> Panel:
        item = self._items[own]
        if isinstance(item, CaseActor):
            roles = dict.fromkeys(f"{role.title} of {role.of}" if role.of else role.title for role in item.roles)
            parts = (item.kind, item.country, ", ".join(list(roles)[:_MOST_PASSAGES]))
            title, caption = item.name, " · ".join(part for part in parts if part)
        else:
            title, caption = "", what_happened(item, self._names)
        passages = list(_passages(self._book, self._members(own)))
        more = len(self._members(own)) - len(passages)
        if more > 0:
            passages.append(Text(f"and {more} more", style="dim"))
        body = Group(Text(caption, style="bold" if not title else "dim"), Text(), Text("\n\n").join(passages))
        return Panel(body, title=Text(title) if title else None, title_align="left")


def _key() -> str:
    """The next key; what ends a program ends the review."""
    try:
        return click.getchar().lower()
    except (KeyboardInterrupt, EOFError):
        return "q"
    except OSError as error:
        raise CaseError(
            "review reads single keys from a terminal, and there is none; dragoman review --json lists the doubts and "
            "dragoman judge settles one"
        ) from error


def _passages(book: Casebook, items: tuple[Pointer, ...]) -> Iterator[Text]:
    """The words around the first mentions of an actor or event, each with its report, one a report where it can be."""
    firsts = {item.record: item for item in reversed(items)}
    chosen = [*sorted(firsts.values()), *(item for item in items if firsts[item.record] != item)]
    for item in chosen[:_MOST_PASSAGES]:
        record = book.record(item.record)
        start, end = _span(record, item.item)
        first, last = max(0, start - _CONTEXT), min(len(record.text), end + _CONTEXT)
        before, words, after = record.text[first:start], record.text[start:end], record.text[end:last]
        if first:
            before = f"…{before.partition(' ')[2]}"
        if last < len(record.text):
            after = f"{after.rpartition(' ')[0]}…"
        where = " · ".join(part for part in (record.own_outlet, record.published, item.record[:12]) if part)
        flat = [" ".join(part.replace("\n", " ").split(" ")) for part in (before, words, after)]
        yield Text.assemble((f"{where}\n", "dim"), flat[0], (flat[1], "bold underline"), flat[2])


def _span(record: ReportRecord, item: str) -> tuple[int, int]:
    """Where an event or the best mention of an actor stands: a name before a description, that before a pronoun."""
    for event in record.events:
        if event.id == item:
            return event.anchor
    forms = ("named", "nominal", "pronoun")
    mentions = [mention for mention in record.mentions if mention.actor == item]
    best = min(mentions, key=lambda mention: (forms.index(mention.form), mention.start), default=None)
    return (best.start, best.end) if best else (0, 0)
