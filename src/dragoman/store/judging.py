"""The judgements of a casebook: kept with author, time and reason; never changed, only undone."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from dragoman.casebook.judgements import Judgement, Judgements
from dragoman.casebook.model import Pointer
from dragoman.store import undoing
from dragoman.store.items import StoredJudgement
from dragoman.store.tables import JudgementRow


def keep(session: Session, judgement: Judgement, *, by: str, at: datetime, why: str | None) -> StoredJudgement:
    """Keeps a judgement; those that stand on the same pair are undone.

    Raises:
        JudgementError: it contradicts others that stand.
    """
    pair = {judgement.one, judgement.other}
    standing = undoing.made(session, JudgementRow)
    others = [row for row in standing if _ends(row) != pair]
    Judgements([*(_judged(row).judgement for row in others), judgement])
    for row in standing:
        if _ends(row) == pair:
            row.undone = at
    one, other = judgement.one, judgement.other
    kept = JudgementRow(
        what=judgement.what, verdict=judgement.verdict, one_record=one.record, one_item=one.item,
        other_record=other.record, other_item=other.item, by=by, at=at, why=why,
    )  # fmt: skip
    session.add(kept)
    session.flush()
    return _judged(kept)


def undo(session: Session, number: int, at: datetime) -> StoredJudgement:
    """Marks a judgement as undone: the case is as if it had never been made.

    Raises:
        CaseError: there is no such judgement, or it is undone already.
    """
    return _judged(undoing.undo(session, JudgementRow, number, at, f"judgement {number}", "dragoman judgements"))


def made(session: Session, *, undone: bool) -> list[StoredJudgement]:
    """The judgements that stand, in the order they were made; with ``undone``, all."""
    return [_judged(row) for row in undoing.made(session, JudgementRow, undone=undone)]


def _ends(row: JudgementRow) -> set[Pointer]:
    return {Pointer(row.one_record, row.one_item), Pointer(row.other_record, row.other_item)}


def _judged(row: JudgementRow) -> StoredJudgement:
    judgement = Judgement(
        what="actor" if row.what == "actor" else "event",
        verdict=row.verdict,  # type: ignore[arg-type]
        one=Pointer(row.one_record, row.one_item),
        other=Pointer(row.other_record, row.other_item),
    )
    return StoredJudgement(id=row.id, judgement=judgement, by=row.by, at=row.at, why=row.why, undone=row.undone)
