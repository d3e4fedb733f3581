"""What stories that were read for the first time showed to be read wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader

Told = tuple[str, set[str], set[str]]


def parties(reader: Reader, text: str, kind: str) -> list[tuple[set[str], set[str]]]:
    """Actors and recipients of the events of a type."""
    return [(doers, whom) for one, doers, whom in told(reader.read(text)) if one == kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a nationality alone is somebody told of before
        (
            "Prado says Chavez shelters the rebels, which the Venezuelan denies.",
            ("REJECT", {"Chavez"}, {"Prado"}),
        ),
        (
            "President Chavez met Russian leader Vladimir Putin. The Russian promised to leave.",
            ("AGREE", {"Vladimir Putin"}, set()),
        ),
        # nothing is joined to "both"
        (
            "Premier Ana Prado accused President Luis Rojas of theft. Norway's envoy phoned both leaders and left.",
            ("CONSULT", {"Norway's envoy"}, {"Ana Prado", "Luis Rojas"}),
        ),
        # capitals that stand for their states
        (
            "Egypt and Chad quarrelled. Norway mediated between the two capitals.",
            ("CONSULT", {"Norway"}, {"Egypt", "Chad"}),
        ),
        # a state that few recognise calls itself so
        ("The self-proclaimed Karabakh republic denied firing on civilians.", ("REJECT", {"Karabakh"}, set())),
        # as many as are counted
        ("Venezuelan soldiers detained eight Colombians.", ("COERCE", {"Venezuelan soldiers"}, {"eight Colombians"})),
        # some of those just told of
        (
            "Peruvian students marched in Lima. Some burned a Chilean flag.",
            ("PROTEST", {"Peruvian students"}, {"Chile"}),
        ),
        # two subjects of one verb
        ("Under the deal, a copy of which the BBC has seen, Chad pledges to leave.", ("AGREE", {"Chad"}, set())),
        ("Chad's army chief denied by telephone that his men had fired.", ("REJECT", {"Chad's army chief"}, set())),
        # whoever turns down a charge answers those who make it
        ("Chad rejected the allegation that its officers sell arms.", ("REJECT", {"Chad"}, set())),
        # what is done by armed men
        ("Peruvian troops suspended operations there for two days.", ("RETREAT", {"Peruvian troops"}, set())),
        # a warning of one's own deeds
        (
            "The nurses' union warned that it would take to the streets unless wages rose.",
            ("THREATEN", {"nurses' union"}, set()),
        ),
    ],
)
def test_who_is_meant(reader: Reader, text: str, expected: Told) -> None:
    assert expected in told(reader.read(text))


def test_what_is_promised_to_nobody_named_is_promised_to_nobody(reader: Reader) -> None:
    text = "The rebels promised to try those who shot the Kenyan soldier."
    assert parties(reader, text, "AGREE") == [({"rebels"}, set())]


def test_a_curfew_over_a_whole_country_needs_nobody_on_whom_it_falls(reader: Reader) -> None:
    assert parties(reader, "Chad imposed a curfew on Monday.", "COERCE") == [({"Chad"}, set())]


def test_those_who_are_arrested_are_not_protested_against(reader: Reader) -> None:
    found = parties(reader, "Kenyan teachers went on strike in protest at the arrest of a union leader.", "PROTEST")
    assert found
    assert all(not whom for _, whom in found)


def test_a_paper_that_is_told_something_is_not_turned_down(reader: Reader) -> None:
    found = parties(reader, "A Sudanese official denied to Reuters that troops had crossed.", "REJECT")
    assert found == [({"Sudanese official"}, set())]


def test_where_somebody_was_taken_from_is_not_who_took_him(reader: Reader) -> None:
    record = reader.read("He told of the kidnapping of seven Kenyan nurses from a camp near Lodwar.")
    assert all("camp" not in doers for _, doers, _ in told(record))


def test_who_regrets_a_thing_is_not_blamed_for_it(reader: Reader) -> None:
    found = parties(reader, "Spokeswoman Karen Whitlock said Norway regretted the rupture.", "ACCUSE")
    assert all("Norway" not in whom for _, whom in found)


def test_what_is_called_something_is_nobody(reader: Reader) -> None:
    found = parties(reader, "The court freed two men. Chad's envoy called it a swindle.", "ACCUSE")
    assert all("court" not in whom for _, whom in found)


def test_who_only_shelters_somewhere_aids_nobody(reader: Reader) -> None:
    assert not parties(reader, "In Lima the fighters were sheltering across the frontier.", "AID")


def test_adjectives_behind_people_are_not_people(reader: Reader) -> None:
    record = reader.read("The soldiers, unshaven and one of them limping, were received by the Red Cross.")
    assert all("unshaven" not in doers | whom for _, doers, whom in told(record))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a preposition opens is no part of a name
        (
            "The pact was signed aboard the frigate Canterbury by Minister Paul Manoa and rebel leader Sam Kauona.",
            ("SUPPORT", {"Paul Manoa", "Sam Kauona"}, {"Paul Manoa", "Sam Kauona"}),
        ),
        ("The Kenyan captain was convicted of theft by a court.", ("SANCTION", {"court"}, {"Kenyan captain"})),
        # a list before the verb is its subject
        ("In Peru, Chile and Bolivia signed a pact.", ("SUPPORT", {"Chile", "Bolivia"}, {"Chile", "Bolivia"})),
        # who lets people go had held them
        ("Chad released two Kenyan pilots, detained a week ago.", ("COERCE", {"Chad"}, {"two Kenyan pilots"})),
        ("Chad handed over a Kenyan pilot captured last week.", ("ASSAULT", {"Chad"}, {"Kenyan pilot"})),
        # a body acts again
        ("The U.N. mission left. The mission dismissed the charge.", ("REJECT", {"U.N. mission"}, set())),
        # what is refused would do harm
        ("Norway declined to cut military aid to Chad.", ("REJECT", {"Norway"}, set())),
        # somebody's harsh word for what was decided
        ("His Kenyan lawyer called the ruling an outrage.", ("ACCUSE", {"Kenyan lawyer"}, set())),
        # said in a call
        ("Rojas apologised in a telephone call to Chad's premier.", ("CONCEDE", {"Rojas"}, {"Chad's premier"})),
        ("Kenyan police detained a dozen.", ("COERCE", {"Kenyan police"}, {"dozen people"})),
        # a threat once more
        ("Israel, in turn, renewed its warnings.", ("THREATEN", {"Israel"}, set())),
        # of so many told of before
        ("Kenyan police held four men. Two of the four were freed.", ("RETREAT", set(), {"four men"})),
        # a deed is called so
        ("The Kenyan premier called the arrest an outrage.", ("ACCUSE", {"Kenyan premier"}, set())),
    ],
)
def test_who_takes_part(reader: Reader, text: str, expected: Told) -> None:
    assert expected in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "kind", "mode"),
    [
        ("Norway deployed armoured vehicles along the border.", "MOBILIZE", "weapons"),
        ("Chad threatened to break off the gas talks.", "THREATEN", "relations"),
    ],
)
def test_the_mode_is_that_of_the_thing(reader: Reader, text: str, kind: str, mode: str) -> None:
    assert [event.modes for event in reader.read(text).events if event.type == kind] == [(mode,)]


def test_what_others_asked_for_is_told_beside_what_is_refused(reader: Reader) -> None:
    found = told(reader.read("Peru declined to send police to Lima, as the miners had requested."))
    assert {kind for kind, _, _ in found} >= {"REJECT", "REQUEST"}


def test_nobody_need_be_named_who_is_denied_talks(reader: Reader) -> None:
    assert parties(reader, "Chad's premier said there would be no negotiations.", "REJECT") == [
        ({"Chad's premier"}, set())
    ]


def test_a_warning_of_bad_water_threatens_nobody(reader: Reader) -> None:
    assert not parties(reader, "Chad's ministry reiterated its warning that the water was foul.", "THREATEN")
