"""Whom a deed falls on where its verb's own slots name nobody: those faced, fought, settled with or promised to."""

from __future__ import annotations

from dragoman.reading.candidates import ADDRESSED, ANSWERING, PROMISING, Candidate
from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.noun_binding import meant_for
from dragoman.reading.obliques import given_back, obliques
from dragoman.reading.placed import infinitive
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word, case, child, children, descendants, has_to


def reach_further(candidate: Candidate, binder: Binder) -> None:
    """Gives a verb without a recipient the one that its type lets be told elsewhere in the clause."""
    candidate.recipients = _told_elsewhere(candidate, binder)
    if (
        not candidate.recipients
        and candidate.trigger.predicate.type in PROMISING
        and candidate.word.lemma not in ANSWERING
        and not withstands(candidate.word)
    ):
        _reach_beyond(candidate, binder)


# What leads from arms to those they are used on.
AIMS = ("at", "on", "against", "into")
# Verbs of laying sanctions on somebody.
_LAYING = frozenset({"impose", "lay", "levy", "place", "slap"})
# What is done at a place and not to those who live there: "refused to sign the pact *in Kigali*".
_HELD_SOMEWHERE = frozenset(
    {"attend", "convene", "debate", "gather", "initial", "meet", "negotiate", "ratify", "sign", "talk"}
)
# What is done to the same people beside.
BEATING = frozenset({"attack", "beat", "chase", "club", "disperse", "kick"})
# Modes of what is fired or thrown at people.
FIRED = frozenset({"crowd-control", "explosives", "firearms", "heavy-weapons"})


def aim_as_beside(candidate: Candidate, binder: Binder) -> None:
    """Let arms used without an aim be used on those of the verb before or behind: "beat the crowd *and fired gas*"."""
    verb, predicate = candidate.word, candidate.trigger.predicate
    if candidate.recipients or candidate.trigger.nominal or not predicate.objects or FIRED.isdisjoint(predicate.modes):
        return
    first = verb.head if verb.relation == "conj" else None
    if first is None:
        _aim_as_after(candidate, binder)
        return
    if child(verb, "nsubj", "nsubj:pass") or is_passive(first) or is_passive(verb) or first.pos != "VERB":
        return
    before = child(first, "obj")
    if before is not None and before.mention_type == "person" and undergoer(verb) is not before:
        candidate.recipients = binder.parties(before, behind=False)


def _aim_as_after(candidate: Candidate, binder: Binder) -> None:
    """As in "*fired gas* and beat the crowd"."""
    behind = child(candidate.word, "conj")
    if behind is None or behind.lemma not in BEATING or is_passive(behind):
        return
    whom = child(behind, "obj") if child(behind, "nsubj") is None else None
    if whom is not None and whom.mention_type == "person" and not any(obliques(candidate.word, aim) for aim in AIMS):
        candidate.recipients = binder.parties(whom, behind=False)


def withstands(verb: Word) -> bool:
    """True for what somebody will not let be done, to whom he does no harm: "will resist *attempts* to oust him"."""
    words, thing = load_recipient_words(), undergoer(verb)
    return verb.lemma in words.withstanding and thing is not None and thing.lemma in words.tries


def _pressed_by(verb: Word, binder: Binder) -> list[Filler]:
    """Who wanted what is refused: "declined to resign despite calls *by the opposition*"."""
    words = load_recipient_words()
    phrases = (one for root in (verb, *children(verb, "xcomp")) for one in children(root, "obl"))
    for phrase in phrases:
        if case(phrase) not in words.defying or phrase.lemma not in words.pressure:
            continue
        marked = [one for one in children(phrase, "nmod") if one.dep != "nmod:poss" and case(one) in ("by", "from")]
        found = [filler for one in marked for filler in binder.parties(one, behind=False, destination=True)]
        if found := found or binder.possessor(phrase) or binder.modifiers(phrase):
            return found
    return []


def _provoked_by(verb: Word, binder: Binder) -> list[Filler]:
    """Whose deed is answered: "*crowds* burned tyres, and police responded with tear gas"."""
    own = {filler.actor for filler in binder.parties(doer(verb))}
    deeds = [verb.head] if verb.relation == "conj" and verb.head is not None else children(verb, "advcl")
    doers = [filler for deed in deeds if deed.pos == "VERB" for filler in binder.parties(doer(deed), behind=False)]
    return [filler for filler in doers if filler.actor not in own]


