"""A report's words with their dependency tree: what every layer of reading works on.

spaCy's token proxies cost a microsecond a look; the rules look often. So each Doc is unpacked once into
plain objects, without its white-space tokens. The labels are Universal Dependencies v2, so that any UD model can
stand in for ours.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from dragoman.lexicon.inflection import singular

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

T = TypeVar("T")

# Letters that a contraction has at most ("n’t", "’ll"): its apostrophe is told by itself.
_CONTRACTION = 4


@dataclass(frozen=True, slots=True)
class Telling:
    """What the language model takes a word to tell.

    Attributes:
        type, mode: PLOVER's; the mode "" for none.
        share: how likely the type is, from 0 to 1.
    """

    type: str
    mode: str
    share: float


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
        tells: the event that the language model takes the word to tell, or None.
    """

    __slots__ = (
        "children", "dep", "end", "feats", "head", "i", "lemma", "lower", "mention_type", "name", "pos",
        "relation", "sentence", "start", "tells", "text",
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
    tells: Telling | None

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
    _found: dict[Callable[[Tree], Any], Any] = field(default_factory=dict, repr=False, compare=False)

    def once(self, find: Callable[[Tree], T]) -> T:
        """What a function finds in the whole tree; layers that ask for the same get the same object.

        The function is called at the first asking. Whoever takes what it found leaves that as it is.
        """
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

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


def top_down(tree: Tree) -> list[Word]:
    """All words of a tree, governors before dependents (not in text order)."""
    words = tree.words
    order = [words[sentence.root] for sentence in tree.sentences if sentence.first < sentence.last]
    order += [word for word in words if word.head is None and word.i != tree.sentences[word.sentence].root]
    for word in order:  # grows as it is read
        if word.children:
            order.extend(word.children)
    return order


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
    parts: list[str] = []
    for marker in word.children:
        if marker.i > word.i:
            break
        if marker.relation == "case":
            parts.append(marker.lower)
            if marker.children:
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
    from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, IDX, LEMMA, MORPH, ORTH, POS, SENT_START

    from dragoman.reading.tree_mending import mend

    rows = doc.to_array([IDX, ORTH, HEAD, SENT_START, POS, DEP, LEMMA, MORPH, ENT_IOB, ENT_TYPE]).tolist()
    types = doc.user_data.get("mention_types") or [""] * len(doc)
    told = doc.user_data.get("events") or [None] * len(doc)
    said = _Said(doc.vocab.strings)
    known = verb_forms or {}
    words: list[Word] = []
    position: dict[int, int] = {}
    starts: list[int] = []
    breaks = {0}
    opening = True
    for index, (start, orth, _, sent_start, pos, dep, lemma, morph, _, _) in enumerate(rows):
        opening = opening or sent_start == 1
        form = said[orth]
        if form.isspace():
            if "\n" in form:
                breaks.add(len(words))
            continue
        here = position[index] = len(words)
        if opening:
            starts.append(here)
            opening = False
        lower = form.lower()
        if "’" in lower and len(lower) > _CONTRACTION:
            lower = lower.replace("’", "'")  # "charge d’affaires", as word lists have it
        word = Word()
        word.i = here
        word.text, word.lower = form, lower
        word.start, word.end = start, start + len(form)
        word.pos = part = said[pos]
        word.dep, word.relation = _relation_of(said[dep])
        word.lemma = said[lemma].lower().replace("’", "'") or lower
        word.feats = _features_of(said[morph])
        if part == "VERB":
            word.lemma = known.get(lower, word.lemma)
        elif part == "NOUN" and word.feats.get("Number") == "Plur" and form.isalpha():
            word.lemma = singular(lower)
        word.children = []
        word.sentence = len(starts) - 1
        word.name = -1
        word.mention_type = types[index]
        word.tells = Telling(*said_of) if (said_of := told[index]) else None
        words.append(word)
    _hang(words, rows, position)
    sentences = _sentences(words, starts, breaks)
    mend(words)
    return Tree(text, words, sentences, _names(words, rows, position, said))


class _Said(dict[int, str]):
    """Strings by their numbers in spaCy's store, "" for 0; each is looked up there once."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__({0: ""})
        self._strings = strings

    def __missing__(self, number: int) -> str:
        self[number] = said = self._strings[number]
        return said


@lru_cache(maxsize=1024)
def _relation_of(label: str) -> tuple[str, str]:
    """A relation as a word has it, and its universal part."""
    dep = label.lower()
    return dep, dep.partition(":")[0]


@lru_cache(maxsize=4096)
def _features_of(label: str) -> dict[str, str]:
    """The features of a label such as "Number=Plur|Person=3"."""
    return dict(pair.split("=", 1) for pair in label.split("|") if "=" in pair)


def _hang(words: list[Word], rows: list[list[int]], position: dict[int, int]) -> None:
    """Set the governors; a root has none."""
    for index, here in position.items():
        offset = rows[index][2]
        governor = position.get(index + offset - (1 << 64) if offset >= 1 << 63 else index + offset)
        words[here].head = None if governor is None or governor == here else words[governor]


def _sentences(words: list[Word], starts: list[int], breaks: set[int]) -> list[Sentence]:
    """The sentences that begin at ``starts``; sets the children, and takes away governors in other sentences.

    ``breaks`` are the words that white space with a line's end stands before.
    """
    sentences: list[Sentence] = []
    paragraph = -1
    for first, last in zip(starts, [*starts[1:], len(words)], strict=False):
        paragraph += first in breaks
        root = first
        for word in words[first:last]:
            if word.head is None or word.head.sentence != word.sentence:
                word.head, root = None, word.i
            else:
                word.head.children.append(word)
        sentences.append(Sentence(first, last, root, paragraph))
    return sentences


def _names(words: list[Word], rows: list[list[int]], position: dict[int, int], said: _Said) -> list[Name]:
    """The names, from the BIO columns; white-space tokens inside a name are skipped, and so are arms with a capital."""
    from dragoman.reading.tree_mending import ARMS

    names: list[Name] = []
    for index, here in position.items():
        row = rows[index]
        if row[8] not in (1, 3) or not row[9]:
            continue
        alone = row[8] == 3 and (index + 1 == len(rows) or rows[index + 1][8] != 1)
        if alone and words[here].pos == "NOUN" and words[here].lemma in ARMS:
            continue
        if row[8] == 3 or not names or words[here - 1].name != len(names) - 1:
            names.append(Name(here, here + 1, said[row[9]]))
        else:
            names[-1] = Name(names[-1].first, here + 1, names[-1].label)
        words[here].name = len(names) - 1
    return names
