"""What the constructions of ties share: the claim one makes, and who is meant by its words."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.ties import TieEntry, TieWords
from dragoman.ontology.countries import load_countries
from dragoman.reading.clauses import doer, is_of_others, is_passive, surface_subject
from dragoman.reading.draft import Actor, WordSpan
from dragoman.reading.implied import country_actor
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.tree import Word, case, child, children, conjuncts

# What can be led or joined.
BODIES = frozenset({"organization", "armed-group", "government", "outlet"})
# Verbs after which a noun, bare or with "as", says what their object is.
NAMING = frozenset(
    {"appoint", "choose", "describe", "designate", "elect", "install", "make", "name", "nominate", "pick", "recognise"}
    | {"recognize", "regard", "see", "select"}
)
# Of these, the verbs by which somebody becomes what the noun says.
MAKING = frozenset(
    {"appoint", "choose", "designate", "elect", "install", "make", "name", "nominate", "pick", "select", "become"}
)
# "support X in its fight", "help X in the war": whose the fight is.
_HELPING = frozenset({"aid", "assist", "assistance", "back", "help", "join", "support"})
_MAX_CLIMB = 4
# What is told of a fight is no side's of it: "a statement on attacks", "talks after the war".
_ABOUT = frozenset(
    {"about", "after", "against", "amid", "before", "despite", "during", "following", "on", "over", "since"}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """Words that tell of a tie between every one of ``sources`` and every one of ``targets``.

    Attributes:
        span: the words it was read from; the first decides whose word it is.
        word: the predicate that mood, negation and time are read off; None for what only modifies a noun, which the
            text takes for granted.
        nominal: only a time that hangs on the word itself dates the tie, not that of the clause around it.
    """

    sources: list[Filler]
    entry: TieEntry
    targets: list[Filler]
    span: WordSpan
    word: Word | None
    nominal: bool = False


def claim(sources: list[Filler], entry: TieEntry, targets: list[Filler], word: Word, *, nominal: bool = False) -> Claim:
    """The claim of a word, its sides exchanged where the entry is turned."""
    if entry.turned:
        sources, targets = targets, sources
    return Claim(sources, entry, targets, (word.i, word.i + 1), word, nominal)


class Ends:
    """Looks up the ends of ties in one report; makes an actor of a place that somebody controls."""

    def __init__(self, binder: Binder, words: TieWords, servants: frozenset[int] = frozenset()) -> None:
        self.binder = binder
        self.cast = binder.cast
        self.tree = binder.tree
        self.words = words
        self.servants = servants
        self._places: dict[str, int] = {}

    def parties(self, word: Word | None, *, behind: bool = False) -> list[Filler]:
        """Actors a nominal names; a country's name, adjective or capital stands for its government."""
        found = self.binder.parties(word, behind=behind, destination=True)
        if found or word is None:
            return found
        return self.country(word, word.text) if word.pos in ("ADJ", "PROPN") else []

    def country(self, word: Word, written: str) -> list[Filler]:
        """The government of the country whose name or adjective is a part of a word ("U.S." of "U.S.-backed")."""
        countries = load_countries()
        code = countries.by_adjective(written) or countries.by_name(written)
        return [] if code is None else [Filler(country_actor(self.cast, code), (word.i, word.i + 1))]

    def held(self, word: Word | None) -> list[Filler]:
        """What is controlled: places by name ("the town of X", "most of X"), else bodies and countries."""
        if word is None:
            return []
        found: list[Filler] = []
        for item in conjuncts(word):
            place = self._place(item)
            found += [place] if place is not None else self.binder.parties(item, behind=False) if item is word else []
        if not found and child(word, "nsubj") is not None:
            return self.held(surface_subject(word))  # "Y is the largest city under …"
        return found

    def _place(self, word: Word) -> Filler | None:
        """The place a word names, or that the nominal under "town of" names, as an actor."""
        mention = self.cast.mention_at(word.i)
        if mention is not None and mention.kind == "place" and word.pos == "PROPN":
            if mention.actor is None:
                mention.actor = self._place_actor(mention.span, mention.country)
            return Filler(mention.actor, mention.span)
        if word.lemma in self.words.parts:
            for inner in children(word, "nmod", "appos", "compound", "flat"):
                if inner.relation != "nmod" or case(inner) == "of":
                    found = self._place(inner)
                    if found is not None:
                        return found
            if (
                mention is not None
                and mention.kind == "place"
                and mention.actor is None
                and mention.country is not None
            ):
                # "parts of northern Peru" are no town, and not all of Peru
                mention.actor = self._place_actor(self._without_article(mention.span), mention.country)
                return Filler(mention.actor, mention.span)
        return None

    def _without_article(self, span: WordSpan) -> WordSpan:
        return (span[0] + 1, span[1]) if self.tree.words[span[0]].pos == "DET" else span

    def _place_actor(self, span: WordSpan, country: str | None) -> int:
        """The actor that stands for a place, one for each name; its other mentions are led to it too."""
        start, end = self.tree.span(*span)
        name = self.tree.text[start:end]
        if name not in self._places:
            self._places[name] = len(self.cast.actors)
            self.cast.actors.append(Actor(name, "place", [], country=country, names=(name,)))
            for index, mention in enumerate(self.cast.mentions):
                if mention.kind == "place" and mention.actor is None and self.tree.span(*mention.span) != (start, end):
                    first, last = self.tree.span(*mention.span)
                    if self.tree.text[first:last] != name:
                        continue
                elif mention.span != span:
                    continue
                mention.actor = self._places[name]
                self.cast.actors[self._places[name]].mentions.append(index)
        return self._places[name]

    def is_body(self, filler: Filler, word: Word) -> bool:
        """Whether an actor can have members, and is neither named as a country nor a number of people."""
        counted = child(word, "nummod") is not None
        return self.cast.actors[filler.actor].kind in BODIES and word.mention_type != "place" and not counted


