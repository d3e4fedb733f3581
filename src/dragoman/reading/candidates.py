"""From a trigger to who did it to whom: role binding for verbs, adjectives and nouns."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.lexicon.predicates import SUFFERED
from dragoman.reading.clauses import doer, is_each_other, is_passive, noun_obliques, surface_subject, undergoer
from dragoman.reading.draft import Place
from dragoman.reading.placed import infinitive
from dragoman.reading.roles import ENDING, Binder, Filler, Support
from dragoman.reading.tree import Word, ancestors, case, child, children, has_to
from dragoman.reading.triggers import Trigger

# Types told with words alone: somebody must have said them, and to somebody if the clause has an addressee.
VERBAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE", "AID"}
)
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
# Types whose infinitive says what is promised, refused or threatened, and so to whom.
PROMISING = frozenset({"AGREE", "REJECT", "THREATEN"})
# Types that the manual gives a recipient always, and that are an AGREE, which needs none, while they are to come.
GIVEN = frozenset({"AID", "COOPERATE"})
# Types that take a stand on what somebody did.
JUDGING = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST", "SUPPORT"})
# What a quarrel is settled by.
DEALS = frozenset({"accord", "agreement", "compromise", "deal", "negotiation", "pact", "settlement", "talk", "talks"})
# Verbs whose several doers do it to one another.
EXCHANGING = frozenset({"exchange", "swap", "trade"})
# Adjuncts that share their clause's subject ("during talks with", "on a visit to").
CIRCUMSTANCE = frozenset(
    {
        "during",
        "after",
        "in",
        "at",
        "on",
        "following",
        "before",
        "ahead of",
        "for",
        "amid",
        "from",
        "upon",
        "via",
        "over",
    }
)
# Of these, those that say when even where the parser hangs them on a noun of the clause.
TEMPORAL = frozenset({"during", "after", "before", "following", "ahead of", "amid"})
# Verbs whose object is made by the act and so cannot be whom it is done to ("agreed to open a clinic").
CREATING = frozenset(
    {
        "appoint",
        "avenge",
        "build",
        "construct",
        "create",
        "elect",
        "establish",
        "form",
        "found",
        "launch",
        "name",
        "nominate",
        "open",
        "set",
    }
)
# Verbs whose object is sent and so is whose act it is, not whom it is done to ("threatened to send troops").
SENDING = frozenset(
    {"commit", "deploy", "dispatch", "mass", "mobilise", "mobilize", "move", "pull", "send", "withdraw"}
)
# Verbs by which somebody lets others have something ("ready to lend Chad money", "committed to opening it to Peru").
OBLIGING = frozenset(
    {
        "allocate",
        "contribute",
        "deliver",
        "donate",
        "extend",
        "give",
        "grant",
        "lend",
        "offer",
        "open",
        "pay",
        "provide",
    }
    | {"send", "supply", "transfer"}
)
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})


def is_definite(noun: Word) -> bool:
    """True for a noun that points back: "the meeting", "this visit"."""
    determiner = child(noun, "det")
    return determiner is not None and determiner.lower in DEFINITE


@dataclass(slots=True)
class Candidate:
    """A trigger with its participants.

    Attributes:
        reciprocal: every party is on both sides.
        support: a noun's light verb.
        anaphoric: a definite noun, which may take up an event told before.
        plausible: its participants do not rule it out.
        unmet: it only wants the recipient without which aid is none; to come, it is a promise, which needs none.
        outsider: its light verb's doer is no party to it ("the mission ended the war between A and B").
        where: the place it falls on, for want of a recipient; see :mod:`dragoman.reading.placed`.
        beyond: whom the infinitive under it reaches ("agreed to open a school for X"), for want of a recipient.
        obliging: something is let have to them there.
    """

    trigger: Trigger
    actors: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    reciprocal: bool = False
    support: Support | None = None
    anaphoric: bool = False
    plausible: bool = True
    unmet: bool = False
    outsider: bool = False
    beyond: list[Filler] = field(default_factory=list)
    obliging: bool = False
    where: Place | None = None

    @property
    def word(self) -> Word:
        """The predicate's word."""
        return self.trigger.word


