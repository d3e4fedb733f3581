"""How near two words of names are, from 0 to 1: by sound, by known forms, and by the letters of a slip."""

from __future__ import annotations

from functools import lru_cache

from dragoman.ontology.name_forms import are_equivalent, are_romanizations, is_short_form, load_name_forms
from dragoman.ontology.name_skeletons import vowelless_likeness
from dragoman.ontology.name_sounds import word_relation
from dragoman.ontology.name_words import WORD_CACHE, load_name_tables
from dragoman.ontology.scripts import has_vowelless

PAIRED = 0.68  # words nearer than this are taken for one word: two letters of six differ at most
_VARIANT, _SHORT, SLIP, _ROMANIZED, _INITIAL, _EQUIVALENT = 0.97, 0.9, 0.88, 0.85, 0.8, 0.75
_LEAST_STEM = 2
_MOST_ERRORS = 2.6  # of one word, however long: more is no slip
_SERVANT, _SERVANT_ALONE = "abdul", 0.8
_VOWELS = frozenset("aeiouy")
# Consonants that writers exchange, and letters that look alike: half an error.
_EXCHANGED = (
    "ck cq kq kg gq gj jy jz sz cs ts td bp bv vw fv fp mn dz sx hg kx hx o0 l1 i1 e3 s5 a4 t7 b8 g9 il ij uv uw"
)
_CLOSE = frozenset(order for pair in _EXCHANGED.split() for order in ((pair[0], pair[1]), (pair[1], pair[0])))
_LAX, _LEAST_LAX = 0.8, 2
_LAX_LETTERS = str.maketrans({"l": "r", "c": "k", "q": "k", "v": "b", "z": "s", "m": "n", "h": None, "w": None})
_SILENT_COST, _DOUBLE_COST, _VOWEL_COST, _CLOSE_COST = 0.5, 0.3, 0.7, 0.5


@lru_cache(WORD_CACHE)
def word_likeness(a: str, b: str) -> tuple[float, str]:
    """How near two folded words are, and a clause that says why if they are near and not the same."""
    if a == b:
        return 1.0, ""
    if not a or not b:
        return 0.0, ""
    if a.isdecimal() or b.isdecimal():
        return 0.0, ""  # numbers must agree
    if has_vowelless(a) or has_vowelless(b):
        return _across_scripts(a, b)
    relation = word_relation(a, b)
    if relation in ("same", "variant"):
        return _VARIANT, f"“{a}” and “{b}” are spellings of one name"
    if relation == "initial" and 1 in (len(a), len(b)):
        return _INITIAL, f"“{min(a, b, key=len)}” is the initial of “{max(a, b, key=len)}”"
    if is_short_form(a, b):
        return _SHORT, f"“{a}” and “{b}”: one is short for the other"
    if are_equivalent(a, b):
        return _EQUIVALENT, f"“{a}” and “{b}” are one name in two languages"
    if are_romanizations(a, b):
        return _ROMANIZED, f"“{a}” and “{b}” may be two romanizations of one name"
    families = load_name_tables().families
    if a in families and b in families:
        return 0.0, ""  # two names of their own ("Hassan", "Hussein")
    if _SERVANT + a == b or _SERVANT + b == a:
        return _SERVANT_ALONE, f"“{min(a, b, key=len)}” may be short for “{max(a, b, key=len)}”"
    near = _by_letters(a, b)
    if relation == "slip":
        near = max(near, SLIP)
    return near, f"“{a}” is nearly “{b}”"


@lru_cache(WORD_CACHE)
def lax_likeness(a: str, b: str) -> tuple[float, str]:
    """As :func:`word_likeness`, if one name is written in a script that bends foreign names: consonants are enough."""
    likeness, reason = word_likeness(a, b)
    key = _lax_key(a)
    if likeness < _LAX and len(key) >= _LEAST_LAX and key == _lax_key(b):
        return _LAX, f"“{a}” and “{b}” have the same consonants"
    return likeness, reason


def _lax_key(word: str) -> str:
    """The consonants as kana and Han keep them: l is r, v is b, m and ng are n; without vowels and doubled ones."""
    consonants = "".join(letter for letter in word.replace("ch", "t").replace("ng", "n") if letter not in _VOWELS)
    merged = consonants.translate(_LAX_LETTERS)
    return "".join(letter for at, letter in enumerate(merged) if at == 0 or merged[at - 1] != letter)


def _across_scripts(a: str, b: str) -> tuple[float, str]:
    if has_vowelless(a) and has_vowelless(b):
        return _by_letters(a.removeprefix("ال"), b.removeprefix("ال")), f"“{a}” is nearly “{b}”"
    if word_relation(a, b) in ("same", "variant"):
        return _VARIANT, f"“{a}” and “{b}” are one name in two scripts"
    near = vowelless_likeness(a, b)
    return min(near, SLIP), f"“{a}” may be “{b}” in another script"


def _by_letters(a: str, b: str) -> float:
    """Likeness by weighted edit distance; an ending or beginning that many names share is left out of account."""
    one, two = _stems(a, b)
    errors = _distance(one, two)
    return 0.0 if errors > _MOST_ERRORS else max(0.0, 1.0 - errors / ((len(one) + len(two)) / 2))


def _stems(a: str, b: str) -> tuple[str, str]:
    """Both words without a known ending and beginning they share, if enough is left."""
    forms = load_name_forms()
    for ending in forms.endings:
        if a.endswith(ending) and b.endswith(ending) and min(len(a), len(b)) >= len(ending) + _LEAST_STEM:
            a, b = a.removesuffix(ending), b.removesuffix(ending)
            break
    for start in forms.beginnings:
        if a.startswith(start) and b.startswith(start) and min(len(a), len(b)) >= len(start) + _LEAST_STEM:
            a, b = a.removeprefix(start), b.removeprefix(start)
            break
    return a, b


def _distance(a: str, b: str) -> float:
    """Edit distance in errors, two neighbours swapped being one (optimal string alignment); inexact above the most."""
    ours, theirs = _alone(a), _alone(b)
    before: list[float] = []
    last = [0.0]
    for cost in theirs:
        last.append(last[-1] + cost)
    for i, x in enumerate(a):
        row = [last[0] + ours[i]]
        for j, y in enumerate(b):
            best = last[j] if x == y else last[j] + _exchanged(x, y)
            best = min(best, last[j + 1] + ours[i], row[j] + theirs[j])
            if i and j and x == b[j - 1] and y == a[i - 1] and x != y:
                best = min(best, before[j - 1] + 1.0)
            row.append(best)
        if min(row) > _MOST_ERRORS and min(last) > _MOST_ERRORS:
            return min(row)
        before, last = last, row
    return last[-1]


def _exchanged(x: str, y: str) -> float:
    if x in _VOWELS and y in _VOWELS:
        return _VOWEL_COST
    return _CLOSE_COST if (x, y) in _CLOSE else 1.0


@lru_cache(WORD_CACHE)
def _alone(word: str) -> tuple[float, ...]:
    """What each letter costs if the other word lacks it: little if it doubles its neighbour or may be silent."""
    costs = []
    for at, letter in enumerate(word):
        if at and word[at - 1] == letter:
            costs.append(_DOUBLE_COST)
        elif letter == "h" or (letter == "e" and at == len(word) - 1):
            costs.append(_SILENT_COST)
        else:
            costs.append(_VOWEL_COST if letter in _VOWELS else 1.0)
    return tuple(costs)
