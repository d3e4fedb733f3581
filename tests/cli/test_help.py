"""The help is there at once and says what a newcomer needs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman import __version__
from dragoman.cli.main import app

HEAVY = {
    "spacy",
    "onnxruntime",
    "numpy",
    "pydantic",
    "jinja2",
    "dragoman.reading",
    "dragoman.language",
    "dragoman.ingest",
}


def helped(*arguments: str) -> str:
    result = CliRunner().invoke(app, [*arguments, "--help"], env={"COLUMNS": "100", "TERM": "dumb"})
    assert result.exit_code == 0
    return " ".join(result.stdout.split())


def test_the_first_help_says_what_it_is_for_and_how_to_start() -> None:
    text = helped()
    assert "who did what to whom, by whose word" in text
    assert "dragoman brief report.txt" in text
    assert "nothing leaves this machine" in text


@pytest.mark.parametrize("command", ["read", "brief"])
def test_a_commands_help_has_its_options_an_example_and_the_exit_codes(command: str) -> None:
    text = helped(command)
    for words in (
        "--published",
        "--outlet",
        "--title",
        "--processes",
        "--quiet",
        "standard input",
        "Example: dragoman",
    ):
        assert words in text
    assert "Exit codes: 0, all reports were read; 1, some could not be read" in text


def test_without_arguments_the_help_is_shown() -> None:
    assert "Usage" in CliRunner().invoke(app, []).output


def test_the_version_is_printed() -> None:
    assert CliRunner().invoke(app, ["--version"]).stdout == f"dragoman {__version__}\n"


def test_the_help_loads_nothing_heavy() -> None:
    code = "import sys, dragoman.cli.main; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not HEAVY & set(loaded)


@pytest.mark.parametrize("command", ["read", "brief", "add", "compare", "timeline"])
def test_every_command_that_reads_has_the_options_of_reading_after_its_own(command: str) -> None:
    text = helped(command)
    places = [text.index(f"--{option} ") for option in ("processes", "threads", "lexicon", "knowledge", "text-alone")]
    assert places == sorted(places)
    own = {"brief": "--output", "add": "--case", "compare": "--case", "timeline": "--case"}
    assert command not in own or text.index(f"{own[command]} ") < places[0]
