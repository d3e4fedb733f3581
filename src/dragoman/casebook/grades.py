"""The analyst's grades, by the Admiralty code of NATO: reliability A to F of outlets and sources, credibility 1 to 6.

The two are rated apart from one another, as NATO's AJP-2.1 (Intelligence Procedures; before it STANAG 2511) asks. ``F``
and ``6`` mean that it cannot be judged, never that it is low. Only the analyst sets grades; what the program
proposes (``claims.py``) is never kept as one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.casebook.lineage import outlet_key
from dragoman.casebook.model import Pointer
from dragoman.errors import GradeError

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
Graded = Literal["outlet", "source", "claim"]
_UNDATED = "9999"  # a report without a date is graded as its source stands last


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """What the analyst holds of an outlet (by name), a source (an actor of a report) or a claim (an event mention).

    ``since`` is the day of publication from which a reliability holds, ISO; None for always. A claim's has none.
    """

    what: Graded
    on: str | Pointer
    value: str
    since: str | None = None

    def __post_init__(self) -> None:
        """Refuses a value of the other scale, and a claim that is graded from a day on."""
        scale = CREDIBILITY if self.what == "claim" else RELIABILITY
        if self.value not in scale:
            kind = "the credibility of a claim" if self.what == "claim" else f"the reliability of an {self.what}"
            kind = kind.replace("an source", "a source")
            allowed = ", ".join(f"{value} ({words})" for value, words in scale.items())
            raise GradeError(f"{self.value!r} is no grade for {kind}; it is one of {allowed}")
        if self.what == "claim" and self.since:
            raise GradeError("a claim is graded as it stands; only a reliability can begin with a date")


class Grades:
    """Grades ready to be looked up. Of several on one thing the one made last holds, from its date on."""

    def __init__(self, grades: Iterable[Grade] = ()) -> None:
        self._made: dict[str | Pointer, list[Grade]] = {}
        for grade in grades:
            key = outlet_key(grade.on) if isinstance(grade.on, str) else grade.on
            self._made.setdefault(key, []).append(grade)

    def outlet(self, name: str, day: str | None) -> str | None:
        """The reliability of an outlet, by any name it goes by, for a report of a day; None if it is not graded."""
        return _standing(self._made.get(outlet_key(name), ()), day)

    def source(self, members: Iterable[Pointer], day: str | None) -> str | None:
        """The reliability of a case actor, by its members, for a report of a day."""
        return _standing(self._of(members), day)

    def claim(self, mentions: Iterable[Pointer]) -> str | None:
        """The credibility of a claim, by its event mentions."""
        return _standing(self._of(mentions), None)

    def _of(self, items: Iterable[Pointer]) -> list[Grade]:
        return [grade for item in items for grade in self._made.get(item, ())] if self._made else []


def _standing(grades: Iterable[Grade], day: str | None) -> str | None:
    """The grade in force on a day: the latest to begin, of those that begin together the one made last."""
    begun = [grade for grade in grades if (grade.since or "") <= (day or _UNDATED)]
    return max(enumerate(begun), key=lambda item: (item[1].since or "", item[0]))[1].value if begun else None
