"""People whom a headline announces without article: "Gunmen seize hostages" for the twelve told of below."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ingest.report import Report
from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.group_nominals import telling
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import children
from dragoman.reading.vocabulary import ActorWords

_OPENING = 2  # sentences below the headline in which a text says of whom it speaks


class Headline:
    """Who only the headline has told of so far; one without a headline announces nobody."""

    def __init__(
        self, chains: Chains, phrases: Sequence[Phrase], vocabulary: ActorWords, report: Report | None
    ) -> None:
        self._chains, self._phrases = chains, phrases
        self._alike = vocabulary.organizations.alike
        ends = [segment.end for segment in report.segments if segment.kind == "title"] if report is not None else []
        self._end = max(ends, default=0)
        below = (phrase.head.sentence for phrase in phrases if phrase.head.start >= self._end)
        self._last = next(below, 0) + _OPENING - 1

    def join(self, index: int) -> None:
        """Gives those that the headline announces to the group that a phrase of the opening brings up.

        Only where nothing that is said of the two differs: neither sort nor number nor country nor any other word.
        """
        phrase, number = self._phrases[index], self._chains.of[index]
        if not self._end or phrase.head.start < self._end or phrase.head.sentence > self._last:
            return
        told = self._chains[number]
        below = min(own for own in told.phrases if self._phrases[own].head.start >= self._end)
        if below != index:
            return
        if told.names:
            self._join_fighters(number)
        elif told.plural or told.kind == "person":
            for other in self._chains.alive():
                if other != number and self._announces(self._chains[other], told):
                    self._chains.merge(number, other)

    def _join_fighters(self, number: int) -> None:
        """Gives "rebels" of the headline to the one group of that kind that the opening names."""
        told = self._chains[number]
        if told.kind != "armed-group" or not self._irregular(told):
            return
        named = [
            other
            for other in self._chains.alive()
            if self._chains[other].names
            and self._chains[other].kind == "armed-group"
            and self._irregular(self._chains[other])
        ]
        bare = [other for other in self._chains.alive() if self._is_bare(self._chains[other])]
        if named != [number] or len(bare) != 1:
            return
        announced = self._chains[bare[0]]
        if not self._differ(announced, told) and not self._told_below(announced, told):
            self._chains.merge(number, bare[0])

    def _told_below(self, bare: Chain, told: Chain) -> bool:
        """Whether the opening tells by the headline's own noun of others: "rebels pull back" are "Tuareg rebels"."""
        if not set(bare.nouns).isdisjoint(told.nouns):
            return False
        opening = (
            (index, phrase)
            for index, phrase in enumerate(self._phrases)
            if phrase.head.start >= self._end and phrase.head.sentence <= self._last and phrase.form == "nominal"
        )
        return any(
            phrase.noun in bare.nouns and index not in told.phrases and not children(phrase.head, "nummod")
            for index, phrase in opening
        )

    def _irregular(self, chain: Chain) -> bool:
        """Whether an armed group is no state's, by its sectors."""
        return any(not IRREGULAR.isdisjoint(self._phrases[index].sectors) for index in chain.phrases)

    def _is_bare(self, chain: Chain) -> bool:
        """Whether only the headline tells of fighters, by their noun alone or with a country: "Congo rebels"."""
        return (
            chain.kind == "armed-group"
            and self._irregular(chain)
            and not (chain.names or chain.numbered or chain.key or chain.members)
            and all(self._phrases[index].head.start < self._end for index in chain.phrases)
            and not any(telling(self._phrases[index]) for index in chain.phrases if not chain.country)
        )

    @staticmethod
    def _differ(one: Chain, other: Chain) -> bool:
        """Whether two chains are of two countries."""
        return bool(one.country and other.country and one.country != other.country)

    def _counted(self, chain: Chain) -> set[str]:
        """The numbers that a group is told with: "six civilians" may be the "six Afghan civilians" of the text."""
        heads = (self._phrases[index].head for index in chain.phrases)
        return {number.lower for head in heads for number in head.children if number.relation == "nummod"}

    def _announces(self, chain: Chain, told: Chain) -> bool:
        if chain.names or chain.key or chain.members or chain.plural != told.plural or chain.kind == "sources":
            return False
        counted = self._counted(chain)
        if chain.numbered and (not counted or counted != self._counted(told)):
            return False
        if any(self._phrases[index].head.start >= self._end for index in chain.phrases):
            return False
        if self._differ(chain, told) or self._told_below(chain, told):
            return False
        own = {word for noun in chain.nouns for word in noun.split()}
        if counted and "people" in told.nouns:
            return True  # "Gunmen seize nine tourists": "Gunmen … took nine people"
        return self._same_noun(chain, told) and chain.modifiers - own <= told.modifiers

    def _same_noun(self, chain: Chain, told: Chain) -> bool:
        """Whether two groups are told of by one noun or two for one sort of people, two single people by one noun."""
        if not chain.plural:
            return not set(chain.nouns).isdisjoint(told.nouns)
        ours, theirs = ({self._alike.get(noun) or noun for noun in known.nouns} for known in (chain, told))
        return not ours.isdisjoint(theirs)
