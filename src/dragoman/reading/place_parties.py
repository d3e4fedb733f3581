"""Who is meant where a text tells only a place: those who live there, who rules it, whoever fires from it."""

from __future__ import annotations

from dragoman.lexicon.predicates import Predicate
from dragoman.ontology.countries import load_countries
from dragoman.reading.clauses import undergoer
from dragoman.reading.draft import Place
from dragoman.reading.implied import country_actor, named_actor, people_actor, unknown_forces
from dragoman.reading.name_mending import full_name
from dragoman.reading.obliques import obliques, under_noun
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word

# Types that nobody does to a place.
ADDRESSING = frozenset({"ACCUSE", "CONSULT"})


def unplaced(word: Word, predicate: Predicate, binder: Binder, *, nominal: bool) -> list[Filler]:
    """The people of a named place in a slot, where nothing tells whose place it is: "threatened Arbat".

    Whom somebody accuses or meets is no place, whatever it looks like: "opened an inquiry into Arbat".
    """
    for slot in predicate.recipient:
        if slot in ("in", "subject", "clause"):
            continue
        if slot == "object":
            thing = None if nominal else undergoer(word)
            found = [] if thing is None else [thing]
        else:
            found = under_noun(word, slot) if nominal else obliques(word, slot)
        for one in found:
            mention = binder.cast.mention_at(one.i)
            if mention is None or mention.kind != "place" or mention.form != "named" or mention.country is not None:
                continue
            if mention.actor is None and one.pos != "ADJ" and one.mention_type not in ("time", "event"):
                first, last = mention.span
                name = binder.tree.text[binder.tree.words[first].start : binder.tree.words[last - 1].end]
                grouped = predicate.type in ADDRESSING or binder.ground.is_group(one.i)
                made = named_actor if grouped else people_actor
                return [Filler(made(binder.cast, name, None), mention.span, inferred=True)]
    return []


def attackers(word: Word, binder: Binder) -> list[Filler]:
    """Whoever an attack comes from, where only the place is told: "rockets were fired from Gaza"."""
    place = binder.ground.source(word)
    if place is None or place.country is None:
        return []
    return [Filler(unknown_forces(binder.cast, place.name, place.country), place.span, inferred=True)]


def authorities(verb: Word, binder: Binder) -> list[Filler]:
    """Who did what only the authorities of a place do, where only the place is told: "was arrested in Chad"."""
    return rulers(binder.ground.authority(verb), binder)


def judging(verb: Word, binder: Binder) -> list[Filler]:
    """The states in whose capitals something is judged: "was welcomed *in Washington*"."""
    seats = [one for one in obliques(verb, "in") if load_countries().by_capital(full_name(one))]
    return [filler for one in seats for filler in binder.named(one)]


def rulers(place: Place | None, binder: Binder) -> list[Filler]:
    """The state of a place, for what only a state does there: "a curfew was declared in Jos"."""
    if place is None or place.country is None:
        return []
    return [Filler(country_actor(binder.cast, place.country), place.span, inferred=True)]
