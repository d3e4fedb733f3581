"""What the patterns of ``times.toml`` mean: one function for each ``meaning``, and the table of them.

Each takes what the pattern matched and the moment it is read at, and gives a reading, or None where the words that
match are no time after all ("30 February", "the second day"). Those for dates are in :mod:`.time_calendar`; here are
times told from the publication, from another time or from none, lengths of time, hours and what recurs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from dragoman.reading.time_calendar import (
    calendar,
    century,
    days,
    decade,
    half,
    holiday,
    iso_date,
    season,
    shifted_month,
    shifted_weekday,
    slashed,
    weekday,
    weekday_of_week,
    years,
)
from dragoman.reading.time_values import (
    MINUTES,
    UNKNOWN_UNITS,
    Capture,
    Moment,
    Reading,
    day_of,
    one_day,
    period,
    step,
    unit_away,
    vaguely,
    with_part,
)


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
