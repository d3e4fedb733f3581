"""What the layers for events learn from: tagged sentences (:mod:`training.tagged`) and what the lexicon knows of them.

Types are those of the tags. Modes are learnt from the rules: where an entry of the tagged type fires on a tagged word,
its mode is the target.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.language import load
from dragoman.lexicon.frames import LEARNED
from dragoman.ontology.plover import load_plover
from training.tagged import read_line

NONE = "none"


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence and what its words tell.

    Attributes:
        words: without white space.
        types: word → types, best first.
        modes: word → the label of its mode, or `NONE`, where an entry of the lexicon tells.
    """

    words: tuple[str, ...]
    types: dict[int, tuple[str, ...]]
    modes: dict[int, str]


def read_tagged(lines: Iterable[str], rules: Rules) -> Iterator[Lesson]:
    """The lessons of tagged lines; empty lines are passed over.

    Raises:
        ValueError: a tag names an unknown type.
    """
    known = load_plover().types
    for line in lines:
        text, tags = read_line(line.strip())
        if not text:
            continue
        if unknown := [name for tag in tags for name in tag.types if name not in known]:
            raise ValueError(f"unknown type {unknown[0]} in {line.strip()!r}")
        starts, words, events = rules.read(text)
        at = {char: k for k, start in enumerate(starts) for char in range(start, start + len(words[k]))}
        types = {at[tag.span[0]]: tag.types for tag in tags}
        modes = {k: events[k][1] for k, of_word in types.items() if k in events and events[k][0] in of_word}
        yield Lesson(words, types, modes)


def read_examples(rules: Rules) -> Iterator[Lesson]:
    """The lexicon's examples and near misses, as the rules alone read them."""
    from dragoman.lexicon.predicates import load_predicates

    for entry in load_predicates().entries:
        for text in (*(example.text for example in entry.examples), *entry.near_misses):
            _, words, events = rules.read(text)
            types = {k: (kind,) for k, (kind, _) in events.items()}
            yield Lesson(words, types, {k: mode for k, (_, mode) in events.items()})


class Rules:
    """What the lexicon makes of a sentence, without what the model has learnt here before."""

    def __init__(self) -> None:
        from dragoman import Reader

        self._reader = Reader()
        self._tokenizer: Any = load().tokenizer

    def read(self, text: str) -> tuple[tuple[int, ...], tuple[str, ...], dict[int, tuple[str, str]]]:
        """Where its words start, the words, and of those that tell an event the type and the label of the mode."""
        tokens = [token for token in self._tokenizer(text) if not token.is_space]
        told: dict[int, tuple[str, str]] = {}
        for event in self._reader.read(text).events:
            if event.rule.startswith(LEARNED):
                continue
            label = f"{event.type} {event.modes[0]}" if event.modes else NONE
            for k, token in enumerate(tokens):
                if event.anchor[0] <= token.idx < event.anchor[1]:
                    told.setdefault(k, (event.type, label))
        return tuple(token.idx for token in tokens), tuple(token.text for token in tokens), told


def labels() -> tuple[str, ...]:
    """What the columns of the types stand for: no event, then the types in the ontology's order."""
    return (NONE, *load_plover().types)


def mode_labels() -> tuple[str, ...]:
    """What the columns of the modes stand for: no mode, then type and mode."""
    return (NONE, *(f"{name} {mode}" for name, known in load_plover().types.items() for mode in known.modes))
