"""The country of people that no word of their own places: where they act, or whose police act on them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
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


def test_who_leads_forces_gives_them_no_country_and_nor_does_the_text(read_cast: ReadCast) -> None:
    casting = read_cast("Vietnamese-led forces took a village in Cambodia, Thai military sources said.")
    assert casting.actor("Vietnamese-led forces").country is None


def test_a_party_is_told_of_at_home(read_cast: ReadCast) -> None:
    casting = read_cast(
        "The Green Dawn party said it would boycott Malawi's elections. Malawi's president regretted it."
    )
    assert casting.actor("The Green Dawn party").country == "MWI"
