"""Ties: who leads, belongs to, is kin of, was appointed by, or controls whom."""

from __future__ import annotations

import pytest

from dragoman import Reader


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Kenya's Prime Minister Tom Otieno spoke on Monday.", ("Tom Otieno", "leads", "Kenya")),
        ("The Free Lake Front, led by Ana Paz, spoke on Monday.", ("Ana Paz", "leads", "Free Lake Front")),
        ("General Tom Otieno arrived with his son Ben Otieno.", ("Ben Otieno", "kin of", "Tom Otieno")),
        ("The Free Lake Front controls Norway.", ("Free Lake Front", "controls", "Norway")),
        ("The Free Lake Front is fighting the Hill Guard.", ("Free Lake Front", "fights", "Hill Guard")),
        ("Norway launched strikes against the Hill Guard.", ("Norway", "fights", "Hill Guard")),
        ("Norway supports the Free Lake Front.", ("Norway", "supports", "Free Lake Front")),
        ("The Free Lake Front, which includes the Hill Guard, spoke.", ("Hill Guard", "member of", "Free Lake Front")),
    ],
)
def test_a_tie_is_read(reader: Reader, sentence: str, tie: tuple[str, str, str]) -> None:
    record = reader.read(sentence)
    name = {actor.id: actor.name for actor in record.actors}
    assert tie in [(name[found.from_], found.kind, name[found.to]) for found in record.ties]


def test_a_denied_tie_is_none(reader: Reader) -> None:
    record = reader.read("Tom Otieno is not an ally of Norway.")
    assert record.ties == ()


def test_a_deputy_does_not_lead(reader: Reader) -> None:
    record = reader.read("Tom Otieno, deputy head of Kenya's National Security Bureau, spoke on Monday.")
    assert "leads" not in {tie.kind for tie in record.ties}


def test_a_war_that_is_not_waged_is_no_tie(reader: Reader) -> None:
    record = reader.read("Norway did not launch strikes against the Hill Guard.")
    assert record.ties == ()


def test_the_head_of_a_service_does_not_lead_the_country(reader: Reader) -> None:
    record = reader.read("Egypt spoke. Egyptian intelligence chief Hassan Rashad visited Egypt on Monday.")
    assert "leads" not in {tie.kind for tie in record.ties}
