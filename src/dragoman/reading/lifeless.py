"""Nouns that name nobody, whatever a model of language takes them for: "traded *barbs*", "the *lira* fell"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import rtoml

from dragoman.lexicon.inflection import singular
from dragoman.reading.amounts import number_words
from dragoman.reading.tree import Word
from dragoman.reading.word_lists import read_lists

_SOMEBODY = frozenset({"person", "organization"})


def is_lifeless(word: Word) -> bool:
    """True for a noun taken for somebody that names a thing or a currency; a name is no such noun."""
    common = word.pos == "NOUN" or (word.pos == "PROPN" and word.text.islower())
    if not common or word.mention_type not in _SOMEBODY:
        return False
    return (
        word.lemma in load_lifeless()
        or word.lower in load_lifeless()
        or singular(word.lower) in number_words().currencies
    )


@cache
def load_lifeless() -> frozenset[str]:
    """The nouns of ``lifeless.toml``.

    Raises:
        LexiconError: the file has another list, or names a word twice.
    """
    return read_lists(rtoml.load(Path(__file__).with_name("lifeless.toml")), ["nouns"], "lifeless.toml")["nouns"]
