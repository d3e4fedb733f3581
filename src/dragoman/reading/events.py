"""Event mentions: triggers bound to actors, composed with one another, dated, placed, and given their voice.

Stages: find triggers; bind roles; drop what is only the content of a request, threat or promise and turn round what is
ended or suspended; fill what a definite re-mention leaves out from the event it takes up; add factuality, time,
place and voice chain.
"""

from __future__ import annotations

from collections.abc import Callable

from dragoman.lexicon.bundle import Lexicon
from dragoman.reading.binding import bind
from dragoman.reading.candidates import Candidate
from dragoman.reading.clause_mending import OUTCOMES, PARTIES
from dragoman.reading.clause_signs import first_noun
from dragoman.reading.clauses import doer, is_passive
from dragoman.reading.composing import code, holder_of, is_ended, stands_by_itself
from dragoman.reading.concerning import concern
from dragoman.reading.draft import Event, Factuality, Place, Testimony, Time
from dragoman.reading.factuality import factuality_of
from dragoman.reading.learned import doubt, fill_mode, find_learned
from dragoman.reading.means import menace, share_means, wield
from dragoman.reading.own_side import spare_own_side, speaks_for
from dragoman.reading.pastimes import told_of_games
from dragoman.reading.protests import aim_at_owner, aim_at_state, aim_protests, settle_protesters
from dragoman.reading.remention import antecedent_of, complete, is_told_again
from dragoman.reading.replies import answer_claim, ask_holder, recall_from, reply, take_up
from dragoman.reading.retyping import imprison, retype
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.stance import (
    act_through,
    answer,
    await_act,
    blame_attackers,
    blame_state,
    presupposed,
    shift,
    take_recipients,
    warns_of_others,
)
from dragoman.reading.struck import strike
from dragoman.reading.tree import Tree, Word, case, child, has_to
from dragoman.reading.triggers import find_triggers
from dragoman.reading.visiting import confer

BASE_CONFIDENCE = 0.9
# Types of acts that make or let somebody do what their clause tells: "ordered Chad to *pay*", "let doctors *visit*".
SPELLING = frozenset({"RETREAT", "SANCTION"})
# Types of a verb and of its object that tell one deed: "*gave* air *support* to", "*stopped* *aid* from reaching them",
# "*ordered* her *release*".
TOLD_ONCE = frozenset({("AID", "SUPPORT"), ("COERCE", "AID"), ("CONCEDE", "RETREAT")})
# Prepositions between two happenings.
SEPARATE = frozenset({"after", "before", "following", "ahead of"})


def find_events(
    tree: Tree,
    binder: Binder,
    testimony: Testimony,
    lexicon: Lexicon,
    *,
    time_of: Callable[[Word], Time | None],
    place_of: Callable[[Word], Place | None],
) -> list[Event]:
    """The event mentions of a report, in text order."""
    triggers, silent = find_triggers(tree, lexicon.predicates, binder.cast)
    games = told_of_games(tree)
    candidates = [bind(trigger, binder) for trigger in triggers if trigger.word.i not in games]
    events = tell(candidates, tree, binder, testimony, lexicon, time_of=time_of, place_of=place_of)
    for event in events:
        fill_mode(event, tree)
    learned = find_learned(tree, binder, testimony, lexicon, candidates, silent | games, events)
    if not learned:
        return events
    added = tell(learned, tree, binder, testimony, lexicon, time_of=time_of, place_of=place_of)
    for event in added:
        doubt(event)
    added = [event for event in added if not any(_is_repeated(event, other, tree) for other in events)]
    return sorted([*events, *added], key=lambda event: event.anchor)


