"""A report's words with their dependency tree: what every layer of reading works on.

spaCy's token proxies cost a microsecond a look; the rules look often. So each Doc is unpacked once into
plain objects, without its white-space tokens. The labels are Universal Dependencies v2, so that any UD model can
stand in for ours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.lexicon.inflection import singular

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Word:
    """One syntactic word.

    Attributes:
        i: its index in ``Tree.words``.
        text, lower, lemma: the form, the form in lower case, the lemma in lower case.
        start, end: code point offsets into the report's text.
        pos: universal part of speech.
        feats: UD features, e.g. ``{"Tense": "Past"}``; do not change: shared between words.
        dep: UD relation with its subtype, "root" for the root of a sentence; set by :meth:`relate`.
        relation: its universal part: "nmod" for "nmod:poss".
        head: the governing word, None for a root.
        children: dependents in text order.
        sentence: index of its sentence.
        name: index into ``Tree.names`` or -1.
        mention_type: GUM's type of a nominal head (person, organization, place, event, time, …) or "".
    """

    __slots__ = (
        "children", "dep", "end", "feats", "head", "i", "lemma", "lower", "mention_type", "name", "pos",
        "relation", "sentence", "start", "text",
    )  # fmt: skip

    i: int
    text: str
    lower: str
    lemma: str
    start: int
    end: int
    pos: str
    feats: dict[str, str]
    dep: str
    relation: str
    head: Word | None
    children: list[Word]
    sentence: int
    name: int
    mention_type: str

    def __repr__(self) -> str:
        return f"{self.text}/{self.i}/{self.dep}"

    def relate(self, dep: str) -> None:
        """Give the word another relation to its governor."""
        self.dep = dep
        self.relation = dep.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Name:
    """A name found by the language model: words ``[first, last)`` and its label (PERSON, ORG, LOC, NORP, …)."""

    first: int
    last: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words ``[first, last)``; ``root`` is the index of the root; ``paragraph`` counts blank-line or line blocks."""

    first: int
    last: int
    root: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Tree:
    """All words of a report, its sentences in order and its names in order. ``text`` is the canonical text."""

    text: str
    words: list[Word]
    sentences: list[Sentence]
    names: list[Name]

    def sentence_words(self, index: int) -> list[Word]:
        """The words of one sentence, in order."""
        sentence = self.sentences[index]
        return self.words[sentence.first : sentence.last]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code point offsets of words ``[first, last)``."""
        return self.words[first].start, self.words[last - 1].end


def descendants(word: Word) -> Iterator[Word]:
    """The word and everything below it, governor before dependents (not in text order)."""
    stack = [word]
    while stack:
        current = stack.pop()
        yield current
        stack.extend(reversed(current.children))


def extent(word: Word) -> tuple[int, int]:
    """Word indices ``[first, last)`` that the word's subtree spans."""
    first = last = word.i
    for below in descendants(word):
        first = min(first, below.i)
        last = max(last, below.i)
    return first, last + 1


def move(word: Word, governor: Word, relation: str) -> None:
    """Hang a word with all below it under another governor, whose dependents stay in text order."""
    if word.head is not None:
        word.head.children.remove(word)
    word.head = governor
    word.relate(relation)
    governor.children.append(word)
    governor.children.sort(key=lambda dependent: dependent.i)


def paragraphs_of(tree: Tree) -> list[tuple[int, int]]:
    """The paragraphs of a report, as word spans ``(first, last)`` in text order."""
    spans: list[tuple[int, int]] = []
    previous = -1
    for sentence in tree.sentences:
        if sentence.paragraph == previous:
            spans[-1] = (spans[-1][0], sentence.last)
        else:
            spans.append((sentence.first, sentence.last))
        previous = sentence.paragraph
    return spans


def children(word: Word, *relations: str) -> list[Word]:
    """Dependents whose relation, with or without its subtype, is one of ``relations``."""
    return [child for child in word.children if child.dep in relations or child.relation in relations]


def child(word: Word, *relations: str) -> Word | None:
    """The first such dependent in text order, or None."""
    for dependent in word.children:
        if dependent.dep in relations or dependent.relation in relations:
            return dependent
    return None


def case(word: Word) -> str:
    """The preposition(s) that mark a nominal, lower-cased and joined by spaces: "on", "because of", or ""."""
    parts = []
    for marker in word.children:
        if marker.relation == "case" and marker.i < word.i:
            parts.append(marker.lower)
            parts.extend(fixed.lower for fixed in marker.children if fixed.relation == "fixed")
    return " ".join(parts)


def has_to(clause: Word) -> bool:
    """True for a clause that "to" opens: an infinitive, whatever form the model gives its verb."""
    return any(mark.relation == "mark" and mark.lower == "to" for mark in clause.children)


def opens_with_to(clause: Word) -> bool:
    """True for a clause whose first mark is "to": not "for X to leave", not "in order to leave"; see :func:`has_to`."""
    mark = child(clause, "mark")
    return mark is not None and mark.lower == "to"


