"""Nominals that take up two parties at once: "both sides", "the two leaders", "the neighbours"."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ontology.plover import STATE
from dragoman.reading.clauses import is_passive
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.scene import Scene
from dragoman.reading.speech_mending import ANSWERING
from dragoman.reading.tree import Word, case, child, children

# Nouns for two, of whatever kind.
_PAIRS = frozenset({"duo", "pair"})
# What two parties told of together can be.
_PEOPLE, _STATES = frozenset({"person"}), frozenset({"country", "government"})
_ARMED = _STATES | {"armed-group"}
_ANY = _PEOPLE | _ARMED | {"organization"}
_AT_HEAD = frozenset({"leader", "premier", "president", "prime minister"})  # who may stand for their states
_OPPOSITE = frozenset({"neighbor", "neighbour", "side"})  # "the neighbours" are two even where no word says so
# Nouns for those of whom two face one another.
_SIDES = frozenset({"camp", "faction", "rival"})
# Nouns for two that no meeting of two people makes them.
_NOT_MET = _SIDES | {
    "army",
    "country",
    "force",
    "government",
    "group",
    "nation",
    "neighbor",
    "neighbour",
    "party",
    "side",
    "state",
}
_PAIR_REACH = 3  # sentences after which two parties named together are no longer "both sides"
# Nouns for persons of whom nothing else is said, and who may be meant by them.
_PERSONS = frozenset({"man", "woman", "people", "suspect", "person"})
_REACH_OF_TWO = 8  # sentences after which "the two men" are no longer a group of two told of before


@dataclass(frozen=True, slots=True)
class Pair:
    """Two chains named together in a sentence, and whether what is told of them is between them.

    ``met``: they only came together, and are "the two" of that sentence and the next, and no "sides".
    """

    first: int
    second: int
    sentence: int
    facing: bool
    met: bool = False


class JointNominals(Scene):
    """Remembers who is told of beside whom, and finds the two that a nominal means."""

    _pairs: list[Pair]

    def _note_pair(self, phrase: Phrase, chain: int) -> None:
        """Remember two coordinated parties: "El-Sissi and Haftar also discussed"."""
        first = self._at.get(phrase.head.head.i, -1) if phrase.head.head is not None else -1
        other = self._chains.of[first] if first >= 0 else -1
        if other < 0 or other == chain or phrase.head.head is None:
            return
        if sum(1 for dependent in phrase.head.head.children if dependent.relation == "conj") == 1:
            self._pairs.append(Pair(other, chain, phrase.head.sentence, self._face(phrase.head.head)))

    def _note_quarrel(self, phrase: Phrase, chain: int) -> None:
        """Remember the two sides of a quarrel that a verb tells of: "rebels *attacked* the army", "clashed with it"."""
        verb = phrase.head.head
        if verb is None or is_passive(verb):
            return
        words, facing = load_pronoun_words(), self._vocabulary.organizations.facing
        if verb.pos == "NOUN" and verb.lemma in facing and verb.relation == "obj" and case(phrase.head) == "with":
            verb = verb.head or verb  # "held *talks with* him"
        struck = phrase.head.relation == "obj" and verb.lemma in words.opposing | words.encountering
        beside = phrase.head.relation in ("obl", "nmod") and case(phrase.head) == "with"
        faced = beside and (verb is not phrase.head.head or verb.lemma in facing or self._meets(verb))
        subject = child(verb, "nsubj") if struck or faced else None
        first = self._at.get(subject.i, -1) if subject is not None else -1
        other = self._chains.of[first] if first >= 0 else -1
        kinds = {self._chains[one].kind == "person" for one in (other, chain)} if other >= 0 else set()
        if other != chain and len(kinds) == 1:  # who accuses a state speaks for one of the sides
            met = not struck or verb.lemma in words.encountering
            met = met and not (faced and verb is phrase.head.head)
            self._pairs.append(Pair(other, chain, phrase.head.sentence, facing=not met, met=met))

    def _meets(self, verb: Word) -> bool:
        """Whether a verb is done with what two hold together: "*held talks* with him"."""
        return any(one.lemma in self._vocabulary.organizations.facing for one in children(verb, "obj"))

    def _face(self, first: Word) -> bool:
        """Whether two parties named together face one another: "between X and Y", "X and Y clashed", "held talks"."""
        governor = first.head
        if case(first) == "between" or governor is None:
            return case(first) == "between"
        words = [governor, *children(governor, "obj")]
        facing = self._vocabulary.organizations.facing
        return any(word.lemma in facing or word.lower in facing for word in words)

    def _is_joint(self, phrase: Phrase) -> bool:
        """Whether a nominal takes up two parties: "both sides", "the two leaders"."""
        noun = phrase.head
        marks = {dependent.lower for dependent in noun.children if dependent.relation in ("det", "nummod")}
        if phrase.head.lemma in _PAIRS and phrase.definite and phrase.owner < 0:
            return bool(self._pairs)  # "the pair agreed"
        if phrase.country is not None or not (phrase.plural or marks & {"each", "neither"}):
            return False
        if noun.pos == "NUM":
            others = any(one.lower == "other" for one in noun.children)
            # "that the two could reach a deal"
            return noun.lower == "two" and phrase.definite and bool(self._pairs) and not others
        joint = self._vocabulary.organizations.joint
        if noun.lemma not in joint and noun.lower.removesuffix("s") not in joint and not noun.lower.endswith("ies"):
            return False
        return (
            bool(marks & {"both", "each", "neither"})
            or ("two" in marks and phrase.definite)
            or (noun.lemma in _OPPOSITE and phrase.definite and phrase.owner < 0)
        )

    def _joint(self, index: int) -> None:
        """Let a joint nominal be an actor whose members are the two parties last joined, or last salient.

        Where a report names no two, it is an actor of itself: "the two countries agreed".
        """
        phrase, chains = self._phrases[index], self._chains
        if (counted := self._told_as_two(index)) >= 0 or (counted := self._two_sides(index)) >= 0:
            chains.join(index, counted)
            return
        chain = chains.start(index)
        kinds = _kinds_of_pair(phrase)
        members = self._two_parties(index, kinds)
        if not members and phrase.noun in _AT_HEAD:
            members = self._two_parties(index, _STATES)  # "telephoned both presidents"
        known = chains[chain]
        known.members = members
        known.kind = "other" if members else "person" if kinds == _PEOPLE else "organization"
        phrase.kind = known.kind

    def _told_as_two(self, index: int) -> int:
        """The group of two persons without names that "the two men" takes up; or -1.

        Not where two persons are named after it, in the same sentence or the one before, who may be the two.
        """
        phrase = self._phrases[index]
        if phrase.head.lemma not in _PERSONS:
            return -1
        named = 0
        for other in range(index - 1, -1, -1):
            before = self._phrases[other]
            away = phrase.head.sentence - before.head.sentence
            if away > _REACH_OF_TWO:
                break
            named += before.kind == "person" and bool(before.name) and away <= 1 and before.gender in _fits_noun(phrase)
            if named > 1:
                break
            counted = any(one.relation == "nummod" and one.lower in ("two", "2") for one in before.head.children)
            if (
                before.form == "nominal"
                and before.plural
                and counted
                and before.body is not None
                and before.body.people
            ):
                number = self._chains.of[other]
                return number if number >= 0 and not self._chains[number].members else -1
        return -1

    def _two_sides(self, index: int) -> int:
        """The two told of without names that "both sides" are: "between the *two Sudanese camps* … both sides"; or -1.

        Not where two parties are named between them.
        """
        phrase = self._phrases[index]
        if phrase.head.lemma not in _OPPOSITE:
            return -1
        for other in range(index - 1, -1, -1):
            before = self._phrases[other]
            if phrase.head.sentence - before.head.sentence > 1:
                return -1
            counted = any(one.relation == "nummod" and one.lower in ("two", "2") for one in before.head.children)
            number = self._chains.of[other]
            if counted and number >= 0 and before.form == "nominal" and before.head.lemma in _SIDES:
                return number if not any(pair.sentence >= before.head.sentence for pair in self._pairs) else -1
        return -1

    def _two_of_any(self, index: int) -> tuple[int, ...]:
        """The two parties that a word for two means, whatever they are."""
        return self._two_parties(index, _ANY)

    def _two_parties(self, index: int, kinds: frozenset[str]) -> tuple[int, ...]:
        """The two parties told of together, those that face one another before others, and the last before others.

        Where there are none, the two most told of so far, but for who deals with both.
        """
        sentence = self._phrases[index].head.sentence
        near = [pair for pair in self._pairs if sentence - pair.sentence <= (1 if pair.met else _PAIR_REACH)]
        if self._phrases[index].head.lemma in _NOT_MET:
            near = [pair for pair in near if not pair.met]
        outside = self._outsiders(index)
        for pair in sorted(near, key=lambda pair: (pair.facing, pair.sentence), reverse=True):
            two = (pair.first, pair.second)
            subject = self._phrases[index].head.relation == "nsubj"
            here = pair.met and subject and pair.sentence == sentence  # "X met Y, and the two agreed"
            if (here or outside.isdisjoint(two)) and all(self._party(number, kinds, told=True) for number in two):
                return two
        salient = [number for _, number in self._salience.ranked() if number >= 0 and number not in outside]
        found = [number for number in salient if self._party(number, kinds)]
        if kinds == _ANY:
            counts = {
                number: self._times_told(number)
                for number in self._chains.alive()
                if number not in outside and self._party(number, kinds)
            }
            told = [n for n, count in counts.items() if count > 1 and self._chains[n].kind != "person"]
            told.sort(key=lambda number: (-counts[number], number))
            bodies = [number for number in found if self._chains[number].kind != "person"]
            found = told if len(told) > 1 else bodies if len(bodies) > 1 else found
        if kinds == _STATES and len(found) < 2:
            found = self._two_lands(index, {self._chains[number].country for number in outside})
        found = [number for at, number in enumerate(found) if not at or not self._one_state(found[0], number)]
        return tuple(sorted(found[:2])) if len(found) > 1 else ()

    def _two_lands(self, index: int, outside: set[str | None]) -> list[int]:
        """The states of the only two countries whose people and bodies a report has told of, by "both countries"."""
        told = {phrase.country for phrase in self._phrases[:index] if phrase.country is not None}
        lands = sorted(told - outside)
        found = [self._chains.by_key.get(("country", land), -1) for land in lands]
        return [number for number in found if number >= 0] if len(lands) == 2 else []

    def _one_state(self, one: int, other: int) -> bool:
        """Whether two chains are organs of one state: a country and its army."""
        chains = (self._chains[one], self._chains[other])
        organs = all(chain.kind in _STATES or STATE & self._sectors_of(chain) for chain in chains)
        return organs and chains[0].country is not None and chains[0].country == chains[1].country

    def _times_told(self, number: int) -> int:
        """How often a chain is told of for itself: not as the possessor or nationality of another."""
        phrases = (self._phrases[index] for index in self._chains[number].phrases)
        return sum(1 for phrase in phrases if not phrase.adjective and not self._only_possesses(phrase))

    def _outsiders(self, index: int) -> set[int]:
        """Chains that are no party to what a phrase means: the others of its clause, and whose they are.

        Where they are may well be a party: "the mission in Chad urged both sides to stop". Two that are the subject of
        the clause before are the two: "Chad and Niger signed a truce, but each side blamed the other".
        """
        word = self._phrases[index].head
        verbs = [word.head]
        if word.relation == "nsubj" and word.head is not None and word.head.relation == "conj":
            verbs.append(word.head.head)  # "Kiir offered to host talks, and both generals agreed"
        elif word.relation == "nsubj" and word.head is not None and word.head.lemma in ANSWERING:
            claim = word.head.head  # "Chile accused them of theft, *a charge* both countries deny"
            verbs.append(claim.head if claim is not None and claim.pos == "NOUN" else claim)
        found: set[int] = set()
        for other in range(max(0, index - 12), index):
            phrase = self._phrases[other]
            paired = phrase.head.head is not word.head and child(phrase.head, "conj") is not None
            if phrase.head.head in verbs and phrase.head.relation == "nsubj" and phrase.head.i < word.i and not paired:
                inside = (
                    n for n in range(max(0, other - 3), index) if phrase.first <= self._phrases[n].head.i < phrase.last
                )
                found.update(self._chains.of[n] for n in inside if case(self._phrases[n].head) != "in")
        return found

    def _party(self, number: int, kinds: frozenset[str], *, told: bool = False) -> bool:
        """Whether a chain can be one of two parties; one that is not told of as such needs a name or a country."""
        chain = self._chains.chains[number]
        crowd = told and kinds == _ANY and chain is not None and chain.kind == "population"
        if chain is None or chain.members or (chain.kind not in kinds and not crowd):
            return False
        if kinds == _PEOPLE:
            return bool(told or chain.names or chain.titles)  # "the two leaders" are not a soldier told of before
        return kinds == _STATES or bool(told or chain.names or chain.country)


def _kinds_of_pair(phrase: Phrase) -> frozenset[str]:
    """What the two are that a nominal takes up: "the two men", "both countries", "the two armies", "both sides"."""
    if phrase.titles or phrase.noun in ("man", "woman", "president", "leader"):
        return _PEOPLE
    if phrase.noun in ("country", "nation", "state", "government", "capital", "neighbour", "neighbor"):
        return _STATES
    return _ARMED if phrase.noun in ("army", "force") else _ANY


def _fits_noun(phrase: Phrase) -> tuple[str, ...]:
    """Genders of persons whom a noun may mean; "" is that of those of whom it is not known."""
    return {"man": ("m", ""), "woman": ("f", "")}.get(phrase.head.lemma, ("m", "f", ""))
