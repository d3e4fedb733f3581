"""Chains: which nominals of a report refer to one thing, whatever kind of thing it is.

Each nominal looks back over those before it and takes up the likeliest, or none. How likely is read off a table of
weights learnt from GUM's training documents (``training/chains.py``; ``weights/chains.json``): a network of one hidden
layer over yes-or-no columns. All weights are whole numbers, so that a sum is exact and the same on any machine.

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

from dragoman.reading.draft import Cast, Place, Testimony, Time
from dragoman.reading.likeness import PAIR, candidates, pairs
from dragoman.reading.looks import OWN, Floats, Integers, Looks, look_at
from dragoman.reading.nominals import Nominal
from dragoman.reading.tree import Tree

Scores = NDArray[np.float64]

SCALE = 256
"""A weight of one is written as this number."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The learnt table, ``h`` hidden units for pairs and ``d`` for doubt; numbers are whole, in parts of ``SCALE``.

    Attributes:
        anaphor, antecedent: ``(len(OWN), h)``.
        pair: ``(len(PAIR), h)``; ``pair_out``: ``(len(PAIR),)``, straight to the score.
        bias, out: ``(h,)``; ``out_bias``: added to every pair's score.
        doubt_own, doubt_pair: ``(len(OWN), d)``, ``(len(PAIR), d)``: for the score of taking up nothing.
        doubt_bias, doubt_out: ``(d,)``; ``doubt_own_out``: ``(len(OWN),)``, straight to that score.
    """

    anaphor: Floats
    antecedent: Floats
    pair: Floats
    pair_out: Floats
    bias: Floats
    out: Floats
    out_bias: float
    doubt_own: Floats
    doubt_pair: Floats
    doubt_bias: Floats
    doubt_out: Floats
    doubt_own_out: Floats

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

        def columns(of: Mapping[str, Mapping[str, Any]], name: str) -> Floats:
            return np.array([row[name] for row in of.values()], np.float32)

        return cls(
            anaphor=columns(own, "anaphor"),
            antecedent=columns(own, "antecedent"),
            pair=columns(pair, "pair"),
            pair_out=columns(pair, "out"),
            bias=np.array(table["bias"], np.float32),
            out=np.array(table["out"], np.float32),
            out_bias=float(table["out_bias"]),
            doubt_own=columns(own, "doubt"),
            doubt_pair=columns(pair, "doubt"),
            doubt_bias=np.array(table["doubt_bias"], np.float32),
            doubt_out=np.array(table["doubt_out"], np.float32),
            doubt_own_out=columns(own, "doubt_out"),
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
    antecedents = take_up(looks, load_weights())
    actors = looks.ids["actor"].tolist()
    return _joined(antecedents, actors, cast)


def take_up(looks: Looks, weights: Weights) -> list[int]:
    """For each nominal the earlier one it takes up, -1 for none."""
    anaphors, antecedents = candidates(looks)
    count = len(looks.own)
    if not len(anaphors):
        return [-1] * count
    table = pairs(looks, anaphors, antecedents)
    # rows of one anaphor stand together; the first nominal has none
    starts = np.searchsorted(anaphors, np.arange(1, count))
    scores = _pair_scores(looks.own, table, anaphors, antecedents, weights)
    best = np.maximum.reduceat(scores, starts)
    shared = np.zeros((count, len(PAIR)), np.float32)
    shared[1:] = np.maximum.reduceat(table, starts, axis=0)
    doubts = _doubt_scores(looks.own, shared, weights)
    # of equal scores the nearest is taken
    wins = np.flatnonzero(scores == best[anaphors - 1])
    chosen = dict(zip(anaphors[wins].tolist(), antecedents[wins].tolist(), strict=True))
    takes = (best > doubts[1:]).tolist()
    return [-1, *(chosen[index] if taken else -1 for index, taken in enumerate(takes, 1))]


def _pair_scores(own: Floats, table: Floats, anaphors: Integers, antecedents: Integers, weights: Weights) -> Scores:
    hidden = table @ weights.pair
    hidden += (own @ weights.anaphor + weights.bias)[anaphors]
    hidden += (own @ weights.antecedent)[antecedents]
    np.maximum(hidden, 0, out=hidden)
    straight = (table @ weights.pair_out + weights.out_bias).astype(np.float64)
    return np.asarray(hidden.astype(np.float64) @ weights.out.astype(np.float64) + straight * SCALE)


def _doubt_scores(own: Floats, shared: Floats, weights: Weights) -> Scores:
    hidden = np.maximum(own @ weights.doubt_own + shared @ weights.doubt_pair + weights.doubt_bias, 0)
    straight = (own @ weights.doubt_own_out).astype(np.float64)
    return np.asarray(hidden.astype(np.float64) @ weights.doubt_out.astype(np.float64) + straight * SCALE)


def _joined(antecedents: Sequence[int], actors: Sequence[int], cast: Cast) -> list[int]:
    """Chains of what takes up what, within what the rules for actors allow."""
    leader = list(range(len(antecedents)))
    named = {mention.actor: True for mention in cast.mentions if mention.actor is not None and mention.form == "named"}
    inside: list[set[int]] = [{actor} if actor in named else set() for actor in actors]

    def lead(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    def join(one: int, other: int) -> None:
        one, other = sorted((lead(one), lead(other)))
        if one != other and len(inside[one] | inside[other]) < 2:  # two named actors are never one chain
            leader[other] = one
            inside[one] |= inside[other]

    person: dict[int, int] = {}
    for index, actor in enumerate(actors):
        if actor >= 0 and cast.actors[actor].kind == "person":
            join(person.setdefault(actor, index), index)
    for index, antecedent in enumerate(antecedents):
        if antecedent >= 0:
            join(antecedent, index)
    number: dict[int, int] = {}
    return [number.setdefault(lead(index), len(number)) for index in range(len(leader))]
