"""People whose full names are nearly one: never joined, but shown to the analyst if something else says the same."""

from __future__ import annotations

from itertools import combinations

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.company import Company, Evidence, kinship, standing
from dragoman.ontology.name_scores import resemblance
from dragoman.ontology.names import compare, name_key, tokens

NEAR = 0.8  # of names a slip of the pen may have made of one another
_MOST_IN_BLOCK = 40  # names that share all words but one; where more do, the words are common and say little
_Key = tuple[str, ...]


def near_misses(clusters: Clusters, company: Company) -> list[tuple[int, int, tuple[str, ...]]]:
    """Pairs of people whose names differ in one word by little, with office, kin or company in common, and why.

    Only people of one country or of none told. Names are sought by all of their words but one, and how that one begins.
    """
    blocks: dict[_Key, dict[str, set[int]]] = {}
    for root in clusters.roots():
        if clusters.profiles[root].kind != "person":
            continue
        for name in clusters.full_names(root):
            for key in _keys(name):
                blocks.setdefault(key, {}).setdefault(name, set()).add(root)
    found: dict[tuple[int, int], tuple[str, ...]] = {}
    for _, names in sorted(blocks.items()):
        if 1 < len(names) <= _MOST_IN_BLOCK:
            for a, b in combinations(sorted(names), 2):
                for one, other in sorted({(min(x, y), max(x, y)) for x in names[a] for y in names[b]}):
                    reasons = _reasons(clusters, company, (one, a), (other, b)) if (one, other) not in found else ()
                    if reasons:
                        found[one, other] = reasons
    return [(one, other, reasons) for (one, other), reasons in sorted(found.items())]


def _keys(name: str) -> list[_Key]:
    keys = [name_key(word) or word for word in tokens(name)]
    return [(key[:1], *sorted(keys[:at] + keys[at + 1 :])) for at, key in enumerate(keys)]


def _reasons(clusters: Clusters, company: Company, one: tuple[int, str], other: tuple[int, str]) -> tuple[str, ...]:
    """What says that two clusters are one although their names differ; none if nothing does beside the names."""
    (a, name), (b, near) = one, other
    countries = clusters.countries(a), clusters.countries(b)
    if a == b or (countries[0] and countries[1] and countries[0].isdisjoint(countries[1])):
        return ()
    if compare(name, near).verdict != "different" or _told_apart(clusters, a, b):
        return ()
    evidence = Evidence()
    standing(clusters, a, b, evidence)
    kinship(clusters, a, b, evidence)
    company.shared(a, b, evidence)
    likeness = resemblance(name, near) if evidence.strong else None
    if likeness is None or likeness.score < NEAR:
        return ()
    return (f"“{name}” and “{near}”: {'; '.join(likeness.reasons)}",)


def _told_apart(clusters: Clusters, a: int, b: int) -> bool:
    """Whether one report knows both."""
    here = {clusters.profiles[index].key.record for index in clusters.members(a)}
    return any(clusters.profiles[index].key.record in here for index in clusters.members(b))
