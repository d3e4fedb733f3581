"""The stages of the recipe. Each writes its product into the output folder and is skipped when it is there.

read      corpora            → sentences.pickle
encode    sentences          → encoded.npz, labels.json
teachers  encoded            → teacher-0.pt …
student   encoded, teachers  → student.pt
integer   the same, student  → integer.pt
export    integer            → model.onnx, tokenizer.json
senter    corpora            → senter.json
"""

import json
import pickle
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import torch
from torch import Tensor

from dragoman.language.labels import Labels, load_labels
from dragoman.language.pieces import PieceTable
from dragoman.language.wordpiece import WordPiece
from training.augment import collect, vary
from training.batches import SentenceSet, VariantFeed
from training.corpora import Splits
from training.distil import Lessons, mixed_loss
from training.encode import Arrays, Encoder, NameMasks, encode_all, load_arrays, make_labels, save_arrays
from training.encoder import pretrained_state
from training.fake import set_mode
from training.loop import Feed, Loss, Plan, Trainer
from training.network import Network, NetworkShape
from training.score import evaluate, tree_score
from training.sentences import Sentence

TEACHERS = Plan(epochs=50, encoder_rate=3e-4, heads_rate=2e-3)
STUDENT = Plan(epochs=150, encoder_rate=4e-4, heads_rate=2e-3, seed=100, word_dropout=0.03)
INTEGER = Plan(epochs=45, encoder_rate=1e-4, heads_rate=4e-4, seed=200, word_dropout=0.0, half=False, warmup=0.03)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything that decides what comes out, besides the corpora.

    Attributes:
        pretrained: folder with `model.safetensors` and `tokenizer.json`; None starts from random weights.
        variants: encodings of each sentence, the first of them unchanged.
        pieces: pieces per batch.
        teachers, student, integer: the plans of the three trainings; teacher n is seeded with its plan's seed + n.
        gold_share: how much a student learns from the corpora directly.
        repeats: how often an epoch goes over a corpus, where it is not once.
        minutes: time limits by stage, if any; a schedule is then shortened to fit.
    """

    out: Path
    tokenizer: Path
    pretrained: Path | None
    device: str = "cpu"
    jobs: int = 1
    version: str = "1.0"
    shape: NetworkShape = field(default_factory=NetworkShape)
    variants: int = 16
    pieces: int = 6000
    teacher_count: int = 6
    teachers: Plan = TEACHERS
    student: Plan = STUDENT
    integer: Plan = INTEGER
    gold_share: float = 0.3
    repeats: dict[str, int] = field(default_factory=dict)
    minutes: dict[str, float] = field(default_factory=dict)

    def path(self, name: str) -> Path:
        """Returns the path of a product."""
        return self.out / name


def encode(recipe: Recipe, splits: Splits) -> None:
    """Writes the label sets and the encodings of every variant of the training text, and of the development sets."""
    labels = make_labels(splits.train, recipe.version)
    sentences = [*splits.train, *splits.text]
    prepare = partial(_encode_variant, recipe, labels, sentences)
    if recipe.jobs > 1:
        with ProcessPoolExecutor(recipe.jobs) as pool:
            variants = list(pool.map(prepare, range(recipe.variants)))
    else:
        variants = [prepare(number) for number in range(recipe.variants)]
    encoder = piece_encoder(recipe, labels, sentences)
    development = {f"dev-{name}": encode_all(encoder, part, None) for name, part in splits.dev.items()}
    save_arrays(
        recipe.path("encoded.npz"), train=stacked(variants), masks={"names": encoder.masks.table()}, **development
    )
    labels.save(recipe.path("labels.json"))


def piece_encoder(recipe: Recipe, labels: Labels, sentences: list[Sentence]) -> Encoder:
    """Returns what turns sentences into arrays; `sentences` are those whose name tags are to have numbers."""
    return Encoder(labels, PieceTable(WordPiece.load(recipe.tokenizer)), NameMasks(labels.names, sentences))


def _encode_variant(recipe: Recipe, labels: Labels, sentences: list[Sentence], number: int) -> Arrays:
    random = Random(f"variant {number}")
    pools = collect(sentences)
    varied = [vary(sentence, random, pools) for sentence in sentences] if number else sentences
    return encode_all(piece_encoder(recipe, labels, sentences), varied)


def stacked(variants: list[Arrays]) -> Arrays:
    """Returns several sets of arrays one after the other."""
    joined: Arrays = {name: np.concatenate([arrays[name] for arrays in variants]) for name in variants[0]}
    for name in ("piece_ends", "word_ends"):
        offsets = np.cumsum([0, *(arrays[name][-1] for arrays in variants[:-1])])
        joined[name] = np.concatenate([arrays[name] + offset for arrays, offset in zip(variants, offsets, strict=True)])
    return joined


class Material:
    """The encoded corpora on a device, and what is measured on them."""

    def __init__(self, recipe: Recipe) -> None:
        self.device = torch.device(recipe.device)
        self.labels = load_labels(recipe.path("labels.json"))
        arrays = load_arrays(recipe.path("encoded.npz"))
        self.masks = arrays["masks"]["names"].astype(bool)
        self.name_masks = torch.from_numpy(self.masks).to(self.device)
        self.train = SentenceSet(arrays["train"], self.device)
        self.dev = {
            name.removeprefix("dev-"): SentenceSet(part, self.device)
            for name, part in arrays.items()
            if name.startswith("dev-")
        }

    def measure(self, network: Network) -> dict[str, dict[str, float]]:
        """Returns the scores on every development set."""
        return {name: evaluate(network, part, self.labels, self.masks) for name, part in self.dev.items()}


def train_teacher(recipe: Recipe, number: int) -> None:
    """Trains teacher `number` from the pretrained weights on the corpora."""
    plan = replace(recipe.teachers, seed=recipe.teachers.seed + number)
    material = Material(recipe)
    network = _fresh(recipe, material, plan.seed)
    feed = VariantFeed(material.train, recipe.variants, recipe.pieces, recipe.repeats)
    loss = mixed_loss(material.name_masks, 1.0)
    train(recipe, material, network, feed, plan, loss, f"teacher-{number}", "teachers")


def train_teachers(recipe: Recipe) -> None:
    """Trains those teachers that are not there yet, `recipe.jobs` at a time."""
    missing = [n for n in range(recipe.teacher_count) if not recipe.path(f"teacher-{n}.pt").exists()]
    if recipe.jobs > 1 and len(missing) > 1:
        with ProcessPoolExecutor(min(recipe.jobs, len(missing)), mp_context=get_context("spawn")) as pool:
            list(pool.map(partial(train_teacher, recipe), missing))
    else:
        for number in missing:
            train_teacher(recipe, number)


def train_student(recipe: Recipe, name: str = "student") -> None:
    """Trains the student from the pretrained weights on what the teachers say, then in integers."""
    material = Material(recipe)
    lessons = _lessons(recipe, material)
    loss = mixed_loss(material.name_masks, recipe.gold_share)
    network = _fresh(recipe, material, recipe.student.seed)
    if not recipe.path(f"{name}.pt").exists():
        train(recipe, material, network, lessons, recipe.student, loss, name, "student")
    network.load_state_dict(_load(recipe, f"{name}.pt"))
    network.eval()
    set_mode(network, "watch")
    with torch.no_grad():
        network(next(lessons.epoch(np.random.default_rng(0)))[0])
    set_mode(network, "integer")
    train(recipe, material, network, lessons, recipe.integer, loss, name.replace("student", "integer"), "integer")


def _lessons(recipe: Recipe, material: Material) -> Lessons:
    teachers = []
    for number in range(recipe.teacher_count):
        teacher = _fresh(recipe, material, 0, pretrained=False)
        teacher.load_state_dict(_load(recipe, f"teacher-{number}.pt"))
        teachers.append(teacher)
    return Lessons(teachers, material.train, recipe.variants, recipe.pieces, recipe.repeats)


def _fresh(recipe: Recipe, material: Material, seed: int, pretrained: bool = True) -> Network:
    torch.manual_seed(seed)
    network = Network(material.labels, recipe.shape)
    if recipe.pretrained and pretrained:
        state = pretrained_state(recipe.pretrained / "model.safetensors", recipe.shape.encoder)
        unused = network.encoder.load_state_dict(state, strict=False).unexpected_keys
        if unused:
            raise ValueError(f"{recipe.pretrained}: weights that fit nowhere: {', '.join(unused)}")
    return network.to(material.device)


def _load(recipe: Recipe, name: str) -> dict[str, Tensor]:
    state: dict[str, Tensor] = torch.load(recipe.path(name), map_location=recipe.device, weights_only=True)
    return state


def train(
    recipe: Recipe, material: Material, network: Network, feed: Feed, plan: Plan, loss: Loss, name: str, stage: str
) -> None:
    """Trains with checkpoints, then saves the averaged weights and logs their scores."""
    checkpoint = recipe.path(f"{name}.checkpoint")
    trainer = Trainer(network, feed, plan, loss, recipe.path(f"{name}.jsonl"))
    if checkpoint.exists():
        trainer.resume(torch.load(checkpoint, map_location=recipe.device, weights_only=True))
    minutes = recipe.minutes.get(stage)
    network.train()
    trainer.run(
        after_epoch=partial(_keep_checkpoint, checkpoint),
        until=time.monotonic() + 60 * minutes if minutes else None,
    )
    network.load_state_dict(trainer.averaged())
    scores = material.measure(network)
    trainer.log(stage=name, tree=round(tree_score(scores), 4), **scores)
    torch.save(trainer.averaged(), recipe.path(f"{name}.pt"))
    checkpoint.unlink(missing_ok=True)


CHECKPOINT_EPOCHS = 5


def _keep_checkpoint(path: Path, trainer: Trainer) -> None:
    if trainer.epoch % CHECKPOINT_EPOCHS == 0:
        fresh = path.with_suffix(".fresh")
        torch.save(trainer.state(), fresh)
        fresh.replace(path)


def export_model(recipe: Recipe, name: str = "integer") -> None:
    """Writes the ONNX model and its tokenizer."""
    from training.export import export

    labels = load_labels(recipe.path("labels.json"))
    network = Network(labels, recipe.shape)
    network.load_state_dict(torch.load(recipe.path(f"{name}.pt"), map_location="cpu", weights_only=True))
    export(network.eval(), recipe.path("model.onnx"))
    settings = json.loads(recipe.tokenizer.read_text(encoding="utf-8"))
    settings |= {"truncation": None, "padding": None, "post_processor": None}
    recipe.path("tokenizer.json").write_text(
        json.dumps(settings, ensure_ascii=False, separators=(",", ":")), encoding="utf-8"
    )


def read_once(recipe: Recipe, read: Callable[[], Splits]) -> Splits:
    """Returns the corpora, from the output folder if they were read before."""
    path = recipe.path("sentences.pickle")
    if path.exists():
        stored: Any = pickle.loads(path.read_bytes())
        return Splits(**stored)
    splits = read()
    path.write_bytes(pickle.dumps({"train": splits.train, "text": splits.text, "dev": splits.dev}))
    return splits
