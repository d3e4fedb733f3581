"""Words as the encoder sees them."""

import pytest

from dragoman.language.component import WEIGHTS
from dragoman.language.pieces import MAX_PIECES_PER_WORD, PieceTable, shape
from dragoman.language.wordpiece import WordPiece


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("2025", 1),
        ("talks", 2),
        ("NATO", 3),
        ("A", 4),
        ("Cairo", 5),
        ("F16", 3),
        ("10th", 2),
        ("McDonald", 7),
        (".", 0),
    ],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected


@pytest.fixture(scope="module")
def table() -> PieceTable:
    return PieceTable(WordPiece.load(WEIGHTS / "tokenizer.json"), capacity=50)


def test_every_word_has_pieces(table: PieceTable) -> None:
    """Even one that the splitter makes nothing of."""
    _, counts, _ = table.look_up(["talks", "\u200b", "x" * 10_000, "🙂"])
    assert (counts >= 1).all()
    assert (counts <= MAX_PIECES_PER_WORD).all()


def test_case_changes_the_shape_alone(table: PieceTable) -> None:
    pieces, _, shapes = table.look_up(["Cairo", "cairo"])
    assert (pieces[0] == pieces[1]).all()
    assert shapes[0] != shapes[1]


def test_a_full_table_starts_again_and_answers_alike(table: PieceTable) -> None:
    before = table.look_up(["Haftar"])[0]
    table.look_up([f"word{number}" for number in range(200)])
    assert (table.look_up(["Haftar"])[0] == before).all()
