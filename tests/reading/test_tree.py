"""Unpacking: plain words with a well-formed tree, whatever the text."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.reading.tree import Tree, ancestors, descendants, extent


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(str.strip))
def test_every_text_gives_a_well_formed_tree(read_tree: Callable[[str], Tree], text: str) -> None:
    """Words slice the text; each sentence has one root; every word reaches it."""
    tree = read_tree(text)
    for word in tree.words:
        assert tree.text[word.start : word.end] == word.text
        assert word.head is None or word in word.head.children
        assert all(governor.sentence == word.sentence for governor in ancestors(word))
    for index, sentence in enumerate(tree.sentences):
        words = tree.sentence_words(index)
        assert [word.i for word in words if word.head is None] == [sentence.root]
        assert sorted(word.i for word in descendants(tree.words[sentence.root])) == [word.i for word in words]
        assert extent(tree.words[sentence.root]) == (sentence.first, sentence.last)


def test_head_matter_is_no_part_of_a_sentence(read_tree: Callable[[str], Tree]) -> None:
    tree = read_tree("date 2025-12-08 The minister visited Oslo.")
    assert [word.text for word in tree.words][:2] == ["The", "minister"]
