"""How people confer, where neither noun nor verb says it: by telephone, or as guests of one of them."""

from __future__ import annotations

from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import doer
from dragoman.reading.draft import Cast, Event
from dragoman.reading.obliques import obliques
from dragoman.reading.tree import case, child

# What people speak by from afar.
_WIRES = frozenset({"phone", "telephone", "video", "videoconference", "videolink"})


def confer(event: Event, candidate: Candidate, cast: Cast) -> None:
    """Give talks without a mode the one that their setting tells: "spoke *by telephone*", "met the king *in Riyadh*".

    Who comes to the country of another party visits it.

    Args:
        event: changed in place; its place is known by now.
        candidate: what tells it.
        cast: of the report.
    """
    if event.type != "CONSULT" or event.modes:
        return
    word = candidate.word
    if any(one.lemma in _WIRES for slot in ("by", "over", "via") for one in obliques(word, slot)):
        event.modes = ("phone",)
        return
    verb = word if candidate.support is None else candidate.support.verb
    guest = doer(verb)
    if guest is None or child(guest, "conj") is not None or case(guest) == "between":
        return  # "Peru and Chile held talks in Lima": with one another
    where = event.place.country if event.place is not None else None
    parties = {cast.actors[actor].country for actor, _ in (*event.actors, *event.recipients)}
    hosts = [span for actor, span in (*event.actors, *event.recipients) if cast.actors[actor].country == where]
    beside = any(span[0] < verb.i for span in hosts)  # "the leaders of Kenya and Uganda met in Kampala"
    if where is None or not hosts or beside or not parties - {where, None}:
        return
    event.modes = ("visit",)
    if {actor for actor, _ in event.actors} == {actor for actor, _ in event.recipients}:
        both, event.reciprocal = event.actors, False
        event.recipients = [(actor, span) for actor, span in both if cast.actors[actor].country == where]
        event.actors = [(actor, span) for actor, span in both if cast.actors[actor].country != where]
