"""What the layers of reading hand to one another, in words rather than characters.

Each layer is a function from the tree and the drafts before it to its own drafts; ``reader.py`` runs them in order
and turns the result into a :class:`~dragoman.record.ReportRecord`. Word spans are ``[first, last)`` indices into
``Tree.words``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dragoman.record import Aspect, Kind, MentionForm, PlaceRole, Status, TieKind, TimeType, VoiceKind

WordSpan = tuple[int, int]


@dataclass(slots=True)
class Mention:
    """A span that refers to an actor, place, time or event; ``head`` is a word index.

    ``actor`` is the index of its actor in ``Cast.actors``, None for what no actor stands behind. ``metonym`` is True
    where a place name stands for its government ("Cairo warned …"). ``country`` is the ISO alpha-3 code the mention's
    own words give ("the Egyptian president" → EGY), if any.
    """

    span: WordSpan
    head: int
    form: MentionForm
    kind: Kind
    actor: int | None = None
    metonym: bool = False
    country: str | None = None


@dataclass(slots=True)
class Role:
    """An office an actor holds, in the words of ``span``: title "commander", of "eastern Libya"."""

    title: str
    of: str | None
    span: WordSpan


@dataclass(slots=True)
class Actor:
    """An actor of one report; ``mentions`` are indices into ``Cast.mentions`` in text order."""

    name: str
    kind: Kind
    mentions: list[int]
    country: str | None = None
    sectors: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    anonymous: bool = False
    members: tuple[int, ...] = ()
    identifiers: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Cast:
    """The mentions and actors of one report, and the look-up the other layers use.

    ``at`` maps a word index to the index of the mention whose head it is; other words of a name or title lead to
    its mention too. ``home`` is the ISO alpha-3 code of the one country the report is about, None if that is not clear.
    ``government_of`` maps a country's ISO alpha-3 code to its actor, where the text made one: use
    :func:`dragoman.reading.cast.country_actor` to have one made.
    """

    mentions: list[Mention] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    at: dict[int, int] = field(default_factory=dict)
    government_of: dict[str, int] = field(default_factory=dict)
    home: str | None = None

    def mention_at(self, word: int) -> Mention | None:
        """The mention headed by a word, or None."""
        index = self.at.get(word)
        return None if index is None else self.mentions[index]

    def actor_at(self, word: int) -> int | None:
        """Index of the actor whose mention a word heads, or None."""
        mention = self.mention_at(word)
        return None if mention is None else mention.actor


@dataclass(slots=True)
class Time:
    """A time expression. ``start`` and ``end`` are the bounds of the interval, as in :class:`dragoman.record.Time`."""

    span: WordSpan
    type: TimeType
    value: str
    start: str | None
    end: str | None


@dataclass(slots=True)
class Place:
    """A place mention headed by word ``head``; see :class:`dragoman.record.Place`.

    A dateline's place stands outside the words: its head is -1, and ``offsets`` are its code points.
    """

    span: WordSpan
    head: int
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    role: PlaceRole = "literal"
    confidence: float | None = None
    offsets: tuple[int, int] | None = None


@dataclass(slots=True)
class Voice:
    """Who stands behind a content. ``chain`` holds voice indices, the report's own (0) first, this one last.

    ``actor`` is an index into ``Cast.actors``. Of anonymous ones: how many they are, what they are called, and the
    words that say why they are not named.
    """

    kind: VoiceKind
    actor: int | None
    named: bool
    country: str | None
    chain: tuple[int, ...]
    count: int | None = None
    office: str | None = None
    unnamed: WordSpan | None = None


@dataclass(slots=True)
class Attribution:
    """Source, cue and content as word spans; ``voice`` indexes the voices, ``inside`` the attributions.

    ``cue_word`` is the word that carries the cue (the reporting verb or noun), -1 where a content goes on without
    a cue of its own: an event coder must not code that word as a happening of its own where it only reports.
    ``act`` is True where saying it is a political act too ("denied", "warned"), so that the word may be coded.
    ``stance`` is what the cue makes of the content: "factive", "hedge", "denial" or "".
    """

    source: tuple[WordSpan, ...]
    cue: tuple[WordSpan, ...]
    content: tuple[WordSpan, ...]
    cue_word: int
    voice: int
    inside: int | None = None
    act: bool = False
    stance: str = ""


@dataclass(slots=True)
class Testimony:
    """All voices and attributions of a report, and who stands behind each word.

    ``voice_of`` has one voice index for every word of the tree: the innermost voice in whose content the word stands,
    0 for the report's own voice.
    """

    voices: list[Voice]
    attributions: list[Attribution]
    voice_of: list[int]


@dataclass(slots=True)
class Factuality:
    """Status, aspect and whether a condition in the text governs it."""

    status: Status = "asserted"
    aspect: Aspect = "past"
    conditional: bool = False


@dataclass(slots=True)
class Event:
    """An event mention. Actor and recipient fillers are pairs of (actor index, word span they were read from)."""

    type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    anchor: WordSpan
    word: int
    actors: list[tuple[int, WordSpan]]
    recipients: list[tuple[int, WordSpan]]
    factuality: Factuality
    voice: tuple[int, ...]
    rule: str
    confidence: float
    reciprocal: bool = False
    time: Time | None = None
    time_span: WordSpan | None = None
    place: Place | None = None


@dataclass(slots=True)
class Tie:
    """A standing relation between two actors (indices); ``time``: when it held, its bounds None where left open."""

    source: int
    kind: TieKind
    target: int
    span: WordSpan
    voice: tuple[int, ...]
    time: Time | None = None
