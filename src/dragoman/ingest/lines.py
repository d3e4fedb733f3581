"""Whole lines that are no prose: bylines, agency lines, credits, pointers to other texts.

Each recogniser looks at one line (a paragraph) and says no unless the form leaves no doubt: a paragraph of the report
taken for head matter is a loss nobody sees, a line of head matter taken for prose is a nuisance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ingest.dates import cut_dates, read_date_line
from dragoman.ingest.paragraphs import ends_sentence
from dragoman.ingest.words import load_head_words
from dragoman.lexicon.outlets import Outlets

_LONGEST_NAME_LINE = 14  # words
_LONGEST_CREDIT = 400  # code points, at the end of a paragraph
_PARTS = re.compile(r"\s*\|[\s|,/·•–—-]*|\s+[-–—|/·•]+\s+|\s*[|/·•]\s*|\s*[,;]\s+|\s+(?:and|&|with)\s+")
_LABEL = re.compile(r"([A-Za-z][A-Za-z ]{1,24}?)\s*[:：]\s*(?=\S)")
_OPENING_WORDS = re.compile(r"[\s([{–—*•>-]*([A-Za-z][A-Za-z -]{0,60}?)\s*(?::|$)")
_CONTRIBUTED = re.compile(
    r"(.{2,80}?)\s+contributed to (?:this|the) (?:report|article|story|reporting)\.?$", re.IGNORECASE
)
_TRAILING = re.compile(r"\s*(?:[(\[](?P<bracketed>[^()\[\]\n]{2,300})[)\]]|[–—/]\s*(?P<dashed>[^–—/().\n]{2,40}))\s*$")
_PRODUCTION = re.compile(
    r"(?:\b(?:additional|further|other)\s+)?\b(?:reporting|editing|writing|translation|graphics?|edited|written|compiled|translated|produced)\s+by\b",
    re.IGNORECASE,
)
_RELATIVE_TIME = re.compile(
    r"(?:(?:published|updated|posted)\s+)?\d+\s+(?:minutes?|hours?|days?)\s+ago|\d+[ -]min(?:ute)?s? read"
)
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright\b)\s*(?:©|\(c\))?\s*(?:\d{4}|all rights|by\b)", re.IGNORECASE)
_LINKED_SOURCE = re.compile(r"(?:source|via|link|url)\s*:?\s*(?:https?:|www\.)", re.IGNORECASE)
_WORD = re.compile(r"[^\s,;/|&]+")


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a line, at code points ``[start, end)`` of the line; ``generic`` for unnamed wire services."""

    name: str
    start: int
    end: int
    generic: bool = False


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """The outlet an agency line names as its own, if any, and those the text was taken from, in order."""

    outlet: Named | None
    taken_from: tuple[Named, ...]


def is_name_list(text: str, longest: int = _LONGEST_NAME_LINE) -> bool:
    """Whether a text holds capitalised names and the small words that join them, at most ``longest`` words."""
    words = _WORD.findall(text)
    if not words or len(words) > longest:
        return False
    small = load_head_words().small_words
    plain = [word.strip(".,()'’\"“”") for word in words]
    return plain[0][:1].isupper() and all(word[:1].isupper() or word.lower() in small or not word for word in plain)


def is_byline(line: str) -> bool:
    """Whether a line names the writers: "By Jane Doe", "By X in Cairo and Y", "Jane Doe, Staff writer"."""
    words = load_head_words()
    bare = line.strip(" *_-–—|[]().")
    lower = bare.lower()
    if lower in words.byline_lines or any(
        lower.endswith((", " + role, " | " + role, " - " + role)) for role in words.byline_lines
    ):
        return len(bare.split()) <= _LONGEST_NAME_LINE
    for opening in words.byline_openings:
        rest = bare[len(opening) :]
        if lower.startswith(opening) and rest[:1] in (" ", ":", ""):
            names = rest.strip(" :")
            # "By Monday" and "By Land and Sea" are no people; one word after "By" could be anything.
            return (not names and opening != "by") or (
                len(names.split()) > 1
                and not line.rstrip().endswith((".", ":"))
                and is_name_list(names)
                and not read_date_line(names)
            )
    return False


