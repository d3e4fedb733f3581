"""Statements and those who issue them, press matters that are no outlets, sides that are states."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from dragoman import Reader
    from dragoman.record import ReportRecord


def speakers(record: ReportRecord) -> list[str | None]:
    """The names of the actors who speak in a report, None for a voice that is no actor."""
    names = {actor.id: actor.name for actor in record.actors}
    return [names.get(voice.actor or "") for voice in record.voices if voice.kind != "self"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("A Foreign Ministry statement said rebels had attacked Kiru.", "Foreign Ministry"),
        ("A Security Council statement said rebels had attacked Kiru.", "Security Council"),
        ("A White House statement said rebels had attacked Kiru.", "United States"),
        ("The army's statement said rebels had attacked Kiru.", "army"),
    ],
)
def test_a_statement_speaks_for_the_body_before_it(reader: Reader, sentence: str, speaker: str) -> None:
    record = reader.read(sentence)
    assert speakers(record) == [speaker]
    assert not any("statement" in actor.name for actor in record.actors)


@pytest.mark.parametrize(
    "sentence",
    [
        "Security Council Press Statement on Attacks against Peacekeepers in Chad",
        "The minister made the remarks at a regular press briefing.",
        "Pentagon Press Secretary Ann Lee spoke on Monday.",
    ],
)
def test_what_is_for_the_press_is_no_outlet(reader: Reader, sentence: str) -> None:
    record = reader.read(sentence)
    assert all(actor.kind != "outlet" for actor in record.actors)
    assert not record.ties or all(tie.kind != "fights" for tie in record.ties)


def test_a_side_in_talks_is_the_state_and_one_of_a_border_is_not(reader: Reader) -> None:
    record = reader.read("Laos lodged a protest with the Thai side, and the Laotian side left.")
    assert {actor.name for actor in record.actors} == {"Laos", "Thailand"}
    assert all(actor.kind == "government" for actor in record.actors)
    border = reader.read("Shells fell on the Thai side of the border.")
    assert all(actor.kind != "government" for actor in border.actors)


def test_a_countrys_mention_is_its_name(reader: Reader) -> None:
    record = reader.read("Laos opposed a new U.S. arms sale to Thailand and the one-China principle.")
    told = {record.text[mention.start : mention.end] for mention in record.mentions if mention.kind == "country"}
    assert {"U.S.", "China"} <= told
