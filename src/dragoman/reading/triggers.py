"""Which words of a report are predicates: patterns of the lexicon laid over the tree."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property

from dragoman.lexicon.composition import load_composition
from dragoman.lexicon.factuality import load_factuality
from dragoman.lexicon.predicates import NONE, Pattern, Predicate, PredicateTable, WordClass
from dragoman.lexicon.word_classes import load_word_classes
from dragoman.reading.clause_signs import PROMISED, is_denied, is_hindsight, opens_condition
from dragoman.reading.clauses import (
    RELATIVES,
    doer,
    is_circumstance,
    is_contrast,
    is_passive,
    resolve_relative,
    undergoer,
)
from dragoman.reading.draft import Cast, WordSpan
from dragoman.reading.heads import PERSONAL, Heads
from dragoman.reading.obliques import obliques
from dragoman.reading.tree import Tree, Word, case, child, children, has_to

# Where a gerund that the lexicon lists as a noun stands as one ("Fighting between … resumed").
NOMINAL = frozenset({"nsubj", "csubj", "obj", "obl", "nmod"})
# Auxiliaries of what is yet to come.
AHEAD = frozenset({"will", "'ll", "’ll", "shall", "would", "'d", "’d"})
# Nouns that only say that what stands behind their "of" was done.
ACTS = frozenset({"act", "case", "form", "instance"})
# Relations a particle or preposition can have to the word it belongs to.
TAILS = frozenset({"compound", "advmod", "case", "mark", "obl", "fixed", "advcl", "xcomp", "obj"})
# Prepositions that a passive can leave behind, as in "were fired *upon*".
STRANDED = frozenset({"at", "on", "upon"})
# Verbs that mean nothing of their own beside "up" and "down".
SPLIT = frozenset({"break", "call", "give", "turn"})
# Classes of words for those who act.
PEOPLED = ("authority", "crowd", "fighter", "people", "soldier")
# Words of those classes for what they move in: "he", "she" and "it" are none of them.
CRAFT = frozenset({"armour", "column", "fleet", "squadron", "tank", "warship"})
# Types of what is done to people, whoever did it.
BY_FORCE = frozenset({"ASSAULT", "COERCE"})
# Verbs that only say that an act goes on, or a thing in some state ("would not go *unpunished*").
GOING_ON = frozenset({"continue", "go", "keep", "resume"})


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


def find_triggers(tree: Tree, table: PredicateTable, cast: Cast) -> tuple[list[Trigger], frozenset[int]]:
    """Triggers in text order, and the words of which an entry says that they tell nothing.

    One word fires one entry, the one that asks for most.

    Args:
        tree: the report's words.
        table: the predicates.
        cast: what names name, where the report has told better than the model.
    """
    heads = Heads(tree, cast)
    found: list[Trigger] = []
    silent: set[int] = set()
    listed = {"verb": table.verbs, "noun": table.nouns, "adjective": table.adjectives}
    for word in tree.words:
        kind = _kind_of(word, table)
        if kind is None:
            continue
        patterns = listed[kind].get(word.lemma) or (listed[kind].get(word.lower) if kind == "noun" else None)
        if patterns is None or _is_part(word, kind, tree):
            continue
        trigger = _fire(word, patterns, heads, nominal=kind == "noun")
        if trigger is not None and trigger.predicate.type == NONE:
            silent.add(word.i)
        elif trigger is not None:
            found.append(trigger)
    return found, frozenset(silent)


def word_class(word: Word, table: PredicateTable, tree: Tree) -> WordClass | None:
    """Whether a word is laid under the patterns of verbs, of nouns or of adjectives, if any."""
    kind = _kind_of(word, table)
    return None if kind is None or _is_part(word, kind, tree) else kind


def _kind_of(word: Word, table: PredicateTable) -> WordClass | None:
    """Whether a word is a verb, a noun (as is a gerund that entries list as one) or an adjective, if any."""
    gerund = word.lower in table.nouns and word.relation in NOMINAL and word.lower.endswith("ing")
    if word.pos == "VERB" and not gerund:
        return "verb"
    if word.pos in ("NOUN", "PROPN", "VERB"):
        return "noun"
    return "adjective" if word.pos == "ADJ" else None


def _is_part(word: Word, kind: WordClass, tree: Tree) -> bool:
    """True for a word that is only a part of another's phrase or name, and tells nothing by itself."""
    if kind == "verb":
        return word.relation in ("amod", "compound", "aux", "case", "mark", "fixed")
    return kind == "noun" and (word.relation in ("compound", "flat") or _inside_name(word, tree))


