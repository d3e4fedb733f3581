"""Countries and regions: from the words of English news to ISO codes.

The words are in ``countries.toml`` and ``regions.toml``; this module folds them into one table with two doors:
exact look-ups (:meth:`Countries.by_name` and its sisters) and a longest match at a place in a running text
(:meth:`Countries.match`). Keys ignore case, accents and the kind of apostrophe; a name written in capitals
("US", "WHO") is matched only where the text has capitals. Unknown words give None, never an error.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

import rtoml

from dragoman.errors import LexiconError

MatchKind = Literal["name", "adjective", "demonym", "capital", "seat", "part", "organization", "world"]
RegionKind = Literal["organization", "unrecognized", "part", "world"]

# Where one key has several readings ("Singapore", "Djibouti"), a running match prefers the first of these.
_ORDER: tuple[MatchKind, ...] = (
    "name", "organization", "part", "world", "adjective", "demonym", "capital", "seat",
)  # fmt: skip
_TOKEN = re.compile(r"[^\W_]+(?:(?:'(?!s\b)|[.&])[^\W_]+|-\d+)*\.?\+?|'s\b|[^\w\s]")
_FOLDS = str.maketrans({**dict.fromkeys("’‘ʼʻʽ`´", "'"), "ı": "i", "ø": "o", "ł": "l"})


class Match(NamedTuple):
    """A reading of words ``[first, first + length)``.

    ``code`` is ISO alpha-3, or the region's own short name where ``kind`` is "organization" or "world". ``region``
    names the part of the country or breakaway state that was meant, "" for the country itself.
    """

    kind: MatchKind
    code: str
    length: int
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """One country or territory; the fields are those of ``countries.toml``. ``seats`` maps a seat to its sector."""

    code: str
    name: str
    alpha2: str
    geonames: int
    plover: str
    sovereign: str | None = None
    claimed_by: tuple[str, ...] = ()
    disputed_capitals: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    seats: Mapping[str, str] = field(default_factory=dict)
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """An organization of states, part of a country, breakaway state or world region: a table of ``regions.toml``."""

    code: str
    kind: RegionKind
    name: str
    country: str | None = None
    plover: str | None = None
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    plurals: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    guest_of: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


def fold(text: str) -> str:
    """A key: lower case, no accents, straight apostrophes. Word tables and running text are folded alike."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFD", text.lower().translate(_FOLDS))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def key_of(text: str, *, fold_case: bool = True) -> tuple[str, ...]:
    """The words of a name as the tokenizer splits running text, hyphens and "'s" alone; folded unless told not to."""
    return tuple(_TOKEN.findall(fold(text) if fold_case else text))


def _needs_capitals(text: str) -> bool:
    """True for a name whose lower-case form is, or may be, another word: "US", "WHO", "CAR"."""
    return text.isupper() and text.isalpha()


class _Entry(NamedTuple):
    """One reading of one key, under the key's first word."""

    rest: tuple[str, ...]
    capitals: bool
    match: Match


