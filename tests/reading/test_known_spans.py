"""Names that standing knowledge finds where the language model saw half of them."""

from __future__ import annotations

import pytest

from dragoman.lexicon.titles import load_titles
from dragoman.reading.known_spans import Span, Standing, with_known

WORDS = ["sheikh", "nasira", "met", "king", "ruben", "karl", "odeh"]


@pytest.mark.parametrize(
    ("spans", "persons", "expected"),
    [
        ([(5, 6, "ORG")], {4: 7}, [(4, 7, "PERSON")]),
        ([(4, 7, "LOC")], {4: 6}, [(4, 7, "LOC")]),  # part of a longer name
        ([(1, 2, "PERSON")], {0: 2}, [(0, 2, "PERSON")]),  # a title of faith is part of the name
        ([(4, 6, "PERSON")], {3: 5}, [(4, 6, "PERSON")]),  # a king's is not
    ],
)
def test_full_names_of_known_persons_are_made_whole(
    spans: list[Span], persons: dict[int, int], expected: list[Span]
) -> None:
    assert with_known(spans, Standing({}, persons), WORDS, load_titles().titles) == expected