def _inside_name(word: Word, tree: Tree) -> bool:
    """True for a word of a person's, organization's or place's name ("Rapid Support Forces")."""
    return word.name >= 0 and tree.names[word.name].label in ("PERSON", "ORG", "LOC")


class _Candidate:
    """A word that patterns are laid over, and what they ask of it: found out once, most of it when first asked for.

    Attributes:
        said: all words of its sentence.
        before: lemmas and forms of the dependents that stand before the word, and where.
        particles: those that make another deed of a verb.
        is_second_part: see :func:`_is_second_part`.
        by_nobody: whether a doer whom an entry of force asks for may go untold.
    """

    def __init__(self, word: Word, heads: Heads) -> None:
        self.word = word
        self.heads = heads
        self.said = heads.said_beside(word)
        self.before: dict[str, int] = {}
        self.particles: set[str] = set()
        for one in word.children:
            if one.i < word.i:
                self.before.setdefault(one.lemma, one.i)
                self.before.setdefault(one.lower, one.i)
                for part in one.children:  # "a *live-fire* drill", of which the tree hangs one on the other
                    if part.i == one.i - 2 and part.end + 1 == one.start:
                        self.before.setdefault(part.lower, part.i)
            stranded = one.i == word.i + 1 and one.lower in STRANDED and not one.children and is_passive(word)
            if one.dep == "compound:prt" or stranded:
                self.particles.add(one.lower)
        self.is_second_part = _is_second_part(word)
        self.by_nobody = False
        self._tails: dict[str, Word | None] = {}
        self._complements: dict[str, list[Word]] = {}

    @cached_property
    def thing(self) -> Word | None:
        """The logical object of a verb."""
        return undergoer(self.word)

    @cached_property
    def objects(self) -> frozenset[str]:
        """What that and what is coordinated with it are called, a relative pronoun by itself too."""
        called, told = self.heads.called_together(self.thing), child(self.word, "obj")
        return called | {told.lower} if told is not None and told.lower in RELATIVES else called

    @cached_property
    def subject(self) -> Word | None:
        """The logical subject of a verb."""
        return doer(self.word)

    @cached_property
    def subjects(self) -> frozenset[str]:
        """What that is called."""
        return self.heads.called(self.subject) if self.subject is not None else frozenset()

    def tail(self, needed: str, word_class: WordClass) -> Word | None:
        """The particle or preposition a pattern needs after the word."""
        if needed not in self._tails:
            tail = _tail(self.word, needed) or (_beside(self.word, needed) if word_class == "noun" else None)
            if tail is not None and needed == "to" and self.word.lemma == "tell" and tail.relation == "case":
                tail = None  # "told the crowd, *to cheers*, that he would go" orders nothing
            self._tails[needed] = tail
        return self._tails[needed]

    def complements(self, preposition: str) -> list[Word]:
        """What a preposition marks under the word, wherever the parser hung it."""
        if preposition not in self._complements:
            word = self.word
            marked = [*obliques(word, preposition), *_shared(word, preposition), *_state(word, preposition)]
            self._complements[preposition] = [resolve_relative(filler, word) for filler in marked]
        return self._complements[preposition]


def _fire(word: Word, patterns: tuple[Pattern, ...], heads: Heads, *, nominal: bool) -> Trigger | None:
    """The first (heaviest) pattern whose needs are met, with those after it; one that tells no event ends them.

    Where none is, a passive without a doer fires those that ask who did it: "was *picked up* at his home".
    """
    candidate = _Candidate(word, heads)
    fired = _fired(candidate, patterns, nominal=nominal)
    if not fired and not nominal and candidate.subject is None and is_passive(word):
        candidate.by_nobody = True
        fired = _fired(candidate, patterns, nominal=nominal)
    return replace(fired[0], lighter=tuple(fired[1:])) if fired else None


