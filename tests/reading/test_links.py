"""What the tree says is one actor."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader


@pytest.mark.parametrize(
    "role", ["Its closest ally", "The regional power", "The largest member of the bloc", "The world's largest donor"]
)
def test_a_country_in_apposition_is_who_the_role_means(reader: Reader, role: str) -> None:
    record = reader.read(f"{role}, Brazil, sent food aid to Kenya.")
    (event,) = record.events
    assert [actor.country for actor in record.actors if actor.id in event.actors] == ["BRA"]


def test_an_official_is_not_the_country_behind_the_comma(reader: Reader) -> None:
    record = reader.read("After the talks with the president, Peru sent food aid to Kenya.")
    people = [actor for actor in record.actors if actor.kind == "person"]
    assert all(actor.country != "PER" or "Peru" not in actor.names for actor in people)
    (event,) = (event for event in record.events if event.type == "AID")
    assert [actor.country for actor in record.actors if actor.id in event.actors] == ["PER"]
