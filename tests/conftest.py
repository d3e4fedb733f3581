"""Fixtures shared by the tests: one reader for the whole session, since loading the model takes a second."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.ingest import read_text
from dragoman.reading.reader import Reader
from dragoman.reading.tree import Tree


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with the packaged model and lexicon."""
    return Reader(threads=1)


@pytest.fixture(scope="session")
def read_tree(reader: Reader) -> Callable[[str], Tree]:
    """Text → its words with their tree."""
    return lambda text: reader.analyse(read_text(text))
