"""WordPiece splitting as the encoder's vocabulary was made: uncased, without accents, greedy longest match.

Written out here, although the ``tokenizers`` library does the same, because that library brings 40 MB of a hub client
with it that an offline reader has no use for. A test holds the two to the same pieces where the library is at hand.
Source of the method: the BERT uncased tokenizer.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from pathlib import Path

CONTINUATION = "##"
MAX_CHARACTERS = 100
"""A part without white space or punctuation that is longer is one unknown piece."""

UNKNOWN = "[UNK]"


class WordPiece:
    """Splits words into the ids of a vocabulary's pieces."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Args: vocabulary: piece → id; pieces that continue a word begin with ``##``."""
        self._vocabulary = vocabulary
        self._unknown = vocabulary[UNKNOWN]
        self._longest = max(len(piece) for piece in vocabulary)

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """The splitter of a ``tokenizer.json`` file with a WordPiece model."""
        return cls(json.loads(path.read_text(encoding="utf-8"))["model"]["vocab"])

    def split(self, text: str) -> list[int]:
        """Piece ids of a text, without marks at its ends; empty for a text of white space and control characters."""
        return [piece for part in _parts(normalise(text)) for piece in self._match(part)]

    def _match(self, part: str) -> list[int]:
        """Pieces of a part by greedy longest match from the left; one unknown piece where a stretch matches nothing."""
        if len(part) > MAX_CHARACTERS:
            return [self._unknown]
        found: list[int] = []
        start = 0
        while start < len(part):
            prefix = CONTINUATION if start else ""
            for end in range(min(len(part), start + self._longest), start, -1):
                piece = self._vocabulary.get(prefix + part[start:end])
                if piece is not None:
                    found.append(piece)
                    start = end
                    break
            else:
                return [self._unknown]
        return found


def normalise(text: str) -> str:
    """The text without control characters, spaces around Han characters, lower-cased, without combining accents."""
    kept: list[str] = []
    for character in text:
        if _is_control(character):
            continue
        if _is_han(character):
            kept.append(f" {character} ")
        else:
            kept.append(" " if character.isspace() else character)
    decomposed = unicodedata.normalize("NFD", "".join(kept))
    return "".join(character for character in decomposed if unicodedata.category(character) != "Mn").lower()


def _parts(text: str) -> list[str]:
    """Stretches between white space, with every punctuation mark a part of its own."""
    parts: list[str] = []
    for stretch in text.split():
        start = 0
        for index, character in enumerate(stretch):
            if _is_punctuation(character):
                if start < index:
                    parts.append(stretch[start:index])
                parts.append(character)
                start = index + 1
        if start < len(stretch):
            parts.append(stretch[start:])
    return parts


def _is_control(character: str) -> bool:
    if character in "\t\n\r":
        return False
    return character in "\0\ufffd" or unicodedata.category(character).startswith("C")


def _is_punctuation(character: str) -> bool:
    """Unicode punctuation, and every ASCII sign that is no letter or digit."""
    if character.isascii():
        return not character.isalnum() and not character.isspace() and character.isprintable()
    return unicodedata.category(character).startswith("P")


HAN = (
    (0x4E00, 0x9FFF),
    (0x3400, 0x4DBF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2B73F),
    (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF),
    (0xF900, 0xFAFF),
    (0x2F800, 0x2FA1F),
)
"""Blocks of Han characters, which the vocabulary has one by one."""


def _is_han(character: str) -> bool:
    code = ord(character)
    return code >= HAN[1][0] and any(first <= code <= last for first, last in HAN)
