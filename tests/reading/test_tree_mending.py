"""Slips of the parser that the grammar alone can mend: the event has its parties."""

from __future__ import annotations

import ast
import inspect

import pytest

from dragoman.reading.reader import Reader
from dragoman.reading.tree_mending import MENDED, mend


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("It was Kenya that accused Norway of hiding the wreck.", "Kenya", "Norway"),
        (
            "Peruvian soldiers, who Serbian rebels killed in the hills, were young.",
            "Serbian rebels",
            "Peruvian soldiers",
        ),
        ("Police arrest three men in Lima.", "Police", "three men"),
        ("President Ana Rivas called Chile a bully.", "President Ana Rivas", "Chile"),
        ("The militia fired rockets towards Gulu.", "The militia", "Gulu"),
        ("Chad accused the Catalan authorities of theft.", "Chad", "the Catalan authorities"),
        ("Kenyan envoy Peter Ruto visited Benghazi on Friday.", "Kenyan envoy Peter Ruto", "Benghazi"),
        ("The envoy said ten men had died, and urged Peru to open the road.", "The envoy", "Peru"),
        ("Chad reported an attempt by Sudanese rebels to kidnap two Kenyan nurses.", "Sudanese rebels", "two Kenyan"),
        ("Kenya deports Vietnamese workers", "Kenya", "Vietnamese workers"),
        ("The premier called the Kenyan president on Friday to thank him.", "The premier", "the Kenyan president"),
        ("The Kenyan army resumed shelling Somali villages.", "The Kenyan army", "Somali"),
        ("Chad blamed the attack on the Lake militia.", "Chad", "the Lake militia"),
        ("Kenya stripped 12 exiled priests of their citizenship.", "Kenya", "priests"),
        ("Kenya set free nine Chilean priests.", "Kenya", "nine Chilean priests"),
        ("The market will close if Egyptian rebels free Brazilian workers.", "Egyptian rebels", "Brazilian workers"),
    ],
)
def test_a_party_is_found_where_the_parser_slips(reader: Reader, text: str, actor: str, recipient: str) -> None:
    record = reader.read(text)
    event = record.events[0]
    assert [record.text[slice(*span)] for span in event.actor_spans] == [actor]
    assert next(record.text[slice(*span)] for span in event.recipient_spans).startswith(recipient)


def test_the_name_before_said_is_the_voice(reader: Reader) -> None:
    record = reader.read("Kenya expelled Foreign Minister Elena Vargas, Nepalese lawmaker Ram Adhikari said.")
    (event,) = record.events
    speaker = next(voice.actor for voice in record.voices if voice.id == event.voice[-1])
    assert next(actor.name for actor in record.actors if actor.id == speaker) == "Ram Adhikari"


def test_the_condition_belongs_to_would(reader: Reader) -> None:
    (event,) = reader.read("Peru would urge Vietnam to reopen the bridge if the market closed.").events
    assert (event.factuality.status, event.factuality.conditional) == ("hypothetical", True)


def test_a_participle_after_a_comma_tells_of_the_subject(reader: Reader) -> None:
    record = reader.read("The Kenyan army rejected the allegation, accusing Chad of shelling a school.")
    names = {actor.id: actor.name for actor in record.actors}
    (accused,) = (event for event in record.events if event.type == "ACCUSE")
    assert [names[actor] for actor in accused.actors] == ["Kenyan army"]
    assert [names[actor] for actor in accused.recipients] == ["Chad"]


@pytest.mark.parametrize("said", ["police beat ten students", "police tortured detainees"])
def test_a_name_called_a_group_is_no_person(reader: Reader, said: str) -> None:
    record = reader.read(f"The rights group Vesna said {said}.")
    assert next(actor.kind for actor in record.actors if actor.name == "Vesna") == "organization"


def test_after_a_quoted_reason_the_speaker_goes_on(reader: Reader) -> None:
    record = reader.read('Spokesman Luis Soto said troops had left "to save lives" and accused Chile of theft.')
    names = {actor.id: actor.name for actor in record.actors}
    (accused,) = (event for event in record.events if event.type == "ACCUSE")
    assert [names[actor] for actor in accused.actors] == ["Luis Soto"]
    assert len(accused.voice) == 1


def test_a_day_before_the_verb_is_no_part_of_the_subject(reader: Reader) -> None:
    record = reader.read("Laos's army on Friday accused Nepal of theft.")
    assert "Laos's army" in {actor.name for actor in record.actors}


def test_between_one_with_an_aside_and_another_nobody_leads_both(reader: Reader) -> None:
    record = reader.read(
        "I welcome the talks between the government of Kenya, led by Prime Minister Ada Bolt, and the Lake rebels."
    )
    name = {actor.id: actor.name for actor in record.actors}
    assert [(name[tie.from_], name[tie.to]) for tie in record.ties if tie.kind == "leads"] == [("Ada Bolt", "Kenya")]
    (event,) = record.events
    assert (event.type, {name[one] for one in event.actors}) == ("CONSULT", {"Kenya", "Lake rebels"})


@pytest.mark.parametrize(
    "text",
    ["Niger summons envoy over shooting in Diffa.", "Chad recalled its ambassador after shelling in Adre."],
)
def test_what_somebody_answers_is_not_done_by_him(reader: Reader, text: str) -> None:
    assert "ASSAULT" not in {event.type for event in reader.read(text).events}


def test_what_stands_before_a_verb_with_a_hyphen_is_its_subject(reader: Reader) -> None:
    record = reader.read("North Korea test-launched a missile.")
    (event,) = record.events
    assert (event.type, [record.text[slice(*span)] for span in event.actor_spans]) == ("MOBILIZE", ["North Korea"])


def test_a_verb_and_a_particle_with_a_hyphen_are_a_noun(reader: Reader) -> None:
    record = reader.read("Kenyan students held a sit-in on Friday.")
    (event,) = record.events
    assert (event.type, [record.text[slice(*span)] for span in event.actor_spans]) == ("PROTEST", ["Kenyan students"])


def test_no_relation_with_a_mender_is_passed_over() -> None:
    """Words of a relation that is not in MENDED are never looked at, so each case of the match must be in it."""
    cases = [node.pattern for node in ast.walk(ast.parse(inspect.getsource(mend))) if isinstance(node, ast.match_case)]
    named = [node.value for pattern in cases for node in ast.walk(pattern) if isinstance(node, ast.Constant)]
    assert set(named) == MENDED
