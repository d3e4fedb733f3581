"""One pipeline for all tests of the language layer: it takes about a second to load."""

import pytest
from spacy.language import Language

import dragoman.language


@pytest.fixture(scope="session")
def nlp() -> Language:
    return dragoman.language.load(threads=1)
