"""``python -m training.chains``: learns from GUM's training documents which nominals are one chain.

The reader reads every document, so that the columns are those it will see; a nominal's chain is GUM's, by its span or
else its head. A network of one hidden layer scores each earlier candidate and, apart, taking up nothing; the
loss is the mention ranking loss of Durrett and Klein (2013): all antecedents of the right chain together, with a price
for each kind of mistake. Numpy only; a few minutes on one core; the same seed gives the same table.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dragoman import Reader
from dragoman.ingest import read_text
from dragoman.reading.chaining import SCALE
from dragoman.reading.likeness import PAIR, candidates, pairs
from dragoman.reading.looks import OWN, look_at
from dragoman.reading.nominals import Nominal, find_nominals
from dragoman.reading.tree import Tree
from evals.gum import Document, load

WEIGHTS = Path(__file__).parent.parent / "src/dragoman/reading/weights/chains.json"
HIDDEN, DOUBTS = 128, 32
EPOCHS = 40
RATE = 0.002
DECAY = 1e-4
DROPOUT = 0.3
FALSE_LINK, FALSE_NEW, WRONG_LINK = 0.3, 2.0, 1.0
"""Prices in the loss: for a link where there is none, none where there is one, and the wrong one."""

SPOILT_TYPES = 0.12
"""Share of types replaced by chance: the language model knows those of its own training documents too well."""

Array = NDArray[Any]
Table = dict[str, Array]


@dataclass(slots=True)
class Lesson:
    """One document: its columns, its pairs, and which pairs are of one chain."""

    own: Array
    anaphors: Array
    antecedents: Array
    pairs: Array
    shared: Array
    right: Array
    rows: Array
    starts: Array
    by_antecedent: Array
    antecedent_starts: Array
    antecedent_rows: Array

    @property
    def anaphoric(self) -> Array:
        """Which nominals have a right candidate."""
        return np.bincount(self.anaphors, weights=self.right, minlength=len(self.own)) > 0


def main() -> None:
    """Learns the table and writes it."""
    options = argparse.ArgumentParser(prog="python -m training.chains", description=__doc__)
    options.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of the corpora")
    options.add_argument("--out", type=Path, default=Path("training/out/chains.json"), help="where the table goes")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--install", action="store_true", help="write it into the package")
    arguments = options.parse_args()
    lessons = list(read_lessons(arguments.corpora / "gum-free" / "train"))
    out: Path = WEIGHTS if arguments.install else arguments.out
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(as_json(learn(lessons, arguments.seed)), "utf-8")


def read_lessons(folder: Path) -> Iterator[Lesson]:
    """The documents of a folder of GUM as the reader sees them."""
    from dragoman.reading.cast import build_cast
    from dragoman.reading.reader import PlaceFinder, TimeFinder, hear, load_countries

    reader = Reader(threads=1)
    for path in sorted(folder.glob("*.conllu")):
        document = load(path)
        report = read_text(document.text)
        tree = reader.analyse(report)
        cast = build_cast(tree, report, reader.lexicon)
        times = TimeFinder(tree, report.published).times
        places = PlaceFinder(tree, cast, load_countries()).places
        testimony = hear(tree, cast, report, reader.lexicon.reporting)
        nominals = find_nominals(tree)
        looks = look_at(tree, nominals, cast, times, places, testimony)
        anaphors, antecedents = candidates(looks)
        yield lesson(
            looks.own,
            anaphors,
            antecedents,
            pairs(looks, anaphors, antecedents),
            entities(document, tree, nominals),
        )


def entities(document: Document, tree: Tree, nominals: Sequence[Nominal]) -> Array:
    """GUM's entity of each nominal as a number, 0 for none: of its very span, else of the shortest with its head."""
    by_span = {span: entity for span, _, entity, _ in document.mentions}
    longest_first = sorted(document.mentions, key=lambda mention: mention[0][0] - mention[0][1])
    by_head = {head: entity for _, head, entity, _ in longest_first}
    numbers: dict[str, int] = {}
    found = []
    for nominal in nominals:
        span, head = tree.span(nominal.first, nominal.last), (nominal.head.start, nominal.head.end)
        entity = by_span.get(span) or by_head.get(head)
        found.append(numbers.setdefault(entity, len(numbers) + 1) if entity else 0)
    return np.array(found, np.int64)


