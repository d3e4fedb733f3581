"""dragoman reads news reports into a model of the political system they describe.

>>> from dragoman import Reader
>>> record = Reader().read("Kenya condemned the attack.", published="2025-12-08", outlet="Example Daily")

The names below are the public face; everything else may change between versions. Importing the package is light: the
language model is loaded by the first :class:`Reader`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dragoman.errors import DragomanError
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.casebook import build_case, compare
    from dragoman.ingest import Report, read_file
    from dragoman.reading.reader import Reader
    from dragoman.record import ReportRecord
    from dragoman.store import Casebook

__all__ = [
    "Casebook",
    "DragomanError",
    "Reader",
    "Report",
    "ReportRecord",
    "__version__",
    "build_case",
    "compare",
    "read_file",
]

_HOMES = {
    "Casebook": "dragoman.store",
    "Reader": "dragoman.reading.reader",
    "Report": "dragoman.ingest",
    "ReportRecord": "dragoman.record",
    "build_case": "dragoman.casebook",
    "compare": "dragoman.casebook",
    "read_file": "dragoman.ingest",
}


def __getattr__(name: str) -> Any:
    """Public names are imported at first use, so that ``import dragoman`` stays light."""
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module 'dragoman' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