def tell(
    candidates: list[Candidate],
    tree: Tree,
    binder: Binder,
    testimony: Testimony,
    lexicon: Lexicon,
    *,
    time_of: Callable[[Word], Time | None],
    place_of: Callable[[Word], Place | None],
) -> list[Event]:
    """The event mentions that candidates in text order make, once they stand under one another; candidates change."""
    composition = lexicon.composition
    types = {candidate.word.i: candidate.trigger.predicate.type for candidate in candidates}
    act_through(candidates, composition.instruments, binder)
    by_word = {candidate.word.i: candidate for candidate in candidates if candidate.plausible}
    contents: dict[int, list[Candidate]] = {}
    promised: set[int] = set()
    made: set[int] = set()  # requests that are turned down
    alarms: set[int] = set()  # warnings that threaten nobody
    kept: list[Candidate] = []
    for candidate in candidates:
        if _is_spelled_out(candidate, by_word):
            continue
        holder = holder_of(candidate, by_word, lexicon)
        if holder is not None and warns_of_others(holder, candidate, binder):
            alarms.add(holder.word.i)
            if candidate.plausible or candidate.unmet:
                kept.append(candidate)
        elif holder is not None:
            contents.setdefault(holder.word.i, []).append(candidate)
            if stands_by_itself(candidate, holder, composition):
                if holder.trigger.predicate.type == "REJECT":
                    made.add(candidate.word.i)
                    if not candidate.recipients:  # who turns a request down is who was asked
                        candidate.recipients = [Filler(f.actor, f.span, inferred=True) for f in holder.actors]
                kept.append(candidate)
                if not candidate.trigger.nominal or candidate.trigger.predicate.type != "REQUEST":
                    promised.add(candidate.word.i)  # "accepted a proposal by Norway": it has been made
        elif candidate.plausible or candidate.unmet:
            kept.append(candidate)
    events: list[Event] = []
    listed = {candidate.word.i: candidate for candidate in candidates}
    spoken: dict[int, tuple[str, ...]] = {}  # sentence → the contexts its words speak of
    for candidate in kept:
        if candidate.word.i in alarms:
            continue
        coded = code(candidate, contents.get(candidate.word.i, ()), composition)
        if coded is None:
            continue
        event_type, modes, rule = coded
        take_recipients(candidate, contents.get(candidate.word.i, ()))
        blame_state(candidate, listed, binder)
        aim_at_owner(candidate, binder)
        if is_told_again(candidate, event_type, events, tree):
            continue
        earlier = antecedent_of(candidate, event_type, events, tree)
        if not complete(candidate, earlier, events, tree, types):
            continue
        spare_own_side(candidate, event_type, binder.cast)
        event = draft_event(candidate, event_type, modes, rule, testimony)
        event.factuality = factuality_of(_decisive(candidate, binder), lexicon.factuality)
        own = candidate.trigger.predicate.denies and event.factuality.status == "negated"  # the entry's own "not"
        if presupposed(candidate) or own or candidate.word.i in made or candidate.stated:
            event.factuality.status = "asserted"
        if candidate.word.i in promised and event.factuality.status == "asserted":
            event.factuality.status = "future"
        if event_type == "SUPPORT" and candidate.trigger.nominal and candidate.support is None:
            # "his backing of the rebels" is a state, not a happening.
            event.factuality.aspect = "ongoing" if event.factuality.aspect == "past" else event.factuality.aspect
        speaker = testimony.voices[event.voice[-1]].actor if testimony.voices else None
        retype(event, candidate, composition, binder.cast, lexicon.factuality)
        menace(event, binder.cast)
        wield(event, tree)
        shift(event, candidate, composition, binder.cast, speaker)
        if candidate.trigger.predicate.ahead and not _is_announced(event, speaker, binder):
            continue  # others expect it of them
        if candidate.unmet and event.type == candidate.trigger.predicate.type:
            continue
        await_act(event, candidate, binder)
        answer(event, candidate, binder)
        reply(event, events, tree, lexicon.factuality, binder.cast)
        take_up(event, events, tree, lexicon.factuality, binder.cast)
        recall_from(event, events, tree, binder.cast)
        ask_holder(event, events, tree, binder.cast)
        answer_claim(event, events, tree, lexicon.factuality, testimony, binder.cast)
        blame_attackers(event, candidate, listed, binder)
        aim_at_state(event, candidate, binder)
        concern(event, candidate, binder)
        event.time = time_of(candidate.word)
        event.place = place_of(candidate.word)
        sentence = candidate.word.sentence
        if sentence not in spoken:
            spoken[sentence] = lexicon.contexts.contexts_of(map(_as_listed, tree.sentence_words(sentence)))
        event.contexts = tuple(dict.fromkeys((*event.contexts, *spoken[sentence])))
        if earlier is not None:
            event.time = event.time or earlier.time
            event.place = event.place or earlier.place
        confer(event, candidate, binder.cast)
        events.append(event)
        events.extend(imprison(event, candidate, listed))
    merged = _merge(events, tree)
    share_means(merged, tree)
    aim_protests(merged, tree)
    where = {candidate.word.i: candidate.where for candidate in kept}
    for event in merged:
        binder.ground.reach(event, where[event.word], binder.cast)
        strike(event, tree, binder.ground, binder.cast)
    settle_protesters(merged, binder.cast)
    return merged


def _is_announced(event: Event, speaker: int | None, binder: Binder) -> bool:
    """True for what the report tells by itself or its own actors say, and nobody else."""
    return speaker is None or any(speaks_for(binder.cast, speaker, actor) for actor, _ in event.actors)


