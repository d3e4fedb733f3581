"""The options of the recipe's command line."""

import argparse
import shutil
from collections.abc import Iterable
from pathlib import Path

from dragoman.language.component import WEIGHTS
from training.encoder import pretrained_folder
from training.recipe import Recipe


def add_options(options: argparse.ArgumentParser, *, out: str, version: str) -> None:
    """Adds them, with the output folder and version that are written if none is named."""
    options.add_argument("--corpora", type=Path, default=Path("../shared/corpora"), help="folder of the corpora")
    options.add_argument("--out", type=Path, default=Path(out), help="where products and checkpoints go")
    options.add_argument("--device", default="cpu", choices=("cpu", "cuda"))
    options.add_argument("--jobs", type=int, default=1, help="processes that encode and train at a time")
    options.add_argument("--version", default=version, help="version to write into the model")
    options.add_argument("--install", action="store_true", help="copy the products into the package")


def recipe_for(arguments: argparse.Namespace) -> Recipe:
    """Returns the recipe of these options, from the installed pretrained weights."""
    folder = pretrained_folder()
    return Recipe(
        out=arguments.out,
        tokenizer=folder / "tokenizer.json",
        pretrained=folder,
        device=arguments.device,
        jobs=arguments.jobs,
        version=arguments.version,
    )


def install(out: Path, products: Iterable[str]) -> None:
    """Copies the products into the package."""
    for name in products:
        shutil.copyfile(out / name, WEIGHTS / name)
