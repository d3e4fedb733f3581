"""Intervals of days some of whose digits a report leaves unknown, and whether two of them can be one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dragoman.record import EventTime

Overlap = Literal["equal", "overlap", "disjoint", "unknown"]

_DATE = re.compile(r"(\d{4}|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?")
_WEEKDAY = re.compile(r"(?:\d{4}|XXXX)-WXX-([1-7])")
_FIRST, _LAST = date.min.toordinal(), date.max.toordinal()
_CACHE = 16_384


@dataclass(frozen=True, slots=True)
class Window:
    """Days from ``start`` to ``end``, both inclusive.

    As proleptic ordinals if the year is known (``annual`` False); as month * 100 + day if it is not. ``weekday`` is 1
    (Monday) to 7 where only that is known. A window with no day in it is unknown.
    """

    start: int = 1
    end: int = 0
    annual: bool = False
    weekday: int | None = None

    @property
    def known(self) -> bool:
        """Whether the window says more than nothing or a weekday."""
        return self.start <= self.end

    @property
    def days(self) -> int:
        """Length in days; very large for an open or unknown window."""
        if not self.known:
            return _LAST
        if self.annual:
            return (self.end // 100 - self.start // 100) * 30 + self.end % 100 - self.start % 100 + 1
        return self.end - self.start + 1


UNKNOWN = Window()


@lru_cache(_CACHE)
def parse_window(value: str, start: str | None, end: str | None) -> Window:
    """The window of a time expression: its bounds as in :class:`dragoman.record.Time`."""
    first, last = _bound(start, late=False), _bound(end, late=True)
    if first is None and last is None:
        weekday = _WEEKDAY.fullmatch(value)
        return Window(weekday=int(weekday.group(1))) if weekday else UNKNOWN
    annual = {bound[1] for bound in (first, last) if bound is not None}
    if len(annual) != 1:
        return UNKNOWN
    if annual == {True}:
        if first is None or last is None:
            return UNKNOWN
        return Window(first[0], last[0], annual=True)
    low = first[0] if first else _FIRST
    high = last[0] if last else _LAST
    return Window(low, high)


def event_window(time: EventTime | None) -> Window:
    """The window of an event's time."""
    return UNKNOWN if time is None else parse_window(time.value, time.from_, time.to)


@lru_cache(_CACHE)
def day_of(published: str | None) -> int | None:
    """Ordinal of a publication date, None if it is unknown or malformed."""
    bound = _bound(published, late=False) if published else None
    return None if bound is None or bound[1] else bound[0]


def overlap(a: Window, b: Window) -> Overlap:
    """Whether two windows share a day: "unknown" where a digit that is needed is missing."""
    if not a.known or not b.known:
        weekday, other = (a.weekday, b) if a.weekday else (b.weekday, a)
        if weekday and other.weekday:
            return "unknown" if weekday == other.weekday else "disjoint"
        if weekday and other.known and not other.annual and other.start == other.end:
            return "overlap" if date.fromordinal(other.start).isoweekday() == weekday else "disjoint"
        return "unknown"
    if a == b:
        return "equal"
    if a.annual == b.annual:
        return "overlap" if _meets(a, b) else "disjoint"
    yearless, dated = (a, b) if a.annual else (b, a)
    return "overlap" if any(_meets(instance, dated) for instance in _instances(yearless, dated)) else "disjoint"


def intersect(a: Window, b: Window) -> Window:
    """The days two windows share; a known window beats an unknown one, a dated one a yearless one."""
    if not a.known:
        return b if b.known or b.weekday else a
    if not b.known or overlap(a, b) == "disjoint":
        return a
    if a.annual != b.annual:
        yearless, dated = (a, b) if a.annual else (b, a)
        for instance in _instances(yearless, dated):
            if _meets(instance, dated):
                return intersect(instance, dated)
        return dated
    return Window(max(a.start, b.start), min(a.end, b.end), a.annual)


def hull(a: Window, b: Window) -> Window:
    """All days from the first to the last of two windows; the known or dated one where they cannot be compared."""
    if not (a.known and b.known) or a.annual != b.annual:
        return intersect(a, b)
    return Window(min(a.start, b.start), max(a.end, b.end), a.annual)


def to_iso(window: Window) -> tuple[str | None, str | None]:
    """The bounds as the record writes them; None for an open or unknown bound."""
    if not window.known:
        return None, None
    if window.annual:
        return _yearless(window.start), _yearless(window.end)
    return (
        None if window.start == _FIRST else date.fromordinal(window.start).isoformat(),
        None if window.end == _LAST else date.fromordinal(window.end).isoformat(),
    )


def _yearless(bound: int) -> str:
    return f"XXXX-{bound // 100:02}-{bound % 100:02}"


def _bound(text: str | None, *, late: bool) -> tuple[int, bool] | None:
    """An ISO date with X for unknown digits as (number, yearless); unknown month and day are taken widest."""
    match = _DATE.match(text) if text else None
    if match is None:
        return None
    year, month, day = match.groups()
    yearless = year == "XXXX"
    if yearless and month in (None, "XX"):
        return None
    number_of_month = int(month) if month not in (None, "XX") else 12 if late else 1
    number_of_day = int(day) if day not in (None, "XX") else 0
    if not 1 <= number_of_month <= 12 or not 0 <= number_of_day <= 31:
        return None
    if yearless:
        return number_of_month * 100 + (number_of_day or (31 if late else 1)), True
    return _ordinal(int(year), number_of_month, number_of_day, late=late)


def _ordinal(year: int, month: int, day: int, *, late: bool) -> tuple[int, bool] | None:
    if not 1 <= year <= 9998:
        return None
    if day == 0:
        following = date(year + month // 12, month % 12 + 1, 1)
        return ((following - timedelta(days=1)) if late else date(year, month, 1)).toordinal(), False
    try:
        return date(year, month, day).toordinal(), False
    except ValueError:
        return None


def _meets(a: Window, b: Window) -> bool:
    return a.start <= b.end and b.start <= a.end


def _instances(yearless: Window, dated: Window) -> list[Window]:
    """A yearless window in every year of a dated one; of an open one only in its bounded years."""
    years = {date.fromordinal(bound).year for bound in (dated.start, dated.end) if bound not in (_FIRST, _LAST)}
    if len(years) == 2 and max(years) - min(years) > 1:
        return [Window(dated.start, dated.end)]  # a whole year between them holds every day
    if dated.start == _FIRST or dated.end == _LAST:
        return [Window(dated.start, dated.end)]
    instances = []
    for year in sorted(years):
        low = _ordinal(year, yearless.start // 100, yearless.start % 100, late=False)
        high = _ordinal(year, yearless.end // 100, min(yearless.end % 100, 28), late=False)
        if low is None or high is None:
            continue
        end = high[0] + yearless.end % 100 - min(yearless.end % 100, 28)
        if end >= low[0]:
            instances.append(Window(low[0], end))
    return instances
