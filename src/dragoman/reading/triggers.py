"""Which words of a report are predicates: patterns of the lexicon laid over the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.lexicon.predicates import NONE, Pattern, Predicate, PredicateTable
from dragoman.reading.clauses import RELATIVES, doer, is_circumstance, resolve_relative, undergoer
from dragoman.reading.draft import Actor, Cast, WordSpan
from dragoman.reading.obliques import obliques
from dragoman.reading.tree import Tree, Word, case, child, children, conjuncts

# Where a gerund that the lexicon lists as a noun stands as one ("Fighting between … resumed").
NOMINAL = frozenset({"nsubj", "csubj", "obj", "obl", "nmod"})
# Nouns that only measure what stands behind their "of".
MEASURES = frozenset(
    {
        *("all", "some", "most", "much", "many", "several", "majority", "part", "half", "third", "pair", "number"),
        *(
            "amount",
            "batch",
            "contingent",
            "deployment",
            "dozen",
            "group",
            "handful",
            "hundred",
            "ten",
            "thousand",
            "million",
        ),
        *(
            "billion",
            "ten",
            "package",
            "round",
            "series",
            "shipment",
            "bag",
            "box",
            "cargo",
            "crate",
            "kg",
            "load",
            "pallet",
            "planeload",
            "sack",
            "truckload",
            "kilo",
            "kilogram",
            "litre",
            "liter",
            "ton",
            "tonne",
            "worth",
            "$",
            "€",
            "£",
            "team",
            "crew",
            "convoy",
        ),
        *("consignment", "band", "list", "set", "crowd", "unit", "detachment", "platoon", "squad", "wave"),
        *("hour", "day", "night", "week", "month", "year"),
    }
)
# Pronouns for people; whether "they" are people after all, their actor will tell.
PERSONAL = frozenset({"he", "him", "she", "her", "they", "them", "we", "us", "who", "whom", "i", "me", "you"})
# Auxiliaries of what is yet to come.
AHEAD = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "’d"})
# Relations a particle or preposition can have to the word it belongs to.
TAILS = frozenset({"compound", "advmod", "case", "mark", "obl", "fixed", "advcl", "xcomp", "obj"})
# Verbs that only say that an act goes on, or a thing in some state ("would not go *unpunished*").
GOING_ON = frozenset({"continue", "go", "keep", "resume"})
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


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that tells an event, the lexicon entry it fires, and the words that make the predicate.

    ``lighter`` are the entries it fires too that ask for less, heaviest first: the first one's turn comes where the
    heaviest does not find the parties it needs.
    """

    word: Word
    predicate: Predicate
    nominal: bool
    anchor: WordSpan
    lighter: tuple[Trigger, ...] = ()


class _Kinds:
    """What words refer to, as an entry's ``objects`` write it: ``<person>``, ``<place>`` …."""

    def __init__(self, tree: Tree, cast: Cast) -> None:
        self._tree = tree
        self._cast = cast
        self._nouns: dict[int, frozenset[str]] = {}

    def meant(self, word: Word) -> frozenset[str]:
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

    def of(self, word: Word) -> tuple[str, ...]:
        """The kinds of one word: what the model calls it, and what the report's own mention of that name is."""
        if word.lower in PERSONAL:
            return ("<person>",)
        mention = self._cast.mention_at(word.i)
        known = MENTIONED.get(mention.kind) if mention is not None else None
        if word.name >= 0 and (kind := NAMED.get(self._tree.names[word.name].label)):
            placed = kind == "<person>" and known == "<place>"
            return ("<place>",) if placed else (kind, known or kind)
        if known is not None and (word.pos == "PROPN" or not word.mention_type):
            return (f"<{word.mention_type}>", known)
        return (f"<{word.mention_type}>",)


def _fighters(actor: Actor) -> frozenset[str]:
    """What those are called of whom an armed group consists: "rebel" for Boko Haram."""
    if actor.kind != "armed-group":
        return frozenset()
    return frozenset(noun for code in actor.sectors for noun in FIGHTERS.get(code, ()))


def find_triggers(tree: Tree, table: PredicateTable, cast: Cast) -> list[Trigger]:
    """Triggers in text order; one word fires one entry, the one that asks for most.

    Args:
        tree: the report's words.
        table: the predicates.
        cast: what names name, where the report has told better than the model.
    """
    kinds = _Kinds(tree, cast)
    found: list[Trigger] = []
    for word in tree.words:
        gerund = word.lower in table.nouns and word.relation in NOMINAL and word.lower.endswith("ing")
        if word.pos == "VERB" and not gerund:
            patterns = table.verbs.get(word.lemma)
            if patterns is None or word.relation in ("amod", "compound", "aux", "case", "mark", "fixed"):
                continue
            trigger = _fire(word, patterns, kinds, nominal=False)
        elif word.pos in ("NOUN", "PROPN", "VERB"):
            patterns = table.nouns.get(word.lemma) or table.nouns.get(word.lower)
            if patterns is None or word.relation in ("compound", "flat") or _inside_name(word, tree):
                continue
            trigger = _fire(word, patterns, kinds, nominal=True)
        elif word.pos == "ADJ":
            patterns = table.adjectives.get(word.lemma)
            if patterns is None:
                continue
            trigger = _fire(word, patterns, kinds, nominal=False)
        else:
            continue
        if trigger is not None and trigger.predicate.type != NONE:
            found.append(trigger)
    return found


