"""A fresh casebook for every test, in an SQLite file and in PostgreSQL where that is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine, text

from dragoman.store import Casebook
from tests.store.factory import Clock

POSTGRESQL = "postgresql"


def _program(name: str) -> str | None:
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return shutil.which(name) or (str(found[-1]) if found else None)


def _as_postgres(*words: str) -> None:
    """Runs a program as the user postgres where we are root, since the server refuses to be."""
    before = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run([*before, *words], check=True, capture_output=True, cwd="/")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a PostgreSQL server of our own, on a socket in a folder of its own; without it the test is skipped."""
    initdb, pg_ctl = _program("initdb"), _program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("PostgreSQL is not installed")
    pytest.importorskip("psycopg")
    with TemporaryDirectory(prefix="dragoman-pg-", ignore_cleanup_errors=True) as folder:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        data = str(Path(folder) / "data")
        _as_postgres(initdb, "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses= -c unix_socket_directories={folder} -c fsync=off"
        _as_postgres(pg_ctl, "-D", data, "-o", options, "-l", str(Path(folder) / "log"), "-w", "start")
        try:
            yield f"postgresql+psycopg://postgres@/{{name}}?host={folder}"
        finally:
            _as_postgres(pg_ctl, "-D", data, "-m", "immediate", "stop")


@pytest.fixture(params=["sqlite", POSTGRESQL])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a casebook can be made: a path, and the URL of an empty database."""
    if request.param == "sqlite":
        yield str(tmp_path / "case.dragoman")
        return
    server = request.getfixturevalue("server")
    engine = create_engine(server.format(name="postgres"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("DROP DATABASE IF EXISTS of_this_test WITH (FORCE)"))
        connection.execute(text("CREATE DATABASE of_this_test"))
    engine.dispose()
    yield server.format(name="of_this_test")


@pytest.fixture
def clock() -> Clock:
    """A clock that moves on by a minute whenever it is read."""
    return Clock()


@pytest.fixture
def book(where: str, clock: Clock) -> Iterator[Casebook]:
    """An empty casebook."""
    with Casebook.open(where, create=True, clock=clock) as opened:
        yield opened
