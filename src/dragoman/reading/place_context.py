"""What the words around a place's name say of where it is and what it is.

"Paris, Texas", "Aleppo in Syria", "the Syrian city of Aleppo" and "Lebanon's Tripoli" say what a place lies in; "the
province of", "County" after it and "counties" after several say what kind of place it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dragoman.ontology.countries import Countries
from dragoman.reading.draft import WordSpan
from dragoman.reading.gazetteer import Gazetteer, Kind, Site
from dragoman.reading.place_choice import distance
from dragoman.reading.place_words import PlaceWords
from dragoman.reading.tree import Tree, Word, case

# People of a town that others are said to lie in.
A_CONTAINER = 10_000
# Prepositions, or none, between a place and what it lies in.
_INSIDE = frozenset({"", "in", "of"})
# How far apart, in kilometres, a town is from one it is a part of, from the middle of its county and of its region.
TOWN_WIDE, COUNTY_WIDE, REGION_WIDE = 40.0, 120.0, 1500.0


class Context:
    """The surroundings of the names of one report.

    Args:
        tree: the report's words.
        countries: the table of countries.
        gazetteer: looked up for containers.
        words: the lists of ``places.toml``.
        known: country code by word, for words that name a country or its people.
    """

    __slots__ = ("_countries", "_gazetteer", "_known", "_tree", "_words")

    def __init__(
        self, tree: Tree, countries: Countries, gazetteer: Gazetteer, words: PlaceWords, known: Mapping[int, str]
    ) -> None:
        self._tree = tree
        self._countries = countries
        self._gazetteer = gazetteer
        self._words = words
        self._known = known

    def containers(self, head: Word, span: WordSpan) -> Iterator[tuple[str, list[Site]]]:
        """For each place the text puts around a name: its name, and what that may mean; most telling first."""
        for word in self._around(head, span):
            name = self._name_at(word)
            sites = self._sites_at(word, name)
            if sites:
                yield name or word.text, sites

    def _around(self, head: Word, span: WordSpan) -> Iterator[Word]:
        words = self._tree.words
        after = span[1]
        listed = {child.i for child in head.children if child.relation == "conj"}
        if after + 1 < len(words) and words[after].text in (",", "(") and words[after + 1].sentence == head.sentence:
            follower = words[after + 1]
            if follower.text[0].isupper() and follower.i not in listed and not self._goes_on(follower):
                yield follower
        for child in head.children:
            holds = child.relation in ("appos", "list") or (child.relation == "nmod" and case(child) in _INSIDE)
            owns = child.i < span[0] and child.dep in ("nmod:poss", "amod")
            if owns or (child.i >= after and holds):
                yield child
        governor = head.head
        if governor is None or head.relation not in ("nmod", "appos", "flat", "nmod:desc", "compound"):
            return
        if case(head) not in ("of", ""):
            return
        if governor.lemma in self._words.divided or governor.lemma in self._words.capital:
            for child in governor.children:
                holds = child.relation in ("amod", "compound") or (child.relation == "nmod" and case(child) in _INSIDE)
                if holds and child is not head and not span[0] <= child.i < span[1]:
                    yield child

    def _goes_on(self, word: Word) -> bool:
        """True where a list goes on after the word's name: "Texas, Oregon and Utah", said of "Oregon"."""
        words = self._tree.words
        last = self._tree.names[word.name].last if word.name >= 0 else word.i + 1
        if last + 1 >= len(words):
            return False
        listed = words[last].text == "," and words[last + 1].name >= 0 and not self._gazetteer.short(word.text)
        return words[last].lower in ("and", "or", "&") or listed

    def _name_at(self, word: Word) -> str | None:
        """The name a word is part of, None for a person's and for a word without one."""
        if word.name < 0 or self._tree.names[word.name].label == "PERSON":
            return None
        name = self._tree.names[word.name]
        start, end = self._tree.span(name.first, name.last)
        return self._tree.text[start:end]

    def _sites_at(self, word: Word, name: str | None) -> list[Site]:
        """What a word that may name a container can mean; no villages."""
        code = self._known.get(word.i)
        short = self._gazetteer.short(name or word.text)
        country = [site for site in (self._gazetteer.country(code),) if site is not None] if code else []
        if short or (name is None and code is None):
            return [*country, *short]
        sites = self._gazetteer.find(name or word.text)
        if code is not None:
            return [*country, *(site for site in sites if site.kind == "division")]
        return [site for site in sites if site.population >= A_CONTAINER or site.kind != "town"]

    def called(self, name: str, head: Word, last: int) -> tuple[str, frozenset[Kind]]:
        """The name by which to look a place up, and the kinds of place the text calls it.

        Args:
            name: as written.
            head: the word of it that is governed from outside.
            last: index of the first word after it.
        """
        bare, _, noun = name.rpartition(" ")
        kinds = self._words.called
        if bare and noun.lower() in kinds:
            return name, kinds[noun.lower()]
        words = self._tree.words
        after = words[last] if last < len(words) else None
        if after is not None and after.lower in kinds and after.sentence == head.sentence:
            return f"{name} {after.lower}", kinds[after.lower]
        governor = head.head
        while governor is not None and governor.pos == "PROPN" and head.relation == "conj":
            head, governor = governor, governor.head
        if governor is not None and governor.lemma in kinds:
            joined = head.relation == "compound" and governor.i > head.i
            several = governor.feats.get("Number") == "Plur"
            if joined and several and not any(child.relation == "conj" for child in head.children):
                return name, frozenset()  # "Indiana counties"
            if joined or (head.relation in ("nmod", "appos", "nmod:desc") and case(head) in ("of", "")):
                return f"{name} {governor.lemma}" if joined else name, kinds[governor.lemma]
        return name, frozenset()


def is_within(site: Site, container: Site) -> bool:
    """Whether a site lies in another, as far as the gazetteer tells."""
    if site is container or site.kind == "country" or site.geonames == container.geonames is not None:
        return False
    if container.country and site.country and site.country != container.country:
        return False
    if container.kind == "country":
        return site.country == container.country
    if container.kind == "division":
        return site.division == container.division and site.kind != "division"
    if container.kind == "county":
        return site.kind in ("town", "landmark") and distance(site, container) < COUNTY_WIDE
    if container.kind == "town":
        return site.kind in ("town", "landmark") and distance(site, container) < TOWN_WIDE
    return site.country == container.country or distance(site, container) < REGION_WIDE
