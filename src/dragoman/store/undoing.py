"""What the analyst set stays as it was made and can only be undone: judgements and grades alike."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from dragoman.errors import CaseError
from dragoman.store.tables import GradeRow, JudgementRow

Row = TypeVar("Row", JudgementRow, GradeRow)


def undo(session: Session, rows: type[Row], number: int, at: datetime, name: str, command: str) -> Row:
    """Marks a row as undone and returns it.

    Args:
        session: of the casebook.
        rows: its table.
        number: its own.
        at: when.
        name: what a user calls it ("judgement 3").
        command: that lists all of them.

    Raises:
        CaseError: there is none of that number, or it is undone already.
    """
    row = session.get(rows, number)
    if row is None or row.undone is not None:
        state = "is undone already" if row else "does not exist"
        raise CaseError(f"{name} {state}; {command} lists them")
    row.undone = at
    return row


def made(session: Session, rows: type[Row], *, undone: bool = False) -> Sequence[Row]:
    """The rows that stand, in the order they were made; with ``undone``, all."""
    wanted = select(rows).order_by(rows.id)
    return session.scalars(wanted if undone else wanted.where(rows.undone.is_(None))).all()
