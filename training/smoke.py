"""The whole recipe in miniature: a few sentences, a random encoder, seconds. It shows that every stage still runs."""

import json
from pathlib import Path
from random import Random

import numpy as np
import onnxruntime
import torch

from dragoman.language.component import WEIGHTS
from training.conllu import read_trees
from training.corpora import Splits
from training.encoder import EncoderShape
from training.event_lessons import Rules, read_tagged
from training.events import OUTPUTS, EventLayers, Shared, batch, graft, train
from training.gum import read_gum
from training.loop import Plan
from training.network import NetworkShape
from training.recipe import Recipe, encode, export_model, train_student, train_teachers
from training.senter import save_senter, train_senter, varied_texts
from training.texts import documents

SENTENCES = Path(__file__).parent / "smoke"
"""Annotated sentences of the project's own, as CoNLL-U with GUM's entity brackets."""


def run(out: Path) -> dict[str, float]:
    """Runs every stage into `out` and returns the sizes of what came out.

    Raises:
        RuntimeError: the exported model does not run.
    """
    sentences = list(read_gum(SENTENCES))
    splits = Splits(train=sentences, dev={"smoke": sentences})
    plan = Plan(epochs=2, half=False)
    recipe = Recipe(
        out=out,
        tokenizer=_tokenizer([word for sentence in sentences for word in sentence.words], out / "pieces.json"),
        pretrained=None,
        shape=NetworkShape(
            encoder=EncoderShape(vocabulary=2000, width=24, layers=2, attention_heads=2, inner=48), arc=16, relation=8
        ),
        variants=2,
        pieces=400,
        teacher_count=2,
        teachers=plan,
        student=plan,
        integer=plan,
    )
    encode(recipe, splits)
    train_teachers(recipe)
    train_student(recipe)
    export_model(recipe)
    trees = [s for path in sorted(SENTENCES.glob("*.conllu")) for s in read_trees(path, "smoke")]
    senter = train_senter(varied_texts(documents(trees), Random(0)), steps=20, least=1)
    save_senter(senter, out / "senter.json")
    _check(out / "model.onnx")
    _graft_events(out / "events.onnx")
    return {path.name: path.stat().st_size for path in sorted(out.iterdir()) if path.is_file()}


def _graft_events(target: Path) -> None:
    """Trains the layers for events for one epoch from chance and grafts them onto the shipped model.

    Raises:
        RuntimeError: the graft changes what the model said before, or says another thing than in training.
    """
    shared = Shared(WEIGHTS)
    lessons = list(read_tagged((SENTENCES / "events.txt").read_text("utf-8").splitlines(), Rules()))
    encoded = [shared.encode(lesson) for lesson in lessons]
    layers = EventLayers(EncoderShape())
    train(layers, encoded, {"smoke": encoded}, epochs=2, rate=1e-4)
    graft(layers, WEIGHTS, target)
    inputs = shared.inputs(lessons[0])
    before, after = (
        onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
        for path in (WEIGHTS / "model.onnx", target)
    )
    names = [output.name for output in before.get_outputs() if output.name not in OUTPUTS]
    said = zip(before.run(names, inputs), after.run(names, inputs), strict=True)
    if not all(np.array_equal(old, new) for old, new in said):
        raise RuntimeError(f"{target}: the graft changes what the model says of trees and names")
    with torch.no_grad():
        *batched, _, _ = batch([shared.encode(lessons[0])])
        types, modes = layers(*batched)
    for output, expected in zip(OUTPUTS, (types, modes), strict=True):
        if not np.allclose(after.run([output], inputs)[0], expected.softmax(-1).numpy(), atol=0.02):
            raise RuntimeError(f"{target}: the exported layers do not say what they learnt")


def _tokenizer(words: list[str], path: Path) -> Path:
    """Writes a word-piece tokenizer whose vocabulary is the words' characters and the words themselves."""
    lower = sorted({word.lower() for word in words})
    characters = sorted({character for word in lower for character in word})
    # The ids of the marks are those of BERT's vocabulary, which the package relies on.
    vocabulary = {"[PAD]": 0, "[UNK]": 100, "[CLS]": 101, "[SEP]": 102, "[MASK]": 103}
    for piece in [*characters, *(f"##{character}" for character in characters), *lower]:
        vocabulary.setdefault(piece, 104 + len(vocabulary))
    path.write_text(json.dumps({"model": {"type": "WordPiece", "vocab": vocabulary}}), encoding="utf-8")
    return path


def _check(path: Path) -> None:
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    word = {"first": [[1]], "last": [[1]], "heads": [[-1]], "pieces": [[101, 110, 102]], "shapes": [[0, 2, 0]]}
    inputs = {"piece_counts": [3], "word_counts": [1], **word}
    said = session.run(None, {name: np.array(values, dtype=np.int32) for name, values in inputs.items()})
    if not all(np.isfinite(values).all() for values in said):
        raise RuntimeError(f"{path}: the exported model gives numbers that are none")
