"""What the brief says, free of any format."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.formats.briefing import build_brief, prepare_brief
from dragoman.formats.desk import is_many
from dragoman.formats.phrases import load_phrases
from dragoman.formats.system import build_system
from dragoman.formats.views import Brief, Party
from dragoman.record import ReportRecord
from tests.casebook.factory import Report
from tests.formats.factory import empty_report, strain_report, talks_report
from tests.formats.generated import records

COUNTRIES = {"EGY": "Egypt", "LBY": "Libya", "SDN": "Sudan"}


def brief_of(*given_records: ReportRecord) -> Brief:
    return build_brief(given_records, phrases=load_phrases(), countries=COUNTRIES)


def test_a_report_tells_by_whose_word_it_speaks() -> None:
    (report,) = brief_of(strain_report()).reports
    assert [(line.chain.words, line.tellings) for line in report.origins] == [
        ("Nile Ledger ← Al-Araby Al-Jadeed ← senior Egyptian sources (anonymous)", 6),
        ("Nile Ledger", 2),
    ]


@pytest.mark.parametrize(
    ("name", "kind", "many"),
    [
        ("armed men", "armed-group", True),
        ("Nigerian troops", "armed-group", True),
        ("Police", "organization", True),
        ("Norwegian police", "organization", True),
        ("Lake Front", "armed-group", False),
        ("three soldiers", "armed-group", True),
        ("NSF adviser", "sources", False),
        ("Bulgarian prosecutors", "organization", True),
        ("United Nations", "organization", False),
        ("sources close to the palace", "sources", True),
        ("researchers at Lake University", "sources", True),
        ("Libyan people", "population", True),
        ("crowd", "population", False),
    ],
)
def test_the_verb_agrees_with_who_does_it(name: str, kind: str, many: bool) -> None:
    assert is_many(Party(key="a1", name=name, kind=kind, country=None)) is many


def test_the_timeline_is_in_order_and_an_undated_event_follows_the_day_of_its_report() -> None:
    days = [happening.main.when.words for happening in brief_of(strain_report(), talks_report()).timeline]
    assert list(dict.fromkeys(days)) == [
        "April 2023",
        "8 December 2025",
        "no date given, reported 8 December 2025",
        "1 to 10 December, year not given (“early December”)",
        "no date given",
    ]


def test_a_telling_reads_as_a_sentence_and_quotes_its_words() -> None:
    tellings = {item.main.snippet.words: item.main for item in brief_of(strain_report()).timeline}
    assert tellings["criticism"].words == "Egypt criticises Khalifa Haftar"
    assert tellings["met"].words == "Khaled Hussein and Abdul Hamid Dbeibah hold talks"
    assert tellings["told"].factuality == "possible only"
    assert tellings["visit"].snippet.before.endswith("Haftar's ")


def test_an_actors_names_link_to_where_they_stand() -> None:
    brief = brief_of(strain_report())
    haftar = next(actor for actor in brief.actors if actor.name == "Khalifa Haftar")
    assert haftar.caption == "commander of eastern Libya"
    assert (haftar.names[0].text, haftar.names[0].count) == ("Haftar", 4)
    marks = {mark.id: mark for mark in brief.reports[0].marks}
    for name in haftar.names:
        for link in name.links:
            assert brief.reports[0].text[marks[link].start : marks[link].end] == name.text


def test_a_report_given_twice_is_shown_once() -> None:
    brief = brief_of(strain_report(), strain_report())
    assert brief.counts.reports == 1
    assert brief.notes == ("1 report was given more than once and shown once.",)


def test_a_report_without_events_has_an_empty_timeline() -> None:
    brief = brief_of(empty_report())
    assert brief.timeline == ()
    assert build_system(brief).links == ()


def test_the_network_keeps_cooperation_and_conflict_apart() -> None:
    brief = brief_of(strain_report())
    names = {actor.key: actor.name for actor in brief.actors}
    links = {(names[link.source], names[link.target], link.tone): link for link in build_system(brief).links}
    pressure = links["Egypt", "Khalifa Haftar", "conflictual"]
    assert pressure.label == "demands change ×2 · criticises +1"
    assert not pressure.doubtful, "the outlet says some of it in its own voice"
    visit = links["Khalifa Haftar", "Egypt", "cooperative"]
    assert visit.doubtful, "only unnamed sources tell of the visit"
    assert any(link.kind == "tie" for link in links.values())


def test_the_network_draws_only_what_is_told_as_fact() -> None:
    system = build_system(brief_of(strain_report()))
    assert not any("threatens relations" in link.label for link in system.links)
    assert "1 event told as planned, possible or denied: in the timeline only." in system.notes


def test_two_reports_are_one_case() -> None:
    """The casebook makes one actor of one man, and one title of both reports."""
    brief = prepare_brief([strain_report(), talks_report()])
    haftar = [actor for actor in brief.actors if "Haftar" in actor.name]
    assert [actor.reports for actor in haftar] == [(1, 2)]
    assert brief.accounts is not None
    assert {only.report for only in brief.accounts.only} <= {1, 2}


def test_a_tone_is_told_with_the_dealings_that_make_it_so() -> None:
    accounts = prepare_brief([strain_report(), talks_report()]).accounts
    assert accounts is not None
    (tone,) = [tone for tone in accounts.tones if tone.title == "Egypt and Libya"]
    assert [cell.words for cell in tone.points[0].cells] == [
        "hostile (gives a warning, voices criticism, demands change; planned or possible: threatens relations)",
        "friendly (voices support, agrees)",
    ]


@settings(max_examples=60)
@given(st.lists(records(), max_size=1), records("two"))
def test_any_records_give_a_brief(first: list[ReportRecord], second: ReportRecord) -> None:
    brief = brief_of(*first, second)
    assert brief.counts.reports == len(first) + 1
    assert brief == brief_of(*first, second)


def test_a_report_without_a_title_is_called_by_its_first_sentence_and_not_by_its_head_matter() -> None:
    whole = strain_report()
    start = whole.sentences[1][0]  # what comes before stands for a line such as "date 2025-12-08"
    (report,) = brief_of(whole.model_copy(update={"title": None, "sentences": whole.sentences[1:]})).reports
    assert report.title.startswith("“" + whole.text[start : start + 30].replace("\n", " "))


def fire(record_id: str, guards: str, outlet: str | None = "Lima Daily") -> ReportRecord:
    """Guards who shoot at rebels, hold a nurse and belong to a body, told without a date."""
    told = Report(record_id, [f"{guards} of the Hill Guard fired at rebels.", "A nurse is held."], outlet=outlet)
    told.actor("a1", guards, kind="armed-group").actor("a2", "rebels", kind="armed-group")
    told.actor("a3", "nurse", kind="person", role="nurse").actor("a4", "Hill Guard", kind="armed-group")
    told.event("e1", "ASSAULT", 0, "fired", "a1", "a2", modes=("firearms",))
    told.event("e2", "ASSAULT", 1, "held", "a1", "a3", modes=("abduct",), aspect="ongoing")
    return told.tie("a1", "member of", "a4").record()


def test_what_goes_on_is_not_told_as_what_befell_in_a_moment() -> None:
    (telling,) = [item.main for item in brief_of(fire("r1", "guards")).timeline if item.main.modes == ("abduct",)]
    assert (telling.words, telling.factuality) == ("guards hold nurse", "")


def test_a_deed_is_called_the_same_whoever_does_it() -> None:
    brief = prepare_brief([fire("r1", "guards"), fire("r2", "guard")])
    deeds = {telling.deed for item in brief.timeline for telling in item.tellings if "firearms" in telling.modes}
    assert deeds == {"opens fire"}


def test_a_tie_agrees_with_those_who_have_it() -> None:
    assert brief_of(fire("r1", "guards")).ties[0].words == "are members of"
    assert brief_of(fire("r2", "guard")).ties[0].words == "is a member of"


def test_an_official_serves_his_state_and_is_no_member_of_it() -> None:
    told = Report("r1", ["Egyptian intelligence chief Omar Nagy left for Kenya."])
    told.actor("a1", "Omar Nagy", country="EGY").actor("a2", "Egypt", kind="government", country="EGY")
    told.actor("a3", "Egyptian government", kind="government", country="EGY")
    record = told.tie("a1", "member of", "a2").tie("a1", "member of", "a3").record()
    assert [tie.words for tie in brief_of(record).ties] == ["serves", "is a member of"]


def test_who_leads_a_body_is_not_told_of_as_its_member_too() -> None:
    told = fire("r1", "guards")
    leads = told.ties[0].model_copy(update={"id": "t9", "kind": "leads"})
    brief = brief_of(told.model_copy(update={"ties": (*told.ties, leads)}))
    assert [tie.words for tie in brief.ties] == ["lead"]


def test_an_office_that_only_repeats_the_name_is_left_out() -> None:
    (nurse,) = [actor for actor in brief_of(fire("r1", "guards")).actors if actor.name == "nurse"]
    assert not nurse.roles


def test_what_is_told_on_unknown_lineage_alone_has_no_known_origin() -> None:
    unknown = fire("r1", "guards", outlet=None)
    assert {item.origins for item in prepare_brief([unknown]).timeline} == {0}
    brief = prepare_brief([unknown, talks_report()])
    assert brief.reports[0].published_by == "outlet not named"


def test_how_often_it_is_told_is_said_in_words() -> None:
    told = brief_of(fire("r1", "guards")).timeline[0]
    assert told.told == ""
    assert replace(told, tellings=told.tellings * 2).told == "told twice, 1 known origin"
    assert replace(told, tellings=told.tellings * 3, origins=0).told == "told 3 times, no known origin"


def test_what_one_report_alone_tells_comes_in_the_order_of_the_reports() -> None:
    later, earlier = strain_report(), talks_report()
    accounts = prepare_brief([later, earlier]).accounts
    assert accounts is not None
    assert [only.report for only in accounts.only] == [1, 2]
