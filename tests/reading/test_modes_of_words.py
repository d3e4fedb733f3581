"""Modes that the words of a request, a refusal, a talk or an attacker say."""

import pytest

from dragoman import Reader


def modes(reader: Reader, text: str, event: str) -> list[tuple[str, ...]]:
    return [one.modes for one in reader.read(text).events if one.type == event]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Washington called on Turkey to halt the operation.", "yield"),
        ("Mao Ning urged Manila to stop its provocations.", "yield"),
        ("Washington urged Turkey to stop buying Russian gas.", "change"),
        ("Norway asked the mission to help reopen the port of Kismayo.", "assist"),
        ("Rights groups asked the OAS to send observers to the prison.", "assist"),
        ("Guterres appealed to member states for more men and money.", "assist"),
        ("The pope appealed to Chad for a three-day pause.", "yield"),
        ("Qatar called on Cairo to return to the table.", "meet"),
        ("ECOWAS asked the ruler to hand back power.", "change"),
        ("ECOMOG urged Roosevelt Johnson to bring his men under control.", "yield"),
    ],
)
def test_what_is_asked_for(reader: Reader, text: str, mode: str) -> None:
    assert (mode,) in modes(reader, text, "REQUEST")


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The union rejected a government invitation to talks.", "meet"),
        ("Deby rejected a call for elections.", "change"),
    ],
)
def test_what_is_turned_down(reader: Reader, text: str, mode: str) -> None:
    assert (mode,) in modes(reader, text, "REJECT")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sergei Lavrov of Russia held talks in Astana with President Kassym Tokayev of Kazakhstan.", ("visit",)),
        ("Shinzo Abe of Japan discussed the test by telephone with Ms Park of South Korea.", ("phone",)),
        ("Chad and Mali held talks in Geneva.", ()),
    ],
)
def test_how_people_confer(reader: Reader, text: str, expected: tuple[str, ...]) -> None:
    assert expected in modes(reader, text, "CONSULT")


def test_a_guest_visits_and_a_host_is_visited(reader: Reader) -> None:
    record = reader.read("President Xi of China met President Putin in Moscow.")
    (event,) = record.events
    names = {actor.id: actor.name for actor in record.actors}
    assert [names[key] for key in event.actors] == ["Xi"]
    assert [names[key] for key in event.recipients] == ["Putin"]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("Azeri artillery pounded the town of Mardakert in Armenia.", "heavy-weapons"),
        ("The rebels accused the air force of Chad of bombing a mosque.", "aerial"),
        ("A suicide bombing killed five Israelis on Monday.", "suicide-attack"),
    ],
)
def test_with_what_the_attacker_attacks(reader: Reader, text: str, mode: str) -> None:
    assert (mode,) in modes(reader, text, "ASSAULT")
