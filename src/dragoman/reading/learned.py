"""Events that no entry of the lexicon reads, but which the language model takes a word to tell.

They come behind the events of the lexicon and change nothing of those. Left alone is a word that an entry tells, has
bound or lists as telling nothing; a cue that only reports; and what belongs to an event that is told: its anchor, its
light verb, what it is the content of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.lexicon.bundle import Lexicon
from dragoman.lexicon.frames import load_frames
from dragoman.reading.binding import bind
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import is_passive, undergoer
from dragoman.reading.composing import holder_of
from dragoman.reading.draft import Cast, Event, Testimony
from dragoman.reading.land import FORCED
from dragoman.reading.roles import Binder
from dragoman.reading.stated import state
from dragoman.reading.tree import Tree, Word, children, has_to
from dragoman.reading.triggers import Trigger, word_class

DISCOUNT = 0.7
"""What is left of the confidence in an event that no entry stands behind."""
MODE_SHARE = 0.5
"""How likely the model must take a type to be before its mode is believed."""
NEEDY = FORCED | {"ACCUSE", "CONSULT"}
"""Types whose verbs tell nothing without somebody on whom they fall."""
SILENT = frozenset({"dance", "know", "lose", "say", "see", "show", "think", "win"})
"""Verbs that tell an event by what they govern at most."""
STATES = frozenset({"country", "government"})


def find_learned(
    tree: Tree,
    binder: Binder,
    testimony: Testimony,
    lexicon: Lexicon,
    known: Sequence[Candidate],
    silent: frozenset[int],
    events: Sequence[Event],
) -> list[Candidate]:
    """Candidates of the words that the lexicon leaves, in text order.

    Args:
        tree: the report's words, with what the language model takes each to tell.
        binder: for the parties.
        testimony: who says what.
        lexicon: its entries know the words' classes and what holds what.
        known: what its entries bound.
        silent: words of which an entry says that they tell nothing.
        events: what it told.
    """
    taken = silent.union(_taken(tree, known, events, testimony))
    by_word = {candidate.word.i: candidate for candidate in known if candidate.plausible}
    found = []
    for word in tree.words:
        trigger = learned_trigger(word, tree, lexicon) if word.i not in taken else None
        if trigger is None or not _is_sure(trigger):
            continue
        candidate = bind(trigger, binder)
        state(candidate, testimony, binder)
        if _is_bare(candidate) or _is_at_home(candidate, binder.cast) or _is_means(candidate, tree, events):
            continue
        if holder_of(candidate, by_word, lexicon) is None:
            found.append(candidate)
    return found


def learned_trigger(word: Word, tree: Tree, lexicon: Lexicon) -> Trigger | None:
    """What the language model takes a word to tell, if it is not wholly unsure."""
    kind = word_class(word, lexicon.predicates, tree) if word.tells is not None else None
    if word.tells is None or kind is None:
        return None
    frame = load_frames()[word.tells.type, word.tells.mode]
    return Trigger(word, frame.predicate, kind == "noun", (word.i, word.i + 1))


def fill_mode(event: Event, tree: Tree) -> None:
    """Give an event whose entry states no mode the one that the language model sees in its word, if any.

    Only where both take the word to tell one type: "called for *talks*" asks to meet.
    """
    tells = tree.words[event.word].tells
    if not event.modes and tells is not None and tells.type == event.type and tells.mode and tells.share >= MODE_SHARE:
        event.modes = (tells.mode,)


def doubt(event: Event) -> None:
    """Take from the confidence in an event what is for no entry standing behind it."""
    event.confidence = round(event.confidence * DISCOUNT, 2)


def _is_sure(trigger: Trigger) -> bool:
    """True for a verb or adjective that tells an event as likely as its frame asks; nouns are the lexicon's alone."""
    tells, predicate = trigger.word.tells, trigger.predicate
    if tells is None or trigger.nominal or trigger.word.lemma in SILENT:
        return False
    return tells.share >= load_frames()[predicate.type, tells.mode].least


def _is_bare(candidate: Candidate) -> bool:
    """True for a verb whose clause does not show who does it to whom, where a frame would only guess.

    A participle without auxiliary or subject ("the man *gunned* down", "ordered them *held*"), force without anybody or
    anything on which it falls ("Policeman *killed* in Gori"), a journey without a host.
    """
    word, event_type = candidate.word, candidate.trigger.predicate.type
    if candidate.stated or word.pos != "VERB":
        return False
    participle = word.feats.get("VerbForm") == "Part" and not word.lower.endswith("ing")
    first = word.head if word.relation == "conj" else None  # "were seized and *flogged*"
    if participle and not any(children(one, "aux", "aux:pass") for one in (word, first) if one is not None):
        return True
    thing = undergoer(word)
    if event_type == "AID" and thing is None and not is_passive(word):
        return True  # "the rebels were *sheltering* across the border"
    struck = thing is not None and thing.mention_type in ("object", "place") and bool(candidate.actors)
    return event_type in NEEDY and not candidate.recipients and not (struck and event_type in FORCED)


def _is_at_home(candidate: Candidate, cast: Cast) -> bool:
    """True for people who go to their own country: "the Norwegian delegation *flew* to Oslo"."""
    if candidate.trigger.predicate.type != "CONSULT":
        return False
    own = {cast.actors[one.actor].country for one in candidate.actors}
    hosts = [cast.actors[one.actor] for one in candidate.recipients]
    return all(host.kind in STATES and host.country in own for host in hosts)


def _is_means(candidate: Candidate, tree: Tree, events: Sequence[Event]) -> bool:
    """True for a message that is told by what it says: "*sent* messages to Tripoli demanding the blockade's end"."""
    if candidate.trigger.predicate.type != "CONSULT":
        return False
    reached = {one.actor for one in candidate.recipients}
    said = [candidate.word, *children(candidate.word, "obj")]
    return any(
        reached == {actor for actor, _ in event.recipients}
        for event in events
        if tree.words[event.word].relation in ("acl", "advcl") and tree.words[event.word].head in said
    )


def _taken(tree: Tree, known: Sequence[Candidate], events: Sequence[Event], testimony: Testimony) -> Iterator[int]:
    """Words that are not for the model to tell."""
    for candidate in known:
        if candidate.plausible:
            yield candidate.word.i
        if candidate.support is not None:
            yield candidate.support.verb.i
    for event in events:
        yield from range(*event.anchor)
        word = tree.words[event.word]
        yield from _one_predicate(word)
        if word.head is not None and (word.relation in ("obj", "nsubj") or has_to(word)):
            yield from _one_predicate(word.head)  # "*reiterated* its support", "the killing *angered* them"
    yield from (attribution.cue_word for attribution in testimony.attributions if not attribution.act)


def _one_predicate(word: Word) -> Iterator[int]:
    """A word and the verbs that make one predicate with it: "*prepared* to *resume* shelling"."""
    top = word
    while top.relation == "xcomp" and top.head is not None:
        top = top.head
    below = [top]
    while below:
        one = below.pop()
        yield one.i
        below.extend(children(one, "xcomp"))
