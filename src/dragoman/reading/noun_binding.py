"""Who did to whom what a noun tells: "the army's raid on the camp", "talks with Chad", "came under attack"."""

from __future__ import annotations

from dragoman.lexicon.predicates import SUFFERED
from dragoman.reading.asking import asked_by_noun, asker_of
from dragoman.reading.candidates import ADDRESSED, REFUSING, Candidate, is_definite
from dragoman.reading.clauses import CHARGING, doer, is_passive, surface_subject, undergoer
from dragoman.reading.draft import Place
from dragoman.reading.obliques import noun_obliques
from dragoman.reading.pronoun_clauses import is_bystander
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.supports import CLAIMED, ENDING, carrier_of, support_of
from dragoman.reading.tree import Word, ancestors, case, child, children, has_to

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

# Types of deeds that who confirms them has not done.
HARMFUL = frozenset({"ASSAULT", "COERCE", "PROTEST"})

# Types of what somebody wants of another.
ASKING = frozenset({"REQUEST", "THREATEN"})

# Verbs of saying what was said before.
REPEATING = frozenset({"reiterate", "renew", "repeat"})
# Verbs that keep or take what was to be given.
WITHDRAWING = frozenset({"pull", "withdraw", "withhold"})
# Verbs over a harm that do not say who suffered it.
GLAD = frozenset({"arouse", "elicit", "prompt", "provoke", "spark", "stir", "trigger", "welcome"})
# Verbs that lay a deed on somebody, and the preposition before him.
LAID_ON = {"attribute": "to", "blame": "on", "link": "to", "pin": "on"}


def bind_noun(candidate: Candidate, binder: Binder) -> None:
    """Fill the actors, recipients and support of a noun's candidate."""
    noun = candidate.word
    candidate.support = support_of(noun, binder.light)
    support = candidate.support
    if support is not None and support.verb.lemma == "confirm" and candidate.trigger.predicate.type in HARMFUL:
        candidate.support = None  # who "confirmed the abductions" abducted nobody
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
    _call_off(candidate, binder)
    _rule_out(candidate, binder)
    candidate.anaphoric = is_definite(noun) and not says_again(candidate)
    if candidate.anaphoric and _circumstance(noun) and candidate.support is None and not candidate.recipients:
        # "During the visit, …" points back to an event told before and tells none.
        candidate.actors = []


def says_again(candidate: Candidate) -> bool:
    """True for a threat that is made once more: "Chad *renewed* its warnings" is told anew, whomever it warns."""
    support = candidate.support
    threat = candidate.trigger.nominal and candidate.trigger.predicate.type == "THREATEN"
    if not threat or support is None or support.verb.lemma not in REPEATING:
        return False
    return child(candidate.word, "acl", "ccomp") is None  # not "its warning *that the water is foul*"


def _rule_out(candidate: Candidate, binder: Binder) -> None:
    """Let who says that there will be none of something refuse it: "Peru said there can be *no talks* with them"."""
    noun, clause = candidate.word, candidate.word.head
    if clause is None or clause.lemma != "be" or noun.relation != "nsubj" or child(clause, "expl") is None:
        return
    determiner = child(noun, "det")
    if (
        determiner is None
        or determiner.lower != "no"
        or not any(aux.lower in REFUSING for aux in children(clause, "aux"))
    ):
        return
    if speakers := binder.speaker(noun):
        candidate.ruled_out = True
        own = {filler.actor for filler in speakers}
        found = [filler for slot in ("with", "to", "for") for filler in binder.noun_slot(noun, slot)]
        candidate.actors = speakers
        candidate.recipients = [filler for filler in dict.fromkeys(found) if filler.actor not in own]


def _call_off(candidate: Candidate, binder: Binder) -> None:
    """Let who ends a visit or talks be who does it to those who come: "Peru called off a visit by Chilean judges"."""
    support = candidate.support
    if candidate.trigger.predicate.type != "CONSULT" or support is None or support.role != "end":
        return
    enders = binder.parties(doer(support.verb), destination=True, behind=False)
    ending = {filler.actor for filler in enders}
    if enders and ending.isdisjoint(filler.actor for filler in candidate.actors):
        others = [filler for filler in [*candidate.actors, *candidate.recipients] if filler.actor not in ending]
        candidate.actors, candidate.recipients = enders, list(dict.fromkeys(others))


