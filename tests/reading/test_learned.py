"""Events that no entry of the lexicon reads: the language model adds them and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman import Reader
from dragoman.lexicon.frames import LEARNED

STORIES = Path(__file__).parents[2] / "evals" / "stories" / "worked"


@pytest.mark.parametrize("name", ["sahel", "spying", "zaire"])
def test_what_the_lexicon_tells_stays_as_it_is(reader: Reader, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [path.read_text("utf-8") for path in sorted((STORIES / name).glob("*.txt"))]
    both = [reader.read(text) for text in texts]
    monkeypatch.setattr("dragoman.reading.events.find_learned", lambda *_: [])
    alone = [reader.read(text) for text in texts]
    assert any(event.rule.startswith(LEARNED) for record in both for event in record.events)
    for record, lexical in zip(both, alone, strict=True):
        kept = [event for event in record.events if not event.rule.startswith(LEARNED)]
        assert [(e.type, e.anchor, e.actors, e.recipients, e.voice, e.factuality) for e in kept] == [
            (e.type, e.anchor, e.actors, e.recipients, e.voice, e.factuality) for e in lexical.events
        ]
        assert all(event.confidence < 0.7 for event in record.events if event.rule.startswith(LEARNED))


def test_people_who_go_home_visit_nobody(reader: Reader) -> None:
    assert reader.read("The Norwegian delegation flew to Oslo.").events == ()


def test_what_governs_an_event_tells_no_second_one(reader: Reader) -> None:
    for text in (
        "Norway reiterated its support for Chad.",
        "The Kenyan army prepared to resume shelling Somali rebels.",
    ):
        assert len(reader.read(text).events) == 1


def test_between_asks_the_model_where_the_lexicon_is_silent(reader: Reader) -> None:
    text = "The police infiltrated student groups."
    event = reader.between(text, (0, 10), (23, 37))
    assert event is not None
    assert event.rule == LEARNED + "coerce"
    assert reader.between(text, (23, 37), (0, 10)) is None


def test_a_message_is_told_by_what_it_says(reader: Reader) -> None:
    text = (
        "According to the sources, Hanoi has sent messages to Prak over the past weeks demanding an end to any form of "
        "support or logistical facilitation for the rebels."
    )
    assert [event.type for event in reader.read(text).events] == ["REQUEST"]
