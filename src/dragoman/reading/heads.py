"""What a word is called in an entry of the lexicon: by its lemma, by what stands before it, by what it refers to."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.inflection import singular
from dragoman.reading.amounts import number_words
from dragoman.reading.draft import Actor, Cast, Mention
from dragoman.reading.tree import Tree, Word, case, conjuncts

# Nouns that only measure what stands behind their "of".
MEASURES = frozenset(
    {
        "all", "some", "most", "much", "many", "several", "majority", "part", "half", "third", "pair", "number",
        "amount", "batch", "contingent", "deployment", "dozen", "group", "handful", "hundred", "ten", "thousand",
        "million", "billion", "package", "round", "series", "shipment", "bag", "box", "cargo", "crate", "kg", "load",
        "pallet", "planeload", "sack", "truckload", "kilo", "kilogram", "kilos", "litre", "liter", "ton", "tonne",
        "percent", "%", "worth", "$", "dollar", "euro", "pound",
        "€", "£", "team", "crew", "convoy", "consignment", "band", "list", "set", "crowd", "unit", "detachment",
        "platoon", "side", "squad", "stretch", "string", "wave", "hour", "day", "night", "week", "month", "year",
    }
)  # fmt: skip
# Pronouns for people; whether "they" are people after all, their actor will tell.
PERSONAL = frozenset({"he", "him", "she", "her", "they", "them", "we", "us", "who", "whom", "i", "me", "you"})
NAMED = {"PERSON": "<person>", "ORG": "<organization>", "LOC": "<place>"}
# What a mention of the report's own is, where the model gives the word no type.
MENTIONED = {
    "armed-group": "<organization>",
    "country": "<place>",
    "organization": "<organization>",
    "outlet": "<organization>",
    "person": "<person>",
    "place": "<place>",
    "population": "<person>",
}
# Sector of an armed group → nouns for its people, as the lists of entries have them.
FIGHTERS = {"REB": ("rebel", "militant"), "PRM": ("militia",), "MIL": ("army", "force", "troops")}


_AMOUNTS = frozenset({"billion", "million", "thousand"})


class Heads:
    """What the words of a report are called in an entry's ``objects``: lemmas, ``<person>``, ``<money>`` …."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self._tree = tree
        self._cast = cast
        self._nouns: dict[int, frozenset[str]] = {}
        self._called: dict[int, frozenset[str]] = {}
        self._said: dict[int, frozenset[str]] = {}

    def said_beside(self, word: Word) -> frozenset[str]:
        """All words of a word's sentence, in lower case."""
        if word.sentence not in self._said:
            self._said[word.sentence] = frozenset(one.lower for one in self._tree.sentence_words(word.sentence))
        return self._said[word.sentence]

    def called(self, word: Word) -> frozenset[str]:
        """All that a word is called: by its lemma, with what stands before it, and by what it refers to."""
        if word.i not in self._called:
            self._called[word.i] = frozenset(self._names_of(word))
        return self._called[word.i]

    def called_together(self, word: Word | None) -> frozenset[str]:
        """What coordinated words are called, all of them ("supplied maps and *intelligence*"); nothing without one."""
        if word is None:
            return frozenset()
        return frozenset().union(*(self.called(one) for one in conjuncts(word)))

    def _names_of(self, word: Word) -> Iterator[str]:
        people = word.lemma in _AMOUNTS and any(self._are_people(one) for one in word.children if case(one) == "of")
        if not people:
            yield word.lemma  # "sent millions of refugees" sends no money
        if word.lower != word.lemma:
            yield word.lower  # "those", whose lemma is "that"; "barracks", "customs"
        if singular(word.lower) in number_words().currencies:
            yield "<money>"
        yield from self.kinds_of(word)
        yield from self._meant(word)
        for modifier in word.children:
            if modifier.dep == "nmod:desc":
                yield modifier.lemma  # "Ambassador Ana Rivas"
            if modifier.i == word.i - 1:
                yield f"{modifier.lower} {word.lemma}"
            elif modifier.i == word.i - 2 and modifier.end + 1 == word.start:
                yield f"{modifier.lower}-{word.lemma}"  # "asylum-seeker", which the tree holds in parts
        if word.lemma in MEASURES or word.pos == "NUM":
            # "eased some of its restrictions", "$5 million in aid": what is measured counts.
            for inner in word.children:
                if case(inner) in ("of", "in"):
                    yield from self.called(inner)

    def _are_people(self, word: Word) -> bool:
        """True for those who are counted: "millions of *refugees*"."""
        mention = self._cast.mention_at(word.i)
        return word.mention_type == "person" or (mention is not None and mention.kind == "population")

    def _meant(self, word: Word) -> frozenset[str]:
        """The nouns for whom a pronoun or the name of an armed group means: "editor" of "*he* had been beaten"."""
        pronoun = word.lower in PERSONAL or word.lower == "it"
        if not pronoun and word.pos != "PROPN":
            return frozenset()
        actor = self._cast.actor_at(word.i)
        if actor is None:
            return frozenset()
        if not pronoun:
            return _fighters(self._cast.actors[actor])
        if actor not in self._nouns:
            heads = (
                self._tree.words[mention.head]
                for mention in self._cast.mentions
                if mention.actor == actor and mention.form == "nominal"
            )
            self._nouns[actor] = frozenset(head.lemma for head in heads)
        return self._nouns[actor]

    def kinds_of(self, word: Word) -> tuple[str, ...]:
        """The kinds of one word: what the model calls it, and what the report's own mention of that name is."""
        if word.lower in PERSONAL:
            return ("<person>",)
        mention = self._cast.mention_at(word.i)
        known = _kind_of(mention) if mention is not None else None
        if word.name >= 0 and (kind := NAMED.get(self._tree.names[word.name].label)):
            placed = kind == "<person>" and known == "<place>"
            return ("<place>", "<named place>") if placed else (kind, known or kind, f"<named {kind[1:]}")
        if known is not None and (word.pos == "PROPN" or not word.mention_type):
            return (f"<{word.mention_type}>", known)
        return (f"<{word.mention_type}>",)


def _kind_of(mention: Mention) -> str | None:
    """What a mention is of; a country's name that stands for its government is a place's too."""
    return "<place>" if mention.kind == "government" and mention.metonym else MENTIONED.get(mention.kind)


def _fighters(actor: Actor) -> frozenset[str]:
    """What those are called of whom an armed group consists: "rebel" for Boko Haram."""
    if actor.kind != "armed-group":
        return frozenset()
    return frozenset(noun for code in actor.sectors for noun in FIGHTERS.get(code, ()))
