"""Dates, voices and factuality in plain words."""

from __future__ import annotations

import unicodedata
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.formats.phrases import Phrases
from dragoman.record import Actor, EventTime, Factuality, ReportRecord, Voice

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# Unicode's explicit bidirectional embeddings, overrides and isolates: unclosed, they turn round what is not theirs.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
WITHOUT_DATE = "no date given"
WITHOUT_OUTLET = "outlet not named"


@dataclass(frozen=True, slots=True)
class VoiceStep:
    """One voice of a chain: its name in plain words, and whether the reader is not told who it is."""

    name: str
    kind: str
    anonymous: bool
    country: str | None = None

    @property
    def words(self) -> str:
        """The name, with "(anonymous)" where that is so and the name does not say it."""
        hidden = self.anonymous and "unnamed" not in self.name and "anonymous" not in self.name
        return f"{self.name} (anonymous)" if hidden else self.name


@dataclass(frozen=True, slots=True)
class VoiceChain:
    """By whose word: voices from the report's own outlet inwards."""

    steps: tuple[VoiceStep, ...]

    @property
    def words(self) -> str:
        """The chain on one line: "Sudan Events ← Al-Araby Al-Jadeed ← senior Egyptian sources (anonymous)"."""
        return " ← ".join(step.words for step in self.steps)

    @property
    def origin(self) -> VoiceStep:
        """The innermost voice: where the information entered the press."""
        return self.steps[-1]


@dataclass(frozen=True, slots=True)
class When:
    """A date or an honest interval.

    Attributes:
        words: for people.
        sort: a key that sorts; unknown digits after known ones, an undated event after the day of its report.
        known: whether the report dates it.
        heading: what it stands under in a timeline.
    """

    words: str
    sort: str
    known: bool
    heading: str


_LAST = "~~~~~"  # sorts after every date, and after dates without a year
NO_DATE = When(WITHOUT_DATE, _LAST, known=False, heading=WITHOUT_DATE)


def visible(text: str) -> str:
    """The text with characters that cannot be shown or break a page replaced, one for one, so that offsets hold.

    C0 controls become their Unicode control pictures, other controls and lone surrogates the replacement character;
    tab and line feed stay. What turns the direction of all that follows becomes a space of no width.
    """
    if text.isprintable():
        return text
    return "".join(character if character.isprintable() else _picture(character) for character in text)


def _picture(character: str) -> str:
    """What stands for a character that is not printable."""
    code = ord(character)
    if character in _TURNING:
        return "\N{ZERO WIDTH SPACE}"
    if character in "\t\n" or unicodedata.category(character) not in ("Cc", "Cs", "Co", "Cn"):
        return character
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def one_line(text: str) -> str:
    """The text on one line, runs of white space as one space, fit to be shown."""
    return " ".join(visible(text).split())


def shortened(text: str, limit: int) -> str:
    """The text on one line, cut with an ellipsis to ``limit`` characters at most, between words if that is cheap."""
    line = one_line(text)
    if len(line) <= limit:
        return line
    whole = line[:limit].rpartition(" ")[0].rstrip()
    return (whole if 2 * len(whole) >= limit else line[: limit - 1].rstrip()) + "…"


def listed(words: Sequence[str]) -> str:
    """Words in a list: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def country_name(code: str | None, names: Mapping[str, str]) -> str | None:
    """The country's English name, the code where it is unknown, None for None."""
    return None if code is None else names.get(code, code)


def voice_chain(record: ReportRecord, chain: Sequence[str], phrases: Phrases) -> VoiceChain:
    """A chain of voice ids in words; ids that the record does not have are left out, an empty chain is the report's."""
    voices = {voice.id: voice for voice in record.voices}
    actors = {actor.id: actor for actor in record.actors}
    steps = [_step(voices[voice], actors, record, phrases) for voice in chain if voice in voices]
    if not steps:
        steps = [VoiceStep(outlet_words(record, phrases), "self", anonymous=False)]
    return VoiceChain(tuple(steps))


def outlet_words(record: ReportRecord, phrases: Phrases) -> str:
    """The outlet's name, or "the report itself"."""
    return one_line(record.own_outlet) if record.own_outlet else phrases.voices["self"]


