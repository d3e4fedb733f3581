"""GUM's brackets read, and chains compared with a record's."""

from __future__ import annotations

from evals.gum import gold_chains, load

CONLLU = """# newdoc id = GUM_news_x
# newpar
1\tAda\t_\tPROPN\t_\t_\t3\tnsubj\t_\tEntity=(1-person-new-x-cf1-1-coref
2\tBolt\t_\tPROPN\t_\t_\t1\tflat\t_\tEntity=1)
3\tmet\t_\tVERB\t_\t_\t0\troot\t_\t_
4\ther\t_\tPRON\t_\t_\t5\tnmod:poss\t_\tEntity=(2-person-new-x-cf2-2-coref(1-person-giv:act-x-cf1-1-ana)
5\tcousin\t_\tNOUN\t_\t_\t3\tobj\t_\tEntity=2)|SpaceAfter=No
6\t.\t_\tPUNCT\t_\t_\t3\tpunct\t_\t_

# newpar
1\tShe\t_\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv:act-x-cf1-1-ana)
2\tleft\t_\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t_\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""


def test_chains_of_two_mentions_are_read_with_their_spans_and_heads(tmp_path):
    path = tmp_path / "GUM_news_x.conllu"
    path.write_text(CONLLU, "utf-8")
    document = load(path)
    assert document.text == "Ada Bolt met her cousin.\n\nShe left."
    (chain,) = gold_chains(document)
    assert {document.text[start:end] for start, end in chain} == {"Ada Bolt", "her", "She"}
    (heads,) = gold_chains(document, "heads_")
    assert {document.text[start:end] for start, end in heads} == {"Ada", "her", "She"}
