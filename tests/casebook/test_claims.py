"""Credibility is proposed from independent origins, contradictions and the reliability of others; grades are set."""

import pytest

from dragoman.casebook import Grade, Pointer, compare
from dragoman.errors import GradeError
from tests.casebook.factory import Report
from tests.casebook.test_lineage import OFFICIALS, citing, dated
from tests.casebook.test_origins import told


def claims(*records, grades=()):
    return {claim.name: claim for claim in compare(records, grades=grades).claims}


def proposed(*records, grades=()):
    return {name: claim.proposed for name, claim in claims(*records, grades=grades).items()}


def reliable(name, value, since=None):
    return Grade(what="outlet", on=name, value=value, since=since)


def denied(record_id, outlet):
    report = Report(record_id, ["Daniela Quispe never met Peter Otieno."], outlet=outlet, published="2025-12-08")
    report.actor("a1", "Daniela Quispe", country="PER").actor("a2", "Peter Otieno", country="KEN")
    return report.event("e1", "CONSULT", 0, "met", "a1", "a2", status="negated").record()


WIRE, DAILY, POST = told("r1", "Andina Wire"), told("r2", "Lima Daily"), told("r3", "Callao Post")


def test_one_origin_makes_it_possible_however_many_relay_it():
    relays = [told(f"r{at}", f"Paper {at}", citing("Andina Wire")) for at in range(2, 6)]
    (claim,) = claims(told("r1", "Andina Wire", OFFICIALS), *relays).values()
    assert (claim.proposed, claim.reasons) == (3, ("one independent origin",))
    assert (claim.credibility, claim.reliability, claim.code) == (None, None, "3?")


def test_a_second_independent_origin_makes_it_probable_and_a_third_confirms_it():
    assert proposed(WIRE, DAILY) == {"Andina Wire": 2, "Lima Daily": 2}
    assert set(proposed(WIRE, DAILY, POST).values()) == {1}
    (reason,) = claims(WIRE, DAILY)["Andina Wire"].reasons
    assert reason == "also told by Lima Daily, independently"


def test_how_reliable_others_are_counts_and_how_reliable_it_is_itself_does_not():
    assert proposed(WIRE, DAILY, grades=[reliable("Lima Daily", "B")]) == {"Andina Wire": 1, "Lima Daily": 2}
    assert proposed(WIRE, DAILY, grades=[reliable("Lima Daily", "E")]) == {"Andina Wire": 3, "Lima Daily": 2}
    assert proposed(WIRE, grades=[reliable("Andina Wire", "E")]) == {"Andina Wire": 3}


def test_origins_of_one_side_do_not_confirm_each_other():
    one = told("r1", "Andina Wire", ("statement", "The Presidency", True, "PER"))
    other = told("r2", "Lima Daily", ("person", "Ana Flores", True, "PER"))
    assert set(proposed(one, other).values()) <= {2, 3}


def test_a_rights_group_is_not_of_its_government_s_side():
    def by(record_id, outlet, name, kind, sector):
        report = Report(record_id, ["Police detained 40 people."], outlet=outlet, published="2025-12-08")
        report.actor("a1", "police", kind="organization", country="PER", sectors=["COP"])
        report.actor("a2", "40 people", kind="population")
        report.actor("s1", name, kind=kind, country="PER", sectors=[sector])
        report.voice("v1", "organization" if kind == "organization" else "person", "s1", country="PER")
        return report.event("e1", "COERCE", 0, "detained", "a1", "a2", voice="v1", modes=("arrest",)).record()

    ministry = by("r1", "Andina Wire", "Interior Ministry", "organization", "GOV")
    league = by("r2", "Lima Daily", "League for Human Rights", "organization", "NGO")
    assert compare([ministry, league]).shared_interest is None
    assert all("all of one side" not in claim.reasons for claim in claims(ministry, league).values())
    spokesman = by("r3", "Lima Daily", "Ana Flores", "person", "GOV")
    assert compare([ministry, spokesman]).shared_interest == "PER"


