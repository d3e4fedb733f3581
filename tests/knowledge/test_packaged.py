"""The packaged tables: what no line may be, and a few that must be right."""

from __future__ import annotations

from collections import Counter
from datetime import date
from importlib.resources import files
from itertools import pairwise

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.load import STANDING, load_knowledge
from dragoman.knowledge.table import read_table
from dragoman.ontology.countries import load_countries

TABLES = sorted(
    (item for item in (files("dragoman.knowledge") / "data").iterdir() if item.name.endswith(".csv")),
    key=lambda item: item.name,
)


@pytest.mark.parametrize("table", TABLES, ids=lambda item: item.name)
def test_tables_keep_their_form_and_order(table) -> None:
    text = table.read_text(encoding="utf-8")
    read_table(text, table.name)  # codes and dates
    lines = [line.split(",") for line in text.splitlines()[1:]]
    assert text.isprintable() or all(line.isprintable() for line in text.splitlines())
    keys = [(cells[3] or "ZZZ", cells[0].lower(), cells[5]) for cells in lines if '"' not in ",".join(cells)]
    assert keys == sorted(keys), "lines go by country, name, first day"


def test_periods_of_one_actor_do_not_overlap() -> None:
    for known in load_knowledge()._actors:
        posts = sorted(known.posts, key=lambda post: post.start or date.min)
        for before, after in pairwise(posts):
            if before.country == after.country:
                assert before.end is not None, f"{known.names[0]}: {before} {after}"
                assert after.start is not None, f"{known.names[0]}: {before} {after}"
                assert before.end.replace(day=1) <= after.start, f"{known.names[0]}: {before} {after}"


def test_no_body_has_anothers_name() -> None:
    names = Counter(
        name
        for known in load_knowledge()._actors
        if known.kind != "person"
        for name in {name.lower() for name in known.names}
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_no_body_has_the_name_of_a_country_or_seat() -> None:
    countries = load_countries()
    names = [name for known in load_knowledge()._actors if known.kind != "person" for name in known.names]
    assert [name for name in names if countries.by_name(name) or countries.by_seat(name)] == []


def test_every_state_has_a_leader() -> None:
    led = {post.country for known in load_knowledge()._actors if known.kind == "person" for post in known.posts}
    states = {code for code, country in load_countries().table.items() if country.sovereign is None}
    missing = sorted(states - led)
    assert set(missing) <= {"ATA", "SMR", "ESH", "KOS"}, missing


@pytest.mark.parametrize(
    ("name", "day", "country"),
    [
        ("Bush", "1991-02-01", "USA"), ("Mubarak", "2005-03-01", "EGY"), ("Kim", "2013-02-01", None),
        ("Thatcher", "1985-01-01", "GBR"), ("Mugabe", "2003-01-01", "ZWE"), ("Zelenskyy", "2023-01-01", "UKR"),
        ("Zelenskyy", "1999-01-01", None), ("Fujimori", "1995-01-01", "PER"), ("Howard", "1999-01-01", None),
    ],
)  # fmt: skip
def test_surnames_the_press_uses_alone(name: str, day: str, country: str | None) -> None:
    day_ = date.fromisoformat(day)
    found = load_knowledge().person([name], day_, titled=False, fits=lambda _: True)
    assert (None if found is None else found.post(day_).country) == country


def test_a_reader_without_standing_knowledge_knows_nobody() -> None:
    assert len(load_knowledge(standing=False)) == 0
    assert load_knowledge(standing=False).sources == {}
    assert set(load_knowledge().sources) == {STANDING}


def test_the_packaged_tables_hold_facts_a_user_may_overrule(tmp_path) -> None:
    mine = tmp_path / "mine.csv"
    mine.write_text("name,country,sectors\nMargaret Thatcher,NZL,BUS\n", encoding="utf-8")
    found = load_knowledge([mine]).person(["Margaret Thatcher"], None, titled=False, fits=lambda _: True)
    assert found is not None
    assert found.posts[0].country == "NZL"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.csv", b"name\n", "holds no actors"),
        ("a.csv", b"name\n\xff\xfe\n", "is no UTF-8 text"),
        ("a.xlsx", b"name\n", "told by its ending"),
        ("missing.csv", None, "cannot be read"),
    ],
)
def test_a_file_that_cannot_be_used_is_told(tmp_path, name: str, content: bytes | None, says: str) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(KnowledgeError, match=says):
        load_knowledge([path])
