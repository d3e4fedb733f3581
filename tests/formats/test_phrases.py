"""Every code a record may hold has its plain words."""

from __future__ import annotations

from typing import get_args

import pytest

from dragoman import record
from dragoman.errors import LexiconError
from dragoman.formats.phrases import load_phrases, parse_phrases
from dragoman.ontology.plover import load_plover


def test_every_type_and_mode_of_the_codebook_has_a_phrase() -> None:
    phrases, plover = load_phrases(), load_plover()
    assert set(phrases.types) == set(plover.types)
    assert set(phrases.modes) == {(code, mode) for code, entry in plover.types.items() for mode in entry.modes}


def test_every_sector_has_words() -> None:
    assert set(load_plover().sectors) <= set(load_phrases().sectors)


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("kinds", record.Kind),
        ("voices", record.VoiceKind),
        ("statuses", record.Status),
        ("aspects", record.Aspect),
        ("ties", record.TieKind),
    ],
)
def test_every_code_of_the_record_has_words(table: str, codes: object) -> None:
    assert set(getattr(load_phrases(), table)) == set(get_args(codes))


def test_a_mode_has_its_own_words_and_an_unknown_one_its_types() -> None:
    phrases = load_phrases()
    assert phrases.deed("ACCUSE", ("disapprove",)).does == "criticises"
    assert phrases.deed("ACCUSE", ("unheard-of",)).does == "accuses"
    assert phrases.deed("NEW_TYPE", ()).does == "new_type"


def test_a_broken_table_is_told_all_its_faults() -> None:
    with pytest.raises(LexiconError) as caught:
        parse_phrases(
            {"colours": {}, "types": {"AID": {"does": "", "alone": "x", "mutual": "y", "verb": "z"}}}, "mine.toml"
        )
    faults = "; ".join(caught.value.faults)
    assert "unknown table [colours]" in faults
    assert "[types.AID] unknown key verb" in faults
    assert "table [kinds] is missing" in faults