def _decisive(candidate: Candidate, binder: Binder) -> Word:
    """The word whose clause says whether it is so.

    Of "did not stop supporting", "halted planned aid" it is the ending; of "did not take part in the attack", where
    nobody else is said to have attacked, the taking part.
    """
    word, support = candidate.word, candidate.support
    if support is not None and support.role in ("doer", "attend") and first_noun(word).relation != "obj":
        partakers = {filler.actor for filler in binder.parties(doer(support.verb))}
        if not partakers.isdisjoint(filler.actor for filler in candidate.actors):
            return support.verb
    if not is_ended(candidate):
        return word
    if support is not None:
        return support.verb
    return word.head if word.relation == "xcomp" and word.head is not None else word


def _is_spelled_out(candidate: Candidate, by_word: dict[int, Candidate]) -> bool:
    """True for a clause that only says what its governor tells.

    Of one type, it is one that the governor's entry asks for ("ordered the envoys to *leave*"), or what forces are
    moved for ("scrambled jets to *intercept* bombers"); of any type, what somebody is made or let do, and the object
    that the governor's entry asks for ("upheld the death *sentence* of a rebel").
    """
    if _is_object_asked_for(candidate, by_word):
        return True
    word = candidate.word if candidate.support is None else candidate.support.verb
    outer = by_word.get(word.head.i) if word.head is not None and word.relation in ("xcomp", "ccomp", "advcl") else None
    if outer is None:
        return False
    outer_type, asked_for = outer.trigger.predicate.type, word.lemma in outer.trigger.predicate.clauses
    if outer_type in SPELLING and word.relation != "advcl":
        return asked_for
    if outer_type != candidate.trigger.predicate.type or candidate.support is not None:
        return False
    if word.relation != "ccomp" and outer_type == "MOBILIZE":
        return has_to(word)
    # what a warning must hold to be one is its content, and no second telling
    return word.relation != "advcl" and asked_for and "content" not in outer.trigger.predicate.needs


def _is_object_asked_for(candidate: Candidate, by_word: dict[int, Candidate]) -> bool:
    """True for a noun in the object that its verb's entry lists, where both tell of the same parties."""
    word = candidate.word
    outer = by_word.get(word.head.i) if word.head is not None and word.relation == "obj" else None
    if outer is None or not candidate.trigger.nominal:
        return False
    of_one = candidate.trigger.predicate.type == outer.trigger.predicate.type  # "ordered a curfew"
    both = (outer.trigger.predicate.type, candidate.trigger.predicate.type) in TOLD_ONCE and outer.plausible
    both = both and child(word, "nmod:poss") is None  # "gave its support to Chad" takes a stand
    if candidate.support is not None and not (candidate.support.verb is outer.word and (of_one or both)):
        return False
    if not any(listed.split()[-1] == word.lemma for listed in outer.trigger.predicate.objects):
        return False
    doers, suffering = ({f.actor for f in side} for side in (candidate.actors, candidate.recipients))
    if outer.trigger.predicate.type == candidate.trigger.predicate.type == "CONSULT":
        return True  # "called a meeting of his cabinet"
    same = suffering == {filler.actor for filler in outer.recipients}
    return same and (bool(suffering) or of_one or both) and doers <= {filler.actor for filler in outer.actors}


def _as_listed(word: Word) -> str:
    """A word as the table of contexts has it: "disputed" in "disputed border", "dispute" elsewhere."""
    return word.lower if word.relation in ("amod", "compound") and word.pos in ("VERB", "ADJ") else word.lemma


def _merge(events: list[Event], tree: Tree) -> list[Event]:
    """Without the events whose clause tells them twice ("arrived on a visit", "carried out a raid that killed five").

    Of two events of one type in one sentence, one predicate governing the other, that name no different parties, the
    one that names more is kept, with what only the other one names.
    """
    dropped: set[int] = set()
    for later in range(1, len(events)):
        for earlier in range(later - 1, -1, -1):
            one, other = events[earlier], events[later]
            if tree.words[one.word].sentence != tree.words[other.word].sentence:
                break
            if one.type != other.type or one.factuality.status != other.factuality.status or earlier in dropped:
                continue
            told_twice = _governs(tree.words[one.word], tree.words[other.word]) or _ends_so(one, other, tree)
            if told_twice and _compatible(one, other):
                kept, gone = (one, later) if _parties(other) <= _parties(one) else (other, earlier)
                if _comes_with(tree.words[kept.word], tree.words[events[gone].word]):
                    kept, gone = events[gone], earlier if gone == later else later
                _complement(kept, events[gone])
                dropped.add(gone)
    return [event for index, event in enumerate(events) if index not in dropped]


def _comes_with(low: Word, high: Word) -> bool:
    """True for a participle beside the verb that tells the deed itself: "*bowing* to pressure, it *lifted* the ban"."""
    return low.relation == "advcl" and low.head is high and low.lower.endswith("ing")


