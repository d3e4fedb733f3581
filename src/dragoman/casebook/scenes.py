"""What each report tells of each of its events, in the form that comparing needs, and who is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import Profile
from dragoman.casebook.sentences import Sentences
from dragoman.casebook.tables import load_tables
from dragoman.casebook.vague import Vague, vague_of
from dragoman.casebook.windows import Window, event_window
from dragoman.lexicon.inflection import inflect
from dragoman.ontology.names import fold
from dragoman.record import ReportRecord

Status = str
# Kinds of what force falls on and no actor stands behind.
_THINGS = frozenset({"object", "place"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as far as two places are compared."""

    name: str
    geonames: int | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Scene:
    """One event mention.

    Attributes:
        key: where it stands.
        type: PLOVER's, likewise ``modes`` and ``intensity``.
        actors: local ids; likewise ``recipients``, but for things: one plane has many names ("jet", "airliner").
        present: its participants and the people named in its sentence (local ids).
        vague: what is said of its participants without a name, by local id.
        counted: those without a name that its sentence counts ("12 comrades"), by local id.
        status: its factuality in one word; see :func:`status_of`.
        voice: ids of its voice chain, outermost first.
        words: content words of its sentence; ``told``: the words of the mention itself, folded.
        lasting: whether it tells what goes on ("is holding").
        definite: whether it points back ("the talks"); ``headline``: whether it stands in the title.
    """

    key: Pointer
    type: str
    modes: frozenset[str]
    intensity: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    present: tuple[str, ...]
    vague: tuple[tuple[str, Vague], ...]
    counted: tuple[str, ...]
    window: Window
    place: Spot | None
    status: Status
    voice: tuple[str, ...]
    words: frozenset[str]
    told: str
    lasting: bool
    definite: bool
    headline: bool


def scenes_of(record: ReportRecord, sentences: Sentences, profiles: Sequence[Profile] = ()) -> list[Scene]:
    """The record's events in text order, each with who is there."""
    named_in: dict[int, set[str]] = {}
    counted_in: dict[int, set[str]] = {}
    vague = {one.key.item: said for one in profiles if (said := vague_of(one)) is not None}
    counted = {item for item, said in vague.items() if any(number > 1 for number in said.numbers)}
    for mention in record.mentions:
        if mention.actor in counted:
            counted_in.setdefault(sentences.at(mention.start), set()).add(mention.actor)
        if mention.actor is not None and mention.kind == "person":
            named_in.setdefault(sentences.at(mention.start), set()).add(mention.actor)
    things = {actor.id for actor in record.actors if actor.kind in _THINGS}
    scenes = []
    for event in sorted(record.events, key=lambda event: (event.anchor, event.id)):
        present = {*event.actors, *event.recipients}
        if sentences:
            present |= named_in.get(sentences.at(event.anchor[0]), set())
        parties = sorted({*event.actors, *event.recipients} & vague.keys())
        told, place = event.factuality, event.place
        scenes.append(
            Scene(
                key=Pointer(record.id, event.id),
                type=event.type,
                modes=frozenset(event.modes),
                intensity=event.intensity,
                actors=event.actors,
                recipients=tuple(item for item in event.recipients if item not in things),
                present=tuple(sorted(present)),
                vague=tuple((item, vague[item]) for item in parties),
                counted=tuple(sorted(counted_in.get(sentences.at(event.anchor[0]), ()))) if sentences else (),
                window=event_window(event.time),
                place=Spot(place.name, place.geonames, place.country) if place else None,
                status=status_of(told.status, told.aspect, told.conditional),
                voice=event.voice,
                words=sentences.words(event.anchor[0]),
                told=fold(record.text[slice(*event.anchor)]),
                lasting=told.aspect == "ongoing" or _lasts(record.text[slice(*event.anchor)]),
                definite=sentences.points_back(event.anchor),
                headline=sentences.in_title(event.anchor),
            )
        )
    return scenes


def _lasts(anchor: str) -> bool:
    """Whether an anchor's verb tells a state: "held", "keeping"."""
    return not _states().isdisjoint(anchor.casefold().split())


@cache
def _states() -> frozenset[str]:
    return frozenset(form for verb in load_tables().lasting for form in inflect(verb))


def status_of(status: str, aspect: str, conditional: bool) -> Status:
    """Factuality in one word: asserted, ongoing, historical, negated, future, hypothetical, conditional."""
    if status == "asserted":
        return "asserted" if aspect == "past" else aspect
    return "conditional" if status == "hypothetical" and conditional else status
