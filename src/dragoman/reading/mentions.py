"""Mentions: every word group of a report that may refer to an actor or a place, and what its own words say.

Found are names, noun phrases headed by a noun of persons, bodies or places (by the lexicon, else by the language
model's mention type), pronouns, and adjectives of nationality that stand for a government ("Egyptian criticism").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.knowledge.index import Dated, Found
from dragoman.language.short_forms import spelled_out
from dragoman.lexicon.outlets import load_outlets
from dragoman.ontology.countries import Match, load_countries
from dragoman.reading.amounts import number_of, number_words
from dragoman.reading.descriptions import own_countries
from dragoman.reading.known_spans import Standing
from dragoman.reading.named import Named, NameReader
from dragoman.reading.named_phrases import NamedPhrases
from dragoman.reading.nominal_phrases import NominalPhrases
from dragoman.reading.phrases import NATIONAL, Phrase
from dragoman.reading.tree import Tree, Word, case, child, children
from dragoman.reading.vocabulary import ActorWords
from dragoman.record import Kind

_PRONOUNS = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
    "who": "who", "whom": "who", "whose": "whose", "which": "which", "that": "which",
    "i": "I", "me": "I", "my": "I", "mine": "I", "myself": "I",
    "we": "we", "us": "we", "our": "we", "ours": "we", "ourselves": "we",
}  # fmt: skip
_CHANNELS = frozenset({"cable", "email", "e-mail", "fax", "letter", "mail", "phone", "radio", "telephone", "telex"})
_SHARES_OF_THEM = frozenset({"few", "many", "most", "several", "some"})
_DOZENS = frozenset({"dozen", "hundred", "score", "thousand"})
_NUMBER_WORDS = frozenset({"one", "another", "other", "both"})
_AGENT_TYPES = frozenset({"person", "organization"})
_ARGUMENTS = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl:agent"})
_MATCH_KINDS: dict[str, Kind] = {
    "organization": "organization", "demonym": "population", "adjective": "population", "name": "country",
    "seat": "country",
}  # fmt: skip


def find_mentions(
    tree: Tree, vocabulary: ActorWords, publishers: Sequence[str] = (), knowledge: Dated | None = None
) -> list[Phrase]:
    """All mentions of a tree, in the order of their first word, the longer first.

    Args:
        tree: the report's words.
        vocabulary: lexicon themes.
        publishers: names of outlets that the report's head matter gives.
        knowledge: known bodies and groups.
    """
    return _MentionFinder(tree, vocabulary, publishers, knowledge).find()


class _MentionFinder(NamedPhrases, NominalPhrases):
    """Gathers all phrases of one tree."""

    def __init__(self, tree: Tree, vocabulary: ActorWords, publishers: Sequence[str], knowledge: Dated | None) -> None:
        super().__init__(tree, vocabulary)
        self._publishers = publishers
        self._bodies: Mapping[int, tuple[int, Found]] = {}
        self._persons: Mapping[int, int] = {}
        self._surnames: frozenset[int] = frozenset()
        if knowledge is not None:
            forms = spelled_out([word.text for word in tree.words])
            lowers = [form.lower() for form in forms]
            self._bodies = knowledge.bodies_in(lowers, forms)
            self._persons = knowledge.persons_in(lowers, forms)
            self._surnames = knowledge.surnames_in(lowers, forms)

    def find(self) -> list[Phrase]:
        outlets = load_outlets()
        known = Standing(self._bodies, self._persons, self._surnames)
        names = NameReader(self._tree, self._vocabulary, outlets, self._matches, known, self._publishers).read()
        inside = {index for name in names for index in range(name.first, name.last)}
        for index in self._matches:
            self._add_national(self._words[index])
        for name in names:
            if name.last - name.first > 1 or name.first not in self._covered:
                self._add_name(name)
        for index, match in self._matches.items():
            if index not in inside and index not in self._covered:
                self._add_country_word(index, match)
        for phrase in self._found:
            self._share_titles(phrase)
        for phrase in self._found:
            self._country_of_name(phrase)
        for word in self._words:
            if word.i in self._covered or self._is_second_half(word) or _is_medium(word):
                continue
            if (word.pos == "NUM" and counts_people(word)) or _are_dozens(word):
                self._add_number(word)
            elif word.lower in ("former", "latter") and _stands_for_one(word):
                self._settle(
                    Phrase(word, word.i - 1, word.i + 1, "pronoun", "other", pronoun=word.lower, definite=True)
                )
            elif word.pos in ("PRON", "DET") or (word.pos == "NUM" and word.relation in ("nsubj", "obj")):
                self._add_pronoun(word)
            elif word.pos in ("NOUN", "PROPN") or (word.pos == "ADJ" and word.mention_type in _AGENT_TYPES):
                self._add_nominal(word)
        for phrase in self._found:
            self._country_of_institution(phrase)
        self._found.sort(key=lambda phrase: (phrase.first, -phrase.last, phrase.head.i))
        return self._found

    def _share_titles(self, phrase: Phrase) -> None:
        """Let a title in the plural be that of every name in a row: "*Senators* Ana Prado and Luis Mena"."""
        governor = phrase.head.head if phrase.head.relation == "conj" else None
        first = None if governor is None else self._covered.get(governor.i)
        if first is None or first is phrase or phrase.titles or not (first.name and phrase.name):
            return
        if first.kind != "person" or phrase.kind != "person":
            return
        shared = [use for use in first.titles if _is_plural(self._words[use.span[0] : first.head.i])]
        if shared:
            phrase.titles = [replace(use, of=None, body=-1) for use in shared]
            phrase.sectors = phrase.sectors or first.sectors
            if not children(first.head, "nmod") and not children(phrase.head, "nmod"):
                phrase.country = phrase.country or first.country  # "Peruvian generals A and B"

    def _country_of_institution(self, phrase: Phrase) -> None:
        """Take the country of the institution that people are told of as being of: "inmates of a Peruvian jail"."""
        owner = self._covered.get(phrase.owner)
        if phrase.country is None and phrase.kind == "population" and owner is not None and owner.form == "nominal":
            self._country_of_owner(phrase)

    def _is_second_half(self, word: Word) -> bool:
        """Whether a noun ends a word with a hyphen, and names nobody by itself: the general of "secretary-general"."""
        return word.relation == "flat" and word.pos == "NOUN" and self._words[word.i - 1].text == "-"

    def _is_lone_acronym(self, match: Match, index: int) -> bool:
        """Whether a body's acronym stands among words in lower case, whatever word it looks like: "WHO officials"."""
        beside = [self._words[at].text for at in (index - 1, index + match.length) if 0 <= at < len(self._words)]
        shouted = any(len(text) > 1 and text.isupper() for text in beside)
        return match.kind == "organization" and self._words[index].text.isupper() and not shouted

    def _add_country_word(self, index: int, match: Match) -> None:
        word = self._words[index + match.length - 1]
        if match.kind == "adjective" and (
            word.pos not in ("PROPN", "NOUN") or word.relation in ("amod", "compound", "flat", "conj")
        ):
            self._add_adjective(self._words[index], match)
            return
        if match.kind == "world" or (word.pos not in ("PROPN", "NOUN") and not self._is_lone_acronym(match, index)):
            return
        head = self._words[index]
        for inner in self._words[index : index + match.length]:
            if inner.head is None or not index <= inner.head.i < index + match.length:
                head = inner
                break
        kind = _MATCH_KINDS.get(match.kind, "place")
        self._add_name(Named(index, index + match.length, "LOC", kind, head, match))

    def _add_adjective(self, word: Word, match: Match) -> None:
        """A nationality before a noun that is no actor stands for the country's government: "Egyptian criticism"."""
        noun = word.head
        while noun is not None and noun.pos == "ADJ" and noun.relation in ("amod", "conj"):
            noun = noun.head
        if (
            noun is None
            or noun.pos not in ("NOUN", "PROPN")
            or word.relation not in ("amod", "compound", "nmod", "conj")
            or noun.i < word.i
        ):
            return
        if noun.mention_type in _AGENT_TYPES or noun.i in self._covered or self._names_actor(noun):
            return
        hyphened = word.i + 1 < len(self._words) and self._words[word.i + 1].text == "-"
        if hyphened or next(own_countries(self._words, self._matches, word.i, word.i + 1), None) is None:
            return
        last = word.i + match.length
        acting = noun.mention_type in ("event", "abstract") and noun.lemma not in self._vocabulary.metonyms.nation_nouns
        self._settle(
            Phrase(word, word.i, last, "named", "country", name="", country=match.code, metonym=acting, adjective=True)
        )

    def _add_national(self, word: Word) -> None:
        """A person told of by nationality alone, who is somebody told of before: "*the Venezuelan* denied it"."""
        match, article = self._matches[word.i], child(word, "det")
        if match.kind != "adjective" or match.length > 1 or article is None or article.lower != "the":
            return
        alone = all(one is article or one.relation == "punct" for one in word.children)
        several = word.feats.get("Number") == "Plur" or load_countries().is_plural(word.text)
        if several or not alone or word.dep not in _ARGUMENTS or word.mention_type not in ("person", ""):
            return
        phrase = Phrase(word, article.i, word.i + 1, "nominal", "person", noun=NATIONAL, definite=True)
        phrase.country = match.code
        self._settle(phrase)

    def _add_number(self, word: Word) -> None:
        """People told of by their number alone: "the nine were freed", "all three fled", "23 were held"."""
        first = max([self._first[word.i], *(one.i + 1 for one in children(word, "case"))])  # not at "of"
        phrase = Phrase(word, first, word.i + 1, "nominal", "population", plural=True)
        self._determine(phrase, word)
        taken_up = phrase.definite or any(mark.lower == "all" for mark in word.children)
        phrase.indefinite = not taken_up
        self._as_people(phrase, "people")
        self._settle(phrase)

    def _add_pronoun(self, word: Word) -> None:
        pronoun = _PRONOUNS.get(word.lower, "")
        if word.lower in _SHARES_OF_THEM and word.relation == "nsubj" and not word.children:
            # "Thousands marched. *Some* burned a flag": of those just told of
            self._settle(Phrase(word, word.i, word.i + 1, "pronoun", "other", pronoun="they", plural=True))
            return
        two = word.lower == "both" or (word.lower == "each" and word.relation == "nsubj")
        if two and word.relation in ("nsubj", "obj", "iobj") and child(word, "nmod") is None:
            self._settle(Phrase(word, word.i, word.i + 1, "pronoun", "other", pronoun="both", plural=True))
            return
        if word.lower in _NUMBER_WORDS and word.relation in ("nsubj", "obj") and child(word, "nmod") is None:
            self._settle(Phrase(word, word.i, word.i + 1, "pronoun", "other", pronoun="one", indefinite=True))
            return
        if not pronoun or word.pos != "PRON" or word.relation in ("expl", "det"):
            return
        if (
            pronoun == "which"
            and (word.lower == "that" or word.lower == "which")
            and word.feats.get("PronType") != "Rel"
            and not _in_relative(word)
        ):
            return
        if pronoun == "who" and not _in_relative(word):
            return
        if word.lower == "it" and _tells_what(word):
            return
        phrase = Phrase(word, word.i, word.i + 1, "pronoun", "other", pronoun=pronoun)
        phrase.plural = pronoun in ("they", "we")
        phrase.gender = {"he": "m", "she": "f"}.get(pronoun, "")
        if pronoun in ("he", "she", "who", "I"):
            phrase.kind = "person"
        self._settle(phrase)


