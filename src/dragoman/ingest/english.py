"""Whether a text is in English, the only language that is read."""

from __future__ import annotations

import re

from dragoman.ingest.words import load_head_words

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST_WORDS = 20  # a headline may have none of the commonest words
# Their share is 0.30 to 0.45 in news prose, 0.05 to 0.10 in French, Spanish or German, which share a few of them.
_LEAST_SHARE = 0.15


def seems_english(text: str) -> bool:
    """False for a text of some length with too few of the commonest English words, or with no Latin letter."""
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_WORDS:
        return not words or any("a" <= letter <= "z" for word in words for letter in word)
    common = load_head_words().commonest_words
    return sum(word in common for word in words) >= _LEAST_SHARE * len(words)
