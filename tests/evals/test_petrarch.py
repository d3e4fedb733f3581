"""The rule of the PETRARCH suite: every triple and nothing else; codes read in PLOVER, ISO and sectors."""

from __future__ import annotations

import pytest

from evals.codes import load_codes
from evals.petrarch import Item, Triple, fully_right, load, pairs, plover_type
from tests.evals.records import actor, event, record

HOME = actor("a1", "Norway", kind="government", country="NOR", sectors=("GOV",))
ARMY = actor("a2", "Peruvian army", kind="armed-group", country="PER", sectors=("MIL",))
BODY = actor("a3", "a world body", kind="organization", sectors=("IGO",))


def told(*recipients):
    return pairs(record(event("e1", "ACCUSE", "warned", recipients=recipients), cast=(HOME, ARMY, BODY)))


def right(*triples, recipients=("a2",), sectors=False):
    return fully_right(Item("x", "2020-01-01", "", triples), told(*recipients), load_codes(), sectors=sectors)


def test_a_record_is_right_only_if_nothing_is_missing_and_nothing_is_more():
    wanted = Triple("ACCUSE", "NOR", "PERMIL")
    assert right(wanted)
    assert not right(wanted, Triple("ACCUSE", "NOR", "CHL"))
    assert not right(wanted, recipients=("a2", "a3"))
    assert not right()


def test_sectors_count_only_where_asked_for():
    assert right(Triple("ACCUSE", "NOR", "PERREB"))
    assert not right(Triple("ACCUSE", "NOR", "PERREB"), sectors=True)


def test_international_actors_have_no_country():
    assert right(Triple("ACCUSE", "NOR", "IGOUNO"), recipients=("a3",))


@pytest.mark.parametrize(("code", "kind"), [("112", "ACCUSE"), ("190", "ASSAULT"), ("010", None)])
def test_cameo_codes_become_types_and_mere_statements_none(code, kind):
    assert plover_type(code) == kind


def test_records_are_read_by_pattern_and_from_the_parse_where_they_have_no_text(tmp_path):
    file = tmp_path / "records.xml"
    file.write_text(
        '<Sentence category="X" date="20200102" id="one" evaluate="true"/>\n'
        '<EventCoding eventcode="112" sourcecode="NOR" targetcode="PER" />\n<Text>\nNorway accused\nPeru.\n</Text>\n'
        "<Parse>\n1\tNorway\t_\n</Parse></Sentence>\n"
        '<Sentence date="200103" id="two" evaluate="true"/>\n<EventCoding noevents="True" />\n<Text>\n</Text>\n'
        "<Parse>\n1\tIt\tit\n2\trained\train\n</Parse></Sentence>\n"
    )
    one, two = load(file)
    assert (one.date, one.text, one.triples) == (
        "2020-01-02",
        "Norway accused Peru.",
        (Triple("ACCUSE", "NOR", "PER"),),
    )
    assert (two.date, two.text, two.triples) == ("2020-01-03", "It rained", ())
