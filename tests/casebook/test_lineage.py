"""Chains that go on in another report, outlets that cite one another, and words of unknown lineage."""

from dragoman.casebook import build_case, compare
from tests.casebook.factory import Report
from tests.casebook.test_origins import LONG, counted, told

OFFICIALS = ("anonymous", "officials", False, "PER")
SOURCES = ("anonymous", "sources", False, None)


def citing(outlet):
    return ("outlet", outlet, True, None)


def dated(record, day):
    return record.model_copy(update={"published": day})


def event_of(*records):
    (event,) = build_case(records).events
    return event


def chains_of(*records):
    (account,) = compare(records).accounts
    return {item.record: item.chain for item in account.accounts}


def test_ten_relays_of_one_unnamed_official_are_one_origin():
    first = told("r0", "Andina Wire", OFFICIALS)
    relays = [told(f"r{at}", f"Paper {at}", citing("Andina Wire")) for at in range(1, 6)]
    relays += [told(f"r{at}", f"Paper {at}", citing("Andina Wire"), SOURCES) for at in range(6, 10)]
    relays.append(told("ra", "Paper 10", citing("Paper 1")))
    case = build_case([first, *relays])
    assert case.events[0].origins == 1
    (origin,) = case.origins
    assert (origin.kind, len(origin.reports)) == ("anonymous", 11)


def test_two_independent_officials_are_two_origins():
    peru = told("r1", "Andina Wire", ("person", "Ana Flores", True, "PER"))
    kenya = told("r2", "Lima Daily", ("person", "Grace Wanjiru", True, "KEN"))
    assert counted(peru, kenya, told("r3", "Callao Post", citing("Andina Wire"))) == 2


def test_a_chain_goes_on_in_the_report_it_rests_on():
    first = told("r1", "Andina Wire", OFFICIALS)
    second = told("r2", "Lima Daily", citing("Andina Wire"))
    third = told("r3", "Callao Post", citing("Lima Daily"))
    chains = chains_of(first, second, third)
    assert chains["r2"] == ("Lima Daily", "Andina Wire", "officials")
    assert chains["r3"] == ("Callao Post", "Lima Daily", "Andina Wire", "officials")
    assert len(build_case([first, second, third]).origins) == 1


def test_a_chain_does_not_go_on_in_a_report_of_a_later_day():
    relay = dated(told("r1", "Lima Daily", citing("Andina Wire")), "2025-12-08")
    later = dated(told("r2", "Andina Wire", OFFICIALS), "2025-12-09")
    assert chains_of(relay, later)["r1"] == ("Lima Daily", "Andina Wire")
    assert event_of(relay, later).origins == 1
    assert event_of(relay, later).circular == ()


def test_outlets_that_cite_one_another_are_flagged_and_corroborate_nothing():
    one, other = told("r1", "Andina Wire", citing("Lima Daily")), told("r2", "Lima Daily", citing("Andina Wire"))
    event = event_of(one, other)
    assert event.circular == (("Andina Wire", "Lima Daily"),)
    assert event.origins == 0
    third = told("r3", "Callao Post")
    assert event_of(one, other, third).origins == 1
    (account,) = compare([one, other]).accounts
    assert account.circular == event.circular


def test_a_circle_over_several_outlets_is_found_and_whoever_relies_on_it_is_in_it_too():
    names = ["Andina Wire", "Lima Daily", "Callao Post"]
    ring = [told(f"r{at}", name, citing(names[at - 1])) for at, name in enumerate(names)]
    outside = told("r9", "Cusco News", citing("Andina Wire"))
    case = build_case([*ring, outside])
    assert case.events[0].circular == (tuple(sorted(names)),)
    assert case.events[0].origins == 0
    assert {mention.record for origin in case.origins for mention in origin.circular} == {"r0", "r1", "r2", "r9"}


def test_a_circle_with_a_source_of_its_own_rests_on_that_source():
    one = told("r1", "Andina Wire", OFFICIALS)
    other = told("r2", "Lima Daily", citing("Andina Wire"))
    again = dated(told("r3", "Andina Wire", citing("Lima Daily")), "2025-12-09")
    event = event_of(one, other, again)
    assert (event.origins, event.circular) == (1, (("Andina Wire", "Lima Daily"),))


