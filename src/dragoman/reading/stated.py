"""Stands that are taken by what is said: "“They will pay a price,” he said", "said that the raid was a disgrace".

The lexicon's entries tell a stand by the verb that reports it. Where the language model finds one in what is said, the
clause's subject is who it is about, and whoever says it takes it.
"""

from __future__ import annotations

from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import surface_subject
from dragoman.reading.draft import Testimony
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.speakers import FIRST_PERSON
from dragoman.reading.tree import Word, child, children

# Types of stands that a predicate of being tells: "is a disgrace", "are welcome".
STANDS = frozenset({"ACCUSE", "AGREE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"})
# Those that a verb tells of its subject where it falls on nobody: "they are *playing* for time".
AIMED_AT_SUBJECT = frozenset({"ACCUSE", "THREATEN"})
# Verbs of what their own subject thinks of a thing ("said Chile *regretted* the vote").
FEELING = frozenset({"deplore", "disapprove", "fear", "lament", "mourn", "regret", "resent", "rue"})
# Auxiliaries that ask somebody to do what their verb tells.
OBLIGING = frozenset({"must", "should", "ought"})


def state(candidate: Candidate, testimony: Testimony, binder: Binder) -> None:
    """Make who says it the actor of a stand that what he says tells, and who it is said of its recipient.

    Args:
        candidate: one that the language model found; changed in place.
        testimony: who says what.
        binder: for the parties of the clause.
    """
    predicate, word = candidate.trigger.predicate, candidate.word
    if predicate.type not in STANDS or not testimony.voice_of:
        return
    speaker = testimony.voices[testimony.voice_of[word.i]].actor
    if testimony.voice_of[word.i] == 0 or speaker is None or not _says_of_subject(candidate):
        return
    subject = surface_subject(word)
    about = binder.parties(subject) if subject is not None else []
    if (subject is not None and subject.lower in FIRST_PERSON) or speaker in {filler.actor for filler in about}:
        return
    owner = child(subject, "nmod:poss") if subject is not None else None
    if owner is not None and binder.cast.actor_at(owner.i) == speaker:
        return  # "said *his* men would answer": they are no others
    others = about or candidate.recipients
    candidate.actors = [Filler(speaker, candidate.trigger.anchor, inferred=True)]
    candidate.recipients = [filler for filler in others if filler.actor != speaker]
    candidate.plausible = candidate.stated = True
    candidate.reciprocal = False


def _says_of_subject(candidate: Candidate) -> bool:
    """True for a predicate that says something of its subject, rather than what he said or did himself."""
    word, event_type = candidate.word, candidate.trigger.predicate.type
    if child(word, "cop") is not None:
        return True
    if _is_inner(word):
        return False
    if event_type == "REQUEST":
        return any(one.lower in OBLIGING for one in children(word, "aux"))
    return event_type in AIMED_AT_SUBJECT and not candidate.recipients and word.lemma not in FEELING


def _is_inner(verb: Word) -> bool:
    """True for a verb that is no clause of its own: a participle or infinitive."""
    return verb.relation in ("acl", "advcl", "xcomp") and verb.dep != "acl:relcl"
