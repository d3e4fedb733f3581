"""How far the subtree of each word reaches: computed once for a tree, so that no rule walks a subtree twice.

Layers take it by ``tree.once(Reach)``.
"""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.reading.draft import WordSpan
from dragoman.reading.tree import Tree, Word, descendants, top_down


class Reach:
    """Word spans of subtrees.

    ``first`` and ``last`` are the bounds of each word's subtree, ``size`` the number of words in it; where ``size`` is
    less than ``last - first`` the subtree has gaps.
    """

    def __init__(self, tree: Tree) -> None:
        self.words = tree.words
        count = len(tree.words)
        self.first = first = list(range(count))
        self.last = last = list(range(1, count + 1))
        self.size = size = [1] * count
        for word in reversed(tree.once(top_down)):
            governor = word.head
            if governor is not None:
                here, above = word.i, governor.i
                if first[here] < first[above]:
                    first[above] = first[here]
                if last[here] > last[above]:
                    last[above] = last[here]
                size[above] += size[here]

    def spans(self, word: Word, without: Iterable[Word] = ()) -> list[WordSpan]:
        """The word spans of a subtree, less the subtrees of ``without``."""
        if self.size[word.i] == self.last[word.i] - self.first[word.i]:
            spans = [(self.first[word.i], self.last[word.i])]
        else:
            spans = gather(below.i for below in descendants(word))
        for cut in without:
            if cut.i != word.i:
                spans = subtract(spans, (self.first[cut.i], self.last[cut.i]))
        return spans

    def covers(self, word: Word, other: int) -> bool:
        """Whether a word index lies within the bounds of a word's subtree."""
        return self.first[word.i] <= other < self.last[word.i]


def gather(indices: Iterable[int]) -> list[WordSpan]:
    """Word indices as spans, in order."""
    spans: list[WordSpan] = []
    for index in sorted(set(indices)):
        if spans and spans[-1][1] == index:
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans


def subtract(spans: list[WordSpan], cut: WordSpan) -> list[WordSpan]:
    """The spans without what lies in ``cut``."""
    left: list[WordSpan] = []
    for first, last in spans:
        if cut[1] <= first or last <= cut[0]:
            left.append((first, last))
            continue
        if first < cut[0]:
            left.append((first, cut[0]))
        if cut[1] < last:
            left.append((cut[1], last))
    return left


def unite(spans: Iterable[WordSpan]) -> list[WordSpan]:
    """Overlapping and adjoining spans joined, in order."""
    united: list[WordSpan] = []
    for first, last in sorted(spans):
        if united and first <= united[-1][1]:
            united[-1] = (united[-1][0], max(last, united[-1][1]))
        elif first < last:
            united.append((first, last))
    return united


def trim(spans: Iterable[WordSpan], words: list[Word]) -> list[WordSpan]:
    """Spans without the commas, stops and dashes at their ends; those of nothing else are dropped.

    An opening quotation mark that the parser leaves out is taken in with the closing one.
    """
    trimmed: list[WordSpan] = []
    for first, last in spans:
        while first < last and words[first].pos == "PUNCT" and words[first].text not in OPENERS:
            first += 1
        while first < last and words[last - 1].pos == "PUNCT" and words[last - 1].text not in CLOSERS:
            last -= 1
        if first > 0 and (words[first - 1].text, words[last - 1].text) in QUOTES:
            first -= 1
        if any(words[index].pos != "PUNCT" for index in range(first, min(last, first + 3))) or last - first > 3:
            trimmed.append((first, last))
    return trimmed


OPENERS = frozenset({'"', "“", "„", "«", "‘", "``", "(", "["})
# Not for two straight marks, of which the first may close another quotation.
QUOTES = frozenset({("“", "”"), ("„", "“"), ("„", "”"), ("«", "»"), ("``", "''"), ("``", '"')})
CLOSERS = frozenset({'"', "”", "»", "’", "''", ")", "]"})
