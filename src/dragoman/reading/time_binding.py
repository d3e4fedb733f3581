"""Which time holds for which predicate.

A time holds for the word it hangs on, and for what happens inside that word's clause: objects, participles, nouns
after "during". It does not hold beyond the clause: not for what somebody says on Monday, not for a coordinated clause
with a subject of its own, not for what a noun only recalls ("condemned the attack on Monday").
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.draft import Time
from dragoman.reading.time_grammar import Binding
from dragoman.reading.tree import Word, case

# A predicate looks at most so many governors up for its time.
MAX_CLIMB = 8
NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X"])
# Mention types of nouns that happen: a time may hang on them rather than on their clause.
# Prepositions before the happening of which something is a part.
SETTING = frozenset(["in", "during", "at", "by"])
HAPPENINGS = frozenset(["event", "abstract", "time", ""])


class TimeBinder:
    """The times of a report by the word that governs each.

    Args:
        times: all time expressions.
        heads: the head word of each, in the same order.
        binding: which words let a time hold for what is inside a clause.
    """

    __slots__ = ("_binding", "_near", "_own")

    def __init__(self, times: Sequence[Time], heads: Sequence[Word], binding: Binding) -> None:
        self._binding = binding
        self._own: dict[int, list[Time]] = {}
        self._near: dict[int, list[Time]] = {}
        for time, head in zip(times, heads, strict=True):
            if not _dates(time):
                continue
            governor = head.head
            if governor is None:
                self._own.setdefault(head.i, []).append(time)
                continue
            if governor.pos in NOMINAL and governor.mention_type in HAPPENINGS and not is_clause(governor):
                self._own.setdefault(governor.i, []).append(time)
                clause = clause_of(governor)
                beside = case(head) == "on" or (head.relation == "compound" and governor.mention_type != "event")
                if clause is not governor and beside:
                    self._near.setdefault(clause.i, []).append(time)
            else:
                self._own.setdefault(clause_of(governor).i, []).append(time)

    def time_of(self, word: Word) -> Time | None:
        """The time that holds for a predicate: its own, else that of the clause it happens in."""
        if not self._own:
            return None
        current = word
        for _ in range(MAX_CLIMB):
            found = self._best(current)
            if found is not None:
                return found
            if current is word:
                found = self._told_apart(word) or self._told_by_subject(word) or self._told_by_setting(word)
                if found is not None:
                    return found
            if current.head is None or not shares(current, current.head, self._binding):
                return None
            current = current.head
        return None

    def time_on(self, word: Word) -> Time | None:
        """The time among a word's own, None if it has none."""
        return self._best(word)

    def _best(self, word: Word) -> Time | None:
        """The time nearest to a word among its own, a bounded one before an open one."""
        own = self._own.get(word.i) or self._near.get(word.i)
        if not own:
            return None
        return min(own, key=lambda time: (time.start is None or time.end is None, abs(time.span[0] - word.i)))

    def _told_apart(self, noun: Word) -> Time | None:
        """The time of a clause that only says when the noun happened: "the talks, which took place on Monday"."""
        for clause in noun.children:
            if clause.dep == "acl:relcl" and clause.lemma in self._binding.occurring:
                subject = next((child for child in clause.children if child.relation == "nsubj"), None)
                if subject is not None and subject.lower in ("which", "that"):
                    return self._best(clause)
        return None

    def _told_by_subject(self, verb: Word) -> Time | None:
        """The time of a happening that is the subject: "Friday's attack killed ten"."""
        if verb.pos != "VERB":
            return None
        subject = next((child for child in verb.children if child.relation == "nsubj"), None)
        return None if subject is None or subject.mention_type != "event" else self._best(subject)

    def _told_by_setting(self, verb: Word) -> Time | None:
        """The time of the happening in which something was done: "ten died in Friday's attack"."""
        if verb.pos != "VERB":
            return None
        for setting in verb.children:
            happens = setting.relation == "obl" and setting.mention_type == "event" and case(setting) in SETTING
            if happens and (time := self._best(setting)) is not None:
                return time
        return None


def shares(word: Word, governor: Word, binding: Binding) -> bool:
    """Whether what a word heads happens when, and where, its governor does."""
    relation = word.relation
    if relation in ("xcomp", "nsubj", "csubj", "compound", "fixed", "flat"):
        return True
    if relation in ("obj", "iobj"):
        return governor.lemma not in binding.retrospective
    if relation == "conj":
        return not is_clause(word) or (not _has_subject(word) and _perfect(word) == _perfect(governor))
    if relation == "advcl":
        return (not _has_subject(word) and not _marked(word)) or _marker(word) in binding.simultaneous
    if relation == "acl":
        return word.dep == "acl" and not (word.feats.get("Tense") == "Past" and word.feats.get("VerbForm") == "Part")
    if relation in ("obl", "nmod"):
        return _inside(word, governor, binding)
    return relation == "ccomp" and _progressive(word)


def _inside(word: Word, governor: Word, binding: Binding) -> bool:
    """Whether a noun with its preposition happens within its governor."""
    marker = case(word)
    if governor.pos in NOMINAL:
        return (marker == "of" and governor.lemma in binding.collective) or marker in ("during", "amid")
    return marker in binding.during


def _dates(time: Time) -> bool:
    """Whether a time says when, and not only how long, how often or "now"."""
    if time.value == "PRESENT_REF":
        return False
    return time.type in ("DATE", "TIME") or (time.type == "DURATION" and time.start is not None)


def clause_of(word: Word) -> Word:
    """The predicate of the clause a word stands in: the word itself if it is one."""
    current = word
    for _ in range(MAX_CLIMB):
        if is_clause(current) or current.head is None:
            return current
        current = current.head
    return current


def is_clause(word: Word) -> bool:
    """True for a verb, and for anything else that has a subject or a copula."""
    return word.pos in ("VERB", "AUX") or any(child.relation in ("nsubj", "csubj", "cop") for child in word.children)


def _has_subject(word: Word) -> bool:
    return any(child.relation in ("nsubj", "csubj") for child in word.children)


def _perfect(verb: Word) -> bool:
    """True for "has killed", whose time is not that of "began"."""
    return any(child.relation == "aux" and child.lemma == "have" for child in verb.children)


def _progressive(verb: Word) -> bool:
    """True for "was suspending": it went on while somebody said so."""
    return verb.lower.endswith("ing") and any(
        child.relation == "aux" and child.lemma == "be" for child in verb.children
    )


def _marker(clause: Word) -> str:
    return next(
        (child.lower for child in clause.children if child.relation in ("mark", "advmod") and child.i < clause.i), ""
    )


def _marked(clause: Word) -> bool:
    """True for an adverbial clause that a conjunction other than "to" opens: it has a time of its own."""
    return any(child.relation == "mark" and child.lower not in ("to", "by", "in") for child in clause.children)
