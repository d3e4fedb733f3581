"""Which coded event is which gold item, and what is wrong with it.

**Place.** A coded event tells a gold item if its anchor overlaps the gold quote (*at*), or if its anchor stands in the
clause around the quote and one of its argument spans overlaps the quote (*near*). The clause is the stretch of the
quote's sentence between marks of punctuation. A shared sentence alone is never enough.

**Right.** Type among the gold types; a mode among those gold modes, if any, that the type can have; actors and
recipients as :mod:`evals.identity` decides. Where the gold parties differ and the event is not mutual, a gold recipient
among the actors (or the reverse) is wrong: roles were swapped. Mutual are CONSULT without a visit, AGREE, COOPERATE,
ASSAULT and RETREAT, whose record has every party on both sides.

**Once.** One event takes one item, best first. A further right event on an item that is taken counts right only where
its anchor stands inside the same quote, or where it mentions a gold happening again with a definite nominal ("the
visit"); otherwise the reader has told one thing twice, and it counts wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from dragoman.ontology.plover import load_plover
from dragoman.record import Event, ReportRecord, Span
from evals.gold import Choice, GoldEvent, GoldReport, Story
from evals.identity import Linker

MUTUAL_TYPES = frozenset(("CONSULT", "AGREE", "COOPERATE", "ASSAULT", "RETREAT"))
CLAUSE_END = re.compile(r"[,;:()“”\"–—]")
# A determiner and at most one adjective before the anchor: the anchor is a noun that the report speaks of again.
DEFINITE = re.compile(
    r"\b(?:the|this|these|that|those|his|her|its|their|both|such)"
    r"(?:\s+(?:recent|latest|same|earlier|[\w’'-]+-\w+|\w+(?:al|ic|an|ish|ese)))?\s+$",
    re.IGNORECASE,
)

AT, NEAR, NOWHERE = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One event held against one gold item."""

    level: int
    type: bool
    modes: bool
    actors: bool
    recipients: bool

    @property
    def right(self) -> bool:
        """Everything that is needed for the item to be found."""
        return bool(self.level) and self.type and self.modes and self.actors and self.recipients

    def wrong_parts(self) -> list[str]:
        """Names of what is wrong."""
        return [part for part in ("type", "modes", "actors", "recipients") if not getattr(self, part)]


@dataclass(slots=True)
class Matching:
    """The outcome for one report.

    Attributes:
        found: gold id → the event that tells it rightly.
        near: gold id → the best event at its place that is not right, with its verdict.
        again: ids of events right as honest re-mentions, with the gold id they tell again.
        wrong: ids of events that are neither.
    """

    found: dict[str, Event] = field(default_factory=dict)
    near: dict[str, tuple[Event, Verdict]] = field(default_factory=dict)
    again: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def locate(text: str, quote: str) -> Span:
    """Where a quote stands in the canonical text, white space compared loosely.

    Raises:
        ValueError: it is not there exactly once.
    """
    pattern = r"\s+".join(re.escape(part) for part in quote.split())
    hits = [match.span() for match in re.finditer(pattern, text)]
    if len(hits) != 1:
        raise ValueError(f"the quote stands {len(hits)} times in the canonical text: {quote!r}")
    return hits[0]


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def clause_around(record: ReportRecord, quote: Span) -> Span:
    """The quote, extended within its sentence(s) to the nearest marks of punctuation."""
    inside = [span for span in record.sentences if overlaps(span, quote)]
    first = min((span[0] for span in inside), default=quote[0])
    last = max((span[1] for span in inside), default=quote[1])
    before = [match.end() for match in CLAUSE_END.finditer(record.text, first, quote[0])]
    after = CLAUSE_END.search(record.text, quote[1], last)
    return (before[-1] if before else first), (after.start() if after else last)


def judge(record: ReportRecord, event: Event, gold: GoldEvent, quote: Span, linker: Linker) -> Verdict:
    """An event held against a gold item whose quote stands at ``quote``."""
    level = NOWHERE
    if overlaps(event.anchor, quote):
        level = AT
    elif overlaps(event.anchor, clause_around(record, quote)) and any(
        overlaps(span, quote) for span in (*event.actor_spans, *event.recipient_spans)
    ):
        level = NEAR
    mutual = (
        event.type in MUTUAL_TYPES and "visit" not in event.modes and bool(set(event.actors) & set(event.recipients))
    )
    return Verdict(
        level=level,
        type=event.type in gold.types,
        modes=_modes_fit(event, gold),
        actors=linker.fill(event.actors, gold.actors)
        and (mutual or not _from_other_side(event.actors, gold.actors, gold.recipients, linker)),
        recipients=linker.fill(event.recipients, gold.recipients)
        and (mutual or not _from_other_side(event.recipients, gold.recipients, gold.actors, linker)),
    )


