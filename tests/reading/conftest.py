"""Reading aids for the tests of actors: who a text is about, found by the words that name them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.cast import build_cast
from dragoman.reading.draft import Actor, Mention
from dragoman.reading.reader import Reader
from dragoman.reading.tree import Tree


class Casting:
    """The cast of one text; words look up what they name."""

    def __init__(self, tree: Tree, reader: Reader) -> None:
        self.tree = tree
        self.cast = build_cast(tree, None, reader.lexicon)

    def text(self, mention: Mention) -> str:
        """A mention's words."""
        start, end = self.tree.span(*mention.span)
        return " ".join(self.tree.text[start:end].split())

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The mention of exactly these words; ``nth`` where there are several."""
        found = [mention for mention in self.cast.mentions if self.text(mention) == words]
        assert len(found) > nth, f"no mention {words!r} among {[self.text(m) for m in self.cast.mentions]}"
        return found[nth]

    def actor(self, words: str, nth: int = 0) -> Actor:
        """The actor a mention stands for."""
        index = self.mention(words, nth).actor
        assert index is not None, f"{words!r} stands for no actor"
        return self.cast.actors[index]

    def same(self, *mentions: str) -> bool:
        """Whether mentions stand for one actor."""
        actors = {self.mention(words).actor for words in mentions}
        return len(actors) == 1 and None not in actors


@pytest.fixture(scope="session")
def read_cast(read_tree: Callable[[str], Tree], reader: Reader) -> Callable[[str], Casting]:
    """Text → its cast."""
    return lambda text: Casting(read_tree(text), reader)
