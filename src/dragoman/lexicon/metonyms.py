"""Where a city or country is a place and where it stands for its government. Data in ``metonyms.toml``."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import read_table, unknown_keys, word_faults


@dataclass(frozen=True, slots=True)
class Metonyms:
    """Word sets by lemma; see the head of ``metonyms.toml``."""

    motion_verbs: frozenset[str]
    motion_nouns: frozenset[str]
    place_verbs: frozenset[str]
    land_verbs: frozenset[str]
    personal_verbs: frozenset[str]
    stative_verbs: frozenset[str]
    place_nouns: frozenset[str]
    meeting_words: frozenset[str]
    imposed: frozenset[str]
    visiting_verbs: frozenset[str]
    nation_nouns: frozenset[str]
    locative: frozenset[str]
    speech_verbs: frozenset[str]
    documents: frozenset[str]


@cache
def load_metonyms() -> Metonyms:
    """The packaged table.

    Raises:
        LexiconError: an unknown or missing list, or a word that can never match.
    """
    table = read_table("metonyms.toml")
    names = [field.name for field in fields(Metonyms)]
    faults = unknown_keys(table, frozenset(names), "metonyms.toml")
    faults.extend(f"the list {name!r} is missing" for name in names if name not in table)
    faults.extend(fault for name in names for word in table.get(name, ()) for fault in word_faults(word, name))
    if faults:
        raise LexiconError("metonyms.toml", faults)
    return Metonyms(**{name: frozenset(table[name]) for name in names})
