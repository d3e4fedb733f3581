"""Accounts of one event, facet by facet: what agrees, may both hold, differs, contradicts, or is not told."""

import pytest

from dragoman.casebook import compare
from dragoman.casebook.windows import Window
from tests.casebook.factory import Report

MONDAY = ("2021-05-03", "2021-05-03", "2021-05-03")
TUESDAY = ("2021-05-04", "2021-05-04", "2021-05-04")
MOYALE = ("Moyale", "KEN")


def raid(record_id, sentence="Kenya attacked the Oromo Front in Moyale.", *, outlet=None, published="2021-05-04"):
    report = Report(record_id, [sentence], outlet=outlet, published=published)
    report.actor("a1", "Kenya", kind="government", country="KEN", sectors=["GOV"])
    return report.actor("a2", "Oromo Front", kind="armed-group", country="ETH", sectors=["REB"])


def attack(report, anchor="attacked", *, by="a1", on="a2", time=MONDAY, place=MOYALE, **more):
    return report.event("e1", "ASSAULT", 0, anchor, by, on, time=time, place=place, **more)


def rows(*reports):
    comparison = compare([report.record() for report in reports])
    account = next(account for account in comparison.accounts if len(account.reports) > 1)
    return {row.what: row for row in account.rows}


def killed(record_id, words, low, high, *, of="soldiers", **head):
    report = raid(record_id, f"Kenya attacked the Oromo Front in Moyale and {words} {of} died.", **head)
    return attack(report).number(words, "e1", low=low, high=high, of=of, fate="killed")


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (("7", 7, 7), ("12", 12, 12), "contradict"),
        (("12", 12, 12), ("12", 12, 12), "agree"),
        (("at least 10", 10, None), ("12", 12, 12), "compatible"),
        (("between 5 and 9", 5, 9), ("8", 8, 8), "compatible"),
        (("between 5 and 9", 5, 9), ("dozens", 24, 99), "contradict"),
    ],
)
def test_tolls_are_held_against_each_other_as_intervals(one, other, verdict):
    row = rows(killed("r1", *one), killed("r2", *other))["numbers"]
    assert row.verdict == verdict
    assert all(value.spans for value in row.values)


def test_a_contradiction_of_numbers_says_which():
    row = rows(killed("r1", "7", 7, 7), killed("r2", "12", 12, 12))["numbers"]
    assert row.sentence == "The numbers exclude each other: 7 soldiers killed; 12 soldiers killed."


@pytest.mark.parametrize(("people", "verdict"), [(20, "compatible"), (9, "contradict")])
def test_soldiers_killed_are_among_the_people_killed(people, verdict):
    total = killed("r2", str(people), people, people, of="people")
    assert rows(killed("r1", "12", 12, 12), total)["numbers"].verdict == verdict


def test_soldiers_are_not_held_against_houses():
    assert rows(killed("r1", "7", 7, 7), killed("r2", "12", 12, 12, of="horses"))["numbers"].verdict == "silent"


def test_who_tells_the_event_and_no_number_is_silent_on_it():
    row = rows(killed("r1", "7", 7, 7), attack(raid("r2")))["numbers"]
    assert row.verdict == "silent"
    assert [value.values for value in row.values] == [("7 soldiers killed",), ()]


def test_a_later_toll_of_the_same_outlet_is_shown_as_changed_and_still_contradicts():
    first = killed("r1", "7", 7, 7, outlet="Nile Wire", published="2021-05-04")
    later = killed("r2", "12", 12, 12, outlet="Nile Wire", published="2021-05-06")
    row = rows(first, later)["numbers"]
    assert row.verdict == "contradict"
    (change,) = row.changed
    assert (change.earlier.values, change.later.values, change.by) == (
        ("7 soldiers killed",), ("12 soldiers killed",), "Nile Wire",
    )  # fmt: skip


def test_what_is_told_as_before_and_denied_by_another_is_no_change():
    first = attack(raid("r1", outlet="Nile Wire", published="2021-05-04"))
    later = raid("r2", "Kenya attacked the Oromo Front in Moyale, and Uganda denied it attacked the Oromo Front.",
                 outlet="Nile Wire", published="2021-05-06")  # fmt: skip
    later.actor("a3", "Uganda", kind="government", country="UGA").voice("v1", "organization", "a3")
    later.event("e1", "ASSAULT", 0, "attacked", "a1", "a2", time=MONDAY, place=MOYALE)
    later.event("e2", "ASSAULT", 0, "denied", "a1", "a2", time=MONDAY, place=MOYALE, status="negated", voice="v1")
    row = rows(first, later)["factuality"]
    assert (row.verdict, row.changed) == ("contradict", ())


def test_another_outlet_changes_nothing_of_what_one_told():
    one = killed("r1", "7", 7, 7, outlet="Nile Wire", published="2021-05-04")
    other = killed("r2", "12", 12, 12, outlet="Sahel Monitor", published="2021-05-06")
    assert rows(one, other)["numbers"].changed == ()


