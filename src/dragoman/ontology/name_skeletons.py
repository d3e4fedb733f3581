"""Words of Arabic and Hebrew script against words in Latin letters: consonants, and any vowels between them.

Every letter stands for one of its Latin spellings (``scripts.toml``); short vowels, which the script leaves out, may be
in the Latin word wherever they like. What is left over on either side is counted as errors, an alignment of least
errors found by dynamic programming.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from dragoman.ontology.scripts import has_vowelless, load_script_tables

_CACHE = 16_384
_MOST_READINGS = 32
_VOWELS = frozenset("aeiouy")
_ARTICLE = "ال"
# What an unexplained sign costs, in errors.
_CONSONANT, _SILENT_H, _LONG_VOWEL, _FIRST_VOWEL = 1.0, 0.3, 0.25, 0.6
_LEAST_LETTERS = 2.5  # a word of one or two letters is compared as one of so many: it says little


@lru_cache(_CACHE)
def skeleton_likeness(word: str, spelled: str) -> float:
    """How well a word of Arabic or Hebrew script fits one in folded Latin letters: 1 at no error, 0 at most.

    The Arabic article may stand before the word in either script or in one.
    """
    best = _likeness(word, spelled)
    if word.startswith(_ARTICLE) and len(word) > 4:
        best = max(best, _likeness(word.removeprefix(_ARTICLE), spelled))
    return best


def vowelless_likeness(a: str, b: str) -> float:
    """How well two folded words fit, one or both of which are of a script without vowels; symmetric."""
    if has_vowelless(a) and has_vowelless(b):
        one, two = (word.removeprefix(_ARTICLE) if len(word) > 4 else word for word in (a, b))
        return 1.0 if one == two else 0.0
    return skeleton_likeness(a, b) if has_vowelless(a) else skeleton_likeness(b, a)


def skeleton_keys(word: str) -> tuple[str, ...]:
    """The consonants of a word of such a script in the letters in which Latin words are keyed, the usual reading first.

    There is more than one reading where a letter may write a consonant or a vowel; of long words not all are given.
    """
    keys = load_script_tables().keys
    readings = product(*(keys.get(letter, ("",)) for letter in word.removeprefix(_ARTICLE)))
    return tuple(dict.fromkeys("".join(reading) or word for reading in islice(readings, _MOST_READINGS)))


def _likeness(word: str, spelled: str) -> float:
    if not word or not spelled:
        return 0.0
    letters = max(sum(1 for letter in word if letter not in "اويىة"), sum(1 for c in spelled if c not in _VOWELS) / 1.2)
    return max(0.0, 1.0 - _errors(word, spelled) / max(letters, _LEAST_LETTERS))


def _errors(word: str, spelled: str) -> float:
    """The least errors that lead through both words."""
    renderings = load_script_tables().renderings
    width = len(spelled) + 1
    infinite = float(len(word) + len(spelled))
    least = [[infinite] * width for _ in range(len(word) + 1)]
    least[0][0] = 0.0
    for i in range(len(word) + 1):
        here = least[i]
        for j in range(width):
            cost = here[j]
            if cost >= infinite:
                continue
            if j < len(spelled):
                here[j + 1] = min(here[j + 1], cost + _skipped(spelled, j, first=i == 0))
            if i == len(word):
                continue
            least[i + 1][j] = min(least[i + 1][j], cost + _CONSONANT)
            for length in (1, 2):
                for rendering, extra in renderings.get(word[i : i + length], ()) if i + length <= len(word) else ():
                    if spelled.startswith(rendering, j):
                        after = j + len(rendering)
                        least[i + length][after] = min(least[i + length][after], cost + extra)
    return least[-1][-1]


def _skipped(spelled: str, at: int, *, first: bool) -> float:
    """What a Latin letter costs that no letter of the word stands for."""
    letter, before = spelled[at], spelled[at - 1] if at else ""
    if letter in _VOWELS:
        if first and not at:
            return _FIRST_VOWEL  # a word that begins with a vowel begins with alef or ayn
        return _LONG_VOWEL if before in _VOWELS else 0.0
    if letter == before:
        return 0.0
    return _SILENT_H if letter == "h" else _CONSONANT
