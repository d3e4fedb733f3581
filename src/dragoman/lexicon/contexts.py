"""Contexts: which words of a sentence put its events into which PLOVER contexts. Data in ``contexts.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import rtoml

from dragoman.errors import LexiconError
from dragoman.ontology.plover import load_plover


@dataclass(frozen=True, slots=True)
class Contexts:
    """The table, ready for a look-up per word.

    Attributes:
        order: every context, in the order of :class:`~dragoman.ontology.plover.Plover`.
        words: lemma → positions in ``order``.
        phrases: first lemma → the lemmas that must follow it, and positions in ``order``; the longest first.
    """

    order: tuple[str, ...]
    words: Mapping[str, tuple[int, ...]]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], tuple[int, ...]], ...]]

    def contexts_of(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """The contexts a run of words speaks of, in the order of ``order``.

        Args:
            lemmas: lemmas in lower case, in text order, punctuation and all; for a participle before a noun its form.
        """
        listed = list(lemmas)
        found: set[int] = set()
        for position, lemma in enumerate(listed):
            if lemma in self.words:
                found.update(self.words[lemma])
            if lemma in self.phrases:
                for rest, contexts in self.phrases[lemma]:
                    if tuple(listed[position + 1 : position + 1 + len(rest)]) == rest:
                        found.update(contexts)
        return tuple(self.order[index] for index in sorted(found))


@cache
def load_contexts() -> Contexts:
    """The packaged table.

    Raises:
        LexiconError: an unknown context, or a word that is empty, not in lower case or twice under one context.
    """
    raw = rtoml.loads((files("dragoman.lexicon") / "contexts.toml").read_text(encoding="utf-8"))
    order = tuple(load_plover().contexts)
    faults = [f"unknown context {name!r}" for name in raw if name not in order]
    words: dict[str, list[int]] = {}
    phrases: dict[str, dict[tuple[str, ...], list[int]]] = {}
    for index, name in enumerate(order):
        listed = raw.get(name, [])
        faults.extend(
            f"{name}: {word!r} is listed twice" for word in sorted({w for w in listed if listed.count(w) > 1})
        )
        for word in listed:
            # The tokenizer parts what hyphens join.
            first, *rest = word.replace("-", " - ").split() or [""]
            if not first or word != word.lower():
                faults.append(f"{name}: {word!r} is not a wording in lower case")
            elif rest:
                phrases.setdefault(first, {}).setdefault(tuple(rest), []).append(index)
            if " " not in word:
                words.setdefault(word, []).append(index)
    if faults:
        raise LexiconError("contexts.toml", faults)
    return Contexts(
        order,
        {word: tuple(found) for word, found in words.items()},
        {
            first: tuple((rest, tuple(found)) for rest, found in sorted(under.items(), key=lambda item: -len(item[0])))
            for first, under in phrases.items()
        },
    )
