"""The word lists of ``places.toml``, loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.reading.gazetteer import Kind
from dragoman.reading.word_lists import read_lists


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One set of words for each list of ``places.toml``, where they are explained; ``called`` goes by the word."""

    static: frozenset[str]
    goal: frozenset[str]
    source: frozenset[str]
    beside: frozenset[str]
    leading: frozenset[str]
    struck: frozenset[str]
    departing: frozenset[str]
    going: frozenset[str]
    attending: frozenset[str]
    during: frozenset[str]
    musing: frozenset[str]
    partner: frozenset[str]
    divided: frozenset[str]
    kinds: frozenset[str]
    directions: frozenset[str]
    capital: frozenset[str]
    spoken: frozenset[str]
    facilities: frozenset[str]
    called: dict[str, frozenset[Kind]]


@cache
def load_place_words() -> PlaceWords:
    """The packaged lists.

    Raises:
        LexiconError: a list is missing, unknown, or names a word twice.
    """
    return build_place_words(rtoml.load(Path(__file__).with_name("places.toml")))


def build_place_words(table: dict[str, Any]) -> PlaceWords:
    """The lists of a parsed file.

    Raises:
        LexiconError: see :func:`load_place_words`.
    """
    wanted = [item.name for item in fields(PlaceWords) if item.name != "called"]
    lists = read_lists(table, wanted, "places.toml", besides=("called",))
    called: dict[str, set[Kind]] = {}
    for kind, words in table["called"].items():
        for word in words:
            called.setdefault(word, set()).add(kind)
    kinds = {word: frozenset(kinds) for word, kinds in called.items()}
    return PlaceWords(called=kinds, **lists)
