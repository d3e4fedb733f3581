"""Lemma scripts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lemmas import apply_script, edit_script


@pytest.mark.parametrize(
    ("word", "lemma", "script"),
    [
        ("parties", "party", "l3+y"),
        ("The", "the", "l0+"),
        ("was", "be", "!be"),
        ("Haftar", "Haftar", "=0+"),
        ("HAFTAR", "Haftar", "c0+"),
        ("States", "State", "=1+"),
    ],
)
def test_script(word: str, lemma: str, script: str) -> None:
    assert edit_script(word, lemma) == script


@given(st.text(st.characters(codec="ascii", categories=["L"]), min_size=1), st.text(min_size=1))
def test_script_gives_the_lemma_back(word: str, lemma: str) -> None:
    assert apply_script(edit_script(word, lemma), word) == lemma


def test_script_that_would_leave_nothing_keeps_the_word() -> None:
    assert apply_script("l2+", "he") == "he"
    assert apply_script("l5+y", "at") == "aty"
