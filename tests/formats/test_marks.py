"""A text cut into segments loses nothing, and every mark covers the words it names."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.formats.marks import Mark, cut

TEXTS = st.text(st.sampled_from("ab \n"), max_size=40)


@st.composite
def marked_texts(draw: Any) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = draw(
        st.lists(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)), st.sampled_from(["content", "actor"])))
    )
    return text, [Mark(f"m{at}", min(a, b), max(a, b), layer) for at, (a, b, layer) in enumerate(ends)]


@given(marked_texts())
def test_segments_give_back_the_text(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    lines = ["".join(text[part.start : part.end] for part in block.segments) for block in cut(text, marks)]
    assert lines == [line.strip() for line in text.split("\n") if line.strip()]


@given(marked_texts())
def test_a_mark_covers_exactly_its_words(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    covered: dict[int, set[int]] = {}
    shown: set[int] = set()
    for block in cut(text, marks):
        for segment in block.segments:
            shown.update(range(segment.start, segment.end))
            for index in segment.marks:
                covered.setdefault(index, set()).update(range(segment.start, segment.end))
    for index, mark in enumerate(marks):
        assert covered.get(index, set()) == set(range(mark.start, mark.end)) & shown


def test_the_longer_mark_stands_outside() -> None:
    """An actor named within words that somebody said is nested in them."""
    marks = [Mark("actor", 5, 9, "actor"), Mark("said", 0, 14, "content")]
    (block,) = cut("that Haft left", marks)
    assert [segment.marks for segment in block.segments] == [(1,), (1, 0), (1,)]


def test_marks_that_cross_are_both_kept() -> None:
    (block,) = cut("abcdef", [Mark("one", 0, 4, "content"), Mark("two", 2, 6, "content")])
    assert [(segment.start, segment.end, segment.marks) for segment in block.segments] == [
        (0, 2, (0,)),
        (2, 4, (0, 1)),
        (4, 6, (1,)),
    ]
