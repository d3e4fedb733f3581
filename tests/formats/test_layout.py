"""Boxes never overlap, and one input has one layout."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.formats.geometry import Box, link_curve, text_width, wrapped
from dragoman.formats.layout import arrange

Graph = tuple[list[tuple[float, float]], dict[tuple[int, int], tuple[float, float]]]


@st.composite
def graphs(draw: Any) -> Graph:
    count = draw(st.integers(0, 10))
    sizes = draw(st.lists(st.tuples(st.floats(60, 240), st.floats(40, 90)), min_size=count, max_size=count))
    pairs = draw(st.sets(st.sampled_from(list(combinations(range(count), 2)) or [(0, 0)]), max_size=14))
    return sizes, {pair: (90.0, 60.0) for pair in pairs if count > 1}


@settings(max_examples=25)
@given(graphs())
def test_boxes_never_overlap_and_lie_within_the_drawing(graph: Graph) -> None:
    sizes, edges = graph
    layout = arrange(sizes, edges, width=1000)
    boxes = [Box(x, y, *size) for (x, y), size in zip(layout.centres, sizes, strict=True)]
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlap(pair[1]) > 1]
    for box in boxes:
        assert box.x - box.width / 2 >= -0.01
        assert box.x + box.width / 2 <= layout.width + 0.01
        assert box.y + box.height / 2 <= layout.height + 0.01
    assert layout == arrange(sizes, edges, width=1000)


def test_a_line_stops_short_of_both_boxes() -> None:
    one, other = Box(0, 0, 100, 40), Box(400, 30, 100, 40)
    curve = link_curve(one, other, 20)
    assert curve is not None
    assert not any(box.holds(curve.at(step / 10)) for box in (one, other) for step in range(11))


def test_boxes_that_touch_have_no_line() -> None:
    assert link_curve(Box(0, 0, 100, 40), Box(90, 0, 100, 40), 0) is None


@given(st.text(max_size=80), st.floats(40, 200))
def test_wrapped_words_keep_to_their_lines(text: str, width: float) -> None:
    rows = wrapped(text, 12, width, 2)
    assert 1 <= len(rows) <= 2
    assert all(text_width(row, 12) <= width or row == "…" for row in rows)
