"""Nouns that name the people of several sides at once: "Kenyan and Ugandan troops", "the armies of Kenya and Uganda".

Each side takes part for itself, so such a group gets a member for each side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.lexicon.organizations import load_organizations
from dragoman.lexicon.titles import load_titles
from dragoman.ontology.countries import load_countries
from dragoman.ontology.plover import STATE
from dragoman.reading.draft import Actor, Cast, Mention
from dragoman.reading.implied import country_actor
from dragoman.reading.tree import Tree, Word, case, children, conjuncts

GROUPS = frozenset({"person", "organization", "armed-group", "sources", "population", "government"})
PLURAL = frozenset({"Plur", "Ptan"})
# Nouns for those whom bodies send, each its own.
_SENT = frozenset({"delegate", "delegation", "envoy", "negotiator", "official", "representative", "spokesman", "team"})
_JOINTS = frozenset({"and", ","})
BODIES = frozenset({"organization", "government", "country", "armed-group"})


@dataclass(frozen=True, slots=True)
class Side:
    """The word that names one side, all its words as the text has them ("South Korean"), and what they tell.

    ``group`` is the actor whose fighters are no others than itself: "fighters of the Front"; -1 for none.
    """

    word: Word
    text: str
    country: str | None
    sectors: tuple[str, ...] = ()
    group: int = -1


def split_groups(tree: Tree, cast: Cast) -> None:
    """Give every such group its members; the cast is changed."""
    named = {mention.actor for mention in cast.mentions if mention.form == "named"}
    for mention in list(cast.mentions):
        if mention.actor is None or mention.form != "nominal":
            _split_states(tree, mention, cast)
            continue
        actor, head = cast.actors[mention.actor], tree.words[mention.head]
        if (
            actor.members
            or actor.kind not in GROUPS
            or head.feats.get("Number") not in PLURAL
            or mention.actor in named
        ):
            continue
        listed = _nationalities(tree, head)
        for modifier in [listed[0].word] if listed else children(head, "amod", "compound", "nmod"):
            if sides := listed or _sides(modifier, head, cast, tree):
                actor.members = tuple(_member(actor, side, modifier, head, cast) for side in sides)
                if actor.country in {side.country for side in sides}:
                    actor.country = None  # no more of one side than of the other
                last = max(side.word.i for side in sides)
                mention.span = (min(mention.span[0], modifier.i), max(mention.span[1], last + 1))
                break


def _split_states(tree: Tree, mention: Mention, cast: Cast) -> None:
    """Let a name that two states share be an actor made of both: "the two Koreas"."""
    head = tree.words[mention.head]
    states = load_countries().states_of(head.text) if mention.form == "named" and mention.actor is None else ()
    if not states:
        return
    members = tuple(country_actor(cast, code) for code in states)
    known = (number for number, actor in enumerate(cast.actors) if actor.members == members)
    mention.actor = next(known, len(cast.actors))
    if mention.actor == len(cast.actors):
        cast.actors.append(Actor(head.text, "other", [], None, names=(head.text,), members=members))
    cast.actors[mention.actor].mentions.append(cast.mentions.index(mention))


def _sides(modifier: Word, head: Word, cast: Cast, tree: Tree) -> list[Side]:
    """The sides that the coordinated modifiers of a plural noun name; none unless each of them names one."""
    if modifier.i > head.i and case(modifier) not in ("of", "from"):
        return []
    words = conjuncts(modifier)
    sides = [side for word in words if (side := _side(word, cast, tree)) is not None]
    return sides if len(words) == len(sides) > 1 else []


def _nationalities(tree: Tree, head: Word) -> list[Side]:
    """The nationalities listed right before a noun, in text order, whatever the tree makes of them; none unless two.

    "South Korean and Japanese officials": parsers take nationalities of two words apart.
    """
    countries, words = load_countries(), tree.words
    sides: list[Side] = []
    at = head.i
    while at > 0:
        size = next((n for n in (2, 1) if n <= at and _is_nationality(words[at - n : at])), 0)
        if not size:
            break
        text = _text(words, at - size, at)
        sides.insert(0, Side(words[at - size], text, countries.by_adjective(text)))
        at -= size
        if at and words[at - 1].lower in _JOINTS:
            at -= 2 if at > 1 and words[at - 1].lower == "and" and words[at - 2].text == "," else 1
        else:
            break
    return sides if len({side.text for side in sides}) > 1 else []


def _is_nationality(words: Sequence[Word]) -> bool:
    return words[0].pos != "DET" and load_countries().by_adjective(_text(words, 0, len(words))) is not None


def _text(words: Sequence[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first:last])


def _side(word: Word, cast: Cast, tree: Tree) -> Side | None:
    """What a modifier tells of a side, if it is a nationality, a country or a named body."""
    country = load_countries().by_adjective(word.text)
    if country is not None:
        return Side(word, word.text, country)
    mention = cast.mention_at(word.i)
    if mention is None or mention.actor is None or mention.form == "pronoun":
        return None
    actor = cast.actors[mention.actor]
    sent = word.head is not None and (word.head.lemma in _SENT or word.relation == "conj")
    if actor.kind not in BODIES or (mention.form != "named" and not (sent and actor.country is not None)):
        return None
    start, end = tree.span(*mention.span)
    name = tree.text[start:end].removeprefix("the ")
    group = mention.actor if actor.kind in ("organization", "armed-group") and not STATE & set(actor.sectors) else -1
    return Side(word, name, mention.country or actor.country, actor.sectors, group)


def _member(group: Actor, side: Side, modifier: Word, head: Word, cast: Cast) -> int:
    """The part of a group that belongs to one side, made now; a country's government is the country's actor."""
    if group.kind == "government" and side.country is not None and head.lemma == "government":
        return country_actor(cast, side.country)
    if group.kind == "armed-group" and modifier.i > head.i and side.group >= 0:
        return side.group
    if modifier.i > head.i:
        name = f"{head.lower} {case(modifier)} {side.text}"
    else:
        name = f"{side.text}{'’s' if modifier.dep == 'nmod:poss' else ''} {head.lower}"
    sectors = group.sectors or side.sectors or (("MIL",) if group.kind == "armed-group" else _of_office(head))
    if group.kind == "armed-group" and group.country is not None and side.country not in (None, group.country):
        # of "Kenyan and Somali Lake Front troops" the first are an army's
        sectors = ("MIL",) if set(side.sectors) <= STATE else side.sectors
    cast.actors.append(Actor(name, group.kind, [], side.country, sectors=sectors))
    return len(cast.actors) - 1


def _of_office(head: Word) -> tuple[str, ...]:
    """Sectors of those whom a nationality and a title alone tell of: "the Kenyan and Ugandan commanders"."""
    sector = load_organizations().of_state.get(head.lemma)
    title = load_titles().titles.get(head.lemma)
    return (sector,) if sector is not None else title.sectors if title is not None else ()
