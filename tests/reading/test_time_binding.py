"""Which time and place hold for which event."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.record import Event

PUBLISHED = "2021-06-10"  # a Thursday


def told(reader: Reader, text: str, kind: str) -> Event:
    return next(event for event in reader.read(text, published=PUBLISHED).events if event.type == kind)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Kenya expelled two Ugandan diplomats on Monday.", "SANCTION", "2021-06-07"),
        ("On Monday Kenya expelled two Ugandan diplomats.", "SANCTION", "2021-06-07"),
        ("Kenya on 3 May expelled two Ugandan diplomats.", "SANCTION", "2021-05-03"),
        ("Friday's attack on Kenyan soldiers shocked the town.", "ASSAULT", "2021-06-04"),
        ("The attack on Kenyan soldiers, which took place on 3 May, shocked the town.", "ASSAULT", "2021-05-03"),
        ("Rebels launched an attack on Kenyan soldiers on 3 May.", "ASSAULT", "2021-05-03"),
        ("Two soldiers were killed on 3 May when rebels attacked Kenyan police.", "ASSAULT", "2021-05-03"),
        ("The rebels began to shell the Kenyan army on 3 May.", "ASSAULT", "2021-05-03"),
        ("The rebels raised a flag on 3 May and attacked the Kenyan army.", "ASSAULT", "2021-05-03"),
        ("In May 2020 Peru criticised Chile.", "ACCUSE", "2020-05"),
        ("Peru criticised Chile last year.", "ACCUSE", "2020"),
        ("Peru criticised Chile yesterday.", "ACCUSE", "2021-06-09"),
    ],
)
def test_a_time_holds_for_what_happens_in_its_clause(reader: Reader, text: str, kind: str, value: str) -> None:
    time = told(reader, text, kind).time
    assert time is not None
    assert time.value == value


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan minister Peter Ruto said on Monday that rebels had attacked the army.", "ASSAULT"),
        ("Norway on Monday condemned the rebels, who attacked the Kenyan army.", "ASSAULT"),
        ("The market closed on Monday, but rebels attacked the Kenyan army.", "ASSAULT"),
        ("Peru criticised Chile for three hours.", "ACCUSE"),
        ("Norway mourned on Monday the soldiers killed by rebels.", "ASSAULT"),
    ],
)
def test_a_time_does_not_hold_beyond_its_clause(reader: Reader, text: str, kind: str) -> None:
    assert told(reader, text, kind).time is None


def test_each_clause_keeps_its_own_time(reader: Reader) -> None:
    text = "Peru criticised Chile on 3 May and Chile expelled two Peruvian diplomats on 5 May."
    times = [told(reader, text, kind).time for kind in ("ACCUSE", "SANCTION")]
    assert [time and time.value for time in times] == ["2021-05-03", "2021-05-05"]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Rebels attacked Kenyan soldiers in Mombasa.", "ASSAULT", "Mombasa"),
        ("In Mombasa, rebels attacked Kenyan soldiers.", "ASSAULT", "Mombasa"),
        ("The Kenyan president met the Norwegian envoy in Lima on Monday.", "CONSULT", "Lima"),
        ("Talks between Kenya and Norway took place in Lima.", "CONSULT", "Lima"),
    ],
)
def test_a_place_holds_for_what_happens_in_its_clause(reader: Reader, text: str, kind: str, name: str) -> None:
    place = told(reader, text, kind).place
    assert place is not None
    assert place.name == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan minister Peter Ruto said in Geneva that rebels had attacked the army.", "ASSAULT"),
        ("Peru criticised Chile, a court in Geneva was told.", "ACCUSE"),
    ],
)
def test_a_place_does_not_hold_beyond_its_clause(reader: Reader, text: str, kind: str) -> None:
    assert told(reader, text, kind).place is None


def test_a_retold_meeting_has_the_time_and_place_of_its_first_telling(reader: Reader) -> None:
    text = "The Kenyan president met the Norwegian envoy in Lima on 3 May. He praised the envoy at the meeting."
    first = told(reader, text, "CONSULT")
    assert (first.time and first.time.value, first.place and first.place.name) == ("2021-05-03", "Lima")
