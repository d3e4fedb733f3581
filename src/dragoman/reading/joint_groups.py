"""Nouns that name the people of several sides at once: "Kenyan and Ugandan troops", "the armies of Kenya and Uganda".

Each side takes part for itself, so such a group gets a member for each side.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.ontology.countries import load_countries
from dragoman.reading.draft import Actor, Cast
from dragoman.reading.implied import country_actor
from dragoman.reading.tree import Tree, Word, case, children, conjuncts

GROUPS = frozenset({"person", "organization", "armed-group", "sources", "population", "government"})
PLURAL = frozenset({"Plur", "Ptan"})
BODIES = frozenset({"organization", "government", "country", "armed-group"})


@dataclass(frozen=True, slots=True)
class Side:
    """The word that names one side, and what it tells."""

    word: Word
    country: str | None
    sectors: tuple[str, ...] = ()


def split_groups(tree: Tree, cast: Cast) -> None:
    """Give every such group its members; the cast is changed."""
    for mention in list(cast.mentions):
        if mention.actor is None or mention.form != "nominal":
            continue
        actor, head = cast.actors[mention.actor], tree.words[mention.head]
        if (
            actor.members
            or actor.kind not in GROUPS
            or head.feats.get("Number") not in PLURAL
            or _is_named(actor, cast)
        ):
            continue
        for modifier in children(head, "amod", "compound", "nmod"):
            if sides := _sides(modifier, head, cast):
                actor.members = tuple(_member(actor, side, modifier, head, cast) for side in sides)
                last = max(side.word.i for side in sides)
                mention.span = (min(mention.span[0], modifier.i), max(mention.span[1], last + 1))
                break


def _is_named(actor: Actor, cast: Cast) -> bool:
    """True if the group is known by a name elsewhere in the text."""
    return any(cast.mentions[index].form == "named" for index in actor.mentions)


def _sides(modifier: Word, head: Word, cast: Cast) -> list[Side]:
    """The sides that the coordinated modifiers of a plural noun name; none unless each of them names one."""
    if modifier.i > head.i and case(modifier) != "of":
        return []
    words = conjuncts(modifier)
    sides = [side for word in words if (side := _side(word, cast)) is not None]
    return sides if len(words) == len(sides) > 1 else []


def _side(word: Word, cast: Cast) -> Side | None:
    """What a modifier tells of a side, if it is a nationality, a country or a named body."""
    country = load_countries().by_adjective(word.text)
    if country is not None:
        return Side(word, country)
    mention = cast.mention_at(word.i)
    if mention is None or mention.actor is None or mention.form != "named":
        return None
    actor = cast.actors[mention.actor]
    return Side(word, mention.country or actor.country, actor.sectors) if actor.kind in BODIES else None


def _member(group: Actor, side: Side, modifier: Word, head: Word, cast: Cast) -> int:
    """The part of a group that belongs to one side, made now; a country's government is the country's actor."""
    if group.kind == "government" and side.country is not None and head.lemma == "government":
        return country_actor(cast, side.country)
    if modifier.i > head.i:
        name = f"{head.lower} of {side.word.text}"
    else:
        name = f"{side.word.text}{'’s' if modifier.dep == 'nmod:poss' else ''} {head.lower}"
    sectors = group.sectors or side.sectors or (("MIL",) if group.kind == "armed-group" else ())
    if group.kind == "armed-group" and group.country is not None and side.country not in (None, group.country):
        sectors = side.sectors or ("MIL",)  # of "Kenyan and Somali Lake Front troops" the first are an army's
    cast.actors.append(Actor(name, group.kind, [], side.country, sectors=sectors))
    return len(cast.actors) - 1
