"""Amounts in the words of a report: "at least 20", "between 12 and 15", "dozens", "$2 billion", each as an interval.

Read off the words in their order, with the tree only where a number could be a name's ("Resolution 1701"): number words
join by the rules of English numerals (units add to tens, hundreds multiply). What is counted, and by whose deed, is
found in ``counting.py``. ``numbers.toml`` has the words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import rtoml

from dragoman.errors import LexiconError
from dragoman.lexicon.inflection import singular
from dragoman.reading.draft import WordSpan
from dragoman.reading.tree import Tree, Word

_DIGITS = re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?([a-z]{1,3})?\.?")
_ARTICLES = ("a", "an", "the")
_DASHES = frozenset(("-", "–", "—", "to"))
_NEAR = 0.15  # how far a rounded figure may lie from what it stands for
_MOST_OF = 9  # the most that "several" and "a few" make of hundreds
_MOST_MODIFIER = 3  # words of the longest modifier


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The parsed ``numbers.toml``, which explains them; modifiers are keyed by their words, fates by lemma."""

    cardinals: Mapping[str, int]
    multipliers: Mapping[str, int]
    vague: Mapping[str, tuple[int, int]]
    modifiers: Mapping[tuple[str, ...], str]
    after: Mapping[tuple[str, ...], str]
    currencies: Mapping[str, str]
    fates: Mapping[str, str]
    tolls: frozenset[str]
    parts: frozenset[str]
    measures: frozenset[str]


@cache
def number_words() -> NumberWords:
    """The packaged words.

    Raises:
        LexiconError: the file has unknown or missing keys; all are listed.
    """
    path = Path(__file__).with_name("numbers.toml")
    data = rtoml.load(path)
    wanted = set(NumberWords.__dataclass_fields__)
    faults = [f'unknown key "{key}"' for key in sorted(data.keys() - wanted)]
    faults += [f'missing key "{key}"' for key in sorted(wanted - data.keys())]
    if faults:
        raise LexiconError(str(path), faults)
    return NumberWords(
        cardinals=data["cardinals"],
        multipliers=data["multipliers"],
        vague={word: (least, most) for word, (least, most) in data["vague"].items()},
        modifiers={tuple(words.split()): effect for words, effect in data["modifiers"].items()},
        after={tuple(words.split()): effect for words, effect in data["after"].items()},
        currencies=data["currencies"],
        fates={lemma: fate for fate, lemmas in data["fates"].items() for lemma in lemmas},
        tolls=frozenset(data["tolls"]),
        parts=frozenset(data["parts"]),
        measures=frozenset(data["measures"]),
    )


@dataclass(frozen=True, slots=True)
class Amount:
    """Words ``[first, last)`` that say how many, modifier and sign of money included; ``word`` governs them.

    ``low`` and ``high`` are the least and the most they allow, None where they set no bound; ``value`` the figure, None
    for a range or a vague word.
    """

    first: int
    last: int
    word: Word
    value: float | None
    low: float | None
    high: float | None
    modifier: str | None
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """A bare number: words ``[first, last)`` and its bounds, the same unless vague."""

    first: int
    last: int
    low: float
    high: float


def find_amounts(tree: Tree, dated: Iterable[WordSpan]) -> list[Amount]:
    """All amounts of a tree in text order but those in time expressions, whose spans are ``dated``."""
    taken = [False] * len(tree.words)
    for first, last in dated:
        taken[first:last] = [True] * (last - first)
    found: list[Amount] = []
    end = 0
    for word in tree.words:
        if word.i < end or taken[word.i] or not _opens_figure(word.lower):
            continue
        figure = _figure(tree.words, word.i, taken)
        amount = None if figure is None else _amount(tree.words, figure, taken)
        if amount is not None:
            found.append(amount)
            end = amount.last
    return found


def _opens_figure(text: str) -> bool:
    """Whether a number may begin with a word; most words are turned away here."""
    return text[0].isdigit() or "-" in text or text.rstrip(".") in _openings()


@cache
def _openings() -> frozenset[str]:
    known = number_words()
    return frozenset((*known.cardinals, *known.multipliers, *known.vague))


