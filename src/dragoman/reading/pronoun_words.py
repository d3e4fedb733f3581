"""The word lists of ``pronouns.toml``, loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.reading.word_lists import read_lists


@dataclass(frozen=True, slots=True)
class PronounWords:
    """One set of words for each list of ``pronouns.toml``, where they are explained."""

    ceasing: frozenset[str]
    trespasses: frozenset[str]
    envoys: frozenset[str]
    of_bodies: frozenset[str]
    own: frozenset[str]
    speaking: frozenset[str]
    comrades: frozenset[str]
    holding: frozenset[str]
    taking: frozenset[str]
    personal: frozenset[str]
    custody: frozenset[str]
    some: frozenset[str]
    disputing: frozenset[str]
    assertions: frozenset[str]
    listeners: frozenset[str]
    onlookers: frozenset[str]
    telling: frozenset[str]
    blaming: frozenset[str]
    alleging: frozenset[str]
    charges: frozenset[str]
    denying: frozenset[str]
    gainsaying: frozenset[str]
    hostile: frozenset[str]
    harmless: frozenset[str]
    violent: frozenset[str]
    opposing: frozenset[str]
    encountering: frozenset[str]


@cache
def load_pronoun_words() -> PronounWords:
    """The packaged lists.

    Raises:
        LexiconError: a list is missing, unknown, or names a word twice.
    """
    return build_pronoun_words(rtoml.load(Path(__file__).with_name("pronouns.toml")))


def build_pronoun_words(table: dict[str, Any]) -> PronounWords:
    """The lists of a parsed file.

    Raises:
        LexiconError: see :func:`load_pronoun_words`.
    """
    return PronounWords(**read_lists(table, [item.name for item in fields(PronounWords)], "pronouns.toml"))
