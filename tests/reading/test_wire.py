"""Single sentences and pairs of wire copy: who did what to whom, where a word decides it."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import sides_of, told


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Rebels killed four nurses after capturing them near Gao.", "ASSAULT", (["rebels"], ["four nurses"])),
        ("Fighters downed a Syrian warplane and captured its pilot.", "ASSAULT", (["fighters"], ["pilot"])),
        ("Chad lost two guardsmen to the rebels in May.", "ASSAULT", (["rebels"], ["two guardsmen"])),
        ("Ugandan soldiers were driven back by the National Guard.", "ASSAULT", (["National Guard"], None)),
        ("Peru struck Chile at dawn.", "ASSAULT", (["Peru"], ["Chile"])),
        ("Guards found those who killed three rebels.", "ASSAULT", ([], ["three rebels"])),
        ("Iran spoke of revenge for the Greek seizure of Iranian oil.", "COERCE", (["Greece"], ["Iran"])),
        ("Militants behead 11 in Mozambique village raid", "ASSAULT", (["militants"], [])),
        ("North Korea launched two missiles.", "MOBILIZE", (["North Korea"], [])),
        ("Weeks of roadblocks by Peruvian miners ended on Monday.", "PROTEST", (["Peruvian miners"], [])),
        ("The rebels walked out on Monday.", "REJECT", (["rebels"], [])),
        ("Norwegian nurses walked out on Monday.", "PROTEST", (["Norwegian nurses"], [])),
        ("Tens of thousands of teachers walked off the job in Peru.", "PROTEST", (None, [])),
        ("Chad warned that it would respond with tough measures.", "THREATEN", (["Chad"], [])),
    ],
)
def test_a_deed_has_its_parties(
    reader: Reader, text: str, event: str, sides: tuple[list[str] | None, list[str] | None]
) -> None:
    found = sides_of(reader.read(text), event)
    assert any(all(want in (None, got) for want, got in zip(sides, one, strict=True)) for one in found), found


@pytest.mark.parametrize(
    "text",
    [
        "Kenya's parliament voted to expel US troops after a drone strike killed General Rahimi.",
        "Cyclone Idai struck Mozambique.",
        "These terrorists sleep, train and eat in Kenya.",
    ],
)
def test_who_only_stands_near_did_nothing(reader: Reader, text: str) -> None:
    assert not [one for one in told(reader.read(text)) if one[0] in ("ASSAULT", "AID") and one[1]]


class TestDealings:
    def test_a_deal_of_two_threatens_neither(self, reader: Reader) -> None:
        record = reader.read("Kenya and Uganda agreed to impose sanctions on Burundi.")
        both = ["Kenya", "Uganda"]
        assert (both, both) in sides_of(record, "AGREE")
        assert not sides_of(record, "THREATEN")

    def test_one_anothers_envoys_are_expelled_by_both(self, reader: Reader) -> None:
        both = ["India", "Pakistan"]
        assert sides_of(reader.read("India and Pakistan expelled each other's envoys."), "SANCTION") == [(both, both)]

    @pytest.mark.parametrize(("who", "to"), [("Libyan jets", ["Chad"]), ("rebels", ["Chad"])])
    def test_who_denies_a_claim_answers_who_made_it(self, reader: Reader, who: str, to: list[str]) -> None:
        record = reader.read(f"Chad said {who} had bombed Wour. Libya dismissed the claim.")
        assert sides_of(record, "REJECT") == [(["Libya"], to)]

    @pytest.mark.parametrize(
        ("text", "event", "sides"),
        [
            ("Houthis freed 290 men. Envoy Martin Hale hailed the move.", "SUPPORT", (["Martin Hale"], ["Houthis"])),
            ("Chad closed its border with Libya. France condemned the decision.", "ACCUSE", (["France"], ["Chad"])),
            ("Chad accused Libya of theft. Mali condemned the move.", "ACCUSE", (["Mali"], [])),
        ],
    )
    def test_who_took_a_step_is_judged_for_it(
        self, reader: Reader, text: str, event: str, sides: tuple[list[str], list[str]]
    ) -> None:
        assert sides in sides_of(reader.read(text), event)

    def test_what_is_insisted_on_as_fact_is_no_request(self, reader: Reader) -> None:
        assert not sides_of(reader.read("Laos insisted that its soldiers had left the temple."), "REQUEST")
        wanted = sides_of(reader.read("Laos insisted that Thai soldiers leave the temple."), "REQUEST")
        assert wanted == [(["Laos"], ["Thai soldiers"])]

    def test_what_is_waited_for_has_not_happened(self, reader: Reader) -> None:
        record = reader.read("Peru ruled out talks with the Red Front until it frees all hostages.")
        (freed,) = [event for event in record.events if event.type == "RETREAT"]
        assert freed.factuality.status == "hypothetical"

    @pytest.mark.parametrize(
        ("text", "status"),
        [
            ("A court freed 24 officers accused of bombing a Kenyan church.", "hypothetical"),
            ("Chad accused the officers of bombing a Kenyan church.", "asserted"),
            ("They talked with Chad on bombing a Kenyan church.", None),
        ],
    )
    def test_what_nobody_accuses_them_of_is_open(self, reader: Reader, text: str, status: str | None) -> None:
        bombed = {event.factuality.status for event in reader.read(text).events if event.type == "ASSAULT"}
        assert bombed <= {status, "hypothetical"}

    def test_what_talks_are_about_has_not_happened(self, reader: Reader) -> None:
        record = reader.read("Keller of Norway flew to Riyadh for talks with the Houthis on ending the war in Yemen.")
        assert not [one for one in record.events if one.type == "RETREAT" and one.factuality.status == "asserted"]

    def test_a_demand_goes_on_in_its_own_tense(self, reader: Reader) -> None:
        record = reader.read("Chad demanded that the rebels leave Gao and urged Mali to talk.")
        assert sides_of(record, "REQUEST") == [(["Chad"], ["rebels"]), (["Chad"], ["Mali"])]

    def test_a_finite_verb_goes_on_where_the_sentence_does(self, reader: Reader) -> None:
        record = reader.read("Morocco accused Iran of arming the Red Front through Syria and cut ties with Tehran.")
        assert sides_of(record, "SANCTION") == [(["Morocco"], ["Iran"])]


class TestWhoIsMeant:
    @pytest.mark.parametrize("nation", ["country", "landlocked country", "West African nation"])
    def test_who_urges_a_country_is_not_the_country(self, reader: Reader, nation: str) -> None:
        record = reader.read(f"Chad said it would leave the bloc. France urged the {nation} to reconsider.")
        assert sides_of(record, "REQUEST") == [(["France"], ["Chad"])]

    def test_the_sides_are_not_a_state_and_its_own_army(self, reader: Reader) -> None:
        record = reader.read(
            "Serbia placed its army on alert after a Serb was shot by Kosovo police. NATO urged both sides to stop."
        )
        assert sides_of(record, "REQUEST") == [(["NATO"], ["Serbia", "Kosovo police"])]

    def test_who_is_met_abroad_is_of_the_country_visited(self, reader: Reader) -> None:
        record = reader.read("U.S. envoy Anne Keller arrived in Riyadh on Monday for talks with Crown Prince Faisal.")
        assert next(actor.country for actor in record.actors if actor.name.endswith("Faisal")) == "SAU"

    def test_who_waits_is_not_who_is_waited_for(self, reader: Reader) -> None:
        record = reader.read("The United States will not lift sanctions on Caracas until it frees political prisoners.")
        assert sides_of(record, "RETREAT") == [(["Venezuela"], ["political prisoners"])]

    @pytest.mark.parametrize(
        ("text", "named"),
        [
            ("Rebels fled, Peru's defence minister said.\n\nAna Prado told reporters that 60 men had left.", True),
            (
                "The defence minister of Peru said that rebels had fled.\n\nAna Prado told reporters she saw them.",
                False,
            ),
            ("Rebels fled, Peru's defence minister said. Ana Prado told reporters that she saw them.", False),
        ],
    )
    def test_the_office_ends_a_paragraph_and_the_name_opens_the_next(
        self, reader: Reader, text: str, named: bool
    ) -> None:
        (prado,) = [actor for actor in reader.read(text).actors if actor.name == "Ana Prado"]
        assert bool(prado.roles) is named

    def test_an_acronym_is_what_the_text_explains(self, reader: Reader) -> None:
        record = reader.read("The group Reporters Without Borders (RSF) condemned it. The RSF said so.")
        assert {(actor.country, "REB" in actor.sectors) for actor in record.actors if "RSF" in actor.names} == {
            (None, False)
        }
        record = reader.read("The Rapid Support Forces (RSF) shelled Omdurman. The RSF said so.")
        assert {actor.country for actor in record.actors if "RSF" in actor.names} == {"SDN"}

    def test_a_body_that_is_dissolved_had_the_leaders(self, reader: Reader) -> None:
        record = reader.read("Thailand's Constitutional Court dissolved the Move Ahead party and jailed its leaders.")
        (jailed,) = [event for event in record.events if event.rule.startswith("coerce.arrest")]
        (whom,) = [actor for actor in record.actors if actor.id in jailed.recipients]
        assert "PTY" in whom.sectors

    def test_a_quarter_of_the_world_in_lower_case_is_no_country(self, reader: Reader) -> None:
        record = reader.read("France urged the central African country to reconsider.")
        assert not any(actor.country == "CAF" for actor in record.actors)


class TestWhenAndWhere:
    @pytest.mark.parametrize("when", ["before dawn Tuesday", "just after midnight Tuesday", "before dawn on Tuesday"])
    def test_before_dawn_is_on_that_day(self, reader: Reader, when: str) -> None:
        record = reader.read(f"Rebels attacked a Kenyan outpost {when}.", published=date(2024, 5, 10))
        (event,) = record.events
        assert event.time is not None
        assert event.time.from_ == event.time.to == "2024-05-07"

    def test_where_they_came_from_is_not_where_they_attacked(self, reader: Reader) -> None:
        record = reader.read("Rebels crossed from Venezuela and attacked an army outpost.")
        assert [event.place for event in record.events if event.type == "ASSAULT"] == [None]
