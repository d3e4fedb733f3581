"""Variants of a sentence as news reports and headlines would print it.

The treebanks are mostly web text with straight quotes. Every change here keeps the annotation true: letters change
case, quotes change shape, words that govern nothing are dropped, and names are swapped for other names of the same
type and length.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import TypeVar

from training.sentences import Sentence

T = TypeVar("T")

_CURLY = {"'": "’", "n't": "n’t", "--": "—", "-": "-", "...": "…"}
_SMALL_WORDS = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "with", "from", "as", "and", "or", "but", "nor",
    "via", "per",
})  # fmt: skip
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_ARTICLES = frozenset({"a", "an", "the"})

NamePools = dict[tuple[str, int], list[tuple[str, ...]]]
"""Names by type and number of words."""


WordPools = dict[tuple[str, str], list[tuple[str, str]]]
"""Words with their lemmas, by part of speech and features."""


@dataclass(frozen=True, slots=True)
class Pools:
    """What `vary` draws from."""

    names: NamePools
    words: WordPools


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How often `vary` makes each change. Of the last three, at most one is made."""

    names: float = 0.35
    words: float = 0.25
    quotes: float = 0.5
    stop: float = 0.2
    headline: float = 0.10
    upper: float = 0.04
    lower: float = 0.03


def collect(sentences: list[Sentence]) -> Pools:
    """Returns the names and content words of `sentences`."""
    return Pools(collect_names(sentences), collect_words(sentences))


def vary(sentence: Sentence, random: Random, pools: Pools, chances: Chances = Chances()) -> Sentence:
    """Returns a variant of `sentence`: often with other names and printer's quotes, sometimes as a headline."""
    if random.random() < chances.names:
        sentence = swap_names(sentence, random, pools.names)
    if random.random() < chances.words:
        sentence = swap_words(sentence, random, pools.words)
    if random.random() < chances.quotes:
        sentence = curl_quotes(sentence)
    if random.random() < chances.stop:
        sentence = drop_final_stop(sentence)
    draw = random.random()
    if draw < chances.headline:
        sentence = as_headline(sentence)
    elif draw < chances.headline + chances.upper:
        sentence = with_case(sentence, str.upper)
    elif draw < chances.headline + chances.upper + chances.lower:
        sentence = with_case(sentence, str.lower)
    return sentence


def with_case(sentence: Sentence, change: Callable[[str], str]) -> Sentence:
    """Returns the sentence with every word changed by `change`."""
    return replace(sentence, words=[change(word) for word in sentence.words])


def as_headline(sentence: Sentence) -> Sentence:
    """Returns the sentence without its full stop and articles, in title case."""
    shorter = drop_final_stop(sentence)
    leaves = _leaves(shorter)
    articles = [leaf and word.lower() in _ARTICLES for leaf, word in zip(leaves, shorter.words, strict=True)]
    shorter = without(shorter, articles)
    words = [
        word if position and word in _SMALL_WORDS else word[:1].upper() + word[1:]
        for position, word in enumerate(shorter.words)
    ]
    return replace(shorter, words=words)


def drop_final_stop(sentence: Sentence) -> Sentence:
    """Returns the sentence without a final full stop that governs nothing."""
    if len(sentence) < 2 or sentence.words[-1] not in (".", "!") or not _leaves(sentence)[-1]:
        return sentence
    return without(sentence, [False] * (len(sentence) - 1) + [True])


def curl_quotes(sentence: Sentence) -> Sentence:
    """Returns the sentence with curly quotes and apostrophes, dashes and ellipses as printers set them."""
    words = []
    opening = True
    for word in sentence.words:
        if word == '"':
            words.append("“" if opening else "”")
            opening = not opening
        else:
            words.append(_CURLY.get(word) or ("’" + word[1:] if word[:1] == "'" else word))
    return replace(sentence, words=words)


