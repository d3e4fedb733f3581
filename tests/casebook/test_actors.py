"""Actors across reports: joined on evidence, never on a bare name alone."""

import pytest

from dragoman.casebook import build_case
from tests.casebook.factory import EIGHTH, Report, strained, talks


def actor_of(case, record, local):
    return next(actor for actor in case.actors if (record, local) in actor.members)


def one_each(*people, sentence="{} spoke."):
    """Case of one report a person; ``people`` are (names, keyword arguments)."""
    records = []
    for at, (names, given) in enumerate(people):
        report = Report(f"r{at}", [sentence.format(", ".join(names))])
        records.append(report.actor("a1", *names, **given).record())
    return build_case(records)


def test_sons_named_by_given_name_are_found_by_their_company():
    case = build_case([strained(), talks()])
    khaled = actor_of(case, "a" * 8, "a3")
    assert khaled.members == (("a" * 8, "a3"), ("b" * 8, "a4"))
    assert any("both with Khalifa Haftar" in reason for reason in khaled.evidence)
    assert actor_of(case, "a" * 8, "a4") is actor_of(case, "b" * 8, "a3")


def test_another_man_of_the_same_given_name_stays_apart():
    case = build_case([strained(), talks()])
    assert actor_of(case, "a" * 8, "a7").members == (("a" * 8, "a7"),)


def test_spellings_of_one_full_name_are_joined():
    case = build_case([strained(), talks()])
    assert actor_of(case, "a" * 8, "a8") is actor_of(case, "b" * 8, "a11")


def test_states_are_joined_by_code():
    case = build_case([strained(), talks()])
    assert actor_of(case, "a" * 8, "a1") is actor_of(case, "b" * 8, "a8")


@pytest.mark.parametrize(
    ("one", "other", "country", "joined"),
    [
        (("the Peruvian presidency", "the presidency"), ("the presidency",), "PER", True),
        (("Peru's army",), ("the army",), "CHL", False),
        (("the Peruvian agency",), ("the agency",), "PER", False),
    ],
)
def test_what_a_country_has_one_of_is_joined_by_country(one, other, country, joined):
    case = build_case(
        [
            Report("r1", ["They spoke."]).actor("a1", *one, kind="organization", country="PER").record(),
            Report("r2", ["They spoke."]).actor("a1", *other, kind="organization", country=country).record(),
        ]
    )
    assert (len(case.actors) == 1) is joined


@pytest.mark.parametrize("bare", ["Haftar", "Khalifa"])
def test_a_bare_name_alone_joins_nobody(bare):
    case = one_each((["Khalifa Haftar"], {"country": "LBY"}), ([bare], {"country": "LBY"}))
    assert len(case.actors) == 2
    assert case.doubts


def test_a_bare_surname_with_the_same_office_is_the_same_person():
    case = one_each(
        (["Daniela Quispe"], {"country": "PER", "role": "president", "of": "Peru"}),
        (["Quispe"], {"country": "PER", "role": "president", "of": "Peru"}),
    )
    assert len(case.actors) == 1


def test_a_bare_surname_that_fits_two_people_is_left_in_doubt():
    def report(record_id, *brothers):
        made = Report(record_id, ["Nairobi talked with " + " and ".join(brothers) + " on 8 December."])
        made.actor("a0", "Grace Wanjiru", country="KEN", sectors=["GOV"])
        for at, brother in enumerate(brothers, 1):
            made.actor(f"a{at}", brother, country="KEN")
        parties = " ".join(f"a{at}" for at in range(1, len(brothers) + 1))
        return made.event("e1", "CONSULT", 0, "talked", "a0", parties, time=EIGHTH).record()

    case = build_case([report("r1", "Otieno"), report("r2", "Peter Otieno", "James Otieno")])
    assert len([actor for actor in case.actors if "Otieno" in actor.name]) == 3
    assert len(case.doubts) == 2


def test_one_full_name_in_two_countries_is_left_in_doubt():
    case = one_each((["Maria Santos"], {"country": "BRA"}), (["Maria Santos"], {"country": "PHL"}))
    assert len(case.actors) == 2
    assert case.doubts[0].what == "actor"


def test_a_short_form_that_fits_two_longer_names_is_left_in_doubt():
    case = one_each(
        (["Mohamed Hamdan"], {}),
        (["Mohamed Hamdan Dagalo"], {}),
        (["Mohamed Hamdan Ali"], {}),
        (["Mohamad Hamdan Dagalo"], {}),
    )
    assert len(case.actors) == 3


