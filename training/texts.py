"""Running text made from treebank sentences, to train and measure the sentence splitter on. Needs no PyTorch."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from dragoman.language.senter import Senter
from training.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Text:
    """A text with the offsets at which its sentences start, and its words as the run time will see them."""

    text: str
    sentence_starts: frozenset[int]
    words: tuple[str, ...]
    starts: tuple[int, ...]


def running_text(sentences: Iterable[Sentence], paragraph_gap: str = "\n\n") -> tuple[str, frozenset[int]]:
    """Returns sentences as the text they came from, and where each starts."""
    parts: list[str] = []
    starts: set[int] = set()
    length = 0
    for sentence in sentences:
        if parts:
            gap = paragraph_gap if sentence.paragraph else (" " if parts[-1][-1:] != " " else "")
            parts.append(gap)
            length += len(gap)
        starts.add(length)
        pieces = [word + " " * space for word, space in zip(sentence.words, sentence.spaces, strict=True)]
        body = "".join(pieces)
        parts.append(body.rstrip() if sentence.spaces[-1] is False else body)
        length += len(parts[-1])
    return "".join(parts), frozenset(starts)


def tokenised(text: str, sentence_starts: frozenset[int]) -> Text:
    """Splits a text into words as the run time does."""
    from training.corpora import tokenizer

    tokens = [token for token in tokenizer()(text) if not token.is_space]
    return Text(text, sentence_starts, tuple(t.text for t in tokens), tuple(t.idx for t in tokens))


def sentence_f1(senter: Senter, texts: Iterable[Text]) -> float:
    """Returns the F1 of exact sentences (both ends right)."""
    right = total = 0
    for text in texts:
        found = {text.starts[p] for p in senter.split(text.text, text.words, text.starts)}
        gold = set(text.sentence_starts)
        right += 2 * len(_spans(found) & _spans(gold))
        total += len(found) + len(gold)
    return right / total


def _spans(starts: set[int]) -> set[tuple[int, int]]:
    ordered = [*sorted(starts), -1]
    return set(pairwise(ordered))


def documents(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Groups treebank sentences by document, read off their identifiers."""
    groups: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        groups.setdefault(sentence.identifier.rpartition("-")[0], []).append(sentence)
    return list(groups.values())