def _fired(candidate: _Candidate, patterns: tuple[Pattern, ...], *, nominal: bool) -> list[Trigger]:
    """The triggers of the patterns that fit, heaviest first."""
    fired: list[Trigger] = []
    for pattern in patterns:
        anchor = _match(candidate, pattern)
        if anchor is None or any(pattern.predicate is other.predicate for other in fired):
            continue
        if fired and pattern.predicate.type == NONE:
            break
        fired.append(Trigger(candidate.word, pattern.predicate, nominal, anchor))
        if pattern.predicate.type == NONE:
            break
    return fired


def _match(candidate: _Candidate, pattern: Pattern) -> WordSpan | None:
    """The anchor's words if the pattern fits, else None."""
    word = candidate.word
    first, last = word.i, word.i + 1
    if not candidate.said.issuperset(pattern.after):
        return None  # most patterns ask for a word that the sentence has not
    for needed in pattern.before:
        modifier = candidate.before.get(needed)
        if modifier is None:
            return None
        first = min(first, modifier)
    for needed in pattern.after:
        tail = candidate.tail(needed, pattern.word_class)
        if tail is None:
            return None
        if last <= tail.i <= last + 1:
            last = tail.i + 1
    predicate = pattern.predicate
    if pattern.word_class == "verb":
        if (candidate.particles and _is_phrasal(candidate, pattern)) or (
            not pattern.before and candidate.is_second_part
        ):
            return None
        if "doer" in predicate.needs and candidate.subject is None and is_passive(word):
            return None
        if predicate.ahead and not _lies_ahead(word):
            return None
        if predicate.negated and not predicate.clauses and not _is_negated(word):
            return None
        if predicate.objects and not _has_object(candidate, predicate):
            return None
        if predicate.subjects and not _has_subject(candidate, predicate):
            return None
    if predicate.clauses:
        told = "clause" in predicate.recipient  # what is said, not when: "was charged after police broke up a rally"
        clauses = [
            clause
            for clause in children(word, "xcomp", "ccomp", "advcl", "acl")
            if not (is_circumstance(clause) if told else is_contrast(clause))
        ]
        thing = child(word, "obj") if pattern.word_class == "verb" and predicate.type != NONE else None
        if thing is not None:
            clauses += children(thing, "acl")  # "had nothing *to do* with", "gave them a week *to leave*"
        opening = [clause for clause in clauses if _opens(clause, predicate.clauses)]
        if not opening or (predicate.negated and not any(_is_negated(clause) for clause in opening)):
            return None
    for preposition, lemmas in predicate.complements.items():
        fillers = (filler for either in preposition.split("/") for filler in candidate.complements(either))
        if all(candidate.heads.called(filler).isdisjoint(lemmas) for filler in fillers):
            return None
    return first, last


def _lies_ahead(verb: Word) -> bool:
    """True for "will retaliate", "would retaliate", "vowed to retaliate", not for "would have"."""
    auxiliaries = {one.lower for one in children(verb, "aux")}
    vowed = verb.relation == "xcomp" and has_to(verb) and verb.head is not None and verb.head.lemma in PROMISED
    return vowed or (bool(auxiliaries & AHEAD) and "have" not in auxiliaries)


def _is_negated(word: Word) -> bool:
    """True for "will *not* stand by", "said that they were *not* responsible"."""
    return is_denied(word, load_factuality())


def _is_second_part(verb: Word) -> bool:
    """True for a verb that a noun before a hyphen makes another of: to "baton-charge" is not to charge."""
    noun = next((one for one in verb.children if one.i == verb.i - 2 and one.pos == "NOUN"), None)
    return noun is not None and any(
        one.i == verb.i - 1 and one.dep == "punct" and one.text == "-" for one in (*noun.children, *verb.children)
    )


