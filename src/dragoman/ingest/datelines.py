"""What may open a report's first paragraph without being prose: "CAIRO, Dec 8 (Reuters) - ", "date 2025-12-08 "."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass, replace
from datetime import date

from dragoman.ingest.dates import DateReading, read_date, read_label
from dragoman.ingest.words import load_head_words
from dragoman.lexicon.outlets import Outlets
from dragoman.ontology.countries import load_countries

# Place names: CAIRO, WASHINGTON/CAIRO, N’DJAMENA, UNITED NATIONS; Cairo, Abu Dhabi.
_CAPITALS = r"[A-Z][A-Z.'’\-]+(?:[ /][A-Z][A-Z.'’\-]*){0,3}"
_TITLED = r"[A-Z][\w.'’\-]+(?:[ /](?:(?:al|el|de|la|of|and)[ -])?[A-Z][\w.'’\-]+){0,3}"
_PLACE = re.compile(rf"(?P<capitals>{_CAPITALS})(?![a-z])|{_TITLED}")
_REGION = re.compile(rf",\s*(?!\d)({_TITLED})\.?")
_BRACKET = re.compile(r"\s*[(\[]\s*(?P<inside>[^()\[\]\n]{2,60}?)\s*[)\]]")
_PLACE_AFTER = re.compile(rf",?\s+(?:\((?:{_CAPITALS}|{_TITLED})\)|(?<=, )(?:{_CAPITALS}|{_TITLED})(?!\w))")
_COUNTRY_AFTER = re.compile(rf"\s*\(({_TITLED})\)")
# Old wires have "_", spoilt ones nothing legible.
_DASH = re.compile(r"\s*(?:--+|[–—]|-(?=\s)|(?<=\s)[_\ufffd](?=\s))\s*")
_SPACED_DASH = re.compile(r"\s+(?:--+|[–—_-])\s+")
_BARE_AGENCY = re.compile(r",\s+([A-Z][\w.&-]{1,20})(?=\s*(?:--|[–—_-]\s))")
_UNDASHED = re.compile(r"\s+(?:[\"”“]\s+)?(?=[\"“]?[A-Z])")
_SENTENCE_OPENING = re.compile(r"[“\"‘'(\[]*(?:[A-Z0-9\u00c0-\u00de\u0590-\u06ff])")


@dataclass(frozen=True, slots=True)
class Opening:
    """Head matter at the start of a paragraph, up to offset ``end``; what it says of date and agency.

    ``labelled`` is True for a place in capitals with a colon and nothing else ("KAMPALA: …"), the form that the name of
    a speaker or a topic has as well.
    """

    end: int
    day: date | None = None
    dated: bool = False
    agency: str | None = None
    agency_span: tuple[int, int] = (0, 0)
    labelled: bool = False


def labelled_date(text: str, start: int, end: int) -> Opening | None:
    """A date that opens a line of prose after a label ("date 2025-12-08 The president …") or in ISO form."""
    label = read_label(text, start)
    at = start
    if label is not None:
        if label[1] not in load_head_words().prefix_labels:
            return None
        at = label[0]
    reading = read_date(text, at)
    if reading is None or reading.end >= end or (label is None and not _is_iso(text, at)):
        return None
    rest = text[reading.end : end]
    if not rest[:1].isspace() or _SENTENCE_OPENING.match(rest.lstrip()) is None:
        return None
    return Opening(reading.end, reading.day, dated=True)


def dateline(text: str, start: int, end: int, outlets: Outlets) -> Opening | None:
    """The dateline that opens a paragraph, or that the paragraph wholly is, or None.

    A place alone is believed only where its form leaves no doubt: in capitals before a dash or colon, or with the
    country after it. Anything else needs a date or an agency in brackets.
    """
    line = text[start:end]
    dated_first = _dated_first(line)
    if dated_first is not None:
        return Opening(start + dated_first.end, dated_first.day, dated=True)
    if (relayed := _agency_first(text, start, end, outlets)) is not None:
        return relayed
    place = _PLACE.match(line)
    at = 0 if place is None else place.end()
    regions = 0
    while (
        place is not None
        and regions < 2
        and (region := _REGION.match(line, at))
        and read_date(line, region.start(1)) is None
        and not ((bare := _BARE_AGENCY.match(line, at)) and outlets.find(bare.group(1)))
    ):
        at, regions = region.end(), regions + 1
    if place is not None and (country := _COUNTRY_AFTER.match(line, at)) and _is_country(country.group(1)):
        at = country.end()
    reading, at = _date_after(line, at) if place is not None else (None, 0)
    sure = reading is not None or (place is not None and place.group("capitals") is not None)
    agency, dated_bracket, at = _bracket(line, at, outlets, sure=sure)
    reading = reading or dated_bracket
    if place is None and agency is None:
        return None
    if reading is None:
        reading, at = _date_after(line, at)
    seat = _is_capital(place)
    where = reading is not None or sure or seat
    if agency is None and where and (bare := _BARE_AGENCY.match(line, at)) is not None:
        agency, at = (bare.span(1), bare.end()) if is_agency(bare.group(1), outlets) else (None, at)
    certain = reading is not None or agency is not None
    stop = _stop(line, at, place, regions, certain=certain)
    if stop is None and agency is not None and (sure or seat) and line[at - 1] == ")":
        # "LIMA (AP) The government …": the bracket alone ends it.
        opening = _UNDASHED.match(line, at)
        stop = None if opening is None else opening.end()
    if stop is None:
        return None
    return Opening(
        start + stop,
        None if reading is None else reading.day,
        reading is not None,
        None if agency is None else line[agency[0] : agency[1]],
        (0, 0) if agency is None else (start + agency[0], start + agency[1]),
        labelled=not certain and line[:stop].rstrip().endswith(":"),
    )


def _is_capital(place: re.Match[str] | None) -> bool:
    return place is not None and load_countries().by_capital(place.group()) is not None


def _agency_first(text: str, start: int, end: int, outlets: Outlets) -> Opening | None:
    """A dateline that begins with its agency: "(Nile Wire) BUKAVU, 14 June 2012 – "."""
    bracket = _BRACKET.match(text, start, end)
    if bracket is None or not is_agency(bracket.group("inside"), outlets):
        return None
    begin = bracket.end()
    while begin < end and text[begin].isspace():
        begin += 1
    if _PLACE.match(text, begin, end) is None:
        return None
    found = dateline(text, begin, end, outlets)
    if found is None or found.agency is not None:
        return None
    return replace(found, agency=bracket.group("inside"), agency_span=bracket.span("inside"), labelled=False)


def _dated_first(line: str) -> DateReading | None:
    """A dateline that begins with its date or stands in brackets: "8 May 2025, Geneva – ", "(Lima, 8 May 2025) – "."""
    bracketed = line.startswith("(")
    place = _PLACE.match(line, 1) if bracketed else None
    reading, at = _date_after(line, place.end()) if place is not None else (read_date(line), 0)
    if reading is None:
        return None
    if bracketed:
        at = reading.end + 1 if line[reading.end : reading.end + 1] == ")" else 0
    else:
        after = _PLACE_AFTER.match(line, reading.end)
        at = after.end() if after is not None else 0
    dash = _SPACED_DASH.match(line, at) if at else None
    if dash is None or _SENTENCE_OPENING.match(line, dash.end()) is None:
        return None
    return DateReading(dash.end(), reading.day)


def _stop(line: str, at: int, place: re.Match[str] | None, regions: int, *, certain: bool) -> int | None:
    """Where the dateline ends, given what stands before ``at``; None if it is none."""
    rest = line[at:].strip(" .")
    if not rest:
        return len(line) if certain else None
    at += certain and line[at] == "."  # "Dec. 8. –"
    capitals = place is not None and place.group("capitals") is not None and _is_place(place.group("capitals"))
    dash = _DASH.match(line, at) if certain else _SPACED_DASH.match(line, at)
    if dash is None and certain and line[at : at + 1] == ":":
        dash = re.compile(r":\s*").match(line, at)
    if dash is None and capitals and not regions and line[at : at + 2] == ": ":
        return at + 2 if _SENTENCE_OPENING.match(line, at + 2) else None
    if dash is None or _SENTENCE_OPENING.match(line, dash.end()) is None:
        return None
    if certain or capitals:
        return dash.end()
    # "Tripoli, Libya – The …" and "Tripoli – The …" are datelines, a pair of dashes is prose.
    known = regions or _is_capital(place)
    single = dash.group().strip() != "-" and _SPACED_DASH.search(line[dash.end() :].split(". ", 1)[0]) is None
    return dash.end() if known and single else None


def _date_after(line: str, at: int) -> tuple[DateReading | None, int]:
    """A date after white space and commas, and the offset after it; or None and the offset given."""
    gap = at
    while gap < len(line) and line[gap] in " ,\t\u00a0":
        gap += 1
    reading = read_date(line, gap)
    return (None, at) if reading is None else (reading, reading.end)


def _bracket(
    line: str, at: int, outlets: Outlets, *, sure: bool
) -> tuple[tuple[int, int] | None, DateReading | None, int]:
    """An agency or a date in brackets: the agency's span, the date, and the offset after the bracket."""
    found = _BRACKET.match(line, at)
    if found is None:
        return None, None, at
    inside = found.group("inside")
    reading = read_date(inside)
    if reading is not None and reading.end == len(inside):
        return None, reading, found.end()
    if is_agency(inside, outlets) or (sure and _is_unknown_agency(inside)):
        return found.span("inside"), None, found.end()
    return None, None, at


