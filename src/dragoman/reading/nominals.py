"""Nominals: every noun phrase and pronoun of a report that refers to something, actor or not.

The language model gives each nominal head the type of what it refers to; here each head gets the whole phrase it
heads: determiners, modifiers, prepositional attributes, relative clauses and infinitives are in; appositions,
coordinated siblings, its preposition and what it governs as a predicate are out. Phrases nest.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.reading.reach import Reach
from dragoman.reading.tree import Tree, Word
from dragoman.record import MentionForm

DEMONSTRATIVES = frozenset({"this", "that", "these", "those"})
PERSONAL = frozenset(
    [
        "i",
        "me",
        "my",
        "mine",
        "myself",
        "you",
        "your",
        "yours",
        "yourself",
        "yourselves",
        "he",
        "him",
        "his",
        "himself",
        "she",
        "her",
        "hers",
        "herself",
        "it",
        "its",
        "itself",
        "we",
        "us",
        "our",
        "ours",
        "ourselves",
        "they",
        "them",
        "their",
        "theirs",
        "themselves",
        "themself",
    ]
)
_INSIDE = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "fixed", "goeswith", "acl"})
_MODIFIERS = frozenset({"det", "amod", "nummod"})
_NO_HEADS = frozenset({"flat", "fixed", "goeswith"})
_NAMED_BY = frozenset({"PROPN", "SYM", "X"})
_QUESTIONS = frozenset({"who", "whom", "whose", "which", "what"})
_QUOTES = frozenset('"“”')


@dataclass(frozen=True, slots=True)
class Nominal:
    """One phrase: words ``[first, last)``, its head, its form and the type of what it refers to (GUM's) or ""."""

    first: int
    last: int
    head: Word
    form: MentionForm
    type: str


def find_nominals(tree: Tree) -> list[Nominal]:
    """All nominals of a tree, in text order, the longer first where two begin at one word."""
    found = []
    reach = tree.once(Reach)
    for word in tree.words:
        may_refer = word.mention_type != "" or word.pos in ("PRON", "DET")
        form = _form(word) if may_refer else None
        if form is not None:
            first, last = _extent(word, reach) if word.children else (word.i, word.i + 1)
            found.append(Nominal(first, last, word, form, word.mention_type))
    found.sort(key=lambda nominal: (nominal.first, -nominal.last, nominal.head.i))
    return found


def _form(word: Word) -> MentionForm | None:
    """What form of mention a word heads, None for none: no expletive but "it", no relative, no question word."""
    if word.pos in ("PRON", "DET"):
        lower = word.lower
        if lower in PERSONAL:
            return "pronoun" if word.dep != "expl" or lower == "it" else None
        if lower in DEMONSTRATIVES:
            return "pronoun" if word.dep != "det" and word.feats.get("PronType") != "Rel" else None
        return "pronoun" if word.mention_type and word.pos == "PRON" and lower not in _QUESTIONS else None
    if not word.mention_type or word.dep in _NO_HEADS or _is_part_of_name(word):
        return None
    return "named" if word.pos in _NAMED_BY else "nominal"


def _is_part_of_name(word: Word) -> bool:
    """Whether a word only helps to name what its governor names: "Lake" in "Lake Party", "Justice" before a name."""
    governor = word.head
    if governor is None or word.pos != "PROPN":
        return False
    return word.dep == "nmod:desc" or (word.dep == "compound" and word.name >= 0 and word.name == governor.name)


def _extent(word: Word, reach: Reach) -> tuple[int, int]:
    """Words ``[first, last)`` of the phrase that a word heads."""
    first = last = word.i
    words = reach.words
    for child in word.children:
        if child.i > word.i:
            if child.dep == "conj":
                break  # what follows tells of both: "towns and villages whose people fled"
            if "(" in (words[reach.first[child.i]].text, words[reach.first[child.i] - 1].text):
                continue
        if _belongs(word, child):
            first, last = min(first, reach.first[child.i]), max(last, reach.last[child.i] - 1)
    while last > word.i and words[last].pos == "PUNCT" and words[last].text not in ")]":
        last -= 1
    while first < word.i and words[first].pos == "PUNCT":
        first += 1
    return _with_quotes(words, first, last + 1)


def _belongs(word: Word, child: Word) -> bool:
    """Whether what a dependent heads is part of the phrase."""
    relation = child.relation
    if relation in _INSIDE:
        return True
    if relation == "case":
        return child.i > word.i  # the possessive sign
    if relation != "advmod" or any(other.relation in ("cop", "nsubj") for other in word.children):
        return False
    # "places online" and "a very old man", but not "only the man"
    return child.i == word.i + 1 or any(
        other.relation in _MODIFIERS and other.i < child.i < word.i for other in word.children
    )


def _with_quotes(words: list[Word], first: int, last: int) -> tuple[int, int]:
    """The span with the quotation mark that closes or opens one inside it."""
    marks = [word.text for word in words[first:last] if word.text in _QUOTES]
    if len(marks) % 2:
        if last < len(words) and words[last].text in '"”' and marks[-1] != "”":
            return first, last + 1
        if first and words[first - 1].text in '"“':
            return first - 1, last
    return first, last
