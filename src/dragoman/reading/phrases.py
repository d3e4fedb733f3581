"""Noun phrases: how far a mention reaches, and what the words in it say.

A :class:`Phrase` is a mention as the actor layers see it, with all that its own words tell; :mod:`.mentions` makes
them, :mod:`.coreference` joins them into chains, :mod:`.actors` describes the chains.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.index import Found
from dragoman.lexicon.kin import KinWord
from dragoman.lexicon.organizations import Body
from dragoman.lexicon.titles import Title
from dragoman.reading.tree import Tree, Word, top_down
from dragoman.record import Kind, MentionForm

_LEFT = frozenset({"det", "amod", "compound", "nummod", "nmod", "flat", "goeswith", "appos"})
_RIGHT = frozenset({"flat", "compound", "fixed", "nummod", "goeswith"})
_RIGHT_PREPOSITIONS = frozenset({"of", "in", "for", "at", "from", "within", "inside", "on", "against"})
_GAP = frozenset({"PUNCT", "PART"})


NATIONAL = "national"
"""The noun of a phrase that tells of a person by nationality alone."""


@dataclass(slots=True)
class TitleUse:
    """A title as one mention uses it.

    Attributes:
        title: its entry.
        text: as written, with the domain before it and no name: "intelligence chief", "deputy head".
        domains: words before it that say of what, lower case.
        span: words ``[first, last)``, with what it is "of".
        of: the words it is "of", without preposition or determiner, or None.
        body: index of the word that heads those words, -1 if there is none or a nationality says it.
        deputy, former: whether a modifier says so.
    """

    title: Title
    text: str
    domains: tuple[str, ...]
    span: tuple[int, int]
    of: str | None = None
    body: int = -1
    deputy: bool = False
    former: bool = False


# Prefixes that make the opposite, or something else, of the word after their hyphen.
_PREFIXES = frozenset({"anti", "counter", "ex", "non", "pro"})


@dataclass(slots=True)
class Phrase:
    """One mention and what its own words say.

    Attributes:
        head: topmost word; ``words`` ``[first, last)``.
        aliases: further words by which the tree may reach the same mention (the name under its title).
        noun: the words of the lexicon entry that heads a nominal ("army", "source"), or the head's lemma.
        name: the name's words without titles, determiners and possessive sign; "" for a nominal.
        pronoun: "he", "she", "it", "they", "who", "which", "I", "we", "one", or "".
        country: ISO alpha-3 code its own words give.
        region: the words of a part of that country ("eastern Libya"), or "".
        gender: "m", "f" or "".
        definite: has a definite determiner, a demonstrative or a possessor.
        indefinite: has an indefinite determiner or a number.
        modifiers: adjectives, compounds and numbers before the head, lower case.
        owner: index of the word that heads its possessor or what it is "of", -1 for none.
        metonym: a place or country that stands for its government.
        place: a capital or city meant as a place.
        anonymous: persons that the text leaves unnamed on purpose.
        adjective: an adjective that is a mention of its country.
        known: the body that standing knowledge has under its name.
    """

    head: Word
    first: int
    last: int
    form: MentionForm
    kind: Kind
    aliases: tuple[int, ...] = ()
    noun: str = ""
    name: str = ""
    pronoun: str = ""
    country: str | None = None
    region: str = ""
    gender: str = ""
    plural: bool = False
    definite: bool = False
    indefinite: bool = False
    modifiers: tuple[str, ...] = ()
    owner: int = -1
    titles: list[TitleUse] = field(default_factory=list)
    body: Body | None = None
    kin: KinWord | None = None
    sectors: tuple[str, ...] = ()
    metonym: bool = False
    place: bool = False
    anonymous: bool = False
    adjective: bool = False
    known: Found | None = None

    @property
    def marks(self) -> tuple[str, ...]:
        """The modifiers with their prefixes: "anti-coalition" of "anti-coalition forces" is no "coalition"."""
        joined: list[str] = []
        for word in self.modifiers:
            if joined and joined[-1] in _PREFIXES:
                joined[-1] += f"-{word}"
            else:
                joined.append(word)
        return tuple(joined)


def noun_phrase_extents(tree: Tree) -> tuple[list[int], list[int]]:
    """For every word the bounds ``[first, last)`` of the noun phrase it heads.

    Determiners, adjectives, compounds, flat parts and prepositional attributes are in; relative clauses, trailing
    appositions, participles, coordinated siblings and the possessive sign are out. One pass, children before their
    governors, so that deep trees cost no more than flat ones.
    """
    words = tree.words
    first = list(range(len(words)))
    last = [index + 1 for index in first]
    for word in reversed(tree.once(top_down)):
        if not word.children:
            continue
        here = word.i
        left, right = here, here + 1
        for child in reversed(word.children):
            if child.i >= here or not _joins_left(child):
                continue
            if last[child.i] < left and not _only_signs(words, last[child.i], left):
                break
            left = first[child.i]
        if word.pos == "NUM":
            left = with_bound(word, left)
        for child in word.children:
            if child.i <= here or not _joins_right(child, word):
                continue
            start = first[child.i]
            for marker in child.children:
                if marker.relation != "case" or marker.i >= start:
                    break
                start = marker.i
                break
            if start > right and not _only_signs(words, right, start):
                break
            right = max(right, last[child.i])
        first[here], last[here] = left, right
    return first, last


def _joins_left(child: Word) -> bool:
    relation = child.relation
    if relation not in _LEFT:
        return _is_hyphened(child)
    # "before 2022 elections": an attribute with a preposition of its own stands to the right, never to the left
    return not (child.dep == "nmod" and any(c.dep == "case" and c.i < child.i for c in child.children))


def with_bound(number: Word, left: int) -> int:
    """Where a number begins with the words that say how exact it is: "*more than* 70", "*at least* nine"."""
    for child in reversed(number.children):
        if child.i >= left or child.relation not in ("advmod", "nmod", "case", "obl"):
            continue
        inner = [one.i for one in child.children]
        least = inner or any(one.lower in ("least", "most") for one in number.children)
        if child.lower in ("at", "by", "from", "in", "of", "on") and not least:
            break  # "fired *at* several hundred"
        if max((child.i, *inner)) == left - 1:
            left = min((child.i, *inner))
    return left


def _is_hyphened(child: Word) -> bool:
    """Whether a word is tied to its governor by a hyphen: "Iran-backed"."""
    head = child.head
    return (
        head is not None
        and child.relation in ("obl", "nsubj", "obj", "advmod")
        and head.i == child.i + 2
        and head.start == child.end + 1
    )


def _joins_right(child: Word, head: Word) -> bool:
    relation = child.relation
    if relation in _RIGHT:
        return True
    if relation == "appos":
        tight = child.i == head.i + 1 and child.pos == "PROPN"
        return tight and child.mention_type == head.mention_type == "person"  # "the footballer Luis Diaz"
    if relation != "nmod" or child.dep == "nmod:poss":
        return False
    marker = next((c for c in child.children if c.relation == "case"), None)
    if marker is None or marker.i > child.i:
        return False
    if child.mention_type == "time" and head.mention_type in ("person", "organization") and marker.lower != "of":
        return False  # "The court in September called for calm"
    # "workers with the agency" belong to it, "talks with the president" do not
    return marker.lower in _RIGHT_PREPOSITIONS or (marker.lower == "with" and head.mention_type == "person")


def _only_signs(words: list[Word], start: int, end: int) -> bool:
    """Whether only punctuation but no comma, or a possessive sign, stands in ``[start, end)``."""
    return end - start <= 3 and all(
        word.pos in _GAP and word.text not in (",", ";", ":", "–", "—") for word in words[start:end]
    )
