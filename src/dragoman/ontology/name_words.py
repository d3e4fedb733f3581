"""The words of a name: in Latin letters where its script allows, folded, freed of particles, compounds made one.

The tables are in ``names.toml``; :mod:`dragoman.ontology.names` is the face of this module.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import rtoml

from dragoman.errors import LexiconError
from dragoman.ontology.scripts import latin

WORD_CACHE = 65_536  # words and pairs of words seen lately; a case of 10,000 reports has about 50,000 name words
# Letters NFKD leaves whole.
# What only Vietnamese has on its vowels: there đ is d, in Serbian and Croatian it is dj.
_VIETNAMESE = re.compile("[ăâêôơưảẻỉỏủỷạẹịọụỵãẽĩõũỹấầẩẫậắằẳẵặếềểễệốồổỗộớờởỡợứừửữựàèìòùỳýáéíóú]")
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ħ": "h", "ə": "a", "ŋ": "ng"}
)
# Apostrophes, ayn and hamza signs, primes, and marks that only direct the script: written or left out at will.
_SILENT = dict.fromkeys(map(ord, "'’‘`´ʼʻʾʿ′″ʹʺ\u200b\u200c\u200d\u200e\u200f\u00ad\u2066\u2067\u2068\u2069\ufeff"))
POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_SPLIT = re.compile(r"[^\w.]+|_")
_SERVANT = re.compile(r"abd(?:ou|[aeou])(?:(l)|([rsndzt])(?=\2))")  # Abdel-, Abdul-, Abdur(r)-: "servant of the …"
_FAITH = re.compile(r"(?:[aeou]d|[aeou]l)d(?:in|ine|een|ien)$")  # -eddine, -uddin, -aldin: "… of the faith"
_OF_GOD = re.compile(r"[aou]l+ah?$")  # -allah, -ullah, -ollah

# "… of God", "… of the faith": one name with the word before, as Latin spellings have it ("nasrullah", "nurdin").
_ARABIC_ENDS = {"الله": "الله", "الدين": "دين"}


@dataclass(frozen=True, slots=True)
class NameTables:
    """The tables of ``names.toml``, whose head explains them. ``families`` gives the family of each listed word."""

    particles: frozenset[str]
    attached: frozenset[str]
    patronymic: frozenset[str]
    kunya: dict[str, str]
    joined: frozenset[str]
    generations: dict[str, str]
    initials_of: frozenset[str]
    consonants: dict[str, str]
    free: frozenset[str]
    weak: frozenset[str]
    vowels: dict[str, frozenset[str]]
    families: dict[str, str]


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name. ``link`` is "bin" after a patronymic particle, else ""."""

    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name as its words that count. ``generation`` is "junior", "ii", … or ""."""

    words: tuple[NameWord, ...]
    generation: str


@cache
def load_name_tables() -> NameTables:
    """The packaged tables.

    Raises:
        LexiconError: a word stands in two families, or a key is unknown; all faults are listed.
    """
    path = Path(__file__).with_name("names.toml")
    data = rtoml.load(path)
    faults: list[str] = []
    families: dict[str, str] = {}
    for family, spellings in data["families"].items():
        for spelling in spellings:
            word = fold(spelling)
            if families.setdefault(word, family) != family:
                faults.append(f'"{word}" is in the families {families[word]} and {family}')
    unknown = data.keys() - (set(NameTables.__slots__) - {"free", "weak"} | {"consonant_pairs"})
    faults += [f'unknown key "{key}"' for key in sorted(unknown)]
    if faults:
        raise LexiconError(str(path), faults)
    pairs = data["consonant_pairs"]
    return NameTables(
        particles=frozenset(data["particles"]),
        attached=frozenset(data["attached"]),
        patronymic=frozenset(data["patronymic"]),
        kunya=data["kunya"],
        joined=frozenset(data["joined"]),
        generations=data["generations"],
        initials_of=frozenset(data["initials_of"]),
        consonants=data["consonants"],
        free=frozenset(pairs["free"]) | {pair[::-1] for pair in pairs["free"]},
        weak=frozenset(pairs["weak"]) | {pair[::-1] for pair in pairs["weak"]},
        vowels={spelling: frozenset(sounds) for spelling, sounds in data["vowels"].items()},
        families=families,
    )


@lru_cache(WORD_CACHE)
def fold(text: str) -> str:
    """The text in lower case without diacritics, apostrophes and doubled spaces; other signs stay as they are."""
    bare = text.casefold()
    if "đ" in bare and not _VIETNAMESE.search(unicodedata.normalize("NFC", bare)):
        bare = bare.replace("đ", "dj")
    bare = bare.translate(_SILENT).translate(_LETTERS)
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
        bare = bare.casefold().translate(_SILENT).translate(_LETTERS)
    return " ".join(bare.split())


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name that count, folded: no particles; "Abdel Fattah", "Abu Mazen" are one word each.

    A name of nothing but particles keeps them. The caller strips titles.
    """
    return tuple(word.text for word in parse_name(name).words)


