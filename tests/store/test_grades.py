"""Grades are the analyst's: dated, with reason and history; undone, but never lost."""

import sqlite3
from datetime import date

import pytest

from dragoman.casebook import Pointer
from dragoman.errors import CaseError, GradeError
from dragoman.store import Casebook
from dragoman.store.health import back_up, faults, put_back
from tests.store.factory import document, talks


def fill(book, *numbers):
    for number in numbers:
        record = talks(number)
        book.keep(record, document(record))


def codes(book):
    return [claim.code for claim in book.comparison().claims]


def test_an_outlet_is_graded_with_a_history_and_undoing_brings_back_what_held_before(book):
    fill(book, 1)
    first = book.grade("Wire 1", "B", by="Ada", why="right on the last five meetings")
    second = book.grade("Wire 1", "D", by="Ben", why="made up a quotation", since=date(2031, 1, 1))
    assert codes(book) == ["D3?"]
    assert (first.grade.since, second.grade.since, second.by) == (None, "2031-01-01", "Ben")
    assert book.undo_grade(second.id).undone is not None
    assert codes(book) == ["B3?"]
    assert [row.id for row in book.grades()] == [first.id]
    assert [(row.grade.value, row.why) for row in book.grades(undone=True)] == [
        ("B", "right on the last five meetings"),
        ("D", "made up a quotation"),
    ]
    with pytest.raises(CaseError, match="undone already"):
        book.undo_grade(second.id)
    with pytest.raises(CaseError, match="does not exist"):
        book.undo_grade(99)


def test_a_claim_is_graded_and_the_proposal_stays_what_it_was(book):
    fill(book, 1)
    book.grade(Pointer(talks(1).id, "e1"), "2", by="Ada", why="a photograph")
    (claim,) = book.comparison().claims
    assert (claim.credibility, claim.proposed, claim.code) == ("2", 3, "2")
    assert len(book.grades()) == 1


def test_proposals_are_never_kept(book):
    fill(book, 1, 2, 3)
    book.comparison()
    assert book.grades(undone=True) == []


def test_what_cannot_be_graded_is_refused_and_leaves_no_trace(book):
    fill(book, 1)
    for on, value, why in (
        ("Wire 1", "2", "x"), ("Wire 1", "B", " "), (Pointer(talks(1).id, "e1"), "B", "x"),
        (Pointer(talks(1).id, "a1"), "1", "x"),
    ):  # fmt: skip
        with pytest.raises(GradeError):
            book.grade(on, value, by="Ada", why=why)
    with pytest.raises(CaseError, match="no actor or event a9"):
        book.grade(Pointer(talks(1).id, "a9"), "B", by="Ada", why="x")
    assert book.grades(undone=True) == []


def test_grades_stay_when_a_report_is_taken_out_and_hold_when_it_comes_back(book):
    fill(book, 1, 2)
    book.grade(Pointer(talks(1).id, "e1"), "2", by="Ada", why="a photograph")
    book.remove(talks(1).id)
    assert faults(book) == []
    assert "2" not in codes(book)
    book.put_back(talks(1).id)
    assert "2" in codes(book)


def test_grades_are_in_copies_and_are_checked(tmp_path):
    with Casebook.open(tmp_path / "case", create=True) as book:
        fill(book, 1)
        book.grade(Pointer(talks(1).id, "a1"), "B", by="Ada", why="an old friend")
        back_up(book, tmp_path / "copy")
        before = book.grades()
    put_back(tmp_path / "copy", tmp_path / "again", replace=False)
    with Casebook.open(tmp_path / "again") as book:
        assert book.grades() == before
        assert faults(book) == []
    with sqlite3.connect(tmp_path / "again") as connection:
        connection.execute("UPDATE grade SET item = 'a9'")
    with Casebook.open(tmp_path / "again") as book:
        assert faults(book) == [f"grade g1 is on a9 of report {talks(1).id[:12]}, which is not there"]
    with sqlite3.connect(tmp_path / "again") as connection:
        connection.execute("UPDATE grade SET value = '9'")
    with Casebook.open(tmp_path / "again") as book:
        assert "no grade for" in faults(book)[0]


@pytest.mark.parametrize("linked", [True, False])
def test_the_grades_that_are_set_are_those_of_the_claims_without_a_comparison(book, linked, monkeypatch):
    fill(book, 1, 2, 3)
    assert book.set_grades() == {}
    book.grade("Wire 1", "B", by="Ada", why="right on the last five meetings")
    book.grade("Wire 2", "D", by="Ada", why="made up a quotation")
    book.grade(Pointer(talks(1).id, "e1"), "2", by="Ada", why="a photograph")
    expected = {}
    for claim in book.comparison().claims:
        code = f"{claim.reliability or ''}{claim.credibility or ''}"
        if code and code not in expected.setdefault(claim.event, []):
            expected[claim.event].append(code)
    if linked:
        monkeypatch.setattr(Casebook, "_assembled", None)
    else:
        fill(book, 4)
        book.remove(talks(4).id)
        book.case()
    monkeypatch.setattr(Casebook, "record", None)
    assert book.set_grades() == expected
    assert any("B2" in told for told in expected.values())
