"""Data files that are lists of words by name: the checks that each of them must pass."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from dragoman.errors import LexiconError


def read_lists(
    table: Mapping[str, Any], wanted: Collection[str], file: str, *, besides: Collection[str] = ()
) -> dict[str, frozenset[str]]:
    """The lists of a parsed file as sets, by name.

    Args:
        table: the whole file.
        wanted: names of its lists.
        file: its name, for the error.
        besides: names of what it holds beside lists; left out of what comes back.

    Raises:
        LexiconError: a list is missing, unknown, or names a word twice.
    """
    known = {*wanted, *besides}
    faults = [f"unknown list {name!r}" for name in table if name not in known]
    faults += [f"missing list {name!r}" for name in sorted(known) if name not in table]
    lists = {name: words for name, words in table.items() if name not in besides}
    for name, words in lists.items():
        faults += [f"{name} names {word!r} twice" for word in sorted(set(words)) if words.count(word) > 1]
    if faults:
        raise LexiconError(file, faults)
    return {name: frozenset(words) for name, words in lists.items()}
