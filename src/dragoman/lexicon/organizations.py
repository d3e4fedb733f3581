"""What kinds of bodies and groups nouns name. Data in ``organizations.toml``, which explains the fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from dragoman.errors import LexiconError
from dragoman.lexicon.word_groups import SECTORS, Nouns, read_table, unknown_keys, word_groups
from dragoman.record import Kind

_BODY = {"kind": str, "sectors": list, "state": bool, "generic": bool, "equipment": bool}
_PEOPLE = {"kind": str, "sectors": list, "sources": bool}
_DOMAIN = {"sectors": list, "side": bool, "titles": bool}
_ALIKE = {"one": bool, "dwindling": bool}
_SECTIONS = frozenset(
    {
        "body",
        "people",
        "domain",
        "institution",
        "refers",
        "alike",
        "sources",
        "joint",
        "facing",
        "quantities",
        "own_name",
        "outsiders",
        "beside",
        "of_state",
        "transient",
        "other_governments",
        "of_members",
        "sent",
        "domestic",
        "firms",
        "nobody",
        "commercial_banks",
        "governing",
        "alliance_forces",
        "many",
    }
)
_LISTS = (
    "quantities", "own_name", "other_governments", "joint", "facing", "transient", "outsiders", "beside", "of_members",
    "sent", "domestic", "firms", "nobody", "commercial_banks", "governing", "alliance_forces",
    "many",
)  # fmt: skip
_KINDS = frozenset(get_args(Kind))


@dataclass(frozen=True, slots=True)
class Body:
    """What a noun for a body or for persons tells.

    ``kind`` holds for a body and for the plural of ``people``. ``people`` is True for nouns of persons, ``sources``
    for those a report may leave unnamed, ``state`` for organs of a state, ``generic`` for nouns that say little,
    ``equipment`` for arms and craft.
    """

    words: str
    kind: Kind
    sectors: tuple[str, ...] = ()
    state: bool = False
    generic: bool = False
    people: bool = False
    sources: bool = False
    equipment: bool = False


@dataclass(frozen=True, slots=True)
class Domain:
    """What a word before a title or body tells.

    ``side`` if it names the side taken, not the trade; ``titles`` if it tells nothing before a body.
    """

    sectors: tuple[str, ...]
    side: bool
    titles: bool


@dataclass(frozen=True, slots=True)
class Sort:
    """Nouns for one sort of people, named by the first of them.

    ``one`` if in one report all that are told of by them are one group; ``dwindling`` if their number falls with time.
    """

    name: str
    one: bool
    dwindling: bool


@dataclass(frozen=True, slots=True)
class Organizations:
    """The whole theme.

    Attributes:
        bodies: nouns of bodies, by their words, lower case.
        people: nouns of persons, by the singular.
        domains: words before a title or body.
        institutions: adjective → name of the institution it stands for.
        refers: generic noun → the kinds of actors it may take up.
        source_nouns, source_modifiers: words that make a noun of persons an anonymous source.
        source_phrases: what may follow it, by first lemma: the remaining lemmas.
        quantities: nouns that only count the persons they are "of".
        of_state: nouns of persons that a nationality alone makes a state's, and the sector they then have.
        transient: nouns of persons whose country is not the place they are at.
        outsiders: nouns of persons who are no part of what they are "of".
        beside: nouns of those who are of another country than whose they are.
        alike: noun for people, in the singular → the sort of people it is a noun for.
        own_name: nouns beside a body's own name that are no second body.
        of_members: nouns of bodies that consist of those whose they are.
        sent: nouns of several who act for the body they are "from".
        domestic: nouns of people and bodies that are of the country whose they are, whatever their descent.
        firms: nouns of trade that stand before a firm's name as before a person's.
        nobody: nouns that models take for people's and that mean nobody.
        commercial_banks: names of banks that only look like a country's central bank's.
        governing: how the titles and names end of those who govern an organization of states.
        alliance_forces: how the names end of what bears arms for several states.
        many: adjectives that with "the" mean all who are so.
        other_governments: what sets a government apart from the country's own.
        joint: nouns that take up the two parties last named with "both" or "the two".
        facing: verbs and nouns of what two parties do to or with one another: "clash", "sign", "truce".
        longest: words of the longest body noun.
    """

    bodies: Nouns[Body]
    people: Nouns[Body]
    domains: Mapping[str, Domain]
    institutions: Mapping[str, str]
    refers: Mapping[str, tuple[Kind, ...]]
    source_nouns: frozenset[str]
    source_modifiers: frozenset[str]
    source_phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    quantities: frozenset[str]
    of_state: Mapping[str, str]
    transient: frozenset[str]
    outsiders: frozenset[str]
    beside: frozenset[str]
    alike: Mapping[str, Sort]
    own_name: frozenset[str]
    of_members: frozenset[str]
    sent: frozenset[str]
    domestic: frozenset[str]
    nobody: frozenset[str]
    commercial_banks: frozenset[str]
    governing: tuple[str, ...]
    alliance_forces: tuple[str, ...]
    many: frozenset[str]
    firms: frozenset[str]
    other_governments: frozenset[str]
    joint: frozenset[str]
    facing: frozenset[str]
    longest: int


@cache
def load_organizations() -> Organizations:
    """The packaged table.

    Raises:
        LexiconError: the file breaks its schema; every fault is listed.
    """
    table = read_table("organizations.toml")
    faults = unknown_keys(table, _SECTIONS, "organizations.toml")
    bodies = _nouns(table, "body", _BODY, faults)
    people = _nouns(table, "people", _PEOPLE, faults)
    domains = {
        word: Domain(
            tuple(fields.get("sectors", ())), bool(fields.get("side", False)), bool(fields.get("titles", False))
        )
        for words, fields in word_groups(table, "domain", _DOMAIN, faults)
        for word in words
    }
    alike = {
        word: Sort(words[0], bool(fields.get("one", False)), bool(fields.get("dwindling", False)))
        for words, fields in word_groups(table, "alike", _ALIKE, faults)
        for word in words
    }
    refers = {noun: tuple(kinds) for noun, kinds in table.get("refers", {}).items()}
    faults.extend(
        f"[refers] {noun}: unknown kind {kind!r}"
        for noun, kinds in refers.items()
        for kind in kinds
        if kind not in _KINDS
    )
    sources = table.get("sources", {})
    lists = {name: table.get(name, {}) for name in _LISTS}
    for name, listed in lists.items():
        faults.extend(unknown_keys(listed, frozenset({"words"}), f"[{name}]"))
    of_state = table.get("of_state", {})
    faults.extend(unknown_keys(of_state, SECTORS, "[of_state]"))
    faults.extend(unknown_keys(sources, frozenset({"nouns", "modifiers", "phrases"}), "[sources]"))
    if faults:
        raise LexiconError("organizations.toml", faults)
    return Organizations(
        bodies=Nouns(bodies),
        people=Nouns(people),
        domains=domains,
        institutions=table["institution"],
        refers=refers,
        source_nouns=frozenset(sources["nouns"]),
        source_modifiers=frozenset(sources["modifiers"]),
        source_phrases=_by_first_word(sources["phrases"]),
        quantities=frozenset(lists["quantities"]["words"]),
        of_state={word: code for code, words in of_state.items() for word in words},
        transient=frozenset(lists["transient"]["words"]),
        outsiders=frozenset(lists["outsiders"]["words"]),
        beside=frozenset(lists["beside"]["words"]),
        alike=alike,
        own_name=frozenset(lists["own_name"]["words"]),
        of_members=frozenset(lists["of_members"]["words"]),
        firms=frozenset(lists["firms"]["words"]),
        nobody=frozenset(lists["nobody"]["words"]),
        commercial_banks=frozenset(lists["commercial_banks"]["words"]),
        governing=tuple(lists["governing"]["words"]),
        alliance_forces=tuple(lists["alliance_forces"]["words"]),
        many=frozenset(lists["many"]["words"]),
        domestic=frozenset(lists["domestic"]["words"]),
        sent=frozenset(lists["sent"]["words"]),
        other_governments=frozenset(lists["other_governments"]["words"]),
        joint=frozenset(lists["joint"]["words"]),
        facing=frozenset(lists["facing"]["words"]),
        longest=max(word.count(" ") + 1 for word in bodies),
    )


def _nouns(table: Mapping[str, Any], section: str, fields: Mapping[str, type], faults: list[str]) -> dict[str, Body]:
    """The nouns of ``[[body]]`` or ``[[people]]`` by their words."""
    found: dict[str, Body] = {}
    for words, given in word_groups(table, section, fields, faults):
        if given.get("kind") not in _KINDS:
            faults.append(f"[[{section}]] {words[0]}: kind must be one of {', '.join(sorted(_KINDS))}")
        for word in words:
            found[word] = Body(
                words=word,
                kind=given.get("kind", "other"),
                sectors=tuple(given.get("sectors", ())),
                state=bool(given.get("state", False)),
                generic=bool(given.get("generic", False)),
                people=section == "people",
                sources=bool(given.get("sources", False)),
                equipment=bool(given.get("equipment", False)),
            )
    return found


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Phrases split into words, the first word → the rest of every phrase that begins with it."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *rest = phrase.split()
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}
