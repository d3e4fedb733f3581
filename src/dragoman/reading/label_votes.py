"""What the rest of a report says of a name's label: one name is one kind of thing all through a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from dragoman.lexicon.metonyms import Metonyms
from dragoman.ontology.countries import Match, load_countries
from dragoman.ontology.names import same_token
from dragoman.reading.gazetteer import country_of_place, is_town
from dragoman.reading.metonymy import speaks
from dragoman.reading.tree import Word, case, child, children
from dragoman.reading.vocabulary import ActorWords

MAX_ACRONYM = 6
"""Letters of the longest word in capitals that is taken for an acronym."""
PORTFOLIOS = frozenset({"minister", "secretary"})
"""Offices that a word before them gives a field: "Defense Secretary", "Interior Minister"."""
_ACTOR_LABELS = frozenset({"PERSON", "ORG", "LOC", "NORP"})
_IN_PLACES = frozenset({"in", "near", "at", "outside", "inside", "around", "to", "into"})
_ONLY_PLACES = frozenset({"into", "out of", "outside of"})
_PLACE_NOUNS = frozenset(
    {"town", "city", "village", "province", "region", "district", "port", "island", "suburb", "county", "valley"}
)
_HUMAN = frozenset({"die", "marry", "resign", "retire"})  # what no town does
_FOLLOWING = frozenset({("to", "loyal"), ("by", "lead"), ("by", "command")})  # "forces *loyal to* Osei"
_CONCLUSIVE = 20  # votes that no number of the model's labels in one report outweighs


class LabelVotes:
    """Evidence for each label by the last word of a name.

    A title before it, a given name in it, the model's mention type and its label count. What a full name shows to be a
    person's holds for the surname alone.

    Args:
        words: of the whole report.
        vocabulary: titles and given names.
        spans: names ``(first, last, label)``.
        surnames: words that are the surname of a known person.
    """

    def __init__(
        self,
        words: Sequence[Word],
        vocabulary: ActorWords,
        spans: Sequence[tuple[int, int, str]],
        surnames: Collection[int] = (),
    ) -> None:
        self._surnames = surnames
        self._words = words
        self._metonyms = vocabulary.metonyms
        self._personal = vocabulary.persons
        self._full: set[str] = set()
        self._given: set[str] = set()
        given = vocabulary.persons.gender
        votes: dict[str, Counter[str]] = {}
        for first, last, label in spans:
            if label not in _ACTOR_LABELS:
                continue
            tally = votes.setdefault(words[last - 1].lower, Counter())
            tally[label] += 1
            full = last - first > 1
            if label == "PERSON" and (full or is_titled(words, first, vocabulary)):
                self._full.add(words[last - 1].lower)
                if full:
                    self._given.add(words[first].lower)
            if is_titled(words, first, vocabulary):
                tally["PERSON"] += _CONCLUSIVE
            elif full and label == "PERSON":
                tally["PERSON"] += 2 if words[first].lower not in given else _CONCLUSIVE
            elif full and label == "LOC" and words[first].lower in given:
                tally["PERSON"] += 2
            if _is_who(words, last):
                tally["PERSON"] += _CONCLUSIVE  # "Dayton, who was a diver"
            head = head_of(words, first, last)
            if head.mention_type == "person" and label != "NORP":
                tally["PERSON"] += 1
            elif label != "ORG" and case(head) in _IN_PLACES:
                tally["LOC"] += 2
            if not full and (case(head) in _ONLY_PLACES or _comes_out_of(words, first)):
                tally["LOC"] += _CONCLUSIVE // 2  # "pulled out of Obigarm"
            if head.head is not None and head.head.lemma in _PLACE_NOUNS and head.relation in ("nmod", "appos"):
                tally["LOC"] += 3  # "the town of Obigarm"
        self._votes = votes
        self._persons = [name for name, vote in votes.items() if vote["PERSON"] >= _CONCLUSIVE]

    def settle(self, first: int, last: int, label: str) -> str:
        """The label after the report's other evidence on names of the same last word."""
        text = self._words[last - 1].text
        single = last - first == 1
        if single and text.isupper() and text.isalpha() and 1 < len(text) <= MAX_ACRONYM:
            if text.lower() in self._persons:
                return "PERSON"  # "OSEI: I will not", below "Foreign Secretary Jane Osei"
            return "ORG" if label == "PERSON" else label
        if label == "PERSON" and single and (self._is_group(first) or self._is_people(first)):
            return "NORP"
        if label in ("LOC", "ORG") and self._words[last - 1].text.endswith("s") and self._are_people(first, last):
            return "NORP"
        if label == "PERSON" and single and self._is_town(first):
            return "LOC"
        if single and label != "PERSON" and self._is_somebody(first, label):
            return "PERSON"
        if single and label in ("LOC", "ORG") and (self._is_misspelled_person(first) or self._is_given_name(first)):
            return "PERSON"
        vote = self._votes.get(text.lower())
        if vote is None or label == "EVENT":
            return label
        most = max(vote.values())
        if label != "PERSON" and vote["PERSON"] >= most:
            doubtful = label == "LOC" and vote["LOC"] == most and not speaks(self._words[last - 1], self._metonyms)
            return "LOC" if doubtful and is_town(self._text(first, last)) else "PERSON"
        if label == "PERSON" and single and vote["PERSON"] * 2 < most:
            return max(sorted(vote), key=lambda key: vote[key])
        if label in ("ORG", "LOC") and vote["ORG"] != vote["LOC"]:
            return "ORG" if vote["ORG"] > vote["LOC"] else "LOC"
        return label

    def _text(self, first: int, last: int) -> str:
        return " ".join(word.text for word in self._words[first:last])

    def _is_misspelled_person(self, index: int) -> bool:
        """Whether a single name spells a surname otherwise that is surely a person's: "Njorroge", "Njoroge"."""
        word = self._words[index]
        if case(word) in _IN_PLACES or word.lower in self._persons:
            return False
        return any(name[0] == word.lower[0] and same_token(name, word.text) for name in self._persons)

    def _is_somebody(self, index: int, label: str) -> bool:
        """Whether a single name that is no place's is of a known person, or of whom only a person's fate is told."""
        word = self._words[index]
        vote = self._votes.get(word.lower, Counter())
        if word.relation in ("compound", "amod") or country_of_place(word.text) is not None:
            return False
        lower = word.text[1:].islower()
        if lower and word.head is not None and (case(word), word.head.lemma) in _FOLLOWING:
            return True
        if case(word) in _IN_PLACES or vote["LOC"] >= _CONCLUSIVE // 4:
            return False
        suffers = word.dep in ("obj", "nsubj:pass") and word.head is not None and lower
        fate = suffers and word.head is not None and word.head.lemma in self._metonyms.personal_verbs
        people = word.lower.endswith("s") or word.lower in self._personal.peoples or label == "NORP"
        return index in self._surnames or (fate and not people and not children(word, "det", "flat", "nmod"))

    def _is_given_name(self, index: int) -> bool:
        """Whether a single name that is no place's is the first of somebody named in full: "Arunny", "Arunny Keo"."""
        word = self._words[index]
        known = word.lower in self._given and self._votes[word.lower]["LOC"] < _CONCLUSIVE // 4
        return known and case(word) not in _IN_PLACES and country_of_place(word.text) is None

    def _is_town(self, index: int) -> bool:
        """Whether a bare name that nobody in the report bears as a surname is a town: "Sirte fell", "besieged Sirte".

        What falls or is taken may be small. Who is told to say something is none: "Jackson said the deal was off".
        """
        word = self._words[index]
        if word.lower in self._full or word.head is None or word.head.lemma in _HUMAN:
            return False
        if self._votes[word.lower]["PERSON"] >= _CONCLUSIVE:
            return False
        if is_taken(word, self._metonyms):
            common = word.lower in self._personal.gender or word.lower in self._personal.common_surnames
            return not common and is_town(word.text)
        if word.relation != "nsubj":
            return False
        if speaks(word, self._metonyms) and child(word.head, "ccomp", "parataxis") is not None:
            return False
        return country_of_place(word.text) is not None

    def _is_people(self, index: int) -> bool:
        """Whether a name is that of a people, and nobody in the report bears it: "Karen rebels", "the Karen army"."""
        word = self._words[index]
        if word.lower.removesuffix("s") not in self._personal.peoples or word.lower in self._full | self._given:
            return False
        plural = word.lower.endswith("s") and index > 0 and self._words[index - 1].lower in ("the", "ethnic")
        return plural or (word.relation in ("compound", "amod") and word.head is not None and word.head.pos == "NOUN")

    def _are_people(self, first: int, last: int) -> bool:
        """Whether a name is of people of some land and no land itself: "West Africans"."""
        countries, text = load_countries(), self._text(first, last)
        return countries.is_plural(text) and countries.by_name(text) is None

    def _is_group(self, index: int) -> bool:
        """Whether a single name is a plural with an article: "the Houthis", "the Greens"."""
        word = self._words[index]
        plural = word.feats.get("Number") == "Plur" or word.text.endswith("s")
        return plural and index > 0 and self._words[index - 1].lower == "the"


