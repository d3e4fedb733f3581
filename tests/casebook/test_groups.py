"""Actors without names, and office holders without theirs: joined only between reports of one story."""

import pytest

from dragoman.casebook import build_case
from tests.casebook.factory import Report


def seizure(record_id, victims, *, published="2031-05-04", rebels="the rebels", known=True, time=None, sentence=None):
    """A report that says that rebels seized somebody in Kenya."""
    text = (sentence or "{rebels} seized {victims} near Isiolo.").format(rebels=rebels, victims=victims)
    report = Report(record_id, [text, "President Peter Otieno of Kenya spoke." if known else "It rained."])
    report.published = published
    report.actor("a1", rebels, kind="armed-group", country="KEN", sectors=["REB"])
    report.actor("a2", victims, kind="population")
    if known:
        report.actor("a3", "Peter Otieno", country="KEN", sectors=["GOV"], role="president", of="Kenya")
        report.actor("a4", "Kenya", kind="country", country="KEN")
    return report.event("e1", "ASSAULT", 0, "seized", "a1", "a2", modes=["abduct"], time=time).record()


def joined(case, local="a2"):
    return len({actor.id for actor in case.actors if any(member.item == local for member in actor.members)}) == 1


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("four Peruvian reporters", "four Peruvian reporters", True),
        ("four Peruvian reporters", "four Peruvian journalists", True),
        ("four Peruvian reporters", "six Peruvian reporters", False),
        ("four Peruvian reporters", "four Peruvian engineers", False),
        ("the hostages", "the captives", True),
        ("the hostages", "the other hostages", False),
        ("41 hostages", "32 captives", True),  # fewer of them are held as days go by
    ],
)
def test_descriptions_that_fit_are_one_group_in_reports_of_one_story(one, other, same):
    assert joined(build_case([seizure("r1", one), seizure("r2", other)])) is same


def test_groups_of_two_stories_stay_apart():
    one = seizure("r1", "four Peruvian reporters")
    assert not joined(build_case([one, seizure("r2", "four Peruvian reporters", published="2031-08-04")]))
    assert not joined(build_case([one, seizure("r2", "four Peruvian reporters", known=False)]))
    assert not joined(build_case([one, seizure("r2", "four Peruvian reporters", published=None)]))


def test_a_group_that_could_be_either_of_two_is_neither():
    report = Report("r1", ["The gunmen seized engineers.", "More engineers fled."], published="2031-05-04")
    report.actor("a1", "Peter Otieno", country="KEN").actor("a2", "Kenya", kind="country", country="KEN")
    report.actor("a3", "engineers", kind="population").actor("a4", "engineers", kind="population")
    two = report.record()
    one = Report("r2", ["Peter Otieno of Kenya said engineers left."], published="2031-05-04")
    one.actor("a1", "Peter Otieno", country="KEN").actor("a2", "Kenya", kind="country", country="KEN")
    one.actor("a5", "engineers", kind="population")
    case = build_case([two, one.record()])
    assert all(len(actor.members) == 1 for actor in case.actors if "engineers" in actor.names)


def test_an_abduction_of_the_same_people_is_one_though_the_days_told_differ():
    friday, saturday = ("2031-05-02",) * 3, ("2031-05-03",) * 3
    case = build_case(
        [seizure("r1", "four Peruvian reporters", time=friday), seizure("r2", "four Peruvian reporters", time=saturday)]
    )
    (event,) = case.events
    assert (event.start, event.end) == ("2031-05-02", "2031-05-03")
    apart = [
        seizure("r1", "four Peruvian reporters", time=friday),
        seizure("r2", "four Peruvian reporters", time=("2031-05-20",) * 3, published="2031-05-21"),
    ]
    assert len(build_case(apart).events) == 2


def test_an_office_alone_is_whoever_is_named_in_it_in_those_weeks():
    named = Report("r1", ["Kenyan President Peter Otieno spoke."], published="2031-05-04")
    named.actor("a1", "Peter Otieno", country="KEN", role="president", of="Kenya")
    for day, members in (("2031-05-09", 2), ("2033-05-09", 1), (None, 1)):
        bare = Report("r2", ["The Kenyan president spoke."], published=day)
        bare.actor("a7", "the Kenyan president", country="KEN", role="president", of="Kenya")
        case = build_case([named.record(), bare.record()])
        assert max(len(actor.members) for actor in case.actors) == members


def test_an_office_two_people_are_named_in_is_nobodys():
    records = []
    for at, name in enumerate(("Peter Otieno", "Grace Wanjiru")):
        report = Report(f"r{at}", [f"Kenyan President {name} spoke."], published="2031-05-04")
        records.append(report.actor("a1", name, country="KEN", role="president", of="Kenya").record())
    bare = Report("r9", ["The Kenyan president spoke."], published="2031-05-04")
    records.append(bare.actor("a7", "the Kenyan president", country="KEN", role="president", of="Kenya").record())
    assert len(build_case(records).actors) == 3


