"""What the place names of a report refer to: countries, their parts, towns, and the waters and lands between them.

Every name gets the places it may mean (:meth:`Resolver._sites_of`); what the text puts around it rules some out
(:mod:`dragoman.reading.place_context`); the names of the report then decide together
(:mod:`dragoman.reading.place_choice`).
A name means one place throughout a report unless the text itself tells two apart. Where doubt is left the place keeps
its name, and its country if that is clear, and has no id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise
from math import isnan

from dragoman.ontology.countries import Countries, Match, Region
from dragoman.reading.draft import Cast, Place, WordSpan
from dragoman.reading.gazetteer import Gazetteer, Kind, Site, key
from dragoman.reading.place_capitals import Capitals
from dragoman.reading.place_choice import Sense, weigh
from dragoman.reading.place_context import Context, is_within
from dragoman.reading.place_datelines import DatedPlace
from dragoman.reading.place_spans import Spot
from dragoman.reading.place_weights import load_place_weights
from dragoman.reading.place_words import PlaceWords
from dragoman.reading.tree import Tree, Word

# A country is said of a name in doubt only if the chances say so.
LIKELY = 0.5
# Words of the name of a state or county that a body's begins with: "Prince George's County Police".
LONGEST = 3
_AREAS = frozenset({"division", "county"})
# Mentions that the place a report was filed from counts as.
FILED = 3
# What is in these is near them.
_SMALL = frozenset({"town", "county"})
# People of a town whose name in a building's is its place and no namesake's: "Boston University", "Wilson Airport".
KNOWN_BY_NAME = 100_000
# Letters of a name in capitals that is no abbreviation of a country's.
SHORT = 4
# Articles of Arabic names, and people of the towns that have them.
_ARTICLES = ("al ", "el ")
A_TOWN = 15_000
# Marks that the model may leave at the ends of a name.
_MARKS = " ,;:()[]"
# Readings of a country's name that are no mention of the country: its capital may be a namesake elsewhere.
_NO_COUNTRY = frozenset({"capital", "organization", "world"})


@dataclass(slots=True)
class _Asked:
    """A place mention to be resolved.

    Attributes:
        span, head: its words and the one that is governed from outside; none of a dateline's place.
        offsets: code points of a dateline's place.
        text, name: as written, and the name it is looked up by: without "western" before it.
        sites: what it may mean once the words around it are heard.
        called: the kinds of place the text calls it.
        told_apart: whether the words around it ruled out some of its namesakes.
        around: name of the container that none of its sites lies in, and what that may mean.
        about: whether the sites are of a place in its name, not of itself ("Cairo" for "Cairo airport").
        sense: shared with the other mentions of the name.
    """

    span: WordSpan
    head: Word | None
    text: str
    name: str
    sites: list[Site] = field(default_factory=list)
    called: frozenset[Kind] = frozenset()
    told_apart: bool = False
    around: tuple[str, list[Site]] = ("", [])
    about: bool = False
    sense: Sense | None = None
    offsets: tuple[int, int] | None = None


class Resolver:
    """Resolves the places of one report; look-ups are kept for the report."""

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        countries: Countries,
        gazetteer: Gazetteer,
        words: PlaceWords,
        matches: Sequence[tuple[int, Match]],
    ) -> None:
        self._tree = tree
        self._cast = cast
        self._countries = countries
        self._gazetteer = gazetteer
        self._words = words
        self._weights = load_place_weights()
        self._found: dict[str, list[Site]] = {}
        self._known: dict[int, str] = {}
        for at, match in matches:
            if match.code in countries.table and match.kind not in _NO_COUNTRY:
                for index in range(at, at + match.length):
                    self._known[index] = match.code
        common = Counter(self._known.values()).most_common(1)
        self._capitals = Capitals(tree, cast, self._known, common[0][0] if common else None)
        self._context = Context(tree, countries, gazetteer, words, self._known)

    def resolve(self, spots: Sequence[Spot], datelines: Sequence[list[DatedPlace]] = ()) -> list[Place]:
        """The places of datelines and spots; a spot whose words are no place after all is left out."""
        asked = [self._ask(spot) for spot in spots]
        dated = [one for line in datelines for one in self._dated(line)]
        self._share([*dated, *(one for one in asked if one is not None and one.sites)])
        places = [
            *(self._place(one) for one in dated),
            *(self._capital(spot) if one is None else self._place(one) for spot, one in zip(spots, asked, strict=True)),
        ]
        return [place for place in places if place is not None]

    def _dated(self, line: Sequence[DatedPlace]) -> list[_Asked]:
        """The places of a dateline, each in the next; names that no table has are left out."""
        asked = [
            _Asked((0, 0), None, part.name, part.name, self._sites_of(part.name), offsets=(part.start, part.end))
            for part in line
        ]
        for inner, outer in pairwise(asked):
            inside = [site for site in inner.sites if any(is_within(site, around) for around in outer.sites)]
            if inside:
                outer.sites = [around for around in outer.sites if any(is_within(site, around) for site in inside)]
                inner.sites, inner.told_apart, outer.told_apart = inside, True, True
        return [one for one in asked if one.sites]

    def _ask(self, spot: Spot) -> _Asked | None:
        """The spot with all that its name may mean; None for a capital without its name."""
        first, last = spot.span
        text = self._text(first, last)
        if self._is_capital(spot):
            return None
        inner = first
        if not self._is_whole_name(text):
            while inner < last - 1 and self._tree.words[inner].lower in self._words.directions:
                inner += 1
        one = _Asked(spot.span, spot.head, text, self._text(inner, last))
        self._look_for(one, spot.head)
        for container in self._context.containers(spot.head, spot.span):
            inside = [site for site in one.sites if any(is_within(site, around) for around in container[1])]
            if inside:
                one.sites, one.told_apart = inside, True
                break
            one.around = one.around if one.around[0] else container
        if not one.sites or one.about:
            self._go_by_container(one)
        return one

    def _is_whole_name(self, text: str) -> bool:
        """True for "South Korea" and "North Darfur", whose first word is no mere direction."""
        return any(site.kind != "region" or site.population for site in self._sites_of(text))

    def _look_for(self, one: _Asked, head: Word) -> None:
        """Fill in what the name of a mention may mean by itself."""
        longer, one.called = self._context.called(one.name, head, one.span[1])
        one.sites = (self._sites_of(longer) if longer != one.name else []) or self._sites_of(one.name)
        if not one.sites and one.called:
            one.sites = self._sites_of(one.name.rpartition(" ")[0])
        one.sites = one.sites or self._run_on(one.name)
        if not one.sites:
            one.name, one.sites = self._inside(one.name)
            one.about = bool(one.sites)
        elif self._is_seat(one.name, one.sites[0]):
            one.about = True

    def _go_by_container(self, one: _Asked) -> None:
        """Take what the text puts a place in that the gazetteer does not have: a town or county stands for it."""
        name, around = one.around
        wide = [site for site in around if site.kind not in _SMALL]
        small = [site for site in around if site.kind in _SMALL and all(is_within(site, other) for other in wide)]
        if small:
            one.name, one.sites, one.about = name, small, True

    def _text(self, first: int, last: int) -> str:
        return self._tree.text[self._tree.words[first].start : self._tree.words[last - 1].end]

    def _is_capital(self, spot: Spot) -> bool:
        return spot.head.name < 0 and spot.head.lemma in self._words.capital

    def _sites_of(self, name: str) -> list[Site]:
        """What a name may mean; looked up once a report."""
        if name not in self._found:
            self._found[name] = list(self._look_up(name.strip(_MARKS)))
        return self._found[name]

    def _look_up(self, name: str) -> list[Site]:
        countries, gazetteer = self._countries, self._gazetteer
        adjective = countries.by_adjective(name)
        code = countries.by_name(name) or adjective
        region = countries.part(name) or (self._part_of(name) if adjective is not None else None)
        if region is not None:
            found = gazetteer.find(name) or gazetteer.find(region.name)
            return [site for site in found if site.country == region.country] or found
        if code is not None and (whole := gazetteer.country(code)) is not None:
            alone = adjective is not None or (name.isupper() and len(name) < SHORT)
            return [whole] if alone else [whole, *gazetteer.find(name)]
        seated = countries.by_seat(name)
        if seated is not None:
            return self._seat(seated)
        sites = self._short(name) or gazetteer.find(name) or self._with_article(name)
        world = countries.readings["world"].get(key(name).removeprefix("the "))
        if world is None:
            return sites
        wide = [site for site in sites if site.kind in ("region", "landmark")]
        return wide or gazetteer.find(countries.regions[world].name)

    def _part_of(self, adjective: str) -> Region | None:
        """The part of a country whose adjective this is: "North Ossetian"."""
        words = adjective.split()
        match = self._countries.match([word.lower() for word in words], 0, words)
        return self._countries.regions.get(match.region) if match is not None else None

    def _with_article(self, name: str) -> list[Site]:
        """What a name may mean with an article that the text leaves out, "Hodeidah", or without the one it has."""
        for article in _ARTICLES:
            sites = [site for site in self._gazetteer.find(article + name) if site.population >= A_TOWN]
            if sites:
                return sites
        return self._gazetteer.find(name[4:]) if name.lower().startswith("the ") else []

    def _short(self, name: str) -> list[Site]:
        """The states of a short name that stands alone; initials are those of two words ("N.Y.", but not "L.A.")."""
        initials = name.count(".") > 1
        sites = self._gazetteer.short(name) if "." in name else []
        return [site for site in sites if not initials or " " in site.name]

    def _run_on(self, name: str) -> list[Site]:
        """What a name may mean that runs on into where it lies, or into what it leads: "Kano Nigeria", "U.S.-led"."""
        before, hyphen, after = name.partition("-")
        if hyphen and after.islower():
            return self._sites_of(before)
        parts = name.replace(",", " ").split()
        for length in range(len(parts) - 1, 0, -1):
            around = self._sites_of(" ".join(parts[length:])) or self._sites_of(" ".join(parts[length:-1]))
            if around:
                inner = self._sites_of(" ".join(parts[:length]))
                inside = [site for site in inner if any(is_within(site, container) for container in around)]
                if inside:
                    return inside
        return []

    def _inside(self, name: str) -> tuple[str, list[Site]]:
        """The place in a name, "Cairo" of "Cairo International Airport", and what it may mean; the name if none is."""
        parts = name.split()
        if not any(part.lower() in self._words.facilities for part in parts):
            return name, []
        if parts[0].lower() in self._words.facilities and "of" in parts:
            inner = " ".join(parts[parts.index("of") + 1 :])
            return inner, self._sites_of(inner)
        length = next(n for n, part in enumerate(parts) if part.lower() in self._words.facilities)
        for shorter in range(length, 0, -1):
            inner = " ".join(parts[:shorter])
            if any(site.population >= KNOWN_BY_NAME for site in self._sites_of(inner)):
                return inner, self._sites_of(inner)
        return name, []

    def _share(self, asked: Sequence[_Asked]) -> None:
        """Make one sense of the mentions of each name, and let the senses of the report decide together."""
        senses: dict[tuple[str, tuple[int, ...]], Sense] = {}
        names: dict[str, Sense] = {}
        for one in sorted(asked, key=lambda one: (not one.told_apart, one.about)):
            name = key(one.name)
            sense = None if one.told_apart else names.get(name)
            if sense is None:
                at = (name, tuple(id(site) for site in one.sites))
                sense = senses.get(at)
                if sense is None:
                    capital_of = self._countries.by_capital(one.name)
                    inside = one.about and not one.told_apart
                    sense = senses[at] = Sense(one.sites, 0, one.called, one.told_apart, inside, capital_of)
                names.setdefault(name, sense)
            sense.mentions += 1 if one.offsets is None else FILED
            one.sense = sense
        taken = {index for one in asked for index in range(*one.span)}
        for name, sites in self._hints(taken):
            sense = names.get(name)
            if sense is None:
                sense = names[name] = senses[name, ()] = Sense(sites, 0)
            sense.mentions += 1
        told = Counter(code for index, code in self._known.items() if index not in taken)
        weigh(list(senses.values()), told, self._weights)

    def _hints(self, taken: Set[int]) -> Iterator[tuple[str, list[Site]]]:
        """Folded names of states and counties that bodies are called after, "Ohio Highway Patrol", with their sites.

        Args:
            taken: indices of the words of the places that are asked for.
        """
        for body in self._tree.names:
            if body.label != "ORG" or body.first in taken:
                continue
            mention = self._cast.mention_at(body.last - 1)
            if mention is not None and mention.kind == "outlet":
                continue
            for last in range(min(body.first + LONGEST, body.last), body.first, -1):
                name = self._text(body.first, last)
                sites = [site for site in self._sites_of(name) if site.kind in _AREAS]
                if sites:
                    yield key(name), sites
                    break

    def _place(self, one: _Asked) -> Place | None:
        """The place as far as the chances tell."""
        if self._countries.organization(one.name) is not None:
            return None
        place = Place(one.span, -1 if one.head is None else one.head.i, one.text, offsets=one.offsets)
        best = one.sense.best() if one.sense is not None else None
        if one.sense is None or best is None:
            place.country = _common_country(one.around[1])
            return place
        site, chance = best
        part = one.name != one.text or one.about
        if chance >= self._weights.enough:
            place.country = site.country or None
            place.geonames = None if part else site.geonames
            if not isnan(site.latitude):
                place.latitude, place.longitude, place.confidence = site.latitude, site.longitude, chance
        else:
            likely = max(one.sense.countries().items(), key=lambda pair: pair[1], default=("", 0.0))
            place.country = likely[0] if likely[1] >= LIKELY else None
        return place

    def _is_seat(self, name: str, site: Site) -> bool:
        """True for "the Kremlin", which is in Moscow and not Moscow."""
        return self._countries.by_seat(name) is not None and key(name) != key(site.name)

    def _seat(self, code: str) -> list[Site]:
        """Where the government of a country sits."""
        name = self._countries.capital(code)
        return [town for town in self._gazetteer.towns(name) if town.country == code][:1] if name else []

    def _capital(self, spot: Spot) -> Place | None:
        """A capital without its name; None where its country has none."""
        first, last = spot.span
        code = self._capitals.country(spot.head)
        if code is None:
            return Place(spot.span, spot.head.i, self._text(first, last))
        name = self._countries.capital(code)
        if name is None:
            return None
        place = Place(spot.span, spot.head.i, name, country=code)
        for town in self._seat(code):
            place.geonames, place.latitude, place.longitude = town.geonames, town.latitude, town.longitude
        return place


def _common_country(sites: Sequence[Site]) -> str | None:
    """The country all sites lie in."""
    countries = {site.country for site in sites}
    return countries.pop() or None if len(countries) == 1 else None