def _is_who(words: Sequence[Word], last: int) -> bool:
    """Whether ", who" stands behind a name: a person's, or of people that count as ones."""
    if [word.lower for word in words[last : last + 2]] != [",", "who"]:
        return False
    clause = words[last + 1].head
    return clause is not None and clause.head is not None and clause.dep == "acl:relcl" and clause.head.i < last


def _comes_out_of(words: Sequence[Word], first: int) -> bool:
    """Whether "out of" stands before a name, whatever the tree makes of it."""
    return first > 1 and words[first - 1].lower == "of" and words[first - 2].lower == "out"


def head_of(words: Sequence[Word], first: int, last: int) -> Word:
    """The word of ``[first, last)`` that hangs on a word outside; the first if there is none."""
    for word in words[first:last]:
        if (word.head is None or not first <= word.head.i < last) and word.pos != "PUNCT":
            return word
    return words[first]


def is_taken(word: Word, metonyms: Metonyms) -> bool:
    """Whether what is told of a name is told of land: that it fell, or was stormed."""
    verb = word.head
    if verb is None or verb.pos != "VERB":
        return False
    if word.dep == "nsubj":
        return verb.lemma == "fall" and child(verb, "xcomp") is None
    return word.dep in ("obj", "nsubj:pass") and verb.lemma in metonyms.land_verbs