def lesson(own: Array, anaphors: Array, antecedents: Array, table: Array, entity: Array) -> Lesson:
    """A document ready to learn from."""
    own, table = own.astype(np.float32), table.astype(np.float32)
    count = len(own)
    rows, starts = np.unique(anaphors, return_index=True)
    shared = np.zeros((count, table.shape[1]), np.float32)
    shared[rows] = np.maximum.reduceat(table, starts, axis=0)
    by_antecedent = np.argsort(antecedents, kind="stable")
    antecedent_rows, antecedent_starts = np.unique(antecedents[by_antecedent], return_index=True)
    right = (entity[anaphors] == entity[antecedents]) & (entity[anaphors] > 0)
    return Lesson(
        own,
        anaphors,
        antecedents,
        table,
        shared,
        right,
        rows,
        starts,
        by_antecedent,
        antecedent_starts,
        antecedent_rows,
    )


def learn(lessons: Sequence[Lesson], seed: int = 0) -> Table:
    """The weights after all epochs: the mean over the second half of them, by Adam with a rate that falls to 0."""
    chance = np.random.default_rng(seed)
    weights = first_weights(chance)
    slow, fast = ({name: np.zeros_like(array) for name, array in weights.items()} for _ in range(2))
    mean = {name: np.zeros(array.shape) for name, array in weights.items()}
    step = averaged = 0
    for epoch in range(EPOCHS):
        rate = RATE * (1 - epoch / EPOCHS)
        for index in chance.permutation(len(lessons)):
            step += 1
            for name, slope in slopes(weights, lessons[index], chance).items():
                slope = slope / len(lessons[index].own)
                if weights[name].ndim > 1:
                    slope = slope + DECAY * weights[name]
                slow[name] = 0.9 * slow[name] + 0.1 * slope
                fast[name] = 0.999 * fast[name] + 0.001 * slope * slope
                pace = np.sqrt(fast[name] / (1 - 0.999**step)) + 1e-8
                weights[name] = (weights[name] - rate * slow[name] / (1 - 0.9**step) / pace).astype(np.float32)
            if epoch * 2 >= EPOCHS:
                averaged += 1
                for name, array in weights.items():
                    mean[name] += (array - mean[name]) / averaged
    return mean


def first_weights(chance: np.random.Generator) -> Table:
    """Small weights by chance; nothing straight, no bias."""

    def drawn(rows: int, columns: int) -> Array:
        return (chance.standard_normal((rows, columns)) / np.sqrt(rows)).astype(np.float32)

    own, pair = len(OWN), len(PAIR)
    return {
        "anaphor": drawn(own, HIDDEN),
        "antecedent": drawn(own, HIDDEN),
        "pair": drawn(pair, HIDDEN),
        "pair_out": np.zeros(pair, np.float32),
        "bias": np.zeros(HIDDEN, np.float32),
        "out": drawn(HIDDEN, 1)[:, 0],
        "out_bias": np.zeros(1, np.float32),
        "doubt_own": drawn(own, DOUBTS),
        "doubt_pair": drawn(pair, DOUBTS),
        "doubt_bias": np.zeros(DOUBTS, np.float32),
        "doubt_out": drawn(DOUBTS, 1)[:, 0],
        "doubt_own_out": np.zeros(own, np.float32),
    }


