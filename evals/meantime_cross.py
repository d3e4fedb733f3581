"""MEANTIME (120 Wikinews articles): events and entities across articles, CoNLL F1 on given mentions.

Chains are the corpus' instances; a mention of an instance that is none of the corpus' list is of its article alone, and
mentions of no chain count. ``events`` and ``actors`` (people and organizations) with no topics told, ``_topics`` with
the topic of every article told; ``entities`` has places, products and finances beside the actors.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from evals.crossing import Crossing, Item, Sheet, conll, given, gold_chains, listing
from evals.data import require
from evals.ecbplus import actors_of, entities_of, events_of
from evals.meantime import lay_out

if TYPE_CHECKING:
    from dragoman import Reader

ACTORS = frozenset({"PER", "ORG"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which of the four topics."""
    parser.add_argument("--topic", default="", help="only corpus_airbus, corpus_apple, corpus_gm or corpus_stock")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """All figures; takes a minute or two."""
    from dragoman import Reader

    folder = require(arguments.corpora / "meantime" / "intra_cross-doc_annotation", "--corpora")
    reader = Reader()
    sheets = [read_sheet(reader, path) for path in sorted(folder.glob(f"{arguments.topic or '*'}/*.xml"))]
    return score(sheets, errors=arguments.errors)


def score(sheets: list[Sheet], *, errors: bool = False) -> dict[str, float]:
    """The figures of the articles."""
    crossing = Crossing(sheets)
    figures: dict[str, float] = {"articles": len(sheets)}
    for suffix, by_topic in (("", False), ("_topics", True)):
        stories = crossing.stories(by_topic=by_topic)
        events = crossing.link_events(given(sheets, events_of), stories)
        actors = crossing.link_actors(given(sheets, actors_of), stories)
        entities = crossing.link_actors(given(sheets, entities_of), stories)
        figures |= conll(f"events{suffix}", gold_chains(sheets, events_of), events)
        figures |= conll(f"actors{suffix}", gold_chains(sheets, actors_of), actors)
        figures |= conll(f"entities{suffix}", gold_chains(sheets, entities_of), entities)
        if errors and by_topic:
            print("\n".join([*listing(sheets, events_of, events), *listing(sheets, actors_of, actors)]))
    return figures


def read_sheet(reader: Reader, path: Path) -> Sheet:
    """The record of one article with the corpus' mentions."""
    root = ElementTree.parse(path).getroot()
    article, places = lay_out(root, path)
    record = reader.read(article.text, published=article.published, outlet="Wikinews")
    tail = article.text[-40:]
    offset = record.text.find(tail) - (len(article.text) - len(tail))
    instances = {markable.get("m_id") or "": markable for markable in root.iterfind("Markables/*")}
    refers: dict[str, ElementTree.Element] = {}
    for relation in root.iter("REFERS_TO"):
        target = relation.find("target")
        instance = instances.get(target.get("m_id") or "") if target is not None else None
        if instance is not None:
            refers |= {source.get("m_id") or "": instance for source in relation.iter("source")}
    kinds: dict[str, list[Item]] = {"event": [], "actor": [], "other": []}
    for own, markable in instances.items():
        spans = sorted(places[a.get("t_id") or ""] for a in markable.iter("token_anchor") if a.get("t_id") in places)
        if markable.tag not in ("EVENT_MENTION", "ENTITY_MENTION") or not spans:
            continue
        instance = refers.get(own, markable)
        name = instance.get("instance_id") or f"{path.name}/{instance.get('m_id')}"
        kind = "event" if markable.tag == "EVENT_MENTION" else "other"
        if instance.get("ent_type") in ACTORS:
            kind = "actor"
        kinds[kind].append(Item(tuple((start + offset, end + offset) for start, end in spans), name))
    return Sheet(
        path.stem,
        path.parent.name,
        record,
        tuple((start + offset, end + offset) for start, end in article.scored),
        events=tuple(kinds["event"]),
        actors=tuple(kinds["actor"]),
        others=tuple(kinds["other"]),
    )
