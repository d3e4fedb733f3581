"""The analyst's judgements go before what the program finds; a case without one is as if it were never made."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.casebook import Judgement, Pointer, build_case
from dragoman.errors import JudgementError
from tests.casebook.factory import strained, talks

A, B = "a" * 8, "b" * 8
RECORDS = [strained(), talks()]
ACTORS = [Pointer(record.id, actor.id) for record in RECORDS for actor in record.actors]
EVENTS = [Pointer(record.id, event.id) for record in RECORDS for event in record.events]


def judged(verdict, one, other):
    what = "actor" if Pointer(*one) in ACTORS else "event"
    return Judgement(what=what, verdict=verdict, one=Pointer(*one), other=Pointer(*other))


def test_what_is_judged_different_is_parted_and_put_together_again_without_the_judgement():
    apart = judged("different", (A, "a3"), (B, "a4"))
    before, parted = build_case(RECORDS), build_case(RECORDS, [apart])
    assert before.actor_ids()[apart.one] == before.actor_ids()[apart.other]
    assert parted.actor_ids()[apart.one] != parted.actor_ids()[apart.other]
    assert build_case(RECORDS) == before


def test_what_is_judged_the_same_is_joined_whatever_the_names():
    same = judged("same", (A, "a7"), (B, "a5"))
    case = build_case(RECORDS, [same])
    assert case.actor_ids()[same.one] == case.actor_ids()[same.other]
    actor = next(actor for actor in case.actors if same.one in actor.members)
    assert "judged the same by the analyst" in actor.evidence


def test_events_are_parted_and_joined_too():
    case = build_case(RECORDS, [judged("different", (A, "A5"), (B, "B2"))])
    assert case.event_ids()[Pointer(A, "A5")] != case.event_ids()[Pointer(B, "B2")]
    case = build_case(RECORDS, [judged("same", (A, "A1"), (B, "B4"))])
    assert case.event_ids()[Pointer(A, "A1")] == case.event_ids()[Pointer(B, "B4")]


def test_what_is_the_same_as_one_of_two_that_differ_parts_them_in_one_report():
    case = build_case(RECORDS, [judged("same", (A, "A1"), (B, "B2")), judged("different", (A, "A1"), (B, "B3"))])
    homes = case.event_ids()
    assert homes[Pointer(A, "A1")] == homes[Pointer(B, "B2")]
    assert homes[Pointer(B, "B2")] != homes[Pointer(B, "B3")]


def test_judgements_that_contradict_one_another_are_refused_with_the_way_out():
    same = [judged("same", (A, "a3"), (B, "a4")), judged("same", (B, "a4"), (A, "a7"))]
    with pytest.raises(JudgementError, match="undo one of those first"):
        build_case(RECORDS, [*same, judged("different", (A, "a3"), (A, "a7"))])


def test_an_item_is_not_judged_against_itself():
    with pytest.raises(JudgementError, match="name two items"):
        judged("same", (A, "a3"), (A, "a3"))


def test_a_judgement_on_what_no_record_has_does_nothing():
    assert build_case(RECORDS, [judged("same", (A, "a99"), ("c" * 8, "a1"))]) == build_case(RECORDS)


def test_a_pair_judged_unsure_needs_no_review():
    case = build_case(RECORDS)
    for doubt in case.doubts:
        sides = {item.id: item.members for item in case.actors} | {item.id: item.mentions for item in case.events}
        one, other = sides[doubt.one][0], sides[doubt.other][0]
        left = build_case(RECORDS, [judged("unsure", one, other)]).doubts
        assert (doubt.one, doubt.other) not in {(item.one, item.other) for item in left}


def test_what_is_the_same_as_one_telling_brings_nothing_together_that_is_judged_different():
    made = [judged("same", (A, "A2"), (B, "B2")), judged("different", (B, "B9"), (A, "A7"))]
    homes = build_case(RECORDS, made).event_ids()
    assert homes[Pointer(A, "A2")] == homes[Pointer(B, "B2")]
    assert homes[Pointer(A, "A7")] != homes[Pointer(B, "B9")]


@st.composite
def judgements(draw):
    """Judgements that do not contradict one another: same within groups of a random partition, different across."""
    found = []
    for items in (ACTORS, EVENTS):
        groups = {item: draw(st.integers(0, 3)) for item in items}
        for _ in range(draw(st.integers(0, 4))):
            one, other = draw(st.sampled_from(items)), draw(st.sampled_from(items))
            if one != other:
                found.append(judged("same" if groups[one] == groups[other] else "different", one, other))
    return found


@settings(max_examples=100)
@given(judgements(), st.randoms(use_true_random=False))
def test_every_judgement_holds_in_whatever_order_reports_and_judgements_come(made, random):
    case = build_case(RECORDS, made)
    homes = case.actor_ids() | case.event_ids()
    for judgement in made:
        assert (homes[judgement.one] == homes[judgement.other]) is (judgement.verdict == "same")
    shuffled, records = list(made), list(RECORDS)
    random.shuffle(shuffled)
    random.shuffle(records)
    assert build_case(records, shuffled) == case
