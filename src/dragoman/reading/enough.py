"""When an event needs nobody on whom it falls: what a player says or does that tells enough by itself."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.lexicon.predicates import Predicate
from dragoman.reading.asking import asked_done, is_wanted_done
from dragoman.reading.candidates import JUDGEMENTS, STEPS, Candidate, is_definite, judged_aside
from dragoman.reading.clauses import clause_subject, doer, is_passive, surface_subject, undergoer
from dragoman.reading.land import FORCED
from dragoman.reading.obliques import obliques
from dragoman.reading.placed import is_player
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import GATHERINGS, Binder
from dragoman.reading.tree import Word, child, children, has_to

# Types that take a stand on what somebody did.
JUDGING = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT"})
# Of these and their like, those that bodies and people in office take in public.
STANDS = frozenset({"ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
# Verbs of saying nothing: "*declined* to discuss the report".
UNWILLING = frozenset({"decline"})
# Verbs that charge somebody with a wrong, whether or not it is said who did it.
ALLEGING = frozenset({"allege", "charge"})
# Verbs that accuse by what is said.
SAYING = frozenset({"say", "tell"})


def is_enough(candidate: Candidate, binder: Binder) -> bool:
    """True for a verb that tells an event without anybody it falls on; see :class:`Candidate`."""
    if candidate.trigger.predicate.type in JUDGEMENTS and candidate.actors and judged_aside(candidate.word) is not None:
        return True
    if _judges(candidate, binder) or _judges_step(candidate, binder):
        return True
    if _judges_thing(candidate) or count(candidate) is not None or _warns_of_own(candidate, binder):
        return True
    if not any(is_player(binder.cast.actors[filler.actor]) for filler in candidate.actors):
        return False
    asked = asked_done(candidate)
    wants = candidate.trigger.predicate.type == "REQUEST" and is_wanted_done(candidate.word)
    wants = wants or (asked is not None and asked.lemma in load_recipient_words().requested)
    stands = wants or _meets(candidate) or _speaks_out(candidate)
    return stands or _takes_stand(candidate, binder) or _hits_target(candidate, binder)


def _judges_thing(candidate: Candidate) -> bool:
    """True for somebody's harsh word for what was decided or done: "his lawyer called *the ruling* an outrage"."""
    predicate, thing = candidate.trigger.predicate, undergoer(candidate.word)
    if predicate.type != "ACCUSE" or not predicate.clauses or thing is None or not candidate.actors:
        return False
    judged = thing.mention_type in ("event", "abstract") and is_definite(thing)
    return judged and child(thing, "nmod:poss", "nmod", "acl") is None


def _warns_of_own(candidate: Candidate, binder: Binder) -> bool:
    """True for a warning of what one will do oneself: "the union warned that *it* would strike"."""
    if candidate.trigger.predicate.type != "THREATEN" or candidate.word.lemma != "warn":
        return False
    clause = child(candidate.word, "ccomp")
    subject = surface_subject(clause) if clause is not None and child(clause, "aux") is not None else None
    own = {filler.actor for filler in candidate.actors}
    return subject is not None and any(filler.actor in own for filler in binder.parties(subject))


def _meets(candidate: Candidate) -> bool:
    """True for a player's meeting, told without whom: "met in Nakuru for three days"; no visit, and not what is met."""
    predicate, word = candidate.trigger.predicate, candidate.word
    if predicate.type != "CONSULT" or "visit" in predicate.modes or is_passive(word) or undergoer(word) is not None:
        return False
    return not any(obliques(word, slot) for slot in predicate.recipient if slot not in ("object", "subject"))


def count(candidate: Candidate) -> Word | None:
    """The bare number of those on whom force falls, as headlines tell it: "Gunmen kill *12*", "Bomb kills *17*"."""
    subject = doer(candidate.word)
    done = bool(candidate.actors) or (subject is not None and subject.mention_type == "object")
    thing = undergoer(candidate.word) if candidate.trigger.predicate.type in FORCED and done else None
    return thing if thing is not None and thing.pos == "NUM" else None


def _judges(candidate: Candidate, binder: Binder) -> bool:
    """True for a verb of judgement over a deed told with those who suffered it alone."""
    predicate, verb = candidate.trigger.predicate, candidate.word
    if predicate.type not in JUDGING:
        return False
    over = [phrase for slot in predicate.recipient for phrase in obliques(verb, slot)]
    return any(binder.is_suffered(phrase) for phrase in over)


