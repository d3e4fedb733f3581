"""Coreference on GUM (gum-free): CoNLL F1 of the mentions and chains that dragoman finds by itself.

A document is read as a report: its sentences joined to paragraphs as its own markup says. A mention is right where its
span (``extent`` of the record: the whole phrase) is exactly GUM's; chains of one mention are left out on both sides, as
GUM's own scoring does. ``heads`` figures take a mention by the word that heads it. ``actors`` figures keep GUM's chains
of persons, organizations and places only, and those read whose mentions are mostly of such kinds. Figures: conll and
its parts by split; mentions: F1 of finding them.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from evals.coreference import MEASURES, Tally
from evals.data import require

if TYPE_CHECKING:
    from dragoman.record import Mention, ReportRecord

BRACKET = re.compile(r"\((\d+)-([a-z]+)|(\d+)\)|\)")
ACTORS = frozenset({"person", "organization", "place"})
OTHERS = frozenset({"event", "time", "object", "other"})
Span = tuple[int, int]


@dataclass(slots=True)
class Document:
    """A text, and GUM's mentions in it: characters of the span, of its head word, the entity and its type."""

    name: str
    text: str
    mentions: list[tuple[Span, Span, str, str]] = field(default_factory=list)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which documents."""
    parser.add_argument("--splits", nargs="*", default=["dev", "test"], help="folders of gum-free")
    parser.add_argument("--genre", default="", help="one genre only, e.g. news")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of every split."""
    from dragoman import Reader

    reader = Reader()
    figures: dict[str, float] = {}
    for split in arguments.splits:
        folder = require(arguments.corpora / "gum-free" / split, "--corpora")
        pairs = []
        for path in sorted(folder.glob(f"GUM_{arguments.genre}*.conllu")):
            document = load(path)
            pairs.append((document, reader.read(document.text)))
        figures |= {f"{split}_{name}": value for name, value in score(pairs).items()}
        if arguments.errors:
            print("\n".join(listing(pairs)))
    return figures


def score(pairs: list[tuple[Document, ReportRecord]]) -> dict[str, float]:
    """CoNLL F1 and its parts over documents and their records."""
    figures: dict[str, float] = {}
    for view in ("", "heads_", "actors_"):
        sums = {name: Tally() for name in ("mentions", *MEASURES)}
        for document, record in pairs:
            gold, read = gold_chains(document, view), read_chains(record, view)
            wanted, found = set().union(*gold), set().union(*read)
            common = len(wanted & found)
            sums["mentions"] += Tally(common, common, len(found), len(wanted))
            for name, measure in MEASURES.items():
                sums[name] += measure(gold, read)
        figures[f"{view}conll"] = sum(sums[name].f1 for name in MEASURES) / len(MEASURES)
        figures |= {f"{view}{name}": tally.f1 for name, tally in sums.items()}
        if not view:
            figures |= {
                "mentions_precision": sums["mentions"].precision,
                "mentions_recall": sums["mentions"].recall,
            }
    return figures


def gold_chains(document: Document, view: str = "") -> list[frozenset[Span]]:
    """GUM's chains of two mentions or more."""
    chains: dict[str, set[Span]] = {}
    kinds: dict[str, str] = {}
    for span, head, entity, kind in document.mentions:
        chains.setdefault(entity, set()).add(head if view == "heads_" else span)
        kinds[entity] = kind
    return [
        frozenset(chain)
        for entity, chain in chains.items()
        if len(chain) > 1 and (view != "actors_" or kinds[entity] in ACTORS)
    ]


def read_chains(record: ReportRecord, view: str = "") -> list[frozenset[Span]]:
    """The record's chains of two mentions or more, each mention by its whole phrase; one span counts once."""
    chains: dict[str, set[Span]] = {}
    taken: set[Span] = set()
    kinds: dict[str, list[bool]] = {}
    for mention in record.mentions:
        if mention.chain is None:
            continue
        kinds.setdefault(mention.chain, []).append(mention.kind in OTHERS)
        span = mention.head if view == "heads_" else whole(mention)
        if span not in taken:
            taken.add(span)
            chains.setdefault(mention.chain, set()).add(span)
    return [
        frozenset(chain)
        for name, chain in chains.items()
        if len(chain) > 1 and (view != "actors_" or sum(kinds[name]) * 2 < len(kinds[name]))
    ]


def whole(mention: Mention) -> Span:
    """GUM's span of a mention: the whole phrase, with relative clauses and the possessive sign."""
    return mention.extent or (mention.start, mention.end)


def load(path: Path) -> Document:
    """A GUM document as running text with its mentions.

    Words are set by SpaceAfter, sentences by a space, paragraphs by a blank line.
    """
    parts: list[str] = []
    length = 0
    open_at: dict[str, list[tuple[int, str]]] = {}
    mentions: list[tuple[int, int, str, str]] = []
    words: list[tuple[Span, int]] = []
    offset, before = 0, ""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("# newpar"):
            before = "\n\n" if parts else ""
        if not line or line.startswith("#"):
            offset = len(words) if not line else offset
            continue
        fields = line.split("\t")
        if not fields[0].isdigit():
            continue
        parts.append(before + fields[1])
        start = length + len(before)
        length = start + len(fields[1])
        before = "" if "SpaceAfter=No" in fields[9] else " "
        words.append(((start, length), offset + int(fields[6]) - 1 if fields[6] != "0" else -1))
        _brackets(fields[9], len(words) - 1, open_at, mentions)
    document = Document(path.stem, "".join(parts))
    for first, last, entity, kind in mentions:
        head = next(index for index in range(first, last + 1) if not first <= words[index][1] <= last)
        document.mentions.append(((words[first][0][0], words[last][0][1]), words[head][0], entity, kind))
    return document


def _brackets(
    misc: str, index: int, open_at: dict[str, list[tuple[int, str]]], mentions: list[tuple[int, int, str, str]]
) -> None:
    """Open and close the mentions of one word's ``Entity=``; "(1-person-…)" is a word by itself, "1)" closes."""
    entity_field = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
    pending: list[str] = []
    for hit in BRACKET.finditer(entity_field):
        opened, kind, closed = hit.groups()
        if opened:
            open_at.setdefault(opened, []).append((index, kind))
            pending.append(opened)
            continue
        entity = closed or (pending.pop() if pending else "")
        if open_at.get(entity):
            first, kind = open_at[entity].pop()
            mentions.append((first, index, entity, kind))


def listing(pairs: list[tuple[Document, ReportRecord]]) -> Iterator[str]:
    """Why mentions of GUM's chains were missed, by type and cause, with some of each."""
    causes: Counter[str] = Counter()
    samples: dict[str, list[str]] = {}
    for document, record in pairs:
        heads = {mention.head: mention for mention in record.mentions if mention.chain is not None}
        sizes = Counter(mention.chain for mention in record.mentions)
        counts = Counter(entity for _, _, entity, _ in document.mentions)
        for span, head, entity, kind in document.mentions:
            if counts[entity] < 2:
                continue
            found = heads.get(head)
            if found is None:
                cause = "no mention"
            elif whole(found) != span:
                cause = "other span"
            elif sizes[found.chain] < 2:
                cause = "alone"
            else:
                continue
            key = f"{cause}: {kind}"
            causes[key] += 1
            got = "" if found is None else f" (read: {record.text[slice(*whole(found))]!r})"
            samples.setdefault(key, []).append(f"{document.name}: {document.text[slice(*span)]!r}{got}")
    for key, count in causes.most_common():
        yield f"{key}: {count}"
        yield from (f"  - {sample}" for sample in samples[key][:8])
