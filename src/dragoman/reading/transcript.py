"""Transcripts and interviews: turns that open with who speaks ("KERRY: …", "Q: … A: …"), each an attribution."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from dragoman.lexicon.reporting import Cue
from dragoman.reading.draft import Actor, Cast
from dragoman.reading.found import Found
from dragoman.reading.reach import subtract, trim
from dragoman.reading.tree import Tree, Word, paragraphs_of

_LONGEST_LABEL = 7  # words before the colon
_OPENING = frozenset({"“", '"', "‘", "«", "„", "``", "''"})
_ASKING = frozenset({"q", "q.", "question", "interviewer", "reporter", "host", "moderator", "presenter", "anchor"})
_ANSWERING = frozenset({"a", "a.", "answer"})
_FORMS = frozenset({"mr", "mr.", "ms", "ms.", "mrs", "mrs.", "dr", "dr."})


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn: its label and words as word spans, and the word that carries the label (the colon, or "Q.")."""

    label: tuple[int, int]
    mark: Word
    content: tuple[int, int]

    @property
    def source(self) -> int:
        """The label's last word that is no bracket."""
        return self.label[1] - 1


def find_turns(tree: Tree) -> list[Turn]:
    """The turns of a report in text order.

    A paragraph is a turn if it opens with a label and a colon, and the report has another such paragraph or the label
    is followed by a quotation mark. Between two turns of a report that consists of hardly anything else, a paragraph
    without a label goes on with the turn before it.
    """
    paragraphs = paragraphs_of(tree)
    turns = [(place, turn) for place, span in enumerate(paragraphs) if (turn := _turn(tree, *span)) is not None]
    labels = Counter(_written(tree, turn) for _, turn in turns)
    asked = any(label in _ASKING for label in labels)
    kept = [
        (place, turn)
        for place, turn in turns
        if _is_quoted(tree, turn)
        or (asked and _written(tree, turn) in _ASKING | _ANSWERING)
        or (len(turns) > 1 and (_is_capital(tree, turn) or labels[_written(tree, turn)] > 1))
    ]
    if len(kept) < 2 or 2 * len(kept) < _paragraphs_between(kept):
        return [turn for _, turn in kept]
    return [
        Turn(turn.label, turn.mark, (turn.content[0], paragraphs[after - 1][1]))
        for (_, turn), after in zip(kept, [*(place for place, _ in kept[1:]), kept[-1][0] + 1], strict=True)
    ]


def _paragraphs_between(turns: list[tuple[int, Turn]]) -> int:
    """How many paragraphs lie between the first turn and the last, both counted."""
    return turns[-1][0] - turns[0][0] + 1


def hear_turns(tree: Tree, cast: Cast, turns: list[Turn], cue: Cue) -> tuple[list[Found], dict[int, int | None]]:
    """The attributions of turns, and who each label stands for.

    Args:
        tree: the report's words.
        cast: grows by an actor for a speaker the text names nowhere else.
        turns: as found.
        cue: stands for the colon.

    Returns:
        Attributions, and for the last word of each label the speaker's actor; None for whoever asks, unnamed.
    """
    founds: list[Found] = []
    speakers: dict[int, int | None] = {}
    made: dict[str, int | None] = {}
    for turn in turns:
        written = _written(tree, turn)
        if written not in made:
            made[written] = _speaker(tree, cast, turn, turns[0])
        speakers[turn.source] = made[written]
        mark, source = (turn.mark.i, turn.mark.i + 1), tree.words[turn.source]
        founds.append(Found(cue, turn.mark, source, [turn.content], [mark], label=turn.label))
    return founds, speakers


def clear_labels(tree: Tree, turns: list[Turn], founds: list[Found]) -> list[Found]:
    """The attributions without the labels of turns in their contents, wherever the parser hung these."""
    labels = [(turn.label[0], turn.content[0]) for turn in turns]
    for found in founds:
        if found.label is None:
            for label in labels:
                if any(first < label[1] and label[0] < last for first, last in found.content):
                    found.content = trim(subtract(found.content, label), tree.words)
    return [found for found in founds if found.content]


def _turn(tree: Tree, first: int, last: int) -> Turn | None:
    """The turn that words ``[first, last)``, a paragraph, may be."""
    words = tree.words[first:last]
    if words[0].lower in ("q.", "a.") and len(words) > 1:
        return Turn((first, first + 1), words[0], (first + 1, last))
    for place, word in enumerate(words[: _LONGEST_LABEL + 1]):
        if word.text in (":", "):"):
            bracketed = word.text == "):" or words[place - 1].text == ")"
            end = next((at for at in range(place, 0, -1) if words[at].text == "("), 1) if bracketed else place
            named = words[:end]
            fits = (
                named and place + 1 < len(words) and all(one.text[:1].isupper() or one.text in ".-’'" for one in named)
            )
            return Turn((first, first + end), word, (first + place + 1, last)) if fits else None
    return None


def _written(tree: Tree, turn: Turn) -> str:
    """A label in lower case."""
    return " ".join(word.lower for word in tree.words[slice(*turn.label)])


def _is_quoted(tree: Tree, turn: Turn) -> bool:
    return tree.words[turn.content[0]].text in _OPENING


def _is_capital(tree: Tree, turn: Turn) -> bool:
    """Whether a label is written in capitals, as transcripts have it."""
    written = tree.words[turn.source].text
    return len(written) > 1 and written.isupper()


def _speaker(tree: Tree, cast: Cast, turn: Turn, first: Turn) -> int | None:
    """The actor a label stands for: by its last name, or for "A" whom the text before the turns speaks of most."""
    written = _written(tree, turn)
    if written in _ASKING:
        return None
    if written in _ANSWERING:
        told = Counter(
            mention.actor
            for mention in cast.mentions
            if mention.head < first.label[0]
            and mention.actor is not None
            and cast.actors[mention.actor].kind == "person"
        )
        return max(told, key=lambda actor: (told[actor], -actor), default=None)
    name = tree.words[turn.source].lower
    for index, actor in enumerate(cast.actors):
        if actor.kind == "person" and any(" " in one and one.lower().split()[-1] == name for one in actor.names):
            return index
    own = cast.actor_at(turn.source)
    if own is not None and cast.actors[own].kind in ("person", "organization", "outlet"):
        return own
    words = [word.text for word in tree.words[slice(*turn.label)] if word.lower not in _FORMS]
    cast.actors.append(Actor(" ".join(words), "person", [], names=(" ".join(words),)))
    return len(cast.actors) - 1
