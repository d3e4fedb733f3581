"""Who is asked by a request, and what is wanted done: "demanded an apology *by Russia*", "wants the men *freed*"."""

from __future__ import annotations

from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import doer, is_passive
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word, case, child, children, has_to

# Verbs whose object may be what they want done, and to whom.
WANTING = frozenset({"need", "want"})


def asked_of(verb: Word, binder: Binder) -> list[Filler]:
    """Who is to do what is asked for as his: "demanded an apology *by Russia*"."""
    thing = child(verb, "obj")
    if thing is None or is_passive(verb) or thing.mention_type not in ("abstract", "event"):
        return []
    marked = [one for one in children(thing, "nmod") if case(one) == "by"]
    return [filler for one in marked for filler in binder.parties(one, destination=True, behind=False)]


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
        word.lower in ("are", "do", "have") or word.feats.get("Tense") == "Past" or word.feats.get("Number") == "Sing"
        for clause in children(verb, "ccomp")
        for word in (clause, *children(clause, "aux", "cop"))
        if word.feats.get("VerbForm") == "Fin"
    )
