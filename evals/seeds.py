"""An annotated story read with the real reader and held against its gold.

Figures: must_found of must_all; precision over all events coded (precision_strict counts honest re-mentions as wrong);
voice, factuality, time and place over the items found; wrongly_merged pairs of never_one_actor, in a report or in the
case; joins_right of joins_all: gold actors of more than one report that are one actor of the case; same_event_right:
pairs of found items that tell one happening and are one event of the case; apart_right: pairs that do not and are not.
"""

from __future__ import annotations

import argparse

from evals.gold import load_story
from evals.story import listing, read_story, score_story


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The story's name."""
    parser.add_argument("--story", default="seeds", help="the gold file without .yaml (default: seeds)")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of one story."""
    from dragoman import Reader
    from evals.across import score_case

    story = load_story(arguments.story, arguments.gold)
    records = read_story(story, Reader())
    score, case = score_story(story, records), score_case(story, records)
    if arguments.errors:
        print("\n".join([*listing(score), *case.listing()]))
    merged = len(score.merged) + len(case.merged)
    return {**score.figures(), **case.figures(), "wrongly_merged": merged}