@dataclass(frozen=True, slots=True)
class Countries:
    """The table of countries and regions. Made by :func:`load_countries`.

    Attributes:
        table: countries by ISO alpha-3 code.
        regions: regions by their own short name.
        readings: for each kind of reading, folded text → code (ISO alpha-3, or a region's name).
        openings: first word of a key → its readings, longest first.
    """

    table: Mapping[str, Country]
    regions: Mapping[str, Region]
    readings: Mapping[str, Mapping[str, str]]
    openings: Mapping[str, tuple[_Entry, ...]]
    _seat_sectors: Mapping[str, str]
    _plurals: frozenset[str]
    _guests: Mapping[str, str]

    def is_unrecognized(self, region: str) -> bool:
        """Whether a region, by its own short name, is a state few others recognise: PLOVER's sector PRE."""
        found = self.regions.get(region)
        return found is not None and found.kind == "unrecognized"

    def by_name(self, text: str) -> str | None:
        """The country a name stands for: "Burma" → MMR. "the" before it is ignored."""
        return self._look_up("name", text)

    def by_adjective(self, text: str) -> str | None:
        """The country of an adjective: "Egyptian" → EGY, "Chechen" → RUS."""
        return self._look_up("adjective", text)

    def by_demonym(self, text: str) -> str | None:
        """The country of a noun for its people, one or many: "Turks" → TUR, "Briton" → GBR."""
        return self._look_up("demonym", text)

    def by_capital(self, text: str) -> str | None:
        """The country whose capital this is: "Kiev" → UKR."""
        return self._look_up("capital", text)

    def by_seat(self, text: str) -> str | None:
        """The country whose government a seat stands for: "the Kremlin" → RUS."""
        return self._look_up("seat", text)

    def organization(self, text: str) -> Region | None:
        """The organization of states of that name: "NATO"."""
        code = self._look_up("organization", text)
        return None if code is None else self.regions[code]

    def states_of(self, text: str) -> tuple[str, ...]:
        """The states that a name for several of one name means: "the two Koreas" → PRK, KOR; empty for any other."""
        code = self._look_up("world", text)
        return () if code is None else self.regions[code].states

    def guest(self, capital: str) -> Region | None:
        """The organization that the press calls by another's capital: "Brussels" → European Union."""
        code = self._guests.get(capital)
        return None if code is None else self.regions[code]

    def part(self, text: str) -> Region | None:
        """The part of a country or breakaway state of that name: "Crimea", "Somaliland"."""
        code = self._look_up("part", text)
        return None if code is None else self.regions[code]

    def seat_sector(self, text: str) -> str | None:
        """PLOVER sector of a seat: "Pentagon" → MIL, "Kremlin" → GOV."""
        return self._seat_sectors.get(_joined(text))

    def is_plural(self, text: str) -> bool:
        """True for a demonym that can mean several people: "Egyptians", "Chinese"."""
        return _joined(text) in self._plurals

    def name(self, code: str) -> str | None:
        """The short English name of a code."""
        country = self.table.get(code)
        return None if country is None else country.name

    def capital(self, code: str) -> str | None:
        """What the press calls the capital: the seat of government."""
        country = self.table.get(code)
        return country.capitals[0] if country is not None and country.capitals else None

    def match(self, words_lower: Sequence[str], first: int, forms: Sequence[str] | None = None) -> Match | None:
        """The longest reading that starts at a word, or None.

        Args:
            words_lower: the words of a text in lower case, as tokenized.
            first: index of the word to start at.
            forms: the same words as written. Given, a reading needs a capital at its head, and a name in
                capitals needs capitals throughout; not given, names in capitals ("US", "WHO") are not matched.
        """
        word = words_lower[first]
        entries = self.openings.get(word if word.isascii() else fold(word))
        if entries is None:
            return None
        end = len(words_lower)
        for entry in entries:
            at = first
            if at + entry.match.length > end:
                continue
            for wanted in entry.rest:
                at += 1
                if not _same(words_lower[at], wanted):
                    break
            else:
                if _written(entry, forms, first):
                    return entry.match
        return None

    def scan(self, words_lower: Sequence[str], forms: Sequence[str] | None = None) -> Iterator[tuple[int, Match]]:
        """All longest readings from left to right, without overlap, each with the index of its first word."""
        end = 0
        for at, word in enumerate(words_lower):
            if at < end or (word.isascii() and word not in self.openings):
                continue
            found = self.match(words_lower, at, forms)
            if found is not None:
                yield at, found
                end = at + found.length

    def _look_up(self, kind: str, text: str) -> str | None:
        readings = self.readings[kind]
        key = _joined(text)
        found = readings.get(key)
        return readings.get(key[4:]) if found is None and key.startswith("the ") else found


@lru_cache(maxsize=4096)
def _joined(text: str) -> str:
    return " ".join(key_of(text))


def _same(word: str, wanted: str) -> bool:
    return word == wanted or (not word.isascii() and fold(word) == wanted)


def _written(entry: _Entry, forms: Sequence[str] | None, first: int) -> bool:
    """Whether the text's capitals allow the reading."""
    if forms is None:
        return not entry.capitals
    if entry.capitals:
        return all(form.isupper() for form in forms[first : first + entry.match.length])
    heads = [form[:1] for form in forms[first : first + entry.match.length]]
    if forms[first] in _QUARTERS:
        return False  # "south Sudan" is a part of Sudan, "central African" no word for one country
    return not heads[0].isalpha() or any(head.isupper() for head in heads)


@cache
def load_countries() -> Countries:
    """The packaged tables.

    Raises:
        LexiconError: a table breaks its schema; every fault is listed.
    """
    here = Path(__file__).parent
    return build_countries(rtoml.load(here / "countries.toml"), rtoml.load(here / "regions.toml"))


_QUARTERS = frozenset({"central", "east", "north", "south", "west"})
_COUNTRY_TEXTS = ("names", "adjectives", "demonyms", "plurals", "capitals", "weak", "claimed_by", "disputed_capitals")
_COUNTRY_KEYS = {"name", "alpha2", "geonames", "sovereign", "plover", "seats", *_COUNTRY_TEXTS}
_REGION_TEXTS = ("names", "adjectives", "demonyms", "plurals", "capitals", "guest_of", "states", "weak")
_REGION_KEYS = {"kind", "name", "country", "plover", *_REGION_TEXTS}


