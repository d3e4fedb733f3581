"""The scorers of times and statuses, and running text from tokens, on hand-made items."""

from __future__ import annotations

from collections import Counter

import pytest

from evals.meantime import Article, Happening, TimeScore, Timex, score_statuses, score_times, status_of
from evals.running import join_tokens

TEXT = "They met on Monday and left in May."
ATTRIBUTES = {"polarity": "POS", "certainty": "CERTAIN", "time": "NON_FUTURE", "special_cases": "NONE"}


def article() -> Article:
    made = Article("a", "b", "2025-12-08", TEXT, [(0, len(TEXT))])
    made.times = [Timex(12, 18, "2025-12-08"), Timex(31, 34, "2025-05")]
    made.events = [Happening(5, 8, "asserted"), Happening(23, 27, "future")]
    return made


def test_a_time_counts_for_its_span_and_for_its_value() -> None:
    score = TimeScore()
    score_times(article(), [Timex(9, 18, "2025-12-08"), Timex(31, 34, "2026-05"), Timex(0, 4, "P1D")], score)
    assert score.counts == {"gold": 2, "predicted": 3, "relaxed": 2, "strict": 1, "value": 1}
    assert score.figures()["value_f1"] == pytest.approx(40.0)


def test_a_status_counts_only_where_both_have_the_event() -> None:
    pairs: Counter[tuple[str, str]] = Counter()
    errors = list(score_statuses(article(), [(23, 27, "asserted"), (0, 4, "negated")], pairs, "event"))
    assert pairs == {("future", "asserted"): 1}
    assert len(errors) == 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "asserted"),
        ({"time": "FUTURE"}, "future"),
        ({"certainty": "POSSIBLE", "time": "FUTURE"}, "hypothetical"),
        ({"polarity": "NEG", "certainty": "POSSIBLE"}, "negated"),
        ({"certainty": "UNDERSPECIFIED"}, None),
        ({"special_cases": "GEN"}, None),
    ],
)
def test_the_attributes_make_one_status(changes: dict[str, str], status: str | None) -> None:
    assert status_of({**ATTRIBUTES, **changes}) == status


def test_tokens_make_running_text_and_keep_their_places() -> None:
    running = join_tokens(["He", "said", ",", '"', "No", '"', "(", "twice", ")", "."])
    assert running.text == 'He said, "No" (twice).'
    assert [running.text[start:end] for start, end in running.spans][3:6] == ['"', "No", '"']
