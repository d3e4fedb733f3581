"""Names and relations against re3d: reports on the war in Syria and Iraq, in five folders.

The shipped language model was trained on the names of four of the folders; only "Australian Department of Foreign
Affairs" (4 documents) is unseen, and its figures stand apart (``unseen_…``). Relations were never trained on anywhere.

names: F1 of exact spans with their type, over what re3d marks that is written like a name (weapons, vehicles, dates and
amounts in lower case too), articles left out; a title with a name counts neither way, since re3d marks both in one.

Relations: F1 over pairs of actors of a document. A pair the reader gives, by a tie or an event (``KINDS``), is right if
re3d has a relation of that type between a mention of the one and a mention of the other. A relation of re3d is found if
such a pair was given; one between things that are no actors, such as a strike or a tank, counts as missed.
FightingAgainst, AlliesOf and CommWith hold both ways. ``between_actors_recall`` leaves out the relations of re3d with
an end that is no actor to the reader, such as a strike.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dragoman import Reader
from dragoman.ingest import read_text
from dragoman.reading.tree import Tree
from dragoman.record import Event, ReportRecord
from evals.data import require
from training.names import RE3D_ANNOTATED, read_re3d
from training.sentences import Sentence

UNSEEN = "Australian Department of Foreign Affairs"
LEAST_CONFIDENCE = 0.5  # what re3d's crowd held less likely is no gold
MUTUAL = frozenset({"FightingAgainst", "AlliesOf", "CommWith"})
# re3d's relation → kinds of ties, and types of events, that say it. A deed of aid makes no alliance.
KINDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "FightingAgainst": (frozenset({"fights"}), frozenset({"ASSAULT"})),
    "AlliesOf": (frozenset({"allied with", "supports"}), frozenset()),
    "InChargeOf": (frozenset({"leads", "controls"}), frozenset()),
    "BelongsTo": (frozenset({"member of"}), frozenset()),
    "CommWith": (frozenset(), frozenset({"CONSULT", "REQUEST"})),
}
_EXAMPLES = 40

Name = tuple[int, int, str]
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of re3d: its type and the character spans of its two ends."""

    type: str
    source: tuple[int, int]
    target: tuple[int, int]
    words: str


@dataclass(slots=True)
class Count:
    """What was right, given and wanted."""

    right: int = 0
    given: int = 0
    found: int = 0
    wanted: int = 0

    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        precision, recall = self.right / max(1, self.given), self.found / max(1, self.wanted)
        return 2 * precision * recall / max(1e-9, precision + recall)


