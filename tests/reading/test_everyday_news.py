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
        ("Prado blamed the Chilean embassy, which denied any role.", ("REJECT", {"Chilean embassy"}, {"Prado"})),
        (
            "Kenya accused three Chadian envoys of spying. Chad rejected the charges as a fabrication.",
            ("REJECT", {"Chad"}, {"Kenya"}),
        ),
        ("Riot police fired tear gas and beat the marchers.", ("ASSAULT", {"riot police"}, {"marchers"})),
        ("President Banda accused London of plotting to oust him.", ("COERCE", {"United Kingdom"}, {"Banda"})),
        ("Kenya promised to refrain from missile tests.", ("CONCEDE", {"Kenya"}, set())),
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


def test_rebels_of_a_headline_are_those_told_of_by_that_noun(reader: Reader) -> None:
    record = reader.read(
        "Rebels pull back from Gao\n\nBAMAKO - Malian soldiers backed by Russian fighters entered Gao on Sunday.\n\n"
        "Tuareg rebels had seized it on Friday."
    )
    assert told(record)[0][:2] == ("RETREAT", {"Tuareg rebels"})


def test_a_town_of_an_unspoken_of_country_is_not_that_state(reader: Reader) -> None:
    """The gazetteer knows no Lere in Mali, but one in Nigeria, which the report does not speak of."""
    record = reader.read("BAMAKO - Malian soldiers recaptured the northern town of Lere, the Malian army said.")
    assert told(record)[0] == ("ASSAULT", {"Malian soldiers"}, {"people of Lere"})
