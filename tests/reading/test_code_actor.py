"""A phrase alone: country and sector of whom it names, over a table of phrases from all over the world."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.errors import OptionError
from dragoman.reading.reader import Reader

with Path(__file__).with_name("actor_phrases.csv").open(encoding="utf-8") as lines:
    PHRASES = [(row["phrase"], row["country"] or None, row["sector"]) for row in csv.DictReader(lines)]


@pytest.mark.parametrize(("phrase", "country", "sector"), PHRASES, ids=[phrase for phrase, _, _ in PHRASES])
def test_a_phrase_alone_has_country_and_sector(reader: Reader, phrase: str, country: str | None, sector: str) -> None:
    actor = reader.code_actor(phrase)
    assert actor is not None
    assert (actor.country, sector in actor.sectors) == (country, True), actor


def test_the_day_tells_who_holds_an_office(reader: Reader) -> None:
    before, after = reader.code_actor("Tony Blair", "2001-01-01"), reader.code_actor("Tony Blair", "2015-01-01")
    assert before is not None
    assert after is not None
    assert (before.sectors, after.sectors) == (("GOV",), ("ELI",))


def test_a_body_is_first_what_it_is_to_this_day(reader: Reader) -> None:
    actor = reader.code_actor("the African National Congress")
    assert actor is not None
    assert actor.sectors[:2] == ("PTY", "GOV")


def test_monitors_of_states_are_no_private_bodys(reader: Reader) -> None:
    actor = reader.code_actor("OSCE monitors")
    assert actor is not None
    assert "NGO" not in actor.sectors


def test_roles_are_counted_from_the_start_of_the_phrase(reader: Reader) -> None:
    phrase = "Kenya's finance minister Achieng Oduor"
    actor = reader.code_actor(phrase)
    assert actor is not None
    assert [phrase[slice(*role.span)] for role in actor.roles] == ["finance minister"]


@pytest.mark.parametrize("phrase", ["inflation", "the weather", "next Tuesday"])
def test_what_names_nobody_is_no_actor(reader: Reader, phrase: str) -> None:
    assert reader.code_actor(phrase) is None


@pytest.mark.parametrize("phrase", ["", "  ", "."])
def test_no_words_are_refused(reader: Reader, phrase: str) -> None:
    with pytest.raises(OptionError, match="no words"):
        reader.code_actor(phrase)


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("the former Malawian president", ("ELI", "GOV")),
        ("the slain Malawian president", ("GOV",)),
        ("retired Malawian general Juma Banda", ("ELI", "MIL")),
        ("ex-soldiers in Malawi", ("ELI", "MIL")),
        ("slain Malawian soldiers", ("MIL",)),
    ],
)
def test_who_left_an_office_is_elite_and_who_died_in_it_is_not(
    reader: Reader, phrase: str, sectors: tuple[str, ...]
) -> None:
    actor = reader.code_actor(phrase)
    assert actor is not None
    assert actor.sectors == sectors


@pytest.mark.parametrize(
    ("phrase", "sectors"),
    [
        ("the mining minister", ("GOV",)),
        ("the navy minister", ("GOV", "MIL")),
        ("the union's president", ("LAB",)),
        ("the union president", ("LAB",)),
        ("a mining official", ("BUS", "GOV")),
        ("the assembly's justice committee", ("LEG",)),
    ],
)
def test_what_an_official_deals_with_is_not_whose_he_is(reader: Reader, phrase: str, sectors: tuple[str, ...]) -> None:
    actor = reader.code_actor(phrase)
    assert actor is not None
    assert actor.sectors == sectors


@pytest.mark.parametrize("phrase", ["pagers", "the rostrum"])
def test_what_stands_beside_people_is_nobody(reader: Reader, phrase: str) -> None:
    assert reader.code_actor(phrase) is None


@pytest.mark.parametrize(
    ("text", "actor", "country"),
    [
        ("Gunmen in north-western Nigeria released 24 schoolgirls.", "24 schoolgirls", "NGA"),
        ("The Chadian army killed villagers.", "villagers", "TCD"),
        ("The Chadian army killed tourists.", "tourists", None),
        ("The ambassador in Dakar was recalled.", "ambassador in Dakar", None),
    ],
)
def test_where_people_are_at_home(reader: Reader, text: str, actor: str, country: str | None) -> None:
    record = reader.read(text)
    assert [found.country for found in record.actors if found.name == actor] == [country]


def test_each_side_of_a_joint_group_has_the_office_of_the_group(reader: Reader) -> None:
    record = reader.read("Thai and Cambodian commanders met.")
    assert {(found.country, found.sectors) for found in record.actors if found.country} == {
        ("THA", ("MIL",)), ("KHM", ("MIL",)),
    }  # fmt: skip
