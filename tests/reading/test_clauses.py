"""Grammatical functions, undone from the forms English gives them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.obliques import noun_obliques
from dragoman.reading.tree import Tree, Word


def word(tree: Tree, text: str) -> Word:
    return next(found for found in tree.words if found.text == text)


@pytest.mark.parametrize(
    ("sentence", "verb", "subject", "undergone"),
    [
        ("Kenya criticised Uganda.", "criticised", "Kenya", "Uganda"),
        ("Uganda was criticised by Kenya.", "criticised", "Kenya", "Uganda"),
        ("The rebels who attacked the town fled.", "attacked", "rebels", "town"),
        ("The rebels holding the hostages fled.", "holding", "rebels", "hostages"),
        ("The hostages seized by the rebels were freed.", "seized", "rebels", "hostages"),
        ("Peru wants to arrest the smugglers.", "arrest", "Peru", "smugglers"),
        ("Peru urged Chile to release the sailors.", "release", "Chile", "sailors"),
        ("Peru promised Chile to release the sailors.", "release", "Peru", "sailors"),
        ("The minister arrived and met the envoy.", "met", "minister", "envoy"),
        ("The town that the army shelled lies in the north.", "shelled", "army", "town"),
        ("Peru accused Chile of arming the smugglers.", "arming", "Chile", "smugglers"),
        ("Speaking in Oslo, the minister praised the envoy.", "Speaking", "minister", None),
    ],
)
def test_doer_and_undergoer_do_not_depend_on_form(
    read_tree: Callable[[str], Tree], sentence: str, verb: str, subject: str, undergone: str | None
) -> None:
    """Active, passive, relative, reduced, controlled and coordinated clauses give the same participants."""
    tree = read_tree(sentence)
    found = doer(word(tree, verb))
    assert found is not None
    assert found.text == subject
    under = undergoer(word(tree, verb))
    assert (under.text if under else None) == undergone


def test_agentless_passive_has_no_doer(read_tree: Callable[[str], Tree]) -> None:
    tree = read_tree("Three officials were detained in Lima on Monday.")
    verb = word(tree, "detained")
    assert is_passive(verb)
    assert doer(verb) is None


def test_a_phrase_hung_too_low_is_still_found(read_tree: Callable[[str], Tree]) -> None:
    tree = read_tree("The president held talks in the capital with the envoy.")
    assert [found.text for found in noun_obliques(word(tree, "talks"), "with")] in (["envoy"], [])
