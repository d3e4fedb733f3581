"""The scorer for attribution spans, on sentences of our own."""

from __future__ import annotations

from evals.polnear import Row, Score, spans_of


def row(labels: list[str]) -> Row:
    return Row(
        tuple(f"w{n}" for n in range(len(labels))),
        tuple((3 * n, 3 * n + 2) for n in range(len(labels))),
        spans_of(labels),
    )


def test_labels_make_spans_and_a_stray_inside_label_makes_none() -> None:
    labels = ["B-source", "I-source", "B-cue", "O", "B-content", "I-content", "B-content", "O", "I-cue"]
    assert spans_of(labels) == {("source", 0, 2), ("cue", 2, 3), ("content", 4, 6), ("content", 6, 7)}


def test_a_span_counts_only_with_its_label_and_both_bounds() -> None:
    score = Score()
    gold = row(["B-source", "B-cue", "B-content", "I-content"])
    score.add(gold, frozenset({("source", 0, 1), ("content", 1, 2), ("content", 2, 3)}))
    figures = score.figures()
    assert figures["source_f1"] == 100
    assert figures["cue_recall"] == 0
    assert figures["content_f1"] == 0
    assert len(score.errors["content: bounds"]) == len(score.errors["content: extra"]) == 1
    assert not score.errors["source: missed"]
