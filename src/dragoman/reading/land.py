"""Deeds done to a place: on whom they fall, and from whom it is freed."""

from __future__ import annotations

from dragoman.ontology.countries import load_countries
from dragoman.ontology.plover import STATE
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.draft import Place
from dragoman.reading.implied import country_actor, people_actor
from dragoman.reading.obliques import obliques
from dragoman.reading.place_parties import rulers
from dragoman.reading.roles import GATHERINGS, Binder, Filler

# Types of what is done by force, be it to a thing.
FORCED = frozenset({"ASSAULT", "COERCE"})
# Modes of what nobody but a state lays on a place.
DECREED = frozenset({"curfew", "martial-law"})
# Verbs of what a state does to a thing, and what it closes.
FORBIDDING = frozenset({"ban", "censor", "forbid", "outlaw", "prohibit", "proscribe"})
PUBLIC = GATHERINGS | {"newspaper", "opposition", "party", "radio", "station", "union"}
SHUTTING = frozenset({"close", "reopen", "seal", "shut"})
CROSSINGS = frozenset({"airspace", "border", "crossing", "frontier"})
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
    """Give a curfew or emergency that a passive says was laid on a place the one who alone can have done that.

    Where no place is told it is the report's own country's: "the curfew was lifted", "the border was closed".
    """
    support = candidate.support
    if support is None:
        _rule(candidate, binder)
        return
    if not is_passive(support.verb) or DECREED.isdisjoint(candidate.trigger.predicate.modes):
        return
    place = binder.ground.of(candidate.word) or binder.ground.below(support.verb)
    if rule := rulers(place, binder):
        candidate.actors, candidate.recipients, candidate.where = rule, [], place
    elif place is None and not candidate.recipients:
        candidate.actors = _at_home(candidate, binder)


def _rule(candidate: Candidate, binder: Binder) -> None:
    """Give what only a state forbids or closes, told in the passive and without a place, the report's own country."""
    verb, thing = candidate.word, undergoer(candidate.word)
    if candidate.trigger.nominal or candidate.trigger.predicate.type != "COERCE" or not is_passive(verb):
        return
    if thing is None or candidate.recipients or candidate.where is not None or doer(verb) is not None:
        return
    if (verb.lemma in FORBIDDING and thing.lemma in PUBLIC) or (verb.lemma in SHUTTING and thing.lemma in CROSSINGS):
        candidate.actors = _at_home(candidate, binder)
        candidate.enough = bool(candidate.actors)


def _at_home(candidate: Candidate, binder: Binder) -> list[Filler]:
    home = binder.cast.home
    if home is None:
        return []
    return [Filler(country_actor(binder.cast, home), candidate.trigger.anchor, inferred=True)]


def people_there(place: Place | None, binder: Binder) -> list[Filler]:
    """The people of the country of a place, of whom a bare number is told: "Gunmen kill 12 *in Mali*"."""
    if place is None or place.country is None:
        return []
    land = load_countries().name(place.country) or place.country
    return [Filler(people_actor(binder.cast, land, place.country), place.span, inferred=True)]
