"""What linking needs of a report record and nothing besides: made once a record, small enough to hold very many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from dragoman.casebook.descriptions import Description, descriptions_of
from dragoman.casebook.profiles import Profile, profiles_of
from dragoman.casebook.reuse import signature_of
from dragoman.casebook.scenes import Scene, scenes_of
from dragoman.casebook.sentences import Sentences
from dragoman.casebook.story import known_places
from dragoman.casebook.windows import day_of
from dragoman.record import ReportRecord, VoiceKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """A voice of a report as far as tracing origins needs it; fields as of :class:`dragoman.record.Voice`."""

    id: str
    kind: VoiceKind
    actor: str | None
    named: bool
    country: str | None


@dataclass(frozen=True, slots=True)
class Digest:
    """One report ready for linking.

    Attributes:
        id: of its record.
        outlet: who published it (:attr:`dragoman.record.ReportRecord.own_outlet`).
        published: as the record has it.
        profiles: its actors, in the order of their keys.
        scenes: its events, in text order.
        voices: who speaks in it.
        places: that tell its story, by GeoNames id.
    """

    id: str
    outlet: str | None
    published: str | None
    profiles: tuple[Profile, ...]
    scenes: tuple[Scene, ...]
    voices: tuple[Speaker, ...]
    places: tuple[int, ...]

    @property
    def day(self) -> int | None:
        """Ordinal of the publication day, None if that is unknown."""
        return day_of(self.published)


class Head(NamedTuple):
    """What a report is: its id, who published it and when, as :class:`Digest` has them."""

    id: str
    outlet: str | None
    published: str | None


class Digests(Protocol):
    """The digests of all reports of a case, wherever they are kept; no two of one id."""

    def __iter__(self) -> Iterator[Digest]:
        """All of them by id; may be asked for again."""

    def heads(self) -> Sequence[Head]:
        """The reports by id, without what they tell."""

    def descriptions(self, report: str) -> Sequence[Description]:
        """The actors without names of one report."""

    def samples(self) -> Mapping[str, Sequence[int]]:
        """A sample of the running text of every report, by which copies are found."""


def by_id(records: Iterable[ReportRecord]) -> dict[str, ReportRecord]:
    """Records by id; of two records with one id the same one is taken in whatever order they come."""
    distinct: dict[str, ReportRecord] = {}
    for record in records:
        held = distinct.setdefault(record.id, record)
        if held is not record and record.to_json() > held.to_json():
            distinct[record.id] = record
    return distinct


class DigestsOf:
    """The digests of records at hand, as :func:`by_id` tells them apart."""

    def __init__(self, records: Iterable[ReportRecord]) -> None:
        distinct = by_id(records)
        records = [distinct[own] for own in sorted(distinct)]
        made = [digest_of(record) for record in records]
        self._digests = [digest for digest, _ in made]
        self._samples = {record.id: signature_of(record.text).sample for record in records}
        self._descriptions = {digest.id: descriptions for digest, descriptions in made}

    def __iter__(self) -> Iterator[Digest]:
        """All of them by id."""
        return iter(self._digests)

    def heads(self) -> Sequence[Head]:
        """The reports by id, without what they tell."""
        return [Head(digest.id, digest.outlet, digest.published) for digest in self._digests]

    def descriptions(self, report: str) -> Sequence[Description]:
        """The actors without names of one report."""
        return self._descriptions[report]

    def samples(self) -> Mapping[str, Sequence[int]]:
        """A sample of the running text of every report."""
        return self._samples


def digest_of(record: ReportRecord) -> tuple[Digest, tuple[Description, ...]]:
    """The digest of a record, and its actors without names, which are looked at apart from it."""
    sentences = Sentences(record)
    profiles = profiles_of(record)
    scenes = scenes_of(record, sentences, profiles)
    digest = Digest(
        id=record.id,
        outlet=record.own_outlet,
        published=record.published,
        profiles=tuple(profiles),
        scenes=tuple(scenes),
        voices=tuple(Speaker(voice.id, voice.kind, voice.actor, voice.named, voice.country) for voice in record.voices),
        places=known_places(record),
    )
    return digest, tuple(descriptions_of(record, profiles, scenes, sentences))
