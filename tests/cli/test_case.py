"""The commands of a casebook, as a user types them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from dragoman.formats.jsonl import write_line
from tests.casebook.factory import Report
from tests.cli.conftest import Run


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where DRAGOMAN_CASE says that the casebook is; there is none yet."""
    path = tmp_path / "kenya.dragoman"
    monkeypatch.setenv("DRAGOMAN_CASE", str(path))
    monkeypatch.setenv("DRAGOMAN_ANALYST", "Ada")
    return path


@pytest.mark.usefixtures("with_reader", "case")
def test_files_are_added_once_and_a_bad_one_does_not_stop_the_rest(run: Run, report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    added = run("add", report, empty, tmp_path / "missing.txt")
    assert added.exit_code == 1
    assert "1 added, 0 there already, 2 could not be read" in added.stderr
    assert "Traceback" not in added.output
    again = run("add", report)
    assert (again.exit_code, "0 added, 1 there already" in again.stderr) == (0, True)
    failed = [json.loads(line) for line in run("case", "failures", "--json").stdout.splitlines()]
    assert {Path(failure["name"]).name for failure in failed} == {"empty.txt", "missing.txt"}


@pytest.mark.usefixtures("case")
def test_records_are_added_without_reading_them_again(run: Run, records: Path) -> None:
    assert "2 added" in run("add", records).stderr
    listed = [json.loads(line) for line in run("case", "reports", "--json").stdout.splitlines()]
    assert len(listed) == 2
    assert "2 reports" in run("case", "check").stdout


@pytest.mark.usefixtures("case")
def test_judging_and_undoing(run: Run, records: Path) -> None:
    run("add", records)
    actors = [json.loads(line) for line in run("actors", "--json").stdout.splitlines()]
    joined = next(actor for actor in actors if len(actor["members"]) == 2)
    parted = run("judge", "different", *joined["members"], "--why", "two men")
    assert parted.exit_code == 0
    assert "Judgement 1" in parted.stdout
    assert all(
        len(set(json.loads(line)["members"]) & set(joined["members"])) < 2 for line in _lines(run("actors", "--json"))
    )
    (judgement,) = [json.loads(line) for line in _lines(run("judgements", "--json"))]
    assert (judgement["by"], judgement["why"]) == ("Ada", "two men")
    assert run("undo", 1).exit_code == 0
    assert [json.loads(line) for line in _lines(run("actors", "--json"))] == actors
    assert "undone" in run("judgements").stdout


@pytest.mark.usefixtures("case")
def test_lists_for_people_and_for_programs(run: Run, records: Path) -> None:
    run("add", records)
    for command in ("actors", "events", "origins"):
        shown, data = run(command), run(command, "--json")
        assert (shown.exit_code, data.exit_code) == (0, 0)
        assert len(shown.stdout.splitlines()) > len(_lines(data)) > 0


@pytest.mark.usefixtures("case")
def test_a_report_is_taken_out_and_put_back(run: Run, records: Path) -> None:
    run("add", records)
    report = json.loads(run("case", "reports", "--json").stdout.splitlines()[0])["id"]
    assert run("case", "remove", report[:10], "--why", "a test").exit_code == 0
    assert len(_lines(run("case", "reports", "--json"))) == 1
    assert len(_lines(run("case", "reports", "--json", "--removed"))) == 2
    assert run("case", "put-back", report[:10]).exit_code == 0
    assert len(_lines(run("case", "reports", "--json"))) == 2


def test_backup_and_restore(run: Run, records: Path, case: Path, tmp_path: Path) -> None:
    run("add", records)
    before = run("events", "--json").stdout
    copy = tmp_path / "copy"
    assert run("case", "backup", copy).exit_code == 0
    case.unlink()
    assert run("case", "restore", copy).exit_code == 0
    assert run("events", "--json").stdout == before


@pytest.mark.parametrize("command", [("actors",), ("case", "check"), ("undo", "1"), ("judge", "same", "a", "b")])
@pytest.mark.usefixtures("case")
def test_without_a_casebook_a_command_says_how_to_make_one(run: Run, command: tuple[str, ...]) -> None:
    failed = run(*command)
    assert failed.exit_code != 0
    assert "dragoman add makes one" in str(failed.exception)


def test_without_the_name_of_a_casebook_a_command_asks_for_it(run: Run) -> None:
    failed = run("actors", "--case", "")
    assert failed.exit_code == 2


def _lines(result: object) -> list[str]:
    return result.stdout.splitlines()  # type: ignore[attr-defined, no-any-return]


@pytest.mark.usefixtures("case")
def test_accounts_are_shown_side_by_side(run: Run, records: Path) -> None:
    run("add", records)
    shown = run("accounts")
    assert shown.exit_code == 0
    assert "by whose word" in shown.stdout
    assert shown.stdout == run("compare", records).stdout
    data = [json.loads(line) for line in _lines(run("accounts", "--json"))]
    assert {"case", "origin", "event", "only"} <= {line["line"] for line in data}
    assert data == [json.loads(line) for line in _lines(run("compare", records, "--json"))]


@pytest.mark.usefixtures("case")
def test_one_event_is_compared_by_its_id_or_a_mention(run: Run, records: Path) -> None:
    run("add", records)
    lines = [json.loads(line) for line in _lines(run("accounts", "--json"))]
    event = next(line for line in lines if line["line"] == "event" and len(line["reports"]) > 1)
    assert json.loads(run("compare", event["event"], "--json").stdout) == event
    report, item = event["accounts"][0]["events"][0]
    shown = run("compare", f"{report}/{item}")
    assert shown.stdout == run("compare", event["event"]).stdout
    assert "by whose word" in shown.stdout


def test_an_event_without_its_casebook_asks_for_it(run: Run) -> None:
    refused = run("compare", "consult-2025-12-08-haftar-sisi")
    assert "is no file; to compare an event of a casebook, name that with --case" in str(refused.exception)


@pytest.mark.usefixtures("case")
def test_an_event_that_is_not_there_is_said_in_a_sentence(run: Run, records: Path) -> None:
    run("add", records)
    missing = run("compare", "consult-1999")
    assert missing.exit_code != 0
    assert "the case has no event 'consult-1999'" in str(missing.exception)


@pytest.mark.usefixtures("case")
def test_the_brief_of_a_casebook(run: Run, records: Path, tmp_path: Path) -> None:
    run("add", records)
    page = tmp_path / "brief.html"
    assert run("case", "brief", "-o", page).stdout == run("brief", records).stdout
    assert "<svg" in page.read_text(encoding="utf-8")


@pytest.mark.usefixtures("case")
def test_doubts_are_reviewed_with_single_keys(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [
        Report("1" * 8, ["Peter Otieno spoke."]).actor("a1", "Peter Otieno", country="KEN"),
        Report("2" * 8, ["Peter Otieno sang."]).actor("a1", "Peter Otieno", country="UGA"),
    ]
    path = tmp_path / "doubtful.jsonl"
    path.write_text("".join(write_line(report.record()) for report in reports), encoding="utf-8")
    run("add", path)
    keys = iter("dzs.")
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    reviewed = run("review")
    assert "Peter Otieno" in reviewed.stdout
    assert "1 judged." in reviewed.stdout
    made = [json.loads(line) for line in _lines(run("judgements", "--json"))]
    assert [(row["verdict"], row["undone"] is None) for row in made] == [("different", False), ("same", True)]
    assert len(_lines(run("actors", "--json"))) == 1
    assert "nothing in doubt" in run("review").stdout


@pytest.mark.usefixtures("case")
def test_an_actor_is_shown_with_its_roles_over_time_and_with_what_is_against_it(run: Run, tmp_path: Path) -> None:
    def told(report: str, day: str, country: str, role: str) -> Report:
        made = Report(report, ["Peter Otieno spoke."], published=day)
        return made.actor("a1", "Peter Otieno", country=country, role=role, of="Kenya")

    reports = [
        told("1" * 8, "2025-03-01", "KEN", "treasurer"),
        told("2" * 8, "2024-01-01", "KEN", "mayor"),
        told("3" * 8, "2025-03-02", "UGA", "bishop"),
    ]
    path = tmp_path / "told.jsonl"
    path.write_text("".join(write_line(report.record()) for report in reports), encoding="utf-8")
    run("add", path)
    shown = run("actors", "Otieno").stdout
    assert shown.index("2024-01-01 mayor of Kenya") < shown.index("2025-03-01 treasurer of Kenya")
    assert "the same name “Peter Otieno”" in shown
    assert "against: KEN against UGA; “treasurer” and “bishop” in the same weeks" in shown
    (doubt,) = [json.loads(line) for line in _lines(run("review", "--json"))]
    assert (doubt["what"], doubt["against"][0]) == ("actor", "KEN against UGA")
    assert 0 < doubt["score"] < 0.5
    assert len(_lines(run("actors", "otieno", "--json"))) == 2
    missing = run("actors", "Wanjiru")
    assert (missing.exit_code, "no actor called 'Wanjiru'" in str(missing.exception)) == (1, True)


@pytest.mark.usefixtures("case")
def test_search_shows_the_words_found(run: Run, records: Path) -> None:
    run("add", records)
    assert "Haftar" in run("search", "haftar", "visit").stdout
    assert len(_lines(run("search", "haftar", "--json"))) == 2
    assert "has all of these words." in run("search", "haftar", "unicorn").stdout


@pytest.mark.usefixtures("case")
def test_outlets_sources_and_claims_are_graded_and_the_grades_undone(run: Run, records: Path) -> None:
    run("add", records)
    outlet = next(name for row in _data(run("origins", "--json")) for name in row["carriers"])
    assert "Grade g1: B" in run("grade", outlet, "b", "--why", "often right", "--from", "2020-01-01").stdout
    claim = _data(run("claims", "--json"))[0]
    assert run("grade", claim["mentions"][0], "2", "--why", "seen").exit_code == 0
    assert _data(run("claims", claim["event"], "--json"))[0]["code"].endswith("2")
    made = _data(run("grades", "--json"))
    assert [(row["id"], row["value"], row["from"], row["by"]) for row in made] == [
        ("g1", "B", "2020-01-01", "Ada"),
        ("g2", "2", None, "Ada"),
    ]
    assert run("undo", "g2").stdout == "Grade g2 is undone.\n"
    assert "(undone)" in run("grades").stdout
    assert any("B" in code for row in _data(run("events", "--json")) for code in row["grades"])
    assert not any("?" in code for row in _data(run("events", "--json")) for code in row["grades"])
    assert any("?" in code for row in _data(run("events", "--grades", "--json")) for code in row["grades"])
    assert run("undo", "gg").exit_code == 2
    assert run("grade", outlet, "B").exit_code == 2
    assert run("grade", outlet, "B", "--why", "x", "--from", "May").exit_code == 2
    assert "no actor or event" in str(run("grade", "Nobody", "B", "--why", "x").exception)


@pytest.mark.usefixtures("case")
def test_an_event_of_several_origins_is_graded_origin_by_origin(run: Run, records: Path) -> None:
    run("add", records)
    event = next(row for row in _data(run("events", "--json")) if len(row["origin_ids"]) > 1)
    refused = str(run("grade", event["id"], "2", "--why", "x").exception)
    assert f"told by {len(event['origin_ids'])} origins" in refused
    assert event["mentions"][0].split("/")[1] in refused


def _data(result: object) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _lines(result)]


@pytest.mark.usefixtures("case")
def test_what_a_judgement_settles_besides_is_not_asked_until_it_is_undone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    reports = [
        Report(str(at) * 8, [f"Peter Otieno {verb}."]).actor("a1", "Peter Otieno", country=country)
        for at, (verb, country) in enumerate((("spoke", "KEN"), ("sang", "UGA"), ("slept", "TZA")), 1)
    ]
    path = tmp_path / "doubtful.jsonl"
    path.write_text("".join(write_line(report.record()) for report in reports), encoding="utf-8")
    run("add", path)
    doubts = _data(run("review", "--json"))
    assert {"evidence", "against", "touches"} <= doubts[0].keys()
    keys = iter("ssz" + "?nn" + ".")
    monkeypatch.setattr("click.getchar", lambda: next(keys))
    shown = run("review").stdout
    assert "It settles 1 more." in shown
    assert shown.index("It settles 1 more.") < shown.index("Undone: same.") < shown.index("That key does nothing.")
    assert "1 judged." in shown


@pytest.mark.usefixtures("case")
def test_without_a_terminal_review_says_what_to_do_instead(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_terminal() -> str:
        raise OSError("no terminal")

    monkeypatch.setattr("click.getchar", no_terminal)
    path = tmp_path / "doubtful.jsonl"
    made = [Report(str(at) * 8, [f"Peter Otieno sang {at}."]).actor("a1", "Peter Otieno", country=country)
            for at, country in enumerate(("KEN", "UGA"), 1)]  # fmt: skip
    path.write_text("".join(write_line(report.record()) for report in made), encoding="utf-8")
    run("add", path)
    assert "review --json" in str(run("review").exception)


@pytest.mark.usefixtures("case")
def test_a_name_that_several_actors_bear_is_not_graded_by_guess(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "namesakes.jsonl"
    made = [Report(str(at) * 8, [f"Peter Otieno sang {at}."]).actor("a1", "Peter Otieno", country=country)
            for at, country in enumerate(("KEN", "UGA"), 1)]  # fmt: skip
    path.write_text("".join(write_line(report.record()) for report in made), encoding="utf-8")
    run("add", path)
    refused = str(run("grade", "Peter Otieno", "B", "--why", "x").exception)
    names = [row["id"] for row in _data(run("actors", "--json"))]
    assert all(name in refused for name in names)
    assert run("grade", names[0], "B", "--why", "x").exit_code == 0
