"""The scorer for relations between actors, on relations of our own."""

from __future__ import annotations

from evals.re3d import Count, Relation, holds, names_of
from training.sentences import NameTag, Sentence

SPANS = {"army": [(4, 8)], "rebels": [(20, 26)]}


def test_a_mutual_relation_holds_both_ways_and_another_one_way() -> None:
    fighting = Relation("FightingAgainst", (16, 26), (0, 8), "the rebels | fought | the army")
    assert holds(("army", "rebels"), fighting, SPANS)
    leading = Relation("InChargeOf", (16, 26), (0, 8), "the rebels | lead | the army")
    assert holds(("rebels", "army"), leading, SPANS)
    assert not holds(("army", "rebels"), leading, SPANS)


def test_a_mention_must_lie_in_the_marked_span() -> None:
    apart = Relation("FightingAgainst", (30, 40), (0, 8), "the militia | fought | the army")
    assert not holds(("army", "rebels"), apart, SPANS)


def test_f1_weighs_what_was_right_of_the_given_and_found_of_the_wanted() -> None:
    assert Count(right=1, given=2, found=1, wanted=2).f1() == 0.5
    assert Count().f1() == 0


def test_names_are_read_from_their_tags() -> None:
    tags = [NameTag("B", frozenset({"ORG"})), NameTag("I", frozenset({"ORG"})), NameTag("O"), NameTag("?")]
    sentence = Sentence(words=["Blue", "Front", "and", "Minister"], spaces=[True] * 4, names=tags, source="own")
    assert names_of(sentence) == {(0, 2, "ORG")}
