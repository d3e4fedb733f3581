"""Chains: which nominals of a report refer to one thing, whatever kind of thing it is.

Each nominal looks back over those before it and joins the chain that is likeliest, or none. How likely is read off a
table of weights learnt from GUM's training documents (``training/chains.py``; ``weights/chains.json``): a network of
one hidden layer over yes-or-no columns. All weights are whole numbers, so that scores are exact on any machine.

What the rules for actors know holds: a person's mentions are in one chain, and two actors that the text calls by
different names are never in one. A country, its government and its capital may be one actor and several chains.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.columns import Bytes, Floats, Sums, pack
from dragoman.reading.draft import Cast, Place, Testimony, Time
from dragoman.reading.likeness import PAIR, candidates, pairs
from dragoman.reading.looks import OWN, Integers, Looks, look_at
from dragoman.reading.nominals import Nominal
from dragoman.reading.tree import Tree

Scores = NDArray[np.float64]

_SURE = 60.0  # odds beyond e to this power are cut, so that sums stay finite

SCALE = 256
"""A weight of one is written as this number."""

_LONG = 0.001  # odds as long as this are taken for none


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt table, ``h`` hidden units for pairs and ``d`` for doubt; numbers are whole, in parts of ``SCALE``.

    Attributes:
        anaphor, antecedent: over the columns ``OWN``, ``h`` sums.
        pair: over ``PAIR``, ``h`` sums, and one that goes straight to the score.
        bias, out: ``(h,)``; ``out_bias``: added to every pair's score.
        doubt_own: over ``OWN``, ``d`` sums for the score of taking up nothing, and one straight to it.
        doubt_pair: over ``PAIR``, ``d`` sums; ``doubt_bias``, ``doubt_out``: ``(d,)``.
    """

    anaphor: Sums
    antecedent: Sums
    pair: Sums
    bias: Floats
    out: Scores
    out_bias: float
    doubt_own: Sums
    doubt_pair: Sums
    doubt_bias: Floats
    doubt_out: Scores

    @classmethod
    def from_table(cls, table: Mapping[str, Any]) -> Weights:
        """The weights of a table as ``weights/chains.json`` holds it.

        Raises:
            ValueError: the table was made for other columns than :data:`OWN` and :data:`PAIR`.
        """
        own, pair = table["own"], table["pair"]
        if tuple(own) != OWN or tuple(pair) != PAIR:
            raise ValueError(
                "the weights of chains were made for other columns; python -m training.chains makes new ones"
            )

        def sums(of: Mapping[str, Mapping[str, Any]], name: str, straight: str | None = None) -> Sums:
            return Sums.of(np.array([[*row[name], row[straight]] if straight else row[name] for row in of.values()]))

        return cls(
            anaphor=sums(own, "anaphor"),
            antecedent=sums(own, "antecedent"),
            pair=sums(pair, "pair", "out"),
            bias=np.array(table["bias"], np.float32),
            out=np.array(table["out"], np.float64),
            out_bias=float(table["out_bias"]),
            doubt_own=sums(own, "doubt", "doubt_out"),
            doubt_pair=sums(pair, "doubt"),
            doubt_bias=np.array(table["doubt_bias"], np.float32),
            doubt_out=np.array(table["doubt_out"], np.float64),
        )


@cache
def load_weights() -> Weights:
    """The shipped weights."""
    return Weights.from_table(json.loads(files("dragoman.reading").joinpath("weights/chains.json").read_text("utf-8")))


def find_chains(
    tree: Tree,
    nominals: Sequence[Nominal],
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    testimony: Testimony,
) -> list[int]:
    """The number of each nominal's chain, counted from 0 by first mention.

    Args:
        tree: the report's words.
        nominals: in text order, as :func:`.nominals.find_nominals` gives them.
        cast: mentions and actors.
        times: the time expressions, with their values.
        places: the places, with their names.
        testimony: who says which words.
    """
    if not nominals:
        return []
    looks = look_at(tree, nominals, cast, times, places, testimony)
    chains = _Chains(looks.ids["actor"].tolist(), cast)
    chains.gather(weigh(looks, load_weights()))
    return chains.numbers()


