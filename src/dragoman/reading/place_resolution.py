"""What a place name refers to: a country, a part of one, or a town of the gazetteer.

A name of several towns is decided by what the text says: the country beside it ("Paris, Texas", "the Syrian city of
…"), then the countries the report speaks of, then size, but only where one town is far larger than the others. Where
that leaves doubt the place keeps its name and has no id.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

from dragoman.ontology.countries import Countries
from dragoman.reading.draft import Cast, Place
from dragoman.reading.gazetteer import Division, Gazetteer, Town, key
from dragoman.reading.place_words import PlaceWords
from dragoman.reading.tree import Tree, Word, case

# A town the report's countries do not suggest must have so many people, and be five times as large as its namesakes
# (0.7 powers of ten); one they suggest must be twice as large as those of other countries. A division yields its name
# only to a city of a million elsewhere.
WELL_KNOWN = 50_000
CLEAR, CLEAR_IN_STORY = 0.7, 0.3
VAST = 1_000_000
# Names of fewer letters are taken for a town only where the report speaks of its country.
SHORT = 4
# "Kano State" is the division Kano; of a country, "state" is no kind of place.
_STATE = frozenset(["state"])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What the tables say of a name: ``towns`` has the largest first; ``capital_of`` is a country's code."""

    organization: bool
    country: str | None
    whole_country: bool
    region: bool
    capital_of: str | None
    folded: str
    towns: Sequence[Town]


