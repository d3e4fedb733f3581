"""How coded events are held against gold items: the rules stated at the head of evals/matching.py."""

from __future__ import annotations

import pytest

from evals.matching import clause_around, locate, match, satisfied
from tests.evals.records import MET, TEXT, WARNED, event, record, span, story


def outcome_of(*events, gold=(WARNED, MET)):
    told = story(*gold)
    return match(record(*events), told.reports[0], told)


def test_an_event_with_the_right_type_and_parties_at_the_quote_is_found():
    assert set(outcome_of(event("e1", "THREATEN", "warned")).found) == {"G1"}


def test_the_right_event_elsewhere_in_the_sentence_is_not_found():
    assert outcome_of(event("e1", "THREATEN", "said")).wrong == ["e1"]


def test_an_anchor_in_the_clause_counts_with_an_argument_inside_the_quote():
    near = event("e1", "THREATEN", "Ruritania", recipient_spans=(span("Freedonia"),))
    assert set(outcome_of(near).found) == {"G1"}
    assert not outcome_of(event("e1", "THREATEN", "Ruritania")).found


def test_a_clause_ends_at_punctuation():
    assert TEXT[slice(*clause_around(record(), locate(TEXT, "warned Freedonia")))] == "Ruritania warned Freedonia"


@pytest.mark.parametrize(
    "coded",
    [
        event("e1", "ACCUSE", "warned"),
        event("e1", "THREATEN", "warned", actors=("a3",)),
        event("e1", "THREATEN", "warned", recipients=()),
        event("e1", "THREATEN", "warned", actors=("a2",), recipients=("a1",)),
    ],
    ids=["type", "actor", "no recipient", "roles swapped"],
)
def test_a_wrong_part_makes_the_event_wrong(coded):
    outcome = outcome_of(coded)
    assert (outcome.found, outcome.wrong) == ({}, ["e1"])


def test_both_parties_on_both_sides_is_right_only_where_the_event_is_mutual():
    both = ("a3", "a4")
    assert outcome_of(event("e1", "CONSULT", "met", actors=both, recipients=both)).found
    both = ("a1", "a2")
    assert not outcome_of(event("e1", "THREATEN", "warned", actors=both, recipients=both)).found


def test_a_mode_is_asked_for_only_where_the_gold_has_one():
    visit = {**MET, "modes": ["visit"]}
    met = event("e1", "CONSULT", "met", actors=("a3",), recipients=("a4",))
    assert not outcome_of(met, gold=(visit,)).found
    assert outcome_of(met.model_copy(update={"modes": ("visit",)}), gold=(visit,)).found


def test_a_second_event_in_the_same_quote_is_an_honest_mention():
    twice = (event("e1", "THREATEN", "warned"), event("e2", "THREATEN", "Freedonia"))
    outcome = outcome_of(*twice)
    assert (set(outcome.found), list(outcome.again.values()), outcome.wrong) == ({"G1"}, ["G1"], [])


def test_a_definite_nominal_may_mention_a_gold_event_again_and_nothing_else_may():
    parties = {"actors": ("a3",), "recipients": ("a4",)}
    again = outcome_of(event("e1", "CONSULT", "met", **parties), event("e2", "CONSULT", "meeting", **parties))
    assert again.again == {"e2": "G2"}
    other = outcome_of(event("e1", "CONSULT", "met", **parties), event("e2", "CONSULT", "cordial", **parties))
    assert other.wrong == ["e2"]


def test_nothing_may_be_coded_where_the_gold_has_no_type():
    told = {**WARNED, "id": "G9", "types": []}
    assert outcome_of(event("e1", "THREATEN", "warned"), gold=(told,)).wrong == ["e1"]


def test_a_lone_null_means_that_nobody_fills_the_role():
    nobody = {**WARNED, "recipient": None}
    assert outcome_of(event("e1", "THREATEN", "warned", recipients=()), gold=(nobody,)).found
    assert not outcome_of(event("e1", "THREATEN", "warned"), gold=(nobody,)).found


def test_an_item_is_satisfied_by_its_other_telling_in_the_same_sentence():
    other = {**WARNED, "id": "G3", "must": False, "quote": "officials said", "types": ["ACCUSE"], "same_as": "G1"}
    told = story(WARNED, other)
    read = record(event("e1", "ACCUSE", "said"))
    assert satisfied(told.reports[0], read, match(read, told.reports[0], told)) == {"G1", "G3"}
