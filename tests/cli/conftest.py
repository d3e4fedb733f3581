"""What the tests of the commands share: reports and records on disk, and commands with the session's reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from dragoman import Reader
from dragoman.cli.main import app
from dragoman.formats.jsonl import write_line
from tests.formats.factory import strain_report, talks_report

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Run a command in this process."""

    def call(*arguments: object, input: bytes | None = None) -> Result:
        return CliRunner().invoke(app, [str(argument) for argument in arguments], input=input)

    return call


@pytest.fixture
def with_reader(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use the session's reader, since loading one takes a second."""
    monkeypatch.setattr("dragoman.reading.reader.Reader", lambda **_options: reader)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of one sentence."""
    path = tmp_path / "report.txt"
    path.write_text("Kenya condemned the attack on Monday.\n", encoding="utf-8")
    return path


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """Two records, as `dragoman read` prints them."""
    path = tmp_path / "records.jsonl"
    path.write_text(write_line(talks_report()) + write_line(strain_report()), encoding="utf-8")
    return path
