"""What a cue found in the tree amounts to, before its voice is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.reporting import Cue
from dragoman.reading.draft import WordSpan
from dragoman.reading.tree import Word


@dataclass(slots=True)
class Found:
    """One attribution as the tree shows it.

    Attributes:
        cue: the entry that fired; None where a content goes on without a cue.
        word: the word that carries the cue.
        source: head of the source; None where nobody is named.
        content: in words, cue and source left out.
        cue_words: the cue's words.
        told: words that may name the outlet the content came through.
        label: words of the source where the tree does not hold them together, as before the colon of a transcript.
        under: the attribution this one is read beneath, where the tree does not show it.
    """

    cue: Cue | None
    word: Word | None
    source: Word | None
    content: list[WordSpan]
    cue_words: list[WordSpan] = field(default_factory=list)
    told: list[Word] = field(default_factory=list)
    under: Found | None = None
    label: WordSpan | None = None


def is_within(index: int, spans: list[WordSpan]) -> bool:
    """Whether a word index lies in one of the spans."""
    return any(first <= index < last for first, last in spans)
