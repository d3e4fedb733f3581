"""The reports of a casebook as rows: with their bytes and records, in the case or taken out, and files that failed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import datetime
from hashlib import sha256

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, undefer

from dragoman.casebook.reuse import signature_of
from dragoman.errors import CaseError
from dragoman.record import ReportRecord
from dragoman.store import digests, nearness, search
from dragoman.store.items import Document, Failed, Held
from dragoman.store.tables import FailureRow, ReportRow

_AT_ONCE = 200  # records held as rows at a time


class NewReport:
    """A report made ready before the database is locked for it."""

    def __init__(self, record: ReportRecord, document: Document, now: datetime) -> None:
        self._record = record
        self._signature = signature_of(record.text)
        self._digest = digests.row_of(record, self._signature)
        self._row = ReportRow(
            id=record.id,
            name=document.name,
            raw_sha256=sha256(document.data).hexdigest(),
            raw=zlib.compress(document.data),
            record=zlib.compress(record.to_json().encode("utf-8", "surrogatepass")),
            outlet=record.own_outlet,
            published=record.published,
            title=record.title,
            added=now,
        )

    def insert(self, session: Session) -> None:
        """Adds all rows of the report; its file is no failure any more."""
        session.add(self._row)
        session.flush()
        search.index(session, self._record)
        session.add(self._digest)
        nearness.relate(session, self._record.id, self._signature)
        nearness.mark(session, self._record.id, self._signature)
        waiting = (FailureRow.name == self._row.name, FailureRow.mended.is_(None))
        session.execute(update(FailureRow).where(*waiting).values(mended=self._row.added))


def held(session: Session, *, removed: bool) -> list[Held]:
    """The reports, the earliest published first, undated ones last; with ``removed``, those taken out as well."""
    rows = session.scalars(select(ReportRow).order_by(ReportRow.published.is_(None), ReportRow.published, ReportRow.id))
    return [_held(row) for row in rows if removed or row.removed is None]


def ids(session: Session) -> list[str]:
    """The ids of the reports in the case, sorted."""
    return [*session.scalars(select(ReportRow.id).where(ReportRow.removed.is_(None)).order_by(ReportRow.id))]


def records(session: Session, *, removed: bool) -> Iterator[ReportRecord]:
    """The records of the reports in the case, by id; with ``removed``, of those taken out as well."""
    wanted = select(ReportRow.id, ReportRow.record).order_by(ReportRow.id)
    if not removed:
        wanted = wanted.where(ReportRow.removed.is_(None))
    for _, packed in session.execute(wanted.execution_options(yield_per=_AT_ONCE)):
        yield _unpacked(packed)


def record(session: Session, report: str) -> ReportRecord:
    """The record of a report by its id."""
    return _unpacked(session.get_one(ReportRow, report, options=[undefer(ReportRow.record)]).record)


def find(session: Session, beginning: str) -> str:
    """The id of the report that begins so.

    Raises:
        CaseError: none does, or more than one.
    """
    # A whole id is looked up; only a beginning of one is sought among all.
    for like in (ReportRow.id == beginning, ReportRow.id.startswith(beginning, autoescape=True)):
        found = session.scalars(select(ReportRow.id).where(like).limit(2)).all()
        if found:
            break
    if len(found) != 1 or not beginning:
        problem = "more than one report" if len(found) > 1 else "no report"
        raise CaseError(f"{problem} has an id that begins with {beginning!r}; dragoman case reports lists them")
    return found[0]


def take_out(session: Session, report: str, at: datetime, why: str | None) -> None:
    """Takes a report out of the case; its rows stay."""
    row = session.get_one(ReportRow, report)
    row.removed, row.why_removed = at, why


def put_back(session: Session, report: str) -> None:
    """Puts a report back into the case."""
    row = session.get_one(ReportRow, report)
    row.removed, row.why_removed = None, None


def fail(session: Session, name: str, reason: str, at: datetime) -> None:
    """Remembers why a file could not be read, in the place of what was the reason before."""
    session.execute(delete(FailureRow).where(FailureRow.name == name, FailureRow.mended.is_(None)))
    session.add(FailureRow(name=name, reason=reason, at=at))


def failures(session: Session) -> list[Failed]:
    """Files that still have not been read, the oldest first."""
    rows = session.scalars(select(FailureRow).where(FailureRow.mended.is_(None)).order_by(FailureRow.id))
    return [Failed(name=row.name, reason=row.reason, at=row.at) for row in rows]


def _unpacked(packed: bytes) -> ReportRecord:
    return ReportRecord.model_validate_json(zlib.decompress(packed))


def _held(row: ReportRow) -> Held:
    return Held(
        id=row.id, name=row.name, outlet=row.outlet, published=row.published, title=row.title, added=row.added,
        removed=row.removed, why_removed=row.why_removed,
    )  # fmt: skip
