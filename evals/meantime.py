"""MEANTIME (120 Wikinews articles): time expressions with their values, and the factuality of events.

Times, as TempEval-3 scores them: time_f1 for spans that overlap, time_strict_f1 for equal spans, value_f1 for spans
that overlap and have the very value; the publication date itself is given and not counted. Only the title and the first
five sentences are scored, since no other times are annotated.

Factuality: polarity, certainty and time of the annotation as one status (negated; hypothetical; future; asserted),
factuality over the events that both the annotators and the reader found, factuality_words over all annotated
predicates, read as if the reader had found each. Items with an attribute the annotators left open are not counted.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from evals.data import require
from evals.running import join_tokens

if TYPE_CHECKING:
    from dragoman import Reader

# The title, the publication date and the first five sentences (the date's line is the first of them).
LAST_SENTENCE = 5
STATUSES = ("asserted", "future", "hypothetical", "negated")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression: its characters, and its TIMEX3 value."""

    start: int
    end: int
    value: str
    sentence: int = 0


@dataclass(frozen=True, slots=True)
class Happening:
    """An annotated event: its characters and its status in the record's words."""

    start: int
    end: int
    status: str


@dataclass(slots=True)
class Article:
    """An article's text as running text, and what is annotated in it."""

    name: str
    topic: str
    published: str
    text: str
    scored: list[tuple[int, int]]
    times: list[Timex] = field(default_factory=list)
    events: list[Happening] = field(default_factory=list)


@dataclass(slots=True)
class TimeScore:
    """Counts of gold, predicted and matched time expressions, and the lines of ``--errors``."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """F1 in per cent."""
        named = {"time_f1": "relaxed", "time_strict_f1": "strict", "value_f1": "value"}
        total = self.counts["gold"] + self.counts["predicted"]
        figures = {name: 200 * self.counts[count] / total if total else 0.0 for name, count in named.items()}
        return {
            **figures,
            "time_precision": 100 * self.counts["relaxed"] / max(self.counts["predicted"], 1),
            "time_recall": 100 * self.counts["relaxed"] / max(self.counts["gold"], 1),
            "times": self.counts["gold"],
        }


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which of the four topics."""
    parser.add_argument(
        "--topic", default="", help="only corpus_airbus, corpus_apple, corpus_gm or corpus_stock_market"
    )


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """All figures; takes about a minute."""
    from dragoman import Reader

    folder = require(arguments.corpora / "meantime" / "intra_cross-doc_annotation", "--corpora")
    reader = Reader()
    times, statuses, words = TimeScore(), Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    errors: list[str] = []
    for path in sorted(folder.glob(f"{arguments.topic or '*'}/*.xml")):
        article = read_article(path)
        record = reader.read(article.text, published=article.published, outlet="Wikinews")
        offset = record.text.find(article.text[-40:]) - (len(article.text) - 40)
        found = [Timex(time.start - offset, time.end - offset, time.value) for time in record.times]
        score_times(article, found, times)
        events = [(e.anchor[0] - offset, e.anchor[1] - offset, e.factuality.status) for e in record.events]
        errors += score_statuses(article, events, statuses, "event")
        errors += score_statuses(article, statuses_of_words(reader, article), words, "word")
    if arguments.errors:
        print("\n".join([*sorted(times.errors), *sorted(errors)]))
    return {**times.figures(), **_accuracy("factuality", statuses), **_accuracy("factuality_words", words)}


def read_article(path: Path) -> Article:
    """One annotated article; the publication date's line is left out of its text.

    Args:
        path: a CAT file of the corpus.
    """
    root = ElementTree.parse(path).getroot()
    article, places = lay_out(root, path)
    for markable in root.iter("TIMEX3"):
        span = _span(markable, places)
        if span is not None and markable.get("functionInDocument") != "CREATION_TIME":
            article.times.append(Timex(*span, markable.get("value") or ""))
    for markable in root.iter("EVENT_MENTION"):
        span, status = _span(markable, places), status_of(markable.attrib)
        if span is not None and status is not None:
            article.events.append(Happening(*span, status))
    return article


def lay_out(root: ElementTree.Element, path: Path) -> tuple[Article, dict[str, tuple[int, int]]]:
    """The article's running text with nothing annotated yet, and the characters of every token by its id."""
    tokens = [
        (token.get("t_id") or "", int(token.get("sentence") or 0), token.text or "") for token in root.iter("token")
    ]
    sentences = {identifier: sentence for identifier, sentence, _ in tokens}
    title = join_tokens([text for _, sentence, text in tokens if sentence == 0])
    body = join_tokens([text for _, sentence, text in tokens if sentence > 1])
    gap = "\n\n"
    text = title.text + gap + body.text
    shift = len(title.text) + len(gap)
    places = dict(zip((i for i, sentence, _ in tokens if sentence == 0), title.spans, strict=True))
    places |= {
        identifier: (start + shift, end + shift)
        for identifier, (start, end) in zip((i for i, sentence, _ in tokens if sentence > 1), body.spans, strict=True)
    }
    scored = [place for identifier, place in places.items() if sentences[identifier] <= LAST_SENTENCE]
    published = _published([word for _, sentence, word in tokens if sentence == 1])
    return Article(path.name, path.parent.name, published, text, scored), places


