"""How much two reports have in common: the actors with names that both tell of."""

from __future__ import annotations

from collections.abc import Mapping, Set
from typing import NamedTuple

from dragoman.casebook.clusters import Clusters
from dragoman.ontology.names import name_key, tokens


class _Named(NamedTuple):
    """What a report has by name: clusters, and its people by the sounds of their words.

    ``alone`` are the people it calls by one word only, ``full`` those it calls by more.
    """

    clusters: frozenset[int]
    alone: Mapping[str, frozenset[int]]
    full: Mapping[str, frozenset[int]]


class CommonGround:
    """Reports held against each other, in terms of the clusters as they are now."""

    def __init__(self, clusters: Clusters) -> None:
        self._clusters = clusters
        self._named: dict[str, _Named] = {}

    def between(self, record: str, other: str, *, besides: Set[int]) -> int:
        """How many named actors two reports have in common besides some clusters.

        Surnames alone count with those whom the other report calls by them in full, and twice: who calls three people
        by surnames that are those of another report's takes them for known.
        """
        ours, theirs = self._of(record), self._of(other)
        both = (ours.clusters & theirs.clusters) - besides
        fitting = self._fitting(ours, theirs, both | besides) | self._fitting(theirs, ours, both | besides)
        return len(both) + 2 * len(fitting)

    def _fitting(self, ours: _Named, theirs: _Named, besides: Set[int]) -> set[int]:
        """People whom one report calls by one word that is in the full name of somebody in another."""
        return {
            root
            for sound in ours.alone.keys() & theirs.full.keys()
            for root in ours.alone[sound] - besides
            for fitting in theirs.full[sound] - besides
            if self._clusters.conflict(root, fitting) is None
        }

    def _of(self, record: str) -> _Named:
        if record not in self._named:
            alone: dict[str, set[int]] = {}
            full: dict[str, set[int]] = {}
            for index in self._clusters.indices_in(record):
                profile = self._clusters.profiles[index]
                by_sound = full if profile.full else alone
                for name in () if profile.anonymous else profile.full or profile.bare:
                    for word in tokens(name):
                        by_sound.setdefault(name_key(word), set()).add(self._clusters.root(index))
            self._named[record] = _Named(
                frozenset(self._clusters.named_in(record)),
                {sound: frozenset(roots) for sound, roots in alone.items()},
                {sound: frozenset(roots) for sound, roots in full.items()},
            )
        return self._named[record]
