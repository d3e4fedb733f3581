"""Statements that a line announces: "The minister said:", "The general issued the following statement:".

What follows is the speaker's, however many paragraphs it fills, with quotation marks or without.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.reporting import Cue
from dragoman.reading.clauses import surface_subject
from dragoman.reading.found import Found
from dragoman.reading.reach import unite
from dragoman.reading.speakers import FIRST_PERSON, ISSUING, SPEAKING_TYPES
from dragoman.reading.tree import Tree, Word, child, children, paragraphs_of

_SAYING = frozenset({"add", "comment", "conclude", "continue", "declare", "reply", "respond", "say", "state", "write"})
_STATEMENTS = frozenset({"comment", "communique", "declaration", "message", "remark", "remarks", "statement"})
_OPENING = frozenset({"“", '"', "‘", "«", "„", "``", "''"})
_ENDING = frozenset({"background", "ends", "notes"})
"""Words that open what stands below a statement."""
_OWN = FIRST_PERSON | {"my", "our", "mine", "ours"}


@dataclass(frozen=True, slots=True)
class Announced:
    """An announced statement: the verb of its announcement, the head of who makes it, and its words."""

    verb: Word
    source: Word
    content: tuple[int, int]


def find_announced(tree: Tree) -> list[Announced]:
    """The announced statements of a report in text order.

    Quoted ones reach over all paragraphs that open with a mark. Those without marks reach to the end of the report, or
    to where it speaks of the speaker again, if they are told in the first person; else over one paragraph.
    """
    paragraphs = paragraphs_of(tree)
    found: list[Announced] = []
    for place, (first, last) in enumerate(paragraphs[:-1]):
        announcement = _announcement(tree, first, last)
        if announcement is not None:
            verb, source = announcement
            end = paragraphs[_end(tree, paragraphs, place + 1, source)][1]
            found.append(Announced(verb, source, (paragraphs[place + 1][0], end)))
    return found


def hear_announced(founds: list[Found], announced: list[Announced], cue: Cue) -> list[Found]:
    """The attributions with those of announced statements, whose content is all that was announced.

    Args:
        founds: as the cues give them; one that holds a part of a statement is widened.
        announced: as found.
        cue: stands for verbs that are none of speech ("released").
    """
    added: list[Found] = []
    for one in announced:
        thing = child(one.verb, "obj")
        words = [one.verb] if thing is None else [one.verb, thing]
        known = next((found for found in founds if any(found.word is word for word in words)), None)
        if known is None:
            span = (one.verb.i, one.verb.i + 1)
            added.append(Found(cue, one.verb, one.source, [one.content], [span]))
        else:
            known.content = unite([*known.content, one.content])
    return [*added, *founds]


def _announcement(tree: Tree, first: int, last: int) -> tuple[Word, Word] | None:
    """The verb and the speaker of a paragraph that ends by announcing what somebody says."""
    if tree.words[last - 1].text != ":":
        return None
    sentence = tree.sentences[tree.words[last - 1].sentence]
    for verb in reversed(tree.words[max(first, sentence.first) : last]):
        if verb.pos != "VERB" or children(verb, "ccomp", "xcomp"):
            continue
        thing = child(verb, "obj")
        issued = verb.lemma in ISSUING and thing is not None and thing.lemma in _STATEMENTS
        if not issued and not (verb.lemma in _SAYING and thing is None):
            continue
        source = surface_subject(verb)
        if source is not None and source.mention_type in SPEAKING_TYPES and source.lower not in FIRST_PERSON:
            return verb, source
    return None


def _end(tree: Tree, paragraphs: list[tuple[int, int]], start: int, source: Word) -> int:
    """The last paragraph of a statement that begins with paragraph ``start``."""
    quoted = tree.words[paragraphs[start][0]].text in _OPENING
    place = start
    while place + 1 < len(paragraphs) and not _is_over(tree, *paragraphs[place + 1], source, quoted=quoted):
        place += 1
    if quoted or place == start:
        return place
    words = tree.words[paragraphs[start][0] : paragraphs[place][1]]
    return place if any(word.lower in _OWN for word in words) else start


def _is_over(tree: Tree, first: int, last: int, source: Word, *, quoted: bool) -> bool:
    """Whether a paragraph is no part of the statement before it."""
    words = tree.words[first:last]
    if quoted:
        return words[0].text not in _OPENING
    if words[0].lower in _ENDING or words[-1].text == ":" or words[0].text in _OPENING:
        return True
    names = {source.lower, *(part.lower for part in children(source, "flat"))}
    return any(word.lower in names and word.dep == "nsubj" and word.mention_type == "person" for word in words)
