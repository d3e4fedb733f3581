"""How much speaks for two tellings of two reports being of one happening, and what rules it out."""

from __future__ import annotations

from dragoman.casebook.company import kindred
from dragoman.casebook.spots import in_wide_land, places_agree
from dragoman.casebook.story import STORY_DAYS
from dragoman.casebook.tables import load_tables
from dragoman.casebook.tellings import (
    ALIKE,
    BOTH,
    EXACT,
    NEWS_DAYS,
    SIDE,
    Telling,
    as_many,
    befell_for_good,
    chief_blow,
    happens_once,
    likeness,
    matched,
    modes_clash,
    of_one_story,
    parties_match,
    same_blow,
    same_word,
    statuses_agree,
    vaguely_same,
)  # fmt: skip
from dragoman.casebook.windows import Window, overlap

# Evidence beside matching parties. They move together: parties alone (BOTH = 1.6) are never enough.
ENOUGH = 2.0
_SAME_DAY, SAME_TIME, _TOLD_TOGETHER, _SAME_PLACE, _OTHER_MODES, _SAME_WORDS = 1.0, 0.75, 0.4, 0.5, -0.25, 0.5
_ONCE = 0.5  # for what befalls one but once
_ONE_WORD = 0.4  # for the same word, or one of its family, in reports of one story: less than like sentences
_NEWS = 0.5  # for the news that both reports begin with
_AS_MANY = 0.5  # for as many people without names
_GOES_ON = 0.5  # for what both tell as lasting, in reports of one story
_SEIZED_OR_HELD = -0.5  # for the one telling what befell, the other what goes on since
_LONG_DAYS = 40  # a window longer than this places nothing
_FAR_DAYS = 21  # undated tellings of reports further apart are not joined
_LATE_DAYS = 10  # days after a dated happening in which an undated telling still means it
REMEMBERED_DAYS = 120  # likewise of what befalls a person but once: "X, who was convicted of fraud"
_APART_DAYS = 2  # between the dates that two reports give one happening, one of them being wrong
_SOMEWHAT_ALIKE = 0.15  # the same for deeds that one word tells in one story
_OFTEN = ("ASSAULT", "PROTEST")  # deeds that fall more than once on as many days
_VERY_ALIKE = 0.4  # the same for deeds, told with neither time nor place
_Evidence = tuple[float, list[str]]


def score(a: Telling, b: Telling) -> _Evidence | None:
    """Evidence that two tellings of two reports are one event, with its weight; None if something rules it out."""
    if not (kindred(a.type, b.type) or _meeting_to_come(a, b)) or not statuses_agree(a, b) or modes_clash(a, b):
        return None
    place = places_agree(a.place, b.place)
    if place == "two" and a.type in load_tables().physical:
        return None
    once = happens_once(a, b)
    time = time_evidence(a, b, once=once)
    if time is None:
        return None
    weight, reasons = time
    alike = likeness(a.words, b.words) >= ALIKE or not a.counted.isdisjoint(b.counted)
    goes_on = a.lasting and b.lasting and of_one_story(a, b)
    news = chief_blow(a, b)
    counted = as_many(a, b)
    placed = weight >= SAME_TIME or place == "same" or once or goes_on or news or (counted and of_one_story(a, b))
    parties = parties_fit(a, b, alike=alike, placed=placed)
    if not parties:
        return (0.0, []) if _may_be_of_one(a, b) else None
    reasons = [f"told of the same parties, both {a.type}" if a.type == b.type else f"{a.type} and {b.type}", *reasons]
    if place == "same" and a.place is not None:
        weight += _SAME_PLACE
        reasons.append(f"both in {a.place.name}")
    if once:
        weight += _ONCE
        reasons.append("what befalls one but once")
    if news:
        weight += _NEWS
        reasons.append("the first blow that reports of one story tell of")
    if counted and (parties < BOTH or a.recipients <= a.groups):
        weight += _AS_MANY
        reasons.append("as many at the receiving end")
    if goes_on:
        weight += _GOES_ON
        reasons.append("going on while the story is told")
    if a.type in load_tables().physical and not weight and likeness(a.words, b.words) < _VERY_ALIKE:
        return 0.0, reasons  # blows fall more than once between the same two
    if alike:
        weight += _SAME_WORDS
        reasons.append("told in like words")
    elif of_one_story(a, b) and same_word(a, b):
        weight += _ONE_WORD
        reasons.append("told by the same word in one story")
    if not weight:
        return 0.0, reasons
    if a.ways and b.ways and a.ways.isdisjoint(b.ways):
        weight += _OTHER_MODES
    if a.lasting != b.lasting and not (a.ways & b.ways).isdisjoint(load_tables().once):
        weight += _SEIZED_OR_HELD
    return min(parties, 3.0) + weight, reasons


