"""The words a happening is told in: stems, families, and what is no evidence."""

import pytest

from dragoman.casebook.wording import build_wording, kinship, load_wording, stem, wording_of
from dragoman.errors import LexiconError


def related(one, other):
    return kinship(wording_of(one), wording_of(other))


@pytest.mark.parametrize(
    "words",
    [
        "announce announces announced announcement announcements",
        "negotiate negotiating negotiation negotiations",
        "explode explodes explosion",
        "murder murders murdered murderer murderers",
        "elect elected election elections",
        "win won winner winning",
        "die died dies dying",
        "sentence sentenced sentencing",
        "bury buried burial",
    ],
)
def test_a_verb_and_what_is_made_from_it_have_one_stem(words):
    assert len({stem(word) for word in words.split()}) == 1


def test_words_of_one_family_are_kin_and_the_same_word_is_more():
    assert related("the killings", "killed") == "same"
    assert related("the earthquake", "a quake") == "family"
    assert related("bought", "the acquisition") == "family"
    assert related("passed away", "died") == "family"
    assert related("marched", "exploded") == "none"


def test_a_light_verb_gives_way_to_its_noun():
    assert related("made an offer", "offered") == "same"
    assert related("carried out the attack", "made an offer") == "none"


def test_opposite_particles_make_two_deeds():
    assert related("checked into", "checks in") == "same"
    assert related("checked into", "checked out") == "none"


def test_vague_words_tell_nothing():
    assert wording_of("the incident").stems == frozenset()
    assert related("it", "it") == "none"


def test_a_wider_family_is_no_family():
    assert related("opened fire", "killed") == "near"


def test_a_word_of_saying_is_known_as_one():
    assert wording_of("said").speech
    assert wording_of("a statement").speech
    assert not wording_of("arrested").speech


def test_the_table_names_what_is_wrong_with_it():
    keys = {"light": [], "vague": [], "small": [], "plain": [], "speech": []}
    with pytest.raises(LexiconError, match="no family"):
        build_wording({**keys, "same": {"go": ["go", "go"]}, "near": {"moving": ["walk"]}}, "here")
    with pytest.raises(LexiconError, match="unknown key"):
        build_wording({**keys, "same": {}, "near": {}, "wide": {}}, "here")
    assert load_wording().words
