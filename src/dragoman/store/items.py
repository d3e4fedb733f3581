"""What goes into a casebook and what it answers: plain frozen values, no rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from dragoman.casebook.grades import Grade
from dragoman.casebook.judgements import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes to be added: what they are called, and what the user says of them over what they say themselves."""

    name: str
    data: bytes
    published: date | None = None
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NearReport:
    """A report of nearly the same text.

    ``version`` if it is the same outlet's, so that one is the changed version of the other; else a copy.
    """

    id: str
    name: str
    share: float
    version: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """A document that is in the casebook now. ``new`` is False if it was before."""

    name: str
    report: str
    new: bool
    near: tuple[NearReport, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A document that could not be read. The casebook remembers it until it can."""

    name: str
    reason: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A report in the casebook, without its text. ``removed`` if it was taken out of the case."""

    id: str
    name: str
    outlet: str | None
    published: str | None
    title: str | None
    added: datetime
    removed: datetime | None
    why_removed: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredJudgement:
    """A judgement with its number, its author and when it was made and undone."""

    id: int
    judgement: Judgement
    by: str
    at: datetime
    why: str | None
    undone: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredGrade:
    """A grade with its number, its author and reason, and when it was made and undone."""

    id: int
    grade: Grade
    by: str
    at: datetime
    why: str
    undone: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A report that a search found: the words around the best hit, and ``[start, end)`` of every hit in them."""

    report: str
    passage: str
    hits: tuple[tuple[int, int], ...]
