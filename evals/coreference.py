"""The three measures of coreference whose mean is CoNLL F1: MUC, B³ and CEAF by entities.

A clustering is a list of sets of mentions; a mention is any hashable key, the same in gold and reading where it is the
same mention. MUC: Vilain et al. 1995; B³: Bagga and Baldwin 1998, with mentions only one side has counted against it
as they stand (Pradhan et al. 2014); CEAFe: Luo 2005 with φ4.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

Mention = Hashable
Clustering = Sequence[frozenset[Mention]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Right, predicted and wanted, summable over documents."""

    right: float = 0.0
    right_in_gold: float = 0.0
    predicted: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        """Both together: the figures of a corpus are taken over its sums."""
        return Tally(
            self.right + other.right,
            self.right_in_gold + other.right_in_gold,
            self.predicted + other.predicted,
            self.wanted + other.wanted,
        )

    @property
    def precision(self) -> float:
        """Right of predicted; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right of wanted; 0 where nothing was wanted."""
        return self.right_in_gold / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def muc(gold: Clustering, read: Clustering) -> Tally:
    """Links: how many of a cluster's joins the other clustering has too."""

    def links(of: Clustering, by: Clustering) -> tuple[float, float]:
        home = _home(by)
        kept = sum(len(cluster) - _parts(cluster, home) for cluster in of)
        return kept, sum(len(cluster) - 1 for cluster in of)

    (right_in_gold, wanted), (right, predicted) = links(gold, read), links(read, gold)
    return Tally(right, right_in_gold, predicted, wanted)


def b_cubed(gold: Clustering, read: Clustering) -> Tally:
    """Mentions: the share of a mention's cluster that stands with it in the other clustering."""

    def shares(of: Clustering, by: Clustering) -> tuple[float, float]:
        home = _home(by)
        total = 0.0
        for cluster in of:
            counts: dict[int, int] = {}
            for mention in cluster:
                if mention in home:
                    counts[home[mention]] = counts.get(home[mention], 0) + 1
            total += sum(count * count for count in counts.values()) / len(cluster)
        return total, sum(len(cluster) for cluster in of)

    (right_in_gold, wanted), (right, predicted) = shares(gold, read), shares(read, gold)
    return Tally(right, right_in_gold, predicted, wanted)


def ceaf(gold: Clustering, read: Clustering) -> Tally:
    """Entities: the best one-to-one matching of clusters by 2·|common| / (|one| + |other|)."""
    home = _home(read)
    scores: dict[tuple[int, int], float] = {}
    for row, cluster in enumerate(gold):
        for column in {home[mention] for mention in cluster if mention in home}:
            common = len(cluster & read[column])
            scores[row, column] = 2 * common / (len(cluster) + len(read[column]))
    best = best_matching(scores)
    return Tally(best, best, len(read), len(gold))


MEASURES: dict[str, Callable[[Clustering, Clustering], Tally]] = {"muc": muc, "b3": b_cubed, "ceafe": ceaf}


def best_matching(scores: dict[tuple[int, int], float]) -> float:
    """The greatest sum of scores in which no row and no column is used twice.

    Rows are added one by one, each by the cheapest augmenting path (the Hungarian method on the pairs there are);
    a row may stay unmatched. Rows that share no column, not even through others, are matched by themselves.
    """
    return sum(_best_of_part(part) for part in _connected(scores))


def _connected(scores: dict[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs in parts that have neither row nor column in common."""
    rows: dict[int, list[int]] = {}
    columns: dict[int, list[int]] = {}
    for row, column in scores:
        rows.setdefault(row, []).append(column)
        columns.setdefault(column, []).append(row)
    parts, done = [], set[int]()
    for start in rows:
        if start in done:
            continue
        part, waiting = dict[tuple[int, int], float](), [start]
        done.add(start)
        while waiting:
            row = waiting.pop()
            for column in rows[row]:
                part[row, column] = scores[row, column]
                waiting += [other for other in columns[column] if other not in done]
                done.update(columns[column])
        parts.append(part)
    return parts


def _best_of_part(scores: dict[tuple[int, int], float]) -> float:
    rows = sorted({row for row, _ in scores})
    columns = sorted({column for _, column in scores})
    width = len(columns) + len(rows)
    place = {column: index for index, column in enumerate(columns)}
    order = {row: index for index, row in enumerate(rows)}
    costs = [[0.0] * width for _ in rows]
    for (row, column), score in scores.items():
        costs[order[row]][place[column]] = -score
    return -_assign(costs)


def _assign(costs: list[list[float]]) -> float:
    """The least sum of one entry a row in different columns (Kuhn 1955, in the form with potentials)."""
    height, width = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (height + 1), [0.0] * (width + 1)
    owner = [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0], column = row, 0
        least, came_from, done = [float("inf")] * (width + 1), [0] * (width + 1), [False] * (width + 1)
        while owner[column]:
            done[column] = True
            current, step, following = owner[column], float("inf"), 0
            for other in range(1, width + 1):
                if done[other]:
                    continue
                cost = costs[current - 1][other - 1] - row_price[current] - column_price[other]
                if cost < least[other]:
                    least[other], came_from[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(width + 1):
                if done[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    least[other] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return sum(costs[owner[column] - 1][column - 1] for column in range(1, width + 1) if owner[column])


def _home(clusters: Clustering) -> dict[Mention, int]:
    """Mention → index of its cluster."""
    return {mention: index for index, cluster in enumerate(clusters) for mention in cluster}


def _parts(cluster: Iterable[Mention], home: dict[Mention, int]) -> int:
    """Into how many parts another clustering cuts a cluster; a mention it has not is a part of its own."""
    found, alone = set(), 0
    for mention in cluster:
        if mention in home:
            found.add(home[mention])
        else:
            alone += 1
    return len(found) + alone
