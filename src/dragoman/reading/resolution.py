"""From left to right: nominals and pronouns to the actors they take up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.chains import Chains
from dragoman.reading.group_nominals import GroupNominals, telling
from dragoman.reading.headlines import Headline
from dragoman.reading.metonymy import speaks
from dragoman.reading.person_nominals import PersonNominals
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronouns import Pronouns
from dragoman.reading.salience import is_source
from dragoman.reading.scene import THINGS
from dragoman.reading.transcript import find_turns
from dragoman.reading.tree import Tree, Word, case, child
from dragoman.reading.vocabulary import ActorWords

_NO_ACTORS = frozenset({"event", "object", "other", "place", "time"})
_ASIDE = (
    0.3  # share of a mention's weight that "Egyptian" in "Egyptian criticism" and "Russia" in "Russia's Interfax" have
)
_ORDERING = frozenset({"authorise", "authorize", "command", "direct", "instruct", "order", "task"})
# What two parties told of together can be.
_PEOPLE, _STATES = frozenset({"person"}), frozenset({"country", "government"})
_ARMED = _STATES | {"armed-group"}
_ANY = _PEOPLE | _ARMED | {"organization"}
_OPPOSITE = frozenset({"neighbor", "neighbour", "side"})  # "the neighbours" are two even where no word says so
_PAIR_REACH = 3  # sentences after which two parties named together are no longer "both sides"


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two chains named together in a sentence, and whether what is told of them is between them."""

    first: int
    second: int
    sentence: int
    facing: bool


