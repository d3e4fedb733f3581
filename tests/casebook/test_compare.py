"""The side-by-side of the worked pair shows what a careful analyst notes down."""

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.casebook import build_case, compare
from tests.casebook.factory import EIGHTH, Report, strained, talks

A, B = "a" * 8, "b" * 8


def shared_account(comparison):
    (account,) = [item for item in comparison.accounts if len(item.reports) > 1]
    return account


def rows(comparison):
    return {row.what: row for row in shared_account(comparison).rows}


def test_place_participants_and_time_do_not_contradict():
    found = rows(compare([strained(), talks()]))
    assert (found["place"].verdict, found["place"].shared) == ("agree", ("Cairo",))
    assert found["time"].verdict == "compatible"
    assert found["participants"].verdict == "agree"
    assert set(found["participants"].shared) >= {"khalifa-haftar", "khaled-khalifa", "saddam-khalifa"}


def test_tone_between_the_same_two_sides_differs():
    tones = {tone.sides: tone for tone in compare([strained(), talks()]).tones}
    tone = tones["EGY", "LBY"]
    assert tone.verdict == "differ"
    by_record = {item.record: item for item in tone.tones}
    assert by_record[A].direction == "hostile"
    assert by_record[B].direction == "friendly"
    assert {"A6", "A8"} <= {event.item for event in by_record[A].events}
    assert {"B1", "B6"} <= {event.item for event in by_record[B].events}


def test_a_tone_rests_on_the_dealings_that_weigh_for_it_and_not_on_meetings():
    (tone,) = [tone for tone in compare([strained(), talks()]).tones if tone.sides == ("EGY", "LBY")]
    strain, accord = sorted(tone.tones, key=lambda item: item.record)
    assert [[pointer.item for pointer in part] for part in strain.reasons] == [["A8", "A6"]], "the weightiest first"
    assert "A1" in {pointer.item for pointer in strain.events}, "a visit is a dealing, and no reason"
    assert [[pointer.item for pointer in part] for part in accord.reasons] == [["B1", "B6", "B10"]]


def test_a_mixed_tone_rests_on_dealings_of_both_kinds_and_a_neutral_one_on_all():
    def record(record_id, *deeds):
        report = Report(record_id, [f"Peru {deed.lower()} Chad." for deed in deeds])
        report.actor("a1", "Peru", kind="country", country="PER").actor("a2", "Chad", kind="country", country="TCD")
        for number, deed in enumerate(deeds):
            report.event(f"e{number}", deed, number, deed.lower(), "a1", "a2")
        return report.record()

    told = [record("r1", "ACCUSE", "CONSULT", "SUPPORT"), record("r2", "CONSULT"), record("r3", "SUPPORT")]
    (tone,) = compare(told).tones
    reasons = {item.direction: [[pointer.item for pointer in part] for part in item.reasons] for item in tone.tones}
    assert reasons == {"mixed": [["e0"], ["e2"]], "neutral": [["e0"]], "friendly": [["e0"]]}


def test_two_descriptions_of_one_man_may_both_hold():
    descriptions = dict(compare([strained(), talks()]).descriptions)
    row = descriptions["khaled-khalifa"]
    assert row.verdict == "compatible"
    assert [value.values for value in row.values] == [("kin of Khalifa Haftar",), ("chief of staff",)]


def test_what_only_one_report_tells_is_listed():
    comparison = compare([strained(), talks()])
    ids = comparison.case.event_ids()
    only = {record: set(events) for record, events in comparison.only}
    assert {ids[A, item] for item in ("A1", "A6", "A8", "A9", "A10")} <= only[A]
    assert {ids[B, item] for item in ("B4", "B6", "B10")} <= only[B]


def test_a_denial_is_shown_as_a_contradiction():
    def record(record_id, status):
        report = Report(record_id, ["Daniela Quispe met Peter Otieno."])
        report.actor("a1", "Daniela Quispe").actor("a2", "Peter Otieno")
        return report.event("e1", "CONSULT", 0, "met", "a1", "a2", time=EIGHTH, status=status).record()

    comparison = compare([record("r1", "asserted"), record("r2", "negated")])
    assert [account.verdict for account in comparison.accounts] == ["contradict", "contradict"]
    assert comparison.accounts[0].reports == ("r1", "r2")
    assert {row.what for row in comparison.accounts[0].rows if row.verdict == "contradict"} == {"factuality"}


def test_a_comparison_is_json():
    found = json.loads(compare([strained(), talks()]).to_json())
    assert found["case"]["reports"] == [A, B]


def test_nothing_compares_to_nothing():
    assert compare([]).accounts == ()


def small(record_id, people):
    report = Report(record_id, ["They met: " + ", ".join(people) + "."])
    for at, name in enumerate(people):
        report.actor(f"a{at}", name, country="LBY")
    everybody = " ".join(f"a{at}" for at in range(len(people)))
    return report.event("e1", "CONSULT", 0, "met", everybody, everybody, time=EIGHTH).record()


PEOPLE = st.lists(
    st.sampled_from(
        ["Khalifa Haftar", "Haftar", "Khaled", "Khaled Khalifa", "Saddam Haftar", "Mohamed Ali", "Muhammad Ali Bey"]
    ),
    min_size=1, max_size=4, unique=True,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PEOPLE, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_reports_changes_nothing(casts, random):
    records = [strained(), talks(), *(small(f"r{at}", people) for at, people in enumerate(casts))]
    shuffled = list(records)
    random.shuffle(shuffled)
    assert build_case(shuffled) == build_case(records)
