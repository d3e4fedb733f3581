"""What an analyst holds of two items: one and the same, two, or unsure. The case is computed anew with it each time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.casebook.model import Pointer
from dragoman.errors import JudgementError

JudgedAs = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Two actors of records, or two event mentions, and what the analyst holds of them."""

    what: Literal["actor", "event"]
    verdict: JudgedAs
    one: Pointer
    other: Pointer

    def __post_init__(self) -> None:
        """Refuses an item judged against itself."""
        if self.one == self.other:
            raise JudgementError(f"{_shown(self.one)} is judged against itself; name two items")


class Judgements:
    """Judgements ready to be looked up.

    Of two on one pair the last holds; those on items that no record has do nothing. ``items`` are all that are judged.

    Raises:
        JudgementError: two items are judged different that other judgements make the same.
    """

    def __init__(self, judgements: Iterable[Judgement] = ()) -> None:
        self._pairs: dict[frozenset[Pointer], JudgedAs] = {
            frozenset((judgement.one, judgement.other)): judgement.verdict for judgement in judgements
        }
        self.items = frozenset(item for pair in self._pairs for item in pair)
        self._group: dict[Pointer, frozenset[Pointer]] = {}
        self._apart: dict[Pointer, set[Pointer]] = {}
        for one, other in self._judged("same"):
            merged = self.same_as(one) | self.same_as(other)
            self._group.update(dict.fromkeys(merged, merged))
        for one, other in self._judged("different"):
            if other in self.same_as(one):
                raise JudgementError(
                    f"{_shown(one)} and {_shown(other)} are judged different, and other judgements make them the "
                    "same; undo one of those first"
                )
            for item in self.same_as(one):
                self._apart.setdefault(item, set()).update(self.same_as(other))
            for item in self.same_as(other):
                self._apart.setdefault(item, set()).update(self.same_as(one))

    def _judged(self, verdict: JudgedAs) -> Iterator[tuple[Pointer, Pointer]]:
        for pair in sorted(tuple(sorted(pair)) for pair, judged in self._pairs.items() if judged == verdict):
            yield pair[0], pair[1]

    def same_as(self, item: Pointer) -> frozenset[Pointer]:
        """An item and all that are judged the same, by whatever way round."""
        return self._group.get(item, frozenset((item,)))

    def apart(self, ours: Iterable[Pointer], theirs: Collection[Pointer]) -> bool:
        """Whether any of ours is judged different from any of theirs, by itself or by what is the same as it."""
        return bool(self._apart) and any(
            not self._apart.get(item, frozenset()).isdisjoint(theirs) for item in ours
        )  # fmt: skip

    def at_odds(self, ours: Iterable[Pointer], theirs: Iterable[Pointer]) -> bool:
        """Whether taking ours for theirs could bring together what is judged different, by what is the same as one."""
        if not self._apart:
            return False
        sides = [*ours], [*theirs]
        same, different = (
            [any(item in told for item in side) for side in sides] for told in (self._group, self._apart)
        )
        return (same[0] and different[1]) or (same[1] and different[0])

    def settled(self, ours: Iterable[Pointer], theirs: Collection[Pointer]) -> bool:
        """Whether any pair of ours and theirs is judged in whatever way, so that it needs no review."""
        return bool(self._pairs) and any(
            frozenset((one, other)) in self._pairs for one in ours for other in theirs
        )  # fmt: skip


def _shown(item: Pointer) -> str:
    return f"{item.item} of report {item.record[:12]}"
