"""Name decoding, on hand-made scores."""

import numpy as np
import pytest

from dragoman.language.names import NameDecoder, share_scores

TAGS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC")


def decode(*rows: list[float]) -> list[str]:
    scores = np.array(rows, dtype=np.float32)
    return [TAGS[tag] for tag in NameDecoder(TAGS).decode(scores, np.array([[0, len(rows)]]))]


def test_best_tags_are_kept_when_they_fit() -> None:
    assert decode([0, 5, 0, 0, 0], [0, 0, 5, 0, 0], [5, 0, 0, 0, 0]) == ["B-PERSON", "I-PERSON", "O"]


def test_inside_never_follows_outside() -> None:
    """The whole name gains a beginning rather than lose its certain end."""
    assert decode([3, 2, 0, 0, 0], [0, 0, 9, 0, 0]) == ["B-PERSON", "I-PERSON"]


def test_inside_never_follows_another_type() -> None:
    assert decode([0, 0, 0, 5, 4], [0, 0, 4, 0, 3]) == ["B-LOC", "I-LOC"]


def test_no_name_runs_across_sentences() -> None:
    scores = np.array([[0, 5, 0, 0, 0], [1, 0, 5, 0, 0]], dtype=np.float32)
    assert NameDecoder(TAGS).decode(scores, np.array([[0, 1], [1, 2]])).tolist() == [1, 0]


def test_a_word_hears_its_other_places() -> None:
    """An unsure place follows a sure one; small words and other words do not."""
    scores = np.array([[0, 9, 0, 0, 0], [1, 0, 0, 0, 0], [1, 0, 0, 0, 0]], dtype=np.float32)
    shared = share_scores(scores, ["Haftar", "Haftar", "talks"])
    assert shared.argmax(1).tolist() == [1, 1, 0]


def test_tags_out_of_order_are_refused() -> None:
    with pytest.raises(ValueError, match="name tags"):
        NameDecoder(("O", "I-LOC", "B-LOC"))
