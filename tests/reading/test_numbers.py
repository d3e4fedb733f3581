"""How many and how much: amounts as intervals, what they count, and the deed they belong to."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.record import Number, ReportRecord


def only(reader: Reader, text: str) -> tuple[ReportRecord, Number]:
    record = reader.read(text)
    (number,) = record.numbers
    return record, number


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("Rebels killed 12 soldiers.", "12", 12, 12),
        ("Rebels killed at least 12 soldiers.", "at least 12", 12, None),
        ("Rebels killed more than 1,200 soldiers.", "more than 1,200", 1201, None),
        ("Rebels killed up to 12 soldiers.", "up to 12", None, 12),
        ("Rebels killed about 40 soldiers.", "about 40", 34, 46),
        ("Rebels killed nearly 40 soldiers.", "nearly 40", 34, 40),
        ("Rebels killed between 12 and 15 soldiers.", "between 12 and 15", 12, 15),
        ("Rebels killed 12-15 soldiers.", "12-15", 12, 15),
        ("Rebels killed twenty-five soldiers.", "twenty-five", 25, 25),
        ("Rebels killed two hundred and fifty soldiers.", "two hundred and fifty", 250, 250),
        ("Rebels killed more than a dozen soldiers.", "more than a dozen", 13, None),
        ("Rebels killed dozens of soldiers.", "dozens", 24, 99),
        ("Rebels killed several hundred soldiers.", "several hundred", 300, 900),
        ("Tens of thousands of soldiers attacked Kenya.", "Tens of thousands", 20_000, 99_999),
        ("Kenya sent 1.5 million soldiers to Uganda.", "1.5 million", 1_500_000, 1_500_000),
    ],
)
def test_an_amount_is_an_interval(reader: Reader, text: str, words: str, low: float | None, high: float | None) -> None:
    record, number = only(reader, text)
    assert record.text[number.start : number.end] == words
    assert (number.low, number.high) == (low, high)
    assert number.of == "soldier"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Peru gave Chile $2 billion in aid.", "USD", 2e9),
        ("Peru gave Chile €5bn.", "EUR", 5e9),
        ("Peru gave Chile 300 million yen.", "JPY", 3e8),
        ("Peru controls 20 percent of the region.", "percent", 20),
    ],
)
def test_money_and_shares_have_a_unit(reader: Reader, text: str, unit: str, value: float) -> None:
    _, number = only(reader, text)
    assert (number.unit, number.value) == (unit, value)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya upheld Resolution 1701.",
        "Kenya met Uganda on 3 May 2019.",
        "The Group of Seven met in Kenya.",
        "Kenya and Uganda accused one another.",
        "The two-day talks in Kenya failed.",
    ],
)
def test_numbers_in_names_and_dates_are_no_amounts(reader: Reader, text: str) -> None:
    assert reader.read(text).numbers == ()


def test_a_number_belongs_to_the_deed_whose_party_it_counts(reader: Reader) -> None:
    record, number = only(reader, "Kenya said that rebels had abducted four Ugandan doctors in the north.")
    event = next(event for event in record.events if event.type == "ASSAULT")
    assert number.events == (event.id,)
    assert (number.of, number.actor) == ("doctor", event.recipients[0])


def test_a_number_in_what_is_promised_belongs_to_the_promise(reader: Reader) -> None:
    record, number = only(reader, "Kenya promised Uganda to send trucks and fetch 40 refugees.")
    anchors = {event.id: record.text[slice(*event.anchor)] for event in record.events}
    assert [anchors[event] for event in number.events] == ["promised Uganda to"]


def test_those_an_attack_told_before_has_killed_are_counted_for_it(reader: Reader) -> None:
    record = reader.read("Rebels attacked a Kenyan convoy on Monday. The attack killed at least 12 people.")
    (number,) = record.numbers
    assert record.events[0].id in number.events


@pytest.mark.parametrize(
    "text",
    [
        "A bomb attack by rebels on Kenyan police killed 7 officers.",
        "Rebels attacked Kenyan police on Monday, killing 7 officers.",
    ],
)
def test_those_killed_are_counted_for_the_attack_they_were_killed_in(reader: Reader, text: str) -> None:
    record = reader.read(text)
    (number,) = record.numbers
    attack = next(event for event in record.events if "attack" in record.text[slice(*event.anchor)])
    assert attack.id in number.events


def test_the_toll_of_an_attack_belongs_to_it(reader: Reader) -> None:
    record, number = only(reader, "Rebels attacked a Kenyan convoy on Monday. The death toll rose to 30.")
    assert number.fate == "killed"
    assert number.events == (record.events[0].id,)


def test_the_killed_and_the_wounded_are_told_apart(reader: Reader) -> None:
    record = reader.read("The raid killed 20 people in Kenya and wounded more than 30 others.")
    assert [(number.low, number.fate) for number in record.numbers] == [(20, "killed"), (31, "wounded")]


def test_the_second_of_two_deeds_keeps_its_own_number(reader: Reader) -> None:
    record = reader.read("Rebels killed 20 soldiers and burned 30 houses in Kenya.")
    anchors = {event.id: record.text[slice(*event.anchor)] for event in record.events}
    assert [[anchors[event] for event in number.events] for number in record.numbers] == [["killed"], ["burned"]]


def test_distances_belong_to_no_event(reader: Reader) -> None:
    _, number = only(reader, "Rebels attacked Kenyan soldiers some 80 km from Nairobi.")
    assert (number.of, number.events) == ("km", ())


def test_a_number_that_ends_a_headline_counts_nothing_of_the_next_sentence(reader: Reader) -> None:
    record = reader.read("Blast in Maiduguri market kills 12\n\nGunmen fled on motorcycles, police said.")
    (number,) = record.numbers
    assert (number.value, number.of, number.counted) == (12, None, None)
