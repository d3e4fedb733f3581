"""Which of the places that share a name is meant: all names of a report are weighed against each other.

Every site a name may mean gets a sum of weights (:mod:`dragoman.reading.place_weights`): what it is and how many people
live there, what the text calls it, whether the report speaks of its country and its state, and whether other places of
the report lie close by. As those places are themselves in doubt, each counts as far as it is likely, and a few rounds
settle it. A name may also mean a place the gazetteer does not have; the chances of its sites and of that sum to one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, log10, radians, sqrt

from dragoman.reading.gazetteer import Kind, Site
from dragoman.reading.place_weights import PlaceWeights

ROUNDS = 3
# The least people that count, and what stands for them where the gazetteer counts none.
FEWEST = 100
SUPPOSED: dict[Kind, int] = {"region": 100_000, "county": 10_000}
# Two places that far apart speak for one another 1/e as much as two at one spot; beyond FAR they do not at all.
CLOSE, FAR = 80.0, 400.0
# Kilometres between a city and the middle of its own province.
SAME = 100.0
KM_A_DEGREE = 111.2
# Mentions of one name beyond which more say no more of what the report is about.
MANY = 3
_SPOTS = frozenset({"town", "county"})


@dataclass(slots=True)
class Sense:
    """A name of the report in one sense.

    Attributes:
        sites: what it may mean.
        mentions: how often the report has it.
        called: the kinds of place the text calls it, none if it does not say.
        inside: whether it is only a part of another name: "Cairo" of "Cairo University".
        placed: whether the text says what it lies in, and ``sites`` are those that do.
        capital_of: ISO alpha-3 code of the country whose capital is called so.
        chances: of each site, filled in by :func:`weigh`.
    """

    sites: Sequence[Site]
    mentions: int = 1
    called: frozenset[Kind] = frozenset()
    placed: bool = False
    inside: bool = False
    capital_of: str | None = None
    chances: list[float] = field(default_factory=list)

    def best(self) -> tuple[Site, float] | None:
        """The likeliest site, and the chance that it or one that all but is the same is meant; None without sites.

        A city and its own province or county of that name are no two places that a reader could confuse to much harm.
        """
        if not self.sites:
            return None
        top = self.sites[max(range(len(self.sites)), key=self.chances.__getitem__)]
        pairs = zip(self.sites, self.chances, strict=True)
        return top, min(sum(chance for site, chance in pairs if site is top or _is_same(site, top)), 1.0)

    def countries(self) -> dict[str, float]:
        """The chance of each country the name may lie in."""
        found: dict[str, float] = defaultdict(float)
        for site, chance in zip(self.sites, self.chances, strict=True):
            if site.country:
                found[site.country] += chance
        return found


def _is_same(one: Site, other: Site) -> bool:
    same = (one.country, one.division) == (other.country, other.division)
    return same and one.kind != "country" != other.kind and distance(one, other) < SAME


def weigh(senses: Sequence[Sense], told: Mapping[str, int], weights: PlaceWeights) -> None:
    """Fill in the chances of all senses of a report.

    Args:
        senses: one for each name.
        told: how often the report speaks of a country otherwise than by one of these names, by ISO alpha-3.
        weights: what speaks for a site.
    """
    alone = [[_alone(sense, site, weights) for site in sense.sites] for sense in senses]
    for sense, scores in zip(senses, alone, strict=True):
        sense.chances = _chances(scores, weights)
    for _ in range(ROUNDS):
        scene = _Scene(senses, told)
        for sense, scores in zip(senses, alone, strict=True):
            if len(sense.sites) > 1 or (sense.sites and sense.chances[0] < 1 - 1e-3):
                company = scene.without(sense)
                added = [company.speaks_for(site, weights) for site in sense.sites]
                sense.chances = _chances([one + other for one, other in zip(scores, added, strict=True)], weights)


def distance(one: Site, other: Site) -> float:
    """Kilometres between two sites, near enough for short distances."""
    across = (one.longitude - other.longitude + 180) % 360 - 180
    across *= cos(radians((one.latitude + other.latitude) / 2))
    return KM_A_DEGREE * sqrt((one.latitude - other.latitude) ** 2 + across**2)


def _alone(sense: Sense, site: Site, weights: PlaceWeights) -> float:
    """What speaks for a site whatever else the report says."""
    people = max(site.population or SUPPOSED.get(site.kind, 0), FEWEST)
    score = weights.kinds[site.kind] + weights.population * log10(people / FEWEST)
    score += weights.usual * site.usual
    if sense.placed:
        score += weights.placed
    if sense.inside:
        score += weights.inside
    if sense.called:
        score += weights.called if site.kind in sense.called else -weights.called
    if site.kind == "town" and site.country == sense.capital_of:
        score += weights.capital
    return score


def _chances(scores: Sequence[float], weights: PlaceWeights) -> list[float]:
    top = max([*scores, weights.unknown])
    parts = [exp(score - top) for score in scores]
    total = sum(parts) + exp(weights.unknown - top)
    return [part / total for part in parts]


class _Scene:
    """What a report speaks of, as far as its names are likely to mean it."""

    __slots__ = ("_points", "_told", "_total", "_within")

    def __init__(self, senses: Sequence[Sense], told: Mapping[str, int]) -> None:
        self._told: dict[str, float] = defaultdict(float, told)
        self._within: dict[tuple[str, str], float] = defaultdict(float)
        self._points: list[tuple[Sense, Site, float]] = []
        for sense in senses:
            self._add(sense, 1)
            best = sense.best()
            if best is not None and best[0].kind in _SPOTS:
                self._points.append((sense, *best))
        self._total = sum(told.values()) + sum(min(sense.mentions, MANY) for sense in senses)

    def _add(self, sense: Sense, sign: int) -> None:
        mentions = sign * min(sense.mentions, MANY)
        for site, chance in zip(sense.sites, sense.chances, strict=True):
            if site.country:
                self._told[site.country] += mentions * chance
                if site.division:
                    self._within[site.country, site.division] += mentions * chance

    def without(self, sense: Sense) -> _Scene:
        """The scene but for one sense: a name does not speak for itself."""
        rest = object.__new__(_Scene)
        rest._told, rest._within, rest._total = self._told.copy(), self._within.copy(), self._total
        rest._points = [point for point in self._points if point[0] is not sense]
        rest._add(sense, -1)
        rest._total -= min(sense.mentions, MANY)
        return rest

    def speaks_for(self, site: Site, weights: PlaceWeights) -> float:
        """What a site gains by the company of the report's other places."""
        total = max(self._total, 1)
        score = 0.0
        if site.country:
            told = max(self._told.get(site.country, 0.0), 0.0)
            score += weights.country * min(told, 1) + weights.country_share * told / total
        if site.division:
            within = max(self._within.get((site.country, site.division), 0.0), 0.0)
            score += weights.division * min(within, 1) + weights.division_share * within / total
        if site.kind in _SPOTS:
            score += weights.near * min(self._near(site), 2)
        return score

    def _near(self, site: Site) -> float:
        found = 0.0
        for _, other, chance in self._points:
            if abs(other.latitude - site.latitude) * KM_A_DEGREE < FAR:
                away = distance(site, other)
                if away < FAR:
                    found += chance * exp(-away / CLOSE)
        return found
