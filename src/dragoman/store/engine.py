"""Engines: SQLite files in WAL mode by path, other databases by URL; and bringing a database up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from dragoman.errors import CaseError

_BUSY_SECONDS = 30  # a second writer waits so long for the first
_CACHE_KIBIBYTES = 32_768  # of pages a connection holds; the little it holds by default is read anew for every report
_MAGIC = b"SQLite format 3\x00"
_HIDDEN = "***"
_BACKENDS = ("sqlite", "postgresql")


def open_engine(where: str | Path, *, create: bool) -> Engine:
    """The engine of a casebook, its tables up to date.

    Args:
        where: path of an SQLite file, or a database URL (``postgresql+psycopg://…``).
        create: make the database or its tables if there are none.

    Raises:
        CaseError: there is no such casebook, the file is something else, or it was made by a later dragoman.
    """
    url = str(where) if "://" in str(where) else None
    if url is None:
        _check_file(Path(where), create=create)
    engine = _engine(url or f"sqlite:///{where}")
    try:
        migrate(engine, shown(where), create=create)
    except DBAPIError as error:
        engine.dispose()
        raise CaseError(
            f"{shown(where)}: cannot be opened as a casebook ({_one_line(error.orig)}); check where it is"
        ) from error
    except CaseError:
        engine.dispose()
        raise
    return engine


def shown(where: str | Path) -> str:
    """A path or URL as an error may show it: without its password."""
    if "://" not in str(where):
        return str(where)
    try:
        return make_url(str(where)).render_as_string(hide_password=True)
    except ArgumentError:
        return _HIDDEN


def _check_file(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise CaseError(f"{path}: is a folder; name a file in it, such as {path / 'case.dragoman'}")
    if not path.exists():
        if not create:
            raise CaseError(f"{path}: there is no casebook here; dragoman add makes one")
        if not path.parent.is_dir():
            raise CaseError(f"{path}: there is no folder {path.parent}; make it first")
        return
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise CaseError(f"{path}: cannot be opened ({error.strerror or error})") from error
    if head and head != _MAGIC:
        raise CaseError(f"{path}: is no casebook; name another file")


def _engine(url: str) -> Engine:
    try:
        engine = create_engine(url)
    except (ArgumentError, NoSuchModuleError) as error:
        raise CaseError(f"{shown(url)}: is no database URL that can be used ({_one_line(error)})") from error
    except ModuleNotFoundError as error:
        if make_url(url).get_backend_name() not in _BACKENDS:
            raise CaseError(f"{shown(url)}: is neither an SQLite file nor a PostgreSQL database") from error
        raise CaseError(f"{shown(url)}: needs {error.name}; pip install 'dragoman[postgresql]'") from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def _one_line(error: object) -> str:
    """What a driver says, which may be several lines, as part of one sentence."""
    return " ".join(str(error).split())


def _prepare_sqlite(connection: Any, _record: object) -> None:
    """Readers beside one writer (WAL), every commit on disk, and references that hold."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute(f"PRAGMA cache_size = -{_CACHE_KIBIBYTES}")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def migrate(engine: Engine, name: str, *, create: bool) -> None:
    """Brings the tables up to date; a no-op if they are.

    Raises:
        CaseError: there are no tables and none may be made, or they are of a later version.
    """
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).with_name("migrations")))
    script = ScriptDirectory.from_config(config)
    with engine.connect() as connection:
        now = MigrationContext.configure(connection).get_current_revision()
    if now == script.get_current_head():
        return
    if now is None and not create:
        raise CaseError(f"{name}: there is no casebook here; dragoman add makes one")
    if now is not None and now not in {revision.revision for revision in script.walk_revisions()}:
        raise CaseError(f"{name}: was made by a later dragoman (version {now} of its tables); update dragoman")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