def test_dates_that_exclude_each_other_contradict():
    def seized(record_id, time):
        report = Report(record_id, ["Gunmen abducted Peter Otieno."], published="2021-05-05")
        report.actor("a1", "Gunmen", kind="armed-group").actor("a2", "Peter Otieno", country="KEN")
        return report.event("e1", "ASSAULT", 0, "abducted", "a1", "a2", modes=["abduct"], time=time)

    row = rows(seized("r1", MONDAY), seized("r2", TUESDAY))["time"]
    assert row.verdict == "contradict"
    assert "2021-05-03; 2021-05-04" in row.sentence


def test_what_goes_on_is_there_on_more_days_than_one():
    def held(record_id, time):
        report = Report(record_id, ["Gunmen hold Peter Otieno."], published="2021-05-05")
        report.actor("a1", "Oromo Front", kind="armed-group", country="ETH").actor("a2", "Peter Otieno", country="KEN")
        return report.event("e1", "ASSAULT", 0, "hold", "a1", "a2", modes=["abduct"], time=time, aspect="ongoing")

    account = compare([held("r1", MONDAY).record(), held("r2", ("2021-05", "2021-05-01", "2021-05-05")).record()])
    assert "contradict" not in {item.verdict for item in account.accounts}


def test_a_dozen_is_shown_as_it_is_written():
    row = rows(killed("r1", "at least a dozen", 12, None), killed("r2", "12", 12, 12))["numbers"]
    assert row.values[0].values == ("at least a dozen soldiers killed",)
    assert row.verdict == "compatible"


@pytest.mark.parametrize(
    ("status", "sentence"),
    [("asserted", "One tells what the other denies."), ("hypothetical", "One expects what the other denies.")],
)
def test_a_denial_contradicts_what_is_told_and_what_is_expected(status, sentence):
    row = rows(attack(raid("r1"), status=status), attack(raid("r2"), status="negated"))["factuality"]
    assert (row.verdict, row.sentence) == ("contradict", sentence)


def test_what_hangs_on_a_condition_is_not_contradicted_by_a_denial():
    supposed = attack(raid("r1"), status="hypothetical", conditional=True)
    comparison = compare([supposed.record(), attack(raid("r2"), status="negated").record()])
    assert {account.verdict for account in comparison.accounts} == {"only"}


def test_one_blow_told_both_ways_is_a_contradiction_of_direction():
    mirrored = attack(raid("r2", "The Oromo Front attacked Kenya in Moyale."), by="a2", on="a1")
    comparison = compare([attack(raid("r1")).record(), mirrored.record()])
    assert [account.verdict for account in comparison.accounts] == ["contradict", "contradict"]
    (row,) = [row for account in comparison.accounts for row in account.rows]
    assert (row.what, row.verdict) == ("direction", "contradict")
    assert {value.values for value in row.values} == {("Kenya → Oromo Front",), ("Oromo Front → Kenya",)}


def test_blows_of_two_days_are_no_contradiction():
    mirrored = attack(raid("r2", "The Oromo Front attacked Kenya in Moyale."), by="a2", on="a1", time=TUESDAY)
    comparison = compare([attack(raid("r1")).record(), mirrored.record()])
    assert {account.verdict for account in comparison.accounts} == {"only"}


def test_two_voices_of_one_report_are_two_accounts():
    report = raid("r1", "Kenya attacked the Oromo Front in Moyale, Uganda said; a colonel said it attacked on Tuesday.")
    report.actor("a3", "Uganda", kind="government", country="UGA").actor("a4", "Ali Bey", country="KEN")
    report.voice("v1", "organization", "a3").voice("v2", "person", "a4")
    for key, voice in (("e1", "v1"), ("e2", "v2")):
        report.event(key, "ACCUSE", 0, "attacked", "a1", "a2", voice=voice)
    (account,) = [account for account in compare([report.record()]).accounts if account.rows]
    values = next(row for row in account.rows if row.what == "type").values
    assert [value.origins for value in values] == [("Uganda", "Ali Bey")]


def test_what_a_speaker_states_is_held_against_what_another_report_has_him_state():
    def promised(record_id, content):
        report = Report(record_id, [f"Kenya promised Uganda {content}."], published="2021-05-04")
        report.actor("a1", "Kenya", kind="government", country="KEN", sectors=["GOV"])
        report.actor("a2", "Uganda", kind="government", country="UGA", sectors=["GOV"]).voice(
            "v1", "organization", "a1"
        )
        return report.event("e1", "AGREE", 0, "promised", "a1", "a2", time=MONDAY).said("v1", "promised", content)

    first = promised("r1", "to send forty trucks of maize to the border")
    row = rows(first, promised("r2", "to send forty trucks of maize and flour"))["content"]
    assert row.verdict == "agree"
    assert row.values[0].values == ("to send forty trucks of maize to the border",)
    assert rows(first, promised("r2", "that the refugees may stay"))["content"].verdict == "compatible"


def test_an_unknown_window_shows_nothing():
    from dragoman.casebook.facets import shown_window

    assert shown_window(Window()) == ()
