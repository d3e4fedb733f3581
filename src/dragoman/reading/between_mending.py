"""Who and what stands between two, or behind a border with another, wherever the parser hangs them."""

from __future__ import annotations

from dragoman.reading.clause_mending import PARTIES
from dragoman.reading.tree import Word, ancestors, child, descendants, move

BORDERS = frozenset({"border", "frontier", "boundary"})


def shared_border(neighbour: Word, words: list[Word]) -> None:
    """As in "massed troops along its border with Chad": what follows "border with" is the neighbour there."""
    mark = child(neighbour, "case")
    border = words[mark.i - 1] if mark is not None and mark.lower == "with" and mark.i else None
    if border is None or border.lemma not in BORDERS or neighbour.head is border:
        return
    if not any(governor is neighbour for governor in ancestors(border)):
        move(neighbour, border, "nmod")


def between(noun: Word, words: list[Word]) -> None:
    """As in "between forces from the north and government troops": who is between two is coordinated with the second.

    The parser at times coordinates the second with a place that only says where the first is from.
    """
    marker = child(noun, "case")
    if marker is None or marker.lower != "between" or child(noun, "conj"):
        return
    behind_aside(noun, words)
    inner = child(noun, "nmod") if noun.mention_type in PARTIES else None
    while inner is not None and inner.mention_type == "place":
        second = child(inner, "conj")
        if second is not None and second.mention_type in PARTIES:
            move(second, noun, "conj")
            return
        inner = child(inner, "nmod")


def behind_aside(noun: Word, words: list[Word]) -> None:
    """As in "between the state, led by Ada Bolt, and the rebels": behind an aside stands the second of two."""
    if noun.feats.get("Number") != "Sing":
        return
    inside = [
        inner
        for aside in noun.children
        if aside.relation in ("acl", "appos") and any(word.text == "," for word in words[noun.i + 1 : aside.i])
        for inner in descendants(aside)
        if inner.dep == "conj" and inner.pos in ("NOUN", "PROPN") and child(inner, "nsubj") is None
    ]
    second = max(inside, key=lambda inner: inner.i, default=None)
    joint = child(second, "cc") if second is not None else None
    if second is not None and joint is not None and words[joint.i - 1].text == ",":
        move(second, noun, "conj")


def where_two_meet(place: Word) -> None:
    """As in "talks between the state and the rebels in Rome": what is between two is there, not the second of them."""
    mark, second = child(place, "case"), place.head
    if mark is None or mark.lower not in ("in", "at") or place.mention_type != "place" or second is None:
        return
    first = second.head if second.relation == "conj" else None
    between = child(first, "case") if first is not None else None
    if first is None or first.head is None or between is None or between.lower != "between":
        return
    if first.head.mention_type == "event" and place.pos == "PROPN":
        move(place, first.head, "nmod")