def _is_repeated(event: Event, other: Event, tree: Tree) -> bool:
    """True for an event that another one of its type in its sentence tells already.

    The other stands over it, under it or beside it, or names the very same parties.
    """
    word, told = tree.words[event.word], tree.words[other.word]
    if event.type != other.type or word.sentence != told.sentence:
        return False
    later, earlier = (word, told) if word.i > told.i else (told, word)
    beside = later.relation == "conj" and later.head is earlier and not child(later, "nsubj", "nsubj:pass")
    alike = all(
        {actor for actor, _ in own} == {actor for actor, _ in others}
        for own, others in ((event.actors, other.actors), (event.recipients, other.recipients))
    )
    return alike or (beside and _compatible(event, other)) or _governs(word, told)


def _complement(kept: Event, gone: Event) -> None:
    """Give the telling that is kept what only the other one says ("killed in an air strike by government forces")."""
    kept.modes = kept.modes or gone.modes
    doers = {actor for actor, _ in gone.actors}
    if not kept.actors and not any(actor in doers for actor, _ in kept.recipients):
        kept.actors = gone.actors
    doers = {actor for actor, _ in kept.actors}
    if not kept.recipients and not any(actor in doers for actor, _ in gone.recipients):
        kept.recipients = gone.recipients
    kept.modes = kept.modes or gone.modes


def _governs(one: Word, other: Word) -> bool:
    """True if one of two words hangs on the other directly or over a light verb.

    Not by coordination, nor as what came before or after it ("took the town after fighting with the army"), nor as what
    was done besides ("took the town in a raid that killed ten", "shelled the town, wounding two men").
    """
    for low, high in ((one, other), (other, one)):
        mark = child(low, "mark")  # "killed them after *capturing* them"
        if low.relation == "conj" or low.head is None or (case(low) or (mark and mark.lower)) in SEPARATE:
            continue
        if _is_outcome(low):
            continue
        besides = low.head.relation == "obl" and child(high, "obj") is not None and low.dep == "acl:relcl"
        # "a minister who has *agreed* to mediate *invited* both": somebody does two things
        besides |= low.dep == "acl:relcl" and low.head.mention_type in PARTIES
        shared = high.relation == "conj" and high.head is low.head and low.relation == "obl" and high.i < low.i
        if shared and is_passive(high):  # "was ambushed and *killed* in a *raid* by X"
            return True
        # "they *fled*, and Chad lifted the *siege*"
        besides |= low.head.relation == "conj" and child(low.head, "nsubj") is not None
        if low.head is high or (low.head.head is high and not besides):
            return True
    return False


def _is_outcome(word: Word) -> bool:
    """True for a participle that says what came of the deed: "…, *wounding* two men"."""
    return word.relation == "advcl" and word.lower.endswith("ing") and word.lemma in OUTCOMES


def _ends_so(one: Event, other: Event, tree: Tree) -> bool:
    """True for a deed and how it ended: "shot and *killed* a judge", but "abducted and killed" are two deeds."""
    word, end = tree.words[one.word], tree.words[other.word]
    ended = end.relation == "conj" and end.head is word and end.lemma in OUTCOMES
    return ended and "abduct" not in one.modes and one.recipients == other.recipients and bool(one.recipients)


def _compatible(one: Event, other: Event) -> bool:
    """True if neither side of two events names different parties."""
    for own, others in ((one.actors, other.actors), (one.recipients, other.recipients)):
        left, right = {actor for actor, _ in own}, {actor for actor, _ in others}
        if left and right and not (left <= right or right <= left):
            return False
    return True


def _parties(event: Event) -> int:
    """How many parties an event names."""
    return len(event.actors) + len(event.recipients)


def draft_event(
    candidate: Candidate, event_type: str, modes: tuple[str, ...], rule: str, testimony: Testimony
) -> Event:
    """The draft event, before factuality, time and place."""
    voice = testimony.voices[testimony.voice_of[candidate.word.i]].chain if testimony.voice_of else (0,)
    fillers = [*candidate.actors, *candidate.recipients]
    confidence = BASE_CONFIDENCE - 0.05 * candidate.trigger.nominal - 0.15 * any(f.inferred for f in fillers)
    if not candidate.recipients:
        confidence -= 0.05
    if not candidate.actors:
        confidence -= 0.1
    return Event(
        type=event_type,
        modes=modes,
        contexts=candidate.trigger.predicate.contexts,
        anchor=candidate.trigger.anchor,
        word=candidate.word.i,
        actors=[(filler.actor, filler.span) for filler in candidate.actors],
        recipients=[(filler.actor, filler.span) for filler in candidate.recipients],
        factuality=Factuality(),
        voice=voice,
        rule=rule,
        confidence=round(confidence, 2),
        reciprocal=candidate.reciprocal,
    )
