"""Who is answered, who is told things, and what a clause hangs on: slips of the first reading of fresh wire copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader

Told = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos demanded an apology. Peru rejected the demand.", ("REJECT", {"Peru"}, {"Laos"})),
        ("Oman offered to mediate, but Chad turned down the offer.", ("REJECT", {"Chad"}, {"Oman"})),
        ("Chad accused Mali of theft. Mali dismissed the charge as a lie.", ("REJECT", {"Mali"}, {"Chad"})),
        ("Laos demanded an apology. Peru rejected a demand for higher wages.", ("REJECT", {"Peru"}, set())),
    ],
)
def test_what_is_refused_by_its_name_is_refused_to_who_said_it(reader: Reader, text: str, expected: Told) -> None:
    assert expected in told(reader.read(text))


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("Chad agreed to impose sanctions on Sudan.", ["AGREE"]),
        ("Chad undertook to suspend the sale of arms to Sudan.", ["AGREE"]),
        ("Chad threatened to impose sanctions on Sudan.", ["THREATEN"]),
        ("Chad vowed to bomb Sudan.", ["THREATEN"]),
        ("The government promised to investigate the killings.", ["ACCUSE"]),
    ],
)
def test_only_what_is_announced_against_somebody_is_a_threat(reader: Reader, sentence: str, kinds: list[str]) -> None:
    assert [kind for kind, _, _ in told(reader.read(sentence))] == kinds


def test_who_is_attacked_in_the_condition_of_a_threat_is_not_threatened(reader: Reader) -> None:
    assert told(reader.read("Chad has threatened to use force if its embassy is attacked.")) == [
        ("THREATEN", {"Chad"}, set())
    ]


def test_what_comes_of_shots_is_done_by_who_fired(reader: Reader) -> None:
    text = "Soldiers opened fire on hundreds of people trying to reach the border to greet Prado, killing two men."
    assert [doers for kind, doers, _ in told(reader.read(text)) if kind == "ASSAULT"] == [{"soldiers"}, {"soldiers"}]


def test_who_is_to_do_something_will_do_it(reader: Reader) -> None:
    record = reader.read("Kenyan Foreign Minister Rosa Wanjiru is to fly to Lima on Monday for talks.")
    (event,) = record.events
    assert (event.type, event.factuality.status) == ("AGREE", "future")


def test_two_deeds_of_one_person_in_one_sentence_are_two(reader: Reader) -> None:
    record = reader.read("Kenyan President William Barasa, who has agreed to mediate, invited both men.")
    assert [event.rule for event in record.events] == ["agree.agree", "agree.invite"]


def test_a_contrast_is_no_part_of_what_is_said(reader: Reader) -> None:
    text = "Al-Shabaab described the agreement as a surrender, while the European Union welcomed it."
    assert ("SUPPORT", {"Al-Shabaab"}, set()) not in told(reader.read(text))


def test_nobody_means_his_listeners_by_they(reader: Reader) -> None:
    record = reader.read("The nurses landed on Monday. One of them told reporters that they had not been harmed.")
    assert not any("reporters" in name for _, _, whom in told(record) for name in whom)


def test_the_people_of_a_town_are_known_by_its_name(reader: Reader) -> None:
    record = reader.read("Rebels shelled Degala.")
    (event,) = record.events
    (actor,) = (actor for actor in record.actors if actor.id in event.recipients)
    assert actor.names == ("Degala",)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The breakaway region of Abkhazia asked Peru for help.", ("REQUEST", {"Abkhazia"}, {"Peru"})),
        ("Georgia said the separatist region of South Ossetia had attacked it.", ("ASSAULT", {"South Ossetia"}, set())),
        ("The Kenyan premier arrived in Abkhazia on Monday.", ("CONSULT", {"Kenyan premier"}, {"Abkhazia"})),
        ("Peru sent troops to South Ossetia.", ("MOBILIZE", {"Peru"}, {"South Ossetia"})),
        ("Kenyan troops entered the province of Adjara.", ("MOBILIZE", {"Kenyan troops"}, {"Georgia"})),
    ],
)
def test_a_breakaway_state_is_not_the_state_it_left(reader: Reader, sentence: str, expected: Told) -> None:
    kind, doers, whom = expected
    found = [(who, to) for one, who, to in told(reader.read(sentence)) if one == kind]
    assert [who for who, _ in found] == [doers]
    assert not whom or found[0][1] == whom


def test_a_participle_beside_the_deed_tells_no_other(reader: Reader) -> None:
    record = reader.read("Chad, bowing to pressure from aid agencies, eased its blockade.")
    assert ("eased", "CONCEDE") in [(record.text[slice(*event.anchor)], event.type) for event in record.events]


def test_each_side_of_an_accord_does_its_own(reader: Reader) -> None:
    text = "The Kenyan army will go back to its barracks, and the unions will lift their roadblocks within a week."
    assert [doers for _, doers, _ in told(reader.read(text))] == [{"Kenyan army"}, {"unions"}]


def test_a_mode_that_no_entry_states_is_the_models(reader: Reader) -> None:
    record = reader.read("Kenya urged both factions to sit down and talk.")
    (event,) = (event for event in record.events if event.type == "REQUEST")
    assert event.modes == ("meet",)


def test_an_envoy_is_recalled_from_whom_one_is_at_odds_with(reader: Reader) -> None:
    record = reader.read("Chad jailed two Malian clerks. Mali recalled its ambassador on Friday.")
    assert ("SANCTION", {"Mali"}, {"Chad"}) in told(record)
    assert told(reader.read("Mali threatened to recall its ambassador.")) == [("THREATEN", {"Mali"}, set())]


def test_the_court_that_a_case_is_brought_to_is_not_threatened(reader: Reader) -> None:
    text = "Chad threatened to take the case to the tribunal in The Hague."
    assert told(reader.read(text)) == [("THREATEN", {"Chad"}, set())]


def test_what_had_been_before_ends_where_the_tense_does(reader: Reader) -> None:
    text = "Witnesses said ten Kenyan fighters took back rifles they had turned in and fired on the Ugandan post."
    assert all("witnesses" not in doers for _, doers, _ in told(reader.read(text)))
    assert ("ASSAULT", {"ten Kenyan fighters"}, {"Uganda"}) in told(reader.read(text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenyan police firing tear gas broke up the rally.", ("COERCE", {"Kenyan police"}, set())),
        ("Kenyan ministers meeting in Accra condemned the coup in Mali.", ("ACCUSE", {"Kenyan ministers"}, {"Mali"})),
        (
            "Mali accused Chad of arming the rebels, a charge Chad dismissed as baseless.",
            ("REJECT", {"Chad"}, {"Mali"}),
        ),
    ],
)
def test_who_is_busy_with_one_deed_does_the_other(reader: Reader, sentence: str, expected: Told) -> None:
    kind, doers, whom = expected
    assert (kind, doers) in [(one, who) for one, who, _ in told(reader.read(sentence))]
    assert any(one == kind and whom <= to for one, _, to in told(reader.read(sentence)))
