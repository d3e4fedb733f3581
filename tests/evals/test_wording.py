"""Tagged sentences: what a line says, and that every line of the project's own can be read."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from dragoman.ontology.plover import load_plover
from evals.wording import run
from training.tagged import SENTENCES, is_held_back, places, read_line


def test_a_line_is_its_sentence_and_its_tags() -> None:
    text, tags = read_line("Rebels {ASSAULT:overran|Rebels>town} the town, and {REJECT/ACCUSE:spurned|->-} talks.")
    assert text == "Rebels overran the town, and spurned talks."
    assert [text[slice(*tag.span)] for tag in tags] == ["overran", "spurned"]
    assert tags[0].parties == (("Rebels",), ("town",))
    assert tags[1].types == ("REJECT", "ACCUSE")
    assert tags[1].parties == ((), ())


def test_a_number_says_which_of_several_words_is_meant() -> None:
    assert list(places("men#2", "men fought men")) == [(11, 14)]


@pytest.mark.parametrize("path", sorted(SENTENCES.glob("*.txt")), ids=lambda path: path.stem)
def test_every_tag_is_sound(path: Path) -> None:
    known = load_plover().types
    for line in path.read_text("utf-8").splitlines():
        text, tags = read_line(line)
        assert "{" not in text, line
        for tag in tags:
            assert all(name in known for name in tag.types), line
            for word in (one for side in tag.parties or () for one in side):
                assert list(places(word, text)), (word, line)


def test_the_same_twelfth_is_held_back_everywhere() -> None:
    lines = [f"Chad {{CONSULT:met|Chad>-}} envoy {number}." for number in range(1200)]
    assert 60 < sum(map(is_held_back, lines)) < 140
    assert [*map(is_held_back, lines)] == [*map(is_held_back, lines)]


@pytest.mark.parametrize("kind", ["wordings", "prose"])
def test_figures_of_a_few_sentences(kind: str) -> None:
    figures = run(argparse.Namespace(kind=kind, every=30, errors=False))
    assert figures["tags"] > 15
    assert 0 < figures["read"] <= figures["precision"] <= 1