def _meeting_to_come(a: Telling, b: Telling) -> bool:
    """Whether one tells that people will meet, which PLOVER takes for an agreement, and the other of their meeting."""
    return {a.type, b.type} == {"AGREE", "CONSULT"} and (a if a.type == "AGREE" else b).statuses == ("future",)


def time_evidence(a: Telling, b: Telling, *, once: bool = False) -> _Evidence | None:
    """Weight of two tellings' times; None if they are disjoint or told too far apart.

    Args:
        a: one telling.
        b: the other.
        once: whether it is something that befalls one but once: then dates a day or two apart are a contradiction of
            two accounts, not two happenings.
    """
    time = overlap(a.window, b.window)
    if a.statuses == b.statuses == ("ongoing",) and a.published is not None and b.published is not None:
        # What goes on while a report is written goes on whatever day its words are about.
        apart = abs(a.published - b.published)
        if time not in ("equal", "overlap") and (apart <= STORY_DAYS or of_one_story(a, b)):
            return (_TOLD_TOGETHER, ["told within days of each other"]) if apart <= NEWS_DAYS else (0.0, [])
    if time == "disjoint":
        told = once and a.statuses == ("asserted",)
        return (0.0, ["on days that differ"]) if told and _days_between(a.window, b.window) <= _APART_DAYS else None
    if time in ("equal", "overlap") and max(a.window.days, b.window.days) <= _LONG_DAYS:
        same = time == "equal" and a.window.days == 1
        return (_SAME_DAY, ["on the same day"]) if same else (SAME_TIME, ["at times that agree"])
    if a.window.known != b.window.known:
        dated, undated = (a, b) if a.window.known else (b, a)
        late = REMEMBERED_DAYS if once and befell_for_good(a, b) else _LATE_DAYS
        return _against_publication(dated.window, undated.published, late)
    if a.published is None or b.published is None:
        return 0.0, []
    apart = abs(a.published - b.published)
    if apart > _FAR_DAYS and time == "unknown":
        return None
    return (_TOLD_TOGETHER, ["told within days of each other"]) if apart <= NEWS_DAYS else (0.0, [])


def _days_between(a: Window, b: Window) -> int:
    """Days from the end of the earlier window to the start of the later; many where they cannot be counted."""
    if not (a.known and b.known) or a.annual or b.annual:
        return _LONG_DAYS
    return max(a.start, b.start) - min(a.end, b.end)


def parties_fit(a: Telling, b: Telling, *, alike: bool, placed: bool) -> float:
    """How well the parties of two tellings fit, a side left out or without a name allowed; 0 if they do not.

    Args:
        a: one telling.
        b: the other.
        alike: whether they are told in like words.
        placed: whether their time, place or kind says that they are one.
    """
    return (
        parties_match(a, b)
        or _thin_match(a, b, alike=alike, placed=placed)
        or _vague_match(a, b, alike=alike, placed=placed)
    )


def _thin_match(a: Telling, b: Telling, *, alike: bool, placed: bool) -> float:
    """Parties of tellings one of which leaves a side out: the other side must match to the letter, and more must."""
    if a.reciprocal and b.reciprocal and 1 in (len(a.parties), len(b.parties)):
        met = matched(a, a.parties, b, b.parties)  # "A telephoned B" may be "B spoke by telephone"
        return met + SIDE if met >= EXACT and (alike or (placed and of_one_story(a, b))) else 0.0
    doing = matched(a, a.actors, b, b.actors)
    receiving = matched(a, a.recipients, b, b.recipients)
    silent_actor = not a.actors or not b.actors
    silent_recipient = not a.recipients or not b.recipients
    if silent_actor and receiving >= EXACT and (placed or alike):
        return receiving + SIDE
    taken = doing >= EXACT and (_on_inhabitants(a) or _on_inhabitants(b))
    if taken and _there_and_then(a, b):
        return doing + SIDE  # a town taken from its state in one telling
    if silent_recipient and doing >= EXACT and (alike or _bare_deed(a, b)):
        return doing + SIDE
    return 0.0


