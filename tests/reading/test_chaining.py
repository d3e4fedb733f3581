"""Chains: all mentions of one thing, whatever its kind."""

from __future__ import annotations

import json
from collections import Counter
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman import ReportRecord
from dragoman.reading.chaining import Weights
from dragoman.reading.likeness import PAIR, WINDOW, candidates, pairs
from dragoman.reading.looks import FORMS, IDS, OWN, Looks
from dragoman.reading.reader import Reader

WORDS = st.sampled_from(
    [
        "Kenya", "the", "a", "army", "president", "Ruto", "William", "his", "they", "I", "said", "truce", "rebels",
        "of", "in", "and", ",", "(", ")", "'s", "\n\n", "it", "its", "this", "talks", "deal", "“", "”", ".", "?", "on",
        "Monday", "2019", "we", "which", "مصر", "🙂", "who", "that", "collapsed",
    ]
)  # fmt: skip


def chains(record: ReportRecord) -> list[list[str]]:
    """Chains of two mentions or more, by their words."""
    found: dict[str, list[str]] = {}
    for mention in record.mentions:
        if mention.chain is not None:
            start, end = mention.extent or (mention.start, mention.end)
            found.setdefault(mention.chain, []).append(record.text[start:end])
    return [words for words in found.values() if len(words) > 1]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, min_size=1, max_size=80).map(" ".join).filter(str.strip))
def test_chains_part_the_mentions_and_spans_lie_in_the_text(reader: Reader, text: str) -> None:
    record = reader.read("x " + text)
    assert [mention.id for mention in record.mentions] == [f"m{i}" for i in range(1, len(record.mentions) + 1)]
    order = list(dict.fromkeys(mention.chain for mention in record.mentions if mention.chain))
    assert set(order) == {f"c{number}" for number in range(1, len(order) + 1)}
    for mention in record.mentions:
        start, end = mention.extent or (mention.start, mention.end)
        assert 0 <= start <= mention.head[0] < mention.head[1] <= end <= len(record.text)
        assert record.text[start:end].strip() == record.text[start:end]
        assert mention.chain is not None or mention.extent is None
    heads = Counter(mention.head for mention in record.mentions if mention.chain)
    assert not heads or max(heads.values()) == 1


def test_a_person_is_one_chain_and_two_named_actors_are_never_one(reader: Reader) -> None:
    record = reader.read("Ada Bolt met John Reed in Oslo. She thanked Reed. Bolt then left, and he stayed in the city.")
    of: dict[str, set[str]] = {}
    for mention in record.mentions:
        if mention.actor and mention.chain:
            of.setdefault(mention.actor, set()).add(mention.chain)
    people = [actor.id for actor in record.actors if actor.kind == "person"]
    assert len(people) == 2
    assert all(len(of[person]) == 1 for person in people)
    assert of[people[0]] != of[people[1]]


def test_things_and_happenings_have_chains_too(reader: Reader) -> None:
    record = reader.read("The two armies signed a ceasefire on Monday. The ceasefire was broken within hours.")
    assert ["a ceasefire", "The ceasefire"] in chains(record)


def test_every_other_nominal_stands_beside_the_actors(reader: Reader) -> None:
    record = reader.read("The Kenyan army burnt the carpets that the two clerks kept.")
    carpets = next(mention for mention in record.mentions if record.text[slice(*mention.head)] == "carpets")
    assert (carpets.kind, carpets.actor, carpets.form) == ("object", None, "nominal")
    assert carpets.extent is not None
    assert record.text[slice(*carpets.extent)] == "the carpets that the two clerks kept"


def test_a_mention_of_an_actor_keeps_its_span_and_tells_its_extent(reader: Reader) -> None:
    record = reader.read("The rebels who took the town left on Monday.")
    rebels = next(mention for mention in record.mentions if record.text[slice(*mention.head)] == "rebels")
    assert record.text[rebels.start : rebels.end] == "The rebels"
    assert rebels.extent is not None
    assert record.text[slice(*rebels.extent)] == "The rebels who took the town"


def looks(**ids: list[int]) -> Looks:
    count = len(ids["lemma"])
    none = {name: np.zeros(count, np.int64) for name in IDS} | {"actor": np.full(count, -1)}
    return Looks(np.zeros((count, len(OWN)), np.bool_), none | {name: np.array(of) for name, of in ids.items()})


def test_a_noun_looks_at_what_shares_a_word_and_at_what_is_near() -> None:
    count = WINDOW + 9
    sentences = list(range(count))
    words = [1, *([2] * (count - 2)), 1]
    kinds = [1, *([2] * (count - 4)), 3, 3, 3]
    seen = looks(lemma=words, words=words, type=kinds, sentence=sentences)
    anaphors, antecedents = candidates(seen)
    assert (antecedents < anaphors).all()
    assert antecedents[anaphors == count - 1].tolist() == [0, count - 3, count - 2]
    assert pairs(seen, anaphors, antecedents).shape == (len(anaphors), len(PAIR))


def test_a_pronoun_looks_at_what_agrees_with_it() -> None:
    she = FORMS.index("she")
    anaphors, antecedents = candidates(looks(lemma=[1, 2, 3, 4], form=[0, 0, 0, she], gender=[1, 2, 0, 2]))
    assert antecedents[anaphors == 3].tolist() == [1, 2]


def test_weights_for_other_columns_are_refused() -> None:
    table = json.loads(files("dragoman.reading").joinpath("weights/chains.json").read_text("utf-8"))
    table["own"] = {"form named": table["own"]["form named"]}
    with pytest.raises(ValueError, match="other columns"):
        Weights.from_table(table)
