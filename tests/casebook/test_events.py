"""Events: tellings of one happening are joined, tellings of two are not."""

import pytest

from dragoman.casebook import build_case
from dragoman.casebook.tellings import likeness, pack
from tests.casebook.factory import CAIRO, EIGHTH, Report, strained, talks


def event_of(case, local):
    return next(event for event in case.events if any(mention.item == local for mention in event.mentions))


def meeting(record_id, time=EIGHTH, status="asserted", place=("Lima", "PER"), published=None, **more):
    report = Report(record_id, ["Daniela Quispe met Peter Otieno in Lima."], published=published)
    report.actor("a1", "Daniela Quispe", country="PER", sectors=["GOV"])
    report.actor("a2", "Peter Otieno", country="KEN", sectors=["GOV"])
    return report.event("e1", "CONSULT", 0, "met", "a1", "a2", time=time, status=status, place=place, **more).record()


def on(day):
    return (day, day, day)


def test_a_visit_and_talks_are_one_meeting_and_another_meeting_is_not():
    case = build_case([strained(), talks()])
    assert {mention.item for mention in event_of(case, "A5").mentions} == {"A5", "B2", "B3", "B9"}
    assert {mention.item for mention in event_of(case, "A10").mentions} == {"A10"}
    assert {mention.item for mention in event_of(case, "A9").mentions} == {"A9"}


def test_the_joined_event_has_the_narrower_time():
    event = event_of(build_case([strained(), talks()]), "A5")
    assert (event.start, event.end, event.place) == ("2025-12-08", "2025-12-08", "Cairo")


def test_a_standing_deed_told_twice_in_one_report_is_one():
    assert event_of(build_case([strained()]), "A2") is not None
    case = build_case([strained()])
    assert event_of(case, "A2") == event_of(case, "A7")


def test_other_days_and_other_countries_are_other_meetings():
    assert len(build_case([meeting("r1"), meeting("r2")]).events) == 1
    assert len(build_case([meeting("r1"), meeting("r2", time=on("2025-12-19"))]).events) == 2
    assert len(build_case([meeting("r1"), meeting("r2", place=("Nairobi", "KEN"))]).events) == 2


def test_undated_tellings_are_joined_only_if_told_within_days():
    near = [meeting("r1", time=None, published="2025-12-08"), meeting("r2", time=None, published="2025-12-09")]
    far = [meeting("r1", time=None, published="2025-12-08"), meeting("r2", time=None, published="2026-03-09")]
    assert len(build_case(near).events) == 1
    assert len(build_case(far).events) == 2


def test_a_vague_telling_that_fits_two_meetings_is_left_in_doubt():
    records = [
        meeting("r1"),
        meeting("r2", time=on("2025-12-05")),
        meeting("r3", time=("XXXX-12", "XXXX-12-01", "XXXX-12-10")),
    ]
    case = build_case(records)
    assert len(case.events) == 3
    assert [doubt.what for doubt in case.doubts] == ["event", "event"]


def test_a_denial_is_no_telling_of_the_deed_but_opposes_it():
    case = build_case([meeting("r1"), meeting("r2", status="negated")])
    assert len(case.events) == 2
    assert case.events[0].opposes == (case.events[1].id,)


def test_an_announced_meeting_is_the_one_that_took_place():
    case = build_case([meeting("r1"), meeting("r2", status="future")])
    assert len(case.events) == 1
    assert case.events[0].statuses == ("asserted", "future")


def test_direction_counts_for_deeds():
    def attack(record_id, one, two):
        report = Report(record_id, [f"{one} attacked {two}."])
        report.actor("a1", one, kind="armed-group", country="SDN").actor("a2", two, kind="armed-group", country="SDN")
        return report.event("e1", "ASSAULT", 0, "attacked", "a1", "a2", time=EIGHTH, place=CAIRO).record()

    one, two = "Rapid Support Forces", "Desert Shield Brigade"
    assert len(build_case([attack("r1", one, two), attack("r2", one, two)]).events) == 1
    assert len(build_case([attack("r1", one, two), attack("r2", two, one)]).events) == 2