def byline_outlet(line: str, outlets: Outlets) -> Named | None:
    """The known outlet that a byline names in place of writers: "By Reuters Staff", "By AFP"."""
    bare = line.strip(" *_-–—|[]().,")
    if not bare.lower().startswith("by "):
        return None
    name = bare[3:].strip().removesuffix(" Staff").removesuffix(" staff").removesuffix(" Reporter")
    return (
        Named(name, line.index(name), line.index(name) + len(name)) if name and outlets.find(name) is not None else None
    )


def is_bare_name(line: str) -> bool:
    """Whether a line could be a person's name and nothing else: two to four capitalised words without any mark."""
    words = line.split()
    return 2 <= len(words) <= 4 and all(
        re.fullmatch(r"[^\W\d_][\w'’.\-]*", word) and word[0].isupper() for word in words
    )


def agency_line(line: str, outlets: Outlets) -> AgencyLine | None:
    """The outlets of a line that holds only outlets, agencies, names and dates ("Sudan Events – Agencies"), else None.

    At least one part must be an outlet beyond doubt, so that two names with a dash between them are not believed. An
    unknown name is the outlet only before unnamed agencies and with two words or more: "Cairo – Agencies" and
    "Jane Doe, Reuters" name a place and a writer.
    """
    bare = line.strip(" ()[]*")
    if not bare or len(bare) > 120:
        return None
    offset = line.index(bare)
    sure: list[Named] = []
    unknown: list[Named] = []
    undated, dates = cut_dates(bare)
    for start, end in _split(undated):
        part = bare[start:end]
        shorter = part.removesuffix(" Staff").removesuffix(" staff")
        named = Named(shorter, offset + start, offset + start + len(shorter), part.lower() in outlets.generic)
        if named.generic or outlets.find(shorter) is not None or outlets.sounds_like_one(shorter):
            sure.append(named)
        elif is_name_list(part) and len(part.split()) <= 5 and not part.endswith((".", "!", "?")):
            unknown.append(named)
        else:
            return None
    if not sure or (len(sure) + len(unknown) == 1 and not dates and not _stands_alone(sure[0], outlets)):
        return None
    return _sort_agency_line(sure, unknown, outlets)


def _stands_alone(named: Named, outlets: Outlets) -> bool:
    """Whether an outlet's name is beyond doubt on a line of its own."""
    known = outlets.find(named.name)
    return named.generic or (known is not None and not known.common)


def _sort_agency_line(sure: list[Named], unknown: list[Named], outlets: Outlets) -> AgencyLine:
    """Which of the names is the outlet's own, and which are those it took the text from."""
    own = next((one for one in sure if not one.generic and not _is_wire(one, outlets)), None)
    taken = [
        one
        for one in sure
        if one is not own and (not one.generic or "agenc" in one.name.lower() or "wire" in one.name.lower())
    ]
    if (
        own is None
        and unknown
        and any(one.generic for one in taken)
        and unknown[0].start < taken[0].start
        and " " in unknown[0].name
    ):
        own = unknown[0]
    return AgencyLine(own, tuple(taken))


def _is_wire(named: Named, outlets: Outlets) -> bool:
    """Whether a name is a known news agency's."""
    known = outlets.find(named.name)
    return known is not None and known.wire


def _split(line: str) -> list[tuple[int, int]]:
    """The parts of an agency line as offsets; known separators between them, white space stripped."""
    parts: list[tuple[int, int]] = []
    at = 0
    for found in [*_PARTS.finditer(line), None]:
        end = len(line) if found is None else found.start()
        piece = line[at:end]
        if piece.strip():
            lead = len(piece) - len(piece.lstrip())
            parts.append((at + lead, at + lead + len(piece.strip())))
        at = end if found is None else found.end()
    return parts


def read_field(line: str) -> tuple[str, int] | None:
    """What a head field holds and where its value starts: "Title: …" gives ("title", 7); None for other lines."""
    found = _LABEL.match(line)
    if found is None:
        return None
    kind = load_head_words().fields.get(found.group(1).lower())
    return None if kind is None else (kind, found.end())


