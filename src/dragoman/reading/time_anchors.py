"""Times that count from another time of the text: "the same day", "two years later", "at 16:00 GMT", "the day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from dragoman.reading.time_values import Reading, one_day, unit_away

# A time of the text is counted from only so many sentences on.
REACH = 3
# The scales of a time that a unit can be counted from: a day is no answer to "three days after March".
_FINE_ENOUGH = {
    "D": frozenset("D"), "W": frozenset("DW"), "M": frozenset("DWM"), "Y": frozenset("DWMQSY"),
}  # fmt: skip


def anchor_times(readings: Sequence[Reading], sentences: Sequence[int], published: date | None) -> list[Reading]:
    """The readings of a report in text order, with those that hang on another one resolved.

    A reading with an ``anchor`` counts from the last time before it that is fine enough. A clock time or "the day",
    which counts no units, may also take a day that follows in its sentence, and falls back on the publication date.

    Args:
        readings: of all times, in text order.
        sentences: the index of the sentence each stands in.
        published: the publication date, None if unknown.
    """
    resolved = list(readings)
    for at, reading in enumerate(readings):
        if reading.anchor is None:
            continue
        unit, count, settled = reading.anchor
        start = _before(resolved, sentences, at, unit)
        if start is None and settled:
            start = _behind(readings, sentences, at) or published
        if start is None:
            continue
        found = one_day(start) if unit == "D" and count == 0 else unit_away(unit, count, start)
        if found is not None:
            _, mark, clock = reading.value.partition("T")
            resolved[at] = replace(found, type=reading.type, value=found.value + mark + clock, scale=reading.scale)
    return resolved


def _before(resolved: Sequence[Reading], sentences: Sequence[int], at: int, unit: str) -> date | None:
    """The last time before that the unit can be counted from, by its first day."""
    for index in range(at - 1, -1, -1):
        if sentences[at] - sentences[index] > REACH:
            return None
        start = _day(resolved[index], _FINE_ENOUGH.get(unit, frozenset()))
        if start is not None:
            return start
    return None


def _behind(readings: Sequence[Reading], sentences: Sequence[int], at: int) -> date | None:
    """The first day that follows in the same sentence."""
    for index in range(at + 1, len(readings)):
        if sentences[index] != sentences[at]:
            return None
        start = _day(readings[index], _FINE_ENOUGH["D"])
        if start is not None:
            return start
    return None


def _day(reading: Reading, scales: frozenset[str]) -> date | None:
    """The first day of a reading of one of these scales, None if it is open or its year is unknown."""
    start = reading.start
    known = start is not None and start[0] and reading.end is not None and reading.scale in scales
    return date(*start) if known and start is not None else None
