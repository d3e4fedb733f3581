"""Tables of word groups: lists of words that share a few fields. The checks that every such file must pass."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, TypeVar

import rtoml

T = TypeVar("T")

SECTORS = frozenset(
    {
        "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "IMG", "ISM", "JRN", "JUD", "LAB", "LEG", "MED",
        "MIL", "MNC", "NGO", "OPP", "PRE", "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
    }
)  # fmt: skip
"""PLOVER's sector codes (manual, "Sector Codes") and those of its non-state and international actors."""


class Nouns(dict[str, T]):
    """Entries by their words, and what a noun must be for an entry to end in it: most nouns end none.

    ``endings`` has the last word of each entry, as written and from behind each of its hyphens on: text may be parted
    there.
    """

    def __init__(self, entries: Mapping[str, T]) -> None:
        super().__init__(entries)
        self.endings = frozenset(ending for words in entries for ending in _endings(words.split(" ")[-1]))


def _endings(word: str) -> list[str]:
    parts = word.split("-")
    return ["-".join(parts[place:]) for place in range(len(parts))]


def read_table(name: str) -> dict[str, Any]:
    """The packaged file ``name`` of this folder, as TOML gives it."""
    text = (files("dragoman.lexicon") / name).read_text(encoding="utf-8")
    table: dict[str, Any] = rtoml.loads(text)
    return table


def unknown_keys(table: Mapping[str, Any], known: frozenset[str], where: str) -> list[str]:
    """One fault for every key of ``table`` that is not ``known``."""
    allowed = ", ".join(sorted(known))
    return [f"{where}: unknown key {key!r}; allowed: {allowed}" for key in table if key not in known]


def word_groups(
    table: Mapping[str, Any], section: str, fields: Mapping[str, type], faults: list[str]
) -> Iterator[tuple[list[str], dict[str, Any]]]:
    """The groups of one section, as (words, other fields), faults added to ``faults``.

    Args:
        table: the whole file.
        section: name of an array of tables, each with ``words``.
        fields: every other field allowed, with its type.
        faults: grows by one sentence for each unknown key, wrong type, unknown sector, word that is not lower case,
            has stray white space, or stands twice in the section.
    """
    seen: set[str] = set()
    known = frozenset(fields) | {"words"}
    for number, group in enumerate(table.get(section, ()), 1):
        where = f"[[{section}]] {number} ({', '.join(group.get('words', ())[:2])})"
        faults.extend(unknown_keys(group, known, where))
        faults.extend(
            f"{where}: {key} must be {kind.__name__}"
            for key, kind in fields.items()
            if key in group and not isinstance(group[key], kind)
        )
        faults.extend(f"{where}: unknown sector {code!r}" for code in group.get("sectors", ()) if code not in SECTORS)
        words = group.get("words", [])
        if not words:
            faults.append(f"{where}: no words")
        for word in words:
            faults.extend(word_faults(word, where))
            if word in seen:
                faults.append(f"{where}: {word!r} stands twice in [[{section}]]")
            seen.add(word)
        yield words, {key: value for key, value in group.items() if key != "words"}


def word_faults(word: str, where: str) -> list[str]:
    """What is wrong with one entry: capitals or stray white space would make it never match."""
    faults = []
    if word != word.lower():
        faults.append(f"{where}: {word!r} is not lower case")
    if word != " ".join(word.split()):
        faults.append(f"{where}: {word!r} has stray white space")
    return faults
