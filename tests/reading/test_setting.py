"""The country of people that no word of their own places: where they act, or whose police act on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman import Reader
    from tests.reading.conftest import Casting

ReadCast = Callable[[str], "Casting"]


@pytest.mark.parametrize(
    ("text", "who", "country"),
    [
        ("Fijian police arrested two journalists.", "two journalists", "FJI"),
        ("Two journalists were arrested by Fijian police.", "Two journalists", "FJI"),
        ("Fijian police fired tear gas to disperse students.", "students", "FJI"),
        ("Students clashed with Kenyan police.", "Students", "KEN"),
        ("A Peruvian court jailed four men.", "four men", "PER"),
        ("Kenyan police arrested two tourists.", "two tourists", None),
        ("Kenyan police arrested two foreign teachers.", "two foreign teachers", None),
        ("Kenyan soldiers arrested two teachers.", "two teachers", None),
        ("Norway condemned the killing of demonstrators.", "demonstrators", None),
        ("Kenyan police and Fijian police arrested two teachers.", "two teachers", None),
    ],
)
def test_whose_police_act_on_somebody_at_home(read_cast: ReadCast, text: str, who: str, country: str | None) -> None:
    assert read_cast(text).actor(who).country == country


def test_people_are_of_the_country_of_the_body_they_belong_to(read_cast: ReadCast) -> None:
    cast = read_cast("Some 500,000 workers affiliated with the Serbian Miners' Union stopped work on Monday.")
    assert cast.actor("Some 500,000 workers").country == "SRB"


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("South Korean and Japanese officials met.", {"KOR", "JPN"}),
        ("Japanese and South Korean officials met.", {"KOR", "JPN"}),
        ("South Sudanese, Kenyan and Ugandan soldiers met.", {"SSD", "KEN", "UGA"}),
        ("Police held dozens of Sri Lankan and Nepalese workers.", {"LKA", "NPL"}),
        ("The Norwegian and Danish envoys met.", {"NOR", "DNK"}),
    ],
)
def test_nationalities_of_two_words_are_sides_of_a_group(reader: Reader, text: str, sides: set[str]) -> None:
    actors = reader.read(text).actors
    assert {actor.country for actor in actors if actor.country is not None} == sides


def test_who_leads_forces_gives_them_no_country_and_nor_does_the_text(read_cast: ReadCast) -> None:
    casting = read_cast("Vietnamese-led forces took a village in Cambodia, Thai military sources said.")
    assert casting.actor("Vietnamese-led forces").country is None


def test_a_party_is_told_of_at_home(read_cast: ReadCast) -> None:
    casting = read_cast(
        "The Green Dawn party said it would boycott Malawi's elections. Malawi's president regretted it."
    )
    assert casting.actor("The Green Dawn party").country == "MWI"
