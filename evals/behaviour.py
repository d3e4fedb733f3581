"""Behaviour tests in the manner of CheckList: a sentence is changed; what must not change in the reading does not.

Every deed of ``behaviour/deeds.yaml`` is told in every way of ``behaviour/classes.yaml`` among made-up parties of
``behaviour/actors.yaml``, one report a sentence. An item passes where an event of the deed's type has the right actor,
recipient, factuality and innermost voice, and no other event of that type contradicts it: sides exchanged, a
bystander among the parties, another factuality or another voice.

Figures: passed, the share over all items; passed_CLASS; least, the least share of a class; items; types; countries.
After Ribeiro et al. 2020 (ACL), Beyond Accuracy: Behavioral Testing of NLP Models with CheckList.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from evals.sentences import Item, Party, load_items

if TYPE_CHECKING:
    from dragoman.record import Event, ReportRecord


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which part to run."""
    parser.add_argument("--only", default="", help="one class only")
    parser.add_argument("--turn", type=int, default=0, help="deal other parties into the same sentences")
    parser.add_argument("--every", type=int, default=1, help="every n-th item only, for a quick look")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The share passed, over all and by class."""
    from dragoman import Reader

    reader = Reader()
    items = [item for item in load_items(turn=arguments.turn) if arguments.only in ("", item.kind)][:: arguments.every]
    faults = [(item, fault_of(item, reader.read(item.text))) for item in items]
    if arguments.errors:
        print("\n".join(listing(faults)))
    return figures(faults)


def figures(faults: Iterable[tuple[Item, str]]) -> dict[str, float]:
    """Shares passed, from each item and its fault ("" for none)."""
    passed, scored = Counter[str](), Counter[str]()
    types, countries = set(), set()
    for item, fault in faults:
        scored[item.kind] += 1
        passed[item.kind] += not fault
        types.add(item.types[0])
        countries |= {item.actor.code, item.recipient.code}
    shares = {f"passed_{kind.replace(' ', '_')}": passed[kind] / scored[kind] for kind in scored}
    return {
        "passed": passed.total() / max(1, scored.total()),
        "least": min(shares.values(), default=0.0),
        **shares,
        "items": scored.total(),
        "types": len(types),
        "countries": len(countries),
    }


def listing(faults: Iterable[tuple[Item, str]]) -> Iterator[str]:
    """Failed items by class, deed and fault."""
    by_class: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for item, fault in faults:
        if fault:
            by_class[item.kind].append((item.deed, fault, item.text))
    for kind, failed in by_class.items():
        yield f"{kind}: {len(failed)}"
        yield from (f"  - {deed}: {fault} | {' / '.join(text.split(chr(10)))}" for deed, fault, text in sorted(failed))


def fault_of(item: Item, record: ReportRecord) -> str:
    """What is wrong in the reading of an item, "" where it passes."""
    events = [event for event in record.events if event.type in item.types]
    if not events:
        return f"no {item.types[0]}; got {sorted({event.type for event in record.events})}"
    verdicts = [_wrong(item, event, record) for event in events]
    contradictions = [fault for fault, severe in verdicts if severe]
    if contradictions:
        return contradictions[0]
    return "" if any(not fault for fault, _ in verdicts) else verdicts[0][0]


def _wrong(item: Item, event: Event, record: ReportRecord) -> tuple[str, bool]:
    """The fault of one event of the right type, and whether it contradicts the sentence rather than falls short."""
    has = {
        (role, side): any(is_party(record, actor, party) for actor in getattr(event, side))
        for role, party in (("actor", item.actor), ("recipient", item.recipient), ("third", item.third))
        for side in ("actors", "recipients")
    }
    if not item.reciprocal:
        if has["recipient", "actors"] or has["actor", "recipients"]:
            return "sides exchanged", True
        if any(has["third", side] and item.also != side for side in ("actors", "recipients")):
            return "bystander taken in", True
    fault = _wrong_status(item, event) or _wrong_voice(item, event, record) or _wrong_time(item, event)
    if fault:
        return fault, True
    for role, side in (("actor", "actors"), ("recipient", "recipients")):
        if not has[role, side]:
            return f"{role} missing", False
    if item.also and not has["third", item.also]:
        return "third party missing", False
    return "", False


def _wrong_status(item: Item, event: Event) -> str:
    found = event.factuality
    if item.statuses and found.status not in item.statuses:
        return f"{found.status}, not {item.statuses[0]}"
    if item.conditional and not found.conditional:
        return "not conditional"
    if item.aspect and found.aspect != item.aspect:
        return f"{found.aspect}, not {item.aspect}"
    return ""


def _wrong_voice(item: Item, event: Event, record: ReportRecord) -> str:
    voice = next(voice for voice in record.voices if voice.id == event.voice[-1])
    if item.voice == "speaker":
        right = voice.actor is not None and is_party(record, voice.actor, item.speaker)
        return "" if right else f"voice {voice.kind}, not the speaker"
    return "" if voice.kind == item.voice else f"voice {voice.kind}, not {item.voice}"


def _wrong_time(item: Item, event: Event) -> str:
    found = None if event.time is None else event.time.value
    return f"{found}, not {item.time}" if item.time and found != item.time else ""


def is_party(record: ReportRecord, actor_id: str, party: Party) -> bool:
    """Whether an actor of the record is a party: by country, or by its word and country."""
    actor = next(actor for actor in record.actors if actor.id == actor_id)
    if not party.key:
        return actor.country == party.code
    texts = [
        record.text[mention.start : mention.end].casefold() for mention in record.mentions if mention.actor == actor_id
    ]
    if not any(party.key.casefold() in text for text in texts):
        return False
    return " " in party.key or actor.country == party.code or any(party.adjective.casefold() in text for text in texts)