def conjuncts(word: Word) -> list[Word]:
    """The word and what is coordinated with it, in text order ("A, B and C" from A)."""
    return [word, *(dependent for dependent in word.children if dependent.relation == "conj")]


def ancestors(word: Word) -> Iterator[Word]:
    """Governors from the nearest to the root."""
    current = word.head
    while current is not None:
        yield current
        current = current.head


def unpack(doc: Doc, text: str, verb_forms: Mapping[str, str] | None = None) -> Tree:
    """The tree of a Doc that ``dragoman_language`` has analysed.

    Args:
        doc: its offsets are those of ``text``; head matter in it may be masked by white space.
        text: the report's canonical text.
        verb_forms: inflected form → lemma, for verbs that the lexicon knows: what the model guessed for such a form
            gives way.
    """
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, LENGTH, MORPH, POS, SENT_START

    from dragoman.reading.tree_mending import mend

    strings = doc.vocab.strings
    table = doc.to_array([IDX, LENGTH, HEAD, SENT_START, POS, DEP, LEMMA, MORPH, ENT_IOB, ENT_TYPE])
    types = doc.user_data.get("mention_types") or [""] * len(doc)
    names_of: dict[int, str] = {}
    feats_of: dict[int, dict[str, str]] = {}
    position: dict[int, int] = {}
    rows = table.tolist()
    source = doc.text
    known = verb_forms or {}
    words: list[Word] = []
    for index, row in enumerate(rows):
        start, length = row[0], row[1]
        form = source[start : start + length]
        if not form.strip():
            continue
        position[index] = len(words)
        word = Word()
        word.i = len(words)
        word.text = form
        word.lower = form.lower()
        word.start, word.end = start, start + length
        for key in (row[4], row[5], row[6]):
            if key not in names_of:
                names_of[key] = strings[key] if key else ""
        word.pos = names_of[row[4]]
        word.relate(names_of[row[5]].lower())
        word.lemma = names_of[row[6]].lower() or word.lower
        if word.pos == "VERB":
            word.lemma = known.get(word.lower, word.lemma)
        if row[7] not in feats_of:
            raw = strings[row[7]] if row[7] else ""
            feats_of[row[7]] = dict(pair.split("=", 1) for pair in raw.split("|") if "=" in pair)
        word.feats = feats_of[row[7]]
        if word.pos == "NOUN" and word.feats.get("Number") == "Plur" and form.isalpha():
            word.lemma = singular(word.lower)
        word.children = []
        word.name = -1
        word.mention_type = types[index]
        words.append(word)
    sentences = _link(words, rows, position, source)
    mend(words)
    return Tree(text, words, sentences, _names(words, rows, position, strings))


def _link(words: list[Word], rows: list[list[int]], position: dict[int, int], source: str) -> list[Sentence]:
    """Set heads, children and sentence indices; return the sentences."""
    starts: list[int] = []
    opening = True
    for index, row in enumerate(rows):
        opening = opening or row[3] == 1
        here = position.get(index)
        if here is None:
            continue
        if opening:
            starts.append(here)
            opening = False
        word = words[here]
        word.sentence = len(starts) - 1
        offset = row[2] - (1 << 64) if row[2] >= 1 << 63 else row[2]
        governor = position.get(index + offset)
        word.head = None if governor is None or governor == here else words[governor]
    sentences: list[Sentence] = []
    paragraph = -1
    for order, first in enumerate(starts):
        last = starts[order + 1] if order + 1 < len(starts) else len(words)
        before = source[words[first - 1].end : words[first].start] if first else "\n"
        paragraph += "\n" in before
        root = first
        for word in words[first:last]:
            if word.head is None or word.head.sentence != word.sentence:
                word.head, root = None, word.i
            else:
                word.head.children.append(word)
        sentences.append(Sentence(first, last, root, paragraph))
    return sentences


def _names(words: list[Word], rows: list[list[int]], position: dict[int, int], strings: object) -> list[Name]:
    """The names, from the BIO columns; white-space tokens inside a name are skipped, and so are arms with a capital."""
    from dragoman.reading.tree_mending import ARMS

    names: list[Name] = []
    for index, row in enumerate(rows):
        here = position.get(index)
        if here is None or row[8] not in (1, 3) or not row[9]:
            continue
        alone = row[8] == 3 and (index + 1 == len(rows) or rows[index + 1][8] != 1)
        if alone and words[here].pos == "NOUN" and words[here].lemma in ARMS:
            continue
        if row[8] == 3 or not names or words[here - 1].name != len(names) - 1:
            names.append(Name(here, here + 1, strings[row[9]]))  # type: ignore[index]
        else:
            names[-1] = Name(names[-1].first, here + 1, names[-1].label)
        words[here].name = len(names) - 1
    return names
