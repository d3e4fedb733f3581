"""Parties told of without a name ("gunmen", "the captors"): whether two descriptions can be of the same people.

Two reports that call them differently do not contradict one another; only a sort of people, a number or a country of
their own does. That is no evidence that they are one, which must come from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.casebook.naming import ARTICLE, word_list
from dragoman.casebook.profiles import Profile
from dragoman.casebook.tables import load_tables
from dragoman.lexicon.inflection import singular
from dragoman.lexicon.organizations import load_organizations
from dragoman.ontology.countries import key_of, load_countries
from dragoman.ontology.plover import IRREGULAR

FIGHTERS = "rebel"  # the sort of all armed groups that are no state's, whatever a report calls them
_FORCES = "soldier"  # the sort of those that are a state's: "the army", "commandos"
_ENDS = frozenset(["of", "from", "with", "in", "at", "near", "who", "which", "that", "for", "to", "on", "by"])


@dataclass(frozen=True, slots=True)
class Vague:
    """What is said of people without a name.

    Attributes:
        sorts: their nouns in the singular, and the sorts of people these are nouns for.
        countries: those its own words name; that of the actor may be no more than where the report is set.
        numbers: how many they are said to be; ``dwindling`` if that falls with time.
        named: whether its report gives the armed group a name all the same.
        inhabitants: whether nothing is said of them but where they live ("people of Kiruna").
    """

    sorts: frozenset[str]
    countries: frozenset[str]
    numbers: frozenset[int]
    dwindling: bool
    named: bool
    inhabitants: bool = False


def is_irregular(profile: Profile) -> bool:
    """Whether an actor is an armed group that is no state's."""
    return profile.kind == "armed-group" and not IRREGULAR.isdisjoint(profile.sectors)


def is_nameless(profile: Profile) -> bool:
    """Whether an actor is people without a name: no state, no source, nothing that no people are."""
    return not (profile.names or profile.state or profile.anonymous or profile.kind in load_tables().kinless)


def vague_of(profile: Profile) -> Vague | None:
    """An actor's description, None for one that is known by name; armed groups with names are both."""
    if not (is_nameless(profile) or (is_irregular(profile) and profile.names)):
        return None
    tables, alike, refers = load_tables(), load_organizations().alike, load_organizations().refers
    nouns: set[str] = set()
    numbers: set[int] = {1} if profile.kind == "person" else set()
    told: set[str] = set()
    for name in () if profile.names else (profile.called, *profile.wordings):
        words = word_list(ARTICLE.sub("", name))
        numbers.update(number for word in words if (number := number_of(word)) is not None)
        told |= countries_in(name)
        nouns.update(_nouns(words))
    sorts = [alike[noun] for noun in sorted(nouns) if noun in alike]
    if is_irregular(profile) or (
        profile.kind == "organization" and any("armed-group" in refers.get(noun, ()) for noun in nouns)
    ):
        sorts.append(alike[FIGHTERS])  # "the group" may be the rebels
    elif profile.kind == "armed-group" and not profile.names:
        sorts.append(alike[_FORCES])
    return Vague(
        sorts=frozenset(noun for noun in nouns - tables.collective if number_of(noun) is None)
        | {sort.name for sort in sorts},
        countries=frozenset(told),
        numbers=frozenset(numbers),
        dwindling=any(sort.dwindling for sort in sorts),
        named=bool(profile.names),
        inhabitants=profile.kind == "population" and profile.called.startswith("people of "),
    )


def may_be_one(a: Vague, b: Vague, *, counts: bool = True) -> bool:
    """Whether one group may have been told of in both ways; one of them must be without a name.

    Args:
        a: one description.
        b: the other.
        counts: whether numbers that differ tell two groups apart.
    """
    as_many = any(number > 1 for number in a.numbers & b.numbers)
    # "two Chilean envoys", "two employees of the Chilean embassy": whose they are and how many say as much as a noun.
    counted = as_many and bool(a.countries & b.countries)
    # "nine people" may be "nine tourists"; of the victims of one blow "27 people" may be anybody: "19 civilians".
    anybody = (as_many or not counts) and not (a.sorts and b.sorts)
    if (a.named and b.named) or (a.sorts.isdisjoint(b.sorts) and not (counted or anybody)):
        return False
    differ = bool(a.numbers and b.numbers) and a.numbers.isdisjoint(b.numbers)
    if counts and differ and not (a.dwindling and b.dwindling):
        return False
    return not (a.countries and b.countries and a.countries.isdisjoint(b.countries))


def countries_in(text: str) -> frozenset[str]:
    """ISO codes of the countries that a description names: "Guinea-Bissau's president", "Nigerien commandos"."""
    return countries_told(text)[0]


def countries_told(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The codes of all countries that a description names, and of those whose people: "French troops in Mali"."""
    found = [match for _, match in load_countries().scan(key_of(text))]
    return (
        frozenset(match.code for match in found if match.kind in ("name", "adjective", "demonym")),
        frozenset(match.code for match in found if match.kind == "adjective"),
    )


def number_of(word: str) -> int | None:
    """The number a word in digits or letters stands for, None if it is none."""
    return int(word) if word.isdecimal() else load_tables().numbers.get(word)


def noun_of(words: list[str], at: int) -> str:
    """The noun at a place among words, in the singular; of "hostage-takers" the whole word."""
    noun = singular(words[at])
    whole = f"{words[at - 1]}-{noun}"
    return whole if at and whole in load_organizations().alike else noun


def _nouns(words: list[str]) -> Iterator[str]:
    """The nouns a description is headed by; of "a group of armed men" both."""
    end = next((place for place, word in enumerate(words) if word in _ENDS), len(words))
    if end:
        yield noun_of(words, end - 1)
        if singular(words[end - 1]) in load_tables().collective and words[end : end + 1] == ["of"]:
            yield from _nouns(words[end + 1 :])