def _is_medium(word: Word) -> bool:
    """True for the means by which somebody was reached: "reached by *radio*" names no station."""
    if word.lower not in _CHANNELS or case(word) != "by" or child(word, "det", "amod", "nmod:poss"):
        return False
    return all(one.text.islower() for one in children(word, "compound"))  # "by satellite telephone"


def _tells_what(it: Word) -> bool:
    """True for the "it" of "It is the second time that the junta has done so", which is nobody."""
    told = it.head if it.relation in ("nsubj", "expl") else None
    return told is not None and child(told, "cop") is not None and told.mention_type in ("abstract", "event", "time")


def _stands_for_one(word: Word) -> bool:
    """True for "the former" and "the latter" of two, where no noun follows."""
    article = child(word, "det")
    arguments = word.relation in ("nsubj", "obj", "iobj", "obl", "nmod", "conj")
    return article is not None and article.i == word.i - 1 and arguments and child(word, "nmod", "appos") is None


def _is_plural(title: Sequence[Word]) -> bool:
    return any(word.text.endswith("s") and word.lemma != word.lower for word in title)


def counts_people(word: Word) -> bool:
    """Whether a number stands for people by itself: "four were killed", but neither "four of them" nor "four ships"."""
    if word.pos != "NUM" or word.lower in _NUMBER_WORDS or number_of(word.lower) in (None, 1.0):
        return False
    article = child(word, "det")
    if word.relation == "nmod" and case(word) == "of" and word.head is not None and word.head.pos == "NUM":
        return article is not None and article.lower == "the" and child(word, "nmod") is None  # "two of *the four*"
    if word.relation not in ("nsubj", "obj") and word.dep != "obl:agent":
        return False
    of_others = any(case(one) in ("of", "among") for one in children(word, "nmod") if one.i > word.i)
    if of_others or child(word, "flat", "compound", "cop") is not None or word.head is None:
        return False
    headline = word.head.feats.get("Tense") == "Pres" and word.head.feats.get("VerbForm") == "Fin"
    if word.relation == "obj" and child(word, "det") is None and headline:
        return False  # "Gunmen kill 12": a headline's count, of people told of below it
    # What is killed or wounded is people, whatever the model takes a number in a headline for.
    return word.mention_type == "person" or word.head.lemma in number_words().fates


def _are_dozens(word: Word) -> bool:
    """True for people told of by how many alone: "police detained *a dozen*", "killed *dozens*"."""
    if word.lemma not in _DOZENS or word.relation not in ("nsubj", "obj") or word.head is None:
        return False
    alone = not any(
        one.relation in ("nmod", "flat") or (one.relation == "amod" and one.lower not in _SHARES_OF_THEM)
        for one in word.children
    )
    return alone and (word.mention_type == "person" or word.head.lemma in number_words().fates)


def _in_relative(word: Word) -> bool:
    """Whether a word stands in a relative clause, as its subject, object or possessor."""
    governor = word.head
    for _ in range(3):
        if governor is None:
            return False
        if governor.dep == "acl:relcl":
            return True
        governor = governor.head
    return False