def test_an_outlet_that_cites_itself_speaks_in_its_own_voice():
    itself = told("r1", "Andina Wire", citing("The Andina Wire"))
    case = build_case([itself, told("r2", "Lima Daily")])
    assert (case.events[0].origins, case.events[0].circular) == (2, ())
    assert {origin.name for origin in case.origins} == {"Andina Wire", "Lima Daily"}


def test_an_outlet_is_one_by_whichever_of_its_names_it_is_cited():
    relay = told("r1", "Lima Daily", citing("AFP"))
    assert counted(relay, told("r2", "Agence France-Presse")) == 1


def test_unnamed_outlets_and_papers_are_of_unknown_lineage():
    vague = [
        told("r1", "Lima Daily", ("outlet", "local media", False, None)),
        told("r2", "Callao Post", ("outlet", "local media", False, None)),
        told("r3", "Cusco News", ("outlet", "Peruvian newspapers", False, "PER")),
    ]
    case = build_case(vague)
    assert case.events[0].origins == 0
    assert not any(origin.known for origin in case.origins)
    assert counted(*vague, told("r4", "Andina Wire")) == 1
    assert compare(vague).independent == 0


def test_a_copy_without_credit_has_the_voice_of_the_first_that_was_published():
    wire = dated(told("r2", "Andina Wire", sentences=LONG), "2025-12-07")
    copy = told("r1", "Lima Daily", sentences=[*LONG[1:], "More soon."])
    unnamed = told("r0", None, sentences=LONG[1:])
    case = build_case([wire, copy, unnamed])
    assert case.events[0].origins == 1
    assert [(origin.name, origin.known) for origin in case.origins] == [("Andina Wire", True)]


def test_unnamed_officials_of_a_copied_text_are_one_origin():
    copies = [told("r1", "Andina Wire", OFFICIALS, sentences=LONG), told("r2", "Lima Daily", OFFICIALS, sentences=LONG)]
    assert len(build_case(copies).origins) == 1


def test_the_agency_that_all_sources_told_is_the_outlet_of_a_report_without_one():
    report = Report("r1", ["Daniela Quispe met Peter Otieno, officials told Andina Wire."], published="2025-12-08")
    report.actor("a1", "Daniela Quispe").actor("a2", "Peter Otieno").actor("a3", "Andina Wire", kind="outlet")
    report.voices[0] = report.voices[0].model_copy(update={"actor": "a3"})
    report.event("e1", "CONSULT", 0, "met", "a1", "a2")
    assert [origin.name for origin in build_case([report.record()]).origins] == ["Andina Wire"]


def test_the_order_of_reports_does_not_matter():
    ring = [told("r1", "Andina Wire", citing("Lima Daily")), told("r2", "Lima Daily", citing("Andina Wire"))]
    relays = [told("r3", "Callao Post", OFFICIALS), told("r4", "Cusco News", citing("Callao Post"))]
    assert build_case([*ring, *relays]) == build_case([*reversed(relays), *reversed(ring)])


def test_unnamed_sources_of_one_outlet_are_told_apart_by_their_offices():
    def said(record_id, name):
        return told(record_id, "Andina Wire", ("anonymous", name, False, None))

    names = ["U.N. official", "senior government source", "senior official", "official", "officials close to him"]
    case = build_case([said(f"r{at}", name) for at, name in enumerate(names)])
    assert sorted(len(origin.reports) for origin in case.origins) == [1, 1, 3]
    assert case.events[0].origins == 1


def test_a_report_that_cites_who_cites_it_is_circular_by_itself():
    event = event_of(told("r1", "Andina Wire", citing("Lima Daily"), citing("Andina Wire")))
    assert event.circular == (("Andina Wire", "Lima Daily"),)
    assert event_of(told("r1", "Cusco News", citing("Lima Daily"), citing("Andina Wire"))).circular == ()
