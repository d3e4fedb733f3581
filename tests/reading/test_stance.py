"""What content, tense and refusal make of an event."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from dragoman.record import Event


def only(reader: Reader, text: str) -> Event:
    """The one event of a sentence."""
    events = reader.read(text).events
    assert len(events) == 1, events
    return events[0]


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Norway will provide aid to Uganda.", "AGREE", "future"),
        ("Kenyan President William Barasa will meet Norwegian envoy Lars Dahl.", "AGREE", "future"),
        ("The rebels will release two Kenyan nurses.", "CONCEDE", "future"),
        ("Kenya is going to meet Uganda in Geneva.", "AGREE", "future"),
        ("Kenya is going to send food aid to Uganda.", "AGREE", "future"),
        ("Peru will attack Chile.", "ASSAULT", "future"),
        ("Laos will not release the Norwegian engineers.", "REJECT", "asserted"),
        ("President Idriss Deby warned that Chad could expel the Kenyan envoy.", "THREATEN", "asserted"),
        ("President Idriss Deby warned that Kenya could expel the Chadian envoy.", "SANCTION", "hypothetical"),
        ("The Kenyan nurses were not released by the rebels.", "RETREAT", "negated"),
    ],
)
def test_what_is_to_come_or_refused(reader: Reader, text: str, event_type: str, status: str) -> None:
    event = only(reader, text)
    assert (event.type, event.factuality.status) == (event_type, status)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Uganda refused to negotiate with Kenya.", "Kenya"),
        ("Chile threatened to shell Peru.", "Peru"),
        ("Norway agreed to support Laos.", "Laos"),
    ],
)
def test_a_stand_is_taken_towards_the_party_of_its_content(reader: Reader, text: str, recipient: str) -> None:
    record = reader.read(text)
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[actor] for actor in record.events[0].recipients] == [recipient]


def test_who_strikes_does_what_the_strike_does(reader: Reader) -> None:
    record = reader.read("A Chilean air strike killed four Peruvian soldiers.")
    event = record.events[0]
    assert len(record.events) == 1
    assert event.modes == ("aerial",)
    assert [record.text[start:end] for start, end in event.actor_spans] == ["Chilean"]
    assert [record.text[start:end] for start, end in event.recipient_spans] == ["four Peruvian soldiers"]


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("A roadside bomb killed three Kenyan soldiers.", "three Kenyan soldiers"),
        ("The blast, which wounded two Peruvian nurses, was heard for miles.", "two Peruvian nurses"),
        ("Twin bombs went off near the port, killing four Laotian fishermen.", "four Laotian fishermen"),
    ],
)
def test_what_a_weapon_does_somebody_unnamed_has_done(reader: Reader, text: str, victim: str) -> None:
    record = reader.read(text)
    event = next(event for event in record.events if event.recipients)
    assert (event.type, event.actors) == ("ASSAULT", ())
    assert [actor.name for actor in record.actors if actor.id in event.recipients] == [victim]


def test_a_storm_attacks_nobody(reader: Reader) -> None:
    assert not reader.read("A storm killed three Kenyan soldiers.").events


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Senator Paul Kimani attacked President Samuel Otieno over the budget.", "ACCUSE"),
        ("The Kenyan president spent the day attacking the opposition leader.", "ACCUSE"),
        ("Somali rebels attacked President Samuel Otieno.", "ASSAULT"),
        ("Peru attacked Chile.", "ASSAULT"),
        ("The army attacked the president.", "ASSAULT"),
    ],
)
def test_politicians_attack_one_another_in_words(reader: Reader, text: str, kind: str) -> None:
    assert [event.type for event in reader.read(text).events] == [kind]


def test_a_candidates_rally_is_no_protest(reader: Reader) -> None:
    assert not reader.read("President Samuel Otieno held a rally in Nairobi.").events
    assert reader.read("Kenyan teachers held a rally against the government.").events


def test_a_vow_to_boycott_is_a_threat(reader: Reader) -> None:
    event = reader.read("Kenyan teachers vowed to boycott the government.").events[0]
    assert event.type == "THREATEN"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway will weigh Kenya's request.", "REQUEST"),
        ("Norway is considering Kenya's appeal to the militia.", "REQUEST"),
        ("Kenya's accusations against Norway could be studied by a panel.", "ACCUSE"),
    ],
)
def test_words_of_somebodys_have_been_spoken(reader: Reader, text: str, kind: str) -> None:
    event = next(event for event in reader.read(text).events if event.type == kind)
    assert event.factuality.status == "asserted"


def test_words_still_to_be_spoken_have_not(reader: Reader) -> None:
    event = only(reader, "Kenya will renew its accusations against Norway.")
    assert event.factuality.status == "future"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Norway launched strikes against the Lake Front on Monday.", "ASSAULT"),
        ("Kenyan troops carried out strikes against the Lake Front.", "ASSAULT"),
        ("Teachers launched a strike against the government.", "PROTEST"),
    ],
)
def test_a_strike_of_a_state_or_army_is_one_of_arms(reader: Reader, text: str, kind: str) -> None:
    assert only(reader, text).type == kind


def test_a_strike_over_pay_is_against_whose_pay_it_is(reader: Reader) -> None:
    record = reader.read("Hundreds of workers staged a walkout in response to Shell's decision to close the plant.")
    (event,) = record.events
    assert [actor.name for actor in record.actors if actor.id in event.recipients] == ["Shell"]


def test_who_orders_an_attack_makes_it_with_arms(reader: Reader) -> None:
    event = only(reader, "Chad's premier ordered massive attacks on Goma.")
    assert (event.type, event.factuality.status) == ("ASSAULT", "future")


def test_support_for_talks_is_for_those_who_talk(reader: Reader) -> None:
    record = reader.read("Norway reiterated its support for the talks between Sudan and Chad.")
    event = next(event for event in record.events if event.type == "SUPPORT")
    assert [actor.name for actor in record.actors if actor.id in event.recipients] == ["Sudan", "Chad"]


def test_aid_may_be_told_by_what_it_is_spent_on(reader: Reader) -> None:
    record = reader.read("Norway spent two million dollars on helping to integrate Syrian refugees.")
    (event,) = record.events
    assert [actor.name for actor in record.actors if actor.id in event.recipients] == ["Syrian refugees"]


@pytest.mark.parametrize(
    ("text", "event_type", "recipients"),
    [
        ("The opposition called for early elections in Chad.", "REQUEST", ["Chad"]),
        ("Norway asked for talks in Geneva.", "REQUEST", []),  # where to talk
        ("Envoys in Geneva called for a ceasefire.", "REQUEST", []),
        ("Denmark appealed for the release of its citizen.", "REQUEST", []),
        ("Norway signed a deal to buy gas from Algeria.", "SUPPORT", ["Algeria"]),
        ("China will build a railway in Kenya.", "AGREE", ["Kenya"]),
        (
            "Norway's government will give 10 million dollars in aid to help Somalia fight a famine.",
            "AGREE",
            ["Somalia"],
        ),
        ("The parliament passed an amnesty for the rebels.", "CONCEDE", ["rebels"]),
        ("Norway complained about the arrest of lawyers in Chad.", "ACCUSE", ["Chad"]),
        ("Norway complained about the killing of lawyers in Chad.", "ACCUSE", ["unidentified forces in Chad"]),
    ],
)
def test_to_whom_a_stand_is_taken(reader: Reader, text: str, event_type: str, recipients: list[str]) -> None:
    record = reader.read(text)
    names = {actor.id: actor.name for actor in record.actors}
    event = next(event for event in record.events if event.type == event_type)
    assert [names[actor] for actor in event.recipients] == recipients
