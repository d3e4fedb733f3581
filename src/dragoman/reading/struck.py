"""Things that force falls on, with no actor behind them: "shelled *a displacement camp*", "boarded *the tanker*"."""

from __future__ import annotations

from dragoman.lexicon.organizations import load_organizations
from dragoman.reading.clauses import undergoer
from dragoman.reading.draft import Actor, Cast, Event, WordSpan
from dragoman.reading.land import FORCED
from dragoman.reading.obliques import noun_obliques, obliques
from dragoman.reading.placed import Ground
from dragoman.reading.reached import AIMS
from dragoman.reading.tree import Tree, Word, case, child, children
from dragoman.record import Kind

BEFORE = frozenset({"amod", "compound", "nummod", "nmod", "flat"})


def strike(event: Event, tree: Tree, ground: Ground, cast: Cast) -> None:
    """Give a deed of force without a recipient the site or craft it falls on; event and cast are changed."""
    if event.recipients or event.type not in FORCED:
        return
    thing = next((one for one in _aimed_at(tree.words[event.word]) if ground.may_be_struck(one)), None)
    if thing is None:
        return
    span = _phrase(thing)
    event.recipients = [(_thing_actor(cast, tree.text[slice(*tree.span(*span))], thing, ground), span)]


def _aimed_at(word: Word) -> list[Word]:
    """The things that a deed falls on, what many are counted of before the count: "hit three *of the tankers*"."""
    found = []
    if word.pos == "VERB":
        thing = undergoer(word)
        found = [*([] if thing is None else [thing]), *(one for aim in AIMS for one in obliques(word, aim))]
    else:
        found = [one for aim in (*AIMS, "of") for one in noun_obliques(word, aim)]
    return [inner for one in found for inner in (*children(one, "nmod"), one)]


def _phrase(thing: Word) -> WordSpan:
    """The words of a thing up to its noun, without article or owner."""
    first = thing.i
    before = sorted((one for one in thing.children if one.i < thing.i), key=lambda one: -one.i)
    for one in before:
        if one.relation not in BEFORE or one.dep == "nmod:poss":
            break
        first = min(first, one.i, *(part.i for part in one.children if part.i < one.i))
    return first, thing.i + 1


def _thing_actor(cast: Cast, name: str, thing: Word, ground: Ground) -> int:
    """Index of the actor that stands for a thing; the same one where a definite phrase takes it up."""
    country, sectors = _people_of(thing, cast)
    article = child(thing, "det")
    taken_up = article is not None and article.lower in ("the", "that", "this")
    kind: Kind = "object" if ground.is_craft(thing) else "place"
    for number, actor in enumerate(cast.actors):
        same = actor.name == name or (taken_up and actor.name.split()[-1] == thing.text)
        if same and actor.kind == kind and not actor.mentions and actor.country == country:
            return number
    cast.actors.append(Actor(name, kind, [], country, sectors=sectors, names=(name,)))
    return len(cast.actors) - 1


def _people_of(thing: Word, cast: Cast) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors of the people whose a thing is: "a *refugee* camp", "a camp for *Chadian refugees*"."""
    organizations = load_organizations()
    for one in (*children(thing, "compound"), *(one for one in children(thing, "nmod") if case(one) in ("for", "of"))):
        known = cast.actor_at(one.i)
        if known is not None and cast.actors[known].sectors:
            return cast.actors[known].country, cast.actors[known].sectors
        told = organizations.people.get(one.lemma) or organizations.bodies.get(one.lemma)
        if told is not None:
            return None, told.sectors
    return None, ()
