"""Keys under which tellings find those that may be of one happening, in blocks that do not grow with a case."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

from dragoman.casebook.pairing import REMEMBERED_DAYS
from dragoman.casebook.story import LONG_STORY_DAYS, STORY_DAYS
from dragoman.casebook.tables import load_tables
from dragoman.casebook.tellings import Telling

_SLOT_DAYS = 32  # of a slot of time; tellings that can be of one happening share a slot, or one could be of any time
_LATE_DAYS = 11  # around what is told or dated in which it is sought; a little more than pairing.py allows
_LONG_DAYS = 400  # a longer window is of any time
_ANY_TIME, _ALL_TIMES = "any time", "all times"
_MOST_PARTIES = 6  # of one telling that are looked up; longer lists are summits, found by any of them
Key = tuple[str, ...]


class Keys(NamedTuple):
    """The keys under which a telling looks for others, and those under which it is found by them."""

    sought: set[Key]
    found: set[Key]


def keys_of(telling: Telling) -> Keys:
    """Sought are those of its times and those of any time; found is what is of any time by all."""
    slots, keys, vague = _slots(telling), _party_keys(telling), _vague_keys(telling)
    sought = (*slots, _ANY_TIME) if slots else (_ALL_TIMES,)
    found = (*(slots or (_ANY_TIME,)), _ALL_TIMES)
    return Keys(*({*vague, *((*key, time) for key in keys for time in times)} for times in (sought, found)))


def _slots(telling: Telling) -> list[str]:
    """The slots of time in which others may tell the same happening, as its date or around their publication.

    None for a telling of any time: neither dated nor published, without a year, or of years.
    """
    window, told = telling.window, telling.published
    days: list[tuple[int, int]] = []
    if window.known and not window.annual and window.days <= _LONG_DAYS:
        days.append((window.start - _LATE_DAYS, window.end + _LATE_DAYS))
    elif window.known or told is None:
        return []
    if told is not None and (not window.known or telling.statuses == ("ongoing",)):
        days.append((told - (REMEMBERED_DAYS if _for_good(telling) else _LATE_DAYS), told + _LATE_DAYS))
    return sorted({str(slot) for first, last in days for slot in range(first // _SLOT_DAYS, last // _SLOT_DAYS + 1)})


def _for_good(telling: Telling) -> bool:
    """Whether it is what befalls somebody with a name but once in years."""
    return bool(telling.recipients & telling.persons) and not telling.modes.isdisjoint(load_tables().for_good)


def _party_keys(telling: Telling) -> set[Key]:
    """Blocking keys: pairs of parties, by every identity; tellings that can be one event share one."""
    actors = sorted(telling.actors)[:_MOST_PARTIES]
    recipients = sorted(telling.recipients)[:_MOST_PARTIES]
    pairs: set[Key] = set()
    if telling.reciprocal:
        for one, other in combinations(sorted(telling.parties)[:_MOST_PARTIES], 2):
            for x in telling.identities[one]:
                pairs.update((min(x, y), max(x, y)) for y in telling.identities[other])
    else:
        pairs.update(
            (x, ">", y) for one in actors for other in recipients
            for x in telling.identities[one] for y in telling.identities[other]
        )  # fmt: skip
    # Found by tellings that leave a side out ("the minister was kidnapped"); only they look it up and are looked up.
    tables = load_tables()
    once = not telling.ways.isdisjoint(tables.once)
    if telling.reciprocal:
        pairs.update((one, ">") for one in sorted(telling.parties)[:_MOST_PARTIES])
    elif not recipients or telling.type in tables.physical:
        pairs.update((one, ">") for one in actors)
    if not actors or once or telling.type in tables.physical:
        pairs.update((">", other) for other in recipients)
    return {(family, *pair) for family in _families(telling) for pair in pairs}


def _families(telling: Telling) -> tuple[str, ...]:
    families = load_tables().families
    if telling.type == "AGREE" and telling.statuses == ("future",):
        return (*families.get(telling.type, (telling.type,)), *families["CONSULT"])
    return families.get(telling.type, (telling.type,))


def _vague_keys(telling: Telling) -> set[Key]:
    """Keys of a telling by the sorts of people its parties are, for the weeks in which others may tell the same.

    What is told of one day is told again by that. Of the news of a report also by each actor and place of its story.
    """
    if not telling.vague or telling.published is None:
        return set()
    weeks = {str((telling.published + day) // STORY_DAYS) for day in range(0, LONG_STORY_DAYS + 1, STORY_DAYS)}
    if telling.window.days == 1:
        weeks.add(f"on {telling.window.start}")  # for what is told again by its date, weeks later too
    news = {(telling.type, "news", str(own), week) for own in telling.known if telling.chief for week in weeks}
    sides = []
    for side in (telling.actors, telling.recipients):
        sorts = {
            sort
            for party in sorted(side)[:_MOST_PARTIES]
            if party in telling.vague
            for sort in telling.vague[party].sorts
        }
        named = {own for party in sorted(side)[:_MOST_PARTIES] for own in telling.identities[party]}
        sides.append({*named, *(f"~{sort}" for sort in sorts), "~"})
    pairs = {(x, ">", y, week) for x in sides[0] for y in sides[1] for week in weeks if x != y}
    return news | _counted_keys(telling) | {(family, *pair) for family in _families(telling) for pair in pairs}


def _counted_keys(telling: Telling) -> set[Key]:
    """Keys by the day and by how many people it befell, who may be called otherwise: "nine tourists", "the nine"."""
    if telling.window.days != 1:
        return set()
    numbers = {n for party in telling.recipients if party in telling.vague for n in telling.vague[party].numbers}
    day = f"on {telling.window.start}"
    return {(family, "counted", f"{n:g}", day) for n in numbers if n > 1 for family in _families(telling)}
