"""Frames of events that the language model finds where no entry of the lexicon does.

An entry knows its words; a frame knows only the type. So it takes the parties from the slots that predicates of the
type commonly have, and its events say by their rule, ``learned.assault``, that no entry stands behind them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import rtoml

from dragoman.lexicon.predicates import Predicate
from dragoman.ontology.plover import load_plover

LEARNED = "learned."


@dataclass(frozen=True, slots=True)
class Frame:
    """How the parties are found, and how likely the model must find the type for it, from 0 to 1."""

    predicate: Predicate
    least: float


@cache
def load_frames() -> Mapping[tuple[str, str], Frame]:
    """The packaged frames, by type and mode ("" for none)."""
    tables = rtoml.loads((files("dragoman.lexicon") / "frames.toml").read_text(encoding="utf-8"))
    known = load_plover().types
    return {
        (event_type, mode): _frame(event_type, mode, table)
        for event_type, table in tables.items()
        for mode in ("", *known[event_type].modes)
    }


def _frame(event_type: str, mode: str, table: Mapping[str, Any]) -> Frame:
    predicate = Predicate(
        id=f"{LEARNED}{event_type.lower()}",
        type=event_type,
        modes=(mode,) if mode else (),
        recipient=tuple(table["recipient"]),
        reciprocal=table.get("reciprocal", False),
        needs=tuple(table.get("needs", ["actor"])),
        near_misses=(),
    )
    return Frame(predicate, table["least"])
