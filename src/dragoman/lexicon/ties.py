"""Words that tell a standing relation between two actors. Data in ``ties.toml``, which explains the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import rtoml

from dragoman.errors import LexiconError
from dragoman.record import TieKind

Phase = Literal["", "begins", "ends"]
# Fields whose words are a lemma with the preposition after it, and those whose words stand alone.
_PHRASES = ("verbs", "reversed", "adjectives", "nouns", "sides", "undergone")
_SINGLE = ("under", "possessed", "mutual", "compounds", "tied", "prefixes")
_FIELDS = ("kind", "phase", "place", "persons", "armed", "modified", *_PHRASES, *_SINGLE)


@dataclass(frozen=True, slots=True)
class TieEntry:
    """What a word tells: the kind of tie, its phase, and whether it runs the other way round.

    It may hold from persons, to places or between bodies and states alone: see the data file.
    """

    kind: TieKind
    phase: Phase = ""
    turned: bool = False
    place: bool = False
    persons: bool = False
    armed: bool = False


@dataclass(frozen=True, slots=True)
class TieWords:
    """Look-ups by lemma.

    ``verbs``: lemma → (preposition or "", entry) in the order of the file. ``adjectives``, ``nouns`` and ``sides``
    (with the undergone ones, turned): (lemma, preposition) → entry, with the lemmas alone in ``noun_lemmas`` and
    ``side_lemmas``. ``under``, ``possessed``, ``mutual``, ``compounds`` (with the tied ones, turned) and ``prefixes``:
    word → entry. ``modified``, ``losing``, ``wresting``, ``parts`` and ``outsiders``: see the data file.
    """

    verbs: Mapping[str, list[tuple[str, TieEntry]]] = field(default_factory=dict)
    adjectives: Mapping[tuple[str, str], TieEntry] = field(default_factory=dict)
    nouns: Mapping[tuple[str, str], TieEntry] = field(default_factory=dict)
    noun_lemmas: Mapping[str, TieEntry] = field(default_factory=dict)
    sides: Mapping[tuple[str, str], TieEntry] = field(default_factory=dict)
    side_lemmas: frozenset[str] = frozenset()
    under: Mapping[str, TieEntry] = field(default_factory=dict)
    possessed: Mapping[str, TieEntry] = field(default_factory=dict)
    mutual: Mapping[str, TieEntry] = field(default_factory=dict)
    compounds: Mapping[str, TieEntry] = field(default_factory=dict)
    prefixes: Mapping[str, TieEntry] = field(default_factory=dict)
    modified: frozenset[str] = frozenset()
    losing: frozenset[str] = frozenset()
    wresting: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    outsiders: frozenset[str] = frozenset()


@cache
def load_ties() -> TieWords:
    """The packaged table.

    Raises:
        LexiconError: an unknown kind, phase or field, or a word that stands twice.
    """
    return parse_ties(rtoml.loads((files("dragoman.lexicon") / "ties.toml").read_text(encoding="utf-8")))


def parse_ties(raw: dict[str, Any]) -> TieWords:
    """The table of a parsed TOML document.

    Raises:
        LexiconError: as :func:`load_ties`; every fault is listed.
    """
    faults = [f"unknown key {key!r}" for key in raw if key not in ("tie", "losing", "parts", "belonging")]
    tables: dict[str, dict[Any, TieEntry]] = {name: {} for name in (*_PHRASES[2:], *_SINGLE)}
    verbs: dict[str, list[tuple[str, TieEntry]]] = {}
    modified: set[str] = set()
    for group in raw.get("tie", ()):
        kind, phase = group.get("kind"), group.get("phase", "")
        ends = tuple(bool(group.get(name)) for name in ("place", "persons", "armed"))
        modified.update(group.get("modified", ()))
        faults.extend(f"unknown field {key!r}" for key in group if key not in _FIELDS)
        if kind not in get_args(TieKind) or phase not in get_args(Phase):
            faults.append(f"unknown kind {kind!r} or phase {phase!r}; known: {', '.join(get_args(TieKind))}")
            continue
        for name in ("verbs", "reversed"):
            for written in group.get(name, ()):
                lemma, _, preposition = written.partition(" ")
                listed = verbs.setdefault(lemma, [])
                if any(preposition == other for other, _ in listed):
                    faults.append(f"{written!r} stands twice")
                listed.append((preposition, TieEntry(kind, phase, name == "reversed", *ends)))
        for name, table in tables.items():
            for written in group.get(name, ()):
                word = tuple(written.rsplit(" ", 1)) if name in _PHRASES else written
                if word in table:
                    faults.append(f"{written!r} stands twice")
                table[word] = TieEntry(kind, phase, name in ("tied", "undergone"), *ends)
    faults.extend(f"{word!r} stands twice" for word in sorted(set(tables["compounds"]) & set(tables["tied"])))
    nouns = {lemma for lemma, _ in tables["nouns"]}
    faults.extend(f"{word!r} is modified, but none of the nouns" for word in sorted(modified - nouns))
    if faults:
        raise LexiconError("ties.toml", faults)
    return TieWords(
        # A verb with its preposition says more than the verb alone.
        {lemma: sorted(listed, key=lambda one: not one[0]) for lemma, listed in verbs.items()},
        tables["adjectives"],
        tables["nouns"],
        {lemma: entry for (lemma, _), entry in tables["nouns"].items()},
        tables["sides"] | tables["undergone"],
        frozenset(lemma for lemma, _ in (*tables["sides"], *tables["undergone"])),
        tables["under"],
        tables["possessed"],
        tables["mutual"],
        tables["compounds"] | tables["tied"],
        tables["prefixes"],
        frozenset(modified),
        frozenset(raw.get("losing", {}).get("verbs", ())),
        frozenset(raw.get("losing", {}).get("wresting", ())),
        frozenset(raw.get("parts", {}).get("nouns", ())),
        frozenset(raw.get("belonging", {}).get("outsiders", ())),
    )
