"""GeoWebNews and LGL: place names found, and what they are resolved to.

tagging_*: F1, precision and recall over GeoWebNews's toponyms with coordinates (literal and associative; not
languages, demonyms, homonyms or common nouns), spans that overlap; _exact asks for equal spans, _standing neither asks
for nor punishes names inside other names ("London" in "London School of Economics"). role: literal or associative, of
those found.

Resolution, gwn_* and lgl_*: exact id, and at most 161 km (100 miles) away, of the gold toponyms that were found;
_given: of those that were given an id or coordinates; given: the share that was. An id that equals the gold one is
0 km away; a place without coordinates and with another id counts as wrong.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from evals.data import require

if TYPE_CHECKING:
    from dragoman.record import Place

LITERAL = frozenset(["Literal", "Literal_Modifier", "Mixed", "Coercion", "Embedded_Literal"])
NEAR = 161.0  # km; a hundred miles, as toponym resolution is scored since Leidner (2008)
EARTH = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Toponym:
    """An annotated place name; ``geonames`` is None where it was given none."""

    start: int
    end: int
    kind: str
    geonames: int | None
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Article:
    """A text and its toponyms; ``other`` are annotated spans that are no toponyms of the task."""

    text: str
    toponyms: tuple[Toponym, ...]
    other: tuple[tuple[int, int], ...] = ()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much of each corpus."""
    parser.add_argument("--every", type=int, default=1, help="only every Nth article")
    parser.add_argument(
        "--half", type=int, choices=(0, 1), help="0: the articles place_weights.toml was chosen on; 1: the others"
    )
    parser.add_argument("--only", choices=("gwn", "lgl"), help="only one of the two corpora")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """All figures; both corpora whole take some minutes."""
    folder = require(arguments.corpora / "geo", "--corpora")
    figures: dict[str, float] = {}
    for name, file, read in (("gwn", "GWN.xml", read_geowebnews), ("lgl", "lgl.xml", read_lgl)):
        if arguments.only in (None, name):
            articles = list(read(folder / file))
            chosen = articles if arguments.half is None else articles[arguments.half :: 2]
            counts, errors = score_corpus(chosen[:: arguments.every])
            figures |= _tagging(counts) if name == "gwn" else {}
            figures |= {f"{name}_{key}": value for key, value in _resolution(counts).items()}
            if arguments.errors:
                print("\n".join(f"{name} {line}" for line in sorted(errors)))
    return figures


def score_corpus(articles: Iterable[Article]) -> tuple[Counter[str], list[str]]:
    """Read every article and count."""
    from dragoman import Reader

    reader = Reader()
    counts: Counter[str] = Counter()
    errors: list[str] = []
    for article in articles:
        record = reader.read(article.text, outlet="News")
        offset = _offset(record.text, article.text)
        errors += score_article(article, record.places, offset, counts)
    return counts, errors


def _offset(canonical: str, text: str) -> int:
    """How many characters the canonical text lost at its beginning."""
    anchor = canonical[:30]
    return -max(text.find(anchor), 0)


def score_article(article: Article, places: Sequence[Place], offset: int, counts: Counter[str]) -> Iterator[str]:
    """Count one article's toponyms and predictions; yields the errors.

    Args:
        article: with offsets into its own text.
        places: of the record.
        offset: of the record's text from the article's.
        counts: added to.
    """
    free = list(places)
    counts["predicted"] += len(free)
    for gold in article.toponyms:
        said = article.text[gold.start : gold.end]
        context = article.text[max(0, gold.start - 40) : gold.end + 30].replace("\n", " ")
        embedded = gold.kind.startswith("Embedded")
        counts["gold"] += 1
        counts["embedded"] += embedded
        found = [place for place in free if place.start - offset < gold.end and gold.start < place.end - offset]
        if not found:
            yield f"missed {gold.kind} | {said} | {context}"
            continue
        place = min(
            found, key=lambda place: abs(place.start - offset - gold.start) + abs(place.end - offset - gold.end)
        )
        free.remove(place)
        counts["found"] += 1
        counts["found_embedded"] += embedded
        counts["exact_span"] += (place.start - offset, place.end - offset) == (gold.start, gold.end)
        counts["role"] += (place.role == "literal") == (gold.kind in LITERAL)
        if gold.geonames is None:
            continue
        counts["resolvable"] += 1
        given = place.geonames is not None or place.latitude is not None
        counts["given"] += given
        exact = place.geonames == gold.geonames
        near = exact or away(place, gold) <= NEAR
        counts["exact"] += exact
        counts["near"] += near
        if not near:
            state = "elsewhere" if given else "unresolved"
            yield f"{state} | {said} | {gold.geonames} not {place.geonames} {place.country} | {context}"
    inside = [
        other
        for other in free
        if any(start < other.end - offset and other.start - offset < end for start, end in article.other)
    ]
    counts["inside_other"] += len(inside)
    for place in free:
        start, end = place.start - offset, place.end - offset
        yield f"added | {article.text[start:end]} | {article.text[max(0, start - 40) : end + 30]}".replace("\n", " ")


