"""Runs the ONNX model over the sentences of one document.

A document's sentences are batched with one another and never with another document's, and the model's integer scales
are fixed in the weights: what a document says is read alike whatever is read before, after or beside it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from dragoman.language.labels import Labels, load_labels
from dragoman.language.lemmas import apply_script
from dragoman.language.mention_types import agreed_types
from dragoman.language.names import NameDecoder, share_scores
from dragoman.language.pieces import END_PIECE, START_PIECE, PieceTable
from dragoman.language.told import Told
from dragoman.language.trees import best_tree
from dragoman.language.wordpiece import WordPiece

WINDOW = 256
"""Pieces the encoder reads at a time, its two marks included."""

BATCH_PIECES = 1024
"""Pieces of a batch, padding included: on one core 4096 read 4,600 words a second and 1024 read 6,200, because what a
layer hands to the next still lies in the processor's cache."""

PADDING_SHARE = 0.25
"""A batch is closed rather than stretched by more than this over its shortest sentence."""

Integers = NDArray[np.int64]
Inputs = dict[str, NDArray[np.int32]]
Segment = tuple[int, int]
"""Words `[first, last)` that are read together."""


_WHOLE = ("upos", "feats", "scripts", "names", "mentions", "relations", "heads")
"""Fields of a reading that are filled batch by batch."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the model says of each word; all arrays are `(words,)` and hold label numbers but for `heads`.

    Attributes:
        heads: the governing word's position in the document; a root governs itself.
        events: the likeliest type of event that the word may tell, never "none".
        event_shares: how likely that is, from 0 to 1.
        modes: the likeliest of that type's modes, 0 for none.
    """

    upos: Integers
    feats: Integers
    scripts: Integers
    names: Integers
    mentions: Integers
    relations: Integers
    heads: Integers
    events: Integers
    event_shares: NDArray[np.float32]
    modes: Integers


class LanguageModel:
    """The weights, ready to run."""

    def __init__(self, folder: Path, threads: int | None = None) -> None:
        """Loads the weights.

        Args:
            folder: holds `model.onnx`, `tokenizer.json` and `labels.json`.
            threads: processor threads; None leaves the number to onnxruntime, which takes every core.

        Raises:
            FileNotFoundError: the folder is incomplete.
        """
        for name in ("model.onnx", "tokenizer.json", "labels.json"):
            if not (folder / name).is_file():
                raise FileNotFoundError(f"{folder / name} is missing: reinstall dragoman, or run the training recipe")
        self.labels: Labels = load_labels(folder / "labels.json")
        self._pieces = PieceTable(WordPiece.load(folder / "tokenizer.json"))
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads or 0
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._names = NameDecoder(self.labels.names)
        self._noun = self.labels.upos.index("NOUN")
        self._modes_of = np.array(
            [
                [mode.startswith((f"{event_type} ", "none")) for mode in self.labels.modes]
                for event_type in self.labels.events
            ]
        )
        self._outputs = [output.name for output in self._session.get_outputs()]

    def read(self, words: Sequence[str], sentences: Sequence[Segment]) -> Reading:
        """Returns what the model says of a document.

        Args:
            words: the words, without white space.
            sentences: word ranges that cover `words` in order. One over the window is read in parts, whose trees
                are joined: the roots of later parts hang on the first part's root, as parataxis.
        """
        document = self._document(words, sentences)
        fields: dict[str, Integers] = {name: np.zeros(len(words), dtype=np.int64) for name in _WHOLE}
        name_scores = np.zeros((len(words), len(self.labels.names)), dtype=np.float32)
        told = Told.blank(len(words), self.labels)
        for rows in _batches(document):
            self._read_batch(document, rows, fields, name_scores, told)
        fields["names"] = self._names.decode(share_scores(name_scores, words), document.segments)
        fields["mentions"] = agreed_types(fields["mentions"], self._noun_lemmas(words, fields))
        if len(document.segments) > len(sentences):
            self._join(sentences, fields)
        events, shares, modes = told.best(self._modes_of)
        return Reading(**fields, events=events, event_shares=shares, modes=modes)

    def batches(self, words: Sequence[str], sentences: Sequence[Segment]) -> list[Inputs]:
        """Returns the model's inputs for a document, as `read` would feed them; for measuring its speed."""
        document = self._document(words, sentences)
        return [document.inputs(rows)[0] for rows in _batches(document)]

    def _document(self, words: Sequence[str], sentences: Sequence[Segment]) -> "_Document":
        table, counts, shapes = self._pieces.look_up(words)
        ends = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts)])
        segments = [part for sentence in sentences for part in _parts(words, ends, sentence)]
        return _Document(table, counts, shapes, ends, np.array(segments, dtype=np.int64).reshape(-1, 2))

    def _read_batch(
        self,
        document: "_Document",
        rows: Integers,
        fields: dict[str, Integers],
        name_scores: NDArray[np.float32],
        told: Told,
    ) -> None:
        """Reads the segments `rows` and writes what is said of their words into `fields`, `name_scores` and `told`."""
        inputs, mask = document.inputs(rows)
        said = self.run(inputs)
        likeliest = said["arcs"].argmax(-1)
        heads = _decode(said["arcs"], likeliest, mask, inputs["word_counts"])
        broken = np.flatnonzero(((heads != likeliest) & mask).any(1))
        if len(broken):
            # The relations were for other heads. Asking again costs a second look at a few sentences in a hundred.
            again = self.run({name: values[broken] for name, values in inputs.items()} | {"heads": heads[broken]})
            said["relations"][broken] = again["relations"]
        first = document.segments[rows, 0]
        at = (first[:, None] + np.arange(mask.shape[1]))[mask]
        for name in ("upos", "feats", "scripts", "mentions", "relations"):
            fields[name][at] = said[name][mask]
        name_scores[at] = said["names"][mask]
        if self.labels.events:
            told.types[at], told.modes[at] = said["events"][mask], said["modes"][mask]
        absolute = np.where(heads == 0, np.arange(mask.shape[1]), heads - 1) + first[:, None]
        fields["heads"][at] = absolute[mask]

    def _noun_lemmas(self, words: Sequence[str], fields: dict[str, Integers]) -> list[str]:
        """Returns the lemma of each common noun, "" for the other words."""
        return [
            apply_script(self.labels.scripts[script], word) if noun else ""
            for word, script, noun in zip(
                words, fields["scripts"].tolist(), (fields["upos"] == self._noun).tolist(), strict=True
            )
        ]

    def run(self, inputs: Inputs) -> dict[str, NDArray[Any]]:
        """Returns the model's raw outputs by name, for one of `batches`."""
        return dict(zip(self._outputs, self._session.run(None, inputs), strict=True))

    def _join(self, sentences: Sequence[Segment], fields: dict[str, Integers]) -> None:
        parataxis = self.labels.relations.index("parataxis")
        for first, last in sentences:
            positions = np.arange(first, last)
            roots = positions[fields["heads"][first:last] == positions]
            fields["heads"][roots[1:]] = roots[0]
            fields["relations"][roots[1:]] = parataxis