def test_bodies_are_joined_by_acronym_and_by_whose_they_are():
    def body(name, country=None):
        return ([name], {"kind": "organization", "country": country})

    case = one_each(
        body("Rapid Support Forces", "SDN"), body("Sudan’s Rapid Support Forces", "SDN"), body("RSF", "SDN")
    )
    assert len(case.actors) == 1
    case = one_each(body("Foreign Ministry", "PER"), body("Foreign Ministry", "KEN"), body("Foreign Ministry"))
    assert len(case.actors) == 3


def test_a_body_is_itself_with_its_first_words_by_their_initials():
    def bodies(one, other):
        return len(one_each(([one], {"kind": "organization"}), ([other], {"kind": "organization"})).actors)

    assert bodies("U.N. Security Council", "United Nations Security Council") == 1
    assert bodies("U.N. Security Council", "Union of Nurses Pension Council") == 2


def test_a_rival_government_is_not_the_country():
    report = Report("r1", ["The Government of National Unity met Libya."])
    report.actor("a1", "Government of National Unity", kind="government", country="LBY")
    report.actor("a2", "Libya", kind="country", country="LBY")
    other = Report("r2", ["Libya spoke."]).actor("a1", "Libya", kind="government", country="LBY")
    case = build_case([report.record(), other.record()])
    assert sorted(len(actor.members) for actor in case.actors) == [1, 2]


def test_anonymous_sources_are_never_joined():
    case = one_each(*[(["senior officials"], {"kind": "sources", "anonymous": True, "country": "EGY"})] * 2)
    assert len(case.actors) == 2


def test_the_same_report_twice_is_one_report():
    assert build_case([talks(), talks()]) == build_case([talks()])


def test_one_full_name_and_title_placed_in_two_countries_is_one_person():
    case = one_each(
        (["Zafar Saidov"], {"country": "TJK", "role": "presidential spokesman"}),
        (["Zafar Saidov"], {"country": "AFG", "role": "spokesman"}),
        (["Zafar Saidov"], {"country": "TJK", "role": "spokesman"}),
    )
    assert len(case.actors) == 1
    assert case.actors[0].country == "TJK"


def test_initials_that_fit_two_bodies_go_to_the_one_introduced_by_them():
    def body(*names):
        return (list(names), {"kind": "organization"})

    case = one_each(body("Associated Press", "AP"), body("Andean Parliament"), body("AP"))
    assert sorted(len(actor.members) for actor in case.actors) == [1, 2]
    case = one_each(body("Associated Press"), body("Andean Parliament"), body("AP"))
    assert len(case.actors) == 3
    assert len(case.doubts) == 2


def test_titles_are_no_names():
    case = one_each(
        (["Foreign Office Minister Tom Ellison"], {"country": "GBR"}),
        (["Minister Tom Ellison"], {"country": "GBR"}),
        (["Foreign Minister"], {"country": "GBR"}),
        (["Sultan al-Jaber"], {"country": "ARE"}),
    )
    assert sorted(actor.name for actor in case.actors) == ["Foreign Minister", "Sultan al-Jaber", "Tom Ellison"]


def test_initials_go_to_a_body_that_others_with_these_initials_have_joined_before():
    bodies = [("KAW", "KEN"), ("KAW", "UGA"), ("KAW", None), ("Kisumu Aid Works", None)]
    records = [
        Report(f"r{at}", ["They spoke."]).actor("a1", name, kind="organization", country=country).record()
        for at, (name, country) in enumerate(bodies)
    ]
    case = build_case(records)
    assert actor_of(case, "r0", "a1") is actor_of(case, "r2", "a1") is actor_of(case, "r3", "a1")
    assert actor_of(case, "r1", "a1").members == (("r1", "a1"),)


def test_a_slip_in_a_name_is_left_in_doubt_if_the_office_says_the_same():
    office = {"country": "PER", "role": "president", "of": "Peru"}
    case = one_each((["Daniela Quispe"], office), (["Daniela Quiske"], office))
    assert len(case.actors) == 2
    (doubt,) = case.doubts
    assert "“Daniela Quiske” and “Daniela Quispe”" in doubt.evidence[0]
    assert "both president of peru" in doubt.evidence
    assert doubt.against == ("“Daniela Quiske” and “Daniela Quispe” are two names",)
    assert not one_each((["Daniela Quispe"], {"country": "PER"}), (["Daniela Quiske"], {"country": "PER"})).doubts


def test_two_names_of_one_report_are_no_slip():
    sisters = Report("r1", ["Daniela Quispe and Daniella Quiske spoke."])
    for at, name in enumerate(("Daniela Quispe", "Daniela Quiske")):
        sisters.actor(f"a{at}", name, country="PER", role="president", of="Peru")
    assert not build_case([sisters.record()]).doubts