def _inside_name(word: Word, tree: Tree) -> bool:
    """True for a word of a person's, organization's or place's name ("Rapid Support Forces")."""
    return word.name >= 0 and tree.names[word.name].label in ("PERSON", "ORG", "LOC")


def _fire(word: Word, patterns: tuple[Pattern, ...], kinds: _Kinds, *, nominal: bool) -> Trigger | None:
    """The first (heaviest) pattern whose needs are met, with those after it; one that tells no event ends them."""
    fired: list[Trigger] = []
    for pattern in patterns:
        anchor = _match(word, pattern, kinds)
        if anchor is None or any(pattern.predicate is other.predicate for other in fired):
            continue
        if fired and pattern.predicate.type == NONE:
            break
        fired.append(Trigger(word, pattern.predicate, nominal, anchor))
        if pattern.predicate.type == NONE:
            break
    return replace(fired[0], lighter=tuple(fired[1:])) if fired else None


def _match(word: Word, pattern: Pattern, kinds: _Kinds) -> WordSpan | None:
    """The anchor's words if the pattern fits, else None."""
    first, last = word.i, word.i + 1
    for needed in pattern.before:
        modifier = next((m for m in word.children if m.i < word.i and needed in (m.lemma, m.lower)), None)
        if modifier is None:
            return None
        first = min(first, modifier.i)
    for needed in pattern.after:
        tail = _tail(word, needed) or (_beside(word, needed) if pattern.word_class == "noun" else None)
        if tail is None:
            return None
        if last <= tail.i <= last + 1:
            last = tail.i + 1
    predicate = pattern.predicate
    if pattern.word_class == "verb":
        if _is_phrasal(word, pattern) or (not pattern.before and _is_second_part(word)):
            return None
        if predicate.ahead and not _lies_ahead(word):
            return None
        thing = undergoer(word)
        counted = thing is not None and thing.pos == "NUM" and "<person>" in predicate.objects  # "Militants behead 11"
        bare = "<nothing>" in predicate.objects and thing is None
        if predicate.objects and not (counted or bare or _any_heads(thing, predicate.objects, kinds)):
            return None
        if predicate.subjects and not (
            _heads(doer(word), predicate.subjects, kinds) or _stands_in(word, predicate, kinds)
        ):
            return None
    if predicate.clauses:
        told = "clause" in predicate.recipient  # what is said, not when: "was charged after police broke up a rally"
        clauses = [c for c in children(word, "xcomp", "ccomp", "advcl", "acl") if not (told and is_circumstance(c))]
        thing = child(word, "obj") if pattern.word_class == "verb" and predicate.type != NONE else None
        if thing is not None:
            clauses += children(thing, "acl")  # "had nothing *to do* with", "gave them a week *to leave*"
        if not any(_opens(clause, predicate.clauses) for clause in clauses):
            return None
    for preposition, lemmas in predicate.complements.items():
        fillers = [filler for either in preposition.split("/") for filler in _complements(word, either)]
        if not any(_heads(resolve_relative(filler, word), lemmas, kinds) for filler in fillers):
            return None
    return first, last


def _is_phrasal(verb: Word, pattern: Pattern) -> bool:
    """True for a verb whose particle makes another deed of it: "call off" is no "call", "call out" no "call for"."""
    particles = {one.lower for one in verb.children if one.dep == "compound:prt"}.difference(pattern.after)
    return "off" in particles or ("out" in particles and bool(pattern.after))


def _lies_ahead(verb: Word) -> bool:
    """True for "will retaliate", "would retaliate", not for "would have"."""
    auxiliaries = {one.lower for one in children(verb, "aux")}
    return bool(auxiliaries & AHEAD) and "have" not in auxiliaries


def _is_second_part(verb: Word) -> bool:
    """True for a verb that a noun before a hyphen makes another of: to "baton-charge" is not to charge."""
    return any(
        one.dep == "punct" and one.text == "-" and one.i == verb.i - 1 and noun.pos == "NOUN" and noun.i == verb.i - 2
        for noun in verb.children
        for one in (*noun.children, *verb.children)
    )


def _complements(word: Word, preposition: str) -> list[Word]:
    """What a preposition marks under a predicate, wherever the parser hung it."""
    return [*obliques(word, preposition), *_shared(word, preposition), *_state(word, preposition)]


