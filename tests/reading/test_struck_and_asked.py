"""What force falls on, whom a request, a charge or a protest means, and of which country and sector those are."""

import pytest

from dragoman import Reader
from tests.reading.codings import told


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # what is struck where nobody is told of, and what fights
        ("Rebels shelled a refugee camp near the border.", ("ASSAULT", {"rebels"}, {"refugee camp"})),
        ("The Chilean navy seized two fishing boats.", ("COERCE", {"Chilean navy"}, {"two fishing boats"})),
        ("Militants destroyed a bridge.", ("ASSAULT", {"militants"}, {"bridge"})),
        ("Helicopters strafed the rebels until dawn.", ("ASSAULT", {"helicopters"}, {"rebels"})),
        ("The camp was hit by a coalition jet.", ("ASSAULT", {"coalition jet"}, {"camp"})),
        # who is to do what is asked for
        (
            "Norway demanded the withdrawal of Chadian forces from Sudan.",
            ("REQUEST", {"Norway"}, {"Chadian forces"}),
        ),
        ("The Lake Front demanded a truce with the army.", ("REQUEST", {"Lake Front"}, {"army"})),
        # whose help is agreed to
        ("Chad agreed to Norwegian mediation in the talks with the rebels.", ("AGREE", {"Chad"}, {"Norway"})),
        # who is charged with what a sentence has told before
        ("Troops had fired on the crowd, the opposition charged.", ("ACCUSE", {"opposition"}, {"troops"})),
        ("The army was shelling villages, the rebels alleged.", ("ACCUSE", {"rebels"}, {"army"})),
        # not those to whom it was done
        ("The envoy complained that his aides had been refused passes.", ("ACCUSE", {"envoy"}, set())),
        # whom a march defies
        ("Students marched in Lima in defiance of Chilean officers.", ("PROTEST", {"students"}, {"Chilean officers"})),
        # whose custody it is
        ("The man was tortured in Kenyan police custody.", ("ASSAULT", {"Kenyan police"}, {"man"})),
    ],
)
def test_a_deed_has_its_parties(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


def test_a_thing_taken_up_again_is_one_actor(reader: Reader) -> None:
    record = reader.read("Gunmen seized a tanker off Oman. Marines boarded the tanker on Friday.")
    assert [event.recipients for event in record.events] == [record.events[0].recipients] * 2
    assert next(actor for actor in record.actors if actor.id == record.events[0].recipients[0]).kind == "object"


@pytest.mark.parametrize(
    "text",
    [
        "After the attack, Kenya said it had arrested ten men.",
        "In a statement sent to reporters, Kenya said it had arrested ten men.",
    ],
)
def test_who_speaks_is_meant_whatever_opens_the_report(reader: Reader, text: str) -> None:
    assert ("COERCE", {"Kenya"}, {"ten men"}) in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "name", "sectors"),
    [
        ("The U.N. Security Council condemned Chad.", "U.N. Security Council", {"IGO", "GOV"}),
        ("U.N. Secretary-General Ana Rivas flew to Chad.", "Ana Rivas", {"IGO", "GOV"}),
        ("NATO warned Chad.", "NATO", {"IGO", "MIL"}),
        ("A U.N. peacekeeping force arrived in Chad.", "U.N. peacekeeping force", {"IGO", "MIL"}),
        ("The United Nations condemned Chad.", "United Nations", {"IGO"}),
    ],
)
def test_those_who_govern_or_fight_for_several_states(reader: Reader, text: str, name: str, sectors: set[str]) -> None:
    assert {frozenset(actor.sectors) for actor in reader.read(text).actors if actor.name == name} == {
        frozenset(sectors)
    }


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Norway sent food to refugees fleeing the war in Liberia.", "refugees", "LBR"),
        ("Kenya opened its border to refugees fleeing Somalia.", "refugees", "SOM"),
        ("The army evacuated villagers from Gulu.", "villagers", "UGA"),
        ("Planes evacuated the wounded from Gulu.", "wounded", "UGA"),
    ],
)
def test_people_are_of_the_land_they_flee_or_are_brought_out_of(
    reader: Reader, text: str, name: str, country: str
) -> None:
    assert [actor.country for actor in reader.read(text).actors if actor.name == name] == [country]