def bind(trigger: Trigger, binder: Binder) -> Candidate:
    """The candidate event of a trigger; not ``plausible`` where its participants rule it out."""
    candidate = Candidate(trigger)
    if trigger.nominal:
        _bind_noun(candidate, binder)
    else:
        _bind_verb(candidate, binder)
    companions = _companions(candidate, binder)
    mutual = len(candidate.actors) > 1 and not candidate.recipients and _is_mutual(candidate)
    if trigger.predicate.reciprocal or mutual:
        _reciprocate(candidate)
    elif not candidate.reciprocal:
        doers = {filler.actor for filler in candidate.actors}
        candidate.recipients = [filler for filler in candidate.recipients if filler.actor not in doers]
    candidate.actors = [*candidate.actors, *companions]
    if not candidate.actors and candidate.recipients and trigger.predicate.type == "ASSAULT":
        candidate.actors = binder.attackers(candidate.word)
    if not candidate.actors and candidate.recipients and not trigger.nominal:
        candidate.actors = binder.authorities(candidate.word)
    if not candidate.recipients and trigger.predicate.type == "ACCUSE":
        candidate.recipients = binder.alleged(candidate.word)
    if not candidate.recipients and binder.ground.takes(trigger.predicate):
        support = candidate.support
        candidate.where = binder.ground.of(candidate.word) or (
            binder.ground.below(support.verb) if support is not None else None
        )
    candidate.plausible = _plausible(candidate, binder)
    candidate.unmet = not candidate.plausible and _wants_recipient(candidate)
    return candidate


def _wants_recipient(candidate: Candidate) -> bool:
    """True for aid or cooperation by somebody, told with all but whom it is given to."""
    predicate = candidate.trigger.predicate
    return predicate.type in GIVEN and bool(candidate.actors) and not candidate.recipients


def _bind_verb(candidate: Candidate, binder: Binder) -> None:
    verb, predicate = candidate.word, candidate.trigger.predicate
    for slot in predicate.actor:
        candidate.actors = binder.verb_slot(verb, slot)
        if candidate.actors:
            break
    for slot in predicate.recipient:
        if slot == "clause" and predicate.type == "ACCUSE" and predicate.clauses:
            candidate.recipients = binder.wrongdoers(verb)
        else:
            candidate.recipients = binder.verb_slot(
                verb, slot, destination=predicate.destination, judging=predicate.type in JUDGING
            )
        if candidate.recipients:
            break
    if not candidate.recipients and predicate.type in ADDRESSED:
        candidate.recipients = binder.addressee(verb)
    if not candidate.recipients and candidate.actors and predicate.type == "AID":
        candidate.recipients = _meant_for(verb, binder)
    if not candidate.recipients and predicate.type == "CONCEDE":
        candidate.recipients = _settled_with(verb, binder)
    if not candidate.recipients and predicate.type in PROMISING:
        _reach_beyond(candidate, binder)


def _settled_with(verb: Word, binder: Binder) -> list[Filler]:
    """Whom a concession is made to: those with whom a deal came before it ("… after an agreement with the owners")."""
    for phrase in children(verb, "obl", "advcl"):
        opening = case(phrase) or next((mark.lower for mark in children(phrase, "mark")), "")
        if opening not in ("after", "following"):
            continue
        deal = phrase if phrase.pos == "NOUN" else undergoer(phrase)
        if deal is None or deal.lemma not in DEALS:
            continue
        if found := binder.noun_slot(deal, "with") or (binder.verb_slot(phrase, "with") if deal is not phrase else []):
            return found
    return []


def _reach_beyond(candidate: Candidate, binder: Binder) -> None:
    """Whom the infinitive under a promise, refusal or threat is done to, whatever its verb, and where."""
    clause = infinitive(candidate.word)
    if clause is None:
        content = next((phrase for phrase in children(candidate.word, "obl") if case(phrase) == "to"), None)
        candidate.where = None if content is None else binder.ground.below(content)
        return
    slots = ("to", "with", "for", "against", "from", *(() if clause.lemma in CREATING | SENDING else ("object",)))
    for slot in slots:
        if found := binder.verb_slot(clause, slot):
            candidate.beyond, candidate.obliging = found, slot == "to" and clause.lemma in OBLIGING
            return
    candidate.where = binder.ground.below(clause)


