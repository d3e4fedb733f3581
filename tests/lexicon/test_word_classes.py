"""Classes of words in the predicates' lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import LexiconError
from dragoman.lexicon.predicates import load_predicates
from dragoman.lexicon.word_classes import expand, load_word_classes

ENTRY = """
[[predicate]]
id = "coerce.own"
type = "COERCE"
verbs = ["hector"]
objects = ["{named}", "piper"]
examples = [{{text = "Police hectored the crowd.", actor = "Police", recipient = "crowd"}}]
near_misses = ["The wind hectored the trees."]
"""


def own_entry(folder: Path, named: str) -> Path:
    """A user's file with one entry that asks for a class of words."""
    path = folder / "own.toml"
    path.write_text(ENTRY.format(named=named), encoding="utf-8")
    return path


def test_a_class_stands_for_its_words_in_a_users_entry(tmp_path: Path) -> None:
    table = load_predicates([own_entry(tmp_path, "@crowd")])
    entry = next(entry for entry in table.entries if entry.id == "coerce.own")
    assert entry.objects == (*load_word_classes()["crowd"], "piper")


def test_an_unknown_class_is_named_with_those_there_are(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="unknown word class '@crowds'; those known: authority, condemning"):
        load_predicates([own_entry(tmp_path, "@crowds")])


@pytest.mark.parametrize("written", ['"crowd"', "[1]"])
def test_a_list_that_is_none_is_a_fault_of_the_file(tmp_path: Path, written: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(ENTRY.format(named="piper").replace('["piper", "piper"]', written), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"coerce\.own: objects"):
        load_predicates([path])


def test_no_word_comes_twice_where_classes_overlap() -> None:
    words = expand(["general", "@fighter", "@soldier", "general"])
    assert len(words) == len(set(words))
    assert words[0] == "general"
