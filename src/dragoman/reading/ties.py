"""Ties: standing relations between actors, with the time they held and the voice that says so.

Read from offices, kin words and the words of ``lexicon/ties.toml``; fighting also from events, where a report tells of
it more than once. What is denied, supposed or only hoped for is no tie.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.lexicon.bundle import Lexicon
from dragoman.lexicon.ties import Phase, TieEntry
from dragoman.reading.draft import Cast, Event, Testimony, Tie, Time
from dragoman.reading.factuality import factuality_of
from dragoman.reading.roles import PARTIES, Binder, Filler
from dragoman.reading.tie_claims import BODIES, Claim, Ends
from dragoman.reading.tie_offices import belonging, included, kin, offices, serves, subordinate
from dragoman.reading.tie_predicates import may_tell, predicates
from dragoman.reading.times import TimeFinder
from dragoman.reading.tree import Tree, Word, has_to
from dragoman.record import TieKind

# Ties that somebody holds who means to act on them: "vowed to defeat Y" is a fight, "means to lead Y" no leadership.
_STANCES = frozenset({"fights", "supports", "allied with", "rival of"})
_PLURAL_SPEAKERS = frozenset({"we", "us", "our", "ourselves"})
_FIGHTERS = frozenset({"armed-group", "government", "country", "organization"})
_PAST = "PAST_REF"


def find_ties(
    tree: Tree,
    cast: Cast,
    testimony: Testimony,
    binder: Binder,
    lexicon: Lexicon,
    times: TimeFinder,
    events: Iterable[Event],
) -> list[Tie]:
    """The ties of a report in text order, each pair, kind and chain of voices once.

    Args:
        tree: the report's words.
        cast: an actor is added for each place that somebody controls.
        testimony: whose word each word is.
        binder: looks up who is meant.
        lexicon: the words of ties, offices and kin.
        times: date the ties.
        events: what is told of fighting.
    """
    desk = _Desk(tree, cast, testimony, lexicon, times)
    servants = frozenset(index for index, actor in enumerate(cast.actors) if serves(actor, lexicon))
    ends = Ends(binder, lexicon.ties, servants)
    found = [tie for claim in _claims(tree, ends, lexicon) for tie in desk.settle(claim)]
    found += _fought(cast, events)
    found.sort(key=lambda tie: (tie.span, tie.kind))
    unique: dict[tuple[int, TieKind, int, tuple[int, ...]], Tie] = {}
    for tie in found:
        key = (tie.source, tie.kind, tie.target, tie.voice)
        if key not in unique or (unique[key].time is None and tie.time is not None):
            unique[key] = tie
    return sorted(unique.values(), key=lambda tie: (tie.span, tie.kind))


def _claims(tree: Tree, ends: Ends, lexicon: Lexicon) -> Iterator[Claim]:
    """Every claim the words make."""
    yield from offices(ends, lexicon)
    for word in tree.words:
        if may_tell(word, lexicon.ties):
            yield from predicates(word, lexicon.ties, ends)
        if word.pos in ("NOUN", "PROPN"):
            yield from belonging(word, ends, lexicon)
            yield from included(word, ends)
            yield from subordinate(word, ends)
            if word.lower in lexicon.kin.words:
                yield from kin(word, ends)


@dataclass(frozen=True, slots=True)
class _Desk:
    """Settles claims: who can stand in them, whether they hold, when, and by whose word."""

    tree: Tree
    cast: Cast
    testimony: Testimony
    lexicon: Lexicon
    times: TimeFinder

    def settle(self, claim: Claim) -> Iterator[Tie]:
        """The ties of a claim: one for every pair of a source and another target that it can hold between."""
        pairs = [
            (source.actor, target.actor)
            for source in claim.sources
            for target in claim.targets
            if source.actor != target.actor
            and self._fits(claim.entry, source, target)
            and not (claim.entry.kind == "member of" and self._are_of_one_group(source, target))
            and not (self._is_group_of(source) or self._is_group_of(target))
        ]
        if not pairs:
            return
        if claim.entry.kind == "fights" and claim.word is None and not self._is_fought(claim):
            return
        past = claim.word is not None and self._is_past(claim.word)
        if claim.word is not None:
            fact = factuality_of(claim.word, self.lexicon.factuality) if self._is_told(claim) else None
            if fact is not None:
                allowed = ("asserted", "future", "hypothetical") if claim.entry.kind in _STANCES else ("asserted",)
                if fact.status not in allowed or fact.conditional or self._is_wished(claim.word):
                    return
                past = past or fact.aspect == "historical"
        time = self._time(claim, past)
        voice = self.testimony.voices[self.testimony.voice_of[claim.span[0]]].chain
        for source, target in dict.fromkeys(pairs):
            yield Tie(source, claim.entry.kind, target, claim.span, voice, time)

    def _is_fought(self, claim: Claim) -> bool:
        """Whether a war that a noun takes for granted is one: not in "kept out of a war between X and Y"."""
        return factuality_of(self.tree.words[claim.span[0]], self.lexicon.factuality).status == "asserted"

    def _is_wished(self, word: Word) -> bool:
        """Whether a word says to what end something ought to be done: "should use the money *to support* farmers"."""
        if word.dep != "advcl" or not has_to(word) or word.head is None:
            return False
        return factuality_of(word.head, self.lexicon.factuality).status != "asserted"

    def _is_told(self, claim: Claim) -> bool:
        """Whether a claim's word is a predicate, whose mood is its own, and not a noun in another's clause."""
        word = claim.word
        return word is not None and not (claim.nominal and word.relation in ("nsubj", "obj", "obl", "nmod", "appos"))

    def _fits(self, entry: TieEntry, source: Filler, target: Filler) -> bool:
        """Whether a kind of tie can hold between two actors."""
        kinds = self.cast.actors[source.actor].kind, self.cast.actors[target.actor].kind
        if (entry.persons and kinds[0] != "person") or (entry.armed and not _FIGHTERS.issuperset(kinds)):
            return False
        if entry.kind == "allied with" and kinds[0] == "sources":
            return False  # "a source close to the presidency" knows what it does
        if entry.place:
            return kinds[0] in PARTIES and kinds[1] == "place"
        if entry.kind in ("controls", "leads"):
            places = ("place",) if entry.kind == "controls" else ()
            return kinds[0] in PARTIES and kinds[1] in {*BODIES, "country", *places}
        if entry.kind == "member of":
            # A group of countries or people may be said to include some, but not people at large; nobody joins it.
            group = ("population",) if entry.turned and kinds[0] != "population" else ()
            return kinds[0] in PARTIES and kinds[1] in {*BODIES, "country", *group}
        if entry.kind == "appointed by":
            return kinds[0] in {"person", *BODIES} and kinds[1] in PARTIES
        if entry.kind == "supports" and kinds[1] == "population" and not self.cast.actors[target.actor].country:
            return False  # "support people who want to save energy" takes no side
        return kinds[0] in PARTIES and kinds[1] in PARTIES

    def _are_of_one_group(self, one: Filler, other: Filler) -> bool:
        """Whether two actors are sides of one group, as in "hundreds of Kenyan and Ugandan troops"."""
        return any({one.actor, other.actor} <= set(actor.members) for actor in self.cast.actors)

    def _is_group_of(self, filler: Filler) -> bool:
        """Whether a plural first person stands for one speaker: whom "we" means besides him the text leaves open."""
        spoken = self.tree.words[filler.span[0]].lower in _PLURAL_SPEAKERS
        return spoken and self.cast.actors[filler.actor].kind == "person"

    def _is_past(self, word: Word) -> bool:
        """Whether a word's modifiers say that what it tells is over: "the former head", "ex-leader"."""
        if word.head is not None and word.head.lemma == "use" and word.relation == "xcomp":
            return True  # "used to lead"
        modifiers = [one for one in word.children if one.relation in ("amod", "compound", "advmod")]
        return any(self.lexicon.titles.modifiers.get(one.lower) in ("former", "late") for one in modifiers)

    def _time(self, claim: Claim, past: bool) -> Time | None:
        """When a tie held: from when it began, until when it ended; "former" alone says that it is over."""
        word = claim.word
        if word is None:
            return None
        dated = self.times.time_on(word) if claim.nominal else self.times.time_of(word)
        phase = claim.entry.phase
        if dated is None or (dated.start is None and dated.end is None):
            if not past and phase != "ends":
                return None
            span = dated.span if dated is not None else (word.i, word.i + 1)
            return Time(span, "DATE", _PAST, None, None)
        return _bounded(dated, phase)


def _bounded(dated: Time, phase: Phase) -> Time:
    """The time of a tie by the time of what began or ended it."""
    if phase == "begins":
        return Time(dated.span, dated.type, dated.value, dated.start, None)
    if phase == "ends":
        return Time(dated.span, dated.type, dated.value, None, dated.end)
    return dated


def _fought(cast: Cast, events: Iterable[Event]) -> Iterator[Tie]:
    """Fighting between bodies that a report tells of more than once, read at its first telling."""
    told: dict[tuple[int, int], list[Event]] = {}
    for event in events:
        if event.type != "ASSAULT" or event.factuality.status != "asserted":
            continue
        for source, _ in event.actors:
            for target, _ in event.recipients:
                if source != target and {cast.actors[source].kind, cast.actors[target].kind} <= _FIGHTERS:
                    told.setdefault((min(source, target), max(source, target)), []).append(event)
    for pair, tellings in told.items():
        if len({event.anchor for event in tellings}) > 1:
            first = tellings[0]
            source = next(actor for actor, _ in first.actors if actor in pair)
            target = pair[0] if source == pair[1] else pair[1]
            yield Tie(source, "fights", target, first.anchor, first.voice)
