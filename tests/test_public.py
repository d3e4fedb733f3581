"""The public face: what can be imported, what it costs, and the errors a caller has to know."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import dragoman
from dragoman import errors

HEAVY = ("spacy", "onnxruntime", "numpy", "tokenizers", "pydantic", "typer", "rich", "jinja2")


def test_importing_the_package_pulls_in_nothing_heavy():
    probe = f"import sys, dragoman; print([name for name in {HEAVY!r} if name in sys.modules])"
    answer = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_the_list_of_public_names_is_sorted_and_true():
    assert list(dragoman.__all__) == sorted(dragoman.__all__)
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = dragoman.nonsense


def test_every_error_can_be_caught_as_one():
    raised = [kind for _, kind in inspect.getmembers(errors, inspect.isclass) if issubclass(kind, Exception)]
    assert len(raised) > 1
    assert all(issubclass(kind, errors.DragomanError) for kind in raised)


def test_the_package_is_typed():
    from importlib.resources import files

    assert files("dragoman").joinpath("py.typed").is_file()
