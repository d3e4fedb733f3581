"""What a telling leaves out because the report has told it before: "the meeting", "during the visit", "the strikes"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.predicates import SUFFERED
from dragoman.reading.binding import is_attempted
from dragoman.reading.candidates import (
    JUDGEMENTS,
    STEPS,
    Candidate,
    is_definite,
    judged_aside,
    needs_nobody,
    stands_alone,
)
from dragoman.reading.clause_signs import is_dated_participle
from dragoman.reading.clauses import clause_subject, follows_harm, is_passive, judged_thing, undergoer
from dragoman.reading.draft import Event
from dragoman.reading.obliques import noun_obliques, obliques
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import Filler
from dragoman.reading.tree import Tree, Word, case, child, descendants

# A definite re-mention takes up an event at most this many sentences back.
REACH = 6
# Nouns for any deed, which say nothing of how it was told.
VAGUE = frozenset({"act", "action", "assault", "attack", "deed", "incident", "move", "violence"})
# Nouns for any violence, and the types of what they may mean.
VIOLENCE = frozenset({"assault", "attack", "bloodshed", "force", "incident", "offensive", "onslaught", "violence"})
HOSTILE = frozenset({"ASSAULT", "COERCE"})
# Of these, nouns for what a report is about rather than for what it told last.
CAMPAIGNS = frozenset({"bloodshed", "offensive", "onslaught", "violence"})
# Types that are words alone, which no noun for a step takes up.
SPOKEN = frozenset({"ACCUSE", "CONSULT", "REQUEST"})
# Letters that a noun and its verb have in common at least ("kill", "killing").
STEM = 4
# Verbs whose "in" says what something ended in ("resulted in nine nurses killed").
ENDS = frozenset({"culminate", "end", "result"})
# Modes of events that leave somebody in somebody's hands.
HELD = frozenset({"abduct", "arrest"})
# Modes of what befalls those who are in somebody's hands.
CAPTIVE = frozenset({"beat", "release", "torture"})
# Events whose parties are at table with one another.
COMPANY = frozenset({"AGREE", "CONSULT", "COOPERATE"})
# Events whose parties are, where they do it together.
SETTLED = frozenset({"CONCEDE", "RETREAT", "SUPPORT"})


def antecedent_of(candidate: Candidate, event_type: str, events: list[Event], tree: Tree) -> Event | None:
    """The earlier event a definite noun takes up ("the meeting"): same type, near, sharing a party if it has one.

    One told in the same words comes before a nearer one ("the *bombing*": the town that was *bombed*).
    """
    owned = candidate.is_owned_up
    if not owned and (not candidate.trigger.nominal or not candidate.anaphoric):
        return None
    own = {filler.actor for filler in [*candidate.actors, *candidate.recipients]}
    joins = owned or (candidate.support is not None and candidate.support.role == "attend")
    target = None if candidate.recipients else _target(candidate.word)
    found = [
        event
        for event in _within_reach(candidate.word, events, tree)
        if event.type == event_type
        and (target is None or _has_hit(tree.words[event.word], target))
        and (not own or joins or _had_part(own, event))
    ]
    return next((event for event in found if _is_same_deed(candidate.word, event, tree)), found[0] if found else None)


def _had_part(own: set[int], event: Event) -> bool:
    """True for an event with one of these parties, or that befell somebody nobody is told to have done it to."""
    undone = event.type in SUFFERED and not event.actors  # "was sacked. The ministry confirmed *the dismissal*"
    return undone or bool(own & {actor for actor, _ in [*event.actors, *event.recipients]})


def _target(noun: Word) -> Word | None:
    """What a deed was aimed at by its own words: "the assault *on the town*"."""
    aimed = (*noun_obliques(noun, "on"), *noun_obliques(noun, "against"))
    return next((one for one in aimed if one.mention_type in ("object", "place")), None)


def _has_hit(verb: Word, target: Word) -> bool:
    """True if a deed told before was done to the same thing, or to a place where a place was aimed at."""
    thing = undergoer(verb) if verb.pos == "VERB" else _target(verb)
    return thing is not None and (thing.lemma == target.lemma or thing.mention_type == target.mention_type == "place")


def _within_reach(word: Word, events: list[Event], tree: Tree) -> Iterator[Event]:
    """The events that a word can take up, the latest first."""
    for event in reversed(events):
        if word.sentence - tree.words[event.word].sentence > REACH:
            return
        yield event


def _is_same_deed(noun: Word, event: Event, tree: Tree) -> bool:
    """True for a noun made of the word that told an event: "the beheading" of who "was beheaded"."""
    if noun.lemma in VAGUE:
        return False
    short, long = sorted((noun.lemma, tree.words[event.word].lemma), key=len)
    stem = short[: max(STEM, len(short) - 1)]  # "execute", "execution"
    return len(stem) >= STEM and long.startswith(stem)


def is_told_again(candidate: Candidate, event_type: str, events: list[Event], tree: Tree) -> bool:
    """True for a participle on those an earlier event did the same to: "the *soldiers killed* were from Lima"."""
    word = candidate.word
    participle = not candidate.trigger.nominal and word.relation in ("acl", "amod") and word.dep != "acl:relcl"
    suffering = {filler.actor for filler in candidate.recipients}
    # "those being held" tells what goes on.
    if not participle or child(word, "aux") or candidate.actors or not suffering or event_type not in SUFFERED:
        return False
    for event in reversed(events):
        if word.sentence - tree.words[event.word].sentence > REACH:
            return False
        if event.type == event_type and suffering <= {actor for actor, _ in event.recipients}:
            return True
    return False


def complete(
    candidate: Candidate, earlier: Event | None, events: list[Event], tree: Tree, types: dict[int, str]
) -> bool:
    """Fill missing roles from context; False where the candidate then tells no event of its own.

    Args:
        candidate: changed in place.
        earlier: the event it takes up, if any.
        events: the events told so far.
        tree: the report's words.
        types: word index → PLOVER type, for every predicate of the report.
    """
    predicate = candidate.trigger.predicate
    if not candidate.actors and stands_alone(candidate):
        _join_company(candidate, events, tree)
    if needs_nobody(candidate):
        return True
    if candidate.trigger.nominal and not candidate.actors and not candidate.recipients:
        return False
    if earlier is not None and not candidate.recipients:
        own = {filler.actor for filler in candidate.actors}
        parties = [*earlier.actors, *earlier.recipients]
        if own and earlier.type in SUFFERED and not earlier.reciprocal and own.isdisjoint(a for a, _ in parties):
            parties = earlier.recipients  # who takes part in an attack does not attack the others who do
        candidate.recipients = [
            Filler(actor, candidate.trigger.anchor, inferred=True)
            for actor in dict.fromkeys(a for a, _ in parties)
            if actor not in own
        ]
    if not candidate.actors and not candidate.trigger.nominal and predicate.type != "ASSAULT":
        candidate.actors = _host(candidate, events, tree)
    if not candidate.recipients and predicate.type in JUDGEMENTS:
        candidate.recipients = _by_whom(candidate, events, tree)
    if not candidate.recipients and predicate.type in ("ACCUSE", "SUPPORT"):
        candidate.recipients = _answerable(candidate, events, tree, types)
    if not candidate.recipients and predicate.type == "REJECT" and not candidate.trigger.nominal:
        candidate.recipients = _rejected(candidate, events, tree)
    if not candidate.recipients and predicate.type == "ASSAULT" and not candidate.trigger.nominal:
        candidate.recipients = _thrown_back(candidate, events, tree)
    if not CAPTIVE.isdisjoint(predicate.modes):
        _free_captives(candidate, events, tree)
    excused = candidate.unmet or candidate.enough
    unreached = not candidate.recipients and candidate.where is None and not excused
    if "recipient" in predicate.needs and unreached:
        return False
    if candidate.actors:
        return True
    reached = bool(candidate.recipients) or (predicate.type == "ASSAULT" and candidate.where is not None)
    return reached and ("actor" not in predicate.needs or _agentless(candidate))


def _agentless(candidate: Candidate) -> bool:
    """True for a clause in the passive, which need not say who did it; a bare participle tells too little."""
    word = candidate.word
    if is_attempted(candidate) or follows_harm(word):
        return True
    telling = _is_outcome(word) or is_dated_participle(word)
    bare = word.relation in ("acl", "amod") and word.dep != "acl:relcl" and not telling
    return is_passive(word) and not bare and not candidate.trigger.predicate.reciprocal


def _is_outcome(participle: Word) -> bool:
    """True for a participle that tells how something ended: "resulted in nine nurses *killed*", "with two *hurt*"."""
    victims = participle.head
    if victims is None or is_definite(victims) or victims.relation not in ("obl", "nmod"):
        return False
    ended = victims.head is not None and victims.head.lemma in ENDS
    return case(victims) == "with" or (case(victims) == "in" and ended)


def _free_captives(candidate: Candidate, events: list[Event], tree: Tree) -> None:
    """Let "they were released" be said of those who were seized, where the pronoun was taken for who seized them.

    Likewise "they were tortured", where nobody is told to have done that.
    """
    freed = {filler.actor for filler in candidate.recipients}
    if not freed or ("release" not in candidate.trigger.predicate.modes and candidate.actors):
        return
    if any(tree.words[filler.span[0]].pos != "PRON" for filler in candidate.recipients):
        return
    for event in reversed(events):
        if candidate.word.sentence - tree.words[event.word].sentence > REACH:
            return
        if HELD.intersection(event.modes) and event.recipients and event.actors:
            if freed <= {actor for actor, _ in event.actors}:
                span = candidate.recipients[0].span
                candidate.recipients = [Filler(actor, span, inferred=True) for actor, _ in event.recipients]
            return


def _join_company(candidate: Candidate, events: list[Event], tree: Tree) -> None:
    """Let those who talked or agreed last be the parties of talks and agreements told without any, or with one."""
    told = {filler.actor for filler in candidate.recipients}
    for event in reversed(events):
        if candidate.word.sentence - tree.words[event.word].sentence > REACH:
            return
        parties = dict.fromkeys(actor for actor, _ in [*event.actors, *event.recipients])
        at_table = event.type in COMPANY or (event.type in SETTLED and event.reciprocal)
        if not at_table or len(parties) < 2 or not told <= set(parties):
            continue
        span = candidate.trigger.anchor
        candidate.actors = [Filler(actor, span, inferred=True) for actor in parties if actor not in told]
        candidate.recipients = candidate.recipients or [Filler(actor, span, inferred=True) for actor in parties]
        return


def _host(candidate: Candidate, events: list[Event], tree: Tree) -> list[Filler]:
    """Who did it to a named party "during the visit": the other party of the event the clause is set in."""
    for dependent in candidate.word.children:
        if dependent.relation != "obl" or case(dependent) not in ("during", "at", "in"):
            continue
        if not is_definite(dependent):
            continue
        told = {filler.actor for filler in candidate.recipients}
        for event in reversed(events):
            parties = dict.fromkeys(actor for actor, _ in [*event.recipients, *event.actors])
            if told & set(parties) and event.type == "CONSULT" and event.word < candidate.word.i:
                if tree.words[event.word].sentence < candidate.word.sentence - REACH:
                    break
                span = (dependent.i, dependent.i + 1)
                others = [actor for actor in parties if actor not in told]
                return [Filler(actor, span, inferred=True) for actor in others[:1]]
    return []


def _answerable(candidate: Candidate, events: list[Event], tree: Tree, types: dict[int, str]) -> list[Filler]:
    """Who did the deed that is condemned or praised ("condemned the strikes"), where the deed was told before."""
    if candidate.trigger.nominal:
        deeds = [
            inner for inner in candidate.word.children if inner.relation == "nmod" and case(inner) in ("of", "for")
        ]
    else:
        target = judged_thing(candidate.word)
        judged = [(clause_subject(candidate.word) if candidate.trigger.predicate.clauses else None) or target]
        deeds = [*(one for one in judged if one is not None), *obliques(candidate.word, "for")]
    own = {filler.actor for filler in candidate.actors}
    for deed in deeds:
        if deed.lemma in STEPS and deed.i not in types:
            return _who_took_it(deed, candidate.word, own, events, tree)
        if not is_definite(deed) or deed.i not in types:
            continue
        near = list(_within_reach(candidate.word, events, tree))
        told = [event for event in near if event.type == types[deed.i] or _is_same_deed(deed, event, tree)]
        if (target := _target(deed)) is not None:
            there = [event for event in told if _tells_of(tree, event, target)]
            told = there or told  # "denounced the attack on Abha": not the one that answered it
        # "condemned the beheading": not those who attacked somebody since, though nobody is said to have beheaded him
        told = [event for event in told if _is_same_deed(deed, event, tree)] or told
        if not any(event.actors for event in told) and _says_only_that(deed):
            told = [event for event in events if _is_violent(event)]
            told = told if deed.lemma in CAMPAIGNS else told[::-1]
        told = [event for event in told if event.actors and own.isdisjoint(actor for actor, _ in event.actors)]
        if told:
            return [Filler(actor, (deed.i, deed.i + 1), True) for actor, _ in told[0].actors]
    return []


def _tells_of(tree: Tree, event: Event, target: Word) -> bool:
    """True for an event in whose clause a place or thing is named: "attacked *Abha* airport"."""
    word = tree.words[event.word]
    return any(one.lower == target.lower for one in descendants(word) if one.relation != "conj")


def _is_violent(event: Event) -> bool:
    """True for force that is told as done: an attack, coercion or a riot."""
    forced = event.type in HOSTILE or "riot" in event.modes
    return forced and event.factuality.status == "asserted"


def _says_only_that(deed: Word) -> bool:
    """True for a word for any violence with nothing beside it that says which: "condemned *the assault*"."""
    deed = deed if deed.lemma != "use" else next(iter(noun_obliques(deed, "of")), deed)  # "the use of force"
    beside = [one for one in deed.children if one.relation not in ("case", "det", "punct")]
    return not beside and deed.lemma in VIOLENCE


def _thrown_back(candidate: Candidate, events: list[Event], tree: Tree) -> list[Filler]:
    """Who made the attack that is thrown back: "Rebels raided Wour. The army said it had beaten off *the assault*"."""
    deed = undergoer(candidate.word)
    if deed is None or not is_definite(deed) or candidate.word.lemma not in load_recipient_words().repelling:
        return []
    own = {filler.actor for filler in candidate.actors}
    near = [one for one in _within_reach(candidate.word, events, tree) if one.type == "ASSAULT"]
    made = ([actor for actor, _ in one.actors] for one in near)
    attackers = next((actors for actors in made if actors and own.isdisjoint(actors)), [])
    return [Filler(actor, (deed.i, deed.i + 1), inferred=True) for actor in attackers]


def _who_took_it(step: Word, verb: Word, own: set[int], events: list[Event], tree: Tree) -> list[Filler]:
    """Who took the step told in the sentence or the one before: "Chad shut its border. Mali condemned *the move*"."""
    if not is_definite(step) or any(one.relation in ("acl", "nmod", "amod") for one in step.children):
        return []
    near = [event for event in reversed(events) if verb.sentence - tree.words[event.word].sentence <= 1]
    return _doers([event for event in near if event.type not in SPOKEN and not event.reciprocal], step, own, tree)


def _by_whom(candidate: Candidate, events: list[Event], tree: Tree) -> list[Filler]:
    """Who did what is judged right behind it: "Chad shut its border, *a move* condemned by Mali"."""
    word, thing = candidate.word, judged_aside(candidate.word)
    if thing is None:
        return []
    own = {filler.actor for filler in candidate.actors}
    near = [event for event in reversed(events) if tree.words[event.word].sentence == word.sentence]
    return _doers([event for event in near if event.word < thing.i], thing, own, tree)


def _doers(near: list[Event], step: Word, own: set[int], tree: Tree) -> list[Filler]:
    """Who did the first of the events that a noun for a step may take up, what a sentence mainly tells before the rest.

    Not what who judges it did himself.
    """
    near.sort(key=lambda event: not _is_main(tree.words[event.word]))
    told = ([actor for actor, _ in event.actors] for event in near)
    doers = next((actors for actors in told if actors and own.isdisjoint(actors)), [])
    return [Filler(actor, (step.i, step.i + 1), inferred=True) for actor in doers]


def _rejected(candidate: Candidate, events: list[Event], tree: Tree) -> list[Filler]:
    """Who took the step that somebody will not have: "Niger expelled her. Paris called *the decision* illegal"."""
    step, own = undergoer(candidate.word), {filler.actor for filler in candidate.actors}
    if step is None or step.lemma not in STEPS or not own:
        return []
    return _who_took_it(step, candidate.word, own, events, tree)


def _is_main(word: Word) -> bool:
    """True for the predicate of a sentence, and for what is coordinated with it."""
    while word.relation == "conj" and word.head is not None:
        word = word.head
    return word.head is None
