"""Names that standing knowledge finds in a text, where the language model saw half of them, or something else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dragoman.knowledge.index import Found
from dragoman.lexicon.titles import Title

Span = tuple[int, int, str]


class Standing(NamedTuple):
    """What standing knowledge finds in a text, by first words: bodies and the ends of their names, ends of persons'.

    ``surnames`` are words that are the surname of a known person.
    """

    bodies: Mapping[int, tuple[int, Found]]
    persons: Mapping[int, int]
    surnames: frozenset[int] = frozenset()


def with_known(
    spans: Sequence[Span], known: Standing, lowers: Sequence[str], titles: Mapping[str, Title]
) -> list[Span]:
    """The spans ``(first, last, label)``, with the names of known bodies and full names of known persons made whole.

    Args:
        spans: names by the model.
        known: what is known of the text's names.
        lowers: the words of the whole report in lower case.
        titles: a title of faith before a single name is a part of the name known ("Mullah Nasir"); others stay apart.
    """
    bodies = ((first, last, "ORG") for first, (last, _) in known.bodies.items())
    persons = (
        (first, last, "PERSON")
        for first, last in known.persons.items()
        if (title := titles.get(lowers[first])) is None or (title.sectors == ("REL",) and last - first == 2)
    )
    return _in_place_of(_in_place_of(list(spans), bodies), persons)


def _in_place_of(spans: list[Span], known: Iterable[Span]) -> list[Span]:
    """The spans with each known name in the place of those it overlaps, unless it is part of a longer one."""
    for first, last, label in known:
        over = [span for span in spans if span[0] < last and first < span[1]]
        if not any(span[0] <= first and last <= span[1] for span in over):
            spans = [*(span for span in spans if span not in over), (first, last, label)]
    return spans
