"""Values and intervals of times: days, months, weeks and what lies so many of them away.

A day is ``(year, month, day)``; year 0 is a year the text leaves unknown, written ``XXXX``. Expressions that count from
the publication date are known only where that date is: without it their value says what kind of time they are and
their interval is open.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dragoman.reading.time_grammar import YEARS, Found
from dragoman.reading.time_tense import Leaning
from dragoman.record import TimeType

Day = tuple[int, int, int]


# February of an unknown year ends on the 28th, so that the bound is a date whatever year is filled in.
_UNKNOWN_YEAR = 2001
MINUTES = {"TH": "H", "TM": "M", "TS": "S"}
UNKNOWN_UNITS = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Y": "XXXX", "E": "XXX", "C": "XX",
    "Q": "XXXX-QX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Moment:
    """When it is read, and whether its clause looks back or ahead from there (see ``time_tense.py``)."""

    published: date | None
    leaning: Callable[[], Leaning]


@dataclass(frozen=True, slots=True)
class Reading:
    """A meaning. ``scale`` is the unit it covers: D, W, M, Y, E (decade), C (century), S (season) or "".

    ``anchor`` is set where it counts from another time of the text: the unit, how many of them, and whether the
    publication date will do where the text has no such time; see ``time_anchors.py``.
    """

    type: TimeType
    value: str
    start: Day | None = None
    end: Day | None = None
    scale: str = ""
    anchor: tuple[str, int, bool] | None = None


class Capture:
    """The readings of a match by class."""

    __slots__ = ("found",)

    def __init__(self, found: Found) -> None:
        self.found = found

    def get(self, *names: str) -> Any:
        """The first value of any of these classes, None if there is none."""
        return next((value for name, value in self.found if name in names), None)

    def all(self, *names: str) -> list[Any]:
        """All values of these classes in order."""
        return [value for name, value in self.found if name in names]

    def has(self, word: str) -> bool:
        """True if a pattern's literal word was matched."""
        return any(name == "=" + word for name, _ in self.found)


def days_in(year: int, month: int) -> int:
    """Days of a month; of February in an unknown year, 28."""
    return monthrange(year or _UNKNOWN_YEAR, month)[1]


def iso(day: Day | None) -> str | None:
    """ISO date with ``XXXX`` for an unknown year."""
    if day is None:
        return None
    return f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}" if day[0] else f"XXXX-{day[1]:02d}-{day[2]:02d}"


def day_of(moment: date) -> Day:
    """A date as a day."""
    return moment.year, moment.month, moment.day


def year_text(year: int) -> str:
    """Four digits, or XXXX for an unknown year."""
    return f"{year:04d}" if year else "XXXX"


def on_day(year: int, month: int, day: int) -> Reading | None:
    """One day; None if the calendar has no such day."""
    limit = 29 if month == 2 and not year else days_in(year, month)
    if not 1 <= day <= limit:
        return None
    return Reading("DATE", f"{year_text(year)}-{month:02d}-{day:02d}", (year, month, day), (year, month, day), "D")


def in_month(year: int, month: int) -> Reading:
    """A whole month."""
    return Reading("DATE", f"{year_text(year)}-{month:02d}", (year, month, 1), (year, month, days_in(year, month)), "M")


def in_year(year: int) -> Reading:
    """A whole year."""
    return Reading("DATE", year_text(year), (year, 1, 1), (year, 12, 31), "Y")


def in_years(first: int, last: int, value: str, scale: str) -> Reading:
    """Several whole years."""
    return Reading("DATE", value, (max(first, 1), 1, 1), (last, 12, 31), scale)


def in_part(year: int, count: int, number: int) -> Reading:
    """A half (``count`` 2) or quarter (4) of a year, counted from 1."""
    last = number * 12 // count
    value = f"{year_text(year)}-{'H' if count == 2 else 'Q'}{number}"
    return Reading("DATE", value, (year, last - 12 // count + 1, 1), (year, last, days_in(year, last)), "Q")


def in_week(monday: date, scale: str = "W") -> Reading:
    """A week from Monday to Sunday, or its weekend."""
    number = monday.isocalendar()
    weekend = scale == "WE"
    first = monday + timedelta(days=5 if weekend else 0)
    value = f"{number.year:04d}-W{number.week:02d}" + ("-WE" if weekend else "")
    return Reading("DATE", value, day_of(first), day_of(monday + timedelta(days=6)), "W")


def one_day(day: date) -> Reading:
    """The reading of a known day."""
    return Reading("DATE", day.isoformat(), day_of(day), day_of(day), "D")


def with_part(reading: Reading, part: str | None) -> Reading:
    """A day's reading narrowed to its morning, evening, …"""
    return reading if part is None else replace(reading, type="TIME", value=f"{reading.value}T{part}")


def vaguely(value: str, moment: Moment) -> Reading:
    """The past up to the publication, or the future from it on; neither bound for the present and for ""."""
    now = None if moment.published is None else day_of(moment.published)
    past, future = value == "PAST_REF", value == "FUTURE_REF"
    return Reading("DATE", value or "XXXX-XX-XX", now if future else None, now if past else None)


def shift_month(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def unit_away(unit: str, count: int, published: date | None) -> Reading | None:
    """The day, week, month, year, … so many units from the publication."""
    if unit in MINUTES:
        return None
    if unit == "FN":
        return unit_away("W", count * 2, published)
    if published is None:
        return Reading("DATE", UNKNOWN_UNITS[unit], scale=unit)
    if unit in ("D", "W", "WE") and abs(count) > 100_000:
        return None
    if unit == "D":
        return one_day(published + timedelta(days=count))
    if unit in ("W", "WE"):
        return in_week(published - timedelta(days=published.weekday()) + timedelta(weeks=count), unit)
    if unit == "M":
        year, month = shift_month(published, count)
        return in_month(year, month) if year in YEARS else None
    if unit == "Q":
        year, month = shift_month(published, count * 3)
        return in_part(year, 4, (month + 2) // 3)
    return _years_away(unit, count, published)


def _years_away(unit: str, count: int, published: date) -> Reading | None:
    """The year, decade or century so many of them away."""
    size = {"Y": 1, "E": 10, "C": 100}[unit]
    year = published.year + count * size
    if year not in YEARS:
        return None
    if unit == "Y":
        return in_year(year)
    first = year - year % size
    return in_years(first, first + size - 1, f"{first // size:0{3 if unit == 'E' else 2}d}", unit)


def step(day: date, unit: str, count: int) -> date | None:
    """The day so many units away; None beyond the calendar."""
    try:
        if unit in ("D", "W", "FN", "WE"):
            return day + timedelta(days=count * {"D": 1, "FN": 14}.get(unit, 7))
        year, month = shift_month(day, count * {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}[unit])
        return date(year, month, min(day.day, days_in(year, month)))
    except (OverflowError, ValueError, KeyError):
        return None


def period(count: int | None, unit: str) -> str | None:
    """ISO 8601 duration; X for an unknown count."""
    if unit == "WE":
        return None
    factor, letter = {"E": (10, "Y"), "C": (100, "Y"), "Q": (3, "M"), "FN": (2, "W")}.get(unit, (1, unit))
    number = "X" if count is None else str(count * factor)
    return f"PT{number}{MINUTES[unit]}" if unit in MINUTES else f"P{number}{letter}"