def _bind_noun(candidate: Candidate, binder: Binder) -> None:
    noun = candidate.word
    candidate.support = binder.support_of(noun)
    parties = binder.noun_slot(noun, "between") or binder.noun_slot(noun, "among")
    if parties and "between" in candidate.trigger.predicate.recipient:
        # "Norway's mediation between A and B": the parties are whom it is done to.
        candidate.recipients = parties
        candidate.actors = [f for f in _noun_actors(candidate, binder) if f not in parties]
        return
    if parties:
        candidate.actors, candidate.recipients = parties, parties
        candidate.reciprocal = len(parties) > 1
        if candidate.support is not None:
            own = {filler.actor for filler in parties}
            candidate.outsider = any(f.actor not in own for f in binder.parties(doer(candidate.support.verb)))
        return
    candidate.actors = _noun_actors(candidate, binder)
    candidate.recipients = _noun_recipients(candidate, binder)
    candidate.anaphoric = is_definite(noun)
    if candidate.anaphoric and _circumstance(noun) and candidate.support is None and not candidate.recipients:
        # "During the visit, …" points back to an event told before and tells none.
        candidate.actors = []


def _noun_actors(candidate: Candidate, binder: Binder) -> list[Filler]:
    """The doer of a noun, from the nearest evidence to the farthest."""
    noun, predicate = candidate.word, candidate.trigger.predicate
    if _in_gesture(noun, predicate.type):
        return binder.parties(doer(noun.head), destination=True) if noun.head is not None else []
    if "subject" not in predicate.actor:
        for slot in predicate.actor:
            if found := binder.noun_slot(noun, slot):
                return found
    ender = noun.head
    if noun.relation == "nmod" and ender is not None and ender.lemma in ENDING and (found := binder.possessor(ender)):
        # "Norway's suspension of aid to Chad"
        return found
    support = candidate.support
    hosts = support is not None and support.role in ("doer", "attend") and predicate.reciprocal
    if hosts and support is not None and (found := binder.parties(doer(support.verb), destination=True)):
        return found
    # "the army's killing of workers": beside "of", the possessor of a victim's noun is the doer.
    possessor_acts = predicate.nominal_possessor == "actor" or binder.noun_slot(noun, "of")
    if possessor_acts and predicate.nominal_possessor != "none" and (found := binder.possessor(noun)):
        return found
    for preposition in ("by", *(("of",) if predicate.nominal_of == "actor" else ())):
        if found := binder.noun_slot(noun, preposition):
            return found
    if found := binder.done_by(noun):
        return found
    if support is not None and is_passive(support.verb) and (found := binder.done_by(support.verb)):
        return found
    if support is not None and support.role in ("doer", "attend"):  # noqa: SIM102
        # "The militia launched a sniper attack": the subject acts, where it is a party itself.
        if found := binder.parties(doer(support.verb), destination=True, behind=False):
            return found
    if found := binder.modifiers(noun) or binder.noun_slot(noun, "from"):
        return found
    carrier = binder.carrier_of(noun)
    if carrier is not None and (found := binder.possessor(carrier) or binder.noun_slot(carrier, "by")):
        return found
    if support is not None and support.role in ("doer", "attend", "end"):
        return binder.parties(doer(support.verb), destination=True)
    if support is not None and support.role == "undergoer":
        for preposition in ("from", "by"):
            if found := binder.verb_slot(support.verb, preposition):
                return found
    if found := binder.parties(_stands(noun, "in", "at"), destination=True):
        return found
    # "captured the town after fighting with the army", "signed it after days of talks"
    partnered = predicate.reciprocal and case(noun) in TEMPORAL and bool(binder.noun_slot(noun, "with"))
    measured = noun.head if noun.head is not None and noun.head.mention_type == "time" and case(noun) == "of" else noun
    if (predicate.type in ("CONSULT", "AGREE") or partnered) and _circumstance(measured):
        clause = next((governor for governor in ancestors(noun) if governor.pos in ("VERB", "AUX")), None)
        if clause is not None:
            subject = surface_subject(clause) if is_passive(clause) else doer(clause)
            return binder.parties(subject, destination=True, behind=False)
    return []


