"""Who "they" are that somebody charges with a hostile deed: never his own people, nor those it was done to."""

from __future__ import annotations

from collections.abc import Set

from dragoman.reading.chains import Chain
from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.named_together import NamedTogether
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.tree import Word, children
from dragoman.reading.utterances import Utterance

_REACH = 3  # sentences back in which hostile deeds are remembered
FORCES = frozenset({"COP", "MIL", "SPY"})
_WE = frozenset({"our", "us"})


class Enemies(NamedTogether):
    """Finds whom the pronoun subject of a hostile verb can mean."""

    _uttered: dict[int, Utterance]

    def _speaker_of(self, uttered: Utterance) -> int:
        """The chain of who says a quotation; or -1."""
        raise NotImplementedError

    def _chain_at(self, word: Word | None) -> int:
        """The chain of the mention that a word heads; -1 for none."""
        raise NotImplementedError

    def _enemies(self, pronoun: Phrase) -> Set[int]:
        """Chains that did something hostile just before, for "they" of a quotation who do such things."""
        if self._quoted_deed(pronoun) is None:
            return frozenset()
        return {self._chain_at(doer(verb)) for verb in self._deeds_before(pronoun)} - {-1}

    def _no_enemies(self, pronoun: Phrase) -> set[int]:
        """Chains that a pronoun subject of a hostile verb does not mean.

        They are hospitals and the like, if it is violent, and in a quotation who was struck before, the speaker's side
        and those he speaks to.
        """
        verb = pronoun.head.head
        words = load_pronoun_words()
        hostile = verb is not None and pronoun.head.dep == "nsubj" and verb.lemma in words.hostile
        if not hostile or pronoun.pronoun not in ("it", "they"):
            return set()
        uttered = self._quoted_deed(pronoun)
        if verb is None or (uttered is None and verb.lemma not in words.violent):
            return set()  # "the school said it had expelled two pupils"
        closed = {number for number in self._chains.alive() if self._is_harmless(self._chains[number])}
        if uttered is None:
            return closed
        deeds = self._deeds_before(pronoun)
        struck = {self._chain_at(undergoer(deed)) for deed in deeds} - {self._chain_at(doer(deed)) for deed in deeds}
        closed |= struck | self._side_of(uttered)
        if any(one.lower in _WE for one in children(verb, "obj", "iobj")):
            closed |= self._sent_by(self._speaker_of(uttered), pronoun)
        return closed - {-1}

    def _is_harmless(self, chain: Chain) -> bool:
        """Whether nouns or names say that a body is a hospital or the like."""
        told = {*chain.nouns, *(word for name in chain.names for word in name.lower().split())}
        return not load_pronoun_words().harmless.isdisjoint(told)

    def _quoted_deed(self, pronoun: Phrase) -> Utterance | None:
        """The quotation in which "they" do something hostile; or None."""
        verb = pronoun.head.head
        if pronoun.pronoun != "they" or verb is None or pronoun.head.dep != "nsubj" or is_passive(verb):
            return None
        return self._uttered.get(pronoun.head.i) if verb.lemma in load_pronoun_words().hostile else None

    def _deeds_before(self, pronoun: Phrase) -> list[Word]:
        """The hostile verbs before a pronoun, in its sentence and those just before."""
        words = load_pronoun_words()
        first = self._tree.sentences[max(0, pronoun.head.sentence - _REACH)].first
        deeds = words.hostile | words.opposing
        return [one for one in self._tree.words[first : pronoun.head.i] if one.pos == "VERB" and one.lemma in deeds]

    def _side_of(self, uttered: Utterance) -> set[int]:
        """Chains on the side of who says a quotation: his people, body and country; and hearers."""
        speaker = self._speaker_of(uttered)
        if speaker < 0:
            return set()
        found = {speaker}
        for index in self._chains[speaker].phrases:
            own = self._phrases[index]
            inside = (self._at.get(word, -1) for word in range(own.first, own.last))
            found |= {self._chains.of[one] for one in inside if one >= 0}
            found |= {self._chain_at(self._tree.words[use.body]) for use in own.titles if use.body >= 0}
        head = self._tree.words[uttered.speaker].head
        if head is not None:
            found |= {self._chain_at(one) for one in children(head, "obj", "iobj")}
        land = self._chains[speaker].country
        for number in self._chains.alive():
            chain = self._chains[number]
            forces = chain.kind in ("country", "government") or bool(FORCES & self._sectors_of(chain))
            if self._owned_by(chain, speaker) or (land is not None and chain.country == land and forces):
                found.add(number)
        return found

    def _sent_by(self, speaker: int, pronoun: Phrase) -> set[int]:
        """Chains that the speaker's country has moved or sent: "Chad moved *a battalion* to the frontier".

        Any country has, where it is not known which is his.
        """
        land = None if speaker < 0 else self._chains[speaker].country
        first = self._tree.sentences[max(0, pronoun.head.sentence - _REACH)].first
        found = set()
        for verb in self._tree.words[first : pronoun.head.i]:
            subject = self._chain_at(doer(verb)) if verb.pos == "VERB" else -1
            country = self._chains[subject].country if subject >= 0 else None
            if country is not None and land in (None, country):
                found.add(self._chain_at(undergoer(verb)))
        return found
