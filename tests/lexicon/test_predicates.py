"""The predicate lexicon tests itself: every example is read with the real pipeline, every near miss is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import rtoml

import dragoman.lexicon
from dragoman.errors import LexiconError
from dragoman.lexicon.predicates import NONE, Example, Predicate, compile_table, load_predicates
from dragoman.ontology.plover import load_plover
from dragoman.reading.reader import Reader
from dragoman.record import Event, ReportRecord, Span

FOLDER = Path(dragoman.lexicon.__file__).with_name("predicates")
ENTRIES = load_predicates().entries
TELLING = [entry for entry in ENTRIES if entry.type != NONE]


def told(record: ReportRecord, entry: Predicate) -> list[Event]:
    """The record's events that the entry gave, by itself or under a word that ends it."""
    return [event for event in record.events if event.rule.split(" ")[0] == entry.id]


def occurrences(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Where the words stand in the text."""
    start = text.find(words)
    while start >= 0:
        yield start, start + len(words)
        start = text.find(words, start + 1)


def names(record: ReportRecord, words: str | None, actors: tuple[str, ...], spans: tuple[Span, ...]) -> bool:
    """True if the words are part of what a role was read from, or name its actor elsewhere in the sentence."""
    if words is None:
        return True
    mentioned = [(mention.start, mention.end) for mention in record.mentions if mention.actor in actors]
    return any(
        start < last and first < end
        for start, end in occurrences(record.text, words)
        for first, last in [*spans, *mentioned]
    )


def fulfils(record: ReportRecord, event: Event, example: Example, entry: Predicate) -> bool:
    """True if the event has the type, the actor and the recipient that the example states."""
    return (
        event.type == (example.type or entry.type)
        and names(record, example.actor, event.actors, event.actor_spans)
        and names(record, example.recipient, event.recipients, event.recipient_spans)
    )


@pytest.mark.parametrize("entry", TELLING, ids=lambda entry: entry.id)
def test_an_entry_reads_its_examples(reader: Reader, entry: Predicate) -> None:
    for example in entry.examples:
        record = reader.read(example.text)
        events = told(record, entry)
        assert any(fulfils(record, event, example, entry) for event in events), (example, record.events)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_leaves_its_near_misses_alone(reader: Reader, entry: Predicate) -> None:
    for text in entry.near_misses:
        record = reader.read(text)
        events = list(record.events) if entry.type == NONE else told(record, entry)
        assert not events, text


def test_a_mode_is_stated_by_the_entry_unless_the_content_gives_it(reader: Reader) -> None:
    for entry in TELLING:
        if entry.modes and not any(example.type for example in entry.examples):
            record = reader.read(entry.examples[0].text)
            assert all(event.modes == entry.modes for event in told(record, entry)), entry.id


def test_entries_come_in_order_of_their_ids_whatever_file_they_stand_in() -> None:
    ids = [entry.id for entry in ENTRIES]
    assert ids == sorted(ids)


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.toml")), ids=lambda file: file.stem)
def test_a_file_holds_one_type_in_order(file: Path) -> None:
    ids = [entry["id"] for entry in rtoml.load(file)["predicate"]]
    assert ids == sorted(ids)
    assert {identifier.partition(".")[0] for identifier in ids} == {file.stem.partition("-")[0]}


def test_every_type_and_every_mode_has_an_entry() -> None:
    listed = {(entry.type, mode) for entry in TELLING for mode in (*entry.modes, "")}
    plover = load_plover()
    wanted = {(name, mode) for name, kind in plover.types.items() for mode in ("", *kind.modes)}
    # What is asked for, refused or threatened is read from the content, not from the predicate.
    by_content = {("REQUEST", ""), ("REJECT", "assist"), ("REJECT", "change"), ("THREATEN", "expel")}
    by_content |= {("THREATEN", "relations"), ("THREATEN", "restrict"), ("THREATEN", "territory")}
    assert wanted - listed <= by_content


def test_no_sentence_stands_twice() -> None:
    texts = [example.text for entry in ENTRIES for example in entry.examples]
    assert len(texts) == len(set(texts))


def test_one_pattern_belongs_to_one_entry() -> None:
    entry = TELLING[0]
    with pytest.raises(LexiconError, match="is also in"):
        compile_table([entry, entry.model_copy(update={"id": "other"})])


def test_a_wider_pattern_comes_after_one_that_is_not_however_much_it_asks_for() -> None:
    plain = TELLING[0].model_copy(update={"id": "plain", "verbs": ("flout",), "nouns": (), "adjectives": ()})
    plain = plain.model_copy(update={"objects": (), "subjects": (), "clauses": (), "complements": {}})
    heavy = plain.model_copy(update={"id": "heavy", "objects": ("truce",), "subjects": ("army",)})
    assert [pattern.predicate.id for pattern in compile_table([plain, heavy]).verbs["flout"]] == ["heavy", "plain"]
    wider = heavy.model_copy(update={"id": "wider", "wider": True})
    assert [pattern.predicate.id for pattern in compile_table([plain, wider]).verbs["flout"]] == ["plain", "wider"]
