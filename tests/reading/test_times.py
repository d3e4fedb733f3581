"""Times: what is found, what it means, and which predicate it dates."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import LexiconError
from dragoman.reading.time_grammar import build_time_words, expand
from dragoman.reading.times import TimeFinder, find_times
from dragoman.reading.tree import Tree

ReadTree = Callable[[str], Tree]
MONDAY = date(2025, 12, 8)


def found(tree: Tree, published: date | None = MONDAY) -> list[tuple[str, str, str | None, str | None]]:
    return [
        (tree.text[slice(*tree.span(*time.span))], time.value, time.start, time.end)
        for time in find_times(tree, published)
    ]


@pytest.mark.parametrize(
    ("words", "value", "start", "end"),
    [
        ("on 3 May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("on May 3rd, 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("on Friday, 3 May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("on Dec. 8", "2025-12-08", "2025-12-08", "2025-12-08"),
        ("on the 3rd of May 2024", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("on 2024-05-03", "2024-05-03", "2024-05-03", "2024-05-03"),
        ("in April 2023", "2023-04", "2023-04-01", "2023-04-30"),
        ("in 2011", "2011", "2011-01-01", "2011-12-31"),
        ("in the 1990s", "199", "1990-01-01", "1999-12-31"),
        ("in the 19th century", "18", "1801-01-01", "1900-12-31"),
        ("in the summer of 2023", "2023-SU", "2023-06-01", "2023-08-31"),
        ("in the first half of 2024", "2024-H1", "2024-01-01", "2024-06-30"),
        ("in the third quarter of 2024", "2024-Q3", "2024-07-01", "2024-09-30"),
        ("in early December", "2025-12", "2025-12-01", "2025-12-10"),
        ("in mid-October", "2025-10", "2025-10-11", "2025-10-20"),
        ("in late 2022", "2022", "2022-09-01", "2022-12-31"),
        ("at the start of 2024", "2024", "2024-01-01", "2024-04-30"),
        ("last week", "2025-W49", "2025-12-01", "2025-12-07"),
        ("earlier this month", "2025-12", "2025-12-01", "2025-12-08"),
        ("late last year", "2024", "2024-09-01", "2024-12-31"),
        ("last December", "2024-12", "2024-12-01", "2024-12-31"),
        ("last Monday", "2025-12-01", "2025-12-01", "2025-12-01"),
        ("yesterday", "2025-12-07", "2025-12-07", "2025-12-07"),
        ("two days ago", "2025-12-06", "2025-12-06", "2025-12-06"),
        ("three weeks ago", "2025-W47", "2025-11-17", "2025-11-23"),
        ("nearly two years ago", "2023", "2023-01-01", "2023-12-31"),
        ("early on Saturday", "2025-12-06", "2025-12-06", "2025-12-06"),
        ("on Sunday night", "2025-12-07TNI", "2025-12-07", "2025-12-07"),
        ("last night", "2025-12-07TNI", "2025-12-07", "2025-12-07"),
        ("at 9 a.m. on Saturday", "2025-12-06T09:00", "2025-12-06", "2025-12-06"),
        ("in recent weeks", "PAST_REF", None, "2025-12-08"),
        ("over the past three years", "P3Y", "2022-12-08", "2025-12-08"),
        ("from 3 to 5 May 2024", "2024-05-03/2024-05-05", "2024-05-03", "2024-05-05"),
        ("between 2011 and 2015", "2011/2015", "2011-01-01", "2015-12-31"),
        ("for three days", "P3D", None, None),
        ("every Friday", "XXXX-WXX-5", None, None),
        ("the next day", "XXXX-XX-XX", None, None),
        ("over the weekend", "2025-W49-WE", "2025-12-06", "2025-12-07"),
        ("in the early hours of Sunday", "2025-12-07", "2025-12-07", "2025-12-07"),
        ("during Ramadan", "XXXX", None, None),
        ("on 12 June last year", "2024-06-12", "2024-06-12", "2024-06-12"),
        ("at 0930 GMT", "2025-12-08T09:30Z", "2025-12-08", "2025-12-08"),
        ("in mid-2023", "2023", "2023-01-01", "2023-12-31"),
        ("for years", "PXY", None, None),
        ("at the end of the day", "2025-12-08", "2025-12-08", "2025-12-08"),
    ],
)  # fmt: skip
def test_a_time_has_a_value_and_the_days_it_covers(
    read_tree: ReadTree, words: str, value: str, start: str | None, end: str | None
) -> None:
    assert [time[1:] for time in found(read_tree(f"The rebels fought the army {words}."))] == [(value, start, end)]


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("since 2011", "2011-01-01", "2025-12-08"),
        ("until March 2024", None, "2024-03-31"),
        ("before 3 May 2024", None, "2024-05-02"),
        ("after 2011", "2011-01-01", None),
    ],
)
def test_a_preposition_opens_or_closes_the_interval(
    read_tree: ReadTree, words: str, start: str | None, end: str | None
) -> None:
    assert [time[2:] for time in found(read_tree(f"The rebels held the town {words}."))] == [(start, end)]


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("He met the envoy on Monday.", "2025-12-08"),
        ("He left the country on Wednesday.", "2025-12-03"),
        ("He will leave the country on Wednesday.", "2025-12-10"),
        ("They plan to meet on Wednesday.", "2025-12-10"),
        ("The summit opens on Friday.", "2025-12-12"),
        ("The vote is scheduled for Sunday.", "2025-12-14"),
        ("They will discuss Friday's attack.", "2025-12-05"),
        ("They began to leave on Wednesday.", "2025-12-03"),
        ("He hoped they could be freed on Sunday.", "2025-12-07"),
        ("Talks will be held in January.", "2026-01-01"),
        ("Talks were held in January.", "2025-01-01"),
    ],
)
def test_the_clause_decides_between_the_last_and_the_next(read_tree: ReadTree, sentence: str, day: str) -> None:
    assert [time[2] for time in found(read_tree(sentence))] == [day]


@pytest.mark.parametrize(
    ("words", "value", "start", "end"),
    [
        ("on Monday", "XXXX-WXX-1", None, None),
        ("in early December", "XXXX-12", "XXXX-12-01", "XXXX-12-10"),
        ("on 8 December", "XXXX-12-08", "XXXX-12-08", "XXXX-12-08"),
        ("in February", "XXXX-02", "XXXX-02-01", "XXXX-02-28"),
        ("last week", "XXXX-WXX", None, None),
        ("two days ago", "XXXX-XX-XX", None, None),
        ("in April 2023", "2023-04", "2023-04-01", "2023-04-30"),
    ],
)
def test_without_a_publication_date_the_unknown_stays_unknown(
    read_tree: ReadTree, words: str, value: str, start: str | None, end: str | None
) -> None:
    tree = read_tree(f"The rebels fought the army {words}.")
    assert [time[1:] for time in found(tree, None)] == [(value, start, end)]


@pytest.mark.parametrize(
    "sentence",
    [
        "He may march on the town.",
        "About 2000 people fled.",
        "The 40-year-old man fled.",
        "The Sun. printed the second letter.",
        "They sat. He has a second home.",
        "They discussed the future of relations.",
    ],
)
def test_look_alikes_are_no_times(read_tree: ReadTree, sentence: str) -> None:
    assert found(read_tree(sentence)) == []


def time_at(tree: Tree, form: str) -> str | None:
    word = next(word for word in tree.words if word.text == form)
    time = TimeFinder(tree, MONDAY).time_of(word)
    return time and tree.text[slice(*tree.span(*time.span))]


@pytest.mark.parametrize(
    ("sentence", "predicate", "words"),
    [
        ("The president on Monday reiterated support during talks with the envoy.", "reiterated", "Monday"),
        ("The president on Monday reiterated support during talks with the envoy.", "talks", "Monday"),
        ("The general's visit to Lima in early May took place quietly.", "visit", "early May"),
        ("The minister said on Tuesday that rebels had killed two soldiers.", "said", "Tuesday"),
        ("The minister said on Tuesday that rebels had killed two soldiers.", "killed", None),
        ("Kenya protested on Monday and Uganda sent troops last week.", "sent", "last week"),
        ("On Friday he arrived in Lima and met the president.", "met", "Friday"),
        ("Police praised the rescue on Monday.", "praised", "Monday"),
        ("The army attacked the town on Thursday, killing ten people.", "killing", "Thursday"),
        ("The talks, which took place on Sunday, failed.", "talks", "Sunday"),
        ("Friday's attack killed ten people.", "killed", "Friday"),
        ("A conflict began in April 2023 and has killed thousands.", "killed", None),
        ("Fighting lasted three days.", "lasted", None),
    ],
)
def test_a_time_dates_what_happens_in_its_clause(
    read_tree: ReadTree, sentence: str, predicate: str, words: str | None
) -> None:
    assert time_at(read_tree(sentence), predicate) == words


_PIECES = st.sampled_from(
    [
        *("the", "of", "last", "next", "to", "early", "since", "every", "first", "past", "three", ",", "-", ".", "0"),
        *("3", "31", "30", "February", "2024", "2024-02-30", "Monday", "week", "weeks", "ago", "quarter", "century"),
        *("9:75", "13/13/2024", "1990s", "½", "٣", "２０２４", "\u202emay", "99999999999"),
    ]
)


@settings(max_examples=60)
@given(pieces=st.lists(_PIECES, max_size=12), published=st.none() | st.dates(date(1, 1, 1), date(9999, 12, 31)))
def test_any_words_give_spans_in_the_text_and_bounds_in_order(
    read_tree: ReadTree, pieces: list[str], published: date | None
) -> None:
    tree = read_tree("A man said " + " ".join(pieces) + " so.")
    times = find_times(tree, published)
    end = 0
    for time in times:
        assert end <= time.span[0] < time.span[1] <= len(tree.words)
        end = time.span[1]
        assert time.start is None or time.end is None or time.start <= time.end
    assert times == find_times(tree, published)
    finder = TimeFinder(tree, published)
    assert all(finder.time_of(word) in (None, *times) for word in tree.words)


@pytest.mark.parametrize("published", [date(1, 1, 1), date(9999, 12, 31)])
def test_the_ends_of_the_calendar_do_not_break_a_reading(read_tree: ReadTree, published: date) -> None:
    tree = read_tree("He will leave on Monday, next week or next year; he left yesterday, last week and a year ago.")
    assert all(time.span[0] < time.span[1] for time in find_times(tree, published))


def test_a_text_without_words_has_no_times() -> None:
    finder = TimeFinder(Tree("", [], [], []), MONDAY)
    assert finder.times == []


def test_a_pattern_stands_for_all_its_sequences() -> None:
    assert expand("(weekday =,?)? month day|ordinal") == [
        ("weekday", "=,", "month", "day"), ("weekday", "=,", "month", "ordinal"), ("weekday", "month", "day"),
        ("weekday", "month", "ordinal"), ("month", "day"), ("month", "ordinal"),
    ]  # fmt: skip


def test_a_broken_grammar_is_refused_with_every_fault() -> None:
    tables = {name: {} for name in ("words", "bound", "parts", "edges", "relations", "joins", "rough", "binding")}
    with pytest.raises(LexiconError) as caught:
        build_time_words({**tables, "rules": [{"pattern": "mnoth", "meaning": "calender"}]})
    assert "unknown class 'mnoth'" in str(caught.value)
    assert "unknown meaning 'calender'" in str(caught.value)