def _noun_actors(candidate: Candidate, binder: Binder) -> list[Filler]:
    """The doer of a noun, from the nearest evidence to the farthest."""
    noun, predicate = candidate.word, candidate.trigger.predicate
    if predicate.type == "AGREE" and case(noun) == "without":
        return []  # "nothing will be done *without* its consent"
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
    if support is not None and support.verb.lemma == "claim" and is_nobody(doer(support.verb)):
        return []  # "no group claimed responsibility for the attack"
    hosts = support is not None and support.role in ("doer", "attend") and predicate.reciprocal
    if hosts and support is not None and (found := binder.parties(doer(support.verb), destination=True)):
        return found
    # "the army's killing of workers": beside "of", the possessor of a victim's noun is the doer.
    own = child(noun, "nmod:poss")
    its = own is not None and own.pos == "PRON" and support is not None and support.role == "doer"
    # "the rebels' forces completed their withdrawal": whose subject it is
    subject = doer(support.verb) if its and support is not None else None
    if found := binder.parties(subject, destination=True, behind=False):
        return found
    possessor_acts = predicate.nominal_possessor == "actor" or bool(noun_obliques(noun, "of"))
    if possessor_acts and predicate.nominal_possessor != "none" and (found := binder.possessor(noun)):
        return found
    for preposition in ("by", *(("of",) if predicate.nominal_of == "actor" else ())):
        if found := binder.noun_slot(noun, preposition):
            return found
    if predicate.type == "REQUEST" and (found := asker_of(noun, binder)):
        return found
    if found := binder.done_by(noun) or _responsible(noun, binder):
        return found
    if support is not None and is_passive(support.verb) and (found := binder.done_by(support.verb)):
        return found
    if support is not None and support.role in ("doer", "attend"):  # noqa: SIM102
        # "The militia launched a sniper attack": the subject acts, where it is a party itself.
        if found := binder.parties(doer(support.verb), destination=True, behind=False):
            return found
    if found := _charged(noun, binder):
        return found
    apart = _is_taken_back(candidate) or "abduct" in predicate.modes  # "the kidnapping of nurses from a camp"
    if found := binder.modifiers(noun) or ([] if apart else binder.noun_slot(noun, "from")):
        return found
    carrier = carrier_of(noun, binder.light)
    if carrier is not None and (found := binder.possessor(carrier) or binder.noun_slot(carrier, "by")):
        return found
    dropped = support is not None and support.role == "end" and predicate.type == "ACCUSE"  # by others than made it
    if support is not None and support.role in ("doer", "attend", "end") and not dropped:
        return binder.parties(doer(support.verb), destination=True)
    if support is not None and support.verb.lemma == "come" and (found := binder.verb_slot(support.verb, "from")):
        return found  # "the shelling came from rebel positions", "praise for Chad came from Togo"
    if support is not None and support.role == "undergoer":
        for preposition in ("from", "by"):
            if found := binder.verb_slot(support.verb, preposition):
                return found
        if predicate.type == "RETREAT":  # "secured the release of the hostages"
            return binder.parties(doer(support.verb), destination=True, behind=False)
    if found := binder.parties(_stands(noun, "in", "at"), destination=True):
        return found
    if (
        support is not None
        and support.role == "occur"
        and predicate.type == "ASSAULT"
        and binder.noun_slot(noun, "against")
    ):
        # "the offensive against the rebels went on, the army said"
        return [f for f in binder.speaker(noun) if "MIL" in binder.cast.actors[f.actor].sectors]
    there = (
        noun.head if predicate.type == "CONSULT" and noun.relation == "obl" and case(noun) in ("for", "on") else None
    )
    if there is not None and child(there, "cop") is not None:
        # "is in Cairo for talks with X"
        return binder.parties(surface_subject(there), destination=True, behind=False)
    # "captured the town after fighting with the army", "signed it after days of talks"
    partnered = predicate.reciprocal and case(noun) in TEMPORAL and bool(binder.noun_slot(noun, "with"))
    timed = noun.head is not None and noun.head.mention_type == "time" and case(noun) == "of" and not is_definite(noun)
    measured = noun.head if timed and noun.head is not None else noun  # not "on the eve of the meeting"
    if (predicate.type in ("CONSULT", "AGREE") or partnered) and _circumstance(measured):
        clause = next((governor for governor in ancestors(noun) if governor.pos in ("VERB", "AUX")), None)
        told = [] if clause is None or clause.lemma != "say" else children(clause, "ccomp", "parataxis")
        if told and told[0].i < noun.i and told[0].pos == "VERB":
            clause = told[0]  # "…, he said, after talks"
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
    suffering = predicate.nominal_possessor == "recipient" and not noun_obliques(noun, "of")
    if suffering and (found := binder.possessor(noun)):
        return found
    if predicate.type == "PROTEST" and (found := binder.opposed(noun)):
        return found
    taker = support.verb if support is not None and _is_taken_back(candidate) else None
    if taker is not None and (found := binder.noun_slot(noun, "from") or binder.verb_slot(taker, "from")):
        return found
    # "welcomed the coup", "provoked a raid": it was done to somebody else.
    glad = support is not None and support.verb.lemma in GLAD and predicate.type in SUFFERED
    if support is not None and support.role == "undergoer" and not glad:
        subject = surface_subject(support.verb)
        if found := binder.parties(subject, destination=True):
            return found
    if found := binder.parties(_stands(noun, "under"), destination=True):
        return found
    carrier = carrier_of(noun, binder.light)
    prepositions = [slot for slot in predicate.recipient if slot not in ("object", "subject", "clause")]
    for slot in [*prepositions, "against", "on", "to", "with", "for"]:
        if slot in ("on", "for", "to") and slot not in prepositions:
            continue
        if predicate.type == "PROTEST" and any(binder.is_suffered(one) for one in noun_obliques(noun, slot)):
            continue  # "a protest at the arrest of students": they are not protested against
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
    done = any(is_passive(clause) for clause in children(noun, "acl"))  # "a call for the men to be freed"
    if "clause" in predicate.recipient and not done and (found := binder.clause_subject(noun)):
        return found
    if predicate.type in ASKING and (found := asked_by_noun(noun, binder)):
        own = {filler.actor for filler in candidate.actors}
        return [filler for filler in found if filler.actor not in own]
    if support is not None and (predicate.type in ADDRESSED or predicate.type == "SUPPORT"):
        return binder.addressee(support.verb)
    if "phone" in predicate.modes and _circumstance(noun) and noun.head is not None:
        # "assured the Chilean premier in a phone call that …", but not "told reporters on a conference call"
        return [] if any(is_bystander(one) for one in children(noun.head, "obj", "iobj")) else _told(noun.head, binder)
    return meant_for(noun, binder) if predicate.type == "AID" else []