def freeing(record_id, captives, *, captors="the rebels", day="2031-05-06", time=None):
    """A report that says that captors hold or freed people in Kenya."""
    report = Report(
        record_id, [f"{captors} hold {captives} near Isiolo.", "President Peter Otieno of Kenya spoke to Hugo Quispe."]
    )
    report.published = day
    report.actor("a1", captors, kind="armed-group", country="KEN", sectors=["REB"])
    report.actor("a2", captives, kind="population")
    report.actor("a3", "Peter Otieno", country="KEN", sectors=["GOV"], role="president", of="Kenya")
    report.actor("a4", "Kenya", kind="country", country="KEN")
    report.actor("a5", "Hugo Quispe", role="commander").tie("a5", "leads", "a1")
    return report.event("e1", "ASSAULT", 0, "hold", "a1", "a2", modes=["abduct"], aspect="ongoing", time=time).record()


def test_people_held_all_week_are_one_event_whoever_the_captors_are_called():
    monday = freeing("r1", "41 hostages", captors="gunmen", day="2031-05-05")
    friday = freeing("r2", "32 captives", captors="the hijackers", day="2031-05-09")
    (event,) = build_case([monday, friday]).events
    assert "going on while the story is told" in event.evidence
    later = freeing("r3", "the hostages", day="2031-07-09")
    assert len(build_case([monday, friday, later]).events) == 2


def test_rebels_of_one_leader_are_a_group_that_only_one_report_names_but_join_no_two_with_names():
    named = freeing("r1", "the hostages", captors="Isiolo Front")
    nameless = freeing("r2", "the hostages", captors="the gunmen")
    other = freeing("r3", "the hostages", captors="Red Dawn")
    assert joined(build_case([named, nameless]), "a1")
    case = build_case([named, nameless, other])
    assert not any({"Isiolo Front", "Red Dawn"} <= set(actor.names) for actor in case.actors)


def test_people_of_one_body_are_not_one_another():
    report = Report("r1", ["Rebels seized four nurses of the Mercy Fund.", "Rebels seized two drivers."])
    report.published = "2031-05-04"
    report.actor("a1", "Rebels", kind="armed-group", sectors=["REB"]).actor("a2", "four nurses", kind="population")
    report.actor("a3", "Mercy Fund", kind="organization").actor("a4", "two drivers", kind="population")
    report.tie("a2", "member of", "a3").tie("a4", "member of", "a3")
    report.event("e1", "ASSAULT", 0, "seized", "a1", "a2", modes=["abduct"])
    report.event("e2", "ASSAULT", 1, "seized", "a1", "a4", modes=["abduct"])
    assert len(build_case([report.record()]).events) == 2


def test_an_office_of_a_country_is_his_who_holds_it_there_though_his_report_does_not_say_of_what():
    named = Report("r1", ["President Amilcar Sanha spoke."], published="2031-05-04")
    named.actor("a1", "Amilcar Sanha", country="GNB", role="President")
    bare = Report("r2", ["Guinea-Bissau's president spoke."], published="2031-05-05")
    bare.actor("a7", "Guinea-Bissau's president", country="GNB", role="president", of="Guinea-Bissau")
    case = build_case([named.record(), bare.record()])
    assert any(len(actor.members) == 2 for actor in case.actors)


def test_gunmen_in_two_towns_are_two_lots_of_gunmen():
    def raid(record_id, fighters, town):
        report = Report(record_id, [f"{fighters} attacked soldiers in {town}.", "Peter Otieno of Kenya spoke."])
        report.published = "2031-05-06"
        report.actor("a1", fighters, kind="armed-group", sectors=["REB"])
        report.actor("a2", "soldiers", kind="armed-group", country="KEN", sectors=["MIL"])
        report.actor("a3", "Peter Otieno", country="KEN").actor("a4", "Kenya", kind="country", country="KEN")
        day = ("2031-05-05",) * 3
        return report.event("e1", "ASSAULT", 0, "attacked", "a1", "a2", time=day, place=(town, "KEN")).record()

    isiolo = raid("r1", "gunmen", "Isiolo")
    assert len(build_case([isiolo, raid("r2", "militants", "Isiolo")]).events) == 1
    assert len(build_case([isiolo, raid("r2", "militants", "Garissa")]).events) == 2
    assert len(build_case([isiolo, raid("r2", "militants", "northern Kenya")]).events) == 1


def test_a_group_that_is_not_counted_makes_no_two_numbers_one():
    records = [seizure("r1", "23 pirates"), seizure("r2", "the pirates"), seizure("r3", "26 pirates")]
    for actor in build_case(records).actors:
        assert not {"23 pirates", "26 pirates"} <= set(actor.names)


def test_as_many_people_seized_on_one_day_are_the_same_whatever_they_are_called():
    def told(record_id, sentence, captives, anchor, captors=""):
        report = Report(record_id, [sentence, "President Peter Otieno of Kenya spoke."], published="2031-05-06")
        report.actor("a2", captives, kind="population")
        report.actor("a3", "Peter Otieno", country="KEN", role="president").actor(
            "a4", "Kenya", kind="country", country="KEN"
        )
        if captors:
            report.actor("a1", captors, kind="armed-group", sectors=["REB"])
        day = ("2031-05-03",) * 3
        return report.event(
            "e1", "ASSAULT", 0, anchor, "a1" if captors else "", "a2", modes=["abduct"], time=day
        ).record()

    first = told("r1", "Gunmen abducted nine people at the lake.", "nine people", "abducted", "Gunmen")
    later = told("r2", "The nine hostages were seized from the island.", "nine hostages", "seized")
    (event,) = build_case([first, later]).events
    assert "as many at the receiving end" in event.evidence
