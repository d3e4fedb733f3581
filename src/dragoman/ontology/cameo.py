"""CAMEO codes from PLOVER codings and back.

The way from CAMEO is a table. The way to CAMEO chooses the code whose line fits best; where several fit alike, it takes
the code above them, because naming one of them would claim more than PLOVER says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.errors import LexiconError
from dragoman.ontology.plover import Plover, load_plover


@dataclass(frozen=True, slots=True, kw_only=True)
class CameoCode:
    """One CAMEO code and its PLOVER coding. ``type`` is None for a code that PLOVER drops."""

    code: str
    label: str
    type: str | None = None
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    one_way: bool = False
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Cameo:
    """The table, both ways. ``preferred`` has the code of (type, mode or "any") where lines do not settle it."""

    codes: Mapping[str, CameoCode]
    preferred: Mapping[tuple[str, str], str]
    _by_type: Mapping[str, tuple[CameoCode, ...]]

    def to_plover(self, code: str) -> CameoCode | None:
        """The line of a code, None for an unknown one. A four-digit code not in the table counts as its parent."""
        return self.codes.get(code) or self.codes.get(code[:3])

    def from_plover(self, event_type: str, modes: Sequence[str] = (), contexts: Sequence[str] = ()) -> str:
        """The CAMEO code of a PLOVER coding, three or four digits.

        Modes count before contexts: contexts choose among the lines that fit the modes.

        Raises:
            KeyError: no such PLOVER type.
        """
        lines = self._by_type[event_type]
        ranked: list[tuple[tuple[int, int, int], str]] = []
        for line in lines:
            if any(mode not in modes for mode in line.modes) or (modes and not line.modes):
                continue
            shared = sum(context in contexts for context in line.contexts)
            ranked.append(((-len(line.modes), len(line.contexts) - shared, -shared), line.code))
        lowest = min((rank for rank, _ in ranked), default=None)
        best = [code for rank, code in ranked if rank == lowest]
        if len(best) == 1:
            return best[0]
        for mode in modes or ("any",):
            if (event_type, mode) in self.preferred:
                return self.preferred[event_type, mode]
        return self._common(best) if best else self.from_plover(event_type, (), contexts)

    def _common(self, codes: Sequence[str]) -> str:
        """The one code, or the nearest code above all of them."""
        first = min(codes)
        for parent in (first[:3], first[:2] + "0"):
            if parent in self.codes and all(code.startswith(parent.removesuffix("0")) for code in codes):
                return parent
        return first


@cache
def load_cameo() -> Cameo:
    """The packaged table.

    Raises:
        LexiconError: the table breaks its schema or names what PLOVER does not have; every fault is listed.
    """
    return build_cameo(rtoml.load(Path(__file__).with_name("cameo.toml")), load_plover())


def build_cameo(table: dict[str, Any], plover: Plover) -> Cameo:
    """The two-way table of a parsed file.

    Raises:
        LexiconError: an unknown key, a code of the wrong shape, or a coding that PLOVER does not have.
    """
    faults: list[str] = []
    codes: dict[str, CameoCode] = {}
    allowed = {"label", "type", "modes", "contexts", "one_way", "mended"}
    for code, row in table.get("codes", {}).items():
        faults += [f"{code} has the unknown key {key!r}" for key in row if key not in allowed]
        if not (code.isdigit() and len(code) in (3, 4)):
            faults.append(f"{code!r} is no CAMEO code of three or four digits")
        fields = {key: tuple(row.get(key, ())) for key in ("modes", "contexts")}
        if "type" in row:
            faults += [f"{code}: {fault}" for fault in plover.faults(row["type"], **fields)]
        codes[code] = CameoCode(
            code=code, label=row.get("label", ""), type=row.get("type"), one_way=row.get("one_way", False),
            mended=row.get("mended"), **fields,
        )  # fmt: skip
    preferred = {
        (kind, mode): code for kind, modes in table.get("preferred", {}).items() for mode, code in modes.items()
    }
    for (kind, mode), code in preferred.items():
        faults += [f"preferred: {fault}" for fault in plover.faults(kind, () if mode == "any" else (mode,))]
        if code not in codes:
            faults.append(f"preferred.{kind}.{mode}: {code!r} is not in the table")
    if faults:
        raise LexiconError("cameo.toml", faults)
    by_type = {
        kind: tuple(line for line in codes.values() if line.type == kind and not line.one_way) for kind in plover.types
    }
    return Cameo(codes, preferred, by_type)


def to_cameo(event_type: str, modes: Sequence[str] = (), contexts: Sequence[str] = ()) -> str:
    """The CAMEO code of a PLOVER coding by the packaged table; see :meth:`Cameo.from_plover`."""
    return load_cameo().from_plover(event_type, modes, contexts)