def _told(verb: Word, binder: Binder) -> list[Filler]:
    """Whom somebody says something to: "told *her* that he would come"."""
    to = [one for one in children(verb, "iobj", "obj", "obl") if one.relation != "obl" or case(one) == "to"]
    return next(filter(None, (binder.parties(one, behind=False) for one in to)), [])


def _charged(noun: Word, binder: Binder) -> list[Filler]:
    """Who is charged with a deed: "accused *him* of the deportation of children"."""
    verb = noun.head
    if verb is None or verb.lemma not in CHARGING or noun.relation != "obl" or case(noun) not in ("of", "for", "over"):
        return []
    return binder.parties(undergoer(verb), destination=True, behind=False)


def is_nobody(word: Word | None) -> bool:
    """True for "no group", "nobody"."""
    if word is None:
        return False
    determiner = child(word, "det")
    return word.lower in ("nobody", "none") or (determiner is not None and determiner.lower == "no")


def _is_taken_back(candidate: Candidate) -> bool:
    """True for what is withheld "from" whoever should get it: "withdrew aid from the army"."""
    return candidate.support is not None and candidate.support.verb.lemma in WITHDRAWING


def _responsible(deed: Word, binder: Binder) -> list[Filler]:
    """Whoever is said to stand behind a deed: "a raid blamed on X", "X was behind it", "for which X took credit"."""
    told = children(deed, "acl")
    if deed.dep == "nsubj:pass" and deed.head is not None:
        told.append(deed.head)
    for clause in told:
        if (mark := LAID_ON.get(clause.lemma)) is not None and is_passive(clause):
            return binder.verb_slot(clause, mark)
        if clause.lemma in ("claim", "take") and any(one.lemma in CLAIMED for one in children(clause, "obj")):
            return binder.parties(doer(clause), destination=True, behind=False)
    if deed.relation == "nmod" and case(deed) == "behind":
        return binder.parties(deed.head, behind=False)
    return binder.parties(_stands(deed, "behind"), destination=True)


def meant_for(giving: Word, binder: Binder) -> list[Filler]:
    """Whom aid is to help: "announced funds to help the displaced"."""
    for clause in _purposes(giving):
        for verb in (clause, *children(clause, "xcomp")):
            if found := binder.verb_slot(verb, "object") or binder.verb_slot(verb, "for"):
                return found
    return []


def meant_place(giving: Word, binder: Binder) -> Place | None:
    """Where aid is to help: "sent a team to fight the fires in Chile"."""
    clauses = [verb for clause in _purposes(giving) for verb in (clause, *children(clause, "xcomp"))]
    return next((place for clause in clauses if (place := binder.ground.below(clause)) is not None), None)


def _purposes(giving: Word) -> list[Word]:
    """The clauses that say what is given, sent or paid for."""
    given = children(giving, "obj")
    given += [inner for thing in given for inner in children(thing, "nmod")]
    clauses = [*children(giving, "acl", "advcl"), *(clause for thing in given for clause in children(thing, "acl"))]
    marks = {"for", "on"}
    return [clause for clause in clauses if has_to(clause) or marks & {mark.lower for mark in children(clause, "mark")}]


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
