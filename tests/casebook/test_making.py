"""Digests are made again whenever anything that they follow from has changed."""

import ast
from pathlib import Path

import dragoman.casebook
from dragoman.casebook.making import DIGESTING, made_with

FOLDER = Path(dragoman.casebook.__file__).parent


def imported(module):
    """The modules of the casebook that one imports, and those that these import."""
    found, waiting = {module}, [module]
    while waiting:
        tree = ast.parse((FOLDER / f"{waiting.pop()}.py").read_text("utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        new = {name.removeprefix("dragoman.casebook.") for name in names if name.startswith("dragoman.casebook.")}
        waiting += new - found
        found |= new
    return found


def test_all_that_digests_follow_from_is_named():
    assert set(DIGESTING) == imported("digest")


def test_a_case_follows_from_more_than_its_digests():
    assert made_with("digest") != made_with("case")
