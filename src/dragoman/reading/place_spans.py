"""Which words mention a place: names, "the capital", and "Libyan" before the noun of a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.ontology.countries import Countries, Match
from dragoman.reading.draft import Cast, Mention, WordSpan
from dragoman.reading.gazetteer import Gazetteer
from dragoman.reading.place_words import PlaceWords
from dragoman.reading.tree import Name, Tree, Word, case

# Kinds of mention that a name labelled as a place may turn out to be and still be one.
_OPEN = frozenset(["other", "object", "event"])
# People that make a place's name evidence that a name is a place's.
WELL_KNOWN = 15_000
# Readings of the table of countries that name a place or what belongs to it.
_NAMES = frozenset({"name", "part", "world", "adjective"})
_ITS = frozenset(["the", "its", "their", "his", "her"])


@dataclass(frozen=True, slots=True)
class Spot:
    """Words that mention a place, their head, and the cast's mention of it, if any."""

    span: WordSpan
    head: Word
    mention: Mention | None


class PlaceSpotter:
    """Finds the place mentions of one report.

    The cast knows best whether a name is a person's, but a name that many know as a place's is one after "in" and in a
    list with places; where the model is not of one mind about a name (a place here, an organization there), a locative
    preposition decides for the place. Where it breaks the name of a country or region
    off ("the United | States"), the table of countries mends it.
    """

    __slots__ = ("_adjectives", "_cast", "_countries", "_gazetteer", "_located", "_longer", "_tree", "_words")

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        countries: Countries,
        words: PlaceWords,
        gazetteer: Gazetteer,
        matches: Sequence[tuple[int, Match]],
    ) -> None:
        self._tree = tree
        self._cast = cast
        self._words = words
        self._gazetteer = gazetteer
        self._countries = countries
        self._adjectives = countries.readings["adjective"].keys() - countries.readings["name"].keys()
        self._located = {self._text(name) for name in tree.names if name.label == "LOC"}
        self._longer = {
            index: (first, first + match.length)
            for first, match in matches
            if match.length > 1 and match.kind in _NAMES
            for index in range(first, first + match.length)
        }

    def spots(self) -> Iterator[Spot]:
        """The mentions in text order, without overlap."""
        taken = 0
        for word in self._tree.words:
            if word.i < taken:
                continue
            spot = None
            if word.name < 0:
                mention = self._cast.mention_at(word.i)
                if word.lemma in self._words.capital and _is_seat(word):
                    spot = Spot((_first_of(word, taken), word.i + 1), word, mention)
                elif word.text[0].isupper() and self._is_bare_name(word, mention):
                    spot = Spot((word.i, word.i + 1), word, mention)
            else:
                name = self._tree.names[word.name]
                spot = self._named(name, taken) if name.first == word.i else None
            if spot is not None:
                first, last = self._longer.get(spot.head.i, spot.span)
                span = min(max(first, taken), spot.span[0]), max(last, spot.span[1])
                taken = span[1]
                yield Spot(span, spot.head, spot.mention)

    def _named(self, name: Name, taken: int) -> Spot | None:
        head = self._top(name)
        mention = self._cast.mention_at(head.i) or self._cast.mention_at(name.last - 1)
        if head.pos == "ADJ" or (name.last - name.first == 1 and head.lower in self._adjectives):
            qualifies = not self._is_part_of_word(head) and (
                self._qualifies_place(head) or self._of_origin(head, self._text(name))
            )
            return Spot((name.first, name.last), head, mention) if qualifies else None
        if not self._names_place(name, head, mention):
            return None
        return Spot((self._with_direction(name, taken), name.last), head, mention)

    def _is_part_of_word(self, adjective: Word) -> bool:
        """True for the second half of a word with a hyphen, of no country by itself: "Pan-American", "pro-Syrian"."""
        if adjective.i < 2:
            return False
        first, hyphen = self._tree.words[adjective.i - 2 : adjective.i]
        joined = hyphen.text == "-" and first.end == hyphen.start and hyphen.end == adjective.start
        return joined and self._countries.by_name(first.text) is None and not self._countries.by_adjective(first.text)

    def _top(self, name: Name) -> Word:
        """The word of a name that is governed from outside it."""
        words = self._tree.words[name.first : name.last]
        outer = (word for word in words if word.head is None or not name.first <= word.head.i < name.last)
        return next(outer, words[0])

    def _names_place(self, name: Name, head: Word, mention: Mention | None) -> bool:
        """Whether a name is a place's: by the cast where it knows, else by the model's label and type of mention."""
        kind = None
        if mention is not None and mention.form == "named":
            kind = mention.kind
            if kind in ("place", "country") or (mention.metonym and kind == "government"):
                return True
        if self._is_called(head):
            return True
        if kind == "person" and (self._is_beside_place(head) or case(head) == "in"):
            return self._is_known(self._text(name))
        if name.label == "LOC":
            return kind is None or kind in _OPEN
        if case(head) in self._words.static and self._text(name) in self._located:
            return True
        if name.label not in ("PERSON", "ORG", "MISC"):
            return False
        listed = (kind is None or kind in _OPEN) and self._is_beside_place(head)
        return (listed or head.mention_type == "place") and self._is_known(self._text(name))

    def _is_beside_place(self, word: Word) -> bool:
        """True for a word of a list that has a place's name in it: "Gao" in "Gao and Timbuktu"."""
        listed = [word.head] if word.relation == "conj" and word.head is not None else []
        listed += [child for child in word.children if child.relation == "conj"]
        return any(other.name >= 0 and self._tree.names[other.name].label == "LOC" for other in listed)

    def _is_called(self, word: Word) -> bool:
        """True for a name that the words before it call a place: "the town of Kulyab"."""
        governor = word.head
        return governor is not None and governor.lemma in self._words.kinds and case(word) == "of"

    def _is_bare_name(self, word: Word, mention: Mention | None) -> bool:
        """True for a name of one word without a label, where only a place can stand: "the town of Kulyab"."""
        governor = word.head
        if governor is None or word.pos not in ("PROPN", "NOUN"):
            return False
        if mention is not None and mention.kind == "person":
            return False
        if word.pos == "PROPN" and self._is_beside_place(word):
            return (mention is None or mention.kind in ("place", *_OPEN)) and self._is_known(word.text)
        if word.relation not in ("nmod", "obl"):
            return False
        if self._is_called(word):
            return word.pos == "PROPN"
        free = mention is None or mention.kind in ("place", *_OPEN)
        return free and case(word) in self._words.static and self._is_known(word.text)

    def _qualifies_place(self, adjective: Word) -> bool:
        """True for "Libyan" in "Libyan territory"; "the Libyan capital" is one place as a whole."""
        noun = adjective.head
        if adjective.relation not in ("amod", "compound") or noun is None or noun.lemma in self._words.capital:
            return False
        return noun.pos == "NOUN" and noun.mention_type == "place"

    def _is_known(self, name: str) -> bool:
        """True for the name of a place that many know: a village has its name from anything."""
        return any(site.population >= WELL_KNOWN for site in self._gazetteer.find(name))

    def _of_origin(self, adjective: Word, text: str) -> bool:
        """True for "Libyan" in "Libyan officials": the country something belongs to; not for a language or a people."""
        noun = adjective.head
        while noun is not None and adjective.relation == "conj" and noun.pos == "ADJ":
            adjective, noun = noun, noun.head
        if adjective.relation not in ("amod", "compound") or noun is None or noun.pos not in ("NOUN", "PROPN"):
            return False
        if noun.lemma in self._words.capital or noun.lemma in self._words.spoken:
            return False
        known = self._countries
        return known.by_adjective(text) is not None or text.lower() in known.readings["world"]

    def _text(self, name: Name) -> str:
        start, end = self._tree.span(name.first, name.last)
        return self._tree.text[start:end]

    def _with_direction(self, name: Name, taken: int) -> int:
        """The first word of a place's mention, with "western" before the name."""
        words, first = self._tree.words, name.first
        while (
            first > taken
            and words[first - 1].lower in self._words.directions
            and words[first - 1].name != words[first].name
        ):
            first -= 1
        return first


def _is_seat(word: Word) -> bool:
    """True for "the capital" as a city without its name; not for money, nor for "the capital Dushanbe"."""
    if any(child.pos == "PROPN" and child.dep in ("appos", "flat", "nmod:desc") for child in word.children):
        return False
    if word.head is not None and word.head.pos == "PROPN" and word.relation in ("compound", "nmod") and not case(word):
        return False
    return any(child.lower in _ITS or child.dep == "nmod:poss" for child in word.children)


def _first_of(noun: Word, taken: int) -> int:
    """The first word of "the Sudanese capital", without a preposition."""
    before = [child.i for child in noun.children if child.i < noun.i and child.relation in ("det", "amod", "nmod")]
    return max(min(before, default=noun.i), taken)
