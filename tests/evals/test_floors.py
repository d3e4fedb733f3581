"""The gate on pinned figures: it closes on a loss, and only ever moves up."""

from __future__ import annotations

import pytest

from evals.data import DataMissingError
from evals.floors import FloorsError, check, load_floors, repin

TEXT = """# kept comment
[[floor]]
evaluation = "story"
options = []
figure = "recall"
floor = 0.8
better = "more"
tolerance = 0.01
quick = true
commit = "old"

[[floor]]
evaluation = "story"
options = []
figure = "seconds"
floor = 3
better = "less"
tolerance = 0
quick = false
commit = "old"
"""


def outcomes(recall: float, seconds: float):
    return check(load_floors(TEXT), lambda *_: {"recall": recall, "seconds": seconds})


def test_gate_holds_within_tolerance():
    assert [outcome.fails for outcome in outcomes(0.79, 3)] == [False, False]


def test_gate_closes_on_a_loss_in_either_direction():
    assert [outcome.fails for outcome in outcomes(0.78, 3.1)] == [True, True]


def test_each_evaluation_runs_once_for_all_its_floors():
    runs = []
    check(load_floors(TEXT), lambda name, _: runs.append(name) or {"recall": 1, "seconds": 1})
    assert runs == ["story"]


def test_missing_data_is_not_a_failure_but_is_told():
    def measure(*_):
        raise DataMissingError("no data")

    told = check(load_floors(TEXT), measure)
    assert [(outcome.value, outcome.reason, outcome.fails) for outcome in told] == [(None, "no data", False)] * 2


def test_a_figure_that_is_gone_is_an_error():
    with pytest.raises(FloorsError, match="no figure 'recall'"):
        check(load_floors(TEXT), lambda *_: {"seconds": 1})


def test_repin_raises_what_was_beaten_and_nothing_else():
    raised = load_floors(repin(TEXT, outcomes(0.9, 5), "new"))
    assert [(floor.floor, floor.commit) for floor in raised] == [(0.9, "new"), (3, "old")]


@pytest.mark.parametrize(("recall", "seconds"), [(13 / 14, 2.99996), (0.92857142, 1 / 3)])
def test_the_run_that_raised_a_floor_holds_it(recall, seconds):
    """A figure is pinned to four decimals, never to more than was reached."""
    raised = load_floors(repin(TEXT, outcomes(recall, seconds), "new"))
    assert not any(outcome.fails for outcome in check(raised, lambda *_: {"recall": recall, "seconds": seconds}))


def test_repin_never_lowers():
    assert repin(TEXT, outcomes(0.1, 100), "new") == TEXT


def test_repin_keeps_comments():
    assert repin(TEXT, outcomes(0.9, 1), "new").startswith("# kept comment\n")


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('better = "more"', 'better = "up"'), "must be 'more' or 'less'"),
        (("quick = true\n", ""), "keys must be"),
        (('figure = "seconds"', 'figure = "recall"'), "stands twice"),
    ],
    ids=["direction", "missing key", "duplicate"],
)
def test_a_broken_table_is_refused(change, fault):
    with pytest.raises(FloorsError, match=fault):
        load_floors(TEXT.replace(*change))


def test_the_real_floors_load():
    from evals.floors import SOURCE

    assert load_floors(SOURCE.read_text("utf-8"))
