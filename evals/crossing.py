"""Cross-document coreference of a corpus' articles: dragoman's linkers on given or on its own mentions, CoNLL F1.

Given mentions are linked whether or not the reader found them. For its own, those of the scored sentences count: coded
events and noun phrases that tell of an event; mentions of actors. One that overlaps a given mention stands for it (the
longest overlap first), any other is one too many. Mentions of no chain count as chains of one, on both sides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dragoman.casebook.actor_links import actor_mention, link_actor_mentions
from dragoman.casebook.case import build_case
from dragoman.casebook.event_links import event_mention, link_event_mentions
from dragoman.casebook.model import Pointer
from dragoman.casebook.story_words import Stories
from dragoman.record import ReportRecord, Span
from evals.coreference import MEASURES, Clustering

Spans = tuple[Span, ...]
Links = list[list[Pointer]]


@dataclass(frozen=True, slots=True)
class Item:
    """A given mention: its words' characters in the record's text, and what it is of."""

    spans: Spans
    instance: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article's record with the mentions given; ``scored`` are the sentences whose own mentions count."""

    name: str
    topic: str
    record: ReportRecord
    scored: tuple[Span, ...]
    events: tuple[Item, ...]
    actors: tuple[Item, ...]
    others: tuple[Item, ...] = ()


class Crossing:
    """The articles of a corpus as one case."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self.sheets = sheets
        self._actor_ids: Mapping[Pointer, str] = build_case(sheet.record for sheet in sheets).actor_ids()
        self._stories = Stories([sheet.record for sheet in sheets])

    def stories(self, *, by_topic: bool) -> list[list[str]]:
        """Stories of all articles together, or of each topic's by itself."""
        topics: dict[str, list[str]] = {}
        for sheet in self.sheets:
            topics.setdefault(sheet.topic if by_topic else "", []).append(sheet.record.id)
        return list(chain.from_iterable(self._stories.join(reports) for reports in topics.values()))

    def link_events(self, mentions: Iterable[tuple[Sheet, str, Spans]], stories: list[list[str]]) -> Links:
        """Mentions, each with its sheet and a name, joined into happenings."""
        made = [event_mention(sheet.record, name, spans, self._actor_ids) for sheet, name, spans in mentions]
        return link_event_mentions(made, stories)

    def link_actors(self, mentions: Iterable[tuple[Sheet, str, Spans]], stories: list[list[str]]) -> Links:
        """Mentions, each with its sheet and a name, joined into actors or things."""
        made = [actor_mention(sheet.record, name, spans, self._actor_ids) for sheet, name, spans in mentions]
        return link_actor_mentions(made, stories)


def given(sheets: Iterable[Sheet], items_of: Callable[[Sheet], tuple[Item, ...]]) -> Iterator[tuple[Sheet, str, Spans]]:
    """The given mentions, by their number in the sheet."""
    for sheet in sheets:
        for number, item in enumerate(items_of(sheet)):
            yield sheet, f"g{number}", item.spans


def own_events(sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, str, Spans]]:
    """Dragoman's event mentions, called after the given ones they stand for."""
    for sheet in sheets:
        record = sheet.record
        heads = [mention.head for mention in record.mentions if mention.kind == "event"]
        found = sorted({event.anchor for event in record.events} | set(heads))
        yield from _paired(sheet, found, sheet.events)


def own_actors(sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, str, Spans]]:
    """Dragoman's mentions of actors, called after the given ones they stand for."""
    for sheet in sheets:
        record = sheet.record
        people = {
            actor.id for actor in record.actors if actor.kind not in ("event", "time", "object", "other", "place")
        }
        found = sorted({(m.start, m.end) for m in record.mentions if m.actor in people})
        yield from _paired(sheet, found, sheet.actors)


def _paired(sheet: Sheet, found: Sequence[Span], items: Sequence[Item]) -> Iterator[tuple[Sheet, str, Spans]]:
    inside = [span for span in found if any(start <= span[0] < end for start, end in sheet.scored)]
    overlaps = sorted(
        (-sum(max(0, min(end, last) - max(start, first)) for first, last in item.spans), number, place)
        for number, item in enumerate(items)
        for place, (start, end) in enumerate(inside)
    )
    names: dict[int, str] = {}
    taken: set[int] = set()
    for overlap, number, place in overlaps:
        if overlap < 0 and number not in taken and place not in names:
            taken.add(number)
            names[place] = f"g{number}"
    for place, span in enumerate(inside):
        yield sheet, names.get(place, f"own{place}"), (span,)


def gold_chains(sheets: Iterable[Sheet], items_of: Callable[[Sheet], tuple[Item, ...]]) -> Clustering:
    """The annotated chains, mentions by record and number."""
    chains: dict[str, set[Pointer]] = {}
    for sheet in sheets:
        for number, item in enumerate(items_of(sheet)):
            chains.setdefault(item.instance, set()).add(Pointer(sheet.record.id, f"g{number}"))
    return [frozenset(mentions) for mentions in chains.values()]


def conll(name: str, gold: Clustering, links: Links) -> dict[str, float]:
    """CoNLL F1 and its three parts, in per cent."""
    read = [frozenset(group) for group in links]
    tallies = {measure: score(gold, read) for measure, score in MEASURES.items()}
    figures = {f"{name}_{measure}": 100 * tally.f1 for measure, tally in tallies.items()}
    return {name: sum(figures.values()) / len(figures), **figures}


def found_share(name: str, gold: Clustering, links: Links) -> dict[str, float]:
    """Recall and precision of finding mentions, in per cent."""
    wanted = {mention for mentions in gold for mention in mentions}
    read = {mention for mentions in links for mention in mentions}
    common = 100 * len(wanted & read)
    return {f"{name}_found": common / max(len(wanted), 1), f"{name}_found_precision": common / max(len(read), 1)}


def listing(
    sheets: Sequence[Sheet], items_of: Callable[[Sheet], tuple[Item, ...]], links: Links, most: int = 60
) -> Iterator[str]:
    """Pairs of words wrongly joined and wrongly left apart, the most frequent first."""
    words: dict[Pointer, str] = {}
    instances: dict[Pointer, str] = {}
    for sheet in sheets:
        for number, item in enumerate(items_of(sheet)):
            key = Pointer(sheet.record.id, f"g{number}")
            words[key] = " ".join(sheet.record.text[start:end] for start, end in item.spans).casefold()
            instances[key] = item.instance
    chains = gold_chains(sheets, items_of)
    home = {mention: index for index, group in enumerate(links) for mention in group}
    yield from _counted("joined, and two", links, words, lambda one, other: instances[one] != instances[other], most)
    yield from _counted("apart, and one", chains, words, lambda one, other: home[one] != home[other], most)


def _counted(
    title: str,
    groups: Iterable[Iterable[Pointer]],
    words: Mapping[Pointer, str],
    wrong: Callable[[Pointer, Pointer], bool],
    most: int,
) -> Iterator[str]:
    pairs: dict[tuple[str, str], int] = {}
    for group in groups:
        members = sorted(group)
        for place, one in enumerate(members):
            for other in members[:place]:
                if wrong(one, other):
                    pair = (min(words[one], words[other]), max(words[one], words[other]))
                    pairs[pair] = pairs.get(pair, 0) + 1
    yield f"{title}: {sum(pairs.values())} pairs"
    for pair, count in sorted(pairs.items(), key=lambda item: (-item[1], item[0]))[:most]:
        yield f"  {count:4d}  {pair[0]} | {pair[1]}"
