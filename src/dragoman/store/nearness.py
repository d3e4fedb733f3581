"""Reports of nearly the same text, found by marks of their texts at a cost that does not grow with the casebook."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from functools import cache

from sqlalchemy import CompoundSelect, bindparam, delete, insert, or_, select, union_all
from sqlalchemy.orm import Session

from dragoman.casebook.reuse import ENOUGH, NEAR_SHARE, Signature, alike
from dragoman.store.items import NearReport
from dragoman.store.tables import DigestRow, MarkRow, NearRow, ReportRow

_MOST = 40  # reports of one mark that are looked at; more have a phrase of the trade in common, or one of these


def mark(session: Session, report: str, signature: Signature) -> None:
    """Takes a report in among those that others find, in the place of what it was found by before."""
    session.execute(delete(MarkRow).where(MarkRow.report == report))
    rows = [{"value": value, "report": report} for value in signature.marks]
    if rows:
        session.execute(insert(MarkRow), rows)


def relate(session: Session, report: str, signature: Signature) -> None:
    """Notes which reports have nearly the text of a new one."""
    candidates = sorted(_candidates(session, signature) - {report})
    for other, theirs in _signatures(session, candidates, short=len(signature.sample) < ENOUGH).items():
        share = alike(signature, theirs)
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
    if not signature.marks:
        return set()
    given = {f"mark{number}": value for number, value in enumerate(signature.marks)}
    return set(session.scalars(_holders(len(given)), given))


@cache
def _holders(marks: int) -> CompoundSelect[tuple[str]]:
    """The reports that have a mark in common with a text that has so many, a few for each mark."""
    each = (
        select(MarkRow.report).where(MarkRow.value == bindparam(f"mark{number}")).order_by(MarkRow.report).limit(_MOST)
        for number in range(marks)
    )
    return union_all(*(select(few.subquery().c.report) for few in each))


def _signatures(session: Session, reports: Sequence[str], *, short: bool) -> dict[str, Signature]:
    """The signatures of reports, in their order; asked for together, for there are dozens for a text of the trade.

    Marks are asked for where texts are compared by them: of short ones, or of all with one that is ``short``.
    """
    if not reports:
        return {}
    kept = session.execute(select(DigestRow.report, DigestRow.sample).where(DigestRow.report.in_(reports)))
    samples = {report: array("I", sample) for report, sample in kept}
    by_marks = [report for report in reports if short or len(samples.get(report, ())) < ENOUGH]
    marks: dict[str, list[int]] = {}
    marked = select(MarkRow.report, MarkRow.value).where(MarkRow.report.in_(by_marks)).order_by(MarkRow.value)
    for report, value in session.execute(marked) if by_marks else ():
        marks.setdefault(report, []).append(value)
    return {report: Signature(samples.get(report, ()), marks.get(report, ())) for report in reports}
