"""Ids of a case: everything has one of its own."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.casebook.naming import unused_id


@given(st.lists(st.sampled_from(("front", "front-2", "front-2-2", "front-3", "league"))))
def test_no_two_ids_are_the_same(bases):
    taken: dict[str, int] = {}
    ids = [unused_id(base, taken) for base in bases]
    assert len(set(ids)) == len(ids)


def test_the_first_keeps_its_name():
    assert unused_id("front-2", {"front": 1}) == "front-2"
