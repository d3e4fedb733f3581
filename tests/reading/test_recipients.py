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
            ("ASSAULT", ["police"], ["three Peruvian students"]),
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
        # hung on a word further in
        ("Gabon returned statues bought from thieves in the old port to Chad.", ("RETREAT", ["Gabon"], ["Chad"])),
        ("Norway cut its aid and its ties to Laos.", ("SANCTION", ["Norway"], ["Laos"])),
        # who is to do what a noun demands
        ("Kenya issued a demand that Uganda open the border.", ("REQUEST", ["Kenya"], ["Uganda"])),
        # where aid is to help
        ("Norway sent helicopters to fight fires in Chile.", ("AID", ["Norway"], ["Chile"])),
        # what somebody takes a stand on
        ("Uganda rejected a plan that would move the Kenyan embassy.", ("REJECT", ["Uganda"], ["Kenyan embassy"])),
        (
            "Norway launched a mediation to end the war between Chad and Sudan.",
            ("CONSULT", ["Norway"], ["Chad", "Sudan"]),
        ),
        (
            "The UN condemned the bombing of a Chadian market.",
            ("ACCUSE", ["UN"], ["unidentified forces in Chad"]),
        ),
        # a name that looks like a place is looked into
        ("Prosecutors opened an inquiry into Karatepe.", ("ACCUSE", ["prosecutors"], ["Karatepe"])),
        ("The Lake Court opened a probe into abuses in Chad.", ("ACCUSE", ["Lake Court"], ["Chad"])),
        # what holds the aid, and who is sent to help
        ("Norway delivered truckloads of aid to Chadian villagers.", ("AID", ["Norway"], ["Chadian villagers"])),
        ("Kenya sent a rescue team to Peru.", ("AID", ["Kenya"], ["Peru"])),
        # who holds the vote
        (
            "Opposition parties in Kenya boycotted the election.",
            ("PROTEST", ["opposition parties in Kenya"], ["Kenya"]),
        ),
        ("Peru imposed sanctions in relation to Chile.", ("SANCTION", ["Peru"], ["Chile"])),
        # who gave in before
        (
            "Kenyan miners called off a strike after the Ugandan government agreed to pay them.",
            ("CONCEDE", ["Kenyan miners"], ["Uganda"]),
        ),
        # whose act is awaited, as one of several
        (
            "Chad will not end the siege before the truce is signed and Sudan withdraws.",
            ("REJECT", ["Chad"], ["Sudan"]),
        ),
        # where the broken word was broken
        ("Kenya violated the truce by shelling villages in Somalia.", ("ASSAULT", ["Kenya"], ["Somalia"])),
        # fired at a thing in a place
        ("Chilean tanks fired shells at targets in Tacna, Peru.", ("ASSAULT", ["Chilean tanks"], ["Peru"])),
    ],
)
def test_a_roundabout_telling_names_its_parties(reader: Reader, text: str, coding: Coding) -> None:
    assert coding in told(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chad rejected accusations that it supports the rebels.",  # whoever accuses it is not told
        "Kenya agreed to withdraw its soldiers.",  # they are its own
        "Peru agreed to establish a National Council of Miners.",  # it is made by it
    ],
)
def test_who_suffers_owns_or_is_made_is_not_concerned(reader: Reader, text: str) -> None:
    assert [recipients for kind, _, recipients in told(reader.read(text)) if kind != "SUPPORT"] == [[]]


def test_the_words_of_what_is_hit_stand_for_who_is_hit(reader: Reader) -> None:
    record = reader.read("Somali rebels shelled a hospital in Nairobi.")
    (event,) = record.events
    assert [record.text[start:end] for start, end in event.recipient_spans] == ["a hospital in Nairobi"]


def test_a_sentence_to_prison_is_an_arrest_too(reader: Reader) -> None:
    codings = told(reader.read("A Peruvian court sentenced the general to nine years in prison."))
    assert [kind for kind, _, _ in codings] == ["SANCTION", "COERCE"]
    assert codings[0][1:] == codings[1][1:]


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


def test_who_is_sent_is_not_whom_it_is_promised(reader: Reader) -> None:
    record = reader.read("Norway offered to send an envoy.")
    assert [(event.type, event.recipients) for event in record.events] == [("AGREE", ())]


def test_claims_are_turned_down_to_who_makes_them(reader: Reader) -> None:
    record = reader.read("Peru's president rejected Thai claims that he shelters rebel leaders.")
    names = {actor.id: actor.name for actor in record.actors}
    rejected = next(event for event in record.events if event.type == "REJECT")
    assert [names[actor] for actor in rejected.recipients] == ["Thailand"]


def test_what_is_promised_is_not_to_whom(reader: Reader) -> None:
    for sentence, recipients in (
        ("The leaders of Chad promised a common army.", 0),
        ("Norway promised Uganda a new hospital.", 1),
        ("Norway promised Uganda to send doctors.", 1),
    ):
        (promise,) = (event for event in reader.read(sentence).events if event.type == "AGREE")
        assert len(promise.recipients) == recipients, sentence
