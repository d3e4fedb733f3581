"""Which reports tell one story: their words weighed by how few reports have them, names twice.

A word counts once in a report, however often it stands there; one that a single report has says nothing of its story.
Reports are joined by average linking: what brings one into a story is its likeness to all that are in it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from dragoman.casebook.linkage import average_linkage
from dragoman.casebook.wording import load_wording
from dragoman.lexicon.inflection import singular
from dragoman.ontology.name_words import POSSESSIVE
from dragoman.ontology.names import fold
from dragoman.record import ReportRecord

SAME_STORY = 0.16  # likeness from which reports tell one story; docs/benchmarks.md (ECB+) says what hangs on it
_NAME = 2.0  # weight of a word that stands in a name: stories of one sort differ by who and where
_MOSTLY = 0.5  # share of its places in which a word stands in a name, from which it is one
# Reports thought to lie beside those of the case, so that in a small one no word weighs nothing because all have it.
_UNSEEN = 100
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")  # "6.1", "Al-Shabaab" and "O'Neill" are one word
_SHORT = 3  # letters of a word that says something; numbers may be shorter


class Stories:
    """How alike the reports of a case are, and the stories they tell."""

    def __init__(self, records: Sequence[ReportRecord]) -> None:
        counts: dict[str, Counter[str]] = {}
        spread, told, as_names = Counter[str](), Counter[str](), Counter[str]()
        for record in records:
            words, names = _counted(record)
            counts[record.id] = words
            spread.update(words.keys())
            told.update(words)
            as_names.update(names)
        weights = {
            word: math.log((len(counts) + _UNSEEN) / (reports + 1))
            * (_NAME if as_names[word] > _MOSTLY * told[word] else 1.0)
            for word, reports in spread.items()
            if reports > 1
        }
        self._vectors = {own: _weighed(words, weights) for own, words in counts.items()}

    def likeness(self, one: str, other: str) -> float:
        """Cosine of two reports' weighed words, 0 to 1."""
        a, b = self._vectors[one], self._vectors[other]
        if len(b) < len(a):
            a, b = b, a
        return sum(weight * b[word] for word, weight in a.items() if word in b)

    def join(self, records: Iterable[str]) -> list[list[str]]:
        """Reports parted into stories, each sorted; the same whatever the order they come in."""
        ordered = sorted(records)
        scores = {
            (i, j): self.likeness(ordered[i], ordered[j]) for i in range(len(ordered)) for j in range(i)
        }  # fmt: skip
        return [[ordered[index] for index in group] for group in average_linkage(len(ordered), scores, SAME_STORY)]


def _counted(record: ReportRecord) -> tuple[Counter[str], Counter[str]]:
    """How often each word stands in a report, and how often in a name."""
    named = [False] * len(record.text)
    for mention in record.mentions:
        if mention.form == "named":
            named[mention.start : mention.end] = [True] * (mention.end - mention.start)
    counts, names = Counter[str](), Counter[str]()
    for found in _WORD.finditer(record.text):
        word = fold(POSSESSIVE.sub("", found.group()))
        if word in load_wording().plain or (len(word) < _SHORT and not word.isdigit()):
            continue
        if named[found.start()]:
            names[word] += 1
        else:
            word = singular(word)
        counts[word] += 1
    return counts, names


def _weighed(words: Mapping[str, int], weights: Mapping[str, float]) -> dict[str, float]:
    """A report's words by weight, of length 1."""
    weighed = {word: weights[word] for word in sorted(words) if word in weights}
    length = math.sqrt(sum(weight * weight for weight in weighed.values()))
    return {word: weight / length for word, weight in weighed.items()} if length else {}