def _noun_recipients(candidate: Candidate, binder: Binder) -> list[Filler]:
    """Whom a noun is done to: its own prepositions, its possessor, then those of its light verb."""
    noun, predicate, support = candidate.word, candidate.trigger.predicate, candidate.support
    hosted = predicate.reciprocal and support is not None and bool(candidate.actors)
    of_recipient = predicate.nominal_of == "recipient" or hosted or _in_gesture(noun, predicate.type)
    if of_recipient and (found := binder.noun_slot(noun, "of")):
        return found
    if predicate.nominal_possessor == "recipient" and (found := binder.possessor(noun)):
        return found
    # "welcomed the coup": it was done to somebody else.
    glad = support is not None and support.verb.lemma == "welcome" and predicate.type in SUFFERED
    if support is not None and support.role == "undergoer" and not glad:
        subject = surface_subject(support.verb)
        if found := binder.parties(subject, destination=True):
            return found
    if found := binder.parties(_stands(noun, "under"), destination=True):
        return found
    carrier = binder.carrier_of(noun)
    prepositions = [slot for slot in predicate.recipient if slot not in ("object", "subject", "clause")]
    for slot in [*prepositions, "against", "on", "to", "with", "for"]:
        if slot in ("on", "for", "to") and slot not in prepositions:
            continue
        if found := binder.noun_slot(noun, slot):
            return found
        if carrier is not None and (found := binder.noun_slot(carrier, slot)):
            return found
        if support is not None:
            if found := binder.verb_slot(support.verb, slot, destination=predicate.destination):
                return found
        elif (
            noun.dep == "obl"
            and noun.head is not None
            and slot == "with"
            and predicate.reciprocal
            and (found := binder.verb_slot(noun.head, slot))
        ):
            return found
    if support is not None and (predicate.type in ADDRESSED or predicate.type == "SUPPORT"):
        return binder.addressee(support.verb)
    return _meant_for(noun, binder) if predicate.type == "AID" else []


def _meant_for(giving: Word, binder: Binder) -> list[Filler]:
    """Whom aid is to help: "announced funds to help the displaced"."""
    for clause in children(giving, "acl", "advcl"):
        mark = child(clause, "mark")
        if not has_to(clause) and (mark is None or mark.lower not in ("for", "on")):
            continue
        for verb in (clause, *children(clause, "xcomp")):
            if found := binder.verb_slot(verb, "object") or binder.verb_slot(verb, "for"):
                return found
    return []


def _circumstance(noun: Word) -> bool:
    """True for a noun that only says when or at what a clause took place ("during talks with", "at the meeting")."""
    marked = case(noun)
    return (noun.dep == "obl" and marked in CIRCUMSTANCE) or (noun.dep == "nmod" and marked in TEMPORAL)


def _stands(noun: Word, *prepositions: str) -> Word | None:
    """The subject of a copula that says what somebody is in: "is in talks with", "are at war", "came under attack"."""
    if child(noun, "cop") is None or case(noun) not in prepositions:
        return None
    return surface_subject(noun)


def _in_gesture(noun: Word, event_type: str) -> bool:
    """True for "in support of X", "in protest at X": an act of the clause's subject."""
    gesture = event_type in ("SUPPORT", "AID") or noun.lemma == "protest"
    return gesture and noun.relation == "obl" and case(noun) == "in"


