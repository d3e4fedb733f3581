"""Joining by average linking: the groups that stand nearest become one until none are near enough.

Sokal and Michener 1958; with a heap of the pairs that are near enough, so that pairs without likeness cost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import Protocol, TypeVar

from dragoman.casebook.model import Pointer


class Keyed(Protocol):
    """Anything of a report that has a place in it."""

    @property
    def key(self) -> Pointer:
        """Where it stands."""
        ...


Item = TypeVar("Item", bound=Keyed)


def link_stories(
    items: Iterable[Item], stories: Iterable[Sequence[str]], score: Callable[[Item, Item], float], enough: float
) -> list[list[Pointer]]:
    """Items joined within stories, whatever their order; one that is like no other stands alone.

    Args:
        items: of the reports, each with a key of its own.
        stories: the reports that tell one story together; items of a report in no story stand alone.
        score: likeness of two items of one story.
        enough: mean likeness from which groups are joined.
    """
    by_report: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.key):
        by_report.setdefault(item.key.record, []).append(item)
    joined: list[list[Pointer]] = []
    for story in stories:
        here = [item for report in sorted(story) for item in by_report.pop(report, ())]
        scores = {(i, j): score(here[i], here[j]) for i in range(len(here)) for j in range(i)}
        joined += [[here[index].key for index in group] for group in average_linkage(len(here), scores, enough)]
    joined += [[item.key] for left in by_report.values() for item in left]
    return sorted(joined)


def average_linkage(count: int, scores: Mapping[tuple[int, int], float], enough: float) -> list[list[int]]:
    """Items 0 to ``count`` - 1 parted into groups, each sorted, in the order of their first items.

    Args:
        count: of items.
        scores: likeness of pairs, either way round; a pair that is missing has 0. What must never be one has a great
            negative likeness, which no average makes up for.
        enough: mean likeness of all pairs between two groups from which they are joined; above 0.

    Returns:
        The groups. Of pairs of groups equally near, the one with the earliest items is joined first, so that the same
        items give the same groups.
    """
    totals: dict[int, dict[int, float]] = {item: {} for item in range(count)}
    for (one, other), score in scores.items():
        if score and one != other:
            totals[one][other] = totals[other][one] = score
    groups: dict[int, list[int]] = {item: [item] for item in range(count)}
    queue = [
        (-score, one, other, 1, 1)
        for one, near in totals.items()
        for other, score in near.items()
        if one < other and score >= enough
    ]  # fmt: skip
    heapify(queue)
    while queue:
        _, one, other, *sizes = heappop(queue)
        stale = one not in groups or other not in groups or [len(groups[one]), len(groups[other])] != sizes
        if stale:
            continue
        for entry in _join(groups, totals, one, other):
            if -entry[0] >= enough:
                heappush(queue, entry)
    return [sorted(groups[key]) for key in sorted(groups)]


def _join(
    groups: dict[int, list[int]], totals: dict[int, dict[int, float]], one: int, other: int
) -> Iterator[tuple[float, int, int, int, int]]:
    """Takes the later group into the earlier; yields its new places in the queue."""
    groups[one] += groups.pop(other)
    gone = totals.pop(other)
    near = totals[one]
    near.pop(other, None)
    for third, total in gone.items():
        if third == one:
            continue
        near[third] = near.get(third, 0.0) + total
        totals[third].pop(other)
        totals[third][one] = near[third]
    for third in sorted(near):
        size, others = len(groups[one]), len(groups[third])
        first, second = (one, third) if one < third else (third, one)
        yield (
            -near[third] / (size * others),
            first,
            second,
            *((size, others) if first == one else (others, size)),
        )
