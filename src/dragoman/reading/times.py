"""When: time expressions, their values, and the predicates they hold for.

:func:`find_times` reads the words, by a grammar that is data (``times.toml``), and the tree only for what the words
leave open: whether "May" is a month, and whether "on Monday" looks back or ahead. :class:`TimeFinder` adds which time
holds for which predicate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from dragoman.reading.draft import Time
from dragoman.reading.time_anchors import anchor_times
from dragoman.reading.time_binding import TimeBinder
from dragoman.reading.time_frames import at_clock, narrow, relate, stretch
from dragoman.reading.time_grammar import Classes, Found, TimeWords, load_time_words
from dragoman.reading.time_meanings import MEANINGS
from dragoman.reading.time_tense import Leaning, leaning
from dragoman.reading.time_values import Capture, Moment, Reading, iso, with_part
from dragoman.reading.tree import Tree, Word


@dataclass(slots=True)
class _Candidate:
    """Words ``[first, last)`` with their reading; ``match`` and ``meaning`` allow to read them again."""

    first: int
    last: int
    reading: Reading
    meaning: str
    found: Found
    moment: Moment


class TimeFinder:
    """The times of one report, and which of them holds for a predicate.

    Args:
        tree: the report's words.
        published: the publication date, None if unknown.

    Attributes:
        times: the time expressions in text order.
    """

    __slots__ = ("_binder", "times")

    def __init__(self, tree: Tree, published: date | None) -> None:
        self.times = find_times(tree, published)
        heads = [span_head(tree, *time.span) for time in self.times]
        self._binder = TimeBinder(self.times, heads, load_time_words().binding)

    def time_of(self, word: Word) -> Time | None:
        """The time that holds for the predicate a word heads, None if the text gives none; see :class:`TimeBinder`."""
        return self._binder.time_of(word)

    def time_on(self, word: Word) -> Time | None:
        """The time that hangs on a word itself, such as "since 2014" on "leader since 2014"; None if none does."""
        return self._binder.time_on(word)


def find_times(tree: Tree, published: date | None) -> list[Time]:
    """The time expressions of a report in text order, without overlap.

    Args:
        tree: the report's words.
        published: the publication date that "Monday" and "last year" count from. None: such expressions keep a value
            with X for what is unknown, and an interval that is open.
    """
    grammar = load_time_words()
    candidates = _cores(tree, grammar, published)
    candidates = _join(tree, grammar, candidates)
    candidates = [candidate for candidate in candidates if not candidate.reading.scale.endswith("?")]
    sentences = [tree.words[candidate.first].sentence for candidate in candidates]
    readings = anchor_times([candidate.reading for candidate in candidates], sentences, published)
    times: list[Time] = []
    for candidate, reading in zip(candidates, readings, strict=True):
        before = tree.words[candidate.first - 1].lower if candidate.first else ""
        relation = grammar.relations.get(before)
        if relation is not None and "/" not in reading.value:
            reading = relate(reading, relation, published)
        times.append(
            Time((candidate.first, candidate.last), reading.type, reading.value, iso(reading.start), iso(reading.end))
        )
    return times


def _cores(tree: Tree, grammar: TimeWords, published: date | None) -> list[_Candidate]:
    """Longest matches from left to right, each with the words around it that narrow it."""
    classes = grammar.classify(tree)
    words = tree.words
    candidates: list[_Candidate] = []
    at = floor = 0
    openings = grammar.root.next
    while at < len(words):
        readings = classes[at]
        if not readings or not any(name in openings for name, _ in readings):
            at += 1
            continue
        candidate = _match(tree, grammar, classes, at, published)
        if candidate is None:
            at += 1
            continue
        _adorn(tree, grammar, candidate, floor, published)
        candidates.append(candidate)
        at = floor = candidate.last
    return candidates


def _match(
    tree: Tree, grammar: TimeWords, classes: list[Classes], at: int, published: date | None
) -> _Candidate | None:
    """The longest pattern at a word that has a meaning there."""
    words = tree.words
    for last, meaning, found in grammar.matches(classes, at):
        if words[at].sentence != words[last - 1].sentence or not _allowed(tree, grammar, at, last, meaning, found):
            continue
        moment = Moment(published, partial(_leaning, tree, grammar, at, last))
        try:
            reading = MEANINGS[meaning](Capture(found), moment)
        except (OverflowError, ValueError):  # a day beyond the calendar: "next week" of 9999-12-31
            continue
        if reading is not None:
            return _Candidate(at, last, reading, meaning, found, moment)
    return None


def _leaning(tree: Tree, grammar: TimeWords, first: int, last: int) -> Leaning:
    return leaning(span_head(tree, first, last), grammar.binding)


def _allowed(tree: Tree, grammar: TimeWords, first: int, last: int, meaning: str, found: Found) -> bool:
    """Whether the words around let the match stand: a bare number as a year, a bare adverb as a set, no age."""
    words = tree.words
    after = words[last].lower if last < len(words) else ""
    if after == "old" or (after == "-" and last + 1 < len(words) and words[last + 1].lower in ("old", "olds")):
        return False
    if meaning == "calendar" and len(found) == 1 and found[0][0] == "year":
        return _is_year(tree, grammar, words[first])
    if meaning == "years":
        return _is_year(tree, grammar, words[first]) or _is_year(tree, grammar, words[last - 1])
    if meaning in ("ago", "duration") and first and words[first - 1].lower == "half":
        return False
    if meaning == "set" and found[0][0] == "adverb_set":
        return words[first].pos in ("ADV", "ADJ")
    if found[0][0] == "reference":
        return _is_reference(words[first], after)
    if meaning == "duration" and len(found) == 1:
        return _is_bare_duration(grammar, words, first, last)
    if meaning == "narrated_day":
        if found[-1][0] == "daypart" and (not first or words[first - 1].lower not in ("in", "during")):
            return False
        return not any(child.relation in ("acl", "nmod", "amod") for child in words[last - 1].children)
    if found[-1][0] == "=future" and len(found) == 2:
        return after != "of" and bool(first) and words[first - 1].lower == "in"
    if meaning in ("weekday", "calendar") and first and words[first - 1].lower in grammar.namesakes:
        return words[first - 1].text[:1].islower()
    if meaning == "season" and len(found) == 1:
        if not first or words[first].pos not in ("NOUN", "PROPN"):
            return False
        opened = words[first - 1].lower in grammar.season_openers
        return opened or (words[first].relation == "compound" and words[first].lower != "fall")
    if meaning == "decade" and len(words[first].lower) == 3:
        return first > 0 and words[first - 1].lower in ("the", "mid", "early", "late", "'", "’", "-", "and", "or")
    return meaning != "season" or all(
        word.name < 0 or tree.names[word.name].label == "DATE" for word in words[first:last]
    )


def _is_reference(word: Word, after: str) -> bool:
    """Whether "now", "soon" or "recent" says when: not in a compound ("now-cancelled"), nor as a mere particle."""
    if any(child.lower in ("most", "more") for child in word.children) and word.relation == "amod":
        return False  # "their most recent report"
    if after in ("-", ",") or (after == "that" and word.lower == "now"):
        return False
    return word.pos in ("ADV", "ADJ") and (word.pos == "ADV" or word.relation == "amod")


def _is_bare_duration(grammar: TimeWords, words: Sequence[Word], first: int, last: int) -> bool:
    """Whether "years" without a number lasts: "for years", "years of war"; not "the hours of Sunday", "years ago"."""
    before = words[first - 1].lower if first else ""
    if first > 1 and before in grammar.rough:
        before = words[first - 2].lower
    after = words[last].lower if last < len(words) else ""
    second = words[last + 1].lower if last + 1 < len(words) else ""
    if before in grammar.duration_openers:
        return after not in ("of", "ago", "later", "earlier", "before", "after")
    return (
        after == "of"
        and before not in ("the", "'", "’")
        and not grammar.classes.get(second)
        and not second[:1].isdigit()
    )


def _is_year(tree: Tree, grammar: TimeWords, word: Word) -> bool:
    """Whether a bare number of four digits is a year here."""
    if not word.lower.isdecimal():  # "mid-2011"
        return True
    counted = word.head
    if word.dep == "nummod" and counted is not None and counted.feats.get("Number") == "Plur":
        return counted.mention_type == "event" and 1900 <= int(word.lower) < 2100
    if word.name >= 0 and tree.names[word.name].label == "DATE":
        return True
    before = tree.words[word.i - 1].lower if word.i else ""
    return before in grammar.year_openers or (before == "the" and 1900 <= int(word.lower) < 2100)


def _adorn(tree: Tree, grammar: TimeWords, candidate: _Candidate, floor: int, published: date | None) -> None:
    """Take in "early", "the end of", "the morning of", "about" before a match, and narrow its reading."""
    words = tree.words
    sentence = words[candidate.first].sentence
    scale = candidate.reading.scale.rstrip("?")

    def lower(index: int) -> str:
        return words[index].lower if index >= floor and words[index].sentence == sentence else ""

    before, second = lower(candidate.first - 1), lower(candidate.first - 2)
    word, reach = "", 0
    if scale and candidate.reading.type != "DURATION":
        adverb = second in grammar.parts and before in ("on", "in", "-")
        edge = before == "of" and (second in grammar.edges or _daypart(grammar, second) is not None)
        if before in grammar.parts:
            word, reach = before, 1
        elif adverb or edge:
            word, reach = second, 2
    if reach:
        _narrow(grammar, candidate, word, published)
        candidate.first -= reach
        if lower(candidate.first - 1) in grammar.parts:
            candidate.first -= 1
        if lower(candidate.first - 1) == "the":
            candidate.first -= 1
    elif candidate.meaning in ("ago", "duration", "anaphoric"):
        while lower(candidate.first - 1) in grammar.rough:
            candidate.first -= 1
    elif candidate.meaning == "decade" and before == "the":
        candidate.first -= 1


def _daypart(grammar: TimeWords, word: str) -> str | None:
    return next((value for name, value in grammar.classes.get(word, ()) if name == "daypart"), None)


def _narrow(grammar: TimeWords, candidate: _Candidate, word: str, published: date | None) -> None:
    reading = candidate.reading
    if reading.scale.endswith("?"):
        reading = replace(reading, scale=reading.scale[:-1])
    daypart = _daypart(grammar, word)
    if daypart is not None:
        candidate.reading = with_part(reading, daypart)
        return
    part = grammar.parts.get(word) or grammar.edges[word]
    candidate.reading = narrow(reading, word if part == "within" else part, published)


def _join(tree: Tree, grammar: TimeWords, candidates: list[_Candidate]) -> list[_Candidate]:
    """Make one of "9 a.m. on Monday" and of "from 3 May to 5 June"."""
    joined: list[_Candidate] = []
    for candidate in candidates:
        previous = joined[-1] if joined else None
        if previous is not None:
            reading = _together(tree, grammar, previous, candidate)
            if reading is not None:
                previous.last, previous.reading = candidate.last, reading
                continue
        joined.append(candidate)
    return joined


def _together(tree: Tree, grammar: TimeWords, left: _Candidate, right: _Candidate) -> Reading | None:
    """The one reading of two times that stand close, None if they are two."""
    gap = right.first - left.last
    if gap > 2 or tree.words[left.first].sentence != tree.words[right.first].sentence:
        return None
    between = [word.lower for word in tree.words[left.last : right.first]]
    if right.meaning == "shifted_unit" and right.reading.scale == "Y" and all(word in ("of", ",") for word in between):
        return _in_shifted_year(left, right)
    scales = (left.reading.scale, right.reading.scale)
    if scales == ("T", "D") and all(word in ("on", ",") for word in between):
        return at_clock(right.reading, left.reading)
    if scales == ("D", "T") and all(word in ("at", ",", "around", "about") for word in between):
        return at_clock(left.reading, right.reading)
    if gap != 1 or between[0] not in grammar.joins:
        return None
    openers = grammar.joins[between[0]]
    if openers and (left.first == 0 or tree.words[left.first - 1].lower not in openers):
        return None
    return stretch(_with_year_of(left, right), right.reading)


def _in_shifted_year(left: _Candidate, right: _Candidate) -> Reading | None:
    """As in "12 June last year": a day or month without a year, read in the year beside it."""
    if left.meaning != "calendar" or right.reading.start is None or Capture(left.found).get("year") is not None:
        return None
    return MEANINGS["calendar"](Capture([*left.found, ("year", right.reading.start[0])]), left.moment)


def _with_year_of(left: _Candidate, right: _Candidate) -> Reading:
    """The left reading in the year that the right one names: "from May 3 to June 5, 2024"."""
    year = Capture(right.found).get("year")
    if left.meaning != "calendar" or year is None or Capture(left.found).get("year") is not None:
        return left.reading
    return MEANINGS["calendar"](Capture([*left.found, ("year", year)]), left.moment) or left.reading


def span_head(tree: Tree, first: int, last: int) -> Word:
    """The word of a span that is governed from outside it; of several, the first that is no function word."""
    outer = [word for word in tree.words[first:last] if word.head is None or not first <= word.head.i < last]
    return next((word for word in outer if word.pos not in ("DET", "ADP", "PUNCT", "ADJ")), outer[0])
