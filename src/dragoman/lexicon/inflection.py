"""Inflected forms of the lexicon's verbs, and singulars, so that a word is known where a lemmatiser guesses wrong.

Regular English inflection by rule; ``irregular_verbs.toml`` and ``irregular_nouns.toml`` have the rest. Doubling of a
final consonant is tried for every verb that could double ("equip", "transfer"); a form no one writes does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import rtoml

VOWELS = frozenset("aeiou")


@cache
def irregular_verbs() -> Mapping[str, tuple[str, ...]]:
    """Lemma → its irregular past forms."""
    raw = rtoml.loads((files("dragoman.lexicon") / "irregular_verbs.toml").read_text(encoding="utf-8"))
    return {lemma: tuple(forms) for lemma, forms in raw.items()}


def verb_forms(lemmas: Iterable[str]) -> dict[str, str]:
    """Inflected form → lemma, for single-word verbs. A form of two verbs goes to the first in alphabetical order."""
    found: dict[str, str] = {}
    for lemma in sorted(set(lemmas)):
        for form in inflect(lemma):
            found.setdefault(form, lemma)
    return found


def inflect(lemma: str) -> tuple[str, ...]:
    """The lemma, its third person, past forms and gerund."""
    past = irregular_verbs().get(lemma)
    if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
        stem, third = lemma[:-1] + "i", lemma[:-1] + "ies"
    else:
        stem, third = lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    if lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        gerund = lemma[:-1] + "ing"
    else:
        gerund = lemma + "ing"
    regular = stem + ("d" if stem.endswith("e") else "ed")
    forms = [lemma, third, gerund, *(past or (regular,))]
    one_vowel = len(lemma) > 2 and lemma[-2] in VOWELS and (lemma[-3] not in VOWELS or lemma[-4:-2] == "qu")
    if one_vowel and lemma[-1] not in VOWELS | set("wxy"):
        forms += [lemma + lemma[-1] + "ing", lemma + lemma[-1] + "ed"]
    return tuple(dict.fromkeys(forms))


@cache
def irregular_nouns() -> Mapping[str, str]:
    """Plural → singular, for plurals that no rule undoes."""
    raw = rtoml.loads((files("dragoman.lexicon") / "irregular_nouns.toml").read_text(encoding="utf-8"))
    return {plural: str(singular) for plural, singular in raw.items()}


def singular(plural: str) -> str:
    """The singular of a common noun in the plural, both in lower case: "agencies" → "agency", "gunmen" → "gunman"."""
    known = irregular_nouns().get(plural)
    if known is not None:
        return known
    if plural.endswith("men"):
        return plural[:-2] + "an"
    if plural.endswith("ies") and len(plural) > 4:
        return plural[:-3] + "y"
    if plural.endswith(("ches", "shes", "sses", "xes", "zzes", "oes")):
        return plural[:-2]
    return plural[:-1] if plural.endswith("s") and not plural.endswith(("ss", "us")) else plural


def plural(noun: str) -> str:
    """The plural of a common noun, both in lower case: "agency" → "agencies", "gunman" → "gunmen"."""
    known = next((many for many, one in irregular_nouns().items() if one == noun), None)
    if known is not None:
        return known
    if noun.endswith("man"):
        return noun[:-2] + "en"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("ch", "sh", "s", "x", "z")) else "s")
