"""Text to spaCy Doc: sentences, words, trees, names and mention types, from one small model shipped with the package.

    import dragoman.language
    nlp = dragoman.language.load()
    doc = nlp("Haftar met Egyptian officials in Cairo.")

The same component works in any spaCy pipeline: `spacy.blank("en").add_pipe("dragoman_language")`.
"""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["load", "model_version"]

_WEIGHTS = Path(__file__).parent / "weights"


def load(threads: int | None = None) -> "Language":
    """Returns a new spaCy pipeline with the language model; it takes about a second, so keep it.

    Args:
        threads: processor threads for the model, or None for every core. Two processes with one thread each read
            faster than one process with two.
    """
    # Here, so that importing dragoman stays light.
    import dragoman.language.component  # noqa: F401  registers the factory
    from dragoman.language.english import NewsEnglish

    pipeline = NewsEnglish()
    pipeline.add_pipe("dragoman_language", config={"threads": threads})
    return pipeline


@cache
def model_version() -> str:
    """Returns the version of the shipped model and the first 12 digits of its file's SHA-256, as in `1.0+ab12…`."""
    import hashlib

    from dragoman.language.labels import load_labels

    digest = hashlib.sha256((_WEIGHTS / "model.onnx").read_bytes()).hexdigest()
    return f"{load_labels(_WEIGHTS / 'labels.json').version}+{digest[:12]}"
