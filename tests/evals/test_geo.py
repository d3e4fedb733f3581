"""The scorer of places on hand-made items."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.record import Place
from evals.geo import Article, Toponym, away, score_article

TEXT = "Talks in Lima and Quito."


def article() -> Article:
    lima = Toponym(9, 13, "Literal", 3936456, -12.04, -77.03)
    return Article(TEXT, (lima, Toponym(18, 23, "Embedded_Non_Lit", 3652462, -0.23, -78.52)))


def test_a_place_counts_as_found_exact_and_near() -> None:
    counts: Counter[str] = Counter()
    lima = Place(start=9, end=13, name="Lima", geonames=3936456)
    callao = Place(start=18, end=23, name="Quito", geonames=1, latitude=-0.3, longitude=-78.5)
    extra = Place(start=0, end=5, name="Talks")
    errors = list(score_article(article(), [lima, callao, extra], 0, counts))
    assert (counts["found"], counts["predicted"], counts["embedded"]) == (2, 3, 1)
    assert (counts["exact"], counts["near"], counts["given"]) == (1, 2, 2)
    assert len(errors) == 1


def test_a_missed_name_is_not_resolved() -> None:
    counts: Counter[str] = Counter()
    assert len(list(score_article(article(), [], 0, counts))) == 2
    assert counts["resolvable"] == 0


def test_distance_is_in_kilometres() -> None:
    quito = Place(start=0, end=1, name="Quito", latitude=-0.23, longitude=-78.52)
    assert away(quito, article().toponyms[0]) == pytest.approx(1323, abs=15)
    assert away(Place(start=0, end=1, name="Quito"), article().toponyms[0]) == float("inf")
