"""`dragoman brief`: a brief to read, and a page to keep."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_brief_of_records_needs_no_model(run: Run, records: Path) -> None:
    result = run("brief", records)
    assert result.exit_code == 0
    assert "By whose word" in result.stdout
    assert "senior Egyptian sources (anonymous)" in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 100


@pytest.mark.usefixtures("with_reader")
def test_a_report_is_read_and_briefed(run: Run, report: Path) -> None:
    result = run("brief", report)
    assert result.exit_code == 0
    assert "Timeline" in result.stdout


def test_the_page_is_written_and_said_to_be(run: Run, records: Path, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    page.write_text("an older page", encoding="utf-8")
    result = run("brief", records, "-o", page)
    assert result.exit_code == 0
    assert result.stderr == f"dragoman: The page is in {page}.\n"
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!DOCTYPE html>")
    assert "Al-Araby Al-Jadeed" in html
    assert list(tmp_path.glob("*.html")) == [page]


@pytest.mark.parametrize(
    ("place", "said"), [(".", "is a folder; name a file in it"), ("nowhere/brief.html", "there is no folder")]
)
def test_a_page_that_cannot_be_written_is_told_before_reading(
    run: Run, records: Path, tmp_path: Path, place: str, said: str
) -> None:
    result = run("brief", records, "-o", tmp_path / place)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_a_file_of_records_with_a_bad_line_names_the_line(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text("{}\n", encoding="utf-8")
    result = run("brief", bad)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "line 1 is no dragoman/report/1 record" in result.stderr


def test_nothing_readable_gives_no_brief_and_no_page(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    result = run("brief", tmp_path / "missing.txt", "-o", page, "--quiet")
    assert result.exit_code == 1
    assert result.output == ""
    assert not page.exists()
