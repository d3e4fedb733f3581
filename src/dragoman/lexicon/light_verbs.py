"""Light verbs and light nouns: words that lend a noun its participants.

Data in ``light_verbs.toml``, which explains the groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

import rtoml

from dragoman.errors import LexiconError

LightRole = Literal["doer", "undergoer", "attend", "occur", "end"]
GROUPS: tuple[LightRole, ...] = ("doer", "undergoer", "attend", "occur", "end")


@dataclass(frozen=True, slots=True)
class LightVerbs:
    """The table.

    Attributes:
        groups: lemma of a verb (with a particle or preposition after a space, if it needs one) → the groups it is in.
        nouns: lemmas of the nouns that carry what stands behind their "of".
    """

    groups: Mapping[str, frozenset[LightRole]]
    nouns: frozenset[str]

    def role(self, lemma: str, tails: frozenset[str], wanted: LightRole) -> bool:
        """True if the lemma, alone or with one of ``tails`` after it, is in the wanted group."""
        if wanted in self.groups.get(lemma, ()):
            return True
        return any(wanted in self.groups.get(f"{lemma} {tail}", ()) for tail in tails)


@cache
def load_light_verbs() -> LightVerbs:
    """The packaged table.

    Raises:
        LexiconError: an unknown group, or a verb twice in one group.
    """
    raw = rtoml.loads((files("dragoman.lexicon") / "light_verbs.toml").read_text(encoding="utf-8"))
    faults = [f"unknown group {key!r}" for key in raw if key not in (*GROUPS, "nouns")]
    groups: dict[str, set[LightRole]] = {}
    for group in GROUPS:
        listed = raw.get(group, [])
        faults.extend(
            f"{group}: {verb!r} is listed twice" for verb in sorted({v for v in listed if listed.count(v) > 1})
        )
        for verb in listed:
            groups.setdefault(verb, set()).add(group)
    if faults:
        raise LexiconError("light_verbs.toml", faults)
    return LightVerbs({verb: frozenset(found) for verb, found in groups.items()}, frozenset(raw["nouns"]))
