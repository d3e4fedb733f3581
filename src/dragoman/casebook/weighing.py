"""What speaks for and against two actors being one, or one being one: said in clauses, weighed for the review queue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from dragoman.casebook.clusters import TWO_NAMES, Clusters
from dragoman.casebook.company import Company, Evidence, kinship, standing
from dragoman.casebook.profiles import Profile
from dragoman.casebook.tables import load_tables
from dragoman.ontology.name_scores import NameKind, Resemblance, resemblance

AMBIGUOUS = "more than one could be meant"
_TOGETHER_DAYS = 30  # between reports that name somebody in two offices or on two sides: at once, as far as they tell
_NEAR_ENOUGH = 0.95  # names less near than this are said to differ within one actor
_INITIAL_MISSING = 0.91  # likewise of names that are part of one another: a middle initial left out is not worth a word
_MOST_NAMES = 6  # of a side that are compared, the fullest first
_SHOWN = 3
_MOST_MEMBERS = 50  # of a side that are looked at; more add nothing and cost time
# Weights against, in the units of company.py's evidence for: one of 1 halves the score, one of 2 quarters it.
_RULED_OUT, _NAMES, _SIDES, _OFFICES, _UNCLEAR = 2.0, 1.0, 1.0, 0.5, 0.5
_BARE = 1.0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Clauses for and against, and how likely the two are one: 0 to 1, an order rather than a probability."""

    evidence: tuple[str, ...]
    against: tuple[str, ...]
    score: float


def weigh(clusters: Clusters, company: Company, one: int, other: int, found: Iterable[str]) -> Weighed:
    """Everything that is known for and against two clusters, with the clauses that raised the doubt first.

    The score starts at how near the names are, goes half of the way to 1 for every unit of evidence beside them, and is
    halved by every unit against.

    Args:
        clusters: as they are in the end.
        company: among these clusters.
        one: a cluster.
        other: another.
        found: clauses for, or :data:`AMBIGUOUS`.
    """
    evidence = Evidence()
    if clusters.profiles[one].kind == clusters.profiles[other].kind == "person":
        standing(clusters, one, other, evidence)
        kinship(clusters, one, other, evidence)
        company.shared(one, other, evidence)
    reasons = dict.fromkeys((*found, *evidence.reasons))
    against = _against(clusters, company.published, one, other)
    if reasons.pop(AMBIGUOUS, "") is None:
        against.append((_UNCLEAR, AMBIGUOUS))
    nearest = name_resemblance(clusters, one, other)
    score = 1.0 - (1.0 - (nearest.score if nearest else 0.0)) * 0.5**evidence.weight
    score *= 0.5 ** sum(weight for weight, _ in against)
    return Weighed(tuple(reasons), tuple(dict.fromkeys(reason for _, reason in against)), round(score, 2))


def against_within(profiles: list[Profile]) -> tuple[str, ...]:
    """What speaks against the members of one cluster being one: two countries, two sides, names that differ."""
    found: list[str] = []
    countries = sorted({profile.country for profile in profiles if profile.country})
    if len(countries) > 1:
        found.append(f"told of {' and of '.join(countries)}")
    state, rebel = _side(profiles, speaks_for=True), _side(profiles, speaks_for=False)
    if state and rebel:
        found.append(f"{state[0][1]} against {rebel[0][1]}")
    names = sorted({name for profile in profiles for name in profile.full}, key=lambda name: (-len(name), name))
    for name in names[1:_MOST_NAMES]:
        likeness = resemblance(names[0], name)
        if likeness.score < (_INITIAL_MISSING if likeness.verdict == "part" else _NEAR_ENOUGH):
            found.append(f"“{name}” and “{names[0]}”: {'; '.join(likeness.reasons)}")
    return tuple(found[:_SHOWN])


