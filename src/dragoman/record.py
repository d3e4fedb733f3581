"""The report record, schema ``dragoman/report/1``: what one report says, with the characters it was read from.

A public contract (docs/record.md): additive changes only within a version. Every offset is a pair
``(start, end)``, start inclusive, end exclusive, in Unicode code points into :attr:`ReportRecord.text`.
Ids are unique within one record and stable for the same input and versions.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Offset = Annotated[int, Field(ge=0)]
Span = tuple[Offset, Offset]

MentionForm = Literal["named", "nominal", "pronoun"]
Kind = Literal[
    "person", "government", "organization", "armed-group", "outlet", "country", "place", "population",
    "sources", "event", "time", "object", "other",
]  # fmt: skip
VoiceKind = Literal["person", "organization", "statement", "document", "anonymous", "outlet", "self"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
PlaceRole = Literal["literal", "associative", "actor"]
Status = Literal["asserted", "negated", "future", "hypothetical"]
Aspect = Literal["past", "ongoing", "historical"]
TieKind = Literal[
    "leads", "member of", "kin of", "allied with", "rival of", "supports", "fights", "represents",
    "appointed by", "controls",
]  # fmt: skip


class _Part(BaseModel):
    """A frozen part of a record: unknown keys are refused, so that a typo never travels."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class MadeBy(_Part):
    """The versions a record was made with, so that it can be made again.

    ``knowledge`` has a digest for every source of known actors: "standing" for the packaged
    tables, else the file's name.
    """

    dragoman: str
    model: str
    lexicon: str
    knowledge: dict[str, str] = Field(default_factory=dict)


class Mention(_Part):
    """A span that refers to something: an actor, a place, a time, an event, a thing.

    ``actor`` is the id of its actor, if any. ``chain`` is the same for all mentions that refer to one thing ("the
    ceasefire … it … the truce"), whatever its kind; None for words that are no phrase of their own (a nationality, a
    relative pronoun). ``extent`` is the whole noun phrase with its relative clauses and possessive sign, None where it
    is ``start`` to ``end``.
    """

    id: str
    start: Offset
    end: Offset
    head: Span
    form: MentionForm
    kind: Kind
    actor: str | None = None
    chain: str | None = None
    extent: Span | None = None


class Role(_Part):
    """An office or function an actor holds: ``title`` "commander", ``of`` "eastern Libya", as written at ``span``."""

    title: str
    of: str | None = None
    span: Span


class Actor(_Part):
    """One actor of a report: the chain of its mentions, and what the text says of it.

    ``country`` is ISO 3166 alpha-3; ``sectors`` are PLOVER's, the most specific first. ``members`` are ids of
    actors the group is made of, where the text says so ("both sides").
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sectors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    anonymous: bool = False
    members: tuple[str, ...] = ()
    identifiers: dict[str, str] = Field(default_factory=dict)


class Time(_Part):
    """A time expression: TIMEX3 ``value``, and the interval it denotes.

    ``from`` and ``to`` are ISO dates, both inclusive. A digit the text leaves unknown is ``X``: "early December" of a
    report with no date has the value ``XXXX-12`` and runs from ``XXXX-12-01`` to ``XXXX-12-10``. None means unbounded
    or unknown.
    """

    start: Offset
    end: Offset
    type: TimeType
    value: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class Place(_Part):
    """A place mention.

    ``geonames`` is a GeoNames id, None where the gazetteer gives no honest answer or the mention is of a part of a
    place or something in it ("Cairo airport"): coordinates without an id are those of that place. ``confidence`` is the
    chance, 0 to 1, that the name means the place given rather than a namesake; None where none is given.
    """

    start: Offset
    end: Offset
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    role: PlaceRole = "literal"
    confidence: float | None = None


class Attribution(_Part):
    """Somebody is said to have said, thought or written something. ``inside`` is the attribution it is nested in."""

    id: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    inside: str | None = None
    voice: str


class Voice(_Part):
    """Who stands behind a content. ``chain`` runs from the report's own outlet inwards and ends with this voice.

    Of anonymous voices: ``count`` is how many speak, ``office`` what the text calls them ("senior security official"),
    ``unnamed`` the words that say that, and why, they are not named.
    """

    id: str
    kind: VoiceKind
    actor: str | None = None
    named: bool
    country: str | None = None
    chain: tuple[str, ...]
    count: Annotated[int, Field(ge=1)] | None = None
    office: str | None = None
    unnamed: Span | None = None


class EventTime(_Part):
    """When an event happened: the time expression it was read from (``span``) and the interval."""

    span: Span | None = None
    value: str
    from_: str | None = Field(default=None, alias="from")
    to: str | None = None


class EventPlace(_Part):
    """Where an event happened: the place mention it was read from (``span``)."""

    span: Span
    name: str
    geonames: int | None = None
    country: str | None = None


class Factuality(_Part):
    """PLOVER's auxiliary modes. ``conditional`` is True for a hypothetical that hangs on a condition in the text."""

    status: Status = "asserted"
    aspect: Aspect = "past"
    conditional: bool = False


