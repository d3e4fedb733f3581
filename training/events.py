"""The layers that tell which words speak of events, grafted onto the shipped language model.

``python -m training.events --install`` trains them on sentences of our own and writes them into ``model.onnx``. They
branch off the encoder below its last layers, whose work is trees and names: what the model says of those stays as it
was, bit by bit.

The lessons are those of :mod:`training.event_lessons`; the lexicon's examples and near misses are among them, as the
rules alone read them.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper
from torch import Tensor, nn

from dragoman.language.component import WEIGHTS
from dragoman.language.labels import load_labels
from dragoman.language.model import LanguageModel
from dragoman.language.short_forms import spelled_out
from training.encoder import EncoderShape, Layer, pretrained_folder, pretrained_state
from training.event_lessons import Lesson, Rules, labels, mode_labels, read_examples, read_tagged
from training.export import Graph, add_dense, add_layer, add_words
from training.fake import set_mode
from training.tagged import SENTENCES, is_held_back

SHARED = 3
"""Layers of the encoder that serve trees, names and events alike; the layers above them are doubled."""
SECOND_CHOICE = 0.35
"""What a tag's second type gets of the whole."""
PREFIX = "told."
OUTPUTS = ("events", "modes")
MODES_WEIGHT = 0.1
"""Of the loss: modes are told of one word in eight, and the types come first."""

Vectors = NDArray[np.float32]


@dataclass(slots=True)
class Encoded:
    """A lesson as the upper layers see it.

    Attributes:
        hidden: `(T, width)`.
        first, last: the first and last piece of each word.
        targets: shares of the types, `(N, types)`.
        modes: numbers of modes, -1 where none is told, `(N,)`.
    """

    hidden: Vectors
    first: NDArray[np.int64]
    last: NDArray[np.int64]
    targets: Vectors
    modes: NDArray[np.int64]


class Shared:
    """The shipped model up to its last shared layer."""

    def __init__(self, weights: Path) -> None:
        self._model = LanguageModel(weights, threads=2)
        proto = onnx.load(weights / "model.onnx")
        self.hidden = shared_output(proto)
        proto.graph.output.append(helper.make_tensor_value_info(self.hidden, TensorProto.FLOAT, ["B", "T", "W"]))
        self._session = onnxruntime.InferenceSession(proto.SerializeToString(), providers=["CPUExecutionProvider"])

    def inputs(self, lesson: Lesson) -> dict[str, NDArray[np.int32]]:
        """What the model is fed with for a lesson."""
        return self._model.batches(spelled_out(list(lesson.words)), [(0, len(lesson.words))])[0]

    def encode(self, lesson: Lesson) -> Encoded:
        """The lesson's vectors and targets."""
        inputs = self.inputs(lesson)
        hidden = self._session.run([self.hidden], inputs)[0][0]
        columns = {name: column for column, name in enumerate(labels())}
        targets = np.zeros((len(lesson.words), len(columns)), dtype=np.float32)
        targets[:, 0] = 1
        for word, types in lesson.types.items():
            shares = (1.0,) if len(types) == 1 else (1 - SECOND_CHOICE, SECOND_CHOICE)
            targets[word] = 0
            for name, share in zip(types, shares, strict=False):
                targets[word, columns[name]] += share
        numbers = {name: number for number, name in enumerate(mode_labels())}
        modes = np.full(len(lesson.words), -1, dtype=np.int64)
        for word, label in lesson.modes.items():
            modes[word] = numbers[label]
        count = len(lesson.words)
        ends = (inputs["first"][0, :count].astype(np.int64), inputs["last"][0, :count].astype(np.int64))
        return Encoded(hidden.astype(np.float32), *ends, targets, modes)


def shared_output(proto: onnx.ModelProto) -> str:
    """The name of what the last shared layer hands on."""
    norms = [node.output[0] for node in proto.graph.node if node.op_type == "LayerNormalization"]
    return str(norms[2 * SHARED])  # one after the embeddings, two in each layer


class EventLayers(nn.Module):
    """The encoder's upper layers a second time, and what they say of each word."""

    def __init__(self, shape: EncoderShape) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers - SHARED))
        self.dropout = nn.Dropout(0.2)
        self.types = nn.Linear(shape.width, len(labels()))
        self.modes = nn.Linear(shape.width, len(mode_labels()))

    def forward(self, hidden: Tensor, mask: Tensor, first: Tensor, last: Tensor) -> tuple[Tensor, Tensor]:
        """Maps `(B, T, width)` and word bounds `(B, N)` to scores of types and of modes, `(B, N, classes)`."""
        bias = torch.zeros_like(mask, dtype=torch.float32).masked_fill(~mask, -1e4)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        at = [hidden.gather(1, ends[..., None].expand(-1, -1, hidden.shape[-1])) for ends in (first, last)]
        words = self.dropout((at[0] + at[1]) / 2)
        return self.types(words), self.modes(words)


