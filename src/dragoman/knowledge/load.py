"""All knowledge a reader has: the user's files first, then the packaged tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.followthemoney import read_entities
from dragoman.knowledge.index import Knowledge
from dragoman.knowledge.known import Known
from dragoman.knowledge.petrarch import read_dictionary
from dragoman.knowledge.table import read_table

STANDING = "standing"
"""Under what name the digest of the packaged tables stands in a record."""

_FORMS: dict[str, Callable[[str, str], list[Known]]] = {
    ".csv": read_table,
    ".ftm": read_entities,
    ".json": read_entities,
    ".jsonl": read_entities,
    ".txt": read_dictionary,
}


def load_knowledge(paths: Sequence[Path] = (), *, standing: bool = True) -> Knowledge:
    """Known actors of the user's files and, unless switched off, of the packaged tables.

    Args:
        paths: files by their endings: ``.csv`` is a table, ``.json``, ``.jsonl``, ``.ftm`` FollowTheMoney entities,
            ``.txt`` a PETRARCH actor dictionary. Their actors win over packaged ones of the same name.
        standing: whether the packaged tables are used.

    Raises:
        KnowledgeError: a file cannot be read or used; says which, where and why.
    """
    own: list[Known] = []
    sources: dict[str, str] = {}
    for path in paths:
        data, read = _bytes_of(path)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise KnowledgeError(str(path), [f"is no UTF-8 text (byte {error.start}); save it as UTF-8"]) from error
        found = read(text, str(path))
        if not found:
            raise KnowledgeError(str(path), ["holds no actors"])
        own += found
        sources[path.name if path.name not in sources else str(path)] = sha256(data).hexdigest()[:16]
    if not standing:
        return Knowledge(own=own, sources=sources)
    packaged, sources[STANDING] = _packaged()
    return Knowledge(packaged, own, sources)


def _bytes_of(path: Path) -> tuple[bytes, Callable[[str, str], list[Known]]]:
    """The bytes of a file and what reads them, by its ending."""
    read = _FORMS.get(path.suffix.lower())
    if read is None:
        raise KnowledgeError(str(path), [f"what it holds is told by its ending; allowed: {', '.join(sorted(_FORMS))}"])
    try:
        return path.read_bytes(), read
    except OSError as error:
        raise KnowledgeError(str(path), [f"cannot be read ({error.strerror or error})"]) from error


@cache
def _packaged() -> tuple[tuple[Known, ...], str]:
    """The packaged actors and the digest of their tables, which are read in order of name."""
    digest = sha256()
    actors: list[Known] = []
    for item in sorted((files("dragoman.knowledge") / "data").iterdir(), key=lambda item: item.name):
        if item.name.endswith(".csv"):
            data = item.read_bytes()
            digest.update(data)
            actors += read_table(data.decode("utf-8"), item.name)
    return tuple(actors), digest.hexdigest()[:16]
