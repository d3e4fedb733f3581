"""What dates mean: days, weekdays, months, seasons, parts of a year, years, decades, centuries and feasts.

The functions for such patterns of ``times.toml``; :mod:`.time_meanings` has those for all others and the table. What is
written without its year is the nearest past one, or the next where the clause looks ahead.
"""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.reading.time_grammar import YEARS
from dragoman.reading.time_values import (
    Capture,
    Moment,
    Reading,
    day_of,
    days_in,
    in_month,
    in_part,
    in_year,
    in_years,
    on_day,
    one_day,
    with_part,
    year_text,
)

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}

# A day so near ahead is meant, whatever the tense: in May, "June 1" is next week and not last year.
_NEAR = 60


def _days_ahead(month: int, day: int, published: date) -> int:
    """Days from the publication to the next such day of a year, counted in months of thirty days."""
    return ((month - published.month) * 30 + day - published.day) % 360


def _nearest_year(month: int, day: int | None, moment: Moment) -> int:
    """The year of a month or day written without one: the nearest past, or future where the clause leans there."""
    published = moment.published
    if published is None:
        return 0
    wanted = (month, day or 0)
    now = (published.month, published.day if day else 0)
    if wanted == now or (day and 0 < _days_ahead(month, day, published) <= _NEAR):
        return published.year + (wanted < now)
    leaning = moment.leaning()
    away = (month - published.month) % 12
    if leaning == "future" or (leaning == "open" and 0 < away < 6):
        return published.year + (wanted < now)
    return published.year - (wanted > now)


def calendar(match: Capture, moment: Moment) -> Reading | None:
    """A day, month or year, absolute or without its year."""
    year, month, day = match.get("year"), match.get("month"), match.get("day", "ordinal")
    if month is None:
        return in_year(year) if year is not None else None
    if day is None:
        return in_month(_nearest_year(month, None, moment) if year is None else year, month)
    return on_day(_nearest_year(month, day, moment) if year is None else year, month, day)


def _range(first: Reading | None, last: Reading | None) -> Reading | None:
    if first is None or last is None or first.start is None or last.end is None or first.start > last.end:
        return None
    return Reading("DATE", f"{first.value}/{last.value}", first.start, last.end, "")


def days(match: Capture, moment: Moment) -> Reading | None:
    """As in "3 to 5 May": from one day of a month to another."""
    first, last = match.all("day", "ordinal")[:2]
    month, year = match.get("month"), match.get("year")
    if year is None:
        year = _nearest_year(month, last, moment)
    return _range(on_day(year, month, first), on_day(year, month, last))


def years(match: Capture, _moment: Moment) -> Reading | None:
    """As in "2011-15": from one year to another."""
    first, last = (value for name, value in match.found if not name.startswith("="))
    if last < 100:
        last += first - first % 100
    return _range(in_year(first), in_year(last)) if last in YEARS else None


def iso_date(match: Capture, _moment: Moment) -> Reading | None:
    """As in "2025-12-08", in one word or five."""
    parts = match.get("iso") or tuple(value for name, value in match.found if not name.startswith("="))
    return _plain(*parts) if parts[0] in YEARS else None


def slashed(match: Capture, _moment: Moment) -> Reading | None:
    """As in "8/12/2025": only where one reading of day and month is possible, or the year comes first."""
    first, second, third = match.get("slashed")
    if first in YEARS:
        return _plain(first, second, third)
    if third not in YEARS or (first <= 12 and second <= 12 and first != second):
        return None
    return _plain(third, second, first) if second <= 12 else _plain(third, first, second)


def _plain(year: int, month: int, day: int) -> Reading | None:
    return on_day(year, month, day) if 1 <= month <= 12 and day else None


def weekday(match: Capture, moment: Moment) -> Reading:
    """As in "Monday": the publication day itself, else the nearest past or, in a clause that looks ahead, the next."""
    number, part = match.get("weekday"), match.get("daypart")
    published = moment.published
    if published is None:
        return with_part(Reading("DATE", f"XXXX-WXX-{number}", scale="D"), part)
    back = (published.isoweekday() - number) % 7
    found = published - timedelta(days=back)
    leaning = moment.leaning() if back else "past"
    if leaning == "future" or (leaning == "open" and back > 3):
        found += timedelta(days=7)
    return with_part(one_day(found), part)


