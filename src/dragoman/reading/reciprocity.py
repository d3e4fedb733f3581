"""What those who are told of together do to one another: "clashed", "blamed each other", "traded fire"."""

from __future__ import annotations

from dragoman.ontology.plover import IRREGULAR, STATE
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import is_each_other, undergoer
from dragoman.reading.joint_groups import PLURAL
from dragoman.reading.obliques import obliques
from dragoman.reading.roles import Binder
from dragoman.reading.tree import Word, children, descendants

# Words before those who face one another.
OPPOSED = frozenset({"feuding", "opposing", "rival", "warring"})
# Sectors whose people clash with words.
TALKERS = frozenset({"GOV", "LEG", "BUS", "JUD"})
# Verbs whose several doers do it to one another.
EXCHANGING = frozenset({"exchange", "swap", "trade"})


def is_mutual(candidate: Candidate) -> bool:
    """True for what its doers do to one another: "accused each other", "exchanged fire"."""
    return falls_on_each_other(candidate) or any(root.lemma in EXCHANGING for root in _roots(candidate))


def falls_on_one_anothers(candidate: Candidate) -> bool:
    """True for what is done to one another's own: "expelled each other's envoys"."""
    thing = None if candidate.trigger.nominal else undergoer(candidate.word)
    return thing is not None and any(is_each_other(one) for one in descendants(thing) if one.dep == "nmod:poss")


def falls_on_each_other(candidate: Candidate) -> bool:
    """True for what the words say is done to "each other" or "one another", be it of a noun's light verb."""
    told = (one for root in _roots(candidate) for one in children(root, "obj", "iobj", "obl", "nmod"))
    return any(is_each_other(one) for one in told)


def reciprocate(candidate: Candidate, binder: Binder) -> None:
    """Both sides of a reciprocal event: several actors and nobody else, or actors with partners."""
    doers = {filler.actor for filler in candidate.actors}
    others = [filler for filler in candidate.recipients if filler.actor not in doers]
    if len(doers) > 1 and not candidate.trigger.nominal and candidate.word.lemma in EXCHANGING:
        others = [] if not obliques(candidate.word, "with") else others  # "traded charges over a raid on X"
    if others and len(doers) > 1 and candidate.support is not None and candidate.support.role == "attend":
        # "Peru and Chile attended a meeting of the council": all of them met.
        candidate.actors = candidate.recipients = [*candidate.actors, *others]
        candidate.reciprocal = True
    elif others:
        candidate.recipients = others
        candidate.reciprocal = False
    elif (
        len(doers) > 1 and not _is_side_by_side(candidate, binder) and not _is_of_one(candidate, binder)
    ) or is_among_themselves(candidate, binder):
        candidate.recipients = list(candidate.actors)
        candidate.reciprocal = True
    else:
        candidate.recipients = []


def is_among_themselves(candidate: Candidate, binder: Binder) -> bool:
    """True for what those told of as one do to one another: "*rival* militias clashed", "gangs fought *each other*".

    So also what they agree on or exchange: "two *feuding* groups swapped prisoners".
    """
    fight = candidate.trigger.predicate.type == "ASSAULT"
    if not candidate.actors:
        return False
    words = [word for actor in candidate.actors for word in binder.tree.words[slice(*actor.span)]]
    heads = [word for word in words if word.feats.get("Number") in PLURAL]
    if heads and falls_on_each_other(candidate):
        return True
    if not fight and candidate.where is None and not any(word.lower in OPPOSED for word in words):
        return False
    if fight and any(TALKERS & set(binder.cast.actors[actor.actor].sectors) for actor in candidate.actors):
        return False  # "rival lawmakers clashed over the bill"
    counted = [head for head in heads if head.mention_type != "person"]
    two = fight and any(one.lower == "two" for head in counted for one in children(head, "nummod"))
    return bool(heads) and (any(word.lower in OPPOSED for word in words) or two)


def _is_side_by_side(candidate: Candidate, binder: Binder) -> bool:
    """True for those who may fight as well beside one another: "French and British troops fought in Flanders".

    Who "clashed" did so with one another; of those who "fought" only a state's forces and rebels surely did.
    """
    word = candidate.word
    if candidate.trigger.nominal or word.lemma != "fight" or obliques(word, "with") or falls_on_each_other(candidate):
        return False
    sectors = [set(binder.cast.actors[filler.actor].sectors) for filler in candidate.actors]
    states = any(own & STATE and not own & IRREGULAR for own in sectors)
    return not (states and any("REB" in own for own in sectors))  # militias often fight beside the army


def _roots(candidate: Candidate) -> list[Word]:
    return [candidate.word] if candidate.support is None else [candidate.word, candidate.support.verb]


def _is_of_one(candidate: Candidate, binder: Binder) -> bool:
    """True for an official and his own, who agree with others: "the premier and his minister arranged visits"."""
    doers = [binder.cast.actors[filler.actor] for filler in candidate.actors]
    lands = {doer.country for doer in doers}
    state = all(STATE & set(doer.sectors) and not IRREGULAR & set(doer.sectors) for doer in doers)
    own = any(one.name.startswith(f"{other.name}'s ") for one in doers for other in doers)
    return candidate.trigger.predicate.type == "AGREE" and state and len(lands) == 1 and (own or None not in lands)
