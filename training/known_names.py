"""Names of the wide world, from what the reader knows, to put in the place of those of the corpora."""

import csv
import gzip
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from random import Random

import dragoman
from training.augment import NamePools

_PACKAGE = Path(dragoman.__file__).parent
_BODIES = ("groups.csv", "international.csv")
_TOWNS = 12_000
_LONGEST_TOWN = 3
_COMPOSED = 4_000
"""Persons composed of a given name of one leader and a surname of another."""


def with_known_names(pools: NamePools, random: Random) -> NamePools:
    """Returns the pools and in them names of leaders, bodies and towns of all countries."""
    wider: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for key, names in pools.items():
        wider[key] |= set(names)
    for kind, words in (*_persons(random), *_bodies(), *_towns(random)):
        wider[kind, len(words)].add(words)
    return {key: sorted(names) for key, names in sorted(wider.items())}


def _persons(random: Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    known = [tuple(row["name"].split()) for row in _rows("leaders.csv")]
    given = sorted({words[0] for words in known if len(words) > 1})
    family = sorted({words[-1] for words in known if len(words) > 1})
    yield from (("PERSON", words) for words in known)
    yield from (("PERSON", (name,)) for name in family)
    for number in range(_COMPOSED):
        middle = (random.choice(given),) if number % 5 == 0 else ()
        yield "PERSON", (random.choice(given), *middle, random.choice(family))


def _bodies() -> Iterator[tuple[str, tuple[str, ...]]]:
    for file in _BODIES:
        for row in _rows(file):
            for name in (row["name"], *row["also"].split(";")):
                if words := tuple(name.split()):
                    yield "ORG", words


def _towns(random: Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    raw = gzip.decompress((_PACKAGE / "reading" / "gazetteer.gz").read_bytes()).decode("utf-8", "replace")
    names = [line.partition("\t")[0] for line in raw.splitlines() if "\t" in line]
    plain = [
        name for name in names if len(name) > 3 and name.isascii() and name.replace(" ", "").replace("-", "").isalpha()
    ]
    for name in random.sample(plain, min(_TOWNS, len(plain))):
        words = tuple(word.capitalize() for word in name.split())
        if len(words) <= _LONGEST_TOWN:
            yield "LOC", words


def _rows(file: str) -> list[dict[str, str]]:
    with (_PACKAGE / "knowledge" / "data" / file).open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))
