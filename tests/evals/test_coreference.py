"""The coreference measures, on the worked examples of their papers."""

from __future__ import annotations

import itertools

import pytest

from evals.coreference import b_cubed, best_matching, ceaf, muc


def chains(text: str) -> list[frozenset[str]]:
    """From "abc de": two chains of three and two mentions."""
    return [frozenset(part) for part in text.split()]


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf])
def test_a_perfect_reading_is_one_and_an_empty_one_nothing(measure):
    assert measure(chains("abc de"), chains("de abc")).f1 == 1.0
    assert measure(chains("abc de"), []).f1 == 0.0


def test_muc_counts_links():
    tally = muc(chains("abcd"), chains("ab cd"))
    assert (tally.recall, tally.precision) == (pytest.approx(2 / 3), 1.0)


def test_b_cubed_counts_mentions_and_those_only_read():
    tally = b_cubed(chains("abc de"), chains("ab cdx"))
    assert tally.recall == pytest.approx((5 / 3 + 1 / 2) / 5)
    assert tally.precision == pytest.approx((2 + 2 / 3) / 5)


def test_ceaf_matches_each_chain_once():
    tally = ceaf(chains("abc de"), chains("abcde"))
    assert tally.recall == pytest.approx((2 * 3 / 8) / 2)
    assert tally.precision == pytest.approx(2 * 3 / 8)


def test_the_best_matching_is_the_best_of_all():
    scores = {(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.85, (2, 1): 0.1, (2, 2): 0.3, (1, 2): 0.2}
    rows, columns = (0, 1, 2), (0, 1, 2)
    best = max(
        sum(scores.get(pair, 0.0) for pair in zip(rows, order, strict=True))
        for order in itertools.permutations(columns)
    )
    assert best_matching(scores) == pytest.approx(best)