def build_countries(countries: dict[str, Any], regions: dict[str, Any]) -> Countries:
    """The look-up object of two parsed tables.

    Raises:
        LexiconError: an unknown key, a missing field, or a word with two owners.
    """
    faults: list[str] = []
    table: dict[str, Country] = {}
    for code, row in countries.items():
        faults += [f"[{code}] has the unknown key {key!r}" for key in row if key not in _COUNTRY_KEYS]
        faults += [f"[{code}] lacks {key!r}" for key in ("name", "alpha2", "geonames") if key not in row]
        if faults:
            continue
        texts = {key: tuple(row.get(key, ())) for key in _COUNTRY_TEXTS}
        sovereign = row.get("sovereign")
        table[code] = Country(
            code=code, name=row["name"], alpha2=row["alpha2"], geonames=row["geonames"], sovereign=sovereign,
            plover=row.get("plover", sovereign or code), seats=row.get("seats", {}), **texts,
        )  # fmt: skip
    places: dict[str, Region] = {}
    for code, row in regions.items():
        faults += [f"[{code}] has the unknown key {key!r}" for key in row if key not in _REGION_KEYS]
        if row.get("kind") not in ("organization", "unrecognized", "part", "world"):
            faults.append(f"[{code}] has the unknown kind {row.get('kind')!r}")
        if row.get("kind") in ("part", "unrecognized") and row.get("country") not in countries:
            faults.append(f"[{code}] needs a country of countries.toml")
        faults += [f"[{code}] has the unknown state {one!r}" for one in row.get("states", ()) if one not in countries]
        if faults:
            continue
        texts = {key: tuple(row.get(key, ())) for key in _REGION_TEXTS}
        places[code] = Region(
            code=code, kind=row["kind"], name=row["name"], country=row.get("country"), plover=row.get("plover"), **texts
        )
    if faults:
        raise LexiconError("countries.toml, regions.toml", faults)
    return _index(table, places)


def _index(table: dict[str, Country], regions: dict[str, Region]) -> Countries:
    """Fold all words into the look-up tables."""
    index = _Index()
    for country in table.values():
        weak = {key_of(text) for text in country.weak}
        index.add("name", (country.name, *country.names), country.code, "", weak)
        index.add("adjective", country.adjectives, country.code, "", weak)
        index.add("demonym", (*country.demonyms, *country.plurals), country.code, "", weak)
        index.add("capital", country.capitals, country.code, "", weak)
        index.add("seat", country.seats, country.code, "", weak)
    for region in regions.values():
        weak = {key_of(text) for text in region.weak}
        own: MatchKind = "part" if region.kind in ("part", "unrecognized") else region.kind  # type: ignore[assignment]
        inside = region.country is not None
        code = region.country or region.code
        named = region.code if inside else ""
        index.add(own, (region.name, *region.names), code, named, weak)
        index.add(own if not inside else "adjective", region.adjectives, code, named, weak)
        index.add(own if not inside else "demonym", (*region.demonyms, *region.plurals), code, named, weak)
        index.add(own, region.capitals, code, named, weak)
    if index.faults:
        raise LexiconError("countries.toml, regions.toml", index.faults)
    owners: list[Country | Region] = [*table.values(), *regions.values()]
    plurals = [text for owner in owners for text in owner.plurals]
    sectors = {_joined(seat): sector for country in table.values() for seat, sector in country.seats.items()}
    guests = {capital: region.code for region in regions.values() for capital in region.guest_of}
    spoken = frozenset(map(_joined, plurals))
    return Countries(table, regions, index.readings, index.openings(), sectors, spoken, guests)


class _Index:
    """Gathers readings; ``faults`` lists keys that two owners claim for one kind."""

    def __init__(self) -> None:
        self.readings: dict[str, dict[str, str]] = {kind: {} for kind in _ORDER}
        self.best: dict[tuple[str, ...], tuple[bool, Match]] = {}
        self.faults: list[str] = []

    def add(self, kind: MatchKind, texts: Iterable[str], code: str, region: str, weak: set[tuple[str, ...]]) -> None:
        """Enter words of one kind and owner."""
        for text in texts:
            key = key_of(text)
            if key in weak:
                continue
            owner = region if kind == "part" else code
            held = self.readings[kind].setdefault(" ".join(key), owner)
            if held != owner:
                self.faults.append(f"{text!r} is claimed by {held} and {owner}")
            match = Match(kind, code, len(key), region)
            present = self.best.get(key)
            if present is None or _ORDER.index(kind) < _ORDER.index(present[1].kind):
                self.best[key] = (_needs_capitals(text), match)
            elif present == (True, match) and not _needs_capitals(text):
                self.best[key] = (False, match)  # "NATO" is written "Nato" as well

    def openings(self) -> dict[str, tuple[_Entry, ...]]:
        """First word → readings, longest first."""
        grouped: dict[str, list[_Entry]] = {}
        for key, (capitals, match) in self.best.items():
            grouped.setdefault(key[0], []).append(_Entry(key[1:], capitals, match))
        return {
            word: tuple(sorted(entries, key=lambda entry: (-len(entry.rest), entry.rest)))
            for word, entries in grouped.items()
        }
