"""When two reports tell one story: they come out within days and know the same named actors and places."""

from __future__ import annotations

from collections import Counter

from dragoman.record import ReportRecord

STORY_DAYS = 7  # between reports of one story
LONG_STORY_DAYS = 14  # likewise where they have more in common than that
RUNNING_STORY_DAYS = 30  # likewise where they have much in common
STORY_KNOWN = 2  # named actors and places that two reports of one story have in common
MOST_ACTORS = 12  # named actors of a report that tell its story, those it calls by most names
_MOST_PLACES = 6


def tells_one_story(apart: int, known: int) -> bool:
    """Whether reports so many days apart that have so many named actors and places in common tell one story."""
    if apart <= STORY_DAYS:
        return known >= STORY_KNOWN
    return known > STORY_KNOWN if apart <= LONG_STORY_DAYS else known > STORY_KNOWN + 1 and apart <= RUNNING_STORY_DAYS


def known_places(record: ReportRecord) -> tuple[int, ...]:
    """The places a report tells of most, countries aside, by GeoNames id."""
    told = Counter(place.geonames for place in record.places if place.geonames is not None and place.role == "literal")
    return tuple(sorted(told, key=lambda own: (-told[own], own))[:_MOST_PLACES])
