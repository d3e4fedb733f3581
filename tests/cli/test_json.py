"""Every command that shows something shows it to programs too."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from dragoman.cli.main import app
from tests.cli.conftest import Run

# They do something and say so in a sentence, or print the records or the brief themselves.
DOING = {
    "read", "brief", "add", "judge", "undo", "grade", "case brief", "case remove", "case put-back", "case backup",
    "case restore",
}  # fmt: skip
NEEDED = {"search": ["haftar"]}  # what a command asks for


def commands(group: Any, before: str = "") -> Iterator[tuple[str, Any]]:
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from commands(command, f"{before}{name} ")
        else:
            yield before + name, command


ALL = dict(commands(get_command(app)))
SHOWING = sorted(ALL.keys() - DOING)


def test_commands_that_show_something_and_those_that_do_are_all_known() -> None:
    with_json = {name for name, command in ALL.items() if any("--json" in option.opts for option in command.params)}
    assert with_json == set(SHOWING)


@pytest.mark.parametrize("name", SHOWING)
def test_what_is_shown_is_one_json_object_a_line(
    run: Run, records: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "case.dragoman"))
    run("add", records, tmp_path / "missing.txt")
    events = [json.loads(line) for line in run("events", "--json").stdout.splitlines()]
    run("judge", "different", events[0]["mentions"][0], events[1]["mentions"][0])
    run("grade", events[0]["mentions"][0], "2", "--why", "a photograph")
    arguments = [str(records)] if name == "compare" else NEEDED.get(name, [])
    shown = run(*name.split(), *arguments, "--json")
    assert shown.exit_code == 0, shown.output
    lines = [json.loads(line) for line in shown.stdout.splitlines()]
    assert lines or name == "review"
    assert all(isinstance(line, dict) for line in lines)
