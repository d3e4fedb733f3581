"""Events told without one of their parties, or without any."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import sides_of


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("An agreement was reached in Nukus.", "SUPPORT"),
        ("A new meeting was planned for Wednesday.", "AGREE"),
        ("All border crossings were closed overnight.", "COERCE"),
        ("The curfew has been shortened.", "CONCEDE"),
    ],
)
def test_what_the_passive_tells_by_itself(reader: Reader, text: str, event_type: str) -> None:
    assert (event_type, (), ()) in [(one.type, one.actors, one.recipients) for one in reader.read(text).events]


@pytest.mark.parametrize(
    "text",
    [
        "The gas had been cut off for a week after the storm, and hikers were freed from the ice.",
        "The helicopter returned empty on Friday.",
    ],
)
def test_people_and_mishaps_need_somebody(reader: Reader, text: str) -> None:
    assert not [one for one in reader.read(text).events if one.actors == one.recipients == ()]


def test_who_met_is_told_though_with_whom_is_not(reader: Reader) -> None:
    assert sides_of(reader.read("Kenyan officials met in Nakuru for three days."), "CONSULT") == [
        (["Kenyan officials"], [])
    ]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("A Ugandan Foreign Ministry spokesman denied reports that Kampala had armed the rebels.", "Uganda"),
        ("President Joseph Odera of Uganda was reluctant to commit forces.", "forces"),
    ],
)
def test_nobody_promises_or_refuses_his_own_side(reader: Reader, text: str, nobody: str) -> None:
    record = reader.read(text)
    names = {actor.id: actor.name for actor in record.actors}
    assert record.events
    assert not any(names[one] == nobody for event in record.events for one in event.recipients)
