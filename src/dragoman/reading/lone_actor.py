"""The actor of a phrase that stands alone: "an American destroyer", "retired vice president", "police in Nairobi"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.ingest.report import Report
from dragoman.reading.between import passage
from dragoman.reading.draft import Actor, Cast, Mention
from dragoman.reading.tree import Tree

_BEFORE, _AFTER = "On Monday, ", " met them."
"""A sentence that leaves nothing to tell but its subject: a phrase alone is parsed worse than one in a sentence."""


def sentence_about(phrase: str, published: date | None) -> tuple[Report, int]:
    """A report of one sentence with a phrase as its subject, and where in it the phrase begins."""
    return replace(passage(f"{_BEFORE}{phrase}{_AFTER}"), published=published), len(_BEFORE)


def actor_of_phrase(tree: Tree, cast: Cast, start: int, end: int) -> Actor | None:
    """The actor that the words in code points ``[start, end)`` are about: whom the topmost mention of them names."""
    inside: list[Mention] = []
    for mention in cast.mentions:
        first, last = tree.span(*mention.span)
        if mention.actor is not None and start <= first and last <= end:
            inside.append(mention)
    if not inside:
        return None
    top = min(inside, key=lambda mention: (_depth(tree, mention.head), mention.span[0] - mention.span[1]))
    return cast.actors[top.actor] if top.actor is not None else None


def _depth(tree: Tree, word: int) -> int:
    """How many words govern a word, one above the other."""
    depth, above = 0, tree.words[word].head
    while above is not None and depth < len(tree.words):
        depth, above = depth + 1, above.head
    return depth
