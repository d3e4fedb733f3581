"""Whether a clause looks ahead: what decides between last Monday and the next."""

from __future__ import annotations

from typing import Literal

from dragoman.reading.time_grammar import Binding
from dragoman.reading.tree import Word, has_to

Leaning = Literal["past", "future", "open"]

# Climbing over verbless clauses ends here; deeper nesting does not occur in prose.
MAX_CLIMB = 12


def leaning(word: Word, binding: Binding) -> Leaning:
    """Whether the verb that governs a word puts it before or after the publication.

    Modal auxiliaries, infinitives that are no outcome of their governor ("plans to meet", but not "began to meet"), the
    present progressive, and the present of verbs for what is scheduled ("the talks open on Monday") look ahead. The
    past forms of modals ("he hoped they could be freed on Sunday") leave it open.
    """
    current: Word | None = word
    for _ in range(MAX_CLIMB):
        if current is None:
            return "past"
        if current.relation == "obj" and current.head is not None and current.head.lemma in binding.retrospective:
            return "past"
        verdict = _verdict(current, binding)
        if verdict is not None:
            return verdict
        current = current.head
    return "past"


def _verdict(word: Word, binding: Binding) -> Leaning | None:
    """What one governor says; None to ask the next one up."""
    auxiliaries = [child.lower for child in word.children if child.relation in ("aux", "cop")]
    if any(auxiliary in binding.future_auxiliary for auxiliary in auxiliaries):
        return "past" if "have" in auxiliaries and "will" not in auxiliaries else "future"
    if any(auxiliary in binding.open_auxiliary for auxiliary in auxiliaries):
        return "past" if "have" in auxiliaries else "open"
    if auxiliaries and word.lower in binding.expected:
        return "future"
    present = any(
        child.feats.get("Tense") == "Pres" and child.lemma == "be" for child in word.children if child.relation == "aux"
    )
    if word.pos not in ("VERB", "AUX"):
        return "past" if auxiliaries else None
    if present and word.lower.endswith("ing"):
        return "future"
    if auxiliaries:
        return None if word.dep == "advcl" and not present else "past"
    form = word.feats.get("VerbForm")
    if form == "Inf" or has_to(word):
        return _infinitive(word, binding)
    if form in ("Part", "Ger"):
        return "past" if word.dep == "acl" and word.feats.get("Tense") == "Past" else None
    return "future" if word.feats.get("Tense") == "Pres" and word.lemma in binding.scheduled else "past"


def _infinitive(word: Word, binding: Binding) -> Leaning | None:
    """An outcome or a purpose takes its governor's time; anything else is still to come."""
    governor = word.head
    if governor is None:
        return "future"
    if word.relation == "advcl" or (word.relation in ("xcomp", "ccomp") and governor.lemma in binding.implicative):
        return None
    return "future"
