"""Reads CoNLL-U: trees, and GUM's entity brackets."""

import re
from collections.abc import Iterator
from pathlib import Path

from training.sentences import Sentence

ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)

Row = list[str]


def read_blocks(path: Path) -> Iterator[tuple[dict[str, str], list[Row]]]:
    """Yields `(comments, rows)` of each sentence: comments as a dictionary, rows as lists of ten fields."""
    comments: dict[str, str] = {}
    rows: list[Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        if not line:
            if rows:
                yield comments, rows
                comments, rows = {}, []
        elif line.startswith("#"):
            key, _, value = line[1:].partition("=")
            comments[key.strip()] = value.strip()
        else:
            rows.append(line.split("\t"))


def words_of(rows: list[Row]) -> tuple[list[Row], list[bool]]:
    """Returns the syntactic words (no multiword tokens, no empty nodes) and whether a space follows each."""
    words = [row for row in rows if row[ID].isdigit()]
    spaces = ["SpaceAfter=No" not in row[MISC] for row in words]
    for row in rows:
        if "-" in row[ID]:
            first, last = map(int, row[ID].split("-"))
            spaces[first - 1 : last - 1] = [False] * (last - first)
            spaces[last - 1] = "SpaceAfter=No" not in row[MISC]
    return words, spaces


def read_trees(path: Path, source: str) -> Iterator[Sentence]:
    """Yields the sentences of a treebank with everything but names and mentions."""
    for comments, rows in read_blocks(path):
        yield tree_of(comments, rows, source)


def tree_of(comments: dict[str, str], rows: list[Row], source: str) -> Sentence:
    """Returns the sentence of one CoNLL-U block."""
    words, spaces = words_of(rows)
    new_paragraph = any(key.split(" ")[0] in ("newpar", "newdoc") for key in comments)
    return Sentence(
        words=[row[FORM] for row in words],
        spaces=spaces,
        upos=[row[UPOS] for row in words],
        feats=[row[FEATS] for row in words],
        lemmas=[row[LEMMA] for row in words],
        heads=[int(row[HEAD]) for row in words],
        relations=[row[DEPREL] for row in words],
        identifier=comments.get("sent_id", ""),
        paragraph=new_paragraph,
        source=source,
    )


_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")


def entity_spans(words: list[Row]) -> list[tuple[int, int, str]]:
    """Returns GUM's mentions `(start, end, type)` from the `Entity=` brackets in MISC, outermost first.

    A bracket opens as `(id-type-…`, closes as `id)`; a one-word mention does both at once.
    """
    opened: dict[str, list[tuple[int, str]]] = {}
    spans: list[tuple[int, int, str]] = []
    for position, row in enumerate(words):
        found = re.search(r"(?:^|\|)Entity=([^|]*)", row[MISC])
        for bracket in _BRACKET.findall(found.group(1)) if found else ():
            identifier, *rest = bracket.strip("()").split("-")
            if bracket.startswith("("):
                opened.setdefault(identifier, []).append((position, rest[0]))
            if bracket.endswith(")") and opened.get(identifier):
                start, kind = opened[identifier].pop()
                spans.append((start, position + 1, kind))
    return sorted(spans, key=lambda span: (span[0], -span[1]))
