"""Events in time order, and those that are asked for."""

import pytest

from dragoman.casebook import build_case
from dragoman.casebook.timeline import Wanted, timeline
from dragoman.errors import OptionError
from tests.casebook.factory import CAIRO, Report

DAY = ("2025-12-08", "2025-12-08", "2025-12-08")
NEXT = ("2025-12-09", "2025-12-09", "2025-12-09")
MONTH = ("2025-11", "2025-11-01", "2025-11-30")
SINCE = ("2025-10", "2025-10-01", None)
YEARLESS = ("XXXX-12", "XXXX-12-01", "XXXX-12-10")


def year():
    report = Report("r1", ["Ana Flores met Peter Otieno.", "Ana Flores warned Peter Otieno.", "Peter Otieno left."])
    report.actor("a1", "Ana Flores", country="PER").actor("a2", "Peter Otieno", "Otieno", country="KEN")
    report.event("e1", "CONSULT", 0, "met", "a1", "a2", time=DAY, place=CAIRO, modes=["visit"])
    report.event("e2", "THREATEN", 1, "warned", "a1", "a2", time=MONTH)
    report.event("e3", "RETREAT", 2, "left", "a2")
    report.event("e4", "ASSAULT", 2, "left", "a2", time=SINCE, aspect="ongoing")
    report.event("e5", "PROTEST", 2, "left", "a1", time=YEARLESS)
    return build_case([report.record()])


def types(**wanted):
    return [event.type for event in timeline(year(), Wanted(**wanted)).events]


def test_events_stand_by_their_days_and_undated_ones_last():
    assert types() == ["ASSAULT", "THREATEN", "CONSULT", "PROTEST", "RETREAT"]


def test_events_are_chosen_by_dates_they_overlap_and_the_undated_are_counted():
    found = timeline(year(), Wanted(since="2025-12"))
    assert [event.type for event in found.events] == ["ASSAULT", "CONSULT"]
    assert found.undated == 2
    assert types(until="2025-11-15") == ["ASSAULT", "THREATEN"]
    assert types(since="2026") == ["ASSAULT"]
    assert timeline(year()).undated == 0


def test_events_are_chosen_by_who_what_and_where():
    assert types(actor="otieno") == ["ASSAULT", "THREATEN", "CONSULT", "RETREAT"]
    assert types(actor="ana-flores", type="consult") == ["CONSULT"]
    assert types(type="visit") == ["CONSULT"]
    assert types(place="cair") == ["CONSULT"]
    assert types(actor="Nobody") == []


@pytest.mark.parametrize("day", ["2025-13", "2025-02-30"])
def test_a_day_that_does_not_exist_is_refused(day):
    with pytest.raises(OptionError, match="is no date"):
        Wanted(since=day)


def test_what_is_no_type_of_event_is_refused_with_those_there_are():
    with pytest.raises(OptionError, match="the types are ACCUSE, AGREE"):
        Wanted(type="quarrel")


def test_what_is_no_date_is_refused():
    with pytest.raises(OptionError, match="2025-12-08"):
        Wanted(since="May")


def test_dates_that_exclude_each_other_are_kept_with_who_gives_them():
    def told(record_id, day):
        report = Report(record_id, ["Ana Flores was freed by Peter Otieno."], published="2025-12-10")
        report.actor("a1", "Ana Flores", country="PER").actor("a2", "Peter Otieno", country="KEN")
        return report.event("e1", "RETREAT", 0, "freed", "a2", "a1", time=day, modes=["release"]).record()

    (event,) = build_case([told("r1", DAY), told("r2", NEXT), told("r3", DAY)]).events
    assert [(dates.start, dates.records) for dates in event.disputed] == [
        ("2025-12-08", ("r1", "r3")),
        ("2025-12-09", ("r2",)),
    ]
    (alike,) = build_case([told("r1", DAY), told("r3", DAY)]).events
    assert alike.disputed == ()