def test_a_side_counts_once():
    """A president's cabinet is no party to his talks with his own envoy, though all speak for one state."""

    def report(record_id, other, kind):
        made = Report(record_id, [f"Grace Wanjiru met {other}."])
        made.actor("a1", "Grace Wanjiru", country="KEN", sectors=["GOV"])
        made.actor("a2", other, kind=kind, country="KEN", sectors=["GOV"])
        return made.event("e1", "CONSULT", 0, "met", "a1", "a2", time=EIGHTH).record()

    assert len(build_case([report("r1", "Kenya", "government"), report("r2", "Ann Mwangi", "person")]).events) == 2


def test_talks_without_a_partner_are_those_with_the_one_partner_told_of():
    sentences = ["Daniela Quispe held talks.", "Daniela Quispe met Peter Otieno.", "Daniela Quispe met Ada Bello."]
    for told, meetings in ((2, 1), (3, 2)):
        report = Report("r1", sentences[:told], published="2025-12-08")
        report.actor("a1", "Daniela Quispe").actor("a2", "Peter Otieno").actor("a3", "Ada Bello")
        report.event("e1", "CONSULT", 0, "talks", "a1").event("e2", "CONSULT", 1, "met", "a1", "a2")
        if told > 2:
            report.event("e3", "CONSULT", 2, "met", "a1", "a3")
        assert len(build_case([report.record()]).events) == meetings


def test_what_may_come_is_what_another_says_will_come_and_not_what_came():
    will, may, did = (meeting("r1", status="future"), meeting("r2", status="hypothetical"), meeting("r3"))
    assert len(build_case([will, may]).events) == 1
    assert len(build_case([may, did]).events) == 2


def test_a_meeting_to_come_is_the_meeting_that_comes():
    told = meeting("r1", published="2025-12-09")
    to_come = Report("r2", ["Daniela Quispe will meet Peter Otieno in Lima."], published="2025-12-07")
    to_come.actor("a1", "Daniela Quispe", country="PER", sectors=["GOV"])
    to_come.actor("a2", "Peter Otieno", country="KEN", sectors=["GOV"])
    to_come.event("e1", "AGREE", 0, "meet", "a1", "a2", time=EIGHTH, status="future")
    assert len(build_case([told, to_come.record()]).events) == 1


def blamed(record_id, words, anchor, published):
    report = Report(record_id, [words], published=published)
    report.actor("a1", "Daniela Quispe", country="PER", sectors=["GOV"])
    report.actor("a2", "Peter Otieno", country="KEN", sectors=["GOV"])
    return report.event("e1", "ACCUSE", 0, anchor, "a1", "a2").record()


def test_the_same_word_in_reports_of_one_story_stands_in_for_a_date():
    first = blamed("r1", "Daniela Quispe criticized Peter Otieno over fishing rights.", "criticized", "2025-12-01")
    again = "As markets closed, while diplomats were still waiting, Daniela Quispe {} Peter Otieno for slow replies."
    condemned = blamed("r2", again.format("condemned"), "condemned", "2025-12-06")
    sued = blamed("r2", again.format("sued"), "sued", "2025-12-06")
    late = blamed("r2", again.format("condemned"), "condemned", "2025-12-16")
    assert len(build_case([first, condemned]).events) == 1
    assert len(build_case([first, sued]).events) == 2
    assert len(build_case([first, late]).events) == 2


@pytest.mark.parametrize(
    ("place", "joined"),
    [(("Moyale", "KEN"), True), (("Garissa", "KEN"), False)],
)
def test_the_victims_of_one_blow_may_be_counted_differently(place, joined):
    monday = ("2021-05-03", "2021-05-03", "2021-05-03")

    def told(report):
        report.actor("a8", "Peter Otieno", country="KEN", sectors=["GOV"])
        return report.actor("a9", "Kenya", kind="government", country="KEN", sectors=["GOV"])

    one = told(
        Report(
            "r1",
            ["Seven civilians were killed by a shell in Moyale.", "Peter Otieno of Kenya flew in."],
            published="2021-05-04",
        )
    )
    one.actor("a1", "seven civilians", kind="population").event(
        "e1", "ASSAULT", 0, "killed", "", "a1", time=monday, place=("Moyale", "KEN")
    )
    two = told(
        Report(
            "r2",
            ["The army shelled the town and 11 civilians died.", "Peter Otieno of Kenya flew in."],
            published="2021-05-05",
        )
    )
    two.actor("a1", "army", kind="armed-group", country="KEN", sectors=["MIL"])
    two.actor("a2", "11 civilians", kind="population").event(
        "e1", "ASSAULT", 0, "shelled", "a1", "a2", time=monday, place=place
    )
    assert (len(build_case([one.record(), two.record()]).events) == 1) is joined


