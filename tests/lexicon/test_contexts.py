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
