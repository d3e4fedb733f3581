"""What the model says of the events that words tell: types and modes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.language.labels import Labels

LEAST_SHARE = 0.3
"""Types less likely than this are not told."""

Integers = NDArray[np.int64]
Shares = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of the words of a document.

    Attributes:
        types: how likely each word tells an event of each type, `(words, types)`.
        modes: and with each mode, `(words, modes)`.
    """

    types: Shares
    modes: Shares

    @classmethod
    def blank(cls, words: int, labels: Labels) -> "Told":
        """Nothing told yet; weights that say nothing of events leave it so."""
        types, modes = max(2, len(labels.events)), max(1, len(labels.modes))
        return cls(np.zeros((words, types), dtype=np.float32), np.zeros((words, modes), dtype=np.float32))

    def best(self, modes_of: NDArray[np.bool_]) -> tuple[Integers, Shares, Integers]:
        """Of each word the likeliest type, how likely it is, and its mode; `modes_of` `(types, modes)` says whose."""
        events: Integers = self.types[:, 1:].argmax(1) + 1
        modes: Integers = np.zeros_like(events)
        if modes_of.size:
            modes = np.where(modes_of[events], self.modes, 0).argmax(1)
        shares: Shares = self.types[:, 1:].max(1)
        return events, shares, modes
