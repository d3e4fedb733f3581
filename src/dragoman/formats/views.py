"""View-models of the brief: plain frozen values made from records, free of any output format.

``build_brief`` makes all of them. Every ``id`` and ``key`` is unique in one brief and fit to be an HTML id; every link
is the id of something in the same brief. Reports are numbered from 1 in the order given.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.formats.marks import Block, Mark
from dragoman.formats.wording import WITHOUT_OUTLET, VoiceChain, When, listed

Tone = Literal["cooperative", "neutral", "conflictual"]
NEUTRAL_BELOW = 0.5  # PLOVER intensity: what lies nearer to 0 is neither cooperative nor conflictual (a REQUEST is 0)


def tone_of(intensity: float) -> Tone:
    """Cooperative, neutral or conflictual, by PLOVER's score from -10 to 10."""
    if abs(intensity) < NEUTRAL_BELOW:
        return "neutral"
    return "cooperative" if intensity > 0 else "conflictual"


@dataclass(frozen=True, slots=True)
class Party:
    """An actor where it takes part in something; ``key`` is its entry's id."""

    key: str
    name: str
    kind: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Snippet:
    """Quoted words with what stands before and after them in their sentence, each on one line."""

    before: str
    words: str
    after: str

    def tail(self, limit: int) -> str:
        """The last words before the quotation, at most so many characters."""
        cut = self.before[-limit:]
        return cut if len(cut) == len(self.before) else "… " + cut.partition(" ")[2]

    def head(self, limit: int) -> str:
        """The first words after the quotation, at most so many characters."""
        cut = self.after[:limit]
        return cut if len(cut) == len(self.after) else cut.rpartition(" ")[0] + " …"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One event mention. ``id`` is its mark in the text of report number ``report``.

    ``phrase`` agrees with its actors ("visit", "hold talks"); ``link_phrase`` is for one of them and one recipient;
    ``deed`` is the same for everybody who does it, to whomever ("holds talks").
    """

    id: str
    report: int
    outlet: str
    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    phrase: str
    link_phrase: str
    deed: str
    mutual: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: When
    place: str | None
    factuality: str
    status: str
    quad: int
    intensity: float
    cameo: str
    chain: VoiceChain
    snippet: Snippet
    confidence: float
    rule: str

    @property
    def tone(self) -> Tone:
        """Cooperative, neutral or conflictual, by PLOVER's score."""
        return tone_of(self.intensity)

    @property
    def code(self) -> str:
        """The PLOVER code: "CONSULT visit"."""
        return " ".join((self.type, *self.modes))

    @property
    def words(self) -> str:
        """Who did what to whom on one line: "Egypt criticises Khalifa Haftar"."""
        sides = [_names(self.actors) or "somebody", self.phrase, "" if self.mutual else _names(self.recipients)]
        return " ".join(side for side in sides if side)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event: when it was, all its tellings, the fullest first, and how many known origins.

    ``event`` is its id in the case, "" where there is none. ``disputed`` are dates that exclude each other, with the
    numbers of the reports that give them; ``circular`` the names of outlets that have it from one another.
    """

    id: str
    when: When
    tellings: tuple[Telling, ...]
    origins: int
    event: str = ""
    disputed: tuple[tuple[str, tuple[int, ...]], ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()

    @property
    def main(self) -> Telling:
        """The fullest telling, which heads the entry."""
        return self.tellings[0]

    @property
    def told(self) -> str:
        """How often it is told and on how many words: "told twice, 1 known origin"; "" where it is told once."""
        times = len(self.tellings)
        if times == 1:
            return ""
        return f"told {'twice' if times == 2 else f'{times} times'}, {origins_words(self.origins)}"

    @property
    def day(self) -> str:
        """The heading it stands under in the timeline: its date, or that it has none."""
        return self.when.heading


def origins_words(count: int) -> str:
    """A number of known origins: "2 known origins", "no known origin"."""
    return f"{count or 'no'} known origin{'s' if count > 1 else ''}"


@dataclass(frozen=True, slots=True)
class NameUsed:
    """A name or description used of an actor: how often, and the marks of its occurrences (the first few)."""

    text: str
    count: int
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """An office in words ("commander of eastern Libya"), with the report that says so."""

    words: str
    report: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor. ``mentions`` and ``events`` are counts; ``country`` is ISO 3166 alpha-3, ``sectors`` are words.

    ``tied`` tells whether it has a tie.
    """

    key: str
    name: str
    kind: str
    kind_words: str
    country: str | None
    country_words: str | None
    sectors: tuple[str, ...]
    roles: tuple[RoleHeld, ...]
    names: tuple[NameUsed, ...]
    mentions: int
    events: int
    anonymous: bool
    reports: tuple[int, ...]
    identifiers: tuple[tuple[str, str], ...] = ()
    tied: bool = False

    @property
    def chief(self) -> bool:
        """Whether it is more than named once: in an event or a tie, or named again."""
        return self.events > 0 or self.tied or self.mentions > 1

    @property
    def caption(self) -> str:
        """The first role, else the kind, with the country: "commander of eastern Libya"; "government, Egypt"."""
        first = self.roles[0].words if self.roles else self.kind_words
        known = self.country_words and self.country_words not in (first, self.name) and self.country_words not in first
        return f"{first}, {self.country_words}" if known else first


