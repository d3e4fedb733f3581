"""Running text from the bare tokens of a corpus that keeps no spaces, and where each token stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_NO_SPACE_BEFORE = frozenset([".", ",", ";", ":", "!", "?", ")", "]", "%", "'s", "’s", "n't", "'", "’", "''", "”"])
_NO_SPACE_AFTER = frozenset(["(", "[", "$", "£", "€", "``", "“", "#"])


@dataclass(frozen=True, slots=True)
class Running:
    """A text and the characters of each token, in the order of the tokens."""

    text: str
    spans: tuple[tuple[int, int], ...]


def join_tokens(tokens: Sequence[str]) -> Running:
    """Put tokens together as a printed text has them: no space before a comma, none inside quotation marks."""
    parts: list[str] = []
    spans: list[tuple[int, int]] = []
    length, glued, quoted = 0, True, False
    for token in tokens:
        closing = token == '"' and quoted
        opening = token == '"' and not quoted
        quoted = quoted != (token == '"')
        if not glued and not closing and token not in _NO_SPACE_BEFORE:
            parts.append(" ")
            length += 1
        spans.append((length, length + len(token)))
        parts.append(token)
        length += len(token)
        glued = opening or token in _NO_SPACE_AFTER
    return Running("".join(parts), tuple(spans))