@lru_cache(WORD_CACHE)
def parse_name(name: str) -> ParsedName:
    """A name as its words that count; "Dagalo, Mohamed" is turned round."""
    tables = load_name_tables()
    name = latin(POSSESSIVE.sub("", name.strip()))
    before, comma, after = name.partition(",")
    if comma and after.strip() and fold(after).strip(". ") not in tables.generations:
        name = f"{after} {before}"
    raw: list[tuple[str, bool]] = []  # word, tied to the next by a hyphen or an apostrophe
    for piece in re.split(r"\s+|,", name):
        parts = [fold(part) for part in re.split(r"[-‐‑–—]", _tie_article(piece, tables))]
        parts = [part for part in parts if part]
        raw += [(part, index < len(parts) - 1) for index, part in enumerate(parts)]
    raw = [(word, tied) for part, tied in raw for word in _without_dots(part)]
    generation = ""
    if len(raw) > 1 and raw[-1][0] in tables.generations:
        generation = tables.generations[raw.pop()[0]]
    words = _join(raw, tables)
    return ParsedName(tuple(words) or tuple(NameWord(word) for word, _ in raw), generation)


def _tie_article(piece: str, tables: NameTables) -> str:
    """A piece whose article is tied by an apostrophe ("d'Estaing", "l'Ouverture") with a hyphen instead."""
    head, sign, rest = piece.replace("’", "'").partition("'")
    return f"{head}-{rest}" if sign and rest and fold(head) in tables.attached and head != "l" else piece


def _without_dots(part: str) -> list[str]:
    """The words of a part: "g.w." is two initials; other dots and signs go."""
    if "." in part:
        pieces = [piece for piece in part.split(".") if piece]
        if pieces and all(len(piece) == 1 for piece in pieces):
            return pieces
        part = "".join(pieces)
    return [word for word in _SPLIT.split(part) if word]


def _join(raw: list[tuple[str, bool]], tables: NameTables) -> list[NameWord]:
    """Drops particles and joins what is one name with the word after or before it."""
    words: list[NameWord] = []
    prefix, link = "", ""
    last = len(raw) - 1
    for index, (word, tied) in enumerate(raw):
        if index < last:
            if word in tables.particles or (tied and word in tables.attached):
                continue
            if word in tables.patronymic or (word == "ben" and words):
                link = "bin"
                continue
            if word in tables.kunya or word in tables.joined:
                prefix += tables.kunya.get(word, word)
                continue
            if word == "abd" or (_SERVANT.fullmatch(word) or word in ("abdur", "abdus", "abdun", "abdes", "abder")):
                prefix += "abdul"
                continue
        if word in ("din", "dine", "deen", "eddine", "uddin", "eddin", "aldin", "eldin") and words and not prefix:
            words[-1] = NameWord(words[-1].text + "din", words[-1].link)
            continue
        if word in _ARABIC_ENDS and words and not prefix:
            words[-1] = NameWord(words[-1].text + _ARABIC_ENDS[word], words[-1].link)
            continue
        words.append(NameWord(prefix + _compound(word), link))
        prefix, link = "", ""
    return words


def _compound(word: str) -> str:
    """A word with the linking vowels of its Arabic compound made uniform: "Abderrahman", "Noureddine", "Hizbollah"."""
    if word.startswith("abd") and len(word) > 6:
        match = _SERVANT.match(word)
        if match and len(word) - match.end() >= 3:
            word = "abdul" + word[match.end() :]
    if len(word) > 6:
        word = _FAITH.sub("din", word)
        word = _OF_GOD.sub("ullah", word) if "ll" in word else word
    return word
