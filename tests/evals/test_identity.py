"""Which gold actor a predicted actor is."""

from __future__ import annotations

import pytest

from dragoman.record import Mention
from evals.gold import Choice
from evals.identity import Linker, confused, evidence_of, words_of
from tests.evals.records import CAST, actor, record, span, story


def links(predicted, mentions=()):
    return Linker(record(cast=(predicted,), mentions=mentions), story()).links[predicted.id]


@pytest.mark.parametrize(
    ("wording", "words"),
    [
        ("Egypt’s General Intelligence Service", ("egypt", "general", "intelligence", "service")),
        ("the Rapid Support Forces (RSF)", ("rapid", "support", "forces", "rsf")),
        ("El-Sissi", ("el", "sissi")),
        ("Tomás", ("tomas",)),
        ("The", ("the",)),
    ],
)
def test_wordings_are_compared_without_case_accent_article_and_possessive(wording, words):
    assert words_of(wording) == words


@pytest.mark.parametrize(
    ("name", "who"),
    [("Ada Bolt", "bolt"), ("President Ada Bolt", "bolt"), ("Rand", "rand"), ("the Ruritania", "ruritania")],
)
def test_a_name_is_the_actor_it_names(name, who):
    assert links(actor("a9", name)) == {who}


def test_an_office_of_a_country_is_not_the_country():
    assert links(actor("a9", "President of Ruritania")) == frozenset()


def test_a_stranger_is_nobody():
    assert links(actor("a9", "Zed Quill")) == frozenset()


def test_a_nominal_mention_counts_up_to_its_head():
    start, end = span("officials said")
    mention = Mention(id="m1", start=start, end=end, head=span("officials"), form="nominal", kind="sources", actor="a9")
    assert links(actor("a9", "unnamed", kind="sources"), (mention,)) == {"officials"}


def test_a_bare_state_is_known_by_its_country_and_a_part_of_it_is_not():
    assert links(actor("a9", "the government", kind="government", country="FRE")) == {"freedonia"}
    assert links(actor("a9", "eastern authorities", kind="government", country="FRE")) == frozenset()


def test_a_delegation_stands_for_the_government_it_comes_from():
    team = actor("a9", "a security delegation", kind="organization", country="RUR", sectors=("SPY", "GOV"))
    linker = Linker(record(cast=(*CAST, team)), story())
    assert linker.fits("a9", frozenset({"ruritania"}))
    assert not linker.fits("a9", frozenset({"freedonia"}))


def test_a_group_fills_a_role_by_its_members():
    both = actor("a9", "both sides", kind="other", members=("a3", "a4"))
    linker = Linker(record(cast=(*CAST, both)), story())
    assert linker.fill(["a9"], Choice(frozenset({"rand"}), nobody=False, scored=True))


def test_two_people_in_one_actor_are_told():
    both = actor("a9", "Ada Bolt", "Kurt Rand")
    told = story(never_one_actor=[("bolt", "rand")])
    assert confused(evidence_of(record(cast=(both,)), both), told) == [("bolt", "rand")]


def test_the_people_of_a_country_stand_for_it_and_not_for_its_government():
    people = actor("a9", "Ruritanian people", kind="population", country="RUR")
    told = story(more={"land": {"kind": "country", "country": "RUR", "names": ["the land of Ruritania"]}})
    linker = Linker(record(cast=(people,)), told)
    assert linker.fits("a9", frozenset({"land"}))
    assert not linker.fits("a9", frozenset({"ruritania"}))
