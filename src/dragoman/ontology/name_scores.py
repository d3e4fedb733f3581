"""How near two names are to each other, as a number from 0 to 1 with its reasons.

A verdict (:mod:`dragoman.ontology.names`) says what may be concluded from two names; the score says how near they are
as written, so that near misses can be put in order before an analyst. Words are paired, best first; what is left over
on both sides speaks against, what is left over on one side makes one name a part of the other. Every word weighs by
how much it tells: less if many are named so. All weights are chosen by hand; the reason stands at each.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from dragoman.ontology.name_forms import body_words, is_nearly_legal, load_name_forms
from dragoman.ontology.name_likeness import SLIP
from dragoman.ontology.name_pairing import Pairing, pair_words
from dragoman.ontology.name_words import WORD_CACHE, load_name_tables, parse_name
from dragoman.ontology.names import Verdict, compare, compare_organizations, is_acronym
from dragoman.ontology.scripts import is_lax, is_syllabic

NameKind = Literal["person", "body", "ship"]

_AGAINST = 2.5  # a word of each that the other lacks weighs more than a word that both have
# A word that only one has: a middle name is left out lightly, a word of a company's name is not.
_EXTRA = {"person": 0.2, "body": 1.0, "ship": 1.0}
_INITIAL_WEIGHT, _COMMON_WEIGHT, _GENERIC_WEIGHT = 0.5, 0.75, 0.5
_ORDER = 0.97  # the same words in another order
_KINDS_DIFFER, _KIND_MISSING = 0.92, 0.99  # legal forms of two kinds; of one name alone
_GENERATION, _KINSHIP = 0.6, 0.75  # "Sr." and "Jr."; father and child in another order
_BARE = 0.6  # at most, where one word alone is in common with a longer name: a surname, a given name, an alias
_LONE = 0.85  # of a name of one word nothing else says that what differs is a slip, unless the word is long
_ACRONYM = 0.85
# What the verdict allows: a score never contradicts it.
_VARIANT_LEAST, _OTHERS_MOST = 0.92, 0.91
_INITIALS_MOST = 0.88


@dataclass(frozen=True, slots=True)
class Resemblance:
    """How near two names are.

    Attributes:
        score: 1.0 for the same name, at least 0.92 for spellings of one; less where something is missing or differs.
        verdict: what may be concluded, as :func:`dragoman.ontology.names.compare` has it; of bodies, without their
            legal forms.
        reasons: clauses for a reader, what speaks for it first.
    """

    score: float
    verdict: Verdict
    reasons: tuple[str, ...]


@lru_cache(WORD_CACHE)
def resemblance(a: str, b: str, kind: NameKind = "person") -> Resemblance:
    """How near two names are; symmetric, and total over any text.

    Args:
        a: a name in any script, without titles other than usual honorifics.
        b: another.
        kind: of what they are names; "body" for organizations and companies.
    """
    a, b = sorted((a, b))
    one, two = _name(a, kind), _name(b, kind)
    if not one.words or not two.words:
        return Resemblance(0.0, "different", ("an empty name",))
    verdict = compare(a, b).verdict if kind == "person" else _verdict(one, two)
    if is_syllabic(a) and is_syllabic(b):
        # Of one sign more or less in such a script the sound says too little: it is another name.
        one, two = replace(one, words=_signs(a)), replace(two, words=_signs(b))
    score, reasons = _scored(one, two, kind, lax=is_lax(a) != is_lax(b))
    if kind == "body" and score < _ACRONYM:
        short, long = sorted((a, b), key=lambda name: (len(name), name))
        if is_acronym(short, long):
            verdict, score, reasons = "initials", _ACRONYM, [f"“{short}” are the initials of “{long}”"]
    return Resemblance(round(_within(score, verdict), 4), verdict, tuple(reasons))


@dataclass(frozen=True, slots=True)
class _Name:
    """What of a name is compared; ``linked`` if it says whose child somebody is."""

    words: tuple[str, ...]
    legal: frozenset[str] = frozenset()
    generation: str = ""
    linked: bool = False


def _verdict(one: _Name, two: _Name) -> Verdict:
    """The verdict on two bodies: their words decide, and two kinds of legal form are two bodies."""
    if one.legal and two.legal and one.legal.isdisjoint(two.legal):
        return "different"
    return compare_organizations(" ".join(one.words), " ".join(two.words)).verdict


def _name(name: str, kind: NameKind) -> _Name:
    forms = load_name_forms()
    if kind == "person":
        parsed = parse_name(name)
        words = _without([word.text for word in parsed.words], forms.honorifics)
        return _Name(words, generation=parsed.generation, linked=any(word.link for word in parsed.words))
    found = body_words(name)
    words = _without(list(found.words), forms.ships) if kind == "ship" else found.words
    return _Name(words, found.legal)


def _without(words: list[str], honorifics: frozenset[str]) -> tuple[str, ...]:
    """The words without honorifics before them, as long as two are left."""
    start = 0
    while len(words) - start > 2 and words[start] in honorifics:
        start += 1
    return tuple(words[start:])


def _signs(name: str) -> tuple[str, ...]:
    return tuple(sign for sign in unicodedata.normalize("NFKC", name) if sign.isalnum())


def _scored(one: _Name, two: _Name, kind: NameKind, *, lax: bool) -> tuple[float, list[str]]:
    """The score of two names and its reasons, before what the verdict allows."""
    pairing = pair_words(one.words, two.words, lax=lax)
    if kind == "body":
        pairing = replace(pairing, left_one=_told(pairing.left_one), left_two=_told(pairing.left_two))
    if not pairing.pairs:
        return 0.0, ["no word in common"]
    total = have = 0.0
    reasons: list[str] = []
    for pair in pairing.pairs:
        weight = _weight(pair.one, pair.two, kind) * pair.words
        total += weight
        have += weight * pair.likeness
        reasons += [pair.reason] if pair.reason else []
    left = [sum(_weight(word, word, kind) for word in side) for side in (pairing.left_one, pairing.left_two)]
    numbers = sum(word.isdecimal() for word in (*pairing.left_one, *pairing.left_two))
    against = max(min(left), numbers)  # a number that one lacks tells the two apart as much as two that differ
    score = have / (total + _AGAINST * against + _EXTRA[kind] * max(max(left) - against, 0.0))
    reasons += _left_over(pairing)
    alone = len(pairing.pairs) == 1
    if alone and not any(left):
        score *= 1.0 if score >= SLIP else _LONE
    elif alone and kind == "person" and min(len(one.words), len(two.words)) == 1:
        score = min(score, _BARE)
    for factor, reason in _besides(one, two, pairing):
        score *= factor
        reasons.append(reason)
    return score, reasons or ["the same words"]


def _told(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not is_nearly_legal(word))


def _besides(one: _Name, two: _Name, pairing: Pairing) -> list[tuple[float, str]]:
    """What speaks against two names beside their words, each with its factor."""
    found = []
    if any(before.at_two > after.at_two for before, after in pairwise(pairing.pairs)):
        if one.linked or two.linked:
            found.append((_KINSHIP, "father and child stand in another order"))
        else:
            found.append((_ORDER, "the words stand in another order"))
    if one.generation and two.generation and one.generation != two.generation:
        found.append((_GENERATION, f"{one.generation} against {two.generation}"))
    if one.legal and two.legal:
        if one.legal.isdisjoint(two.legal):
            kinds = " against ".join("/".join(sorted(legal)) for legal in (one.legal, two.legal))
            found.append((_KINDS_DIFFER, f"legal forms of two kinds: {kinds}"))
    elif one.legal or two.legal:
        found.append((_KIND_MISSING, "a legal form in one only"))
    return found


def _left_over(pairing: Pairing) -> list[str]:
    sides = [" ".join(side) for side in (pairing.left_one, pairing.left_two)]
    if all(sides):
        return [f"“{sides[0]}” against “{sides[1]}”"]
    return [f"“{side}” only in one" for side in sides if side]


def _weight(a: str, b: str, kind: NameKind) -> float:
    """How much a pair of words tells; of a pair, the one that tells less."""
    return min(_word_weight(a, kind), _word_weight(b, kind))


def _word_weight(word: str, kind: NameKind) -> float:
    forms = load_name_forms()
    if kind == "person":
        if len(word) == 1 and word.isascii():
            return _INITIAL_WEIGHT
        common = word in forms.common or word in load_name_tables().families
        return _COMMON_WEIGHT if common else 1.0
    return _GENERIC_WEIGHT if word in forms.generic else 1.0


def _within(score: float, verdict: Verdict) -> float:
    """The score, held to what the verdict says."""
    if verdict == "same":
        return 1.0
    if verdict == "variant":
        return min(max(score, _VARIANT_LEAST), 0.99)
    return min(score, _INITIALS_MOST if verdict == "initials" else _OTHERS_MOST)
