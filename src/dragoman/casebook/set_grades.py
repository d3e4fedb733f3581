"""The grades that the analyst has set on what is told of each event: no report is read and none compared for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from dragoman.casebook.grades import Grades
from dragoman.casebook.lineage import Lineage
from dragoman.casebook.model import Case, Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Chains:
    """The names along the voice chain of every event mention that somebody has passed on, outermost first."""

    chains: tuple[tuple[Pointer, tuple[str, ...]], ...]

    @classmethod
    def of(cls, lineage: Lineage) -> Self:
        """Those of a case; a chain of one name is its origin's and left out."""
        return cls(chains=tuple((mention, chain) for mention, chain in lineage.chain_of.items() if len(chain) > 1))


class Reliability:
    """How reliable the origins of a case are held to be."""

    def __init__(self, case: Case, grades: Grades) -> None:
        self._origins = {origin.id: origin for origin in case.origins}
        self._members = {actor.id: actor.members for actor in case.actors}
        self._grades = grades

    def of(self, origin_id: str, chain: Sequence[str], day: str | None) -> tuple[str | None, str | None]:
        """The reliability of what an origin says and whose it is, None and None if nobody on the way is graded.

        Args:
            origin_id: of the origin.
            chain: the names by way of whom it came, outermost first.
            day: when the report was published.
        """
        graded = ((value, name) for value, name in self._of_all(origin_id, chain, day) if value is not None)
        return next(graded, (None, None))

    def _of_all(self, origin_id: str, chain: Sequence[str], day: str | None) -> Iterator[tuple[str | None, str]]:
        """That of the origin, then of the outlets that pass it on, the nearest to it first."""
        origin = self._origins[origin_id]
        members = [member for actor in origin.actors for member in self._members[actor]]
        yield self._grades.source(members, day), origin.name
        if origin.kind in ("self", "outlet") and origin.named:
            yield self._grades.outlet(origin.name, day), origin.name
        for name in reversed(chain[:-1]):
            yield self._grades.outlet(name, day), name


def set_grades(case: Case, chains: Chains, days: Mapping[str, str | None], grades: Grades) -> dict[str, list[str]]:
    """Event → the grades that are set on what its origins say, as a claim shows them but without what is proposed.

    Args:
        case: the case.
        chains: of its event mentions.
        days: when each report was published.
        grades: the analyst's.
    """
    reliability = Reliability(case, grades)
    origin_of = {mention: origin.id for origin in case.origins for mention in origin.events}
    chain_of = dict(chains.chains)
    found: dict[str, list[str]] = {}
    for event in case.events:
        told: dict[str, list[Pointer]] = {}
        for mention in event.mentions:
            told.setdefault(origin_of[mention], []).append(mention)
        codes: dict[str, None] = {}
        for origin, mentions in told.items():
            first = mentions[0]
            letter, _ = reliability.of(origin, chain_of.get(first, ()), days[first.record])
            codes[f"{letter or ''}{grades.claim(mentions) or ''}"] = None
        if set_ones := [code for code in codes if code]:
            found[event.id] = set_ones
    return found
