"""Tagged sentences: what a line says, and that every line of the project's own can be read."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from dragoman.ontology.plover import load_plover
from evals.wording import SENTENCES, places, read_line, run


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


def test_figures_of_a_few_sentences() -> None:
    figures = run(argparse.Namespace(every=400, errors=False))
    assert figures["tags"] > 20
    assert 0 < figures["read"] <= figures["precision"] <= 1
