"""Actors without names as one report describes them: nouns, numbers, what else is said, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.casebook.naming import word_list
from dragoman.casebook.profiles import Profile
from dragoman.casebook.scenes import Scene
from dragoman.casebook.sentences import Sentences
from dragoman.casebook.tables import load_tables
from dragoman.lexicon.inflection import singular
from dragoman.record import Mention, ReportRecord

_MOST_SENTENCES = 6  # of one actor that are compared


@dataclass(frozen=True, slots=True)
class Description:
    """An actor without a name as one report describes it.

    Attributes:
        item: its id in the report.
        heads: its nouns in the singular; ``classes``: the families of nouns they stand in.
        words: what else is said of it ("russian", "u.n."), folded.
        numbers: how many it is said to be.
        mentions: how often it is mentioned.
        parts: (family of event types, "actor" or "recipient") it has in the report's events.
        sentences: content words of the sentences it is mentioned in.
    """

    item: str
    heads: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[int]
    mentions: int
    parts: frozenset[tuple[str, str]]
    sentences: tuple[frozenset[str], ...]


def descriptions_of(
    record: ReportRecord, profiles: Sequence[Profile], scenes: Sequence[Scene], sentences: Sentences
) -> Iterator[Description]:
    """The actors of a record that have no name and that a noun is said of, in the order of their profiles."""
    mentions: dict[str, list[Mention]] = {}
    for mention in record.mentions:
        if mention.actor is not None:
            mentions.setdefault(mention.actor, []).append(mention)
    for profile in profiles:
        if not (profile.names or profile.state or profile.anonymous or profile.kind in load_tables().kinless):
            description = _describe(profile, record, mentions.get(profile.key.item, []), scenes, sentences)
            if description.heads:
                yield description


def _describe(
    profile: Profile, record: ReportRecord, mentions: Sequence[Mention], scenes: Sequence[Scene], sentences: Sentences
) -> Description:
    tables = load_tables()
    heads: set[str] = set()
    words: set[str] = set()
    numbers: set[int] = set()
    told: list[frozenset[str]] = []
    for mention in mentions:
        if mention.form != "nominal":
            continue
        own = word_list(record.text[mention.start : mention.end])
        if not tables.partial.isdisjoint(own):
            continue  # "the other hostages" are not the hostages
        head = word_list(record.text[slice(*mention.head)])
        heads.update(singular(word) for word in head[-1:])
        numbers.update(number for word in own if (number := _number(word)) is not None)
        words.update(word for word in own if word not in head and len(word) > 1 and _number(word) is None)
        if len(told) < _MOST_SENTENCES:
            told.append(sentences.words(mention.start))
    heads -= tables.collective
    if profile.kind == "person":
        numbers = {1}
    return Description(
        item=profile.key.item,
        heads=frozenset(heads),
        classes=frozenset(tables.alike[head] for head in heads if head in tables.alike),
        words=frozenset(words - tables.determiners - tables.collective - tables.small),
        numbers=frozenset(numbers),
        mentions=len(mentions),
        parts=frozenset(_parts(profile.key.item, scenes)),
        sentences=tuple(told),
    )


def _parts(item: str, scenes: Sequence[Scene]) -> Iterator[tuple[str, str]]:
    families = load_tables().families
    for scene in scenes:
        for side, ids in (("actor", scene.actors), ("recipient", scene.recipients)):
            if item in ids:
                yield from ((family, side) for family in families.get(scene.type, (scene.type,)))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else load_tables().numbers.get(word)
