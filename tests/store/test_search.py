"""Reports are found by their words, in both databases alike."""

import contextlib

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.errors import CaseError, OptionError
from dragoman.store import Casebook
from tests.store.factory import document, downgrade, talks


def fill(book):
    texts = ["{one} met {other} in Lima.", "{one} met {other} over sanctions on São Tomé.", "{one} sang; {other} met."]
    records = [talks(number, text) for number, text in enumerate(texts)]
    for record in records:
        book.keep(record, document(record))
    return [record.id for record in records]


def found(book, query):
    return {hit.report for hit in book.search(query)}


def test_all_words_must_be_there_and_phrases_stand_together(book):
    lima, sanctions, sang = fill(book)
    assert found(book, "met") == {lima, sanctions, sang}
    assert found(book, "met sanctions") == {sanctions}
    assert found(book, "sanction") == {sanctions}
    assert found(book, '"Otieno met"') == {lima}
    assert found(book, '"met Otieno"') == set()
    assert found(book, "nowhere") == set()


def test_a_hit_points_to_the_words_it_was_found_by(book):
    fill(book)
    (hit,) = book.search("sanctions")
    assert [hit.passage[start:end] for start, end in hit.hits] == ["sanctions"]


def test_a_report_taken_out_is_not_found(book):
    lima, *_ = fill(book)
    book.remove(lima)
    assert found(book, "Lima") == set()
    book.put_back(lima)
    assert found(book, "Lima") == {lima}


def test_the_index_is_made_for_reports_kept_before_it(where):
    with Casebook.open(where, create=True) as book:
        ids = fill(book)
        downgrade(book.engine, "0001")
    with Casebook.open(where) as book:
        assert found(book, "met") == set(ids)


def test_a_search_is_narrowed_by_outlet_and_date(book):
    lima, sanctions, sang = fill(book)

    def those(**asked):
        return {hit.report for hit in book.search("met", **asked)}

    assert those(outlet="wire") == {lima, sanctions, sang}
    assert those(outlet="WIRE 1") == {sanctions}
    assert those(outlet="%") == those(outlet="Wire_1") == those(outlet="!") == set()
    assert those(since="2031-05-02") == {sanctions, sang}
    assert those(until="2031-05-01") == {lima}
    assert those(since="2031-05", until="2031") == {lima, sanctions, sang}
    assert those(since="2031-05-02", until="2031-05-02", outlet="Wire") == {sanctions}
    with pytest.raises(OptionError, match="no date"):
        those(since="May")


@pytest.mark.parametrize("query", ["", " ", '""', "-", "*", "( )"])
def test_a_query_without_a_word_is_refused(book, query):
    with pytest.raises(CaseError, match="no word to look for"):
        book.search(query)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text(max_size=30))
def test_nothing_a_user_types_breaks_the_search(book, query):
    with contextlib.suppress(CaseError):
        book.search(query)
