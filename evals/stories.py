"""Short stories of our own, annotated like the seeds before any program had read them.

``evals/stories/worked`` holds those whose errors have been looked at and mended, ``evals/stories/unseen`` those whose
errors nobody has looked at: what is told of them is how the reader does on text that it was not made for. A story moves
from one to the other when somebody lists its errors (``--set worked`` and ``--errors``); new ones are written then.

Figures, over all stories of a set: must_found of must_all; precision over all events coded; voice and factuality over
the items found; lowest_recall: of the worst story. ``--errors`` lists what is wrong, for worked stories alone.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evals.gold import load_story
from evals.story import listing, read_story, score_story

STORIES = Path(__file__).with_name("stories")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The set, and one story of it."""
    parser.add_argument("--set", default="unseen", choices=("unseen", "worked"), help="which stories (default: unseen)")
    parser.add_argument("--story", help="only this one")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of a set."""
    from dragoman import Reader

    reader = Reader()
    folder = STORIES / arguments.set
    names = [arguments.story] if arguments.story else sorted(path.stem for path in folder.glob("*.yaml"))
    scores = {}
    for name in names:
        story = load_story(name, folder)
        scores[name] = score = score_story(story, read_story(story, reader))
        one = score.figures()
        print(
            f"{name:14} must {score.must.right}/{score.must.scored} {score.must.share:.3f}  coded {score.coded}"
            f"  precision {one['precision']:.3f}  voice {one['voice']:.3f}  factuality {one['factuality']:.3f}"
        )
        if arguments.errors and arguments.set == "worked":
            print("\n".join(listing(score)))
    found, wanted = (sum(getattr(score.must, part) for score in scores.values()) for part in ("right", "scored"))
    coded = sum(score.coded for score in scores.values())
    right = sum(score.right + score.again for score in scores.values())
    voices, facts = ([getattr(score, part) for score in scores.values()] for part in ("voice", "factuality"))
    return {
        "stories": len(scores),
        "must_found": found,
        "must_all": wanted,
        "must_recall": found / wanted,
        "lowest_recall": min(score.must.share for score in scores.values()),
        "coded": coded,
        "precision": right / coded,
        "voice": sum(one.right for one in voices) / sum(one.scored for one in voices),
        "factuality": sum(one.right for one in facts) / sum(one.scored for one in facts),
    }
