"""A text in another language is known, so that a user is told why nothing is read."""

from __future__ import annotations

import pytest

from dragoman.ingest.english import seems_english

ENGLISH = (
    "Kenya’s foreign minister arrived in Kampala on Tuesday for two days of talks with the president, a spokesman "
    "said, after troops of both countries exchanged fire across the border last week."
)
FRENCH = (
    "Le ministre des Affaires étrangères du Kenya est arrivé mardi à Kampala pour deux jours de discussions avec le "
    "président, a déclaré un porte-parole, après des échanges de tirs à la frontière."
)


@pytest.mark.parametrize("text", [ENGLISH, "Police detain rebels", "12", ""])
def test_english_and_what_is_too_short_to_tell_is_let_be(text: str) -> None:
    assert seems_english(text)


@pytest.mark.parametrize("text", [FRENCH, "مصر تدعم ليبيا", "Президент прибыл в столицу во вторник"])
def test_another_language_is_known(text: str) -> None:
    assert not seems_english(text)
