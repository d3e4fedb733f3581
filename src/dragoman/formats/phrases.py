"""Plain words for the codes of a record, from ``phrases.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from dragoman.errors import LexiconError

TABLE = Path(__file__).with_name("phrases.toml")
LONGEST_PHRASE = 40  # characters; what fits on an edge of the network drawing

_SIMPLE_TABLES = ("quads", "voices", "statuses", "aspects", "sectors", "verdicts", "facets")
_PAIR_TABLES = ("kinds", "ties", "ties_to_states")  # words for one, words for several
_MAY_BE_EMPTY = ("statuses", "aspects")


@dataclass(frozen=True, slots=True)
class Deed:
    """How a type or mode is said: ``does`` before a recipient, ``alone`` without one, ``mutual`` for both sides."""

    does: str
    alone: str
    mutual: str

    def of(self, *, many: bool, recipients: bool, mutual: bool) -> str:
        """The words for one or many who do it, to somebody or alone, or to one another."""
        if mutual:
            return self.mutual
        phrase = self.does if recipients else self.alone
        return plural(phrase) if many else phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """The words of ``phrases.toml``; each attribute is the table of that name."""

    types: Mapping[str, Deed]
    modes: Mapping[tuple[str, str], Deed]
    lasting: Mapping[tuple[str, str], Deed]
    quads: Mapping[str, str]
    kinds: Mapping[str, tuple[str, str]]
    voices: Mapping[str, str]
    statuses: Mapping[str, str]
    aspects: Mapping[str, str]
    ties: Mapping[str, tuple[str, str]]
    ties_to_states: Mapping[str, tuple[str, str]]
    sectors: Mapping[str, str]
    verdicts: Mapping[str, str]
    facets: Mapping[str, str]

    def deed(self, event_type: str, modes: tuple[str, ...]) -> Deed:
        """The words for an event: its first mode's that has any, else its type's, else the code in small letters."""
        for mode in modes:
            if (event_type, mode) in self.modes:
                return self.modes[event_type, mode]
        if event_type in self.types:
            return self.types[event_type]
        code = event_type.lower()
        return Deed(code, code, code)

    def lasting_deed(self, event_type: str, modes: tuple[str, ...]) -> Deed | None:
        """The words for an event that goes on, where its own would tell of a moment: "holds", not "abducts"."""
        return next((self.lasting[event_type, mode] for mode in modes if (event_type, mode) in self.lasting), None)

    def tie(self, kind: str, *, many: bool = False, state: bool = False) -> str:
        """The words between two actors with a tie; ``many``: the first is several, ``state``: the second is one."""
        words = self.ties_to_states if state and kind in self.ties_to_states else self.ties
        one, several = words.get(kind, (kind, kind))
        return several if many else one

    def kind(self, kind: str, count: int = 1) -> str:
        """The word for a record kind, in the plural unless ``count`` is 1."""
        one, several = self.kinds.get(kind, (kind, kind))
        return one if count == 1 else several

    def sector(self, code: str) -> str:
        """The words for a PLOVER sector code, or the code itself."""
        return self.sectors.get(code, code)


@cache
def load_phrases() -> Phrases:
    """The packaged phrases.

    Raises:
        LexiconError: the table breaks its schema; lists every fault.
    """
    import rtoml

    return parse_phrases(rtoml.load(TABLE), TABLE.name)


def parse_phrases(table: Mapping[str, Any], source: str) -> Phrases:
    """Phrases from a parsed table; raises :class:`LexiconError` with every fault of it."""
    known = {*_SIMPLE_TABLES, *_PAIR_TABLES, "types"}
    faults = [f"unknown table [{name}]" for name in table if name not in known]
    faults += [f"table [{name}] is missing" for name in sorted(known) if name not in table]
    simple = {name: dict(table.get(name, {})) for name in _SIMPLE_TABLES}
    for name, words in simple.items():
        faults += [
            f"[{name}] {key}: words expected, got {value!r}"
            for key, value in words.items()
            if not isinstance(value, str) or not (value or name in _MAY_BE_EMPTY)
        ]
    for name in _PAIR_TABLES:
        faults += [
            f"[{name}] {key}: two words expected" for key, value in table.get(name, {}).items() if not _words(value, 2)
        ]
    types, modes, lasting, type_faults = _deeds(table.get("types", {}))
    faults += type_faults
    if faults:
        raise LexiconError(source, faults)
    kinds, ties, ties_to_states = (
        {key: cast("tuple[str, str]", tuple(value)) for key, value in table[name].items()} for name in _PAIR_TABLES
    )
    return Phrases(
        types=types, modes=modes, lasting=lasting, kinds=kinds, ties=ties, ties_to_states=ties_to_states, **simple
    )


def plural(phrase: str) -> str:
    """The plural of a verb phrase in the third person: "visits" → "visit", "carries out" → "carry out"."""
    verb, space, rest = phrase.partition(" ")
    if verb.endswith("ies"):
        verb = verb.removesuffix("ies") + "y"
    elif verb.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        verb = verb.removesuffix("es")
    else:
        verb = verb.removesuffix("s")
    return verb + space + rest


def _words(value: object, count: int) -> bool:
    """Whether a value is a list of so many non-empty strings that fit a line."""
    return (
        isinstance(value, list)
        and len(value) == count
        and all(isinstance(word, str) and 0 < len(word) <= LONGEST_PHRASE for word in value)
    )


_ByMode = dict[tuple[str, str], Deed]


def _deeds(table: Mapping[str, Any]) -> tuple[dict[str, Deed], _ByMode, _ByMode, list[str]]:
    """Deeds by type, by (type, mode), and by both where they last; and the faults found."""
    types: dict[str, Deed] = {}
    by_mode: dict[str, _ByMode] = {"modes": {}, "lasting": {}}
    faults: list[str] = []
    for code, entry in table.items():
        words = [entry.get(key) for key in ("does", "alone", "mutual")]
        faults += [
            f"[types.{code}] unknown key {key}" for key in entry if key not in {"does", "alone", "mutual", *by_mode}
        ]
        if not _words(words, 3):
            faults.append(f"[types.{code}] does, alone and mutual must each be 1 to {LONGEST_PHRASE} characters")
            continue
        types[code] = Deed(*words)
        for name, deeds in by_mode.items():
            for mode, mode_words in entry.get(name, {}).items():
                if _words(mode_words, 3):
                    deeds[code, mode] = Deed(*mode_words)
                else:
                    faults.append(
                        f"[types.{code}.{name}] {mode}: three phrases of 1 to {LONGEST_PHRASE} characters expected"
                    )
    return types, by_mode["modes"], by_mode["lasting"], faults
