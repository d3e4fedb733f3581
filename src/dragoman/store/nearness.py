"""Signatures by which reports of nearly the same text find each other without being compared one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from zlib import crc32

from rensa import RMinHash

from dragoman.ontology.names import fold

_PERMUTATIONS = 128
_BANDS = 16  # of eight hashes: texts that share 0.7 of their shingles meet in one band with 0.6 chance, 0.85 with 0.99
_SEED = 1
_SHINGLE_WORDS = 4
NEAR_SHARE = 0.6  # share of common shingles from which two texts are nearly the same
_WORD = re.compile(r"\w+")

Signature = Sequence[int]


def signature_of(text: str) -> Signature:
    """MinHash signature of a text's shingles of four words, folded."""
    words = _WORD.findall(fold(text))
    made = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    made.update([" ".join(words[at : at + _SHINGLE_WORDS]) for at in range(max(1, len(words) - _SHINGLE_WORDS + 1))])
    return tuple(made.digest())


def bands_of(signature: Signature) -> list[int]:
    """One number a band: texts that share one may be near."""
    size = _PERMUTATIONS // _BANDS
    return [crc32(repr(tuple(signature[at : at + size])).encode()) for at in range(0, _PERMUTATIONS, size)]


def share(one: Signature, other: Signature) -> float:
    """Estimated share of common shingles, 0 to 1."""
    return sum(a == b for a, b in zip(one, other, strict=True)) / _PERMUTATIONS
