"""Turns of phrase of the news that the parser or the lexicon once misread: who did what to whom in each."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import told

Told = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Libya declared five staff at the Chadian embassy persona non grata.",
            ("SANCTION", {"Libya"}, {"five staff at the Chadian embassy"}),
        ),
        ("Chad declared the Libyan consul persona non grata.", ("SANCTION", {"Chad"}, {"Libyan consul"})),
        ("Georgia has vowed never to recognise Kosovo.", ("REJECT", {"Georgia"}, {"Kosovo"})),
        (
            "Gunmen opened fire on a patrol outside the village of Gao.",
            ("ASSAULT", {"gunmen"}, {"patrol"}),
        ),
        ("The peacekeepers were fired upon.", ("ASSAULT", set(), {"peacekeepers"})),
        (
            "Niger said Chad had shelled its border, which Chad denied.",
            ("REJECT", {"Chad"}, {"Niger"}),
        ),
        (
            "Chile accused Peru and Bolivia of arming smugglers, a charge both countries deny.",
            ("REJECT", {"Peru", "Bolivia"}, {"Chile"}),
        ),
        (
            "The premier of Fiji rejected opposition calls for his resignation.",
            ("REQUEST", {"opposition"}, {"premier of Fiji"}),
        ),
        ("Chad said it would never sit down with killers.", ("REJECT", {"Chad"}, {"killers"})),
        ("Premier Prado said Chad would pay a heavy price.", ("THREATEN", {"Prado"}, {"Chad"})),
        ("They will pay a heavy price, Premier Prado said.", ("THREATEN", {"Prado"}, set())),
        (
            "Rebels freed nine nuns on Monday, in what mediators hailed as a first step.",
            ("SUPPORT", {"mediators"}, set()),
        ),
    ],
)
def test_a_turn_of_phrase_is_read(reader: Reader, text: str, event: Told) -> None:
    assert event in told(reader.read(text))


def test_a_denial_behind_a_claim_is_told_by_the_report(reader: Reader) -> None:
    record = reader.read("Niger said Chad had shelled its border, which Chad denied.")
    denial = next(event for event in record.events if event.type == "REJECT")
    claim = next(event for event in record.events if event.type == "ASSAULT")
    assert len(denial.voice) == 1
    assert len(claim.voice) == 2


def test_misfortune_is_nobodys_fault(reader: Reader) -> None:
    assert told(reader.read("Premier Prado called the earthquake a tragedy.")) == []


def test_they_who_bombed_are_no_drones(reader: Reader) -> None:
    record = reader.read("Chadian jets crossed the border. They have bombed a mosque and a school, Niger's army said.")
    assert all("drone" not in event.modes for event in record.events)


def test_a_mention_begins_with_the_words_that_say_how_exact_its_number_is(reader: Reader) -> None:
    record = reader.read("The army freed at least nine hostages.")
    assert "at least nine hostages" in {record.text[one.start : one.end] for one in record.mentions}
    assert "nine hostages" in {actor.name for actor in record.actors}
