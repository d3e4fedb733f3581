"""Who is asked by a request, and what is wanted done: "demanded an apology *by Russia*", "wants the men *freed*"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import doer, is_passive
from dragoman.reading.obliques import noun_obliques
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word, case, child, children, has_to

# Types of what two sides settle on with one another.
SETTLING = frozenset({"AGREE", "CONSULT", "RETREAT"})
# How a clause is told to follow a request, or to be against it: "freed them *at* Chad's request".
PROMPTED = frozenset({"after", "amid", "at", "despite", "following", "upon", "in response to", "in answer to"})
# Verbs that say what becomes of a request.
HEEDING = frozenset(
    {
        "answer", "defy", "disregard", "dodge", "grant", "heed", "ignore", "meet", "rebuff", "refuse", "reject",
        "resist", "spurn", "turn",
    }
)  # fmt: skip
# Verbs that bring a request to somebody: "an ultimatum *delivered* to Chad".
BRINGING = frozenset({"address", "deliver", "direct", "give", "hand", "issue", "pass", "present", "send"})
# Verbs that say how things are or will be, of any number.
_ASSERTED = frozenset({"are", "can", "do", "have", "will", "would", "'ll", "’ll", "wo", "ca"})
# Verbs whose object may be what they want done, and to whom.
WANTING = frozenset({"need", "want"})


def asked_of(verb: Word, binder: Binder) -> list[Filler]:
    """Who is to do what is asked for as his: "demanded an apology *by Russia*"."""
    thing = child(verb, "obj")
    if thing is None or is_passive(verb) or thing.mention_type not in ("abstract", "event"):
        return []
    marked = [one for one in children(thing, "nmod") if case(one) == "by"]
    return [filler for one in marked for filler in binder.parties(one, destination=True, behind=False)]


def asked_as(verb: Word, binder: Binder) -> list[Filler]:
    """Who does, or will not do, what was asked: "*Chad* paid, as the rebels had demanded"."""
    opened = verb.relation == "advcl" and any(mark.lower == "as" for mark in children(verb, "mark"))
    above = verb.head if opened else None
    while above is not None and above.relation in ("xcomp", "conj") and child(above, "nsubj") is None:
        above = above.head
    if above is None or children(verb, "obj", "ccomp", "xcomp"):
        return []
    own = {filler.actor for filler in binder.parties(doer(verb))}
    done = [one for one in binder.parties(doer(above), destination=True, behind=False) if one.actor not in own]
    return [Filler(one.actor, one.span, inferred=True) for one in done]


def is_wanted_done(verb: Word) -> bool:
    """True where somebody wants something done to the object, who is not asked: "want two comrades *released*"."""
    if verb.lemma not in WANTING:
        return False
    thing = child(verb, "obj")
    clauses = [*children(verb, "xcomp", "ccomp"), *(children(thing, "acl") if thing is not None else ())]
    return any(is_passive(clause) for clause in clauses if clause.dep != "acl:relcl" and not has_to(clause))


def asked_done(candidate: Candidate) -> Word | None:
    """The passive clause of a request, whose subject is not who is asked: "said the prisoners should *be freed*"."""
    verb, predicate = candidate.word, candidate.trigger.predicate
    if predicate.type != "REQUEST" or candidate.trigger.nominal or "clause" not in predicate.recipient:
        return None
    clauses = [clause for clause in children(verb, "ccomp", "xcomp") if not has_to(clause)]
    return next((clause for clause in clauses[:1] if is_passive(clause)), None)


def asked_for(clause: Word, binder: Binder) -> list[Filler]:
    """Who can do what is wanted done: the "by" of it, or whose the thing is ("demanded that its *powers* be cut")."""
    if doers := binder.parties(doer(clause), destination=True, behind=False):
        return doers
    thing = child(clause, "nsubj:pass")
    if thing is None or thing.mention_type in ("person", "organization", "place"):
        return []
    owners = [
        one
        for one in thing.children
        if one.dep == "nmod:poss" or (one.relation == "nmod" and case(one) in ("of", "in"))
    ]
    return [filler for one in owners for filler in binder.parties(one, destination=True, behind=False)]


def tells_a_fact(verb: Word) -> bool:
    """True for what is held to be so and not wanted: "insisted that it *had* left", but "insisted that it leave"."""
    return any(
        word.lower in _ASSERTED or word.feats.get("Tense") == "Past" or word.feats.get("Number") == "Sing"
        for clause in children(verb, "ccomp")
        for word in (clause, *children(clause, "aux", "cop"))
        if word.feats.get("VerbForm") == "Fin"
    )


def ask_doers(candidate: Candidate, contents: Sequence[Candidate]) -> None:
    """Let a request be made of those who are to do what is asked for.

    As in "demanded a meeting of the council", "called for an end to Chadian raids", "demanded the withdrawal of Chadian
    troops from Libya", and of the other side: "demanded a truce with the rebels".
    """
    asking = {filler.actor for filler in candidate.actors}
    left = [one for one in contents if "withdraw" in one.trigger.predicate.modes and one.trigger.nominal]
    leaving = [one for content in left for one in content.actors if one.actor not in asking]
    places = {filler.actor for content in left for filler in content.recipients}
    told = []
    if not candidate.recipients:
        told = [filler for content in contents for filler in content.actors if filler.actor not in asking]
        sides = (one for one in contents if one.trigger.predicate.type in SETTLING and noun_obliques(one.word, "with"))
        told = told or [filler for content in sides for filler in content.recipients if filler.actor not in asking]
    elif leaving and {filler.actor for filler in candidate.recipients} <= places:
        told = leaving
    if told or not candidate.recipients:
        candidate.recipients = [Filler(filler.actor, filler.span, inferred=True) for filler in told]


def offered_by(candidate: Candidate, contents: Sequence[Candidate]) -> list[Filler]:
    """Whose help or plan somebody agrees to: "agreed to *Norwegian* mediation in the talks with the rebels"."""
    own = {filler.actor for filler in candidate.actors}
    for content in contents:
        word = content.word
        if content.trigger.nominal and word.head is candidate.word and word.relation == "obl" and case(word) == "to":
            return [Filler(f.actor, f.span, inferred=True) for f in content.actors if f.actor not in own]
    return []


def asker_of(noun: Word, binder: Binder) -> list[Filler]:
    """Who wants what is done as is wished: "at the request of *Western governments*"."""
    wished = noun.relation == "obl" and case(noun) == "at" and bool(asked_by_noun(noun, binder))
    return binder.noun_slot(noun, "of") if wished else []


def asked_by_noun(noun: Word, binder: Binder) -> list[Filler]:
    """Of whom a request is made, told as what somebody does something after, or as what he ignores.

    As in "*Cuba* freed them after an appeal by the bishop", "despite a plea from the court, *Peru* pardoned him"; and
    to whom it is brought: "the ultimatum, delivered to *Belgrade* by the group".
    """
    for clause in children(noun, "acl"):
        if clause.lemma in BRINGING and (found := binder.verb_slot(clause, "to")):
            return found
    prompted = noun.relation in ("obl", "nmod") and case(noun) in PROMPTED
    verb = noun.head
    if prompted and verb is not None and verb.relation in ("obj", "obl"):
        verb = verb.head  # parsers hang a time on the noun before it
    if verb is None or verb.pos != "VERB":
        return []
    heeded = noun.relation == "obj" and verb.lemma in HEEDING and not is_passive(verb)
    return binder.parties(doer(verb), destination=True, behind=False) if prompted or heeded else []
