"""The word lists of ``places.toml``, loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One set of words for each list of ``places.toml``, where they are explained."""

    static: frozenset[str]
    goal: frozenset[str]
    source: frozenset[str]
    struck: frozenset[str]
    departing: frozenset[str]
    going: frozenset[str]
    partner: frozenset[str]
    divided: frozenset[str]
    kinds: frozenset[str]
    directions: frozenset[str]
    capital: frozenset[str]
    spoken: frozenset[str]


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
    wanted = {item.name for item in fields(PlaceWords)}
    faults = [f"unknown list {name!r}" for name in table if name not in wanted]
    faults += [f"missing list {name!r}" for name in sorted(wanted) if name not in table]
    for name, words in table.items():
        faults += [f"{name} names {word!r} twice" for word in sorted(set(words)) if words.count(word) > 1]
    if faults:
        raise LexiconError("places.toml", faults)
    return PlaceWords(**{name: frozenset(table[name]) for name in wanted})
