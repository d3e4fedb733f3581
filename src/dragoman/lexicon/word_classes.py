"""Classes of words that many entries ask for, so that an entry can say "@crowd" and not list a hundred words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import read_table, unknown_keys, word_faults

MARK = "@"


@cache
def load_word_classes() -> Mapping[str, tuple[str, ...]]:
    """``word_classes.toml``: name of the class → its words.

    Raises:
        LexiconError: a class without words, a key it should not have, or a word that would never match.
    """
    source = "word_classes.toml"
    classes: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for name, table in read_table(source).items():
        faults.extend(unknown_keys(table, frozenset({"words"}), f"[{name}]"))
        words = table.get("words", [])
        faults.extend(fault for word in words for fault in word_faults(word, f"[{name}]"))
        if not words or len(set(words)) < len(words):
            faults.append(f"[{name}]: no words, or one twice")
        classes[name] = tuple(words)
    if faults:
        raise LexiconError(source, faults)
    return classes


def expand(words: Iterable[str]) -> tuple[str, ...]:
    """``words`` with the words of the class in place of each "@class"; no word twice, in order of first mention.

    Raises:
        ValueError: there is no class of that name; the message is one sentence with those there are.
    """
    classes = load_word_classes()
    listed: dict[str, None] = {}
    for word in words:
        if not word.startswith(MARK):
            listed[word] = None
            continue
        members = classes.get(word.removeprefix(MARK))
        if members is None:
            raise ValueError(f"unknown word class {word!r}; those known: {', '.join(sorted(classes))}")
        listed.update(dict.fromkeys(members))
    return tuple(listed)
