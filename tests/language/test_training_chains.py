"""The recipe of the chains: it learns a rule that it is shown, and writes what the reader loads."""

from __future__ import annotations

import json

import numpy as np

from dragoman.reading.chaining import Weights, weigh
from dragoman.reading.likeness import candidates, pairs
from dragoman.reading.looks import IDS, OWN, Looks
from training.chains import as_json, learn, lesson


def test_the_recipe_learns_that_one_wording_is_one_thing() -> None:
    chance = np.random.default_rng(1)
    documents = []
    for _ in range(8):
        entity = chance.integers(1, 9, 30)
        ids = {name: np.zeros(30, np.int64) for name in IDS}
        ids["string"] = ids["lemma"] = entity
        looks = Looks(np.zeros((30, len(OWN)), np.bool_), ids)
        one, other = candidates(looks)
        documents.append((looks, lesson(looks.own, one, other, pairs(looks, one, other), entity)))
    weights = Weights.from_table(json.loads(as_json(learn([known for _, known in documents]))))
    looks, entity = documents[0][0], documents[0][0].ids["string"]
    told = weigh(looks, weights)
    assert ((told.odds > 1) == (entity[told.anaphors] == entity[told.antecedents])).mean() > 0.95
