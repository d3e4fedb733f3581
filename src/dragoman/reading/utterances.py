"""Who utters a quotation, as the verb of speech beside it tells: “…,” she said.

Pronouns need it before attribution is known: who speaks tells of himself as "I", and of others by name or as "he".
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from dragoman.reading.clauses import RELATIVES, is_passive, surface_subject
from dragoman.reading.quotation import Quotation, find_quotations, is_speech
from dragoman.reading.tree import Tree, Word

_SHORT_TAG = 12  # words of a sentence that may be no more than who says the quotation before it


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words ``[first, last)`` in quotation marks, and the word that heads who says them."""

    first: int
    last: int
    speaker: int


def find_utterances(tree: Tree, speech_verbs: Collection[str]) -> list[Utterance]:
    """The quotations of a report of which their sentence tells who says them, in text order.

    A further quotation in the paragraph that has no verb of speech of its own goes on with the one before.
    """
    quotations = [one for one in tree.once(find_quotations) if is_speech(tree, one)]
    quoted = {index for one in quotations for index in range(one.first, one.last)}
    found: list[Utterance] = []
    for quotation in quotations:
        speaker = _speaker(tree, quotation, quoted, speech_verbs)
        if speaker is None and found:
            before = tree.sentences[tree.words[found[-1].last - 1].sentence]
            here = tree.sentences[tree.words[quotation.first].sentence]
            speaker = tree.words[found[-1].speaker] if before.paragraph == here.paragraph else None
        if speaker is not None:
            found.append(Utterance(quotation.first, quotation.last, speaker.i))
    return found


def _speaker(tree: Tree, quotation: Quotation, quoted: set[int], speech_verbs: Collection[str]) -> Word | None:
    """The subject of the nearest verb of speech outside all quotations, in its sentences or a tag behind."""
    opening, closing = (tree.sentences[tree.words[at].sentence] for at in (quotation.first, quotation.last - 1))
    stop = closing.last
    behind = tree.words[quotation.last - 1].sentence + 1
    if stop <= quotation.last + 1 and behind < len(tree.sentences):
        tag = tree.sentences[behind]
        stop = tag.last if tag.last - tag.first <= _SHORT_TAG and tag.paragraph == closing.paragraph else stop
    best, nearest = None, len(tree.words)
    for verb in tree.words[opening.first : stop]:
        if verb.pos != "VERB" or verb.i in quoted or verb.lemma not in speech_verbs or is_passive(verb):
            continue
        subject = surface_subject(verb)
        if subject is None or subject.i in quoted or subject.lower in RELATIVES:
            continue
        away = verb.i - quotation.last if verb.i >= quotation.last else quotation.first - verb.i
        if away < nearest:
            best, nearest = subject, away
    return best