@dataclass(frozen=True, slots=True)
class _Document:
    """Word pieces of a document: `(words, pieces)` table, counts, shapes, running ends, and the segments `(n, 2)`."""

    table: NDArray[np.int32]
    counts: NDArray[np.int32]
    shapes: NDArray[np.int32]
    ends: Integers
    segments: Integers

    @property
    def sizes(self) -> Integers:
        """Pieces of each segment, the two marks included."""
        sizes: Integers = self.ends[self.segments[:, 1]] - self.ends[self.segments[:, 0]] + 2
        return sizes

    def inputs(self, rows: Integers) -> tuple[Inputs, NDArray[np.bool_]]:
        """Returns the model's inputs for the segments `rows`, and the mask of words `(B, N)`."""
        first, last = self.segments[rows, 0], self.segments[rows, 1]
        word_counts = (last - first).astype(np.int32)
        steps = np.arange(word_counts.max())
        mask = steps < word_counts[:, None]
        at = np.where(mask, first[:, None] + steps, 0)
        counts = np.where(mask, self.counts[at], 0)
        ends = counts.cumsum(1)
        piece_counts = ends[:, -1] + 2
        size = int(piece_counts.max())
        pieces = np.zeros((len(rows), size), dtype=np.int32)
        shapes = np.zeros_like(pieces)
        inside = np.arange(self.table.shape[1]) < counts[..., None]
        at_piece = np.arange(size)
        body = (at_piece > 0) & (at_piece < (piece_counts - 1)[:, None])
        pieces[body] = self.table[at][inside]
        shapes[body] = np.repeat(self.shapes[at].ravel(), counts.ravel())
        pieces[:, 0] = START_PIECE
        pieces[np.arange(len(rows)), piece_counts - 1] = END_PIECE
        inputs = {
            "pieces": pieces,
            "shapes": shapes,
            "piece_counts": piece_counts,
            "first": np.where(mask, ends - counts + 1, 0),
            "last": np.where(mask, ends, 0),
            "word_counts": word_counts,
            "heads": np.full(mask.shape, -1),
        }
        return {name: values.astype(np.int32) for name, values in inputs.items()}, mask


def _batches(document: _Document) -> Iterator[Integers]:
    """Yields the rows of segments to read together: of like size, so that little is padding."""
    sizes = document.sizes
    order = np.argsort(sizes, kind="stable")
    start = 0
    for end in range(1, len(order) + 1):
        if end < len(order):
            longest = sizes[order[end]]
            fits = (end + 1 - start) * longest <= BATCH_PIECES
            if fits and longest <= sizes[order[start]] * (1 + PADDING_SHARE) + 8:
                continue
        yield order[start:end]
        start = end


def _decode(
    arcs: NDArray[np.float32], likeliest: Integers, mask: NDArray[np.bool_], word_counts: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Returns heads `(B, N)` that form one tree per sentence, mostly the `likeliest`; 0 the root, else from 1."""
    heads: NDArray[np.int32] = likeliest.astype(np.int32)
    heads[~mask] = 0
    above = np.concatenate([np.zeros((len(heads), 1), dtype=np.int32), heads], axis=1)
    for _ in range(int(heads.shape[1]).bit_length()):
        above = np.take_along_axis(above, above, axis=1)
    roots = ((heads == 0) & mask).sum(1)
    for row in np.flatnonzero(above.any(1) | (roots != 1)):
        size = int(word_counts[row])
        heads[row, :size] = best_tree(arcs[row, :size, : size + 1])
    return heads


_GOOD_BREAKS = (frozenset(".?!…;"), frozenset(":,)—–"))


def _parts(words: Sequence[str], ends: Integers, sentence: Segment) -> Iterator[Segment]:
    """Yields the parts of a sentence, each within the window: cut after a stop if there is one, else a comma."""
    first, last = sentence
    while ends[last] - ends[first] + 2 > WINDOW:
        limit = int(np.searchsorted(ends, ends[first] + WINDOW - 2, side="right")) - 1
        cut = _best_cut(words, first, limit)
        yield first, cut
        first = cut
    if first < last:
        yield first, last


def _best_cut(words: Sequence[str], first: int, limit: int) -> int:
    """Returns where to cut words `[first, limit)`: after the last good mark in their second half, else at the limit."""
    for marks in _GOOD_BREAKS:
        for position in range(limit, first + (limit - first) // 2, -1):
            if words[position - 1] in marks:
                return position
    return limit
