"""Joining profiles into actors under constraints: what must never be one actor is kept apart however it is reached."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Set
from functools import lru_cache
from typing import TypeVar

from dragoman.casebook.judgements import Judgements
from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import Profile
from dragoman.ontology.names import compare

TWO_NAMES = "are two names"
_CACHE = 65_536
_NONE: frozenset[str] = frozenset()
_Item = TypeVar("_Item")


class _Held:
    """What the profiles of a cluster of two and more have together. Equal sets are shared as far as they can be."""

    __slots__ = (
        "bare", "countries", "evidence", "full", "identifiers", "judged", "kin", "members", "ordered", "records",
        "roles", "sectors",
    )  # fmt: skip

    def __init__(self, index: int, profile: Profile, judged: bool) -> None:
        self.members = [index]
        self.ordered = True
        self.records = {profile.key.record}
        self.countries = _set_of((profile.country,)) if profile.country else _NONE
        self.full = _set_of(profile.full)
        self.bare = _set_of(profile.bare)
        self.roles = _set_of(profile.roles)
        self.sectors = _set_of(profile.sectors)
        self.kin = _set_of(tuple((profile.key.record, local) for local in profile.kin))
        self.identifiers = profile.identifiers
        self.judged: tuple[Pointer, ...] = (profile.key,) if judged else ()
        self.evidence: dict[str, None] = {}

    def take(self, other: _Held, *, first: bool) -> None:
        """Takes another's profiles in; ``first`` if its reasons come before its own."""
        self.members += other.members
        self.ordered = False
        self.records |= other.records
        self.countries = _both(self.countries, other.countries)
        self.full = _both(self.full, other.full)
        self.bare = _both(self.bare, other.bare)
        self.roles = _both(self.roles, other.roles)
        self.sectors = _both(self.sectors, other.sectors)
        self.kin = _both(self.kin, other.kin)
        if self.identifiers != other.identifiers:
            ours, theirs = dict(self.identifiers), dict(other.identifiers)
            self.identifiers = tuple(({**theirs, **ours} if first else {**ours, **theirs}).items())
        self.judged += other.judged
        if first:
            self.evidence = {**other.evidence, **self.evidence}
        else:
            self.evidence.update(other.evidence)


@lru_cache(_CACHE)
def _set_of(items: tuple[_Item, ...]) -> frozenset[_Item]:
    return frozenset(items)


