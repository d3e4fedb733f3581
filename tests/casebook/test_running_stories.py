"""Stories that run for weeks: who is told of by surname by then, and what is told again."""

import pytest

from dragoman.casebook import build_case
from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import profiles_of
from tests.casebook.factory import Report

STRIKERS = {"a1": "Ana Rojas", "a2": "Luis Prado", "a3": "Eva Montes", "a4": "Jon Salas"}


def strike(record_id, published, names):
    """A report that tells of people by these names and of nobody else."""
    report = Report(record_id, [f"{name} spoke." for name in names], published=published)
    for number, name in enumerate(names, start=1):
        report.actor(f"a{number}", name)
    return report.record()


def one_actor(case, *pointers):
    return len({case.actor_ids()[pointer] for pointer in pointers}) == 1


def one_event(case, *pointers):
    return len({case.event_ids()[pointer] for pointer in pointers}) == 1


@pytest.mark.parametrize(
    ("later", "published", "same"),
    [
        (["Rojas", "Prado", "Montes", "Salas"], "2031-05-20", True),
        (["Rojas", "Prado"], "2031-05-20", False),  # two surnames may be anybody's
        (["Rojas", "Prado", "Montes", "Salas"], "2031-08-20", False),
    ],
)
def test_surnames_that_fit_together_are_those_of_the_story(later, published, same):
    case = build_case([strike("r1", "2031-05-02", [*STRIKERS.values()]), strike("r2", published, later)])
    assert one_actor(case, Pointer("r1", "a1"), Pointer("r2", "a1")) is same


def officer(record_id, published, name, rank):
    report = Report(record_id, [f"{name} spoke in Kenya to Peter Otieno and Mary Wanjiru."], published=published)
    report.actor("a1", name, role=rank, sectors=["MIL"]).actor("a2", "Kenya", kind="country", country="KEN")
    return report.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru").record()


@pytest.mark.parametrize(("rank", "same"), [("General", True), ("Brigadier General", True), ("Major", False)])
def test_a_surname_and_a_rank_are_those_of_the_same_officer(rank, same):
    first = officer("r1", "2031-05-02", "Daniel Kiptoo", "Brigadier General")
    case = build_case([first, officer("r2", "2031-05-22", "Kiptoo", rank)])
    assert one_actor(case, Pointer("r1", "a1"), Pointer("r2", "a1")) is same


def test_a_surname_that_two_of_a_story_bear_is_left_in_doubt():
    first = officer("r1", "2031-05-02", "Daniel Kiptoo", "Brigadier General")
    second = officer("r2", "2031-05-12", "Amos Kiptoo", "Brigadier General")
    case = build_case([first, second, officer("r3", "2031-05-14", "Kiptoo", "General")])
    assert not one_actor(case, Pointer("r2", "a1"), Pointer("r3", "a1"))
    assert not one_actor(case, Pointer("r1", "a1"), Pointer("r3", "a1"))


def blow(record_id, published, day):
    report = Report(record_id, ["Rebels killed five soldiers.", "Peter Otieno and Mary Wanjiru spoke."])
    report.published = published
    report.actor("a1", "Rebels", kind="armed-group", sectors=["REB"]).actor("a3", "Peter Otieno")
    report.actor("a2", "five soldiers", kind="armed-group", sectors=["MIL"]).actor("a4", "Mary Wanjiru")
    return report.event("e1", "ASSAULT", 0, "killed", "a1", "a2", time=(day,) * 3).record()


@pytest.mark.parametrize(("day", "same"), [("2031-05-01", True), ("2031-05-05", False)])
def test_five_soldiers_killed_on_one_day_are_not_the_five_of_another(day, same):
    case = build_case([blow("r1", "2031-05-02", "2031-05-01"), blow("r2", "2031-05-06", day)])
    assert one_actor(case, Pointer("r1", "a2"), Pointer("r2", "a2")) is same


def firm(record_id, published, name):
    report = Report(record_id, [f"{name} spoke to Peter Otieno and Mary Wanjiru."], published=published)
    report.actor("a1", name, kind="organization", country="NOR").actor("a3", "Peter Otieno")
    return report.actor("a4", "Mary Wanjiru").record()


@pytest.mark.parametrize(
    ("name", "published", "same"),
    [
        ("Fjordal", "2031-05-05", True),
        ("Fjordal", "2031-07-05", False),
        ("National", "2031-05-05", False),
    ],
)
def test_a_body_may_be_called_by_the_first_word_of_its_name(name, published, same):
    case = build_case([firm("r1", "2031-05-02", f"{name} Terminals"), firm("r2", published, name)])
    assert one_actor(case, Pointer("r1", "a1"), Pointer("r2", "a1")) is same


