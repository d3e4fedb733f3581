"""What stands between a verb and the rest of its clause, and promises and refusals turned round by "not" and "no"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader

Told = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Osei vowed in a televised speech to attack Chad.", ("THREATEN", {"Osei"}, {"Chad"})),
        (
            "The Peruvian union appealed in a letter to Chile to leave the island.",
            ("REQUEST", {"Peruvian union"}, {"Chile"}),
        ),
        ("Peru has asked Oman, which has helped Chad, to mediate.", ("REQUEST", {"Peru"}, {"Oman"})),
        ("Three farmers were beaten with sticks by Chadian settlers.", ("ASSAULT", {"Chadian settlers"}, {"farmers"})),
        ("The rebels gave Osei one week to step down.", ("THREATEN", {"rebels"}, {"Osei"})),
        ("Peruvian journalist shot dead in Kenya", ("ASSAULT", set(), {"Peruvian journalist"})),
    ],
)
def test_what_stands_between_takes_nothing_from_the_verb(reader: Reader, sentence: str, expected: Told) -> None:
    kind, actors, recipients = expected
    found = [(who, whom) for one, who, whom in told(reader.read(sentence)) if one == kind]
    assert [who for who, _ in found] == [actors]
    assert {name.removeprefix("three ") for name in found[0][1]} == recipients


def test_right_behind_said_is_where_it_was_said(reader: Reader) -> None:
    record = reader.read("A spokesman said in Nairobi the rebels had attacked Gulu.")
    (event,) = (event for event in record.events if event.type == "ASSAULT")
    assert event.place is None or event.place.name != "Nairobi"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Peru promised not to attack Chile.", ("CONCEDE", {"Peru"}, {"Chile"})),
        ("The rebels agreed to refrain from attacks on Chad.", ("CONCEDE", {"rebels"}, {"Chad"})),
        ("Peru vowed never to negotiate with the rebels.", ("REJECT", {"Peru"}, {"rebels"})),
        ("Peru promised to attack Chile.", ("THREATEN", {"Peru"}, {"Chile"})),
        ("Peru threatened not to pay Chile.", ("THREATEN", {"Peru"}, {"Chile"})),
    ],
)
def test_not_turns_a_promise_round(reader: Reader, sentence: str, expected: Told) -> None:
    assert told(reader.read(sentence)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("There will be no negotiations with the rebels, Osei said.", [("REJECT", {"Osei"}, {"rebels"})]),
        ("Osei said there can be no amnesty for the rebels.", [("REJECT", {"Osei"}, {"rebels"})]),
        ("There were no negotiations with the rebels, Osei said.", []),
    ],
)
def test_who_says_that_there_will_be_none_refuses(reader: Reader, sentence: str, expected: list[Told]) -> None:
    assert told(reader.read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("The rebels threatened to kill the nuns unless ten jailed men were freed.", "violence"),
        ("Peru threatened to jail the nuns unless the blockade was lifted.", "arrest"),
    ],
)
def test_a_condition_says_nothing_of_what_is_threatened(reader: Reader, sentence: str, mode: str) -> None:
    assert [event.modes for event in reader.read(sentence).events if event.type == "THREATEN"] == [(mode,)]


def test_who_is_asked_to_go_is_asked_for_a_change(reader: Reader) -> None:
    assert [event.modes for event in reader.read("The union called for Osei to resign.").events] == [("change",)]


def test_an_adjective_told_is_not_gone_on_from(reader: Reader) -> None:
    record = reader.read("Iran said the charge was false and expelled two Peruvian diplomats.")
    assert ("SANCTION", {"Iran"}, {"two Peruvian diplomats"}) in told(record)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Peru, Chile reach deal on islands", ("SUPPORT", {"Peru", "Chile"}, {"Peru", "Chile"})),
        ("Israel, Hamas agree truce", ("SUPPORT", {"Israel", "Hamas"}, {"Israel", "Hamas"})),
        ("Ethiopia, Oromo rebels open talks in Nairobi", ("CONSULT", {"Ethiopia", "Oromo rebels"}, None)),
        ("India, Pakistan exchange fire", ("ASSAULT", {"India", "Pakistan"}, {"India", "Pakistan"})),
        ("Osei, president of Ghana, meets Barasa", ("CONSULT", {"Osei"}, {"Barasa"})),
    ],
)
def test_a_comma_stands_for_and_in_headlines(
    reader: Reader, headline: str, expected: tuple[str, set[str], set[str] | None]
) -> None:
    kind, actors, recipients = expected
    (found,) = told(reader.read(headline))
    assert found == (kind, actors, actors if recipients is None else recipients)


@pytest.mark.parametrize(
    ("sentence", "kind", "recipients"),
    [
        ("The rebels, whose leader has threatened to resume attacks, left.", "THREATEN", set()),
        ("Turkey, whose troops crossed into Syria, condemned the raid.", "MOBILIZE", {"Syria"}),
        ("Chad threatened to pull out if Mali hired Russian troops.", "THREATEN", {"Mali"}),
        ("Peru shut the station, whose roof was burnt by rebels, and expelled Chad's envoy.", "SANCTION", None),
    ],
)
def test_whom_a_relative_or_condition_leaves_as_recipient(
    reader: Reader, sentence: str, kind: str, recipients: set[str] | None
) -> None:
    ((_, actors, found),) = [event for event in told(reader.read(sentence)) if event[0] == kind]
    assert found == recipients if recipients is not None else actors == {"Peru"}


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("Peru will not tolerate the murder of nurses by Chad.", "ASSAULT", "asserted"),
        ("The court ordered the release of Osei, nine days after he was kidnapped by rebels.", "ASSAULT", "asserted"),
        ("Peru vowed to keep up attacks until Osei stepped down.", "RETREAT", "hypothetical"),
        ("Osei and Mena conferred about attacking Chad.", "ASSAULT", "hypothetical"),
        ("Peru apologised to Chad for attacking Gabon.", "ASSAULT", "asserted"),
    ],
)
def test_what_is_so_and_what_is_only_spoken_of(reader: Reader, sentence: str, kind: str, status: str) -> None:
    assert [e.factuality.status for e in reader.read(sentence).events if e.type == kind] == [status]


def test_who_became_the_last_to_do_it_did_it(reader: Reader) -> None:
    record = reader.read("Kenya became the last neighbour of Chad to close its border.")
    assert [who for _, who, _ in told(record)] == [{"Kenya"}]


@pytest.mark.parametrize(
    ("told_of", "kind", "actors"),
    [
        ("The demonstration had been banned.", "COERCE", {"Zambia"}),
        ("The border was closed on Tuesday.", "COERCE", {"Zambia"}),
        ("A curfew was imposed.", "COERCE", {"Zambia"}),
        ("The curfew was lifted.", "CONCEDE", {"Zambia"}),
        ("The airport was closed.", "COERCE", None),  # by whom, or by fog, is not said
    ],
)
def test_what_only_a_state_does_is_its_own_at_home(
    reader: Reader, told_of: str, kind: str, actors: set[str] | None
) -> None:
    record = reader.read(f"Zambian police met officials of the Zambian army in Lusaka. {told_of}")
    assert [who for one, who, _ in told(record) if one == kind] == ([] if actors is None else [actors])


@pytest.mark.parametrize(
    ("sentence", "actors"),
    [
        ("Five soldiers were killed in a Burundi ambush.", set()),
        ("Five soldiers were killed in a Burundian ambush.", {"Burundi"}),
    ],
)
def test_an_attack_is_called_after_where_it_was(reader: Reader, sentence: str, actors: set[str]) -> None:
    assert [who for _, who, _ in told(reader.read(sentence))] == [actors]


def test_what_is_told_to_cheers_orders_nothing(reader: Reader) -> None:
    record = reader.read("Osei told supporters, to loud cheers, that he would not resign.")
    assert "REQUEST" not in {event.type for event in record.events}


def test_apostrophes_of_print_are_those_of_the_word_lists(reader: Reader) -> None:
    record = reader.read("Peru summoned the Chadian charge d’affaires on Monday.")
    assert [event.type for event in record.events] == ["ACCUSE"]


def test_the_means_by_which_somebody_was_reached_says_nothing(reader: Reader) -> None:
    record = reader.read("A priest reached by radio said rebels had killed ten men.")
    assert {actor.kind for actor in record.actors}.isdisjoint({"outlet"})


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Nigeria accused the government of Chad of bad faith.", ("ACCUSE", {"Nigeria"}, {"Chad"})),
        ("Rebels met in Bissau. Nigeria accused the government of fraud.", ("ACCUSE", {"Nigeria"}, {"Guinea-Bissau"})),
        ("Zambia's unions accused the government of fraud.", ("ACCUSE", {"Zambia's unions"}, {"Zambia"})),
        ("Junta frees captured Nigerian troops", ("RETREAT", {"Junta"}, {"captured Nigerian troops"})),
        ("Gunmen kill 12 in Mali", ("ASSAULT", {"gunmen"}, {"people of Mali"})),
    ],
)
def test_whom_a_deed_falls_on_that_is_told_in_few_words(reader: Reader, sentence: str, expected: Told) -> None:
    assert told(reader.read(sentence))[-1] == expected


def test_arms_fall_on_those_of_the_verb_before(reader: Reader) -> None:
    record = reader.read("Police beat protesters in Fountain Square and fired tear gas.")
    assert [whom for _, _, whom in told(record)] == [{"protesters"}, {"protesters"}]


@pytest.mark.parametrize(
    ("sentence", "kind", "status"),
    [
        ("It is unclear whether the army shelled the village.", "ASSAULT", "hypothetical"),
        ("The army will strike if the nuns are not released by the rebels.", "RETREAT", "hypothetical"),
    ],
)
def test_what_nobody_knows_or_waits_for(reader: Reader, sentence: str, kind: str, status: str) -> None:
    assert {e.factuality.status for e in reader.read(sentence).events if e.type == kind} <= {status}


def test_who_confirms_a_deed_has_not_done_it(reader: Reader) -> None:
    assert ("ASSAULT", set(), {"Gao"}) in told(reader.read("The ministry confirmed the bombing of Gao."))


def test_what_was_done_to_captives_before_is_no_deed_of_those_who_free_them(reader: Reader) -> None:
    (event,) = told(reader.read("The rebels freed 12 kidnapped Zambian nuns."))
    assert event == ("RETREAT", {"rebels"}, {"12 kidnapped Zambian nuns"})


def test_a_school_dismisses_whom_it_says_it_dismissed(reader: Reader) -> None:
    (event,) = told(reader.read("The university said it had expelled two Chinese students."))
    assert event[1] == {"university"}


@pytest.mark.parametrize(("sentence", "kind"), [("The miners' union protested.", "PROTEST")])
def test_a_union_protests_in_the_street(reader: Reader, sentence: str, kind: str) -> None:
    assert [event[0] for event in told(reader.read(sentence))] == [kind]
