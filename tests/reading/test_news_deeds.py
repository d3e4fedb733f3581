"""Deeds of newswire: force used on others, what is wanted done, what is condemned, what befalls a craft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Raiders disarmed the guards at a mine in Peru.", ("COERCE", {"Raiders"}, {"guards"})),
        ("The Kenyan government said it would not pay ransom to the gang.", ("REJECT", {"Kenya"}, {"gang"})),
    ],
)
def test_what_is_taken_by_force(reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert told(reader.read(sentence)) == [expected]


def test_a_deed_is_laid_on_who_did_that_one(reader: Reader) -> None:
    record = reader.read(
        "Rebels in Kenya beheaded a nurse after soldiers attacked their camp. The bishop condemned the beheading."
    )
    assert told(record)[-1] == ("ACCUSE", {"bishop"}, {"rebels in Kenya"})


def test_a_deed_told_without_its_doer_is_laid_on_nobody_else(reader: Reader) -> None:
    record = reader.read(
        "A nurse was beheaded in May. Soldiers attacked the rebels. The bishop condemned the beheading."
    )
    assert "soldiers" not in {name for kind, _, whom in told(record) if kind == "ACCUSE" for name in whom}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels want two jailed comrades released.",
        "The rebels want the curfew lifted and two jailed comrades released.",
    ],
)
def test_those_whom_something_is_wanted_done_to_are_not_asked(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == [("REQUEST", {"rebels"}, set())]


def test_a_denial_that_there_was_something_is_no_condition(reader: Reader) -> None:
    (event,) = reader.read("Nepal denied there had been a swap.").events
    assert (event.type, event.factuality.status) == ("REJECT", "asserted")


def test_what_is_crushed_by_name_is_a_group(reader: Reader) -> None:
    record = reader.read("President Karim vowed to crush the Harakat.")
    assert told(record) == [("THREATEN", {"Karim"}, {"Harakat"})]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Chadian rebels burned an army truck on Friday.", {"army"}),
        ("Chadian rebels attacked a government convoy on Friday.", {"government"}),
    ],
)
def test_a_craft_is_its_owners(reader: Reader, sentence: str, whose: set[str]) -> None:
    assert told(reader.read(sentence)) == [("ASSAULT", {"Chadian rebels"}, whose)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A government helicopter crashed near Nakuru on Friday, killing three.",
        "A Kenyan army truck overturned on Monday, killing three soldiers.",
    ],
)
def test_an_accident_is_no_attack(reader: Reader, sentence: str) -> None:
    assert told(reader.read(sentence)) == []


def test_whose_word_stands_behind_it_accuses_nobody(reader: Reader) -> None:
    record = reader.read("Bandits abducted nine teachers near Kaduna, officials said on Saturday.")
    assert told(record) == [("ASSAULT", {"bandits"}, {"nine teachers"})]
    for said in ("Malta said that Tunisia had violated the treaty.", "Tunisia had violated the treaty, Malta said."):
        assert ("ACCUSE", {"Malta"}, {"Tunisia"}) in told(reader.read(said))


def test_the_object_of_a_deed_is_no_second_deed(reader: Reader) -> None:
    record = reader.read("The high court in Lusaka upheld the death sentence of a rebel leader.")
    assert [kind for kind, _, _ in told(record)] == ["SANCTION"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chad said it would no longer buy gas from Gabon.", ("REJECT", "asserted")),
        ("Chad no longer recognises the government of Gabon.", ("SANCTION", "asserted")),
    ],
)
def test_no_longer_denies(reader: Reader, sentence: str, expected: tuple[str, str]) -> None:
    (event,) = reader.read(sentence).events
    assert (event.type, event.factuality.status) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Oman said it would close the strait if its ports were attacked.",
        "Commander Foday Conteh told reporters that his men would kill the captives if jets bombed the town.",
    ],
)
def test_what_somebody_will_do_if_provoked_is_a_threat(reader: Reader, sentence: str) -> None:
    assert reader.read(sentence).events[0].type == "THREATEN"


def test_what_is_waited_for_is_not_promised(reader: Reader) -> None:
    record = reader.read("The rebels said they would not leave until the army stopped air raids on their bases.")
    statuses = {event.factuality.status for event in record.events if event.type == "RETREAT"}
    assert statuses == {"hypothetical"}


def test_forces_face_those_whose_move_they_answer(reader: Reader) -> None:
    record = reader.read("Finland scrambled fighters after two Russian bombers entered its airspace.")
    assert ("MOBILIZE", {"Finland"}, {"two Russian bombers"}) in told(record)


def test_who_calls_off_a_visit_turns_the_visitors_down(reader: Reader) -> None:
    record = reader.read("Djibouti called off a planned visit by Eritrean officials.")
    assert told(record) == [("REJECT", {"Djibouti"}, {"Eritrean officials"})]
    assert record.events[0].factuality.status == "asserted"


def test_what_belongs_to_somebody_stands_for_him(reader: Reader) -> None:
    record = reader.read("The Peruvian government froze bank accounts belonging to Senator Luis Condori.")
    assert told(record) == [("SANCTION", {"Peru"}, {"Luis Condori"})]


def test_what_is_counted_is_what_stands_behind_of(reader: Reader) -> None:
    record = reader.read("The army retook two of the villages.")
    assert [event.rule for event in record.events] == ["assault.seize-territory"]


def test_what_others_proposed_is_accepted_from_them(reader: Reader) -> None:
    record = reader.read("Syria accepted a proposal by Kenyan mediators to withdraw its tanks.")
    assert ("AGREE", {"Syria"}, {"Kenyan mediators"}) in told(record)
    assert {event.factuality.status for event in record.events} == {"asserted"}


def test_what_somebody_is_ordered_to_do_is_told_by_the_order(reader: Reader) -> None:
    record = reader.read("The regional court ordered Turkey to pay compensation to a Greek fisherman.")
    assert [event.type for event in record.events] == ["SANCTION"]


def test_a_country_of_two_words_is_whose_ship_it_is(reader: Reader) -> None:
    assert told(reader.read("Japan banned all South African ships.")) == [("COERCE", {"Japan"}, {"South Africa"})]


def test_a_threat_on_condition_has_been_made(reader: Reader) -> None:
    (event,) = reader.read("North Korea threatened further strikes if South Korea stages naval drills.").events
    assert (event.type, event.factuality.status) == ("THREATEN", "asserted")


def test_what_a_claim_says_that_is_turned_down_is_denied(reader: Reader) -> None:
    record = reader.read("Albania rejected accusations that it was training the rebels.")
    assert [event.factuality.status for event in record.events] == ["asserted", "negated"]


@pytest.mark.parametrize(
    ("sentence", "statuses"),
    [
        ("Norway's envoy will fly to Chad for talks with the rebels.", {"future"}),
        ("Norway's envoy did not fly to Chad for talks with the rebels.", {"negated"}),
        ("Norway's envoy flew to Chad for talks with the rebels.", {"asserted"}),
    ],
)
def test_what_somebody_goes_for_is_as_real_as_his_going(reader: Reader, sentence: str, statuses: set[str]) -> None:
    assert {event.factuality.status for event in reader.read(sentence).events} == statuses


def test_how_an_attack_ended_is_no_second_one(reader: Reader) -> None:
    assert told(reader.read("Gunmen shot and killed a judge.")) == [("ASSAULT", {"gunmen"}, {"judge"})]
    assert len(reader.read("Gunmen abducted and killed a judge.").events) == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "President Ana Lopez told a rally of the ruling Green Party that she would win.",
        "President Ana Lopez addressed a rally in Lima.",
    ],
)
def test_a_rally_that_is_spoken_to_is_no_protest(reader: Reader, sentence: str) -> None:
    assert all(event.type != "PROTEST" for event in reader.read(sentence).events)


def test_a_visit_cut_short_is_a_visit(reader: Reader) -> None:
    record = reader.read("President Ana Lopez cut short a visit to Kuwait.")
    assert [(event.type, event.modes) for event in record.events] == [("CONSULT", ("visit",))]


def test_a_threat_has_the_mode_of_what_is_threatened(reader: Reader) -> None:
    (event,) = reader.read("President Ana Lopez vowed to expel the British ambassador.").events
    assert (event.type, event.modes) == ("THREATEN", ("expel",))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Rebels killed 12 in Peru on Monday.", ("ASSAULT", {"rebels"}, {"12 people"})),
        ("The Chadian police arrested more than 100.", ("COERCE", {"Chadian police"}, {"100 people"})),
        ("The strike killed nine, including two children.", ("ASSAULT", set(), {"nine people"})),
        ("Gunmen kill 12", ("ASSAULT", {"gunmen"}, set())),  # a headline's count: who they are is told below it
    ],
)
def test_a_number_by_itself_is_people(reader: Reader, sentence: str, expected: tuple[str, set[str], set[str]]) -> None:
    assert expected in told(reader.read(sentence))


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("The Peruvian minister said the rebels had fled and accused Chad of arming them.", "Peruvian minister"),
        ("The Peruvian envoy told reporters that troops were massing and urged Chad to leave.", "Peruvian envoy"),
        ("The Peruvian envoy said rebels had seized two nurses and accused them of spying.", "rebels"),
        ("The Peruvian envoy said Chad had summoned him and demanded an apology.", "Chad"),
    ],
)
def test_who_is_quoted_goes_on_to_accuse_and_to_urge(reader: Reader, sentence: str, speaker: str) -> None:
    assert [who for kind, who, _ in told(reader.read(sentence)) if kind in ("ACCUSE", "REQUEST")][-1] == {speaker}


@pytest.mark.parametrize(
    ("sentence", "sectors"),
    [
        ("Ambassadors Ana Prado and Luis Mena met on Monday.", {("Ana Prado", "GOV"), ("Luis Mena", "GOV")}),
        ("The Peruvian generals Ana Prado and Luis Mena were tried.", {("Ana Prado", "MIL"), ("Luis Mena", "MIL")}),
        ("Aid workers Ana Prado and Luis Mena were shot.", {("Ana Prado", "NGO"), ("Luis Mena", "NGO")}),
        ("General Ana Prado and Luis Mena met on Monday.", {("Ana Prado", "MIL"), ("Luis Mena", None)}),
    ],
)
def test_a_title_in_the_plural_is_that_of_all_in_the_row(
    reader: Reader, sentence: str, sectors: set[tuple[str, str | None]]
) -> None:
    actors = reader.read(sentence).actors
    assert {(actor.name, next(iter(actor.sectors), None)) for actor in actors if actor.kind == "person"} == sectors


def test_presidents_in_a_row_are_of_their_own_countries(reader: Reader) -> None:
    record = reader.read("Presidents Osei of Ghana and Mwangi of Kenya signed the pact.")
    assert {(one.name, one.country) for one in record.actors if one.kind == "person"} == {
        ("Osei", "GHA"),
        ("Mwangi", "KEN"),
    }


def test_a_threat_to_send_arms_is_to_those_they_are_for(reader: Reader) -> None:
    assert told(reader.read("Peru threatened to use troops to attack Gabon.")) == [("THREATEN", {"Peru"}, {"Gabon"})]


@pytest.mark.parametrize("people", ["Japanese", "Swiss", "Lebanese"])
def test_a_nationality_that_is_counted_is_people(reader: Reader, people: str) -> None:
    assert told(reader.read(f"Rebels kidnapped two {people} in Gao.")) == [("ASSAULT", {"rebels"}, {f"two {people}"})]


def test_those_told_of_are_not_those_who_tell(reader: Reader) -> None:
    record = reader.read("Troops attacked a camp, military officials said. Four soldiers died in the raid, they said.")
    voices = {voice.id: voice for voice in record.voices}
    names = {actor.id: actor.name for actor in record.actors}
    speakers = [names.get(voices[event.voice[-1]].actor) for event in record.events]
    assert set(speakers) == {"military officials"}
