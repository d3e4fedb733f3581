"""Retelling a story with other names: consistent, complete, and never two people made one."""

from __future__ import annotations

import pytest

from evals.rewriting import RewriteError, load_rewrites, make_rewrite

DOCUMENT = {
    "reports": {"r": {"file": "r.txt"}},
    "actors": {"ada": {"kind": "person", "country": "RUR", "names": ["Ada", "the Ruritanian"]}},
    "events": {"r": [{"id": "G1", "must": True, "quote": "Ada spoke", "types": ["CONSULT"], "actor": "ada"}]},
}


def rewrite(**table):
    return make_rewrite("test", {"story": "s", "countries": {"RUR": "ITA"}, "replace": table})


def test_text_quotes_names_and_countries_change_together():
    story = rewrite(Ada="Bea", Ruritanian="Italian").story_of(DOCUMENT, {"r.txt": "Ada spoke."})
    assert story.reports[0].text == "Bea spoke."
    assert story.reports[0].events[0].quote == "Bea spoke"
    assert (story.actors["ada"].names, story.actors["ada"].country) == (("Bea", "the Italian"), "ITA")


def test_whole_words_longest_first():
    assert rewrite(**{"Ada": "Bea", "Ada Bolt": "Cy Dunn"}).text("Ada Bolt, Ada, Adana") == "Cy Dunn, Bea, Adana"


def test_names_may_be_swapped():
    assert rewrite(Ada="Bea", Bea="Ada").text("Ada Bea") == "Bea Ada"


def test_two_names_never_become_one():
    with pytest.raises(RewriteError, match="both become"):
        rewrite(Ada="Bea", Cy="Bea")


def test_an_article_that_no_longer_fits_is_told():
    with pytest.raises(RewriteError, match="an Ruritanian"):
        rewrite(Albanian="Ruritanian").story_of({**DOCUMENT, "events": {}}, {"r.txt": "an Albanian ship"})


def test_the_real_tables_load_and_keep_the_variants_of_a_name_apart():
    rewrites = load_rewrites("seeds")
    assert len(rewrites) >= 4
    assert all(rewrite.table["Dbeibeh"] != rewrite.table["Dbeibah"] for rewrite in rewrites)
