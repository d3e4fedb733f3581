"""The weights of ``place_weights.toml``, loaded and checked."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError
from dragoman.reading.gazetteer import Kind


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """One weight for each thing that speaks for a site; ``place_weights.toml`` explains them."""

    kinds: dict[Kind, float]
    population: float
    usual: float
    capital: float
    called: float
    placed: float
    inside: float
    country: float
    country_share: float
    division: float
    division_share: float
    near: float
    unknown: float
    enough: float


@cache
def load_place_weights() -> PlaceWeights:
    """The packaged weights.

    Raises:
        LexiconError: a weight is missing or unknown.
    """
    return build_place_weights(rtoml.load(Path(__file__).with_name("place_weights.toml")))


def build_place_weights(table: dict[str, Any]) -> PlaceWeights:
    """The weights of a parsed file.

    Raises:
        LexiconError: see :func:`load_place_weights`.
    """
    wanted = {item.name for item in fields(PlaceWeights)}
    faults = [f"unknown weight {name!r}" for name in sorted(table.keys() - wanted)]
    faults += [f"missing weight {name!r}" for name in sorted(wanted - table.keys())]
    if faults:
        raise LexiconError("place_weights.toml", faults)
    return PlaceWeights(**table)
