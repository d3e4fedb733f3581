"""The timeline, of files as of a casebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.formats.jsonl import write_line
from tests.casebook.factory import Report
from tests.cli.conftest import Run


def story(record_id: str, day: str, outlet: str) -> str:
    report = Report(record_id, ["Peter Otieno freed Ana Flores.", "Grace Wanjiru sang."], outlet=outlet)
    report.published = "2025-12-10"
    report.actor("a1", "Peter Otieno", country="KEN").actor("a2", "Ana Flores", country="PER")
    report.actor("a3", "Grace Wanjiru", country="KEN")
    report.event("e1", "RETREAT", 0, "freed", "a1", "a2", time=(day, day, day), modes=["release"])
    return write_line(report.event("e2", "AGREE", 1, "sang", "a3").record())


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Two reports that date one happening two ways."""
    path = tmp_path / "stories.jsonl"
    path.write_text(story("1" * 8, "2025-12-08", "Andina") + story("2" * 8, "2025-12-09", "Nile"), encoding="utf-8")
    return path


def test_a_timeline_says_by_whose_word_and_where_dates_exclude_each_other(run: Run, stories: Path) -> None:
    shown = run("timeline", stories)
    assert shown.exit_code == 0
    assert "8 December 2025 (report 1); 9 December 2025 (report 2)" in " ".join(shown.stdout.split())
    assert shown.stdout.index("Peter Otieno") < shown.stdout.index("no date given") < shown.stdout.index("Reports")


def test_a_casebook_has_the_timeline_of_its_files(
    run: Run, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DRAGOMAN_CASE", str(tmp_path / "case.dragoman"))
    run("add", stories)
    assert run("timeline").stdout == run("timeline", stories).stdout
    assert run("timeline", "--json").stdout == run("timeline", stories, "--json").stdout


def test_a_timeline_for_programs_can_be_narrowed(run: Run, stories: Path) -> None:
    lines = [json.loads(line) for line in run("timeline", stories, "--json").stdout.splitlines()]
    assert [line["dated"] for line in lines] == ["span", "undated"]
    assert [dates["start"] for dates in lines[0]["disputed"]] == ["2025-12-08", "2025-12-09"]
    assert {told["outlet"] for told in lines[0]["told"]} == {"Andina", "Nile"}
    for options, count in ((("--actor", "flores"), 1), (("--type", "AGREE"), 1), (("--from", "2026"), 0)):
        assert len(run("timeline", stories, *options, "--json").stdout.splitlines()) == count
    assert "1 without a date are left out" in run("timeline", stories, "--from", "2025").stdout
    assert "Nothing is told" in run("timeline", stories, "--place", "Lima").stdout
