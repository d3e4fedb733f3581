"""Event mentions: who did what to whom, and what is no event."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord
from dragoman.record import Event


def names(record: ReportRecord, ids: tuple[str, ...]) -> set[str]:
    by_id = {actor.id: actor.name for actor in record.actors}
    return {by_id[actor] for actor in ids}


def told(record: ReportRecord) -> list[tuple[str, set[str], set[str]]]:
    return [(e.type, names(record, e.actors), names(record, e.recipients)) for e in record.events]


def only(record: ReportRecord) -> Event:
    assert len(record.events) == 1, told(record)
    return record.events[0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kenya criticised Uganda on Monday.",
        "Uganda was criticised by Kenya on Monday.",
        "Kenya's criticism of Uganda came on Monday.",
        "Kenyan criticism of Uganda came on Monday.",
        "Kenya voiced criticism of Uganda on Monday.",
        "Uganda drew criticism from Kenya on Monday.",
    ],
)
def test_form_does_not_matter(reader: Reader, sentence: str) -> None:
    """Active, passive, nominal and light-verb tellings are one coding."""
    assert told(reader.read(sentence)) == [("ACCUSE", {"Kenya"}, {"Uganda"})]


@pytest.mark.parametrize("sentence", ["Peru and Chile held talks in Lima.", "Talks between Peru and Chile took place."])
def test_reciprocal_events_have_every_party_on_both_sides(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == [("CONSULT", {"Peru", "Chile"}, {"Peru", "Chile"})]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya is in talks with Uganda.", ("CONSULT", {"Kenya"}, {"Uganda"})),
        ("Chad is at war with Gabon.", ("ASSAULT", {"Chad"}, {"Gabon"})),
        ("Minister Rosa Huaman is under arrest.", ("COERCE", set(), {"Rosa Huaman"})),
    ],
)
def test_what_somebody_is_in_or_under_is_told_of_the_subject(
    reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert told(reader.read(sentence)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "Poland's imposition of sanctions on Bolivia surprised traders.",
        "The imposition of sanctions on Bolivia by Poland failed.",
    ],
)
def test_a_light_noun_lends_its_participants_to_what_it_carries(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == [("SANCTION", {"Poland"}, {"Bolivia"})]


def test_the_preposition_before_a_noun_is_not_the_one_its_entry_asks_for(reader: Reader) -> None:
    record = reader.read("Traders spoke of Poland's favour for Bolivia.")
    assert not record.events, told(record)


def test_the_actor_behind_a_thing_is_meant(reader: Reader) -> None:
    record = reader.read("Norway criticised the policy pursued by Sweden.")
    assert told(record) == [("ACCUSE", {"Norway"}, {"Sweden"})]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Kenyan army's killing of workers angered the union.",
        "The killing of workers by the Kenyan army angered the union.",
    ],
)
def test_beside_the_victim_the_possessor_is_the_doer(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == [("ASSAULT", {"Kenyan army"}, {"workers"})]


def test_the_object_behind_several_verbs_serves_them_all(reader: Reader) -> None:
    record = reader.read("Kenyan police shot, beat and arrested students.")
    assert {"ASSAULT", "COERCE"} == {event.type for event in record.events}
    assert all(names(record, event.recipients) == {"students"} for event in record.events)


def test_what_somebody_leads_is_the_leader_s_act(reader: Reader) -> None:
    record = reader.read("US-led airstrikes on Somalia continued.")
    assert told(record) == [("ASSAULT", {"United States"}, {"Somalia"})]


@pytest.mark.parametrize(
    ("sentence", "recipients"),
    [
        ("Norway condemned the arrest of activists in Chad.", {"Chad"}),
        ("Norway condemned the killing of activists in Chad.", {"unidentified forces in Chad"}),
        ("Norway condemned the killing of two Chilean soldiers by rebels.", {"rebels"}),
        ("Norway demanded the release of two Kenyan journalists.", set()),
    ],
)
def test_who_suffers_an_act_is_not_to_blame_for_it(reader: Reader, sentence: str, recipients: set[str]) -> None:
    record = reader.read(sentence)
    assert names(record, record.events[0].recipients) == recipients


@pytest.mark.parametrize(
    ("sentence", "parties"),
    [
        ("Talks were held in Oslo between Sudan and Chad.", {"Sudan", "Chad"}),
        ("Protesters clashed with police in Lima.", {"protesters", "police"}),
    ],
)
def test_parties_are_found_wherever_they_hang(reader: Reader, sentence: str, parties: set[str]) -> None:
    record = reader.read(sentence)
    assert names(record, (*only(record).actors, *only(record).recipients)) == parties


@pytest.mark.parametrize("words", ["together with", "along with", "alongside"])
def test_companions_of_the_subject_act_with_it(reader: Reader, words: str) -> None:
    record = reader.read(f"Norway, {words} Sweden, condemned Chad.")
    assert names(record, only(record).actors) == {"Norway", "Sweden"}


def test_what_a_protest_says_tells_against_whom_it_is(reader: Reader) -> None:
    record = reader.read("Demonstrators in Lima blocked a road to show their anger at Chile.")
    assert ("PROTEST", {"demonstrators in Lima"}, {"Chile"}) in told(record)


def test_a_hostile_act_on_a_condition_is_a_threat(reader: Reader) -> None:
    record = reader.read("The party said it will boycott the vote unless the president resigns.")
    assert told(record)[0] == ("THREATEN", {"party"}, {"president"})


@pytest.mark.parametrize(
    ("sentence", "event_type"),
    [
        ("Kenya and Uganda accused each other of backing rebels.", "ACCUSE"),
        ("Kenya and Uganda traded fire.", "ASSAULT"),
    ],
)
def test_what_two_do_to_each_other_has_both_on_both_sides(reader: Reader, sentence: str, event_type: str) -> None:
    assert (event_type, {"Kenya", "Uganda"}, {"Kenya", "Uganda"}) in told(reader.read(sentence))


@pytest.mark.parametrize(
    ("sentence", "coding"),
    [
        ("Chad was given $5 million by Norway.", ("AID", {"Norway"}, {"Chad"})),
        ("Chad received $5 million in aid from Norway.", ("AID", {"Norway"}, {"Chad"})),
        ("The rebels were urged to lay down their arms by Norway's king.", ("REQUEST", {"Norway's king"}, {"rebels"})),
        ("Norway's suspension of aid to Chad drew criticism.", ("SANCTION", {"Norway"}, {"Chad"})),
        ("Kenya agreed to a ceasefire with Uganda.", ("CONCEDE", {"Kenya"}, {"Uganda"})),
    ],
)
def test_parties_stand_in_many_places(reader: Reader, sentence: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(sentence))


def test_what_somebody_is_warned_against_has_not_happened(reader: Reader) -> None:
    assert told(reader.read("Norway warned Chad against attacking Sudan.")) == [("THREATEN", {"Norway"}, {"Chad"})]


def test_who_claims_an_attack_is_its_doer(reader: Reader) -> None:
    record = reader.read("The Taliban claimed responsibility for a bombing in Kabul.")
    assert names(record, only(record).actors) == {"Taliban"}


def test_what_is_demanded_has_not_happened(reader: Reader) -> None:
    record = reader.read("Norway demanded that Sweden withdraw its troops from the island.")
    event = only(record)
    assert (event.type, event.modes) == ("REQUEST", ("yield",))
    assert names(record, event.recipients) == {"Sweden"}


def test_ended_support_is_a_sanction(reader: Reader) -> None:
    record = reader.read("Norway suspended its aid to Sweden on Monday.")
    assert told(record) == [("SANCTION", {"Norway"}, {"Sweden"})]


def test_a_definite_noun_takes_up_the_event_told_before(reader: Reader) -> None:
    """“Attended the meeting”: with whom, when and where come from the telling it points back to."""
    record = reader.read(
        "President Juan Cruz held talks in Lima with King Harald on Monday."
        " Foreign Minister Ana Paz attended the meeting.",
        published="2025-12-08",
    )
    last = record.events[-1]
    assert names(record, last.actors) == {"Ana Paz"}
    assert "Harald" in names(record, last.recipients)
    assert last.time is not None
    assert last.time.from_ == "2025-12-08"


def test_companions_are_actors_not_recipients(reader: Reader) -> None:
    record = reader.read("General Tom Otieno's visit to Kampala with his sons Ben and Sam took place in June.")
    event = only(record)
    assert names(record, event.actors) == {"Tom Otieno", "Ben", "Sam"}
    assert names(record, event.recipients) == {"Uganda"}


def test_a_circumstance_is_no_event_of_its_own(reader: Reader) -> None:
    record = reader.read("Kenya's president visited Oslo on Monday. During the visit, he praised Norway.")
    assert [event.type for event in record.events] == ["CONSULT", "SUPPORT"]


def test_an_agentless_passive_keeps_its_victim(reader: Reader) -> None:
    record = reader.read("Three journalists were kidnapped in Lima on Monday.")
    event = only(record)
    assert (event.type, event.actors) == ("ASSAULT", ())
    assert event.recipients


@pytest.mark.parametrize(
    "sentence",
    [
        "The heart attack killed the singer at home.",
        "Demand for oil rose sharply in June.",
        "The factory met its target.",
        "Floods killed 20 people in the valley.",
        "The minister told reporters that the weather was fine.",
        "The law was accused of attacking the press.",
    ],
)
def test_ordinary_sentences_tell_no_event(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == []


def test_every_event_points_back_to_its_words(reader: Reader) -> None:
    record = reader.read(
        "A presidential statement said Kenya condemned Uganda. Kenya also called for talks.", outlet="The Post"
    )
    voices = {voice.id: voice for voice in record.voices}
    for event in record.events:
        start, end = event.anchor
        assert record.text[start:end]
        assert voices[event.voice[0]].kind == "self"
        assert len(event.actor_spans) == len(event.actors)
    assert [voices[link].kind for link in record.events[0].voice] == ["self", "statement"]
    assert [voices[link].kind for link in record.events[1].voice][:1] == ["self"]


@pytest.mark.parametrize(
    ("text", "kind", "recipient"),
    [
        ("Peter Ruto is accused of hiding the money.", "ACCUSE", "Peter Ruto"),
        ("Kenya was urged to reopen the bridge.", "REQUEST", "Kenya"),
        ("The Laotian minister was widely criticised over the dam.", "ACCUSE", "Laotian minister"),
    ],
)
def test_a_passive_need_not_name_who_said_it(reader: Reader, text: str, kind: str, recipient: str) -> None:
    assert told(reader.read(text)) == [(kind, set(), {recipient})]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenya and Uganda held talks in Geneva. An agreement was reached on Tuesday.", "SUPPORT"),
        ("Kenya and Uganda held talks in Geneva. Negotiations resumed on Tuesday.", "CONSULT"),
        ("Kenya and Uganda held talks in Geneva. Further discussions were held on Tuesday.", "CONSULT"),
    ],
)
def test_talks_and_deals_told_by_a_bare_noun_are_of_those_who_talked_before(
    reader: Reader, text: str, kind: str
) -> None:
    both = {"Kenya", "Uganda"}
    assert told(reader.read(text))[1:] == [(kind, both, both)]


def test_bare_talks_of_nobody_told_before_are_no_event(reader: Reader) -> None:
    assert not reader.read("Negotiations resumed on Tuesday.").events


def test_who_led_talks_held_by_nobody_else_is_their_party(reader: Reader) -> None:
    record = reader.read("Further talks were held on Monday, led by Kenyan minister Peter Ruto.")
    assert names(record, only(record).actors) == {"Peter Ruto"}


def test_what_is_done_to_oneself_has_no_second_party(reader: Reader) -> None:
    assert not reader.read("Kenyan minister Peter Ruto defended himself.").events


def test_a_by_phrase_belongs_to_the_nearest_passive(reader: Reader) -> None:
    record = reader.read("Rosa Huaman was detained in May after she was impeached by the Peruvian Senate.")
    assert ("COERCE", set(), {"Rosa Huaman"}) in told(record)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Laotian army's killing of Kenyan miners shocked the town.", "ASSAULT"),
        ("The Laotian army's arrest of Kenyan miners surprised nobody.", "COERCE"),
    ],
)
def test_a_possessor_beside_of_is_the_doer(reader: Reader, text: str, kind: str) -> None:
    record = reader.read(text)
    assert told(record) == [(kind, {"Laotian army"}, {"Kenyan miners"})]
    assert only(record).factuality.status == "asserted"


def test_where_people_meet_is_not_met(reader: Reader) -> None:
    record = reader.read("The talks moved to Norway, where Kenyan minister Peter Ruto met Ugandan envoy Rosa Okello.")
    assert ("CONSULT", {"Peter Ruto"}, {"Rosa Okello"}) in told(record)
    assert not any("Norway" in recipients for _, _, recipients in told(record))


def test_a_pronoun_is_as_good_an_object_as_a_noun(reader: Reader) -> None:
    record = reader.read("Two Kenyan nurses were abducted in May. They were released on Friday.")
    assert told(record)[1] == ("RETREAT", set(), {"two Kenyan nurses"})
    assert not reader.read("The Kenyan reports were late. They were released on Friday.").events


def test_captives_are_released_and_not_their_captors(reader: Reader) -> None:
    record = reader.read("The rebels seized two Kenyan nurses in May. They were released on Friday.")
    assert names(record, record.events[1].recipients) == {"two Kenyan nurses"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Kenya broke off talks with Uganda.", ("SANCTION", {"Kenya"}, {"Uganda"})),
        ("Kenya called off talks with Uganda.", ("REJECT", {"Kenya"}, {"Uganda"})),
        ("Kenya concluded talks with Uganda.", ("CONSULT", {"Kenya"}, {"Uganda"})),
        ("Kenya announced funds to help Uganda.", ("AID", {"Kenya"}, {"Uganda"})),
    ],
)
def test_what_became_of_talks_and_whom_aid_is_for(
    reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]
) -> None:
    assert expected in told(reader.read(sentence))


def test_troops_remain_on_alert(reader: Reader) -> None:
    assert [event.type for event in reader.read("Kenyan troops remained on alert.").events] == ["MOBILIZE"]


def test_each_accuses_the_other(reader: Reader) -> None:
    for link in ("", "with "):
        record = reader.read(f"Chad and Niger traded fire, {link}each accusing the other of violating a ceasefire.")
        both = {"Chad", "Niger"}
        assert told(record) == [("ASSAULT", both, both), ("ACCUSE", both, both)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad rejected accusations that it supports the rebels.", ("REJECT", {"Chad"}, set())),
        ("Chad threatened to send troops.", ("THREATEN", {"Chad"}, set())),
        ("The opposition coalition welcomed the coup.", ("SUPPORT", {"opposition coalition"}, set())),
    ],
)
def test_whom_an_act_is_not_done_to(reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]) -> None:
    record = reader.read(sentence)
    assert expected in told(record)
    assert "COERCE" not in {kind for kind, _, _ in told(record)}


def test_who_suffers_a_wrong_is_not_accused_of_it(reader: Reader) -> None:
    record = reader.read("The rights group Vesna said that ten students had been tortured by Kenyan police.")
    assert ("ACCUSE", {"Vesna"}, {"Kenyan police"}) in told(record)
    record = reader.read("The rights group Vesna said that ten students had been tortured in custody.")
    assert "ACCUSE" not in {kind for kind, _, _ in told(record)}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Some African countries condemned Chad.", ("ACCUSE", {"African countries"}, {"Chad"})),
        ("Three states imposed sanctions on Chad.", ("SANCTION", {"three states"}, {"Chad"})),
        ("Evidence against Chad was presented by Niger.", ("ACCUSE", {"Niger"}, {"Chad"})),
        ("The Chilean army was placed on high alert.", ("MOBILIZE", {"Chilean army"}, set())),
        ("Soldiers seized power in Niger.", ("COERCE", {"soldiers"}, {"Niger"})),
        ("Kenya closed the Busia crossing.", ("COERCE", {"Kenya"}, set())),
        ("Norway is providing maps and military intelligence to Chad.", ("COOPERATE", {"Norway"}, {"Chad"})),
        ("The rebels said they will lay down their weapons.", ("CONCEDE", {"rebels"}, set())),
        ("Some 5,000 workers stopped work on Monday.", ("PROTEST", {"5,000 workers"}, set())),
        (
            "The Norwegian and Danish envoys held two days of talks.",
            ("CONSULT", {"Norwegian envoys", "Danish envoys"}, {"Norwegian envoys", "Danish envoys"}),
        ),
        ("Sudan and the rebels violated the ceasefire.", ("ASSAULT", {"Sudan", "rebels"}, {"Sudan", "rebels"})),
        ("Peruvian police hit military positions in Chile with rockets.", ("ASSAULT", {"Peruvian police"}, {"Chile"})),
        ("Amnesty denounced 20 detentions in Chad this year.", ("ACCUSE", {"Amnesty"}, {"Chad"})),
    ],
)
def test_who_acts_and_on_whom(reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert told(reader.read(sentence)) == [expected]
