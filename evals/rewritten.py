"""The seed story retold with other names, countries and outlets: what is found must not hang on who it is about.

Figures: must items found and precision for each rewrite, the least of each, and how many rewrites fall below the
least must items allowed (``failures``).
"""

from __future__ import annotations

import argparse

from evals.gold import load_document
from evals.rewriting import load_rewrites
from evals.story import listing, read_story, score_story

LEAST_MUST = 17
STORY = "seeds"


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of every rewrite."""
    from dragoman import Reader

    document, texts = load_document(STORY, arguments.gold)
    reader = Reader()
    figures: dict[str, float] = {}
    found, precision, voice, merged = [], [], [], 0
    for rewrite in load_rewrites(STORY):
        story = rewrite.story_of(document, texts)
        score = score_story(story, read_story(story, reader))
        figures[f"{rewrite.name}_must_found"] = score.must.right
        figures[f"{rewrite.name}_precision"] = score.figures()["precision"]
        found.append(score.must.right)
        precision.append(score.figures()["precision"])
        voice.append(score.voice.share)
        merged += len(score.merged)
        if arguments.errors:
            print(f"== {rewrite.name}: {score.must.right} of {score.must.scored}")
            print("\n".join(listing(score)))
    return {
        **figures,
        "least_must_found": min(found),
        "least_precision": min(precision),
        "least_voice": min(voice),
        "wrongly_merged": merged,
        "failures": sum(count < LEAST_MUST for count in found),
    }
