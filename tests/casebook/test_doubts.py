"""Which doubt to settle first, and what speaks for and against two events being one."""

from dataclasses import replace

from dragoman.casebook import Doubt, Judgement, Pointer, build_case
from dragoman.casebook.doubts import for_and_against, most_useful_first, settled
from dragoman.casebook.judgements import Judgements
from tests.casebook.factory import CAIRO, Report

DAY = ("2025-12-08", "2025-12-08", "2025-12-08")
NEXT = ("2025-12-09", "2025-12-09", "2025-12-09")


def made():
    report = Report("r1", ["Ana Flores met Peter Otieno.", "Ana Flores met Grace Wanjiru.", "Peter Otieno left Lima."])
    report.actor("a1", "Ana Flores").actor("a2", "Peter Otieno").actor("a3", "Grace Wanjiru")
    report.event("e1", "CONSULT", 0, "met", "a1", "a2", time=DAY, place=CAIRO)
    report.event("e2", "CONSULT", 1, "met", "a1", "a3", time=NEXT, place=CAIRO)
    report.event("e3", "RETREAT", 2, "left", "a2", status="negated")
    return build_case([report.record()])


def doubt(one, other, score=None, what="actor"):
    return Doubt(what=what, one=one, other=other, evidence=("a like name",), score=score)


def test_the_doubt_that_touches_most_events_comes_first_then_the_likeliest():
    doubts = (
        doubt("grace-wanjiru", "peter-otieno", 0.9),
        doubt("ana-flores", "peter-otieno", 0.2),
        doubt("ana-flores", "grace-wanjiru", 0.1),
        doubt("grace-wanjiru", "ana-flores", 0.5),
    )
    ordered = most_useful_first(replace(made(), doubts=doubts))
    assert [(item.score, touched) for item, touched in ordered] == [(0.2, 4), (0.9, 3), (0.5, 3), (0.1, 3)]


def test_what_speaks_for_and_against_one_event_is_told_in_clauses():
    events = {event.start or "undated": event for event in made().events}
    evidence, against = for_and_against(events["2025-12-08"], events["2025-12-09"], str.title)
    assert evidence == ("Ana-Flores doing it in both", "both in Cairo", "both as CONSULT")
    assert against == (
        "Peter-Otieno at the receiving end in one, Grace-Wanjiru in the other",
        "on 2025-12-08 and on 2025-12-09",
        "1 report tells both",
    )
    _, against = for_and_against(events["2025-12-08"], events["undated"], str)
    assert "told as asserted and as negated" in against


def test_a_doubt_is_settled_by_what_follows_from_other_judgements():
    one, other, third = (Pointer("r1", item) for item in ("a1", "a2", "a3"))
    members = {"one": (one,), "other": (other,)}.__getitem__
    pair = doubt("one", "other")
    assert not settled(pair, members, Judgements())
    through = [Judgement(what="actor", verdict="same", one=item, other=third) for item in (one, other)]
    assert settled(pair, members, Judgements(through))
    parted = [through[0], Judgement(what="actor", verdict="different", one=third, other=other)]
    assert settled(pair, members, Judgements(parted))
    assert settled(pair, members, Judgements([Judgement(what="actor", verdict="unsure", one=other, other=one)]))
