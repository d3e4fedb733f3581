"""The brief in a terminal keeps to 100 columns and to plain characters."""

from __future__ import annotations

from io import StringIO

from hypothesis import given, settings
from rich.cells import cell_len
from rich.console import Console

from dragoman.formats.briefing import build_brief
from dragoman.formats.phrases import load_phrases
from dragoman.formats.terminal import print_brief
from dragoman.record import ReportRecord
from tests.formats.factory import empty_report, strain_report
from tests.formats.generated import records


def printed(record: ReportRecord, width: int = 100) -> str:
    out = StringIO()
    phrases = load_phrases()
    print_brief(build_brief([record], phrases=phrases, countries={}), phrases, Console(file=out, width=width))
    return out.getvalue()


def test_the_brief_tells_who_did_what_by_whose_word() -> None:
    text = printed(strain_report())
    assert "Egypt criticises Khalifa Haftar" in text
    assert "Nile Ledger ← Al-Araby Al-Jadeed ← senior Egyptian sources (anonymous)" in text
    assert "Mohamed Hamdan Dagalo leads Rapid Support Forces" in text


def test_a_report_without_events_says_so() -> None:
    assert "No event was read" in printed(empty_report())


@settings(max_examples=40)
@given(records())
def test_any_record_fits_the_width_and_sends_no_control_character(record: ReportRecord) -> None:
    text = printed(record)
    assert max((cell_len(line) for line in text.split("\n")), default=0) <= 100
    assert not [letter for letter in text if ord(letter) < 32 and letter != "\n"]
