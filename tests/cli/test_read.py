"""`dragoman read`: records on standard output, one sentence for every file that fails, and the others still read."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.cli.main import main
from tests.cli.conftest import Run


@pytest.mark.usefixtures("with_reader")
def test_each_report_is_one_line_of_json(run: Run, report: Path) -> None:
    result = run("read", report, report, "--outlet", "Nile Ledger", "--published", "2025-12-08", "--quiet")
    assert result.exit_code == 0
    assert result.stderr == ""
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert first == second
    assert (first["schema"], first["outlet"], first["published"]) == ("dragoman/report/1", "Nile Ledger", "2025-12-08")
    assert first["text"].startswith("Kenya condemned")


@pytest.mark.usefixtures("with_reader")
def test_a_dash_reads_standard_input(run: Run) -> None:
    result = run("read", "-", "--title", "A title", input=b"Kenya condemned the attack.")
    assert json.loads(result.stdout)["title"] == "A title"


@pytest.mark.usefixtures("with_reader")
def test_files_that_fail_are_named_and_the_others_are_read(run: Run, report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    binary = tmp_path / "binary.bin"
    binary.write_bytes(bytes(range(256)) * 4)
    missing = tmp_path / "missing.txt"
    result = run("read", missing, empty, report, binary, tmp_path)
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    messages = result.stderr.splitlines()
    assert [message.split(":")[1].strip() for message in messages] == [
        str(path) for path in (missing, empty, binary, tmp_path)
    ]
    assert "no such file" in messages[0]
    assert "is empty" in messages[1]
    assert "is a folder" in messages[3]
    assert "Traceback" not in result.stderr


def test_a_fault_of_ours_is_one_sentence_and_no_traceback(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(**_options: object) -> None:
        raise RuntimeError("odd text")

    monkeypatch.setattr("dragoman.reading.reader.Reader", faulty)
    monkeypatch.setattr("sys.argv", ["dragoman", "read", str(report)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 3
    (message,) = capsys.readouterr().err.splitlines()
    assert message.startswith("dragoman: stopped by a fault of its own (RuntimeError: odd text)")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--published", "8 December"], "'8 December' is no date; write it as 2025-12-08"),
        (["--title", "T", "other.txt"], "a title is for one report, and 2 files are given"),
        (["--processes", "0"], "Invalid value for '--processes'"),
        (["--unheard-of"], "No such option"),
    ],
)
def test_wrong_usage_says_what_to_write_instead(run: Run, report: Path, arguments: list[str], said: str) -> None:
    result = run("read", report, *arguments)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.replace("│", " ").split())


def test_no_file_is_wrong_usage(run: Run) -> None:
    assert run("read").exit_code == 2


def test_a_missing_file_is_told_without_loading_the_model() -> None:
    done = _command("read", "no-such-file.txt")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["dragoman: no-such-file.txt: no such file; check the path"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="pipes close otherwise on other systems")
def test_a_reader_that_stops_listening_is_no_fault(records: Path) -> None:
    """`dragoman brief … | head -1` ends quietly."""
    command = f"'{sys.executable}' -m dragoman.cli.main brief '{records}' | true"
    done = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert done.stderr == b""


def _command(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "dragoman.cli.main", *arguments], capture_output=True, check=False)


MINE = """
[[predicate]]
id = "mine.bamboozle"
type = "ACCUSE"
verbs = ["bamboozle"]
examples = [{text = "Kenya bamboozled Uganda.", actor = "Kenya", recipient = "Uganda"}]
near_misses = ["The puzzle bamboozled the child."]
"""


def test_predicates_of_ones_own_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(MINE, encoding="utf-8")
    (tmp_path / "report.txt").write_text("Kenya bamboozled Uganda on Monday.", encoding="utf-8")
    result = run("read", tmp_path / "report.txt", "--lexicon", tmp_path / "mine.toml")
    assert [event["rule"] for event in json.loads(result.stdout)["events"]] == ["mine.bamboozle"]


def test_a_bad_lexicon_is_refused_with_all_its_faults(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lexicon = tmp_path / "mine.toml"
    lexicon.write_text(MINE.replace("ACCUSE", "SCOLD").replace("verbs", "verb"), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["dragoman", "read", str(report), "--lexicon", str(lexicon)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    said = capsys.readouterr().err
    assert "mine.toml" in said
    assert "verb" in said


@pytest.mark.usefixtures("with_reader")
def test_a_report_in_another_language_is_read_with_a_warning(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("الرئيس المصري يدعم ليبيا", encoding="utf-8")
    result = run("read", tmp_path / "a.txt")
    assert result.exit_code == 0
    assert "warning: " in result.stderr
    assert "a.txt: does not seem to be in English" in result.stderr
    assert not run("read", tmp_path / "a.txt", "--quiet").stderr
