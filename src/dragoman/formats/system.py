"""The system at a glance as a view-model: who did what to whom, as a network of actors and signed, weighted links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from dragoman.formats.views import ActorEntry, Brief, Happening, Telling, TieEntry, Tone, tone_of

MOST_NODES = 18  # what a reader can take in, and what the drawing can hold without collisions
PHRASES_ON_LINK = 2

_PREPOSITIONS = frozenset({"about", "against", "at", "before", "by", "from", "of", "on", "to", "towards", "with"})

LinkKind = Literal["deeds", "tie"]


@dataclass(frozen=True, slots=True)
class Node:
    """An actor in the drawing; ``caption`` is its role or kind with the country."""

    key: str
    name: str
    kind: str
    caption: str
    anonymous: bool
    weight: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """What ``source`` did to ``target``, cooperation and conflict apart, or a tie between them.

    Attributes:
        mutual: both did it to each other; the order of source and target then means nothing.
        intensity: mean PLOVER score of its events, -10 to 10; 0 for a tie.
        tellings: how many event mentions.
        origins: how many different innermost voices.
        doubtful: only one side of the two, or only anonymous voices, say so.
        label: a few words.
        lines: one line for every event, for a tooltip or a list.
        item: id of the entry of its first event, None for a tie.
    """

    kind: LinkKind
    source: str
    target: str
    mutual: bool
    intensity: float
    tellings: int
    origins: int
    doubtful: bool
    label: str
    lines: tuple[str, ...]
    item: str | None

    @property
    def tone(self) -> Tone:
        """Cooperative, neutral or conflictual, by the mean score."""
        return tone_of(self.intensity)


@dataclass(frozen=True, slots=True)
class System:
    """Nodes and links to be drawn, and what was left out, in sentences."""

    nodes: tuple[Node, ...]
    links: tuple[Link, ...]
    notes: tuple[str, ...]


def build_system(brief: Brief) -> System:
    """The network of a brief: actors that did something to one another or have ties.

    Who did what to whom is as the fullest telling of each event has it. Only what that tells as fact is drawn: planned,
    possible and denied events, and events without a named recipient, stay in the timeline, and a note counts them. So
    do ties between actors that an event links already. At most ``MOST_NODES`` actors are drawn, the most involved.
    """
    entries = {entry.key: entry for entry in brief.actors}
    told, aside = _gather(brief.timeline)
    links = [_link(*key[:3], happenings, entries) for key, happenings in told.items()]
    linked = {frozenset((link.source, link.target)) for link in links}
    ties = [tie for tie in brief.ties if tie.source.key != tie.target.key]
    links += [_tie(tie) for tie in ties if frozenset((tie.source.key, tie.target.key)) not in linked]
    weights = _weights(links)
    drawn = _drawn(links, weights)
    kept = [link for link in links if link.source in drawn and link.target in drawn]
    nodes = tuple(_node(entry, weights[entry.key]) for entry in brief.actors if entry.key in drawn)
    return System(nodes, tuple(kept), tuple(_notes(aside, len(weights) - len(drawn))))


_LinkKey = tuple[str, str, bool, bool]  # source, target, mutual, cooperative


def _gather(timeline: Sequence[Happening]) -> tuple[dict[_LinkKey, list[Happening]], Counter[str]]:
    """Events by who did them to whom, and how many are not drawn, by reason.

    Talks of one with the other count as mutual where the two are told to have talked with each other as well.
    """
    told: dict[_LinkKey, list[Happening]] = {}
    aside: Counter[str] = Counter()
    for happening in timeline:
        main = happening.main
        pairs = _pairs(main) if main.status == "asserted" else []
        if not pairs:
            aside["alone" if main.status == "asserted" else "unreal"] += 1
        for source, target in pairs:
            told.setdefault((source, target, main.mutual, main.intensity >= 0), []).append(happening)
    for key in [key for key in told if not key[2]]:
        mutual = (min(key[:2]), max(key[:2]), True, key[3])
        if mutual in told and all(happening.main.type == "CONSULT" for happening in told[key]):
            told[mutual] += told.pop(key)
    return told, aside


def _pairs(telling: Telling) -> list[tuple[str, str]]:
    """Who did it to whom, by actor keys; each two parties once where it is mutual."""
    actors = [party.key for party in telling.actors]
    if telling.mutual:
        return [(first, second) for first, second in combinations(sorted(actors), 2)]
    recipients = [party.key for party in telling.recipients]
    return [(source, target) for source, target in product(actors, recipients) if source != target]


def _link(
    source: str,
    target: str,
    mutual: bool,
    told: Sequence[Happening],
    entries: dict[str, ActorEntry],
) -> Link:
    """One link of the drawing from the events that make it."""
    tellings = [telling for happening in told for telling in happening.tellings]
    phrases = Counter(happening.main.link_phrase for happening in told)
    return Link(
        kind="deeds",
        source=source,
        target=target,
        mutual=mutual,
        intensity=sum(happening.main.intensity for happening in told) / len(told),
        tellings=len(tellings),
        origins=len({telling.chain.origin for telling in tellings}),
        doubtful=_doubtful(tellings, entries[source], entries[target]),
        label=_label(phrases),
        lines=tuple(_line(happening) for happening in told),
        item=told[0].id,
    )


def _line(happening: Happening) -> str:
    """An event on one line: who did what to whom, when, by whose word."""
    main = happening.main
    chains = dict.fromkeys(telling.chain.words for telling in happening.tellings)
    return f"{main.words} ({happening.when.words}) — {'; '.join(chains)}"


def _label(phrases: Counter[str]) -> str:
    """The most frequent phrases with their counts, the rest counted."""
    shown = [
        f"{_without_preposition(phrase)} ×{count}" if count > 1 else _without_preposition(phrase)
        for phrase, count in phrases.most_common(PHRASES_ON_LINK)
    ]
    more = len(phrases) - len(shown)
    return " · ".join(shown) + (f" +{more}" if more else "")


def _without_preposition(phrase: str) -> str:
    """A phrase of three words or more without the preposition it ends with: an arrow says that already."""
    words = phrase.split()
    return " ".join(words[:-1]) if len(words) > 2 and words[-1] in _PREPOSITIONS else phrase


def _doubtful(tellings: Iterable[Telling], source: ActorEntry, target: ActorEntry) -> bool:
    """Whether only anonymous voices, or only voices of one of the two sides, stand behind the tellings.

    What a named voice is said to have said by an anonymous one is the anonymous one's word.
    """
    chains = {telling.chain for telling in tellings}
    if all(any(step.anonymous for step in chain.steps) for chain in chains):
        return True
    origins = {chain.origin for chain in chains}
    sides = {_side(origin.name, origin.country, source, target) for origin in origins}
    return sides in ({"source"}, {"target"})


def _side(name: str, country: str | None, source: ActorEntry, target: ActorEntry) -> str | None:
    """Which of two actors a voice belongs to: by name, else by country where the two have different ones."""
    for side, entry in (("source", source), ("target", target)):
        if name == entry.name:
            return side
    if country is None or source.country == target.country:
        return None
    return "source" if country == source.country else "target" if country == target.country else None


def _tie(tie: TieEntry) -> Link:
    """A tie as a link."""
    origins = {telling.chain.origin for telling in tie.tellings}
    line = f"{tie.source.name} {tie.words} {tie.target.name} — {tie.tellings[0].chain.words}"
    return Link(
        kind="tie",
        source=tie.source.key,
        target=tie.target.key,
        mutual=tie.kind in {"kin of", "allied with", "rival of"},
        intensity=0.0,
        tellings=len(tie.tellings),
        origins=len(origins),
        doubtful=all(origin.anonymous for origin in origins),
        label=tie.words,
        lines=(line,),
        item=None,
    )


def _weights(links: Iterable[Link]) -> Counter[str]:
    """How much each actor is involved: two for a telling, one for a tie, so that deeds come before standing facts."""
    weights: Counter[str] = Counter()
    for link in links:
        for end in (link.source, link.target):
            weights[end] += 2 * link.tellings if link.kind == "deeds" else 1
    return weights


def _drawn(links: Sequence[Link], weights: Counter[str]) -> set[str]:
    """The actors that are drawn: both ends of the links between the most involved ones, deeds before ties."""

    def rank(link: Link) -> tuple[bool, int, str, str]:
        return link.kind == "tie", -(weights[link.source] + weights[link.target]), link.source, link.target

    drawn: set[str] = set()
    for link in sorted(links, key=rank):
        if len(drawn | {link.source, link.target}) <= MOST_NODES:
            drawn |= {link.source, link.target}
    return drawn


def _node(entry: ActorEntry, weight: int) -> Node:
    """An actor's node."""
    return Node(entry.key, entry.name, entry.kind, entry.caption, entry.anonymous, weight)


def _notes(aside: Counter[str], hidden: int) -> Iterable[str]:
    """What the drawing leaves out."""
    if hidden:
        yield f"{hidden} more {'actor is' if hidden == 1 else 'actors are'} in the table of actors only."
    if aside["unreal"]:
        yield f"{_events(aside['unreal'])} told as planned, possible or denied: in the timeline only."
    if aside["alone"]:
        yield f"{_events(aside['alone'])} without a named recipient or actor: in the timeline only."


def _events(count: int) -> str:
    """A count of events in words."""
    return f"{count} {'event' if count == 1 else 'events'}"
