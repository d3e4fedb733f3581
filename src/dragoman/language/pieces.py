"""Words as the encoder sees them: a few uncased word pieces and the shape of the spelling.

The encoder's vocabulary is uncased. What the capitals say (a name, an acronym, a headline) reaches it as one of
`SHAPES` embeddings added to every piece of the word. Training and run time must agree on all of this, so both
import it from here.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.language.wordpiece import WordPiece

MAX_PIECES_PER_WORD = 8
"""A word keeps its first seven pieces and its last one: endings carry the inflection."""

MAX_WORD_CHARACTERS = 64
"""Longer words are cut to their first and last half of this before they are split; only URLs and noise are longer."""

UNKNOWN_PIECE, START_PIECE, END_PIECE = 100, 101, 102
"""Ids of [UNK], [CLS] and [SEP] in the BERT uncased vocabulary."""

SHAPES = 9


def shape(word: str) -> int:
    """Returns the class of a word's spelling, in `range(SHAPES)`.

    0 no letters or digits, 1 digits, 2 lower case, 3 upper case, 4 one capital letter, 5 capitalised,
    6 letters and digits, 7 capitalised with more capitals inside (McDonald), 8 anything else with letters.
    """
    if word.isdigit():
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 3 if len(word) > 1 else 4
    first, rest = word[:1], word[1:]
    if first.isupper() and rest.islower():
        return 5
    if any(character.isdigit() for character in word):
        return 6
    if first.isupper():
        return 7
    return 8 if any(character.isalpha() for character in word) else 0


def clip(word: str) -> str:
    """Returns the word, or its two ends when it is too long to be worth splitting whole."""
    if len(word) <= MAX_WORD_CHARACTERS:
        return word
    half = MAX_WORD_CHARACTERS // 2
    return word[:half] + word[-half:]


def split_word(splitter: WordPiece, word: str) -> list[int]:
    """Returns the piece ids of a word: at least one, at most `MAX_PIECES_PER_WORD`."""
    ids = splitter.split(clip(word))
    if len(ids) > MAX_PIECES_PER_WORD:
        return [*ids[: MAX_PIECES_PER_WORD - 1], ids[-1]]
    return ids or [UNKNOWN_PIECE]


class PieceTable:
    """A growing table from word to pieces and shape, so that a word is split once.

    It is a pure cache: what it returns depends on the words asked for and on nothing else.
    """

    def __init__(self, splitter: WordPiece, capacity: int = 500_000) -> None:
        """Starts an empty table.

        Args:
        splitter: splits words into the encoder's pieces.
        capacity: words kept before the table is emptied and starts again (about 100 bytes each).
        """
        self._splitter = splitter
        self._capacity = capacity
        self._clear()

    def _clear(self) -> None:
        self._rows: dict[str, int] = {}
        self._pieces = np.zeros((1024, MAX_PIECES_PER_WORD), dtype=np.int32)
        self._counts = np.zeros(1024, dtype=np.int32)
        self._shapes = np.zeros(1024, dtype=np.int32)

    def look_up(self, words: Sequence[str]) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.int32]]:
        """Returns pieces `(n, MAX_PIECES_PER_WORD)` padded with 0, their counts `(n,)` and shapes `(n,)`."""
        if len(self._rows) > self._capacity:
            self._clear()
        missing = dict.fromkeys(word for word in words if word not in self._rows)
        if missing:
            self._add(list(missing))
        rows = np.fromiter(map(self._rows.__getitem__, words), dtype=np.int64, count=len(words))
        return self._pieces[rows], self._counts[rows], self._shapes[rows]

    def _add(self, words: list[str]) -> None:
        start = len(self._rows)
        self._reserve(start + len(words))
        for row, word in enumerate(words, start):
            ids = split_word(self._splitter, word)
            self._rows[word] = row
            self._pieces[row, : len(ids)] = ids
            self._counts[row] = len(ids)
            self._shapes[row] = shape(word)

    def _reserve(self, rows: int) -> None:
        while len(self._counts) < rows:
            self._pieces = np.concatenate([self._pieces, np.zeros_like(self._pieces)])
            self._counts = np.concatenate([self._counts, np.zeros_like(self._counts)])
            self._shapes = np.concatenate([self._shapes, np.zeros_like(self._shapes)])
