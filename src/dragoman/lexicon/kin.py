"""Kin words: "his sons Khaled and Saddam". Data in ``kin.toml``, which explains the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import read_table, unknown_keys, word_groups

Relation = Literal["parent", "child", "sibling", "spouse", "other"]
RELATIONS: tuple[Relation, ...] = ("parent", "child", "sibling", "spouse", "other")
_FIELDS = {"plural": list, "gender": str, "relation": str, "surname": bool}


@dataclass(frozen=True, slots=True)
class KinWord:
    """One kin word: ``word`` in the singular, ``plural`` where the form looked up means several.

    ``relation`` is what it says of the one it names to the one whose kin it is; ``surname`` that the two usually
    share a family name.
    """

    word: str
    plural: bool
    gender: str
    relation: Relation
    surname: bool


@dataclass(frozen=True, slots=True)
class Kin:
    """Kin words by form, singular and plural."""

    words: Mapping[str, KinWord]


@cache
def load_kin() -> Kin:
    """The packaged table.

    Raises:
        LexiconError: the file breaks its schema; every fault is listed.
    """
    table = read_table("kin.toml")
    faults = unknown_keys(table, frozenset({"kin"}), "kin.toml")
    found: dict[str, KinWord] = {}
    for words, fields in word_groups(table, "kin", _FIELDS, faults):
        gender, relation = fields.get("gender", ""), fields.get("relation", "")
        if gender not in ("", "m", "f"):
            faults.append(f"{words[0]}: gender must be m or f")
        if relation not in RELATIONS:
            faults.append(f"{words[0]}: relation must be one of {', '.join(RELATIONS)}")
        surname = bool(fields.get("surname", False))
        for form in words:
            found[form] = KinWord(form, False, gender, relation, surname)
        for form in fields.get("plural", ()):
            if form in found:
                faults.append(f"{form!r} stands twice")
            found[form] = KinWord(words[0], True, gender, relation, surname)
    if faults:
        raise LexiconError("kin.toml", faults)
    return Kin(found)
