"""Names of places to the places they may mean: a look-up in a packed file, read when first needed.

``gazetteer.gz`` is made by ``scripts/gazetteer.py``, which describes it, from GeoNames (geonames.org, CC BY 4.0). Both
of its blocks stay bytes in memory beside the offsets of their lines; a look-up halves the sorted names, which costs
some ten microseconds and spares the start-up of building a table of three hundred thousand names.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from dragoman.ontology.countries import fold

# town       a populated place or a section of one
# division   a state, province or other first-order division
# county     a division of a lower order
# region     a region of GeoNames or a continent
# landmark   waters, mountains, islands, and regions that GeoNames has no id for here
Kind = Literal["country", "division", "county", "town", "region", "landmark"]

# Of the short names of divisions, "W. Va." has most letters, with its space and full stops.
LONGEST_SHORT_NAME = 6
_REMEMBERED = 4096  # names whose sites are remembered
# People of a town that its name alone may mean, and how many times those of a namesake abroad it must have.
_LARGE, _FAR_LARGER, _RENAMED = 100_000, 5, 50
# Lands of several countries of today whose name some small town bears.
_OLD_LANDS = frozenset({"khorasan", "khurasan", "levant", "maghreb", "sahel", "sham"})
PLACE_NOUNS = frozenset(
    {"city", "town", "province", "state", "district", "region", "governorate", "prefecture", "county"}
)
SMALL_TOWN = 5_000
"""People of a town that a name may mean where the words around it say that it is a place: "in Tessalit"."""


@dataclass(frozen=True, slots=True)
class Site:
    """A place of the gazetteer.

    Attributes:
        geonames: its GeoNames id, None if it has none here.
        name: its usual name.
        kind: what it is.
        country: ISO alpha-3, "" for what lies in several countries or none.
        division: GeoNames code of the first-order division it lies in or is ("TX"), "" where unknown.
        latitude, longitude: degrees; nan for a small county of which no more than its division is known.
        population: of people, 0 where unknown.
        usual: whether it was looked up by its usual name.
    """

    geonames: int | None
    name: str
    kind: Kind
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    usual: bool


class Gazetteer:
    """Two blocks of lines: folded names with the numbers of lines of the other block, and those lines, the sites."""

    __slots__ = ("_name_ends", "_names", "_remembered", "_site_ends", "_sites")

    def __init__(self, names: bytes, sites: bytes) -> None:
        self._names, self._name_ends = names, _line_ends(names)
        self._sites, self._site_ends = sites, _line_ends(sites)
        # Reports of one day tell of the same places over and over.
        self._remembered = lru_cache(_REMEMBERED)(self._look_up)

    def find(self, name: str) -> list[Site]:
        """The sites a name may mean, the most people first; accents, case and apostrophes do not matter."""
        return self._all(key(name))

    def towns(self, name: str) -> list[Site]:
        """The towns among them."""
        return [site for site in self.find(name) if site.kind == "town"]

    def short(self, name: str) -> list[Site]:
        """The states of a short name: "Fla.", "W. Va.", "TX"; capitals or a full stop make it one."""
        short = len(name) <= LONGEST_SHORT_NAME and ("." in name or (len(name) <= 3 and name.isupper()))
        return self._all("abbr " + key(name).replace(" ", "")) if short else []

    def country(self, code: str) -> Site | None:
        """The country of an ISO alpha-3 code."""
        return next(iter(self._all(f"iso {code.lower()}")), None)

    def names(self) -> Iterator[str]:
        """Every folded name, in order."""
        return (line.partition(b"\t")[0].decode() for line in self._names.splitlines())

    def _all(self, folded: str) -> list[Site]:
        return list(self._remembered(folded))

    def _look_up(self, folded: str) -> tuple[Site, ...]:
        sites = (self._site(number) for number in self._numbers(folded))
        return tuple(sorted(sites, key=lambda site: (-site.population, site.kind, site.geonames or 0)))

    def _numbers(self, folded: str) -> list[str]:
        wanted = folded.encode() + b"\t"
        low, high = 0, len(self._name_ends)
        while low < high:
            middle = (low + high) // 2
            if _line(self._names, self._name_ends, middle) < wanted:
                low = middle + 1
            else:
                high = middle
        if low == len(self._name_ends):
            return []
        line = _line(self._names, self._name_ends, low)
        return line[len(wanted) :].decode().split() if line.startswith(wanted) else []

    def _site(self, number: str) -> Site:
        fields = _line(self._sites, self._site_ends, int(number)).decode().split("\t")
        geonames, name, kind, country, division, latitude, longitude, population = fields
        return Site(
            int(geonames) or None, name, kind, country, division, float(latitude), float(longitude),  # type: ignore[arg-type]
            int(population), number.startswith("+"),
        )  # fmt: skip


@lru_cache(4096)
def country_of_place(name: str, least: int = _LARGE) -> str | None:
    """ISO alpha-3 of the country of a town or a province, None where a namesake elsewhere is large too.

    The noun after a name is no part of it: "Gulu district".

    Args:
        name: of the place, as written.
        least: people it must have.
    """
    if name.lower() in _OLD_LANDS:
        return None
    proper, _, noun = name.rpartition(" ")
    sites = load_gazetteer().find(proper if proper and noun.lower() in PLACE_NOUNS else name)
    towns = [site for site in sites if site.kind in ("town", "division")]
    if not towns or (sites[0].kind == "region" and not sites[0].country):
        return None  # "Africa" is no town in Tunisia
    first, *others = sorted(towns, key=lambda site: -_weight(site))
    if first.population < least:
        return None
    times = _FAR_LARGER if first.kind == "town" else _FAR_LARGER**2  # the archbishop of Canterbury is no New Zealander
    rivals = (town for town in others if town.country != first.country)
    return None if any(_weight(town) * times > _weight(first) for town in rivals) else first.country


def _weight(site: Site) -> float:
    """How many people speak for a site being meant; few do for a name it no longer bears ("Salisbury" for Harare)."""
    return site.population if site.usual else site.population / _RENAMED


def is_town(name: str) -> bool:
    """Whether a name is a town's or province's at all, whichever."""
    return any(site.population >= SMALL_TOWN for site in load_gazetteer().find(name) if site.kind != "landmark")


def key(name: str) -> str:
    """The folded name without apostrophes and hyphens, which spellings of one name put differently."""
    return " ".join(fold(name).replace("'", "").replace("-", " ").replace(".", "").split())


def _line_ends(block: bytes) -> NDArray[np.int32]:
    return np.flatnonzero(np.frombuffer(block, np.uint8) == 10).astype(np.int32)


def _line(block: bytes, ends: NDArray[np.int32], number: int) -> bytes:
    return block[int(ends[number - 1]) + 1 if number else 0 : int(ends[number])]


@cache
def load_gazetteer() -> Gazetteer:
    """The packaged gazetteer."""
    raw = gzip.decompress(Path(__file__).with_name("gazetteer.gz").read_bytes())
    credit = raw.index(b"\n") + 1
    start = raw.index(b"\n", credit) + 1
    length = int(raw[credit:start].split()[1])
    return Gazetteer(raw[start : start + length], raw[start + length :])
