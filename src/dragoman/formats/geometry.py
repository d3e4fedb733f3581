"""Text widths, boxes and curves of the network drawing; pixels, y downwards."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from math import hypot

Point = tuple[float, float]

# Widths of a common sans-serif face in units of its size, rounded up a little so that text never leaves its box.
_NARROW, _WIDE, _CAPITAL, _COMMON, _FULL = 0.34, 0.9, 0.70, 0.57, 1.05
_NARROW_LETTERS = frozenset("iljtfrI.,:;'|!()[] ’‘“”·-")
_WIDE_LETTERS = frozenset("mwMW@%—…")


def text_width(text: str, size: float) -> float:
    """About how wide a line of text is, set in a sans-serif face of the given size."""
    return size * sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _WIDE_LETTERS:
        return _WIDE
    if letter.isascii():
        return _CAPITAL if letter.isupper() else _COMMON
    if unicodedata.combining(letter):
        return 0.0
    return _FULL if unicodedata.east_asian_width(letter) in "WF" else _CAPITAL


def wrapped(text: str, size: float, width: float, lines: int) -> list[str]:
    """The text in at most so many lines of at most the given width, cut with an ellipsis if it is longer."""
    rows: list[str] = []
    for word in text.split():
        candidate = f"{rows[-1]} {word}" if rows else word
        if rows and text_width(candidate, size) <= width:
            rows[-1] = candidate
        elif len(rows) < lines:
            rows.append(word)
        else:
            rows[-1] = candidate + "…"
            break
    return [_fitted(row, size, width) for row in rows] or [""]


def _fitted(row: str, size: float, width: float) -> str:
    """The row, cut with an ellipsis where it is too wide."""
    if text_width(row, size) <= width:
        return row
    kept = row.rstrip("…")
    while kept and text_width(kept + "…", size) > width:
        kept = kept[:-1]
    return kept.rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its centre and size."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, point: Point, margin: float = 0.0) -> bool:
        """Whether a point lies in the box or within a margin around it."""
        inside_x = abs(point[0] - self.x) <= self.width / 2 + margin
        return inside_x and abs(point[1] - self.y) <= self.height / 2 + margin

    def overlap(self, other: Box, margin: float = 0.0) -> float:
        """The area shared with another box that is grown by a margin."""
        wide = (self.width + other.width) / 2 + margin - abs(self.x - other.x)
        high = (self.height + other.height) / 2 + margin - abs(self.y - other.y)
        return max(0.0, min(wide, self.width)) * max(0.0, min(high, self.height))


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic Bézier curve."""

    start: Point
    bend: Point
    end: Point

    def at(self, t: float) -> Point:
        """The point at ``t``, 0 at the start and 1 at the end."""
        u = 1 - t
        return (
            u * u * self.start[0] + 2 * u * t * self.bend[0] + t * t * self.end[0],
            u * u * self.start[1] + 2 * u * t * self.bend[1] + t * t * self.end[1],
        )

    def heading(self, t: float) -> Point:
        """The direction of travel at ``t``, of length 1."""
        dx = 2 * (1 - t) * (self.bend[0] - self.start[0]) + 2 * t * (self.end[0] - self.bend[0])
        dy = 2 * (1 - t) * (self.bend[1] - self.start[1]) + 2 * t * (self.end[1] - self.bend[1])
        length = hypot(dx, dy) or 1.0
        return dx / length, dy / length

    def part(self, first: float, last: float) -> Curve:
        """The stretch between two values of ``t``."""
        start, end = self.at(first), self.at(last)
        u, v = 1 - first, 1 - last
        bend = (
            u * v * self.start[0] + (u * last + first * v) * self.bend[0] + first * last * self.end[0],
            u * v * self.start[1] + (u * last + first * v) * self.bend[1] + first * last * self.end[1],
        )
        return Curve(start, bend, end)


def link_curve(source: Box, target: Box, bow: float, *, gap: float = 5.0) -> Curve | None:
    """The visible stretch of a curve between the centres of two boxes, a gap outside both; None where they touch.

    Args:
        source: where it starts.
        target: where it ends.
        bow: how far its middle stands off the straight line, to the left of travel.
        gap: room between the curve's ends and the boxes.
    """
    dx, dy = target.x - source.x, target.y - source.y
    length = hypot(dx, dy)
    if not length:
        return None
    bend = ((source.x + target.x) / 2 + dy / length * 2 * bow, (source.y + target.y) / 2 - dx / length * 2 * bow)
    whole = Curve((source.x, source.y), bend, (target.x, target.y))
    steps = [index / 60 for index in range(61)]
    outside = [t for t in steps if not source.holds(whole.at(t), gap) and not target.holds(whole.at(t), gap)]
    if len(outside) < 3:
        return None
    return whole.part(outside[0], outside[-1])
