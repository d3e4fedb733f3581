"""What the words of a person's name tell: gender, family name, particles. Data in ``persons.toml``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import read_table, unknown_keys, word_faults

_LISTS = ("male", "female", "particles", "suffixes", "family_first", "common_surnames", "peoples")


@dataclass(frozen=True, slots=True)
class Persons:
    """``gender`` maps a given name in lower case to "m" or "f". The other fields: see ``persons.toml``."""

    gender: Mapping[str, str]
    particles: frozenset[str]
    suffixes: frozenset[str]
    family_first: frozenset[str]
    common_surnames: frozenset[str]
    peoples: frozenset[str]


@cache
def load_persons() -> Persons:
    """The packaged table.

    Raises:
        LexiconError: an unknown key, a word twice, or a given name in both lists of gender.
    """
    table = read_table("persons.toml")
    faults = unknown_keys(table, frozenset(_LISTS), "persons.toml")
    for name in _LISTS:
        words = table.get(name, [])
        faults.extend(f"{name}: {word!r} stands twice" for word, count in Counter(words).items() if count > 1)
        for word in words:
            faults.extend(word_faults(word, name))
    both = set(table.get("male", ())) & set(table.get("female", ()))
    faults.extend(f"{word!r} is in male and in female: take it out of both" for word in sorted(both))
    if faults:
        raise LexiconError("persons.toml", faults)
    gender = dict.fromkeys(table["male"], "m") | dict.fromkeys(table["female"], "f")
    return Persons(
        gender,
        particles=frozenset(table["particles"]),
        suffixes=frozenset(table["suffixes"]),
        family_first=frozenset(table["family_first"]),
        common_surnames=frozenset(table["common_surnames"]),
        peoples=frozenset(table["peoples"]),
    )