@pytest.mark.parametrize("other", ["government troops", "the military", "troops"])
def test_the_forces_of_a_state_are_one_another_by_whatever_word(other):
    report = Report("r1", ["The army and others spoke."]).actor(
        "a1", "The army", kind="armed-group", country="KEN", sectors=["MIL"]
    )
    report.actor("a2", other, kind="armed-group", country="KEN", sectors=["MIL"])
    report.actor("a3", "two soldiers", kind="armed-group", country="KEN", sectors=["MIL"])
    assert [profile.forces for profile in profiles_of(report.record())] == ["KEN", "KEN", None]


def taking(record_id, published, doer, victims, *, time=None):
    text = f"{doer} abducted {victims}."
    report = Report(record_id, [text, "Peter Otieno and Mary Wanjiru of Kenya spoke."], published=published)
    report.actor("a1", doer, kind="armed-group", sectors=["REB"]).actor("a2", victims, kind="population")
    report.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru").actor("a5", "Kenya", kind="country", country="KEN")
    return report.event("e1", "ASSAULT", 0, "abducted", "a1", "a2", modes=["abduct"], time=time).record()


@pytest.mark.parametrize(
    ("victims", "time", "same"),
    [
        ("nine people", "2031-05-03", True),
        ("six people", "2031-05-03", False),
        ("nine people", "2031-05-10", False),
    ],
)
def test_what_began_a_story_is_told_again_by_its_day_weeks_later(victims, time, same):
    first = taking("r1", "2031-05-04", "gunmen", "nine tourists", time=("2031-05-03",) * 3)
    case = build_case([first, taking("r2", "2031-06-02", "the kidnappers", victims, time=(time,) * 3)])
    assert one_event(case, Pointer("r1", "e1"), Pointer("r2", "e1")) is same


def trial(record_id, published, *, court=True, mode="convict"):
    report = Report(record_id, ["The Kitale Court tried Tom Barasa."], published=published)
    report.actor("a1", "Kitale Court", kind="organization").actor("a2", "Tom Barasa")
    day = (published,) * 3 if court else None
    return report.event("e1", "SANCTION", 0, "tried", "a1" if court else "", "a2", modes=[mode], time=day).record()


@pytest.mark.parametrize(("mode", "same"), [("convict", True), ("expel", False)])
def test_a_conviction_is_remembered(mode, same):
    case = build_case([trial("r1", "2031-03-05", mode=mode), trial("r2", "2031-04-20", court=False, mode=mode)])
    assert one_event(case, Pointer("r1", "e1"), Pointer("r2", "e1")) is same


def test_those_who_kill_and_those_who_are_caught_are_two_happenings():
    first = Report("r1", ["Six pirates were captured.", "Peter Otieno and Mary Wanjiru spoke."], published="2031-05-04")
    first.actor("a1", "Six pirates", kind="armed-group", sectors=["CRM"]).actor("a3", "Peter Otieno")
    first.actor("a4", "Mary Wanjiru").event("e1", "ASSAULT", 0, "captured", "", "a1", modes=["abduct"])
    later = Report("r2", ["The pirates killed men.", "Peter Otieno and Mary Wanjiru spoke."], published="2031-05-05")
    later.actor("a1", "The pirates", kind="armed-group", sectors=["CRM"]).actor("a2", "men", kind="population")
    later.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru").event("e1", "ASSAULT", 0, "killed", "a1", "a2")
    assert not one_event(build_case([first.record(), later.record()]), Pointer("r1", "e1"), Pointer("r2", "e1"))


def test_a_title_tells_a_taking_by_another_type():
    title = "Ugandan navy seizes Tom Barasa"
    report = Report("r1", [title, "The Ugandan navy detained Tom Barasa on Monday."], published="2031-05-04")
    report.actor("a1", "Ugandan navy", kind="armed-group", country="UGA", sectors=["MIL"]).actor("a2", "Tom Barasa")
    report.event("e1", "ASSAULT", 0, "seizes", "a1", "a2", modes=["abduct"])
    report.event("e2", "COERCE", 1, "detained", "a1", "a2", modes=["arrest"], time=("2031-05-03",) * 3)
    case = build_case([report.record().model_copy(update={"title": title})])
    assert one_event(case, Pointer("r1", "e1"), Pointer("r1", "e2"))


