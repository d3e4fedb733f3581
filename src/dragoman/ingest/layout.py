"""Which parts of a text are title, prose, and head or tail matter, and what that matter says of outlet and date."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from dragoman.ingest.datelines import Opening, dateline, labelled_date
from dragoman.ingest.dates import cut_dates, read_date_line
from dragoman.ingest.lines import (
    Named,
    agency_line,
    byline_outlet,
    credit_line,
    is_bare_name,
    is_byline,
    is_name_list,
    is_notice,
    is_tail_line,
    read_field,
    trailing_credit,
)
from dragoman.ingest.paragraphs import Block, ends_sentence, paragraphs
from dragoman.ingest.report import Segment, SegmentKind
from dragoman.lexicon.outlets import Outlets

_HEAD_BLOCKS = 10  # head matter stands among the first paragraphs ...
_DECK_BLOCKS = 2  # ... before or after at most so many of prose
_TAIL_BLOCKS = 6
_LONGEST_TITLE = 200  # code points
_LONGEST_TAIL_LINE = 600
_LONGEST_CROSSHEAD = 80
_CROSSHEAD_WORDS = 10
_PLAIN_CROSSHEAD_WORDS = 6  # of a crosshead that is not in title case
_SHORTEST_PARAGRAPH = 60  # below a crosshead
_INNER_STOP = re.compile(r"[^\W\d_]{3}[.!?][\"”’')]*\s+[“\"‘'(]*[A-Z]")
_TITLE_THEN_DATE = re.compile(
    r"title\s*:?\s+(?P<title>\S.{0,240}?)\s+(?=date\s*:?\s+\d{4}-\d{2}-\d{2}\b)", re.IGNORECASE
)
_AROUND_NAMES = " |,–—-·•/"
_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{0,40}:\s")
_SITE = re.compile(r"\s+\|\s+(?P<name>[^|]{2,60})$")


@dataclass(slots=True)
class Layout:
    """A text's segments, in order, and the evidence found in its head and tail matter.

    ``outlets`` names the report's own outlet (the first is believed), ``wires`` the agencies of datelines, the outlet
    itself if there is no other; ``days`` are publication dates, ``late_days`` those of updates.
    """

    segments: list[Segment] = field(default_factory=list)
    titles: list[tuple[int, int]] = field(default_factory=list)
    outlets: list[Named] = field(default_factory=list)
    wires: list[Named] = field(default_factory=list)
    taken_from: list[Named] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    late_days: list[date] = field(default_factory=list)


def lay_out(text: str, outlets: Outlets, title: str | None = None) -> Layout:
    """The layout of a canonical text; ``title`` is the one the user gave, if any."""
    return _Reader(text, outlets, title).read()


class _Reader:
    """Goes over a text's paragraphs once, in order."""

    def __init__(self, text: str, outlets: Outlets, title: str | None) -> None:
        self.text = text
        self.known = outlets
        self.given_title = title
        self.layout = Layout()
        self.blocks = paragraphs(text)
        self.bodies = 0

    def read(self) -> Layout:
        """The finished layout."""
        long = [line for line in map(self._line, self.blocks) if len(line) > _LONGEST_CROSSHEAD]
        # A transcript: paragraphs open with the names of speakers, "KERRY: …".
        self.speakers = sum(_SPEAKER.match(self._line(block)) is not None for block in self.blocks)
        # Where paragraphs commonly lack a final stop, its lack tells nothing.
        self.crossheads = sum(map(ends_sentence, long)) >= 0.8 * len(long)
        for index in range(len(self.blocks)):
            self._read_block(index)
        return self.layout

    def _line(self, block: Block) -> str:
        return self.text[block.start : block.end]

    def _add(self, kind: SegmentKind, start: int, end: int) -> None:
        """Add a segment without the white space around it; nothing if only white space is left."""
        part = self.text[start:end]
        stripped = part.strip()
        if stripped:
            start += part.index(stripped)
            self.layout.segments.append(Segment(kind, start, start + len(stripped)))

    def _read_block(self, index: int) -> None:
        block = self.blocks[index]
        line = self._line(block)
        in_head = index < _HEAD_BLOCKS and self.bodies < _DECK_BLOCKS
        if in_head and self._head_line(line, block.start, index):
            return
        if index == 0:
            block = self._head_prefix(block)
            line = self._line(block)
            if not line or self._title(block, index):
                return
        elif in_head and self.bodies == 0 and self._title(block, index):
            return
        if self._tail_line(line, block.start, index) or self._crosshead(block, index):
            return
        self._body(block, index)

    def _head_line(self, line: str, start: int, index: int) -> bool:
        """Read a line that is head matter as a whole; False if it is not."""
        labelled = read_field(line)
        if labelled is not None and self._field(labelled[0], line, labelled[1], start):
            return True
        kind = self._head_kind(line, index)
        if kind is None:
            return False
        end = start + len(line)
        self._days(line)
        if kind == "byline":
            outlet = byline_outlet(cut_dates(line)[0], self.known)
            if outlet is not None:
                self._named(self.layout.wires, outlet, start)
        elif kind == "agency":
            self._agency(line, start)
        elif kind == "dateline":
            opening = dateline(self.text, start, end, self.known)
            if opening is not None:
                self._opening(opening)
            return True
        self._add("byline" if kind == "byline" else "date" if kind == "date" else "agency", start, end)
        return True

    def _head_kind(self, line: str, index: int) -> str | None:
        """Which head matter a line is as a whole: date, byline, agency, dateline, or None."""
        if len(line) > _LONGEST_TITLE:
            return None
        if read_date_line(line):
            return "date"
        undated, dates = cut_dates(line)
        names = undated.strip(_AROUND_NAMES)
        if is_byline(names) or byline_outlet(names, self.known) is not None:
            return "byline"
        opening = dateline(line, 0, len(line), self.known)
        if opening is not None and opening.end == len(line):
            return "dateline"
        if (index or len(self.blocks) > 1) and agency_line(line, self.known) is not None:
            return "agency"
        if index and dates and is_bare_name(names):
            return "byline"
        if index and self._before_dateline(index):
            if self.known.sounds_like_one(line):
                return "agency"
            return "byline" if is_bare_name(line) else None
        return None

    def _before_dateline(self, index: int) -> bool:
        """Whether the next paragraph is, or opens with, a date or dateline: a bare name above it is the writer's."""
        if index + 1 >= len(self.blocks):
            return False
        line = self._line(self.blocks[index + 1])
        return bool(read_date_line(line)) or dateline(line, 0, len(line), self.known) is not None

    def _field(self, kind: str, line: str, at: int, start: int) -> bool:
        """Read a labelled head field, "Outlet: …"; False if its value does not look like one."""
        value = line[at:]
        end = start + len(line)
        if kind == "title":
            self._add("date", start, start + at)
            self._add("title", start + at, end)
            self.layout.titles.append((start + at, end))
            return True
        if len(value) > _LONGEST_TITLE or (ends_sentence(value) and kind != "date"):
            return False
        if kind == "date" and not read_date_line(value):
            return False
        if kind in ("byline", "outlet", "credit") and not is_name_list(value) and self.known.find(value) is None:
            return False
        if kind == "date":
            self._days(line)
        elif kind == "outlet":
            self.layout.outlets.append(Named(value.strip(), start + at, start + at + len(value.rstrip())))
        elif kind == "credit":
            self._credits(credit_line(line, self.known) or [], start)
        segment: dict[str, SegmentKind] = {"date": "date", "byline": "byline", "outlet": "agency"}
        self._add(segment.get(kind, "credit"), start, end)
        return True

    def _head_prefix(self, block: Block) -> Block:
        """Read what opens the first paragraph, "title … date 2025-12-08 …"; what is left of it."""
        start = block.start
        found = _TITLE_THEN_DATE.match(self.text, start, block.end)
        if found is not None:
            self._add("date", start, found.start("title"))
            self._add("title", found.start("title"), found.end("title"))
            self.layout.titles.append(found.span("title"))
            start = found.end()
        opening = labelled_date(self.text, start, block.end)
        if opening is not None:
            self._opening(Opening(opening.end, opening.day, dated=True), start)
            start = opening.end
        rest = self.text[start : block.end]
        return Block(block.end - len(rest.lstrip()), block.end, block.after_blank)

    def _opening(self, opening: Opening, start: int | None = None) -> None:
        """Add a dateline or date prefix and what it says."""
        begin = opening.end if start is None else start
        if start is None:
            while (
                begin > 0
                and self.text[begin - 1] != "\n"
                and (not self.layout.segments or begin > self.layout.segments[-1].end)
            ):
                begin -= 1
        self._add("date" if opening.dated else "agency", begin, opening.end)
        if opening.day is not None:
            self.layout.days.append(opening.day)
        if opening.agency is not None:
            self.layout.wires.append(
                Named(opening.agency, *opening.agency_span, opening.agency.lower() in self.known.generic)
            )

    def _days(self, line: str) -> None:
        """Take the dates of a line of head matter."""
        for reading in cut_dates(line)[1]:
            if reading.day is not None:
                (self.layout.late_days if reading.late else self.layout.days).append(reading.day)

    def _agency(self, line: str, start: int) -> None:
        """Take the names of an agency line."""
        found = agency_line(line, self.known)
        if found is None:
            self.layout.outlets.append(Named(line, start, start + len(line)))
            return
        if found.outlet is not None:
            self._named(self.layout.outlets, found.outlet, start)
        elif len(found.taken_from) == 1 and not found.taken_from[0].generic:
            self._named(self.layout.wires, found.taken_from[0], start)
            return
        self._credits(list(found.taken_from), start)

    def _named(self, names: list[Named], named: Named, offset: int) -> None:
        names.append(Named(named.name, named.start + offset, named.end + offset, named.generic))

    def _credits(self, names: list[Named], offset: int) -> None:
        for named in names:
            self._named(self.layout.taken_from, named, offset)

    def _title(self, block: Block, index: int) -> bool:
        """Read a title or the deck below it; False if the paragraph is neither."""
        line = self._line(block)
        if self.given_title is not None and not index and _same_words(line, self.given_title):
            pass
        elif not self._looks_like_title(line, index):
            return False
        site = _SITE.search(line)
        end = block.end
        if site is not None and (self.known.find(site.group("name")) or self.known.sounds_like_one(site.group("name"))):
            end = block.start + site.start()
            named = Named(site.group("name"), block.start + site.start("name"), block.end)
            known = self.known.find(named.name)
            (self.layout.wires if known is not None and known.wire else self.layout.outlets).append(named)
        self._add("title", block.start, end)
        self._add("agency", end, block.end)
        self.layout.titles.append((block.start, end))
        return True

    def _looks_like_title(self, line: str, index: int) -> bool:
        """Whether a paragraph above all prose is a title by its form and by what follows it."""
        following = self.blocks[index + 1] if index + 1 < len(self.blocks) else None
        if len(line) > _LONGEST_TITLE or _INNER_STOP.search(line) or line.endswith((":", ",", ";", "-", "–", "—", "…")):
            return False
        opening = dateline(line, 0, len(line), self.known)
        if opening is not None and not opening.labelled and not line.endswith("."):
            return False
        if following is None:
            return not index and not ends_sentence(line)
        below = self._line(following)
        before_head = index + 1 < _HEAD_BLOCKS and self._head_kind(below, index + 1) is not None
        if _same_words(line, below):
            return True
        if self.layout.titles:
            repeated = _same_words(line, self.text[slice(*self.layout.titles[-1])])
            return repeated or (before_head and not ends_sentence(line))
        if index and ends_sentence(line):
            return False
        if ends_sentence(line) and not line.endswith(("?", "!")):
            return before_head and len(line) <= _LONGEST_TITLE * 3 // 4
        return following.after_blank or before_head or len(below) > 1.3 * len(line)

    def _tail_line(self, line: str, start: int, index: int) -> bool:
        """Read a line that is tail matter as a whole; False if it is not."""
        if index == 0 or len(line) > _LONGEST_TAIL_LINE:
            return False
        names = credit_line(line, self.known) if len(line) <= _LONGEST_TITLE else None
        near_end = index >= len(self.blocks) - _TAIL_BLOCKS
        if names is None and not is_tail_line(line) and not (near_end and is_notice(line)):
            return False
        self._credits(names or [], start)
        self._add("credit", start, start + len(line))
        return True

    def _crosshead(self, block: Block, index: int) -> bool:
        """Read a crosshead; False if the paragraph is none."""
        line = self._line(block)
        if not self.crossheads or not self.bodies or index + 1 >= len(self.blocks):
            return False
        words = line.split()
        if (
            len(line) > _LONGEST_CROSSHEAD
            or len(words) > _CROSSHEAD_WORDS
            or ends_sentence(line)
            or line[-1] in ":;,-–—"
        ):
            return False
        if not (line[0].isupper() or line[0].isdigit() or line[0] in "“‘\"'"):
            return False
        if not is_name_list(line) and len(words) > _PLAIN_CROSSHEAD_WORDS:
            return False
        above, below = self._line(self.blocks[index - 1]), self._line(self.blocks[index + 1])
        if not ends_sentence(above) or len(below) < _SHORTEST_PARAGRAPH:
            return False
        self._add("crosshead", block.start, block.end)
        return True

    def _body(self, block: Block, index: int) -> None:
        """Add a paragraph of prose, without the dateline before it and the credit after it."""
        start, end = block.start, block.end
        if self.bodies < _DECK_BLOCKS:
            opening = dateline(self.text, start, end, self.known)
            if opening is not None and not (opening.labelled and self.speakers > 1):
                self._opening(opening, start)
                start = opening.end
        trailing = (
            trailing_credit(self.text[start:end], self.known) if index >= len(self.blocks) - _TAIL_BLOCKS else None
        )
        if trailing is not None:
            end = start + trailing[0]
        self._add("body", start, end)
        self.bodies += 1
        if trailing is not None:
            self._credits(trailing[1], start)
            self._add("credit", end, block.end)


def _same_words(one: str, other: str) -> bool:
    """Whether two lines are one headline: the same words, or one with a place before a colon ("TAJIKISTAN: …")."""
    first, second = (" ".join(line.split()).casefold().rstrip(".") for line in (one, other))
    return first == second or first.endswith(": " + second) or second.endswith(": " + first)
