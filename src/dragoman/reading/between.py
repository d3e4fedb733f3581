"""What one actor did to another, where a reader points at both.

The two spans count as actors whatever the cast makes of them. If an event binds them as its actor and recipient, it is
the answer. If none does, the best predicate on the way between the two in the tree is told of them, even where the
lexicon's slots did not lead to them. Where there is no such predicate it is what the language model takes a word on the
way to tell, and else there is no answer.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.ingest.report import Report, Segment
from dragoman.lexicon.bundle import Lexicon
from dragoman.reading.binding import bind_entry
from dragoman.reading.candidates import Candidate
from dragoman.reading.composing import is_ended
from dragoman.reading.draft import Actor, Cast, Event, Mention, Place, Testimony, Time, WordSpan
from dragoman.reading.events import draft_event, tell
from dragoman.reading.learned import doubt, learned_trigger
from dragoman.reading.roles import PARTIES, Binder, Filler
from dragoman.reading.tree import Tree, Word, ancestors, case, conjuncts, opens_with_to
from dragoman.reading.triggers import Trigger, find_triggers
from dragoman.record import Span

# How much a candidate has for it: a party bound where it should be, the way between the two led over it …
BOUND, ON_THE_WAY, ABOVE = 3.0, 2.0, 1.0
# … and against it: a party bound on the wrong side, somebody else in a party's place, each step away from the two.
SWAPPED, OTHER, STEP = 4.0, 1.0, 0.1

# Types that the two do with one another: a host consults with a guest as the guest does with the host.
MUTUAL = frozenset({"CONSULT", "COOPERATE"})


def passage(text: str) -> Report:
    """A text without head matter as a report of one paragraph."""
    segment = Segment("body", 0, len(text))
    return Report("", "", text, None, None, None, (segment,), (), "")


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two actors: its words, their head, and its index in the cast."""

    span: WordSpan
    head: Word
    actor: int

    def among(self, fillers: Sequence[tuple[int, WordSpan]]) -> bool:
        """True if one of the fillers is this actor, or was read from its words."""
        first, last = self.span
        return any(actor == self.actor or (span[0] < last and first < span[1]) for actor, span in fillers)

    def filler(self) -> Filler:
        """This actor in a role."""
        return Filler(self.actor, self.span)


@dataclass(frozen=True, slots=True)
class Pair:
    """The two actors and the way between them: words of the tree from one head to the other, without the two spans."""

    tree: Tree
    actor: Side
    recipient: Side
    way: frozenset[int]

    @classmethod
    def introduce(cls, tree: Tree, cast: Cast, actor: Span, recipient: Span) -> Pair | None:
        """Both as actors of the cast, which is changed; None where a span holds no word."""
        sides: list[Side] = []
        for start, end in (actor, recipient):
            inside = [word.i for word in tree.words if word.start < end and start < word.end]
            if not inside:
                return None
            span = (inside[0], inside[-1] + 1)
            head = _head(tree, span)
            taken = sides[0].actor if sides else None
            sides.append(Side(span, head, _as_party(cast, tree, span, head, taken)))
        one, other = sides
        return cls(tree, one, other, _way(one, other))

    @property
    def together(self) -> bool:
        """True for two that one "and" joins: "Peru and Chile", "the Kenyan and Ugandan armies"."""
        heads = {self.actor.head.i, self.recipient.head.i}
        for side in (self.actor, self.recipient):
            for word in (side.head, *side.head.children):
                first = word.head if word.relation == "conj" else word
                if first is not None and heads <= _joined(first):
                    return True
        return False

    def inside(self, word: Word) -> bool:
        """True for a word of either span."""
        return any(side.span[0] <= word.i < side.span[1] for side in (self.actor, self.recipient))