def test_talks_of_two_beside_a_summit_of_three_are_talks_of_their_own():
    report = Report("r1", ["Ana Rojas, Tom Barasa and Jon Eide met.", "Ana Rojas met Tom Barasa."])
    report.actor("a1", "Ana Rojas", country="PER", sectors=["GOV"])
    report.actor("a2", "Tom Barasa", country="KEN", sectors=["GOV"]).actor(
        "a3", "Jon Eide", country="NOR", sectors=["GOV"]
    )
    report.event("e1", "CONSULT", 0, "met", "a1", "a2 a3").event("e2", "CONSULT", 1, "met", "a1", "a2")
    assert not one_event(build_case([report.record()]), Pointer("r1", "e1"), Pointer("r1", "e2"))


def test_soldiers_of_two_countries_are_nobody_of_one_of_them():
    reports = []
    for record_id, soldiers in (("r1", "Peruvian and Chilean soldiers"), ("r2", "Chilean soldiers")):
        report = Report(record_id, [f"Rebels attacked {soldiers} near Peter Otieno and Mary Wanjiru."])
        report.published = "2031-05-04"
        report.actor("a1", soldiers, kind="armed-group", sectors=["MIL"]).actor("a3", "Peter Otieno")
        report.actor("a2", "Rebels", kind="armed-group", sectors=["REB"]).actor("a4", "Mary Wanjiru")
        reports.append(report.event("e1", "ASSAULT", 0, "attacked", "a2", "a1").record())
    assert not one_actor(build_case(reports), Pointer("r1", "a1"), Pointer("r2", "a1"))


def storming(record_id, event_type, anchor, doer, victim, *, kinds=("armed-group", "organization")):
    report = Report(record_id, [f"{doer} {anchor} {victim}.", "Peter Otieno and Mary Wanjiru spoke."])
    report.published = "2031-05-04"
    report.actor("a1", doer, kind=kinds[0], sectors=["REB"]).actor("a2", victim, kind=kinds[1], country="PRY")
    report.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru")
    return report.event("e1", event_type, 0, anchor, "a1", "a2", time=("2031-05-03",) * 3).record()


def test_a_telling_that_is_of_two_events_shows_that_they_are_one():
    apart = [
        storming("r1", "ASSAULT", "stormed", "Red Dawn", "the Lakeside Club"),
        storming("r2", "COERCE", "seized", "guerrillas", "a house"),
    ]
    assert len(build_case(apart).events) == 2
    between = storming("r3", "COERCE", "seized", "guerrillas", "the Lakeside Club")
    case = build_case([*apart, between])
    assert one_event(case, Pointer("r1", "e1"), Pointer("r3", "e1"))


def closing(record_id, text, *, doer="Kenya", anchor="closed"):
    report = Report(record_id, [text, "Peter Otieno and Mary Wanjiru spoke."], published="2031-05-04")
    report.actor("a1", doer, kind="country", country="KEN", sectors=["GOV"])
    report.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru")
    return report.event("e1", "COERCE", 0, anchor, "a1", modes=["restrict"]).record()


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("Then Kenya closed every crossing near Mandera for trucks.", True),
        ("Kenya closed schools that teach girls.", False),
    ],
)
def test_a_deed_without_recipient_is_known_by_its_word_in_one_story(text, same):
    first = closing("r1", "Kenya closed the Mandera crossing after shots, officials from towns there said.")
    assert one_event(build_case([first, closing("r2", text)]), Pointer("r1", "e1"), Pointer("r2", "e1")) is same


def call(record_id, text, actors, recipients):
    report = Report(record_id, [text, "Peter Otieno and Mary Wanjiru spoke."], published="2031-05-04")
    report.actor("a1", "Ana Rojas", country="PER", sectors=["GOV"]).actor("a2", "Tom Barasa", country="KEN")
    report.actor("a3", "Peter Otieno").actor("a4", "Mary Wanjiru")
    anchor = text.split()[2]
    day = ("2031-05-03",) * 3
    return report.event("e1", "CONSULT", 0, anchor, actors, recipients, modes=["phone"], time=day).record()


def test_a_call_told_of_one_side_is_that_told_of_both():
    both, one = call("r1", "Ana Rojas telephoned Tom Barasa.", "a1", "a2"), call("r2", "Tom Barasa phoned.", "a2", "")
    assert one_event(build_case([both, one]), Pointer("r1", "e1"), Pointer("r2", "e1"))