def described(word: Word) -> Word | None:
    """What a predicative noun or adjective is said of.

    Its subject ("X is an ally"), the noun it follows or stands beside, the one who becomes or is named it ("was elected
    president", "appointed X as head"), and who acts "as" it.
    """
    if child(word, "nsubj", "nsubj:pass") is not None:
        return surface_subject(word)
    governor = word.head
    if governor is None:
        return None
    if word.relation in ("amod", "acl", "appos"):
        return governor
    if word.relation == "conj" and child(word, "cc") is not None:
        return described(governor)
    if word.relation == "xcomp" or (word.relation == "obl" and case(word) == "as"):
        named = child(governor, "obj")
        if governor.lemma in NAMING and not is_passive(governor):
            # "appointed Abu Bakr commander": some parsers take the name for a part of the noun
            return named or next((one for one in children(word, "compound", "nmod") if one.pos == "PROPN"), None)
        return surface_subject(governor)
    return None


def maker(word: Word) -> Word | None:
    """The verb by which somebody becomes what a predicative noun says ("elected", "became"), if any."""
    governor = word.head
    if governor is None or word.relation not in ("xcomp", "obl"):
        return None
    return governor if governor.lemma in MAKING else None


def waging(noun: Word, ends: Ends) -> list[Filler]:
    """Whose a war, a strike or the control of a place is.

    By its own words ("the army's war", "strikes by X", "a campaign led by X"), those of the nouns above it ("their part
    in the war"), or the verb that has it ("launched strikes").
    """
    current, replies = noun, load_recipient_words().replies
    for _ in range(_MAX_CLIMB):
        own = _own(current, ends)
        above = current.head
        if own:
            return own
        if child(current, "cop") is not None:
            return ends.parties(surface_subject(current))
        if above is None:
            return []
        if above.pos == "VERB" and current.relation in ("obj", "obl"):
            return [] if is_of_others(above, current) else ends.parties(doer(above))
        if above.pos != "NOUN" or current.relation != "nmod" or case(current) in _ABOUT or above.lemma in replies:
            return []
        current = above
    return []


def _own(noun: Word, ends: Ends) -> list[Filler]:
    """Whose a noun is by its own dependents."""
    binder = ends.binder
    helped = _helped(noun, ends)
    if helped:
        return helped
    by = [one for one in children(noun, "nmod") if case(one) == "by"]
    return [
        *binder.possessor(noun),
        *(filler for one in by for filler in ends.parties(one)),
        *binder.done_by(noun),
        *binder.modifiers(noun),
    ]


def _helped(noun: Word, ends: Ends) -> list[Filler]:
    """Who is helped in what a noun tells: X in "supports X in its fight", "support for X in the war"."""
    governor = noun.head
    owner = child(noun, "nmod:poss")
    if case(noun) != "in" or governor is None or (owner is not None and owner.pos != "PRON"):
        return []
    for helping in (governor, child(governor, "obj"), governor.head):
        if helping is None or helping.lemma not in _HELPING:
            continue
        if helping.pos == "VERB":
            return ends.parties(child(helping, "obj"))
        marked = [one for one in children(helping, "nmod") if case(one) in ("for", "of", "to") and one is not noun]
        return [filler for one in marked for filler in ends.parties(one)]
    return []
