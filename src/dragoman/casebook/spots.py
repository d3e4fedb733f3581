"""Places of two tellings held against each other."""

from __future__ import annotations

import re

from dragoman.casebook.scenes import Spot
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import fold

_QUARTER = re.compile(r"^(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west|central) ")


def places_agree(a: Spot | None, b: Spot | None) -> str:
    """The same place ("same"), one inside the other for all we know ("within"), two ("two") or "unknown"."""
    if a is None or b is None:
        return "unknown"
    if a.geonames is not None and a.geonames == b.geonames:
        return "same"
    if _bare_place(a.name) == _bare_place(b.name):
        return "same" if a.country == b.country or None in (a.country, b.country) else "two"
    if a.country and b.country:
        return "within" if a.country == b.country else "two"
    return "unknown"


def in_wide_land(a: Spot | None, b: Spot | None) -> bool:
    """Whether one of two places is a country or a quarter of it ("eastern Colombia"), and the other lies there too."""
    if a is None or b is None or a.country is None or a.country != b.country:
        return False
    lands = (load_countries().by_name(_QUARTER.sub("", _bare_place(spot.name))) for spot in (a, b))
    return a.country in lands


def _bare_place(name: str) -> str:
    """A place's name folded, without article, "southern" as "south"."""
    return re.sub(r"\b((?:nor|sou)th|(?:north-?|south-?)?(?:ea|we)st)ern\b", r"\1", fold(name).removeprefix("the "))
