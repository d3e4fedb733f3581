"""A trigger with its participants: who does it, to whom, and what is still to be found out."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.reading.clauses import is_passive
from dragoman.reading.draft import Place
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import Filler
from dragoman.reading.speech_mending import ASSERTIONS
from dragoman.reading.supports import Support
from dragoman.reading.tree import Word, child
from dragoman.reading.triggers import Trigger

# Types of what is said to somebody.
ADDRESSED = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE"})
# Types whose infinitive says what is promised, refused or threatened, and so to whom.
PROMISING = frozenset({"AGREE", "REJECT", "THREATEN"})
# Auxiliaries under whose negation somebody refuses.
REFUSING = frozenset({"will", "wo", "would", "shall", "can", "ca", "could"})
# Verbs whose clause tells what is so or not, and is nothing refused or conceded ("denied arming the rebels").
ANSWERING = frozenset({"acknowledge", "admit", "confess", "deny"})
# Types of what only those in power do: cuts, bans, closures, and taking them back.
DECREED = frozenset({"COERCE", "CONCEDE", "SANCTION"})
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both", "such"})
# Types of what somebody thinks of a deed.
JUDGEMENTS = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
_SOMEBODY = frozenset({"organization", "person", "place"})
# Nouns for what somebody has decided or done.
STEPS = frozenset(
    {
        "action",
        "announcement",
        "decision",
        "effort",
        "gesture",
        "initiative",
        "measure",
        "move",
        "ratification",
        "step",
        "vote",
    }
)


def judged_aside(verb: Word) -> Word | None:
    """The noun for a deed judged right behind it: "Chad shut its border, *a move* condemned by Mali"; or None."""
    thing = verb.head
    if verb.relation != "acl" or thing is None or thing.pos != "NOUN" or thing.lemma in ASSERTIONS:
        return None
    article = child(thing, "det")
    if article is None or article.lower not in ("a", "an") or child(thing, "case", "nmod") is not None:
        return None
    aside = any(one.text == "," and one.i == article.i - 1 for one in (*thing.children, *verb.children)) or (
        thing.head is not None and any(one.text == "," and one.i == article.i - 1 for one in thing.head.children)
    )
    return thing if aside and thing.mention_type not in _SOMEBODY else None


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
        spares: what is refused would do harm, so that it is not refused to whoever it would fall on.
        unmet: it only wants the recipient without which aid is none; to come, it is a promise, which needs none.
        enough: it needs nobody that it falls on: a judgement of a deed whose doer is not told ("complained about the
            arrest of lawyers"), a player's stand on a matter, a site or craft struck or taken.
        outsider: its light verb's doer is no party to it ("the mission ended the war between A and B").
        where: the place it falls on, for want of a recipient; see :mod:`dragoman.reading.placed`.
        beyond: whom the infinitive under it reaches ("agreed to open a school for X"), for want of a recipient.
        obliging: something is let have to them there.
        ruled_out: its speaker says that there will be none of it.
        stated: it is a stand that its speaker takes by saying so.
    """

    trigger: Trigger
    actors: list[Filler] = field(default_factory=list)
    recipients: list[Filler] = field(default_factory=list)
    reciprocal: bool = False
    support: Support | None = None
    anaphoric: bool = False
    plausible: bool = True
    spares: bool = False
    unmet: bool = False
    enough: bool = False
    outsider: bool = False
    beyond: list[Filler] = field(default_factory=list)
    obliging: bool = False
    ruled_out: bool = False
    stated: bool = False
    where: Place | None = None

    @property
    def word(self) -> Word:
        """The predicate's word."""
        return self.trigger.word

    @property
    def is_owned_up(self) -> bool:
        """True for what somebody says he has done: "claimed responsibility (for the attack)"."""
        verb = self.word if self.support is None else self.support.verb
        return self.trigger.predicate.type == "ASSAULT" and verb.lemma == "claim"


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


def needs_nobody(candidate: Candidate) -> bool:
    """True for what a clause in the passive tells by itself, though the text says neither who nor to whom."""
    if candidate.actors or candidate.recipients or candidate.anaphoric:
        return False
    return _is_done_deal(candidate) or _is_decreed(candidate)


def _is_done_deal(candidate: Candidate) -> bool:
    """True for a deal or talks in the passive, "the agreement was signed", but not "the plan was discussed"."""
    passive = candidate.support is None or is_passive(candidate.support.verb)
    spoken_of = candidate.trigger.predicate.type == "CONSULT" and not candidate.trigger.nominal
    return stands_alone(candidate) and passive and not spoken_of


def _is_decreed(candidate: Candidate) -> bool:
    """True for what only those in power do to a thing: "access to the internet was cut", "the ban has been lifted"."""
    word, trigger = candidate.word, candidate.trigger
    if trigger.nominal or trigger.predicate.type not in DECREED:
        return False
    subject = child(word, "nsubj:pass")
    clause = word.relation in ("root", "conj", "ccomp", "parataxis")
    return clause and subject is not None and subject.lemma in load_recipient_words().ruled