def test_packed_words_are_as_alike_as_the_words():
    one, two = frozenset(("rebels", "free", "nurses", "hospital")), frozenset(("rebels", "seize", "hospital"))
    sets = [frozenset(memoryview(pack(words)).cast("I")) for words in (one, two)]
    assert likeness(*sets) == likeness(one, two) == 0.4


def test_a_town_taken_from_its_state_is_the_town_taken():
    def taken(record_id, *whom, **what):
        made = Report(record_id, ["The Lake Front captured Kiruna."])
        made.actor("a1", "Lake Front", kind="armed-group", sectors=["REB"]).actor("a2", *whom, **what)
        return made.event("e1", "ASSAULT", 0, "captured", "a1", "a2", time=EIGHTH, place=("Kiruna", "SWE")).record()

    from_state = taken("r1", "Sweden", kind="government", country="SWE", sectors=["GOV"])
    from_people = taken("r2", "people of Kiruna", kind="population", country="SWE")
    assert len(build_case([from_state, from_people]).events) == 1


def seized(record_id, doers, verb, event_type, modes, published, **more):
    report = Report(record_id, [f"On Monday {doers} {verb} Daniela Quispe."], published=published)
    report.actor("a1", doers, kind="armed-group", sectors=["MIL"])
    report.actor("a2", "Daniela Quispe", country="PER", sectors=["GOV"])
    return report.event("e1", event_type, 0, verb, "a1", "a2", modes=modes, **more).record()


def test_who_is_arrested_for_one_report_and_abducted_for_another_was_taken_once():
    first = seized("r1", "soldiers", "detained", "COERCE", ["arrest"], "2025-12-08", time=EIGHTH)
    second = seized("r2", "mutinous soldiers", "seized", "ASSAULT", ["abduct"], "2025-12-10", time=EIGHTH)
    assert len(build_case([first, second]).events) == 1


def shelled(record_id, published, *tolls, time=None):
    """A report of a shelling, with a telling for every toll it gives, each with its doer or none."""
    sentences = [f"Shells killed {people} near Kiru, Ana Rivas and Peter Otieno said." for people, _ in tolls]
    report = Report(record_id, sentences, published=published)
    report.actor("n1", "Ana Rivas", country="PER").actor("n2", "Peter Otieno", country="KEN")
    for place, (people, doers) in enumerate(tolls):
        report.actor(f"v{place}", people, kind="population")
        if doers:
            report.actor(f"d{place}", doers, kind="armed-group", country="KEN", sectors=["MIL"])
        side = f"d{place}" if doers else ""
        report.event(f"e{place}", "ASSAULT", place, "killed", side, f"v{place}", time=time if not place else None)
    return report.record()


def test_a_toll_is_joined_with_the_same_toll_before_another():
    both = shelled("r1", "2025-12-08", ("eight people", None), ("six miners", None), time=EIGHTH)
    one = shelled("r2", "2025-12-09", ("six miners", "Kenyan gunners"), time=EIGHTH)
    event = event_of(build_case([both, one]), "e1")
    assert {mention.record for mention in event.mentions} == {"r1", "r2"}


def expelled(record_id, who, kind, whom, published):
    report = Report(record_id, [f"{who} expelled {whom}, Ana Rivas and Peter Otieno said."], published=published)
    report.actor("a1", who, kind=kind, country="LAO", sectors=["GOV"]).actor("a2", whom, kind="population")
    report.actor("n1", "Ana Rivas", country="PER").actor("n2", "Peter Otieno", country="KEN")
    return report.event("e1", "SANCTION", 0, "expelled", "a1", "a2", modes=["expel"]).record()


def test_a_ministry_for_one_report_is_its_state_for_another_whatever_they_call_those_expelled():
    first = expelled("r1", "Laos", "country", "two Norwegian diplomats", "2025-12-08")
    second = expelled(
        "r2", "Laotian Foreign Ministry", "organization", "two employees of the Norwegian embassy", "2025-12-09"
    )
    assert len(build_case([first, second]).events) == 1
