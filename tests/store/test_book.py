"""A casebook keeps what it is given, once, and its case follows from what is in it, in whatever order it came."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.casebook import Pointer
from dragoman.errors import CaseError, JudgementError
from dragoman.store import Added, Casebook, Document, Failed
from tests.store.factory import document, talks

STATEMENT = b"Kenya condemned the attack on Monday, the foreign ministry said in a statement after a long meeting.\n"


def kept(book, *numbers):
    for number in numbers:
        record = talks(number)
        book.keep(record, document(record))


def test_documents_are_read_once_and_kept_with_their_bytes(book, reader):
    added = list(book.add([Document(name="a.txt", data=STATEMENT, outlet="Example Daily")], lambda: reader))
    assert [type(outcome) for outcome in added] == [Added]
    assert added[0].new
    again = list(
        book.add(
            [Document(name="b.txt", data=STATEMENT, outlet="Example Daily")],
            lambda: pytest.fail("nothing is to be read"),
        )
    )
    assert [outcome.new for outcome in again] == [False]
    (held,) = book.reports()
    assert (held.name, held.outlet) == ("a.txt", "Example Daily")
    assert book.record(held.id[:8]).text == STATEMENT.decode()


def test_a_document_that_cannot_be_read_is_remembered_until_it_can(book, reader):
    outcomes = list(
        book.add([Document(name="a.txt", data=b""), Document(name="b.txt", data=STATEMENT)], lambda: reader)
    )
    assert {type(outcome) for outcome in outcomes} == {Added, Failed}
    assert [(failure.name, "empty" in failure.reason) for failure in book.failures()] == [("a.txt", True)]
    list(book.add([Document(name="a.txt", data=b"Peru met Chile.\n")], lambda: reader))
    assert book.failures() == []


def test_a_changed_article_is_a_version_and_a_reprint_is_a_copy(book, reader):
    article = b" ".join(f"Minister number {number} of Kenya met the envoy of Peru.".encode() for number in range(12))
    longer = article + b" The meeting in Nairobi lasted until the evening.\n"
    texts = [(article, "Example Daily"), (longer, "Example Daily"), (longer, "Other Times")]
    documents = [Document(name=f"{at}.txt", data=data, outlet=outlet) for at, (data, outlet) in enumerate(texts)]
    first, second, third = book.add(documents, lambda: reader)
    assert first.near == ()
    assert [(near.name, near.version) for near in second.near] == [("0.txt", True)]
    assert {(near.name, near.version) for near in third.near} == {("0.txt", False), ("1.txt", False)}


def test_a_report_that_is_taken_out_is_out_of_the_case_and_comes_back_whole(book):
    kept(book, 1, 2)
    before = book.case()
    report = book.remove(talks(1).id, "not about this")
    assert book.case().reports == (talks(2).id,)
    assert [held.why_removed for held in book.reports(removed=True) if held.removed] == ["not about this"]
    assert book.put_back(report[:31]) == report
    assert book.case() == before


def test_accounts_are_compared_over_all_reports_or_some(book):
    kept(book, 1, 2, 3)
    assert book.comparison().case == book.case()
    assert book.comparison([talks(1).id[:6], talks(2).id]).case.reports == (talks(1).id, talks(2).id)


def test_a_judgement_is_kept_with_its_author_and_its_undoing_restores_the_case(book):
    kept(book, 1, 2)
    before = book.case()
    one, other = Pointer(talks(1).id, "a1"), Pointer(talks(2).id, "a1")
    made = book.judge(one, other, "same", by="Ada", why="an alias")
    case = book.case()
    assert case.actor_ids()[one] == case.actor_ids()[other]
    assert (made.by, made.why) == ("Ada", "an alias")
    assert book.undo(made.id).undone is not None
    assert book.case() == before
    assert book.judgements() == []
    assert [row.id for row in book.judgements(undone=True)] == [made.id]
    with pytest.raises(CaseError, match="undone already"):
        book.undo(made.id)


def test_a_second_judgement_on_a_pair_takes_the_place_of_the_first(book):
    kept(book, 1, 2)
    one, other = Pointer(talks(1).id, "a1"), Pointer(talks(2).id, "a1")
    book.judge(one, other, "same", by="Ada")
    book.judge(other, one, "different", by="Ben")
    assert [row.judgement.verdict for row in book.judgements()] == ["different"]


def test_judgements_that_cannot_be_are_refused_and_leave_no_trace(book):
    kept(book, 1, 2)
    one, other = Pointer(talks(1).id, "a1"), Pointer(talks(2).id, "a1")
    third = Pointer(talks(2).id, "a2")
    book.judge(one, other, "same", by="Ada")
    book.judge(one, third, "same", by="Ada")
    with pytest.raises(JudgementError, match="undo one of those first"):
        book.judge(other, third, "different", by="Ada")
    with pytest.raises(CaseError, match="of a sort"):
        book.judge(one, Pointer(talks(2).id, "e1"), "same", by="Ada")
    with pytest.raises(CaseError, match="no actor or event a9"):
        book.judge(one, Pointer(talks(2).id, "a9"), "same", by="Ada")
    assert len(book.judgements(undone=True)) == 2


def test_a_report_is_found_by_how_its_id_begins_if_no_other_begins_so(book):
    kept(book, 1, 2)
    for beginning, problem in (("0", "more than one"), ("f", "no report"), ("", "more than one"), ("0%", "no report")):
        with pytest.raises(CaseError, match=problem):
            book.find(beginning)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 40), min_size=1, max_size=8, unique=True), random=st.randoms())
def test_reports_added_in_any_order_make_the_same_case(tmp_path_factory, numbers, random):
    cases = []
    for turn in range(2):
        folder = tmp_path_factory.mktemp("order")
        with Casebook.open(folder / "case.dragoman", create=True) as book:
            kept(book, *numbers)
            cases.append((book.case(), {report.id: set(book.near(report.id)) for report in book.reports()}))
        random.shuffle(numbers)
        assert turn in (0, 1)
    assert cases[0] == cases[1]