@dataclass(slots=True)
class Score:
    """Counts by name of the figure, and what was wrong."""

    counts: dict[str, Count] = field(default_factory=lambda: defaultdict(Count))
    errors: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def add_names(self, gold: set[Name], found: set[Name], key: str, words: list[str]) -> None:
        """Count the names of one sentence."""
        count = self.counts[key]
        count.right += len(gold & found)
        count.found += len(gold & found)
        count.given += len(found)
        count.wanted += len(gold)
        for kind, listed in (("missed", gold - found), ("extra", found - gold)):
            self.errors[f"{key} {kind}"] += [
                f"  {label} [{' '.join(words[first:last])}] in: {' '.join(words[max(0, first - 5) : last + 5])}"
                for first, last, label in sorted(listed)
            ]

    def add_relations(self, wanted: list[Relation], record: ReportRecord, key: str) -> None:
        """Count the relations of one document."""
        names = {actor.id: actor.name for actor in record.actors}
        spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for mention in record.mentions:
            if mention.actor is not None:
                spans[mention.actor].append(mention.head)
        for type_ in KINDS:
            gold = [one for one in wanted if one.type == type_]
            given = pairs_of(record, type_)
            held = {pair: [one for one in gold if holds(pair, one, spans)] for pair in given}
            found = {id(one) for ones in held.values() for one in ones}
            for name in (f"{key}{type_}", f"{key}relations"):
                count = self.counts[name]
                count.right += sum(1 for ones in held.values() if ones)
                count.given += len(given)
                count.found += len(found)
                count.wanted += len(gold)
            heads = [head for held_by in spans.values() for head in held_by]
            between = [one for one in gold if _meets(heads, one.source) and _meets(heads, one.target)]
            self.counts[f"{key}between_actors"].wanted += len(between)
            self.counts[f"{key}between_actors"].found += sum(1 for one in between if id(one) in found)
            self.errors[f"{type_} missed"] += [f"  {one.words}" for one in gold if id(one) not in found]
            self.errors[f"{type_} extra"] += [
                f"  {names[pair[0]]} → {names[pair[1]]}: {given[pair]}" for pair, ones in held.items() if not ones
            ]

    def listing(self) -> list[str]:
        """Each class of error with examples."""
        lines: list[str] = []
        for kind, listed in self.errors.items():
            lines.append(f"## {kind}: {len(listed)}")
            lines += listed[:: max(1, len(listed) // _EXAMPLES)][:_EXAMPLES]
        return lines


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all folders, and over the unseen one."""
    root = require(arguments.corpora / "re3d", "--corpora")
    reader = Reader()
    score = Score()
    documents = 0
    for folder in sorted(path for path in root.iterdir() if path.is_dir()):
        prefixes = ["", "unseen_"] if folder.name == UNSEEN else ["", "seen_"]
        _score_names(folder, reader, score, prefixes)
        relations = read_relations(folder)
        for document in _lines(folder / "documents.json"):
            record = reader.read_report(read_text(document["text"]))
            if record.text != document["text"]:
                raise ValueError(f"{document['_id']}: the text did not come through ingest as it was")
            documents += 1
            score.add_relations(relations[document["_id"]], record, "")
            if folder.name == UNSEEN:
                score.add_relations(relations[document["_id"]], record, "unseen_")
    if arguments.errors:
        print("\n".join(score.listing()))
    figures: dict[str, float] = {"documents": documents}
    for key, count in score.counts.items():
        if key.endswith("between_actors"):
            figures |= {f"{key}_recall": count.found / max(1, count.wanted), f"{key}_gold": count.wanted}
            continue
        figures |= {
            f"{key}_f1": count.f1(),
            f"{key}_precision": count.right / max(1, count.given),
            f"{key}_recall": count.found / max(1, count.wanted),
            f"{key}_gold": count.wanted,
        }
    return figures


def pairs_of(record: ReportRecord, type_: str) -> dict[Pair, str]:
    """The pairs of actors that the reader holds in a relation, each with the words that say so."""
    kinds, types = KINDS[type_]
    pairs: dict[Pair, str] = {}
    for tie in record.ties:
        if tie.kind in kinds:
            pairs[tie.from_, tie.to] = f"{tie.kind} {record.text[slice(*tie.span)]}"
    for event in record.events:
        if (event.type in types or (type_ == "CommWith" and _is_contact(event))) and _says(event, type_):
            for actor in event.actors:
                for recipient in event.recipients:
                    if actor != recipient:
                        pairs[actor, recipient] = f"{event.type} {record.text[slice(*event.anchor)]}"
    if type_ in MUTUAL:
        return {pair: words for pair, words in pairs.items() if pair <= pair[::-1] or pair[::-1] not in pairs}
    return pairs


def holds(pair: Pair, relation: Relation, spans: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether a relation of re3d stands between mentions of the two actors of a pair."""
    ways = (pair, pair[::-1]) if relation.type in MUTUAL else (pair,)
    return any(_meets(spans[one], relation.source) and _meets(spans[other], relation.target) for one, other in ways)


def read_relations(folder: Path) -> dict[str, list[Relation]]:
    """The relations of a folder by document, of the types that are scored."""
    relations: dict[str, list[Relation]] = defaultdict(list)
    for one in _lines(folder / "relations.json"):
        if one["type"] in KINDS and float(one["confidence"]) >= LEAST_CONFIDENCE:
            source, target = (
                (int(one["sourceBegin"]), int(one["sourceEnd"])),
                (int(one["targetBegin"]), int(one["targetEnd"])),
            )
            words = f"{one['source']} | {one['value']} | {one['target']}"
            relations[one["documentId"]].append(Relation(one["type"], source, target, words))
    return relations


def names_of(sentence: Sentence) -> set[Name]:
    """The names of a sentence by its tags."""
    tags = sentence.names or []
    found: list[Name] = []
    for index, tag in enumerate(tags):
        if tag.position == "B":
            found.append((index, index + 1, min(tag.types)))
        elif tag.position == "I" and found and found[-1][1] == index:
            found[-1] = (found[-1][0], index + 1, found[-1][2])
    return set(found)


def _says(event: Event, type_: str) -> bool:
    """Whether an event bears out a relation: nothing denied does; fighting and contact do that are yet to come."""
    allowed = {"FightingAgainst": ("asserted", "future", "hypothetical"), "CommWith": ("asserted", "future")}
    return event.factuality.status in allowed.get(type_, ("asserted",))


def _is_contact(event: Event) -> bool:
    """Whether a promise is contact all the same: a meeting to come, which PLOVER codes AGREE, or a deal of two."""
    to_come = event.factuality.status == "future" and event.rule.startswith("consult.")
    return event.type == "AGREE" and (to_come or set(event.actors) == set(event.recipients))


def _meets(spans: list[tuple[int, int]], wanted: tuple[int, int]) -> bool:
    """Whether one of the spans lies in another span."""
    return any(wanted[0] <= start and end <= wanted[1] for start, end in spans)


def _score_names(folder: Path, reader: Reader, score: Score, prefixes: list[str]) -> None:
    """Count the names of a folder."""
    trees: list[Tree] = []

    def split(text: str) -> list[list[tuple[str, int]]]:
        trees.append(reader.analyse(read_text(text)))
        tree = trees[-1]
        return [
            [(word.text, word.start) for word in tree.sentence_words(number)] for number in range(len(tree.sentences))
        ]

    at = Counter[int]()
    for sentence in read_re3d(folder, split):
        tree = trees[-1]
        number = at[len(trees)]
        at[len(trees)] += 1
        here = tree.sentences[number]
        open_ = {index for index, tag in enumerate(sentence.names or []) if tag.position == "?"}
        found = {
            (name.first - here.first, name.last - here.first, name.label)
            for name in tree.names
            if here.first <= name.first < here.last and name.label in RE3D_ANNOTATED
        }
        found = {name for name in found if open_.isdisjoint(range(name[0], name[1]))}
        gold = {name for name in names_of(sentence) if name[2] in RE3D_ANNOTATED}
        for prefix in prefixes:
            score.add_names(gold, found, f"{prefix}names", sentence.words)


def _lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf-8-sig").splitlines() if line.strip()]
