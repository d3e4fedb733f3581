"""Average linking on hand-made likenesses, and against the plain method."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.casebook.linkage import average_linkage


def test_the_nearest_are_joined_first_and_the_mean_decides():
    near = {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.0}
    assert average_linkage(3, near, 0.5) == [[0, 1], [2]]
    assert average_linkage(3, near, 0.4) == [[0, 1, 2]]


def test_what_must_not_be_one_is_kept_apart():
    assert average_linkage(3, {(0, 1): 0.9, (1, 2): 0.9, (0, 2): -5.0}, 0.1) == [[0, 1], [2]]


def test_items_without_likeness_stand_alone():
    assert average_linkage(3, {}, 0.1) == [[0], [1], [2]]
    assert average_linkage(0, {}, 0.1) == []


def plainly(count, scores, enough):
    groups = [[item] for item in range(count)]

    def mean(a, b):
        pairs = [scores.get((max(i, j), min(i, j)), 0.0) for i in a for j in b]
        return sum(pairs) / len(pairs)

    while len(groups) > 1:
        value, i, j = min((-mean(a, b), i, j) for j, b in enumerate(groups) for i, a in enumerate(groups[:j]))
        if -value < enough:
            break
        groups[i] = sorted(groups[i] + groups.pop(j))
    return sorted(groups)


@given(st.lists(st.sampled_from([0.0, 0.25, 0.5, 1.0, -1.0]), min_size=15, max_size=15))
def test_it_is_the_plain_method(values):
    pairs = [(i, j) for i in range(6) for j in range(i)]
    scores = {pair: value + (pair[0] * 7 + pair[1]) / 1024 for pair, value in zip(pairs, values, strict=True)}
    assert average_linkage(6, scores, 0.3) == plainly(6, scores, 0.3)
