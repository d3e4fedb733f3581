"""Coreference: which mentions of one report are one actor. Deterministic sieves, the surest first.

1. what the tree says (appositions, acronyms in brackets, "known as", relative clauses);
2. names; 3. countries with their governments and institutions; 4. from left to right: definite nominals and pronouns by
salience; 5. titles that were used before their holder was named.

Two chains of different country or gender are never joined, nor a government with its anonymous sources.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.ingest.report import Report
from dragoman.knowledge.index import Dated
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import tokens
from dragoman.reading.acquaintance import acquaint
from dragoman.reading.amounts import number_of
from dragoman.reading.armed_groups import ArmedGroups
from dragoman.reading.chains import Chains, compatible
from dragoman.reading.headlines import Headline
from dragoman.reading.home import home_country
from dragoman.reading.lent_capitals import lend_capitals
from dragoman.reading.links import (
    apposition,
    bracketed_acronym,
    in_office,
    is_stance_of,
    known_as,
    named_as,
    names_a_country,
    predicate,
    said_as,
)
from dragoman.reading.listed import name_members, named_members
from dragoman.reading.name_sieve import NameSieve
from dragoman.reading.obliques import PARTS
from dragoman.reading.phrases import Phrase
from dragoman.reading.resolution import Resolution
from dragoman.reading.tree import Tree, case, child
from dragoman.reading.vocabulary import ActorWords


def join_mentions(
    tree: Tree,
    phrases: Sequence[Phrase],
    at: Mapping[int, int],
    vocabulary: ActorWords,
    report: Report | None = None,
    knowledge: Dated | None = None,
) -> Chains:
    """Chains over the phrases of a report.

    Args:
        tree: the words.
        phrases: in text order, as :func:`.mentions.find_mentions` gives them.
        at: word index → index of the phrase it heads or belongs to as part of a name.
        vocabulary: lexicon themes.
        report: what ingest knows of it, for the country it is at home in; see :func:`.home.home_country`.
        knowledge: known actors; None for the text alone.
    """
    chains = Chains(phrases)
    sieve = _Sieves(tree, phrases, at, vocabulary, chains)
    sieve.run()
    if knowledge is not None:
        acquaint(chains, knowledge, sieve.kin)
    known = {
        index: code
        for number in chains.alive()
        if chains[number].known is not None and (code := chains[number].country) is not None
        for index in chains[number].phrases
    }
    home = chains.home = home_country(tree, phrases, report, known)
    headline = Headline(chains, phrases, vocabulary, report)
    Resolution(tree, phrases, at, vocabulary, chains, headline, home).run()
    sieve.late_titles()
    forces = ArmedGroups(tree, phrases, at, chains)
    forces.members()
    forces.unnamed()
    forces.own()
    return chains


class _Sieves:
    """The sieves that look at the whole report at once."""

    def __init__(
        self, tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], vocabulary: ActorWords, chains: Chains
    ) -> None:
        self._tree = tree
        self._phrases = phrases
        self._at = at
        self._vocabulary = vocabulary
        self._chains = chains
        self._links: list[tuple[int, int]] = []
        self._kin_of: dict[int, tuple[str, ...]] = {}
        self._aliases: set[tuple[int, int]] = set()
        self._kin_groups: dict[int, list[int]] = defaultdict(list)
        self._listed = named_members(phrases, at)

    @property
    def kin(self) -> frozenset[int]:
        """Phrases introduced as somebody's kin: "his sons Khaled and Saddam"."""
        return frozenset(self._kin_of)

    def run(self) -> None:
        """All sieves that come before the pronouns."""
        lend_capitals(self._phrases, self._chains)
        self._find_links()
        names = NameSieve(self._chains, self._vocabulary, self._kin_of)
        names.persons()
        self._countries()
        names.bodies()
        for index, target in self._links:
            self._join_link(index, target)
        self._named_governments()
        for group, members in (self._listed | self._kin_groups).items():
            name_members(self._phrases, self._at, self._chains, group, members)

    def _find_links(self) -> None:
        phrases, at = self._phrases, self._at
        ends: dict[int, list[int]] = defaultdict(list)
        for index, phrase in enumerate(phrases):
            if (phrase.form == "named" and phrase.name) or phrase.body is not None:
                ends[phrase.last - 1].append(index)
        for index, phrase in enumerate(phrases):
            if phrase.form == "pronoun":
                continue
            inner = self._quantity(index)
            if inner >= 0:
                self._chains.join(inner, self._chains.start(index))
                continue
            if phrase.name and (target := said_as(self._tree, phrases, index, ends)) >= 0:
                phrase.kind = phrases[target].kind
                self._links.append((index, target))
                self._aliases.add((index, target))
                continue
            if phrase.kind in ("event", "time", "object", "other", "place"):
                continue
            target = bracketed_acronym(self._tree, phrases, index, ends)
            outlet = target >= 0 and phrase.kind == "outlet" and phrases[target].kind != "outlet"
            if target >= 0 and (outlet or _is_another(phrase, phrases[target])):
                self._is_for(phrase.name, phrases[target])
            if target < 0:
                target = apposition(self._tree, phrases, at, index)
                if index in self._listed or target in self._listed:
                    target = -1  # "the two groups, the Front and the Guard", are not the Front
                if target >= 0 and is_stance_of(phrases[target], phrase):
                    phrase.kind = phrases[target].kind
                if target >= 0 and names_a_country(phrases[target], phrase):
                    phrases[target].kind = "country"
            if target < 0:
                target = known_as(phrases, at, index)
            if target < 0:
                target = predicate(phrases, at, index)
            if target < 0:
                target = in_office(phrases, at, index)
            if target < 0:
                target = named_as(self._tree, phrases, at, index)
                phrase.kind = "person" if target >= 0 else phrase.kind
            if target >= 0:
                self._links.append((index, target))
            if phrase.kind == "person" and phrase.name:
                self._note_kin(index)

    def _is_for(self, acronym: str, body: Phrase) -> None:
        """Let an acronym that the text explains be the body's all through, whatever else it is known for."""
        for phrase in self._phrases:
            if phrase.name == acronym and phrase is not body:
                phrase.kind, phrase.country, phrase.sectors = body.kind, body.country, body.sectors
                phrase.known = body.known

    def _note_kin(self, index: int) -> None:
        """Remember that a name is introduced as kin: "his sons Khaled and Saddam", "her brother, Ali"."""
        phrase = self._phrases[index]
        kin = phrase if phrase.kin is not None else None
        word = phrase.head
        while (
            kin is None
            and word.relation in ("conj", "appos", "flat", "nmod", "dep")
            and word.dep != "nmod:poss"
            and word.head is not None
            and not case(word)
        ):
            word = word.head
            found = self._at.get(word.i, -1)
            if found >= 0 and self._phrases[found].kin is not None and found != index:
                kin = self._phrases[found]
                if kin.plural:
                    self._kin_groups[found].append(index)
        if kin is None:
            return
        owner = self._at.get(kin.owner, -1)
        family: tuple[str, ...] = ()
        if owner >= 0 and self._phrases[owner].name and kin.kin is not None and kin.kin.surname:
            family = tokens(self._phrases[owner].name)
        elif owner >= 0 and kin.kin is not None and kin.kin.surname:
            family = self._nearest_person_before(owner)
        self._kin_of[index] = family

    def _nearest_person_before(self, index: int) -> tuple[str, ...]:
        """Name parts of the last person named before a pronoun: whose kin it most likely is."""
        gender = self._phrases[index].gender
        for phrase in reversed(self._phrases[max(0, index - 12) : index]):
            if phrase.kind == "person" and phrase.name and not (gender and phrase.gender and phrase.gender != gender):
                return tokens(phrase.name)
        return ()

    def _quantity(self, index: int) -> int:
        """The phrase that says of whom a quantity is: "a group of workers"; -1 if the phrase is no quantity.

        Nor is "a third of the rebels" all of them, though what they are holds for it.
        """
        phrase = self._phrases[index]
        if phrase.form != "nominal" or phrase.owner < 0:
            return -1
        quantities = self._vocabulary.organizations.quantities
        if phrase.head.lemma not in quantities and phrase.head.lower.removesuffix("s") not in quantities:
            return -1
        inner = self._at.get(phrase.owner, -1)
        if inner < 0 or case(self._phrases[inner].head) != "of":
            return -1
        counted = self._phrases[inner]
        shared = phrase.head.lemma in PARTS and counted.kind in ("armed-group", "organization")
        if (
            not (counted.plural or shared)
            or counted.form != "nominal"
            or counted.kind not in ("population", "armed-group", "organization", "sources")
        ):
            return -1
        phrase.kind, phrase.noun, phrase.sectors, phrase.body = (
            counted.kind,
            counted.noun,
            counted.sectors,
            counted.body,
        )
        phrase.plural, phrase.anonymous, phrase.modifiers = counted.plural, counted.anonymous, counted.modifiers
        phrase.indefinite = phrase.indefinite or not phrase.definite  # "hundreds of rebels" are not all there are
        phrase.country = phrase.country or counted.country
        phrase.titles = []
        return -1 if counted.definite else inner

    def _join_link(self, index: int, target: int) -> None:
        """Join two phrases the tree links, unless their chains forbid it by now."""
        chains, phrases = self._chains, self._phrases
        if phrases[target].form == "pronoun":
            return
        one, other = chains.start(target), chains.start(index)
        if one == other:
            return
        first, second = chains[one], chains[other]
        if first.key and second.key:
            return
        if {first.kind, second.kind} == {"person", "sources"} or compatible(first, second):
            if (
                first.kind == second.kind == "person"
                and first.names
                and second.names
                and not self._is_alias(index, target)
            ):
                return
            chains.merge(one, other)

    def _is_alias(self, index: int, target: int) -> bool:
        """Whether one of two person names is a nickname for the other, as "known as" or quotes say."""
        return (
            (index, target) in self._aliases
            or known_as(self._phrases, self._at, index) == target
            or '"' in self._around(index)
            or "“" in self._around(index)
        )

    def _around(self, index: int) -> str:
        phrase = self._phrases[index]
        start = self._tree.words[max(0, phrase.first - 1)].start
        return self._tree.text[start : self._tree.words[phrase.first].end]

    # -- countries

    def _countries(self) -> None:
        """One chain for every country with its government, for every breakaway state, and for every people."""
        chains, is_unrecognized = self._chains, load_countries().is_unrecognized
        for index, phrase in enumerate(self._phrases):
            if phrase.country is None or phrase.form == "pronoun":
                continue
            if (
                phrase.form == "named"
                and phrase.kind in ("country", "government")
                and not phrase.body
                and not phrase.place
            ):
                own = ("breakaway", phrase.region) if is_unrecognized(phrase.region) else ("country", phrase.country)
                chains.set_key(chains.start(index), own)
            elif phrase.form == "named" and phrase.kind == "population" and not phrase.body:
                self._people(index, phrase.country)

    def _people(self, index: int, country: str) -> None:
        """Join a nationality with its people, "five Israelis" only with as many or "the Israelis" told of after them.

        Nor are "Jewish settlers" any Israelis.
        """
        phrase, chains = self._phrases[index], self._chains
        if load_countries().is_unrecognized(phrase.region):
            country = phrase.region  # "the Georgians" are none of "two Ossetians"
        counted = child(phrase.head, "nummod")
        narrower = counted.lower if counted is not None else phrase.head.lower if phrase.head.pos == "NOUN" else ""
        groups = {
            key[2]
            for key in chains.by_key
            if key[:2] == ("people", country) and len(key) > 2 and number_of(key[2]) is not None
        }
        if not narrower and phrase.definite and len(groups) == 1 and ("people", country) not in chains.by_key:
            narrower = groups.pop()
        chains.set_key(chains.start(index), tuple(filter(None, ("people", country, narrower))))

    def _named_governments(self) -> None:
        """Let "the Libyan government" be the country's actor, or the one of its own name; a region's is neither."""
        chains = self._chains
        named: dict[str | None, set[int]] = defaultdict(set)
        for index, phrase in enumerate(self._phrases):
            if phrase.kind == "government" and phrase.body is not None and phrase.name:
                named[chains[chains.start(index)].country].add(chains.of[index])
        for index, phrase in enumerate(self._phrases):
            if (
                phrase.kind != "government"
                or phrase.form != "nominal"
                or phrase.country is None
                or phrase.region
                or (phrase.plural and not phrase.noun.startswith("authorit"))
            ):
                continue
            if phrase.indefinite or self._vocabulary.organizations.other_governments & set(phrase.modifiers):
                continue
            own = named.get(phrase.country, set())
            if not own and "based" in phrase.modifiers:
                # "the Tripoli-based government" tells whose capital the one of unknown country sits in
                own = {chain for chain in named.get(None, ()) if chains[chain].phrases[0] < index}
            if len(own) == 1:
                chains.join(index, next(iter(own)))
            else:
                key = chains.by_key.get(("country", phrase.country))
                chains.set_key(chains.start(index), ("country", phrase.country)) if key is None else chains.join(
                    index, key
                )

    # -- after the pronouns

    def late_titles(self) -> None:
        """Join a title nobody was found for with the one person who bears it later, as in headlines."""
        chains = self._chains
        holders: dict[str, set[int]] = defaultdict(set)
        for chain in chains.alive():
            for use in chains[chain].titles:
                if chains[chain].names and chains[chain].kind == "person" and not use.former and not use.title.address:
                    holders[_office(use.title.words, use.domains, use.deputy)].add(chain)
        for index, phrase in enumerate(self._phrases):
            if (
                phrase.form != "nominal"
                or phrase.kind != "person"
                or phrase.indefinite
                or phrase.plural
                or not phrase.titles
            ):
                continue
            own = chains.of[index]
            if own < 0 or chains[own].names:
                continue
            use = phrase.titles[-1]
            found = holders.get(_office(use.title.words, use.domains, use.deputy), set())
            found = {
                chain for chain in found if chains.chains[chain] is not None and compatible(chains[chain], chains[own])
            }
            if len(found) == 1 and (phrase.owner < 0 or phrase.country) and (chain := next(iter(found))) != own:
                chains.merge(chain, own)


def _office(title: str, domains: tuple[str, ...], deputy: bool) -> str:
    return " ".join(("deputy",) * deputy + domains + (title,))


def _is_another(acronym: Phrase, body: Phrase) -> bool:
    """Whether an acronym is known for another body than the one the text explains it by: "Reporters … (RSF)"."""
    if acronym.known is None or acronym.known is body.known:
        return False
    told = set(tokens(body.name))
    spelled = [name for name in acronym.known.known.names if " " in name]
    return bool(spelled) and not any(told & set(tokens(name)) for name in spelled)