@dataclass(frozen=True, slots=True)
class Odds:
    """How much likelier each pair is than that its anaphor takes up nothing; rows of one anaphor stand together."""

    anaphors: Integers
    antecedents: Integers
    odds: Scores


def weigh(looks: Looks, weights: Weights) -> Odds:
    """The odds of all pairs of a report."""
    anaphors, antecedents = candidates(looks)
    if not len(anaphors):
        return Odds(anaphors, antecedents, np.zeros(0))
    own, table = pack(looks.own), pack(pairs(looks, anaphors, antecedents))
    rows, starts = np.unique(anaphors, return_index=True)
    shared = np.zeros((len(own), table.shape[1]), np.uint8)
    shared[rows] = np.bitwise_or.reduceat(table, starts, axis=0)
    scores = _pair_scores(own, table, anaphors, antecedents, weights)
    scores -= _doubt_scores(own, shared, weights)[anaphors]
    return Odds(anaphors, antecedents, np.exp(np.minimum(scores / SCALE**2, _SURE)))


def _pair_scores(own: Bytes, table: Bytes, anaphors: Integers, antecedents: Integers, weights: Weights) -> Scores:
    both = weights.pair.over(table)
    hidden, straight = both[:, :-1], both[:, -1]
    hidden += (weights.anaphor.over(own) + weights.bias).take(anaphors, axis=0)
    hidden += weights.antecedent.over(own).take(antecedents, axis=0)
    return _score(hidden, weights.out) + (straight.astype(np.float64) + weights.out_bias) * SCALE


def _doubt_scores(own: Bytes, shared: Bytes, weights: Weights) -> Scores:
    both = weights.doubt_own.over(own)
    hidden, straight = both[:, :-1], both[:, -1]
    hidden += weights.doubt_pair.over(shared)
    hidden += weights.doubt_bias
    return _score(hidden, weights.doubt_out) + straight.astype(np.float64) * SCALE


def _score(hidden: Floats, out: Scores) -> Scores:
    """What the units that fire add up to; in 64 bits, where whole numbers of this size stay exact, and without BLAS."""
    return np.asarray(np.einsum("ij,j->i", np.maximum(hidden, 0), out))


class _Chains:
    """The chains of a report in the making, by what takes up what, within what the rules for actors allow."""

    def __init__(self, actors: Sequence[int], cast: Cast) -> None:
        named = {mention.actor for mention in cast.mentions if mention.form == "named"}
        self._leader = list(range(len(actors)))
        self._named = [actor if actor in named else -1 for actor in actors]
        first: dict[int, int] = {}
        for index, actor in enumerate(actors):
            if actor >= 0 and cast.actors[actor].kind == "person":
                self._join(first.setdefault(actor, index), index)

    def gather(self, odds: Odds) -> None:
        """Put each nominal into the chain whose members together are likeliest, if likelier than none."""
        some = odds.odds > _LONG  # what is next to impossible changes no sum
        rows, starts = np.unique(odds.anaphors[some], return_index=True)
        antecedents, values = odds.antecedents[some].tolist(), odds.odds[some].tolist()
        ends = np.append(starts, len(values))[1:].tolist()
        for index, start, end in zip(rows.tolist(), starts.tolist(), ends, strict=True):
            together: dict[int, float] = {}
            for at in range(start, end):
                chain = self._lead(antecedents[at])
                together[chain] = together.get(chain, 0.0) + values[at]
            own = self._lead(index)
            best = max(together, key=lambda chain: (together[chain], chain))
            if together[best] > 1.0 and best != own and self._may(best, own):
                self._join(best, own)

    def numbers(self) -> list[int]:
        """The chain of each nominal, counted from 0 by first mention."""
        number: dict[int, int] = {}
        return [number.setdefault(self._lead(index), len(number)) for index in range(len(self._leader))]

    def _lead(self, index: int) -> int:
        leader = self._leader
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    def _may(self, one: int, other: int) -> bool:
        """Whether two chains can be one: not where they hold two named actors."""
        return self._named[one] < 0 or self._named[other] < 0 or self._named[one] == self._named[other]

    def _join(self, one: int, other: int) -> None:
        one, other = sorted((self._lead(one), self._lead(other)))
        self._leader[other] = one
        self._named[one] = max(self._named[one], self._named[other])