def _both(one: frozenset[_Item], other: frozenset[_Item]) -> frozenset[_Item]:
    """The union, and no third set where one of the two is all of it."""
    return one if other <= one else one | other


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
        self._root = array("l", range(len(profiles)))
        self._held: dict[int, _Held] = {}
        self._first: dict[str, int] = {}
        for place, profile in enumerate(profiles):
            self._first.setdefault(profile.key.record, place)
        for item in sorted(judgements.items):
            index = self.index_of(*item)
            for same in sorted(judgements.same_as(item)):
                other = self.index_of(*same)
                if index is not None and other is not None and index < other:
                    self._merge(self.root(index), self.root(other), ["judged the same by the analyst"])

    def index_of(self, record: str, item: str) -> int | None:
        """The index of the profile of an actor of a record; None if the record does not list it."""
        start = self._first.get(record)
        if start is None:
            return None
        place = bisect_left(self.profiles, (record, item), start, key=_key)
        return place if place < len(self.profiles) and self.profiles[place].key == (record, item) else None

    def indices_in(self, record: str) -> Iterator[int]:
        """The indices of the profiles of a report."""
        for index in range(self._first.get(record, len(self.profiles)), len(self.profiles)):
            if self.profiles[index].key.record != record:
                return
            yield index

    def named_in(self, record: str) -> set[int]:
        """The clusters that a report has by name."""
        return {
            self.root(index)
            for index in self.indices_in(record)
            if self.profiles[index].names or self.profiles[index].state
        }

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
        return [index for index, root in enumerate(self._root) if index == root]

    def members(self, root: int) -> list[int]:
        """Profile indices of a cluster, sorted."""
        held = self._held.get(root)
        if held is None:
            return [root]
        if not held.ordered:
            held.members.sort()
            held.ordered = True
        return held.members

    def full_names(self, root: int) -> list[str]:
        """Full names of a cluster, fullest first."""
        held = self._held.get(root)
        names = held.full if held else self.profiles[root].full
        return sorted(names, key=lambda name: (-len(name.split()), -len(name), name))

    def bare_names(self, root: int) -> Collection[str]:
        """Names of one word of a cluster of people."""
        held = self._held.get(root)
        return held.bare if held else self.profiles[root].bare

    def roles(self, root: int) -> Set[tuple[str, str]]:
        """Offices of a cluster, as (title, of)."""
        held = self._held.get(root)
        return held.roles if held else _set_of(self.profiles[root].roles)

    def sectors(self, root: int) -> Set[str]:
        """Sectors of a cluster."""
        held = self._held.get(root)
        return held.sectors if held else _set_of(self.profiles[root].sectors)

    def kin(self, root: int) -> set[int]:
        """Clusters that some report calls kin of a cluster."""
        held, profile = self._held.get(root), self.profiles[root]
        told = held.kin if held else [(profile.key.record, local) for local in profile.kin]
        return {self.root(index) for index in (self.index_of(*item) for item in told) if index is not None}

    def countries(self, root: int) -> Set[str]:
        """Countries of a cluster: one at most, but for those joined past their countries."""
        held = self._held.get(root)
        if held:
            return held.countries
        country = self.profiles[root].country
        return _set_of((country,)) if country else _NONE

    def evidence(self, root: int) -> tuple[str, ...]:
        """Why the members were joined."""
        held = self._held.get(root)
        return tuple(held.evidence) if held else ()

    def conflict(self, a: int, b: int, *, past_country: bool = False) -> str | None:
        """Why two clusters cannot be one actor; None if nothing speaks against it."""
        one, two = self.root(a), self.root(b)
        if one == two:
            return None
        ours, theirs = self._look(one), self._look(two)
        if not ours.records.isdisjoint(theirs.records):
            return "one report tells them apart"
        if ours.judged and theirs.judged and self._judgements.apart(ours.judged, theirs.judged):
            return "judged different by the analyst"
        here, there = ours.countries, theirs.countries
        if not past_country and here and there and here.isdisjoint(there):
            return f"{min(here)} against {min(there)}"
        known = dict(theirs.identifiers)
        for scheme, value in ours.identifiers:
            if known.get(scheme, value) != value:
                return f"two {scheme} identifiers"
        for name in sorted(ours.full):
            for other in sorted(theirs.full):
                if compare(name, other).verdict == "different":
                    return f"“{name}” and “{other}” {TWO_NAMES}"
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
        return self._judgements.settled(self._look(self.root(a)).judged, self._look(self.root(b)).judged)

    def _look(self, root: int) -> _Held:
        """What a cluster holds; of a single profile it is not kept, since most profiles stay single."""
        held = self._held.get(root)
        profile = self.profiles[root]
        return held or _Held(root, profile, judged=profile.key in self._judgements.items)

    def _merge(self, one: int, two: int, evidence: Iterable[str]) -> None:
        if one == two:
            return
        one, two = min(one, two), max(one, two)
        ours, theirs = self._look(one), self._look(two)
        self._held.pop(two, None)
        self._root[two] = one
        if len(ours.members) >= len(theirs.members):
            ours.take(theirs, first=False)
        else:  # the larger takes the smaller in, or a state's thousands would be copied for each that joins them
            theirs.take(ours, first=True)
            ours = theirs
        ours.evidence.update(dict.fromkeys(evidence))
        self._held[one] = ours


def _key(profile: Profile) -> Pointer:
    return profile.key
