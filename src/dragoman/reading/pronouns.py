"""Pronouns: he, she, it and they by salience; who and which by the tree; I and we by who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dragoman.reading.chains import Chain
from dragoman.reading.clauses import CHARGING
from dragoman.reading.draft import WordSpan
from dragoman.reading.enemies import FORCES, Enemies
from dragoman.reading.links import relative
from dragoman.reading.metonymy import speaks
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronoun_clauses import (
    befalls_people,
    for_his_part,
    is_bystander,
    is_part_of,
    is_what_is_said,
    own_words,
    who_acted,
    who_claims,
    who_denies,
    who_goes_on,
    who_holds,
    who_is_blamed,
    who_is_held,
    who_is_told,
    who_leaves_what,
    who_of_them,
    who_says_aside,
    who_tells,
    whose_before,
    whose_own,
)
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.salience import barred
from dragoman.reading.spoken_for import SpokenFor
from dragoman.reading.tree import Word, ancestors, child
from dragoman.reading.utterances import Utterance

_OWN = ("I", "we")
_SINGULARS = frozenset({"organization", "government", "armed-group", "outlet", "country"})
_OTHER_NUMBER = {"it": "they", "they": "it"}
# What is added to salience: for a named person, for one of known gender ("he"), for an abstract noun ("it"), for a
# state and for an army or militia ("they").
_PERSON_BONUS, _KNOWN_GENDER, _ABSTRACT, _STATES_AS_THEY, _BODIES_AS_THEY = 60.0, 40.0, -110.0, -180.0, -20.0
_OWN_SIDE = 150.0  # police do not clash with security forces
# The number of the first phrase of a report, if that is no actor; -1 is none.
_FIRST_THING = -2
_PARTNER = 150.0  # who was met is who is then told something: "met the envoy and handed him a note"
_LAST_SPEAKER = 50.0  # of two who spoke, who spoke last
_SPEAKER = 150.0  # who spoke before speaks again: "…, they said"


class Pronouns(Enemies, SpokenFor):
    """Joins pronouns with the chains they mean."""

    _things: dict[str, int]
    _speakers: set[int]
    _said_last: int
    _speaker: int
    _statements: list[tuple[WordSpan, int]]
    _uttered: dict[int, Utterance]
    _said_by: dict[int, list[Utterance]]
    _by_sentence: dict[int, list[int]]
    _ahead: set[int]
    _now: int

    def _nominal(self, index: int) -> None:
        """Resolve a nominal ahead of its turn, where a quotation comes before its speaker."""
        raise NotImplementedError

    def _pronoun(self, index: int, here: Sequence[int]) -> None:
        phrase = self._phrases[index]
        pronoun = phrase.pronoun
        if pronoun in ("who", "which", "whose"):
            target = relative(self._phrases, self._at, index)
            if target >= 0 and self._chains.of[target] >= 0:
                self._take(index, self._chains.of[target])
            return
        if pronoun == "both":
            self._both(index)
            return
        if pronoun in ("former", "latter"):
            self._of_two(index)
            return
        if pronoun == "one":
            self._one_of_several(index)
            return
        if pronoun in ("I", "we"):
            self._first_person(index)
            return
        if is_what_is_said(phrase.head):
            return
        if pronoun == "it" and self._is_body_spoken_for(index):
            return
        speech = self._vocabulary.metonyms.speech_verbs
        turn = for_his_part(phrase.head) or who_says_aside(phrase.head, speech)
        if (taken := self._chain_at(turn)) >= 0 and self._agreement(phrase, taken) is not None:
            self._take(index, taken)  # whoever spoke before him
            return
        if pronoun == "they" and (those := self._chain_at(who_of_them(phrase.head, self._tree))) >= 0:
            self._take(index, those)
            return
        if pronoun == "they" and (first := self._chain_at(self._first_of_pair(phrase))) >= 0:
            self._take(index, first)  # "four reporters and *their* driver"
            return
        speaking = speaks(phrase.head, self._vocabulary.metonyms)
        comrades = self._comrades(phrase, here) if pronoun == "they" else frozenset()
        partner = self._partner(phrase)
        best, weight = None, 0.0
        closed = {
            self._number(other) for other in barred(self._phrases, phrase, [other for other in here if other < index])
        }
        closed |= self._waits(phrase, here) | self._who_sends_away(phrase) | self._beyond_quotes(phrase)
        closed |= ({self._chain_at(who_holds(phrase.head))} - {-1}) | self._no_enemies(phrase)
        if pronoun == "they":
            closed |= {self._chains.of[other] for other in self._bystanders if other < index}
        if told := own_words(phrase.head, self._vocabulary.metonyms.speech_verbs):
            named = (other for other in here if other < index and self._phrases[other].form != "pronoun")
            closed |= {self._number(other) for other in named if self._phrases[other].head.i in told}
        enemies = self._enemies(phrase)
        if pronoun in _OTHER_NUMBER:  # "it said 12 of them were killed": not its own
            closed |= {self._number(other) for other in here if self._phrases[other].pronoun == _OTHER_NUMBER[pronoun]}
        for value, number in self._salience.ranked():
            if number in closed or value <= weight - 200.0:
                continue
            bonus = self._agreement(phrase, number)
            again = speaking and partner < 0 and number in self._speakers
            if bonus is not None and again and bonus != _STATES_AS_THEY:
                bonus += _SPEAKER + (_LAST_SPEAKER if number == self._said_last else 0.0)
            if bonus is not None and (number == partner or number in enemies):
                bonus += _PARTNER
            if bonus is not None and number in comrades:
                bonus -= _OWN_SIDE
            if bonus is not None and value + bonus > weight:
                best, weight = number, value + bonus
        several = self._several(index, -1 if best is None else best, closed) if pronoun == "they" else ()
        if several:
            self._take_several(index, several)
        elif best is not None and best >= 0:
            self._take(index, best)

    @cached_property
    def _bystanders(self) -> list[int]:
        """The nominal phrases that no "they" takes up."""
        return [
            index
            for index, phrase in enumerate(self._phrases)
            if phrase.form == "nominal" and is_bystander(phrase.head)
        ]

    def _beyond_quotes(self, pronoun: Phrase) -> set[int]:
        """Chains that quotation marks keep from a pronoun: a speaker is no "he" of his own words, nor named in them."""
        found: set[int] = set()
        quoted = self._uttered.get(pronoun.head.i)
        if quoted is not None:
            speaker = self._speaker_of(quoted)
            if speaker >= 0 and self._chains[speaker].kind in ("person", "sources"):
                found.add(speaker)
        elif pronoun.pronoun in ("he", "she"):
            for uttered in self._said_by.get(pronoun.head.i, ()):
                inside = (self._at.get(word, -1) for word in range(uttered.first, uttered.last))
                found |= {
                    self._number(index) for index in inside if index >= 0 and self._phrases[index].pronoun not in _OWN
                }
        return found

    def _speaker_of(self, uttered: Utterance) -> int:
        """The chain of who says a quotation, found ahead of its turn where the quotation comes first; or -1."""
        index = self._at.get(uttered.speaker, -1)
        if index < 0 or index in self._ahead:
            return -1
        if self._chains.of[index] < 0 and index > self._now:
            self._ahead.add(index)
            if self._phrases[index].form == "pronoun":
                self._pronoun(index, self._by_sentence[self._phrases[index].head.sentence])
            else:
                self._nominal(index)
            self._ahead.discard(index)
        return self._chains.of[index]

    def _waits(self, pronoun: Phrase, here: Sequence[int]) -> set[int]:
        """The chain of who will not act until another does: "Peru will not lift its ban on Chile until *it* pays"."""
        clause = pronoun.head.head
        mark = None if clause is None or pronoun.head.relation != "nsubj" else child(clause, "mark")
        if clause is None or clause.head is None or mark is None or mark.lower not in ("until", "unless"):
            return set()
        subject = child(clause.head, "nsubj")
        own = self._chain_at(subject)
        others = {self._chains.of[other] for other in here if self._phrases[other].kind in _SINGULARS} - {own, -1}
        return {own} if own >= 0 and others else set()

    def _who_sends_away(self, pronoun: Phrase) -> set[int]:
        """The chain of who expels an envoy, who is another's: "Peru expelled *its* ambassador"."""
        noun = pronoun.head.head if pronoun.head.dep == "nmod:poss" else None
        verb = (
            noun.head
            if noun is not None and noun.relation == "obj" and noun.lemma in load_pronoun_words().envoys
            else None
        )
        subject = child(verb, "nsubj") if verb is not None and verb.lemma == "expel" else None
        return {self._chain_at(subject)} - {-1}

    def _chain_at(self, word: Word | None) -> int:
        """The chain of the mention that a word heads; -1 for none."""
        index = -1 if word is None else self._at.get(word.i, -1)
        return -1 if index < 0 else self._chains.of[index]

    def _partner(self, pronoun: Phrase) -> int:
        """The chain of the object of the verb before, where a verb with the same subject goes on with its object; -1.

        As in "Norway summoned the envoy, Ana Prado, and handed her a note".
        """
        before = self._who_is_to_cease(pronoun) or self._body_dealt_with(pronoun) or self._who_accuses(pronoun)
        before = before or self._first_of_pair(pronoun) or self._by_clause(pronoun.head)
        verb = pronoun.head.head
        goes_on = verb is not None and verb.dep in ("advcl", "conj") and not child(verb, "nsubj")
        if verb is not None and goes_on and pronoun.head.dep in ("obj", "iobj"):
            before = child(verb.head, "obj") if verb.head is not None else None
        return self._chain_at(before)

    def _by_clause(self, word: Word) -> Word | None:
        """Whom a pronoun means by the clauses around it; see :mod:`.pronoun_clauses`."""
        speech = self._vocabulary.metonyms.speech_verbs
        found = who_denies(word) or who_is_blamed(word) or who_tells(word, speech)
        found = found or whose_before(word) or who_is_held(word) or who_leaves_what(word) or who_claims(word, speech)
        return found or whose_own(word) or who_acted(word, self._tree) or who_is_told(word) or who_goes_on(word)

    def _who_is_to_cease(self, pronoun: Phrase) -> Word | None:
        """Who is pressed to end what is theirs: "Norway urged Uganda to halt its raids" means Uganda's."""
        noun = pronoun.head.head if pronoun.head.dep == "nmod:poss" else None
        verb = None if noun is None or noun.relation != "obj" else noun.head
        if (
            verb is None
            or verb.lemma not in load_pronoun_words().ceasing
            or verb.relation != "xcomp"
            or verb.head is None
        ):
            return None
        return child(verb.head, "obj", "iobj")

    def _first_of_pair(self, pronoun: Phrase) -> Word | None:
        """The person whose people are told of beside him: "poisoned Sergei Skripal and *his* daughter"."""
        noun = (
            pronoun.head.head if pronoun.head.dep == "nmod:poss" and pronoun.pronoun in ("he", "she", "they") else None
        )
        first = noun.head if noun is not None and noun.relation == "conj" else None
        if first is None or first.mention_type != "person":
            return None
        return first if (pronoun.pronoun == "they") == (first.feats.get("Number") == "Plur") else None

    def _who_accuses(self, pronoun: Phrase) -> Word | None:
        """Who accuses another of harm to what is theirs: "Chad accused Sudan of killing ten of its soldiers"."""
        noun = pronoun.head.head if pronoun.head.dep == "nmod:poss" else None
        while noun is not None and noun.relation == "nmod":
            noun = noun.head
        verb = None if noun is None or noun.relation != "obj" else noun.head
        if (
            verb is None
            or verb.lemma not in load_pronoun_words().trespasses
            or verb.head is None
            or verb.head.lemma not in CHARGING
        ):
            return None
        return child(verb.head, "nsubj")

    def _body_dealt_with(self, pronoun: Phrase) -> Word | None:
        """The body whose people or goods are dealt with after it: "dissolved the party and banned its leaders"."""
        noun = pronoun.head.head if pronoun.head.dep == "nmod:poss" else None
        verb = (
            noun.head
            if noun is not None and noun.relation == "obj" and noun.lemma in load_pronoun_words().of_bodies
            else None
        )
        if verb is None or verb.dep != "conj" or verb.head is None or child(verb, "nsubj"):
            return None
        body = child(verb.head, "obj")
        index = -1 if body is None else self._at.get(body.i, -1)
        return body if index >= 0 and self._phrases[index].kind in ("organization", "armed-group") else None

    def _comrades(self, pronoun: Phrase, here: Sequence[int]) -> frozenset[int]:
        """Chains of forces on the side of those a pronoun's verb is done with or to: police and security forces."""
        verb = pronoun.head.head
        others = [
            self._phrases[index]
            for index in here
            if self._phrases[index].head.head is verb and self._phrases[index].head.relation in ("obj", "obl")
        ]
        forces = [other for other in others if FORCES & set(other.sectors)]
        if not forces or pronoun.head.relation != "nsubj":
            return frozenset()
        return frozenset(
            number
            for _, number in self._salience.ranked()
            if number >= 0
            and (chain := self._chains.chains[number]) is not None
            and FORCES & self._sectors_of(chain)
            and any(not (other.country and chain.country and other.country != chain.country) for other in forces)
        )

    def _number(self, index: int) -> int:
        chain = self._chains.of[index]
        return chain if chain >= 0 else self._things.get(self._phrases[index].noun, _FIRST_THING - index)

    def _thing(self, index: int) -> int:
        """The number salience knows an event or thing by; "the visit" is the visit named before."""
        return self._things.setdefault(self._phrases[index].noun, _FIRST_THING - index)

    def _agreement(self, pronoun: Phrase, number: int) -> float | None:
        """What to add to a candidate's weight, None if the pronoun cannot mean it."""
        if number < 0:
            other = self._phrases[_FIRST_THING - number]
            if befalls_people(pronoun.head):
                return None
            if other.plural != pronoun.plural or pronoun.kind == "person":
                return None
            possessive = pronoun.head.dep == "nmod:poss"
            return (_ABSTRACT if other.kind in ("other", "place") else 0.0) - (60.0 if possessive else 0.0)
        chain = self._chains.chains[number]
        if chain is None:
            return None
        if pronoun.pronoun in ("he", "she"):
            if chain.plural or (chain.kind != "person" and not (chain.kind == "sources" and not chain.plural)):
                return None
            if chain.gender and chain.gender != pronoun.gender:
                return None
            bonus = (_KNOWN_GENDER if chain.gender else 0.0) + (_PERSON_BONUS if chain.names else 0.0)
            return bonus - (80.0 if pronoun.gender == "f" and not chain.gender else 0.0)
        if pronoun.pronoun == "they":
            return None if is_part_of(pronoun.head) and not self._are_several(chain) else self._they(chain)
        if chain.kind == "outlet" and not any(self._phrases[one].head.relation == "nsubj" for one in chain.phrases):
            return None  # "told Reuters. *Its* commander …"
        if chain.kind in _SINGULARS and not (chain.plural and not chain.names):
            return _PERSON_BONUS if pronoun.head.dep == "nmod:poss" else 0.0
        return None

    def _are_several(self, chain: Chain) -> bool:
        """Whether there are some of them: of people and groups, and of no one body or state."""
        return chain.plural or bool(chain.members) or chain.kind in ("armed-group", "population", "sources")

    def _they(self, chain: Chain) -> float | None:
        if chain.members:
            return 20.0
        if chain.plural:
            return 40.0
        if (
            chain.kind == "armed-group"
            and not chain.names
            and any((body := self._phrases[index].body) is not None and not body.people for index in chain.phrases)
        ):
            return _BODIES_AS_THEY
        if chain.kind in ("population", "sources", "armed-group"):
            return 20.0 if chain.plural or chain.kind != "sources" else None
        if chain.kind in ("organization", "outlet"):
            return -60.0
        return _STATES_AS_THEY if chain.kind in ("government", "country") else None

    def _take(self, index: int, chain: int) -> None:
        phrase, known = self._phrases[index], self._chains[chain]
        phrase.kind = known.kind
        if phrase.gender and not known.gender and known.kind == "person":
            known.gender = phrase.gender
        self._chains.join(index, chain)

    def _first_person(self, index: int) -> None:
        """Join "we" and "I" with the subject of the verb of speech over them, whose turn it is, or the last speaker."""
        word = below = self._phrases[index].head
        told = False
        for above in ancestors(word):
            told = above.lemma != "say" and (below.relation in ("obj", "iobj") or (told and below.relation == "conj"))
            below = above
            for side in (above, *(c for c in above.children if c.relation in ("parataxis", "ccomp"))):
                if side.lemma not in self._vocabulary.metonyms.speech_verbs or (told and side is above):
                    continue  # "he was advising our partners": whose they are he does not say
                subject = child(side, "nsubj")
                if subject is None or subject.i == word.i or subject.lower in ("i", "we"):
                    continue
                speaker = self._at.get(subject.i, -1)
                if speaker >= 0:
                    if self._chains.of[speaker] < 0 and speaker > index and self._phrases[speaker].form != "pronoun":
                        self._nominal(speaker)
                    if self._chains.of[speaker] >= 0:
                        self._speaker = self._chains.of[speaker]
                        self._take(index, self._speaker)
                        return
        uttered = self._uttered.get(word.i)
        if uttered is not None and (speaker := self._speaker_of(uttered)) >= 0:
            self._speaker = speaker
            self._take(index, speaker)
            return
        sources = (source for (first, last), source in self._statements if first <= word.i < last)
        source = next(sources, None)
        if source is not None:
            self._take_from_label(index, source)
            return
        if self._speaker >= 0 and self._chains.chains[self._speaker] is not None and not self._outside_quotes(word):
            self._take(index, self._speaker)

    def _take_from_label(self, index: int, source: int) -> None:
        """Join a first person in a transcript or statement with the person its label or announcement names, if any."""
        speaker = self._chain_at(self._tree.words[source])
        if speaker >= 0 and self._chains[speaker].kind in ("person", "sources"):
            self._take(index, speaker)

    def _outside_quotes(self, word: Word) -> bool:
        """Whether no quotation mark stands before a word in its sentence or the one before."""
        sentence = self._tree.sentences[word.sentence]
        start = self._tree.sentences[word.sentence - 1].first if word.sentence else sentence.first
        return not any(other.text in ('"', "“", "''", "``") for other in self._tree.words[start : word.i])
