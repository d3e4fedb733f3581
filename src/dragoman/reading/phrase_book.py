"""The phrases of one report while they are gathered, and what every kind of phrase needs to be described."""

from __future__ import annotations

from dragoman.ontology.countries import Match, load_countries
from dragoman.reading.descriptions import entry_of, own_countries, region_of
from dragoman.reading.gazetteer import country_of_place
from dragoman.reading.phrases import Phrase, TitleUse, noun_phrase_extents
from dragoman.reading.tree import Tree, Word, case
from dragoman.reading.vocabulary import ActorWords

_OWNING = ("of", "for", "in", "from", "at", "within", "inside", "with", "by", "throughout", "across")
_SENDERS = frozenset({"organization", "armed-group", "outlet", "government", "population"})
_WITHIN = frozenset({"in", "from", "throughout", "across"})
_AT_HOME = _SENDERS | {"person", "sources"}
"""Kinds of actors that a town they are in tells the country of: "a newspaper in Lagos"."""
_ARMED = ("REB", "PRM", "MIL", "UAF", "CRM")


class PhraseBook:
    """Phrases found so far; ``_covered`` maps each word inside a name or its titles, and each head, to its phrase."""

    def __init__(self, tree: Tree, vocabulary: ActorWords) -> None:
        self._tree = tree
        self._words = tree.words
        self._vocabulary = vocabulary
        self._first, self._last = noun_phrase_extents(tree)
        lowers = [word.lower for word in tree.words]
        self._matches: dict[int, Match] = dict(load_countries().scan(lowers, [word.text for word in tree.words]))
        self._covered: dict[int, Phrase] = {}
        self._found: list[Phrase] = []

    def _settle(self, phrase: Phrase) -> None:
        self._found.append(phrase)
        self._covered[phrase.head.i] = phrase
        for index in phrase.aliases:
            self._covered.setdefault(index, phrase)

    def _text(self, first: int, last: int) -> str:
        start, end = self._tree.span(first, last)
        return " ".join(self._tree.text[start:end].split())

    def _own_country(self, phrase: Phrase, start: int, end: int) -> None:
        """Take the country that words before the head give."""
        codes, possessors = [], []
        for index, match in own_countries(self._words, self._matches, start, end):
            if self._words[index + match.length - 1].dep == "nmod:poss":
                if phrase.kin is None:
                    possessors.append(match.code)
            else:
                codes.append(match.code)
            phrase.region = phrase.region or region_of(self._words, index, match)
        codes = codes or possessors  # "Egypt's Libyan ally" is Libyan
        if codes and codes.count(codes[0]) == len(codes):
            phrase.country = codes[0]

    def _country_of_owner(self, phrase: Phrase) -> None:
        """Take the country a phrase is "of", "in" or "for": "the president of Libya", "rebels in Mali"."""
        owner = self._covered.get(phrase.owner)
        if owner is None or owner.kind not in ("country", "government", "place"):
            owner = self._place_in(phrase)
            if owner is None:
                return
        country = owner.country
        if country is None and owner.kind == "place" and owner.name and phrase.kind in _AT_HOME:
            country = country_of_place(owner.name)
        if country is None:
            return
        preposition = case(owner.head)
        if "IGO" in phrase.sectors or (preposition in ("to", "at", "with") and phrase.kind == "person"):
            return
        phrase.country, phrase.region = country, phrase.region or owner.region

    def _place_in(self, phrase: Phrase) -> Phrase | None:
        """The place a phrase is "in" beside its possessor ("women's groups in Iran"), or that stands before it."""
        if phrase.kind not in _AT_HOME:
            return None
        for dependent in phrase.head.children:
            place = self._covered.get(dependent.i)
            if place is None or not place.name or place.kind not in ("country", "government", "place"):
                continue
            if dependent.i < phrase.head.i and dependent.relation in ("compound", "nmod", "amod"):
                return place if place.kind == "place" and dependent.dep != "nmod:poss" else None
            if dependent.relation == "nmod" and case(dependent) in _WITHIN:
                return place
        return None

    def _owner(self, phrase: Phrase, word: Word) -> None:
        """Record the possessor, what a phrase is "of" or "in", or the organization whose name stands before it."""
        for dependent in word.children:
            if dependent.dep == "nmod:poss":
                phrase.owner = dependent.i
                return
        for dependent in word.children:
            if dependent.relation == "nmod" and dependent.i > word.i and case(dependent) in _OWNING:
                phrase.owner = dependent.i
                return
        if phrase.kind in ("person", "population", "sources", "organization", "armed-group"):
            for index in range(phrase.first, word.i):
                sender = self._covered.get(index)
                if (
                    sender is not None
                    and sender is not phrase
                    and sender.name
                    and sender.kind in ("organization", "armed-group", "outlet", "government", "population")
                ):
                    phrase.owner = sender.head.i
                    return

    def _title_country(self, use: TitleUse, start: int) -> None:
        """Let a nationality or country before a title be what it is "of": "eastern Libyan commander"."""
        for index, match in own_countries(self._words, self._matches, start, use.span[0]):
            region = region_of(self._words, index, match)
            name = load_countries().name(match.code) or ""
            placed = use.body >= 0 and case(self._words[use.body]) in ("in", "at", "with")
            if match.kind != "capital" and (use.of is None or placed):
                use.body = -1
                use.of = f"{region} {name}".strip() if region and region[:1].isalpha() and " " not in region else name

    def _has_igo(self, first: int, last: int) -> bool:
        """Whether the name of an organization of states stands in words ``[first, last)``."""
        return any(
            (match := self._matches.get(index)) is not None and match.kind == "organization"
            for index in range(first, last)
        )

    def _is_nationality(self, index: int) -> bool:
        match = self._matches.get(index)
        return match is not None and match.kind in ("adjective", "name", "capital")

    def _of_state(self, phrase: Phrase, noun: int) -> None:
        """Let persons that only a nationality describes be their state's: "Palestinian leaders", not "Christian" ones.

        Args:
            phrase: its country is known by now.
            noun: the word for the persons; only determiners, numbers, degrees and nationalities may stand before it.
        """
        sector = self._vocabulary.organizations.of_state.get(self._words[noun].lemma)
        if sector is None or phrase.sectors or phrase.country is None:
            return
        ranks = self._vocabulary.titles.modifiers
        if all(
            word.pos in ("DET", "NUM", "PART", "PUNCT")
            or word.lower in ranks
            or word.dep == "nmod:poss"
            or self._is_nationality(word.i)
            for word in self._words[phrase.first : noun]
        ):
            phrase.sectors = (sector,)

    def _names_actor(self, noun: Word) -> bool:
        lexicon = self._vocabulary
        return (
            noun.lemma in lexicon.organizations.people
            or noun.lemma in lexicon.titles.titles
            or noun.lemma in lexicon.kin.words
            or bool(
                entry_of(
                    lexicon.organizations.bodies, self._words, noun, self._first[noun.i], lexicon.organizations.longest
                )
            )
        )

    def _arm(self, phrase: Phrase) -> None:
        """Make a body an armed group where what stands before its noun says so: "armed opposition", "rebel group"."""
        armed = "armed" in phrase.modifiers
        if phrase.kind == "organization" and armed and "OPP" in phrase.sectors:
            phrase.sectors = ("REB", *phrase.sectors)
        if (
            phrase.body is not None
            and (phrase.body.generic or armed)
            and any(code in phrase.sectors for code in ("REB", "PRM", "MIL", "UAF", "CRM"))
        ):
            phrase.kind = "armed-group"