def event_between(
    pair: Pair,
    binder: Binder,
    testimony: Testimony,
    lexicon: Lexicon,
    *,
    time_of: Callable[[Word], Time | None],
    place_of: Callable[[Word], Place | None],
) -> Event | None:
    """The event mention that tells what the one did to the other, or None."""
    triggers, _ = find_triggers(pair.tree, lexicon.predicates, binder.cast)

    def told(candidates: list[Candidate]) -> list[Event]:
        events = tell(candidates, pair.tree, binder, testimony, lexicon, time_of=time_of, place_of=place_of)
        return [event for event in events if _bound(event, pair)]

    found = told([bind_entry(trigger, binder) for trigger in triggers])
    if not found:
        candidates = [bind_entry(trigger, binder) for trigger in triggers]
        ranked = [(value, -index) for index, c in enumerate(candidates) if (value := _value(c, pair)) is not None]
        if not ranked:
            # "[a Chilean air strike] on [a school]": the deed itself is pointed at.
            ranked = [(0.0, -index) for index, c in enumerate(candidates) if c.word is pair.actor.head]
        if not ranked:
            known = frozenset(trigger.word.i for trigger in triggers)
            return _guess(pair, known, binder, testimony, lexicon)
        chosen = candidates[-max(ranked)[1]]
        _tell_of(chosen, pair)
        found = told(candidates) or _holding(chosen, candidates, pair, told)
        if not found and not is_ended(chosen):
            predicate = chosen.trigger.predicate
            return draft_event(chosen, predicate.type, predicate.modes, predicate.id, testimony)
    best = max(
        found, key=lambda event: (event.word in pair.way, _done(event), -_distance(pair, event.word)), default=None
    )
    if best is not None and best.type == "CONSULT":
        fresh = [bind_entry(trigger, binder) for trigger in triggers]
        purposes = [candidate for candidate in fresh if _purpose_of(best, candidate, pair)]
        for candidate in purposes:
            _tell_of(candidate, pair)
        words = {candidate.word.i for candidate in purposes}
        return next((event for event in told(fresh) if event.word in words), best)
    return best


def _guess(pair: Pair, known: frozenset[int], binder: Binder, testimony: Testimony, lexicon: Lexicon) -> Event | None:
    """The event that the language model takes a word on the way to tell, where no entry knows that word."""
    words = [pair.tree.words[i] for i in sorted(pair.way - known)]
    found = [trigger for word in words if (trigger := learned_trigger(word, pair.tree, lexicon)) is not None]
    candidates = [bind_entry(trigger, binder) for trigger in sorted(found, key=_share, reverse=True)]
    likely = next((one for one in candidates if _value(one, pair) is not None), None)
    if likely is None:
        return None
    _tell_of(likely, pair)
    predicate = likely.trigger.predicate
    event = draft_event(likely, predicate.type, predicate.modes, predicate.id, testimony)
    doubt(event)
    return event


def _share(trigger: Trigger) -> float:
    """How likely the language model finds the event of a word."""
    return trigger.word.tells.share if trigger.word.tells is not None else 0.0


def _done(event: Event) -> bool:
    """True for what was done: it is told of the two rather than what it was done for or might lead to."""
    return event.factuality.status == "asserted"


def _purpose_of(meeting: Event, candidate: Candidate, pair: Pair) -> bool:
    """True for what somebody called or met the other for, told of nobody else: "phoned X *to apologise*"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    if verb.head is None or verb.head.i != meeting.word or verb.relation not in ("advcl", "xcomp"):
        return False
    recipients = [(filler.actor, filler.span) for filler in candidate.recipients]
    others = bool(recipients) and not pair.recipient.among(recipients)
    return opens_with_to(verb) and not others and candidate.trigger.predicate.type != meeting.type


def _holding(
    chosen: Candidate, candidates: list[Candidate], pair: Pair, told: Callable[[list[Candidate]], list[Event]]
) -> list[Event]:
    """The events once every predicate over the chosen one, whose content it may be, is told of the two as well."""
    over = {word.i for word in ancestors(chosen.word)} & pair.way
    for candidate in candidates:
        if candidate.word.i in over:
            _tell_of(candidate, pair)
    return told(candidates)


def _tell_of(candidate: Candidate, pair: Pair) -> None:
    """Let a candidate be told of the two."""
    candidate.actors, candidate.recipients = [pair.actor.filler()], [pair.recipient.filler()]
    candidate.plausible, candidate.reciprocal = True, False


def _bound(event: Event, pair: Pair) -> bool:
    """True if the event's actor and recipient are the two."""
    return pair.actor.among(event.actors) and pair.recipient.among(event.recipients)