def _modes_fit(event: Event, gold: GoldEvent) -> bool:
    """Whether a gold mode is there, of those that the event's type can have."""
    known = load_plover().types.get(event.type)
    possible = gold.modes.intersection(known.modes) if known else gold.modes
    return not possible or not possible.isdisjoint(event.modes)


def _from_other_side(fillers: tuple[str, ...], side: Choice, other_side: Choice, linker: Linker) -> bool:
    """Whether a role holds somebody whom the gold has only on the other side."""
    if not other_side.scored:
        return False
    only_there = other_side.ids - side.ids
    return any(
        linker.links.get(filler, frozenset()) & only_there and not linker.fits(filler, side.ids) for filler in fillers
    )


def match(record: ReportRecord, report: GoldReport, story: Story) -> Matching:
    """Pair the events of a record with the gold items of its report."""
    linker = Linker(record, story)
    items = [(gold, locate(record.text, gold.quote)) for gold in report.events if gold.types]
    pairs = []
    for order, event in enumerate(record.events):
        for place, (gold, quote) in enumerate(items):
            verdict = judge(record, event, gold, quote, linker)
            if verdict.level:
                pairs.append((event, gold, quote, verdict, order, place))
    pairs.sort(key=lambda pair: (-pair[3].level, not pair[1].must, _distance(pair[0], pair[2]), pair[4], pair[5]))
    outcome = Matching()
    taken: set[str] = set()
    for event, gold, _, verdict, _, _ in pairs:
        if verdict.right and gold.id not in outcome.found and event.id not in taken:
            outcome.found[gold.id] = event
            taken.add(event.id)
    for event, gold, _, verdict, _, _ in pairs:
        if event.id in taken or event.id in outcome.again:
            continue
        if verdict.right and verdict.level == AT:
            outcome.again[event.id] = gold.id
        elif gold.id not in outcome.found:
            known = outcome.near.get(gold.id)
            if known is None or len(verdict.wrong_parts()) < len(known[1].wrong_parts()):
                outcome.near[gold.id] = (event, verdict)
    _settle_rest(record, items, taken, outcome, linker)
    return outcome


def _distance(event: Event, quote: Span) -> int:
    """Characters between the starts of anchor and quote: of several quotes around one anchor the tightest wins."""
    return abs(event.anchor[0] - quote[0]) + abs(event.anchor[1] - quote[1])


def _settle_rest(
    record: ReportRecord, items: list[tuple[GoldEvent, Span]], taken: set[str], outcome: Matching, linker: Linker
) -> None:
    """Sort the events that took no item into definite re-mentions and wrong ones."""
    for event in record.events:
        if event.id in taken or event.id in outcome.again:
            continue
        if DEFINITE.search(record.text, max(0, event.anchor[0] - 60), event.anchor[0]):
            for gold, quote in items:
                if quote[0] < event.anchor[0] and _tells(record, event, gold, quote, linker):
                    outcome.again[event.id] = gold.id
                    break
        if event.id not in outcome.again:
            outcome.wrong.append(event.id)


def _tells(record: ReportRecord, event: Event, gold: GoldEvent, quote: Span, linker: Linker) -> bool:
    verdict = judge(record, event, gold, quote, linker)
    return not verdict.wrong_parts()


def satisfied(report: GoldReport, record: ReportRecord, outcome: Matching) -> set[str]:
    """Ids of the items found, with those that a found item of the same sentence tells (``same_as``)."""
    found = set(outcome.found)
    by_id = {gold.id: gold for gold in report.events}
    for gold in report.events:
        for other in (by_id.get(gold.same_as or ""), *(item for item in report.events if item.same_as == gold.id)):
            if other and gold.id not in found and other.id in outcome.found and _one_sentence(record, gold, other):
                found.add(gold.id)
    return found


def _one_sentence(record: ReportRecord, one: GoldEvent, other: GoldEvent) -> bool:
    first, second = locate(record.text, one.quote), locate(record.text, other.quote)
    return any(overlaps(span, first) and overlaps(span, second) for span in record.sentences)
