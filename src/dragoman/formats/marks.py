"""A report's text cut into segments, so that overlapping spans can be marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

Layer = Literal["content", "event", "actor", "tie"]
_DEPTH: dict[Layer, int] = {"content": 0, "tie": 1, "event": 2, "actor": 3}


@dataclass(frozen=True, slots=True)
class Mark:
    """A span ``[start, end)`` of the text to be marked.

    Attributes:
        id: unique on the page.
        layer: what the span is: attributed content, tie, event anchor or actor mention.
        style: a finer kind within the layer, for colours: a voice kind, a tone, an actor kind.
        title: what a pointer resting on it is told.
        item: id of the entry that describes it, None if there is none.
    """

    id: str
    start: int
    end: int
    layer: Layer
    style: str = ""
    title: str = ""
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters ``[start, end)`` that the same marks cover; ``marks`` are indices, the outermost first."""

    start: int
    end: int
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: characters ``[start, end)``, without line feeds, in segments that follow on each other."""

    start: int
    end: int
    segments: tuple[Segment, ...]


def cut(text: str, marks: Sequence[Mark]) -> tuple[Block, ...]:
    """The text as paragraphs of segments; empty lines are left out.

    Every character but line feeds and white space around lines stands in one segment, in order. A mark whose span is
    empty or lies outside the text covers nothing.
    """
    order = sorted(range(len(marks)), key=lambda index: _outermost_first(marks[index]))
    order = [index for index in order if 0 <= marks[index].start < marks[index].end <= len(text)]
    blocks: list[Block] = []
    active: list[int] = []
    following = 0
    for start, end in _lines(text):
        while following < len(order) and marks[order[following]].start < end:
            active.append(order[following])
            following += 1
        active = [index for index in active if marks[index].end > start]
        blocks.append(Block(start, end, tuple(_segments(start, end, active, marks))))
    return tuple(blocks)


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    """Order of nesting: by start, the longer first; equal spans by layer."""
    return mark.start, -mark.end, _DEPTH[mark.layer], mark.id


def _lines(text: str) -> Iterable[tuple[int, int]]:
    """Start and end of every line that is not blank, trimmed."""
    start = 0
    for line in text.split("\n"):
        content = line.strip()
        if content:
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(content)
        start += len(line) + 1


def _segments(start: int, end: int, active: Sequence[int], marks: Sequence[Mark]) -> Iterable[Segment]:
    """The line's segments: cut wherever a mark begins or ends. One sweep over the borders."""
    borders = {start, end}
    for index in active:
        borders.add(max(start, marks[index].start))
        borders.add(min(end, marks[index].end))
    waiting = list(active)
    inside: list[int] = []
    cuts = sorted(borders)
    position = 0
    for first, last in pairwise(cuts):
        inside = [index for index in inside if marks[index].end > first]
        while position < len(waiting) and marks[waiting[position]].start <= first:
            inside.append(waiting[position])
            position += 1
        yield Segment(first, last, tuple(inside))
