"""Text that reports share: one signature tells copies and versions, whatever order reports come in."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.casebook.reuse import NEAR_SHARE, alike, find_copies, signature_of

WORDS = [f"word{number}" for number in range(500)]


def story(seed, length=300):
    return Random(seed).choices(WORDS, k=length)


def changed(words, share, seed=1):
    chance = Random(seed)
    return [chance.choice(WORDS) if chance.random() < share else word for word in words]


def signature(words):
    return signature_of(" ".join(words))


@pytest.mark.parametrize(("share", "near"), [(0.0, True), (0.03, True), (0.3, False), (1.0, False)])
def test_a_text_with_few_words_changed_is_nearly_the_same(share, near):
    one, other = signature(story(1)), signature(changed(story(1), share))
    assert (alike(one, other) >= NEAR_SHARE) is near
    assert alike(one, other) == alike(other, one)
    assert not near or set(one.marks) & set(other.marks)


def test_short_texts_are_compared_to_the_word():
    assert alike(signature_of("Kenya met Peru."), signature_of("Kenya met Peru")) == 1.0
    assert alike(signature_of("Kenya met Peru."), signature_of("Kenya met Chile.")) == 0.0
    assert alike(signature_of(""), signature_of("")) == 1.0


def test_a_text_that_very_many_carry_makes_each_a_copy_of_the_first():
    carried = {f"r{number:03}": signature(story(7)).sample for number in range(60)}
    copies = find_copies(carried | {"other": signature(story(8)).sample})
    assert [(copy.one, copy.other) for copy in copies] == [("r000", f"r{number:03}") for number in range(1, 60)]


@given(random=st.randoms())
def test_copies_do_not_depend_on_the_order_of_reports(random):
    samples = {f"r{number}": signature(changed(story(number // 3), 0.05, number)).sample for number in range(9)}
    copies = find_copies(samples)
    assert {(int(copy.one[1]) // 3, int(copy.other[1]) // 3) for copy in copies} == {(0, 0), (1, 1), (2, 2)}
    shuffled = list(samples.items())
    random.shuffle(shuffled)
    assert find_copies(dict(shuffled)) == copies
