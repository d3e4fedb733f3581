"""Known actors from a FollowTheMoney file: JSON lines of entities, as OpenSanctions and OpenAleph export them.

Persons and organizations become actors. Their sectors come from positions (dated where an occupancy dates them), from
topics and from the schema; ``followthemoney.toml`` has the tables. Entities of other schemas are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

import rtoml

from dragoman.errors import KnowledgeError
from dragoman.knowledge.known import Known, Post, day_of
from dragoman.lexicon.titles import load_titles
from dragoman.ontology.countries import load_countries
from dragoman.record import Kind

_NAMES = ("name", "alias", "weakAlias", "abbreviation")
_COUNTRIES = ("nationality", "citizenship", "country", "jurisdiction", "mainCountry")


@dataclass(frozen=True, slots=True)
class _Entity:
    """One entity; only properties with text or with entities nested in them."""

    id: str
    schema: str
    properties: Mapping[str, Sequence[Any]]

    def texts(self, *names: str) -> list[str]:
        """The text values of some properties, in order."""
        return [value for name in names for value in self.properties.get(name, ()) if isinstance(value, str)]


def read_entities(text: str, source: str) -> list[Known]:
    """The persons and organizations of a file.

    Raises:
        KnowledgeError: lines that are no JSON or no entities; every fault is listed.
    """
    faults: list[str] = []
    entities: dict[str, _Entity] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            entities.update((entity.id, entity) for entity in _unpack(json.loads(line)))
        except ValueError as error:
            faults.append(f"line {number}: {error}")
    if faults:
        raise KnowledgeError(source, faults)
    offices = _offices(entities)
    schemas = _tables()["schemas"]
    return [
        _known(entity, offices.get(entity.id, []), schemas[entity.schema])
        for entity in entities.values()
        if entity.schema in schemas and entity.texts("name")
    ]


def _unpack(value: Any) -> Iterator[_Entity]:
    """An entity and those nested in its properties.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(value, dict) or not all(isinstance(value.get(key), str) for key in ("id", "schema")):
        raise ValueError("no entity: it needs an id and a schema")
    properties = value.get("properties", {})
    if not isinstance(properties, dict) or not all(isinstance(values, list) for values in properties.values()):
        raise ValueError("its properties must be lists of values")
    yield _Entity(value["id"], value["schema"], properties)
    for values in properties.values():
        for inner in values:
            if isinstance(inner, dict):
                yield from _unpack(inner)


def _ids(entity: _Entity, name: str) -> list[str]:
    """The entities a property points to, by id or nested."""
    values = entity.properties.get(name, ())
    return [value["id"] if isinstance(value, dict) else str(value) for value in values]


def _offices(entities: Mapping[str, _Entity]) -> dict[str, list[Post]]:
    """Holder → posts that occupancies date."""
    found: dict[str, list[Post]] = {}
    for entity in entities.values():
        if entity.schema != "Occupancy":
            continue
        start, end = _day(entity.texts("startDate"), last=False), _day(entity.texts("endDate"), last=True)
        for position in (entities[one] for one in _ids(entity, "post") if one in entities):
            sectors = _of_position(position.texts("name")) or ("GOV",)
            post = Post(_country(position.texts("country")), sectors, start, end)
            for holder in _ids(entity, "holder"):
                found.setdefault(holder, []).append(post)
    return found


def _known(entity: _Entity, offices: list[Post], schema: Mapping[str, Any]) -> Known:
    country = _country(entity.texts(*_COUNTRIES))
    told = dict.fromkeys([*_of_position(entity.texts("position")), *_of_topics(entity.texts("topics"))])
    sectors = tuple(told) or tuple(schema["sectors"])
    posts = [Post(post.country or country, post.sectors, post.start, post.end) for post in offices]
    identifiers = {"followthemoney": entity.id}
    if wikidata := entity.texts("wikidataId"):
        identifiers["wikidata"] = wikidata[0]
    return Known(
        names=tuple(dict.fromkeys(entity.texts(*_NAMES))),
        kind=cast("Kind", schema["kind"]),
        posts=tuple(posts) or (Post(None if "IGO" in sectors else country, sectors),),
        identifiers=identifiers,
    )


def _country(codes: Sequence[str]) -> str | None:
    """ISO alpha-3 of the first of some FollowTheMoney codes (alpha-2, lower case) that is a country's."""
    return next((found for code in codes if (found := _alpha3().get(code.lower())) is not None), None)


@cache
def _alpha3() -> Mapping[str, str]:
    return {country.alpha2.lower(): code for code, country in load_countries().table.items()}


def _of_topics(topics: Sequence[str]) -> list[str]:
    """Sectors of topics; of one that is not listed, those of the topic above it ("crime" for "crime.theft")."""
    table = _tables()["topics"]
    return [code for topic in topics for code in table.get(topic, table.get(topic.partition(".")[0], ()))]


def _of_position(positions: Sequence[str]) -> tuple[str, ...]:
    """Sectors of the titles that positions are told with: "Minister of Finance of Kenya"."""
    titles = load_titles()
    sectors: dict[str, None] = {}
    for position in positions:
        words = position.lower().replace(",", " ").split()
        spans = ((first, first + length) for length in range(titles.longest, 0, -1) for first in range(len(words)))
        texts = (" ".join(words[first:last]) for first, last in spans if last <= len(words))
        title = next((titles.titles[text] for text in texts if text in titles.titles), None)
        sectors.update(dict.fromkeys(title.sectors if title is not None else ()))
    return tuple(sectors)


def _day(texts: Sequence[str], *, last: bool) -> Any:
    """The first of some dates, None if there is none that can be read."""
    for text in texts:
        try:
            return day_of(text[:10], last=last)
        except ValueError:
            continue
    return None


@cache
def _tables() -> Mapping[str, Any]:
    text = (files("dragoman.knowledge") / "followthemoney.toml").read_text(encoding="utf-8")
    tables: dict[str, Any] = rtoml.loads(text)
    return tables
