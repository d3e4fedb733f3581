"""Text that reports share word for word: wire copies, reprints, changed versions. One signature a report serves all.

A text is the set of its shingles of seven words, as hashes. Of these a *signature* keeps every fourth, chosen by the
hash itself and so the same ones in every text: what two texts share of them tells what they share. Its *marks*, the
sixteen smallest, are what reports of nearly the same text are looked up by (bottom-k sketch; Broder 1997).
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from zlib import crc32

import numpy as np

from dragoman.casebook.model import Copy
from dragoman.ontology.names import fold

_SHINGLE_WORDS = 7
_SAMPLE = 4  # one shingle in four is kept
_MARKS = 16
ENOUGH = _MARKS  # shingles in the samples of two texts from which they are compared by them, not by marks
_FEWEST = 5  # shared samples below which chance cannot be ruled out
_COPY_SHARE = 0.4  # share of the shorter text from which one is a copy of the other
NEAR_SHARE = 0.4  # share of all shingles of two texts from which they are nearly the same: one word in fourteen changed
_MOST_REPORTS = 40  # that a shingle is in and that are all compared; of more, each only with the first
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Signature:
    """What a report's text is known by; both parts sorted."""

    sample: Sequence[int]
    marks: Sequence[int]


def signature_of(text: str) -> Signature:
    """The signature of a text; of one shorter than a shingle, all its words are one."""
    words = _WORD.findall(fold(text))
    shingles = {
        crc32(" ".join(words[at : at + _SHINGLE_WORDS]).encode("utf-8", "surrogatepass"))
        for at in range(max(1, len(words) - _SHINGLE_WORDS + 1))
    }
    ordered = sorted(shingles)
    return Signature(array("I", [number for number in ordered if number % _SAMPLE == 0]), array("I", ordered[:_MARKS]))


def alike(one: Signature, other: Signature) -> float:
    """Estimated share of all shingles of two texts that are in both, 0 to 1; of short texts it is exact."""
    if min(len(one.sample), len(other.sample)) >= ENOUGH:
        ours, theirs = frozenset(one.sample), frozenset(other.sample)
        return len(ours & theirs) / len(ours | theirs)
    both = frozenset(one.marks) & frozenset(other.marks)
    smallest = sorted({*one.marks, *other.marks})[:_MARKS]
    return sum(number in both for number in smallest) / len(smallest)


def find_copies(samples: Mapping[str, Sequence[int]]) -> list[Copy]:
    """Pairs of reports that share running text; near-linear in all words.

    A text that very many reports share makes each of them a copy of the first by id, not of one another.

    Args:
        samples: of the signatures of all reports, by their ids.
    """
    reports = sorted(samples)
    shared: Counter[tuple[int, int]] = Counter()
    for holders, count in Counter(_holders([samples[report] for report in reports])).items():
        if len(holders) <= _MOST_REPORTS:
            for pair in combinations(holders, 2):
                shared[pair] += count
        else:
            for other in holders[1:]:
                shared[holders[0], other] += count
    copies = []
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(samples[reports[one]]), len(samples[reports[other]]))
        if count >= _FEWEST and share >= _COPY_SHARE:
            copies.append(Copy(one=reports[one], other=reports[other], share=round(share, 2)))
    return copies


def _holders(samples: Sequence[Sequence[int]]) -> Iterator[tuple[int, ...]]:
    """For every shingle that two samples and more hold, the places of those samples."""
    if not samples:
        return
    shingles = np.concatenate([np.asarray(sample, dtype=np.uint32) for sample in samples])
    owners = np.repeat(np.arange(len(samples), dtype=np.int32), [len(sample) for sample in samples])
    order = np.argsort(shingles, kind="stable")
    shingles, owners = shingles[order], owners[order]
    starts = np.flatnonzero(np.concatenate(([True], shingles[1:] != shingles[:-1], [True])))
    for start, end in pairwise(starts.tolist()):
        if end - start > 1:
            yield tuple(owners[start:end].tolist())