def without(sentence: Sentence, dropped: list[bool]) -> Sentence:
    """Returns the sentence without the marked words, none of which may govern another or be the root.

    A name whose first word goes starts with its next one. If nothing would be left, nothing is dropped.
    """
    if not any(dropped) or all(dropped):
        return sentence
    kept = [position for position, gone in enumerate(dropped) if not gone]
    place = {0: 0} | {old + 1: new + 1 for new, old in enumerate(kept)}

    def pick(values: list[T] | None) -> list[T] | None:
        return None if values is None else [values[position] for position in kept]

    heads = pick(sentence.heads)
    names = pick(sentence.names)
    for position, tag in enumerate(names or ()):
        begun = position > 0 and names is not None and names[position - 1].position in "BI"
        if names is not None and tag.position == "I" and not begun:
            names[position] = replace(tag, position="B")
    return replace(
        sentence,
        words=pick(sentence.words) or [],
        spaces=pick(sentence.spaces) or [],
        upos=pick(sentence.upos),
        feats=pick(sentence.feats),
        lemmas=pick(sentence.lemmas),
        heads=None if heads is None else [place[head] for head in heads],
        relations=pick(sentence.relations),
        names=names,
        mentions=pick(sentence.mentions),
    )


def _leaves(sentence: Sentence) -> list[bool]:
    """Tells which words govern nothing and are not the root; all of them where there is no tree."""
    if sentence.heads is None:
        return [True] * len(sentence)
    governors = set(sentence.heads)
    return [head != 0 and position not in governors for position, head in enumerate(sentence.heads, 1)]


def collect_names(sentences: list[Sentence]) -> NamePools:
    """Returns the names of `sentences` that have one certain type, for `swap_names`."""
    pools: dict[tuple[str, int], set[tuple[str, ...]]] = defaultdict(set)
    for sentence in sentences:
        for start, end, kind in certain_names(sentence):
            words = tuple(sentence.words[start:end])
            if all(word[:1].isupper() or not word[:1].isalpha() for word in words):
                pools[kind, end - start].add(words)
    return {key: sorted(names) for key, names in sorted(pools.items())}


def swap_names(sentence: Sentence, random: Random, pools: NamePools) -> Sentence:
    """Returns the sentence with its persons, organizations and places named differently.

    Only names whose words are all proper nouns are swapped, so that parts of speech and tree stay right; lemmas
    follow the new words.
    """
    words = list(sentence.words)
    lemmas = None if sentence.lemmas is None else list(sentence.lemmas)
    for start, end, kind in certain_names(sentence):
        pool = pools.get((kind, end - start), [])
        is_proper = sentence.upos is None or all(upos == "PROPN" for upos in sentence.upos[start:end])
        if kind in ("PERSON", "ORG", "LOC") and pool and is_proper:
            name = random.choice(pool)
            words[start:end] = name
            if lemmas is not None:
                lemmas[start:end] = name
    return replace(sentence, words=words, lemmas=lemmas)


def collect_words(sentences: list[Sentence]) -> WordPools:
    """Returns the lower-case nouns, adjectives, verbs and adverbs of `sentences`, for `swap_words`."""
    pools: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for sentence in sentences:
        if sentence.upos and sentence.feats and sentence.lemmas:
            for word, upos, feats, lemma in zip(
                sentence.words, sentence.upos, sentence.feats, sentence.lemmas, strict=True
            ):
                if upos in _CONTENT and word.isalpha() and word.islower():
                    pools[upos, feats].add((word, lemma))
    return {key: sorted(words) for key, words in sorted(pools.items())}


def swap_words(sentence: Sentence, random: Random, pools: WordPools, share: float = 0.15) -> Sentence:
    """Returns the sentence with a `share` of its content words replaced by others of the same form.

    Grammar survives that, meaning does not: the type of a mention whose head is replaced becomes unknown (``?``).
    """
    if not (sentence.upos and sentence.feats and sentence.lemmas):
        return sentence
    words, lemmas = list(sentence.words), list(sentence.lemmas)
    mentions = None if sentence.mentions is None else list(sentence.mentions)
    for position, word in enumerate(words):
        pool = pools.get((sentence.upos[position], sentence.feats[position]))
        if pool and word.islower() and random.random() < share:
            words[position], lemmas[position] = random.choice(pool)
            if mentions is not None and mentions[position] != "none":
                mentions[position] = "?"
    return replace(sentence, words=words, lemmas=lemmas, mentions=mentions)


def certain_names(sentence: Sentence) -> list[tuple[int, int, str]]:
    """Returns `(start, end, type)` of the names whose type is known."""
    spans: list[tuple[int, int, str]] = []
    tags = sentence.names or []
    for start, tag in enumerate(tags):
        if tag.position == "B" and len(tag.types) == 1:
            end = start + 1
            while end < len(tags) and tags[end].position == "I":
                end += 1
            spans.append((start, end, next(iter(tag.types))))
    return spans