def _told_elsewhere(candidate: Candidate, binder: Binder) -> list[Filler]:
    verb, predicate, words = candidate.word, candidate.trigger.predicate, load_recipient_words()
    if predicate.type == "REJECT" and (found := _pressed_by(verb, binder)):
        return found
    if predicate.type == "ASSAULT" and verb.lemma in words.reacting and (found := _provoked_by(verb, binder)):
        return found
    is_addressed = (
        predicate.type in ADDRESSED and "to" not in predicate.complements and not _has_target(candidate, binder)
    )
    if is_addressed and (found := _if_they_do(candidate, binder)):
        return found
    if is_addressed and (found := binder.addressee(verb)):
        # "denied to the Herald that …": a newspaper is told so, and not turned down
        return [one for one in found if binder.cast.actors[one.actor].kind != "outlet"]
    if is_addressed and (found := _called(verb, binder)):
        return found
    if predicate.type == "RETREAT" and "to" in predicate.recipient:
        return [filler for one in given_back(verb) for filler in binder.parties(one, destination=True)]
    if predicate.type == "AID" and candidate.actors:
        return meant_for(verb, binder)
    if predicate.type == "COERCE" and "withhold" in predicate.modes:
        kept = (clause for clause in children(verb, "advcl", "xcomp") if clause.lemma in predicate.clauses)
        return next((found for clause in kept if (found := binder.verb_slot(clause, "object"))), [])
    if predicate.type == "CONCEDE":
        return _imposed_on(verb, binder) or _settled_with(verb, binder) or _given_in(verb, binder)
    if predicate.type == "ASSAULT":
        aim = infinitive(verb) if verb.lemma in words.wielding else None
        return binder.verb_slot(aim, "object") if aim is not None else _fired_at(verb, binder)
    return _faced(verb, binder) if predicate.type == "MOBILIZE" else []


def _called(verb: Word, binder: Binder) -> list[Filler]:
    """To whom somebody speaks on the telephone or writes: "apologised in a call *to the minister*"."""
    calls = (one for one in obliques(verb, "in") if one.lemma in ("call", "letter", "message"))
    found = next((found for one in calls if (found := binder.noun_slot(one, "to"))), [])
    return [one for one in found if binder.cast.actors[one.actor].kind != "outlet"]


def _has_target(candidate: Candidate, binder: Binder) -> bool:
    """True for a threat that says whom it would hit, whoever hears it: "urged the Council … and vowed *to crush X*"."""
    verb = candidate.word
    if candidate.trigger.predicate.type != "THREATEN":
        return False
    deed = infinitive(verb)
    return deed is not None and bool(binder.verb_slot(deed, "object"))


def _if_they_do(candidate: Candidate, binder: Binder) -> list[Filler]:
    """Whose act a threat waits for, where another was spoken to before: "asked X and warned of war if *Y* came"."""
    verb = candidate.word
    if candidate.trigger.predicate.type != "THREATEN" or verb.relation != "conj":
        return []
    own = {filler.actor for filler in candidate.actors}
    awaited = [
        one for one in children(verb, "advcl") if any(m.lower in ("if", "unless") for m in children(one, "mark"))
    ]
    doers = [filler for one in awaited for filler in binder.parties(doer(one), behind=False)]
    return [filler for filler in doers if filler.actor not in own]


def _fired_at(verb: Word, binder: Binder) -> list[Filler]:
    """At whom the arms are fired that a deed is done with: "answered with dozens of rockets *at Israel*"."""
    for arms in obliques(verb, "with"):
        for one in (arms, *children(arms, "nmod")):
            for aim in AIMS:
                if found := binder.noun_slot(one, aim):
                    return found
    return []


