"""The event and actor codes of gold files in other schemes, held against dragoman's actors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rtoml

from dragoman.ontology.plover import load_plover
from dragoman.record import Actor


@dataclass(frozen=True, slots=True)
class Codes:
    """The tables of ``plover_codes.toml``."""

    types: Mapping[str, str]
    countries: Mapping[str, str]
    bodies: frozenset[str]
    sectors: Mapping[str, frozenset[str]]

    def country(self, code: str) -> str | None:
        """ISO 3166 alpha-3 of the country a code begins with, None for international actors and for none."""
        first = code[:3]
        return None if first in self.bodies else self.countries.get(first, first) or None

    def roles(self, code: str) -> list[frozenset[str]]:
        """For each sector a code names after its country, the sectors that are right for it."""
        known = load_plover().sectors
        pieces = [code[place : place + 3] for place in range(0, len(code) - 2, 3)]
        if pieces and (pieces[0] in self.bodies or self.country(code) is not None or pieces[0] == "---"):
            pieces = pieces[1:]
        return [
            self.sectors.get(piece, frozenset({piece})) for piece in pieces if piece in self.sectors or piece in known
        ]

    def country_right(self, code: str, actor: Actor) -> bool:
        """True if the actor has the code's country, or none where it has none."""
        return actor.country == self.country(code)

    def sector_right(self, code: str, actor: Actor) -> bool:
        """True if the actor has the first sector the code names, or the code names none."""
        roles = self.roles(code)
        return not roles or bool(roles[0] & set(actor.sectors))


@cache
def load_codes() -> Codes:
    """The packaged tables."""
    table = rtoml.load(Path(__file__).with_name("plover_codes.toml"))
    return Codes(
        types=table["types"],
        countries=table["countries"],
        bodies=frozenset(table["bodies"]["codes"]),
        sectors={code: frozenset(right) for code, right in table["sectors"].items()},
    )
