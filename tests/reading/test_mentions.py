"""Mentions: which words refer to whom or what, and how far each mention reaches."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.reading.conftest import Casting

ReadCast = Callable[[str], "Casting"]
WORDS = st.sampled_from(
    [
        "Kenya", "Kenyan", "Nairobi", "the", "a", "army", "president", "Ruto", "William", "his", "they", "who", "said",
        "visited", "rebels", "group", "of", "in", "and", ",", "(", ")", "'s", "-", "—", "\n", "\t", "«",
        "مصر", "北京", "🙂",
        "both", "sides", "U.N.", "known", "as", "\u202e", "statement", "one", "another", "led", "by", "sons", "“", "”",
        ".", "?", "Minister", "Prime", "which", "it", "its",
    ]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, min_size=1, max_size=60).map(" ".join).filter(str.strip))
def test_any_words_give_a_sound_cast(read_cast: ReadCast, text: str) -> None:
    """Spans lie in the tree around their heads; a mention is in one actor at most; actors list mentions in order."""
    casting = read_cast(text)
    cast, size = casting.cast, len(casting.tree.words)
    for mention in cast.mentions:
        assert 0 <= mention.span[0] <= mention.head < mention.span[1] <= size
    seen: set[int] = set()
    for index, actor in enumerate(cast.actors):
        assert actor.name
        assert list(actor.mentions) == sorted(set(actor.mentions))
        assert not seen & set(actor.mentions)
        seen |= set(actor.mentions)
        assert all(cast.mentions[number].actor == index for number in actor.mentions)
        assert all(member != index for member in actor.members)
    assert all(0 <= number < len(cast.mentions) for number in cast.at.values())


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs"]), max_size=150))
def test_no_text_breaks_the_cast(read_cast: ReadCast, text: str) -> None:
    casting = read_cast("x " + text)
    assert len(casting.cast.at) <= len(casting.tree.words)


def test_a_title_and_a_name_are_one_mention_with_the_body_inside(read_cast: ReadCast) -> None:
    casting = read_cast(
        "He met Prime Minister of the Government of National Renewal Robert Yusuf Semwogerere on Monday."
    )
    whole = casting.mention("Prime Minister of the Government of National Renewal Robert Yusuf Semwogerere")
    assert (whole.form, whole.kind) == ("named", "person")
    assert casting.mention("the Government of National Renewal").kind == "government"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Ugandan President Yoweri Museveni spoke.", "Ugandan President Yoweri Museveni"),
        ("Talks with eastern Ugandan commander Okello Mukasa failed.", "eastern Ugandan commander Okello Mukasa"),
        ("Kenyan intelligence chief Daniel Wekesa was there.", "Kenyan intelligence chief Daniel Wekesa"),
        ("The general praised the army, which had won.", "the army"),
        ("The Free Chad Front, a rebel group, fled.", "a rebel group"),
    ],
)
def test_a_mention_is_its_noun_phrase_without_clauses_and_appositions(
    read_cast: ReadCast, text: str, span: str
) -> None:
    assert read_cast(text).mention(span)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Nairobi warned Kampala on Friday.", "Nairobi", "government"),
        ("The minister flew to Nairobi.", "Nairobi", "place"),
        ("Talks were held in Nairobi.", "Nairobi", "place"),
        ("It sent a message to Nairobi.", "Nairobi", "government"),
        ("Criticism of Nairobi grew.", "Nairobi", "government"),
        ("Nairobi's streets were empty.", "Nairobi", "place"),
        ("The general's visit to Nairobi angered many.", "Nairobi", "place"),
    ],
)
def test_a_capital_is_a_government_where_it_acts_and_a_place_elsewhere(
    read_cast: ReadCast, text: str, words: str, kind: str
) -> None:
    mention = read_cast(text).mention(words)
    assert (mention.kind, mention.country) == (kind, "KEN")
    assert mention.metonym == (kind == "government")


def test_a_nationality_before_an_act_is_a_mention_of_the_government(read_cast: ReadCast) -> None:
    casting = read_cast("Kenya protested. There was sharp Kenyan criticism of the plan.")
    assert casting.mention("Kenyan").metonym
    assert casting.same("Kenya", "Kenyan")


def test_a_country_that_only_backs_a_group_does_not_own_it(read_cast: ReadCast) -> None:
    casting = read_cast("Iran-backed militiamen attacked a base in Jordan.")
    assert casting.mention("Iran-backed militiamen").country is None


def test_persons_who_will_not_be_named_are_anonymous_sources(read_cast: ReadCast) -> None:
    casting = read_cast(
        "A senior Kenyan diplomat who asked not to be named said so. Two people briefed on the talks agreed. "
        "According to Ugandan security sources, it was late."
    )
    for words in ("A senior Kenyan diplomat", "Two people", "Ugandan security sources"):
        actor = casting.actor(words)
        assert actor.anonymous
        assert actor.kind == "sources"