class Resolver:
    """Resolves the places of one report; look-ups are kept for the report."""

    def __init__(self, tree: Tree, cast: Cast, countries: Countries, gazetteer: Gazetteer, words: PlaceWords) -> None:
        self._tree = tree
        self._cast = cast
        self._countries = countries
        self._gazetteer = gazetteer
        self._words = words
        self._facts: dict[str, _Facts] = {}
        self._known: dict[int, str] = {}
        self._settled: dict[int, Division] = {}
        self._divided: tuple[Counter[str], set[tuple[str, str]]] | None = None
        forms = [word.text for word in tree.words]
        lowers = [word.lower for word in tree.words]
        self._story: Counter[str] = Counter()
        for at, match in countries.scan(lowers, forms):
            if match.code in countries.table:
                self._story[match.code] += 1
                for index in range(at, at + match.length):
                    self._known[index] = match.code
        self._mentions = max(self._story.total(), 1)

    def resolve(self, span: tuple[int, int], head: Word) -> Place | None:
        """The place of a span; None where the words are no place after all."""
        first, last = span
        text = self._tree.text[self._tree.words[first].start : self._tree.words[last - 1].end]
        if head.lemma in self._words.capital and head.name < 0:
            return self._capital(span, head, text)
        inner = first
        if not self._is_whole_name(text):
            while inner < last - 1 and self._tree.words[inner].lower in self._words.directions:
                inner += 1
        name = self._tree.text[self._tree.words[inner].start : self._tree.words[last - 1].end]
        facts = self._facts_of(name)
        if facts.organization:
            return None
        settled = self._settled.get(head.i)
        if settled is not None:
            return Place(span, head.i, text, settled.geonames, country=settled.country)
        place = Place(span, head.i, text, country=facts.country)
        if facts.whole_country and inner == first and facts.country is not None:
            place.geonames = self._countries.table[facts.country].geonames
        if facts.region and inner == first:
            place.geonames = self._region_id(name, facts.country or "")
        if not facts.whole_country and not facts.region:
            self._as_town(place, name, head, facts, whole=inner == first)
        return place

    def _is_whole_name(self, text: str) -> bool:
        """True for "South Korea" and "North Darfur", whose first word is no mere direction."""
        facts = self._facts_of(text)
        return facts.whole_country or facts.region or bool(facts.towns) or bool(self._gazetteer.divisions(text))

    def _region_id(self, name: str, country: str) -> int | None:
        """The GeoNames id of a part of a country, or of a region of the world (no country)."""
        divisions = self._gazetteer.divisions(name)
        return next((division.geonames for division in divisions if division.country == country), None)

    def _facts_of(self, name: str) -> _Facts:
        """What the tables say of a name; asked once a report for each."""
        if name not in self._facts:
            countries = self._countries
            code = countries.by_name(name) or countries.by_adjective(name)
            part = None if code is not None else countries.part(name)
            towns = [] if code is not None else self._gazetteer.find(name)
            self._facts[name] = _Facts(
                organization=countries.organization(name) is not None,
                country=code or (part.country if part is not None else None),
                whole_country=code is not None,
                region=(part is not None and not towns) or name.lower() in countries.readings["world"],
                capital_of=countries.by_capital(name),
                folded=key(name),
                towns=towns,
            )
        return self._facts[name]

    def _as_town(self, place: Place, name: str, head: Word, facts: _Facts, *, whole: bool) -> None:
        """Fill in the town or division, or at least the country, that the text lets the name mean."""
        container = self._container(head, place.span, facts.towns)
        town = self._choose(facts, container)
        division = None if container is not None else self._division(name)
        if division is not None and (town is None or (town.country != division.country and town.population < VAST)):
            place.country = division.country
            place.geonames = division.geonames if whole else None
            return
        if town is not None:
            place.country = town.country
            if whole:
                place.geonames, place.latitude, place.longitude = town.geonames, town.latitude, town.longitude
        elif container is not None:
            place.country = container.country
        elif place.country is None:
            inside = {town.country for town in facts.towns}
            place.country = inside.pop() if len(inside) == 1 else None

    def _choose(self, facts: _Facts, container: Division | None) -> Town | None:
        """One town of several, or None where none is likely enough."""
        towns, capital = facts.towns, facts.capital_of
        if container is not None:
            inside = [town for town in towns if town.country == container.country]
            if container.code:
                inside = [town for town in inside if town.division == container.code] or inside
            return next(iter(inside), None)
        if not towns:
            return None
        ranked = sorted(((self._weigh(town, facts.folded, capital), town) for town in towns), key=lambda pair: -pair[0])
        weight, town = ranked[0]
        told = self._told(town.country, capital)
        if not told and (town.population < WELL_KNOWN or len(facts.folded) < SHORT):
            return None
        if len(ranked) == 1:
            return town
        second, rival = ranked[1]
        lead = CLEAR_IN_STORY if told and rival.country != town.country else CLEAR
        return town if weight - second >= lead else None

    def _weigh(self, town: Town, folded: str, capital: str | None) -> float:
        """Powers of ten of people; more for the name in use, for a capital, and for a country the report speaks of."""
        told = self._told(town.country, capital)
        weight = log10(town.population + 1) + (0.7 if key(town.name) == folded else 0.0)
        if told:
            weight += 0.7 + told / self._mentions
        if town.division and (town.country, town.division) in self._divisions_told()[1]:
            weight += 1.0
        if town.country == capital:
            weight += 1.5 if told else 0.2
        return weight

    def _told(self, country: str, capital: str | None) -> int:
        """How often the report names a country, the capital in question not counted, or a division of it."""
        return max(self._story[country] - (country == capital), 0) or self._divisions_told()[0][country]

    def _divisions_told(self) -> tuple[Counter[str], set[tuple[str, str]]]:
        """Countries by the divisions the report names, and those divisions with their codes; found when first asked."""
        if self._divided is None:
            countries: Counter[str] = Counter()
            codes: set[tuple[str, str]] = set()
            for name in {
                self._tree.text[slice(*self._tree.span(n.first, n.last))] for n in self._tree.names if n.label == "LOC"
            }:
                division = self._division(name)
                if division is not None and division.geonames is not None:
                    countries[division.country] += 1
                    codes.add((division.country, division.code))
            self._divided = countries, codes
        return self._divided

    def _division(self, name: str) -> Division | None:
        """The province or state of that name, where only one country has one, or only one the report speaks of."""
        bare, _, kind = name.rpartition(" ")
        if bare and kind.lower() in self._words.kinds | _STATE and not self._gazetteer.divisions(name):
            name = bare
        divisions = [division for division in self._gazetteer.divisions(name) if division.country]
        told = [division for division in divisions if self._story[division.country]]
        candidates = told or divisions
        return candidates[0] if len(candidates) == 1 else None

    def _container(self, head: Word, span: tuple[int, int], towns: Sequence[Town]) -> Division | None:
        """The country the text puts beside a name: "Paris, France", "the Syrian city of Aleppo", "Aleppo in Syria"."""
        for child in head.children:
            if child.i < span[1] or child.dep == "nmod:poss":
                continue
            if child.relation in ("appos", "list") or (child.relation == "nmod" and case(child) in ("", "in", "of")):
                division = self._around(child, towns)
                if division is not None:
                    return division
        governor = head.head
        if governor is None or head.relation not in ("nmod", "appos", "flat", "nmod:desc", "compound"):
            return None
        if governor.lemma not in self._words.divided and governor.lemma not in self._words.capital:
            return None
        for child in governor.children:
            if child is not head and child.relation in ("amod", "nmod", "compound"):
                division = self._around(child, towns)
                if division is not None:
                    return division
        return None

    def _around(self, word: Word, towns: Sequence[Town]) -> Division | None:
        """The country a word names, or the division, such as "Texas"; of "Georgia", the one that has such a town."""
        code = self._known.get(word.i)
        if code is not None:
            if not any(town.country == code for town in towns):
                for division in self._gazetteer.divisions(word.text):
                    if any((town.country, town.division) == (division.country, division.code) for town in towns):
                        self._settled[word.i] = division
                        return division
            return Division(code)
        if word.name < 0 or self._tree.names[word.name].label != "LOC":
            return None
        name = self._tree.names[word.name]
        start, end = self._tree.span(name.first, name.last)
        return self._division(self._tree.text[start:end])

    def _capital(self, span: tuple[int, int], head: Word, text: str) -> Place | None:
        """A capital without its name: of the country beside it, else of that whose people act in the sentence."""
        code = next((code for child in head.children if (code := self._beside(child)) is not None), None)
        code = code or self._acting(head)
        if code is None:
            return Place(span, head.i, text)
        name = self._countries.capital(code)
        if name is None:
            return None
        town = next((town for town in self._facts_of(name).towns if town.country == code), None)
        if town is None:
            return Place(span, head.i, name, country=code)
        return Place(span, head.i, name, town.geonames, town.latitude, town.longitude, code)

    def _beside(self, child: Word) -> str | None:
        """The country of "Sudanese", "Sudan's", "its", "of Sudan" beside "capital"."""
        owned = child.dep == "nmod:poss" or (child.relation == "nmod" and case(child) == "of")
        if owned or child.relation == "det":
            return self._known.get(child.i) or self._of_mention(child)
        return self._known.get(child.i) if child.relation in ("amod", "compound", "appos", "flat") else None

    def _acting(self, word: Word) -> str | None:
        """The country of the main agent of the word's sentence, else of an earlier one, else of the report."""
        sentences = self._tree.sentences
        for index in range(word.sentence, max(word.sentence - 3, -1), -1):
            root = self._tree.words[sentences[index].root]
            for clause in (root, *root.children):
                for child in clause.children:
                    if child.relation == "nsubj":
                        code = self._of_mention(child) or self._known.get(child.i) or self._nearby(child)
                        if code is not None:
                            return code
        common = self._story.most_common(1)
        return common[0][0] if common else None

    def _of_mention(self, word: Word) -> str | None:
        """The country of the actor a word mentions."""
        mention = self._cast.mention_at(word.i)
        if mention is None:
            return None
        if mention.actor is not None and self._cast.actors[mention.actor].country is not None:
            return self._cast.actors[mention.actor].country
        return mention.country

    def _nearby(self, noun: Word) -> str | None:
        """The country of a noun's modifiers: "Egyptian President …"."""
        for child in noun.children:
            for word in (child, *child.children):
                if word.i in self._known:
                    return self._known[word.i]
        return None
