"""Dates and voices in plain words: exact where the report is, and honest where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.phrases import load_phrases
from dragoman.formats.wording import date_words, factuality_words, one_line, shortened, visible, voice_chain, when
from dragoman.record import EventTime, Factuality
from tests.formats.factory import strain_report, talks_report

PHRASES = load_phrases()


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2025-12-08", "2025-12-08", "8 December 2025"),
        ("2025-12-01", "2025-12-10", "1 to 10 December 2025"),
        ("XXXX-12-01", "XXXX-12-10", "1 to 10 December, year not given"),
        ("2023-04-01", "2023-04-30", "April 2023"),
        ("2024-02-01", "2024-02-29", "February 2024"),
        ("2022-01-01", "2022-12-31", "2022"),
        ("2025-11-28", "2025-12-05", "28 November to 5 December 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024 to 2 January 2025"),
        ("2023-04-15", None, "since 15 April 2023"),
        (None, "2025-12-08", "until 8 December 2025"),
    ],
)
def test_an_interval_is_said_as_people_say_it(start: str | None, end: str | None, words: str) -> None:
    assert when(EventTime(value="", from_=start, to=end), "").words == words


def test_an_interval_keeps_the_words_it_was_read_from() -> None:
    time = EventTime(span=(3, 17), value="XXXX-12", from_="XXXX-12-01", to="XXXX-12-10")
    assert when(time, "in early December").words == "1 to 10 December, year not given (“early December”)"


def test_an_event_without_a_time_says_so_and_comes_last() -> None:
    undated = when(None, "")
    assert undated.words == "no date given"
    assert undated.sort > when(EventTime(value="", from_="XXXX-12-01", to="XXXX-12-10"), "").sort


@pytest.mark.parametrize(
    ("value", "words"), [("2025-12-08", "8 December 2025"), (None, "no date given"), ("soon", "soon")]
)
def test_a_date_in_words(value: str | None, words: str) -> None:
    assert date_words(value) == words


def test_a_voice_chain_runs_from_the_outlet_inwards() -> None:
    record = strain_report()
    chain = voice_chain(record, record.events[1].voice, PHRASES)
    assert chain.words == "Nile Ledger ← Al-Araby Al-Jadeed ← senior Egyptian sources (anonymous)"
    assert chain.origin.anonymous


def test_a_report_without_an_outlet_speaks_for_itself() -> None:
    assert voice_chain(talks_report(), ("v0",), PHRASES).words == "the report itself"


def test_only_what_is_not_a_plain_fact_is_qualified() -> None:
    assert factuality_words(Factuality(), PHRASES) == ""
    assert (
        factuality_words(Factuality(status="hypothetical", conditional=True), PHRASES)
        == "possible only, if a condition is met"
    )


def test_what_turns_the_direction_of_all_that_follows_is_not_shown() -> None:
    assert visible("a\u202eb\u202c") == "a\u200bb\u200b"


@given(st.text())
def test_what_is_shown_has_no_control_character_and_keeps_offsets(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not [letter for letter in shown if ord(letter) < 32 and letter not in "\t\n"]
    shown.encode("utf-8")
    assert "\n" not in one_line(text)


@pytest.mark.parametrize(
    ("text", "limit", "shown"),
    [
        ("criticism of the approach", 25, "criticism of the approach"),
        ("criticism of the approach", 24, "criticism of the…"),
        ("criticism of the approach", 17, "criticism of the…"),
        ("an antidisestablishmentarian", 20, "an antidisestablish…"),
    ],
)
def test_long_words_are_cut_between_words_if_that_costs_little(text: str, limit: int, shown: str) -> None:
    assert shortened(text, limit) == shown
    assert len(shown) <= limit
