"""Sentences as arrays of numbers: flat, with offsets, so that a batch is cut out of them in a few operations."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dragoman.language.labels import Labels, bio_tags
from dragoman.language.lemmas import edit_script
from dragoman.language.pieces import END_PIECE, START_PIECE, PieceTable
from training.sentences import ANY_TYPE, MENTION_TYPES, NAME_TYPES, SOURCES, UNKNOWN_NAME, NameTag, Sentence

MISSING = -1
"""A label that is not known; no loss is taken from it."""

WINDOW = 256
"""Longer sentences (in pieces) are not trained on; at run time they are cut into windows."""

WORD_FIELDS = ("first", "last", "upos", "feats", "scripts", "heads", "relations", "names", "mentions")
PIECE_FIELDS = ("pieces", "shapes")


def make_labels(sentences: Iterable[Sentence], version: str) -> Labels:
    """Returns the label sets of the training data, rare classes left out, in a stable order."""
    upos: Counter[str] = Counter()
    feats: Counter[str] = Counter()
    scripts: Counter[str] = Counter()
    relations: Counter[str] = Counter()
    for sentence in sentences:
        upos.update(sentence.upos or ())
        feats.update(sentence.feats or ())
        relations.update(sentence.relations or ())
        if sentence.lemmas:
            scripts.update(map(edit_script, sentence.words, sentence.lemmas))
    return Labels(
        upos=_frequent(upos, 1),
        feats=_frequent(feats, 3),
        scripts=_frequent(scripts, 3),
        relations=_frequent(relations, 3),
        names=bio_tags(NAME_TYPES),
        mentions=MENTION_TYPES,
        version=version,
    )


def _frequent(counts: Counter[str], least: int) -> tuple[str, ...]:
    return tuple(sorted((label for label, count in counts.items() if count >= least), key=lambda x: (-counts[x], x)))


class NameMasks:
    """Numbers for sets of possible name tags; row `i` of `table()` says which tags set `i` allows."""

    def __init__(self, tags: tuple[str, ...], sentences: Iterable[Sentence] = ()) -> None:
        """Starts with the tags of some sentences.

        Args:
            tags: every tag, `O` first.
            sentences: their tags are numbered at once, so that processes that share them agree on the numbers.
        """
        self._tags = tags
        self._rows: dict[frozenset[str], int] = {}
        for sentence in sentences:
            for tag in sentence.names or ():
                self.row(tag)
                if tag.position == "I":  # a name that loses its first word begins with this one
                    self.row(NameTag("B", tag.types))

    def row(self, tag: NameTag) -> int:
        """Returns the number of the tags that `tag` allows, or `MISSING` where it allows all."""
        if tag.position == "?":
            return MISSING
        if tag.position == "O":
            allowed = {"O"} | {f"{position}-{kind}" for kind in tag.types for position in "BI"}
        else:
            allowed = {f"{tag.position}-{kind}" for kind in tag.types}
        return self._rows.setdefault(frozenset(allowed), len(self._rows))

    def table(self) -> NDArray[np.bool_]:
        """Returns `(sets, tags)`."""
        return np.array([[tag in allowed for tag in self._tags] for allowed in self._rows], dtype=bool)


class Encoder:
    """Turns sentences into arrays for one label set."""

    def __init__(self, labels: Labels, pieces: PieceTable, masks: NameMasks) -> None:
        self._pieces = pieces
        self.masks = masks
        self._maps = {
            field: {label: number for number, label in enumerate(getattr(labels, field))}
            for field in ("upos", "feats", "scripts", "relations", "mentions")
        }

    def encode(self, sentence: Sentence) -> dict[str, NDArray[np.int32]]:
        """Returns one array per name in `PIECE_FIELDS` and `WORD_FIELDS`."""
        pieces, counts, shapes = self._pieces.look_up(sentence.words)
        ends = np.cumsum(counts)
        scripts = (
            [edit_script(word, lemma) for word, lemma in zip(sentence.words, sentence.lemmas, strict=True)]
            if sentence.lemmas
            else None
        )
        size = len(sentence)
        return {
            "pieces": np.concatenate(
                [[START_PIECE], pieces[np.arange(pieces.shape[1]) < counts[:, None]], [END_PIECE]]
            ),
            "shapes": np.concatenate([[0], np.repeat(shapes, counts), [0]]),
            "first": ends - counts + 1,
            "last": ends,
            "upos": self._numbers("upos", sentence.upos, size),
            "feats": self._numbers("feats", sentence.feats, size),
            "scripts": self._numbers("scripts", scripts, size),
            "heads": np.array(sentence.heads or [MISSING] * size),
            "relations": self._numbers("relations", sentence.relations, size),
            "names": np.array([self.masks.row(tag) for tag in sentence.names or [UNKNOWN_NAME] * size]),
            "mentions": self._numbers("mentions", sentence.mentions, size),
        }

    def _numbers(self, field: str, values: Sequence[str] | None, size: int) -> NDArray[np.int64]:
        if values is None:
            return np.full(size, MISSING)
        return np.array([self._maps[field].get(value, MISSING) for value in values])


Arrays = dict[str, NDArray[np.generic]]
"""Flat fields; by sentence `piece_ends` and `word_ends`, where its pieces and words end, and `sources`."""


def encode_all(encoder: Encoder, sentences: Sequence[Sentence], window: int | None = WINDOW) -> Arrays:
    """Returns the flat arrays of `sentences`, those over `window` pieces left out.

    Left out means replaced by a one-word stand-in without labels, so that row numbers stay those of `sentences`.
    """
    rows = []
    for sentence in sentences:
        row = encoder.encode(sentence)
        if window is not None and len(row["pieces"]) > window:
            row = encoder.encode(Sentence(words=sentence.words[:1]))
        rows.append(row)
    arrays: Arrays = {
        field: np.concatenate([row[field] for row in rows]).astype(np.int16) for field in (*PIECE_FIELDS, *WORD_FIELDS)
    }
    arrays["sources"] = np.array([SOURCES.index(sentence.source) for sentence in sentences])
    arrays["piece_ends"] = np.cumsum([len(row["pieces"]) for row in rows])
    arrays["word_ends"] = np.cumsum([len(row["upos"]) for row in rows])
    return arrays


def save_arrays(path: Path, **sets: Arrays) -> None:
    """Writes several sets of arrays into one compressed file."""
    np.savez_compressed(
        path, **{f"{name}/{key}": value for name, arrays in sets.items() for key, value in arrays.items()}
    )


def load_arrays(path: Path) -> dict[str, Arrays]:
    """Reads what `save_arrays` wrote."""
    sets: dict[str, Arrays] = {}
    with np.load(path) as stored:
        for name in stored.files:
            group, _, key = name.partition("/")
            sets.setdefault(group, {})[key] = stored[name]
    return sets


assert set(NAME_TYPES) == ANY_TYPE
