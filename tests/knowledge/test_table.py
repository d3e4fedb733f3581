"""Tables of known actors: what a user may write, and what a fault says."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.known import day_of
from dragoman.knowledge.table import read_table


def test_lines_of_one_name_are_one_actor_at_several_times() -> None:
    (known,) = read_table(
        "name,also,country,sectors,from,to,identifiers\n"
        "Otieno Bwire,Bwire,KEN,MIL,1999,2004-05,wikidata=Q0\n"
        "Otieno Bwire,,KEN,GOV PTY,2004-06,,\n",
        "mine.csv",
    )
    assert known.names == ("Otieno Bwire", "Bwire")
    assert known.identifiers == {"wikidata": "Q0"}
    assert known.post(date(2004, 5, 31)).sectors == ("MIL",)
    assert known.post(date(2004, 6, 1)).sectors == ("GOV", "PTY")


def test_who_has_left_office_is_a_former_official() -> None:
    (known,) = read_table("name,country,sectors,from,to\nOtieno Bwire,KEN,GOV,1999,2004\n", "mine.csv")
    assert known.post(date(2010, 1, 1)).sectors == ("ELI",)
    assert known.post(date(1990, 1, 1)).sectors == ()
    assert known.post(date(1990, 1, 1)).country == "KEN"


def test_every_fault_of_a_table_is_told_with_its_line() -> None:
    with pytest.raises(KnowledgeError) as caught:
        read_table(
            "name,country,sectors,from,to\n,KEN,GOV,,\nA B,KENYA,GOV,,\nA C,KEN,GUV,,\n"
            "A D,KEN,GOV,2010,2004\nA E,KEN,GOV,May,\n",
            "mine.csv",
        )
    assert caught.value.faults == (
        "line 2: no name",
        "line 3: unknown country 'KENYA'; write ISO 3166 alpha-3, such as KEN",
        next(fault for fault in caught.value.faults if fault.startswith("line 4: unknown sector 'GUV'; allowed: AGR")),
        "line 5: it ends (2004) before it begins (2010)",
        "line 6: 'May' is no date; write 1999, 1999-05 or 1999-05-02",
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "the first line must name the columns"),
        ("title,country\nA,KEN\n", "the first line must name the columns"),
        ("name,land\nA,KEN\n", "unknown column 'land'"),
        ("name,name\nA,B\n", "stands twice"),
        ("name\nA,B\n", "line 2 has 2 cells, the first line 1"),
    ],
)
def test_a_table_without_proper_columns_is_refused(text: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_table(text, "mine.csv")


@pytest.mark.parametrize(
    ("text", "last", "day"),
    [
        ("1999", False, date(1999, 1, 1)), ("1999", True, date(1999, 12, 31)),
        ("2000-02", False, date(2000, 2, 1)), ("2000-02", True, date(2000, 2, 29)),
        ("2000-12", True, date(2000, 12, 31)), ("2000-02-03", True, date(2000, 2, 3)), ("", True, None),
    ],
)  # fmt: skip
def test_a_date_may_be_a_year_or_a_month(text: str, last: bool, day: date | None) -> None:
    assert day_of(text, last=last) == day