def shifted_weekday(match: Capture, moment: Moment) -> Reading:
    """As in "last Monday", "next Monday", "this Monday": never the publication day itself."""
    shift, number, part = match.get("shift"), match.get("weekday"), match.get("daypart")
    published = moment.published
    if published is None or shift == 0:
        return weekday(match, moment)
    away = (published.isoweekday() - number) % 7 or 7
    found = published - timedelta(days=away) if shift < 0 else published + timedelta(days=7 - away % 7)
    return with_part(one_day(found), part)


def weekday_of_week(match: Capture, moment: Moment) -> Reading:
    """As in "Monday of last week"."""
    number, published = match.get("weekday"), moment.published
    if published is None:
        return Reading("DATE", f"XXXX-WXX-{number}", scale="D")
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=match.get("shift"))
    return one_day(monday + timedelta(days=number - 1))


def shifted_month(match: Capture, moment: Moment) -> Reading:
    """As in "last December": the one before the current month; "next December": the one after; "this December"."""
    shift, month, published = match.get("shift"), match.get("month"), moment.published
    if published is None:
        return in_month(0, month)
    if shift == 0:
        return in_month(published.year, month)
    if shift < 0:
        return in_month(published.year - (month >= published.month), month)
    return in_month(published.year + (month <= published.month), month)


def _seasonal(year: int, code: str) -> Reading:
    first, last = _SEASONS[code]
    end = year + (last < first) if year else 0
    value = f"{year_text(year)}-{code}"
    if not year and last < first:
        return Reading("DATE", value, scale="S")
    return Reading("DATE", value, (year, first, 1), (end, last, days_in(end, last)), "S")


def season(match: Capture, moment: Moment) -> Reading | None:
    """As in "last summer", "the spring of 2023"; seasons are the northern ones, winter running into the next year."""
    code, shift, published = match.get("season"), match.get("shift"), moment.published
    if match.get("unit") not in (None, "Y"):
        return None
    if shift is None and published is not None and match.get("year") is None:
        return _nearest_season(code, published, moment)
    if shift is None or published is None:
        return _seasonal(match.get("year") or 0, code)
    found = _seasonal(published.year + (shift if match.get("unit") else 0), code)
    if match.get("unit") or shift == 0 or found.start is None or found.end is None:
        return found
    today = day_of(published)
    if shift < 0:
        return found if found.end < today else _seasonal(published.year - 1, code)
    return found if found.start > today else _seasonal(published.year + 1, code)


def _nearest_season(code: str, published: date, moment: Moment) -> Reading:
    """A season written without its year: the one that runs or has been, or is next where the clause looks ahead."""
    found = _seasonal(published.year, code)
    today = day_of(published)
    if moment.leaning() == "future":
        return found if found.end is None or found.end >= today else _seasonal(published.year + 1, code)
    return found if found.start is None or found.start <= today else _seasonal(published.year - 1, code)


def decade(match: Capture, _moment: Moment) -> Reading | None:
    """As in "the 1990s"."""
    first = match.get("decade")
    return in_years(first, first + 9, f"{first // 10:03d}", "E") if first in YEARS and first % 10 == 0 else None


def century(match: Capture, _moment: Moment) -> Reading | None:
    """As in "the 19th century": 1801 to 1900."""
    number = match.get("ordinal")
    if match.get("unit") != "C" or not 1 <= number <= 99:
        return None
    return in_years(number * 100 - 99, number * 100, f"{number - 1:02d}", "C")


def half(match: Capture, moment: Moment) -> Reading | None:
    """As in "the first half of 2024", "the last quarter of last year", "Q3 2024"."""
    code = match.get("quartered")
    kind, number = (code[0], int(code[1])) if code else (match.get("half"), match.get("ordinal", "final"))
    count = 2 if kind == "H" else 4
    number = count if number == -1 else number
    year, shift = match.get("year"), match.get("shift")
    if not 1 <= number <= count or match.get("unit") not in (None, "Y"):
        return None
    if year is None:
        if moment.published is None:
            return Reading("DATE", f"XXXX-{kind}{number}", scale="Q")
        year = moment.published.year + (shift or 0)
        if match.get("unit") is None:
            if kind == "H" and code is None:
                return None
            ahead = number - (moment.published.month + 2) // 3 * count // 4
            leaning = moment.leaning() if ahead else "past"
            year += (leaning == "future" and ahead < 0) - (leaning == "past" and ahead > 1)
    return in_part(year, count, number)


def holiday(match: Capture, moment: Moment) -> Reading | None:
    """A feast: Christmas has its day; the movable ones are left open."""
    fixed = match.get("holiday")
    if not fixed:
        return Reading("DATE", "XXXX")
    month, day = (int(part) for part in fixed.split("-"))
    return on_day(_nearest_year(month, day, moment), month, day)
