"""How words around a time change what it covers: "early", "the end of", "since", and a second time beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from dragoman.reading.time_values import Day, Reading, days_in


def narrow(reading: Reading, part: str, published: date | None) -> Reading:
    """The third of a period that "early", "mid", "late" or "the start of" names; its value stays that of the period.

    A month's thirds end on the 10th and the 20th; a year's after April and August; a week's on Tuesday and Thursday.
    "within" ("earlier this month", "later this year") is the side of the publication that the word names.
    """
    start, end = reading.start, reading.end
    if start is None or end is None:
        return reading
    if part in ("earlier", "later"):
        return _side(reading, part, published)
    at = ("start", "middle", "end").index(part)
    year, month, _ = start
    if reading.scale == "M":
        first, last = ((1, 10), (11, 20), (21, days_in(year, month)))[at]
        return replace(reading, start=(year, month, first), end=(year, month, last))
    if reading.scale == "Y":
        return replace(reading, start=(year, 4 * at + 1, 1), end=(year, 4 * at + 4, days_in(year, 4 * at + 4)))
    if reading.scale == "W" and _days_between(start, end) == 6:
        first, last = ((0, 1), (2, 3), (4, 6))[at]
        return replace(reading, start=_add(start, first), end=_add(start, last))
    if reading.scale in ("E", "C"):
        unit = 1 if reading.scale == "E" else 10
        first, last = ((0, 3), (4, 6), (7, 9))[at]
        closing = end[0] if at == 2 else year + last * unit + unit - 1
        return replace(reading, start=(year + first * unit, 1, 1), end=(closing, 12, 31))
    return reading


def _side(reading: Reading, part: str, published: date | None) -> Reading:
    """The part of the period before or after the publication, if that lies within it."""
    if published is None or reading.start is None or reading.end is None:
        return reading
    now = (published.year, published.month, published.day)
    if not reading.start <= now <= reading.end:
        return reading
    return replace(reading, end=now) if part == "earlier" else replace(reading, start=now)


def relate(reading: Reading, relation: str, published: date | None) -> Reading:
    """The interval a preposition opens or closes: "since 2011" runs to the publication, "until May" has no start."""
    start, end = reading.start, reading.end
    if reading.type not in ("DATE", "TIME") or start is None or end is None:
        return reading
    if relation == "since":
        now = None if published is None else (published.year, published.month, published.day)
        return replace(reading, end=None if now is None or now < start else now)
    if relation in ("after", "before") and reading.type == "TIME":
        return reading  # "before dawn Tuesday" is on Tuesday
    if relation in ("from", "after"):
        return replace(reading, end=None)
    if relation == "before":
        return replace(reading, start=None, end=_add(start, -1))
    return replace(reading, start=None)


def stretch(first: Reading, last: Reading) -> Reading | None:
    """From the beginning of one time to the end of another; None where that is no stretch."""
    if first.start is None or last.end is None or (first.start[0] == 0) != (last.end[0] == 0):
        return None
    if first.type != "DATE" or last.type != "DATE" or first.start > last.end:
        return None
    return Reading("DATE", f"{first.value}/{last.value}", first.start, last.end)


def at_clock(day: Reading, clock: Reading) -> Reading:
    """A day's reading with the clock time of another."""
    return replace(day, type="TIME", value=day.value.partition("T")[0] + "T" + clock.value.partition("T")[2])


def _add(day: Day, days: int) -> Day | None:
    """So many days on. In an unknown year a step over its end has no answer."""
    year = day[0] or 2001
    try:
        found = date(year, day[1], day[2]) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    if day[0] == 0:
        return (0, found.month, found.day) if found.year == year else None
    return found.year, found.month, found.day


def _days_between(first: Day, last: Day) -> int:
    return (date(*last) - date(*first)).days if first[0] and last[0] else -1
