"""The table of reporting cues: every entry reads its own examples and leaves its near misses alone."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman import Reader
from dragoman.errors import LexiconError
from dragoman.ingest import read_text
from dragoman.lexicon.reporting import CueExample, load_reporting, parse_reporting, verb_forms
from dragoman.reading.attribution import hear
from dragoman.reading.cast import build_cast
from dragoman.reading.draft import WordSpan

ENTRIES = load_reporting().entries


def attributions(reader: Reader, text: str) -> list[tuple[str, str]]:
    """The attributions of a text as words of the source and of the content."""
    report = read_text(text)
    tree = reader.analyse(report)
    heard = hear(tree, build_cast(tree, report, reader.lexicon), report, reader.lexicon.reporting)

    def words(spans: tuple[WordSpan, ...]) -> str:
        return " ".join(tree.text[slice(*tree.span(first, last))] for first, last in spans)

    return [(words(one.source), words(one.content)) for one in heard.attributions]


@pytest.mark.parametrize(
    "example", [pytest.param(one, id=f"{entry.id}-{at}") for entry in ENTRIES for at, one in enumerate(entry.examples)]
)
def test_entry_reads_its_example(reader: Reader, example: CueExample) -> None:
    found = attributions(reader, example.text)
    assert any(
        example.source in source and bool(example.source) == bool(source) and example.content in content
        for source, content in found
    ), found


@pytest.mark.parametrize(
    "text", [pytest.param(one, id=f"{entry.id}-{at}") for entry in ENTRIES for at, one in enumerate(entry.near_misses)]
)
def test_entry_leaves_its_near_miss_alone(reader: Reader, text: str) -> None:
    assert not attributions(reader, text)


@pytest.mark.parametrize(
    ("lemma", "past"),
    [("say", "said"), ("deny", "denied"), ("vow", "vowed"), ("admit", "admitted"), ("agree", "agreed"), ("see", "saw")],
)
def test_verbs_are_known_by_their_forms(lemma: str, past: str) -> None:
    assert past in load_reporting().verbs
    assert any(cue in load_reporting().verbs[past] for cue in load_reporting().verbs[lemma])


def test_verb_forms_follow_spelling() -> None:
    assert list(verb_forms("deny", {})) == ["deny", "denies", "denying", "denied"]
    assert list(verb_forms("agree", {})) == ["agree", "agrees", "agreeing", "agreed"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"kind": "gossip"}, "kind must be one of"),
        ({"frame": ["clause"]}, "unknown key 'frame'"),
        ({"frames": ["clauses"]}, "unknown frame 'clauses'"),
        ({"examples": []}, "at least one example"),
        ({"examples": [{"text": "He left.", "source": "She", "content": "left"}]}, "must stand in"),
        ({"verbs": ["Say"]}, "lower-case"),
    ],
)
def test_faulty_entry_is_refused_with_its_fault(change: dict[str, Any], fault: str) -> None:
    entry = {
        "id": "say",
        "verbs": ["say"],
        "kind": "speech",
        "frames": ["clause"],
        "examples": [{"text": "He said she left.", "source": "He", "content": "she left"}],
    }
    with pytest.raises(LexiconError, match=fault):
        parse_reporting({"cue": [{**entry, **change}]}, "own.toml")
