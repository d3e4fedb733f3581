"""Which sentences are trained on and which are held out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from training.augment import certain_names
from training.conllu import read_trees
from training.gum import head_of, read_gum
from training.names import add_uner, read_re3d, read_wikigold
from training.sentences import TEXT, Sentence

if TYPE_CHECKING:
    from spacy.language import Language

RE3D_TRAIN = ("CENTCOM", "UK Government", "US State Department", "Wikipedia")
RE3D_DEV = "Australian Department of Foreign Affairs"
MEANTIME_TRAIN = ("corpus_airbus", "corpus_gm", "corpus_stock")
"""MEANTIME's Apple topic is kept out, for whoever wants to measure on it."""


@dataclass(slots=True, kw_only=True)
class Splits:
    """Sentences by use. `train` carries labels, `text` none (it is only for distillation), `dev` by corpus."""

    train: list[Sentence]
    text: list[Sentence] = field(default_factory=list)
    dev: dict[str, list[Sentence]] = field(default_factory=dict)


def read_splits(corpora: Path) -> Splits:
    """Reads everything that may be trained on, and the development splits.

    Raises:
        FileNotFoundError: a corpus is missing; the message names its path.
    """
    ewt = list(read_trees(corpora / "ud-ewt/en_ewt-ud-train.conllu", "ewt"))
    add_uner(ewt, corpora / "uner/en_ewt-ud-train.EARLY-0c7ce0d.iob2")
    for sentence in ewt:
        sentence.mentions = mention_hints(sentence)
    train = ewt + list(read_gum(corpora / "gum-free/train"))
    train += read_wikigold(corpora / "wikigold/CONLL-format/data/wikigold.conll.txt")
    for folder in RE3D_TRAIN:
        train += read_re3d(corpora / "re3d" / folder, split_text)
    ewt_dev = list(read_trees(corpora / "ud-ewt/en_ewt-ud-dev.conllu", "ewt"))
    add_uner(ewt_dev, corpora / "uner/en_ewt-ud-dev.iob2")
    return Splits(
        train=train,
        text=list(read_meantime(corpora / "meantime/intra_cross-doc_annotation")),
        dev={
            "ewt": ewt_dev,
            "gum": list(read_gum(corpora / "gum-free/dev")),
            "re3d": list(read_re3d(corpora / "re3d" / RE3D_DEV, split_text)),
        },
    )


_HINT_OF_NAME = {"PERSON": "person", "ORG": "organization"}
_PERSONAL = frozenset({
    "i", "me", "my", "mine", "we", "us", "our", "you", "your", "he", "him", "his", "she", "her", "who", "himself",
    "herself", "myself", "yourself",
})  # fmt: skip
_NEVER_HEADS = frozenset({"PUNCT", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "DET", "INTJ"})


def mention_hints(sentence: Sentence) -> list[str]:
    """Returns the mention types that follow from names and pronouns alone; the rest is unknown (``?``).

    Places are left open: GUM calls a country an organization where it acts, a name layer does not.
    """
    hints = ["none" if upos in _NEVER_HEADS else "?" for upos in sentence.upos or ["?"] * len(sentence)]
    for position, word in enumerate(sentence.words):
        if word.lower() in _PERSONAL and sentence.upos and sentence.upos[position] == "PRON":
            hints[position] = "person"
    for start, end, kind in certain_names(sentence):
        head = head_of(sentence.heads, start, end) if sentence.heads else None
        if head is not None and kind in _HINT_OF_NAME:
            hints[head] = _HINT_OF_NAME[kind]
    return hints


def read_meantime(folder: Path) -> Iterator[Sentence]:
    """Yields MEANTIME's sentences as bare words."""
    for topic in MEANTIME_TRAIN:
        for path in sorted((folder / topic).glob("*.xml")):
            sentences: dict[str, list[str]] = {}
            for token in ElementTree.parse(path).getroot().iter("token"):
                sentences.setdefault(token.attrib["sentence"], []).append(token.text or "")
            for words in sentences.values():
                plain = [{"``": '"', "''": '"'}.get(word, word) for word in words if word]
                yield Sentence(words=plain, spaces=[True] * len(plain), source=TEXT)


def split_text(text: str) -> list[list[tuple[str, int]]]:
    """Splits raw text into words as spaCy does, and into sentences at a stop before a capital letter."""
    sentences: list[list[tuple[str, int]]] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        words = [(token.text, offset + token.idx) for token in tokenizer()(line) if not token.is_space]
        start = 0
        for end, (word, _) in enumerate(words, 1):
            if end == len(words) or (word in _STOPS and words[end][0][:1].isupper()):
                sentences.append(words[start:end])
                start = end
        offset += len(line)
    return sentences


_STOPS = frozenset({".", "!", "?"})


@cache
def tokenizer() -> "Language":
    """Returns the pipeline that splits text into words at run time, and does nothing else."""
    import spacy  # here, because training itself runs on machines that have no spaCy

    return spacy.blank("en")
