"""Reading the corpus' form and scoring across articles, on hand-made articles."""

from __future__ import annotations

import pytest

from evals.crossing import Item, Sheet, conll, found_share, gold_chains, own_events
from evals.data import DataMissingError
from evals.ecbplus import events_of
from evals.ecbplus_corpus import load
from tests.casebook.factory import Report

ARTICLE = """<Document doc_name="3_1ecb.xml">
<token t_id="1" sentence="0" number="0">http</token><token t_id="2" sentence="0" number="1">:</token>
<token t_id="3" sentence="1" number="0">Rebels</token><token t_id="4" sentence="1" number="1">struck</token>
<token t_id="5" sentence="1" number="2">.</token>
<token t_id="6" sentence="2" number="0">They</token><token t_id="7" sentence="2" number="1">left</token>
<Markables>
<HUMAN_PART_PER m_id="1"><token_anchor t_id="3"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="4"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="4" RELATED_TO="" TAG_DESCRIPTOR="strike"/>
</Markables>
<Relations><CROSS_DOC_COREF r_id="9" note="ACT1"><source m_id="2"/><target m_id="4"/></CROSS_DOC_COREF></Relations>
</Document>"""


def test_only_checked_sentences_are_scored_and_addresses_are_left_out(tmp_path) -> None:
    (tmp_path / "3").mkdir()
    (tmp_path / "3" / "3_1ecb.xml").write_text(ARTICLE, "utf-8")
    listed = tmp_path / "ECBplus_coreference_sentences.csv"
    listed.write_text("Topic,File,Sentence Number\n3,1ecb,1\n", "utf-8")
    (article,) = load(tmp_path, [3])
    assert article.text == "Rebels struck.\nThey left"
    assert [(m.kind, article.text[m.start : m.end]) for m in article.mentions] == [
        ("actor", "Rebels"),
        ("event", "struck"),
    ]
    assert article.mentions[1].instance == "ACT1"
    assert article.mentions[0].instance != "ACT1"


def test_a_topic_that_is_not_there_is_named(tmp_path) -> None:
    with pytest.raises(DataMissingError, match="ECBplus_coreference_sentences"):
        list(load(tmp_path, [3]))


def sheet() -> Sheet:
    made = Report("r1", ["Rebels attacked a town.", "Troops attacked a port."])
    made.actor("a1", "Rebels").event("e1", "ASSAULT", 0, "attacked", "a1").event("e2", "ASSAULT", 1, "attacked", "")
    record = made.record()
    return Sheet("n", "t", record, (record.sentences[0],), (Item(((7, 15),), "x"), Item(((16, 22),), "y")), ())


def test_own_mentions_stand_for_the_given_ones_they_overlap() -> None:
    one = sheet()
    assert [(name, spans) for _, name, spans in own_events([one])] == [("g0", ((7, 15),))]


def test_figures_count_chains_of_one() -> None:
    gold = gold_chains([sheet()], events_of)
    links = [sorted(chain) for chain in gold]
    assert conll("events", gold, links)["events_b3"] == pytest.approx(100.0)
    assert found_share("own", gold, links[:1])["own_found"] == pytest.approx(50.0)
