"""What the nouns of a phrase say: title, kin word, body or group; whose; of which country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from dragoman.lexicon.organizations import Body
from dragoman.lexicon.word_groups import Nouns
from dragoman.ontology.countries import Match, load_countries
from dragoman.reading.hyphens import prefix_before
from dragoman.reading.phrases import TitleUse
from dragoman.reading.tree import Tree, Word, case, descendants
from dragoman.reading.vocabulary import ActorWords

_BEFORE = frozenset({"compound", "amod", "nmod", "flat", "nummod"})
_LINKS = frozenset({"of", "in", "d'affaires", "d’affaires", "to"})
# Words after a hyphen that leave the place before it the phrase's own: "Tripoli-based". After any other ("Iran-backed",
# "U.S.-led", "Russian-speaking") the phrase is somebody else's.
OWN_PARTICIPLES = frozenset({"based", "run", "administered", "controlled", "born", "held", "headquartered"})
_OFFICES = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP"})
"""Sectors of which a former member is PLOVER's ELI."""
_SIDES_TAKEN = frozenset({"OPP"})
_FORCES_DIRECTED = frozenset({"MIL"})
_DISTANCING = frozenset({"pro", "anti", "non", "ex", "un", "pan", "post", "trans", "cross", "inter", "sub"})
_BY_DESCENT = frozenset({"ethnic", "native"})
_POSSESSIVE = re.compile(r" ['’](?=s\b|$| )")
# States that a report calls by where they lie once it has named them: "the North" of North Korea.
_HALVES = {"PRK": "North", "KOR": "South"}
DISSOLVED = frozenset({"soviet", "yugoslav", "czechoslovak"})  # "the former Soviet republic" is not Russia
REGIONAL = frozenset(
    {
        "eastern", "western", "northern", "southern", "central", "northeastern", "northwestern", "southeastern",
        "southwestern", "north-eastern", "north-western", "south-eastern", "south-western", "east", "west", "north",
        "south", "upper", "lower",
    }
)  # fmt: skip


def before(words: list[Word], head: Word, first: int) -> list[Word]:
    """The adjectives, compounds and numbers directly before a head, in text order; possessors are left out."""
    found: list[Word] = []
    index = head.i - 1
    while index >= first:
        word = words[index]
        if (
            word.pos == "PUNCT"
            or word.relation in _BEFORE
            or (
                word.head is not None
                and word.head.i <= head.i
                and word.pos in ("ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV")
            )
        ):
            if word.dep == "nmod:poss" or (word.pos == "PART" and word.dep == "case"):
                break
            found.append(word)
            index -= 1
            continue
        break
    found.reverse()
    return found


def entry_of(table: Nouns[Any], words: list[Word], head: Word, first: int, longest: int, *, whole: bool = False) -> str:
    """The longest entry that ends at a head ("news agency"), with the head in the singular or as written, or "".

    ``whole``: it does not begin inside a name that ends before the head.
    """
    forms = [form for form in singulars(head) if form in table.endings]
    if not forms:
        return ""
    start = max(first, head.i - longest + 1)
    if head.i and words[head.i - 1].text == "-":
        start = max(first, min(start, head.i - 2))
    texts = [word.lower for word in words[start : head.i]]
    for begin in range(len(texts) + 1):
        if whole and begin < len(texts) and _inside_name(words, start + begin, head):
            continue  # "the Islamic *State leader*" is no leader of a state
        prefix = _POSSESSIVE.sub("'", " ".join(texts[begin:]))
        for form in forms:
            phrase = f"{prefix} {form}" if prefix else form
            if phrase in table:
                return phrase
            if "-" in prefix and (phrase := phrase.replace(" - ", "-")) in table:
                return phrase
    return ""


def _inside_name(words: list[Word], index: int, head: Word) -> bool:
    """Whether a word goes on with a name that ends before a head."""
    name = words[index].name
    return name >= 0 and name != head.name and index > 0 and words[index - 1].name == name


def singulars(noun: Word) -> tuple[str, ...]:
    """Forms to look a noun up by: as written, its lemma, and its regular singular, should the lemma have failed."""
    return _singulars(noun.lower, noun.lemma)


@lru_cache(maxsize=8192)
def _singulars(lower: str, lemma: str) -> tuple[str, ...]:
    if lemma.endswith("worker") and lemma != "worker":
        return (lower, lemma, "worker")  # "metalworkers"
    if not lower.endswith("s") or lemma == lower[:-1]:
        return (lower, lemma)
    if lower.endswith("ies"):
        return (lower, lemma, lower[:-3] + "y", lower[:-1])
    return (lower, lemma, lower[:-1], lower[:-2])