def _judges_step(candidate: Candidate, binder: Binder) -> bool:
    """True for a verdict on what has just been told: "China said *the move* was unacceptable"."""
    step = clause_subject(candidate.word) if candidate.trigger.predicate.type in JUDGING else None
    if step is None or not candidate.trigger.predicate.clauses:
        return False
    accused = candidate.trigger.predicate.type == "ACCUSE" and binder.is_suffered(step)  # "the raid was a crime"
    if step.lemma not in STEPS and not accused:
        return False
    return is_definite(step) and child(step, "acl", "nmod") is None


def _takes_stand(candidate: Candidate, binder: Binder) -> bool:
    """True for a player's stand on what is told without anybody: "hailed the verdict", "will restrict exports".

    A stand is not what the words of an entry ask for as its object ("declared war on waste"), nor a purpose or means.
    """
    word, predicate = candidate.word, candidate.trigger.predicate
    thing = undergoer(word)
    if thing is None:
        return False
    if predicate.type == "SANCTION":
        return "discontinue" in predicate.modes
    if predicate.type not in STANDS or predicate.objects or (word.lower.endswith("ing") and child(word, "mark")):
        return False
    owner = child(thing, "nmod:poss")
    if owner is not None and binder.cast.actor_at(owner.i) in {filler.actor for filler in candidate.actors}:
        return False  # "called her own vote a mistake"
    return thing.mention_type in ("event", "abstract") or thing.lower == "what"  # "in *what* Norway hailed as a step"


def imposes(candidate: Candidate, binder: Binder) -> bool:
    """True for sanctions that a player lays on whoever: "Peru imposed sanctions *on those responsible*"."""
    support = candidate.support
    if support is None or support.role != "doer" or candidate.trigger.predicate.type != "SANCTION":
        return False
    return any(is_player(binder.cast.actors[filler.actor]) for filler in candidate.actors)


def _hits_target(candidate: Candidate, binder: Binder) -> bool:
    """True for force used by a group on a site or a craft: "pirates boarded the tanker"."""
    if any(binder.cast.actors[filler.actor].kind == "person" for filler in candidate.actors):
        return False
    thing = undergoer(candidate.word)
    if candidate.trigger.predicate.type == "ASSAULT":
        return binder.ground.may_be_struck(thing)
    if thing is not None and thing.lemma in GATHERINGS:
        return candidate.trigger.predicate.type == "COERCE"  # "broke up the demonstration"
    return candidate.trigger.predicate.type in FORCED and binder.ground.is_target(thing)


def _speaks_out(candidate: Candidate) -> bool:
    """True for a player's verb that tells an event even where the text names no other side.

    Greece "expressed concern", whatever about; an envoy "flew in", whomever he saw; who "warned that his men would
    attack" threatens. Not for what is his own ("regretted its decision"), nor for a journey whose purpose tells of the
    meeting.
    """
    predicate, word = candidate.trigger.predicate, candidate.word
    if word.pos != "VERB":
        return False
    if predicate.type == "THREATEN":
        return "recipient" in predicate.needs and word.lemma == "warn" and child(word, "ccomp") is not None
    about = [phrase for slot in predicate.recipient for phrase in _fillers(word, slot)]
    if any(owner.pos == "PRON" for phrase in about for owner in children(phrase, "nmod:poss")):
        return False
    if predicate.type == "ACCUSE" and "disapprove" not in predicate.modes:
        clause = child(word, "ccomp") if word.lemma in ALLEGING else None
        return clause is not None and is_passive(clause)  # "alleged that they were tortured"
    if predicate.type == "ACCUSE":
        return word.lemma not in SAYING
    return predicate.type == "CONSULT" and _goes(word, predicate, about)


def _goes(word: Word, predicate: Predicate, about: Sequence[Word]) -> bool:
    """True for a visit or a talk; not for what is declined, a journey to a meeting, nor for mediating for nobody.

    ``about``: what stands in the slots where the other side would.
    """
    declined = word.relation == "xcomp" and word.head is not None and word.head.lemma in UNWILLING
    journey = "visit" in predicate.modes and "object" not in predicate.recipient
    errand = journey and any(has_to(clause) for clause in children(word, "advcl", "xcomp"))
    placed = all(phrase.mention_type == "place" or phrase.relation == "obj" for phrase in about)
    return placed and not declined and not errand and "third-party" not in predicate.modes


def _fillers(verb: Word, slot: str) -> list[Word]:
    """The words that stand in a slot of a verb."""
    return children(verb, "obj") if slot == "object" else obliques(verb, slot)
