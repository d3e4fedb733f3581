"""Whom a stand concerns where none of its slots tells: the first party in what it is about.

A last resort, read with less confidence: "rejected a plan that would move the *Kenyan* embassy". What only says when,
how, through whom or by whose word is not gone into, nor is what somebody suffers: who looks into a killing does not
look into the killed. Nor what is promised: whoever that is about is most often not who it is promised to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from dragoman.reading.candidates import ANSWERING, Candidate
from dragoman.reading.draft import Cast, Event
from dragoman.reading.own_side import speaks_for
from dragoman.reading.placed import DISCOUNT
from dragoman.reading.reached import withstands
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import HELD, Binder, Filler
from dragoman.reading.tree import Word, case, child, conjuncts, has_to

# Types that are about somebody even where no slot says about whom; of ACCUSE only what is looked into.
CONCERNING = frozenset({"PROTEST", "REJECT"})
MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
INQUIRING = frozenset({"investigate", "third-party"})
# Relations and prepositions that lead from a word to what it is about.
ABOUT = frozenset(
    {"acl", "appos", "amod", "ccomp", "compound", "conj", "csubj", "iobj", "nmod", "nsubj", "obj", "obl", "xcomp"}
)
LEADING = frozenset(
    {"", "about", "against", "among", "at", "between", "for", "from", "in", "into", "of", "on", "out of", "over"}
    | {"to", "toward", "towards", "under", "with"}
)
CLAUSAL = frozenset({"advcl", "ccomp", "xcomp"})
# Prepositions of those for or with whom something is made.
MADE_WITH = frozenset({"between", "for", "with"})
MAX_DEPTH = 6


def concern(event: Event, candidate: Candidate, binder: Binder) -> None:
    """Give an event without a recipient the first party in what it is about; changed in place."""
    # An investigation is of somebody, a mediation between some ("a mission to end the war between A and B").
    looked_into = event.type in ("ACCUSE", "CONSULT") and bool(INQUIRING.intersection(event.modes))
    # What is shared with somebody else is about many a thing: "will share intelligence on the militia".
    stands = event.type in CONCERNING and candidate.trigger.predicate.type not in MUTUAL
    if event.recipients or not event.actors or not (looked_into or stands) or candidate.where or candidate.spares:
        return
    own = {actor for actor, _ in event.actors}
    for word in _inward(candidate, own, binder):
        named = [filler for one in conjuncts(word) for filler in binder.named(one)]
        # "denied to the Herald that …": a newspaper is only told so
        others = [filler for filler in named if binder.cast.actors[filler.actor].kind != "outlet"]
        found = [filler for filler in others if not _is_own_side(filler.actor, own, binder.cast)]
        if found and not _belongs(word, own, binder) and not _is_anybody(word, found, binder.cast):
            event.recipients = [(filler.actor, filler.span) for filler in found]
            event.confidence = round(event.confidence - DISCOUNT, 2)
            return


def _inward(candidate: Candidate, own: set[int], binder: Binder) -> Iterator[Word]:
    """The words of what a predicate is about, from its own dependents inwards."""
    root = candidate.word if candidate.support is None else candidate.support.verb
    first = [one for one in root.children if one.relation not in ("nsubj", "conj", "amod", "compound")]
    if root.lemma in ANSWERING:
        first = [one for one in first if one.relation not in CLAUSAL]  # "denied arming X" answers others than X
    words = load_recipient_words()
    queue = deque((one, 1) for one in first)
    while queue:
        word, depth = queue.popleft()
        clause = word.relation == "advcl" and depth == 1 and has_to(word)
        if not clause and (word.relation not in ABOUT or case(word) not in LEADING or word.mention_type == "time"):
            continue
        if case(word) == "in" and (word.relation == "obl" or (word.head is not None and word.head.lemma in HELD)):
            continue  # where it is said or done
        if word.relation == "acl" and word.head is not candidate.word and withstands(root):
            continue  # "will resist attempts to oust X"
        subject = child(word, "nsubj") if word.relation in ("acl", "ccomp") else None
        if subject is not None and binder.cast.actor_at(subject.i) in own:
            continue  # "rejected claims that it armed the rebels"
        inner = [one for one in word.children if not _suffers(one, word, binder)]
        thing = word.head if word.relation == "obj" and word is not candidate.word else None
        if thing is not None and thing.lemma in words.creating | words.dispatching:
            # What it makes or sends is its own.
            inner = [one for one in inner if one.relation == "acl" or case(one) in MADE_WITH]
        else:
            yield word
        if depth < MAX_DEPTH:
            queue.extend((one, depth + 1) for one in inner)


def _is_own_side(actor: int, own: set[int], cast: Cast) -> bool:
    """True for those who act, and what they speak for: a minister's promise is not to his own government."""
    bodies = {role.of for one in own for role in cast.actors[one].roles}
    names = {cast.actors[actor].name, *cast.actors[actor].names}
    return not bodies.isdisjoint(names) or any(speaks_for(cast, one, actor) for one in own)


def _is_anybody(word: Word, found: list[Filler], cast: Cast) -> bool:
    """True for people told by a bare noun of no country: "will commit *forces*", "has nothing against *foreigners*"."""
    bare = word.pos == "NOUN" and child(word, "det", "nmod:poss", "amod", "nummod") is None
    return bare and all(cast.actors[one.actor].country is None for one in found)


def _suffers(word: Word, deed: Word, binder: Binder) -> bool:
    """True for who undergoes a deed: "the killing *of civilians*", "that men were *beaten*"."""
    return (binder.is_suffered(deed) and case(word) in ("of", "on", "against")) or word.dep == "nsubj:pass"


def _belongs(word: Word, own: set[int], binder: Binder) -> bool:
    """True for a part of who acts: "*its* troops"."""
    owner = child(word, "nmod:poss")
    return owner is not None and binder.cast.actor_at(owner.i) in own
