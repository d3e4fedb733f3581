"""The country a report is about: whose army "the army" is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman.reading.reader import Reader
    from tests.reading.conftest import Casting

ReadCast = Callable[[str], "Casting"]

PROTESTS = (
    "Pakistani police arrested more than 100 supporters of Imran Khan on Sunday. Interior Minister Mohsin Naqvi "
    "accused them of violence. The United States voiced concern, and the U.N. called on the government to free them. "
    "Opposition lawmakers boycotted a session of parliament."
)
COOLING = (
    "Chad's military government said on Tuesday it had suspended cooperation with France. France began withdrawing its "
    "troops last month. Rebels attacked a base near Faya, killing seven soldiers. The army retook the town. Chad will "
    "close its border."
)


@pytest.mark.parametrize(
    ("text", "mention", "country"),
    [
        (PROTESTS, "the government", "PAK"),
        (PROTESTS, "Opposition lawmakers", "PAK"),
        (PROTESTS, "parliament", "PAK"),
        (PROTESTS, "Interior Minister Mohsin Naqvi", "PAK"),
        (COOLING, "Rebels", "TCD"),
        (COOLING, "seven soldiers", "TCD"),
        (COOLING, "The army", "TCD"),
        (COOLING, "its troops", "FRA"),
    ],
)
def test_what_is_told_of_no_country_is_the_reports_own(
    read_cast: ReadCast, text: str, mention: str, country: str
) -> None:
    assert read_cast(text).actor(mention).country == country


def test_who_holds_land_is_of_its_country(read_cast: ReadCast) -> None:
    cast = read_cast("Peru's president spoke on Monday after talks with a warlord controlling parts of northern Chad.")
    assert cast.actor("a warlord").country == "TCD"


def test_a_country_that_only_comments_is_nobodys_home(read_cast: ReadCast) -> None:
    casting = read_cast(
        "The rebels took the town on Monday. The fighting lasted for hours. Hundreds of people fled. Aid workers left. "
        "France condemned the attack. The army did not comment."
    )
    assert casting.actor("The rebels").country is None
    assert not casting.same("France", "The army")


def test_of_two_countries_that_deal_with_one_another_neither_is_home(read_cast: ReadCast) -> None:
    casting = read_cast(
        "India accused Pakistan of an attack on Friday. Pakistan denied it and India closed the border. The army sent "
        "reinforcements."
    )
    assert casting.actor("The army").country is None


def test_the_place_a_sentence_opens_with_comes_first(read_cast: ReadCast) -> None:
    casting = read_cast(
        "Serbian President Aleksandar Vucic dismissed Serbia's police chief. Serbian opposition parties protested. In "
        "Berlin, the foreign ministry summoned the Serbian ambassador."
    )
    assert casting.actor("the foreign ministry").country == "DEU"


@pytest.mark.parametrize(
    ("text", "minister", "country"),
    [
        (
            "Myanmar's junta bombed a village. Myanmar's army denied it. China urged restraint, and Foreign Minister "
            "Wang Yi will visit the country.",
            "Foreign Minister Wang Yi", "CHN",
        ),
        (
            "Egypt's president spoke. Egyptian officials agreed. An Egyptian delegation visited Tripoli and met Prime "
            "Minister Abdul Hamid Dbeibah.",
            "Prime Minister Abdul Hamid Dbeibah", "LBY",
        ),
    ],
)  # fmt: skip
def test_ministers_are_of_the_country_that_acts_or_is_visited(
    read_cast: ReadCast, text: str, minister: str, country: str
) -> None:
    assert read_cast(text).actor(minister).country == country


def test_ambassadors_are_abroad_and_a_dateline_settles_it(reader: Reader) -> None:
    record = reader.read(
        "MANILA (Reuters) - Philippine vessels were hit by water cannon from Chinese ships on Sunday, officials in "
        "Manila said. China's coast guard denied it. The foreign ministry summoned the Chinese ambassador. In Beijing, "
        "a foreign ministry spokeswoman rejected the protest."
    )
    country = {actor.name: actor.country for actor in record.actors}
    assert country["foreign ministry"] == "PHL"
    assert country["foreign ministry spokeswoman"] == "CHN"


@pytest.mark.parametrize(
    "dateline", ["ISLAMABAD (Reuters) - ", "LAHORE, Pakistan, March 3 (AP) — ", "KARACHI (AFP) - "]
)
def test_a_dateline_places_a_report(reader: Reader, dateline: str) -> None:
    record = reader.read(dateline + "The government resigned on Sunday after weeks of protests. The army welcomed it.")
    assert {actor.country for actor in record.actors if actor.sectors in (("GOV",), ("MIL",))} == {"PAK"}


def test_foreigners_to_whom_something_is_done_are_not_at_home(reader: Reader) -> None:
    record = reader.read(
        "ILOILO, Philippines, June 3 (Reuters) - Armed men stormed a hotel in the central Philippines at night and "
        "took a Danish couple and two Peruvians with them, the army said. President Rosa Ilagan spoke on television."
    )
    country = {actor.name: actor.country for actor in record.actors}
    assert (country["army"], country["Rosa Ilagan"], country["Danish couple"]) == ("PHL", "PHL", "DNK")


def test_who_comments_from_further_down_takes_nothing_from_the_dateline(reader: Reader) -> None:
    record = reader.read(
        "ABIDJAN, Ivory Coast (Nile Wire) - Soldiers mutinied in a northern town on Tuesday.\n\n"
        "Residents hid in their homes. Shops were shut. Nobody was hurt.\n\n"
        "The army sent reinforcements.\n\n"
        "France criticised the mutineers. French ministers met. France has soldiers in the city."
    )
    assert {actor.country for actor in record.actors if actor.name == "army"} == {"CIV"}


def test_of_two_countries_told_in_one_breath_neither_is_home(reader: Reader) -> None:
    record = reader.read("President Felix Ilunga said Uganda and Congo would share what they know.")
    assert next(actor.country for actor in record.actors if actor.name == "Felix Ilunga") is None


def test_foreign_soldiers_do_not_make_a_report_theirs(reader: Reader) -> None:
    record = reader.read(
        "FREETOWN, May 5 (AP) - Gunmen killed three Nigerian soldiers on Monday. The government condemned the attack."
    )
    assert {actor.country for actor in record.actors if actor.kind == "government"} == {"SLE"}


def test_those_whom_rebels_free_do_not_make_them_their_own(reader: Reader) -> None:
    record = reader.read("Rebels freed two Italians on Monday.")
    assert [actor.country for actor in record.actors if actor.kind == "armed-group"] == [None]
