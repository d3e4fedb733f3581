"""Sentences of our own whose words are tagged with the events they tell: ``training/events/*.txt``.

One sentence a line. Each word that tells an act of one of PLOVER's types is tagged with it, whatever its factuality and
even where no party is named (``Rebels {ASSAULT:overran|Rebels>town} the town``; with a slash where two types can be
defended, the better first). Behind the bar a tag says who does it to whom, by the heads of their phrases: ``-`` for
nobody, ``men#2`` for the second "men", commas between several.

``wordings-*`` go through the language's rarer wordings and are dense with events; a part of them names no parties.
``prose-*`` are short reports, an empty line between two, in the ordinary mix: a third of their sentences or more tell
no act. One line in twelve is held back from training (:func:`is_held_back`); ``python -m evals wording`` reads those.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES = Path(__file__).with_name("events")
TAG = re.compile(r"\{([A-Z/]+):([^{}\s|]+)(?:\|([^{}>]+)>([^{}>]+))?\}")
HELD_BACK = 12
"""One line in so many is not trained on."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A tagged word: where it starts and ends, its types, and the words of actor and recipient, if annotated."""

    span: tuple[int, int]
    word: str
    types: tuple[str, ...]
    parties: tuple[tuple[str, ...], tuple[str, ...]] | None


def read_line(line: str) -> tuple[str, list[Tag]]:
    """The bare sentence of a line and its tags."""
    parts: list[str] = []
    tags, length, end = [], 0, 0
    for found in TAG.finditer(line):
        parts += [line[end : found.start()], found[2]]
        length += found.start() - end
        sides = (found[3], found[4]) if found[3] else None
        words = None if sides is None else (_words(sides[0]), _words(sides[1]))
        tags.append(Tag((length, length + len(found[2])), found[2], tuple(found[1].split("/")), words))
        length += len(found[2])
        end = found.end()
    return "".join([*parts, line[end:]]), tags


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split(",") if word.strip() != "-")


def places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where an annotated word stands: "men#2" is the second "men"."""
    form, _, number = word.partition("#")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
    return iter(found[int(number) - 1 : int(number)] if number else found[:1])


def is_held_back(line: str) -> bool:
    """True for the lines that training leaves out, the same ones everywhere."""
    return int(hashlib.sha256(line.encode()).hexdigest(), 16) % HELD_BACK == 0