def test_what_is_denied_is_doubtful_and_improbable_if_the_denial_weighs_more():
    assert proposed(WIRE, denied("r9", "Callao Post")) == {"Andina Wire": 4, "Callao Post": 4}
    weighty = [reliable("Callao Post", "A")]
    assert proposed(WIRE, denied("r9", "Callao Post"), grades=weighty) == {"Andina Wire": 5, "Callao Post": 4}
    assert proposed(WIRE, DAILY, denied("r9", "Callao Post"), grades=weighty)["Andina Wire"] == 4
    unreliable = [reliable("Callao Post", "E")]
    assert proposed(WIRE, denied("r9", "Callao Post"), grades=unreliable)["Andina Wire"] == 3


def test_what_cannot_be_judged_is_six():
    assert proposed(told("r1", None)) == {"the report itself": 6}
    assert proposed(told("r1", "Lima Daily", ("outlet", "local media", False, None))) == {"local media": 6}
    circle = proposed(told("r1", "Andina Wire", citing("Lima Daily")), told("r2", "Lima Daily", citing("Andina Wire")))
    assert set(circle.values()) == {6}
    report = Report("r1", ["Daniela Quispe may have met Peter Otieno."], outlet="Andina Wire")
    report.actor("a1", "Daniela Quispe").actor("a2", "Peter Otieno")
    assert proposed(report.event("e1", "CONSULT", 0, "met", "a1", "a2", status="hypothetical").record()) == {
        "Andina Wire": 6
    }


def test_a_grade_is_that_of_the_source_else_of_the_outlet_nearest_to_it():
    relayed = told("r1", "Lima Daily", citing("Andina Wire"), OFFICIALS)
    grades = [reliable("Lima Daily", "D"), reliable("The Andina Wire", "B")]
    (claim,) = claims(relayed, grades=grades).values()
    assert (claim.reliability, claim.reliability_of, claim.code) == ("B", "Andina Wire", "B3?")
    grades.append(Grade(what="source", on=Pointer("r1", "s2"), value="C"))
    grades.append(Grade(what="claim", on=Pointer("r1", "e1"), value="2"))
    (claim,) = claims(relayed, grades=grades).values()
    assert (claim.reliability, claim.reliability_of, claim.code) == ("C", "officials", "C2")
    assert claim.proposed == 3


def test_a_reliability_holds_from_its_day_on():
    grades = [reliable("Andina Wire", "B"), reliable("Andina Wire", "D", since="2025-12-08")]
    before, after = dated(WIRE, "2025-12-07"), dated(WIRE, "2025-12-08")
    assert claims(before, grades=grades)["Andina Wire"].reliability == "B"
    assert claims(after, grades=grades)["Andina Wire"].reliability == "D"
    assert claims(dated(WIRE, None), grades=grades)["Andina Wire"].reliability == "D"
    assert claims(after, grades=[*grades, reliable("Andina Wire", "C", since="2025-12-08")])[
        "Andina Wire"
    ].reliability == "C"  # fmt: skip


@pytest.mark.parametrize(
    ("what", "value", "since"),
    [("outlet", "1", None), ("claim", "A", None), ("source", "G", None), ("claim", "7", None), ("claim", "2", "2025")],
)
def test_a_grade_of_the_other_scale_is_refused(what, value, since):
    with pytest.raises(GradeError):
        Grade(what=what, on="Andina Wire", value=value, since=since)


def test_a_grade_of_an_unnamed_source_is_of_all_reports_of_its_outlet_that_rest_on_it():
    first, second = (told(f"r{at}", "Andina Wire", ("anonymous", name, False, "PER"))
                     for at, name in ((1, "officials"), (2, "senior officials")))  # fmt: skip
    grades = [Grade(what="source", on=Pointer("r1", "s1"), value="C")]
    comparison = compare([first, dated(second, "2025-12-09")], grades=grades)
    assert {claim.reliability for claim in comparison.claims} == {"C"}
