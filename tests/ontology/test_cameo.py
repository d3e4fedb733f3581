"""CAMEO and PLOVER, both ways."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.ontology.cameo import build_cameo, load_cameo, to_cameo
from dragoman.ontology.plover import load_plover

TYPES = list(load_plover().types.values())
# Modes that CAMEO has no code for: they come back as the type, or as its nearest code.
UNKNOWN_TO_CAMEO = {
    ("CONSULT", "multilateral"), ("RETREAT", "resign"), ("THREATEN", "arrest"), ("THREATEN", "restrict"),
    ("PROTEST", "strike"), ("PROTEST", "vandalize"), ("SANCTION", "discontinue"), ("SANCTION", "withdraw"),
    ("MOBILIZE", "militia"), ("MOBILIZE", "weapons"), ("COERCE", "censor"), ("COERCE", "misinformation"),
    ("COERCE", "withhold"), ("ASSAULT", "primitive"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("coding", "code"),
    [
        (("CONSULT", ["visit"]), "042"), (("CONSULT", ["phone"]), "041"), (("AID", [], ["military"]), "072"),
        (("REQUEST", ["yield"]), "105"), (("ACCUSE", ["disapprove"]), "111"), (("SUPPORT",), "050"),
        (("COERCE", ["arrest"]), "173"), (("RETREAT", ["release"]), "0841"), (("ASSAULT", ["drone"]), "1952"),
        (("SANCTION", ["discontinue"], ["economic"]), "163"), (("THREATEN", ["violence"]), "138"),
    ],
)  # fmt: skip
def test_plover_to_cameo(coding: tuple[str, ...], code: str) -> None:
    assert to_cameo(*coding) == code


def test_what_plover_cannot_tell_apart_becomes_the_code_above() -> None:
    assert to_cameo("PROTEST", ["demo"], ["executive"]) == "141"
    assert to_cameo("REQUEST", ["change"], ["executive"]) == "104"


@pytest.mark.parametrize(
    ("code", "kind", "modes"),
    [
        ("163", "SANCTION", ("discontinue",)), ("1712", "ASSAULT", ("destroy",)), ("186", "ASSAULT", ("targeted",)),
        ("116", "SANCTION", ("convict",)), ("0813", "CONCEDE", ()), ("112", "ACCUSE", ("allege",)), ("010", None, ()),
    ],
)  # fmt: skip
def test_cameo_to_plover_with_the_published_table_mended(code: str, kind: str | None, modes: tuple[str, ...]) -> None:
    line = load_cameo().to_plover(code)
    assert line is not None
    assert (line.type, line.modes) == (kind, modes)


def test_an_unknown_code_counts_as_its_parent_or_is_unknown() -> None:
    line = load_cameo().to_plover("0429")
    assert line is not None
    assert line.code == "042"
    assert load_cameo().to_plover("999") is None


def test_every_code_of_the_material_families_has_a_coding() -> None:
    assert all((line.type is None) == (code[:2] in ("01", "02")) for code, line in load_cameo().codes.items())


def test_every_type_and_mode_comes_back() -> None:
    cameo = load_cameo()
    for kind in TYPES:
        for mode in kind.modes:
            line = cameo.to_plover(to_cameo(kind.name, [mode]))
            assert line is not None
            if (kind.name, mode) not in UNKNOWN_TO_CAMEO:
                assert (line.type, mode in line.modes) == (kind.name, True), (kind.name, mode)


@given(st.sampled_from(TYPES), st.data())
def test_any_coding_has_a_code_of_the_table(kind, data) -> None:  # type: ignore[no-untyped-def]
    modes = data.draw(st.lists(st.sampled_from(sorted(kind.modes)), max_size=3)) if kind.modes else []
    contexts = data.draw(st.lists(st.sampled_from(sorted(load_plover().contexts)), max_size=3))
    assert to_cameo(kind.name, modes, contexts) in load_cameo().codes


def test_order_of_modes_and_contexts_does_not_matter_for_a_single_answer() -> None:
    answers = {to_cameo("AID", [], order) for order in itertools.permutations(["military", "health", "economic"])}
    assert len(answers) == 1


def test_a_broken_table_is_refused() -> None:
    with pytest.raises(LexiconError, match="'return' is no mode of RETREAT"):
        build_cameo({"codes": {"0842": {"label": "x", "type": "RETREAT", "modes": ["return"]}}}, load_plover())
