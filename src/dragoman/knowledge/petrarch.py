"""Known actors from a PETRARCH actor dictionary, its dated roles honoured.

An actor is a name with underscores, further names on lines that begin with ``+``, and codes in brackets beside or
below, each alone or with dates: ``[KENGOV 021230-130409]``, ``[KENELI >130409]``, ``[KENOPP <021230]``. ``#`` and ``;``
begin remarks. A code is a country's or an international one and then CAMEO roles, three letters each; what is no role
of PLOVER's (religions, ethnic groups, cities) is left out. ``petrarch.toml`` has the tables.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from string import capwords
from typing import Any

import rtoml

from dragoman.errors import KnowledgeError
from dragoman.knowledge.known import Known, Post
from dragoman.lexicon.word_groups import SECTORS
from dragoman.ontology.countries import load_countries

_REMARK = re.compile(r"[#;].*")
_CODES = re.compile(r"\[([^\]]*)\]")
_CODE = re.compile(r"([A-Z*-]{2,}(?:[A-Za-z*]*))(?:\s+(?:([<>])\s*(\d{6}|\d{8})|(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8})?))?$")
_CENTURY = 50
"""Years of two digits from this on are of the 1900s."""


@dataclass(slots=True)
class _Draft:
    """An actor while its lines are read."""

    names: list[str]
    posts: list[Post] = field(default_factory=list)


def read_dictionary(text: str, source: str) -> list[Known]:
    """The actors of a dictionary. Their kind is not told: a name may be a person's or a body's.

    Raises:
        KnowledgeError: lines that are no names and no codes; every fault is listed.
    """
    drafts: list[_Draft] = []
    faults: list[str] = []
    for number, whole in enumerate(text.splitlines(), 1):
        line = _REMARK.sub("", whole).strip()
        if not line or line.startswith("<!"):
            continue
        name = _CODES.sub("", line).strip()
        if not drafts and (name.startswith("+") or not name):
            faults.append(f"line {number}: a code or a further name before any name")
            continue
        if name.startswith("+"):
            drafts[-1].names.append(_plain(name[1:]))
        elif name:
            drafts.append(_Draft([_plain(name)]))
        for code in _CODES.findall(line):
            post = _post(code.strip())
            if post is None:
                faults.append(f"line {number}: [{code}] is no code such as [KENGOV], [KENGOV >021230]")
            else:
                drafts[-1].posts.append(post)
    if faults:
        raise KnowledgeError(source, faults)
    return [
        Known(tuple(dict.fromkeys(draft.names)), None, tuple(sorted(draft.posts, key=_undated)))
        for draft in drafts
        if draft.posts
    ]


def _plain(name: str) -> str:
    return capwords(" ".join(name.replace("_", " ").split()))


def _undated(post: Post) -> bool:
    """Roles without dates hold where no dated one does, so they go last."""
    return post.start is None and post.end is None


def _post(code: str) -> Post | None:
    """The role of one pair of brackets, None if it is none."""
    found = _CODE.match(code)
    if found is None:
        return None
    letters, side, bound, first, last = found.groups()
    try:
        if side == "<":
            start, end = None, _day(bound) - timedelta(days=1)
        elif side == ">":
            start, end = _day(bound), None
        else:
            start, end = _day(first) if first else None, _day(last) if last else None
    except ValueError:
        return None
    country, sectors = _read_code(letters)
    return Post(country, sectors, start, end)


def _day(digits: str) -> date:
    if len(digits) == 6:
        digits = ("19" if int(digits[:2]) >= _CENTURY else "20") + digits
    return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))


def _read_code(letters: str) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors of a CAMEO actor code."""
    tables, countries = _tables(), load_countries().table
    pieces = [letters[at : at + 3].upper() for at in range(0, len(letters), 3)]
    country = tables["countries"].get(pieces[0], pieces[0])
    roles = pieces[1:] if country in countries else pieces
    sectors = [code for role in roles for code in tables["roles"].get(role, [role] if role in SECTORS else [])]
    return country if country in countries else None, tuple(dict.fromkeys(sectors))


@cache
def _tables() -> Mapping[str, Any]:
    text = (files("dragoman.knowledge") / "petrarch.toml").read_text(encoding="utf-8")
    tables: dict[str, Any] = rtoml.loads(text)
    return tables
