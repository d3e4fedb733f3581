"""What the patterns of ``times.toml`` mean: one function for each ``meaning``, and the table of them.

Each takes what the pattern matched and the moment it is read at, and gives a reading, or None where the words that
match are no time after all ("30 February", "the second day").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dragoman.reading.time_grammar import YEARS
from dragoman.reading.time_values import (
    MINUTES,
    UNKNOWN_UNITS,
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
    period,
    step,
    unit_away,
    vaguely,
    with_part,
    year_text,
)

_SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}


# A day so near ahead is meant, whatever the tense: in May, "June 1" is next week and not last year.
NEAR = 60


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
    if wanted == now or (day and 0 < _days_ahead(month, day, published) <= NEAR):
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


def today(match: Capture, moment: Moment) -> Reading | None:
    """As in "yesterday", "tonight", "this morning", "last night"."""
    away, part = match.get("today", "shift"), match.get("daypart", "tonight")
    if away is not None and match.get("shift") is not None and (away == 1 or part not in ("MO", "AF", "EV", "NI")):
        return None
    published = moment.published
    if published is None:
        return with_part(Reading("DATE", "XXXX-XX-XX", scale="D"), part)
    return with_part(one_day(published + timedelta(days=away or 0)), part)


def overnight(_match: Capture, moment: Moment) -> Reading:
    """The night into the publication day."""
    published = moment.published
    if published is None:
        return Reading("TIME", "XXXX-XX-XXTNI", scale="D")
    before = published - timedelta(days=1)
    return Reading("TIME", f"{before.isoformat()}TNI", day_of(before), day_of(published), "D")


def shifted_unit(match: Capture, moment: Moment) -> Reading | None:
    """As in "last week", "this month", "next year"."""
    if match.get("unit") == "D":
        return Reading("DATE", "XXXX-XX-XX", scale="D")
    return unit_away(match.get("unit"), match.get("shift"), moment.published)


def weekend(_match: Capture, moment: Moment) -> Reading | None:
    """As in "over the weekend": the last one, or the next in a clause that looks ahead."""
    published = moment.published
    ended = published is not None and published.weekday() < 5
    return unit_away("WE", -1 if ended and moment.leaning() == "past" else 0, published)


def of_period(match: Capture, moment: Moment) -> Reading | None:
    """As in "the year", "the month": a time only after "the end of", which the caller checks."""
    word = next(value for name, value in match.found if name.startswith("=") and value != "the")
    unit = {"year": "Y", "month": "M", "week": "W", "decade": "E", "century": "C"}[word]
    found = unit_away(unit, 0, moment.published)
    return None if found is None else replace(found, scale=found.scale + "?")


def _count(match: Capture) -> int | None:
    """The number of units, None for "several"; "two dozen" is not read."""
    numbers = match.all("number")
    if not numbers:
        return None
    return None if "X" in numbers else int(numbers[-1])


def ago(match: Capture, moment: Moment) -> Reading | None:
    """As in "two weeks ago": the day, week, month or year it points at; "years ago": the past without a bound."""
    count, unit = _count(match), match.get("unit", "units")
    if count is None:
        return vaguely("PAST_REF", moment)
    if unit == "E":
        count, unit = count * 10, "Y"
    if unit in MINUTES:
        today = count <= 12 or unit != "TH"
        return unit_away("D", 0, moment.published) if today else vaguely("PAST_REF", moment)
    return unit_away(unit, -count, moment.published) or vaguely("PAST_REF", moment)


def vague(match: Capture, moment: Moment) -> Reading | None:
    """As in "in recent weeks", "the coming days", "soon": past or future, bounded on one side by the publication."""
    if match.get("units") in ("TM", "TS"):
        return None
    return vaguely(
        "FUTURE_REF" if match.has("future") or match.has("term") else match.get("vague", "reference") or "", moment
    )


def last_units(match: Capture, moment: Moment) -> Reading | None:
    """As in "the past three years", "the next two weeks": a duration that ends or begins at the publication."""
    unit = match.get("unit", "units")
    numbers = match.all("number")
    if match.get("shift") == 0:
        return None
    if unit == "Q" and not numbers:
        return unit_away("Q", -1, moment.published)
    if "X" in numbers:
        return vaguely("FUTURE_REF" if match.get("shift") == 1 else "PAST_REF", moment)
    count = int(numbers[-1]) if numbers else 1
    value = period(count, unit)
    published = moment.published
    if value is None:
        return None
    if published is None or unit in MINUTES:
        return Reading("DURATION", value)
    ahead = match.get("shift") == 1
    other = step(published, unit, count if ahead else -count)
    if other is None:
        return Reading("DURATION", value)
    first, last = (published, other) if ahead else (other, published)
    return Reading("DURATION", value, day_of(first), day_of(last))


def duration(match: Capture, _moment: Moment) -> Reading | None:
    """As in "three days", "a five-day visit", "two and a half years", "years of war", "a decades-long war"."""
    unit, count = match.get("unit", "units"), _count(match)
    if count is None and match.get("unit") is not None:
        count = 1
    value = period(count, unit)
    if value is not None and match.has("half"):
        value = value[:-1] + ".5" + value[-1]
    return None if value is None or unit == "Q" else Reading("DURATION", value)


_LITERAL_UNITS = {"=year": "Y", "=month": "M", "=week": "W", "=day": "D", "=night": "D"}
_LITERAL_SHIFTS = {"=before": -1, "=earlier": -1, "=after": 1, "=afterwards": 1, "=afterward": 1}


def anaphoric(match: Capture, _moment: Moment) -> Reading | None:
    """As in "the next day", "two years later": counted from another time of the text, else open."""
    literals = [name for name, _ in match.found]
    unit = match.get("unit", "units") or next(
        (_LITERAL_UNITS[name] for name in literals if name in _LITERAL_UNITS), "D"
    )
    if unit in ("Q", "TM", "TS", "WE"):
        return None
    part = match.get("daypart") or ("NI" if "=night" in literals else None)
    found = Reading("DATE", UNKNOWN_UNITS.get(unit, "XXXX-XX-XX"), scale=unit)
    away = match.get("anaphor", "later")
    if away is None:
        away = next((_LITERAL_SHIFTS[name] for name in literals if name in _LITERAL_SHIFTS), 0)
    numbers = match.all("number")
    if unit in ("D", "W", "M", "Y") and "X" not in numbers and (numbers or match.get("units") is None):
        found = replace(found, anchor=(unit, away * (int(numbers[-1]) if numbers else 1), False))
    return with_part(found, part)


def narrated_day(match: Capture, _moment: Moment) -> Reading:
    """As in "the end of the day", "in the morning": of the day the text tells of, else of the publication."""
    return with_part(Reading("DATE", "XXXX-XX-XX", scale="D", anchor=("D", 0, True)), match.get("daypart"))


def present(_match: Capture, moment: Moment) -> Reading:
    """As in "for the time being"."""
    return vaguely("PRESENT_REF", moment)


def clock(match: Capture, _moment: Moment) -> Reading | None:
    """As in "9:30 a.m.", "0930 GMT", "noon": at the day beside it, else of the day the text tells of."""
    parts = match.get("clock", "hours") or (match.get("day", "number"), 0)
    if match.has("noon") or match.has("midnight"):
        parts = (12 if match.has("noon") else 0, 0)
    hour, minute = parts[0], parts[1]
    half_day = match.get("ampm")
    if half_day is not None and 1 <= hour <= 12:
        hour = hour % 12 + half_day
    if hour >= 24 or minute >= 60:
        return None
    zone = match.get("zone") or ""
    return Reading("TIME", f"XXXX-XX-XXT{hour:02d}:{minute:02d}{zone}", scale="T", anchor=("D", 0, True))


def recurring(match: Capture, _moment: Moment) -> Reading | None:
    """As in "every Friday", "on Sundays", "each year", "daily"."""
    number = match.get("weekday", "weekdays")
    if number is not None:
        return Reading("SET", f"XXXX-WXX-{number}")
    if match.get("month") is not None:
        return Reading("SET", f"XXXX-{match.get('month'):02d}")
    unit = match.get("unit", "units")
    if unit is not None:
        value = period(_count(match) or 1, unit)
        return None if value is None else Reading("SET", value)
    part = match.get("daypart")
    return Reading("SET", f"XXXX-XX-XXT{part}" if part else match.get("adverb_set"))


MEANINGS: dict[str, Callable[[Capture, Moment], Reading | None]] = {
    "ago": ago, "anaphoric": anaphoric, "calendar": calendar, "century": century, "clock": clock, "days": days,
    "decade": decade, "duration": duration, "half": half, "holiday": holiday, "iso": iso_date,
    "last_units": last_units, "narrated_day": narrated_day, "of_period": of_period,
    "overnight": overnight, "present": present, "season": season, "set": recurring,
    "shifted_month": shifted_month, "shifted_unit": shifted_unit, "shifted_weekday": shifted_weekday,
    "slashed": slashed, "today": today, "vague": vague, "weekday": weekday, "weekday_of_week": weekday_of_week,
    "weekend": weekend, "years": years,
}  # fmt: skip
