"""Contexts of the words of a sentence."""

from __future__ import annotations

import pytest

from dragoman.lexicon.contexts import load_contexts
from dragoman.ontology.plover import load_plover


@pytest.mark.parametrize(
    ("lemmas", "contexts"),
    [
        ("the army shell the town", ("military",)),
        ("the court convict the minister of bribery", ("corruption", "legal")),
        ("un peacekeeper patrol the territory", ("peacekeeping", "territory")),
        ("the prime minister meet the striker", ("executive",)),
        ("the minister be in his prime", ()),
        ("voter stand in line for the presidential election", ("election", "executive")),
        ("the customs union cut farm subsidy", ("economic",)),
        ("a court order the release of the prisoner of conscience", ("human_rights", "legal")),
        ("aid convoy reach the internally displaced", ("human_security", "migration")),
        ("a deepfake of the premiership candidate", ("election", "executive", "misinformation")),
        ("the pipeline carry crude oil through the enclave", ("natural_resource", "territory")),
        ("narco lord pay off the bench", ("illegal_drugs",)),
        ("the bank of the river be a shelter", ()),
        ("", ()),
    ],
)
def test_words_give_contexts(lemmas: str, contexts: tuple[str, ...]) -> None:
    assert load_contexts().contexts_of(lemmas.split()) == contexts


def test_a_wording_needs_all_its_words() -> None:
    table = load_contexts()
    assert "diplomatic" in table.contexts_of(["foreign", "minister"])
    assert "diplomatic" not in table.contexts_of(["foreign"])
    assert "diplomatic" not in table.contexts_of(["minister", "foreign"])


def test_every_context_has_words() -> None:
    table = load_contexts()
    reached = {index for found in table.words.values() for index in found}
    assert {table.order[index] for index in reached} == set(load_plover().contexts)


def test_a_word_with_a_hyphen_is_found_in_parts_and_whole() -> None:
    table = load_contexts()
    assert table.contexts_of(["an", "asylum", "-", "seeker"]) == ("asylum",)
    assert "asylum" in table.contexts_of(["an", "asylum-seeker"])
