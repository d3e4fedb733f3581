"""Attribution against PolNeAR in CoFeNet's token form: exact F1 of source, cue and content spans.

Each row of ``polnear/cofenet-valid.jsonl`` has one label for each token; a span counts as found if its first token, its
last token and its label are the same. A discontinuous span is as many spans as it has pieces, as in the data. The texts
are put together again from the tokens of their rows and read whole. What the corpus marks otherwise than the record is
mapped in ``polnear_spans.py``.

Published figures (source, cue, content): rules 10.7/22.8/5.6, CoreNLP 13.9/-/17.5, CRF trained on PolNeAR
50.6/53.4/28.6, BiLSTM-CRF trained on it 69.6/66.7/59.0, BERT trained on it 83.2/75.3/72.9 (Wang et al. 2022, CoFeNet).
The data is for measuring only: nothing of it is trained on or copied.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from dragoman import Reader
from dragoman.ingest import read_text
from dragoman.reading.attribution import hear
from dragoman.reading.cast import build_cast
from evals.data import require
from evals.polnear_spans import LABELS, Span, render, word_labels

# Marks of the Penn Treebank and the marks the texts had.
_MARKS = {"``": "“", "''": "”", "`": "‘", "-LSB-": "[", "-RSB-": "]", "-LRB-": "(", "-RRB-": ")", "--": "—"}
_NO_SPACE_BEFORE = frozenset({",", ".", ":", ";", "?", "!", "”", "’", ")", "]", "'s", "n't", "'", "%"})
_NO_SPACE_AFTER = frozenset({"“", "‘", "(", "[", "$"})
_EXAMPLES = 25  # errors listed for each class


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its tokens, where each stands in the text, and the gold spans."""

    tokens: tuple[str, ...]
    offsets: tuple[tuple[int, int], ...]
    gold: frozenset[Span]


@dataclass(frozen=True, slots=True)
class Article:
    """One article's text with its rows."""

    name: str
    text: str
    rows: tuple[Row, ...]


@dataclass(slots=True)
class Score:
    """Counts by label, and the errors with the class they belong to."""

    right: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    errors: dict[str, list[str]] = field(default_factory=dict)

    def add(self, row: Row, found: frozenset[Span]) -> None:
        """Count one row."""
        for label in LABELS:
            gold = {span for span in row.gold if span[0] == label}
            mine = {span for span in found if span[0] == label}
            self.right[label] += len(gold & mine)
            self.gold[label] += len(gold)
            self.found[label] += len(mine)
            for kind, listed in _classes(gold, mine).items():
                self.errors.setdefault(f"{label}: {kind}", []).extend(_shown(row, one) for one in listed)

    def figures(self) -> dict[str, float]:
        """Precision, recall and F1 of each label, in percent as published."""
        figures: dict[str, float] = {}
        for label in LABELS:
            right = self.right[label]
            precision, recall = right / max(1, self.found[label]), right / max(1, self.gold[label])
            figures[f"{label}_precision"] = 100 * precision
            figures[f"{label}_recall"] = 100 * recall
            figures[f"{label}_f1"] = 100 * 2 * precision * recall / max(1e-9, precision + recall)
            figures[f"{label}_gold"] = self.gold[label]
        return figures

    def listing(self) -> list[str]:
        """The size of each class of error with examples spread over it."""
        lines: list[str] = []
        for kind, listed in sorted(self.errors.items(), key=lambda item: -len(item[1])):
            lines.append(f"## {kind}: {len(listed)}")
            lines += listed[:: max(1, len(listed) // _EXAMPLES)][:_EXAMPLES]
        return lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much to read."""
    parser.add_argument("--every", type=int, default=1, help="read every n-th article only (default: all)")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures over all articles."""
    path = require(arguments.corpora / "polnear" / "cofenet-valid.jsonl", "--corpora")
    reader = Reader()
    score = Score()
    articles = load(path)[:: arguments.every]
    for article in articles:
        for row, found in zip(article.rows, read(article, reader), strict=True):
            score.add(row, found)
    if arguments.errors:
        print("\n".join(score.listing()))
    return {"articles": len(articles), **score.figures()}


def load(path: Path) -> list[Article]:
    """The articles of the corpus, their text put together from the tokens: a paragraph for each row."""
    with path.open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [_article(name, list(group)) for name, group in groupby(rows, key=lambda row: row["id"])]


def read(article: Article, reader: Reader) -> list[frozenset[Span]]:
    """The spans of each row of an article as the reader hears them."""
    report = read_text(article.text)
    if report.text != article.text:
        raise ValueError(f"{article.name}: the text did not come through ingest as it was")
    tree = reader.analyse(report)
    testimony = hear(tree, build_cast(tree, report, reader.lexicon), report, reader.lexicon.reporting)
    labels = word_labels(tree, testimony)
    spans: list[frozenset[Span]] = []
    start = 0
    for row in article.rows:
        found, start = render(tree, labels, row.offsets, start)
        spans.append(found)
    return spans


def spans_of(labels: list[str]) -> frozenset[Span]:
    """The spans of a row's labels: "B-cue" begins one, "I-cue" goes on with it."""
    spans: list[Span] = []
    for index, label in enumerate(labels):
        if label.startswith("B-"):
            spans.append((label[2:], index, index + 1))
        elif label.startswith("I-") and spans and spans[-1][2] == index and spans[-1][0] == label[2:]:
            spans[-1] = (spans[-1][0], spans[-1][1], index + 1)
    return frozenset(spans)


def _article(name: str, raw: list[dict[str, list[str]]]) -> Article:
    """One article of its raw rows."""
    text = ""
    rows: list[Row] = []
    for one in raw:
        offsets: list[tuple[int, int]] = []
        previous = ""
        opened = False
        for token in one["tokens"]:
            written = _MARKS.get(token, token)
            if token in ("``", "''"):  # a straight mark was always made a closing one
                written = "”" if opened and token == "''" else "“"
                opened = written == "“"
            close = not offsets or written in _NO_SPACE_BEFORE or written[0] == "'" or previous in _NO_SPACE_AFTER
            text += written if close else " " + written
            offsets.append((len(text) - len(written), len(text)))
            previous = written
        rows.append(Row(tuple(one["tokens"]), tuple(offsets), spans_of(one["labels"])))
        text += "\n\n"
    return Article(name, text.rstrip("\n"), tuple(rows))


def _classes(gold: set[Span], mine: set[Span]) -> dict[str, list[tuple[Span | None, Span | None]]]:
    """The spans of one label that do not agree, by how: other bounds, not found, too much."""
    classes: dict[str, list[tuple[Span | None, Span | None]]] = {"bounds": [], "missed": [], "extra": []}
    left = mine - gold
    for span in sorted(gold - mine):
        over = next((one for one in sorted(left) if one[1] < span[2] and span[1] < one[2]), None)
        classes["missed" if over is None else "bounds"].append((span, over))
        left.discard(over or span)
    classes["extra"] = [(None, span) for span in sorted(left)]
    return classes


def _shown(row: Row, pair: tuple[Span | None, Span | None]) -> str:
    """Gold and found words of one error, with the words around them."""
    gold, mine = ("-" if span is None else " ".join(row.tokens[span[1] : span[2]]) for span in pair)
    at = next(span for span in pair if span is not None)
    around = " ".join(row.tokens[max(0, at[1] - 8) : at[2] + 8])
    return f"  gold [{gold[:200]}] found [{mine[:200]}] in: {around[:260]}"
