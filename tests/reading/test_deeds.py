"""Deeds as newswire words them: who stands behind one, who is in what is hit, whom forces are sent to face."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import sides_of


@pytest.mark.parametrize(
    "text",
    [
        "Nine nurses died in a raid blamed on the Lake Militia.",
        "The Lake Militia was behind the kidnapping of nine nurses.",
        "A bombing, for which the Lake Militia claimed responsibility, killed nine nurses.",
        "The Lake Militia claimed the killing of nine nurses.",
    ],
)
def test_who_is_said_to_stand_behind_a_deed_did_it(reader: Reader, text: str) -> None:
    (event,) = sides_of(reader.read(text), "ASSAULT")
    assert event[0] == ["Lake Militia"]
    assert "nurses" in event[1][0]


def test_who_is_in_it_is_hit_with_it(reader: Reader) -> None:
    record = reader.read("A roadside bomb tore through a bus carrying Kenyan policemen.")
    assert sides_of(record, "ASSAULT") == [([], ["Kenyan policemen"])]


def test_forces_are_sent_against_whom_they_are_to_face(reader: Reader) -> None:
    record = reader.read("Norway scrambled jets to intercept Chilean bombers.")
    assert sides_of(record, "MOBILIZE") == [(["Norway"], ["Chilean bombers"])]


def test_a_lighter_entry_takes_the_place_of_one_without_its_parties(reader: Reader) -> None:
    # "sent somebody back to a state" is cooperation with it; nobody is told to have got these back.
    assert sides_of(reader.read("Chad sent back nine Kenyan workers."), "COERCE") == [
        (["Chad"], ["nine Kenyan workers"])
    ]


def test_a_state_decrees_what_a_passive_tells(reader: Reader) -> None:
    (event,) = sides_of(reader.read("A curfew was declared in Nairobi on Friday."), "COERCE")
    assert event[0] == ["Kenya"]


def test_nobody_is_the_people_of_a_sea(reader: Reader) -> None:
    record = reader.read("Kenyan commandos boarded a tanker in the Red Sea.")
    assert sides_of(record, "COERCE") == [(["Kenyan commandos"], ["tanker"])]


def test_a_participle_on_victims_told_of_tells_nothing_new(reader: Reader) -> None:
    record = reader.read("Gunmen killed two nurses in Jos. The nurses killed worked at the hospital, police said.")
    assert sides_of(record, "ASSAULT") == [(["gunmen"], ["two nurses in Jos"])]


def test_how_an_attack_ended_is_told(reader: Reader) -> None:
    record = reader.read("The attack resulted in one Kenyan peacekeeper killed.")
    assert ([], ["one Kenyan peacekeeper"]) in sides_of(record, "ASSAULT")


def test_who_is_denied_aid_does_not_give_it(reader: Reader) -> None:
    (event,) = sides_of(reader.read("Norway withheld development aid from Uganda."), "SANCTION")
    assert event == (["Norway"], ["Uganda"])
