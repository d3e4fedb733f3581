"""PETR2_GSR: UniversalPetrarch's validation records, read by pattern (the file is no well-formed XML).

A record is fully right, by the rule of that suite, if the set of coded triples equals the gold's: none missing, none
more, none at all where the gold has no events. PLOVER is coarser than CAMEO, so both sides are mapped first:

* event codes go to PLOVER v2 types by dragoman's CAMEO table; codes of CAMEO 01 that PLOVER drops count as no event;
* actor codes keep their country (``plover_codes.toml``); ``fully_right`` asks for no more, ``right_with_sectors`` for
  the first sector too where the gold names one that PLOVER has;
* of dragoman's events those with both sides count, one triple for every pair; what the text denies or only supposes
  (status negated or hypothetical) does not.

``events_found`` is the share of gold triples found in whatever company.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dragoman.ontology.cameo import load_cameo
from dragoman.record import Actor, ReportRecord
from evals.codes import Codes, load_codes
from evals.data import require

FILE = "petrarch/PETR2_GSR_validation.xml"
RECORD = re.compile(
    r'<Sentence\b[^>]*\bdate="(\d{6,8})"[^>]*\bid="([^"]*)"[^>]*>(.*?)<Text>(.*?)</Text>(.*?)</Sentence>', re.S
)
CODING = re.compile(r'eventcode="(\d+)"\s+sourcecode="([^"]*)"\s+targetcode="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Triple:
    """A gold event: PLOVER type, CAMEO actor codes."""

    type: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Item:
    """One validation record."""

    name: str
    date: str
    text: str
    triples: tuple[Triple, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One pair of parties of a coded event."""

    type: str
    actor: Actor
    recipient: Actor

    def fits(self, triple: Triple, codes: Codes, *, sectors: bool) -> bool:
        """True if it tells what the triple does."""
        if self.type != triple.type:
            return False
        sides = ((triple.source, self.actor), (triple.target, self.recipient))
        return all(
            codes.country_right(code, actor) and (not sectors or codes.sector_right(code, actor))
            for code, actor in sides
        )


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What this evaluation may be told beside the common options."""
    parser.add_argument("--text-alone", action="store_true", help="use no packaged knowledge of actors")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all records."""
    from dragoman import Reader

    codes, reader = load_codes(), Reader(standing=not arguments.text_alone)
    items = load(require(arguments.corpora / FILE, "--corpora"))
    told = [pairs(reader.read(item.text, published=item.date)) for item in items]
    plain = [fully_right(item, found, codes, sectors=False) for item, found in zip(items, told, strict=True)]
    strict = [fully_right(item, found, codes, sectors=True) for item, found in zip(items, told, strict=True)]
    gold = [(triple, found) for item, found in zip(items, told, strict=True) for triple in item.triples]
    found = sum(any(one.fits(triple, codes, sectors=False) for one in company) for triple, company in gold)
    if arguments.errors:
        print("\n".join(listing(items, told, plain)))
    return {
        "records": len(items),
        "fully_right": sum(plain),
        "right_with_sectors": sum(strict),
        "events": len(gold),
        "events_found": found,
    }


def load(path: Path) -> list[Item]:
    """The records of the file, their codes mapped to PLOVER types."""
    source = re.sub(r"<!--.*?-->", "", path.read_text(encoding="utf-8", errors="replace"), flags=re.S)
    items = []
    for date, name, head, text, rest in RECORD.findall(source):
        day = datetime.strptime(date[-6:], "%y%m%d").date().isoformat()
        mapped = (Triple(kind, *sides) for code, *sides in CODING.findall(head) if (kind := plover_type(code)))
        items.append(Item(name, day, " ".join(text.split()) or words(rest), tuple(dict.fromkeys(mapped))))
    return items


def words(parse: str) -> str:
    """The sentence of a record that has only its parse: the forms of the CoNLL-U lines."""
    return " ".join(line.split("\t")[1] for line in parse.splitlines() if line[:1].isdigit() and "\t" in line)


def plover_type(code: str) -> str | None:
    """PLOVER type of a CAMEO code, None where PLOVER has none."""
    line = load_cameo().to_plover(code)
    return None if line is None else line.type


def pairs(record: ReportRecord) -> list[Told]:
    """Every event of a record once for each pair of its parties; what is denied or only supposed is left out."""
    actors = {actor.id: actor for actor in record.actors}
    return [
        Told(event.type, actors[one], actors[other])
        for event in record.events
        if event.factuality.status not in ("negated", "hypothetical")
        for one in event.actors
        for other in event.recipients
        if one != other
    ]


def fully_right(item: Item, told: Sequence[Told], codes: Codes, *, sectors: bool) -> bool:
    """True if every gold triple is told and nothing else is."""
    return all(any(one.fits(triple, codes, sectors=sectors) for one in told) for triple in item.triples) and all(
        any(one.fits(triple, codes, sectors=sectors) for triple in item.triples) for one in told
    )


def listing(items: Sequence[Item], told: Sequence[Sequence[Told]], right: Sequence[bool]) -> Iterable[str]:
    """The records that are not right, with gold and coding; those with too much apart from those with too little."""
    classes: dict[str, list[str]] = {}
    for item, found, good in zip(items, told, right, strict=True):
        if good:
            continue
        wanted = {triple.type for triple in item.triples}
        given = {one.type for one in found}
        kind = "nothing coded" if not found else "nothing wanted" if not wanted else "other parties"
        if found and wanted and wanted != given:
            kind = "other types"
        classes.setdefault(kind, []).append(
            f"  {item.name}: {item.text}\n    gold "
            + "; ".join(f"{t.type} {t.source} {t.target}" for t in item.triples)
            + "\n    told "
            + "; ".join(f"{o.type} {_code(o.actor)} -> {_code(o.recipient)}" for o in found)
        )
    for kind, lines in classes.items():
        yield f"{kind}: {len(lines)}"
        yield from lines


def _code(actor: Actor) -> str:
    return f"{actor.name} ({actor.country or '---'} {' '.join(actor.sectors)})"
