"""Events as newswire tells them: answers to claims, what came before, days of talks, envoys with names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan army said it had won, a claim the Lake Front denied.",
        "Police freed the miners, the Kenyan army said, a claim the Lake Front disputed.",
        "The Kenyan army claimed to have killed nine clerks, which the Lake Front dismissed as a lie.",
    ],
)
def test_an_answer_is_the_reports_and_meant_for_who_made_the_claim(reader: Reader, sentence: str) -> None:
    record = reader.read(sentence)
    assert ("REJECT", {"Lake Front"}, {"Kenyan army"}) in told(record)
    (answer,) = (event for event in record.events if event.type == "REJECT")
    assert len(answer.voice) == 1


def test_who_denies_a_charge_denies_it_to_who_made_it(reader: Reader) -> None:
    record = reader.read("Laos has accused Nepal of harbouring smugglers, a charge Nepal denies.")
    assert ("REJECT", {"Nepal"}, {"Laos"}) in told(record)


def test_what_came_before_is_told_beside_what_came_after_it(reader: Reader) -> None:
    record = reader.read("Rebels captured the town of Kiru after heavy fighting with the Ugandan army.")
    assert ("ASSAULT", {"rebels"}, {"Ugandan army"}) in told(record)
    assert len(record.events) == 2


def test_days_of_talks_are_talks(reader: Reader) -> None:
    both = {"Nepal", "Laos"}
    record = reader.read("Nepal and Laos signed the pact after three days of talks in Vienna.")
    assert ("CONSULT", both, both) in told(record)


def test_an_ambassador_with_a_name_is_an_ambassador(reader: Reader) -> None:
    record = reader.read("The Laotian government summoned Norwegian Ambassador Lars Lund.")
    assert told(record) == [("ACCUSE", {"Laos"}, {"Lars Lund"})]


def test_leave_to_speak_is_no_concession(reader: Reader) -> None:
    record = reader.read("An official who was not authorised to speak publicly said Chad would reopen the road.")
    assert [event.type for event in record.events if "official" in record.text[slice(*event.anchor)]] == []
    assert len(record.events) == 1


def test_what_was_done_besides_is_told_beside_it(reader: Reader) -> None:
    record = reader.read("The rebels seized Kiruna in an offensive that killed dozens of miners.")
    assert [event.rule for event in record.events] == ["assault.seize-territory", "assault.kill"]


@pytest.mark.parametrize(
    "sentence", ["Ten people were killed in Tuesday's attack on the town.", "Ten men died in Tuesday's shelling."]
)
def test_who_dies_in_an_attack_dies_on_its_day(reader: Reader, sentence: str) -> None:
    (event,) = reader.read(sentence, published="2024-01-17").events
    assert event.time is not None
    assert event.time.from_ == event.time.to == "2024-01-16"


def test_what_is_seized_and_left_is_a_town(reader: Reader) -> None:
    record = reader.read("The rebels will pull out of Mushaki within days. The rebels seized Mushaki in May.")
    assert "assault.seize-territory" in {event.rule for event in record.events}
    assert "Mushaki" not in {actor.name for actor in record.actors if actor.kind == "person"}


def test_what_an_order_tells_to_do_is_not_told_twice(reader: Reader) -> None:
    record = reader.read(
        "Laos ordered two Nepalese diplomats to leave the country. The Green Party criticised the expulsion."
    )
    assert told(record)[0] == ("SANCTION", {"Laos"}, {"two Nepalese diplomats"})
    assert ("ACCUSE", {"Green Party"}, {"Laos"}) in told(record)


def test_a_newspaper_is_not_asked_for_what_it_is_told(reader: Reader) -> None:
    record = reader.read('"Europe must act," Foreign Minister Ana Lopez told the Guardian.')
    assert "Guardian" not in {name for _, _, recipients in told(record) for name in recipients}


def test_an_arm_is_used_on_those_it_is_to_drive_off(reader: Reader) -> None:
    record = reader.read("Police used water cannon to disperse nurses.")
    assert told(record)[0] == ("ASSAULT", {"police"}, {"nurses"})


def test_who_is_hit_does_not_kill(reader: Reader) -> None:
    record = reader.read("An air strike hit a Kenyan patrol in the hills on Tuesday, killing ten nurses.")
    assert told(record) == [("ASSAULT", set(), {"Kenyan patrol"}), ("ASSAULT", set(), {"ten nurses"})]


@pytest.mark.parametrize(
    "sentence",
    [
        "The officer warned the president that the Lake Front was preparing attacks.",
        "Kenya warned Uganda that rebels were planning attacks.",
        "The United States warned Iraq that Islamic State could attack Baghdad.",
    ],
)
def test_who_warns_of_others_threatens_nobody(reader: Reader, sentence: str) -> None:
    assert all(event.type != "THREATEN" for event in reader.read(sentence).events)


@pytest.mark.parametrize(
    "sentence",
    [
        "Chile warned Peru that its forces would attack.",
        "Iran warned Israel that the Revolutionary Guards would strike.",
    ],
)
def test_who_warns_of_his_own_side_threatens(reader: Reader, sentence: str) -> None:
    assert [event.type for event in reader.read(sentence).events] == ["THREATEN"]


def test_people_left_dead_are_attacked_however_many_stand_beside_them(reader: Reader) -> None:
    record = reader.read("An ambush by the Lake Front left six officers dead and nine people wounded.")
    dead = next(recipients for kind, _, recipients in told(record) if kind == "ASSAULT" and len(recipients) == 2)
    assert dead == {"six officers", "nine people"}
    assert not reader.read("The flood left forty villagers dead.").events


def test_a_request_for_comment_is_no_demand(reader: Reader) -> None:
    assert not reader.read("The Lake Front did not respond to a request for comment.").events


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Norway's justice minister hailed the verdict.", ("SUPPORT", {"Norway's justice minister"}, set())),
        ("The African Union criticised a lack of openness.", ("ACCUSE", {"African Union"}, set())),
        ("Chile has promised an investigation.", ("AGREE", {"Chile"}, set())),
        ("Norway will restrict exports of cod liver from July.", ("SANCTION", {"Norway"}, set())),
    ],
)
def test_a_players_stand_needs_nobody_that_it_falls_on(
    reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader.read(sentence))


@pytest.mark.parametrize("sentence", ["The audience hailed the verdict.", "The bakery stopped sales of buns."])
def test_others_take_no_stand(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == []


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Pirates boarded a Norwegian-built tanker in the bay on Monday.", "COERCE"),
        ("Ugandan drones had struck the bus.", "ASSAULT"),
    ],
)
def test_force_is_used_on_craft_and_sites(reader: Reader, sentence: str, event_type: str) -> None:
    assert event_type in [event.type for event in reader.read(sentence).events]


def test_what_a_raid_hits_does_not_kill(reader: Reader) -> None:
    record = reader.read("An air strike hit a Red Cross convoy carrying flour to Kiru, killing four nurses.")
    assert {(kind, *doers) for kind, doers, _ in told(record)} == {("ASSAULT",)}
    assert {"four nurses"} in [victims for _, _, victims in told(record)]


def test_each_side_blames_the_other(reader: Reader) -> None:
    both = {"Chad", "Niger"}
    record = reader.read("Chad and Niger broke off talks on Monday. Each government blamed the other for the failure.")
    assert ("ACCUSE", both, both) in told(record)


def test_whose_capture_it_was_was_captured(reader: Reader) -> None:
    record = reader.read("Chad freed two Sudanese pilots, whose capture last week had angered the region.")
    assert ("ASSAULT", set(), {"two Sudanese pilots"}) in told(record)


def test_who_takes_part_in_an_assault_attacks(reader: Reader) -> None:
    record = reader.read("Chadian troops took part in the assault on the rebels.")
    assert told(record) == [("ASSAULT", {"Chadian troops"}, {"rebels"})]


def test_who_is_named_in_full_may_go_by_the_first_name(reader: Reader) -> None:
    record = reader.read(
        "Prime Minister Arunny Phommas met Lao farmers. In Oslo, some 300 nationalists burned a Thai flag outside "
        "Government House and accused Arunny of surrendering territory."
    )
    assert ("ACCUSE", {"300 nationalists"}, {"Arunny Phommas"}) in told(record)


def test_readiness_for_talks_agrees_to_them(reader: Reader) -> None:
    record = reader.read("President Ana Rivas said she was ready for dialogue with the unions.")
    assert "AGREE" in [kind for kind, _, _ in told(record)]


def test_two_armies_are_no_two_people(reader: Reader) -> None:
    record = reader.read(
        "Thailand's Arunny Phommas and his Cambodian counterpart Chea Sambo shook hands after talks hosted by "
        "Malaysian Foreign Minister Yusof Daud. Under the deal, the two armies are to withdraw their guns."
    )
    doers = [names for kind, names, _ in told(record) if kind in ("RETREAT", "CONCEDE")]
    assert not any({"Arunny Phommas", "Chea Sambo"} & names for names in doers)


def test_arms_are_what_is_fought_with(reader: Reader) -> None:
    both = {"Laotian soldiers", "Thai soldiers"}
    record = reader.read("Laotian and Thai soldiers fought with artillery and rocket launchers for two hours.")
    assert told(record) == [("ASSAULT", both, both)]


def test_people_right_before_a_participle_do_what_it_tells(reader: Reader) -> None:
    record = reader.read(
        "Kenyan police fired tear gas to disperse about 2,000 miners demanding the return of Ana Rivas."
    )
    assert ("REQUEST", {"Kenyan police"}) not in [(kind, doers) for kind, doers, _ in told(record)]


def test_who_is_named_behind_the_dash_of_a_headline_is_nobody_of_the_story(reader: Reader) -> None:
    record = reader.read(
        "Norway to expel Laotian diplomats in tit-for-tat move — Foreign Ministry\n\n"
        "OSLO, May 12. - Foreign Ministry spokeswoman Inga Dahl said on Friday that Norway was expelling two "
        "diplomats. "
        "On Monday, the Laotian Foreign Ministry announced the expulsion of two Norwegians."
    )
    assert not any("Foreign Ministry" in suffering for _, _, suffering in told(record))


@pytest.mark.parametrize(
    ("report", "event"),
    [
        (
            "Gunmen seized nine nurses near Kano. The nine were freed by Chadian soldiers on Friday.",
            ("RETREAT", {"Chadian soldiers"}, {"nine nurses"}),
        ),
        (
            "Rebels kidnapped three Polish miners. All three were shot dead by a guard of the camp.",
            ("ASSAULT", {"guard of the camp"}, {"three Polish miners"}),
        ),
        (
            "The rebels shelled an airport. The army returned fire. It said 12 of them were killed.",
            ("ASSAULT", set(), {"rebels"}),
        ),
        (
            "Zambia closed its embassy in Tripoli. The government accused Libya of backing a coup.",
            ("ACCUSE", {"Zambia"}, {"Libya"}),
        ),
        (
            "The U.N. envoy, Pedro Alva, flew to Chad. The diplomat urged the rebels to stop fighting.",
            ("REQUEST", {"Pedro Alva"}, {"rebels"}),
        ),
    ],
)
def test_words_that_take_up_people_told_of_before(
    reader: Reader, report: str, event: tuple[str, set[str], set[str]]
) -> None:
    assert event in told(reader.read(report))


def test_a_number_of_people_not_told_of_before_is_nobody(reader: Reader) -> None:
    record = reader.read("Gunmen seized four nurses near Kano. The nine were freed by Chadian soldiers on Friday.")
    assert ("RETREAT", {"Chadian soldiers"}, {"four nurses"}) not in told(record)


def test_regret_over_what_another_did_owns_up_to_nothing(reader: Reader) -> None:
    assert ("ACCUSE", {"Kenya"}, {"Somalia"}) in told(reader.read("Kenya regretted Somalia's decision to leave."))
    assert ("CONCEDE", {"Kenya"}, set()) in told(reader.read("Kenya regretted its decision to leave."))


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenyan police foiled a plot to blow up a bridge.",
        "The Kenyan army uncovered a plan to shell a camp of refugees.",
        "Kenya condemned attempts to overthrow the government of Laos.",
    ],
)
def test_who_foils_or_condemns_a_plan_has_not_made_it(reader: Reader, sentence: str) -> None:
    assert not [event for event in told(reader.read(sentence)) if event[0] in ("ASSAULT", "COERCE") and event[1]]


def test_who_is_held_on_a_charge_is_meant_by_it(reader: Reader) -> None:
    record = reader.read("Police arrested five clerks on suspicion of plotting to kill the president.")
    assert ("ASSAULT", {"five clerks"}, {"president"}) in told(record)


def test_a_pronoun_is_what_its_actor_was_called(reader: Reader) -> None:
    record = reader.read("The editor said he had been beaten by police.")
    assert ("ASSAULT", {"police"}, {"editor"}) in told(record)


def test_a_pronoun_that_kills_is_no_bomber(reader: Reader) -> None:
    (event,) = reader.read("The army said it killed two rebels.").events
    assert event.modes == ()


def test_a_noun_before_a_hyphen_makes_another_verb(reader: Reader) -> None:
    record = reader.read("Indian police baton-charged farmers who tried to enter New Delhi.")
    assert told(record) == [("ASSAULT", {"Indian police"}, {"farmers"})]


@pytest.mark.parametrize(
    ("report", "event"),
    [
        ("Peru asked Chile to back a tax. Chile refused.", ("REJECT", {"Chile"}, {"Peru"})),
        (
            "Norway accused Laos of arming rebels. Laos dismissed the charge as baseless.",
            ("REJECT", {"Laos"}, {"Norway"}),
        ),
        ("Laos accused Nepal of theft. Nepal denied it.", ("REJECT", {"Nepal"}, {"Laos"})),
        (
            "Norway urged Laos to free two nurses. Laos rejected a bill on taxes.",
            ("REJECT", {"Laos"}, set()),
        ),
    ],
)
def test_an_answer_is_given_to_who_asked(reader: Reader, report: str, event: tuple[str, set[str], set[str]]) -> None:
    assert event in told(reader.read(report))


def test_who_is_granted_access_is_not_what_it_leads_to(reader: Reader) -> None:
    record = reader.read("Ecuador granted the United Nations access to its prisons.")
    assert ("RETREAT", {"Ecuador"}, {"United Nations"}) in told(record)


def test_of_two_envoys_the_word_itself_tells_which(reader: Reader) -> None:
    record = reader.read("Ambassador Ana Rivas met the envoy Lars Lund in Oslo. The envoy accused Chad of arson.")
    assert ("ACCUSE", {"Lars Lund"}, {"Chad"}) in told(record)


def test_a_pronoun_does_what_its_object_tells(reader: Reader) -> None:
    record = reader.read("Rebels freed three nurses they had held for a week.")
    assert "PROTEST" not in [event.type for event in record.events]


def test_revenge_is_not_threatened_to_who_was_killed(reader: Reader) -> None:
    record = reader.read("The leader of the Lake Front promised revenge for the killing of a commander.")
    assert [event.recipients for event in record.events if event.type == "THREATEN"] == [()]


def test_what_a_blockade_demands_has_been_demanded(reader: Reader) -> None:
    record = reader.read("Farmers blocked a road in Lima to demand the release of the mayor.")
    (demand,) = (event for event in record.events if event.type == "REQUEST")
    assert demand.factuality.status == "asserted"
