"""What a case and a comparison are made of: frozen, and nothing but strings, numbers and tuples of them.

Everything points back into the report records by :class:`Pointer`; ids of a case are derived from its content.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal, NamedTuple

from dragoman.record import Kind, Span, VoiceKind

Verdict = Literal["agree", "compatible", "differ", "contradict", "silent", "only"]


class Pointer(NamedTuple):
    """An item of a record: the record's id and the item's id within it ("a3", "e1")."""

    record: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRole:
    """A role as one report gives it, and the day that report was published."""

    record: str
    title: str
    of: str | None
    published: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseActor:
    """One actor across reports.

    ``name`` is the fullest name any report uses. ``roles`` stand in the order of the days on which they were told.
    ``evidence`` says in clauses why its members were joined, ``against`` what speaks against it all the same; both are
    empty for an actor of one report.
    """

    id: str
    name: str
    kind: Kind
    country: str | None
    sectors: tuple[str, ...]
    names: tuple[str, ...]
    roles: tuple[HeldRole, ...]
    anonymous: bool
    members: tuple[Pointer, ...]
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedBy:
    """When some reports date an event, as :class:`CaseEvent` has it."""

    start: str | None
    end: str | None
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEvent:
    """One happening: event mentions joined within and across reports.

    ``actors`` and ``recipients`` are ids of case actors. ``start`` and ``end`` are the narrowest window all tellings
    allow, ISO dates in which ``X`` stands for an unknown digit. ``origins`` counts the origins known to be
    independent of one another, 0 where no lineage is known; ``opposes`` are events told with the opposite factuality.
    ``circular`` names outlets that have it from one another, one tuple a circle. ``disputed`` are its dates where
    reports exclude one another's; ``start`` and ``end`` then take in all of them.
    """

    id: str
    type: str
    types: tuple[str, ...]
    modes: tuple[str, ...]
    mentions: tuple[Pointer, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    start: str | None
    end: str | None
    place: str | None
    statuses: tuple[str, ...]
    origins: int
    origin_ids: tuple[str, ...]
    opposes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()
    disputed: tuple[DatedBy, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where information entered the press.

    ``carriers`` are the outlets that passed it on, the last one (the one we read) first. ``known`` is False where the
    lineage cannot be told, so that it adds no corroboration: a report without an outlet speaking in its own voice, or
    unnamed outlets. ``circular`` are those of its events that outlets have from one another.
    ``actors`` are all case actors that stand for it: several where each report describes an unnamed source anew.
    """

    id: str
    name: str
    kind: VoiceKind
    named: bool
    known: bool
    country: str | None
    actor: str | None
    reports: tuple[str, ...]
    carriers: tuple[str, ...]
    events: tuple[Pointer, ...]
    circular: tuple[Pointer, ...] = ()
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """Two case actors or two case events that may be one; the program leaves it to the analyst.

    ``evidence`` says in clauses what speaks for it, ``against`` what against. ``score``, of actors, is 0 to 1: the
    nearness of the names, raised by every other evidence and lowered by what speaks against; an order, no probability.
    """

    what: Literal["actor", "event"]
    one: str
    other: str
    evidence: tuple[str, ...]
    against: tuple[str, ...] = ()
    score: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """Two reports that share running text: ``share`` of the shorter one's words, 0 to 1."""

    one: str
    other: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Reports as one model. ``reports`` are record ids, sorted."""

    reports: tuple[str, ...]
    actors: tuple[CaseActor, ...]
    events: tuple[CaseEvent, ...]
    origins: tuple[Origin, ...]
    copies: tuple[Copy, ...]
    doubts: tuple[Doubt, ...]

    def actor_ids(self) -> dict[Pointer, str]:
        """Case actor id of every report actor."""
        return {member: actor.id for actor in self.actors for member in actor.members}

    def event_ids(self) -> dict[Pointer, str]:
        """Case event id of every event mention."""
        return {mention: event.id for event in self.events for mention in event.mentions}

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """What one report says of one facet, by the word of ``origins`` (their names).

    ``events`` are the mentions it was read from; ``spans`` the words in the report that say it, where they are not the
    mentions' own. No ``values``: the report tells the event and is silent on this.
    """

    record: str
    values: tuple[str, ...]
    events: tuple[Pointer, ...]
    spans: tuple[Span, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A value that a later report of the same outlet or origin (``by``) tells otherwise; which holds is left open."""

    earlier: Value
    later: Value
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One facet side by side. ``shared`` is what all reports that speak of it have in common.

    ``changed`` lists what was told otherwise later by those who had told it before.
    """

    what: str
    verdict: Verdict
    values: tuple[Value, ...]
    shared: tuple[str, ...]
    sentence: str
    changed: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """All that one origin says of one event in one report."""

    record: str
    origin: str
    chain: tuple[str, ...]
    events: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EventComparison:
    """One event as its reports tell it.

    ``verdict`` is the gravest of its rows, "only" where it is told on one word alone. An event that is told and denied
    is "contradict" in both entries; the denying reports, their accounts and the rows stand with the one that is told.
    ``circular`` is as in :class:`CaseEvent`.
    """

    event: str
    verdict: Verdict
    reports: tuple[str, ...]
    accounts: tuple[Account, ...]
    rows: tuple[Row, ...]
    origins: int
    circular: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tone:
    """How one report shows two sides dealing with each other.

    ``conflict`` and ``cooperation`` sum the PLOVER intensities below and above zero; ``direction`` is their balance.
    ``events`` are all dealings between the two; of these ``hostile`` and ``friendly`` are those that the sums are made
    of, the weightiest first; the rest, such as meetings, weigh nothing.
    """

    record: str
    direction: Literal["hostile", "mixed", "friendly", "neutral"]
    conflict: float
    cooperation: float
    events: tuple[Pointer, ...]
    hostile: tuple[Pointer, ...]
    friendly: tuple[Pointer, ...]

    @property
    def reasons(self) -> tuple[tuple[Pointer, ...], ...]:
        """The dealings that make the direction what it is: of one kind, of both where it is mixed, else all."""
        return {
            "hostile": (self.hostile,),
            "friendly": (self.friendly,),
            "mixed": (self.hostile, self.friendly),
            "neutral": (self.events,),
        }[self.direction]


@dataclass(frozen=True, slots=True, kw_only=True)
class ToneComparison:
    """Tone between the same two sides, report by report. ``sides`` are case actor ids or country codes."""

    sides: tuple[str, str]
    names: tuple[str, str]
    verdict: Verdict
    tones: tuple[Tone, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrigin:
    """Where most of a report comes from: its main innermost voice, by number of events told on its word."""

    record: str
    origin: str
    named: bool
    kind: VoiceKind
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one origin says of one event, graded by the Admiralty code.

    ``name`` and ``chain`` are the origin's and the way it came. ``reliability`` (A to F), ``credibility`` (1 to 6) are
    set by the analyst, None where they are not; ``reliability_of`` names the source or outlet whose it is. ``proposed``
    is the program's credibility, with ``reasons`` in clauses; it is never kept.
    """

    event: str
    origin: str
    name: str
    chain: tuple[str, ...]
    mentions: tuple[Pointer, ...]
    reliability: str | None
    reliability_of: str | None
    credibility: str | None
    proposed: int
    reasons: tuple[str, ...]

    @property
    def code(self) -> str:
        """The grade in two signs: "B2"; with a question mark where the credibility is only proposed: "B3?", "3?"."""
        return f"{self.reliability or ''}{self.credibility or f'{self.proposed}?'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """A side-by-side of several reports. Nothing is resolved, only shown.

    ``accounts`` has one entry an event, those told by several reports first. ``descriptions`` has a row for each
    actor that several reports describe. ``only`` lists, for each report, the events no other report tells.
    ``independent`` is the number of origins known to be independent over the whole case, ``shared_interest`` the
    country all known origins belong to, if it is one. ``claims`` are graded, as far as the analyst has done so.
    """

    case: Case
    accounts: tuple[EventComparison, ...]
    tones: tuple[ToneComparison, ...]
    descriptions: tuple[tuple[str, Row], ...]
    only: tuple[tuple[str, tuple[str, ...]], ...]
    report_origins: tuple[ReportOrigin, ...]
    independent: int
    shared_interest: str | None
    claims: tuple[Claim, ...] = ()

    def to_json(self) -> str:
        """One line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)
