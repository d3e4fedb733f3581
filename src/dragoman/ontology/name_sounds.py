"""Words of names as sounds, so that two transliterations of one name are found to be one.

Consonants that one letter of another script gives to different transliterators are one; a vowel spelling stands for
the set of sounds it may mean. The tables are in ``names.toml``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dragoman.ontology.name_forms import full_names_of, is_pet_name
from dragoman.ontology.name_skeletons import skeleton_keys, vowelless_likeness
from dragoman.ontology.name_words import WORD_CACHE, NameTables, fold, load_name_tables, parse_name
from dragoman.ontology.scripts import has_vowelless

WordRelation = Literal["same", "variant", "slip", "initial", "different"]
_SLIP_LENGTH = 7  # letters below which one changed letter makes another name ("Rashid", "Rashad")
_FITS = 0.95  # of a word in Arabic or Hebrew letters and one in Latin: every letter of both accounted for
_SWAP_LENGTH = 5  # letters below which two swapped letters make another name
_VOWELS = frozenset("aeiou")
# Closed under the pairs of the table: if two consonants may be one, they have one letter here.
_BLOCKS = {"Q": "k", "g": "k", "G": "k", "J": "k", "y": "k", "T": "d", "t": "d", "D": "d", "z": "d", "C": "S", "X": "h"}
_FINAL_I = re.compile(r"(?:[iy]{1,3}j?|ij)$")
_FINAL_EH = re.compile(r"eh?h$")  # "Haniyeh" is "Haniya"; a final e without h may be silent
_LONG = frozenset(
    map(frozenset, (("ou", "u"), ("oo", "u"), ("ou", "oo"), ("ee", "i"), ("aa", "a"), ("ai", "ay"), ("ei", "ey")))
)
_BEFORE_SILENT = frozenset(("a", "i"))
_YEV = re.compile(r"(?<=[aeiou])y(?=ev|eff)")  # -ayev, -iyev: the y is written or not
_CHEV = re.compile(r"(?<=[cs]h)(?:y?o|io)(?:v|w|ff?)$")  # "Gorbachev", "Gorbatschow": one letter, read in two ways
_FINAL_H = re.compile(r"(?<=[aeiou])h$")


def same_token(a: str, b: str) -> bool:
    """Whether two words are one name, in the same or in another transliteration."""
    return word_relation(fold(a), fold(b)) in ("same", "variant")


def same_word(a: str, b: str) -> bool:
    """As :func:`same_token`, with slips of the pen let pass ("Zukhurov", "Zukharov").

    For one report, where the slip's other spelling is near; never on its own across reports.
    """
    return word_relation(fold(a), fold(b)) in ("same", "variant", "slip")


def name_key(token: str) -> str:
    """A key that all spellings of one name word share; words that share it may still differ (:func:`same_token` says).

    Particles in front go ("el-Sissi"); what is left are the consonants, classes of confusable ones merged.
    """
    words = parse_name(token).words
    return sound_key(words[-1].text) if words else ""


@lru_cache(WORD_CACHE)
def first_sounds(word: str) -> frozenset[str]:
    """How a word, its initial and the names it is short for begin, in the letters of :func:`sound_key`."""
    return frozenset(sound_key(form)[:1] for form in (word, *full_names_of(word)))


@lru_cache(WORD_CACHE)
def word_relation(a: str, b: str) -> WordRelation:
    """How two folded words of a name relate; "slip" is one letter of a long word changed or two swapped.

    "initial" is an initial or a pet name of the other: who is called so may be somebody else.
    """
    if a == b:
        return "same"
    if not a or not b:
        return "different"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else "different"
    if is_pet_name(a, b):
        return "initial"
    tables = load_name_tables()
    families = tables.families.get(a), tables.families.get(b)
    if families[0] and families[1]:
        return "variant" if families[0] == families[1] else "different"
    if has_vowelless(a) or has_vowelless(b):
        return "variant" if vowelless_likeness(a, b) >= _FITS else "different"
    if _sound_alike(_sounds(a), _sounds(b), tables):
        return "variant"
    return "slip" if not any(families) and _is_slip(a, b) else "different"


@dataclass(frozen=True, slots=True)
class _Sounds:
    """Consonants, and the vowel spellings before, between and after them (one more than consonants)."""

    consonants: tuple[str, ...]
    vowels: tuple[str, ...]

    @property
    def syllables(self) -> int:
        return sum(1 for vowel in self.vowels if vowel)


@lru_cache(WORD_CACHE)
def _sounds(word: str) -> _Sounds:
    """A folded word as consonants and vowel spellings; doubled consonants count once."""
    spelled = _YEV.sub(
        "", _FINAL_I.sub("i", _FINAL_H.sub("", _FINAL_EH.sub("ah", word))).replace("ija", "iya").removesuffix("ej")
    )
    spelled = _CHEV.sub("ev", spelled)
    if word.endswith("ej"):
        spelled += "ei"
    if spelled.startswith("ye"):
        spelled = spelled[1:]
    table = load_name_tables().consonants
    consonants: list[str] = []
    vowels = [""]
    index = 0
    while index < len(spelled):
        glide, width = _glide(spelled, index)
        if glide:
            symbols = glide
        elif spelled[index] in "aeiouy" or (spelled[index] == "w" and index and spelled[index - 1] in "ao"):
            vowels[-1] += spelled[index]
            index += 1
            continue
        else:
            symbols, width = _consonant(spelled, index, table)
        for symbol in symbols:
            if symbol == "y" and vowels[-1] in ("i", "y") and consonants:
                vowels[-1] = ""  # "iya", "iyya" and "ia" are one
            if consonants and consonants[-1] == symbol and not vowels[-1]:
                continue
            consonants.append(symbol)
            vowels.append("")
        index += width
    return _Sounds(tuple(consonants), tuple(vowels))


def _glide(word: str, index: int) -> tuple[str, int]:
    """A vowel letter that is a consonant here ("Maryam", "Mariam", "Anouar"), with its width; ("", 0) if it is none."""
    following = word[index + 1 : index + 2]
    if word[index] == "y" and following in _VOWELS and following:
        return "y", 1
    if word[index] == "w" and following in _VOWELS and following:
        return "v", 1
    if word[index] == "i" and following in ("a", "o", "u"):
        return "y", 1
    if word.startswith("ou", index) and word[index + 2 : index + 3] in ("a", "e", "i"):
        return "v", 2
    return "", 0


def _consonant(word: str, index: int, table: dict[str, str]) -> tuple[str, int]:
    """The symbols of the consonant at a place, and how many letters spell it."""
    letter = word[index]
    if letter in ("g", "q") and word[index + 1 : index + 3] in ("ue", "ui"):
        return ("g" if letter == "g" else "k"), 2  # "Guevara", "Quispe"; q alone is another sound ("Qatar")
    for width in (4, 3, 2, 1):
        symbols = table.get(word[index : index + width])
        if symbols is not None and len(word) - index >= width:
            return symbols, width
    if letter == "c":
        return ("s" if word[index + 1 : index + 2] in ("e", "i", "y") else "k"), 1
    return letter, 1


def _sound_alike(a: _Sounds, b: _Sounds, tables: NameTables) -> bool:
    """Whether two words may be one: as many consonants, each the same or a known pair, and vowels that agree.

    What could go either way is counted, and the shorter the word, the less of it is let pass.
    """
    if len(a.consonants) != len(b.consonants) or not a.consonants:
        return False
    if min(a.syllables, b.syllables) < 2:
        # "Li" and "Lee" are two names; "Nur" and "Nour" are one.
        vowels = zip(a.vowels, b.vowels, strict=True)
        return len(a.consonants) > 1 and a.consonants == b.consonants and all(_one_length(*pair) for pair in vowels)
    weak = 0
    for one, two in zip(a.consonants, b.consonants, strict=True):
        if one == two or one + two in tables.free:
            continue
        if one + two not in tables.weak:
            return False
        weak += 1
    doubtful = _doubtful_vowels(a, b, tables)
    if doubtful is None or weak > 1 or (weak and len(a.consonants) < 3):
        return False
    return weak + doubtful <= len(a.consonants) // 3 + (len(a.consonants) > 3)


def _one_length(one: str, two: str) -> bool:
    """In a word of one syllable only the writing of a long vowel may vary: "Nour", "Nur"; never "Chan", "Chen"."""
    return one == two or frozenset((one, two)) in _LONG


def _doubtful_vowels(a: _Sounds, b: _Sounds, tables: NameTables) -> int | None:
    """Number of vowels that only may agree; None if some cannot.

    Those are an e against an a, and a vowel that only one spelling writes: the silent e of French transliterations
    ("Poutine", "Marouane", but not "Simone"), one in the first cluster ("Dbeibah", "Dabaiba"), one slurred between
    consonants.
    """
    doubtful = missing = 0
    first = next(index for index, vowel in enumerate(a.vowels) if vowel)
    last = len(a.vowels) - 1
    for index, (one, two) in enumerate(zip(a.vowels, b.vowels, strict=True)):
        if one == two:
            continue
        if one and two:
            if {one, two} == {"a", "e"}:
                if index in (first, last):
                    return None  # "Emir" is not "Amir" by sound alone, nor "Isabelle" "Isabella"
                doubtful += 1
            elif not _share_sound(one, two, tables):
                return None
            continue
        spelled = one or two
        silent = index == last and spelled == "e" and a.consonants[-1] == "n" and a.vowels[-2] in _BEFORE_SILENT
        cluster = index == 1 and len(spelled) == 1 and last >= 3
        slurred = 1 < index < last and spelled in ("e", "i", "u") and last >= 4
        if not (silent or cluster or slurred):
            return None
        missing += 1
    return doubtful + missing if missing <= 1 else None


def _share_sound(one: str, two: str, tables: NameTables) -> bool:
    known = tables.vowels.get(one), tables.vowels.get(two)
    if known[0] is not None and known[1] is not None:
        return bool(known[0] & known[1])
    # A run the table does not hold ("ua", "oa", "ea") is compared letter by letter.
    return len(one) == len(two) and all(
        x == y or bool(tables.vowels[x] & tables.vowels[y])
        for x, y in zip(one, two, strict=True)
        if x in tables.vowels and y in tables.vowels
    )


def _is_slip(a: str, b: str) -> bool:
    """One letter changed, lost or added inside a long word, or two neighbours swapped.

    Never at either end, but for a final m that is heard as n.
    """
    if a[0] != b[0] or abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < _SWAP_LENGTH:
        return False
    if a[-1] != b[-1]:
        return {a[-1], b[-1]} == {"m", "n"} and a[:-1] == b[:-1] and len(a) >= _SLIP_LENGTH  # "Bakhrom", "Bakhron"
    if len(a) > len(b):
        a, b = b, a
    at = next((index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    if len(a) < len(b):
        return len(a) >= _SLIP_LENGTH and a[at:] == b[at + 1 :]
    if a[at + 1 :] == b[at + 1 :]:
        return len(a) >= _SLIP_LENGTH
    return a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :]


@lru_cache(WORD_CACHE)
def sound_key(word: str) -> str:
    """The consonants of a folded word, confusable ones merged; of a listed name, those of its family."""
    tables = load_name_tables()
    family = tables.families.get(word)
    if family:
        return _merged(_sounds(family).consonants)
    if has_vowelless(word):
        return skeleton_keys(word)[0]
    return _merged(_sounds(word).consonants) or word


def _merged(consonants: tuple[str, ...]) -> str:
    """The consonants with every class made one whose members :func:`word_relation` may take for one another."""
    return "".join(_BLOCKS.get(symbol, symbol) for symbol in consonants)