@dataclass(frozen=True, slots=True)
class TieTelling:
    """One place where a tie is stated; ``link`` is its mark."""

    link: str
    report: int
    chain: VoiceChain
    when: When
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class TieEntry:
    """A standing relation between two actors, with everybody who states it."""

    source: Party
    kind: str
    words: str
    target: Party
    tellings: tuple[TieTelling, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """By whose word: a voice chain and how many tellings of the report rest on it."""

    chain: VoiceChain
    tellings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """One report: its head, by whose word it speaks, and its text in marked paragraphs."""

    number: int
    id: str
    title: str
    outlet: str
    outlet_known: bool
    published: str
    words: int
    events: int
    origins: tuple[OriginLine, ...]
    text: str
    marks: tuple[Mark, ...]
    blocks: tuple[Block, ...]

    @property
    def published_by(self) -> str:
        """The outlet's name, or that it is not named."""
        return self.outlet if self.outlet_known else WITHOUT_OUTLET


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the brief holds; ``voices`` are innermost ones, by name."""

    reports: int
    words: int
    actors: int
    events: int
    tellings: int
    voices: int
    ties: int


@dataclass(frozen=True, slots=True)
class Version:
    """Versions that records were made with."""

    dragoman: str
    model: str
    lexicon: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What some reports say alike on one point; ``links`` are marks in their texts."""

    reports: tuple[int, ...]
    words: str
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Point:
    """One point on which accounts are held side by side: place, time, participants, tone …

    ``changed`` are sentences on what the same tellers told otherwise later.
    """

    name: str
    verdict: str
    sentence: str
    cells: tuple[Cell, ...]
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparing:
    """The accounts of one event; ``link`` is the event's entry in the timeline."""

    id: str
    title: str
    verdict: str
    origins: int
    points: tuple[Point, ...]
    link: str | None = None

    @property
    def origins_words(self) -> str:
        """How many known origins tell it."""
        return origins_words(self.origins)


@dataclass(frozen=True, slots=True)
class OnlyTold:
    """Events that one report alone tells: pairs of mark and words."""

    report: int
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """Several reports side by side. ``notes`` are sentences on how independent they are.

    ``events`` are happenings told by several reports, ``tones`` pairs of actors, ``descriptions`` one point an actor
    that several reports describe, ``only`` what one report alone tells.
    """

    notes: tuple[str, ...] = ()
    events: tuple[Comparing, ...] = ()
    tones: tuple[Comparing, ...] = ()
    descriptions: tuple[Point, ...] = ()
    only: tuple[OnlyTold, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything the terminal and the page show. ``notes`` are sentences about the whole (a report given twice)."""

    title: str
    counts: Counts
    versions: tuple[Version, ...]
    reports: tuple[ReportView, ...]
    actors: tuple[ActorEntry, ...]
    timeline: tuple[Happening, ...]
    ties: tuple[TieEntry, ...]
    accounts: Accounts | None = None
    notes: tuple[str, ...] = ()


def _names(parties: tuple[Party, ...]) -> str:
    """Names in a list: "A", "A and B", "A, B and C"; no more than four, the rest counted."""
    names = [party.name for party in parties]
    if len(names) > 4:
        names = [*names[:3], f"{len(names) - 3} others"]
    return listed(names)
