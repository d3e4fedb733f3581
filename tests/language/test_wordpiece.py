"""WordPiece splitting: the same pieces as the library the encoder was trained with."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

import dragoman.language
from dragoman.language.wordpiece import WordPiece, normalise

WEIGHTS = Path(dragoman.language.__file__).parent / "weights" / "tokenizer.json"
# Letters, digits and punctuation that Unicode has had for long: newer ones differ between versions of its tables.
SETTLED = st.characters(min_codepoint=32, max_codepoint=0x24F) | st.sampled_from("’‘“”–—…€£¥あア中国الخبرПривет")


@pytest.fixture(scope="module")
def splitter() -> WordPiece:
    return WordPiece.load(WEIGHTS)


MARKS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")


@settings(max_examples=300)
@given(word=st.text(SETTLED, max_size=20))
@example(word="UNK")
def test_pieces_are_those_of_the_reference(splitter: WordPiece, word: str) -> None:
    assume(not any(mark in word for mark in MARKS))
    tokenizers = pytest.importorskip("tokenizers")
    reference = tokenizers.Tokenizer.from_file(str(WEIGHTS))
    assert splitter.split(word) == reference.encode(word, add_special_tokens=False).ids


@pytest.mark.parametrize("mark", MARKS)
def test_a_text_cannot_speak_in_marks(splitter: WordPiece, mark: str) -> None:
    assert len(splitter.split(mark)) > 1


def test_accents_and_capitals_make_no_difference(splitter: WordPiece) -> None:
    assert splitter.split("Éléphant") == splitter.split("elephant")


@pytest.mark.parametrize("text", ["", " \t", "\u200b"])
def test_a_text_without_signs_has_no_pieces(splitter: WordPiece, text: str) -> None:
    assert splitter.split(text) == []


def test_a_stretch_too_long_to_split_is_one_unknown_piece(splitter: WordPiece) -> None:
    assert len(splitter.split("a" * 101)) == 1


def test_normalising_twice_changes_nothing() -> None:
    once = normalise("Dbeibah’s Ürümqi 中国")
    assert normalise(once).split() == once.split()