class Resolution(PersonNominals, GroupNominals, Pronouns):
    """Joins nominals and pronouns with earlier actors, one sentence after the other."""

    def __init__(
        self,
        tree: Tree,
        phrases: Sequence[Phrase],
        at: Mapping[int, int],
        vocabulary: ActorWords,
        chains: Chains,
        headline: Headline,
        home: str | None = None,
    ) -> None:
        super().__init__(tree, phrases, at, vocabulary, chains, home)
        self._headline = headline
        self._document = -1  # chain of the institution whose statement was named last
        self._by_noun = {}
        self._sources = []
        self._pairs: list[_Pair] = []
        self._speaker = -1
        self._turns = find_turns(tree)
        self._labels = {word for turn in self._turns for word in range(*turn.label)}
        self._things = {}
        self._speakers = set()
        self._holders = {}
        self._peoples = {}
        for index, phrase in enumerate(phrases):
            if phrase.kind == "population" and phrase.name and chains.of[index] >= 0:
                self._peoples.setdefault(phrase.name.lower().removesuffix("s"), []).append(chains.of[index])

    def run(self) -> None:
        """Resolve all phrases."""
        by_sentence: dict[int, list[int]] = {}
        for index, phrase in enumerate(self._phrases):
            by_sentence.setdefault(phrase.head.sentence, []).append(index)
        for sentence in sorted(by_sentence):
            self._salience.enter(sentence)
            self._countries.enter(sentence)
            # by heads, so that a possessor ("his attorney") is known before what it possesses
            here = sorted(by_sentence[sentence], key=lambda index: self._phrases[index].head.i)
            for index in here:
                self._resolve(index, here)

    def _resolve(self, index: int, here: Sequence[int]) -> None:
        phrase = self._phrases[index]
        self._now = index
        if phrase.form == "pronoun":
            self._pronoun(index, here)
        elif self._chains.of[index] < 0:
            self._nominal(index)
        elif self._chains[own := self._chains.of[index]].country is None and own not in self._chains.context:
            self._chains.context[own] = (self._country_here(), self._country_of_person())
        chain = self._chains.of[index]
        if phrase.head.i in self._labels:
            return  # who has the word is not told of
        if chain >= 0:
            self._headline.join(index)
            self._salience.add(chain, phrase.head, _ASIDE if phrase.adjective or self._only_possesses(phrase) else 1.0)
            self._note(index, chain)
        elif phrase.kind in THINGS and phrase.form != "pronoun" and not phrase.adjective:
            self._salience.add(self._thing(index), phrase.head)
        self._note_country(index, chain)

    def _note(self, index: int, chain: int) -> None:
        """Remember a chain by its nouns and as source."""
        phrase = self._phrases[index]
        if phrase.noun and phrase.form != "pronoun":
            noted = self._by_noun.setdefault(phrase.noun, [])
            if not noted or noted[-1] != chain:
                noted.append(chain)
        if phrase.titles:
            self._hold(chain, phrase.titles)
        if chain not in self._speakers and (speaks(phrase.head, self._vocabulary.metonyms) or is_source(phrase.head)):
            self._speakers.add(chain)
        if self._chains[chain].kind == "sources" and (not self._sources or self._sources[-1] != chain):
            self._sources.append(chain)
        if phrase.head.relation == "conj" and phrase.form != "pronoun":
            self._note_pair(phrase, chain)

    def _note_pair(self, phrase: Phrase, chain: int) -> None:
        """Remember two coordinated parties: "El-Sissi and Haftar also discussed"."""
        first = self._at.get(phrase.head.head.i, -1) if phrase.head.head is not None else -1
        other = self._chains.of[first] if first >= 0 else -1
        if other < 0 or other == chain or phrase.head.head is None:
            return
        if sum(1 for dependent in phrase.head.head.children if dependent.relation == "conj") == 1:
            self._pairs.append(_Pair(other, chain, phrase.head.sentence, self._face(phrase.head.head)))

    def _face(self, first: Word) -> bool:
        """Whether two parties named together face one another: "between X and Y", "X and Y clashed"."""
        governor = first.head
        facing = self._vocabulary.organizations.facing
        return case(first) == "between" or (
            governor is not None and (governor.lemma in facing or governor.lower in facing)
        )

    def _nominal(self, index: int) -> None:
        """Join a nominal with an earlier actor, or let it be one of its own."""
        phrase, chains = self._phrases[index], self._chains
        if phrase.noun == "document":
            self._joins_document(index)
            return
        if phrase.kind in _NO_ACTORS:
            return
        if self._is_joint(phrase):
            self._joint(index)
            return
        if phrase.kind == "country":
            self._the_country(index)
            return
        owner = self._owner_chain(phrase)
        led = self._body_of_owner(phrase, owner)
        if led >= 0:
            chains.join(index, led)
            return
        if (
            phrase.country is None
            and owner >= 0
            and chains[owner].key[:1] == ("country",)
            and phrase.head.i > phrase.owner
        ):
            phrase.country = chains[owner].country  # "the country's security minister"
        target = self._antecedent(index)
        if target >= 0:
            chains.join(index, target)
        else:
            chains.start(index)
            self._settle_new(index)
            if chains[chains.of[index]].country is None:
                irregular = self._scene() if IRREGULAR & set(phrase.sectors) else None
                chains.context[chains.of[index]] = (irregular or self._country_here(), self._country_of_person())
        if phrase.head.lemma in self._vocabulary.metonyms.documents:
            self._document = chains.of[index]

    def _antecedent(self, index: int) -> int:
        phrase = self._phrases[index]
        if self._is_none_of(phrase):
            return self._same_sort(phrase)
        if phrase.indefinite:
            return -1
        if phrase.head.pos == "NUM":
            return self._told_by_number(index)
        if (members := self._members_by_name(phrase)) >= 0:
            return members
        if phrase.kind == "sources":
            return self._same_sources(phrase)
        if phrase.kind == "person":
            return self._same_person(phrase) if phrase.definite or not phrase.owner >= 0 else -1
        same = self._same_noun(phrase)
        if same >= 0 or not phrase.definite:
            return same
        same = self._same_sort(phrase)
        return same if same >= 0 else self._taken_up(phrase)

    def _is_none_of(self, phrase: Phrase) -> bool:
        """Whether a group is told of by what none of it does: "no hostages will be released"."""
        return any(word.lower == "no" and word.relation == "det" for word in phrase.head.children)

    def _settle_new(self, index: int) -> None:
        """Give a new chain of a state's organ the country of the context, and join it to the one of that country."""
        phrase = self._phrases[index]
        chain = self._chains.of[index]
        known = self._chains[chain]
        body = phrase.body
        if (
            body is None
            or not body.state
            or (phrase.plural and body.kind != "armed-group" and not phrase.noun.startswith(("authorit", "police")))
        ):
            return
        if phrase.noun.startswith("authorit") and not phrase.indefinite and phrase.owner < 0:
            phrase.definite = True
        told = phrase.definite or not (phrase.indefinite or phrase.plural) or self._acts(phrase)
        if known.country is None and (told or phrase.noun == "presidency"):
            known.country = self._context_country(phrase)
        if known.country is None or (
            phrase.indefinite and phrase.head.lemma not in self._vocabulary.metonyms.documents
        ):
            return
        if (
            body.kind == "government"
            and phrase.definite
            and not phrase.region
            and not telling(phrase) & self._vocabulary.organizations.other_governments
        ):
            self._chains.set_key(chain, ("country", known.country))
        elif phrase.noun == "presidency" or not telling(phrase) - set(phrase.noun.split()) - {"presidential"}:
            self._chains.set_key(chain, (phrase.noun, known.country))

    def _acts(self, phrase: Phrase) -> bool:
        """Whether a bare plural stands where somebody acts: "police said", "by security forces"."""
        return phrase.head.relation == "nsubj" or phrase.head.dep == "obl:agent"

    def _context_country(self, phrase: Phrase) -> str | None:
        """The country of an organ of state if no word says: its owner's, its office holder's, the most salient."""
        owner = self._owner_chain(phrase)
        if phrase.owner >= 0:
            return self._chains[owner].country if owner >= 0 else None
        if ordering := self._who_orders(phrase):
            return ordering
        for chain in self._chains.chains:
            if (
                chain is not None
                and chain.country
                and any(use.title.office == phrase.noun and use.title.office for use in chain.titles)
            ):
                return chain.country
        return self._country_here() or self._country_left(phrase)

    def _country_left(self, phrase: Phrase) -> str | None:
        """Of the countries of the sentence before, the one that an organ of state does not deal with here.

        "Zambia closed its embassy in Libya. The government accused Tripoli …" tells of Zambia's.
        """
        here = phrase.head.sentence
        if phrase.head.relation != "nsubj" or not phrase.definite:
            return None
        near = [other for other in self._phrases[max(0, self._now - 15) : self._now + 15] if other.country]
        before = {other.country for other in near if other.head.sentence == here - 1}
        others = {other.country for other in near if other.head.sentence == here}
        left = before - others
        return left.pop() if len(left) == 1 and len(before) == 2 else None

    def _who_orders(self, phrase: Phrase) -> str | None:
        """The country of an official who orders an organ of state: "the president told the army to …" is his own."""
        verb = phrase.head.head
        if verb is None or phrase.head.relation not in ("obj", "iobj") or verb.lemma not in _ORDERING:
            return None
        subject = child(verb, "nsubj")
        chain = self._chains.of[self._at[subject.i]] if subject is not None and subject.i in self._at else -1
        known = self._chains[chain] if chain >= 0 else None
        return known.country if known is not None and known.kind == "person" else None

    def _joins_document(self, index: int) -> None:
        """A statement speaks for whoever issued it: its owner, or the issuer of the last one."""
        phrase, chains = self._phrases[index], self._chains
        owner = self._owner_chain(phrase)
        if owner >= 0 and chains[owner].kind in ("organization", "government", "armed-group", "outlet", "person"):
            phrase.kind = "organization" if chains[owner].kind == "person" else chains[owner].kind
            if chains[owner].kind != "person":
                chains.join(index, owner)
                self._document = owner
            else:
                phrase.kind = "object"
            return
        if phrase.definite and self._document >= 0 and chains.chains[self._document] is not None:
            phrase.kind = chains[self._document].kind
            phrase.noun = ""
            chains.join(index, self._document)

    def _the_country(self, index: int) -> None:
        """Join "his country" with his, "the country" with the nearest before in the sentence or the most salient."""
        phrase, chains = self._phrases[index], self._chains
        code = phrase.country
        owner = self._owner_chain(phrase)
        if code is None and owner >= 0:
            code = chains[owner].country or self._country_led(owner)
        elif code is None and phrase.definite and not phrase.plural and not self._is_other(phrase):
            code = self._nearest_country(index)
        if code is None:
            phrase.kind = "place"
            return
        phrase.country = phrase.country or code
        key = chains.by_key.get(("country", code))
        if key is None:
            chains.set_key(chains.start(index), ("country", code))
        else:
            chains.join(index, key)

    def _is_other(self, phrase: Phrase) -> bool:
        return bool({"other", "neighbouring", "neighboring", "third", "host"} & set(phrase.modifiers))

    def _country_led(self, chain: int) -> str | None:
        for use in self._chains[chain].titles:
            body = self._at.get(use.body, -1)
            if body >= 0 and self._chains.of[body] >= 0:
                return self._chains[self._chains.of[body]].country
        return None

    def _is_joint(self, phrase: Phrase) -> bool:
        """Whether a nominal takes up two parties: "both sides", "the two leaders"."""
        noun = phrase.head
        marks = {dependent.lower for dependent in noun.children if dependent.relation in ("det", "nummod")}
        if phrase.country is not None or not (phrase.plural or "each" in marks):
            return False
        joint = self._vocabulary.organizations.joint
        if noun.lemma not in joint and noun.lower.removesuffix("s") not in joint and not noun.lower.endswith("ies"):
            return False
        return (
            bool(marks & {"both", "each"})
            or ("two" in marks and phrase.definite)
            or (noun.lemma in _OPPOSITE and phrase.definite and phrase.owner < 0)
        )

    def _joint(self, index: int) -> None:
        """Let a joint nominal be an actor whose members are the two parties last joined, or last salient."""
        phrase, chains = self._phrases[index], self._chains
        if (counted := self._told_as_two(index)) >= 0:
            chains.join(index, counted)
            return
        chain = chains.start(index)
        members = self._two_parties(index, _kinds_of_pair(phrase))
        known = chains[chain]
        known.members = members
        known.kind = "other"
        phrase.kind = "other"

    def _two_parties(self, index: int, kinds: frozenset[str]) -> tuple[int, ...]:
        """The two parties told of together, those that face one another before others, and the last before others.

        Where there are none, the two most told of so far, but for who deals with both.
        """
        sentence = self._phrases[index].head.sentence
        near = [pair for pair in self._pairs if sentence - pair.sentence <= _PAIR_REACH]
        for pair in sorted(near, key=lambda pair: (pair.facing, pair.sentence), reverse=True):
            if all(self._party(number, kinds, told=True) for number in (pair.first, pair.second)):
                return (pair.first, pair.second)
        outside = self._outsiders(index)
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
            found = told if len(told) > 1 else found
        return tuple(sorted(found[:2])) if len(found) > 1 else ()

    def _times_told(self, number: int) -> int:
        """How often a chain is told of for itself: not as the possessor or nationality of another."""
        phrases = (self._phrases[index] for index in self._chains[number].phrases)
        return sum(1 for phrase in phrases if not phrase.adjective and not self._only_possesses(phrase))

    def _outsiders(self, index: int) -> set[int]:
        """Chains that are no party to what a phrase means: the others of its clause, and whose they are.

        Where they are may well be a party: "the mission in Chad urged both sides to stop".
        """
        word = self._phrases[index].head
        found: set[int] = set()
        for other in range(max(0, index - 12), index):
            phrase = self._phrases[other]
            if phrase.head.head is word.head and phrase.head.relation == "nsubj" and phrase.head.i < word.i:
                inside = (
                    n for n in range(max(0, other - 3), index) if phrase.first <= self._phrases[n].head.i < phrase.last
                )
                found.update(self._chains.of[n] for n in inside if case(self._phrases[n].head) != "in")
        return found

    def _party(self, number: int, kinds: frozenset[str], *, told: bool = False) -> bool:
        """Whether a chain can be one of two parties; one that is not told of as such needs a name or a country."""
        chain = self._chains.chains[number]
        if chain is None or chain.members or chain.kind not in kinds:
            return False
        return kinds in (_PEOPLE, _STATES) or bool(told or chain.names or chain.country)


def _kinds_of_pair(phrase: Phrase) -> frozenset[str]:
    """What the two are that a nominal takes up: "the two men", "both countries", "the two armies", "both sides"."""
    if phrase.titles or phrase.noun in ("man", "woman", "president", "leader"):
        return _PEOPLE
    if phrase.noun in ("country", "nation", "state", "government", "capital", "neighbour", "neighbor"):
        return _STATES
    return _ARMED if phrase.noun in ("army", "force") else _ANY