def _figure(words: Sequence[Word], first: int, taken: Sequence[bool]) -> _Figure | None:
    """The longest number that begins at a word."""
    known = number_words()
    word = words[first]
    if word.lower in known.vague:
        return _vague(words, first)
    total, group, last = 0.0, None, first
    before = ""  # the last word that carried a value
    for at in range(first, len(words)):
        if taken[at] or words[at].sentence != word.sentence:
            break
        text = words[at].lower
        factor = known.multipliers.get(text.rstrip("."))
        value = number_of(text)
        if value is not None:
            if group is not None and not (value < 100 and (before in known.multipliers or before in _tens())):
                break
            group = (group or 0.0) + value
        elif factor is not None and group is not None and (len(text) > 2 or before[-1:].isdigit()):
            if factor >= 1000:
                total, group = total + group * factor, 0.0
            else:
                group *= factor
        elif factor is not None and group is None and len(text) > 2 and _indefinite(words, at):
            group = float(factor)
        elif _joins(words, at, before):
            continue  # "twenty-five", "two hundred and fifty"
        else:
            break
        before, last = text, at
    if group is None:
        return None
    return _Figure(first, last + 1, total + group, total + group)


def number_of(text: str) -> float | None:
    """The value of digits or of one number word, "twenty-five" too; None for other words."""
    known = number_words()
    if text in known.cardinals:
        return float(known.cardinals[text])
    tens, dash, units = text.partition("-")
    if dash and tens in _tens() and units in known.cardinals:
        return float(known.cardinals[tens] + known.cardinals[units])
    match = _DIGITS.fullmatch(text)
    if match is None:
        return None
    whole, fraction, suffix = match.groups()
    if suffix and suffix not in known.multipliers:
        return None
    return float(whole.replace(",", "") + (fraction or "")) * known.multipliers.get(suffix or "", 1)


def _joins(words: Sequence[Word], at: int, before: str) -> bool:
    """Whether a dash or "and" stands inside one number."""
    if at + 1 >= len(words) or words[at + 1].lower not in number_words().cardinals:
        return False
    return before in (
        _tens() if words[at].lower == "-" else number_words().multipliers if words[at].lower == "and" else ()
    )


@cache
def _tens() -> frozenset[str]:
    return frozenset(word for word, value in number_words().cardinals.items() if value >= 20)


def _indefinite(words: Sequence[Word], at: int) -> bool:
    """Whether an article makes a multiplier a number: "a dozen workers", "a hundred"."""
    return at > 0 and words[at - 1].lower in ("a", "an", "half-a")


def _vague(words: Sequence[Word], first: int) -> _Figure | None:
    """A range for a word: "several", "several hundred", "dozens", "tens of thousands", "a few"."""
    known = number_words()
    low, high = (float(bound) for bound in known.vague[words[first].lower])
    if words[first].lower in ("few", "couple", "handful") and not _indefinite(words, first):
        return None
    last = first + 1
    following = [word.lower for word in words[last : last + 2]]
    if following[:1] and following[0] in known.multipliers and len(following[0]) > 2:
        factor = known.multipliers[following[0]]
        low, high, last = low * factor, min(high, _MOST_OF) * factor, last + 1  # "several hundred" is no two thousand
    elif following[:1] == ["of"] and following[1] in ("thousands", "millions", "billions"):
        factor = known.multipliers[following[1][:-1]]
        low, high, last = low * factor, (high + 1) * factor - 1, last + 2
    return _Figure(first, last, low, high)


