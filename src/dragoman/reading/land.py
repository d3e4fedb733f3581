"""Deeds done to a place: on whom they fall, and from whom it is freed."""

from __future__ import annotations

from dragoman.ontology.countries import load_countries
from dragoman.ontology.plover import STATE
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import is_passive
from dragoman.reading.implied import people_actor
from dragoman.reading.obliques import obliques
from dragoman.reading.place_parties import rulers
from dragoman.reading.roles import Binder, Filler

# Types of what is done by force, be it to a thing.
FORCED = frozenset({"ASSAULT", "COERCE"})
# Modes of what nobody but a state lays on a place.
DECREED = frozenset({"curfew", "martial-law"})
# Kinds of those who hold a place that is freed, and are no land themselves.
HOLDERS = frozenset({"armed-group", "organization", "person"})


def free_from_holders(candidate: Candidate, binder: Binder) -> bool:
    """True for what frees a place; it falls on nobody but who held it: "liberated the Iraqi city of Mosul"."""
    freed = binder.ground.frees(candidate.trigger.predicate, candidate.word)
    if freed and not obliques(candidate.word, "from"):
        kinds = {one.actor: binder.cast.actors[one.actor].kind for one in candidate.recipients}
        candidate.recipients = [one for one in candidate.recipients if kinds[one.actor] in HOLDERS]
    return freed


def lay_on_people(candidate: Candidate, binder: Binder) -> None:
    """Let what a state does to a town of its own fall on its people: "President Prado imposed a curfew in Lima"."""
    if candidate.trigger.predicate.type not in FORCED:
        return
    states = (binder.cast.actors[filler.actor] for filler in candidate.actors)
    lands = {state.country for state in states if STATE & set(state.sectors)} - {None}
    for place, filler in enumerate(candidate.recipients):
        if binder.cast.actors[filler.actor].kind not in ("country", "government"):
            continue
        town = binder.cast.mention_at(filler.span[1] - 1)
        if town is not None and town.kind == "place" and town.country in lands and town.country is not None:
            start, end = binder.tree.span(*town.span)
            people = people_actor(binder.cast, binder.tree.text[start:end], town.country)
            candidate.recipients[place] = Filler(people, filler.span, inferred=True)


def decree(candidate: Candidate, binder: Binder) -> None:
    """Give a curfew or emergency that a passive says was laid on a place the one who alone can have done that."""
    support = candidate.support
    if support is None or not is_passive(support.verb) or DECREED.isdisjoint(candidate.trigger.predicate.modes):
        return
    place = binder.ground.of(candidate.word) or binder.ground.below(support.verb)
    if rule := rulers(place, binder):
        candidate.actors, candidate.recipients, candidate.where = rule, [], place


def lay_on_all(candidate: Candidate, binder: Binder) -> None:
    """Let a curfew or martial law that is told without a place be the lot of a state's own people."""
    if DECREED.isdisjoint(candidate.trigger.predicate.modes) or candidate.recipients or candidate.where is not None:
        return
    for filler in candidate.actors:
        state = binder.cast.actors[filler.actor]
        if state.country is not None and STATE & set(state.sectors):
            people = people_actor(binder.cast, load_countries().name(state.country) or state.country, state.country)
            candidate.recipients = [Filler(people, filler.span, inferred=True)]
            return
