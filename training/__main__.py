"""``python -m training``: makes the language model from the corpora, or checks in a minute that it still could."""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

from training import smoke
from training.corpora import Splits, read_splits
from training.encoder import digest
from training.options import add_options, install, recipe_for
from training.recipe import Recipe, encode, export_model, read_once, train_student, train_teachers
from training.senter import save_senter, train_senter, varied_texts
from training.texts import documents, running_text, sentence_f1, tokenised

PRODUCTS = ("model.onnx", "tokenizer.json", "labels.json", "senter.json")


def main() -> None:
    """Runs the recipe."""
    arguments = parser().parse_args()
    if arguments.smoke:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(smoke.run(Path(folder))))
        return
    out: Path = arguments.out
    if out.exists() and not arguments.resume:
        shutil.rmtree(out)
    out.mkdir(parents=True, exist_ok=True)
    recipe = recipe_for(arguments)
    make(recipe, arguments.corpora)
    print(json.dumps({name: digest(out / name) for name in PRODUCTS}))
    if arguments.install:
        install(out, PRODUCTS)


def parser() -> argparse.ArgumentParser:
    """The command line."""
    options = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    add_options(options, out="training/out", version="1.0")
    options.add_argument("--resume", action="store_true", help="keep what is in --out and go on from there")
    options.add_argument("--smoke", action="store_true", help="a tiny run on a few sentences; needs no corpora")
    return options


def make(recipe: Recipe, corpora: Path) -> None:
    """Runs every stage whose product is not there yet."""
    splits = read_once(recipe, lambda: read_splits(corpora))
    if not recipe.path("encoded.npz").exists():
        encode(recipe, splits)
    if not recipe.path("integer.pt").exists():
        train_teachers(recipe)
        train_student(recipe)
    export_model(recipe)
    if not recipe.path("senter.json").exists():
        make_senter(recipe, splits)


def make_senter(recipe: Recipe, splits: Splits) -> None:
    """Trains the sentence splitter on the treebanks' documents and prints its scores on their development parts."""
    from random import Random

    trees = [sentence for sentence in splits.train if sentence.source in ("ewt", "gum")]
    senter = train_senter(varied_texts(documents(trees), Random(0)))
    save_senter(senter, recipe.path("senter.json"))
    for name in ("ewt", "gum"):
        texts = [tokenised(*running_text(document)) for document in documents(splits.dev[name])]
        print(json.dumps({"stage": "senter", "dev": name, "sentences": round(sentence_f1(senter, texts), 4)}))


if __name__ == "__main__":
    main()
