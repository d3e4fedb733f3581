"""Corpora that annotate names, each with its own idea of which: UNER, WikiGold, re3d."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

from training.sentences import ANY_TYPE, UNKNOWN_NAME, NameTag, Sentence, name_tags

UNER_TYPES = {"PER": "PERSON", "ORG": "ORG", "LOC": "LOC"}
UNER_ANNOTATED = frozenset(UNER_TYPES.values())

WIKIGOLD_TYPES = {
    "PER": frozenset({"PERSON"}),
    "ORG": frozenset({"ORG"}),
    "LOC": frozenset({"LOC"}),
    "MISC": frozenset({"NORP", "EVENT", "WEAPON", "VEHICLE", "MISC"}),
}
WIKIGOLD_ANNOTATED = frozenset().union(*WIKIGOLD_TYPES.values())

RE3D_TYPES = {
    "Person": "PERSON",
    "Organisation": "ORG",
    "Location": "LOC",
    "Nationality": "NORP",
    "Temporal": "DATE",
    "Weapon": "WEAPON",
    "Vehicle": "VEHICLE",
    "MilitaryPlatform": "VEHICLE",
    "Money": "MONEY",
    "Quantity": "QUANTITY",
    "DocumentReference": "MISC",
}
RE3D_ANNOTATED = frozenset(RE3D_TYPES.values()) - {"MISC"}
NOMINAL_TYPES = frozenset({"DATE", "WEAPON", "VEHICLE", "MONEY", "QUANTITY"})
"""Types whose spans count also in lower case: what a weapon is called is seldom a proper noun."""

Span = tuple[int, int, frozenset[str]]
Splitter = Callable[[str], list[list[tuple[str, int]]]]
"""Splits a text into sentences of `(word, offset)`."""


def read_uner(path: Path) -> dict[str, tuple[list[str], list[str]]]:
    """Returns `(words, BIO tags)` by sentence id; multiword tokens are left out."""
    sentences: dict[str, tuple[list[str], list[str]]] = {}
    identifier = ""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("# sent_id"):
            identifier = line.partition("=")[2].strip()
            sentences[identifier] = ([], [])
        elif line and not line.startswith("#"):
            fields = line.split("\t")
            if fields[0].isdigit():
                sentences[identifier][0].append(fields[1])
                sentences[identifier][1].append(fields[2])
    return sentences


def add_uner(sentences: list[Sentence], path: Path) -> None:
    """Fills in `names` of treebank sentences from the UNER layer, where the words agree.

    The early training file has a further tag, OTH. On adjectives and plural proper nouns it marks nationalities and
    groups, which are kept as NORP; elsewhere it is dropped, and NORP and the rest stay open.
    """
    layer = read_uner(path)
    for sentence in sentences:
        words, tags = layer.get(sentence.identifier, ([], []))
        if words == sentence.words:
            spans = [(s, e, frozenset({UNER_TYPES[t]})) for s, e, t in bio_spans(tags) if t in UNER_TYPES]
            sentence.names = name_tags(spans, len(words), UNER_ANNOTATED)
            for start, end, kind in bio_spans(tags):
                if kind == "OTH" and end == start + 1 and _is_group(sentence, start):
                    sentence.names[start] = NameTag("B", frozenset({"NORP"}))


def _is_group(sentence: Sentence, position: int) -> bool:
    upos, feats = (sentence.upos or [])[position], (sentence.feats or [])[position]
    return sentence.words[position][:1].isupper() and (
        upos == "ADJ" or (upos in ("PROPN", "NOUN") and "Number=Plur" in feats)
    )


def bio_spans(tags: list[str]) -> list[tuple[int, int, str]]:
    """Returns the spans `(start, end, type)` of BIO tags; an I that continues nothing starts a span."""
    spans: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for position, tag in enumerate([*tags, "O"]):
        continues = tag[:2] == "I-" and tag[2:] == kind
        if kind and not continues:
            spans.append((start, position, kind))
            kind = ""
        if tag != "O" and not continues:
            start, kind = position, tag[2:]
    return spans


def read_wikigold(path: Path) -> Iterator[Sentence]:
    """Yields WikiGold's sentences. Its tags are I-TYPE throughout, so neighbouring names of one type run together."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split() for line in block.splitlines() if line.strip() and "-DOCSTART-" not in line]
        if not rows:
            continue
        words = [row[0] for row in rows]
        spans = [(s, e, WIKIGOLD_TYPES[t]) for s, e, t in bio_spans([row[-1] for row in rows])]
        yield Sentence(
            words=words,
            spaces=[True] * len(words),
            names=name_tags(spans, len(words), WIKIGOLD_ANNOTATED),
            source="wikigold",
        )


