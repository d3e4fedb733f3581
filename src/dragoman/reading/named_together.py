"""Parties told of together, whom a word takes up: "they" and "both" of two named so, "the latter", "one" of several."""

from __future__ import annotations

from collections.abc import Set

from dragoman.reading.clause_signs import first_noun
from dragoman.reading.joint_nominals import JointNominals
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child, children

_PARTIES = frozenset({"person", "population", "organization", "armed-group", "government", "country", "sources"})
_SUBJECTS = frozenset({"nsubj"})
_OTHERS = frozenset({"obj", "iobj", "obl", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "root"})
_OF_TWO = frozenset({"conj", "iobj", "nsubj", "obj", "obl"})
_FACING = frozenset({"against", "between", "for", "with"})
_BODIES = ("government", "organization", "armed-group")
_PEOPLE = frozenset({"armed-group", "organization", "population"})
_MOST = 4  # parties of one group; longer lists tell who belongs to another


class NamedTogether(JointNominals):
    """Finds the parties named together that a plural pronoun means."""

    def _several(self, index: int, best: int, closed: Set[int]) -> tuple[int, ...]:
        """Chains of the coordinated parties that "they" means; empty where it means another, or nobody is named so.

        Args:
            index: the pronoun.
            best: the chain it means for all else that is known; -1 for none. A plural told of since goes before, and
                one that stands as the pronoun does where these do not: "rebels seized a nurse and a cook. They fled".
            closed: chains it cannot mean.
        """
        pronoun = self._phrases[index]
        for other in range(index - 1, -1, -1):
            phrase = self._phrases[other]
            if pronoun.head.sentence - phrase.head.sentence > 1:
                return ()
            if phrase.head.relation == "conj" and phrase.form != "pronoun":
                first = first_noun(phrase.head)
                group = self._group(first) if _stands_alone(first) else ()
                if len(group) > 1 and closed.isdisjoint(group):
                    return group if self._goes_before(pronoun, first, group, best) else ()
            if best >= 0 and self._chains.of[other] == best and phrase.plural:
                return ()
        return ()

    def _both(self, index: int) -> None:
        """Let "both" be the two that "both sides" would be: "Sudan urged *both* to continue"."""
        if two := self._two_of_any(index):
            self._take_several(index, two)

    def _of_two(self, index: int) -> None:
        """Let "the latter" be the last party told of before, and "the former" the other of the two."""
        told: list[int] = []
        sentence = self._phrases[index].head.sentence
        for other in range(index - 1, -1, -1):
            phrase, number = self._phrases[other], self._chains.of[other]
            if sentence - phrase.head.sentence > 1:
                break
            apart = phrase.form == "pronoun" or phrase.adjective or phrase.head.dep == "nmod:poss"
            party = number >= 0 and not apart and self._chains[number].kind in _PARTIES
            if party and phrase.head.relation in _OF_TWO and number not in told:
                told.append(number)
        if len(told) > 1:
            self._chains.join(index, told[0] if self._phrases[index].pronoun == "latter" else told[1])
            self._phrases[index].kind = self._chains[self._chains.of[index]].kind

    def _one_of_several(self, index: int) -> None:
        """Make "one" and "another" new actors of the kind of the plural before: "two governments: one led by …"."""
        phrase = self._phrases[index]
        if phrase.head.lower == "one" and phrase.head.relation == "nsubj" and self._one_of_people(index):
            return
        for other in range(index - 1, max(-1, index - 25), -1):
            several = self._phrases[other]
            if several.head.sentence != phrase.head.sentence:
                return
            if several.form == "nominal" and several.plural and several.kind in _BODIES and several.indefinite:
                phrase.kind, phrase.noun, phrase.sectors, phrase.body = (
                    several.kind,
                    several.noun,
                    several.sectors,
                    several.body,
                )
                phrase.form = "nominal"
                phrase.country = several.country or self._nearest_country(index)
                self._chains.start(index)
                return

    def _one_of_people(self, index: int) -> bool:
        """Make "one" a person of the people counted before: "took six teachers. *One* was freed on Monday"."""
        phrase = self._phrases[index]
        for other in range(index - 1, max(-1, index - 25), -1):
            several = self._phrases[other]
            if phrase.head.sentence - several.head.sentence > 1:
                return False
            counted = child(several.head, "nummod") is not None or several.head.pos == "NUM"
            if several.form == "nominal" and several.plural and several.kind in _PEOPLE and counted:
                phrase.kind, phrase.noun, phrase.sectors = "person", several.noun or several.head.lemma, several.sectors
                phrase.form, phrase.country = "nominal", several.country or self._chains[self._chains.of[other]].country
                self._chains.start(index)
                return True
        return False

    def _group(self, first: Word) -> tuple[int, ...]:
        """The chains of coordinated nouns, if all are parties."""
        words = [first, *children(first, "conj")]
        found = [self._at.get(word.i, -1) for word in words]
        if len(found) > _MOST or any(one < 0 or self._phrases[one].kind not in _PARTIES for one in found):
            return ()
        if any(mark.lower in ("or", "nor") for word in words for mark in children(word, "cc")):
            return ()
        chains = dict.fromkeys(self._chains.of[one] for one in found)
        for group in [self._chains[number] for number in chains if number >= 0]:
            if group.members and set(group.members) <= set(chains):
                return group.members  # "the rivals, Burhan and Hemedti"
        return () if -1 in chains else tuple(sorted(chains))

    def _goes_before(self, pronoun: Phrase, first: Word, group: tuple[int, ...], best: int) -> bool:
        if best < 0 or best in group or not self._chains[best].plural:
            return True
        subject = pronoun.head.relation in _SUBJECTS
        return first.relation in (_SUBJECTS if subject else _OTHERS)

    def _take_several(self, index: int, group: tuple[int, ...]) -> None:
        """Let a pronoun be the actor made of a group: the one that a pronoun before it has made, or a new one."""
        chains = self._chains
        known = (number for number in chains.alive() if set(chains[number].members) == set(group))
        joint = next(known, -1)
        if joint >= 0:
            chains.join(index, joint)
        else:
            joint = chains.start(index)
            chains[joint].members, chains[joint].kind = group, "other"
        self._phrases[index].kind = "other"


def _stands_alone(first: Word) -> bool:
    """Whether nouns named together are told of for themselves.

    Of "15 hostages, including a nurse and a cook" and "members of the army and the police" others are meant by "they".
    """
    return first.relation in _ARGUMENTS or (first.relation == "nmod" and case(first) in _FACING)