def _step(voice: Voice, actors: Mapping[str, Actor], record: ReportRecord, phrases: Phrases) -> VoiceStep:
    """One voice in words: the outlet for the report's own, its actor's name, else the words for its kind."""
    if voice.kind == "self":
        name = outlet_words(record, phrases)
    elif voice.actor and voice.actor in actors:
        name = one_line(actors[voice.actor].name)
    else:
        name = phrases.voices.get(voice.kind, voice.kind)
    return VoiceStep(name, voice.kind, anonymous=voice.kind == "anonymous", country=voice.country)


def factuality_words(factuality: Factuality, phrases: Phrases) -> str:
    """How the event stands: "" for a plain past fact, "possible only, if a condition is met", "going on" and so on."""
    parts = [phrases.statuses.get(factuality.status, factuality.status)]
    if factuality.conditional:
        parts.append("if a condition is met")
    parts.append(phrases.aspects.get(factuality.aspect, factuality.aspect))
    return ", ".join(part for part in parts if part)


def when(time: EventTime | None, text: str, published: str | None = None) -> When:
    """An event's time in words: the day, or the interval with the words it was read from.

    Digits the report leaves unknown (``X``) are said to be so: "1 to 10 December, year not given (“early December”)".
    An event without a date stands under the day its report was published, and says so.

    Args:
        time: as the record has it.
        text: the report's text, for the words.
        published: ISO date of the report, if known.
    """
    said = shortened(text[slice(*time.span)], 40) if time and time.span else ""
    start, end = (time.from_, time.to) if time else (None, None)
    if not start and not end:
        heading = f"no date given, reported {date_words(published)}" if published else WITHOUT_DATE
        return When(
            f"“{said}”" if said else heading, f"{published}~" if published else _LAST, known=False, heading=heading
        )
    words = _interval(start, end)
    exact = start == end and start is not None and "X" not in start
    if said and not exact and said.casefold() not in words.casefold():
        words += f" (“{said}”)"
    return When(words, (start or end or _LAST).replace("X", "~"), known=True, heading=words)


def date_words(value: str | None) -> str:
    """An ISO date in words; a date that is not one is given as it stands, None as "no date given"."""
    if not value:
        return WITHOUT_DATE
    year, month, day = _parts(value)
    return _joined(day, month, year) or value


def _interval(start: str | None, end: str | None) -> str:
    """An interval in words, what both ends share said once."""
    if start is None:
        return f"until {date_words(end)}"
    if end is None:
        return f"since {date_words(start)}"
    if start == end:
        return date_words(start)
    (year, month, day), (last_year, last_month, last_day) = _parts(start), _parts(end)
    if not (day and last_day):
        return f"{date_words(start)} to {date_words(end)}"
    if (year, month) == (last_year, last_month):
        if day == "1" and last_day == _last_day(month, year):
            return _joined("", month, year)
        return f"{day} to {_joined(last_day, month, year)}"
    if year == last_year:
        if (day, month, last_day, last_month) == ("1", MONTHS[0], "31", MONTHS[11]) and year:
            return year
        return f"{day} {month} to {_joined(last_day, last_month, year)}"
    return f"{date_words(start)} to {date_words(end)}"


def _parts(value: str | None) -> tuple[str, str, str]:
    """Year, month name and day of an ISO date; "" for a part that is absent or unknown."""
    fields = [*(value or "").split("-"), "", "", ""][:3]
    year = fields[0] if fields[0].isdecimal() else ""
    month = MONTHS[int(fields[1]) - 1] if fields[1].isdecimal() and 1 <= int(fields[1]) <= 12 else ""
    day = str(int(fields[2][:2])) if fields[2][:2].isdecimal() else ""
    return year, month, day


def _last_day(month: str, year: str) -> str:
    """The last day of a month, of a leap year where the year is unknown."""
    known = int(year) if year and int(year) > 0 else 2000
    return str(monthrange(known, MONTHS.index(month) + 1)[1]) if month else ""


def _joined(day: str, month: str, year: str) -> str:
    """Day, month and year in words; a year the report does not give is said to be missing."""
    if not month and not year:
        return ""
    words = " ".join(part for part in (day, month, year) if part)
    return words if year else f"{words}, year not given"
