"""What amounts count, and of which deed: "killed at least 20 people", "the 15 hostages", "$2 billion in aid".

The noun that an amount stands with is what it counts. It belongs to the events that have the noun among the words of
their parties; else to the nearest event it hangs on in the tree, or whose noun is the subject there ("the attack left
12 dead").
Lengths, ages and the like are no count of a deed's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.lexicon.inflection import singular
from dragoman.reading.amounts import Amount, find_amounts, number_words
from dragoman.reading.draft import Event, Time
from dragoman.reading.tree import Tree, Word

_MOST_STEPS = 8  # up the tree from what is counted to its event
_POINTING = frozenset(("the", "this", "that"))
_SUBJECTS = frozenset(("nsubj",))


@dataclass(frozen=True, slots=True)
class Count:
    """An amount with what it counts: ``counted`` its word, ``of`` the noun in the singular; and its events' indices."""

    amount: Amount
    counted: Word | None
    of: str | None
    fate: str | None
    events: tuple[int, ...]


def count(tree: Tree, times: Iterable[Time], events: Sequence[Event]) -> list[Count]:
    """All counts of a report, in text order."""
    known = number_words()
    found = []
    for amount in find_amounts(tree, (time.span for time in times)):
        counted = _counted(tree, amount)
        of = None if counted is None else singular(counted.lower)
        if counted is not None and amount.unit is None and of in known.parts:
            share = _complement(counted)
            amount, of = replace(amount, unit="percent"), None if share is None else singular(share.lower)
        word = counted or amount.word
        fate = "killed" if counted is None and amount.unit is None and _is_toll(word) else _fate(word)
        measured = amount.unit is None and of in known.measures
        found.append(Count(amount, counted, of, fate, () if measured else _belongs(tree, word, fate, events)))
    return found


def _belongs(tree: Tree, word: Word, fate: str | None, events: Sequence[Event]) -> tuple[int, ...]:
    """Indices of the events a count belongs to; of the killed also the attack told before, of a toll that alone."""
    own = tuple(_events(word, events))
    if fate is None:
        return own
    if not own and _is_toll(word):
        return _last_assault(word, events)
    return _with_attack_meant(own, events, tree)


def _fate(word: Word) -> str | None:
    """What became of those counted, by the word itself ("12 dead"), what is said of it or what governs it."""
    fates = number_words().fates
    said = [child for child in word.children if child.relation == "acl"]
    for told in (word, *said, word.head, word.head.head if word.head is not None else None):
        if told is not None and told.lemma in fates:
            return fates[told.lemma]
        if told is not None and told is not word and told.pos == "VERB":
            return None
    return None


def _is_toll(word: Word) -> bool:
    """Whether a number by itself is a toll: "a toll of 12", "the death toll rose to 30"."""
    tolls = number_words().tolls
    head = word.head
    if head is None:
        return False
    return head.lemma in tolls or any(child.lemma in tolls for child in head.children if child.relation == "nsubj")


def _with_attack_meant(own: tuple[int, ...], events: Sequence[Event], tree: Tree) -> tuple[int, ...]:
    """The killing with the attack it is part of: "the raid killed 12", "attacked, killing 12", "12 died in the raid".

    The attack is coded in the same sentence, or else is the one told before.
    """
    assaults = {event.word: index for index, event in enumerate(events) if event.type == "ASSAULT"}
    found = dict.fromkeys(own)
    for index in own:
        word = tree.words[events[index].word]
        around = [child for child in word.children if child.relation in ("nsubj", "obl")]
        if word.head is not None and word.relation in ("advcl", "conj", "xcomp"):
            around.append(word.head)
        for other in around:
            if other.i in assaults:
                found[assaults[other.i]] = None
            elif other.mention_type == "event" and any(det.lower in _POINTING for det in other.children):
                found |= dict.fromkeys(_last_assault(other, events))
    return tuple(found)


def _last_assault(word: Word, events: Sequence[Event]) -> tuple[int, ...]:
    """The deed of force last told before a word."""
    before = [index for index, event in enumerate(events) if event.word < word.i and event.type == "ASSAULT"]
    return tuple(before[-1:])


def _counted(tree: Tree, amount: Amount) -> Word | None:
    """The noun an amount counts; None where it stands alone ("killed 20") or is money."""
    word = amount.word
    if amount.unit is not None:
        return None
    if word.head is not None and word.head.i >= amount.last and word.relation in ("nummod", "amod", "det", "compound"):
        head = word.head
        # "a dozen aid workers": the model may hang the number on the first word of a compound.
        return head.head if head.relation == "compound" and head.head is not None else head
    return _complement(word, amount.last) or _beside(tree, amount)


def _beside(tree: Tree, amount: Amount) -> Word | None:
    """The noun right behind an amount that the model hung elsewhere: "between 12 and 15 rebels"."""
    words, at, end = tree.words, amount.last, tree.sentences[amount.word.sentence].last
    if at < end and words[at].lower == "of":
        at += 1
    while at + 1 < end and words[at].pos in ("ADJ", "NOUN", "PROPN") and words[at + 1].pos in ("NOUN", "PROPN"):
        at += 1
    return words[at] if at < end and words[at].pos == "NOUN" else None


def _complement(word: Word, last: int = 0) -> Word | None:
    """The noun behind "of", from word ``last`` on: "dozens of soldiers", "12 of the hostages"."""
    for child in word.children:
        if child.relation == "nmod" and child.i > word.i and any(case.lower == "of" for case in child.children):
            if child.i < last:
                return _complement(child, last)
            return child if child.pos in ("NOUN", "PROPN", "ADJ") else None
    return None


def _events(word: Word, events: Sequence[Event]) -> Iterable[int]:
    """Indices of the events a counted word belongs to."""
    named = [
        index
        for index, event in enumerate(events)
        if any(first <= word.i < last for _, (first, last) in (*event.actors, *event.recipients))
    ]
    if named:
        return named
    at = {place: index for index, event in enumerate(events) for place in range(*event.anchor)}
    at |= {event.word: index for index, event in enumerate(events)}
    nearest = _climb(word, at)
    return () if nearest is None else (nearest,)


def _climb(word: Word, at: dict[int, int]) -> int | None:
    """The event nearest above a word, or told by the subject of what is above it."""
    below, above = word, word.head
    for _ in range(_MOST_STEPS):
        if above is None:
            return None
        if above.i in at:
            # "killed 20 and wounded 30": what hangs on the second of two deeds is not the first one's.
            return None if below.relation == "conj" and below.pos == "VERB" else at[above.i]
        for child in above.children:
            if child is not below and child.relation in _SUBJECTS and child.i in at:
                return at[child.i]
        if above.relation in ("parataxis", "root"):
            return None
        below, above = above, above.head
    return None