def _span(markable: ElementTree.Element, places: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    spans = [
        places[anchor.get("t_id") or ""] for anchor in markable.iter("token_anchor") if anchor.get("t_id") in places
    ]
    return (spans[0][0], spans[-1][1]) if spans else None


def _published(line: Sequence[str]) -> str:
    """The publication date from the words of its line: "May 14 , 2009"."""
    return datetime.strptime(" ".join(line[:4]).replace(" ,", ""), "%B %d %Y").date().isoformat()


def status_of(attributes: dict[str, str]) -> str | None:
    """The status in the record's words, None where the annotators left it open or it is no happening of its own."""
    polarity, certainty, time = (attributes.get(name, "") for name in ("polarity", "certainty", "time"))
    special = attributes.get("special_cases", "")
    if "" in (polarity, certainty, time) or "UNDERSPECIFIED" in (polarity, certainty, time) or special == "GEN":
        return None
    if polarity == "NEG":
        return "negated"
    if certainty in ("POSSIBLE", "PROBABLE") or special.startswith("COND"):
        return "hypothetical"
    return "future" if time == "FUTURE" else "asserted"


def score_times(article: Article, found: Sequence[Timex], score: TimeScore) -> None:
    """Add one article's times to the score: each gold time takes the first free prediction it overlaps."""
    inside = [time for time in found if any(start <= time.start < end for start, end in article.scored)]
    free = list(inside)
    score.counts["gold"] += len(article.times)
    score.counts["predicted"] += len(inside)
    for gold in sorted(article.times, key=lambda time: time.start):
        said = article.text[gold.start : gold.end]
        match = min(
            (time for time in free if time.start < gold.end and gold.start < time.end),
            key=lambda time: ((time.start, time.end) != (gold.start, gold.end), time.start),
            default=None,
        )
        if match is None:
            score.errors.append(f"missed | {said} | {gold.value} | {article.published}")
            continue
        free.remove(match)
        score.counts["relaxed"] += 1
        score.counts["strict"] += (match.start, match.end) == (gold.start, gold.end)
        score.counts["value"] += match.value == gold.value
        if match.value != gold.value:
            read = article.text[match.start : match.end]
            score.errors.append(f"value | {said} | {gold.value} | {read} = {match.value} | {article.published}")
    score.errors += [f"added | {article.text[time.start - 30 : time.start]} [{article.text[time.start : time.end]}]"
                     f" {article.text[time.end : time.end + 20]} | {time.value}" for time in free]  # fmt: skip


def score_statuses(
    article: Article, found: Iterable[tuple[int, int, str]], pairs: Counter[tuple[str, str]], name: str
) -> Iterator[str]:
    """Count the (gold, predicted) status of each event that both have; yields the errors."""
    predicted = list(found)
    for gold in article.events:
        match = next((status for start, end, status in predicted if start < gold.end and gold.start < end), None)
        if match is None:
            continue
        pairs[gold.status, match] += 1
        if match != gold.status:
            before, after = article.text[max(0, gold.start - 70) : gold.start], article.text[gold.end : gold.end + 40]
            said = article.text[gold.start : gold.end]
            yield f"{name} | {gold.status} not {match} | {before}[{said}]{after}".replace("\n", " ")


def statuses_of_words(reader: Reader, article: Article) -> list[tuple[int, int, str]]:
    """The status of every annotated predicate, at its first verb, noun or adjective."""
    from dragoman.ingest import read_text
    from dragoman.reading.factuality import factuality_of

    report = read_text(article.text, published=None, outlet="Wikinews", title=None)
    tree = reader.analyse(report)
    offset = report.text.find(article.text[-40:]) - (len(article.text) - 40)
    at = {word.start - offset: word for word in tree.words}
    found: list[tuple[int, int, str]] = []
    for event in article.events:
        words = [at[place] for place in range(event.start, event.end) if place in at]
        word = next((word for word in words if word.pos in ("VERB", "NOUN", "ADJ", "PROPN")), None)
        if word is not None:
            status = factuality_of(word, reader.lexicon.factuality).status
            found.append((word.start - offset, word.end - offset, status))
    return found


def _accuracy(name: str, pairs: Counter[tuple[str, str]]) -> dict[str, float]:
    """Accuracy, macro-F1 over the statuses, and the number of items."""
    right = sum(count for (gold, read), count in pairs.items() if gold == read)
    f1s = []
    for status in STATUSES:
        golden = sum(count for (gold, _), count in pairs.items() if gold == status)
        predicted = sum(count for (_, read), count in pairs.items() if read == status)
        f1s.append(200 * pairs[status, status] / max(golden + predicted, 1))
    total = sum(pairs.values())
    return {name: 100 * right / max(total, 1), f"{name}_macro_f1": sum(f1s) / len(f1s), f"{name}_items": total}
