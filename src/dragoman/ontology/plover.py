"""PLOVER v2.0: what its event types, modes, contexts and sectors are, and the scores they carry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast

import rtoml

from dragoman.errors import LexiconError

Quad = Literal[1, 2, 3, 4]

IRREGULAR = frozenset({"REB", "PRM", "UAF", "CRM"})
"""Sectors of those who bear arms for no state."""
STATE = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
"""Sectors of a state's own bodies."""


@dataclass(frozen=True, slots=True)
class Mode:
    """How an event of a type was done. ``intensity`` is the type's own where PLOVER scores the mode not at all."""

    name: str
    intensity: float
    about: str


@dataclass(frozen=True, slots=True)
class EventType:
    """One of the sixteen event types. ``needs_recipient``: PLOVER wants no such event without one."""

    name: str
    quad: Quad
    intensity: float
    needs_recipient: bool
    about: str
    modes: Mapping[str, Mode]


@dataclass(frozen=True, slots=True)
class Plover:
    """The ontology's tables, as ``plover.toml`` has them."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, str]
    auxiliary: Mapping[str, str]
    sectors: Mapping[str, str]
    secondary: frozenset[str]
    international: Mapping[str, str]

    def quad(self, event_type: str) -> Quad:
        """Quad class of a type: 1 and 2 cooperation, 3 and 4 conflict; verbal, then material.

        Raises:
            KeyError: no such type.
        """
        return self.types[event_type].quad

    def intensity(self, event_type: str, modes: Sequence[str] = ()) -> float:
        """Conflict-cooperation score, -10 to 10: that of the mode farthest from zero, or the type's without modes.

        Raises:
            KeyError: no such type, or a mode the type does not have.
        """
        kind = self.types[event_type]
        return max((kind.modes[mode].intensity for mode in modes), key=abs, default=kind.intensity)

    def faults(self, event_type: str, modes: Sequence[str] = (), contexts: Sequence[str] = ()) -> list[str]:
        """What is wrong with a coding, one sentence each; empty for a good one."""
        kind = self.types.get(event_type)
        if kind is None:
            return [f"{event_type!r} is no PLOVER type; the types are {', '.join(self.types)}"]
        allowed = ", ".join(kind.modes) or "none"
        wrong = [mode for mode in modes if mode not in kind.modes]
        found = [f"{mode!r} is no mode of {event_type}; its modes: {allowed}" for mode in wrong]
        return found + [f"{context!r} is no PLOVER context" for context in contexts if context not in self.contexts]


@cache
def load_plover() -> Plover:
    """The packaged ontology.

    Raises:
        LexiconError: the table breaks its schema; every fault is listed.
    """
    return build_plover(rtoml.load(Path(__file__).with_name("plover.toml")))


def build_plover(table: dict[str, Any]) -> Plover:
    """The ontology of a parsed table.

    Raises:
        LexiconError: a missing or unknown key, a quad or an intensity out of range.
    """
    faults: list[str] = []
    wanted = {"types", "contexts", "auxiliary", "sectors", "secondary", "international"}
    faults += [f"unknown table {key!r}" for key in table if key not in wanted]
    faults += [f"missing table {key!r}" for key in wanted if key not in table]
    types = {name: _event_type(name, row, faults) for name, row in table.get("types", {}).items()}
    if faults:
        raise LexiconError("plover.toml", faults)
    return Plover(
        types=types, contexts=table["contexts"], auxiliary=table["auxiliary"], sectors=table["sectors"],
        secondary=frozenset(table["secondary"]), international=table["international"],
    )  # fmt: skip


def _event_type(name: str, row: dict[str, Any], faults: list[str]) -> EventType:
    """One type; what is wrong with its row goes to ``faults``."""
    keys = {"quad", "intensity", "recipient", "about"}
    faults += [f"[types.{name}] lacks {key!r}" for key in keys if key not in row]
    faults += [f"[types.{name}] has the unknown key {key!r}" for key in row if key not in keys | {"modes"}]
    score = float(row.get("intensity", 0.0))
    modes: dict[str, Mode] = {}
    for mode, fields in row.get("modes", {}).items():
        modes[mode] = Mode(mode, float(fields.get("intensity", score)), fields.get("about", ""))
    if row.get("quad") not in (1, 2, 3, 4):
        faults.append(f"[types.{name}] quad is {row.get('quad')!r}; it must be 1, 2, 3 or 4")
    if any(abs(value) > 10.0 for value in (score, *(mode.intensity for mode in modes.values()))):
        faults.append(f"[types.{name}] has an intensity beyond -10 to 10")
    quad = cast(Quad, row.get("quad"))
    return EventType(name, quad, score, bool(row.get("recipient")), row.get("about", ""), modes)


def quad(event_type: str) -> Quad:
    """Quad class of a type in the packaged ontology; see :meth:`Plover.quad`."""
    return load_plover().quad(event_type)


def intensity(event_type: str, modes: Sequence[str] = ()) -> float:
    """Conflict-cooperation score in the packaged ontology; see :meth:`Plover.intensity`."""
    return load_plover().intensity(event_type, modes)
