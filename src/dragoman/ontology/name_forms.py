"""Forms that names take and words they share: legal forms, numbers, short forms of given names, words that say little.

The tables are in ``name_forms.toml``; :mod:`dragoman.ontology.name_scores` is what uses them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rtoml

from dragoman.errors import LexiconError
from dragoman.ontology.name_words import POSSESSIVE, WORD_CACHE, fold, load_name_tables
from dragoman.ontology.scripts import latin

_KEYS = {
    "honorifics", "ships", "joining", "generic", "common", "endings", "beginnings", "legal", "numbers", "short_forms",
    "equivalents", "own_names", "terms", "romanizations",
}  # fmt: skip
_ROMAN = re.compile(r"(?=[ivxl])x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z]{2,}(?:\s|$))")  # "SiemensAG"
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")  # "G.m.b.H.", "o.O.O.", "p.l.c"
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_LONG_FORM = 9  # letters of a legal form that is known with a slip in it ("Aktiengeselschaft")
_WORD = re.compile(r"\w+|&")


@dataclass(frozen=True, slots=True)
class NameForms:
    """The tables of ``name_forms.toml``, whose head explains them.

    Attributes:
        legal: words of a legal form → its kind; ``longest_legal`` words at most.
        terms: word of bodies → the one that stands for it and for its abbreviations and translations.
        short_forms, equivalents, romanizations: name → the groups it stands in.
    """

    honorifics: frozenset[str]
    ships: frozenset[str]
    joining: frozenset[str]
    generic: frozenset[str]
    common: frozenset[str]
    endings: tuple[str, ...]
    beginnings: tuple[str, ...]
    legal: Mapping[tuple[str, ...], str]
    longest_legal: int
    numbers: Mapping[str, int]
    short_forms: Mapping[str, frozenset[str]]
    equivalents: Mapping[str, frozenset[str]]
    own_names: frozenset[str]
    terms: Mapping[str, str]
    romanizations: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class BodyWords:
    """The words of the name of an organization, company or ship, folded; numbers as digits.

    Attributes:
        words: all that count, in order; what is nothing but a legal form keeps it.
        legal: kinds of legal form that stood before or after them.
    """

    words: tuple[str, ...]
    legal: frozenset[str] = frozenset()


@cache
def load_name_forms() -> NameForms:
    """The packaged tables.

    Raises:
        LexiconError: a key is unknown or missing, or a legal form is of two kinds; all faults are listed.
    """
    path = Path(__file__).with_name("name_forms.toml")
    data = rtoml.load(path)
    faults = [f'unknown or missing key "{key}"' for key in sorted(data.keys() ^ _KEYS)]
    if faults:
        raise LexiconError(str(path), faults)
    legal: dict[tuple[str, ...], str] = {}
    for kind, forms in data["legal"].items():
        for form in forms:
            if legal.setdefault(tuple(form.split()), kind) != kind:
                faults.append(f'"{form}" is {kind} and {legal[tuple(form.split())]}')
    terms: dict[str, str] = {}
    for term, words in data["terms"].items():
        for word in (term, *words):
            if terms.setdefault(fold(word), term) != term:
                faults.append(f'"{word}" stands for {term} and for {terms[fold(word)]}')
    if faults:
        raise LexiconError(str(path), faults)
    return NameForms(
        honorifics=frozenset(data["honorifics"]),
        ships=frozenset(data["ships"]),
        joining=frozenset(data["joining"]),
        generic=frozenset(data["generic"]),
        common=frozenset(data["common"]),
        endings=tuple(sorted(data["endings"], key=lambda ending: (-len(ending), ending))),
        beginnings=tuple(sorted(data["beginnings"], key=lambda beginning: (-len(beginning), beginning))),
        legal=legal,
        longest_legal=max(map(len, legal)),
        numbers=data["numbers"],
        short_forms=_groups(data["short_forms"]),
        equivalents=_groups(data["equivalents"]),
        own_names=frozenset(data["own_names"]),
        terms=terms,
        romanizations=_groups(data["romanizations"]),
    )


def is_short_form(a: str, b: str) -> bool:
    """Whether one folded given name is a short form of the other, in some spelling of it: "bill", "william"."""
    # The full name itself names its group, in any spelling of its family; two short forms of one name are not enough.
    table, family = load_name_forms().short_forms, load_name_tables().families
    if a not in table and b not in table:
        return False
    return any(
        family.get(full, full) == family.get(group, group)
        for full, short in ((a, b), (b, a))
        for group in table.get(short, ())
    )


def full_names_of(word: str) -> frozenset[str]:
    """The given names a folded word is a pet name or short form of, if it is hardly ever a name of its own."""
    forms = load_name_forms()
    return frozenset() if word in forms.own_names else forms.short_forms.get(word, frozenset())


def is_pet_name(a: str, b: str) -> bool:
    """As :func:`is_short_form`, of short forms by which nobody else is called: "bill", but not "jan" for "johannes"."""
    own = load_name_forms().own_names
    return is_short_form(a, b) and a not in own and b not in own


def are_equivalent(a: str, b: str) -> bool:
    """Whether two folded given names are one name in two languages: "john", "juan"."""
    table, families = load_name_forms().equivalents, load_name_tables().families
    one = table.get(a) or table.get(families.get(a, ""), frozenset())
    two = table.get(b) or table.get(families.get(b, ""), frozenset())
    return not one.isdisjoint(two)


def are_romanizations(a: str, b: str) -> bool:
    """Whether two folded words may be one Chinese or Korean name, romanized by two systems: "jiang", "chiang"."""
    table = load_name_forms().romanizations
    return not table.get(a, frozenset()).isdisjoint(table.get(b, ()))


@lru_cache(WORD_CACHE)
def body_words(name: str) -> BodyWords:
    """The words of a body's name that count: no legal form, no "of", "the", "and"; "Forty-Four" is 44.

    Abbreviations and translations of common words are made one ("Intl.", "Internacional").
    """
    forms = load_name_forms()
    pieces = [POSSESSIVE.sub("", piece) for piece in latin(_GLUED.sub(" ", name)).split()]
    text = _DOTTED.sub(lambda match: match.group().replace(".", ""), fold(" ".join(pieces)))
    raw = tuple(_WORD.findall(text.replace(".", "")))
    bare, legal = without_legal_forms(raw)
    words = [forms.terms.get(word, word) for word in bare if word not in forms.joining]
    return BodyWords(tuple(_numbered(words or list(bare) or list(raw), forms)), legal)


def without_legal_forms(words: tuple[str, ...], *, shortest: int = 1) -> tuple[tuple[str, ...], frozenset[str]]:
    """Folded words without the legal forms at either end, and the kinds of these; not if nothing else is left.

    Args:
        words: of one name.
        shortest: letters that a form before the name must have; forms of two letters are words of other names as well.
    """
    forms = load_name_forms()
    kinds: set[str] = set()
    start, end = 0, len(words)
    while True:
        width = _legal_width(words, start, end, forms, last=True)
        if width and end - width > start:
            kinds.add(forms.legal[words[end - width : end]])
            end -= width
            continue
        width = _legal_width(words, start, end, forms, last=False)
        if width and end - width > start and sum(map(len, words[start : start + width])) >= shortest:
            kinds.add(forms.legal[words[start : start + width]])
            start += width
            continue
        return words[start:end], frozenset(kinds)


def number_of(word: str) -> int | None:
    """The number a folded word is, in digits, in words or in Roman numerals of two letters and more; None if none."""
    if word.isdecimal():
        return int(word)
    ordinal = _ORDINAL.fullmatch(word)
    if ordinal:
        return int(ordinal.group(1))
    if len(word) > 1 and _ROMAN.fullmatch(word):
        values = [_ROMAN_VALUES[letter] for letter in word]
        return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
    return None


def _numbered(words: list[str], forms: NameForms) -> list[str]:
    """The words with numbers as digits; "forty four" is one number."""
    found: list[str] = []
    tens = False
    for word in words:
        spoken = forms.numbers.get(word)
        number = spoken if spoken is not None else number_of(word)
        if number is None:
            found.append(word)
        elif tens and 0 < number < 10:
            found[-1] = str(int(found[-1]) + number)
        else:
            found.append(str(number))
        tens = number is not None and number >= 20 and number % 10 == 0 and not tens
    return found


def _legal_width(words: tuple[str, ...], start: int, end: int, forms: NameForms, *, last: bool) -> int:
    for width in range(min(forms.longest_legal, end - start), 0, -1):
        if (words[end - width : end] if last else words[start : start + width]) in forms.legal:
            return width
    return 0


def is_nearly_legal(word: str) -> bool:
    """Whether a folded word begins and ends as a long legal form of one word does, and has about its length."""
    return any(
        abs(len(form[0]) - len(word)) <= 1 and form[0][:4] == word[:4] and form[0][-4:] == word[-4:]
        for form in load_name_forms().legal
        if len(form) == 1 and len(form[0]) >= _LONG_FORM
    )


def _groups(table: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Every folded member of every group → the names of the groups it is in."""
    found: dict[str, set[str]] = {}
    for group, members in table.items():
        for member in members:
            found.setdefault(fold(member), set()).add(group)
    return {member: frozenset(groups) for member, groups in found.items()}
