"""Actors without names ("four Russian reporters", "the rebels") across reports that tell one story.

No description is anybody's own: these are joined only between reports that come out within days of each other and
deal with the same named actors, and only if number, country and words fit and more than a common noun agrees.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.naming import word_list
from dragoman.casebook.profiles import Profile, Scene
from dragoman.casebook.tables import load_tables
from dragoman.casebook.tellings import content_words, likeness
from dragoman.casebook.windows import day_of
from dragoman.lexicon.inflection import singular
from dragoman.record import ReportRecord

_DAYS = 7  # between reports of one story
_KNOWN = 2  # named actors that two reports of one story have in common
# Evidence; it moves together. A head noun alone (1.0) is never enough, nor is the story's own country.
_ENOUGH = 2.0
_MARGIN = 0.25  # how far the best must lead another group of the same report
_HEAD, _LIKE_HEAD, _MORE_HEADS, _MAIN, _NUMBER, _SAME_PART, _ALIKE = 1.0, 0.75, 0.5, 0.5, 1.0, 0.75, 1.0
_WORD, _MOST_WORDS = 0.5, 1.0
_COMMON_SENTENCE = 0.4  # share of content words from which two sentences are one sentence retold
_MOST_ACTORS = 12  # named actors of a report by which it is looked up
_MOST_REPORTS = 200  # of a week that know a named actor; more, and he tells no story from another
_MOST_SENTENCES = 6  # of one actor that are compared


@dataclass(frozen=True, slots=True)
class _Description:
    """An actor without a name as one report describes it.

    Attributes:
        index: of its profile.
        heads: its nouns in the singular; ``classes``: the families of nouns they stand in.
        words: what else is said of it ("russian", "u.n."), folded.
        numbers: how many it is said to be.
        mentions: how often it is mentioned.
        parts: (family of event types, "actor" or "recipient") it has in the report's events.
        sentences: content words of the sentences it is mentioned in.
    """

    index: int
    record: str
    heads: frozenset[str]
    classes: frozenset[str]
    words: frozenset[str]
    numbers: frozenset[int]
    mentions: int
    parts: frozenset[tuple[str, str]]
    sentences: tuple[frozenset[str], ...]


def join_groups(clusters: Clusters, records: Iterable[ReportRecord], scenes: Mapping[str, list[Scene]]) -> None:
    """Joins descriptions that fit each other best, in both directions, between reports of one story."""
    by_record = {record.id: record for record in records}
    told: dict[str, list[_Description]] = {}
    for index, profile in enumerate(clusters.profiles):
        if _is_nameless(profile):
            record = by_record[profile.key.record]
            description = _describe(index, profile, record, scenes[record.id])
            if description.heads:
                told.setdefault(record.id, []).append(description)
    found: list[tuple[float, int, int, str]] = []
    for one, other in _stories(clusters, by_record):
        found += _best_pairs(clusters, told.get(one, []), told.get(other, []))
    for _, one_index, other_index, reason in sorted(found, key=lambda item: (-item[0], item[1:])):
        clusters.join(one_index, other_index, [reason])


def _is_nameless(profile: Profile) -> bool:
    return not (profile.names or profile.state or profile.actor.anonymous or profile.kind in load_tables().kinless)


def _describe(index: int, profile: Profile, record: ReportRecord, scenes: list[Scene]) -> _Description:
    tables = load_tables()
    heads: set[str] = set()
    words: set[str] = set()
    numbers: set[int] = set()
    sentences: list[frozenset[str]] = []
    mentions = [mention for mention in record.mentions if mention.actor == profile.key.item]
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
        if len(sentences) < _MOST_SENTENCES:
            sentences.append(content_words(record, mention.start))
    heads -= tables.collective
    if profile.kind == "person":
        numbers = {1}
    return _Description(
        index=index,
        record=record.id,
        heads=frozenset(heads),
        classes=frozenset(tables.alike[head] for head in heads if head in tables.alike),
        words=frozenset(words - tables.determiners - tables.collective - tables.small),
        numbers=frozenset(numbers),
        mentions=len(mentions),
        parts=frozenset(_parts(profile, scenes)),
        sentences=tuple(sentences),
    )


def _parts(profile: Profile, scenes: list[Scene]) -> Iterator[tuple[str, str]]:
    families = load_tables().families
    for scene in scenes:
        for side, ids in (("actor", scene.event.actors), ("recipient", scene.event.recipients)):
            if profile.key.item in ids:
                yield from ((family, side) for family in families.get(scene.event.type, (scene.event.type,)))


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() else load_tables().numbers.get(word)


def _stories(clusters: Clusters, records: Mapping[str, ReportRecord]) -> Iterator[tuple[str, str]]:
    """Pairs of reports that come out within days of each other and know the same named actors."""
    holders: dict[int, list[tuple[int, str]]] = {}
    for record_id, roots in sorted(_known(clusters).items()):
        day = day_of(records[record_id].published)
        if day is not None:
            for root in roots:
                holders.setdefault(root, []).append((day, record_id))
    shared: Counter[tuple[str, str]] = Counter()
    for reports in holders.values():
        reports.sort()
        for place, (day, one) in enumerate(reports):
            end = bisect_right(reports, (day + _DAYS + 1,))
            if end - place > _MOST_REPORTS:
                continue  # a name in every report of the week tells no story
            shared.update((min(one, other), max(one, other)) for _, other in reports[place + 1 : end])
    return (pair for pair, count in sorted(shared.items()) if count >= _KNOWN)


def _known(clusters: Clusters) -> dict[str, list[int]]:
    """The actors with names that every record knows best, by those it calls by most names."""
    known: dict[str, Counter[int]] = {}
    for index, profile in enumerate(clusters.profiles):
        if profile.names or profile.state:
            known.setdefault(profile.key.record, Counter())[clusters.root(index)] += len(profile.actor.names)
    return {
        record: sorted(counted, key=lambda root: (-counted[root], root))[:_MOST_ACTORS]
        for record, counted in known.items()
    }


def _best_pairs(
    clusters: Clusters, ours: list[_Description], theirs: list[_Description]
) -> Iterator[tuple[float, int, int, str]]:
    """Pairs of two reports each of which is the other's best, by a margin."""
    main = _mains(ours) | _mains(theirs)
    weights = {
        (one.index, other.index): weighed
        for one in ours
        for other in theirs
        if (weighed := _weigh(clusters, one, other, main)) and weighed[0] >= _ENOUGH
    }
    for (a, b), (weight, reason) in weights.items():
        rivals = [other for pair, (other, _) in weights.items() if (pair[0] == a) != (pair[1] == b)]
        if all(weight - rival >= _MARGIN for rival in rivals):
            yield weight, a, b, reason


