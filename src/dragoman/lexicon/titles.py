"""Titles and offices: what the nouns before a name say of its bearer. ``titles.toml`` has the data and explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import Nouns, read_table, unknown_keys, word_groups

ModifierKind = Literal["deputy", "former", "late", "rank"]
MODIFIER_KINDS: tuple[ModifierKind, ...] = ("deputy", "former", "late", "rank")
_FIELDS = {
    "sectors": list,
    "leads": bool,
    "speaks": bool,
    "gender": str,
    "address": bool,
    "office": str,
    "alike": bool,
    "serves": bool,
    "portfolio": bool,
}


@dataclass(frozen=True, slots=True)
class Title:
    """One title. ``gender`` is "m", "f" or ""; ``office`` the institution it gives its name to, or "".

    See the head of ``titles.toml`` for the other fields.
    """

    words: str
    sectors: tuple[str, ...] = ()
    leads: bool = False
    speaks: bool = False
    gender: str = ""
    address: bool = False
    office: str = ""
    serves: bool = False
    portfolio: bool = False
    alike: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Titles:
    """All titles by their words, what modifies them, the verbs of leading, and titles that mean other things too.

    ``longest`` is the number of words of the longest title.
    """

    titles: Nouns[Title]
    modifiers: Mapping[str, ModifierKind]
    longest: int
    leading_verbs: frozenset[str]
    ambiguous: frozenset[str]


@cache
def load_titles() -> Titles:
    """The packaged table.

    Raises:
        LexiconError: the file breaks its schema; every fault is listed.
    """
    table = read_table("titles.toml")
    faults = unknown_keys(table, frozenset({"title", "modifiers", "leading", "ambiguous"}), "titles.toml")
    titles: dict[str, Title] = {}
    for words, fields in word_groups(table, "title", _FIELDS, faults):
        if fields.get("gender", "") not in ("", "m", "f"):
            faults.append(f"{words[0]}: gender must be m or f")
        fields["sectors"] = tuple(fields.get("sectors", ()))
        fields["alike"] = tuple(words) if fields.get("alike") else ()
        for word in words:
            titles[word] = Title(words=word, **{key: value for key, value in fields.items() if key in _FIELDS})
    modifiers: dict[str, ModifierKind] = {}
    listed = table.get("modifiers", {})
    faults.extend(unknown_keys(listed, frozenset(MODIFIER_KINDS), "[modifiers]"))
    for kind in MODIFIER_KINDS:
        for word in listed.get(kind, ()):
            if word in modifiers:
                faults.append(f"[modifiers]: {word!r} stands twice")
            modifiers[word] = kind
    leading = table.get("leading", {})
    faults.extend(unknown_keys(leading, frozenset({"verbs"}), "[leading]"))
    ambiguous = table.get("ambiguous", {})
    faults.extend(unknown_keys(ambiguous, frozenset({"words"}), "[ambiguous]"))
    if faults:
        raise LexiconError("titles.toml", faults)
    longest = max(word.count(" ") + 1 for word in titles)
    return Titles(Nouns(titles), modifiers, longest, frozenset(leading["verbs"]), frozenset(ambiguous["words"]))
