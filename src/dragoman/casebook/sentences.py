"""What the words around an event say, taken from the text once: content words, and whether it points back."""

from __future__ import annotations

import re
from bisect import bisect_right

from dragoman.casebook.tables import load_tables
from dragoman.ontology.names import fold
from dragoman.record import ReportRecord

_WORDS_BACK = 3  # words before an anchor that may hold the determiner that makes it point back
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")


class Sentences:
    """The sentences of a record, found by the characters in them; each is folded once."""

    def __init__(self, record: ReportRecord) -> None:
        self._record = record
        self._starts = [start for start, _ in record.sentences]
        self._words: dict[int, frozenset[str]] = {}

    def __bool__(self) -> bool:
        """Whether the record lists any."""
        return bool(self._starts)

    def at(self, offset: int) -> int:
        """Index of the sentence an offset stands in: the last that starts before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def words(self, offset: int) -> frozenset[str]:
        """The longer words of the sentence an offset stands in, folded."""
        number = self.at(offset)
        if number < 0:
            return frozenset()
        if number not in self._words:
            start, end = self._record.sentences[number]
            self._words[number] = frozenset(fold(word) for word in _WORD.findall(self._record.text[start:end]))
        return self._words[number]

    def points_back(self, anchor: tuple[int, int]) -> bool:
        """Whether a determiner that points back stands shortly before an anchor, with no verb-like break between."""
        text = self._record.text
        before = text[max(0, anchor[0] - 40) : anchor[0]]
        tail = re.split(r"[.,;:!?()“”\"]", before)[-1].split()[-_WORDS_BACK:]
        first = text[anchor[0] : anchor[1]].split(" ")[0].casefold()
        determiners = load_tables().determiners
        return bool(tail and tail[-1].casefold() in determiners) or first in determiners

    def in_title(self, anchor: tuple[int, int]) -> bool:
        """Whether an anchor stands in the title, where the text begins with it."""
        title = self._record.title
        return bool(title) and anchor[0] < self._record.text.find(title or "") + len(title or "")
