"""PLV's marks, scores and what counts as right with nothing given."""

from __future__ import annotations

import pytest

from evals.plv import Item, root_in_scheme, root_of, scores, unmark, verdict
from tests.evals.records import event, record, span


def test_marks_become_spans_of_the_text_without_them():
    text, source, target = unmark("On Monday <t>Peru</t> was warned by <s>the army of Chile</s>.")
    assert text == "On Monday Peru was warned by the army of Chile."
    assert (text[slice(*source)], text[slice(*target)]) == ("the army of Chile", "Peru")


def test_a_missing_mark_gives_an_empty_span():
    assert unmark("<s>Peru</s> waited.")[2] == (0, 0)


def test_no_answer_is_wrong_and_every_gold_root_weighs_the_same():
    figures = scores(["AID", "AID", "AID", "YIELD"], ["AID", "AID", "-", "AID"])
    assert figures["accuracy"] == 0.5
    assert figures["no_answer"] == 0.25
    assert figures["macro_f1"] == pytest.approx((2 * 2 / (3 + 3) + 0) / 2, abs=1e-4)


def test_an_event_of_the_right_root_must_bind_the_marked_spans():
    spans = {"actor_spans": (span("Ruritania"),), "recipient_spans": (span("Freedonia"),)}
    coded = event("e1", "THREATEN", "warned", **spans)
    read = record(coded)
    both = Item(read.text, coded.actor_spans[0], coded.recipient_spans[0], "THREATEN")
    swapped = Item(read.text, coded.recipient_spans[0], coded.actor_spans[0], "THREATEN")
    other = Item(read.text, both.source, both.target, "AID")
    assert [verdict(item, read, root_of) for item in (both, swapped, other)] == [
        "right",
        "right root, other actors",
        "other roots",
    ]


def test_its_code_book_is_read_off_the_event_alone():
    spans = {"actor_spans": (span("Ruritania"),), "recipient_spans": (span("Freedonia"),)}
    agreed = event("e1", "CONCEDE", "warned", **spans).model_copy(update={"rule": "agree.agree"})
    done = event("e1", "CONCEDE", "warned", **spans).model_copy(update={"rule": "concede.pardon"})
    hacked = event("e1", "COERCE", "warned", **spans).model_copy(update={"modes": ("cyber",)})
    assert [root_in_scheme(one) for one in (agreed, done, hacked, None)] == ["AGREE", "YIELD", "ASSAULT", "-"]
