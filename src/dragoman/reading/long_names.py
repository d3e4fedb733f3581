"""Names of organizations that go on after "for", "to", "and": "Front for Change and Concord".

The language model often ends such a name early and begins another; capitals, the tree and the rest of the report tell
whether the words are one name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from dragoman.lexicon.organizations import Body
from dragoman.ontology.countries import Match
from dragoman.reading.tree import Tree, Word

Span = tuple[int, int, str]
_AGENTS = frozenset({"organization", "person", "place"})
_OWN_OFFICES = frozenset({"office", "department", "bureau"})
_NO_NAME: Span = (-1, -1, "")
_JOINED = ("of", "for", "to")
_OF_PEOPLE = frozenset({"association", "confederation", "congress", "federation", "league", "society", "union"})


def with_long_names(
    tree: Tree,
    spans: Sequence[Span],
    matches: Mapping[int, Match],
    bodies: Mapping[str, Body],
    titles: Collection[str],
) -> list[Span]:
    """The spans ``(first, last, label)``, with the names of organizations that were cut short made whole.

    Args:
        tree: the report's words.
        spans: names by the model, repaired.
        matches: country words by the index of their first word.
        bodies: nouns that a name of an organization may be headed by.
        titles: titles, for "the Attorney General's Office".
    """
    return _LongNames(tree, spans, matches, bodies, titles).run()


class _LongNames:
    def __init__(
        self,
        tree: Tree,
        spans: Sequence[Span],
        matches: Mapping[int, Match],
        bodies: Mapping[str, Body],
        titles: Collection[str],
    ) -> None:
        self._words = tree.words
        self._spans = spans
        self._matches = matches
        self._bodies = bodies
        self._titles = titles
        self._of = {index: span for span in spans for index in range(span[0], span[1])}

    def run(self) -> list[Span]:
        grown: list[Span] = []
        for word in self._words:
            if word.text[:1].isupper() and word.pos in ("NOUN", "PROPN") and word.lower in self._bodies:
                span = self._of.get(word.i, (word.i, word.i + 1, ""))
                if span[2] in ("", "ORG") and (not grown or span[0] >= grown[-1][1]):
                    found = self._office(word, span) or self._whole(span)
                    if found is not None:
                        grown.append(found)
        inside = {index for first, last, _ in grown for index in range(first, last)}
        return [span for span in self._spans if span[0] not in inside] + grown

    def _office(self, word: Word, span: Span) -> Span | None:
        """The name of a title's own body: "the Attorney General's Office"."""
        words, sign = self._words, word.i - 1
        if span[2] or word.lower not in _OWN_OFFICES or sign < 1 or words[sign].lower not in ("'s", "’s"):
            return None
        first = sign
        while first and words[first - 1].text[:1].isupper() and first - 1 not in self._of:
            first -= 1
        if words[first].pos == "DET":
            first += 1
        if not any(" ".join(w.lower for w in words[start:sign]) in self._titles for start in range(first, sign)):
            return None
        return first, word.i + 1, "ORG"

    def _whole(self, span: Span) -> Span | None:
        """A name with what it goes on with; None if it is whole."""
        first, last, _ = span
        end = last
        while (further := self._further(first, end)) > end:
            end = further
        if end == last:
            return None
        while first and first - 1 not in self._of and self._is_part(self._words[first - 1]):
            first -= 1
        return first, end, "ORG"

    def _further(self, first: int, end: int) -> int:
        """Where a name ends that goes on behind ``end``; ``end`` if it does not."""
        words = self._words
        if end + 1 >= len(words) or words[end].sentence != words[end + 1].sentence:
            return end
        link, start = words[end].lower, end + 1
        if link == "for" and words[start].lower == "the" and start + 1 < len(words):
            start += 1
        listed = any(word.lower == "for" for word in words[first:end])
        if not self._is_free(start, listed):
            return end
        if link == "for" or (link == "of" and (listed or words[self._run(start) - 1].mention_type not in _AGENTS)):
            return self._run(start)
        if link == "of" and words[end - 1].lower in _OF_PEOPLE and self._is_of_people(start):
            return self._run(start)
        if link == "to" and words[start].pos == "VERB":
            return self._run(start) if self._run(start) > start + 1 else end
        if link == "and" and self._is_sibling(first, end, words[start]):
            return self._run(start)
        return end

    def _is_free(self, index: int, listed: bool) -> bool:
        """Whether a capitalised word names nothing of its own that could not be part of an organization's name.

        ``listed``: the name is one "for" something, where peoples and faiths may follow: "for the Support of Islam".
        """
        word, span = self._words[index], self._of.get(index)
        if not word.text[:1].isupper() or index in self._matches or (len(word.text) > 1 and word.text.isupper()):
            return False
        return span is None or (span[0] == index and (span[2] == "ORG" or (listed and span[2] == "NORP")))

    def _is_of_people(self, start: int) -> bool:
        """Whether the words behind "of" say what people a body consists of: "Union of Sudanese *Journalists*"."""
        last = self._words[self._run(start) - 1]
        return last.feats.get("Number") == "Plur" and last.mention_type in ("person", "organization")

    def _is_sibling(self, first: int, end: int, word: Word) -> bool:
        """Whether the words after "and" belong to the name: "Change and Concord", but not "the Interior and Hamas"."""
        links = [other.lower for other in self._words[first:end] if other.lower in _JOINED]
        before = self._words[end - 1]
        if not links or before.mention_type in _AGENTS or end - 1 in self._matches:
            return False
        if word.relation != "conj" or word.head is None or not first <= word.head.i < end:
            return False
        if "for" not in links and links[-1] == "of" and word.mention_type in _AGENTS:
            return False
        # a name that stands alone elsewhere in the report is a name of its own
        return not any(
            other.text == word.text and other.i and self._words[other.i - 1].lower != "and" for other in self._words
        )

    def _run(self, start: int) -> int:
        """The end of the unbroken run of capitalised words from ``start`` on."""
        end = start
        while (
            end < len(self._words)
            and self._of.get(end, _NO_NAME)[2] in ("", "ORG", "NORP")
            and self._is_part(self._words[end])
        ):
            end += 1
        return end

    def _is_part(self, word: Word) -> bool:
        return word.text[:1].isupper() and word.pos in ("NOUN", "PROPN", "ADJ", "VERB") and word.i not in self._matches
