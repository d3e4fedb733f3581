"""The predicate lexicon: which words tell of which PLOVER event, and which of their dependents take part.

Files ``predicates/*.toml``, one per event type, or one per theme of it (``assault-weapons.toml``), and
``predicates/wider/*.toml`` for rarer wordings, whose turn comes where none of the former reads the word;
docs/lexicon.md explains the form for people who add entries. Patterns are plain words: ``"call for"`` is a verb with
the preposition or particle it needs, ``"air strike"`` a noun with its modifier, ``"call + for"`` a noun with the
preposition or infinitive mark it needs after it. Users' own files have the same form.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

import rtoml
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import LexiconError
from dragoman.lexicon.word_classes import expand
from dragoman.ontology.plover import load_plover

WordClass = Literal["verb", "noun", "adjective"]
# The type of a wording that tells no event.
NONE = "NONE"
# Types whose recipient suffers them or is let go: who condemns or demands the act does not mean him.
SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})
NonEmpty = Annotated[str, Field(min_length=1, pattern=r"^\S(.*\S)?$")]
# Words one of which must stand in a place; "@crowd" stands for those of a class.
Heads = Annotated[tuple[NonEmpty, ...], AfterValidator(expand)]


class Example(BaseModel):
    """A sentence and the triple it must give; ``actor`` and ``recipient`` are words of the sentence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: NonEmpty
    actor: str | None = None
    recipient: str | None = None
    type: str | None = None


class Predicate(BaseModel):
    """One entry.

    Attributes:
        id: unique; the record's ``rule``.
        type, modes, contexts: PLOVER v2. Type ``NONE`` is for wordings that look like a predicate and tell no event
            ("strike a balance", "heart attack"): they keep lighter patterns of the same word from firing.
        verbs, nouns, adjectives: patterns, see the module's head.
        actor, recipient: slots in order of preference: ``subject``, ``object``, ``clause`` (subject or controller of
            the complement clause), ``possessor`` (of the object), ``home`` (the state whose the object is), or a
            preposition.
        reciprocal: the parties do it to one another ("A met B", "talks between A and B").
        nominal_of: what "of X" is to the noun: actor ("the visit of X"), recipient ("the arrest of X") or none ("a
            discussion of X").
        nominal_possessor: what "X's" is to the noun: actor ("X's visit") or recipient ("X's arrest").
        objects: lemmas one of which must head the object ("throw … weight behind"); ``<person>`` stands for any
            object of that mention type, so also ``<organization>``, ``<place>`` …, ``<named person>`` … for one told by
            name, ``<nothing>`` for no object at all
            ("the miners *struck*"); "tear gas" asks for its modifier; "@crowd" stands for the words of that class.
        subjects: likewise for the logical subject of a verb ("*staff* left", "*troops* left").
        clauses: likewise for the verb of the complement clause ("declined to *comment*").
        complements: preposition → lemmas one of which must head that oblique ("inform X of consequences"); any of
            several prepositions will do for "into/off/toward".
        needs: roles without which there is no event; ``content``: some event must stand in the complement; ``doer``:
            the clause must tell the actor: no passive without one ("two million *are displaced*", "was *paid*").
        ahead: the verb tells it only of what is yet to come: "*will* retaliate", "said that it *would* retaliate".
        negated: the verb tells it only where it is negated ("will *not* stand by"), or that of its complement clause
            where the entry asks for one; the negation is then no part of the event's own factuality.
        destination: a place in the recipient slot stands for its country's government ("visit to Cairo").
        wider: it comes after all entries that are not; set by the folder the entry stands in.
        examples, near_misses: what the entry must read, and what it must leave alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: NonEmpty
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    verbs: tuple[NonEmpty, ...] = ()
    nouns: tuple[NonEmpty, ...] = ()
    adjectives: tuple[NonEmpty, ...] = ()
    actor: tuple[str, ...] = ("subject",)
    recipient: tuple[str, ...] = ("object",)
    reciprocal: bool = False
    nominal_of: Literal["actor", "recipient", "none"] = "recipient"
    nominal_possessor: Literal["actor", "recipient", "none"] = "actor"
    objects: Heads = ()
    subjects: Heads = ()
    clauses: Heads = ()
    complements: Mapping[str, Heads] = Field(default_factory=dict)
    needs: tuple[Literal["actor", "recipient", "content", "doer"], ...] = ("actor",)
    ahead: bool = False
    negated: bool = False
    destination: bool = False
    wider: bool = False
    examples: tuple[Example, ...] = ()
    near_misses: tuple[NonEmpty, ...]

    @property
    def denies(self) -> bool:
        """Whether the entry's own words hold a "not" or a "no" ("had *no plans* to leave")."""
        return self.negated or any(listed.startswith("no ") for listed in self.objects)


