"""The words a happening is told in, and whether those of two tellings can be of one happening.

A word is known by its stem, so that a verb and the nouns made from it are one ("announced", "announcement"), and by the
families of ``wording.toml`` it stands in ("quake", "earthquake"). A stem is no dictionary form and is never shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import rtoml

from dragoman.errors import LexiconError
from dragoman.lexicon.inflection import irregular_verbs, verb_forms
from dragoman.ontology.names import fold

Kinship = Literal["same", "family", "near", "none"]

_KEYS = {"same", "near", "light", "vague", "speech", "small", "plain"}
_TABLE = Path(__file__).with_name("wording.toml")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_CACHE = 65_536
_ROUNDS = 3  # endings taken off one another: "murderers", "murderer", "murder"
_ENDINGS = (
    "ization", "isation", "ations", "ation", "itions", "ition", "ities", "ments", "ment", "ances", "ance", "ences",
    "ence", "ings", "ing", "ions", "ion", "ates", "ated", "ate", "at", "ures", "ure", "ers", "er", "ors", "or", "als",
    "al", "ies", "ied", "ed", "es", "s", "e",
)  # fmt: skip
_SHORTEST = {
    "ance": 5, "ances": 5, "ence": 5, "ences": 5, "ing": 3, "ings": 3, "ed": 3, "es": 3, "s": 3, "e": 3, "ies": 2,
    "ied": 2,
}  # fmt: skip
_LEFT = 4  # for all other endings
# "decide" and "decision", "explode" and "explosion", "permit" and "permission", "deny" and "denial".
_LAST = {"d": "t", "s": "t", "z": "t", "y": "i"}


_OPPOSITE = {"in": "out", "into": "out", "out": "in", "up": "down", "down": "up", "on": "off", "off": "on"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one event mention.

    Attributes:
        stems: of its words that say something; empty for "it" and "the incident".
        families: of ``wording.toml``.
        near: the wider families those belong to.
        turns: its particles that have an opposite ("checked out").
        speech: whether it is only said to be said.
    """

    stems: frozenset[str]
    families: frozenset[str]
    near: frozenset[str]
    turns: frozenset[str] = frozenset()
    speech: bool = False


@dataclass(frozen=True, slots=True)
class WordingTables:
    """``wording.toml`` by stem: words and phrases → families, family → wider families."""

    words: Mapping[str, frozenset[str]]
    phrases: Mapping[tuple[str, ...], frozenset[str]]
    near: Mapping[str, frozenset[str]]
    light: frozenset[str]
    plain: frozenset[str]
    small: frozenset[str]
    vague: frozenset[str]
    speech: frozenset[str]


@cache
def load_wording() -> WordingTables:
    """The packaged table.

    Raises:
        LexiconError: unknown or missing keys, a word twice in one family, a wider family of families there are not.
    """
    return build_wording(rtoml.load(_TABLE), str(_TABLE))


def build_wording(data: Mapping[str, Mapping[str, list[str]]], where: str) -> WordingTables:
    """The table from its TOML data; see :func:`load_wording`."""
    faults = [f'unknown key "{key}"' for key in sorted(data.keys() - _KEYS)]
    faults += [f'missing key "{key}"' for key in sorted(_KEYS - data.keys())]
    same, near = data.get("same", {}), data.get("near", {})
    faults += [f'"{name}" lists a word twice' for name, words in same.items() if len(set(words)) < len(words)]
    faults += [f'near.{name}: no family "{one}"' for name, them in near.items() for one in them if one not in same]
    if faults:
        raise LexiconError(where, faults)
    words: dict[str, set[str]] = {}
    phrases: dict[tuple[str, ...], set[str]] = {}
    for family, members in same.items():
        for member in members:
            stems = tuple(stem(word) for word in _WORD.findall(fold(member)))
            if len(stems) == 1:
                words.setdefault(stems[0], set()).add(family)
            else:
                phrases.setdefault(stems, set()).add(family)
    wider: dict[str, set[str]] = {}
    for name, members in near.items():
        for family in members:
            wider.setdefault(family, set()).add(name)
    return WordingTables(
        words={word: frozenset(families) for word, families in words.items()},
        phrases={phrase: frozenset(families) for phrase, families in phrases.items()},
        near={family: frozenset(names) for family, names in wider.items()},
        light=frozenset(stem(word) for word in data["light"]),
        plain=frozenset(data["plain"]),
        small=frozenset(stem(word) for word in data["small"]),
        vague=frozenset(stem(word) for word in data["vague"]),
        speech=frozenset(data["speech"]),
    )


@lru_cache(_CACHE)
def wording_of(text: str) -> Wording:
    """The wording of the characters of an event mention ("carried out the attack" → attack)."""
    tables = load_wording()
    words = _WORD.findall(fold(text))
    stems = [stem(word) for word in words]
    families: set[str] = set()
    for length in range(min(len(stems), 4), 1, -1):
        for first in range(len(stems) - length + 1):
            families |= tables.phrases.get(tuple(stems[first : first + length]), frozenset())
    telling = [word for word in stems if word not in tables.small and word not in tables.vague]
    heavy = [word for word in telling if word not in tables.light] or telling
    if not families:
        for word in heavy:
            families |= tables.words.get(word, frozenset())
    wider = {name for family in families for name in tables.near.get(family, ())}
    speech = bool(families) and families <= tables.speech
    turns = frozenset(_OPPOSITE) & frozenset(words[1:])
    return Wording(frozenset(heavy), frozenset(families), frozenset(wider), turns, speech)


def kinship(a: Wording, b: Wording) -> Kinship:
    """How two wordings relate: a word in common, a family, a wider family, or nothing."""
    if any(_OPPOSITE[turn] in b.turns for turn in a.turns):
        return "none"
    if a.stems & b.stems:
        return "same"
    if a.families & b.families:
        return "family"
    wider = a.near & b.near
    return "near" if wider else "none"


@lru_cache(_CACHE)
def stem(word: str) -> str:
    """What a word shares with those made from it: "killings" → "kill", "explosion" and "explodes" → "explot".

    Args:
        word: one word, folded.
    """
    word = _forms().get(word, word)
    for turn in range(_ROUNDS):
        shorter = _without_ending(word, plural=turn == 0)
        if shorter == word:
            break
        word = _forms().get(shorter, shorter)
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return word[:-1] + _LAST.get(word[-1], word[-1]) if len(word) > 3 else word


def _without_ending(word: str, *, plural: bool) -> str:
    for ending in _ENDINGS:
        left = len(word) - len(ending)
        if word.endswith(ending) and left >= _SHORTEST.get(ending, _LEFT):
            if ending == "s" and (not plural or word[-2] in "su"):
                continue
            return word[:left] + "y" if ending in ("ies", "ied") else word[:left]
    return word


@cache
def _forms() -> Mapping[str, str]:
    """Inflected form → verb, for the verbs of the table and the irregular ones; what the table lists is itself."""
    data = rtoml.load(_TABLE)
    listed = {word for words in data["same"].values() for word in words} | {*data["light"], *data["vague"]}
    single = {word for word in listed if _WORD.fullmatch(word)}
    forms = verb_forms({*single, *irregular_verbs()})
    return {form: verb for form, verb in forms.items() if form not in single}
