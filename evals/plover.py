"""PLOVER_GSR: the gold records that came with PLOVER, in its older labels (mapped by ``plover_codes.toml``).

``type`` is the share of records for which some event of the sentence has the gold's type; ``type_by_older_book`` the
same with agreements, offers and plans to yield read as AGREE, as in the code book of these labels (the manual leaves
them CONCEDE; the rule is that of ``evals.plv``, decided there). For actors and recipients
the event counts that has that type and most of the gold's parties: ``actor_country`` and ``recipient_country`` are over
all parties of the gold, the ``_sector`` figures over those for which it names a sector. ``parties`` is country and,
where given, sector right, over all parties of both sides; ``parties_by_older_book`` the same where an event counts that
has the gold's type by the older book too.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from dragoman.record import Actor, Event, ReportRecord
from evals.codes import Codes, load_codes
from evals.data import require
from evals.plv import root_in_scheme

FILE = "plover/PLOVER_GSR_CAMEO.txt"


@dataclass(frozen=True, slots=True)
class Item:
    """One gold record; parties are codes, country first."""

    name: str
    text: str
    type: str
    sides: tuple[tuple[str, ...], tuple[str, ...]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this evaluation may be told beside the common options."""
    parser.add_argument("--text-alone", action="store_true", help="use no packaged knowledge of actors")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all records."""
    from dragoman import Reader

    codes, reader = load_codes(), Reader(standing=not arguments.text_alone)
    items = load(require(arguments.corpora / FILE, "--corpora"), codes)
    count: Counter[str] = Counter()
    for item in items:
        record = reader.read(item.text)
        tally = score(item, record, codes)
        count.update(tally)
        count["type_by_older_book"] += any(older_type(event) == item.type for event in record.events)
        count["of_type_by_older_book"] += 1
        older = score(item, record, codes, by_older_book=True)
        count["parties_by_older_book"] += older["parties"]
        count["of_parties_by_older_book"] += older["of_parties"]
        if arguments.errors and (not tally["type"] or tally["parties"] < tally["of_parties"]):
            print("\n".join(told(item, record, tally)))
    return {"records": len(items)} | {
        name: round(count[name] / max(count[f"of_{name}"], 1), 4)
        for name in (
            "type",
            "type_by_older_book",
            "actor_country",
            "actor_sector",
            "recipient_country",
            "recipient_sector",
            "parties",
            "parties_by_older_book",
        )
    }


def load(path: Path, codes: Codes) -> list[Item]:
    """The records of the file, without its documentation."""
    items = []
    for row in json.loads(path.read_text(encoding="utf-8")):
        if row["event"] == "DOCUMENT":
            continue
        sides = tuple(
            tuple(
                f"{party.get('code', '---')}{party.get('sector', '')}"
                for party in row.get(side, ())
                if isinstance(party, dict)
            )
            for side in ("source", "target")
        )
        kind = codes.types.get(row["event"], row["event"])
        items.append(Item(row["id"], row["text"], kind, (sides[0], sides[1])))
    return items


def older_type(event: Event) -> str:
    """The type of an event by the older code book, from the event alone."""
    root = root_in_scheme(event)
    return root if root == "AGREE" else event.type


def score(item: Item, record: ReportRecord, codes: Codes, *, by_older_book: bool = False) -> Counter[str]:
    """What is right (by figure) and out of how many (``of_`` figure) for one record.

    With ``by_older_book`` an event counts that has the gold's type, or has it by the older code book.
    """
    actors = {actor.id: actor for actor in record.actors}
    best: Counter[str] = Counter()
    for event in record.events:
        if event.type != item.type and not (by_older_book and older_type(event) == item.type):
            continue
        sides = [[actors[one] for one in side] for side in (event.actors, event.recipients)]
        if not item.sides[1]:
            # The older form puts both parties of a mutual event under "source".
            sides[0] += sides[1]
        found = _parties(item, (sides[0], sides[1]), codes)
        found["type"] = 1
        if not best or found["parties"] > best["parties"]:
            best = found
    best = best or _parties(item, ([], []), codes)
    best["of_type"] = 1
    return best


def _parties(item: Item, sides: tuple[list[Actor], list[Actor]], codes: Codes) -> Counter[str]:
    count: Counter[str] = Counter()
    for name, wanted, given in zip(("actor", "recipient"), item.sides, sides, strict=True):
        for code in wanted:
            countries = [actor for actor in given if codes.country_right(code, actor)]
            count[f"{name}_country"] += bool(countries)
            count[f"of_{name}_country"] += 1
            sectors = any(codes.sector_right(code, actor) for actor in countries or given)
            if codes.roles(code):
                count[f"{name}_sector"] += sectors
                count[f"of_{name}_sector"] += 1
            count["parties"] += bool(countries) and sectors
            count["of_parties"] += 1
    return count


def told(item: Item, record: ReportRecord, tally: Counter[str]) -> list[str]:
    """A record that is not right, with gold and coding."""
    actors = {actor.id: actor for actor in record.actors}
    kind = "parties" if tally["type"] else "type" if record.events else "no event"
    lines = [f"{kind} | {item.type} {' '.join(item.sides[0])} -> {' '.join(item.sides[1])} | {item.text}"]
    for event in record.events:
        sides = (
            ", ".join(
                f"{actors[one].name} ({actors[one].country or '---'} {' '.join(actors[one].sectors)})" for one in side
            )
            for side in (event.actors, event.recipients)
        )
        lines.append(f"    {event.rule} {event.type} {' -> '.join(sides)}")
    return lines
