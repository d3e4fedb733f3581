"""The grammar of time expressions: classes of words, and patterns over them in a trie.

``times.toml`` has the words and patterns. Each word of a report is classified once; a match walks the trie from a
word and gives the longest pattern whose meaning accepts it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError
from dragoman.reading.tree import Tree, Word

# A word's readings: (class, value). A literal "=of" is a class of its own, with the word as its value.
Classes = tuple[tuple[str, Any], ...]
Found = list[tuple[str, Any]]

_DIGIT_CLASSES = ("day", "year", "number", "ordinal", "decade", "clock", "hours", "iso", "slashed")
_PIECE = re.compile(r"[()]\??|[^\s()]+")
_SUFFIXES = ("st", "nd", "rd", "th")
YEARS = range(1000, 2200)


@dataclass(slots=True)
class _Node:
    """A state of the trie: the next state for each class, and the meaning of a pattern that ends here."""

    next: dict[str, _Node] = field(default_factory=dict)
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Binding:
    """Word lists that decide which predicates a time holds for; see ``times.toml``."""

    simultaneous: frozenset[str]
    during: frozenset[str]
    retrospective: frozenset[str]
    collective: frozenset[str]
    occurring: frozenset[str]
    scheduled: frozenset[str]
    future_auxiliary: frozenset[str]
    open_auxiliary: frozenset[str]
    implicative: frozenset[str]
    expected: frozenset[str]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The parsed ``times.toml``. ``classes`` maps a word in lower case to its readings."""

    classes: Mapping[str, Classes]
    capital: frozenset[str]
    beside: frozenset[str]
    year_openers: frozenset[str]
    season_openers: frozenset[str]
    duration_openers: frozenset[str]
    namesakes: frozenset[str]
    parts: Mapping[str, str]
    edges: Mapping[str, str]
    relations: Mapping[str, str]
    joins: Mapping[str, frozenset[str]]
    rough: frozenset[str]
    binding: Binding
    root: _Node

    def classify(self, tree: Tree) -> list[Classes]:
        """The readings of every word, () for most."""
        words = tree.words
        known = self.classes
        result: list[Classes] = []
        for word in words:
            lower = word.lower
            found = known.get(lower)
            if found is None:
                digits = lower[4:] if lower.startswith("mid-") else lower
                result.append(_digits(digits) if digits[:1].isdigit() else ())
            else:
                result.append(found if self._stands(word, words) else ())
        return result

    def _stands(self, word: Word, words: Sequence[Word]) -> bool:
        """Whether the text lets an ambiguous word be a time word ("May", "Sun.")."""
        if word.text[0].isupper() and _names_person(word) and "month" in _names(self.classes[word.lower]):
            return False
        if word.lower not in self.capital and word.lower not in self.beside:
            return True
        after = words[word.i + 1].lower if word.i + 1 < len(words) else ""
        before = words[word.i - 1].lower if word.i else ""
        if after == "," and word.i + 2 < len(words):
            after = words[word.i + 2].lower
        beside = after[:1].isdigit() or before[:1].isdigit() or "month" in _names(self.classes.get(after, ()))
        if word.lower in self.beside and not beside:
            return False
        if word.lower in self.capital:
            return word.text[0].isupper() and (beside or word.pos not in ("AUX", "VERB", "ADJ"))
        return True

    def matches(self, classes: Sequence[Classes], first: int) -> list[tuple[int, str, Found]]:
        """All patterns that match from a word, longest first: (index after the last word, meaning, readings)."""
        results: list[tuple[int, str, Found]] = []
        states: list[tuple[_Node, Found]] = [(self.root, [])]
        at = first
        while states and at < len(classes):
            following: list[tuple[_Node, Found]] = []
            for node, found in states:
                for reading in classes[at]:
                    reached = node.next.get(reading[0])
                    if reached is not None:
                        following.append((reached, [*found, reading]))
            at += 1
            results += [(at, node.meaning, found) for node, found in following if node.meaning]
            states = following
        results.sort(key=lambda result: -result[0])
        return results


def _names_person(word: Word) -> bool:
    """Whether a word is a person's name or a part of one: "Theresa *May*", "*April* Jones"."""
    head = word.head if word.relation == "flat" and word.head is not None else word
    return head.pos == "PROPN" and head.mention_type == "person"


def _names(classes: Classes) -> list[str]:
    return [name for name, _ in classes]


