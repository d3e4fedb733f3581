"""`--knowledge` and `--text-alone`: known actors of one's own, or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import KnowledgeError
from tests.cli.conftest import Run


def test_own_knowledge_tells_of_an_actor_and_stands_in_the_record(run: Run, tmp_path: Path) -> None:
    mine, report = tmp_path / "mine.csv", tmp_path / "report.txt"
    mine.write_text("name,country,sectors,identifiers\nOtieno Bwire,KEN,GOV,wikidata=Q0\n", encoding="utf-8")
    report.write_text("Otieno Bwire condemned the attack on Monday.\n", encoding="utf-8")
    result = run("read", "--knowledge", mine, "--text-alone", "--quiet", report)
    record = json.loads(result.stdout)
    (actor,) = (actor for actor in record["actors"] if actor["name"] == "Otieno Bwire")
    assert (actor["country"], actor["sectors"], actor["identifiers"]) == ("KEN", ["GOV"], {"wikidata": "Q0"})
    assert set(record["made_by"]["knowledge"]) == {"mine.csv"}


def test_knowledge_that_cannot_be_used_is_one_clear_error(run: Run, report: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,land\nOtieno Bwire,KEN\n", encoding="utf-8")
    result = run("read", "--knowledge", mine, report)
    assert isinstance(result.exception, KnowledgeError)
    assert str(result.exception).startswith(f"{mine}: unknown column 'land'; allowed: name, also")


@pytest.mark.parametrize("command", ["read", "brief"])
def test_commands_that_read_take_knowledge(run: Run, command: str) -> None:
    told = run(command, "--help").stdout
    assert "--knowledge" in told
    assert "--text-alone" in told
