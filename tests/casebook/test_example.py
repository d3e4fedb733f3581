"""The example case, read from its texts: one meeting, three reports, two origins."""

from pathlib import Path

import pytest

from dragoman.casebook import compare

CAIRO = Path(__file__).parents[2] / "examples" / "cairo"


@pytest.fixture(scope="module")
def comparison(reader):
    return compare([reader.read(path.read_text("utf-8")) for path in sorted(CAIRO.glob("*.txt"))])


@pytest.fixture(scope="module")
def meeting(comparison):
    return next(item for item in comparison.accounts if len(item.reports) == 3)


def test_three_reports_tell_one_meeting(meeting):
    found = {row.what: row for row in meeting.rows}
    assert found["place"].verdict == "agree"
    assert found["time"].verdict in ("agree", "compatible")
    assert "khalifa-haftar" in found["participants"].shared


def test_a_relay_adds_no_origin(meeting):
    assert meeting.origins == 2


def test_the_spellings_of_the_president_are_one_man(comparison):
    assert sum(1 for actor in comparison.case.actors if "Sisi" in actor.name or "Sissi" in actor.name) == 1


def test_tone_differs(comparison):
    assert any(tone.names == ("Egypt", "Khalifa Haftar") and tone.verdict == "differ" for tone in comparison.tones)


def test_the_case_rests_on_two_origins_of_one_side(comparison):
    assert (comparison.independent, comparison.shared_interest) == (2, "EGY")
