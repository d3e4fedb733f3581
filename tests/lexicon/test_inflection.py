"""Inflected forms and singulars."""

from __future__ import annotations

import pytest

from dragoman.lexicon.inflection import inflect, singular, verb_forms


@pytest.mark.parametrize(
    ("lemma", "form"),
    [
        ("acquit", "acquitted"),
        ("ban", "banned"),
        ("deny", "denies"),
        ("flee", "fled"),
        ("sing", "sang"),
        ("withdraw", "withdrew"),
    ],
)
def test_a_verb_has_its_forms(lemma: str, form: str) -> None:
    assert form in inflect(lemma)
    assert verb_forms([lemma])[form] == lemma


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("agencies", "agency"),
        ("clashes", "clash"),
        ("crises", "crisis"),
        ("gunmen", "gunman"),
        ("hostages", "hostage"),
        ("prices", "price"),
        ("troops", "troops"),
        ("viruses", "virus"),
    ],
)
def test_a_plural_has_its_singular(plural: str, one: str) -> None:
    assert singular(plural) == one
