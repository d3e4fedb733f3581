"""The spaCy component `dragoman_language`: sentences, parts of speech, features, lemmas, trees, names and mentions.

It fills the Doc in one `from_array`, because setting attributes token by token would cost more than the model does.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import DEP, ENT_IOB, ENT_TYPE, HEAD, LEMMA, MORPH, ORTH, POS, SENT_START, SPACY
from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from dragoman.language.lemmas import apply_script
from dragoman.language.model import LanguageModel, Reading, Segment
from dragoman.language.senter import Senter
from dragoman.language.short_forms import spelled_out
from dragoman.language.told import LEAST_SHARE

WEIGHTS = Path(__file__).parent / "weights"
MENTION_TYPES_KEY = "mention_types"
EVENTS_KEY = "events"
"""Of each token the type and mode ("" for none) of the event that it may tell and how likely the type is, or None."""

ToldEvent = tuple[str, str, float]
_ATTRIBUTES = (HEAD, DEP, POS, MORPH, LEMMA, ENT_IOB, ENT_TYPE)
_OUTSIDE, _INSIDE, _BEGIN = 2, 1, 3
"""spaCy's codes for where a token stands in an entity."""

MAX_LEMMAS = 500_000
"""Lemmas remembered before the memory starts afresh."""


@Language.factory(
    "dragoman_language",
    assigns=["doc.sents", "doc.ents", "token.pos", "token.morph", "token.lemma", "token.dep", "token.head"],
    default_config={"threads": None, "folder": None},
)
def make_component(nlp: Language, name: str, threads: int | None, folder: str | None) -> "LanguageComponent":  # noqa: ARG001
    """Returns the component for a spaCy pipeline.

    Args:
        nlp: the pipeline.
        name: the component's name in it.
        threads: processor threads, or None for every core.
        folder: another folder of weights than the shipped one.
    """
    return LanguageComponent(nlp.vocab, threads=threads, folder=Path(folder) if folder else WEIGHTS)


