"""The shipped language model on its own: trees, tags, lemmas, mention types, names, sentences, speed.

Trees and tags are measured on gold sentences and words. uas and las follow the CoNLL 2018 shared task: all words,
punctuation too, universal part of the relation only; las_subtypes asks for the whole relation. mention_type: of the
words that head a mention in GUM, the share given the right type (mention_type_known: of those given one at
all). names: F1 of exact spans of persons, organizations and places. sentences: F1 of exact sentences in running
text. encoder_words_per_second: the ONNX session alone on ready inputs, sentences sorted by length.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np

from dragoman.language.component import WEIGHTS
from dragoman.language.lemmas import apply_script
from dragoman.language.model import LanguageModel, Reading
from dragoman.language.senter import Senter
from evals.data import DataMissingError
from training.conllu import read_trees
from training.gum import read_gum
from training.names import bio_spans, read_uner
from training.sentences import Sentence
from training.texts import documents, running_text, sentence_f1, tokenised

UNER_LABELS = {"PERSON": "PER", "ORG": "ORG", "LOC": "LOC"}

Figures = dict[str, float]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of this evaluation."""
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="another folder of weights")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    parser.add_argument("--dev", action="store_true", help="development splits instead of the test splits")


def run(arguments: argparse.Namespace) -> Figures:
    """All figures; takes about a minute."""
    corpora: Path = arguments.corpora
    if not (corpora / "ud-ewt").is_dir():
        raise DataMissingError(f"{corpora}: no folder ud-ewt; see docs for where the corpora come from")
    model = LanguageModel(arguments.weights, arguments.threads)
    senter = Senter.load(arguments.weights / "senter.json")
    split = "dev" if arguments.dev else "test"
    ewt = list(read_trees(corpora / f"ud-ewt/en_ewt-ud-{split}.conllu", "ewt"))
    sets = {"ewt": ewt, "gum": list(read_gum(corpora / f"gum-free/{split}"))}
    layers = {"ewt": corpora / f"uner/en_ewt-ud-{split}.iob2"}
    if not arguments.dev:
        pud = list(read_trees(corpora / "ud-pud/en_pud-ud-test.conllu", "pud"))
        sets["pud_news"] = [sentence for sentence in pud if sentence.identifier.startswith("n")]
        layers["pud"] = corpora / "uner/en_pud-ud-test.iob2"
    figures: Figures = {}
    for name, sentences in sets.items():
        figures |= {f"{name}_{figure}": value for figure, value in tree_figures(model, sentences).items()}
    for name, path in layers.items():
        figures[f"{name}_names"] = names_f1(model, path)
    figures |= sentence_figures(senter, corpora)
    figures["encoder_words_per_second"] = encoder_speed(model, ewt)
    figures["weights_mb"] = sum(path.stat().st_size for path in arguments.weights.iterdir()) / 1e6
    return figures


def read_all(model: LanguageModel, sentences: Iterable[Sentence]) -> Iterator[tuple[Sentence, Reading, int]]:
    """Yields each sentence with the reading of its document and the position of its first word there."""
    for document in documents(sentences):
        words = [word for sentence in document for word in sentence.words]
        starts = np.cumsum([0, *map(len, document)]).tolist()
        reading = model.read(words, list(pairwise(starts)))
        for sentence, start in zip(document, starts, strict=False):
            yield sentence, reading, start


def tree_figures(model: LanguageModel, sentences: list[Sentence]) -> Figures:
    """Tags, lemmas, trees and mention types on gold words."""
    labels = model.labels
    right: dict[str, int] = dict.fromkeys(("upos", "feats", "lemma", "uas", "las", "las_subtypes"), 0)
    mentions = known = typed = total = 0
    for sentence, reading, start in read_all(model, sentences):
        for position, word in enumerate(sentence.words):
            at = start + position
            head = int(reading.heads[at])
            head_right = (0 if head == at else head - start + 1) == (sentence.heads or [])[position]
            relation, gold = labels.relations[reading.relations[at]], (sentence.relations or [])[position]
            right["upos"] += labels.upos[reading.upos[at]] == (sentence.upos or [])[position]
            right["feats"] += labels.feats[reading.feats[at]] == (sentence.feats or [])[position]
            lemma = apply_script(labels.scripts[reading.scripts[at]], word)
            right["lemma"] += lemma == (sentence.lemmas or [])[position]
            right["uas"] += head_right
            right["las"] += head_right and relation.partition(":")[0] == gold.partition(":")[0]
            right["las_subtypes"] += head_right and relation == gold
            total += 1
            if sentence.mentions and sentence.mentions[position] != "none":
                said = labels.mentions[reading.mentions[at]]
                mentions += 1
                known += said != "none"
                typed += said == sentence.mentions[position]
    figures = {name: count / total for name, count in right.items()}
    if mentions:
        figures |= {"mention_type": typed / mentions, "mention_type_known": typed / known}
    return figures


def names_f1(model: LanguageModel, path: Path) -> float:
    """F1 of exact PER, ORG and LOC spans on a UNER file."""
    layer = read_uner(path)
    sentences = [Sentence(words=words, identifier=name) for name, (words, _) in layer.items() if words]
    shared = found = wanted = 0
    for sentence, reading, start in read_all(model, sentences):
        gold_tags = layer[sentence.identifier][1]
        said = [model.labels.names[number] for number in reading.names[start : start + len(sentence)]]
        guessed = {(s, e, UNER_LABELS[kind]) for s, e, kind in bio_spans(said) if kind in UNER_LABELS}
        gold = {span for span in bio_spans(gold_tags) if span[2] in UNER_LABELS.values()}
        shared, found, wanted = shared + len(guessed & gold), found + len(guessed), wanted + len(gold)
    return 2 * shared / (found + wanted)


def sentence_figures(senter: Senter, corpora: Path) -> Figures:
    """F1 of sentences in the running text of the development splits, with their paragraphs."""
    ewt = documents(read_trees(corpora / "ud-ewt/en_ewt-ud-dev.conllu", "ewt"))
    gum = documents(read_gum(corpora / "gum-free/dev"))
    return {
        f"{name}_sentences": sentence_f1(senter, [tokenised(*running_text(document)) for document in part])
        for name, part in (("ewt", ewt), ("gum", gum))
    }


def encoder_speed(model: LanguageModel, sentences: list[Sentence], rounds: int = 3) -> float:
    """Words a second of the session alone, the best of some rounds."""
    words = [word for sentence in sentences for word in sentence.words]
    starts = np.cumsum([0, *map(len, sentences)]).tolist()
    batches = model.batches(words, list(pairwise(starts)))
    best = 0.0
    for _ in range(rounds):
        begun = time.perf_counter()
        for inputs in batches:
            model.run(inputs)
        best = max(best, len(words) / (time.perf_counter() - begun))
    return best
