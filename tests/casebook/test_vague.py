"""People without names: which countries a description names, and who may be meant by two descriptions."""

import pytest

from dragoman.casebook.digest import DigestsOf
from dragoman.casebook.vague import countries_in, may_be_one, vague_of
from tests.casebook.factory import Report


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("Guinea-Bissau's president", {"GNB"}),
        ("four South African nurses", {"ZAF"}),
        ("the gunmen", set()),
    ],
)
def test_countries_that_a_description_names(words, codes):
    assert countries_in(words) == codes


def said(words, kind="population", sectors=()):
    report = Report("r1", [f"{words} spoke."]).actor("a1", words, kind=kind, sectors=sectors)
    (digest,) = DigestsOf([report.record()])
    return vague_of(digest.profiles[0])


def fighters(words):
    return said(words, "armed-group", ["REB"])


def test_who_may_be_meant_by_two_descriptions():
    assert may_be_one(fighters("gunmen"), fighters("the hostage-takers"))
    assert may_be_one(fighters("the Front for Change"), said("the group", "organization"))
    assert may_be_one(said("12 hostages"), said("nine captives"))
    assert not may_be_one(said("12 reporters"), said("nine journalists"))
    assert not may_be_one(said("Kenyan villagers"), said("Ugandan villagers"))
    assert not may_be_one(said("nurses"), said("drivers"))
    assert may_be_one(said("two Chilean envoys"), said("two employees of the Chilean embassy"))
    assert not may_be_one(said("two Chilean envoys"), said("three employees of the Chilean embassy"))
