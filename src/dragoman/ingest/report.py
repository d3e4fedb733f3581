"""A report as ingest leaves it: frozen canonical text, its parts, and what its head matter says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

SegmentKind = Literal["title", "date", "byline", "agency", "crosshead", "credit", "body"]


@dataclass(frozen=True, slots=True)
class Segment:
    """Part of a report: code points ``[start, end)`` of its canonical text, and what they are.

    A body segment is one paragraph. Title and body are prose; the rest is head or tail matter.
    """

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet the report says it was taken from ("Source: X", "X – Agencies"), at ``[start, end)``.

    ``agencies`` is True for unnamed wire services ("Agencies"); ``name`` is then as written.
    """

    name: str
    start: int
    end: int
    agencies: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """One text by one outlet.

    Attributes:
        id: hex digest of the canonical text, outlet and publication date; stable over runs.
        name: what the user called it: a path, "-" or "".
        text: canonical text; every offset of the record points into it.
        title: the title's words, None if it has none.
        outlet: who published it, None if the text does not say and the user did not.
        published: publication date, None if unknown.
        segments: in text order, without overlap; what lies between them is white space.
        credits: outlets it was taken from, outermost first; never the outlet itself.
        raw_sha256: of the bytes it was read from.
    """

    id: str
    name: str
    text: str
    title: str | None
    outlet: str | None
    published: date | None
    segments: tuple[Segment, ...]
    credits: tuple[Credit, ...]
    raw_sha256: str

    def prose(self) -> str:
        """The text with all but title and body masked by white space, same length, so that offsets hold.

        What is masked becomes line feeds, so that no sentence runs over it; a line break inside a paragraph becomes a
        space. So a line feed always parts two paragraphs, however the text was wrapped.
        """
        parts: list[str] = []
        end = 0
        for segment in self.segments:
            if segment.kind in ("title", "body"):
                parts.append("\n" * (segment.start - end))
                parts.append(self.text[segment.start : segment.end].replace("\n", " "))
                end = segment.end
        parts.append("\n" * (len(self.text) - end))
        return "".join(parts)
