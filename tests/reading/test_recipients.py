"""Whom an act is done to, and who does it, where the sentence tells it in a roundabout way."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord

Coding = tuple[str, list[str], list[str]]


def told(record: ReportRecord) -> list[Coding]:
    """Type, names of the actors, names of the recipients."""
    name = {actor.id: actor.name for actor in record.actors}
    return [(e.type, [name[a] for a in e.actors], [name[a] for a in e.recipients]) for e in record.events]


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # an object that a phrase parts from its verb
        ("Chad freed on bail two Kenyan traders.", ("RETREAT", ["Chad"], ["two Kenyan traders"])),
        # to whom something goes back
        ("Peru returned two masks stolen in the war to Chile.", ("RETREAT", ["Peru"], ["Chile"])),
        ("Rebels gave back the weapons seized from Kenyan police.", ("RETREAT", ["rebels"], ["Kenyan police"])),
        # who is carried in what is struck
        ("Rebels attacked a bus carrying Kenyan teachers.", ("ASSAULT", ["rebels"], ["Kenyan teachers"])),
        # where people are held, those who hold them do it
        ("A Chadian teacher died of torture in a prison in Gabon.", ("ASSAULT", ["Gabon"], ["Chadian teacher"])),
        (
            "Three Peruvian students were tortured in police custody in Lima, Peru.",
            ("ASSAULT", ["Peru"], ["three Peruvian students"]),
        ),
        # who says how things stand takes the stand
        ("Laos said that a ban on Kenya was out of the question.", ("REJECT", ["Laos"], ["Kenya"])),
        # who is to do it is asked
        ("Laos called for an end to Kenyan raids on its villages.", ("REQUEST", ["Laos"], ["Kenya"])),
        # the nearest party of what is promised comes before what it is for
        (
            "Norway offered to send troops to Chad to help the Kenyan police.",
            ("AGREE", ["Norway"], ["Chad"]),
        ),
        # fired at a thing in a place
        ("Chilean tanks fired shells at targets in Tacna, Peru.", ("ASSAULT", ["Chilean tanks"], ["Peru"])),
    ],
)
def test_a_roundabout_telling_names_its_parties(reader: Reader, text: str, coding: Coding) -> None:
    assert coding in told(reader.read(text))


def test_all_who_attend_a_meeting_meet(reader: Reader) -> None:
    (event,) = reader.read("Peru and Chile attended a meeting of the Lake Union.").events
    assert event.actors == event.recipients
    assert len(event.actors) == 3


def test_an_exercise_of_two_countries_is_one_of_both(reader: Reader) -> None:
    assert [coding[0] for coding in told(reader.read("Peruvian and Chilean warships held naval exercises."))] == [
        "COOPERATE"
    ]
    assert [coding[0] for coding in told(reader.read("Peruvian warships held naval exercises."))] == ["MOBILIZE"]


def test_an_attack_prepared_is_no_attack_yet(reader: Reader) -> None:
    (event,) = reader.read("The Kenyan army prepared to resume shelling Somali rebels.").events
    assert (event.type, event.factuality.status) == ("MOBILIZE", "asserted")


def test_a_plot_to_kill_is_told_without_its_plotters(reader: Reader) -> None:
    (event,) = reader.read("A plot to kill the Kenyan premier was foiled.").events
    assert (event.type, event.factuality.status) == ("ASSAULT", "negated")
    assert not event.actors


def test_a_protest_in_words_is_a_complaint(reader: Reader) -> None:
    (event,) = reader.read("Farmers are losing their land, a Kenyan rights group protested on Monday.").events
    assert event.type == "ACCUSE"


def test_whoever_commits_himself_to_something_promises_it(reader: Reader) -> None:
    (event,) = reader.read("Laos is committed to planting more trees.").events
    assert event.type == "AGREE"
