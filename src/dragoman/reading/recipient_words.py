"""The word lists of ``recipients.toml``, loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.reading.word_lists import read_lists


@dataclass(frozen=True, slots=True)
class RecipientWords:
    """One set of words for each list of ``recipients.toml``, where they are explained."""

    deals: frozenset[str]
    giving_in: frozenset[str]
    creating: frozenset[str]
    dispatching: frozenset[str]
    moving: frozenset[str]
    bringing: frozenset[str]
    wielding: frozenset[str]
    fights: frozenset[str]
    facing: frozenset[str]
    intruding: frozenset[str]
    reacting: frozenset[str]
    defying: frozenset[str]
    pressure: frozenset[str]
    obliging: frozenset[str]
    replies: frozenset[str]
    avenging: frozenset[str]
    said: frozenset[str]
    offered: frozenset[str]
    remarked: frozenset[str]
    letting_go: frozenset[str]
    requested: frozenset[str]
    undoing: frozenset[str]
    repelling: frozenset[str]
    withstanding: frozenset[str]
    tries: frozenset[str]
    of_things: frozenset[str]
    naming_so: frozenset[str]
    sited: frozenset[str]
    dwellings: frozenset[str]
    holding: frozenset[str]
    reaching: frozenset[str]
    ruled: frozenset[str]


@cache
def load_recipient_words() -> RecipientWords:
    """The packaged lists.

    Raises:
        LexiconError: a list is missing, unknown, or names a word twice.
    """
    return build_recipient_words(rtoml.load(Path(__file__).with_name("recipients.toml")))


def build_recipient_words(table: dict[str, Any]) -> RecipientWords:
    """The lists of a parsed file.

    Raises:
        LexiconError: see :func:`load_recipient_words`.
    """
    return RecipientWords(**read_lists(table, [item.name for item in fields(RecipientWords)], "recipients.toml"))
