"""What each nominal looks like: the numbers from which chains are scored.

All is taken from the tree and from what the layers before have read (actors, times, places, voices). ``OWN`` names the
columns of a nominal by itself; ``IDS`` what two nominals are compared by in :mod:`.likeness`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, count

import numpy as np
from numpy.typing import NDArray

from dragoman.reading.columns import Truths
from dragoman.reading.draft import Cast, Mention, Place, Testimony, Time
from dragoman.reading.nominals import DEMONSTRATIVES, Nominal
from dragoman.reading.tree import Sentence, Tree, Word

Integers = NDArray[np.int64]

PERSONS = {
    "i": "I", "me": "I", "my": "I", "mine": "I", "myself": "I",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
    "you": "you", "your": "you", "yours": "you", "yourself": "you", "yourselves": "you",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they", "themself": "they",
    "this": "this", "that": "that", "these": "these", "those": "these",
}  # fmt: skip
FORMS = ("named", "nominal", "I", "we", "you", "he", "she", "it", "they", "this", "that", "these", "else")
TYPES = ("", "person", "organization", "place", "event", "time", "object", "abstract", "substance", "animal", "plant")
_DETERMINERS = ("the", "a", "this", "possessor", "number", "quantifier", "bare", "none")
_RELATIONS = (
    "nsubj", "nsubj:pass", "obj", "obl", "nmod", "nmod:poss", "compound", "conj", "appos", "root", "parataxis", "dep",
    "vocative", "advmod", "flat", "expl", "",
)  # fmt: skip
_NUMBERS = ("", "Sing", "Plur")
_GENDERS = ("", "male", "female", "neuter")
_LENGTHS = (2, 3, 5, 9)
_COUNTS = (2, 4)
_FLAGS = (
    "reflexive", "clause", "of", "quoted", "capital", "actor", "metonym", "time", "place", "digits", "in a name",
    "opens sentence", "first sentence", "predicate", "asks",
)  # fmt: skip

OWN = (
    *(f"form {form}" for form in FORMS),
    *(f"type {kind}" for kind in TYPES),
    *(f"determiner {determiner}" for determiner in _DETERMINERS),
    *(f"relation {relation}" for relation in _RELATIONS),
    *(f"number {number}" for number in _NUMBERS),
    *(f"gender {gender}" for gender in _GENDERS),
    *(f"words {length}" for length in _LENGTHS),
    *(f"told {count}" for count in _COUNTS),
    *(f"told so {count}" for count in _COUNTS),
    *(f"wordings {count}" for count in _COUNTS),
    *_FLAGS,
)
IDS = (
    "first", "last", "head", "sentence", "paragraph", "lemma", "string", "form", "number", "gender", "type", "actor",
    "time", "place", "country", "voice", "speaker", "governor", "words", "modifiers", "name", "tail", "acronym",
    "initials", "owner", "owning", "relation", "apposed", "subject", "pronoun", "asks",
    "animate",
)  # fmt: skip
_COLUMN = {name: index for index, name in enumerate(OWN)}
_FLAG_COLUMNS = tuple(_COLUMN[flag] for flag in _FLAGS)
_NUMBER_COLUMNS = tuple(_COLUMN[f"number {number}"] for number in _NUMBERS)
_GENDER_COLUMNS = tuple(_COLUMN[f"gender {gender}"] for gender in _GENDERS)
_LENGTH_COLUMNS = tuple((length, _COLUMN[f"words {length}"]) for length in _LENGTHS)
_FORM = {form: (index, _COLUMN[f"form {form}"]) for index, form in enumerate(FORMS)}
_TYPE = {kind: (index, _COLUMN[f"type {kind}"]) for index, kind in enumerate(TYPES)}
_RELATION = {relation: (index, _COLUMN[f"relation {relation}"]) for index, relation in enumerate(_RELATIONS)}
_DETERMINER = {determiner: _COLUMN[f"determiner {determiner}"] for determiner in _DETERMINERS}
_NUMBER_OF = {"Sing": 1, "Plur": 2, "Ptan": 2, "Coll": 1}
_NUMBER_OF_FORM = {"I": 1, "he": 1, "she": 1, "it": 1, "this": 1, "that": 1, "we": 2, "they": 2, "these": 2}
_GENDER_OF_FORM = {"he": 1, "she": 2, "it": 3}
_GENDER_WORDS = {
    **dict.fromkeys(
        ["mr.", "mr", "sir", "lord", "king", "prince", "man", "boy", "father", "son", "brother", "husband"], 1
    ),
    **dict.fromkeys(
        [
            "mrs.",
            "mrs",
            "ms.",
            "ms",
            "lady",
            "queen",
            "princess",
            "miss",
            "woman",
            "girl",
            "mother",
            "daughter",
            "sister",
            "wife",
        ],
        2,
    ),
}
_ANIMATE = {
    **dict.fromkeys(("I", "we", "you", "he", "she", "person"), 1),
    **dict.fromkeys(("it", "this", "that", "organization", "place", "event", "time", "object", "abstract"), 2),
    **dict.fromkeys(("substance", "plant"), 2),
}
_QUANTIFIERS = frozenset({"many", "several", "few", "most", "another", "other", "both", "such", "all"})
_SMALL = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "'s", "’s", "of", "in", "on", "for", "to", "and"]
)
_MODIFYING = frozenset({"amod", "compound", "nummod", "flat"})
_CONTENT = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB", "PRON", "X", "SYM", "ADV"})
_MASK_BITS = 63


@dataclass(frozen=True, slots=True)
class Looks:
    """One row a nominal: ``own`` ``(n, len(OWN))``; ``ids`` maps each of ``IDS`` to ``(n,)`` whole numbers.

    Ids are equal where what they stand for is equal, and 0 (or -1 for positions and actors) where there is nothing.
    "words", "modifiers", "name" and "tail" are sets of lemmas as bits: two lemmas share a bit now and then.
    """

    own: Truths
    ids: dict[str, Integers]


def look_at(
    tree: Tree,
    nominals: Sequence[Nominal],
    cast: Cast,
    times: Sequence[Time],
    places: Sequence[Place],
    testimony: Testimony,
) -> Looks:
    """The looks of the nominals of a report, in their order."""
    looker = _Looker(tree, cast, times, places, testimony)
    rows = [looker.row(nominal) for nominal in nominals]
    own = np.zeros((len(rows), len(OWN)), np.bool_)
    table = np.array([row for row, _ in rows], np.int64).reshape(len(rows), len(IDS))
    ids = {name: table[:, index].copy() for index, name in enumerate(IDS)}
    own[
        [index for index, (_, columns) in enumerate(rows) for _ in columns],
        [column for _, columns in rows for column in columns],
    ] = 1
    for name, counts in _counts(ids).items():
        for least in _COUNTS:
            own[:, _COLUMN[f"{name} {least}"]] = counts >= least
    return Looks(own, ids)


def _counts(ids: dict[str, Integers]) -> dict[str, Integers]:
    """How often the report has each head and each wording, and how many wordings it has with that head."""
    lemmas = ids["lemma"].tolist()
    wordings = list(zip(lemmas, ids["string"].tolist(), strict=True))
    told, told_so = Counter(lemmas), Counter(wordings)
    kinds = Counter(lemma for lemma, _ in told_so)
    return {
        "told": np.array([told[lemma] for lemma in lemmas], np.int64),
        "told so": np.array([told_so[wording] for wording in wordings], np.int64),
        "wordings": np.array([kinds[lemma] for lemma in lemmas], np.int64),
    }


class _Looker:
    """Describes nominals one by one; numbers lemmas, names and values as it meets them."""

    def __init__(
        self, tree: Tree, cast: Cast, times: Sequence[Time], places: Sequence[Place], testimony: Testimony
    ) -> None:
        self._words = tree.words
        self._sentences = tree.sentences
        self._cast = cast
        self._voice_of = testimony.voice_of
        self._speakers = [-2 if voice.actor is None else voice.actor for voice in testimony.voices]
        self._numbers: defaultdict[object, int] = defaultdict(count(1).__next__)
        self._lemmas = [self._numbers[word.lower if word.pos == "PROPN" else word.lemma] for word in tree.words]
        self._bits = [
            1 << (lemma % _MASK_BITS) if word.pos in _CONTENT and word.lower not in _SMALL else 0
            for word, lemma in zip(tree.words, self._lemmas, strict=True)
        ]
        self._capitals = [word.text[0] if word.text[0].isupper() else "" for word in tree.words]
        self._time_of = {
            word: self._numbers["time", time.value] for time in times for word in range(time.span[0], time.span[1])
        }
        self._place_of = {
            place.head: self._numbers["place", place.name.lower().removeprefix("the ")] for place in places
        }
        self._genders = self._actor_genders()
        self._asking = _asking(tree)

    def _actor_genders(self) -> dict[int, int]:
        found: dict[int, int] = {}
        for mention in self._cast.mentions:
            gender = _GENDER_OF_FORM.get(PERSONS.get(self._words[mention.head].lower, ""), 0)
            if mention.actor is not None and gender in (1, 2):
                found.setdefault(mention.actor, gender)
        return found

    def row(self, nominal: Nominal) -> tuple[tuple[int, ...], list[int]]:
        """The ids of a nominal in the order of ``IDS``, and the columns of ``OWN`` that hold for it."""
        word = nominal.head
        is_pronoun = nominal.form == "pronoun"
        form = PERSONS.get(word.lower, "else") if is_pronoun else nominal.form
        mention = self._cast.mention_at(word.i)
        actor = -1 if mention is None or mention.actor is None else mention.actor
        sentence = self._sentences[word.sentence]
        words, modifiers, name, tail, string = self._contents(nominal)
        determiner, owner = ("none", -1) if is_pronoun else _determiner(word)
        number = _NUMBER_OF_FORM.get(form) or _NUMBER_OF.get(word.feats.get("Number", ""), 0)
        gender = _GENDER_OF_FORM.get(form) or _gender(word) or self._genders.get(actor, 0)
        time, place = self._time_of.get(word.i, 0), self._place_of.get(word.i, 0)
        voice = self._voice_of[word.i]
        relation = _RELATION.get(word.dep) or _RELATION.get(word.relation) or _RELATION[""]
        asks = sentence.paragraph in self._asking
        governor = word.head
        on = [
            _FORM[form][1],
            _TYPE[nominal.type][1],
            _DETERMINER[determiner],
            relation[1],
            _NUMBER_COLUMNS[number],
            _GENDER_COLUMNS[gender],
        ]
        on.extend(column for length, column in _LENGTH_COLUMNS if nominal.last - nominal.first >= length)
        relations = {child.dep for child in word.children}
        subject = _subject(word) if "cop" in relations else -1
        self._flags(on, nominal, mention, sentence, relations, (voice, time, place, asks))
        ids = (
            nominal.first,
            nominal.last,
            word.i,
            word.sentence,
            sentence.paragraph,
            self._lemmas[word.i],
            string,
            _FORM[form][0],
            number,
            gender,
            _TYPE[nominal.type][0],
            actor,
            time,
            place,
            self._numbers["country", mention.country] if mention is not None and mention.country else 0,
            voice,
            self._speakers[voice],
            -1 if governor is None else governor.i,
            words,
            modifiers,
            name,
            tail,
            *self._letters(nominal),
            owner,
            self._owning(owner),
            relation[0],
            governor.i if governor is not None and word.dep == "appos" else -1,
            subject,
            _FORM[form][0] if is_pronoun else 0,
            int(asks),
            _ANIMATE.get(form) or _ANIMATE.get(nominal.type, 0),
        )
        return ids, on

    def _flags(
        self,
        on: list[int],
        nominal: Nominal,
        mention: Mention | None,
        sentence: Sentence,
        relations: set[str],
        marks: tuple[int, int, int, bool],
    ) -> None:
        word = nominal.head
        voice, time, place, asks = marks
        told = (
            word.lower.endswith(("self", "selves")),
            "acl" in relations or "acl:relcl" in relations,
            "nmod" in relations,
            voice > 0,
            nominal.form != "pronoun" and word.text[0].isupper(),
            mention is not None and mention.actor is not None,
            mention is not None and mention.metonym,
            time > 0,
            place > 0,
            not word.text.isalpha() and any(letter.isdigit() for letter in word.text),
            word.dep in ("compound", "nmod") and word.head is not None and word.head.pos == "PROPN",
            nominal.first <= sentence.first + 1,
            word.sentence == 0,
            "cop" in relations,
            asks,
        )
        on.extend(compress(_FLAG_COLUMNS, told))

    def _contents(self, nominal: Nominal) -> tuple[int, int, int, int, int]:
        """Lemmas as bits (of all, of the head's modifiers, of names, of what follows the head), and the wording."""
        head = nominal.head
        bits = self._bits
        words = names = tail = 0
        wording = []
        for index in range(nominal.first, nominal.last):
            bit = bits[index]
            if bit:
                word = self._words[index]
                wording.append(word.lower)
                words |= bit
                if word.pos == "PROPN":
                    names |= bit
                if index > head.i and not (word.head is head and word.dep in _MODIFYING):
                    tail |= bit
        modifiers = 0
        for child in head.children:
            if child.dep in _MODIFYING:
                modifiers |= bits[child.i]
        return words, modifiers, names, tail, self._numbers[" ".join(wording)]

    def _letters(self, nominal: Nominal) -> tuple[int, int]:
        """Numbers of the acronym that the head is, and of the initials that the phrase has; 0 for none."""
        text = nominal.head.text
        acronym = self._numbers["letters", text.replace(".", "")] if len(text) > 1 and text.isupper() else 0
        if nominal.last - nominal.first < 2:
            return acronym, 0
        letters = "".join(self._capitals[nominal.first : nominal.last])
        return acronym, self._numbers["letters", letters] if len(letters) > 1 else 0

    def _owning(self, owner: int) -> int:
        """A number for whose it is: of the actor, else of the owner's word; 0 for nobody's."""
        if owner < 0:
            return 0
        actor = self._cast.actor_at(owner)
        return self._numbers["owner", self._words[owner].lemma if actor is None else actor]


def _determiner(word: Word) -> tuple[str, int]:
    """What determines a noun, and the word that heads its possessor or -1."""
    for child in word.children:
        if child.i > word.i:
            break
        if child.dep == "nmod:poss":
            return "possessor", child.i
        if child.dep == "det":
            lower = child.lower
            if lower == "the":
                return "the", -1
            if lower in ("a", "an"):
                return "a", -1
            return ("this" if lower in DEMONSTRATIVES else "quantifier"), -1
        if child.dep == "nummod":
            return "number", -1
        if child.lower in _QUANTIFIERS:
            return "quantifier", -1
    return "bare", -1


def _subject(word: Word) -> int:
    """The subject of a nominal that is a predicate ("Water is the killer"), -1 where it stands nowhere."""
    return next((child.i for child in word.children if child.relation == "nsubj"), -1)


def _gender(word: Word) -> int:
    """The gender that a noun or the title before a name says, 0 for none."""
    found = _GENDER_WORDS.get(word.lower, 0)
    if not found:
        for child in word.children:
            if child.i < word.i and child.lower in _GENDER_WORDS and child.dep != "nmod:poss":
                return _GENDER_WORDS[child.lower]
    return found


def _asking(tree: Tree) -> set[int]:
    """Paragraphs that end in a question: who asks there answers elsewhere."""
    last: dict[int, str] = {}
    for sentence in tree.sentences:
        if sentence.last > sentence.first:
            last[sentence.paragraph] = tree.words[sentence.last - 1].text
    return {paragraph for paragraph, text in last.items() if text == "?"}
