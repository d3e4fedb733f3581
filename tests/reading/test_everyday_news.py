"""Constructions of everyday news that were read wrongly until they were looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        ("The junta agreed to free political prisoners.", ("CONCEDE", {"junta"}, {"political prisoners"})),
        ("Gunmen killed six soldiers and seized their weapons.", ("COERCE", {"gunmen"}, {"six soldiers"})),
        ("Kenya pulled its ambassador out of Chad.", ("SANCTION", {"Kenya"}, {"Chad"})),
        ("Chad and Mali met on Friday. Both sides blamed the other.", ("ACCUSE", {"Chad", "Mali"}, {"Chad", "Mali"})),
        ("The EU sent observers to Chad. The mission criticised Mali.", ("ACCUSE", {"EU"}, {"Mali"})),
        ("Hundreds of people fled. Some were shot.", ("ASSAULT", set(), {"hundreds of people"})),
        ("Several hundred marched on the palace.", ("PROTEST", {"several hundred people"}, {"palace"})),
        ("Police detained two monks. They were beaten.", ("ASSAULT", set(), {"two monks"})),
        ("Libya said Chadian jets had bombed Wour. Chad dismissed this as fiction.", ("REJECT", {"Chad"}, {"Libya"})),
    ],
)
def test_a_deed_has_its_parties(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "kind", "modes"),
    [
        ("The rebels shelled the camp, killing eleven people.", "ASSAULT", [("heavy-weapons",)] * 2),
        ("Gunmen opened fire on a bus and wounded three nurses.", "ASSAULT", [("firearms",)] * 2),
        ("Youths hurled petrol bombs at police.", "ASSAULT", [("primitive",)]),
        ("Chad threatened to recall its ambassador.", "THREATEN", [("relations",)]),
        ("Chad threatened to expel the Malian ambassador.", "THREATEN", [("expel",)]),
        ("The miners' union threatened a general strike.", "THREATEN", [("restrict",)]),
        ("The rebels threatened to treat Kenyan soldiers as enemies.", "THREATEN", [("violence",)]),
    ],
)
def test_a_mode_is_what_is_threatened_or_what_it_is_done_with(
    reader: Reader, text: str, kind: str, modes: list[tuple[str, ...]]
) -> None:
    assert [event.modes for event in reader.read(text).events if event.type == kind] == modes


def test_having_no_intention_is_a_refusal_that_is_made(reader: Reader) -> None:
    event = next(one for one in reader.read("Chad said it had no intention of leaving Mali.").events)
    assert (event.type, event.factuality.status) == ("REJECT", "asserted")
