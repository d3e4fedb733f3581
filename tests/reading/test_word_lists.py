"""Data files that are lists of words by name."""

from __future__ import annotations

import pytest

from dragoman.errors import LexiconError
from dragoman.reading.recipient_words import build_recipient_words
from dragoman.reading.word_lists import read_lists


def test_every_fault_of_a_file_is_told_at_once() -> None:
    with pytest.raises(LexiconError, match="unknown list 'b'; missing list 'a'; b names 'x' twice"):
        read_lists({"b": ["x", "y", "x"]}, ["a"], "own.toml")


def test_what_a_file_holds_beside_lists_must_be_there_and_is_left_out() -> None:
    assert read_lists({"a": ["x"], "more": {}}, ["a"], "own.toml", besides=("more",)) == {"a": frozenset({"x"})}
    with pytest.raises(LexiconError, match="missing list 'more'"):
        read_lists({"a": ["x"]}, ["a"], "own.toml", besides=("more",))


def test_a_broken_file_of_words_for_recipients_is_refused() -> None:
    with pytest.raises(LexiconError, match="unknown list 'deels'; missing list 'avenging'"):
        build_recipient_words({"deels": ["deal"]})
