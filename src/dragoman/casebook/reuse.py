"""Text that reports share word for word: wire copies and reprints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Set
from itertools import combinations
from zlib import crc32

from dragoman.casebook.model import Copy
from dragoman.ontology.names import fold

_SHINGLE_WORDS = 7
_SAMPLE = 4  # one shingle in four is kept, chosen by its hash, the same ones in every text
_MOST_REPORTS = 40  # a shingle in more reports than this is a phrase of the trade, not a copied text
_COPY_SHARE = 0.4  # share of the shorter text from which one is a copy of the other
_FEWEST = 5  # shared samples below which chance cannot be ruled out
_WORD = re.compile(r"\w+")


def find_copies(samples: Mapping[str, Set[int]]) -> list[Copy]:
    """Pairs of reports that share running text, by their samples; near-linear in all words."""
    holders: dict[int, list[str]] = {}
    for record_id in sorted(samples):
        for shingle in samples[record_id]:
            holders.setdefault(shingle, []).append(record_id)
    shared: Counter[tuple[str, str]] = Counter()
    for records_with in holders.values():
        if 1 < len(records_with) <= _MOST_REPORTS:
            shared.update(combinations(records_with, 2))
    copies = []
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(samples[one]), len(samples[other]))
        if count >= _FEWEST and share >= _COPY_SHARE:
            copies.append(Copy(one=one, other=other, share=round(share, 2)))
    return copies


def sample_of(text: str) -> frozenset[int]:
    """Shingles of seven words of a text, sampled by their hashes."""
    words = _WORD.findall(fold(text))
    hashes = (
        crc32(" ".join(words[at : at + _SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        for at in range(len(words) - _SHINGLE_WORDS + 1)
    )
    return frozenset(number for number in hashes if number % _SAMPLE == 0)