@dataclass(frozen=True, slots=True)
class Pattern:
    """One pattern of an entry, compiled: key lemma, words it needs before (nouns) or after it (verbs, adjectives)."""

    predicate: Predicate
    word_class: WordClass
    lemma: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How much the pattern asks for; the heaviest that matches wins."""
        entry = self.predicate
        constraints = sum(map(bool, (entry.objects, entry.subjects, entry.clauses))) + len(entry.complements)
        constraints += entry.ahead + entry.negated
        return 2 * (len(self.before) + len(self.after)) + 3 * constraints + (entry.type == NONE)


@dataclass(frozen=True, slots=True)
class PredicateTable:
    """All entries, with their patterns by key lemma, heaviest first, and those of the wider ones after the others.

    ``victims`` are nouns whose "of" names those who suffer it, ``harmed`` those whose possessor does.
    """

    entries: tuple[Predicate, ...]
    verbs: Mapping[str, tuple[Pattern, ...]]
    nouns: Mapping[str, tuple[Pattern, ...]]
    adjectives: Mapping[str, tuple[Pattern, ...]]
    victims: frozenset[str]
    harmed: frozenset[str]


def load_predicates(extra: Sequence[Path] = ()) -> PredicateTable:
    """The packaged entries and those of the user's own files, which come first where both match.

    The packaged ones come in the order of their ids, whatever file they stand in: of two patterns that ask for as much,
    the first wins.

    Raises:
        LexiconError: a file breaks the form, repeats an id or a pattern, or names an unknown type, mode or context.
    """
    folder = files("dragoman.lexicon") / "predicates"
    own = [entry for path in extra for entry in _parse(path.read_text(encoding="utf-8"), str(path))]
    packaged = [
        entry
        for shelf, wider in ((folder, False), (folder / "wider", True))
        for item in shelf.iterdir()
        if item.name.endswith(".toml")
        for entry in _parse(item.read_text(encoding="utf-8"), item.name, wider=wider)
    ]
    replaced = {entry.id for entry in own}
    packaged = sorted((entry for entry in packaged if entry.id not in replaced), key=lambda entry: entry.id)
    return compile_table([*own, *packaged])


def compile_table(entries: Iterable[Predicate]) -> PredicateTable:
    """Index entries by key lemma.

    Raises:
        LexiconError: two entries share an id, or the same pattern with the same constraints.
    """
    listed = tuple(entries)
    faults: list[str] = []
    seen: dict[object, str] = {}
    tables: dict[WordClass, dict[str, list[Pattern]]] = {"verb": {}, "noun": {}, "adjective": {}}
    for entry in listed:
        if entry.id in seen:
            faults.append(f"{entry.id}: the id is used twice")
        seen[entry.id] = entry.id
        for pattern in _patterns(entry):
            asked = (entry.objects, entry.subjects, entry.clauses, tuple(sorted(entry.complements.items())))
            constraints = (*asked, entry.ahead, entry.negated)
            key = (pattern.word_class, pattern.lemma, pattern.before, pattern.after, constraints)
            if key in seen:
                faults.append(f"{entry.id}: the pattern for {pattern.lemma!r} is also in {seen[key]}")
            seen[key] = entry.id
            tables[pattern.word_class].setdefault(pattern.lemma, []).append(pattern)
    if faults:
        raise LexiconError("predicates", faults)
    frozen = {
        word_class: {lemma: tuple(sorted(found, key=_turn)) for lemma, found in table.items()}
        for word_class, table in tables.items()
    }
    nouns = [pattern for found in frozen["noun"].values() for pattern in found if not pattern.predicate.wider]
    suffered = [pattern for pattern in nouns if pattern.predicate.type in SUFFERED]
    victims = frozenset(p.lemma for p in suffered if p.predicate.nominal_of == "recipient")
    harmed = frozenset(p.lemma for p in suffered if p.predicate.nominal_possessor == "recipient" and not p.before)
    return PredicateTable(listed, frozen["verb"], frozen["noun"], frozen["adjective"], victims, harmed)


def _turn(pattern: Pattern) -> tuple[bool, int]:
    """Sorts patterns by when their turn comes."""
    return pattern.predicate.wider, -pattern.weight


def _patterns(entry: Predicate) -> Iterable[Pattern]:
    """The compiled patterns of one entry; of a word with a hyphen the tree has the parts, the last over the rest."""
    for written in entry.verbs:
        first, *rest = written.split()
        *before, key = first.split("-")
        yield Pattern(entry, "verb", key, tuple(before), tuple(rest))
    for written in entry.adjectives:
        first, *rest = written.split()
        yield Pattern(entry, "adjective", first, (), tuple(rest))
    for written in entry.nouns:
        head, _, tail = written.partition(" + ")
        *rest, last = head.replace("-", " ").split()
        yield Pattern(entry, "noun", last, tuple(rest), tuple(tail.split()))


def _parse(text: str, source: str, *, wider: bool = False) -> list[Predicate]:
    """The entries of one file, ``wider`` ones if told so, with every fault of the file in one error."""
    try:
        raw = rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        raise LexiconError(source, [f"not valid TOML: {error}"]) from error
    faults = [f"unknown key {key!r}; only [[predicate]] is allowed" for key in raw if key != "predicate"]
    plover = load_plover()
    entries: list[Predicate] = []
    for position, item in enumerate(raw.get("predicate", []), 1):
        label = str(item.get("id", f"entry {position}"))
        try:
            entry = Predicate.model_validate({**item, "wider": True} if wider else item)
        except ValidationError as error:
            faults.extend(f"{label}: {'.'.join(map(str, part['loc']))}: {part['msg']}" for part in error.errors())
            continue
        faults.extend(f"{label}: {fault}" for fault in _faults(entry, plover))
        entries.append(entry)
    if faults:
        raise LexiconError(source, faults)
    return entries


def _faults(entry: Predicate, plover: object) -> list[str]:
    """What the schema cannot see: unknown codes, missing evidence, actors that are not in their example."""
    from dragoman.ontology.plover import Plover

    assert isinstance(plover, Plover)
    faults: list[str] = []
    if entry.type == NONE:
        return [] if entry.near_misses else ["needs at least one near miss: a sentence it keeps from firing"]
    if entry.type not in plover.types:
        return [f"unknown PLOVER type {entry.type!r}"]
    known = plover.types[entry.type].modes
    faults.extend(
        f"{entry.type} has no mode {mode!r}; its modes are {', '.join(known) or 'none'}"
        for mode in entry.modes
        if mode not in known
    )
    faults.extend(f"unknown context {context!r}" for context in entry.contexts if context not in plover.contexts)
    if not (entry.verbs or entry.nouns or entry.adjectives):
        faults.append("no verbs, nouns or adjectives")
    if not entry.examples or not entry.near_misses:
        faults.append("needs at least one example and one near miss")
    for example in entry.examples:
        for role in (example.actor, example.recipient):
            if role is not None and role not in example.text:
                faults.append(f"{role!r} is not in its example")
    return faults
