"""How good the network is on development sentences."""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray

from dragoman.language.labels import Labels
from dragoman.language.trees import best_tree
from training.batches import Batch, SentenceSet, sorted_batches
from training.encode import MISSING
from training.names import bio_spans
from training.network import Network, Scores

NAMED = frozenset({"PERSON", "ORG", "LOC"})

Counts = dict[str, float]


@torch.no_grad()
def evaluate(
    network: Network, sentences: SentenceSet, labels: Labels, name_masks: NDArray[np.bool_]
) -> dict[str, float]:
    """Returns the scores, in 0..1: upos, feats, scripts, uas, las (universal relations), las_sub, mentions, names.

    `mentions` counts only the heads of mentions, `names` is the F1 of exact spans of persons, organizations and
    places. A score whose labels the corpus does not have is left out.
    """
    network.eval()
    counts: Counts = {}
    universal = np.array([labels.relations.index(_base(label, labels)) for label in labels.relations])
    for rows in sorted_batches(sentences.piece_counts, 16384):
        batch = sentences.batch(rows)
        scores = network(batch)
        for name in ("upos", "feats", "scripts", "mentions"):
            _count_tags(counts, name, scores, batch)
        _count_trees(counts, network, scores, batch, universal)
        _count_names(counts, scores, batch, labels, name_masks)
    network.train()
    return _ratios(counts)


def _base(label: str, labels: Labels) -> str:
    base = label.partition(":")[0]
    return base if base in labels.relations else label


def _add(counts: Counts, name: str, right: float, total: float) -> None:
    counts[name] = counts.get(name, 0) + right
    counts[name + "/"] = counts.get(name + "/", 0) + total


def _count_tags(counts: Counts, name: str, scores: Scores, batch: Batch) -> None:
    gold = getattr(batch, name)
    # "none" is the first mention type: the question is what a head refers to, not whether it is one.
    known = gold > 0 if name == "mentions" else (gold != MISSING)
    right = (scores.taggers[name].argmax(-1) == gold) & known
    _add(counts, name, right.sum().item(), known.sum().item())


def tree_heads(scores: Scores, word_counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Returns the decoded heads `(B, N)`."""
    arcs = scores.arcs.float().cpu().numpy()
    heads = np.zeros(arcs.shape[:2], dtype=np.int64)
    for row, size in enumerate(word_counts):
        heads[row, :size] = best_tree(arcs[row, :size, : size + 1])
    return heads


def _count_trees(counts: Counts, network: Network, scores: Scores, batch: Batch, universal: NDArray[np.int64]) -> None:
    gold = batch.heads.cpu().numpy()
    known = gold != MISSING
    if not known.any():
        return
    heads = tree_heads(scores, batch.word_mask.sum(1).cpu().numpy())
    relations = network.relations(scores, torch.from_numpy(heads).to(batch.heads.device)).argmax(-1).cpu().numpy()
    wanted = batch.relations.cpu().numpy()
    right = known & (heads == gold)
    _add(counts, "uas", right.sum(), known.sum())
    _add(counts, "las", (right & (universal[relations] == universal[wanted])).sum(), known.sum())
    _add(counts, "las_sub", (right & (relations == wanted)).sum(), known.sum())


def _count_names(counts: Counts, scores: Scores, batch: Batch, labels: Labels, name_masks: NDArray[np.bool_]) -> None:
    sets = batch.names.cpu().numpy()
    guessed = scores.taggers["names"].argmax(-1).cpu().numpy()
    for row, size in enumerate(batch.word_mask.sum(1).tolist()):
        known = sets[row, :size] != MISSING
        if known.all():
            gold = name_spans([labels.names[name_masks[s].argmax()] for s in sets[row, :size]])
            found = name_spans([labels.names[tag] for tag in guessed[row, :size]])
            _add(counts, "names", 2 * len(gold & found), len(gold) + len(found))


def name_spans(tags: list[str]) -> set[tuple[int, int, str]]:
    """Returns the spans of persons, organizations and places among BIO tags."""
    return {span for span in bio_spans(tags) if span[2] in NAMED}


def _ratios(counts: Counts) -> dict[str, float]:
    return {
        name: round(float(right / counts[name + "/"]), 4)
        for name, right in counts.items()
        if not name.endswith("/") and counts[name + "/"]
    }


def tree_score(scores: Mapping[str, Mapping[str, float]]) -> float:
    """Returns one number to follow a training by: the mean LAS over the corpora that have trees."""
    return float(np.mean([figures["las"] for figures in scores.values() if "las" in figures]))
