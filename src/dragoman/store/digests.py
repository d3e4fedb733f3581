"""The digests of a casebook's reports: made once, made again when the program has changed, read in a stream."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Engine, or_, select
from sqlalchemy.orm import Session

from dragoman.casebook.descriptions import Description
from dragoman.casebook.digest import Digest, Head, digest_of
from dragoman.casebook.making import made_with
from dragoman.casebook.model import Pointer
from dragoman.casebook.reuse import Signature, signature_of
from dragoman.record import ReportRecord
from dragoman.store.nearness import mark
from dragoman.store.tables import DigestRow, ReportRow

_AT_ONCE = 200  # digests read as rows, or made again in one transaction
_LEVEL = 1  # of compression: digests are read far more often than written


@cache
def _bodies() -> TypeAdapter[Digest]:
    return TypeAdapter(Digest)


@cache
def _descriptions() -> TypeAdapter[tuple[Description, ...]]:
    return TypeAdapter(tuple[Description, ...])


def row_of(record: ReportRecord, signature: Signature) -> DigestRow:
    """The digest of a report as it is kept."""
    digest, descriptions = digest_of(record)
    return DigestRow(
        report=record.id,
        made_with=made_with("digest"),
        sample=array("I", signature.sample).tobytes(),
        body=zlib.compress(_bodies().dump_json(digest), _LEVEL),
        descriptions=zlib.compress(_descriptions().dump_json(descriptions), _LEVEL),
    )


def refresh(engine: Engine) -> int:
    """Makes the digests that are missing or were made by another version; returns how many."""
    current = DigestRow.made_with == made_with("digest")
    wanted = select(ReportRow.id).outerjoin(DigestRow).where(or_(DigestRow.report.is_(None), ~current))
    with Session(engine) as session:
        stale = session.scalars(wanted.order_by(ReportRow.id)).all()
    for first in range(0, len(stale), _AT_ONCE):
        with Session(engine) as session, session.begin():
            for report in stale[first : first + _AT_ONCE]:
                packed = session.scalars(select(ReportRow.record).where(ReportRow.id == report)).one()
                record = ReportRecord.model_validate_json(zlib.decompress(packed))
                signature = signature_of(record.text)
                session.merge(row_of(record, signature))
                mark(session, report, signature)
    return len(stale)


class StoredDigests:
    """The digests of the reports in a case, or of some of them; read anew whenever they are asked for."""

    def __init__(self, engine: Engine, reports: Sequence[str] | None = None) -> None:
        self._engine = engine
        self._reports = reports

    def __iter__(self) -> Iterator[Digest]:
        """All of them by id."""
        shared: dict[object, object] = {}
        with Session(self._engine) as session:
            wanted = select(DigestRow.body).join(ReportRow).where(*self._among()).order_by(DigestRow.report)
            for packed in session.scalars(wanted.execution_options(yield_per=_AT_ONCE)):
                yield _slimmed(_bodies().validate_json(zlib.decompress(packed)), shared)

    def heads(self) -> Sequence[Head]:
        """The reports by id, without what they tell."""
        columns = select(ReportRow.id, ReportRow.outlet, ReportRow.published)
        with Session(self._engine) as session:
            rows = session.execute(columns.join(DigestRow).where(*self._among()).order_by(ReportRow.id))
            return [Head(*row) for row in rows]

    def descriptions(self, report: str) -> Sequence[Description]:
        """The actors without names of one report."""
        with Session(self._engine) as session:
            packed = session.scalars(select(DigestRow.descriptions).where(DigestRow.report == report)).one()
        return _descriptions().validate_json(zlib.decompress(packed))

    def samples(self) -> Mapping[str, Sequence[int]]:
        """A sample of the running text of every report."""
        with Session(self._engine) as session:
            rows = session.execute(select(DigestRow.report, DigestRow.sample).join(ReportRow).where(*self._among()))
            return {report: array("I", sample) for report, sample in rows}

    def _among(self) -> list[ColumnElement[bool]]:
        there = ReportRow.removed.is_(None)
        return [there] if self._reports is None else [there, DigestRow.report.in_(self._reports)]


def _slimmed(digest: Digest, shared: dict[object, object]) -> Digest:
    """A digest just read, with what is equal made one: a third of the memory of very many.

    Its items all name its report, and most of what is said of them is said of very many others.
    """
    for profile in digest.profiles:
        object.__setattr__(profile, "key", Pointer(digest.id, sys.intern(profile.key.item)))
        for name in ("called", "wordings", "names", "full", "bare", "offices", "roles", "sectors"):
            value = getattr(profile, name)
            object.__setattr__(profile, name, shared.setdefault(value, value))
    for scene in digest.scenes:
        object.__setattr__(scene, "key", Pointer(digest.id, sys.intern(scene.key.item)))
        for name in ("modes", "window", "place", "voice", "actors", "recipients", "present"):
            value = getattr(scene, name)
            object.__setattr__(scene, name, shared.setdefault(value, value))
    return digest
