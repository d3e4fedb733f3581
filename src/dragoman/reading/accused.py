"""Who is charged with a deed that a clause tells: "probed whether X had …", "claims that X tortured them"."""

from __future__ import annotations

from dragoman.reading.clauses import doer, is_passive
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word, case, child, children

# Whose people are the speaker's own.
OWNERS = frozenset({"her", "his", "its", "my", "our", "their"})


def alleged(word: Word, binder: Binder) -> list[Filler]:
    """Who is said to have done what is alleged or looked into: "probed whether X …", "claims that X tortured …"."""
    clauses = children(word, "ccomp", "acl", "advcl")
    for topic in children(word, "nmod", "obl", "obj"):
        if case(topic) in ("", "into", "of", "over", "about"):
            clauses += children(topic, "acl", "ccomp")
    for clause in clauses:
        mark = child(clause, "mark")
        if clause.dep == "acl:relcl":
            continue  # "trials that rights groups called a sham"
        if mark is None or not any(m.lower in ("that", "whether", "how", "if") for m in children(clause, "mark")):
            continue
        if not is_passive(clause) and (found := binder.parties(child(clause, "nsubj"), destination=True)):
            return found
    return _said_before(word, binder)


def _said_before(verb: Word, binder: Binder) -> list[Filler]:
    """Who does what a sentence tells before it says who charges him with it: "*Troops* fired, the party alleged"."""
    if verb.pos != "VERB" or doer(verb) is None:
        return []
    inner = [one for one in children(verb, "ccomp", "advcl", "parataxis") if child(one, "mark") is None]
    over = [verb.head] if verb.relation == "parataxis" and verb.head is not None else []
    for clause in (*inner, *over):
        told = clause.pos == "VERB" and clause.i < verb.i and child(clause, "nsubj", "nsubj:pass") is not None
        if told:
            return binder.parties(doer(clause), destination=True)
    return []


def wrongdoers(verb: Word, binder: Binder) -> list[Filler]:
    """Who does the wrong a complement tells of: not the men of "said that ten men had been tortured by police"."""
    for clause in children(verb, "ccomp", "xcomp", "advcl"):
        if clause.dep != "advcl:relcl" and clause.pos == "VERB" and child(clause, "nsubj:pass") is not None:
            return binder.parties(doer(clause), destination=True)
        deed = child(clause, "csubj", "ccomp", "advcl") if child(clause, "expl") is not None else None
        if deed is not None and (found := binder.parties(doer(deed), destination=True)):
            return found  # "said it was wrong for Chad to close it"
        if _is_own(child(clause, "nsubj"), verb, binder):
            return []
    return binder.clause_subject(verb) or _said_before(verb, binder)


def _is_own(subject: Word | None, verb: Word, binder: Binder) -> bool:
    """True for the speaker's own people, whose deeds he boasts of: "claimed *his men* had killed ten"."""
    owner, speaker = child(subject, "nmod:poss") if subject is not None else None, doer(verb)
    if owner is None or speaker is None:
        return False
    return owner.lower in OWNERS and binder.cast.actor_at(owner.i) == binder.cast.actor_at(speaker.i)
