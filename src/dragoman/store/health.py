"""Looking after a casebook: what is wrong with it, copies of it, and putting one back."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from pydantic import ValidationError
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from dragoman.casebook.judgements import Judgements
from dragoman.errors import CaseError, DragomanError
from dragoman.record import ReportRecord
from dragoman.store.book import Casebook
from dragoman.store.engine import open_engine
from dragoman.store.tables import ReportRow

_AT_ONCE = 200


def faults(book: Casebook) -> list[str]:
    """What is wrong with a casebook, one sentence each; none if it is whole."""
    found = list(_database_faults(book))
    if found:
        return found
    found = list(_report_faults(book))
    try:
        items = {(record.id, item) for record in book.records(removed=True) for item in _items(record)}
        found += [
            f"judgement {row.id} is on {item.item} of report {item.record[:12]}, which is not there"
            for row in book.judgements()
            for item in (row.judgement.one, row.judgement.other)
            if item not in items
        ]
        found += [
            f"grade g{row.id} is on {row.grade.on.item} of report {row.grade.on.record[:12]}, which is not there"
            for row in book.grades()
            if not isinstance(row.grade.on, str) and row.grade.on not in items
        ]
        Judgements(row.judgement for row in book.judgements())
    except (DragomanError, ValueError, zlib.error) as error:
        found.append(str(error).splitlines()[0])
    return found


def _items(record: ReportRecord) -> Iterator[str]:
    yield from (actor.id for actor in record.actors)
    yield from (event.id for event in record.events)


def _database_faults(book: Casebook) -> Iterator[str]:
    if book.engine.dialect.name != "sqlite":
        return
    with book.engine.connect() as connection:
        told = connection.execute(text("PRAGMA integrity_check")).scalars().all()
        yield from (f"the file is damaged: {line}" for line in told if line != "ok")
        broken = connection.execute(text("PRAGMA foreign_key_check")).all()
        yield from (f"a row of table {row[0]} refers to a report that is not there" for row in broken)


def _report_faults(book: Casebook) -> Iterator[str]:
    wanted = select(ReportRow.id, ReportRow.raw_sha256, ReportRow.raw, ReportRow.record).order_by(ReportRow.id)
    with Session(book.engine) as session:
        for report, digest, raw, packed in session.execute(wanted.execution_options(yield_per=_AT_ONCE)):
            name = f"report {report[:12]}"
            try:
                if sha256(zlib.decompress(raw)).hexdigest() != digest:
                    yield f"{name}: its bytes are not those it was read from"
                record = ReportRecord.model_validate_json(zlib.decompress(packed))
            except (zlib.error, ValidationError) as error:
                yield f"{name}: cannot be unpacked ({str(error).splitlines()[0]})"
                continue
            if record.id != report:
                yield f"{name}: holds the record of report {record.id[:12]}"


def back_up(book: Casebook, copy: Path) -> None:
    """Writes a whole copy of a casebook while others may use it; never over a file that is there.

    Raises:
        CaseError: the copy cannot be written, or the casebook is no SQLite file.
    """
    if book.engine.dialect.name != "sqlite":
        raise CaseError(f"{book.name}: is in a database server; back it up with the server's own tool (pg_dump)")
    if copy.exists():
        raise CaseError(f"{copy}: is there already; name another file")
    try:
        with book.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM INTO :copy"), {"copy": str(copy)})
    except Exception as error:
        reason = str(getattr(error, "orig", error))
        raise CaseError(f"{copy}: cannot be written ({reason}); name a file in a folder that is there") from error


def put_back(copy: Path, where: Path, *, replace: bool) -> None:
    """Makes a casebook of a copy, once the copy is known to be whole.

    Args:
        copy: what :func:`back_up` wrote.
        where: the casebook's path.
        replace: put it in the place of one that is there.

    Raises:
        CaseError: there is no copy, it is damaged, or a casebook is there and is not to be replaced.
    """
    if not copy.is_file():
        raise CaseError(f"{copy}: there is no such copy; check the path")
    with Casebook(open_engine(copy, create=False), str(copy)) as book:
        wrong = faults(book)
    if wrong:
        raise CaseError(f"{copy}: is damaged ({wrong[0]}); nothing was changed")
    if where.exists() and not replace:
        raise CaseError(f"{where}: is there already; name another file, or give --replace")
    with NamedTemporaryFile(dir=where.parent, suffix=".unfinished", delete=False) as unfinished:
        fresh = Path(unfinished.name)
    try:
        with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(fresh)) as target:
            source.backup(target)
        for left in ("-wal", "-shm"):
            Path(f"{where}{left}").unlink(missing_ok=True)
        fresh.replace(where)
    finally:
        fresh.unlink(missing_ok=True)
