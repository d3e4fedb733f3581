"""Names in capitals that are ordinary words otherwise, and what they are read as: "IS" for the Islamic State."""

from __future__ import annotations

from collections.abc import Sequence

_SPELLED = {"IS": "ISIS"}


def spelled_out(words: Sequence[str]) -> Sequence[str]:
    """The words with such names spelled as nobody takes them for the word; the same sequence where there is none.

    In a line that is all in capitals they are words: "THE KING IS DEAD".
    """
    if _SPELLED.keys().isdisjoint(words):
        return words
    return [
        _SPELLED[word] if word in _SPELLED and not _in_capitals(words, index) else word
        for index, word in enumerate(words)
    ]


def _in_capitals(words: Sequence[str], index: int) -> bool:
    """Whether a word beside one is in capitals too."""
    beside = (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
    return any(len(word) > 1 and word.isupper() for word in beside)