def _companions(candidate: Candidate, binder: Binder) -> list[Filler]:
    """Companions of the actor ("attended with his deputy", "visited with her staff"), taken from the recipients.

    The possessor of such a companion is the actor itself; "met his deputy" has no companion.
    """
    attends = candidate.support is not None and candidate.support.role == "attend"
    companions: list[Filler] = []
    if not (attends or candidate.trigger.predicate.destination) or not candidate.actors:
        return companions
    roots = [candidate.word] if candidate.support is None else [candidate.word, candidate.support.verb]
    doers = {filler.actor for filler in candidate.actors}
    for root in roots:
        for companion in [*noun_obliques(root, "with"), *noun_obliques(root, "alongside")]:
            owner = child(companion, "nmod:poss")
            if owner is None or binder.cast.actor_at(owner.i) not in doers:
                continue
            found = [f for f in binder.companions(companion) if f.actor not in doers]
            taken = {filler.actor for filler in found}
            candidate.recipients = [filler for filler in candidate.recipients if filler.actor not in taken]
            doers |= taken
            companions.extend(found)
    return companions


def _is_mutual(candidate: Candidate) -> bool:
    """True for what its doers do to one another: "accused each other", "exchanged fire"."""
    roots = [candidate.word] if candidate.support is None else [candidate.word, candidate.support.verb]
    return any(
        root.lemma in EXCHANGING or any(is_each_other(one) for one in children(root, "obj", "iobj", "obl", "nmod"))
        for root in roots
    )


def _reciprocate(candidate: Candidate) -> None:
    """Both sides of a reciprocal event: several actors and nobody else, or actors with partners."""
    doers = {filler.actor for filler in candidate.actors}
    others = [filler for filler in candidate.recipients if filler.actor not in doers]
    if others:
        candidate.recipients = others
        candidate.reciprocal = False
    elif len(candidate.actors) > 1:
        candidate.recipients = list(candidate.actors)
        candidate.reciprocal = True
    else:
        candidate.recipients = []


def stands_alone(candidate: Candidate) -> bool:
    """True where a noun or passive is all that a clause tells of talks or a deal: "talks resumed", "it was signed".

    The text before it says between whom.
    """
    if not candidate.trigger.predicate.reciprocal:
        return False
    if not candidate.trigger.nominal:
        return is_passive(candidate.word) and candidate.word.relation not in ("acl", "amod")
    support = candidate.support
    return support is not None and (support.role == "occur" or is_passive(support.verb))


def _is_campaign(candidate: Candidate, binder: Binder) -> bool:
    """True for a rally of one person against nobody: a candidate's, and no protest."""
    kinds = {binder.cast.actors[filler.actor].kind for filler in candidate.actors}
    return candidate.trigger.nominal and not candidate.recipients and kinds == {"person"}


def _plausible(candidate: Candidate, binder: Binder) -> bool:
    """False where the words cannot tell of an actor's act: a thing as subject, no party at all, a needed role empty."""
    predicate, word = candidate.trigger.predicate, candidate.word
    # Aid and rockets reach whoever is there; other acts in a place may be done to things ("fought the fire in Lima").
    lands = (
        predicate.type == "AID"
        or binder.ground.aimed(predicate, candidate.where)
        or (not candidate.trigger.nominal and binder.ground.is_land(undergoer(word)))
    )
    unreached = not candidate.recipients and (candidate.where is None or not lands)
    if "recipient" in predicate.needs and unreached and not candidate.anaphoric:
        return False
    if predicate.type == "PROTEST" and word.lemma == "rally" and _is_campaign(candidate, binder):
        return False
    if candidate.actors or stands_alone(candidate):
        return True
    if candidate.trigger.nominal:
        return bool(candidate.recipients) and predicate.type not in VERBAL
    if "subject" not in predicate.actor:
        # The subject undergoes it ("faces charges"), so it says nothing about a doer.
        return bool(candidate.recipients)
    subject = doer(word)
    if subject is not None:
        # An inanimate subject with nobody behind it does not act.
        return False
    if predicate.type in VERBAL and "actor" in predicate.needs:
        # Somebody unnamed said it to somebody named: kept only where the context can tell who (see events.py).
        return is_passive(word) and bool(candidate.recipients)
    return bool(candidate.recipients) and (is_passive(word) or bool(children(word, "aux")))
