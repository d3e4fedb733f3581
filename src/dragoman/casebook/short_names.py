"""Bodies that a report calls by the first word of their names alone: "Norland" for Norland Terminals."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from dragoman.casebook.bodies import is_body, is_initials
from dragoman.casebook.clusters import Clusters
from dragoman.casebook.common_ground import CommonGround
from dragoman.casebook.story import tells_one_story
from dragoman.casebook.tables import load_tables
from dragoman.ontology.countries import load_countries
from dragoman.ontology.name_forms import load_name_forms
from dragoman.ontology.names import organization_words

_KINDS = ("organization", "outlet", "armed-group")
_SHORTEST = 4  # letters of a word that stands for a name
_MOST_RECORDS = 50  # of a body that are looked at for a story


def join_short_names(clusters: Clusters, published: Mapping[str, int | None]) -> None:
    """Gives bodies known by one word to the one body whose name begins with it, in reports of one story.

    Args:
        clusters: with bodies and people joined by their names already.
        published: ordinal of the publication day of every report.
    """
    short: dict[int, str] = {}
    longer: dict[str, set[int]] = {}
    for index, profile in enumerate(clusters.profiles):
        if profile.kind not in _KINDS or not is_body(profile):
            continue
        for name in profile.names:
            words = organization_words(name)
            if len(words) > 1:
                longer.setdefault(words[0], set()).add(clusters.root(index))
            elif words and _tells(name, words[0]):
                short.setdefault(clusters.root(index), words[0])
    ground = CommonGround(clusters)
    found = []
    for root, word in sorted(short.items()):
        meant = [other for other in sorted(longer.get(word, ())) if clusters.conflict(root, other) is None]
        if (
            root not in longer.get(word, ())
            and len(meant) == 1
            and _in_one_story(clusters, ground, root, meant[0], published)
        ):
            found.append((root, meant[0], word))
    for root, other, word in found:
        clusters.join(root, other, [f"“{word}” is short for it in reports of one story"])


def _tells(name: str, word: str) -> bool:
    """Whether one word is a name of its own: no initials, no country's, no word that many bodies have."""
    countries = load_countries()
    told = countries.by_name(word) or countries.by_adjective(word) or countries.by_demonym(word)
    common = word in load_tables().generic or word in load_name_forms().generic
    return len(word) >= _SHORTEST and not (is_initials(name) or told or common)


def _in_one_story(
    clusters: Clusters, ground: CommonGround, one: int, other: int, published: Mapping[str, int | None]
) -> bool:
    here, there = ({clusters.profiles[at].key.record for at in clusters.members(root)} for root in (one, other))
    for record, like in product(sorted(here)[:_MOST_RECORDS], sorted(there)[:_MOST_RECORDS]):
        ours, theirs = published[record], published[like]
        if ours is None or theirs is None:
            continue
        if tells_one_story(abs(ours - theirs), ground.between(record, like, besides={one, other})):
            return True
    return False
