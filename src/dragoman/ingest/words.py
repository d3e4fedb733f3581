"""The words by which head matter is known; ``headmatter.toml`` explains each list."""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError

FIELD_KINDS = frozenset({"title", "date", "byline", "outlet", "credit", "other"})


@dataclass(frozen=True, slots=True)
class HeadWords:
    """The lists of ``headmatter.toml``, under the names they have there."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    date_labels: frozenset[str]
    prefix_labels: frozenset[str]
    late_labels: frozenset[str]
    zones: frozenset[str]
    byline_openings: frozenset[str]
    byline_lines: frozenset[str]
    commonest_words: frozenset[str]
    small_words: frozenset[str]
    credit_openings: frozenset[str]
    tail_openings: frozenset[str]
    tail_notices: frozenset[str]
    tail_lines: frozenset[str]
    not_places: frozenset[str]
    fields: dict[str, str]


@functools.cache
def load_head_words() -> HeadWords:
    """The packaged lists.

    Raises:
        LexiconError: a list is missing, unknown or repeats a word; names every fault.
    """
    path = Path(__file__).with_name("headmatter.toml")
    table: dict[str, Any] = rtoml.load(path)
    known = [field.name for field in fields(HeadWords)]
    faults = [f"unknown key {key}" for key in table if key not in known]
    faults += [f"missing key {key}" for key in known if key not in table]
    for key, words in table.items():
        if isinstance(words, list):
            faults += [
                f"{key}: {word!r} stands there twice" for word in sorted({w for w in words if words.count(w) > 1})
            ]
    faults += [
        f"fields: {label!r} has the unknown kind {kind!r}"
        for label, kind in table.get("fields", {}).items()
        if kind not in FIELD_KINDS
    ]
    if faults:
        raise LexiconError(path.name, faults)
    return HeadWords(
        months=tuple(table["months"]),
        weekdays=tuple(table["weekdays"]),
        fields=dict(table["fields"]),
        **{key: frozenset(table[key]) for key in known if key not in ("months", "weekdays", "fields")},
    )
