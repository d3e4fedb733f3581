"""Tree decoding, on hand-made scores."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dragoman.language.trees import best_tree, is_tree


def test_best_heads_are_kept_when_they_form_a_tree() -> None:
    scores = np.array([[5, 0, 1], [0, 5, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]


def test_cycle_is_broken_where_it_costs_least() -> None:
    """Two words that prefer one another: the one that loses less goes to the root."""
    scores = np.array([[4, 0, 5], [1, 5, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]


def test_only_one_root() -> None:
    """Two words that both want to be the root."""
    scores = np.array([[9, 0, 2], [8, 3, 0]], dtype=np.float32)
    assert best_tree(scores).tolist() == [0, 1]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [([0], True), ([0, 1, 2], True), ([2, 0, 2], True), ([0, 0], False), ([2, 1], False), ([0, 3, 2], False)],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(np.array(heads)) is expected


@settings(deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=st.integers(-20, 20), unique=False)))
def test_best_tree_is_the_best(scores: np.ndarray) -> None:
    """No other tree with one root scores higher."""
    size = len(scores)
    scores[np.arange(size), np.arange(size) + 1] = -1000
    found = best_tree(scores)
    assert is_tree(found)

    def total(heads: np.ndarray) -> float:
        return float(scores[np.arange(size), heads].sum())

    others = (np.array(heads) for heads in product(range(size + 1), repeat=size))
    assert total(found) == max(total(heads) for heads in others if is_tree(heads))
