"""Sentences about games, in which nothing political happens: "Kenya's defence surrendered in the second half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from functools import cache
from itertools import pairwise
from pathlib import Path

import rtoml

from dragoman.reading.tree import Tree, Word
from dragoman.reading.word_lists import read_lists

_ENOUGH = 2  # different words of sport that make a sentence one about a game
_MOST = 200  # points nobody scores


@dataclass(frozen=True, slots=True)
class Pastimes:
    """The parsed ``pastimes.toml``, which explains them."""

    games: frozenset[str]
    vague: frozenset[str]
    results: frozenset[str]
    serious: frozenset[str]


@cache
def load_pastimes() -> Pastimes:
    """The packaged words.

    Raises:
        LexiconError: a list is missing, unknown, or names a word twice.
    """
    table = rtoml.load(Path(__file__).with_name("pastimes.toml"))
    return Pastimes(**read_lists(table, [item.name for item in fields(Pastimes)], "pastimes.toml"))


def told_of_games(tree: Tree) -> frozenset[int]:
    """The words of a report's sentences about games: two words of sport, or a result and who won, and nothing else."""
    found: set[int] = set()
    for number in range(len(tree.sentences)):
        words = tree.sentence_words(number)
        if _is_game(words):
            found.update(word.i for word in words)
    return frozenset(found)


@cache
def _openings() -> frozenset[str]:
    """Words one of which a sentence about a game has: that of a list, or the first of several."""
    lists = load_pastimes()
    return lists.results | {words.replace("-", " ").split()[0] for words in lists.games}


def _is_game(words: Sequence[Word]) -> bool:
    lists = load_pastimes()
    said = {form for word in words for form in (word.lower, word.lemma)}
    if said.isdisjoint(_openings()):
        return False
    said |= {f"{one.lower} {other.lower}" for one, other in pairwise(words)}
    joined = [
        (words[dash.i - words[0].i - 1], words[dash.i - words[0].i + 1]) for dash in words[1:-1] if dash.text == "-"
    ]
    said |= {f"{one.lower}-{other.lower}" for one, other in joined}
    if said & lists.serious:
        return False
    sure = len(said & lists.games)
    scored = any(_is_points(one) and _is_points(other) for one, other in joined)
    told = sure + len(said & lists.vague) >= _ENOUGH
    return (sure > 0 and told) or (scored and (sure > 0 or bool(said & lists.results)))


def _is_points(word: Word) -> bool:
    return word.text.isdecimal() and int(word.text) < _MOST
