"""PLOVER v2.0 as the manual has it, its traps included."""

import pytest

from dragoman.errors import LexiconError
from dragoman.ontology.plover import build_plover, intensity, load_plover, quad


def test_the_ontology_has_sixteen_types_and_its_counts_of_modes_and_contexts() -> None:
    plover = load_plover()
    assert len(plover.types) == 16
    assert sum(len(kind.modes) for kind in plover.types.values()) == 67
    assert len(plover.contexts) == 37
    assert len(plover.sectors) == 25


def test_sanction_is_material_conflict_and_accuse_is_conflict() -> None:
    assert quad("SANCTION") == 4
    assert intensity("ACCUSE") == -3.0
    assert all((kind.intensity >= 0) == (kind.quad <= 2) for kind in load_plover().types.values() if kind.intensity)


def test_a_mode_has_its_own_intensity_and_the_strongest_counts() -> None:
    assert intensity("CONSULT") == 2.5
    assert intensity("CONSULT", ["visit"]) == 4.0
    assert intensity("ASSAULT", ["beat", "primitive"]) == -8.0
    assert intensity("PROTEST", ["vandalize"]) == -5.0


def test_recipients_are_required_by_three_types() -> None:
    required = {name for name, kind in load_plover().types.items() if kind.needs_recipient}
    assert required == {"COOPERATE", "AID", "SANCTION"}


def test_medical_workers_and_journalists_have_the_codes_of_version_two() -> None:
    sectors = load_plover().sectors
    assert "journalists" in sectors["JRN"]
    assert "health" in sectors["MED"]


def test_a_wrong_coding_is_told_with_what_is_allowed() -> None:
    plover = load_plover()
    assert plover.faults("CONSULT", ["visit"], ["diplomatic"]) == []
    assert plover.faults("FIGHT") == [f"'FIGHT' is no PLOVER type; the types are {', '.join(plover.types)}"]
    faults = plover.faults("RETREAT", ["return"], ["humanitarian"])
    assert "its modes: access, ceasefire" in faults[0]
    assert faults[1] == "'humanitarian' is no PLOVER context"


def test_a_broken_table_is_refused_with_every_fault() -> None:
    with pytest.raises(LexiconError) as caught:
        build_plover(
            {"types": {"AGREE": {"quad": 5, "intensity": 11.0, "recipient": False, "abuot": ""}}, "sectors": {}}
        )
    text = str(caught.value)
    assert all(part in text for part in ("quad is 5", "beyond -10 to 10", "'abuot'", "missing table 'contexts'"))