@cache
def _digits(lower: str) -> Classes:
    """Readings of a word that begins with a digit; cached, since texts repeat few numbers."""
    if lower.isdecimal():
        value = int(lower)
        readings: list[tuple[str, Any]] = [("number", value)]
        if 1 <= value <= 31 and len(lower) <= 2:
            readings.append(("day", value))
        if len(lower) == 4 and value in YEARS:
            readings.append(("year", value))
        if len(lower) == 4 and value // 100 < 24 and value % 100 < 60:
            readings.append(("hours", divmod(value, 100)))
        return tuple(readings)
    if lower[-2:] in _SUFFIXES and lower[:-2].isdecimal():
        return (("ordinal", int(lower[:-2])),)
    if lower.endswith("0s") and lower[:-1].isdecimal() and len(lower) in (3, 5):
        value = int(lower[:-1])
        return (("decade", value if value >= 100 else 1900 + value),)
    for mark, count, name in ((":", (1, 2), "clock"), ("-", (2,), "iso"), ("/", (2,), "slashed")):
        parts = lower.split(mark)
        if len(parts) - 1 in count and all(part.isdecimal() for part in parts):
            return ((name, tuple(int(part) for part in parts)),)
    return ()


@cache
def load_time_words() -> TimeWords:
    """The packaged grammar.

    Raises:
        LexiconError: a pattern names a class that does not exist, or a table is missing; every fault is listed.
    """
    return build_time_words(rtoml.load(Path(__file__).with_name("times.toml")))


def build_time_words(table: dict[str, Any]) -> TimeWords:
    """The grammar of a parsed file.

    Raises:
        LexiconError: see :func:`load_time_words`.
    """
    from dragoman.reading.time_meanings import MEANINGS

    faults = [f"unknown table {name!r}" for name in table if name not in _TABLES]
    faults += [f"missing table {name!r}" for name in _TABLES if name not in table]
    if faults:
        raise LexiconError("times.toml", faults)
    known = set(table["words"]) | set(_DIGIT_CLASSES)
    root = _Node()
    literals: set[str] = set()
    for rule in table["rules"]:
        pattern, meaning = rule.get("pattern", ""), rule.get("meaning", "")
        if meaning not in MEANINGS:
            faults.append(f"{pattern!r} has the unknown meaning {meaning!r}")
        for sequence in expand(pattern):
            faults += [
                f"{pattern!r} names the unknown class {item!r}"
                for item in sequence
                if item not in known and item[:1] != "="
            ]
            literals.update(item for item in sequence if item.startswith("="))
            node = root
            for item in sequence:
                node = node.next.setdefault(item, _Node())
            node.meaning = node.meaning or meaning
    unknown = set(table["binding"]) ^ set(Binding.__slots__)
    faults += [f"[binding] has or lacks {name!r}" for name in sorted(unknown)]
    if faults:
        raise LexiconError("times.toml", faults)
    return TimeWords(
        classes=_classes(table["words"], literals),
        capital=frozenset(table["bound"]["capital"]),
        beside=frozenset(table["bound"]["beside"]),
        year_openers=frozenset(table["bound"]["year"]),
        season_openers=frozenset(table["bound"]["season"]),
        duration_openers=frozenset(table["bound"]["duration"]),
        namesakes=frozenset(table["bound"]["namesake"]),
        parts=table["parts"],
        edges=table["edges"],
        relations=table["relations"],
        joins={word: frozenset(openers) for word, openers in table["joins"].items()},
        rough=frozenset(table["rough"]["words"]),
        binding=Binding(**{name: frozenset(words) for name, words in table["binding"].items()}),
        root=root,
    )


_TABLES = ("words", "bound", "parts", "edges", "relations", "joins", "rough", "rules", "binding")


def _classes(words: Mapping[str, Mapping[str, Any]], literals: set[str]) -> dict[str, Classes]:
    """Word → its readings, its own literal first."""
    gathered: dict[str, list[tuple[str, Any]]] = {literal[1:]: [(literal, literal[1:])] for literal in sorted(literals)}
    for name, entries in words.items():
        for word, value in entries.items():
            gathered.setdefault(word, []).append((name, value))
    return {word: tuple(readings) for word, readings in gathered.items()}


def expand(pattern: str) -> list[tuple[str, ...]]:
    """All plain sequences of classes that a pattern stands for: "a|b c?" → (a), (a, c), (b), (b, c)."""
    sequences, _ = _sequence(_PIECE.findall(pattern), 0)
    return [sequence for sequence in sequences if sequence]


def _sequence(pieces: Sequence[str], at: int) -> tuple[list[tuple[str, ...]], int]:
    """Expand up to the closing bracket or the end."""
    choices: list[list[tuple[str, ...]]] = []
    while at < len(pieces) and not pieces[at].startswith(")"):
        piece = pieces[at]
        at += 1
        if piece == "(":
            inner, at = _sequence(pieces, at)
            closing = pieces[at] if at < len(pieces) else ")"
            at += 1
            choices.append([*inner, ()] if closing.endswith("?") else inner)
            continue
        optional = piece.endswith("?")
        names = piece.removesuffix("?").split("|")
        choices.append([(name,) for name in names] + ([()] if optional else []))
    return [tuple(_flat(combination)) for combination in product(*choices)], at


def _flat(combination: Sequence[tuple[str, ...]]) -> Iterator[str]:
    for part in combination:
        yield from part