class LanguageComponent:
    """Annotates one Doc at a time. What it says of a Doc depends on nothing but that Doc and the weights."""

    def __init__(self, vocab: Vocab, *, threads: int | None = None, folder: Path = WEIGHTS) -> None:
        self._model = LanguageModel(folder, threads)
        self._senter = Senter.load(folder / "senter.json")
        self._vocab = vocab
        labels = self._model.labels
        strings = vocab.strings
        self._pos = np.array([_pos(vocab, label) for label in labels.upos], dtype=np.uint64)
        self._space = _pos(vocab, "SPACE")
        self._feats = np.array([_morph(vocab, label) for label in labels.feats], dtype=np.uint64)
        self._relations = np.array([strings.add(label) for label in labels.relations], dtype=np.uint64)
        self._name_positions = np.array([{"O": 0, "B": 1, "I": 2}[label[0]] for label in labels.names])
        self._name_types = np.array([strings.add(label[2:]) if label[2:] else 0 for label in labels.names], np.uint64)
        self._mentions = np.array(["" if label == "none" else label for label in labels.mentions], dtype=object)
        self._lemmas: dict[tuple[str, int], int] = {}
        if not Token.has_extension("mention_type"):
            Token.set_extension("mention_type", getter=_mention_type)

    @property
    def version(self) -> str:
        """The version of the weights."""
        return self._model.labels.version

    def __call__(self, doc: Doc) -> Doc:
        """Annotates the Doc in place and returns it. Sentence starts that are already set are kept."""
        written = doc.to_array([ORTH, SPACY])  # a Token for every word would cost more than all that is done with it
        strings = doc.vocab.strings
        texts = [strings[orth] for orth in written[:, 0].tolist()]
        is_word = np.array([not text.isspace() for text in texts], dtype=bool)
        words = [text for text, kept in zip(texts, is_word.tolist(), strict=True) if kept]
        if not words:
            return _annotate_blank(doc)
        positions = np.flatnonzero(is_word)
        sentences = self._sentences(doc, texts, written[:, 1].astype(np.int64), words, positions)
        reading = self._model.read(spelled_out(words), sentences)
        self._fill(doc, words, positions, reading)
        return doc

    def _sentences(
        self,
        doc: Doc,
        texts: Sequence[str],
        spaces: NDArray[np.int64],
        words: Sequence[str],
        positions: NDArray[np.int64],
    ) -> list[Segment]:
        sizes = np.fromiter(map(len, texts), dtype=np.int64, count=len(texts))
        starts = (np.cumsum(sizes + spaces) - sizes - spaces)[positions].tolist()
        text = "".join(f"{form} " if space else form for form, space in zip(texts, spaces.tolist(), strict=True))
        firsts = set(self._senter.split(text, words, starts))
        given = doc.to_array(SENT_START).astype(np.int64)
        if (given[1:] != 0).any():
            firsts = _respect(firsts, given, positions)
        ordered = sorted(firsts)
        return list(zip(ordered, [*ordered[1:], len(words)], strict=True))

    def _fill(self, doc: Doc, words: Sequence[str], positions: NDArray[np.int64], reading: Reading) -> None:
        columns = np.zeros((len(doc), len(_ATTRIBUTES)), dtype=np.uint64)
        heads = np.empty(len(doc), dtype=np.int64)
        heads[positions] = positions[reading.heads]
        columns[positions, 1] = self._relations[reading.relations]
        columns[positions, 2] = self._pos[reading.upos]
        columns[positions, 3] = self._feats[reading.feats]
        columns[positions, 4] = self._lemma_hashes(words, reading.scripts)
        columns[:, 5] = _OUTSIDE
        columns[positions, 5], columns[positions, 6] = self._entities(reading.names)
        self._fill_blanks(doc, columns, heads, positions)
        columns[:, 0] = (heads - np.arange(len(doc))).astype(np.uint64)
        doc.from_array(list(_ATTRIBUTES), cast("Any", columns))
        mentions = np.full(len(doc), "", dtype=object)
        mentions[positions] = self._mentions[reading.mentions]
        doc.user_data[MENTION_TYPES_KEY] = mentions.tolist()
        doc.user_data[EVENTS_KEY] = self._events(len(doc), positions, reading)

    def _events(self, size: int, positions: NDArray[np.int64], reading: Reading) -> list[ToldEvent | None]:
        """Returns what `EVENTS_KEY` holds."""
        told: list[ToldEvent | None] = [None] * size
        labels = self._model.labels
        for word in np.flatnonzero(reading.event_shares > LEAST_SHARE).tolist():
            mode = labels.modes[reading.modes[word]].partition(" ")[2]
            told[positions[word]] = (labels.events[reading.events[word]], mode, float(reading.event_shares[word]))
        return told

    def _fill_blanks(
        self, doc: Doc, columns: NDArray[np.uint64], heads: NDArray[np.int64], positions: NDArray[np.int64]
    ) -> None:
        """Hangs white-space tokens on the word before them, or on the first word, and continues its name."""
        blanks = np.setdiff1d(np.arange(len(doc)), positions, assume_unique=True)
        before = np.maximum(np.searchsorted(positions, blanks) - 1, 0)
        heads[blanks] = positions[before]
        columns[blanks, 1] = self._vocab.strings.add("dep")
        columns[blanks, 2] = self._space
        columns[blanks, 3] = self._vocab.morphology.add("")
        for blank in blanks.tolist():
            columns[blank, 4] = doc[blank].orth
            following = columns[blank + 1] if blank + 1 < len(doc) else columns[blank]
            if following[5] == _INSIDE:
                columns[blank, 5:7] = following[5:7]

    def _entities(self, names: NDArray[np.int64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
        """Returns spaCy's position codes and types; an I that continues nothing begins a name."""
        places, types = self._name_positions[names], self._name_types[names]
        before = np.concatenate([np.zeros(1, dtype=np.uint64), types[:-1]])
        codes = np.where(places == 0, _OUTSIDE, np.where((places == 1) | (before != types), _BEGIN, _INSIDE))
        return codes.astype(np.uint64), types

    def _lemma_hashes(self, words: Sequence[str], scripts: NDArray[np.int64]) -> list[int]:
        known = self._lemmas
        if len(known) > MAX_LEMMAS:
            known.clear()
        keys = list(zip(words, scripts.tolist(), strict=True))
        for key in keys:
            if key not in known:
                lemma = apply_script(self._model.labels.scripts[key[1]], key[0])
                known[key] = self._vocab.strings.add(lemma)
        return [known[key] for key in keys]


def _pos(vocab: Vocab, label: str) -> int:
    """Returns spaCy's number for a part of speech."""
    return int(Doc(vocab, words=["x"], pos=[label])[0].pos)


def _morph(vocab: Vocab, feats: str) -> int:
    return int(vocab.morphology.add("" if feats == "_" else feats))


def _mention_type(token: Token) -> str:
    types: list[str] = token.doc.user_data.get(MENTION_TYPES_KEY, [])
    return types[token.i] if types else ""


def _respect(firsts: set[int], given: NDArray[np.int64], positions: NDArray[np.int64]) -> set[int]:
    """Returns the sentence starts with those set on the Doc put in and those ruled out taken away.

    A start set on white space counts for the word after it.
    """
    wanted = np.searchsorted(positions, np.flatnonzero(given == 1))
    refused = np.flatnonzero(given[positions] == -1)
    kept = firsts - set(refused.tolist()) | set(wanted[wanted < len(positions)].tolist())
    return kept | {0}


def _annotate_blank(doc: Doc) -> Doc:
    """Annotates a Doc without words: nothing in it, or white space in one sentence."""
    doc.user_data[MENTION_TYPES_KEY] = [""] * len(doc)
    doc.user_data[EVENTS_KEY] = [None] * len(doc)
    if len(doc):
        columns = np.zeros((len(doc), 3), dtype=np.uint64)
        columns[:, 0] = (-np.arange(len(doc))).astype(np.uint64)
        columns[:, 1] = doc.vocab.strings.add("dep")
        columns[0, 1] = doc.vocab.strings.add("root")
        columns[:, 2] = _pos(doc.vocab, "SPACE")
        doc.from_array([HEAD, DEP, POS], cast("Any", columns))
    return doc
