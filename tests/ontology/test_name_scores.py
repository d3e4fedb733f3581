"""The graded score: in order from the same name to another, and in keeping with the verdict."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.name_scores import resemblance

NEAR, FAR = 0.8, 0.65
NAMES = st.text(max_size=30) | st.lists(
    st.sampled_from(["Khaled", "Hassan", "bin", "al-Karim", "Bill", "William", "J.", "Иван", "حسن", "李", "Group"]),
    max_size=5,
).map(" ".join)  # fmt: skip
KINDS = st.sampled_from(["person", "body", "ship"])

SPELLINGS = [
    ("Dbeibeh", "Dbeibah"), ("Muammar Qadhafi", "Moammar Gaddafi"), ("Abdel Fattah el-Sissi", "Abdel Fattah Sisi"),
    ("Saidamir Zukhurov", "Saidamir Zukharov"), ("Emomali Rakhmonov", "Emomali Rahmonov"),
    ("Bill Hartley", "William Hartley"),
    ("Hartley, William", "William Hartley"), ("WilliamHartley", "William Hartley"),
    ("Willaim Hartley", "William Hartley"),
    ("Ivan Sergeyevich Orlov", "Ivan Orlov"), ("Will1am Hartley", "William Hartley"), ("Dr. Ana Prieto", "Ana Prieto"),
    ("محمد كريم", "Mohammed Karim"), ("Иван Орлов", "Ivan Orlov"),
    ("박민수", "Park Min-su"),
    ("マリア・ロペス", "Maria Lopez"), ("玛丽亚·洛佩斯", "Maria Lopes"), ("Zukhurov", "Zukharov"),
    ("Ivan Gorbatschow", "Ivan Gorbachev"),  ("J.-P. Lambert", "Jean-Pierre Lambert"),
]  # fmt: skip
OTHERS = [
    ("Ahmed Karim", "Mohamed Karim"), ("Hassan Nasser", "Hussein Nasser"), ("Saddam Hassan", "Khaled Hassan"),
    ("Khaled Haftar", "Khaled Mansour"), ("Ivan Sergeyevich Orlov", "Ivan Petrovich Orlov"), ("Orlov", "Ivan Orlov"),
    ("William A. Hartley", "William B. Hartley"), ("Jónsdóttir", "Tómasdóttir"), ("김민수", "김민호"),
    ("Khaled Hassan al-Karimi", "Khaled Hassan al-Basri"), ("George Hill Sr.", "George Hill Jr."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), SPELLINGS)
def test_one_name_scores_high(a, b):
    assert resemblance(a, b).score >= NEAR, resemblance(a, b)


@pytest.mark.parametrize(("a", "b"), OTHERS)
def test_another_name_scores_low(a, b):
    assert resemblance(a, b).score <= FAR, resemblance(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Nordwind AG", "Nordwind Aktiengesellschaft"), ("ООО «Восток»", "Vostok LLC"),
        ("Good Hope Lines", "Goodhope Lines"),
        ("RSF", "Rapid Support Forces"), ("Nordwind Aktiengeselschaft", "Nordwind AG"),
        ("Banco Norlandia", "Norlandia Bank"), ("Brigade Forty-Four", "44 Brigade"), ("Hill & Sons", "Hill and Sons"),
    ],
)  # fmt: skip
def test_one_body_scores_high(a, b):
    assert resemblance(a, b, "body").score >= NEAR, resemblance(a, b, "body")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Brigade 44", "Brigade 45"), ("Delta Fund III", "Delta Fund IV"), ("Delta Fund", "Delta Fund II"),
        ("Nordwind Group", "Südwind Group"), ("Bank of Norland", "Bank of Sudland"),
    ],
)  # fmt: skip
def test_another_body_scores_low(a, b):
    assert resemblance(a, b, "body").score <= FAR, resemblance(a, b, "body")


def test_ships_are_told_apart_by_number_and_joined_without_their_prefix():
    assert resemblance("MV Northern Star", "Northern Star", "ship").score == 1.0
    assert resemblance("Northern Star 5", "Northern Star 6", "ship").score <= FAR


def test_the_more_differs_the_less_it_scores():
    scores = [
        resemblance("Carla Brandt", other).score
        for other in ("Carla Brandt", "Karla Brandt", "Carla Brand", "Carla Brunst", "Carla Voss", "Olga Voss")
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[-1] == 0.0


def test_a_word_that_many_share_says_less():
    rare, common = (
        resemblance("Nordwind Pipes", "Nordwind Rails", "body"),
        resemblance("Group Pipes", "Group Rails", "body"),
    )
    assert rare.score > common.score


def test_reasons_are_given_in_words():
    assert resemblance("Bill Hartley", "William Hartley").reasons == (
        "“bill” and “william”: one is short for the other",
    )
    assert resemblance("Khaled Haftar", "Khaled Mansour").reasons == ("“haftar” against “mansour”",)
    assert resemblance("Ana Prieto", "Ana Maria Prieto").reasons == ("“maria” only in one",)
    assert resemblance("Nordwind AG", "Nordwind GmbH", "body").reasons == (
        "legal forms of two kinds: public against private",
    )


@given(NAMES, NAMES, KINDS)
def test_a_score_is_symmetric_and_keeps_to_the_verdict(a, b, kind):
    found = resemblance(a, b, kind)
    assert found == resemblance(b, a, kind)
    assert 0.0 <= found.score <= 1.0
    assert found.reasons
    if found.verdict == "same":
        assert found.score == 1.0
    elif found.verdict == "variant":
        assert found.score >= 0.92
    else:
        assert found.score < 0.92


@given(st.permutations(["Khaled", "Omar", "Mansour"]))
def test_the_order_of_words_hardly_matters(words):
    assert resemblance(" ".join(words), "Khaled Omar Mansour").score >= 0.9


@given(st.lists(st.sampled_from(["Khaled", "Orlov", "Nordwind", "Ana"]), min_size=1, max_size=4, unique=True), KINDS)
def test_a_name_is_itself(words, kind):
    assert resemblance(" ".join(words), " ".join(words), kind).score == 1.0