def is_titled(words: Sequence[Word], first: int, vocabulary: ActorWords) -> bool:
    """Whether a title stands directly before a name, or one in the plural before the first of a row of them."""
    head = words[first]
    if head.relation == "conj" and head.head is not None and head.head.i < first:
        title = words[head.head.i - 1] if head.head.i else None  # "Presidents Osei of Ghana and Mwangi of Kenya"
        return title is not None and title.lemma != title.lower and title.lemma in vocabulary.titles.titles
    before = words[first - 1] if first else None
    return before is not None and before.pos in ("NOUN", "PROPN") and before.lemma in vocabulary.titles.titles


def before_office(words: Sequence[Word], first: int, last: int, vocabulary: ActorWords) -> int:
    """Where a name ends without a word that is half of the office behind it: no body is "Home" of "Home Secretary".

    A word for a body stays, since the office is one in that body: "Party Secretary".
    """
    if last >= len(words) or last == first or words[last].sentence != words[last - 1].sentence:
        return last
    inner, outer = words[last - 1].lower, words[last].lower
    field = vocabulary.organizations.domains.get(inner)
    halved = outer in PORTFOLIOS and (f"{inner} {outer}" in vocabulary.titles.titles or field is not None)
    return last - 1 if halved and inner not in vocabulary.organizations.bodies else last


def before_own_office(
    words: Sequence[Word], first: int, last: int, country: Match | None, vocabulary: ActorWords
) -> int:
    """Where a name of a body ends that is nothing but an office, with a country or not: "US Secretary of State"."""
    office = first if country is None else first + country.length
    title = " ".join(word.lower for word in words[office:last])
    return office if title in vocabulary.titles.titles and not PORTFOLIOS.isdisjoint(title.split()) else last
