"""What GUM's entity brackets teach: the type of every nominal mention, and which of them are names."""

from collections.abc import Iterator
from pathlib import Path

from training.conllu import entity_spans, read_blocks, tree_of, words_of
from training.sentences import MENTION_TYPES, UNKNOWN_NAME, NameTag, Sentence, name_tags

NAME_OF = {"person": "PERSON", "organization": "ORG", "place": "LOC", "event": "EVENT", "time": "DATE"}
ANNOTATED = frozenset(NAME_OF.values())

MAX_DATE_WORDS = 6
"""A longer time expression is a clause about time rather than a date."""

_LINKS = frozenset({"of", "for", "and", "the", "de", "al", "bin", "el", "-", "&"})


def read_gum(folder: Path) -> Iterator[Sentence]:
    """Yields the sentences of every document in `folder` with mention types and names."""
    for path in sorted(folder.glob("*.conllu")):
        for comments, rows in read_blocks(path):
            sentence = tree_of(comments, rows, "gum")
            words, _ = words_of(rows)
            spans = entity_spans(words)
            sentence.mentions = mention_heads(sentence, spans)
            sentence.names = gum_names(sentence, spans)
            yield sentence


def head_of(heads: list[int], start: int, end: int) -> int | None:
    """Returns the position of the first word of `[start, end)` whose own head lies outside of it."""
    for position in range(start, end):
        if not start < heads[position] <= end:
            return position
    return None


def mention_heads(sentence: Sentence, spans: list[tuple[int, int, str]]) -> list[str]:
    """Returns for each word the type of the outermost mention that it heads, else `none`."""
    assert sentence.heads is not None
    types = ["none"] * len(sentence)
    for start, end, kind in spans:
        head = head_of(sentence.heads, start, end)
        if head is not None and types[head] == "none" and kind in MENTION_TYPES:
            types[head] = kind
    return types


def gum_names(sentence: Sentence, spans: list[tuple[int, int, str]]) -> list[NameTag]:
    """Returns name tags read off the mentions: those headed by a proper noun, cut to the name itself.

    GUM does not mark names as such, so a proper noun outside of every name found here stays unknown rather than
    "outside".
    """
    assert sentence.heads is not None
    assert sentence.upos is not None
    found: list[tuple[int, int, frozenset[str]]] = []
    for start, end, kind in spans:
        if kind in NAME_OF:
            head = head_of(sentence.heads, start, end)
            name = _name_inside(sentence, start, end, head, kind) if head is not None else None
            if name:
                found.append((*name, frozenset({_type_of(sentence, name, kind)})))
    longest_first = sorted(found, key=lambda span: (span[0] - span[1], span[0]))
    taken = [False] * len(sentence)
    kept = []
    for start, end, types in longest_first:
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            kept.append((start, end, types))
    tags = name_tags(kept, len(sentence), ANNOTATED)
    return [
        UNKNOWN_NAME if row_pos == "PROPN" and tag.position == "O" else tag
        for row_pos, tag in zip(sentence.upos, tags, strict=True)
    ]


def _type_of(sentence: Sentence, name: tuple[int, int], kind: str) -> str:
    """Returns the name type of a mention; a plural proper noun for persons is a people ("the Turks")."""
    is_plural = "Number=Plur" in (sentence.feats or [])[name[1] - 1]
    return "NORP" if kind == "person" and is_plural and name[1] - name[0] == 1 else NAME_OF[kind]


def _name_inside(sentence: Sentence, start: int, end: int, head: int, kind: str) -> tuple[int, int] | None:
    upos = sentence.upos or []
    if kind == "time":
        is_date = any(upos[i] in ("NUM", "PROPN") for i in range(start, end))
        return (start, end) if is_date and end - start <= MAX_DATE_WORDS else None
    if upos[head] != "PROPN":
        return None
    if kind == "person":
        return _flat_name(sentence, head, end)
    first = last = head
    while first > start and _belongs(sentence, first - 1, first - 2, start, end):
        first -= 1
    while last + 1 < end and _belongs(sentence, last + 1, last + 2, start, end):
        last += 1
    return first, last + 1


def _flat_name(sentence: Sentence, head: int, end: int) -> tuple[int, int]:
    """Returns a person's name: the first word and what is flat under it. Titles hang on it otherwise."""
    heads, relations = sentence.heads or [], sentence.relations or []
    last = head
    for position in range(head + 1, end):
        if heads[position] == head + 1 and relations[position].startswith("flat"):
            last = position
    return head, last + 1


def _belongs(sentence: Sentence, position: int, beyond: int, start: int, end: int) -> bool:
    """Tells whether a neighbour of a name is part of it: a name itself, or a link to one further out."""
    upos, word = (sentence.upos or [])[position], sentence.words[position]
    if upos == "PROPN" or (upos in ("ADJ", "NOUN", "NUM") and word[:1].isupper()):
        return True
    return word.lower() in _LINKS and start <= beyond < end and (sentence.upos or [])[beyond] == "PROPN"