def entry_after(table: Mapping[str, object], words: list[Word], head: Word) -> tuple[str, int]:
    """An entry that goes on behind its head ("chief of staff"), and where it ends; ("", 0) if none does."""
    end = len(words)
    if head.i + 1 < end and words[head.i + 1].lower == "general" and f"{head.lemma} general" in table:
        return f"{head.lemma} general", head.i + 2
    if head.i + 2 < end and words[head.i + 1].text == "-" and f"{head.lemma}-{words[head.i + 2].lower}" in table:
        return f"{head.lemma}-{words[head.i + 2].lower}", head.i + 3
    if head.i + 2 >= end or words[head.i + 1].lower not in _LINKS:
        return "", 0
    for length in (5, 4, 3):
        last = head.i + length
        if last > end:
            continue
        behind = " ".join(word.lower for word in words[head.i + 1 : last])
        for form in dict.fromkeys((head.lower, head.lemma)):  # "chiefs of staff" are a body, their chief a person
            if f"{form} {behind}" in table:
                return f"{form} {behind}", last
    return "", 0


def read_title(vocabulary: ActorWords, words: list[Word], head: Word, first: int) -> TitleUse | None:
    """The title a noun heads, with what stands before it and what it is "of"; None if it is no title.

    Args:
        vocabulary: titles and organization words.
        words: of the whole tree.
        head: the noun.
        first: start of its noun phrase.
    """
    titles = vocabulary.titles
    entry, end = entry_after(titles.titles, words, head)
    if not entry:
        entry, end = entry_of(titles.titles, words, head, first, titles.longest, whole=True), head.i + 1
    if not entry:
        return None
    title = titles.titles[entry]
    inside = (
        entry.count(" ") + 2 * (entry.count("-") if words[head.i - 1].text == "-" else 0) if end == head.i + 1 else 0
    )
    start = head.i - inside
    deputy = former = False
    domains: list[str] = []
    reach = start
    for word in reversed(words[max(first, start - 6) : start]):
        kind = titles.modifiers.get(word.lower)
        if word.text == "-":
            continue
        if kind == "deputy":
            deputy, reach = True, word.i
        elif kind == "former":
            former = True
        elif word.lower in vocabulary.organizations.domains:
            domains.insert(0, word.lower)
            reach = word.i
        elif kind != "rank" and word.pos not in ("ADJ", "PROPN"):
            break
    body, text, last = _what_it_is_of(words, head, end)
    shown = " ".join(word.text for word in words[reach:end]).replace(" - ", "-")
    return TitleUse(title, shown, tuple(domains), (reach, last), text, body, deputy, former)


def _what_it_is_of(words: list[Word], head: Word, end: int) -> tuple[int, str | None, int]:
    """Index of the word heading what a title is "of", its words, and the end of the title's span."""
    for child in head.children:
        if child.i >= end and child.relation == "nmod" and case(child) in ("of", "for", "to", "at", "in", "with"):
            if child.lower == "staff" or (case(child) == "in" and _is_of_another(head, child)):
                continue
            stop = child.i + 1
            for below in child.children:
                if below.i == stop and below.relation in ("flat", "compound"):
                    stop = below.i + 1
            begin = child.i
            for below in child.children:
                if below.relation in ("amod", "compound", "nmod", "flat") and below.i < begin and case(below) == "":
                    begin = below.i
            return child.i, " ".join(word.text for word in words[begin:stop]), stop
    beside = _body_beside(words, head, end)
    if beside is None:
        return -1, None, end
    return beside.i, " ".join(word.text for word in words[end + 1 : beside.i + 1]), beside.i + 1


def _is_of_another(head: Word, place: Word) -> bool:
    """Whether a title is of what stands before it, and only held in a place: "a *Front* commander in Gao"."""
    before = [one for one in head.children if one.i < head.i and one.relation in ("compound", "amod", "nmod")]
    return place.mention_type == "place" and any(
        one.dep == "nmod:poss" or (one.pos == "PROPN" and one.mention_type == "organization") for one in before
    )


def _body_beside(words: list[Word], head: Word, end: int) -> Word | None:
    """The body that a comma alone ties to a bare title behind a name: "Ann Mori, commander, Northern Command"."""
    if head.relation != "appos" or head.head is None or end + 1 >= len(words) or words[end].text != ",":
        return None
    if any(one.relation == "det" or one.dep == "nmod:poss" for one in head.children):
        return None
    for one in (*head.children, *head.head.children):
        first = min((part.i for part in descendants(one) if part.relation in ("compound", "amod")), default=one.i)
        if one.relation == "appos" and first == end + 1 and one.pos == "PROPN" and one.mention_type == "organization":
            return one
    return None


