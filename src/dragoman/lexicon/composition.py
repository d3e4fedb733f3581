"""How an event under another word is read: reversed, held as content, or giving a mode. See ``composition.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import rtoml

from dragoman.errors import LexiconError
from dragoman.ontology.plover import load_plover


@dataclass(frozen=True, slots=True)
class Composition:
    """The tables of the data file; an empty type in ``reversal`` or ``promise`` means that no event is told."""

    motion: frozenset[str]
    dispatch: frozenset[str]
    instruments: frozenset[str]
    official: frozenset[str]
    freeing: frozenset[str]
    custody: frozenset[str]
    sites: frozenset[str]
    grounds: frozenset[str]
    craft: frozenset[str]
    works: frozenset[str]
    spoken: frozenset[str]
    cancelling: frozenset[str]
    concluding: frozenset[str]
    reversal: Mapping[str, tuple[str, str]]
    promise: Mapping[str, str]
    future: Mapping[str, str]
    announced: Mapping[str, str]
    refusal: Mapping[str, str]
    placed: Mapping[str, str]
    content: Mapping[str, frozenset[str]]
    request_mode: Mapping[str, str]
    request_for: Mapping[str, str]
    threat_mode: Mapping[str, str]
    threatened_for: Mapping[str, str]
    threat_words: Mapping[str, str]


@cache
def load_composition() -> Composition:
    """The packaged table.

    Raises:
        LexiconError: a type or mode PLOVER does not have.
    """
    raw = rtoml.loads((files("dragoman.lexicon") / "composition.toml").read_text(encoding="utf-8"))
    plover = load_plover()
    types = {
        *raw["reversal"],
        *raw["content"],
        *raw["promise"],
        *filter(None, raw["promise"].values()),
        *raw["future"],
        *raw["future"].values(),
        *raw["announced"],
        *raw["announced"].values(),
        *raw["refusal"],
        *(name for names in raw["placed"].values() for name in names),
        *raw["mode"]["request"],
        *raw["mode"]["threaten"],
    }
    types |= {target for target, _ in raw["reversal"].values() if target}
    faults = [f"unknown PLOVER type {name!r}" for name in sorted(types - set(plover.types))]
    if faults:
        raise LexiconError("composition.toml", faults)
    return Composition(
        motion=frozenset(raw["motion"]),
        dispatch=frozenset(raw["dispatch"]),
        instruments=frozenset(raw["instruments"]),
        official=frozenset(raw["official"]),
        freeing=frozenset(raw["freeing"]),
        custody=frozenset(raw["custody"]),
        sites=frozenset(raw["sites"]),
        grounds=frozenset(raw["grounds"]),
        craft=frozenset(raw["craft"]),
        works=frozenset(raw["works"]),
        spoken=frozenset(raw["spoken"]),
        cancelling=frozenset(raw["cancelling"]),
        concluding=frozenset(raw["concluding"]),
        reversal={name: (target, mode) for name, (target, mode) in raw["reversal"].items()},
        promise=dict(raw["promise"]),
        future=dict(raw["future"]),
        announced=dict(raw["announced"]),
        refusal=dict(raw["refusal"]),
        placed={name: whom for whom, names in raw["placed"].items() for name in names},
        content={name: frozenset(relations) for name, relations in raw["content"].items()},
        request_mode=dict(raw["mode"]["request"]),
        request_for=dict(raw["mode"]["request_for"]),
        threat_mode=dict(raw["mode"]["threaten"]),
        threatened_for=dict(raw["mode"]["threaten_for"]),
        threat_words={word: mode for mode, words in raw["mode"]["threat_words"].items() for word in words},
    )