def new_layers() -> EventLayers:
    """Layers that start from what the pretrained encoder knows."""
    shape = EncoderShape()
    layers = EventLayers(shape)
    state = pretrained_state(pretrained_folder() / "model.safetensors", shape)
    upper = {
        f"layers.{int(name.split('.')[1]) - SHARED}.{name.split('.', 2)[2]}": value
        for name, value in state.items()
        if name.startswith("layers.") and int(name.split(".")[1]) >= SHARED
    }
    layers.load_state_dict(upper, strict=False)
    return layers


def batch(lessons: Sequence[Encoded]) -> tuple[Tensor, ...]:
    """Hidden states, piece mask, first and last pieces, targets (0 for padding), modes (-1)."""
    length, count = max(len(one.hidden) for one in lessons), max(len(one.first) for one in lessons)
    hidden = np.zeros((len(lessons), length, lessons[0].hidden.shape[1]), dtype=np.float32)
    mask = np.zeros((len(lessons), length), dtype=bool)
    ends = np.zeros((2, len(lessons), count), dtype=np.int64)
    targets = np.zeros((len(lessons), count, lessons[0].targets.shape[1]), dtype=np.float32)
    modes = np.full((len(lessons), count), -1, dtype=np.int64)
    for row, one in enumerate(lessons):
        modes[row, : len(one.modes)] = one.modes
        hidden[row, : len(one.hidden)] = one.hidden
        mask[row, : len(one.hidden)] = True
        ends[0, row, : len(one.first)], ends[1, row, : len(one.last)] = one.first, one.last
        targets[row, : len(one.targets)] = one.targets
    return (*map(torch.from_numpy, (hidden, mask, ends[0], ends[1], targets, modes)),)


