"""What stands before a name and belongs to it: titles, a kin word, the noun that says what the name names."""

from __future__ import annotations

from dragoman.reading.descriptions import entry_of, read_title
from dragoman.reading.named import Named
from dragoman.reading.phrase_book import PhraseBook
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case

_NAMING_TITLES = frozenset({"nmod", "compound", "flat", "amod"})
_UNDER_TITLE = frozenset({"appos", "flat", "nmod", "compound", "dep", "list"})


class NameTitles(PhraseBook):
    """Finds what stands before each name and reads it into the name's phrase."""

    def _title_above(self, name: Named) -> Word | None:
        """The title or kin noun directly before a name that governs it in the tree, or None."""
        above = name.head.head
        if (
            above is None
            or above.i >= name.first
            or name.head.relation not in _UNDER_TITLE
            or above.pos not in ("NOUN", "PROPN")
        ):
            return None
        if name.kind == "person":
            above = self._person_noun_above(above)
        if case(name.head):
            return None  # "spokesman for President X" is not X
        if above.i in self._covered or (
            name.kind != "person" and above.lemma not in self._vocabulary.organizations.bodies
        ):
            return None
        if name.kind == "person" and not self._is_person_noun(above):
            return None
        if above.feats.get("Number") == "Plur":
            return None
        between = self._words[above.i + 1 : name.first]
        if any(word.text in (",", "(", ":", ";", "–", "—", "-") for word in between):
            return None
        return above if not between or self._reaches(above, name.first) else None

    def _person_noun_above(self, above: Word) -> Word:
        """The title over what a name hangs on: parsers may hang it on the body in "Prime Minister of the … Unity X"."""
        word = above
        while (
            not self._is_person_noun(word)
            and word.relation in ("nmod", "flat", "compound")
            and word.head is not None
            and word.head.i < word.i
        ):
            word = word.head
        return word if self._is_person_noun(word) else above

    def _is_person_noun(self, word: Word) -> bool:
        lemma = word.lemma
        vocabulary = self._vocabulary
        return (
            lemma in vocabulary.titles.titles
            or word.lower in vocabulary.titles.titles
            or lemma in vocabulary.kin.words
            or lemma in vocabulary.organizations.people
            or word.mention_type == "person"
        )

    def _reaches(self, above: Word, end: int) -> bool:
        """Whether a title's own attributes fill all words up to ``end``."""
        return self._last[above.i] >= end or any(
            child_.relation == "nmod" and self._last[child_.i] == end for child_ in above.children
        )

    def _titles_before(self, phrase: Phrase, name: Named, top: Word | None) -> None:
        """Read the titles, kin word or describing noun in front of a name."""
        words = self._words
        start = self._first[top.i] if top is not None else phrase.first
        end = top.i + 1 if top is not None else name.first
        for word in name.head.children:
            if word.i < start and word.relation in _NAMING_TITLES and word.pos in ("NOUN", "PROPN") and not case(word):
                start = self._first[word.i]
        if name.kind not in ("country", "place"):
            start = self._model_title_start(start, name.first, end)
        phrase.first = min(phrase.first, start)
        index = end - 1
        while index >= start:
            word = words[index]
            if word.pos == "PART" and word.relation == "case":
                break
            index = self._read_before(phrase, word, start) if word.pos in ("NOUN", "PROPN") else index - 1
        phrase.titles.reverse()
        self._body_between(phrase, name)
        phrase.aliases = (
            (*range(start, name.first), *phrase.aliases)
            if name.kind == "person" and start < name.first
            else phrase.aliases
        )
        phrase.aliases = tuple(
            i for i in phrase.aliases if i != phrase.head.i and self._is_name_word(i, name, start, end)
        )

    def _model_title_start(self, start: int, first: int, end: int) -> int:
        """Start of the titles that stand unbroken before a name although the tree does not say so."""
        words, titles = self._words, self._vocabulary.titles.titles
        if start < first or end != first:
            return start
        while (
            start
            and words[start - 1].i not in self._covered
            and words[start - 1].pos in ("NOUN", "PROPN", "ADJ")
            and (
                words[start - 1].lower in titles
                or words[start - 1].lower in self._vocabulary.titles.modifiers
                or words[start - 1].lower in self._vocabulary.organizations.domains
            )
        ):
            start -= 1
        return start

    def _read_before(self, phrase: Phrase, word: Word, start: int) -> int:
        """Read one noun before a name; the index to go on from."""
        vocabulary = self._vocabulary
        kin = vocabulary.kin.words.get(word.lemma)
        if kin is not None and phrase.kind == "person":
            phrase.kin = kin
            self._owner(phrase, word)
            return word.i - 1
        if phrase.kind == "person":
            use = read_title(vocabulary, self._words, word, start)
            if use is not None:
                phrase.titles.append(use)
                self._title_country(use, start)
                return min(use.span[0], word.i) - 1
            entry = vocabulary.organizations.people.get(word.lemma)
            if entry is not None and not phrase.sectors:
                phrase.sectors = entry.sectors
            return word.i - 1
        entry_words = entry_of(
            vocabulary.organizations.bodies, self._words, word, start, vocabulary.organizations.longest
        )
        if entry_words and phrase.kind in ("organization", "population", "armed-group", "person"):
            body = vocabulary.organizations.bodies[entry_words]
            if not phrase.body or phrase.body.generic:
                phrase.body, phrase.kind = body, body.kind
        return word.i - 1

    def _body_between(self, phrase: Phrase, name: Named) -> None:
        """Find the body between a title and a name where the tree hangs it elsewhere: "Premier of the … X"."""
        use = phrase.titles[-1] if phrase.titles else None
        if use is None or use.body >= 0 or use.of is not None:
            return
        for index in range(use.span[1], name.first):
            body = self._covered.get(index)
            if (
                body is not None
                and body is not phrase
                and body.name
                and body.kind in ("organization", "government", "armed-group")
            ):
                use.body, use.of = body.head.i, body.name
                return

    def _is_name_word(self, index: int, name: Named, start: int, end: int) -> bool:
        word = self._words[index]
        if name.first <= index < name.last:
            return True
        return (
            start <= index < end
            and word.pos in ("NOUN", "PROPN")
            and word.dep != "nmod:poss"
            and index not in self._covered
        )