def _has_object(candidate: _Candidate, predicate: Predicate) -> bool:
    """True if what a verb is done to is one an entry asks for, is people told of by their number, or need not be."""
    thing = candidate.thing
    if thing is None:
        return "<nothing>" in predicate.objects
    counted = thing.pos == "NUM" and "<person>" in predicate.objects  # "Militants behead 11"
    return counted or not candidate.objects.isdisjoint(predicate.objects)


def _has_subject(candidate: _Candidate, predicate: Predicate) -> bool:
    """True if who does what a verb says is one an entry asks for, or a pronoun that may well mean one."""
    if candidate.by_nobody and predicate.objects and predicate.type in BY_FORCE and "doer" not in predicate.needs:
        return _asks_for_people(predicate)  # bombs and bombers are told of where it was they
    return not candidate.subjects.isdisjoint(predicate.subjects) or _stands_in(candidate, predicate)


def _is_phrasal(candidate: _Candidate, pattern: Pattern) -> bool:
    """True for a verb whose particle makes another deed of it: "call off" is no "call", "call out" no "call for".

    Likewise the preposition that a passive leaves behind: who was "fired upon" was not fired.
    """
    particles = candidate.particles.difference(pattern.after)
    if is_passive(candidate.word) and particles & STRANDED:
        return True
    if particles & {"up", "down"} and candidate.word.lemma in SPLIT:
        return bool(pattern.after)  # "broke up the march with sticks" did not break with anybody
    return "off" in particles or ("out" in particles and bool(pattern.after))


def _opens(clause: Word, wanted: tuple[str, ...]) -> bool:
    """True if the clause's verb is one an entry asks for.

    Or an auxiliary of it ("said that they *must* leave"), the preposition of its predicate ("said that they were
    *behind* the raid"), or what it goes on with ("vowed to keep *shelling* them").
    """
    if clause.lemma in wanted:
        # "said that aid was needed", "that they needed to act" ask for it; "that it needed a father" does not.
        return clause.lemma != "need" or is_passive(clause) or child(clause, "xcomp") is not None
    if f"to {clause.lemma}" in wanted and has_to(clause) and any(one.lemma == "be" for one in children(clause, "aux")):
        return True  # "said they were *to blame*"
    if clause.lemma in ACTS and any(one.lemma in wanted for one in children(clause, "nmod") if case(one) == "of"):
        return True  # "was an act of aggression"
    if any(auxiliary.lower in wanted for auxiliary in children(clause, "aux")):
        if opens_condition(clause, load_factuality()):
            return False  # "warned them *should* it happen"
        return not is_hindsight(clause)  # "said they should have left" asks for nothing
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


@cache
def _doers() -> frozenset[str]:
    """Nouns for those who do things, and not for what they do them with."""
    classes = load_word_classes()
    return frozenset().union(*(classes[name] for name in PEOPLED)) - load_composition().instruments - CRAFT


def _asks_for_people(predicate: Predicate) -> bool:
    """True for an entry whose subjects are those who act, and not what they act with."""
    return any(one[0] == "<" or one in _doers() for one in predicate.subjects)


def _stands_in(candidate: _Candidate, predicate: Predicate) -> bool:
    """True for a pronoun as the subject of a verb whose object tells enough ("they will lay down their weapons").

    That something is done to somebody tells nothing of who does it; nor are they things who did it, nor blame what
    they did.
    """
    subject, thing = candidate.subject, candidate.thing
    if subject is None or (subject.lower not in PERSONAL and subject.lower != "it"):
        return False
    if not _asks_for_people(predicate):
        return False
    if subject.lower == "they" and any(one in _doers() for one in candidate.subjects if one[0] != "<"):
        return False  # the report tells who "they" are: others than those asked for
    if predicate.complements or predicate.clauses:
        return True
    if thing is None or "<person>" in candidate.heads.kinds_of(thing):
        return False
    return any(one in candidate.objects for one in predicate.objects if one[0] != "<")


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
                    if inner.relation == "amod" and inner.i > dependent.i and inner.lower == needed:
                        return inner  # "held the minister *responsible*"
                    if inner.relation == "nmod" and case(inner).split(" ")[-1] == needed:
                        return next(m for m in inner.children if m.relation == "case")
    return None
