"""What is kept to spare work changes nothing: the case is the one that the reports and judgements make anew."""

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import text

from dragoman.casebook import Pointer, build_case
from dragoman.errors import JudgementError
from dragoman.store import Casebook, Document
from tests.casebook.factory import strained
from tests.casebook.factory import talks as presidency
from tests.store.factory import document, downgrade, talks


def kept(book, *records):
    for record in records:
        book.keep(record, document(record))


def fresh(book):
    return build_case(book.records(), book.standing())


def test_a_case_is_read_back_as_it_was_computed(book, monkeypatch):
    kept(book, strained(), presidency())
    first = book.case()
    monkeypatch.setattr("dragoman.store.book.assemble", lambda *_: pytest.fail("nothing is to be computed"))
    assert book.case() == first == fresh(book)


@pytest.mark.parametrize("table", ["computed", "digest", "mark"])
def test_what_is_kept_to_spare_work_may_be_deleted(book, table):
    kept(book, strained(), presidency())
    first = book.case()
    with book.engine.begin() as connection:
        connection.execute(text(f"DELETE FROM {table}"))
    assert book.case() == first


def test_digests_of_another_version_are_made_again(book):
    kept(book, strained(), presidency())
    first = book.case()
    with book.engine.begin() as connection:
        connection.execute(text("UPDATE digest SET made_with = 'an older one', body = descriptions"))
        connection.execute(text("UPDATE computed SET key = 'an older one'"))
    assert book.case() == first


def test_reports_kept_before_there_were_digests_are_in_the_case_and_are_found_by_their_copies(where, reader):
    story = b" ".join(f"Minister number {number} of Kenya met the envoy of Peru.".encode() for number in range(9))
    with Casebook.open(where, create=True) as book:
        list(book.add([Document(name="a.txt", data=story, outlet="Example Daily")], lambda: reader))
        downgrade(book.engine, "0002")
    with Casebook.open(where) as book:
        assert book.case() == fresh(book)
        copy = Document(name="b.txt", data=story + b" It rained.\n", outlet="Other Times")
        (added,) = book.add([copy], lambda: reader)
        assert [near.name for near in added.near] == ["a.txt"]


class Changes(RuleBasedStateMachine):
    """A casebook in which reports come and go and judgements are made and undone, in any order."""

    where = ""

    @initialize()
    def begin(self):
        self.book = Casebook.open(self.where, create=True)
        with self.book.engine.begin() as connection:
            for table in ("computed", "judgement", "near", "mark", "digest", "passage", "report"):
                connection.execute(text(f"DELETE FROM {table}"))
        self.numbers = []

    def teardown(self):
        self.book.close()

    @rule(number=st.integers(0, 40))
    def add(self, number):
        kept(self.book, talks(number))
        self.numbers.append(number)

    @rule(data=st.data())
    def take_out_or_put_back(self, data):
        if self.numbers:
            report = talks(data.draw(st.sampled_from(self.numbers))).id
            data.draw(st.sampled_from([self.book.remove, self.book.put_back]))(report)

    @rule(data=st.data(), verdict=st.sampled_from(["same", "different", "unsure"]))
    def judge_and_undo(self, data, verdict):
        items = st.builds(
            lambda number, item: Pointer(talks(number).id, item),
            st.sampled_from(self.numbers or [0]), st.sampled_from(["a1", "a2"]),
        )  # fmt: skip
        one, other = data.draw(items), data.draw(items)
        if not self.numbers or one == other:
            return
        before = self.book.case()
        try:
            made = self.book.judge(one, other, verdict, by="Ada")
        except JudgementError:
            return
        if data.draw(st.booleans()):
            replaced = len(self.book.judgements(undone=True)) - len(self.book.judgements())
            self.book.undo(made.id)
            if not replaced:
                assert self.book.case() == before

    @invariant()
    def is_the_case_that_is_computed_anew(self):
        assert self.book.case() == fresh(self.book)


def test_after_whatever_changes_the_case_is_the_one_computed_anew(where):
    machine = type("Here", (Changes,), {"where": where})
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large]
    run_state_machine_as_test(
        machine, settings=settings(max_examples=12, stateful_step_count=10, suppress_health_check=checks)
    )