def _bare_deed(a: Telling, b: Telling) -> bool:
    """Whether both tell in one word, in one story, what their doer did to nobody: "closed the border"."""
    bare = not a.recipients and not b.recipients and a.type == b.type and a.type not in _OFTEN
    return bare and likeness(a.words, b.words) >= _SOMEWHAT_ALIKE and of_one_story(a, b) and same_word(a, b)


def _may_be_of_one(a: Telling, b: Telling) -> bool:
    """Whether the parties of two tellings, too few or too vague to tell that they are one, do not rule it out."""
    if a.reciprocal or b.reciprocal:
        return False
    return all(
        matched(a, ours, b, theirs) or _fits(a, ours, b, theirs)
        for ours, theirs in ((a.actors, b.actors), (a.recipients, b.recipients))
    )


def _on_inhabitants(telling: Telling) -> bool:
    """Whether a deed is said to befall no more than a place, and so whoever lives there."""
    return bool(telling.recipients) and all(
        party in telling.vague and telling.vague[party].inhabitants for party in telling.recipients
    )


def _there_and_then(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of the same place and of days that overlap."""
    return places_agree(a.place, b.place) == "same" and overlap(a.window, b.window) in ("equal", "overlap")


def _vague_match(a: Telling, b: Telling, *, alike: bool, placed: bool) -> float:
    """Parties that at least one telling leaves without a name: "gunmen" for one report are "the hijackers" for another.

    If one side is the same to the letter, like words, a place or a day must tell the same of the other; if neither is,
    both must be told in reports of one story, in the same way.
    """
    if not (alike or placed) or (a.ways and b.ways and a.ways.isdisjoint(b.ways)):
        return 0.0
    then = a.window == b.window and a.window.days == 1 and of_one_story(a, b) and in_wide_land(a.place, b.place)
    if a.type in load_tables().physical and places_agree(a.place, b.place) == "within" and not then:
        return 0.0  # gunmen in two towns of a country are two lots of gunmen
    if a.reciprocal and b.reciprocal:
        shared = matched(a, a.parties, b, b.parties)
        rest = a.parties - b.parties, b.parties - a.parties
        return shared + SIDE if shared >= EXACT and vaguely_same(a, rest[0], b, rest[1]) else 0.0
    sides = [
        (matched(a, a.actors, b, b.actors), _fits(a, a.actors, b, b.actors)),
        (matched(a, a.recipients, b, b.recipients), _fits(a, a.recipients, b, b.recipients)),
    ]
    if any(not (match or fits) for match, fits in sides):
        return 0.0
    best = max(match for match, _ in sides)
    if best >= EXACT:
        return best + SIDE
    if a.type in load_tables().one_way and _sides_changed(a, b):
        return 0.0
    told_so = not (a.ways ^ b.ways) or chief_blow(a, b) or as_many(a, b)
    known = of_one_story(a, b) or (alike and as_many(a, b) and overlap(a.window, b.window) == "equal")
    return 2 * SIDE if known and told_so else 0.0


def _sides_changed(a: Telling, b: Telling) -> bool:
    """Whether who does the deed in one telling may be whom it befalls in the other: pirates who kill and are caught.

    If it befalls the same in both as well, only losses of both sides are told.
    """
    if vaguely_same(a, a.recipients, b, b.recipients):
        return False
    return vaguely_same(a, a.actors, b, b.recipients) or vaguely_same(a, a.recipients, b, b.actors)


def _fits(a: Telling, ours: frozenset[str], b: Telling, theirs: frozenset[str]) -> bool:
    """Whether a side is left out by one telling, or may be the same people without a name."""
    return not (ours and theirs) or vaguely_same(a, ours, b, theirs, toll=same_blow(a, b) or chief_blow(a, b))


def _against_publication(window: Window, published: int | None, late: int) -> _Evidence | None:
    """A dated happening against an undated telling: it should come out soon after, at most so many days."""
    if published is None:
        return 0.0, []
    told = Window(published - late, published)
    if overlap(window, told) == "disjoint":
        return None if window.days <= _LONG_DAYS else (0.0, [])
    return (_TOLD_TOGETHER, ["told soon after"]) if window.days <= _LONG_DAYS else (0.0, [])
