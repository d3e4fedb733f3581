"""Comparing names of people and organizations, whoever transliterated them and in whatever script.

A name is folded (no case, diacritics, apostrophes), split into words and freed of particles (``name_words.py``); two
words are compared sound by sound (``name_sounds.py``). Nothing here decides that two people are one: a verdict says
how two names relate, and the caller needs more than a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from dragoman.ontology.name_skeletons import skeleton_keys
from dragoman.ontology.name_sounds import (
    WordRelation,
    first_sounds,
    name_key,
    same_token,
    same_word,
    sound_key,
    word_relation,
)
from dragoman.ontology.name_words import (
    POSSESSIVE,
    WORD_CACHE,
    NameWord,
    ParsedName,
    fold,
    load_name_tables,
    parse_name,
    tokens,
)
from dragoman.ontology.scripts import has_vowelless

__all__ = [
    "Likeness", "Verdict", "WordRelation", "blocking_keys", "compare", "compare_organizations", "first_sounds", "fold",
    "is_acronym", "name_key", "organization_words", "plain_term", "same_token", "same_word", "tokens", "word_relation",
]  # fmt: skip

Verdict = Literal["same", "variant", "part", "initials", "different"]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two names relate.

    Attributes:
        verdict: "same" but for case, diacritics and particles; "variant" spellings of one name; "part" when all words
            of one name are in the other; "initials" when some words are initials or pet names of the other's;
            "different".
        shared: number of words that pair up. One shared word is thin: a surname, a given name.
        extra: words of the longer name that have no partner, for "part"; else empty.
        where: for "part" with one shared word, its place in the longer name: "first", "middle", "last"; else "".
        reason: one clause for a reader.
    """

    verdict: Verdict
    shared: int
    extra: tuple[str, ...] = ()
    where: Literal["", "first", "middle", "last"] = ""
    reason: str = ""


@lru_cache(WORD_CACHE)
def compare(a: str, b: str) -> Likeness:
    """How two names of people relate. Names that only share some words are "different"."""
    one, two = parse_name(a), parse_name(b)
    if not one.words or not two.words:
        return Likeness("different", 0, reason="an empty name")
    if one.generation and two.generation and one.generation != two.generation:
        return Likeness("different", 0, reason=f"{one.generation} and {two.generation}")
    if one.words == two.words:
        return Likeness("same", len(one.words), reason="the same words")
    if len(one.words) > len(two.words):
        one, two = two, one
    joined = _joined_likeness(one, two)
    return joined or _aligned_likeness(one.words, two.words)


def compare_organizations(a: str, b: str) -> Likeness:
    """How two names of organizations relate: word by word, without particles and "of", "the", "and".

    "part" leaves it to the caller whether the ``extra`` words only say whose it is ("Egypt", "Sudanese").
    """
    one, two = organization_words(a), organization_words(b)
    if not one or not two:
        return Likeness("different", 0, reason="an empty name")
    if one == two:
        return Likeness("same", len(one), reason="the same words")
    if len(one) > len(two):
        one, two = two, one
    left = list(two)
    for word in one:
        partner = next((other for other in left if _one_term(word, other)), None)
        if partner is None:
            return Likeness("different", len(two) - len(left), reason=f"“{word}” only in one")
        left.remove(partner)
    if not left:
        return Likeness("variant", len(one), reason="the same words, spelled or ordered otherwise")
    return Likeness("part", len(one), tuple(left), reason="all words of one are in the other")


