"""Sentences of our own whose words are tagged with the events they tell: how much of the language the reader knows.

``evals/sentences/*.txt``, one sentence a line (a line of its own for each sentence of the short reports in s6, r6 and
r7): each word that tells an act of one of PLOVER's types is tagged with it, whatever its factuality and even where no
party is named (``Rebels {ASSAULT:overran|Rebels>town} the town``; with a slash where two types can be defended). Of
4,800 sentences the tags say who does it to whom, by the heads of their phrases; ``-`` is nobody. They were made to go
through the language's rarer wordings, so that the share read is far below that of ordinary news; and bare nouns and
the content of demands are tagged, which the reader leaves out by design. A list to work from, then, and no score to
reach. Everything told in them is invented.

Figures: tags; read: an event of a tagged type at the word; other_type; of the events told, how many stand on a tagged
word with its type (precision); where parties are annotated and the type is read, how many tags with an actor
(a recipient) have one whose words overlap it. ``--errors`` lists the words not read, by type, most frequent first.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.record import Event, ReportRecord

SENTENCES = Path(__file__).with_name("sentences")
TAG = re.compile(r"\{([A-Z/]+):([^{}\s|]+)(?:\|([^{}>]+)>([^{}>]+))?\}")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tagged word: where it starts and ends, its types, and the words of actor and recipient, if annotated."""

    span: tuple[int, int]
    word: str
    types: tuple[str, ...]
    parties: tuple[tuple[str, ...], tuple[str, ...]] | None


def read_line(line: str) -> tuple[str, list[Tag]]:
    """The bare sentence of a line and its tags."""
    parts: list[str] = []
    tags, length, end = [], 0, 0
    for found in TAG.finditer(line):
        parts += [line[end : found.start()], found[2]]
        length += found.start() - end
        sides = (found[3], found[4]) if found[3] else None
        words = None if sides is None else (_words(sides[0]), _words(sides[1]))
        tags.append(Tag((length, length + len(found[2])), found[2], tuple(found[1].split("/")), words))
        length += len(found[2])
        end = found.end()
    return "".join([*parts, line[end:]]), tags


def _words(side: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in side.split(",") if word.strip() != "-")


def places(word: str, text: str) -> Iterator[tuple[int, int]]:
    """Where an annotated word stands: "men#2" is the second "men"."""
    form, _, number = word.partition("#")
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)]
    return iter(found[int(number) - 1 : int(number)] if number else found[:1])


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which part of the sentences."""
    parser.add_argument("--every", type=int, default=1, help="only every n-th sentence")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all sentences."""
    from dragoman import Reader

    reader = Reader()
    lines = [line for path in sorted(SENTENCES.glob("*.txt")) for line in path.read_text("utf-8").splitlines()]
    counts: Counter[str] = Counter()
    missed: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in lines[:: arguments.every]:
        text, tags = read_line(line)
        record = reader.read(text)
        counts["events"] += len(record.events)
        for tag in tags:
            counts["tags"] += 1
            event = _told(record, tag)
            if event is None:
                missed[tag.types[0], tag.word.lower()].append(text)
                continue
            known = event.type in tag.types
            counts["read" if known else "other_type"] += 1
            if known:
                _count_parties(counts, record, event, tag)
    if arguments.errors:
        for (event_type, word), texts in sorted(missed.items(), key=lambda item: (item[0][0], -len(item[1]))):
            print(f"{event_type} {word}: {len(texts)}\n    {texts[0]}")
    return {
        "sentences": len(lines[:: arguments.every]),
        "tags": counts["tags"],
        "read": counts["read"] / counts["tags"],
        "other_type": counts["other_type"] / counts["tags"],
        "precision": counts["read"] / max(1, counts["events"]),
        "actors_found": counts["actor"] / max(1, counts["actors"]),
        "recipients_found": counts["recipient"] / max(1, counts["recipients"]),
    }


def _told(record: ReportRecord, tag: Tag) -> Event | None:
    """The event whose anchor holds the tagged word; one of a tagged type comes first."""
    here = [event for event in record.events if event.anchor[0] <= tag.span[0] < event.anchor[1]]
    return min(here, key=lambda event: event.type not in tag.types, default=None)


def _count_parties(counts: Counter[str], record: ReportRecord, event: Event, tag: Tag) -> None:
    for name, side, spans, actors in (
        ("actor", 0, event.actor_spans, event.actors),
        ("recipient", 1, event.recipient_spans, event.recipients),
    ):
        wanted = tag.parties[side] if tag.parties is not None else ()
        if not wanted:
            continue
        counts[f"{name}s"] += 1
        mentioned = [(one.start, one.end) for one in record.mentions if one.actor in actors]
        counts[name] += any(
            start < last and first < end
            for word in wanted
            for start, end in places(word, record.text)
            for first, last in (*spans, *mentioned)
        )
