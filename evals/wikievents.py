"""WikiEvents: happenings of conflict news and who took part, after ``wikievents.toml``.

A gold event is **found** if an event of a PLOVER type that is right for it has its anchor on the gold's trigger, or
stands in the same sentence ("killed in an attack" is one event to dragoman and two to the annotation). It is found
**with the right participants** if one such event has every person, organization or country of the annotation on the
right side: the record's actor, or a group all of whose members are on that side ("they"), has a mention that shares a
word with the annotation's. Things, places and weapons are not asked for.

Figures: events and found (share); peopled and peopled_found, the same for events for which the annotation names
somebody; with_participants, the share of these found with all of them; participants and participants_found, by mention,
``actors_found`` and ``recipients_found`` of the two sides; on_gold, the share of coded ASSAULT and COERCE events that
stand in a sentence with such a gold event: a lower bound of precision, since WikiEvents marks one scenario of a text.

The annotation's text lost its line breaks; they are put back between its sentences. After Li, Ji and Han 2021
(NAACL), Document-Level Event Argument Extraction by Conditional Generation.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rtoml

from dragoman.record import Event, ReportRecord
from evals.data import require

FILE = "wikievents/dev.jsonl"
TABLE = Path(__file__).with_name("wikievents.toml")
PARTIES = frozenset({"PER", "ORG", "GPE", "SID"})
EXHAUSTIVE = frozenset({"ASSAULT", "COERCE"})
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Kind:
    """What a type of the annotation is in PLOVER; see the table."""

    types: tuple[str, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Happening:
    """A gold event: spans are code points of the document's text; parties are (sides they may stand on, span)."""

    name: str
    types: tuple[str, ...]
    trigger: Span
    sentence: Span
    parties: tuple[tuple[frozenset[str], Span], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its gold events."""

    name: str
    text: str
    happenings: tuple[Happening, ...]


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all documents."""
    from dragoman import Reader

    reader, table = Reader(), load_table()
    tally: Counter[str] = Counter()
    for line in require(arguments.corpora / FILE, "--corpora").read_text(encoding="utf-8").splitlines():
        document = build(json.loads(line), table)
        record = reader.read(document.text)
        tally.update(score(document, record))
        if arguments.errors:
            print("\n".join(listing(document, record)))
    return figures(tally)


def load_table(path: Path = TABLE) -> dict[str, Kind]:
    """The table, keyed by dotted type."""
    found: dict[str, Kind] = {}

    def walk(node: Mapping[str, Any], prefix: str) -> None:
        if "types" in node:
            lists = {key: tuple(node.get(key, ())) for key in ("types", "actor", "recipient")}
            found[prefix] = Kind(**lists, beside=node.get("beside", ""))
            return
        for key, inner in node.items():
            walk(inner, f"{prefix}.{key}" if prefix else key)

    walk(rtoml.loads(path.read_text(encoding="utf-8")), "")
    return found


def kind_of(name: str, table: Mapping[str, Kind]) -> Kind | None:
    """The entry of a dotted type or of the nearest type above it."""
    parts = name.split(".")
    for length in range(len(parts), 0, -1):
        if found := table.get(".".join(parts[:length])):
            return found
    return None


def build(row: Mapping[str, Any], table: Mapping[str, Kind]) -> Document:
    """A document of the corpus, its text put together from its sentences, with the events the table knows."""
    text, words, sentence_of, sentences = _lay_out(row["sentences"])
    mentions = {mention["id"]: mention for mention in row["entity_mentions"]}
    names = [event["event_type"] for event in row["event_mentions"]]
    happenings = []
    for event in row["event_mentions"]:
        kind = kind_of(event["event_type"], table)
        if kind is None or (kind.beside and not any(name.startswith(kind.beside) for name in names)):
            continue
        first, last = event["trigger"]["start"], event["trigger"]["end"]
        parties = []
        for argument in event["arguments"]:
            mention = mentions[argument["entity_id"]]
            sides = frozenset(side for side in ("actor", "recipient") if argument["role"] in getattr(kind, side))
            if sides and mention["entity_type"] in PARTIES:
                parties.append((sides, (words[mention["start"]][0], words[mention["end"] - 1][1])))
        trigger = (words[first][0], words[last - 1][1])
        sentence = sentences[sentence_of[first]]
        happenings.append(Happening(event["event_type"], kind.types, trigger, sentence, tuple(parties)))
    return Document(row["doc_id"], text, tuple(happenings))


def _lay_out(rows: Sequence[Any]) -> tuple[str, list[Span], list[int], list[Span]]:
    """The text, the span of each token, the sentence of each token and the span of each sentence."""
    text, words, sentence_of, sentences = "", [], [], []
    for index, (tokens, sentence) in enumerate(rows):
        start = len(text)
        shift = start - tokens[0][1] if tokens else 0
        words += [(first + shift, last + shift) for _, first, last in tokens]
        sentence_of += [index] * len(tokens)
        sentences.append((start, start + len(sentence)))
        text += sentence + "\n\n"
    return text.rstrip("\n"), words, sentence_of, sentences


def score(document: Document, record: ReportRecord) -> Counter[str]:
    """What is found of one document, and out of how many."""
    tally: Counter[str] = Counter()
    for happening in document.happenings:
        matching = candidates(happening, record)
        tally["events"] += 1
        tally["found"] += bool(matching)
        given = max((filled(happening, event, record) for event in matching), key=sum, default=[])
        if happening.parties:
            tally["peopled"] += 1
            tally["peopled_found"] += bool(matching)
            tally["complete"] += bool(matching) and all(given)
        for index, (sides, _) in enumerate(happening.parties):
            side = "participants" if len(sides) > 1 else f"{next(iter(sides))}s"
            right = bool(given) and given[index]
            for name in {side, "participants"}:
                tally[name] += 1
                tally[f"{name}_found"] += right
    for event in record.events:
        if event.type in EXHAUSTIVE:
            tally["coded"] += 1
            tally["on_gold"] += any(event in candidates(happening, record) for happening in document.happenings)
    return tally


def candidates(happening: Happening, record: ReportRecord) -> list[Event]:
    """Coded events of a right type on the trigger or, if there is none, in its sentence."""
    fitting = [event for event in record.events if event.type in happening.types]
    exact = [event for event in fitting if _overlap(event.anchor, happening.trigger)]
    return exact or [event for event in fitting if _overlap(event.anchor, happening.sentence)]


def filled(happening: Happening, event: Event, record: ReportRecord) -> list[bool]:
    """For each gold party whether the event has it on a right side."""
    groups = {actor.id: set(actor.members) for actor in record.actors if actor.members}
    sides = {
        side: {*parties, *(group for group, members in groups.items() if members <= set(parties))}
        for side, parties in (("actor", event.actors), ("recipient", event.recipients))
    }
    return [
        any(
            _overlap((mention.start, mention.end), span)
            for side in allowed
            for mention in record.mentions
            if mention.actor in sides[side]
        )
        for allowed, span in happening.parties
    ]


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def figures(tally: Mapping[str, int]) -> dict[str, float]:
    """Shares from counts."""

    def share(part: str, whole: str) -> float:
        return round(tally.get(part, 0) / max(1, tally.get(whole, 0)), 4)

    return {
        "events": tally.get("events", 0),
        "found": share("found", "events"),
        "peopled": tally.get("peopled", 0),
        "peopled_found": share("peopled_found", "peopled"),
        "with_participants": share("complete", "peopled"),
        "participants": tally.get("participants", 0),
        "participants_found": share("participants_found", "participants"),
        "actors_found": share("actors_found", "actors"),
        "recipients_found": share("recipients_found", "recipients"),
        "on_gold": share("on_gold", "coded"),
    }


def listing(document: Document, record: ReportRecord) -> Iterator[str]:
    """Events missed or without some participant, with what was coded in their sentence."""
    names = {actor.id: actor.name for actor in record.actors}
    yield f"== {document.name}"
    for happening in document.happenings:
        matching = candidates(happening, record)
        missing = [
            document.text[slice(*span)]
            for index, (_, span) in enumerate(happening.parties)
            if not any(filled(happening, event, record)[index] for event in matching)
        ]
        if matching and not missing:
            continue
        verdict = f"without {missing}" if matching else "missed"
        yield f"{verdict}: {happening.name} '{document.text[slice(*happening.trigger)]}'"
        yield f"    {document.text[slice(*happening.sentence)]}"
        for event in record.events:
            if _overlap(event.anchor, happening.sentence):
                sides = (", ".join(names[one] for one in side) for side in (event.actors, event.recipients))
                yield f"    coded {event.type} {' -> '.join(sides)} [{event.rule}]"
