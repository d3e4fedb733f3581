"""Who a pronoun means: the most salient actor before it that it can mean.

Salience after Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (1994): a mention weighs by its
grammatical role, an actor by its mentions, and every weight halves with each sentence. Their filters on agreement and
binding come first.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child

# Factor weights as published: sentence recency 100, subject 80, direct object 50, indirect object and oblique 40, not
# inside another noun phrase 80, not in an adverbial prepositional phrase 50.
_RECENT, _SUBJECT, _OBJECT, _OBLIQUE, _FREE, _NO_ADVERBIAL = 100, 80, 50, 40, 80, 50
_CHARGING = frozenset({"accuse", "suspect"})
_FLOOR = 30.0
"""Below this an actor is forgotten: about three sentences after its last mention as subject."""


def weight(word: Word) -> float:
    """How salient a mention makes its actor, by the role of its head."""
    while word.relation == "conj" and word.head is not None:
        word = word.head
    relation = word.relation
    if relation in ("nsubj", "root") or is_source(word):
        return _RECENT + _SUBJECT + _FREE + _NO_ADVERBIAL
    if relation in ("obj",):
        return _RECENT + _OBJECT + _FREE + _NO_ADVERBIAL
    if relation in ("iobj", "obl"):
        return _RECENT + _OBLIQUE + _FREE + (_NO_ADVERBIAL if word.dep == "obl:agent" else 0)
    if relation in ("nmod", "compound", "amod"):
        return _RECENT + _OBLIQUE + _NO_ADVERBIAL
    return _RECENT + _FREE


def is_source(word: Word) -> bool:
    """Whether a noun phrase is the one that what is told is "according to": as present to the reader as a speaker."""
    return word.relation == "obl" and case(word) == "according to"


class Salience:
    """Running salience of chains; a chain number of -2 - i stands for phrase ``i`` that is no actor, -1 for none."""

    def __init__(self) -> None:
        self._weights: dict[int, float] = {}
        self._here: dict[int, float] = {}
        self._sentence = -1

    def enter(self, sentence: int) -> None:
        """Go on to a sentence; every sentence between halves all weights."""
        if sentence == self._sentence:
            return
        steps = min(8, sentence - self._sentence) if self._sentence >= 0 else 1
        factor = 0.5**steps
        self._weights = {chain: value * factor for chain, value in self._weights.items() if value * factor > _FLOOR}
        self._here = {}
        self._sentence = sentence

    def add(self, chain: int, word: Word, share: float = 1.0) -> None:
        """Count a mention, by a share of its weight; of several in one sentence the weightiest counts."""
        value = weight(word) * share
        before = self._here.get(chain, 0.0)
        if value > before:
            self._weights[chain] = self._weights.get(chain, 0.0) + value - before
            self._here[chain] = value

    def move(self, gone: int, kept: int) -> None:
        """Give one chain's weight to another, after a merge."""
        value = self._weights.pop(gone, None)
        if value is not None:
            self._weights[kept] = max(self._weights.get(kept, 0.0), value)
        here = self._here.pop(gone, None)
        if here is not None:
            self._here[kept] = max(self._here.get(kept, 0.0), here)

    def ranked(self) -> list[tuple[float, int]]:
        """Chains with their weights, the most salient first; of equals the older."""
        return sorted(((value, chain) for chain, value in self._weights.items()), key=lambda item: (-item[0], item[1]))

    def of(self, chain: int) -> float:
        """The weight of a chain, 0 if it is forgotten."""
        return self._weights.get(chain, 0.0)


def _is_charge(clause: Word) -> bool:
    """Whether a clause tells what somebody else is charged with doing, so that it may be done to who charges him."""
    verb = clause.head
    charged = verb is not None and verb.lemma in _CHARGING and child(verb, "obj", "iobj", "nsubj:pass") is not None
    return charged and clause.relation in ("xcomp", "advcl")


_TOWARDS = frozenset({"against", "with"})
"""Prepositions by which what somebody does concerns another: not himself."""


def barred(phrases: Sequence[Phrase], pronoun: Phrase, others: Sequence[int]) -> frozenset[int]:
    """Phrases among ``others`` (of the same sentence) that a pronoun cannot mean, by binding.

    A plain pronoun is not bound by an argument of its own verb ("Sisi told him": somebody else); a possessive not by
    the noun it possesses.
    """
    word = pronoun.head
    governor = word.head
    if governor is None:
        return frozenset()
    if governor.pos == "NUM" and word.relation == "nmod" and governor.head is not None:
        word, governor = governor, governor.head  # "police held 12 of them"
    elif word.dep == "nmod" and case(word) in _TOWARDS and governor.relation == "obj" and governor.head is not None:
        word, governor = governor, governor.head  # "signed an agreement with *her*"
    found = set()
    if word.dep == "nmod:poss":
        for index in others:
            other = phrases[index]
            if other.head is governor or (
                other.first <= word.i < other.last and other.head.i >= word.i and other.form != "pronoun"
            ):
                found.add(index)
            elif other.head.head is governor and other.head.relation in ("appos", "nsubj"):
                found.add(index)  # of a noun with a subject, a predicate: "X is his ally"
        return frozenset(found)
    if word.lower.endswith(("self", "selves")):
        return frozenset()
    arguments = {governor.i}
    subjects_only: set[int] = set()
    above = governor
    while (
        word.relation != "nsubj"
        and (above.relation == "xcomp" or (above.relation in ("advcl", "conj") and child(above, "nsubj") is None))
        and above.head is not None
        and above.pos in ("VERB", "AUX")
    ):
        if _is_charge(above):
            break  # "accused Chad of plotting to oust *him*"
        joined = above.relation != "xcomp"
        above = above.head
        arguments.add(above.i)
        if joined:
            subjects_only.add(above.i)  # "met the envoy and handed him a note", "freed the men after seizing them"
    for index in others:
        head = phrases[index].head
        while head.relation == "conj" and head.head is not None:
            head = head.head
        if (
            head.head is not None
            and head.head.i in arguments
            and (head.relation == "nsubj" or head.head.i not in subjects_only)
            and head.relation in ("nsubj", "obj", "iobj", "obl")
            and head is not word
        ):
            found.add(index)
        elif governor.dep == "acl:relcl" and head is governor.head and word.head is governor:
            found.add(index)  # "the men whom *they* had seized": not these
    return frozenset(found)
