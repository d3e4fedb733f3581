"""Which of a report actor's names are proper names, and what is left of one without its titles."""

from __future__ import annotations

import re
from collections.abc import Set
from functools import lru_cache

from dragoman.casebook.tables import load_tables
from dragoman.lexicon.titles import load_titles
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import fold, tokens
from dragoman.record import Actor

ARTICLE = re.compile(r"^(?:the|a|an|its|his|her|their|our)\s+", re.IGNORECASE)
_CACHE = 16_384
_MOST_WORDS = 7  # of a person's name; longer ones are descriptions
# Words no person's name holds in lower case: what holds one is a description ("the mother of twelve").
_DESCRIBING = frozenset(
    ["of", "the", "a", "an", "who", "by", "for", "in", "to", "and", "with", "from", "at", "on", "led"]
)


def proper_names(actor: Actor, named: Set[str] | None) -> tuple[str, ...]:
    """The actor's proper names: articles off, titles of persons off, fullest first.

    Args:
        actor: of one report.
        named: the words, folded, of all mentions of it by name; a name needs its last word among them. None if the
            record lists no mentions.
    """
    found: dict[str, None] = {}
    for name in (actor.name, *actor.names):
        bare = ARTICLE.sub("", name.strip())
        article = len(bare) < len(name.strip())
        if actor.kind in ("person", "population") and (article or _is_demonym(bare)):
            continue
        if actor.kind == "person":
            bare = without_title(bare)
            words = bare.split()
            if len(words) > _MOST_WORDS or not _DESCRIBING.isdisjoint(words):
                continue
        if bare and _is_proper(bare) and (named is None or _last_word(bare) in named):
            found[bare] = None
    return tuple(sorted(found, key=lambda name: (-len(tokens(name)), -len(name), name)))


@lru_cache(_CACHE)
def without_title(name: str) -> str:
    """A person's name without the titles before it; "" if it is nothing but titles.

    Words that may stand before a title go with it: "former", "U.S.", "Foreign Office". Titles that are given names as
    well ("Sultan") stay.
    """
    titles, tables, countries = load_titles(), load_tables(), load_countries()
    words = name.split()
    lower = [fold(word).strip(".,") for word in words]
    place = cut = 0
    while place < len(words):
        width = next(
            (width for width in range(min(titles.longest, len(words) - place), 0, -1)
             if " ".join(lower[place : place + width]) in titles.titles), 0,
        )  # fmt: skip
        word = lower[place]
        if width and not (width == 1 and word in tables.given_titles):
            place += width
            cut = place
        elif (
            word in titles.modifiers
            or word in tables.generic
            or word in _DESCRIBING
            or countries.by_name(words[place])
            or countries.by_adjective(words[place])
            or (len(word) > 1 and words[place].isupper() and place + 1 < len(words))
        ):
            place += 1
        else:
            break
    return " ".join(words[cut:])


def _is_proper(name: str) -> bool:
    last = re.split(r"[\s\-]", name)[-1]
    return last[:1].isupper() or last[:1].isdigit()


def _last_word(name: str) -> str:
    words = word_list(name)
    return words[-1] if words else ""


def word_list(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return re.findall(r"\w+", fold(text))


def _is_demonym(name: str) -> bool:
    """Whether a word only says whose people somebody is of: "a Nigerian"."""
    countries = load_countries()
    return countries.by_demonym(name) is not None or countries.by_adjective(name) is not None


def unused_id(base: str, taken: dict[str, int]) -> str:
    """The base, or the base with the first number that makes it nobody else's id.

    Args:
        base: what the id is made of; it may itself end in a number.
        taken: ids given so far, with the last number each was given; the new one is added.
    """
    number = taken.get(base, 0) + 1
    own = base if number == 1 else f"{base}-{number}"
    while own != base and own in taken:
        number += 1
        own = f"{base}-{number}"
    taken[base] = number
    taken.setdefault(own, 1)
    return own
