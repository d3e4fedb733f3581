"""What two nominals have in common, as numbers: the columns ``PAIR`` of a pair (anaphor, antecedent)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

import numpy as np

from dragoman.reading.columns import Truths
from dragoman.reading.looks import FORMS, Integers, Looks

WINDOW = 24
"""So many nominals back a candidate is looked for by nearness alone."""

NEAR, BESIDE = 12, 4
"""So many nominals back a noun takes up one of other words but of its type, and one of any type in its sentence."""

FAR = 4
"""So many of the last with the same head, actor, time or place are candidates wherever they stand, and the first."""

_PRONOUN = 2  # forms from this number on are pronouns
_THEY = FORMS.index("they")  # from this form on a pronoun's number says little: "the team … they", "this … those"
_SUBJECT = 1  # relations up to this number are subjects


def candidates(looks: Looks) -> tuple[Integers, Integers]:
    """Pairs of an anaphor and an earlier nominal that may be its antecedent, by anaphor, then antecedent."""
    count = len(looks.own)
    index = np.arange(count)
    near = np.minimum(index, WINDOW)
    anaphors = np.repeat(index, near)
    steps = np.arange(len(anaphors)) - np.repeat(np.cumsum(near) - near, near)
    antecedents = anaphors - np.repeat(near, near) + steps
    left, right = _far(looks)
    anaphors, antecedents = np.append(anaphors, left), np.append(antecedents, right)
    kept = _plausible(_Pairs(looks, anaphors, antecedents))
    anaphors, antecedents = anaphors[kept], antecedents[kept]
    order = np.lexsort((antecedents, anaphors))
    return anaphors[order], antecedents[order]


def _far(looks: Looks) -> tuple[Integers, Integers]:
    """Pairs further apart than the window that share a word or a value: the first told so and the last few."""
    found: set[tuple[int, int]] = set()
    ids = looks.ids
    of = {
        "lemma": ids["form"] < _PRONOUN,
        "actor": ids["actor"] >= 0,
        "time": ids["time"] > 0,
        "place": ids["place"] > 0,
    }
    for key, told in of.items():
        groups: dict[int, list[int]] = {}
        here_all = np.flatnonzero(told)
        for here, value in zip(here_all.tolist(), ids[key][here_all].tolist(), strict=True):
            known = groups.setdefault(value, [])
            if known and here - known[0] > WINDOW:
                found.update((here, other) for other in (known[0], *known[-FAR:]) if here - other > WINDOW)
            known.append(here)
    pairs = np.array(sorted(found), np.int64).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _plausible(view: _Pairs) -> Truths:
    """Pairs worth a look. A noun takes up shared words or values, else what is near; a pronoun what agrees with it."""
    form = view.one("form")
    noun = form < _PRONOUN
    shared = (view.words[0] & view.words[1]) != 0
    shared |= view.same("actor", -1) | view.same("time") | view.same("place") | view.same("country")
    near = view.nouns & (view.one("type") == view.other("type")) & (view.steps <= NEAR)
    near |= (view.sentences == 0) & (view.steps <= BESIDE)
    agrees = ~view.clash("gender") & (~view.clash("number") | (form >= _THEY))
    return np.asarray(np.where(noun, shared | near, agrees))


def pairs(looks: Looks, anaphors: Integers, antecedents: Integers) -> Truths:
    """The columns ``PAIR`` for each pair."""
    view = _Pairs(looks, anaphors, antecedents)
    table = np.empty((len(PAIR), len(anaphors)), np.bool_)
    for row, tell in zip(table, _COLUMNS.values(), strict=True):
        row[:] = tell(view)
    return np.ascontiguousarray(table.T)


class _Pairs:
    """Both sides of the pairs, and what several columns ask for."""

    def __init__(self, looks: Looks, anaphors: Integers, antecedents: Integers) -> None:
        self._ids = looks.ids
        self._one, self._other = anaphors, antecedents
        self._ones: dict[str, Integers] = {}
        self._others: dict[str, Integers] = {}

    def one(self, key: str) -> Integers:
        """What the anaphors have."""
        if key not in self._ones:
            self._ones[key] = self._ids[key][self._one]
        return self._ones[key]

    def other(self, key: str) -> Integers:
        """What the antecedents have."""
        if key not in self._others:
            self._others[key] = self._ids[key][self._other]
        return self._others[key]

    def same(self, key: str, nothing: int = 0) -> Truths:
        """Both have one and the same."""
        one = self.one(key)
        return np.asarray((one == self.other(key)) & (one != nothing))

    def clash(self, key: str, nothing: int = 0) -> Truths:
        """Both have one, and not the same."""
        one, other = self.one(key), self.other(key)
        return np.asarray((one != other) & (one != nothing) & (other != nothing))

    def sets(self, key: str) -> tuple[Integers, Integers]:
        """Both sets of lemmas."""
        return self.one(key), self.other(key)

    @cached_property
    def sentences(self) -> Integers:
        return self.one("sentence") - self.other("sentence")

    @cached_property
    def paragraphs(self) -> Integers:
        return self.one("paragraph") - self.other("paragraph")

    @cached_property
    def steps(self) -> Integers:
        return self._one - self._other

    @cached_property
    def nouns(self) -> Truths:
        return np.asarray((self.one("form") < _PRONOUN) & (self.other("form") < _PRONOUN))

    @cached_property
    def head(self) -> Truths:
        return self.same("lemma") & self.nouns

    @cached_property
    def agrees(self) -> Integers:
        """The place of each antecedent among those that agree, from the nearest (1); 0 for one that does not."""
        agreeing = ~(self.clash("number") | self.clash("gender") | self.clash("animate"))
        apart = (self.other("last") <= self.one("first")) | (self.one("last") <= self.other("first"))
        return self._ranked(agreeing & apart)

    @cached_property
    def heads(self) -> Integers:
        """The place of each antecedent among those with the same head, as above."""
        return self._ranked(self.head)

    def _ranked(self, holds: Truths) -> Integers:
        backwards = np.append(np.cumsum(holds[::-1])[::-1], 0)
        beyond = backwards[np.searchsorted(self._one, self._one, side="right")]
        return np.asarray((backwards[:-1] - beyond) * holds)

    @cached_property
    def words(self) -> tuple[Integers, Integers]:
        return self.sets("words")

    @cached_property
    def modifiers(self) -> tuple[Integers, Integers]:
        return self.sets("modifiers")

    @cached_property
    def names(self) -> tuple[Integers, Integers]:
        return self.sets("name")

    @cached_property
    def tails(self) -> tuple[Integers, Integers]:
        return self.sets("tail")


def _disjoint(sets: tuple[Integers, Integers]) -> Truths:
    """Both sets have members and none in common."""
    one, other = sets
    return np.asarray((one != 0) & (other != 0) & ((one & other) == 0))


def _within(one: Integers, other: Integers) -> Truths:
    """The first set has members, all of them in the second."""
    return np.asarray((one != 0) & ((one & ~other) == 0))


def _linked(view: _Pairs, key: str) -> Truths:
    return np.asarray((view.one(key) == view.other("head")) | (view.other(key) == view.one("head")))


def _letters(view: _Pairs) -> Truths:
    one, other = view.one("acronym"), view.other("acronym")
    return np.asarray(((one != 0) & (one == view.other("initials"))) | ((other != 0) & (other == view.one("initials"))))


_COLUMNS: dict[str, Callable[[_Pairs], Truths]] = {
    "before": lambda v: v.sentences < 0,
    "sentences 1": lambda v: v.sentences >= 1,
    "sentences 2": lambda v: v.sentences >= 2,
    "sentences 3": lambda v: v.sentences >= 3,
    "sentences 5": lambda v: v.sentences >= 5,
    "sentences 9": lambda v: v.sentences >= 9,
    "steps 2": lambda v: v.steps >= 2,
    "steps 3": lambda v: v.steps >= 3,
    "steps 6": lambda v: v.steps >= 6,
    "steps 11": lambda v: v.steps >= 11,
    "steps 21": lambda v: v.steps >= 21,
    "paragraphs 1": lambda v: v.paragraphs >= 1,
    "paragraphs 2": lambda v: v.paragraphs >= 2,
    "paragraphs 3": lambda v: v.paragraphs >= 3,
    "both ask": lambda v: v.one("asks") == v.other("asks"),
    "string": lambda v: v.same("string") & v.nouns,
    "head": lambda v: v.head,
    "words within": lambda v: _within(*v.words) & v.nouns,
    "words around": lambda v: _within(*v.words[::-1]) & v.nouns,
    "words shared": lambda v: ((v.words[0] & v.words[1]) != 0) & v.nouns,
    "head, modifiers apart": lambda v: v.head & _disjoint(v.modifiers),
    "head, new modifiers": lambda v: v.head & ((v.modifiers[0] & ~v.words[1]) != 0),
    "head, same modifiers": lambda v: v.head & (v.modifiers[0] == v.modifiers[1]) & (v.modifiers[0] != 0),
    "head, no modifiers": lambda v: v.head & (v.modifiers[0] == 0),
    "head, tails apart": lambda v: v.head & _disjoint(v.tails),
    "names shared": lambda v: (v.names[0] & v.names[1]) != 0,
    "names apart": lambda v: _disjoint(v.names),
    "names within": lambda v: _within(*v.names),
    "names around": lambda v: _within(*v.names[::-1]),
    "letters": _letters,
    "type": lambda v: v.same("type"),
    "types": lambda v: v.clash("type"),
    "number": lambda v: v.same("number"),
    "numbers": lambda v: v.clash("number"),
    "gender": lambda v: v.same("gender"),
    "genders": lambda v: v.clash("gender"),
    "actor": lambda v: v.same("actor", -1),
    "actors": lambda v: v.clash("actor", -1),
    "country": lambda v: v.same("country"),
    "countries": lambda v: v.clash("country"),
    "time": lambda v: v.same("time"),
    "times": lambda v: v.clash("time"),
    "place": lambda v: v.same("place"),
    "places": lambda v: v.clash("place"),
    "voice": lambda v: v.one("voice") == v.other("voice"),
    "speaks there": lambda v: v.one("speaker") == v.other("actor"),
    "speaks here": lambda v: v.other("speaker") == v.one("actor"),
    "pronoun": lambda v: v.same("pronoun"),
    "pronoun, voice": lambda v: v.same("pronoun") & (v.one("voice") == v.other("voice")),
    "first to agree": lambda v: v.agrees == 1,
    "second to agree": lambda v: v.agrees == 2,
    "third to agree": lambda v: v.agrees == 3,
    "agrees not": lambda v: v.agrees == 0,
    "first of head": lambda v: v.heads == 1,
    "head, same tails": lambda v: v.head & (v.tails[0] == v.tails[1]) & (v.tails[0] != 0),
    "governor": lambda v: v.same("governor", -1),
    "governed": lambda v: v.one("governor") == v.other("head"),
    "governs": lambda v: v.other("governor") == v.one("head"),
    "inside": lambda v: (v.one("first") >= v.other("first")) & (v.one("last") <= v.other("last")),
    "around": lambda v: (v.other("first") >= v.one("first")) & (v.other("last") <= v.one("last")),
    "apposed": lambda v: _linked(v, "apposed"),
    "predicate": lambda v: _linked(v, "subject"),
    "relation": lambda v: v.one("relation") == v.other("relation"),
    "subject before": lambda v: (v.other("relation") <= _SUBJECT) & (v.sentences == 1),
    "subject here": lambda v: (v.other("relation") <= _SUBJECT) & (v.sentences == 0),
    "owner": lambda v: v.other("head") == v.one("owner"),
    "owned": lambda v: v.one("head") == v.other("owner"),
    "owning": lambda v: v.same("owning"),
    "ownings": lambda v: v.clash("owning"),
}
PAIR = tuple(_COLUMNS)
