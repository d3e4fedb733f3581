"""Events that tell enough though the text names no other side, and those that do not."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import told


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Norway expressed concern.", ("ACCUSE", {"Norway"}, set())),
        ("Chad's foreign minister travelled to the region last week.", ("CONSULT", {"Chad's foreign minister"}, set())),
        ("The pact, brokered by Norway, was signed on Monday.", ("CONSULT", {"Norway"}, set())),
        ("Egypt warned that the dam could wreck the talks.", ("THREATEN", {"Egypt"}, set())),
        ("General Otieno warned that his men would attack convoys.", ("THREATEN", {"Otieno"}, {"convoys"})),
        (
            "Chad's minister warned that any raid would be met with overwhelming force.",
            ("THREATEN", {"Chad's minister"}, set()),
        ),
    ],
)
def test_a_players_word_or_step_needs_no_other_side(
    reader: Reader, text: str, event: tuple[str, set[str], set[str]]
) -> None:
    assert event in told(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Doctors in Peru voiced concern about the heat.",
        "The agency warned that the harvest would be poor.",
        "The Kenyan minister declined to discuss the report.",
        "Kenyan President William Barasa spoke with an accent.",
        "An official asked not to be named by Norway.",
        "Norway's foreign minister gave a news briefing.",
    ],
)
def test_what_is_no_event_is_none_for_want_of_another_side(reader: Reader, text: str) -> None:
    assert told(reader.read(text)) == []


def test_two_of_whom_a_report_names_neither_are_an_actor(reader: Reader) -> None:
    record = reader.read("The two countries agreed in January to share data on floods.")
    assert told(record) == [("AGREE", {"two countries"}, set())]
    assert [actor.kind for actor in record.actors] == ["organization"]


def test_each_side_of_a_pact_blames_the_other(reader: Reader) -> None:
    record = reader.read("Chad and Niger signed a truce on Monday, but each side blamed the other for a raid.")
    assert ("ACCUSE", {"Chad", "Niger"}, {"Chad", "Niger"}) in told(record)


def test_whoever_is_asked_to_name_somebody_is_asked(reader: Reader) -> None:
    record = reader.read("Kenya has asked Chad to name a mediator.")
    assert told(record) == [("REQUEST", {"Kenya"}, {"Chad"})]
