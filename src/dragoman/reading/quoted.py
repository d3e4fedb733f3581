"""Whose a quotation is when its sentence does not say: quotations over several sentences, and those without a cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.reading.found import Found
from dragoman.reading.quotation import Quotation, is_speech
from dragoman.reading.reach import unite
from dragoman.reading.speakers import FIRST_PERSON
from dragoman.reading.tree import Tree


def without_asides(tree: Tree, founds: list[Found], quotations: list[Quotation]) -> list[Found]:
    """The attributions without the first person's inside quotations ("I think …"), which are their speaker's."""
    quoted = _numbers(tree, quotations)
    return [
        found
        for found in founds
        if found.source is None or found.source.lower not in FIRST_PERSON or not quoted[found.source.i]
    ]


def extend_quotations(tree: Tree, founds: list[Found], quotations: list[Quotation]) -> None:
    """Give every utterance between quotation marks to the attribution it belongs to, by widening its content.

    An utterance goes, all of it, to the attribution that holds a part of it. One without a cue goes to the speaker of
    the utterance before it, in the same paragraph or, if it fills its sentences, the one before; else to the next one
    of its own paragraph.
    """
    owners = _owners(tree, founds, quotations)
    last_owner: Found | None = None
    last_paragraph = -1
    waiting: list[Quotation] = []
    for quotation in quotations:
        if not is_speech(tree, quotation):
            continue
        paragraph = _paragraph(tree, quotation)
        owner = next((owners[index] for index in range(quotation.first, quotation.last) if index in owners), None)
        if owner is None and last_owner is not None:
            same = paragraph == last_paragraph and _begins_sentence(tree, quotation)
            following = paragraph == last_paragraph + 1 and _fills_sentences(tree, quotation)
            owner = last_owner if same or following else None
        if owner is None:
            waiting.append(quotation)
            continue
        earlier = (one for one in waiting if _paragraph(tree, one) == paragraph and _fills_sentences(tree, one))
        for taken in (quotation, *earlier):
            _widen(owner, taken)
        waiting = []
        last_owner, last_paragraph = owner, paragraph


def _numbers(tree: Tree, quotations: list[Quotation]) -> list[int]:
    """For each word the number of the quotation it stands in, from 1; 0 outside of any."""
    numbers = [0] * len(tree.words)
    for number, quotation in enumerate(quotations, 1):
        numbers[quotation.first : quotation.last] = [number] * (quotation.last - quotation.first)
    return numbers


def _owners(tree: Tree, founds: list[Found], quotations: list[Quotation]) -> dict[int, Found]:
    """Quoted words that an attribution holds; a cue inside the quotation speaks within it, not for it."""
    owners: dict[int, Found] = {}
    if not quotations:
        return owners
    numbers = _numbers(tree, quotations)
    starts = [quotation.first for quotation in quotations]
    for found in founds:
        own = 0 if found.word is None else numbers[found.word.i]
        for first, last in found.content:
            # Quotations neither overlap nor nest, so that those that meet a span stand in a row.
            for quotation in quotations[max(0, bisect_right(starts, first) - 1) : bisect_left(starts, last)]:
                if own and quotation is quotations[own - 1]:
                    continue
                for index in range(max(first, quotation.first), min(last, quotation.last)):
                    owners.setdefault(index, found)
    return owners


def _paragraph(tree: Tree, quotation: Quotation) -> int:
    """The paragraph a quotation begins in."""
    return tree.sentences[tree.words[quotation.first].sentence].paragraph


def _widen(owner: Found, quotation: Quotation) -> None:
    """Add a quotation to a content; the cue stays outside, should the marks be unpaired around it."""
    pieces = [(quotation.first, quotation.last)]
    if owner.word is not None and quotation.first <= owner.word.i < quotation.last:
        pieces = [(quotation.first, owner.word.i), (owner.word.i + 1, quotation.last)]
    owner.content = unite([*owner.content, *pieces])


def _begins_sentence(tree: Tree, quotation: Quotation) -> bool:
    """Whether a quotation begins a sentence and makes up most of its sentences."""
    first = tree.sentences[tree.words[quotation.first].sentence]
    last = tree.sentences[tree.words[quotation.last - 1].sentence]
    return quotation.first <= first.first + 1 and last.last - quotation.last <= quotation.last - quotation.first


def _fills_sentences(tree: Tree, quotation: Quotation) -> bool:
    """Whether hardly anything of its sentences stands outside a quotation."""
    first = tree.sentences[tree.words[quotation.first].sentence]
    last = tree.sentences[tree.words[quotation.last - 1].sentence]
    outside = (quotation.first - first.first) + (last.last - quotation.last)
    return outside <= 3 + (quotation.last - quotation.first) // 10
