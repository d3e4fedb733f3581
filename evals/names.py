"""Names of one actor told from names of two: labelled pairs, and Arabic words against their Latin spellings.

Pairs: nomenklatura's benchmark for screening (people, companies, organizations, ships; typing errors, other scripts,
short forms, legal forms, series numbers). A pair scored at a threshold or above counts as a match. They are dealt
into two halves by a hash of the two names; ``threshold`` is the best on the first half, the one whose errors are listed
and were read. ``f1_other_half`` is the second at that threshold, ``best_f1`` all pairs at their own best threshold, as
the published figure has it (``published_best_f1`` is computed from the scores kept beside the benchmark).

Arabic: the pairs of Wikidata (words of three Latin letters and more) as they are, noise and all, against as many pairs
of words that do not belong together, each Latin word with the next Arabic one of the same first letter; by the verdict
of a linker ("same" or "variant"), and ``near``, by what the score takes for one word.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.ontology.name_likeness import PAIRED, word_likeness
from dragoman.ontology.name_scores import NameKind, Resemblance, resemblance
from dragoman.ontology.name_sounds import word_relation
from dragoman.ontology.name_words import fold
from dragoman.ontology.scripts import latin
from evals.data import require

PAIRS, PUBLISHED, ARABIC = "names/name_bench.csv", "names/logicv2-frozen.csv", "translit/wd_arabic_16"
KINDS: dict[str, NameKind] = {"Person": "person", "Vessel": "ship"}
LEAST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names, whether they name one actor, and what is made of them."""

    group: str
    schema: str
    one: str
    two: str
    match: bool
    found: Resemblance

    @property
    def half(self) -> int:
        """0 or 1, whichever way round the names stand."""
        return hashlib.sha256("\t".join(sorted((self.one, self.two))).encode()).digest()[0] & 1


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of both."""
    pairs = load(require(arguments.corpora / PAIRS, "--corpora"))
    first, second = ([pair for pair in pairs if pair.half == half] for half in (0, 1))
    threshold = best_threshold([(pair.found.score, pair.match) for pair in first])
    scored = [(pair.found.score, pair.match) for pair in pairs]
    best = best_threshold(scored)
    figures = {
        "pairs": float(len(pairs)),
        "best_f1": f1(scored, best),
        "best_threshold": best,
        "threshold": threshold,
        "f1_first_half": f1_of(first, threshold),
        "f1_other_half": f1_of(second, threshold),
        "published_best_f1": published(require(arguments.corpora / PUBLISHED, "--corpora")),
    }
    for group in sorted({pair.group for pair in pairs}):
        figures[f"f1_{group}"] = f1_of([pair for pair in pairs if pair.group == group], threshold)
    if arguments.errors:
        print("\n".join(errors(first, threshold)))
    return figures | arabic(require(arguments.corpora / ARABIC, "--corpora"))


def load(path: Path) -> list[Pair]:
    """The labelled pairs, scored."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(
                group=row["case_group"],
                schema=row["schema"],
                one=row["name1"],
                two=row["name2"],
                match=row["is_match"] == "true",
                found=resemblance(row["name1"], row["name2"], KINDS.get(row["schema"], "body")),
            )
            for row in csv.DictReader(file)
        ]


def published(path: Path) -> float:
    """Best F1 of the scores kept beside the benchmark, over its own pairs."""
    with path.open(encoding="utf-8", newline="") as file:
        scored = [(float(row["score"]), row["is_match"] == "true") for row in csv.DictReader(file)]
    return f1(scored, best_threshold(scored))


def f1(scored: Iterable[tuple[float, bool]], threshold: float) -> float:
    """F1 of the matches."""
    answers = [(score >= threshold, match) for score, match in scored]
    right = answers.count((True, True))
    wrong = answers.count((True, False)) + answers.count((False, True))
    return round(2 * right / max(2 * right + wrong, 1), 4)


def f1_of(pairs: Sequence[Pair], threshold: float) -> float:
    """F1 of some pairs."""
    return f1([(pair.found.score, pair.match) for pair in pairs], threshold)


def best_threshold(scored: Sequence[tuple[float, bool]]) -> float:
    """The score that parts matches from others best; the highest of equals."""
    return max({score for score, _ in scored}, key=lambda score: (f1(scored, score), score))


def errors(pairs: Iterable[Pair], threshold: float) -> list[str]:
    """What is wrong at a threshold, with the reasons given."""
    wrong = [pair for pair in pairs if (pair.found.score >= threshold) != pair.match]
    return [
        f"{'missed' if pair.match else 'too much'} {pair.found.score:.2f} {pair.schema}: {pair.one} | {pair.two}"
        f" ({'; '.join(pair.found.reasons)})"
        for pair in sorted(wrong, key=lambda pair: (pair.match, pair.schema, pair.found.score, pair.one))
    ]


def arabic(path: Path) -> dict[str, float]:
    """Recall and precision of Arabic words against Latin ones."""
    spelled: list[tuple[str, str]] = []
    for line in path.read_text("utf-8").splitlines():
        word, letters, _ = line.split("\t")
        one, two = fold(word), fold(latin(letters.replace(" ", "")))
        if len(one) >= LEAST_LETTERS and one.isalpha() and len(two) > 1:
            spelled.append((one, two))
    strangers: list[tuple[str, str]] = []
    following: dict[str, str] = {}
    for one, two in reversed(spelled):
        other = following.get(two[0], two)
        following[two[0]] = two
        if other != two:
            strangers.append((one, other))
    figures = {"arabic_pairs": float(len(spelled))}
    for name, one_name in (("", _is_variant), ("near_", _is_near)):
        right = sum(one_name(one, two) for one, two in spelled)
        wrong = sum(one_name(one, two) for one, two in strangers)
        figures[f"arabic_{name}recall"] = round(right / len(spelled), 4)
        figures[f"arabic_{name}precision"] = round(right / max(right + wrong, 1), 4)
    return figures


def _is_variant(a: str, b: str) -> bool:
    return word_relation(a, b) in ("same", "variant")


def _is_near(a: str, b: str) -> bool:
    return word_likeness(a, b)[0] >= PAIRED
