"""A casebook survives what happens to it, and says when it has not."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.errors import CaseError
from dragoman.store import Casebook
from dragoman.store.health import back_up, faults, put_back
from tests.store.factory import document, talks

ADDS = """
import sys
from dragoman.store import Casebook
from tests.store.factory import document, talks
with Casebook.open(sys.argv[1], create=True) as book:
    for number in range(1000):
        record = talks(number)
        book.keep(record, document(record))
        print(number, flush=True)
"""
ROOT = Path(__file__).parents[2]


def filled(path, count=3):
    with Casebook.open(path, create=True) as book:
        for number in range(count):
            record = talks(number)
            book.keep(record, document(record))


@pytest.mark.parametrize("after", [1, 7, 30])
def test_killed_while_adding_it_loses_at_most_the_report_in_hand(where, after):
    process = subprocess.Popen([sys.executable, "-c", ADDS, where], stdout=subprocess.PIPE, text=True, cwd=ROOT)
    for _ in range(after):
        last = int(process.stdout.readline())
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with Casebook.open(where) as book:
        assert faults(book) == []
        held = {report.id for report in book.reports()}
        assert {talks(number).id for number in range(last + 1)} <= held
        record = talks(999)
        assert book.keep(record, document(record)).new


def test_readers_see_a_whole_casebook_while_another_writes(where):
    with Casebook.open(where, create=True) as writer, Casebook.open(where) as reader:
        for number in range(5):
            record = talks(number)
            writer.keep(record, document(record))
            assert len(list(reader.records())) == number + 1
            assert faults(reader) == []


def test_two_writers_that_bring_the_same_report_keep_it_once(where):
    with Casebook.open(where, create=True) as one, Casebook.open(where) as other:
        record = talks(1)
        assert one.keep(record, document(record)).new
        assert not other.keep(record, document(record)).new
        assert len(one.reports()) == 1


def test_a_copy_is_whole_and_can_be_put_back(tmp_path):
    filled(tmp_path / "case")
    with Casebook.open(tmp_path / "case") as book:
        back_up(book, tmp_path / "copy")
        before = book.case()
        book.remove(talks(1).id)
    with pytest.raises(CaseError, match="--replace"):
        put_back(tmp_path / "copy", tmp_path / "case", replace=False)
    put_back(tmp_path / "copy", tmp_path / "case", replace=True)
    with Casebook.open(tmp_path / "case") as book:
        assert book.case() == before
        with pytest.raises(CaseError, match="there already"):
            back_up(book, tmp_path / "copy")
        with pytest.raises(CaseError, match="cannot be written"):
            back_up(book, tmp_path / "nowhere" / "copy")


def test_a_damaged_copy_is_refused_and_the_casebook_left_as_it_was(tmp_path):
    filled(tmp_path / "case")
    shutil.copy(tmp_path / "case", tmp_path / "copy")
    with sqlite3.connect(tmp_path / "copy") as connection:
        connection.execute("UPDATE report SET record = x'00'")
    with pytest.raises(CaseError, match="nothing was changed"):
        put_back(tmp_path / "copy", tmp_path / "case", replace=True)
    with Casebook.open(tmp_path / "case") as book:
        assert faults(book) == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("UPDATE report SET raw_sha256 = 'x'", "not those it was read from"),
        ("UPDATE report SET record = x'00'", "cannot be unpacked"),
        ("UPDATE mark SET report = 'x'", "refers to a report that is not there"),
        (
            'INSERT INTO judgement (what, verdict, one_record, one_item, other_record, other_item, "by", at)'
            " VALUES ('actor', 'same', 'x', 'a1', 'y', 'a1', 'Ada', '2031-05-04 00:00:00')",
            "which is not there",
        ),
    ],
)
def test_check_says_what_is_wrong(tmp_path, damage, said):
    filled(tmp_path / "case", count=1)
    with sqlite3.connect(tmp_path / "case") as connection:
        connection.execute(damage)
    with Casebook.open(tmp_path / "case") as book:
        assert any(said in fault for fault in faults(book))


def test_what_is_no_casebook_is_named_in_one_sentence(tmp_path):
    (tmp_path / "text").write_text("Kenya condemned the attack.\n")
    sqlite3.connect(tmp_path / "other.db").execute("CREATE TABLE t (x)").connection.commit()
    for name, said in (
        ("nothing", "dragoman add makes one"), ("text", "no casebook"), ("other.db", "no casebook"), (".", "a folder"),
    ):  # fmt: skip
        with pytest.raises(CaseError, match=said):
            Casebook.open(tmp_path / name)
    for where in ("nonsense://x", "postgresql+psycopg://ada:secret@127.0.0.1:1/x"):
        with pytest.raises(CaseError) as refused:
            Casebook.open(where)
        assert "secret" not in str(refused.value)
        assert "\n" not in str(refused.value)
    with pytest.raises(CaseError, match="neither an SQLite file nor a PostgreSQL database"):
        Casebook.open("mysql://ada@localhost/x")


def test_a_copy_that_is_not_there_is_not_called_a_casebook(tmp_path):
    with pytest.raises(CaseError, match="no such copy"):
        put_back(tmp_path / "copy", tmp_path / "case", replace=False)


def test_a_casebook_of_a_later_dragoman_is_left_alone(tmp_path):
    filled(tmp_path / "case", count=1)
    with sqlite3.connect(tmp_path / "case") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(CaseError, match="later dragoman"):
        Casebook.open(tmp_path / "case")


def test_the_tables_are_what_the_migrations_make(where):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from dragoman.store.tables import Base

    with Casebook.open(where, create=True) as book, book.engine.connect() as connection:
        ours = {"include_name": lambda name, sort, _parents: sort != "table" or not name.startswith("passage")}
        assert compare_metadata(MigrationContext.configure(connection, opts=ours), Base.metadata) == []
