"""The stories of our own: their gold is sound, and the figures over a set are those of its stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.__main__ import parse
from evals.gold import load_story
from evals.matching import locate
from evals.stories import STORIES

GOLD = sorted(STORIES.glob("*/*.yaml"))


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_gold_is_sound(path: Path) -> None:
    story = load_story(path.stem, path.parent)
    for report in story.reports:
        assert any(event.must for event in report.events)
        for event in report.events:
            locate(report.text, event.quote)
            assert all(voice in story.actors for chain in event.voices for voice in chain), event.id


def test_no_story_is_in_two_sets() -> None:
    names = [path.stem for path in GOLD]
    assert len(names) == len(set(names))


def test_figures_of_one_story(capsys: pytest.CaptureFixture[str]) -> None:
    module, arguments = parse(["stories", "--set", "worked", "--story", "talks", "--errors"])
    figures = module.run(arguments)
    listed = capsys.readouterr().out
    assert figures["stories"] == 1
    assert figures["must_found"] == round(figures["must_recall"] * figures["must_all"])
    assert f"must items missed: {figures['must_all'] - figures['must_found']:.0f}" in listed


def test_errors_of_unseen_stories_are_not_listed(capsys: pytest.CaptureFixture[str]) -> None:
    module, arguments = parse(["stories", "--story", "niger", "--errors"])
    module.run(arguments)
    assert "must items missed" not in capsys.readouterr().out