def name_resemblance(clusters: Clusters, one: int, other: int) -> Resemblance | None:
    """The nearest two names of two clusters; None if one has none."""
    kind: NameKind = "person" if clusters.profiles[one].kind == "person" else "body"
    found = [resemblance(a, b, kind) for a, b in product(_names(clusters, one), _names(clusters, other))]
    return max(found, key=lambda likeness: (likeness.score, likeness.reasons), default=None)


def _names(clusters: Clusters, root: int) -> list[str]:
    """The names to compare: of a person the full ones, as far as there are any."""
    names = set(clusters.full_names(root))
    names = names or {name for member in clusters.members(root) for name in clusters.profiles[member].names}
    return sorted(names, key=lambda name: (-len(name), name))[:_MOST_NAMES]


def _against(clusters: Clusters, published: Mapping[str, int | None], one: int, other: int) -> list[tuple[float, str]]:
    ours = [clusters.profiles[index] for index in clusters.members(one)]
    theirs = [clusters.profiles[index] for index in clusters.members(other)]
    found: list[tuple[float, str]] = []
    conflict = clusters.conflict(one, other)
    if conflict:
        found.append((_other_names(clusters, one, other) if conflict.endswith(TWO_NAMES) else _RULED_OUT, conflict))
    found += [(_SIDES, reason) for reason in _sides(ours, theirs, published)]
    found += [(_OFFICES, reason) for reason in _offices(ours, theirs, published)]
    if clusters.profiles[one].kind == "person":
        found += [
            (_BARE, f"only called “{profiles[0].names[0]}”, a name many may have")
            for profiles in (ours, theirs)
            if profiles[0].names and not any(profile.full for profile in profiles)
        ]
    return found


def _other_names(clusters: Clusters, one: int, other: int) -> float:
    """The weight of names that differ: none if the nearest do, for how far is in the score of the names already."""
    nearest = name_resemblance(clusters, one, other)
    return 0.0 if nearest and nearest.verdict == "different" else _NAMES


def _sides(ours: list[Profile], theirs: list[Profile], published: Mapping[str, int | None]) -> list[str]:
    """Whether one speaks for a state and the other is told of as against one, in the same weeks."""
    for here, there in ((ours, theirs), (theirs, ours)):
        for (a, state), (b, rebel) in product(_side(here, speaks_for=True), _side(there, speaks_for=False)):
            if _together(a, b, published):
                return [f"{state} against {rebel}"]
    return []


def _side(profiles: list[Profile], *, speaks_for: bool) -> list[tuple[Profile, str]]:
    """The profiles told of as a state's, or as fighting one and as no state's, each with the sector that says so."""
    tables = load_tables()
    fighting = tables.against - {"OPP"}  # members of an opposition may hold an office
    found = []
    for profile in profiles:
        state, rebel = tables.state.intersection(profile.sectors), fighting.intersection(profile.sectors)
        told = state if speaks_for else rebel if not state else None
        if told:
            found.append((profile, min(told)))
    return found[:_MOST_MEMBERS]


def _offices(ours: list[Profile], theirs: list[Profile], published: Mapping[str, int | None]) -> list[str]:
    """Two offices at one time, where no title is shared: one of each side, the first by name."""
    vague = load_tables().vague
    here, there = ({role[0] for profile in side for role in profile.roles} for side in (ours, theirs))
    if any(x.endswith(y) or y.endswith(x) for x, y in product(here, there)):
        return []
    pairs = {
        (a, b)
        for one, other in product(_in_office(ours), _in_office(theirs))
        if _together(one, other, published)
        for (a, _), (b, _) in product(one.roles, other.roles)
        if a not in vague and b not in vague
    }
    return [f"“{a}” and “{b}” in the same weeks" for a, b in sorted(pairs)[:1]]


def _in_office(profiles: list[Profile]) -> list[Profile]:
    return [profile for profile in profiles if profile.roles][:_MOST_MEMBERS]


def _together(a: Profile, b: Profile, published: Mapping[str, int | None]) -> bool:
    one, two = published.get(a.key.record), published.get(b.key.record)
    return one is None or two is None or abs(one - two) <= _TOGETHER_DAYS
