"""What a digest or a case was made with, so that one kept by another version of the program is made again."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

import dragoman.casebook

_PARTS = ("casebook", "ontology", "lexicon")  # of the package; all that digests and cases are made with
_RECORD = "record.py"


@cache
def made_with() -> str:
    """A digest of all code and tables that a case follows from, besides its reports and judgements."""
    root = Path(dragoman.casebook.__file__).parent.parent
    files = [file for part in _PARTS for file in (root / part).rglob("*") if file.suffix in (".py", ".toml")]
    total = sha256()
    for file in sorted([*files, root / _RECORD]):
        total.update(f"{file.relative_to(root).as_posix()}\0".encode())
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()