def is_agency(name: str, outlets: Outlets) -> bool:
    """Whether a bracketed name is an agency's: known, generic, or built as an outlet's."""
    parts = [part.strip() for part in re.split(r"[/,;&]|\band\b", name) if part.strip()]
    return bool(parts) and all(
        outlets.find(part) is not None or part.lower() in outlets.generic or outlets.sounds_like_one(part)
        for part in parts
    )


def _is_unknown_agency(name: str) -> bool:
    """Whether a name in brackets after a place and date may be an agency's: capitalised words, and no country."""
    words = name.split()
    return len(words) <= 4 and all(word[0].isupper() for word in words) and load_countries().by_name(name) is None


def _is_country(name: str) -> bool:
    """Whether a name in brackets behind a place is its country's: "Gulu (Uganda)"."""
    return load_countries().by_name(name) is not None


@functools.cache
def _is_place(capitals: str) -> bool:
    """Whether words in capitals may be a place: not a known label or abbreviation, and more than three letters."""
    return len(capitals) > 3 and capitals.split()[0].strip(".") not in load_head_words().not_places


def _is_iso(text: str, at: int) -> bool:
    """Whether four digits and a hyphen stand at an offset."""
    return text[at : at + 4].isdigit() and text[at + 4 : at + 5] == "-"
