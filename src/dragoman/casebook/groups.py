"""Actors without names ("four Russian reporters", "the rebels") across reports that tell one story.

No description is anybody's own: these are joined only between reports that come out within days of each other and
deal with the same named actors and places, and only if number, country and words fit and more than a common noun
agrees. An armed group that only one report names goes with those the others call rebels or gunmen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

import numpy as np

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.company import name_of
from dragoman.casebook.descriptions import Description
from dragoman.casebook.digest import Digests
from dragoman.casebook.story import LONG_STORY_DAYS, MOST_ACTORS, STORY_DAYS, STORY_KNOWN, tells_one_story
from dragoman.casebook.tellings import likeness
from dragoman.casebook.vague import FIGHTERS
from dragoman.lexicon.organizations import load_organizations

# Evidence; it moves together. A head noun alone (1.0) is never enough, nor is the story's own country.
_ENOUGH = 2.0
_MARGIN = 0.25  # how far the best must lead another group of the same report
_HEAD, _LIKE_HEAD, _MORE_HEADS, _MAIN, _NUMBER, _SAME_PART, _ALIKE = 1.0, 0.75, 0.5, 0.5, 1.0, 0.75, 1.0
_WORD, _MOST_WORDS, _LEADER = 0.5, 1.0, 1.0
_COMMON_SENTENCE = 0.4  # share of content words from which two sentences are one sentence retold
_WELL_KNOWN = 0.5  # for the chief ones of one noun in reports that have much in common
_MUCH_KNOWN = 2 * STORY_KNOWN
_PEOPLE = ("population", "armed-group")  # "the bloc", "the company" are short for whatever body a report names
_NOT_SAID = -1
_MOST_REPORTS = 200  # of a week that know a named actor; more, and he tells no story from another


class _Said(NamedTuple):
    """What tells a group from another: how many they are, of which countries, whether they have a name."""

    numbers: frozenset[int]
    countries: frozenset[str]
    named: bool


class _Pairs:
    """Pairs of profiles by index, each with its weight and reason, in the little room that very many need."""

    def __init__(self) -> None:
        self._ranks = array("d")  # the weights, the greatest first
        self._ones, self._others, self._whys = array("i"), array("i"), array("i")
        self._reasons: dict[str, int] = {}

    def add(self, weight: float, one: int, other: int, reason: str) -> None:
        """Takes a pair in; no pair comes twice."""
        self._ranks.append(-weight)
        self._ones.append(one)
        self._others.append(other)
        self._whys.append(self._reasons.setdefault(reason, len(self._reasons)))

    def best_first(self) -> Iterator[tuple[int, int, str]]:
        """The pairs with their reasons, those of most weight first, of equal weight those that stand first."""
        reasons = [*self._reasons]
        for place in np.lexsort([np.asarray(column) for column in (self._others, self._ones, self._ranks)]):
            yield self._ones[place], self._others[place], reasons[self._whys[place]]


class _Crowd:
    """The actors without names of one report by the index of their profiles, and by the nouns they share.

    ``chief`` gives, for every noun and sort of people, the actor it is said of that is mentioned most.
    """

    def __init__(self, described: Mapping[int, Description]) -> None:
        self.described = described
        self.by_noun: dict[str, list[int]] = {}
        self.chief: dict[str, int] = {}
        for index in sorted(described, key=lambda index: (-described[index].mentions, index)):
            for noun in described[index].heads:
                self.by_noun.setdefault(noun, []).append(index)
                self.chief.setdefault(noun, index)
            for sort in described[index].sorts:
                self.by_noun.setdefault(f"like {sort}", []).append(index)
                self.chief.setdefault(f"like {sort}", index)

    def said(self, index: int) -> _Said:
        """What tells one of them from others."""
        one = self.described[index]
        return _Said(frozenset() if one.dwindling else one.numbers, one.countries, one.named)

    def like(self, other: _Crowd) -> set[tuple[int, int]]:
        """Pairs of the two crowds that share a noun or a sort of people."""
        nouns = self.by_noun.keys() & other.by_noun.keys()
        return {(a, b) for noun in nouns for a in self.by_noun[noun] for b in other.by_noun[noun]}


def join_groups(
    clusters: Clusters,
    digests: Digests,
    published: Mapping[str, int | None],
    places: Mapping[str, Sequence[int]],
) -> None:
    """Joins descriptions that fit each other best, in both directions, between reports of one story.

    Reports are gone through by their days, so that only the descriptions of two weeks are held at a time.

    Args:
        clusters: with the actors that have names joined already.
        digests: of all reports.
        published: ordinal of the publication day of every report.
        places: that tell the story of every report, by GeoNames id.
    """
    found = _Pairs()
    said = array("i", [_NOT_SAID]) * len(clusters.profiles)
    kinds: dict[_Said, int] = {}
    crowds: dict[str, _Crowd] = {}
    for report, neighbours in _stories(clusters, published, places):
        for own in (report, *(other for other, _ in neighbours)) if neighbours else ():
            if own not in crowds:
                indexed = ((clusters.index_of(own, one.item), one) for one in digests.descriptions(own))
                crowds[own] = _Crowd({index: one for index, one in indexed if index is not None})
        for other, known in neighbours:
            ours, theirs = crowds[min(report, other)], crowds[max(report, other)]
            for weight, one_index, other_index, reason in _best_pairs(clusters, ours, theirs, known):
                found.add(weight, one_index, other_index, reason)
                said[one_index] = kinds.setdefault(ours.said(one_index), len(kinds))
                said[other_index] = kinds.setdefault(theirs.said(other_index), len(kinds))
        crowds.pop(report, None)  # all that come later have been held against it
    _join_best_first(clusters, found, {index: kind for index, kind in enumerate(said) if kind != _NOT_SAID}, [*kinds])


def _join_best_first(clusters: Clusters, found: _Pairs, said: Mapping[int, int], kinds: Sequence[_Said]) -> None:
    """Joins pairs, the surest first, as long as nothing differs that is said of any of those joined.

    Args:
        clusters: see :func:`join_groups`.
        found: the pairs.
        said: profile index → what is said of it, as an index of ``kinds``.
        kinds: what is said of any.
    """
    alone = [frozenset((kind,)) for kind in range(len(kinds))]
    told: dict[int, frozenset[int]] = {}
    for index, kind in said.items():
        root = clusters.root(index)
        told[root] = told[root] | alone[kind] if root in told else alone[kind]
    may_be = cache(lambda ours, theirs: _may_be([kinds[kind] for kind in ours], [kinds[kind] for kind in theirs]))
    for a, b, reason in found.best_first():
        one, other = clusters.root(a), clusters.root(b)
        if one == other or not may_be(told[one], told[other]):
            continue
        if clusters.join(one, other, [reason], past_country=True):
            told[clusters.root(one)] = told[one] | told[other]


def _may_be(ours: Sequence[_Said], theirs: Sequence[_Said]) -> bool:
    """Whether all that is said of two clusters may be said of one: "the pirates" make no 23 of 26 pirates.

    Nor do rebels without a name make two groups with names one.
    """
    return not any(
        (one.named and other.named)
        or (one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers))
        or (one.countries and other.countries and one.countries.isdisjoint(other.countries))
        for one in ours
        for other in theirs
    )


def _stories(
    clusters: Clusters, published: Mapping[str, int | None], places: Mapping[str, Sequence[int]]
) -> Iterator[tuple[str, list[tuple[str, int]]]]:
    """Reports by their days, each with those after it that tell its story, and how much both of these know."""
    known = _known(clusters)
    for report, roots in known.items():
        roots += (-place for place in places.get(report, ()))
    dated = sorted((day, report) for report, day in published.items() if day is not None and report in known)
    days = [day for day, _ in dated]
    holders: dict[int, list[int]] = {}
    for place, (_, report) in enumerate(dated):
        for root in known[report]:
            holders.setdefault(root, []).append(place)
    for place, (day, report) in enumerate(dated):
        week, last = (bisect_right(days, day + span) for span in (STORY_DAYS, LONG_STORY_DAYS))
        near: list[list[int]] = []
        for root in known[report]:
            held = holders[root]
            first = bisect_left(held, place)
            if bisect_left(held, week) - first <= _MOST_REPORTS:  # a name in every report of the week tells no story
                near.append(held[first + 1 : bisect_left(held, last)])
        shared = Counter(chain.from_iterable(near))
        yield (
            report,
            [
                (dated[other][1], known)
                for other, known in sorted(shared.items())
                if tells_one_story(days[other] - day, known)
            ],
        )


def _known(clusters: Clusters) -> dict[str, list[int]]:
    """The actors with names that every report knows best, by those it calls by most names."""
    known: dict[str, Counter[int]] = {}
    for index, profile in enumerate(clusters.profiles):
        if profile.names or profile.state:
            known.setdefault(profile.key.record, Counter())[clusters.root(index)] += len(profile.wordings)
    return {
        record: sorted(counted, key=lambda root: (-counted[root], root))[:MOST_ACTORS]
        for record, counted in known.items()
    }


def _best_pairs(clusters: Clusters, ours: _Crowd, theirs: _Crowd, known: int) -> Iterator[tuple[float, int, int, str]]:
    """Pairs of two reports each of which is the other's best, by a margin.

    Args:
        clusters: see :func:`join_groups`.
        ours: the actors without names of one report.
        theirs: those of the other.
        known: how many named actors and places the two have in common.
    """
    weights = {
        pair: weighed
        for pair in ours.like(theirs)
        if (weighed := _weigh(clusters, pair, ours, theirs, known)) is not None
    }
    for (a, b), (weight, reason) in weights.items():
        rivals = [other for pair, (other, _) in weights.items() if (pair[0] == a) != (pair[1] == b)]
        if all(weight - rival >= _MARGIN for rival in rivals):
            yield weight, a, b, reason


def _weigh(
    clusters: Clusters, pair: tuple[int, int], ours: _Crowd, theirs: _Crowd, known: int
) -> tuple[float, str] | None:
    """Evidence that two descriptions are of one group; None if numbers do not fit or it is not enough."""
    one, other = ours.described[pair[0]], theirs.described[pair[1]]
    heads, sorts = one.heads & other.heads, one.sorts & other.sorts
    if (one.named and other.named) or not _may_be_one(clusters, pair, one, other):
        return None
    weight = _HEAD if heads else _LIKE_HEAD
    said = min(heads) if heads else f"{min(one.heads or one.sorts)} and {min(other.heads or other.sorts)}"
    reasons = [f"both {said}" if heads else said]
    if len(heads) > 1:
        weight += _MORE_HEADS
        reasons = [f"both {' and '.join(sorted(heads))}"]
    alike = load_organizations().alike
    words_of_both = [*heads, *(f"like {sort}" for sort in sorts if alike[sort].one)]
    if any(ours.chief[word] == pair[0] and theirs.chief[word] == pair[1] for word in words_of_both):
        weight += _MAIN
        if heads and known >= _MUCH_KNOWN and all(clusters.profiles[at].kind in _PEOPLE for at in pair):
            weight += _WELL_KNOWN
    if any(number > 1 for number in one.numbers & other.numbers):
        weight += _NUMBER
        reasons.append("as many")
    leader = _same_leader(clusters, pair, one, other)
    if leader:
        weight += _LEADER
        reasons.append(f"both led by {leader}")
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
    return (weight, f"{', '.join(reasons)}, in reports of one story") if weight >= _ENOUGH else None


def _may_be_one(clusters: Clusters, pair: tuple[int, int], one: Description, other: Description) -> bool:
    """Whether nothing forbids that two descriptions are of one group: number, country, what is known of both.

    Of a group in arms the country is often no more than where the report is set: it counts where its words say it.
    """
    if one.numbers and other.numbers and one.numbers.isdisjoint(other.numbers) and not one.dwindling:
        return False
    if one.countries and other.countries and one.countries.isdisjoint(other.countries):
        return False
    if one.struck and other.struck and all(abs(a - b) > 1 for a in one.struck for b in other.struck):
        return False  # five soldiers killed on one day are not the five killed on another
    guessed = FIGHTERS in one.sorts & other.sorts and not (one.countries and other.countries)
    return not clusters.conflict(*pair, past_country=guessed)


def _same_leader(clusters: Clusters, pair: tuple[int, int], one: Description, other: Description) -> str | None:
    """The name of somebody whom both reports tie to their group; None if there is nobody."""
    led = []
    for index, description in zip(pair, (one, other), strict=True):
        record = clusters.profiles[index].key.record
        places = (clusters.index_of(record, item) for item in description.leaders)
        led.append({clusters.root(place) for place in places if place is not None})
    both = sorted(led[0] & led[1])
    return name_of(clusters, both[0]) if both else None
