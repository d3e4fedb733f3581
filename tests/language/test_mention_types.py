"""Types of one noun in several places, on hand-made numbers."""

import numpy as np

from dragoman.language.mention_types import agreed_types

EVENT, ABSTRACT = 4, 7


def test_the_one_place_follows_the_two() -> None:
    types = np.array([EVENT, 1, ABSTRACT, EVENT])
    assert agreed_types(types, ["truce", "", "truce", "truce"]).tolist() == [EVENT, 1, EVENT, EVENT]


def test_a_draw_changes_nothing() -> None:
    types = np.array([EVENT, ABSTRACT])
    assert agreed_types(types, ["truce", "truce"]).tolist() == [EVENT, ABSTRACT]


def test_words_that_head_nothing_have_no_voice_and_get_no_type() -> None:
    types = np.array([0, EVENT, 0, ABSTRACT, EVENT])
    assert agreed_types(types, ["truce"] * 5).tolist() == [0, EVENT, 0, EVENT, EVENT]


def test_names_and_pronouns_keep_their_own() -> None:
    types = np.array([1, 2, 2])
    assert agreed_types(types, ["", "", ""]).tolist() == [1, 2, 2]