def _opens(clause: Word, wanted: tuple[str, ...]) -> bool:
    """True if the clause's verb is one an entry asks for.

    Or an auxiliary of it ("said that they *must* leave"), the preposition of its predicate ("said that they were
    *behind* the raid"), or what it goes on with ("vowed to keep *shelling* them").
    """
    if clause.lemma in wanted or any(auxiliary.lower in wanted for auxiliary in children(clause, "aux")):
        return True
    if child(clause, "cop") is not None and case(clause) in wanted:
        return True
    return clause.lemma in GOING_ON and any(
        {inner.lemma, inner.lower} & set(wanted) for inner in children(clause, "xcomp")
    )


def _shared(word: Word, preposition: str) -> list[Word]:
    """Obliques of the verb whose object the noun is, after the noun: parsers hang them on either ("strikes on X")."""
    if word.pos != "NOUN" or word.relation not in ("obj", "nsubj:pass") or word.head is None:
        return []
    beside = obliques(word.head, preposition)
    return [filler for filler in beside if filler.i > word.i and filler.mention_type != "time"]


def _state(word: Word, preposition: str) -> list[Word]:
    """What a verb of being says somebody is in: "remained *on alert*" is a second predicate, no oblique."""
    return [second for second in children(word, "xcomp") if case(second) == preposition]


def _beside(word: Word, needed: str) -> Word | None:
    """The preposition of such an oblique."""
    for filler in _shared(word, needed):
        for marker in filler.children:
            if marker.relation == "case":
                return marker
    return None


def _heads(word: Word | None, wanted: tuple[str, ...], kinds: _Kinds) -> bool:
    """True if the word is one an entry asks for, by lemma or by what it refers to."""
    if word is None:
        return False
    if word.lemma in wanted or any(kind in wanted for kind in kinds.of(word)):
        return True
    if not kinds.meant(word).isdisjoint(wanted):
        return True
    if any(title.dep == "nmod:desc" and title.lemma in wanted for title in word.children):
        return True  # "Ambassador Ana Rivas"
    for modifier in word.children:
        if modifier.i == word.i - 1 and f"{modifier.lower} {word.lemma}" in wanted:
            return True
        if modifier.i == word.i - 2 and modifier.end + 1 == word.start and f"{modifier.lower}-{word.lemma}" in wanted:
            return True  # "asylum-seeker", which the tree holds in parts
    if word.lemma in MEASURES or word.pos == "NUM":
        # "eased some of its restrictions", "$5 million in aid": what is measured counts.
        return any(_heads(inner, wanted, kinds) for inner in word.children if case(inner) in ("of", "in"))
    return False


def _any_heads(word: Word | None, wanted: tuple[str, ...], kinds: _Kinds) -> bool:
    """True if one of coordinated words is one an entry asks for ("supplied maps and *intelligence*")."""
    return word is not None and any(_heads(one, wanted, kinds) for one in conjuncts(word))


def _stands_in(verb: Word, predicate: Predicate, kinds: _Kinds) -> bool:
    """True for a pronoun as the subject of a verb whose object tells enough ("they will lay down their weapons").

    That something is done to somebody tells nothing of who does it.
    """
    subject = doer(verb)
    if subject is None or (subject.lower not in PERSONAL and subject.lower != "it"):
        return False
    things, thing = tuple(one for one in predicate.objects if one[0] != "<"), undergoer(verb)
    tells = thing is not None and "<person>" not in kinds.of(thing) and _any_heads(thing, things, kinds)
    return bool(predicate.complements or predicate.clauses) or tells


def _tail(word: Word, needed: str) -> Word | None:
    """The particle or preposition a pattern needs, wherever the parser hung it."""
    for dependent in word.children:
        if needed == "to" and dependent.i < word.i:
            continue  # "chose not to tell them"
        if dependent.lower == needed and dependent.relation in TAILS:
            if dependent.relation == "case" and dependent.i < word.i:
                # The noun's own preposition: "the news *of* support for X" tells of no "support of".
                continue
            return dependent
        if dependent.mention_type == "time" and dependent.relation == "obl":
            # "called the president on Friday" is no "call on".
            continue
        if needed == "that" and dependent.relation == "ccomp" and (mark := child(dependent, "mark")) is not None:
            return mark if mark.lower == needed else None
        stands_behind = dependent.i > word.i or dependent.lower in RELATIVES  # "the raid in which nine men died"
        if dependent.relation in ("obl", "nmod", "advcl", "obj", "xcomp", "acl") and stands_behind:
            # The preposition of a name of several words may hang on any of them.
            for marker in (m for part in (dependent, *children(dependent, "flat")) for m in part.children):
                if marker.lower == needed and marker.relation in ("case", "mark"):
                    return marker
            if dependent.relation == "obj":
                for inner in dependent.children:
                    if inner.relation == "nmod" and case(inner).split(" ")[-1] == needed:
                        return next(m for m in inner.children if m.relation == "case")
    return None
