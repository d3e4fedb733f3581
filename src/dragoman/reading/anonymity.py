"""Unnamed sources: how many they are, what office they hold, and the words that say why they are not named."""

from __future__ import annotations

from dragoman.lexicon.reporting import Reporting
from dragoman.reading.draft import Voice, WordSpan
from dragoman.reading.found import Found
from dragoman.reading.reach import Reach, subtract, trim
from dragoman.reading.tree import Tree, Word, case, child, children, extent

_ONE = frozenset({"a", "an", "another", "one", "the", "this", "that"})
_QUANTITIES = frozenset({"several", "many", "some", "other", "various", "numerous", "multiple", "few", "more", "most"})
_REASONS = frozenset({"because", "since", "as", "for", "given", "citing"})
_THIRD_PERSON = frozenset({"he", "she", "they"})
_SPEAKING = frozenset({"speaking", "talking", "spoke"})
_STOPS = frozenset({",", ".", ";", "”", '"', "—", "–"})


def without_conditions(tree: Tree, founds: list[Found]) -> None:
    """Take "on condition of anonymity" out of the contents it was hung on: it tells how a thing was said."""
    for number in sorted({found.word.sentence for found in founds if found.word is not None}):
        span = _condition(tree, number)
        if span is None:
            continue
        for found in founds:
            if found.word is not None and found.word.sentence == number and found.word.i < span[0]:
                found.content = subtract(found.content, span) or found.content


def describe_unnamed(
    tree: Tree, reach: Reach, heard: list[tuple[Found, int]], voices: list[Voice], lexicon: Reporting
) -> None:
    """Fill ``count``, ``office`` and ``unnamed`` of the anonymous voices, by the words of their sources.

    Args:
        tree: the report's words.
        reach: its subtrees.
        heard: attributions in text order, each with its voice.
        voices: changed in place.
        lexicon: its phrases of anonymity.
    """
    by_sentence: dict[int, list[tuple[Found, Voice]]] = {}
    for found, index in heard:
        voice, source = voices[index], found.source
        if voice.kind != "anonymous" or source is None or found.word is None or found.label is not None:
            continue
        by_sentence.setdefault(found.word.sentence, []).append((found, voice))
        if voice.office is None and source.pos == "NOUN":
            voice.count, voice.office = _count(source, lexicon), _office(tree, source)
    last: Voice | None = None
    for number in range(len(tree.sentences)):
        here = by_sentence.get(number, [])
        marker = anonymity_marker(tree, number, lexicon)
        if marker is not None:
            _explain(tree, reach, marker, here, last)
        last = here[-1][1] if here else last if marker is not None else None


def _count(source: Word, lexicon: Reporting) -> int | None:
    """How many people a nominal stands for, None where it leaves that open."""
    number = child(source, "nummod")
    if number is not None:
        if number.text.isdecimal():
            return int(number.text) or None
        return lexicon.numbers.index(number.lower) + 1 if number.lower in lexicon.numbers else None
    if source.feats.get("Number") == "Plur":
        return None
    return 1 if any(one.lower in _ONE for one in children(source, "det")) else None


def _office(tree: Tree, source: Word) -> str:
    """A nominal with the adjectives and nouns before it: "senior security official"."""
    before = (one for one in children(source, "amod", "compound") if one.i < source.i and one.lower not in _QUANTITIES)
    first = min([source.i, *(extent(one)[0] for one in before)])
    start, end = tree.span(first, source.i + 1)
    return tree.text[start:end]


def anonymity_marker(tree: Tree, number: int, lexicon: Reporting) -> Word | None:
    """The last word of a phrase that says that somebody is not named."""
    words = tree.sentence_words(number)
    for place, word in enumerate(words):
        for phrase in lexicon.anonymity.get(word.lower, ()):
            if tuple(one.lower for one in words[place : place + len(phrase)]) == phrase:
                return words[place + len(phrase) - 1]
    return None


def _condition(tree: Tree, number: int) -> WordSpan | None:
    """The words "(speaking) on condition of anonymity" of a sentence, with what follows up to a comma or its end."""
    sentence = tree.sentences[number]
    words = tree.words
    for at in range(sentence.first, sentence.last - 2):
        following = at + 2 if words[at + 1].lower == "the" else at + 1
        if words[at].lower != "on" or words[following].lower != "condition":
            continue
        first = at - 1 if at > sentence.first and words[at - 1].lower in _SPEAKING else at
        ends = (index for index in range(following, sentence.last) if words[index].text in _STOPS)
        return first, next(ends, sentence.last)
    return None


def _explain(tree: Tree, reach: Reach, marker: Word, here: list[tuple[Found, Voice]], last: Voice | None) -> None:
    """Give the words around a marker to the voice they are said of: that of their sentence, else the one before."""
    for found, voice in here:
        top = _below(marker, found)
        if top is not None:
            spans = reach.spans(top)
            if found.word is not None and top.head is found.word:
                spans += [span for one in _reasons(found.word, top) for span in reach.spans(one)]
            for cut in (*found.content, *found.cue_words):
                spans = subtract(spans, cut)
            _give(tree, voice, spans)
            return
    told = _condition(tree, marker.sentence)
    if here and told is not None:
        _give(tree, here[0][1], [told])
        return
    sentence = tree.sentences[marker.sentence]
    subject = child(tree.words[sentence.root], "nsubj", "nsubj:pass")
    if last is not None and subject is not None and (subject.lower in _THIRD_PERSON or subject.pos == "NOUN"):
        _give(tree, last, [(sentence.first, sentence.last)])


def _below(marker: Word, found: Found) -> Word | None:
    """The highest word over a marker below an attribution's cue or source, None if it is below neither."""
    current = marker
    while current.head is not None:
        if current.head is found.word or current.head is found.source:
            return None if current is found.source else current
        current = current.head
    return None


def _reasons(cue: Word, after: Word) -> list[Word]:
    """Clauses of a cue that give the reason for what stands before them."""
    return [
        one
        for one in children(cue, "advcl", "obl")
        if one.i > after.i and (case(one) in _REASONS or any(mark.lower in _REASONS for mark in children(one, "mark")))
    ]


def _give(tree: Tree, voice: Voice, spans: list[WordSpan]) -> None:
    """Note the first stretch of words; what was said before stays."""
    left = trim(sorted(spans), tree.words)
    if voice.unnamed is None and left:
        joined = left[0]
        for first, last in left[1:]:
            if first - joined[1] <= 1:
                joined = (joined[0], last)
        voice.unnamed = joined
