"""The grades of a casebook: kept with author, time and reason; never changed, only undone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from dragoman.casebook.grades import Grade
from dragoman.casebook.model import Pointer
from dragoman.store import undoing
from dragoman.store.items import StoredGrade
from dragoman.store.tables import GradeRow


def keep(session: Session, grade: Grade, *, by: str, at: datetime, why: str) -> StoredGrade:
    """Keeps a grade beside those made before it."""
    record, item = (None, None) if isinstance(grade.on, str) else grade.on
    row = GradeRow(
        what=grade.what, outlet=grade.on if isinstance(grade.on, str) else None, record=record, item=item,
        value=grade.value, since=grade.since, by=by, at=at, why=why,
    )  # fmt: skip
    session.add(row)
    session.flush()
    return _graded(row)


def undo(session: Session, number: int, at: datetime) -> StoredGrade:
    """Marks a grade as undone: the one before it holds again.

    Raises:
        CaseError: there is no such grade, or it is undone already.
    """
    return _graded(undoing.undo(session, GradeRow, number, at, f"grade g{number}", "dragoman grades"))


def made(session: Session, *, undone: bool) -> list[StoredGrade]:
    """The grades that stand, in the order they were made; with ``undone``, all."""
    return [_graded(row) for row in undoing.made(session, GradeRow, undone=undone)]


def _graded(row: GradeRow) -> StoredGrade:
    on = row.outlet if row.outlet is not None else Pointer(row.record or "", row.item or "")
    grade = Grade(what=row.what, on=on, value=row.value, since=row.since)  # type: ignore[arg-type]
    return StoredGrade(id=row.id, grade=grade, by=row.by, at=row.at, why=row.why, undone=row.undone)
