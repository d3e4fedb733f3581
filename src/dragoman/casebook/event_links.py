"""Event mentions across reports by the words they are told in: any mention, coded or not.

Two mentions tell one happening if their reports tell one story and their words can (``wording.py``).
The same word in one story nearly always is; it says nothing in two stories ("the earthquake"). What people say is the
same only if the same people say much the same.
Average linking joins them, so that a word of two families ("strike") does not make one happening of two. Parties, dates
and places are looked at where events are coded (``pairing.py``), which takes its evidence of words from here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.casebook.linkage import link_stories
from dragoman.casebook.model import Pointer
from dragoman.casebook.sentences import Sentences
from dragoman.casebook.tellings import likeness
from dragoman.casebook.wording import Wording, kinship, wording_of
from dragoman.record import ReportRecord, Span

# Evidence that two mentions of one story are one happening. Families are wide, so a word of one is less than the word.
_KIN = {"same": 1.0, "family": 0.8, "near": 0.0, "none": 0.0}
_SAID = 0.6  # the same people say it in like words
_LIKE_SAYINGS = 0.4  # share of content words
ENOUGH = 0.5


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event mention as linking sees it.

    Attributes:
        key: its report and its name there.
        wording: of its own words.
        words: the content words of its sentence.
        parties: case ids of the actors told of in its sentence.
    """

    key: Pointer
    wording: Wording
    words: frozenset[str]
    parties: frozenset[str]


def event_mention(
    record: ReportRecord, name: str, spans: Sequence[Span], actor_ids: Mapping[Pointer, str]
) -> EventMention:
    """The mention at some characters of a report, whether or not the reader coded it.

    Args:
        record: the report's.
        name: of the mention, any that is its own in the report.
        spans: its words; more than one where it is broken ("took … out").
        actor_ids: case ids of the report's actors.
    """
    start = spans[0][0]
    sentences = Sentences(record)
    place = sentences.at(start)
    low, high = record.sentences[place] if place >= 0 else (start, start)
    parties = {
        actor_ids[Pointer(record.id, mention.actor)]
        for mention in record.mentions
        if low <= mention.start < high and mention.actor is not None and Pointer(record.id, mention.actor) in actor_ids
    }
    return EventMention(
        key=Pointer(record.id, name),
        wording=wording_of(" ".join(record.text[first:last] for first, last in spans)),
        words=sentences.words(start),
        parties=frozenset(parties),
    )


def link_event_mentions(mentions: Iterable[EventMention], stories: Iterable[Sequence[str]]) -> list[list[Pointer]]:
    """Mentions joined into happenings, whatever their order; see :func:`dragoman.casebook.linkage.link_stories`."""
    return link_stories(mentions, stories, score, ENOUGH)


def score(a: EventMention, b: EventMention) -> float:
    """Evidence that two mentions of one story are of one happening, 0 to 1."""
    if a.wording.speech and b.wording.speech:
        same = not a.parties.isdisjoint(b.parties) and likeness(a.words, b.words) >= _LIKE_SAYINGS
        return _SAID if same and kinship(a.wording, b.wording) != "none" else 0.0
    return _KIN[kinship(a.wording, b.wording)]
