"""Whose capital "the capital" is, where the text does not name it."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.reading.draft import Cast
from dragoman.reading.tree import Tree, Word, case

# Sentences back in which the main agent may be the one whose capital it is.
REACH = 3


class Capitals:
    """The countries of unnamed capitals in one report.

    Args:
        tree: the report's words.
        cast: its mentions and actors.
        known: country code by word, for words that name a country or its people.
        common: the country the report speaks of most, None if it speaks of none.
    """

    __slots__ = ("_cast", "_common", "_known", "_tree")

    def __init__(self, tree: Tree, cast: Cast, known: Mapping[int, str], common: str | None) -> None:
        self._tree = tree
        self._cast = cast
        self._known = known
        self._common = common

    def country(self, capital: Word) -> str | None:
        """Of the country beside it, else of that whose people act in the sentence or one before it."""
        beside = (code for child in capital.children if (code := self._beside(child)) is not None)
        return next(beside, None) or self._acting(capital)

    def _beside(self, child: Word) -> str | None:
        """The country of "Sudanese", "Sudan's", "its", "of Sudan" beside "capital"."""
        owned = child.dep == "nmod:poss" or (child.relation == "nmod" and case(child) == "of")
        if owned or child.relation == "det":
            return self._known.get(child.i) or self._of_mention(child)
        return self._known.get(child.i) if child.relation in ("amod", "compound", "appos", "flat") else None

    def _acting(self, word: Word) -> str | None:
        """The country of the main agent of the word's sentence, else of an earlier one, else of the report."""
        sentences = self._tree.sentences
        for index in range(word.sentence, max(word.sentence - REACH, -1), -1):
            root = self._tree.words[sentences[index].root]
            for clause in (root, *root.children):
                for child in clause.children:
                    if child.relation == "nsubj":
                        code = self._of_mention(child) or self._known.get(child.i) or self._nearby(child)
                        if code is not None:
                            return code
        return self._common

    def _of_mention(self, word: Word) -> str | None:
        """The country of the actor a word mentions."""
        mention = self._cast.mention_at(word.i)
        if mention is None:
            return None
        if mention.actor is not None and self._cast.actors[mention.actor].country is not None:
            return self._cast.actors[mention.actor].country
        return mention.country

    def _nearby(self, noun: Word) -> str | None:
        """The country of a noun's modifiers: "Egyptian President …"."""
        for child in noun.children:
            for word in (child, *child.children):
                if word.i in self._known:
                    return self._known[word.i]
        return None
