"""Instances of the corpus as chains, on a hand-made article."""

from __future__ import annotations

from evals.meantime_cross import read_sheet
from tests.casebook.factory import Report

ARTICLE = """<Document>
<token t_id="1" sentence="0">Rebels</token><token t_id="2" sentence="0">leave</token>
<token t_id="3" sentence="1">May</token><token t_id="4" sentence="1">14</token><token t_id="5" sentence="1">,</token>
<token t_id="6" sentence="1">2009</token>
<token t_id="7" sentence="2">They</token><token t_id="8" sentence="2">left</token>
<Markables>
<ENTITY_MENTION m_id="1"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY_MENTION m_id="2"><token_anchor t_id="7"/></ENTITY_MENTION>
<EVENT_MENTION m_id="3"><token_anchor t_id="8"/></EVENT_MENTION>
<ENTITY m_id="9" ent_type="ORG" instance_id="ORG1"/>
</Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><source m_id="2"/><target m_id="9"/></REFERS_TO></Relations>
</Document>"""


class Reads:
    """A reader that puts a line before the text."""

    def read(self, text: str, *, published: str, outlet: str):
        assert published == "2009-05-14"
        assert outlet
        return Report("r1", ["Wikinews", text]).record()


def test_mentions_of_one_instance_are_one_chain_and_offsets_are_the_records(tmp_path) -> None:
    path = tmp_path / "a.xml"
    path.write_text(ARTICLE, "utf-8")
    sheet = read_sheet(Reads(), path)  # type: ignore[arg-type]
    assert {item.instance for item in sheet.actors} == {"ORG1"}
    assert [sheet.record.text[slice(*item.spans[0])] for item in sheet.actors] == ["Rebels", "They"]
    assert [sheet.record.text[slice(*item.spans[0])] for item in sheet.events] == ["left"]
