"""Actors that a text implies without a mention: a country's government, the people of a place, who attacks from it."""

from __future__ import annotations

from dragoman.ontology.countries import load_countries
from dragoman.reading.actors import government_actor
from dragoman.reading.draft import Actor, Cast


def country_actor(cast: Cast, code: str) -> int:
    """Index of the actor that is a country's government; made now if the text did not make one.

    Args:
        cast: grows by one actor without mentions where needed.
        code: ISO 3166 alpha-3.
    """
    known = cast.government_of.get(code)
    if known is None:
        known = len(cast.actors)
        cast.actors.append(government_actor(code))
        cast.government_of[code] = known
    return known


def state_actor(cast: Cast, place: str, country: str) -> int:
    """Index of the actor that is the state of a place: of a breakaway one's name itself, else the country's."""
    land = load_countries().part(place)
    if land is None or land.kind != "unrecognized":
        return country_actor(cast, country)
    for number, actor in enumerate(cast.actors):
        if actor.kind == "government" and actor.name == land.name:
            return number
    cast.actors.append(Actor(land.name, "government", [], country, sectors=("GOV", "PRE"), names=(land.name,)))
    return len(cast.actors) - 1


def people_actor(cast: Cast, place: str, country: str | None) -> int:
    """Index of the actor that is the people of a place; made now where needed, like :func:`country_actor`.

    The text names them by their town ("shelled *Gulu*"), but means a state by the name of a country.
    """
    if load_countries().is_plural(place.lower().removeprefix("the ")):
        place = place.removeprefix("the ").removeprefix("The ")  # "thanked *the Europeans*"
    name = place if load_countries().is_plural(place) else f"people of {place}"  # "Arabs", "the people of Gulu"
    for number, actor in enumerate(cast.actors):
        if actor.kind == "population" and actor.name == name and actor.country == country:
            return number
    named = () if load_countries().by_name(place) else (place,)
    cast.actors.append(Actor(name, "population", [], country, sectors=("CVL",), names=named))
    return len(cast.actors) - 1


def named_actor(cast: Cast, name: str, country: str | None) -> int:
    """Index of the actor of a name that the text does not tell the kind of; made now where needed."""
    for number, actor in enumerate(cast.actors):
        if actor.name == name and actor.country == country:
            return number
    cast.actors.append(Actor(name, "organization", [], country, names=(name,)))
    return len(cast.actors) - 1


def unknown_forces(cast: Cast, place: str | None, country: str | None) -> int:
    """Index of the actor that stands for whoever attacks, from or in a place if one is told; made now where needed."""
    name = "unidentified forces" if place is None else f"unidentified forces in {place}"
    for number, actor in enumerate(cast.actors):
        if actor.name == name and actor.country == country:
            return number
    cast.actors.append(Actor(name, "armed-group", [], country, sectors=("UAF",), anonymous=True))
    return len(cast.actors) - 1