def away(place: Place, gold: Toponym) -> float:
    """Great-circle distance in km; infinite for a place without coordinates."""
    if place.latitude is None or place.longitude is None:
        return float("inf")
    one, other = radians(place.latitude), radians(gold.latitude)
    across = radians(place.longitude - gold.longitude)
    half = sin((one - other) / 2) ** 2 + cos(one) * cos(other) * sin(across / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def _tagging(counts: Counter[str]) -> dict[str, float]:
    gold, predicted = counts["gold"], counts["predicted"]
    asked, standing = gold - counts["embedded"], counts["found"] - counts["found_embedded"]
    return {
        "tagging_f1": 200 * counts["found"] / max(gold + predicted, 1),
        "tagging_f1_exact": 200 * counts["exact_span"] / max(gold + predicted, 1),
        "tagging_f1_standing": 200 * standing / max(asked + predicted - counts["found_embedded"], 1),
        "tagging_precision": 100 * counts["found"] / max(predicted, 1),
        "tagging_recall": 100 * counts["found"] / max(gold, 1),
        "role": 100 * counts["role"] / max(counts["found"], 1),
    }


def _resolution(counts: Counter[str]) -> dict[str, float]:
    found, given = max(counts["resolvable"], 1), max(counts["given"], 1)
    return {
        "exact": 100 * counts["exact"] / found,
        "near": 100 * counts["near"] / found,
        "exact_given": 100 * counts["exact"] / given,
        "near_given": 100 * counts["near"] / given,
        "given": 100 * counts["given"] / found,
        "toponyms_found": counts["resolvable"],
        "recall": 100 * counts["found"] / max(counts["gold"], 1),
    }


def read_geowebnews(path: Path) -> Iterator[Article]:
    """The articles of GWN.xml; spans without coordinates are no toponyms of the task."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        toponyms, other = [], []
        for item in article.iter("toponym"):
            start, end = int(item.findtext("start") or 0), int(item.findtext("end") or 0)
            latitude, longitude = item.findtext("latitude"), item.findtext("longitude")
            if latitude and longitude:
                number = item.findtext("geonamesID")
                kind = item.findtext("type") or ""
                toponyms.append(Toponym(start, end, kind, _number(number), float(latitude), float(longitude)))
            else:
                other.append((start, end))
        yield Article(article.findtext("text") or "", tuple(sorted(toponyms, key=lambda t: t.start)), tuple(other))


def read_lgl(path: Path) -> Iterator[Article]:
    """The articles of lgl.xml; toponyms without an entry of GeoNames are not scored."""
    for article in ElementTree.parse(path).getroot().iter("article"):
        toponyms = []
        for item in article.iter("toponym"):
            entry = item.find("gaztag")
            if entry is not None:
                start, end = int(item.findtext("start") or 0), int(item.findtext("end") or 0)
                latitude, longitude = float(entry.findtext("lat") or 0), float(entry.findtext("lon") or 0)
                toponyms.append(Toponym(start, end, "", _number(entry.get("geonameid")), latitude, longitude))
        yield Article(article.findtext("text") or "", tuple(toponyms))


def _number(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdigit() else None
