"""Padded batches, cut on the device out of flat arrays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.encode import MISSING, PIECE_FIELDS, WORD_FIELDS, Arrays
from training.sentences import SOURCES


@dataclass(slots=True, kw_only=True)
class Batch:
    """B sentences of at most T pieces and N words. Labels are `MISSING` where unknown and in the padding.

    Attributes:
        pieces, shapes: `(B, T)`, padded with 0.
        piece_mask: `(B, T)`, True for pieces.
        first, last: `(B, N)`, position of each word's first and last piece, padded with 0.
        word_mask: `(B, N)`, True for words.
        heads: `(B, N)`, 0 the root, else position from 1.
        upos, feats, scripts, relations, names, mentions: `(B, N)`; names are rows of the mask table.
        sources: `(B,)`, numbers of the corpora.
    """

    pieces: Tensor
    shapes: Tensor
    piece_mask: Tensor
    first: Tensor
    last: Tensor
    word_mask: Tensor
    upos: Tensor
    feats: Tensor
    scripts: Tensor
    heads: Tensor
    relations: Tensor
    names: Tensor
    mentions: Tensor
    sources: Tensor


class SentenceSet:
    """Encoded sentences on a device."""

    def __init__(self, arrays: Arrays, device: torch.device) -> None:
        self._device = device
        self._fields = {
            field: torch.from_numpy(arrays[field].astype(np.int64)).to(device)
            for field in (*PIECE_FIELDS, *WORD_FIELDS)
        }
        self.sources = arrays["sources"].astype(np.int64)
        self._starts: dict[str, NDArray[np.int64]] = {}
        self._sizes: dict[str, NDArray[np.int64]] = {}
        for level in ("piece", "word"):
            ends = arrays[f"{level}_ends"].astype(np.int64)
            self._starts[level] = np.concatenate([[0], ends[:-1]])
            self._sizes[level] = ends - self._starts[level]

    def __len__(self) -> int:
        return len(self._starts["piece"])

    @property
    def piece_counts(self) -> NDArray[np.int64]:
        """Pieces per sentence, `(sentences,)`."""
        return self._sizes["piece"]

    def batch(self, rows: NDArray[np.int64]) -> Batch:
        """Returns the sentences of `rows`, padded to the longest."""
        piece_at, piece_mask = self._positions("piece", rows)
        word_at, word_mask = self._positions("word", rows)
        fields = {f: self._fields[f][piece_at].masked_fill(~piece_mask, 0) for f in PIECE_FIELDS}
        for field in WORD_FIELDS:
            filling = 0 if field in ("first", "last") else MISSING
            fields[field] = self._fields[field][word_at].masked_fill(~word_mask, filling)
        sources = torch.from_numpy(self.sources[rows]).to(self._device)
        return Batch(piece_mask=piece_mask, word_mask=word_mask, sources=sources, **fields)

    def _positions(self, level: str, rows: NDArray[np.int64]) -> tuple[Tensor, Tensor]:
        starts, sizes = self._starts[level][rows], self._sizes[level][rows]
        steps = np.arange(sizes.max())
        mask = steps < sizes[:, None]
        at = np.where(mask, starts[:, None] + steps, 0)
        return torch.from_numpy(at).to(self._device), torch.from_numpy(mask).to(self._device)


Repeats = Mapping[str, int]


def repeated_rows(sources: NDArray[np.int64], repeats: Repeats) -> NDArray[np.int64]:
    """Returns the row of every sentence, as often as `repeats` says for its corpus, once where it says nothing."""
    times = np.array([repeats.get(source, 1) for source in SOURCES])
    return np.repeat(np.arange(len(sources)), times[sources])


class VariantFeed:
    """Gold lessons: in each epoch every sentence, in one of its variants."""

    def __init__(self, sentences: SentenceSet, variants: int, pieces: int, repeats: Repeats) -> None:
        """Counts the batches of an epoch.

        Args:
            sentences: `variants` encodings of every sentence: all first variants, then all second ones, and so on.
            variants: how many.
            pieces: pieces per batch, padding counted.
            repeats: see `repeated_rows`.
        """
        self._sentences, self._variants, self._pieces = sentences, variants, pieces
        self._size = len(sentences) // variants
        self._rows = repeated_rows(sentences.sources[: self._size], repeats)
        self.steps = len(sorted_batches(sentences.piece_counts[self._rows], pieces))

    def epoch(self, random: np.random.Generator) -> Iterator[tuple[Batch, None]]:
        """Yields the batches of one epoch."""
        rows = self._rows + self._size * random.integers(0, self._variants, len(self._rows))
        for chosen in shuffled_batches(self._sentences.piece_counts[rows], self._pieces, random):
            yield self._sentences.batch(rows[chosen]), None


def shuffled_batches(
    counts: NDArray[np.int64], pieces: int, random: np.random.Generator
) -> Iterator[NDArray[np.int64]]:
    """Yields the rows of batches of about `pieces` pieces (padding counted) in random order, each row once.

    Sentences of like length go together, but not always the same ones: lengths are blurred before they are sorted.
    """
    order = np.argsort(counts + random.random(len(counts)) * 8)
    batches = _fill(order, counts, pieces)
    random.shuffle(batches)
    yield from batches


def sorted_batches(counts: NDArray[np.int64], pieces: int) -> list[NDArray[np.int64]]:
    """Returns the rows of batches of about `pieces` pieces, shortest sentences first."""
    return _fill(np.argsort(counts, kind="stable"), counts, pieces)


def _fill(order: NDArray[np.int64], counts: NDArray[np.int64], pieces: int) -> list[NDArray[np.int64]]:
    batches: list[NDArray[np.int64]] = []
    start = 0
    for end in range(1, len(order) + 1):
        longest = counts[order[start : end + 1]].max()
        if end == len(order) or (end + 1 - start) * longest > pieces:
            batches.append(order[start:end])
            start = end
    return batches
