"""Whom an act falls on where the text names only a place, and who takes part in a group of several sides."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord


def told(record: ReportRecord) -> list[tuple[str, list[str], list[str]]]:
    """Type, names of the actors, names of the recipients."""
    name = {actor.id: actor.name for actor in record.actors}
    return [(e.type, [name[a] for a in e.actors], [name[a] for a in e.recipients]) for e in record.events]


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        ("Chad imposed a curfew in Abeche.", "people of Abeche"),
        ("Rebels imposed a curfew in Abeche.", "Chad"),
        ("Peru declared a state of siege in Arequipa.", "people of Arequipa"),
        ("Uganda massed troops along the border with Rwanda.", "Rwanda"),
        ("Hundreds of students demonstrated in Lima.", "Peru"),
        ("Kenyan warplanes bombed Kismayo.", "Somalia"),
        ("Somali rebels captured two towns west of the capital, Mogadishu.", "Somalia"),
        ("Norway agreed to build a clinic in Kismayo.", "Somalia"),
        ("The Kenyan president attended a summit in Lima.", "Peru"),
    ],
)
def test_a_place_stands_for_the_state_or_the_people_there(reader: Reader, sentence: str, recipient: str) -> None:
    assert [recipients for _, _, recipients in told(reader.read(sentence))] == [[recipient]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Uganda massed troops near Gulu.",  # at home against nobody
        "Nurses went on strike in Lima.",  # against their employer
        "Norway signed an agreement in Lima.",  # where it was signed
        "Norway agreed to meet in Lima.",
        "Police in Lima fired tear gas.",  # which police
    ],
)
def test_a_place_is_not_always_a_party(reader: Reader, sentence: str) -> None:
    assert all(not recipients for _, _, recipients in told(reader.read(sentence)))


def test_who_fires_from_a_place_is_not_identified(reader: Reader) -> None:
    record = reader.read("Rockets were fired from Gaza at Egypt on Monday.")
    assert told(record) == [("ASSAULT", ["unidentified forces in Gaza"], ["Egypt"])]
    actor = next(actor for actor in record.actors if actor.id == record.events[0].actors[0])
    assert (actor.country, actor.sectors) == ("PSE", ("UAF",))


def test_whoever_is_expelled_from_a_country_is_expelled_by_it(reader: Reader) -> None:
    assert told(reader.read("Two inspectors were expelled from Chad."))[0][1] == ["Chad"]


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("The journalist Peter Ruto was arrested in Chad on Monday.", ["Chad"]),
        ("A Kenyan banker was charged in Uganda with fraud.", ["Uganda"]),
        ("A Kenyan banker was arrested in Uganda by rebels.", ["rebels"]),
        ("A Kenyan banker was kidnapped in Uganda.", []),
    ],
)
def test_only_the_authorities_of_a_place_arrest_and_charge_there(
    reader: Reader, sentence: str, actors: list[str]
) -> None:
    assert [doers for _, doers, _ in told(reader.read(sentence))] == [actors]


def test_a_place_may_stand_behind_an_adjective(reader: Reader) -> None:
    record = reader.read("The militia declared a ceasefire effective from Sunday in Mali.")
    assert told(record) == [("CONCEDE", ["militia"], ["people of Mali"])]


def test_a_recipient_read_off_a_place_is_less_sure(reader: Reader) -> None:
    placed = reader.read("Rebels imposed a curfew in Abeche.").events[0]
    named = reader.read("Rebels imposed a curfew on Chad.").events[0]
    assert placed.confidence < named.confidence


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Kenyan and Ugandan officials met on Monday.", ["Kenyan officials", "Ugandan officials"]),
        ("The governments of Kenya and Uganda held talks on Monday.", ["Kenya", "Uganda"]),
        ("The armies of Kenya and Uganda held a joint drill.", ["armies of Kenya", "armies of Uganda"]),
        ("Kenya and Uganda's foreign ministers met on Monday.", ["Kenya’s ministers", "Uganda’s ministers"]),
    ],
)
def test_each_side_of_a_joint_group_takes_part(reader: Reader, sentence: str, parties: list[str]) -> None:
    [(_, actors, recipients)] = told(reader.read(sentence))
    assert actors == recipients == parties


def test_a_mediator_mediates_between_the_parties(reader: Reader) -> None:
    record = reader.read("Norway launched a mediation effort between Chad and Sudan.")
    assert told(record) == [("CONSULT", ["Norway"], ["Chad", "Sudan"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway announced a suspension of aid to Chad.",
        "Norway announced an end to support for Chad.",
    ],
)
def test_what_is_announced_as_ended_is_reversed(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == [("SANCTION", ["Norway"], ["Chad"])]


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Norway will not lift the embargo until Chad holds a vote.", "REJECT"),
        ("Norway threatened to cut aid unless Chad held a vote.", "THREATEN"),
    ],
)
def test_a_refusal_or_threat_is_meant_for_whom_it_waits(reader: Reader, sentence: str, event_type: str) -> None:
    assert (event_type, ["Norway"], ["Chad"]) in told(reader.read(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya is investigating whether Uganda broke the law.",
        "Kenya opened an investigation into claims that Uganda broke the law.",
    ],
)
def test_who_is_said_to_have_done_it_is_accused(reader: Reader, sentence: str) -> None:
    assert ("ACCUSE", ["Kenya"], ["Uganda"]) in told(reader.read(sentence))


def test_restrictions_are_lifted_for_those_they_were_imposed_on(reader: Reader) -> None:
    record = reader.read("Peru lifted restrictions imposed on Chile.")
    assert told(record) == [("CONCEDE", ["Peru"], ["Chile"])]


@pytest.mark.parametrize(
    ("sentence", "craft"),
    [("Norwegian commandos stormed a ferry off Malaysia.", "ferry"), ("Gunmen seized a tanker off Oman.", "tanker")],
)
def test_what_is_attacked_off_a_coast_is_not_the_country(reader: Reader, sentence: str, craft: str) -> None:
    assert [recipients for _, _, recipients in told(reader.read(sentence))] == [[craft]]
