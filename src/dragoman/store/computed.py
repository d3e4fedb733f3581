"""What was computed last, kept so that nothing is computed twice. Never the truth: it may be deleted.

A value is kept by its parts: every field that is a tuple in rows of some thousand items, so that a very large case is
never one string. It is found again only under the key it was kept by.
"""

from __future__ import annotations

import zlib
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import fields
from functools import cache
from hashlib import sha256
from itertools import groupby
from tempfile import TemporaryFile
from typing import Any, TypeVar, get_type_hints

from pydantic import TypeAdapter
from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from dragoman.casebook.judgements import Judgement
from dragoman.casebook.making import made_with
from dragoman.store.tables import ComputedRow

_T = TypeVar("_T")
_ITEMS = 2000  # of a field in one row
_LEVEL = 1  # of compression


def key_of(reports: Iterable[str], judgements: Iterable[Judgement], *more: object) -> str:
    """What a case follows from: its reports, the judgements that stand, and the program."""
    total = sha256(made_with("case").encode())
    for part in ((*reports,), (*map(repr, judgements),), tuple(map(repr, more))):
        total.update(f"{len(part)}\0".encode())
        total.update("\0".join(part).encode())
    return total.hexdigest()


def find(engine: Engine, kind: type[_T], key: str, **known: object) -> _T | None:
    """What was kept under a key; None if it was something else or nothing.

    Args:
        engine: of the casebook.
        kind: the dataclass of what is looked for.
        key: as of :func:`key_of`.
        known: fields that were not kept, with their values.
    """
    types = _types(kind)  # type: ignore[arg-type]  # a dataclass is hashable
    what = kind.__name__
    found: dict[str, Any] = dict(known)
    with Session(engine) as session:
        wanted = select(ComputedRow.part, ComputedRow.body).where(ComputedRow.what == what, ComputedRow.key == key)
        rows = session.execute(wanted.order_by(ComputedRow.part, ComputedRow.number)).all()
    for part, group in groupby(rows, key=lambda row: row.part):
        if part in types:
            values = [types[part].validate_json(zlib.decompress(row.body)) for row in group]
            found[part] = values[0] if len(values) == 1 else tuple(item for value in values for item in value)
    return kind(**found) if found.keys() == {field.name for field in fields(kind)} else None  # type: ignore[arg-type]


def keep(engine: Engine, value: Any, key: str, *, leave_out: Iterable[str] = ()) -> None:
    """Keeps a value in the place of the last of its kind; does nothing where the database cannot be written now."""
    what = type(value).__name__
    sizes: list[tuple[str, int, int]] = []
    with TemporaryFile() as bodies:  # of a very large case, before the database is locked for them
        for part, adapter in _types(type(value)).items():  # type: ignore[arg-type]
            for number, items in enumerate(_rows(getattr(value, part))) if part not in leave_out else ():
                sizes.append((part, number, bodies.write(zlib.compress(adapter.dump_json(items), _LEVEL))))
        bodies.seek(0)
        try:
            with Session(engine) as session, session.begin():
                session.execute(delete(ComputedRow).where(ComputedRow.what == what))
                for part, number, size in sizes:
                    row = {"what": what, "part": part, "number": number, "key": key, "body": bodies.read(size)}
                    session.execute(insert(ComputedRow), row)
        except OperationalError:
            return  # another is writing; it will be kept the next time


def _rows(whole: Any) -> list[Any]:
    if not isinstance(whole, tuple) or len(whole) <= _ITEMS:
        return [whole]
    return [whole[first : first + _ITEMS] for first in range(0, len(whole), _ITEMS)]


@cache
def _types(kind: Hashable) -> Mapping[str, TypeAdapter[Any]]:
    """How each field of a dataclass is written and read."""
    hints = get_type_hints(kind)
    return {field.name: TypeAdapter(hints[field.name]) for field in fields(kind)}  # type: ignore[arg-type]
