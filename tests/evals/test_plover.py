"""PLOVER's gold records: labels mapped, parties counted by country and sector."""

from __future__ import annotations

import json

from evals.codes import load_codes
from evals.plover import Item, load, score
from tests.evals.records import actor, event, record

NORWAY = actor("a1", "Norway", kind="government", country="NOR", sectors=("GOV",))
REBELS = actor("a2", "Somali rebels", kind="armed-group", country="SOM", sectors=("REB",))


def tally(*, sides, kind="ACCUSE"):
    read = record(event("e1", "ACCUSE", "warned"), cast=(NORWAY, REBELS))
    return score(Item("x", "", kind, sides), read, load_codes())


def test_country_and_sector_are_counted_apart():
    count = tally(sides=(("NOR",), ("SOMGOV",)))
    assert (count["type"], count["actor_country"], count["recipient_country"], count["recipient_sector"]) == (
        1,
        1,
        1,
        0,
    )
    assert (count["parties"], count["of_parties"], count["of_actor_sector"]) == (1, 2, 0)


def test_without_an_event_of_the_type_no_party_is_right():
    count = tally(sides=(("NOR",), ("SOMREB",)), kind="AID")
    assert (count["type"], count["of_type"], count["parties"], count["of_parties"]) == (0, 1, 0, 2)


def test_both_parties_of_a_mutual_event_may_stand_under_source():
    assert tally(sides=(("NOR", "SOMREB"), ()))["parties"] == 2


def test_older_labels_are_mapped(tmp_path):
    file = tmp_path / "gold.txt"
    rows = [
        {"id": "d", "event": "DOCUMENT"},
        {"id": "x", "event": "DEMAND", "text": "T.", "source": [{"code": "JAP", "sector": "GOV"}], "target": ""},
    ]
    file.write_text(json.dumps(rows))
    (item,) = load(file, load_codes())
    assert (item.type, item.sides) == ("REQUEST", (("JAPGOV",), ()))
    assert load_codes().country("JAPGOV") == "JPN"
