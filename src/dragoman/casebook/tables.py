"""The casebook's word lists, from ``casebook.toml``, which explains them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rtoml

from dragoman.errors import LexiconError


@dataclass(frozen=True, slots=True)
class Tables:
    """See the head of ``casebook.toml``. ``families`` gives the names of the families a PLOVER type stands in."""

    families: Mapping[str, tuple[str, ...]]
    reciprocal: frozenset[str]
    physical: frozenset[str]
    one_way: frozenset[str]
    exclusive: frozenset[frozenset[str]]
    once: frozenset[str]
    for_good: frozenset[str]
    alike: Mapping[str, str]
    lasting: frozenset[str]
    state: frozenset[str]
    against: frozenset[str]
    determiners: frozenset[str]
    kinless: frozenset[str]
    ranks: frozenset[str]
    vague: frozenset[str]
    generic: frozenset[str]
    organs: frozenset[str]
    forces: frozenset[str]
    government: frozenset[str]
    given_titles: frozenset[str]
    partial: frozenset[str]
    small: frozenset[str]
    degree: frozenset[str]
    collective: frozenset[str]
    numbers: Mapping[str, int]


_KEYS = {
    "reciprocal", "physical", "one_way", "exclusive", "determiners", "kinless", "vague", "generic", "organs",
    "government", "given_titles", "kindred", "sides", "partial", "collective", "numbers",
    "alike", "lasting", "once", "small", "degree", "forces", "ranks", "for_good",
}  # fmt: skip


@cache
def load_tables() -> Tables:
    """The packaged tables.

    Raises:
        LexiconError: the file has unknown or missing keys; all are listed.
    """
    path = Path(__file__).with_name("casebook.toml")
    data = rtoml.load(path)
    faults = [f'unknown key "{key}"' for key in sorted(data.keys() - _KEYS)]
    faults += [f'missing key "{key}"' for key in sorted(_KEYS - data.keys())]
    if faults:
        raise LexiconError(str(path), faults)
    families: dict[str, tuple[str, ...]] = {}
    for family, types in data["kindred"].items():
        for event_type in types:
            families[event_type] = (*families.get(event_type, ()), family)
    return Tables(
        families=families,
        reciprocal=frozenset(data["reciprocal"]),
        physical=frozenset(data["physical"]),
        one_way=frozenset(data["one_way"]),
        exclusive=frozenset(frozenset(pair) for pair in data["exclusive"]),
        once=frozenset(data["once"]),
        for_good=frozenset(data["for_good"]),
        alike=dict(data["alike"]),
        lasting=frozenset(data["lasting"]),
        state=frozenset(data["sides"]["state"]),
        against=frozenset(data["sides"]["against"]),
        determiners=frozenset(data["determiners"]),
        kinless=frozenset(data["kinless"]),
        ranks=frozenset(data["ranks"]),
        vague=frozenset(data["vague"]),
        generic=frozenset(data["generic"]),
        organs=frozenset(data["organs"]),
        forces=frozenset(data["forces"]),
        government=frozenset(data["government"]),
        given_titles=frozenset(data["given_titles"]),
        partial=frozenset(data["partial"]),
        small=frozenset(data["small"]),
        degree=frozenset(data["degree"]),
        collective=frozenset(data["collective"]),
        numbers=data["numbers"],
    )
