"""Sentences of our own whose words are tagged with the events they tell: how much of the language the reader knows.

:mod:`training.tagged` says what they are. Only the twelfth of their lines is read that no training has seen, each by
itself. ``wordings`` go through the language's rarer wordings, so that the share read is far below that of ordinary
news; ``prose`` is the ordinary mix. In both, bare nouns and the content of demands are tagged, which the reader leaves
out by design: lists to work from, then, and no score to reach. Everything told in them is invented.

Figures: tags; read: an event of a tagged type at the word; other_type; of the events told, how many stand on a tagged
word with its type (precision); where parties are annotated and the type is read, how many tags with an actor
(a recipient) have one whose words overlap it. ``--errors`` lists the words not read, by type, most frequent first.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict

from dragoman.record import Event, ReportRecord
from training.tagged import SENTENCES, Tag, is_held_back, places, read_line

KINDS = ("wordings", "prose")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which part of the sentences."""
    parser.add_argument("--kind", choices=KINDS, default="prose")
    parser.add_argument("--every", type=int, default=1, help="only every n-th sentence")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all sentences."""
    from dragoman import Reader

    reader = Reader()
    files = sorted(SENTENCES.glob(f"{arguments.kind}-*.txt"))
    lines = [line for path in files for line in path.read_text("utf-8").splitlines() if line and is_held_back(line)]
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
