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
