"""Quotations: which words stand between quotation marks, however well the marks are paired."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.tree import Tree

_OPENING = frozenset({"“", "„", "«", "``", "‟"})
_CLOSING = frozenset({"”", "»"})
_EITHER = frozenset({'"', "＂", "''"})
# Marks that belong together; within a quotation in one kind, marks of another are a quotation inside it.
_KINDS = {"“": "curly", "”": "curly", "„": "curly", "‟": "curly", "«": "angle", "»": "angle"}
_LONGEST_LOOK = 200  # words that are searched for a closing mark
_SHORTEST_SPEECH = 4  # words; less is a quoted expression, unless it is a sentence of its own


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words ``[first, last)`` between marks, the marks left out; ``closed`` if the closing mark was found."""

    first: int
    last: int
    closed: bool


def find_quotations(tree: Tree) -> list[Quotation]:
    """The quotations of a report in text order.

    A curly mark may be closed by a straight one; marks of another kind before its own closing one are inside it, as in
    «He called it a “farce”». A quotation that its paragraph leaves open runs to the paragraph's end
    if the next paragraph opens with a mark again, else to the end of its sentence. Single marks count only where an
    opening one stands (‘ … ’), since the closing one is the apostrophe as well.
    """
    found: list[Quotation] = []
    opened = -1
    single = False
    for number, sentence in enumerate(tree.sentences):
        if number and opened >= 0 and sentence.paragraph != tree.sentences[number - 1].paragraph:
            found.append(_left_open(tree, opened, sentence.first))
            opened, single = -1, False
        for index in range(sentence.first, sentence.last):
            text = tree.words[index].text
            if len(text) > 2:
                continue
            if opened >= 0 and _is_nested(tree, opened, index):
                continue
            closes = text in _CLOSING or (text == "“" and opened > 0 and tree.words[opened - 1].text == "„")
            closes = closes or (single and text == "’" and tree.words[index].pos == "PUNCT")
            if opened >= 0 and (closes or text in _EITHER):
                found.append(Quotation(opened, index, closed=True))
                opened, single = -1, False
            elif text in _OPENING or text in _EITHER:
                if opened >= 0:
                    found.append(_left_open(tree, opened, index))
                opened, single = index + 1, False
            elif text == "‘" and opened < 0:
                opened, single = index + 1, True
    if opened >= 0:
        found.append(_left_open(tree, opened, len(tree.words)))
    return [one for one in found if one.first < one.last]


def is_speech(tree: Tree, quotation: Quotation) -> bool:
    """Whether a quotation holds an utterance rather than a quoted expression."""
    words = tree.words[quotation.first : quotation.last]
    sentence = tree.sentences[words[0].sentence]
    if quotation.first <= sentence.first + 1 and quotation.last >= sentence.last - 2:
        return True
    return len(words) >= _SHORTEST_SPEECH and any(word.pos in ("VERB", "AUX") for word in words)


def _is_nested(tree: Tree, opened: int, index: int) -> bool:
    """Whether a mark is of another kind than the open quotation's, whose own closing mark is still to come."""
    kind = _KINDS.get(tree.words[opened - 1].text) if opened else None
    text = tree.words[index].text
    if kind is None or _KINDS.get(text) == kind or text not in _OPENING | _CLOSING | _EITHER:
        return False
    paragraph = tree.sentences[tree.words[index].sentence].paragraph
    for word in tree.words[index + 1 : index + _LONGEST_LOOK]:
        if tree.sentences[word.sentence].paragraph != paragraph:
            return False
        if _KINDS.get(word.text) == kind:
            return word.text in _CLOSING
    return False


def _left_open(tree: Tree, opened: int, end: int) -> Quotation:
    """A quotation without a closing mark, up to ``end`` at most."""
    if opened >= end:
        return Quotation(opened, opened, closed=False)
    sentence = tree.sentences[tree.words[opened].sentence]
    goes_on = end < len(tree.words) and tree.words[end].text in _OPENING | _EITHER
    return Quotation(opened, end if goes_on else min(end, sentence.last), closed=False)