def credit_line(line: str, outlets: Outlets) -> list[Named] | None:
    """The outlets of a line that says where the text was taken from ("Source: X", "With agencies"), else None."""
    bare = line.strip(" ()[]*–—-")
    contributed = _CONTRIBUTED.match(bare)
    if contributed is not None:
        names = contributed.group(1)
        return _names(names, line.index(names), outlets) if is_name_list(names) else None
    lower = bare.lower()
    openings = load_head_words().credit_openings
    if not lower.startswith(tuple(openings)):
        return None
    for opening in sorted(openings, key=len, reverse=True):
        if not lower.startswith(opening):
            continue
        rest = bare[len(opening) :]
        names = rest.strip(" :.–—-()")
        if lower.rstrip(".") == opening and "agencies" in opening:
            return [Named("agencies", line.lower().index("agencies"), line.lower().index("agencies") + 8, generic=True)]
        labelled = rest.lstrip()[:1] == ":"
        generic = names.lower() in outlets.generic
        if not names or rest[:1] not in (" ", ":") or not (generic or is_name_list(names)):
            continue
        if labelled or generic or all(outlets.find(line[a:b]) for a, b in _shifted(names, line.index(names))):
            return _names(names, line.index(names), outlets)
    return None


def _shifted(names: str, offset: int) -> list[tuple[int, int]]:
    """The parts of a list of names, as offsets into the line."""
    return [(start + offset, end + offset) for start, end in _split(names)]


def _names(names: str, offset: int, outlets: Outlets) -> list[Named]:
    """Every outlet of a list of names; dates left out."""
    named: list[Named] = []
    for start, end in _split(names):
        part = names[start:end].strip("()[]")
        if not read_date_line(part):
            named.append(Named(part, offset + start, offset + start + len(part), part.lower() in outlets.generic))
    return named


def is_tail_line(line: str) -> bool:
    """Whether a line is a pointer, a production credit or a notice: "Read more: …", "Reporting by X; editing by Y"."""
    words = load_head_words()
    lower = line.strip().lower()
    if lower in words.tail_lines or lower.rstrip(" .:") in words.tail_lines:
        return True
    if _RELATIVE_TIME.fullmatch(lower):
        return True
    opening = _OPENING_WORDS.match(line)
    if opening is not None and opening.group(1).lower().strip() in words.tail_openings:
        return True
    bare = line.strip(" ()[]{}–—*•>-")
    if _COPYRIGHT.match(bare) or _LINKED_SOURCE.match(bare):
        return True
    if _PRODUCTION.match(bare) is None:
        return False
    return is_name_list(_PRODUCTION.sub("", bare).strip(" ;,.()"), longest=60)


def is_notice(line: str) -> bool:
    """Whether a short line at the end of a text speaks to the reader: "Follow us on …", "Subscribe to …"."""
    lower = line.lower().lstrip(" ([{–—*•>-")
    return len(line) <= 300 and any(lower.startswith(opening + " ") for opening in load_head_words().tail_notices)


def trailing_credit(paragraph: str, outlets: Outlets) -> tuple[int, list[Named]] | None:
    """Where a credit that ends a paragraph starts ("… Monday. (Reuters)"), and its outlets; None if there is none."""
    # Only the end is searched: a long run of spaces further up would cost its square.
    found = _TRAILING.search(paragraph, max(0, len(paragraph) - _LONGEST_CREDIT))
    if found is None or not ends_sentence(paragraph[: found.start()]):
        return None
    group = "bracketed" if found.group("bracketed") else "dashed"
    inside = found.group(group)
    offset = found.start(group)
    start = found.start() + len(found.group()) - len(found.group().lstrip())
    credit = credit_line(inside, outlets)
    if credit is not None:
        return start, [Named(one.name, one.start + offset, one.end + offset, one.generic) for one in credit]
    parts = _shifted(inside, offset)
    if all(outlets.find(paragraph[a:b]) or paragraph[a:b].lower() in outlets.generic for a, b in parts):
        return start, _names(inside, offset, outlets)
    return (start, []) if group == "bracketed" and is_tail_line(inside) else None
