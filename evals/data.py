"""Where the evaluation data lies, and the one sentence a user reads when it is not there."""

from __future__ import annotations

from pathlib import Path


class DataMissingError(Exception):
    """A folder or file an evaluation needs is not there; the text says which, and how to name another."""


def require(path: Path, option: str) -> Path:
    """The path itself.

    Args:
        path: folder or file the evaluation reads.
        option: the command-line option that names another place, e.g. ``--gold``.

    Raises:
        DataMissingError: nothing lies at ``path``.
    """
    if not path.exists():
        raise DataMissingError(f"{path} is not there; name the place of the data with {option} (see evals/README.md)")
    return path
