"""FollowTheMoney entities as known actors."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.followthemoney import read_entities


def entity(identifier: str, schema: str, **properties: Any) -> str:
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return json.dumps({"id": identifier, "schema": schema, "properties": lists})


def test_a_person_has_names_country_sectors_and_identifiers() -> None:
    line = entity(
        "p1", "Person", name="Achieng Oduor", alias="Mama Achieng", nationality="ke", position="Minister of Finance",
        wikidataId="Q0",
    )  # fmt: skip
    (known,) = read_entities(line + "\n\n", "mine.jsonl")
    assert known.names == ("Achieng Oduor", "Mama Achieng")
    assert known.kind == "person"
    assert (known.posts[0].country, known.posts[0].sectors) == ("KEN", ("GOV",))
    assert known.identifiers == {"followthemoney": "p1", "wikidata": "Q0"}


def test_occupancies_date_what_a_person_was() -> None:
    lines = [
        entity("p1", "Person", name="Achieng Oduor", citizenship="ke", topics="role.pep"),
        entity("j1", "Position", name="Judge of the High Court", country="ke"),
        entity("o1", "Occupancy", holder="p1", post="j1", startDate="2001", endDate="2005-06-30"),
    ]
    (known,) = read_entities("\n".join(lines), "mine.jsonl")
    assert known.post(date(2003, 1, 1)).sectors == ("JUD",)
    assert known.post(date(2010, 1, 1)).sectors == ("ELI",)


def test_entities_nested_in_others_count_too() -> None:
    inner = {"id": "j1", "schema": "Position", "properties": {"name": ["Senator"], "country": ["ke"]}}
    office = {
        "id": "o1",
        "schema": "Occupancy",
        "properties": {"holder": ["p1"], "post": [inner], "startDate": ["2001"]},
    }
    line = entity("p1", "Person", name="Achieng Oduor", positionOccupancies=[office])
    (known,) = read_entities(line, "mine.jsonl")
    assert (known.posts[0].country, known.posts[0].sectors) == ("KEN", ("LEG",))


@pytest.mark.parametrize(
    ("schema", "properties", "country", "sectors"),
    [
        ("Company", {"jurisdiction": "ug"}, "UGA", ("BUS",)),
        ("PublicBody", {"country": "ug"}, "UGA", ("GOV",)),
        ("Organization", {"country": "ug", "topics": "crime.terror"}, "UGA", ("REB",)),
        ("Organization", {"country": "ug", "topics": "crime.theft"}, "UGA", ("CRM",)),
        ("Organization", {"country": "ch", "topics": "gov.igo"}, None, ("IGO",)),
        ("LegalEntity", {}, None, ()),
    ],
)
def test_schema_and_topics_tell_sectors(
    schema: str, properties: dict[str, str], country: str | None, sectors: tuple[str, ...]
) -> None:
    (known,) = read_entities(entity("x", schema, name="Nile Works", **properties), "mine.jsonl")
    assert (known.kind, known.posts[0].country, known.posts[0].sectors) == ("organization", country, sectors)


def test_other_schemas_are_passed_over() -> None:
    assert read_entities(entity("v", "Vessel", name="MV Example"), "mine.jsonl") == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "line 1: Expecting"),
        ("[]", "line 1: no entity"),
        ('{"id": "x"}', "line 1: no entity"),
        ('{"id": "x", "schema": "Person", "properties": {"name": "A"}}', "line 1: its properties must be lists"),
    ],
)
def test_a_line_that_is_no_entity_is_told(line: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says.replace("[", r"\[")):
        read_entities(line, "mine.jsonl")