def slopes(weights: Table, doc: Lesson, chance: np.random.Generator) -> Table:
    """The slope of a document's loss by each weight."""
    own = spoilt(doc.own, chance)
    kept = (chance.random(HIDDEN) > DROPOUT).astype(np.float32) / (1 - DROPOUT)
    kept_doubts = (chance.random(DOUBTS) > DROPOUT).astype(np.float32) / (1 - DROPOUT)
    hidden = doc.pairs @ weights["pair"] + weights["bias"]
    hidden += (own @ weights["anaphor"])[doc.anaphors] + (own @ weights["antecedent"])[doc.antecedents]
    hidden = np.maximum(hidden, 0) * kept
    doubts = np.maximum(own @ weights["doubt_own"] + doc.shared @ weights["doubt_pair"] + weights["doubt_bias"], 0)
    doubts *= kept_doubts
    by_pair, by_own = blame(
        doc,
        hidden @ weights["out"] + doc.pairs @ weights["pair_out"] + weights["out_bias"],
        doubts @ weights["doubt_out"] + own @ weights["doubt_own_out"],
    )
    below = by_pair[:, None] * weights["out"] * kept * (hidden > 0)
    below_doubts = by_own[:, None] * weights["doubt_out"] * kept_doubts * (doubts > 0)
    to_anaphor = np.add.reduceat(below, doc.starts, axis=0)
    to_antecedent = np.add.reduceat(below[doc.by_antecedent], doc.antecedent_starts, axis=0)
    return {
        "anaphor": own[doc.rows].T @ to_anaphor,
        "antecedent": own[doc.antecedent_rows].T @ to_antecedent,
        "pair": doc.pairs.T @ below,
        "pair_out": doc.pairs.T @ by_pair,
        "bias": below.sum(0),
        "out": hidden.T @ by_pair,
        "out_bias": by_pair.sum(keepdims=True),
        "doubt_own": own.T @ below_doubts,
        "doubt_pair": doc.shared.T @ below_doubts,
        "doubt_bias": below_doubts.sum(0),
        "doubt_out": doubts.T @ by_own,
        "doubt_own_out": own.T @ by_own,
    }


def blame(doc: Lesson, scores: Array, doubts: Array) -> tuple[Array, Array]:
    """The slope of the loss by the score of each pair, and by the doubt of each nominal."""
    anaphoric, right = doc.anaphoric, doc.right
    scores = scores + np.where(right, 0, np.where(anaphoric[doc.anaphors], WRONG_LINK, FALSE_LINK))
    doubts = doubts + np.where(anaphoric, FALSE_NEW, 0)
    top = doubts.copy()
    top[doc.rows] = np.maximum(top[doc.rows], np.maximum.reduceat(scores, doc.starts))
    likely, likely_new = np.exp(scores - top[doc.anaphors]), np.exp(doubts - top)

    def summed(values: Array) -> Array:
        return np.bincount(doc.anaphors, weights=values, minlength=len(doubts))

    everything = likely_new + summed(likely)
    good = np.maximum(summed(likely * right), 1e-30)
    by_pair = likely / everything[doc.anaphors] - np.where(right, likely / good[doc.anaphors], 0)
    by_own = likely_new / everything - np.where(anaphoric, 0, 1)
    return by_pair.astype(np.float32), by_own.astype(np.float32)


def spoilt(own: Array, chance: np.random.Generator) -> Array:
    """The columns with some types drawn by chance."""
    types = np.array([index for index, name in enumerate(OWN) if name.startswith("type ")])
    rows = np.flatnonzero(chance.random(len(own)) < SPOILT_TYPES)
    own = own.copy()
    own[np.ix_(rows, types)] = 0
    own[rows, chance.choice(types, len(rows))] = 1
    return own


def as_json(weights: Table) -> str:
    """The table as the package holds it: a line for each column, numbers in whole parts of ``SCALE``."""
    whole = {name: np.rint(array * SCALE).astype(int).tolist() for name, array in weights.items()}

    def rows(columns: Sequence[str], parts: dict[str, str]) -> str:
        lines = (
            f"  {json.dumps(column)}: "
            + json.dumps({key: whole[name][index] for key, name in parts.items()}, separators=(",", ":"))
            for index, column in enumerate(columns)
        )
        return "{\n" + ",\n".join(lines) + "\n }"

    own_parts = {"anaphor": "anaphor", "antecedent": "antecedent", "doubt": "doubt_own", "doubt_out": "doubt_own_out"}
    fields = {
        "own": rows(OWN, own_parts),
        "pair": rows(PAIR, {"pair": "pair", "out": "pair_out", "doubt": "doubt_pair"}),
        **{name: json.dumps(whole[name]) for name in ("bias", "out", "doubt_bias", "doubt_out")},
        "out_bias": json.dumps(whole["out_bias"][0]),
    }
    return "{\n" + ",\n".join(f' "{name}": {text}' for name, text in fields.items()) + "\n}\n"


if __name__ == "__main__":
    main()
