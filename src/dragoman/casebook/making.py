"""What digests and cases were made with, so that those kept by another version of the program are made again."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Literal

import dragoman.casebook

# The modules that digests follow from; a test holds this against what digest.py imports.
DIGESTING = (
    "descriptions", "digest", "model", "naming", "profiles", "reuse", "scenes", "sentences", "story", "tables", "vague",
    "windows",
)  # fmt: skip


@cache
def made_with(what: Literal["digest", "case"]) -> str:
    """A hash of all code and tables that a digest follows from besides its record, or a case besides its reports."""
    root = Path(dragoman.casebook.__file__).parent.parent
    total = sha256()
    for file in sorted(_files(root, what)):
        total.update(f"{file.relative_to(root).as_posix()}\0".encode())
        total.update(sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _files(root: Path, what: Literal["digest", "case"]) -> Iterator[Path]:
    yield root / "record.py"
    for part in ("ontology", "lexicon", "casebook"):
        for file in (root / part).rglob("*"):
            if file.suffix == ".toml" or (
                file.suffix == ".py" and (part != "casebook" or what == "case" or file.stem in DIGESTING)
            ):
                yield file