def _value(candidate: Candidate, pair: Pair) -> float | None:
    """How well a predicate would tell what the one did to the other; None where nothing links it to the two."""
    word = candidate.word
    if pair.inside(word):
        return None
    actors = [(filler.actor, filler.span) for filler in candidate.actors]
    # Who is only inferred gives way to who is pointed at: "declared a state of siege in [the town]".
    recipients = [(filler.actor, filler.span) for filler in candidate.recipients if not filler.inferred]
    mutual = pair.together or candidate.trigger.predicate.type in MUTUAL
    if mutual:
        actors = recipients = [*actors, *recipients]
    acts, undergoes = pair.actor.among(actors), pair.recipient.among(recipients)
    on_the_way = word.i in pair.way or (candidate.trigger.nominal and _leans_on(candidate).i in pair.way)
    over = word in list(ancestors(pair.recipient.head)) or word in list(ancestors(pair.actor.head))
    if not (acts or undergoes or on_the_way):
        return None
    value = BOUND * (acts + undergoes) + ON_THE_WAY * on_the_way + ABOVE * over
    if not candidate.reciprocal and not mutual:
        # "the government extended the curfew in Jamaica": that Jamaica's government does it swaps nothing
        at_home = case(pair.recipient.head) == "in"
        value -= SWAPPED * (pair.actor.among(recipients) + (pair.recipient.among(actors) and not at_home))
    value -= OTHER * ((bool(actors) and not acts) + (bool(recipients) and not undergoes))
    value -= STEP * _distance(pair, word.i)
    return value if value > 0 else None


def _leans_on(candidate: Candidate) -> Word:
    """The verb a noun hangs on, over nouns that only measure it ("began a round of exercises")."""
    if candidate.support is not None:
        return candidate.support.verb
    word = candidate.word
    while word.relation == "nmod" and word.head is not None:
        word = word.head
    return word.head or word


def _joined(first: Word) -> set[int]:
    """A word, what is coordinated with it, and the noun it stands before."""
    joined = {word.i for word in conjuncts(first)}
    if len(joined) > 1 and first.head is not None and first.relation in ("amod", "compound", "nmod"):
        joined.add(first.head.i)
    return joined


def _distance(pair: Pair, word: int) -> int:
    """Words between a predicate and the nearer of the two."""
    return min(abs(word - pair.actor.head.i), abs(word - pair.recipient.head.i))


def _head(tree: Tree, span: WordSpan) -> Word:
    """The word of a span that its other words hang on: the first one governed from outside, nominals before others."""
    first, last = span
    tops = [
        word
        for word in tree.words[first:last]
        if (word.head is None or not first <= word.head.i < last) and word.pos != "PUNCT"
    ]
    nominal = [word for word in tops if word.pos in ("NOUN", "PROPN", "PRON")]
    return next(iter([*nominal, *tops]), tree.words[first])


def _as_party(cast: Cast, tree: Tree, span: WordSpan, head: Word, taken: int | None) -> int:
    """The actor at a span: the cast's own where it has one that can act, else one that is made now."""
    known = cast.actor_at(head.i)
    if known is not None and known != taken and not cast.actors[known].members and cast.actors[known].kind in PARTIES:
        mention = cast.mentions[cast.at[head.i]]
        if mention.kind != "place":
            return known
    number = len(cast.actors)
    start, end = tree.span(*span)
    cast.at[head.i] = len(cast.mentions)
    cast.actors.append(Actor(tree.text[start:end], "organization", [len(cast.mentions)]))
    cast.mentions.append(Mention(span, head.i, "nominal", "organization", number))
    return number


def _way(one: Side, other: Side) -> frozenset[int]:
    """Words on the way from one head over the nearest common governor to the other; none between two sentences."""
    up = [one.head, *ancestors(one.head)]
    down = [other.head, *ancestors(other.head)]
    common = next((word for word in up if word in down), None)
    if common is None:
        return frozenset()
    way = {word.i for word in [*up[: up.index(common) + 1], *down[: down.index(common) + 1]]}
    # "Peru and Chile signed …", "the Kenyan and Ugandan armies agreed": the predicate stands over both.
    for over in up[up.index(common) :]:
        way.add(over.i)
        if over.pos == "VERB":
            break
    return frozenset(way - set(range(*one.span)) - set(range(*other.span)))
