"""Known actors from a CSV table: the form of the packaged tables and of a user's own.

Columns, by the names of the first line; only ``name`` must be there:

``name``     the fullest name
``also``     other names, acronyms and spellings, divided by ``|``
``kind``     person, organization, armed-group, …; empty is a person
``country``  ISO 3166 alpha-3, empty for international actors
``sectors``  PLOVER codes divided by spaces, the most specific first
``from``, ``to``  the first and last day it holds: 1999, 1999-05 or 1999-05-02; empty is open
``identifiers``   ``scheme=value`` divided by spaces: ``wikidata=Q42``

Lines with one name are one actor at several times.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from io import StringIO
from typing import cast, get_args

from dragoman.errors import KnowledgeError
from dragoman.knowledge.known import Known, Post, day_of
from dragoman.lexicon.word_groups import SECTORS
from dragoman.ontology.countries import load_countries
from dragoman.record import Kind

COLUMNS = ("name", "also", "kind", "country", "sectors", "from", "to", "identifiers")
_KINDS = frozenset(get_args(Kind)) - {"sources", "event", "time", "object", "other", "place", "country"}


def read_table(text: str, source: str) -> list[Known]:
    """The actors of a table.

    Raises:
        KnowledgeError: no ``name`` column, an unknown column, or lines with faults; every fault is listed.
    """
    rows = list(csv.reader(StringIO(text, newline="")))
    header = [column.strip().lower() for column in rows[0]] if rows else []
    if faults := _header_faults(header):
        raise KnowledgeError(source, faults)
    gathered: dict[str, list[tuple[Mapping[str, str], Post]]] = {}
    for number, row in enumerate(rows[1:], 2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(header):
            faults.append(f"line {number} has {len(row)} cells, the first line {len(header)}")
            continue
        cells = {column: cell.strip() for column, cell in zip(header, row, strict=False)}
        post, wrong = _post(cells)
        faults += [f"line {number}: {fault}" for fault in wrong]
        if not wrong:
            gathered.setdefault(cells["name"], []).append((cells, post))
    if faults:
        raise KnowledgeError(source, faults)
    return [_known(name, lines) for name, lines in gathered.items()]


def _header_faults(header: Sequence[str]) -> list[str]:
    if "name" not in header:
        return [f"the first line must name the columns, of which 'name' must be one; it has {', '.join(header) or '-'}"]
    faults = [f"unknown column {column!r}; allowed: {', '.join(COLUMNS)}" for column in header if column not in COLUMNS]
    return faults + [f"column {column!r} stands twice" for column in COLUMNS if header.count(column) > 1]


def _post(cells: Mapping[str, str]) -> tuple[Post, list[str]]:
    """What a line says, and what is wrong with it."""
    faults = [] if cells["name"] else ["no name"]
    kind = cells.get("kind", "")
    if kind and kind not in _KINDS:
        faults.append(f"unknown kind {kind!r}; allowed: {', '.join(sorted(_KINDS))}")
    country = cells.get("country", "")
    if country and load_countries().name(country) is None:
        faults.append(f"unknown country {country!r}; write ISO 3166 alpha-3, such as KEN")
    sectors = tuple(cells.get("sectors", "").split())
    faults += [
        f"unknown sector {code!r}; allowed: {', '.join(sorted(SECTORS))}" for code in sectors if code not in SECTORS
    ]
    faults += [f"{pair!r} is no scheme=value" for pair in cells.get("identifiers", "").split() if "=" not in pair]
    try:
        start, end = day_of(cells.get("from", "")), day_of(cells.get("to", ""), last=True)
    except ValueError as error:
        return Post(None), [*faults, str(error)]
    if start is not None and end is not None and end < start:
        faults.append(f"it ends ({cells['to']}) before it begins ({cells['from']})")
    return Post(country or None, sectors, start, end, cast("Kind", kind or "person")), faults


def _known(name: str, lines: Sequence[tuple[Mapping[str, str], Post]]) -> Known:
    also = (other.strip() for cells, _ in lines for other in cells.get("also", "").split("|"))
    pairs = (pair.partition("=") for cells, _ in lines for pair in cells.get("identifiers", "").split())
    return Known(
        names=tuple(dict.fromkeys([name, *(other for other in also if other)])),
        kind=lines[0][1].kind,
        posts=tuple(post for _, post in lines),
        identifiers={scheme: value for scheme, _, value in pairs},
    )
