"""Words that set factuality: modals, governing verbs, modifiers, conditions. Data in ``factuality.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

import rtoml

from dragoman.errors import LexiconError
from dragoman.record import Status

# Keys of the data file that are plain lists of words.
SETS = (
    "conditions", "truths", "falsehoods", "states", "efforts", "temporal", "backshifted", "infinitive_only",
    "thwarting", "options", "arguments", "singling", "failing", "happening", "gathering", "voicing", "errands",
    "claims", "rebutting", "talking", "conferring", "accusing", "helping", "means", "given", "argument_only",
    "abilities", "crippling", "sparing",
)  # fmt: skip

Modifier = Literal["ongoing", "historical", "future", "hypothetical", "negated"]


@dataclass(frozen=True, slots=True)
class FactualityWords:
    """Look-ups from lower-case lemma or form; the data file says what each group means."""

    modals: Mapping[str, Status]
    governors: Mapping[str, Status]
    modifiers: Mapping[str, Modifier]
    conditions: frozenset[str]
    purpose: Status
    truths: frozenset[str]
    falsehoods: frozenset[str]
    states: frozenset[str]
    efforts: frozenset[str]
    temporal: frozenset[str]
    backshifted: frozenset[str]
    infinitive_only: frozenset[str]
    thwarting: frozenset[str]
    options: frozenset[str]
    arguments: frozenset[str]
    singling: frozenset[str]
    failing: frozenset[str]
    happening: frozenset[str]
    gathering: frozenset[str]
    voicing: frozenset[str]
    errands: frozenset[str]
    claims: frozenset[str]
    rebutting: frozenset[str]
    talking: frozenset[str]
    conferring: frozenset[str]
    accusing: frozenset[str]
    helping: frozenset[str]
    means: frozenset[str]
    given: frozenset[str]
    argument_only: frozenset[str]
    abilities: frozenset[str]
    crippling: frozenset[str]
    sparing: frozenset[str]


@cache
def load_factuality() -> FactualityWords:
    """The packaged table.

    Raises:
        LexiconError: a word stands in two groups of one table.
    """
    raw = rtoml.loads((files("dragoman.lexicon") / "factuality.toml").read_text(encoding="utf-8"))
    faults: list[str] = []

    def invert(table: Mapping[str, list[str]], name: str) -> dict[str, str]:
        found: dict[str, str] = {}
        for group, words in table.items():
            for word in words:
                if word in found:
                    faults.append(f"{name}: {word!r} is both {found[word]} and {group}")
                found[word] = group
        return found

    governors = invert(raw["verbs"], "verbs")
    modifiers = invert(raw["modifiers"], "modifiers")
    if faults:
        raise LexiconError("factuality.toml", faults)
    return FactualityWords(
        modals=cast("Mapping[str, Status]", raw["modals"]),
        governors=cast("Mapping[str, Status]", governors),
        modifiers=cast("Mapping[str, Modifier]", modifiers),
        purpose=raw["purpose"],
        **{name: frozenset(raw[name]) for name in SETS},
    )
