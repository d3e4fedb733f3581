"""PLV: sentences with a marked source and target and the PLOVER root of what the one did to the other.

Source and target given (``Reader.between``): root accuracy and macro-F1 over the 15 roots, CONCEDE and RETREAT scored
as YIELD; no answer counts as wrong. Rows whose text names only one of the two cannot be asked; ``accuracy_all_rows``
counts them as wrong. Nothing given (``Reader.read``): the share of items for which some event has the
right root and an actor and a recipient that overlap the marked spans, or that are named in them.

PLV was coded by an older code book than PLOVER v2's manual, which the reader follows. The figures are of the answers
mapped to PLV's habits by :func:`root_in_scheme`, which looks at the event alone (type, mode, factuality, entry), never
at the gold: an agreement, offer or plan to yield is AGREE (the manual leaves it CONCEDE), blockades and cyber attacks
are ASSAULT (COERCE in the manual), formal sanctions are COERCE and convictions ACCUSE (both SANCTION in the manual).
``…_unmapped`` scores the types as the record has them.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.record import Event, ReportRecord, Span
from evals.data import require

FILE = "plv/PLV_train.tsv"
MARK = re.compile(r"</?[st]>")
ROOTS = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
NOTHING = "-"
FORMAL_SANCTIONS = frozenset({"sanction.embargo", "sanction.tighten"})


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence, its marked spans and the gold root."""

    text: str
    source: Span
    target: Span
    root: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A sample, for quick looks."""
    parser.add_argument("--every", type=int, default=1, help="read every n-th sentence only")
    parser.add_argument("--given", action="store_true", help="only with source and target given")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of the whole set or a sample."""
    from dragoman import Reader

    loaded, unmarked = load(require(arguments.corpora / FILE, "--corpora"))
    items = loaded[:: arguments.every]
    reader = Reader()
    events = [reader.between(item.text, item.source, item.target) for item in items]
    answers = [root_in_scheme(event) for event in events]
    gold = [item.root for item in items]
    plain = scores(gold, [root_of(event) for event in events])
    right = sum(one == other for one, other in zip(gold, answers, strict=True))
    figures = {
        "items": float(len(items)),
        **scores(gold, answers),
        "accuracy_all_rows": round(right / max(len(items) + unmarked // arguments.every, 1), 4),
        "accuracy_unmapped": plain["accuracy"],
        "macro_f1_unmapped": plain["macro_f1"],
    }
    lines = listing(items, answers) if arguments.errors else []
    if not arguments.given:
        records = [reader.read(item.text) for item in items]
        for figure, root in (("right_nothing_given_unmapped", root_of), ("right_nothing_given", root_in_scheme)):
            verdicts = [verdict(item, record, root) for item, record in zip(items, records, strict=True)]
            figures[figure] = round(verdicts.count("right") / max(len(items), 1), 4)
        if arguments.errors:
            lines += [f"nothing given, {what}: {count}" for what, count in Counter(verdicts).most_common()]
    if lines:
        print("\n".join(lines))
    return figures


def load(path: Path) -> tuple[list[Item], int]:
    """The items of a PLV file, and how many rows lack a mark because the text names only one of the two."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    found = (unmark(row["marked_sentence"]) for row in rows)
    items = [
        Item(text, source, target, row["gold_root"])
        for row, (text, source, target) in zip(rows, found, strict=True)
        if source[1] > source[0] and target[1] > target[0]
    ]
    return items, len(rows) - len(items)


def unmark(marked: str) -> tuple[str, Span, Span]:
    """A sentence without its marks, and the spans between them in what is left; (0, 0) for a missing mark."""
    places: dict[str, int] = {}
    removed = 0
    for mark in MARK.finditer(marked):
        places[mark.group()] = mark.start() - removed
        removed += len(mark.group())
    source, target = ((places.get(f"<{s}>", 0), places.get(f"</{s}>", 0)) for s in "st")
    return MARK.sub("", marked), source, target


def root_of(event: Event | None) -> str:
    """The type of an event as one of PLV's roots."""
    return NOTHING if event is None else ROOTS.get(event.type, event.type)


def root_in_scheme(event: Event | None) -> str:
    """The root PLV's code book gives to what the event tells, where that differs from PLOVER v2."""
    if event is None:
        return NOTHING
    to_come = event.factuality.status == "future" or event.rule.startswith("agree.")
    if event.type in ROOTS and to_come:
        return "AGREE"
    if "cyber" in event.modes or event.rule == "coerce.blockade":
        return "ASSAULT"
    if "convict" in event.modes:
        return "ACCUSE"
    return "COERCE" if event.rule in FORMAL_SANCTIONS else root_of(event)


def scores(gold: Sequence[str], answers: Sequence[str]) -> dict[str, float]:
    """Accuracy, macro-F1 over the roots of the gold, and the share of items without an answer."""
    pairs = Counter(zip(gold, answers, strict=True))
    wanted, given = Counter(gold), Counter(answers)
    each = [2 * pairs[root, root] / (wanted[root] + given[root]) for root in wanted]
    total = max(len(gold), 1)
    return {
        "accuracy": round(sum(count for (one, other), count in pairs.items() if one == other) / total, 4),
        "macro_f1": round(sum(each) / max(len(each), 1), 4),
        "no_answer": round(given[NOTHING] / total, 4),
    }


def verdict(item: Item, record: ReportRecord, root: Callable[[Event | None], str]) -> str:
    """What became of an item with nothing given, its events read as roots by ``root``: "right", or how far it got."""
    of_root = [event for event in record.events if root(event) == item.root]
    for event in of_root:
        if touches(record, event.actors, event.actor_spans, item.source) and touches(
            record, event.recipients, event.recipient_spans, item.target
        ):
            return "right"
    return "right root, other actors" if of_root else "other roots" if record.events else "no event"


def touches(record: ReportRecord, actors: Iterable[str], spans: Iterable[Span], wanted: Span) -> bool:
    """True if a role's words, or a mention of an actor in the role, overlap the wanted span."""
    named = set(actors)
    found = [*spans, *((mention.start, mention.end) for mention in record.mentions if mention.actor in named)]
    return any(start < wanted[1] and wanted[0] < end for start, end in found)


def listing(items: Sequence[Item], answers: Sequence[str]) -> list[str]:
    """The wrong answers, by what was taken for what."""
    wrong: dict[tuple[str, str], list[str]] = {}
    for item, answer in zip(items, answers, strict=True):
        if answer != item.root:
            ends = [item.text[slice(*item.source)], item.text[slice(*item.target)]]
            wrong.setdefault((item.root, answer), []).append(f"  [{ends[0]}] -> [{ends[1]}]: {item.text}")
    lines: list[str] = []
    for (root, answer), told in sorted(wrong.items(), key=lambda entry: -len(entry[1])):
        lines += [f"{root} answered {answer}: {len(told)}", *told]
    return lines
