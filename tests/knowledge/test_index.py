"""Finding known actors by name: full names, surnames by the day, bodies in running text."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.knowledge.index import Knowledge
from dragoman.knowledge.table import read_table

TABLE = """name,also,kind,country,sectors,from,to
Njoroge Kimathi,,,KEN,GOV,1990,1999
Wanjiru Kimathi,,,KEN,GOV,2000,2009
Achol Deng,,,SSD,GOV,2000,2009
Majok Deng,,,SDN,GOV,2005,2014
Tariq al-Zubaydi,,,OMN,GOV,2000,
Jong Taek-su,,,KOR,GOV,2000,
Peter Brown,,,JAM,GOV,2000,
Lake Defence Forces,LDF,armed-group,KEN,PRM,2000,
al-Sabil,,armed-group,OMN,REB,2000,
"""


@pytest.fixture(scope="module")
def known() -> Knowledge:
    return Knowledge(read_table(TABLE, "test.csv"))


def find(known: Knowledge, name: str, day: date | None = None, *, titled: bool = False) -> str | None:
    found = known.person([name], day, titled=titled, fits=lambda _: True)
    return None if found is None else found.names[0]


@pytest.mark.parametrize("name", ["Tariq al-Zubaydi", "Tariq Zubaidi", "Tareq al-Zubeidi", "Tariq Salim al-Zubaydi"])
def test_a_full_name_is_known_in_any_transliteration(known: Knowledge, name: str) -> None:
    assert find(known, name) == "Tariq al-Zubaydi"


@pytest.mark.parametrize("name", ["Tariq Mansour", "Salim al-Zubaydi", "Tariq"])
def test_half_a_name_is_nobody(known: Knowledge, name: str) -> None:
    assert find(known, name) is None


def test_a_surname_alone_means_who_was_in_office_that_day(known: Knowledge) -> None:
    assert find(known, "Kimathi", date(1995, 1, 1)) == "Njoroge Kimathi"
    assert find(known, "Kimathi", date(2005, 1, 1)) == "Wanjiru Kimathi"
    assert find(known, "Kimathi", date(1980, 1, 1)) is None


def test_without_a_day_bearers_of_one_country_will_do_and_others_will_not(known: Knowledge) -> None:
    assert find(known, "Kimathi") == "Njoroge Kimathi"
    assert find(known, "Deng") is None
    assert find(known, "Deng", date(2012, 1, 1)) == "Majok Deng"
    assert find(known, "Deng", date(2007, 1, 1)) is None


def test_a_family_name_that_stands_first_is_the_surname() -> None:
    known = Knowledge(read_table("name,country,sectors\nYoon Dalsu,KOR,GOV\n", "test.csv"))
    assert find(known, "Yoon") == "Yoon Dalsu"
    assert find(known, "Dalsu") is None


def test_a_common_surname_needs_an_office(known: Knowledge) -> None:
    assert find(known, "Brown") is None
    assert find(known, "Brown", titled=True) == "Peter Brown"


def test_the_text_may_forbid_a_candidate(known: Knowledge) -> None:
    assert known.person(["Kimathi"], None, titled=False, fits=lambda one: "Njoroge" not in one.names[0]) is not None
    assert known.person(["Tariq al-Zubaydi"], None, titled=False, fits=lambda _: False) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("the Lake Defence Forces fled", ["Lake Defence Forces"]),
        ("LDF men and al - Sabil", ["LDF", "al - Sabil"]),
        ("lake defence forces and ldf", []),
    ],
)
def test_bodies_are_found_in_running_text_by_their_capitals(known: Knowledge, text: str, names: list[str]) -> None:
    forms = text.split()
    found = known.bodies_in([form.lower() for form in forms], forms)
    assert [" ".join(forms[first:last]) for first, last, _ in found] == names


def test_a_body_is_looked_up_with_or_without_its_article(known: Knowledge) -> None:
    assert known.body("the Lake Defence Forces") is known.body("LDF") is not None
    assert known.body("Lake Defence") is None


def test_a_full_name_whose_words_sound_alike_is_known() -> None:
    known = Knowledge(read_table("name,country,sectors\nDanika Duneko,MWI,GOV\n", "test.csv"))
    assert find(known, "Danika Duneko") == "Danika Duneko"


def test_full_names_of_persons_are_found_in_a_text(known: Knowledge) -> None:
    forms = "Then Tariq al-Zubaydi met Njoroge and wanjiru kimathi .".replace("-", " - ").split()
    assert list(known.persons_in([form.lower() for form in forms], forms)) == [(1, 5)]


def test_surnames_are_found_in_a_text_with_or_without_their_marks() -> None:
    known = Knowledge(read_table("name,country,sectors\nOrhan Doğanşu,TUR,GOV\n", "test.csv"))
    forms = ["Then", "Doğanşu", "met", "Dogansu", "and", "doğanşu", "."]
    assert known.surnames_in([form.lower() for form in forms], forms) == {1, 3}
