"""Names that are written like words."""

from __future__ import annotations

import pytest

from dragoman.language.short_forms import spelled_out


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("They fought IS in Iraq", "They fought ISIS in Iraq"),
        ("THE KING IS DEAD", "THE KING IS DEAD"),
        ("He is here", "He is here"),
        ("IS", "ISIS"),
        ("", ""),
    ],
)
def test_is_is_a_name_in_a_line_of_small_letters(words: str, shown: str) -> None:
    assert list(spelled_out(words.split())) == shown.split()
