"""Whom pronouns, descriptions and groups mean in running news, by the events that are read of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import sides_of, told

if TYPE_CHECKING:
    from dragoman import Reader


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Mr Barasa was arrested and police beat him.", "ASSAULT", (["police"], ["Barasa"])),
        ("Miners protested, and soldiers beat them.", "ASSAULT", (["soldiers"], ["miners"])),
        ("Miners marched on the court and soldiers arrested them.", "COERCE", (["soldiers"], ["miners"])),
        ("Rebels attacked an army base, but troops repelled them.", "ASSAULT", (["troops"], ["rebels"])),
        ("Chad freed two nurses but Mali says it has arrested six rebels.", "COERCE", (["Mali"], ["six rebels"])),
        ("Chad accused Mali of theft, saying it had bribed officers.", "COERCE", (["Mali"], ["officers"])),
        ("Barasa criticised Otieno, alleging that he had freed rebels.", "RETREAT", (["Otieno"], ["rebels"])),
        ("Mali accused Chad of arming rebels, a charge it denies.", "REJECT", (["Chad"], ["Mali"])),
        ("Mali accused Chad of arming rebels, a charge it repeated. Chad left.", "ACCUSE", (["Mali"], ["Chad"])),
        (
            "Residents said soldiers beat the farmers after ordering them to leave.",
            "REQUEST",
            (["soldiers"], ["farmers"]),
        ),
        ("Residents said soldiers beat them.", "ASSAULT", (["soldiers"], ["residents"])),
        (
            "Osei gave Barasa a letter in which Chad assured him of support.",
            "SUPPORT",
            (["Chad"], ["Barasa"]),
        ),
        ("Uganda said Kenya had shelled a village. Kenya denied it.", "REJECT", (["Kenya"], ["Uganda"])),
    ],
)
def test_pronouns_by_the_clauses_around_them(
    reader: Reader, text: str, event: str, sides: tuple[list[str], list[str]]
) -> None:
    assert sides in sides_of(reader.read(text), event)


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Ten farmers were killed. “They have bombed a church,” army spokesman Juan Prado said.", "ASSAULT", None),
        ("Paul Otieno came with his aides. “They stole our votes,” he said.", "COERCE", None),
        (
            "Chad moved a battalion to the frontier. “If they attack us we will fight,” said President Moussa Barka.",
            "ASSAULT",
            None,
        ),
        (
            "Guards killed ten miners. “They shot a nurse,” said union leader Juan Prado.",
            "ASSAULT",
            (["guards"], ["nurse"]),
        ),
        ("A hospital in Bol was looted. It killed ten nurses, police said.", "ASSAULT", None),
    ],
)
def test_enemies_in_a_quotation(
    reader: Reader, text: str, event: str, sides: tuple[list[str], list[str]] | None
) -> None:
    found = [(actors, whom) for actors, whom in sides_of(reader.read(text), event) if actors]
    assert (sides in found) if sides is not None else not found


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("The Red Front demanded that Mali free its leader, Omar Barasa.", "Red Front"),
        ("President Samba telephoned Prodi to thank him. His army fled.", "Samba"),
    ],
)
def test_whose_people_open_a_sentence(reader: Reader, text: str, leads: str) -> None:
    record = reader.read(text)
    names = {actor.id: actor.name for actor in record.actors}
    ties = {(names[tie.from_], names[tie.to]) for tie in record.ties if tie.kind == "leads"}
    assert any(leads in pair for pair in ties)
    assert not any("Mali" in pair or "Prodi" in pair for pair in ties)


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        (
            "Rebels attacked the army. France and Peru sent envoys. The U.N. urged both sides to stop.",
            "REQUEST",
            (["U.N."], ["rebels", "army"]),
        ),
        (
            "The army fought rebels. Kenya and Uganda held talks in Oslo. Both sides agreed to reopen the border.",
            "AGREE",
            (["Kenya", "Uganda"], ["Kenya", "Uganda"]),
        ),
        ("Chad and Mali each accused the other of theft.", "ACCUSE", (["Chad", "Mali"], ["Chad", "Mali"])),
        (
            "Chad and Mali signed a truce. Each accused the other of breaking it.",
            "ACCUSE",
            (["Chad", "Mali"], ["Chad", "Mali"]),
        ),
        ("Chad accused the other of theft.", "ACCUSE", None),
    ],
)
def test_both_sides_of_a_quarrel(
    reader: Reader, text: str, event: str, sides: tuple[list[str], list[str]] | None
) -> None:
    found = [(sorted(actors), sorted(whom)) for actors, whom in sides_of(reader.read(text), event)]
    assert all(len(actors) == 1 for actors, _ in found) if sides is None else tuple(map(sorted, sides)) in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Samba sacked a general. President Samba Diallo condemned Chad.", "Samba Diallo"),
        ("Talks with rebel leader Omar Barasa failed. The rebel chief condemned Chad.", "Omar Barasa"),
        ("Police held Bishop Carlos Prado. The prelate condemned Chad.", "Carlos Prado"),
        ("Senator Lucia Prado left. The lawmaker condemned Chad.", "Lucia Prado"),
        ("King Osei came. The monarch condemned Chad.", "Osei"),
        ("Osei Barasa met Juan Prado, 52, in May. The 52-year-old man fled. Prado condemned Chad.", "Juan Prado"),
        ("A man who gave his name as Omar Barasa condemned Chad.", "Omar Barasa"),
        ("A man calling himself Omar Barasa condemned Chad.", "Omar Barasa"),
    ],
)
def test_a_description_is_who_was_named(reader: Reader, text: str, name: str) -> None:
    record = reader.read(text)
    assert ("ACCUSE", {name}, {"Chad"}) in told(record)


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        (
            "A Kenyan lawyer has been arrested, police said. Peter Oduor, 48, was seized on Monday.",
            "COERCE",
            "Peter Oduor",
        ),
        ("A Kenyan lawyer met the minister. Peter Oduor, 48, was arrested on Monday.", "CONSULT", "Kenyan lawyer"),
        ("Police arrested Peter Oduor on Monday. The 52-year-old was jailed for a year.", "COERCE", "Peter Oduor"),
        ("Ali fled. Ali Otieno and Juan Ali condemned Chad.", "ACCUSE", "Juan Ali"),
    ],
)
def test_who_was_told_of_before_he_is_named(reader: Reader, text: str, event: str, name: str) -> None:
    record = reader.read(text)
    assert any(name in actors | whom for kind, actors, whom in told(record) if kind == event)


def test_some_of_a_people_are_not_narrower_groups(reader: Reader) -> None:
    record = reader.read("Chad freed five Israelis. Jewish settlers attacked a village. Chad arrested the Israelis.")
    names = [actor.name for actor in record.actors]
    assert "Jewish settlers" in names
    assert ("RETREAT", {"Chad"}, {"five Israelis"}) in told(record)
    assert ("COERCE", {"Chad"}, {"five Israelis"}) in told(record)


def test_a_hospital_is_no_group(reader: Reader) -> None:
    record = reader.read(
        "The Red Front attacked a town. Doctors at the Lira Hospital treated ten people. "
        "The group threatened to attack again."
    )
    assert ("THREATEN", {"Red Front"}) in [(kind, actors) for kind, actors, _ in told(record)]


def test_one_of_them_is_heard_by_his_name(reader: Reader) -> None:
    record = reader.read("Rebels freed three nurses. One of the nurses, Maria Gomez, said the army had shelled a camp.")
    names = {actor.id: actor.name for actor in record.actors}
    assert "Maria Gomez" in {names.get(voice.actor) for voice in record.voices if voice.actor is not None}