def read_re3d(folder: Path, split: Splitter) -> Iterator[Sentence]:
    """Yields the sentences of one re3d folder.

    re3d marks every mention, not only names. What is written like a name is taken as one, what is not is taken as
    "no name" (weapons, vehicles, dates and amounts count in lower case too), and a mixture, such as a title with a
    name, stays unknown.
    """
    entities: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for line in (folder / "entities.json").read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            entity = json.loads(line)
            entities[entity["documentId"]].append((entity["begin"], entity["end"], entity["type"]))
    for line in (folder / "documents.json").read_text(encoding="utf-8-sig").splitlines():
        if line.strip():
            document = json.loads(line)
            for words in split(document["text"]):
                yield _re3d_sentence(words, entities[document["_id"]])


def _re3d_sentence(words: list[tuple[str, int]], entities: list[tuple[int, int, str]]) -> Sentence:
    texts = [word for word, _ in words]
    starts = {offset: position for position, (_, offset) in enumerate(words)}
    ends = {offset + len(word): position + 1 for position, (word, offset) in enumerate(words)}
    named: list[Span] = []
    unknown: list[tuple[int, int]] = []
    for begin, end, label in entities:
        if begin not in starts or end not in ends or label not in RE3D_TYPES:
            unknown += [_touched(words, begin, end)]
            continue
        first, last = starts[begin], ends[end]
        determined = texts[first].lower() in ("the", "a", "an")
        first += determined
        kind = RE3D_TYPES[label]
        verdict = _looks_like_name(texts[first:last], kind)
        if verdict and kind == "PERSON" and (determined or not _TITLES.isdisjoint(texts[first:last])):
            verdict = None  # "the Minister", "Minister Johnson": offices, which other corpora leave out of names
        if verdict:
            named.append((first, last, frozenset({kind})))
        elif verdict is None:
            unknown.append((first, last))
    kept: list[Span] = []
    for span in sorted(named, key=lambda span: (span[0] - span[1], span[0])):
        if all(span[1] <= other[0] or span[0] >= other[1] for other in kept):
            kept.append(span)
    tags = name_tags(kept, len(words), RE3D_ANNOTATED)
    for first, last in unknown:
        tags[first:last] = [tag if tag.position in "BI" else UNKNOWN_NAME for tag in tags[first:last]]
    gaps = [after[1] > word[1] + len(word[0]) for word, after in pairwise(words)]
    return Sentence(words=texts, spaces=[*gaps, True], names=tags, source="re3d")


def _looks_like_name(words: list[str], kind: str) -> bool | None:
    """True for a name, False for none, None for a mixture."""
    if not words:
        return False
    if kind in NOMINAL_TYPES:
        return True
    letters = [word for word in words if word[:1].isalpha()]
    capital = [word[:1].isupper() for word in letters]
    if not any(capital) or (len(words) == 1 and words[0].lower() in _PRONOUNS):
        return False
    links = [word in _LINKS for word in letters]
    if all(c or link for c, link in zip(capital, links, strict=True)) and len(words) <= 6:
        return True
    return None


def _touched(words: list[tuple[str, int]], begin: int, end: int) -> tuple[int, int]:
    inside = [i for i, (word, offset) in enumerate(words) if offset < end and offset + len(word) > begin]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


_TITLES = frozenset({
    "Minister", "President", "Secretary", "General", "Gen.", "Col.", "Colonel", "Lt.", "Capt.", "Captain", "Maj.",
    "Major", "Sgt.", "Sergeant", "Dr", "Dr.", "Mr", "Mr.", "Mrs", "Ms", "Sir", "Prime", "Foreign", "Ambassador",
    "King", "Prince", "Sheikh", "Senator", "Sen.", "Rep.", "Spokesman", "Officer", "Commander", "Cmdr.", "Adm.",
    "Admiral", "Petty", "Vice", "Chief", "Lord", "Sheik", "Shaikh", "Imam", "Ayatollah", "Spc.", "Cpl.", "Pvt.",
    "Brig.",
})  # fmt: skip
_PRONOUNS = frozenset({
    "i", "he", "she", "it", "we", "they", "you", "his", "her", "its", "our", "their", "him", "them", "us", "me",
    "this", "that", "these", "those", "who",
})  # fmt: skip
_LINKS = frozenset(["of", "and", "for", "the", "al", "de", "bin", "ibn", "el", "s", "&", "'s", "’s"])

assert ANY_TYPE >= WIKIGOLD_ANNOTATED | RE3D_ANNOTATED