class Event(_Part):
    """One telling of a happening, coded to PLOVER v2.

    ``actors`` and ``recipients`` are actor ids; a reciprocal event ("A and B met") has every party in both.
    ``actor_spans`` and ``recipient_spans`` are the words they were read from, in the same order where one word
    group gives one actor. ``anchor`` is the predicate's words. ``voice`` is the whole chain of voice ids,
    outermost first. ``intensity`` is PLOVER's conflict-cooperation score, -10 to 10. ``rule`` names the lexicon
    entry that fired.
    """

    id: str
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    quad: Literal[1, 2, 3, 4]
    intensity: float
    cameo: str
    anchor: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    time: EventTime | None = None
    place: EventPlace | None = None
    factuality: Factuality
    voice: tuple[str, ...]
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    rule: str


class Number(_Part):
    """How many or how much the text says: "at least 20 people", "$2 billion in aid".

    ``start`` to ``end`` are the words of the amount with its modifier. ``low`` and ``high`` are the least and the most
    it allows, None where it sets no bound; ``value`` is the figure, None for ranges and vague words ("dozens").
    ``unit`` is a currency (ISO 4217) or "percent", None for a count. ``of`` is the noun counted, in the singular, read
    at ``counted``; ``fate`` what became of those; ``mention`` and ``actor`` are that noun's. ``events`` are those
    it belongs to.
    """

    id: str
    start: Offset
    end: Offset
    value: float | None = None
    low: float | None = None
    high: float | None = None
    modifier: str | None = None
    unit: str | None = None
    of: str | None = None
    fate: Literal["killed", "wounded", "missing"] | None = None
    counted: Span | None = None
    mention: str | None = None
    actor: str | None = None
    events: tuple[str, ...] = ()


class Tie(_Part):
    """A standing relation between two actors, read at ``span``, by the voices of ``voice`` (ids, outermost first)."""

    id: str
    from_: str = Field(alias="from")
    kind: TieKind
    to: str
    span: Span
    voice: tuple[str, ...]
    time: EventTime | None = None


class ReportRecord(_Part):
    """Everything one report says, in schema ``dragoman/report/1``."""

    schema_: Literal["dragoman/report/1"] = Field(default="dragoman/report/1", alias="schema")
    id: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    language: str = "en"
    text: str
    made_by: MadeBy
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    actors: tuple[Actor, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    voices: tuple[Voice, ...] = ()
    events: tuple[Event, ...] = ()
    ties: tuple[Tie, ...] = ()
    numbers: tuple[Number, ...] = ()

    @property
    def own_outlet(self) -> str | None:
        """Who published it: as its head says, else the agency that all its sources told."""
        if self.outlet:
            return self.outlet
        actor = next((voice.actor for voice in self.voices if voice.kind == "self"), None)
        return next((own.name for own in self.actors if own.id == actor), None)

    def to_json(self) -> str:
        """One line of JSON, keys in schema order, non-ASCII letters as they are."""
        return self.model_dump_json(by_alias=True)