def is_acronym(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long``: "RSF", "HoR", "U.N.", "UNSMIL".

    Function words may be skipped or taken in; of a short form of three letters and more, one first word may be missing
    ("Sudanese Rapid Support Forces").
    """
    letters = fold(POSSESSIVE.sub("", short.strip())).replace(".", "").replace("-", "")
    if not 2 <= len(letters) <= 12 or not letters.isalpha() or not any(c.isupper() for c in short):
        return False
    words = [word for word in re.split(r"[^\w]+", fold(POSSESSIVE.sub("", long.strip()))) if word]
    if len(words) < 2:
        return False
    skippable = load_name_tables().initials_of
    if _spells(letters, words, skippable):
        return True
    return len(letters) >= 3 and _spells(letters, words[1:], skippable)


def blocking_keys(name: str) -> frozenset[str]:
    """Keys such that two names that :func:`compare` does not find different share at least one.

    Consonants only, with every class of consonants that may stand for one another merged. Names whose every word is
    written together in one and apart in the other ("Jongun", "Jong-un") are missed.
    """
    words = [word.text for word in parse_name(name).words]
    keys = {sound_key(word) for word in words}
    return frozenset(keys.union(*(skeleton_keys(word) for word in words if has_vowelless(word))))


def _joined_likeness(one: ParsedName, two: ParsedName) -> Likeness | None:
    """Words written together here and apart there: "Kim Jongun", "Kim Jong-un"; None if that is not it."""
    if len(one.words) == len(two.words):
        return None
    if "".join(word.text for word in one.words) == "".join(word.text for word in two.words):
        return Likeness("same", len(one.words), reason="the same words, written together or apart")
    merged = list(two.words)
    for index, (first, second) in enumerate(pairwise(two.words)):
        candidate = (*merged[:index], NameWord(first.text + second.text, first.link), *merged[index + 2 :])
        if len(candidate) != len(one.words):
            continue
        if all(_relation(a, b) in ("same", "variant") for a, b in zip(one.words, candidate, strict=True)):
            return Likeness("variant", len(one.words), reason="words written together or apart")
    return None


def _relation(a: NameWord, b: NameWord) -> WordRelation:
    relation = word_relation(a.text, b.text)
    if relation == "different" and a.link != b.link:
        # "Benali" and "ben Ali", "Binladin" and "bin Ladin"
        glued = [prefix + (a if a.link else b).text for prefix in ("ben", "bin")]
        plain = (b if a.link else a).text
        return "variant" if any(word_relation(form, plain) in ("same", "variant") for form in glued) else relation
    return relation


def _aligned_likeness(short: tuple[NameWord, ...], long: tuple[NameWord, ...]) -> Likeness:
    """Pairs the words of the shorter name with words of the longer, best first."""
    free = dict(enumerate(long))
    relations: list[WordRelation] = []
    places: list[int] = []
    unpaired = 0
    for word in short:
        place, relation = _best_partner(word, free)
        if relation == "different":
            unpaired += 1
            continue
        del free[place]
        relations.append(relation)
        places.append(place)
    exact = sum(1 for relation in relations if relation in ("same", "variant"))
    if unpaired or not exact:
        return Likeness(
            "different", exact, reason="a word of each is not in the other" if exact else "no word in common"
        )
    if relations.count("slip") > 1 or ("slip" in relations and exact < 1):
        return Likeness("different", exact, reason="spelled otherwise in two words")
    ordered = places == sorted(places)
    if not ordered and any(word.link for word in (*short, *long)):
        # "Salman bin Mohammed" is no reordering of "Mohammed bin Salman" but his son or father.
        return Likeness("different", exact, reason="father and child stand in another order")
    return _verdict(short, long, relations, places, tuple(word.text for word in free.values()), ordered)


def _best_partner(word: NameWord, free: dict[int, NameWord]) -> tuple[int, WordRelation]:
    ranks: tuple[WordRelation, ...] = ("same", "variant", "slip", "initial")
    best: tuple[int, WordRelation] = (-1, "different")
    rank = len(ranks)
    for place, other in free.items():
        relation = _relation(word, other)
        if relation != "different" and ranks.index(relation) < rank:
            rank = ranks.index(relation)
            best = place, relation
    return best


def _verdict(
    short: tuple[NameWord, ...], long: tuple[NameWord, ...], relations: list[WordRelation], places: list[int],
    extra: tuple[str, ...], ordered: bool,
) -> Likeness:  # fmt: skip
    exact = sum(1 for relation in relations if relation in ("same", "variant"))
    if "initial" in relations:
        skipped = long[0].text if 0 not in places else ""
        if not ordered or len(skipped) == 1:
            return Likeness("different", exact, reason="the initials stand in another order")
        if len(long) - 1 not in places:
            # "Anna C. Berg" is no "Anna Clark": what the initial may stand for is not the name she goes by.
            return Likeness("different", exact, extra, reason=f"“{long[-1].text}” only in one")
        return Likeness("initials", exact, extra, reason="initials or short forms of the other's words")
    if extra:
        if len(short) == 1 and long[places[0]].link and not short[0].link:
            return Likeness("different", 1, reason="a father's name alone")
        if not ordered and len(short) > 1 and len(extra) > 1:
            return Likeness("different", exact, reason="the words stand in another order")
        where: Literal["", "first", "middle", "last"] = ""
        if len(short) == 1:
            where = "first" if places[0] == 0 else "last" if places[0] == len(long) - 1 else "middle"
        return Likeness("part", exact, extra, where, "all words of one are in the other")
    if not ordered:
        return Likeness("variant", exact, reason="the same words in another order")
    if "slip" in relations:
        return Likeness("variant", exact, reason="spelled otherwise in one word")
    if all(relation == "same" for relation in relations):
        return Likeness("same", exact, reason="the same words")
    return Likeness("variant", exact, reason="another transliteration")


_BRITISH = (
    (re.compile(r"is(?=(?:e|ed|ing|ation|ations|er|ers)$)"), "iz"),
    (re.compile(r"our$"), "or"),
    (re.compile(r"ogramme$"), "ogram"),
    (re.compile(r"ence$"), "ense"),
    (re.compile(r"tre$"), "ter"),
)


@lru_cache(WORD_CACHE)
def organization_words(name: str) -> tuple[str, ...]:
    """The words of an organization's name that count, folded, in order; none of "of", "the", "and"."""
    skip = load_name_tables().initials_of
    words: list[str] = []
    for piece in re.split(r"[\s,/()]+", name):
        folded = fold(POSSESSIVE.sub("", piece)).replace(".", "")
        words += [
            word for word in re.split(r"[^\w]+", folded) if word and word not in skip and word not in ("al", "el")
        ]
    return tuple(words)


@lru_cache(WORD_CACHE)
def _one_term(a: str, b: str) -> bool:
    """Whether two words of organization names are one: British or American, singular or plural, transliterated."""
    if a.isdecimal() or b.isdecimal():
        return a == b
    return a == b or plain_term(a) == plain_term(b) or (min(len(a), len(b)) > 4 and word_relation(a, b) == "variant")


def plain_term(word: str) -> str:
    """A folded word in American spelling and the singular, as far as endings tell."""
    for pattern, replacement in _BRITISH:
        word = pattern.sub(replacement, word)
    return word.removesuffix("s") if len(word) > 4 and not word.endswith("ss") else word


def _spells(letters: str, words: list[str], skippable: frozenset[str]) -> bool:
    """Whether the letters are the initials of all words, function words optional."""
    reached = {0}
    for word in words:
        step: set[int] = set()
        for place in reached:
            if place < len(letters) and letters[place] == word[0]:
                step.add(place + 1)
            if word in skippable:
                step.add(place)
        reached = step
        if not reached:
            return False
    return len(letters) in reached