def _amount(words: Sequence[Word], figure: _Figure, taken: Sequence[bool]) -> Amount | None:
    """The figure with its range, modifier and money; None where it is no amount ("Resolution 1701", "one another")."""
    known = number_words()
    first, last, low, high = figure.first, figure.last, figure.low, figure.high
    word = words[last - 1]
    if word.name >= 0 and words[first].pos != "NUM":
        return None
    ranged = _range(words, figure, taken)
    if ranged is not None:
        last, high = ranged.last, ranged.high
        if first and words[first - 1].lower == "between":
            first -= 1
    if not _counts(words, figure):
        return None
    unit, first, last = _money(words, first, last)
    exact = low if low == high else None
    effect, begin = _modifier(words, first)
    if effect is None:
        following = tuple(w.lower for w in words[last : last + 2])
        effect = known.after.get(following)
        end = last + 2 if effect else last
    else:
        end = last
    bounds = _bounds(effect, low, high)
    told = [w.lower for w in (*words[begin:first], *words[last:end])]
    modifier = " ".join(told[:-1] if begin < first and told[-1] in _ARTICLES else told) or None
    return Amount(begin, end, _governor(words, first, last), exact, *bounds, modifier, unit)


def _range(words: Sequence[Word], figure: _Figure, taken: Sequence[bool]) -> _Figure | None:
    """The upper end of "12 to 15", "12-15" and "between 12 and 15"."""
    at = figure.last
    if at + 1 >= len(words) or figure.low != figure.high:
        return None
    between = figure.first > 0 and words[figure.first - 1].lower == "between" and words[at].lower == "and"
    if not between and words[at].lower not in _DASHES:
        return None
    other = _figure(words, at + 1, taken)
    return other if other is not None and other.low > figure.high else None


def _counts(words: Sequence[Word], figure: _Figure) -> bool:
    """Whether a figure says how many: not a number's name behind a noun, not a "one" that stands for a person."""
    word = words[figure.last - 1]
    if figure.first and words[figure.first - 1].lower in ("no.", "number", "#"):
        return False
    if figure.low == figure.high == 1 and words[figure.first].lower == "one" and word.relation != "nummod":
        return False
    if word.text[0].isupper() and figure.first and words[figure.first - 1].sentence == word.sentence:
        return False  # "the Group of Seven"
    head = word.head
    if head is None or head.i >= figure.first or word.relation not in ("nummod", "nmod", "compound", "appos", "flat"):
        return True
    # "Resolution 1701", "page 3", "Boeing 737"; but "$ 2" and "a toll of 20".
    return head.pos == "SYM" or any(child.relation == "case" for child in word.children)


def _money(words: Sequence[Word], first: int, last: int) -> tuple[str | None, int, int]:
    """ISO code of the currency before or behind an amount, and the amount with its sign."""
    currencies = number_words().currencies
    if first and words[first - 1].lower in currencies:
        return currencies[words[first - 1].lower], first - 1, last
    for at in (last, last + 1):
        if at < len(words) and singular(words[at].lower) in currencies and words[at].pos in ("NOUN", "PROPN", "SYM"):
            return currencies[singular(words[at].lower)], first, at + 1
    return None, first, last


def _modifier(words: Sequence[Word], first: int) -> tuple[str | None, int]:
    """What the words before an amount make of it, and where they begin; the longest that fits. An article is passed."""
    modifiers = number_words().modifiers
    end = first
    if first and words[first - 1].lower in _ARTICLES:
        end = first - 1
    for stop in dict.fromkeys((first, end)):
        for length in range(_MOST_MODIFIER, 0, -1):
            begin = stop - length
            key = tuple(word.lower for word in words[max(begin, 0) : stop])
            if begin >= 0 and key in modifiers and words[begin].sentence == words[first].sentence:
                return modifiers[key], begin
    return None, first


def _bounds(effect: str | None, low: float, high: float) -> tuple[float | None, float | None]:
    """Least and most of an amount that a modifier stands before."""
    whole = low.is_integer()
    match effect:
        case "from":
            return low, None
        case "above":
            return (low + 1 if whole else low), None
        case "to":
            return None, high
        case "below":
            return None, (high - 1 if whole else high)
        case "near":
            return math.floor(low * (1 - _NEAR)), math.ceil(high * (1 + _NEAR))
        case "almost":
            return math.floor(low * (1 - _NEAR)), high
        case _:
            return low, high


def _governor(words: Sequence[Word], first: int, last: int) -> Word:
    """The word of an amount that the others hang on: the last one whose head stands outside."""
    outside = [word for word in words[first:last] if word.head is None or not first <= word.head.i < last]
    return outside[-1] if outside else words[last - 1]