def _mains(descriptions: Iterable[_Description]) -> set[tuple[int, str]]:
    """(index, noun) of the actor of one report that is mentioned most of all that the noun is said of."""
    most: dict[str, _Description] = {}
    for description in sorted(descriptions, key=lambda description: (-description.mentions, description.index)):
        for head in description.heads:
            most.setdefault(head, description)
    return {(description.index, head) for head, description in most.items()}


def _weigh(
    clusters: Clusters, one: _Description, other: _Description, main: Set[tuple[int, str]]
) -> tuple[float, str] | None:
    """Evidence that two descriptions are of one group; None if their nouns or numbers do not fit."""
    heads = one.heads & other.heads
    if not heads and one.classes.isdisjoint(other.classes):
        return None
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers):
        return None
    if clusters.conflict(one.index, other.index):
        return None
    weight = _HEAD if heads else _LIKE_HEAD
    said = min(heads) if heads else f"{min(one.heads)} and {min(other.heads)}"
    reasons = [f"both {said}" if heads else said]
    if len(heads) > 1:
        weight += _MORE_HEADS
        reasons = [f"both {' and '.join(sorted(heads))}"]
    if any((one.index, head) in main and (other.index, head) in main for head in heads):
        weight += _MAIN
    if any(number > 1 for number in one.numbers & other.numbers):
        weight += _NUMBER
        reasons.append("as many")
    words = sorted(one.words & other.words)
    if words:
        weight += min(_WORD * len(words), _MOST_WORDS)
        reasons.append(f"both “{' '.join(words)}”")
    if one.parts & other.parts:
        weight += _SAME_PART
        reasons.append("in the same part of a like event")
    if any(likeness(a, b) >= _COMMON_SENTENCE for a in one.sentences for b in other.sentences):
        weight += _ALIKE
        reasons.append("told in like words")
    return weight, f"{', '.join(reasons)}, in reports of one story"
