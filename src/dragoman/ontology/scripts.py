"""Names written in other scripts, in Latin letters as far as the script says how they sound.

Scripts that write their vowels (Cyrillic, Greek, Georgian, Armenian, Hangul, kana, Devanagari, …) and Han characters,
read as Mandarin, are romanized by anyascii, sign by sign. Arabic and Hebrew letters stay: they leave vowels unwritten,
so that a word of theirs is compared by :mod:`dragoman.ontology.name_skeletons` instead. Tables: ``scripts.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rtoml
from anyascii import anyascii

from dragoman.errors import LexiconError

_CACHE = 16_384
_LATIN = re.compile("[\x00-\u036f\u1d00-\u1eff\u2000-\u206f\u20a0-\u214f\u2c60-\u2c7f\ua720-\ua7ff]*")
_DOTS = str.maketrans(dict.fromkeys("·・•‧∙｡。･", " "))  # between the words of a foreign name in Han or kana
_FINAL_STOPS = {"g": "k", "d": "t", "b": "p"}
_KEYS = {"vowelless", "syllabic", "lax", "spelled", "ukrainian", "unify", "renderings", "keys"}
_GREEK = re.compile("[\u0370-\u03ff\u1f00-\u1fff]")
_DIAERESIS = "\u0308"  # parts what would be read as one vowel
_RARE = 0.5


@dataclass(frozen=True, slots=True)
class ScriptTables:
    """The tables of ``scripts.toml``, whose head explains them.

    Attributes:
        spelled: finds the letters that ``spellings`` writes otherwise than sign by sign.
        marks: letters that make a name Ukrainian or Belarusian; ``ukrainian``: how these read some letters.
        renderings: letter or group of letters → its Latin spellings with what each costs, 0 or half an error.
    """

    vowelless: re.Pattern[str]
    syllabic: re.Pattern[str]
    lax: re.Pattern[str]
    spelled: re.Pattern[str]
    spellings: Mapping[str, str]
    marks: frozenset[str]
    ukrainian: dict[int, str]
    unify: dict[int, str]
    renderings: Mapping[str, tuple[tuple[str, float], ...]]
    keys: Mapping[str, tuple[str, ...]]


@cache
def load_script_tables() -> ScriptTables:
    """The packaged tables.

    Raises:
        LexiconError: a key is unknown or missing, or a letter has no rendering; all faults are listed.
    """
    path = Path(__file__).with_name("scripts.toml")
    data = rtoml.load(path)
    faults = [f'unknown or missing key "{key}"' for key in sorted(data.keys() ^ _KEYS)]
    faults += [f'no rendering of "{key}"' for key, value in data.get("renderings", {}).items() if not value.strip()]
    if faults:
        raise LexiconError(str(path), faults)
    return ScriptTables(
        vowelless=_ranges(data["vowelless"]),
        syllabic=_ranges(data["syllabic"]),
        lax=_ranges(data["lax"]),
        spelled=re.compile("|".join(sorted(data["spelled"], key=lambda letters: (-len(letters), letters)))),
        spellings=data["spelled"],
        marks=frozenset(data["ukrainian"]["marks"]),
        ukrainian=str.maketrans(data["ukrainian"]["letters"]),
        unify=str.maketrans(data["unify"]),
        renderings={letters: _renderings(line) for letters, line in data["renderings"].items()},
        keys={letter: tuple(keys) for letter, keys in data["keys"].items()},
    )


@lru_cache(_CACHE)
def latin(name: str) -> str:
    """The name in Latin letters, but for words in Arabic and Hebrew, whose letters are made uniform.

    A name in Han or Hangul without separators becomes a word a sign ("习近平" → "Xi Jin Ping"); where a dot or a space
    parts it, the signs between are one word. Total: any text gives a text; Latin text is given back as it is.
    """
    if _LATIN.fullmatch(name):
        return name
    tables = load_script_tables()
    name = unicodedata.normalize("NFKC", name).translate(_DOTS).strip()
    # Alef with hamza and the like are one letter in NFKC and carry no mark that could be stripped later.
    name = "".join(c for c in name if not (unicodedata.combining(c) and tables.vowelless.match(c)))
    name = _GREEK.sub(_unaccented, name).translate(tables.unify)
    if not tables.marks.isdisjoint(name):
        name = name.translate(tables.ukrainian)
    name = tables.spelled.sub(lambda found: tables.spellings[found.group()], name)
    apart = not re.search(r"\s", name)
    written = []
    for sign in name:
        if _LATIN.fullmatch(sign) or tables.vowelless.match(sign):
            written.append(sign)
        elif tables.syllabic.match(sign):
            written.append(f" {_romanized(sign)} " if apart else _romanized(sign).lower())
        else:
            written.append(_romanized(sign))
    return " ".join("".join(written).split())


def has_vowelless(word: str) -> bool:
    """Whether a word has letters of a script that leaves vowels unwritten."""
    return not word.isascii() and load_script_tables().vowelless.search(word) is not None


def is_syllabic(name: str) -> bool:
    """Whether a name is written in Han or Hangul, in which one sign more or less is another syllable."""
    return not name.isascii() and load_script_tables().syllabic.search(name) is not None


def is_lax(name: str) -> bool:
    """Whether a name is written in a script that bends foreign names to its own syllables."""
    return not name.isascii() and load_script_tables().lax.search(name) is not None


def _unaccented(letter: re.Match[str]) -> str:
    parts = unicodedata.normalize("NFD", letter.group())
    return letter.group() if _DIAERESIS in parts else parts[0]


def _romanized(sign: str) -> str:
    if unicodedata.category(sign).startswith("C"):
        return ""
    written = anyascii(sign)
    if "\uac00" <= sign <= "\ud7a3" and len(written) > 1 and not written.endswith("ng"):
        # The Revised Romanization writes what is heard at the end of a syllable: "bak", "seok".
        return written[:-1] + _FINAL_STOPS.get(written[-1], written[-1])
    return written


def _ranges(pairs: list[list[int]]) -> re.Pattern[str]:
    return re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in pairs) + "]")


def _renderings(line: str) -> tuple[tuple[str, float], ...]:
    usual, _, rare = line.partition("|")
    return tuple(
        ("" if spelling == "''" else spelling, cost)
        for part, cost in ((usual, 0.0), (rare, _RARE))
        for spelling in part.split()
    )