def _settled_with(verb: Word, binder: Binder) -> list[Filler]:
    """Whom a concession is made to: those with whom a deal came before it ("… after an agreement with the owners")."""
    for phrase in children(verb, "obl", "advcl"):
        opening = case(phrase) or next((mark.lower for mark in children(phrase, "mark")), "")
        if opening not in ("after", "following"):
            continue
        deal = phrase if phrase.pos == "NOUN" else undergoer(phrase)
        if deal is None or deal.lemma not in load_recipient_words().deals:
            continue
        if found := binder.noun_slot(deal, "with") or (binder.verb_slot(phrase, "with") if deal is not phrase else []):
            return found
    return []


def _imposed_on(verb: Word, binder: Binder) -> list[Filler]:
    """On whom what is now lifted was laid: "lifted the arms embargo *imposed on Eritrea*"."""
    thing = undergoer(verb)
    laid = [clause for clause in children(thing, "acl") if clause.lemma in _LAYING] if thing is not None else []
    return next((found for clause in laid for slot in AIMS if (found := binder.verb_slot(clause, slot))), [])


def _faced(verb: Word, binder: Binder) -> list[Filler]:
    """Whom forces are to face: "scrambled jets to warn off Russian bombers", "sent troops to quell the rebels".

    Where nobody is told, those whose move they answer: "scrambled jets after Russian bombers entered its airspace".
    """
    moved, words = undergoer(verb), load_recipient_words()
    for aim in [*children(verb, "xcomp", "advcl"), *(children(moved, "acl") if moved is not None else ())]:
        if aim.lemma in words.facing and has_to(aim) and (found := binder.verb_slot(aim, "object")):
            return found
    for clause in children(verb, "advcl"):
        opened = {"after", "as", "when"} & {mark.lower for mark in children(clause, "mark")}
        if opened and clause.lemma in words.intruding:
            return binder.parties(doer(clause))
    return []


def fought(verb: Word, binder: Binder) -> list[Filler]:
    """Whose fire men fell in: "nine soldiers were killed in clashes *with rebels*"."""
    for phrase in [*obliques(verb, "in"), *obliques(verb, "during")]:
        if phrase.lemma in load_recipient_words().fights and (found := binder.noun_slot(phrase, "with")):
            return found
    return []


def _given_in(verb: Word, binder: Binder) -> list[Filler]:
    """Whom a concession answers: who gave in before ("called off the strike after *the mine* agreed to pay")."""
    for clause in descendants(verb):
        marks = {mark.lower for mark in children(clause, "mark")}
        if (
            clause.relation == "advcl"
            and marks & {"after", "once"}
            and clause.lemma in load_recipient_words().giving_in
            and not is_passive(clause)
        ):
            return binder.parties(child(clause, "nsubj"), destination=True)
    return []


def _reach_beyond(candidate: Candidate, binder: Binder) -> None:
    """Whom the infinitive under a promise, refusal or threat is done to, whatever its verb, and where."""
    clause = infinitive(candidate.word)
    if clause is None:
        content = next((phrase for phrase in children(candidate.word, "obl") if case(phrase) == "to"), None)
        candidate.where = None if content is None else binder.ground.below(content)
        return
    words = load_recipient_words()
    sent = clause.lemma in words.dispatching and not binder.verb_slot(clause, "to")
    if (sent or clause.lemma in words.wielding) and (aim := infinitive(clause)) is not None:
        clause = aim  # "threatened to use troops to attack Chad"
        if found := binder.verb_slot(clause, "object"):
            candidate.beyond = found
            return
    given_to = child(clause, "iobj") or (child(clause, "obj") if len(children(clause, "obj")) > 1 else None)
    if given_to is not None and clause.lemma in words.obliging and (found := binder.parties(given_to, behind=False)):
        candidate.beyond, candidate.obliging = found, True  # "offered to send the army ammunition"
        return
    own = clause.lemma in words.creating | words.dispatching | words.moving
    slots = ("to", "with", "for", "against", "from", *(() if own else ("object",)))
    if candidate.trigger.predicate.type == "THREATEN" and clause.lemma in words.bringing:
        slots = slots[1:]
    for slot in slots:
        if found := binder.verb_slot(clause, slot):
            candidate.beyond, candidate.obliging = found, slot == "to" and clause.lemma in words.obliging
            return
    if clause.lemma not in _HELD_SOMEWHERE:
        candidate.where = binder.ground.below(clause)
