"""Tellings that leave much unsaid: people by number alone, deeds by a noun, things seized."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader
from tests.reading.codings import sides_of


class TestPeopleByNumber:
    def test_a_definite_number_takes_up_as_many_told_of_before(self, reader: Reader) -> None:
        record = reader.read("Gunmen took nine nurses from the clinic on Sunday. The nine were freed on Monday.")
        assert sides_of(record, "RETREAT") == [([], ["nine nurses"])]

    def test_an_indefinite_number_is_a_group_of_its_own(self, reader: Reader) -> None:
        record = reader.read("Eight marchers were hurt and 23 detained in Gulu on Thursday.")
        assert sides_of(record, "COERCE") == [([], ["23 people"])]

    def test_some_of_them_are_not_those_who_take_them(self, reader: Reader) -> None:
        record = reader.read("Riot police fired tear gas at the strikers and arrested 12 of them.")
        assert sides_of(record, "COERCE") == [(["riot police"], ["strikers"])]

    def test_where_people_were_taken_from_nobody_came_from(self, reader: Reader) -> None:
        record = reader.read("On Monday four nurses were seized from Palau on May 3.")
        assert sides_of(record, "ASSAULT") == [([], ["four nurses"])]


class TestFire:
    @pytest.mark.parametrize(
        ("text", "whom"),
        [
            ("Chadian guards had fired first, the minister said.", []),
            ("Chadian guards fired first on a Libyan patrol near the wells.", ["Libyan patrol"]),
            ("Chadian guards opened fire on an army patrol near the wells.", ["army patrol"]),
        ],
    )
    def test_who_fires_first_attacks(self, reader: Reader, text: str, whom: list[str]) -> None:
        assert sides_of(reader.read(text), "ASSAULT") == [(["Chadian guards"], whom)]

    def test_what_kills_is_no_walkout(self, reader: Reader) -> None:
        record = reader.read("Chad accused the army of staging the strike that killed seven nurses near Adre.")
        assert sides_of(record, "ASSAULT") == [(["army"], ["seven nurses"])]

    @pytest.mark.parametrize(
        "text",
        ["Six soldiers died in the crossfire near Gao.", "The ambush in which six soldiers died lasted an hour."],
    )
    def test_who_died_in_it_is_told(self, reader: Reader, text: str) -> None:
        assert sides_of(reader.read(text), "ASSAULT") == [([], ["six soldiers"])]


class TestWhatIsLeftOut:
    def test_a_dated_participle_tells_a_deed(self, reader: Reader) -> None:
        record = reader.read("The union demanded freedom for the 12 dockers arrested on March 5.")
        assert sides_of(record, "COERCE") == [([], ["12 dockers"])]

    def test_an_undated_one_tells_too_little(self, reader: Reader) -> None:
        record = reader.read("The union demanded freedom for the 12 dockers arrested.")
        assert sides_of(record, "COERCE") == []

    def test_a_headline_leaves_out_the_auxiliary(self, reader: Reader) -> None:
        record = reader.read("Ecuador's Moreno freed from prison, heads for embassy")
        assert sides_of(record, "RETREAT") == [([], ["Moreno"])]

    @pytest.mark.parametrize(
        ("text", "event"),
        [
            ("The African Union announced the suspension of Niger's membership.", (["African Union"], ["Niger"])),
            ("Chile sent home two Norwegian nurses on Monday.", (["Chile"], ["two Norwegian nurses"])),
        ],
    )
    def test_who_is_put_out_is_told(self, reader: Reader, text: str, event: tuple[list[str], list[str]]) -> None:
        assert sides_of(reader.read(text), "SANCTION") == [event]

    def test_a_convoy_told_of_before_is_meant_again(self, reader: Reader) -> None:
        record = reader.read(
            "An air strike hit a United Nations convoy near Adre, the UN said. Chad said rebels had struck the convoy."
        )
        assert sides_of(record, "ASSAULT")[1] == (["rebels"], ["United Nations convoy"])

    def test_a_deed_and_whom_it_hit_are_both_told(self, reader: Reader) -> None:
        record = reader.read("Libyan fighters opened fire on a checkpost at dawn, wounding two Chadian soldiers.")
        assert [one.rule for one in record.events] == ["assault.open-fire", "assault.kill"]
        assert sides_of(record, "ASSAULT")[1] == (["Libyan fighters"], ["two Chadian soldiers"])

    def test_a_deed_against_something_takes_up_no_deed_against_others(self, reader: Reader) -> None:
        record = reader.read(
            "Gunmen killed two nurses in Gao. A report says Libyan troops took part in the assault on the town."
        )
        assert sides_of(record, "ASSAULT")[1] == (["Libyan troops"], [])
