"""Windows of days: what may be one day, what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.casebook.windows import intersect, overlap, parse_window, to_iso


def window(start, end, value=""):
    return parse_window(value, start, end)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("XXXX-12-01", "XXXX-12-10"), ("2025-12-08", "2025-12-08"), "overlap"),
        (("XXXX-12-01", "XXXX-12-10"), ("2025-12-18", "2025-12-18"), "disjoint"),
        (("2025-12-08", "2025-12-08"), ("2025-12-08", "2025-12-08"), "equal"),
        (("2023-04-01", None), ("2025-12-08", "2025-12-08"), "overlap"),
        (("2023-04-01", None), ("2022-12-08", "2022-12-08"), "disjoint"),
        (("2024-XX-XX", "2024-XX-XX"), ("XXXX-03-01", "XXXX-03-31"), "overlap"),
        ((None, None), ("2025-12-08", "2025-12-08"), "unknown"),
        (("2025-02-30", "2025-02-30"), ("2025-12-08", "2025-12-08"), "unknown"),
    ],
)
def test_two_windows(a, b, expected):
    assert overlap(window(*a), window(*b)) == overlap(window(*b), window(*a)) == expected


def test_a_bare_weekday_excludes_other_days_of_the_week():
    monday = window(None, None, "XXXX-WXX-1")
    assert overlap(monday, window("2025-12-08", "2025-12-08")) == "overlap"
    assert overlap(monday, window("2025-12-09", "2025-12-09")) == "disjoint"


def test_what_two_windows_share_takes_the_year_from_the_one_that_has_it():
    shared = intersect(window("XXXX-12-01", "XXXX-12-10"), window("2025-12-05", "2025-12-31"))
    assert to_iso(shared) == ("2025-12-05", "2025-12-10")


DIGITS = st.text("0123456789X-", max_size=10) | st.none()


@given(DIGITS, DIGITS, DIGITS, DIGITS)
def test_any_bounds_are_taken(a, b, c, d):
    one, two = window(a, b), window(c, d)
    assert overlap(one, two) == overlap(two, one)
    to_iso(intersect(one, two))
