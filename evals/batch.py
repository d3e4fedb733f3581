"""A batch of running text to measure with: news where the corpora are at hand, else the examples over and over.

Sources, all free texts: re3d (reports of governments and armed forces on Syria and Iraq), MEANTIME (Wikinews), the
news part of GUM and WikiGold. They are read at run time and no text is kept.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
LEAST = 200


def batch_of_texts(corpora: Path, least: int = LEAST) -> list[str]:
    """Texts of 40 words or more, at least ``least`` of them, always in the same order."""
    texts = [*_re3d(corpora / "re3d"), *_meantime(corpora / "meantime"), *_gum(corpora / "gum-free")]
    texts = [text for text in texts if len(text.split()) >= 40]
    for turn in count(1):
        if len(texts) >= least:
            return texts
        texts.extend(_varied(path.read_text("utf-8"), turn) for path in sorted(EXAMPLES.rglob("*.txt")))
    raise AssertionError  # the loop above only ends by returning


def _re3d(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*/documents.json")):
        for line in path.read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)["text"]


def _meantime(folder: Path) -> Iterator[str]:
    """Wikinews, put together again from its tokens."""
    for path in sorted(folder.rglob("*.xml")):
        sentences: dict[str, list[str]] = {}
        for number, word in re.findall(r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)</token>', path.read_text("utf-8")):
            sentences.setdefault(number, []).append(word)
        yield "\n".join(_joined(words) for words in sentences.values())


def _gum(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*_news_*.conllu")):
        yield "\n".join(re.findall(r"(?m)^# text = (.*)$", path.read_text("utf-8")))


def _joined(words: list[str]) -> str:
    text = " ".join(words).replace("`` ", "“").replace(" ''", "”")
    return re.sub(r" ([,.;:!?%)’']|n't)", r"\1", text).replace("( ", "(")


def _varied(text: str, turn: int) -> str:
    """The example with its numbers changed and its paragraphs turned, so that no two texts are equal."""
    paragraphs = re.sub(r"\b(\d{1,2})\b", lambda hit: str((int(hit.group()) + turn) % 28 + 1), text).split("\n\n")
    cut = turn % len(paragraphs)
    return "\n\n".join([*paragraphs[cut:], *paragraphs[:cut], f"This is report {turn}."])