def train(
    layers: EventLayers, lessons: list[Encoded], dev: Mapping[str, Sequence[Encoded]], *, epochs: int, rate: float
) -> None:
    """Trains in place; the last third of the epochs, at least one, with integer products in mind.

    After each epoch it prints the figures of `score` for every part of `dev`.
    """
    order = random.Random(1)
    parameters = list(layers.parameters())
    optimizer = torch.optim.AdamW(parameters, lr=rate, weight_decay=0.01)
    size = 24
    steps = epochs * math.ceil(len(lessons) / size)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: min(1, (step + 1) / 100) * (1 - step / steps))
    for epoch in range(epochs):
        layers.train()
        if epoch == epochs - max(1, epochs // 3):
            set_mode(layers, "watch")
            with torch.no_grad():
                layers.eval()
                layers(*batch(lessons[:256])[:4])
            layers.train()
            set_mode(layers, "integer")
        order.shuffle(lessons)
        total = 0.0
        by_length = [
            sorted(lessons[at : at + 20 * size], key=lambda one: len(one.hidden))
            for at in range(0, len(lessons), 20 * size)
        ]
        batches = [pool[at : at + size] for pool in by_length for at in range(0, len(pool), size)]
        order.shuffle(batches)
        for few in batches:
            optimizer.zero_grad()
            loss = loss_of(layers, few)
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(parameters, 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        figures = {kind: score(layers, own) for kind, own in dev.items()}
        print(json.dumps({"epoch": epoch, "loss": round(total / len(batches), 4), **figures}), flush=True)


def loss_of(layers: EventLayers, lessons: Sequence[Encoded]) -> Tensor:
    """The loss of one batch: types and modes."""
    *inputs, targets, modes = batch(lessons)
    type_scores, mode_scores = layers(*inputs)
    loss: Tensor = -(targets * type_scores.log_softmax(-1)).sum() / targets.sum()
    if (modes >= 0).any():
        of_modes = nn.functional.cross_entropy(mode_scores.flatten(0, 1), modes.flatten(), ignore_index=-1)
        loss = loss + MODES_WEIGHT * of_modes
    return loss


def score(layers: EventLayers, lessons: Sequence[Encoded]) -> dict[str, float]:
    """How good the layers are on lessons that they have not seen.

    Precision and recall of words with their types (either of two), how many event words are found at all, right modes
    of those that the rules know.
    """
    layers.eval()
    counts: Counter[str] = Counter()
    with torch.no_grad():
        for at in range(0, len(lessons), 64):
            *inputs, targets, modes = batch(lessons[at : at + 64])
            type_scores, mode_scores = layers(*inputs)
            best = type_scores.argmax(-1)
            real = targets.sum(-1) > 0
            told, said = real & (targets[..., 0] == 0), real & (best > 0)
            right = (targets.gather(-1, best[..., None])[..., 0] > 0) & told & said
            found = {"told": told, "said": said, "both": told & said, "right": right}
            found |= {"modes": modes >= 0, "right modes": (modes >= 0) & (mode_scores.argmax(-1) == modes)}
            counts.update({name: int(mask.sum()) for name, mask in found.items()})

    def share(part: str, whole: str) -> float:
        return round(counts[part] / max(1, counts[whole]), 4)

    figures = {"precision": share("right", "said"), "recall": share("right", "told"), "found": share("both", "told")}
    figures["modes"] = share("right modes", "modes")
    return figures


def graft(layers: EventLayers, weights: Path, target: Path) -> None:
    """Writes the model in `weights` with the layers and their outputs to `target`."""
    proto = onnx.load(weights / "model.onnx")
    _cut(proto)
    nodes = {node.output[0]: node for node in proto.graph.node}
    hidden = shared_output(proto)
    mask = next(node.input[4] for node in nodes.values() if node.op_type == "MultiHeadAttention")
    graph = Graph(layers, PREFIX)
    layers.eval()
    with torch.no_grad():
        for layer in layers.layers:
            assert isinstance(layer, Layer)
            hidden = add_layer(graph, layer, hidden, mask)
        words = add_words(graph, hidden)
        for output, head in zip(OUTPUTS, (layers.types, layers.modes), strict=True):
            scores = add_dense(graph, head.weight, head.bias, words, f"{PREFIX}{output}")
            graph.add("Softmax", [scores], output, axis=-1)
    proto.graph.node.extend(graph.nodes)
    proto.graph.initializer.extend(graph.constants())
    for output, names in zip(OUTPUTS, (labels(), mode_labels()), strict=True):
        value = helper.make_tensor_value_info(output, TensorProto.FLOAT, ["B", "N", len(names)])
        proto.graph.output.append(value)
    onnx.save(proto, target)


def _cut(proto: onnx.ModelProto) -> None:
    """Takes an earlier graft away."""
    for field in (proto.graph.node, proto.graph.initializer, proto.graph.output):
        kept = [one for one in field if one.name not in OUTPUTS and not one.name.startswith(PREFIX)]
        del field[:]
        field.extend(kept)


def main() -> None:
    """Trains, scores and, if asked, installs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="the model to graft onto")
    parser.add_argument("--sentences", type=Path, default=SENTENCES, help="folder of tagged sentences")
    parser.add_argument("--start", type=Path, help="layers trained before (.pt), to go on from")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--out", type=Path, default=Path("training/out/events.onnx"), help="the grafted model")
    parser.add_argument("--install", action="store_true", help="put it into the package")
    arguments = parser.parse_args()
    torch.manual_seed(0)
    rules = Rules()
    shared = Shared(arguments.weights)
    lessons: list[Encoded] = []
    dev: dict[str, list[Encoded]] = {}
    for path in sorted(arguments.sentences.glob("*.txt")):
        lines = path.read_text("utf-8").splitlines()
        held = read_tagged(filter(is_held_back, lines), rules)
        dev.setdefault(path.stem.partition("-")[0], []).extend(map(shared.encode, held))
        lessons += map(shared.encode, read_tagged((line for line in lines if not is_held_back(line)), rules))
    lessons += [shared.encode(lesson) for lesson in read_examples(rules)]
    print(json.dumps({"lessons": len(lessons), "dev": {kind: len(own) for kind, own in dev.items()}}), flush=True)
    layers = new_layers()
    if arguments.start:
        layers.load_state_dict(torch.load(arguments.start))
    train(layers, lessons, dev, epochs=arguments.epochs, rate=arguments.rate)
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(layers.state_dict(), arguments.out.with_suffix(".pt"))
    graft(layers, arguments.weights, arguments.out)
    if arguments.install:
        install(arguments.out)


def install(model: Path) -> None:
    """Puts a grafted model and its labels into the package."""
    (WEIGHTS / "model.onnx").write_bytes(model.read_bytes())
    replace(load_labels(WEIGHTS / "labels.json"), events=labels(), modes=mode_labels()).save(WEIGHTS / "labels.json")


if __name__ == "__main__":
    main()
