"""Legal forms, numbers and short forms of names."""

import pytest

from dragoman.ontology.name_forms import (
    are_equivalent,
    are_romanizations,
    body_words,
    is_pet_name,
    is_short_form,
    number_of,
)


@pytest.mark.parametrize(
    ("name", "words", "legal"),
    [
        ("Nordwind G.m.b.H.", ("nordwind",), {"private"}),
        ("NordwindAG", ("nordwind",), {"public"}),
        ("Vostok Trading o.O.O.", ("vostok", "trade"), {"private"}),
        ("Общество с ограниченной ответственностью «Восток»", ("vostok",), {"private"}),
        ("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ «ВОСТОК»", ("vostok",), {"private"}),
        ("Norland Intl. Univ.", ("norland", "international", "university"), set()),
        ("Universidad Internacional de Norlandia", ("university", "international", "norlandia"), set()),
        ("Open Joint Stock Company Vostok", ("vostok",), {"public"}),
        ("Polbud Sp. z o.o.", ("polbud",), {"private"}),
        ("The Bank for Harbour and Tower", ("bank", "harbour", "tower"), set()),
        ("Company", ("company",), set()),
        ("Twenty-Third Brigade", ("23", "brigade"), set()),
        ("Delta Fund XIV L.P.", ("delta", "fund", "14"), {"partnership"}),
    ],
)
def test_words_of_bodies(name, words, legal):
    assert (body_words(name).words, body_words(name).legal) == (words, legal)


@pytest.mark.parametrize(
    ("word", "number"),
    [("44", 44), ("2nd", 2), ("iv", 4), ("xix", 19), ("xl", 40), ("mix", None), ("v", None), ("bank", None)],
)  # fmt: skip
def test_numbers(word, number):
    assert number_of(word) == number


def test_short_forms_lead_to_the_full_name_in_any_spelling_but_not_to_one_another():
    assert is_short_form("bill", "william")
    assert is_short_form("volodya", "volodymyr")
    assert not is_short_form("bill", "will")
    assert not is_short_form("bill", "robert")


def test_a_short_form_that_is_a_name_of_its_own_is_no_pet_name():
    assert is_pet_name("mike", "michael")
    assert is_short_form("jan", "johannes")
    assert not is_pet_name("jan", "johannes")


def test_one_name_in_two_languages():
    assert are_equivalent("john", "giovanni")
    assert are_equivalent("oleksandr", "alejandro")
    assert not are_equivalent("john", "james")


def test_one_name_romanized_by_two_systems():
    assert are_romanizations("jiang", "chiang")
    assert are_romanizations("bak", "park")
    assert not are_romanizations("jiang", "zhang")
