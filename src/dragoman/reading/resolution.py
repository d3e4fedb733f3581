"""From left to right: nominals and pronouns to the actors they take up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.announced import find_announced
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.group_nominals import GroupNominals, seat_of, telling
from dragoman.reading.headlines import Headline
from dragoman.reading.metonymy import speaks
from dragoman.reading.person_nominals import PersonNominals
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronouns import Pronouns
from dragoman.reading.salience import is_source
from dragoman.reading.scene import THINGS
from dragoman.reading.setting import ABROAD
from dragoman.reading.transcript import find_turns
from dragoman.reading.tree import Tree, Word, child, children
from dragoman.reading.utterances import find_utterances
from dragoman.reading.vocabulary import ActorWords
from dragoman.record import Kind

_NO_ACTORS = frozenset({"event", "object", "other", "place", "time"})
_ASIDE = (
    0.3  # share of a mention's weight that "Egyptian" in "Egyptian criticism" and "Russia" in "Russia's Interfax" have
)
_WORDS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
"""Types of what is done with words."""
_SURELY = 0.6
_RELATIVES = frozenset({"that", "which", "whom"})
_ORDERING = frozenset({"authorise", "authorize", "command", "direct", "instruct", "order", "task"})


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
        self._pairs = []
        self._speaker = -1
        turns = find_turns(tree)
        self._statements = [(turn.content, turn.source) for turn in turns]
        self._statements += [(one.content, one.source.i) for one in find_announced(tree)]
        self._labels = {word for turn in turns for word in range(*turn.label)}
        utterances = find_utterances(tree, vocabulary.metonyms.speech_verbs)
        self._uttered = {word: one for one in utterances for word in range(one.first, one.last)}
        self._said_by = defaultdict(list)
        for one in utterances:
            self._said_by[one.speaker].append(one)
        self._ahead = set()
        self._things = {}
        self._speakers = set()
        self._said_last = -1
        self._holders = {}
        self._peoples = {}
        for index, phrase in enumerate(phrases):
            if phrase.kind == "population" and phrase.name and chains.of[index] >= 0:
                self._peoples.setdefault(phrase.name.lower().removesuffix("s"), []).append(chains.of[index])

    def run(self) -> None:
        """Resolve all phrases."""
        self._by_sentence = defaultdict(list)
        # by heads, so that a possessor ("his attorney") is known before what it possesses
        for index in sorted(range(len(self._phrases)), key=lambda index: self._phrases[index].head.i):
            self._by_sentence[self._phrases[index].head.sentence].append(index)
        for sentence in sorted(self._by_sentence):
            self._salience.enter(sentence)
            self._countries.enter(sentence)
            for index in self._by_sentence[sentence]:
                self._resolve(index, self._by_sentence[sentence])

    def _resolve(self, index: int, here: Sequence[int]) -> None:
        phrase = self._phrases[index]
        self._now = index
        if phrase.form == "pronoun":
            if self._chains.of[index] < 0:
                self._pronoun(index, here)
        elif self._chains.of[index] < 0:
            self._nominal(index)
        elif (office := self._office_told_before(index)) >= 0:
            self._chains.merge(self._chains.of[index], office)
        elif (counted := self._counted_before(index)) >= 0:
            self._chains.merge(counted, self._chains.of[index])
        elif (unnamed := self._told_without_name(index)) >= 0:
            self._chains.merge(self._chains.of[index], unnamed)
        elif self._chains[own := self._chains.of[index]].country is None and own not in self._chains.context:
            self._chains.context[own] = (self._country_here(), self._country_of_person())
        chain = self._chains.of[index]
        if phrase.head.i in self._labels:
            return  # who has the word is not told of
        if chain >= 0:
            self._headline.join(index)
            self._salience.add(chain, phrase.head, _ASIDE if phrase.adjective or self._only_possesses(phrase) else 1.0)
            self._note(index, chain)
        elif phrase.kind in THINGS and phrase.form != "pronoun" and not phrase.adjective and not _only_says(phrase):
            self._salience.add(self._thing(index), phrase.head)
        self._note_country(index, chain)

    def _counted_before(self, index: int) -> int:
        """The group that "the six" takes up, where the tree says more of it: "the six are hostages"; or -1."""
        phrase = self._phrases[index]
        if phrase.form != "nominal" or phrase.head.pos != "NUM" or not phrase.definite:
            return -1
        counted = self._told_by_number(index)
        return counted if counted != self._chains.of[index] else -1

    def _note(self, index: int, chain: int) -> None:
        """Remember a chain by its nouns and as source."""
        phrase = self._phrases[index]
        if phrase.noun and phrase.form != "pronoun":
            noted = self._by_noun.setdefault(phrase.noun, [])
            if not noted or noted[-1] != chain:
                noted.append(chain)
        if phrase.titles:
            self._hold(chain, phrase.titles)
        if speaks(phrase.head, self._vocabulary.metonyms) or is_source(phrase.head) or _addresses(phrase.head):
            self._speakers.add(chain)
            self._said_last = chain
        if self._chains[chain].kind == "sources" and (not self._sources or self._sources[-1] != chain):
            self._sources.append(chain)
        if phrase.head.relation == "conj" and phrase.form != "pronoun":
            self._note_pair(phrase, chain)
        elif phrase.form != "pronoun":
            self._note_quarrel(phrase, chain)

    def _nominal(self, index: int) -> None:
        """Join a nominal with an earlier actor, or let it be one of its own."""
        phrase, chains = self._phrases[index], self._chains
        if phrase.noun == "document":
            self._joins_document(index)
            return
        nobody = phrase.kind in _NO_ACTORS
        if nobody and phrase.noun != "capital":
            return
        if self._is_joint(phrase):
            self._joint(index)
            return
        if nobody:
            return  # a capital that stands for no state
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
            and phrase.noun not in self._vocabulary.organizations.beside
        ):
            phrase.country = chains[owner].country  # "the country's security minister"
        if phrase.country is None and phrase.owner < 0 and phrase.body is not None and phrase.body.state:
            phrase.country = self._country_where()
        target = self._antecedent(index)
        if target >= 0:
            chains.join(index, target)
        else:
            chains.start(index)
            self._settle_new(index)
            if chains[chains.of[index]].country is None and self._named_after(phrase) < 0:
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
        if (other := self._the_other_country(phrase)) >= 0:
            return other
        if (rest := self._rest_of(phrase)) >= 0:
            return rest
        if phrase.kind == "sources":
            return self._same_sources(phrase)
        if phrase.kind == "person":
            return self._same_person(phrase) if phrase.definite or not phrase.owner >= 0 else -1
        same = self._same_noun(phrase)
        if same >= 0 or not phrase.definite:
            return same
        same = self._same_sort(phrase)
        return same if same >= 0 else self._taken_up(phrase)

    def _may_be_taken_up(self, chain: Chain, phrase: Phrase, kinds: tuple[Kind, ...]) -> bool:
        """As :class:`GroupNominals` has it, but a hospital is no "group"."""
        banded = "armed-group" in kinds and phrase.noun in self._vocabulary.organizations.refers
        return not (banded and self._is_harmless(chain)) and super()._may_be_taken_up(chain, phrase, kinds)

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
            self._chains.set_key(chain, tuple(filter(None, (phrase.noun, known.country, seat_of(phrase)))))

    def _acts(self, phrase: Phrase) -> bool:
        """Whether a bare plural stands where somebody acts: "police said", "by security forces"."""
        return phrase.head.relation == "nsubj" or phrase.head.dep == "obl:agent"

    def _context_country(self, phrase: Phrase) -> str | None:
        """The country of an organ of state if no word says: its owner's, its office holder's, the most salient."""
        owner = self._owner_chain(phrase)
        if phrase.owner >= 0:
            return self._chains[owner].country if owner >= 0 else None
        if ABROAD & (set(phrase.modifiers) - set(phrase.noun.split())):
            return None  # "foreign armies", "the neighbouring army", but "the foreign ministry"
        if (holder := self._named_after(phrase)) >= 0:
            return self._chains[holder].country
        if ordering := self._who_orders(phrase):
            return ordering
        for chain in self._chains.chains:
            if (
                chain is not None
                and chain.country
                and any(use.title.office == phrase.noun and use.title.office for use in chain.titles)
            ):
                return chain.country
        found = self._country_here() or self._country_left(phrase)
        return self._other_state(phrase) if found is not None and found == self._dealt_with_by(phrase) else found

    def _dealt_with_by(self, phrase: Phrase) -> str | None:
        """The country that deals with a government as with another's: "*Nigeria* accused the junta of fraud".

        Also where a relative clause says so: "the junta, which *Nigeria* accuses of fraud".
        """
        verb = phrase.head.head if phrase.head.relation in ("obj", "iobj") else None
        told = (one for one in children(phrase.head, "acl") if (left := child(one, "obj")) and left.lower in _RELATIVES)
        verb = verb or next(told, None)
        subject = child(verb, "nsubj") if verb is not None and phrase.body is not None else None
        index = -1 if subject is None or phrase.body is None else self._at.get(subject.i, -1)
        if index < 0 or phrase.body is None or phrase.body.kind != "government":
            return None
        doer = self._phrases[index]
        return doer.country if doer.form == "named" and doer.kind in ("country", "government") else None

    def _other_state(self, phrase: Phrase) -> str | None:
        """The one other country of this sentence and the two before, of whose government a state may speak."""
        here = phrase.head.sentence
        near = [other for other in self._phrases[: self._now] if here - other.head.sentence <= 2]
        lands = {other.country for other in near if other.country is not None} - {self._dealt_with_by(phrase)}
        return lands.pop() if len(lands) == 1 else None

    def _named_after(self, phrase: Phrase) -> int:
        """The chain of the person an organ of state is called after: "the *Mori* government"; or -1."""
        before = (self._at.get(one.i, -1) for one in children(phrase.head, "compound") if one.pos == "PROPN")
        persons = (index for index in before if index >= 0 and self._phrases[index].kind == "person")
        return next((self._chains.of[index] for index in persons if self._chains.of[index] >= 0), -1)

    def _the_other_country(self, phrase: Phrase) -> int:
        """The one country beside its own that "its neighbour" or "its rival" is, by the last two sentences; or -1."""
        one = not phrase.plural and phrase.definite and phrase.kind == "organization" and phrase.country is None
        owner = self._owner_chain(phrase)
        if not one or phrase.noun not in self._vocabulary.organizations.beside or owner < 0:
            return -1
        near = (other for other in self._phrases[: self._now] if phrase.head.sentence - other.head.sentence <= 1)
        lands = {other.country for other in near if other.country is not None} - {self._chains[owner].country}
        return self._chains.by_key.get(("country", lands.pop()), -1) if len(lands) == 1 else -1

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


def _addresses(word: Word) -> bool:
    """Whether somebody does with words what a verb tells: "*Johnson* apologised to Ghana"."""
    verb = word.head if word.dep == "nsubj" else None
    return verb is not None and verb.tells is not None and verb.tells.type in _WORDS and verb.tells.share >= _SURELY


def _only_says(phrase: Phrase) -> bool:
    """Whether a noun says what "it" is, which is nothing: "It is the second *time* that they have met"."""
    subject = child(phrase.head, "nsubj")
    return subject is not None and subject.lower == "it" and child(phrase.head, "cop") is not None
