"""Groups whose members are named right after them: "two activists, Ana Prado and Juan Lopez, were arrested"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.reading.amounts import number_of
from dragoman.reading.chains import Chains
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child, children, conjuncts

_GROUPS = frozenset({"person", "organization", "population", "armed-group", "country", "government", "sources"})


def named_members(phrases: Sequence[Phrase], at: Mapping[int, int]) -> dict[int, list[int]]:
    """The phrases of the names that stand in apposition to a plural noun, by the phrase of that noun.

    Only where they are all of the group, as far as the words tell: it is counted and they are as many, or it is
    definite or a title. "Six states, Chad and Niger among them" names two of six.
    """
    found = {}
    for index, phrase in enumerate(phrases):
        if phrase.form != "nominal" or phrase.kind not in _GROUPS or not phrase.plural or phrase.kin is not None:
            continue
        members = [at.get(word.i, -1) for word in _names_after(phrase.head, phrases, at)]
        if len(members) > 1 and all(_is_member(phrases, one, phrase) for one in members) and _is_all(phrase, members):
            found[index] = members
    return found


def name_members(
    phrases: Sequence[Phrase], at: Mapping[int, int], chains: Chains, group: int, members: Sequence[int]
) -> None:
    """Let a group be the actor made of those named after it, of whom its words tell too."""
    told, chain = phrases[group], chains[chains.start(group)]
    if chain.names or chain.key:
        return
    chain.members = tuple(dict.fromkeys(chains.start(member) for member in members))
    chain.kind = "other"
    sectors = told.sectors or next((use.title.sectors for use in told.titles), ())
    lands = _lands_of(phrases, at, group, len(members))
    for member, land in zip(members, lands, strict=True):
        own, phrase = chains[chains.of[member]], phrases[member]
        own.country = own.country or land
        phrase.sectors = phrase.sectors or sectors
        own.titles.extend(use for use in told.titles if use not in own.titles)


def _names_after(noun: Word, phrases: Sequence[Phrase], at: Mapping[int, int]) -> list[Word]:
    """The names listed after a noun, as parsers give them: below the first, beside the noun, beside what it is of.

    "The rivals, Burhan and Hemedti, met" names two men, not three parties; "the leaders of Chad and Niger, Idris Deby
    and Hamani Diori" names no four.
    """
    first = child(noun, "appos")
    if first is not None:
        return [] if first.i < noun.i or case(first) else conjuncts(first)
    beside = [noun, *children(noun, "nmod")]
    if any(_is_person(word, phrases, at) for word in beside):
        return []
    listed = (one for word in beside for one in children(word, "conj") if one.i > noun.i)
    names = sorted((one for one in listed if _is_person(one, phrases, at)), key=lambda one: one.i)
    return names if names and child(names[0], "punct") else []


def _lands_of(phrases: Sequence[Phrase], at: Mapping[int, int], group: int, members: int) -> Sequence[str | None]:
    """The country of each of a group's members, as its words give them in turn: "of Chad and Niger", "Kenyan"."""
    noun = phrases[group].head
    owner = child(noun, "nmod")
    words = conjuncts(owner) if owner is not None and case(owner) == "of" else []
    lands = [phrases[at[word.i]].country for word in words if word.i in at and phrases[at[word.i]].kind != "person"]
    return lands if len(lands) == members else [phrases[group].country if len(lands) < 2 else None] * members


def _is_person(word: Word, phrases: Sequence[Phrase], at: Mapping[int, int]) -> bool:
    index = at.get(word.i, -1)
    return index >= 0 and phrases[index].kind == "person" and bool(phrases[index].name)


def _is_member(phrases: Sequence[Phrase], index: int, group: Phrase) -> bool:
    """Whether a name can be one of a group's: a person of persons, a body or country of bodies."""
    if index < 0:
        return False
    phrase = phrases[index]
    alike = (phrase.kind == "person") == (group.kind in ("person", "population", "sources") or bool(group.titles))
    return bool(phrase.name) and phrase.kind in _GROUPS and (alike or (phrase.kind == "person" and _of_people(group)))


def _of_people(group: Phrase) -> bool:
    return group.body is not None and group.body.people


def _is_all(group: Phrase, members: Sequence[int]) -> bool:
    counts = [number_of(one.lower) for one in group.head.children if one.relation == "nummod"]
    return counts[0] == len(members) if counts else group.definite or bool(group.titles)
