"""What the speaker of an event is said to have said: the content of the attribution it is, or stands in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ontology.names import fold
from dragoman.record import Attribution, Event, ReportRecord, Span

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


@dataclass(frozen=True, slots=True)
class Statement:
    """The spans of a content, in text order, and its content words, folded."""

    spans: tuple[Span, ...]
    words: frozenset[str]


def statements_of(record: ReportRecord) -> dict[str, Statement]:
    """Event id → the statement it makes ("demanded that …", "appealed to …") or, failing that, is told in.

    Where a speaker goes on in the next sentence ("… the agency's appeal said"), that belongs to what he states, unless
    it tells another event.
    """
    found: dict[str, Statement] = {}
    for event in record.events:
        own = [said for said in record.attributions if any(_overlap(cue, event.anchor) for cue in said.cue)]
        said = own or _around(record, event)
        if said:
            further = _continued(record, own[0]) if own else []
            spans = tuple(sorted({span for one in (*said, *further) for span in one.content}))
            found[event.id] = Statement(spans, _words(record, spans))
    return found


def _around(record: ReportRecord, event: Event) -> list[Attribution]:
    """The innermost attribution of the event's own voice whose content holds it."""
    inner = [
        said
        for said in record.attributions
        if said.voice == event.voice[-1] and any(_overlap(span, event.anchor) for span in said.content)
    ]
    return sorted(inner, key=lambda said: sum(end - start for start, end in said.content))[:1]


def _continued(record: ReportRecord, said: Attribution) -> list[Attribution]:
    """What the same voice is quoted with in the next sentence."""
    end = max(stop for _, stop in (*said.content, *said.cue))
    following = next((span for span in record.sentences if span[0] >= end), None)
    if following is None:
        return []
    anchors = [event.anchor for event in record.events]
    return [
        other
        for other in record.attributions
        if other.voice == said.voice
        and any(_overlap(span, following) for span in other.content)
        and not any(_overlap(span, anchor) for span in (*other.content, *other.cue) for anchor in anchors)
    ]


def _words(record: ReportRecord, spans: tuple[Span, ...]) -> frozenset[str]:
    return frozenset(fold(word) for start, end in spans for word in _WORD.findall(record.text[start:end]))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
