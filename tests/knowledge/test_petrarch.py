"""PETRARCH actor dictionaries as known actors."""

from __future__ import annotations

from datetime import date

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.index import Knowledge
from dragoman.knowledge.petrarch import read_dictionary

DICTIONARY = """# a remark
ACHIENG_ODUOR_  ; minister
+MAMA_ACHIENG_
\t[KENOPP <020101]
\t[KENGOV 020101-091231]
\t[KENELI >100101]
LAKE_DEFENCE_FORCES_ [UGAINS]
NILE_AID_ [NGOHLH]
WORLD_COUNCIL_ [IGO]
RIFT_TRIBE_ [KENMOS]
"""


def test_names_and_dated_roles_are_honoured() -> None:
    known = read_dictionary(DICTIONARY, "mine.txt")[0]
    assert known.names == ("Achieng Oduor", "Mama Achieng")
    assert known.post(date(2001, 12, 31)).sectors == ("OPP",)
    assert known.post(date(2005, 1, 1)).sectors == ("GOV",)
    assert known.post(date(2012, 1, 1)).sectors == ("ELI",)
    assert {post.country for post in known.posts} == {"KEN"}


@pytest.mark.parametrize(
    ("name", "country", "sectors"),
    [
        ("Lake Defence Forces", "UGA", ("REB",)),
        ("Nile Aid", None, ("NGO", "MED")),
        ("World Council", None, ("IGO",)),
        ("Rift Tribe", "KEN", ()),
    ],
)
def test_codes_become_countries_and_sectors(name: str, country: str | None, sectors: tuple[str, ...]) -> None:
    known = Knowledge(read_dictionary(DICTIONARY, "mine.txt")).body(name)
    assert known is not None
    assert (known.posts[0].country, known.posts[0].sectors) == (country, sectors)


def test_a_dated_role_goes_before_one_without_dates() -> None:
    (known,) = read_dictionary("A_B_ [KENELI]\n[KENGOV 19990101-20041231]\n", "mine.txt")
    assert known.post(date(2000, 1, 1)).sectors == ("GOV",)
    assert known.post(date(2010, 1, 1)).sectors == ("ELI",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("+B_\n", "line 1: a code or a further name before any name"),
        ("[KEN]\n", "line 1: a code or a further name before any name"),
        ("A_ [ken gov]\n", "line 1: .* is no code"),
        ("A_ [KENGOV >991399]\n", "line 1: .* is no code"),
    ],
)
def test_a_line_that_is_no_entry_is_told(text: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read_dictionary(text, "mine.txt")
