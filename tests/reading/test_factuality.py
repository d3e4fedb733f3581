"""Factuality: what happened, goes on, will or might happen, and what did not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.lexicon.factuality import load_factuality
from dragoman.reading.factuality import factuality_of
from dragoman.reading.tree import Tree


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        ("The army attacked the town.", "attacked", "asserted"),
        ("The army did not attack the town.", "attack", "negated"),
        ("The army never attacked the town.", "attacked", "negated"),
        ("The army will attack the town.", "attack", "future"),
        ("The army plans to attack the town.", "attack", "future"),
        ("The army may attack the town.", "attack", "hypothetical"),
        ("If the army attacks the town, the talks will end.", "attacks", "hypothetical"),
        ("Should the army attack the town, the talks will end.", "attack", "hypothetical"),
        ("The army failed to attack the town.", "attack", "negated"),
        ("The army refused to attack the town.", "attack", "negated"),
        ("The army denied attacking the town.", "attacking", "negated"),
        ("The minister said the army attacked the town.", "attacked", "asserted"),
        ("It is not true that the army attacked the town.", "attacked", "negated"),
        ("It is true that the army attacked the town.", "attacked", "asserted"),
        ("The minister left before the army attacked the town.", "attacked", "asserted"),
    ],
)
def test_status(read_tree: Callable[[str], Tree], sentence: str, predicate: str, status: str) -> None:
    """Auxiliaries, governing verbs and conditions set the status; reporting verbs do not."""
    tree = read_tree(sentence)
    word = next(found for found in tree.words if found.text == predicate)
    assert factuality_of(word, load_factuality()).status == status


@pytest.mark.parametrize(
    ("sentence", "predicate", "aspect"),
    [
        ("The army is shelling the town.", "shelling", "ongoing"),
        ("The army has been shelling the town.", "shelling", "ongoing"),
        ("Iran supports the militia.", "supports", "ongoing"),
        ("The army shelled the town.", "shelled", "past"),
        ("The general once fought for the rebels.", "fought", "historical"),
    ],
)
def test_aspect(read_tree: Callable[[str], Tree], sentence: str, predicate: str, aspect: str) -> None:
    tree = read_tree(sentence)
    word = next(found for found in tree.words if found.text == predicate)
    assert factuality_of(word, load_factuality()).aspect == aspect
