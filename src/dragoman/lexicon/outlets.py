"""News outlets: which names are outlets', and which of them are news agencies whose reports others carry."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError

_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEYS = {"name", "aliases", "wire", "country", "common"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """A known outlet; ``wire`` for news agencies, ``common`` if its name is an ordinary word too ("Time")."""

    name: str
    aliases: tuple[str, ...] = ()
    wire: bool = False
    country: str | None = None
    common: bool = False


@dataclass(frozen=True, slots=True)
class Outlets:
    """The table of outlets.

    ``by_key`` finds an outlet by the :func:`outlet_key` of any of its names; ``endings`` and ``openings`` are words, in
    lower case, that make an unknown name an outlet's, unless one of the ``things`` follows, which are none ("Press
    Statement"); ``generic`` are unnamed wire services, lower-case.
    """

    by_key: dict[str, Outlet]
    endings: frozenset[str]
    openings: frozenset[str]
    things: frozenset[str]
    generic: frozenset[str]

    def find(self, name: str) -> Outlet | None:
        """The known outlet of that name, or None."""
        return self.by_key.get(outlet_key(name))

    def same(self, one: str, other: str) -> bool:
        """Whether two names are one outlet's: equal but for case and article, or known aliases."""
        first, second = outlet_key(one), outlet_key(other)
        return first == second or (first in self.by_key and self.by_key[first] is self.by_key.get(second))

    def sounds_like_one(self, name: str) -> bool:
        """Whether a capitalised name of two words or more is built as an outlet's: "Sudan Tribune", "AllAfricaNews"."""
        words = _HUMP.sub(" ", name).split()
        if len(words) < 2 or not all(word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words):
            return False
        lower = [word.lower().strip(".,'’") for word in words]
        return lower[-1] in self.endings or lower[0] in self.openings or " ".join(lower[:2]) in self.openings


def outlet_key(name: str) -> str:
    """A name as the table compares it: lower-case, without quotation marks, apostrophes and a leading article."""
    key = " ".join(name.lower().replace("’", "").replace("'", "").strip(' "“”').split())
    return key.removeprefix("the ")


@functools.cache
def load_outlets() -> Outlets:
    """The packaged table of outlets.

    Raises:
        LexiconError: if the table breaks its schema; names every fault.
    """
    path = Path(__file__).with_name("outlets.toml")
    table: dict[str, Any] = rtoml.load(path)
    faults: list[str] = []
    by_key: dict[str, Outlet] = {}
    for row in table.get("outlet", ()):
        if unknown := sorted(set(row) - _KEYS):
            faults.append(f"{row.get('name')}: unknown keys {', '.join(unknown)}")
            continue
        outlet = Outlet(**{**row, "aliases": tuple(row.get("aliases", ()))})
        for name in (outlet.name, *outlet.aliases):
            key = outlet_key(name)
            if by_key.setdefault(key, outlet) is not outlet:
                faults.append(f"{name}: stands for both {by_key[key].name} and {outlet.name}")
    names = table.get("names", {})
    wanted = ("endings", "openings", "things", "generic")
    if unknown := sorted(set(names) ^ set(wanted)):
        faults.append(f"[names]: needs exactly {', '.join(wanted)}; check {', '.join(unknown)}")
    if faults:
        raise LexiconError(path.name, faults)
    return Outlets(by_key, **{name: frozenset(names[name]) for name in wanted})