def title_sectors(vocabulary: ActorWords, use: TitleUse) -> tuple[str, ...]:
    """PLOVER sectors of a title in use: the side taken, then the domain, then the title's own."""
    sectors: list[str] = []
    domains = [vocabulary.organizations.domains[domain] for domain in use.domains]
    own = use.title.sectors
    if use.title.portfolio:
        # what a minister deals with is not whose he is: "the mining minister"; whose side he takes is
        told = [code for found in domains for code in found.sectors]
        sectors = [*_SIDES_TAKEN.intersection(told), *own, *_FORCES_DIRECTED.intersection(told)]
        domains, own = [], ()
    for part in [d for d in domains if d.side] + [d for d in domains if not d.side]:
        sectors.extend(part.sectors)
    if own and not (sectors and own == ("CVL",)):
        sectors = (
            [*own, *sectors]
            if use.title.address or not sectors or (own[0] in ("MIL", "LEG", "JUD") and "REB" not in sectors)
            else [*sectors, *own]
        )
    if use.former and _OFFICES.intersection(sectors):
        sectors.insert(0, "ELI")
    return tuple(dict.fromkeys(sectors))


def body_sectors(vocabulary: ActorWords, body: Body, modifiers: tuple[str, ...]) -> tuple[str, ...]:
    """PLOVER sectors of a body or group: the side taken, then its own, then those of the domain before it."""
    table = vocabulary.organizations.domains
    domains = [found for word in modifiers if (found := table.get(word)) is not None and not found.titles]
    # the words of the noun itself take no side: "tribal elders" are no militia
    inside = frozenset(body.words.split())
    sides = (table[word] for word in modifiers if word in table and word not in inside)
    side = [code for found in sides if found.side and not found.titles for code in found.sectors]
    if body.kind == "armed-group" and "OPP" in side and any(word.startswith("anti") for word in modifiers):
        return ("REB",)  # "anti-government forces"
    trade = [code for found in domains if not found.side for code in found.sectors]
    past = any(vocabulary.titles.modifiers.get(word) == "former" for word in modifiers)
    gone = ["ELI"] if body.people and past and _OFFICES.intersection(body.sectors) else []
    civilian = body.sectors == ("CVL",) and not body.sources  # "prison inmates" are no police
    if body.sectors == ("MIL",) and trade[:1] == ["COP"]:
        return tuple(dict.fromkeys([*gone, *side, "COP"]))  # "a police patrol"
    taught = trade if (body.generic or body.people or not body.sectors) and not civilian else []
    return tuple(dict.fromkeys([*gone, *side, *body.sectors, *taught]))


def country_words(tree: Tree) -> list[tuple[int, Match]]:
    """The words of countries and regions in a text, in order and without overlap, each with its first word's index."""
    forms = [word.text for word in tree.words]
    found = list(load_countries().scan([word.lower for word in tree.words], forms))
    halves = {_HALVES[match.code]: match.code for _, match in found if match.code in _HALVES}
    if not halves:
        return found
    taken = {index for first, match in found for index in range(first, first + match.length)}
    short = [(at, Match("name", halves[text], 1)) for at, text in enumerate(forms) if text in halves]
    alone = [(at, match) for at, match in short if at not in taken and _stands_alone(tree.words, at)]
    return sorted([*found, *alone], key=lambda reading: reading[0])


def _stands_alone(words: list[Word], at: int) -> bool:
    """Whether "the North" is said of a state told of before, and is no part of another name."""
    behind = words[at + 1] if at + 1 < len(words) else None
    goes_on = behind is not None and behind.text[:1].isupper() and behind.pos in ("NOUN", "PROPN", "ADJ")
    return at > 0 and words[at - 1].lower == "the" and not goes_on


def own_countries(words: list[Word], matches: Mapping[int, Match], start: int, end: int) -> Iterator[tuple[int, Match]]:
    """Country words in ``[start, end)`` that say whose a phrase is.

    "Egyptian", "Libya's", "Tripoli-based" do; "pro-Russian", "Iran-backed", "U.S.-led" do not.
    """
    index = start
    while index < end:
        match = matches.get(index)
        if match is None:
            index += 1
            continue
        stop = index + match.length
        if match.kind in ("name", "adjective", "demonym", "capital", "part", "seat") and _is_own(
            words, index, stop, match
        ):
            yield index, match
        index = stop


def by_descent(words: list[Word], start: int) -> bool:
    """Whether a nationality means descent: "ethnic Albanian guerrillas" need not be Albania's."""
    return start > 0 and words[start - 1].lower in _BY_DESCENT


def _is_own(words: list[Word], start: int, stop: int, match: Match) -> bool:
    if prefix_before(words, start) in _DISTANCING:
        return False
    if by_descent(words, start):
        return False
    if start and words[start].lower in DISSOLVED and words[start - 1].lower in ("former", "ex"):
        return False
    hyphened = stop + 1 < len(words) and words[stop].text == "-" and words[stop].start == words[stop - 1].end
    if hyphened:
        after = words[stop + 1]
        return after.lower in OWN_PARTICIPLES or (after.pos not in ("VERB", "ADJ") and match.kind != "capital")
    return match.kind != "capital" or words[start].dep in ("nmod:poss", "nmod")


def region_of(words: list[Word], start: int, match: Match) -> str:
    """The part of a country a word before its name or adjective cuts out: "eastern Libya" for "eastern Libyan"."""
    if start and words[start - 1].lower in REGIONAL:
        return words[start - 1].lower
    return match.region
