"""Words that tell a standing relation between two actors. Data in ``ties.toml``, which explains the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import rtoml

from dragoman.errors import LexiconError
from dragoman.record import TieKind

FIELDS = ("kind", "verbs", "reversed", "adjectives", "nouns", "sides")


@dataclass(frozen=True, slots=True)
class TieWords:
    """Look-ups by lemma.

    ``verbs``: lemma → (kind, preposition or "", reversed). ``adjectives``, ``nouns`` and ``sides``: (lemma,
    preposition) → kind; ``noun_lemmas`` and ``side_lemmas`` have the lemmas alone.
    """

    verbs: Mapping[str, tuple[TieKind, str, bool]]
    adjectives: Mapping[tuple[str, str], TieKind]
    nouns: Mapping[tuple[str, str], TieKind]
    noun_lemmas: Mapping[str, TieKind]
    sides: Mapping[tuple[str, str], TieKind]
    side_lemmas: frozenset[str]


@cache
def load_ties() -> TieWords:
    """The packaged table.

    Raises:
        LexiconError: an unknown kind or field, or a word that stands twice.
    """
    raw: dict[str, Any] = rtoml.loads((files("dragoman.lexicon") / "ties.toml").read_text(encoding="utf-8"))
    faults: list[str] = []
    verbs: dict[str, tuple[TieKind, str, bool]] = {}
    adjectives: dict[tuple[str, str], TieKind] = {}
    nouns: dict[tuple[str, str], TieKind] = {}
    sides: dict[tuple[str, str], TieKind] = {}
    for group in raw.get("tie", ()):
        kind = group.get("kind")
        faults.extend(f"unknown field {key!r}" for key in group if key not in FIELDS)
        if kind not in get_args(TieKind):
            faults.append(f"unknown kind {kind!r}; known: {', '.join(get_args(TieKind))}")
            continue
        for field in ("verbs", "reversed"):
            for written in group.get(field, ()):
                lemma, _, preposition = written.partition(" ")
                if lemma in verbs:
                    faults.append(f"{lemma!r} stands twice")
                verbs[lemma] = (kind, preposition, field == "reversed")
        for table, field in ((adjectives, "adjectives"), (nouns, "nouns"), (sides, "sides")):
            for written in group.get(field, ()):
                lemma, _, preposition = written.partition(" ")
                if (lemma, preposition) in table:
                    faults.append(f"{written!r} stands twice")
                table[lemma, preposition] = kind
    if faults:
        raise LexiconError("ties.toml", faults)
    return TieWords(
        verbs,
        adjectives,
        nouns,
        {lemma: kind for (lemma, _), kind in nouns.items()},
        sides,
        frozenset(lemma for lemma, _ in sides),
    )
