"""One known actor: its names, and what it was from when to when."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from dragoman.record import Kind

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
_OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""Sectors of which who no longer holds the post is a former member: ELI."""


@dataclass(frozen=True, slots=True)
class Post:
    """What an actor was from ``start`` to ``end`` (both inclusive; None is open).

    ``country`` is ISO alpha-3, None for international actors; ``sectors`` are PLOVER's; ``kind`` None: the actor's own.
    """

    country: str | None
    sectors: tuple[str, ...] = ()
    start: date | None = None
    end: date | None = None
    kind: Kind | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """One actor, equal to itself alone.

    ``names`` are all its names, the fullest first; ``kind`` is None where the source does not tell it.
    """

    names: tuple[str, ...]
    kind: Kind | None
    posts: tuple[Post, ...]
    identifiers: Mapping[str, str] = field(default_factory=dict)

    def post(self, day: date | None) -> Post:
        """What it was on a day.

        Between and after its posts: the last one before, its offices those of a former official. Before all: the
        first, without sectors. Without a day: the first country, and the sectors of all posts, a body's present first.
        """
        if day is None:
            # What a body is to this day says most of it: a ruling party that was banned once.
            posts = self.posts if self.kind == "person" else sorted(self.posts, key=lambda post: post.end is not None)
            sectors = dict.fromkeys(code for post in posts for code in post.sectors)
            return Post(self.posts[0].country, tuple(sectors), kind=self.kind)
        for post in self.posts:
            if post.holds(day):
                return post
        past = [post for post in self.posts if post.end is not None and post.end < day]
        if not past:
            return Post(self.posts[0].country)
        last = max(past, key=lambda post: post.end or day)
        if self.kind == "person" and _OFFICES & set(last.sectors):
            return Post(last.country, ("ELI",))
        return Post(last.country, last.sectors)

    def in_post(self, day: date) -> bool:
        """Whether one of its posts holds on a day."""
        return any(post.holds(day) for post in self.posts)


def day_of(text: str, *, last: bool = False) -> date | None:
    """A day from "1999", "1999-05" or "1999-05-02"; the last of the year or month if ``last``; None for "".

    Raises:
        ValueError: the text is no such date.
    """
    if not text:
        return None
    found = _DAY.match(text)
    if found is None:
        raise ValueError(f"{text!r} is no date; write 1999, 1999-05 or 1999-05-02")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    if day:
        return date(year, month, day)
    if not last:
        return date(year, month or 1, 1)
    following = date(year + 1, 1, 1) if not month or month == 12 else date(year, month + 1, 1)
    return following - timedelta(days=1)
