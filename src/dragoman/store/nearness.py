"""Reports of nearly the same text, found by marks of their texts at a cost that does not grow with the casebook."""

from __future__ import annotations

from array import array

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from dragoman.casebook.reuse import NEAR_SHARE, Signature, alike
from dragoman.store.items import NearReport
from dragoman.store.tables import DigestRow, MarkRow, NearRow, ReportRow

_MOST = 40  # reports of one mark that are looked at; more have a phrase of the trade in common, or one of these


def mark(session: Session, report: str, signature: Signature) -> None:
    """Takes a report in among those that others find, in the place of what it was found by before."""
    session.execute(delete(MarkRow).where(MarkRow.report == report))
    session.add_all(MarkRow(value=value, report=report) for value in signature.marks)


def relate(session: Session, report: str, signature: Signature) -> None:
    """Notes which reports have nearly the text of a new one."""
    for other in sorted(_candidates(session, signature) - {report}):
        share = alike(signature, _signature(session, other))
        if share >= NEAR_SHARE:
            session.add(NearRow(one=min(report, other), other=max(report, other), share=share))


def near(session: Session, report: str) -> tuple[NearReport, ...]:
    """Reports of nearly the same text as one that is kept, the nearest first."""
    own = session.get_one(ReportRow, report)
    pairs = session.scalars(select(NearRow).where(or_(NearRow.one == report, NearRow.other == report)))
    found = []
    for pair in pairs:
        other = session.get_one(ReportRow, pair.other if pair.one == report else pair.one)
        version = own.outlet is not None and own.outlet == other.outlet
        found.append(
            (pair.share, NearReport(id=other.id, name=other.name, share=round(pair.share, 2), version=version))
        )
    return tuple(item for _, item in sorted(found, key=lambda pair: (-pair[0], pair[1].id)))


def _candidates(session: Session, signature: Signature) -> set[str]:
    found: set[str] = set()
    for value in signature.marks:
        wanted = select(MarkRow.report).where(MarkRow.value == value).order_by(MarkRow.report).limit(_MOST)
        found.update(session.scalars(wanted))
    return found


def _signature(session: Session, report: str) -> Signature:
    sample = session.scalars(select(DigestRow.sample).where(DigestRow.report == report)).one_or_none()
    marks = session.scalars(select(MarkRow.value).where(MarkRow.report == report).order_by(MarkRow.value))
    return Signature(array("I", sample or b""), list(marks))
