"""What the tests share: one reader for the whole session, since loading the model takes a second; and how they vary."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import settings

from dragoman.ingest import read_text
from dragoman.reading.reader import Reader
from dragoman.reading.tree import Tree

# How long one example takes says how busy the machine is.
settings.register_profile("dragoman", deadline=None)
settings.load_profile("dragoman")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the packaged model and lexicon."""
    return Reader(threads=1)


@pytest.fixture(scope="session")
def read_tree(reader: Reader) -> Callable[[str], Tree]:
    """Text → its words with their tree."""
    return lambda text: reader.analyse(read_text(text))
