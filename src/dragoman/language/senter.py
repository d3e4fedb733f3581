"""Where sentences end, in running text with its line breaks.

A boundary can only fall after a word that ends in a stop (`. ? ! … : ;`, closing quotes and brackets included) or
before a line break; each such place is scored by a linear model over what stands around it. A blank line always
ends a sentence. No place lies inside a word.
"""

import json
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.language.pieces import shape

STOPS = ".?!…:;"
CLOSERS = "\"'”’)]»"
_STOP = re.compile(rf"[{re.escape(STOPS)}][{re.escape(CLOSERS)}]*")
_BREAK = re.compile(r"\s*\n\s*")

_MONTHS = frozenset(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"])

LONG_LINE = 90
"""Characters from which a line looks as if it was wrapped rather than ended."""


class Senter:
    """A linear scorer of candidate boundaries."""

    def __init__(self, weights: dict[str, float]) -> None:
        """Keeps the weights.

        Args:
            weights: by feature (see `features`); above zero speaks for a boundary.
        """
        self.weights = weights

    @classmethod
    def load(cls, path: Path) -> "Senter":
        """Reads the weights that training wrote."""
        return cls(json.loads(path.read_text(encoding="utf-8")))

    def split(self, text: str, words: Sequence[str], starts: Sequence[int]) -> list[int]:
        """Returns the positions of the words that start a sentence, the first one included.

        Args:
            text: the text.
            words: its words without white space, in order.
            starts: the offset of each word in `text`.
        """
        if not words:
            return []
        firsts = [0]
        for position, is_certain in candidates(text, words, starts):
            if is_certain or self._score(text, words, starts, position) > 0:
                firsts.append(position)
        return firsts

    def _score(self, text: str, words: Sequence[str], starts: Sequence[int], position: int) -> float:
        weights = self.weights
        return sum(weights.get(feature, 0.0) for feature in features(text, words, starts, position))


def candidates(text: str, words: Sequence[str], starts: Sequence[int]) -> Iterator[tuple[int, bool]]:
    """Yields `(position, is_certain)` of each word before which a sentence may end, in order.

    `is_certain` marks the first word after a blank line.
    """
    found: dict[int, bool] = {}
    for match in _BREAK.finditer(text):
        position = bisect_left(starts, match.end())
        if 0 < position < len(words):
            found[position] = match.group().count("\n") > 1
    for match in _STOP.finditer(text):
        position = bisect_left(starts, match.end())
        # A stop inside a word, as in "3.5" or "example.org", is no place to cut.
        if 0 < position < len(words) and starts[position - 1] + len(words[position - 1]) <= match.end():
            found.setdefault(position, False)
    yield from sorted(found.items())


def features(text: str, words: Sequence[str], starts: Sequence[int], position: int) -> list[str]:
    """Returns what can be seen around the gap before `words[position]`, as strings."""
    last = position - 1
    gap = _gap(text[starts[last] + len(words[last]) : starts[position]])
    core = last
    while core > 0 and last - core < 3 and words[core][0] in CLOSERS:
        core -= 1
    stop, place = _stop_and_place(words, core)
    before = words[place] if place >= 0 else ""
    after = words[position]
    beyond = words[position + 1] if position + 1 < len(words) else ""
    closers = "".join(words[core + 1 : position])[:3]
    marks = f"{stop}{closers}{gap}"
    before_shape, after_shape, beyond_shape = _kind(before), _kind(after), _kind(beyond)
    if number := _number(text, words, starts, place) if place >= 0 else "":
        before = before_shape = number
    line = starts[last] + len(words[last]) - (text.rfind("\n", 0, starts[last]) + 1)
    width = "long" if line >= LONG_LINE else "short" if line < LONG_LINE // 2 else "middle"
    lower = before.lower()
    return [
        "bias",
        f"p={marks}",
        f"s={stop} {gap}",
        f"b={lower} {stop}",
        f"a={after.lower()} {stop[-1:]}",
        f"bs={before_shape} {marks}",
        f"as={after_shape} {marks}",
        f"bs+as={before_shape} {after_shape} {stop} {gap}",
        f"b+as={lower} {stop} {after_shape}",
        f"a+bs={after.lower()} {stop[-1:]} {before_shape}",
        f"as+ns={after_shape} {beyond_shape} {marks}",
        f"as+n={after_shape} {beyond.lower()} {stop[-1:]}",
        f"w={width} {stop[-1:]} {gap} {after_shape}",
        f"end={lower[-3:]} {stop} {after_shape}",
    ]


def _number(text: str, words: Sequence[str], starts: Sequence[int], place: int) -> str:
    """Names what a number counts: an `item` that it opens ("8. Rebels"), a `day` ("on March 8."); "" for any other."""
    if not words[place].rstrip(STOPS).isdecimal():
        return ""
    earlier = words[place - 1] if place else ""
    if not earlier.strip(STOPS + CLOSERS) or "\n" in text[starts[place - 1] + len(earlier) : starts[place]]:
        return "item"
    return "day" if earlier[:3].lower() in _MONTHS and earlier[0].isupper() else ""


def _gap(space: str) -> str:
    """Names the white space between two words: `0` none, `_` blanks, `n` a line break."""
    if "\n" in space:
        return "n"
    return "_" if space else "0"


def _stop_and_place(words: Sequence[str], core: int) -> tuple[str, int]:
    """Returns the stop that ends the text at `core`, with `+` if it is part of a word, and the word's place, or -1."""
    word = words[core]
    if word[-1] not in STOPS:
        return "", core
    if word.rstrip(STOPS):
        return "+" + word[-1], core
    first = core
    while first > 0 and not words[first - 1].rstrip(STOPS) and core - first < 3:
        first -= 1
    return "".join(words[first : core + 1])[:3], first - 1


def _kind(word: str) -> str:
    """Returns a coarse class of a word: its shape, whether it has full stops inside, or the mark itself."""
    if len(word) == 1 and not word.isalnum():
        return word
    if not word:
        return "none"
    dots = "." if "." in word[:-1] else ""
    return f"{shape(word)}{dots}{'1' if len(word.rstrip('.')) == 1 else ''}"
