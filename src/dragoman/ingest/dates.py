"""Dates as they stand in head matter: "Published: Mon 08 Dec 2025 14:03 GMT", "2025-12-08 10:00", "Dec 8".

Only what a line gives in full is believed: a day without a year, or "08/12/2025", whose day and month may be swapped,
is a date line but no publication date.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from datetime import date

from dragoman.ingest.words import load_head_words

_DIGIT = re.compile(r"\d")
_WORD_START = re.compile(r"\b\w")
_WORD_END = re.compile(r"\w+")
_SEPARATORS = re.compile(r"[\s,|/·•–—-]*(?:\bat\b|\bon\b)?[\s|]*")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date read up to offset ``end``: the day, None if it is not given in full; ``late`` if it is an update's."""

    end: int
    day: date | None
    late: bool = False


@functools.cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns for a label, for a date, and for a clock time with its zone."""
    words = load_head_words()
    labels = "|".join(re.escape(label) for label in sorted(words.date_labels, key=len, reverse=True))
    month = "|".join([*words.months, "sept", *(name[:3] for name in words.months)])
    weekday = "|".join([*words.weekdays, "tues", "thur", "thurs", *(name[:3] for name in words.weekdays)])
    zones = "|".join(re.escape(zone) for zone in sorted(words.zones, key=len, reverse=True))
    day = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
    dates = (
        r"(?P<y1>\d{4})[-/.](?P<m1>\d{1,2})[-/.](?P<d1>\d{1,2})",
        rf"{day.format('d2')}[\s-]*(?:of\s+)?(?P<n2>{month})\b\.?(?:,?[\s-]*(?P<y2>\d{{4}})\b)?",
        rf"(?P<n3>{month})\b\.?\s*{day.format('d3')}\b(?:,?\s*(?P<y3>\d{{4}})\b)?",
        r"(?P<d4>\d{1,2})[-/.](?P<m4>\d{1,2})[-/.](?P<y4>\d{4})",
    )
    zone = rf"(?:\s*(?:{zones}))*(?:\s*[+-]\d{{2}}:?\d{{2}})?(?:\s*\((?:{zones})\))?"
    clock = rf"T?\d{{1,2}}(?:[:.h]\d{{2}}){{1,2}}(?:\.\d+)?(?:\s*(?:a\.?m\.?|p\.?m\.?))?{zone}(?!\w)"
    clock += rf"|\d{{1,2}}\s*(?:am|pm)\b(?:\s*(?:{zones})\b)?|\d{{4}}\s*(?:{zones})\b"
    flags = re.IGNORECASE
    return (
        re.compile(rf"({labels})\b\s*[:\-–—]?\s*", flags),
        re.compile(
            rf"(?:(?:{weekday})\b\.?,?\s*(?:the\s+)?)?(?:{'|'.join(dates)})(?!\w|[-/.]\d)|(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?=T\d)",
            flags,
        ),
        re.compile(clock, flags),
    )


def read_date(text: str, at: int = 0) -> DateReading | None:
    """The date that stands at an offset, or None."""
    found = _patterns()[1].match(text, at)
    return None if found is None else DateReading(found.end(), _day(found))


def read_clock(text: str, at: int = 0) -> int | None:
    """Where the clock time at an offset ends, or None."""
    found = _patterns()[2].match(text, at)
    return None if found is None else found.end()


def read_label(text: str, at: int = 0) -> tuple[int, str] | None:
    """Where the date label at an offset ends, and the label in lower case, or None."""
    found = _patterns()[0].match(text, at)
    return None if found is None else (found.end(), found.group(1).lower())


def read_date_line(line: str) -> list[DateReading]:
    """The dates of a line that holds nothing but dates, clock times and their labels; else an empty list."""
    late_labels = load_head_words().late_labels
    readings: list[DateReading] = []
    at, late = 0, False
    stop = len(line.rstrip(" \t.])"))
    at = len(line) - len(line.lstrip(" \t[("))
    while at < stop:
        label = read_label(line, at)
        if label is not None and label[0] <= stop:
            at, late = label[0], label[1] in late_labels
            continue
        reading = read_date(line, at)
        if reading is not None:
            readings.append(DateReading(reading.end, reading.day, late))
            at = reading.end
        else:
            clock = read_clock(line, at)
            if clock is None:
                return []
            at = clock
        gap = _SEPARATORS.match(line, at)
        at = gap.end() if gap is not None else at
    return readings


def cut_dates(line: str) -> tuple[str, list[DateReading]]:
    """A line with its dates, their labels and clock times written over by bars, same length; and the dates."""
    readings: list[DateReading] = []
    if _DIGIT.search(line) is None:
        return line, readings
    at = 0
    while (word := _WORD_START.search(line, at)) is not None:
        begin = word.start()
        label = read_label(line, begin)
        reading = read_date(line, begin if label is None else label[0])
        if reading is None:
            at = _WORD_END.match(line, begin).end()  # type: ignore[union-attr]
            continue
        late = label is not None and label[1] in load_head_words().late_labels
        readings.append(DateReading(reading.end, reading.day, late))
        at = reading.end
        gap = _SEPARATORS.match(line, at)
        clock = read_clock(line, at if gap is None else gap.end())
        at = at if clock is None else clock
        line = line[:begin] + "|" * (at - begin) + line[at:]
    return line, readings


def _day(found: re.Match[str]) -> date | None:
    """The day of a matched date, None if it is not given in full or does not exist."""
    months = load_head_words().months
    groups = found.groupdict()
    if groups["iso"]:
        year, month, day = (int(part) for part in groups["iso"].split("-"))
    elif groups["y1"]:
        year, month, day = int(groups["y1"]), int(groups["m1"]), int(groups["d1"])
    elif groups["y4"]:
        year, month, day = int(groups["y4"]), int(groups["m4"]), int(groups["d4"])
        if day <= 12 and month <= 12 and day != month:
            return None
        if month > 12:
            day, month = month, day
    else:
        key = "2" if groups["n2"] else "3"
        if groups["y" + key] is None:
            return None
        name = groups["n" + key].lower()[:3]
        year, day = int(groups["y" + key]), int(groups["d" + key])
        month = next(number for number, full in enumerate(months, 1) if full.startswith(name))
    try:
        return date(year, month, day)
    except ValueError:
        return None
