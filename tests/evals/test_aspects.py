"""Voices, factuality and times of events that were found."""

from __future__ import annotations

import pytest

from dragoman.record import EventTime, Factuality
from evals.aspects import factuality_right, time_right, voice_right
from evals.gold import GoldTime
from evals.identity import Linker
from tests.evals.records import WARNED, event, record, span, story


def gold(**change):
    return story({**WARNED, **change}).reports[0].events[0]


def test_a_chain_is_right_voice_by_voice():
    told = story(WARNED)
    for voice, right in ((("v0", "v1"), True), (("v0",), False)):
        coded = event("e1", "THREATEN", "warned", voice=voice)
        read = record(coded)
        assert voice_right(read, coded, told.reports[0].events[0], Linker(read, told)) is right


@pytest.mark.parametrize(
    ("found", "wanted", "right"),
    [
        (Factuality(), "asserted", True),
        (Factuality(), "ongoing", False),
        (Factuality(aspect="ongoing"), "ongoing", True),
        (Factuality(aspect="ongoing"), "asserted", True),
        (Factuality(status="hypothetical", conditional=True), "conditional", True),
        (Factuality(status="future"), "asserted", False),
        (Factuality(status="negated"), "negated", True),
    ],
)
def test_factuality_answers_to_the_gold_words(found, wanted, right):
    coded = event("e1", "THREATEN", "warned").model_copy(update={"factuality": found})
    assert factuality_right(coded, gold(factuality=wanted)) is right


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2025-12-01", "2025-12-10", True),
        ("XXXX-12-01", "XXXX-12-10", True),
        ("2025-12-01", "2025-12-31", False),
        (None, None, False),
    ],
)
def test_an_unknown_year_agrees_with_any(start, end, right):
    coded = event("e1", "THREATEN", "warned", time=EventTime(value="x", from_=start, to=end))
    wanted = gold(time={"from": "2025-12-01", "to": "2025-12-10"})
    assert time_right(record(coded), coded, wanted) is right


def test_a_time_without_bounds_is_known_by_its_words():
    coded = event("e1", "THREATEN", "warned", time=EventTime(span=span("The meeting"), value="x"))
    assert gold(time={"text": "meeting"}).time == GoldTime(None, None, "meeting")
    assert time_right(record(coded), coded, gold(time={"text": "meeting"}))
    assert not time_right(record(coded), coded, gold(time={"text": "Monday"}))
