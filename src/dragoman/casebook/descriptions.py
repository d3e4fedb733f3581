"""Actors without names as one report describes them: nouns, numbers, what else is said, and in which sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.casebook.naming import word_list
from dragoman.casebook.profiles import Profile
from dragoman.casebook.scenes import Scene
from dragoman.casebook.sentences import Sentences
from dragoman.casebook.tables import load_tables
from dragoman.casebook.vague import FIGHTERS, countries_told, is_irregular, is_nameless, noun_of, number_of
from dragoman.lexicon.organizations import load_organizations
from dragoman.record import Mention, ReportRecord

_MOST_SENTENCES = 6  # of one actor that are compared


@dataclass(frozen=True, slots=True)
class Description:
    """An actor without a name as one report describes it.

    Attributes:
        item: its id in the report.
        heads: its nouns in the singular; ``sorts``: the sorts of people they are nouns for.
        words: what else is said of it ("russian", "u.n."), folded.
        countries: those its words name; that of its actor may be no more than where the report is set.
        numbers: how many it is said to be; ``dwindling`` if that falls with time.
        named: whether its report gives the armed group a name all the same.
        leaders: people with names that its report ties to it (local ids).
        mentions: how often it is mentioned.
        parts: (family of event types, "actor" or "recipient") it has in the report's events.
        struck: the days on which a blow is told to have fallen on it, if it is counted.
        sentences: content words of the sentences it is mentioned in.
    """

    item: str
    heads: frozenset[str]
    sorts: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    numbers: frozenset[int]
    dwindling: bool
    named: bool
    leaders: tuple[str, ...]
    mentions: int
    parts: frozenset[tuple[str, str]]
    struck: frozenset[int]
    sentences: tuple[frozenset[str], ...]


def descriptions_of(
    record: ReportRecord, profiles: Sequence[Profile], scenes: Sequence[Scene], sentences: Sentences
) -> Iterator[Description]:
    """The actors of a record that have no name and that a noun is said of, in the order of their profiles.

    Armed groups that are no state's are among them, with a name or without.
    """
    leaders: dict[str, list[str]] = {}
    for profile in profiles:
        if profile.kind == "person" and profile.names:
            for local in profile.linked:
                leaders.setdefault(local, []).append(profile.key.item)
    mentions: dict[str, list[Mention]] = {}
    for mention in record.mentions:
        if mention.actor is not None:
            mentions.setdefault(mention.actor, []).append(mention)
    for profile in profiles:
        if is_nameless(profile) or is_irregular(profile):
            item = profile.key.item
            description = _describe(profile, record, mentions.get(item, []), scenes, sentences, leaders.get(item, []))
            if description is not None and (description.heads or description.named):
                yield description


def _describe(
    profile: Profile,
    record: ReportRecord,
    mentions: Sequence[Mention],
    scenes: Sequence[Scene],
    sentences: Sentences,
    leaders: Sequence[str],
) -> Description | None:
    """What is said of an actor; None for those of two countries together, who are nobody that is of one of them."""
    tables, alike = load_tables(), load_organizations().alike
    countries: set[str] = set()
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
        told_of, nationalities = countries_told(record.text[mention.start : mention.end])
        if len(nationalities) > 1:
            return None  # "Thai and Cambodian soldiers"
        countries |= told_of
        head = word_list(record.text[slice(*mention.head)])
        heads.update(noun_of(own, max(at for at, other in enumerate(own) if other == word)) for word in head[-1:])
        numbers.update(number for word in own if (number := number_of(word)) is not None)
        words.update(word for word in own if word not in head and len(word) > 1 and number_of(word) is None)
        if len(told) < _MOST_SENTENCES:
            told.append(sentences.words(mention.start))
    heads -= tables.collective
    sorts = [alike[head] for head in sorted(heads) if head in alike]
    if is_irregular(profile):
        sorts.append(alike[FIGHTERS])
    if profile.kind == "person":
        numbers = {1}
    return Description(
        item=profile.key.item,
        heads=frozenset(heads),
        sorts=frozenset(sort.name for sort in sorts),
        words=frozenset(words - tables.determiners - tables.collective - tables.small),
        countries=frozenset(countries),
        numbers=frozenset(numbers),
        dwindling=any(sort.dwindling for sort in sorts),
        named=bool(profile.names),
        leaders=tuple(leaders),
        mentions=len(mentions),
        parts=frozenset(_parts(profile.key.item, scenes)),
        struck=frozenset(_struck(profile.key.item, scenes) if numbers else ()),
        sentences=tuple(told),
    )


def _struck(item: str, scenes: Sequence[Scene]) -> Iterator[int]:
    once = load_tables().once
    for scene in scenes:
        blow = scene.type == "ASSAULT" and once.isdisjoint(scene.modes) and item in scene.recipients
        if blow and scene.window.days == 1 and not scene.window.annual:
            yield scene.window.start


def _parts(item: str, scenes: Sequence[Scene]) -> Iterator[tuple[str, str]]:
    families = load_tables().families
    for scene in scenes:
        for side, ids in (("actor", scene.actors), ("recipient", scene.recipients)):
            if item in ids:
                yield from ((family, side) for family in families.get(scene.type, (scene.type,)))