def test_a_pet_name_is_joined_as_an_initial_is():
    case = one_each((["William Hartley"], {"country": "GBR"}), (["Bill Hartley"], {"country": "GBR"}))
    assert len(case.actors) == 1
    assert case.actors[0].against == (
        "“Bill Hartley” and “William Hartley”: “bill” and “william”: one is short for the other",
    )
    people = (["William Hartley"], {}), (["Wilhelmina Hartley"], {}), (["Will Hartley"], {}), (["Willis Hartley"], {})
    assert len(one_each(*people).actors) == 3


def test_doubts_stand_in_the_order_of_their_score_with_what_is_against_them():
    case = one_each(
        (["Maria Santos"], {"country": "BRA", "role": "mayor", "of": "Olinda"}),
        (["Maria Santos"], {"country": "PHL", "role": "bishop", "of": "Cebu"}),
        (["Khalifa Haftar"], {"country": "LBY"}),
        (["Haftar"], {"country": "LBY"}),
    )
    assert [doubt.score for doubt in case.doubts] == sorted((doubt.score for doubt in case.doubts), reverse=True)
    against = {doubt.one: doubt.against for doubt in case.doubts}
    assert against["maria-santos"] == ("BRA against PHL", "“mayor” and “bishop” in the same weeks")
    assert against["haftar"] == ("only called “Haftar”, a name many may have",)


def test_two_men_of_one_given_name_stay_two_whatever_the_score():
    case = one_each((["Khaled Haftar"], {"country": "LBY"}), (["Khaled Mansour"], {"country": "LBY"}))
    assert len(case.actors) == 2
    assert not case.doubts


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ("Norland Motors", "Norland Motors Corporation", True),
        ("OAO Norgaz", "Norgaz PJSC", True),
        ("NM", "Norland Motors Corporation", True),
        ("Norland AG", "Norland GmbH", False),
        ("SE Norland Council", "Norland Council", False),
        ("Bank Corporation", "Bank", False),
        ("Norland Brigade 44", "Norland Brigade 45", False),
    ],
)
def test_legal_forms_are_no_words_of_a_name_but_two_kinds_are_two_bodies(one, other, joined):
    case = one_each(*(([name], {"kind": "organization"}) for name in (one, other)))
    assert (len(case.actors) == 1) is joined


def test_a_short_name_of_another_body_is_not_that_of_a_company():
    case = one_each(
        (["Norland Tours", "Norland"], {"kind": "organization"}), (["Norland Inc."], {"kind": "organization"})
    )
    assert len(case.actors) == 2


def test_another_name_of_one_of_the_two_counts_against_them():
    (doubt,) = one_each((["Betty Page", "Carla Brandt"], {}), (["Betty Page"], {})).doubts
    assert doubt.against == ("“Carla Brandt” and “Betty Page” are two names",)
    assert doubt.score == 0.5


def test_a_middle_initial_is_not_said_to_speak_against_a_join():
    (actor,) = one_each((["Clara Hartley"], {}), (["Clara M. Hartley"], {})).actors
    assert actor.against == ()
    (actor,) = one_each((["Clara Hartley"], {}), (["Clara Maud Hartley"], {})).actors
    assert actor.against == ("“Clara Hartley” and “Clara Maud Hartley”: “maud” only in one",)


def test_a_surname_alone_is_known_from_the_same_story():
    def report(record_id, name, published):
        made = Report(record_id, [f"{name} thanked Norland and the Lake Front."], published=published)
        made.actor("a1", name, country="PER").actor("a2", "Norland", kind="organization")
        return made.actor("a3", "Lake Front", kind="organization").record()

    near = build_case([report("r1", "Daniela Quispe", "2025-12-08"), report("r2", "Quispe", "2025-12-10")])
    far = build_case([report("r1", "Daniela Quispe", "2025-12-08"), report("r2", "Quispe", "2026-03-10")])
    people = [sum(actor.kind == "person" for actor in case.actors) for case in (near, far)]
    assert people == [1, 2]


def test_one_report_that_places_a_namesake_elsewhere_does_not_tell_all_others_apart():
    def told(record_id, name, country=None):
        report = Report(record_id, [f"{name} opened an office."], published="2031-05-04")
        return report.actor("a1", name, kind="organization", country=country).record()

    def apart(name):
        records = [told("r1", name, "GBR"), told("r2", name, "USA"), told("r3", name), told("r4", name)]
        return len(build_case(records).actors)

    assert apart("Quince") == 3  # of a name of its own, the two that nothing places are one
    assert apart("Labour Party") == 4
