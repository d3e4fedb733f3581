"""What a request is for by its own words: help, talks, an end to a raid, another policy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from dragoman.reading.clauses import undergoer
from dragoman.reading.obliques import noun_obliques, obliques
from dragoman.reading.tree import Word, case, child, children, has_to

# What is turned down where it asks for something itself: "rejected *a call* for elections".
_CALLS = frozenset({"appeal", "call", "demand", "invitation", "offer", "plea", "proposal", "request"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """The tables of ``wanted.toml``: word → mode, but for ``moving``."""

    doing: Mapping[str, str]
    giving: Mapping[str, str]
    ending: frozenset[str]
    ended: frozenset[str]
    moving: Mapping[str, Mapping[str, Any]]


@cache
def load_wanted() -> Wanted:
    """The packaged tables."""
    raw = rtoml.load(Path(__file__).with_name("wanted.toml"))
    return Wanted(
        {verb: mode for mode, verbs in raw["doing"].items() for verb in verbs},
        {noun: mode for mode, nouns in raw["giving"].items() for noun in nouns},
        frozenset(raw["ending"]["verbs"]),
        frozenset(raw["ending"]["yield"]),
        raw["moving"],
    )


def wanted_mode(word: Word) -> str | None:
    """The mode of a request by what it says is to be done, or is wanted; None where its words say nothing of that.

    Args:
        word: the verb or noun of asking.
    """
    for clause in _asked(word):
        if (mode := _done_mode(clause)) is not None:
            return mode
    things = noun_obliques(word, "for") if word.pos == "NOUN" else obliques(word, "for")
    modes = (load_wanted().giving.get(one.lemma) or load_wanted().giving.get(one.lower) for one in things)
    return next(filter(None, modes), None)


def turned_down_mode(verb: Word) -> str | None:
    """The mode of a refusal of what asks for something: "rejected *an invitation to talks*"; None for no such thing."""
    call = undergoer(verb)
    if call is None or call.lemma not in _CALLS:
        return None
    things = (one for one in children(call, "nmod") if case(one) in ("for", "to"))
    return next(filter(None, (load_wanted().giving.get(one.lemma) for one in things)), None)


def _asked(word: Word) -> Iterator[Word]:
    """The clauses that say what is to be done."""
    for clause in children(word, "xcomp", "advcl", "acl"):
        if has_to(clause):
            yield clause
    yield from (clause for clause in children(word, "ccomp") if clause.pos == "VERB")


def _done_mode(clause: Word) -> str | None:
    words, thing = load_wanted(), undergoer(clause)
    for mode, move in words.moving.items():
        if clause.lemma not in move["verbs"]:
            continue
        if thing is not None and thing.lemma in move.get("object", ()):
            return mode
        ways = ((case(one), one) for one in children(clause, "obl"))
        if any(one.lemma in move.get(way, ()) or one.lower in move.get(way, ()) for way, one in ways):
            return mode
    if clause.lemma in words.ending:
        return "yield" if thing is not None and {thing.lemma, thing.lower} & words.ended else None
    if clause.lemma == "send" and child(clause, "obj") is None:
        return None
    return words.doing.get(clause.lemma)
