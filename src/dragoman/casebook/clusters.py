"""Joining profiles into actors under constraints: what must never be one actor is kept apart however it is reached."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.casebook.judgements import Judgements
from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import Profile
from dragoman.ontology.names import compare


class Clusters:
    """A partition of profiles, coarsened by :meth:`join`.

    Invariants: no two profiles of one record in one cluster; no two full names that differ; no two values of one
    identifier; no two countries, unless :meth:`join` is told to look past that. What an analyst judged the same is one
    cluster from the start, whatever else holds; what was judged different never becomes one. Clusters are named by
    their smallest profile index, so that the result does not depend on the order of joins that all succeed.
    """

    def __init__(self, profiles: list[Profile], judgements: Judgements) -> None:
        self.profiles = profiles
        self._judgements = judgements
        self._root = list(range(len(profiles)))
        self._members: dict[int, list[int]] = {index: [index] for index in range(len(profiles))}
        self._records = [{profile.key.record} for profile in profiles]
        self._countries = [{profile.country} - {None} for profile in profiles]
        self._full = [set(profile.full) for profile in profiles]
        self._identifiers = [dict(profile.actor.identifiers) for profile in profiles]
        self._evidence: dict[int, dict[str, None]] = {}
        place = {profile.key: index for index, profile in enumerate(profiles)}
        for index, profile in enumerate(profiles):
            for same in sorted(judgements.same_as(profile.key) & place.keys()):
                if index < place[same]:
                    self._merge(self.root(index), self.root(place[same]), ["judged the same by the analyst"])

    def root(self, index: int) -> int:
        """The cluster a profile is in."""
        root = index
        while self._root[root] != root:
            root = self._root[root]
        while self._root[index] != root:
            self._root[index], index = root, self._root[index]
        return root

    def roots(self) -> list[int]:
        """All clusters, sorted."""
        return sorted(self._members)

    def members(self, root: int) -> list[int]:
        """Profile indices of a cluster, sorted."""
        return self._members[root]

    def full_names(self, root: int) -> list[str]:
        """Full names of a cluster, fullest first."""
        return sorted(self._full[root], key=lambda name: (-len(name.split()), -len(name), name))

    def countries(self, root: int) -> set[str | None]:
        """Countries of a cluster: one at most, but for those joined past their countries."""
        return self._countries[root]

    def evidence(self, root: int) -> tuple[str, ...]:
        """Why the members were joined."""
        return tuple(self._evidence.get(root, ()))

    def conflict(self, a: int, b: int, *, past_country: bool = False) -> str | None:
        """Why two clusters cannot be one actor; None if nothing speaks against it."""
        one, two = self.root(a), self.root(b)
        if one == two:
            return None
        if not self._records[one].isdisjoint(self._records[two]):
            return "one report tells them apart"
        if self._judgements.apart(self._keys(one), self._keys(two)):
            return "judged different by the analyst"
        here, there = self._countries[one], self._countries[two]
        if not past_country and here and there and here.isdisjoint(there):
            return f"{min(map(str, here))} against {min(map(str, there))}"
        for scheme, value in self._identifiers[one].items():
            if self._identifiers[two].get(scheme, value) != value:
                return f"two {scheme} identifiers"
        for name in sorted(self._full[one]):
            for other in sorted(self._full[two]):
                if compare(name, other).verdict == "different":
                    return f"“{name}” and “{other}” are two names"
        return None

    def join(self, a: int, b: int, evidence: Iterable[str], *, past_country: bool = False) -> bool:
        """Makes two clusters one unless they conflict; returns whether they are one now."""
        one, two = sorted((self.root(a), self.root(b)))
        if one == two:
            return True
        if self.conflict(one, two, past_country=past_country):
            return False
        self._merge(one, two, evidence)
        return True

    def settled(self, a: int, b: int) -> bool:
        """Whether the analyst has judged any members of two clusters against each other."""
        return self._judgements.settled(self._keys(self.root(a)), self._keys(self.root(b)))

    def _keys(self, root: int) -> list[Pointer]:
        return [self.profiles[index].key for index in self._members[root]]

    def _merge(self, one: int, two: int, evidence: Iterable[str]) -> None:
        if one == two:
            return
        one, two = min(one, two), max(one, two)
        self._root[two] = one
        self._members[one] = sorted(self._members[one] + self._members.pop(two))
        self._records[one] |= self._records[two]
        self._countries[one] |= self._countries[two]
        self._full[one] |= self._full[two]
        self._identifiers[one] |= self._identifiers[two]
        reasons = self._evidence.setdefault(one, {})
        reasons.update(dict.fromkeys(self._evidence.pop(two, {})))
        reasons.update(dict.fromkeys(evidence))
