"""ECB+: news articles on the same happenings, with chains of event and entity mentions across articles.

Only the sentences that the corpus' list of checked sentences names are scored; the whole article is read, as a user
would give it, without the line that holds its address.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from evals.data import require
from evals.running import join_tokens

DEV = (2, 5, 12, 18, 21, 23, 34, 35)
_NAME = re.compile(r"(\d+)_(\d+)(ecb|ecbplus)\.xml")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """An annotated mention: its words' characters, the corpus' tag, and the instance it is of."""

    spans: tuple[tuple[int, int], ...]
    tag: str
    instance: str

    @property
    def start(self) -> int:
        """First character."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Behind the last character."""
        return self.spans[-1][1]

    @property
    def kind(self) -> str:
        """event, actor (people, bodies, countries), or other (things, places, times)."""
        if "ACTION" in self.tag:
            return "event"
        return "actor" if self.tag.startswith("HUMAN") else "other"


@dataclass(slots=True)
class Article:
    """An article as running text and the mentions of its scored sentences; ``scored`` are their characters."""

    name: str
    topic: str
    text: str
    scored: list[tuple[int, int]] = field(default_factory=list)
    mentions: list[GoldMention] = field(default_factory=list)


def load(folder: Path, topics: Iterable[int]) -> Iterator[Article]:
    """The articles of some topics, by topic and name.

    Raises:
        DataMissingError: the corpus or a topic is not there.
    """
    checked: dict[tuple[str, str], set[int]] = {}
    with require(folder / "ECBplus_coreference_sentences.csv", "--corpora").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            checked.setdefault((row["Topic"], row["File"]), set()).add(int(row["Sentence Number"]))
    for topic in topics:
        paths = require(folder / str(topic), "--corpora").glob("*.xml")
        for path in sorted(paths, key=lambda path: path.name):
            hit = _NAME.fullmatch(path.name)
            if hit is not None:
                yield read_article(path, checked.get((str(topic), f"{hit[2]}{hit[3]}"), set()))


def read_article(path: Path, checked: set[int]) -> Article:
    """One annotated article.

    Args:
        path: its file.
        checked: numbers of the sentences that are scored.
    """
    root = ElementTree.parse(path).getroot()
    tokens = [(t.get("t_id") or "", int(t.get("sentence") or 0), t.text or "") for t in root.iter("token")]
    sentences: dict[int, list[tuple[str, str]]] = {}
    for identifier, sentence, text in tokens:
        sentences.setdefault(sentence, []).append((identifier, text))
    parts, length = [], 0
    places: dict[str, tuple[int, int]] = {}
    article = Article(path.stem, path.parent.name, "")
    for number, words in sorted(sentences.items()):
        if words[0][1] == "http":
            continue
        running = join_tokens([text for _, text in words])
        places |= {
            identifier: (start + length, end + length)
            for (identifier, _), (start, end) in zip(words, running.spans, strict=True)
        }
        if number in checked:
            article.scored.append((length, length + len(running.text)))
        parts.append(running.text)
        length += len(running.text) + 1
    article.text = "\n".join(parts)
    article.mentions = list(_mentions(root, places, {i for i, sentence, _ in tokens if sentence in checked}))
    return article


def _mentions(root: ElementTree.Element, places: dict[str, tuple[int, int]], scored: set[str]) -> Iterator[GoldMention]:
    """The mentions of scored sentences, each with its instance; one of no relation is an instance of its own."""
    name = root.get("doc_name") or ""
    markables = {m.get("m_id") or "": m for m in root.iterfind("Markables/*")}
    instances: dict[str, str] = {}
    for relation in root.iterfind("Relations/*"):
        instance = relation.get("note") or f"{name}/{relation.get('r_id')}"
        for source in relation.iter("source"):
            instances[source.get("m_id") or ""] = instance
    for identifier, markable in markables.items():
        anchors = [anchor.get("t_id") or "" for anchor in markable.iter("token_anchor")]
        if anchors and all(anchor in scored and anchor in places for anchor in anchors):
            spans = tuple(sorted(places[anchor] for anchor in anchors))
            yield GoldMention(spans, markable.tag, instances.get(identifier, f"{name}/{identifier}"))
