"""Nominals: every noun phrase and pronoun, and how far each reaches."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.nominals import find_nominals
from dragoman.reading.tree import Tree

ReadTree = Callable[[str], Tree]


def phrases(tree: Tree) -> set[str]:
    return {tree.text[slice(*tree.span(nominal.first, nominal.last))] for nominal in find_nominals(tree)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The truce that the rebels signed in May collapsed.", {"The truce that the rebels signed in May", "May"}),
        ("Kenya's new minister of defence, Ada Bolt, resigned.", {"Kenya's", "Ada Bolt"}),
        ("She read the letter to her daughter.", {"She", "the letter", "her"}),
        ("Only the harbour was spared.", {"the harbour"}),
        ("They burnt towns and villages whose people had fled.", {"towns"}),
        ("The party (founded in 1990) split.", {"The party"}),
        ('He signed the "peace plan" yesterday.', {'the "peace plan"', "yesterday"}),
    ],
)
def test_a_phrase_reaches_to_the_end_of_its_attributes(read_tree: ReadTree, text: str, wanted: set[str]) -> None:
    assert wanted <= phrases(read_tree(text))


def test_an_apposition_is_a_phrase_of_its_own(read_tree: ReadTree) -> None:
    found = phrases(read_tree("The envoy, a former general, left Nairobi."))
    assert {"The envoy", "a former general"} <= found


def test_relatives_and_empty_subjects_are_no_nominals(read_tree: ReadTree) -> None:
    found = phrases(read_tree("There was a man who waited."))
    assert "who" not in found
    assert "There" not in found


def test_a_part_of_a_name_is_no_phrase_of_its_own(read_tree: ReadTree) -> None:
    found = phrases(read_tree("Justice Ada Bolt left. Trinity College closed. The Lake Party won."))
    assert found == {"Justice Ada Bolt", "Trinity College", "The Lake Party"}
