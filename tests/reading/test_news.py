"""What running news taught: sentences of a kind met in reports from agencies and papers of many countries."""

from __future__ import annotations

import pytest

from dragoman import Reader
from dragoman.ingest import read_text
from dragoman.lexicon.frames import LEARNED
from tests.reading.codings import sides_of, told

Sides = tuple[list[str] | None, list[str] | None]


def assert_sides(reader: Reader, text: str, event: str, sides: Sides) -> None:
    """One event of the type is told, and where ``sides`` has names for a side, it has those."""
    found = sides_of(reader.read(text), event)
    assert len(found) == 1, found
    for got, wanted in zip(found[0], sides, strict=True):
        assert wanted is None or got == wanted, (got, wanted)


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Omar was accused of fraud by Kenya and Chad.", "ACCUSE", (["Kenya", "Chad"], ["Omar"])),
        ("The union wrote a letter to Chad calling for sanctions against Iran.", "ACCUSE", (["union"], ["Iran"])),
        (
            "Peru's Minister of Trade and Energy Ana Rivas and Chad's president Idriss Deby took part in talks.",
            "CONSULT",
            (["Ana Rivas", "Idriss Deby"], ["Ana Rivas", "Idriss Deby"]),
        ),
        (
            "The envoy met President of Ukraine Petro Poroshenko and Prime Minister Anna Bondar.",
            "CONSULT",
            (["envoy"], ["Petro Poroshenko", "Anna Bondar"]),
        ),
        ("The court in September had called for calm.", "REQUEST", (["court"], [])),
    ],
)
def test_each_side_is_who_is_meant(reader: Reader, text: str, event: str, sides: Sides) -> None:
    assert_sides(reader, text, event, sides)


@pytest.mark.parametrize(
    "text",
    [
        "The Delhi High Court sought the response of the premier.",
        "The police infiltrated student groups.",
    ],
)
def test_no_entry_tells_anything_of_the_kind(reader: Reader, text: str) -> None:
    assert all(event.rule.startswith(LEARNED) for event in reader.read(text).events)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Chad's minister took part in the talks in Lima.", "Lima"),
        ("Ten civilians have been killed in the clashes in Gao since Saturday.", "Gao"),
        ("Chad's minister attended a summit held in Lima.", "Lima"),
        ("Kenya condemned the attack in Gao.", None),
        ("Kenya criticised the deal reached in Lima.", None),
    ],
)
def test_an_event_is_where_that_was_in_which_it_took_place(reader: Reader, text: str, place: str | None) -> None:
    event = reader.read(text).events[0]
    assert (event.place and event.place.name) == place


@pytest.mark.parametrize(
    "opening",
    ["LIMA (AP) \ufffd ", "SOUTH KIVU, April 5 (APP):", "Beijing (AsiaNews) "],
)
def test_a_dateline_is_nobody(reader: Reader, opening: str) -> None:
    record = reader.read_report(read_text(opening + "A militia spokesman said on Monday that Chad had shelled a town."))
    assert {actor.name for actor in record.actors} <= {"militia spokesman", "Chad", "town"}


@pytest.mark.parametrize(
    ("text", "name", "country", "sectors"),
    [
        ("Ana Rivas, head of the rights committee of Peru's congress, left.", "Ana Rivas", "PER", {"LEG"}),
        ("Ivan Slut, chairman of the defence committee in the Duma, left.", "Ivan Slut", "RUS", {"LEG"}),
        ("Moscow was angry. Several EU countries condemned Russia.", "several EU countries", None, {"GOV"}),
        ("Most nations did. A majority of states condemned Kenya.", "majority of states", None, {"GOV"}),
        ("Iran sent arms to support the rebels.", "rebels", None, {"REB"}),
    ],
)
def test_actors_are_of_the_country_and_kind_meant(
    reader: Reader, text: str, name: str, country: str | None, sectors: set[str]
) -> None:
    actor = next(actor for actor in reader.read(text).actors if actor.name == name)
    assert (actor.country, sectors <= set(actor.sectors)) == (country, True)


def test_an_agency_tells_what_another_says_in_front_of_it(reader: Reader) -> None:
    record = reader.read("According to the mayor, Russia and Chad discussed the mines, TASS says in a report.")
    voices = {voice.id: voice for voice in record.voices}
    names = {actor.id: actor.name for actor in record.actors}
    chain = [names.get(voices[voice].actor or "") for voice in record.events[0].voice[1:]]
    assert chain == ["TASS", "mayor"]


def test_what_ought_to_be_done_with_money_takes_no_side(reader: Reader) -> None:
    assert not reader.read("The mayor said Chad should use the money to support farmers in Gulu.").ties


@pytest.mark.parametrize(
    ("text", "event", "who", "status"),
    [
        ("Peru used tanks to attack the rebels.", "ASSAULT", "Peru", "asserted"),
        ("Peru uses terrorism charges to imprison critics.", "COERCE", "Peru", "asserted"),
        ("Peru will use troops to disperse protesters.", "COERCE", "Peru", "future"),
        ("Peru not only attacked Chile but left.", "ASSAULT", "Peru", "asserted"),
        ("Chile was not attacked only by Peru.", "ASSAULT", "Peru", "asserted"),
        ("The editor should never have been arrested by Peru.", "COERCE", "Peru", "asserted"),
        ("Peru should have attacked Chile.", "ASSAULT", "Peru", "negated"),
        ("Peru instead attacked Chile.", "ASSAULT", "Peru", "asserted"),
        ("Peru helped arm the rebels.", "AID", "Peru", "asserted"),
        ("Envy may explain Peru's attack on Chile.", "ASSAULT", "Peru", "asserted"),
        ("The error led to Peru expelling two diplomats.", "SANCTION", "Peru", "asserted"),
    ],
)
def test_what_has_happened_is_told_from_what_has_not(
    reader: Reader, text: str, event: str, who: str, status: str
) -> None:
    record = reader.read(text)
    names = {actor.id: actor.name for actor in record.actors}
    found = [(one.type, [names[key] for key in one.actors], one.factuality.status) for one in record.events]
    assert (event, [who], status) in found


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ('Ana Rivas spoke. "I condemn Turkey," she said.', "ACCUSE", (["Ana Rivas"], ["Turkey"])),
        ('Zelensky met Putin. "He attacked Ukraine," Zelensky said.', "ASSAULT", (["Putin"], ["Ukraine"])),
        (
            'Omar spoke. "Idriss Deby killed the envoys. We condemn Chad," he told reporters.',
            "ACCUSE",
            (["Omar"], ["Chad"]),
        ),
    ],
)
def test_pronouns_heed_quotation_marks(reader: Reader, text: str, event: str, sides: Sides) -> None:
    assert_sides(reader, text, event, sides)


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Theresa May condemned Russia.", None),
        ("Prime Minister May visited India in June.", "XXXX-06"),
        ("In May, Merkel visited India.", "XXXX-05"),
    ],
)
def test_a_person_is_no_month(reader: Reader, text: str, time: str | None) -> None:
    event = reader.read(text).events[0]
    assert (event.time and event.time.value) == time


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Israel killed Nasrallah.", {"Israel", "Nasrallah"}),
        ("Macron criticised Maduro.", {"Macron", "Maduro"}),
        ("The army of Peru arrested Orujov.", {"army of Peru", "Orujov"}),
        ("Isis attacked ten soldiers.", {"Isis", "ten soldiers"}),
        ("Men of the Front attacked the Chadian army.", {"men of the Front", "Chadian army"}),
        ("Forces loyal to Haftar attacked the Turkish forces in Libya.", {"forces", "Turkish forces in Libya"}),
        ("Chinese State Councillor and Foreign Minister Wang Yi met Putin.", {"Wang Yi", "Putin"}),
        ("New Mexico Governor Ana Rivas criticised Trump.", {"Ana Rivas", "Trump"}),
    ],
)
def test_parties_are_who_is_named(reader: Reader, text: str, parties: set[str]) -> None:
    (_, actors, recipients) = told(reader.read(text))[0]
    assert actors | recipients == parties


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ISIS killed a man. The Islamic State fled. Isis left.", {"Islamic State", "man"}),
        ("Nato condemned Chad. NATO left Chad.", {"Nato", "Chad"}),
        ("The US embassy in Kabul closed. The US embassy in Oslo closed. The embassy in Kabul reopened.", {
            "US embassy in Kabul", "US embassy in Oslo", "United States"
        }),
        ("Rebels fled. Hundreds of rebels died. The rebels left.", {"rebels", "hundreds of rebels"}),
    ],
)  # fmt: skip
def test_one_actor_is_told_of_once_and_two_are_kept_apart(reader: Reader, text: str, names: set[str]) -> None:
    found = [actor.name for actor in reader.read(text).actors]
    assert len(found) == len(set(found))
    assert names <= set(found) <= names | {"Afghanistan", "Norway"}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Omar, Asia's longest serving leader, left.", "Omar", None),
        ("New Mexico Governor Ana Rivas criticised Trump.", "Ana Rivas", "USA"),
        ("Residents of Salisbury left.", "residents of Salisbury", None),
        ("Residents of Bombay left.", "residents of Bombay", "IND"),
    ],
)
def test_a_place_lends_its_country_where_it_surely_is_the_one(
    reader: Reader, text: str, name: str, country: str | None
) -> None:
    assert next(actor.country for actor in reader.read(text).actors if actor.name == name) == country


@pytest.mark.parametrize(
    ("text", "event", "sides"),
    [
        ("Peru said the sanctions against Iran should be lifted.", "REQUEST", (["Peru"], [])),
        ("Chad demanded that the prisoners be freed by Gabon.", "REQUEST", (["Chad"], ["Gabon"])),
        ("Chad said the war in Mali must be stopped.", "REQUEST", (["Chad"], ["Mali"])),
        ("Damascus, SANA- Foreign Minister Walid Muallem met the Iranian ambassador.", "CONSULT", (
            ["Walid Muallem"], ["Iranian ambassador"]
        )),
        ("Finance Minister Omar Ali left. The defence minister met Deby.", "CONSULT", (["defence minister"], ["Deby"])),
        ("Omar visited Kenya as envoy of Peru. The envoy met Deby.", "CONSULT", (["Omar"], None)),
        ("Lavrov lamented the poisoning of Sergei Skripal and his daughter.", "ASSAULT", (
            [], ["Sergei Skripal", "Sergei Skripal's daughter"]
        )),
    ],
)  # fmt: skip
def test_somebody_is_found_as_one(reader: Reader, text: str, event: str, sides: Sides) -> None:
    found = sides_of(reader.read_report(read_text(text)), event)
    assert all(wanted is None or got == wanted for got, wanted in zip(found[-1], sides, strict=True)), found


def test_who_is_wounded_beside_the_dead_is_wounded(reader: Reader) -> None:
    events = reader.read("The army killed 1600 civilians and wounded thousands.").events
    assert len(events) == 2


def test_troops_in_the_country_are_of_another(reader: Reader) -> None:
    record = reader.read("Fighting goes on in Syria. US forces in the country bombed a village.")
    syria = next(actor.id for actor in record.actors if actor.country == "SYR")
    text = record.text
    assert "the country" in {text[one.start : one.end] for one in record.mentions if one.actor == syria}


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Several Arab states condemned Israel.", {"several Arab states": None}),
        ("Tunisian troops left. The neighbouring army attacked Tunisia.", {"neighbouring army": None}),
        ("T&T will support Dominica.", {"Trinidad and Tobago": "TTO"}),
        ("Spokesperson for the Foreign Ministry Maria Zakharova condemned Chad.", {"Maria Zakharova": "RUS"}),
    ],
)
def test_who_acts_is_told(reader: Reader, text: str, actors: dict[str, str | None]) -> None:
    record = reader.read(text)
    acting = {key for event in record.events for key in event.actors}
    found = {actor.name: actor.country for actor in record.actors if actor.id in acting}
    assert actors.items() <= found.items()


def test_an_attack_called_after_its_place_was_made_by_nobody_of_that_name(reader: Reader) -> None:
    assert [not event.actors for event in reader.read("The Ben Guerdane attack killed fifty people.").events] == [True]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The serviceman who died was named as Sgt Matt Tonroe.", "Matt Tonroe"),
        ("Police identified the gunman as Omar Ali. The gunman fled.", "Omar Ali"),
    ],
)
def test_who_is_given_a_name_is_its_bearer(reader: Reader, text: str, name: str) -> None:
    persons = [actor.name for actor in reader.read(text).actors if actor.kind == "person"]
    assert persons == [name]


def test_a_name_written_like_a_word_is_a_name(reader: Reader) -> None:
    record = reader.read("Kurdish forces fought IS in Iraq. IS said it had killed ten men.")
    assert ("ASSAULT", {"Kurdish forces"}, {"IS"}) in told(record)
    assert ("ASSAULT", {"IS"}, {"ten men"}) in told(record)
    assert not reader.read("THE KING IS DEAD.").events


def test_a_poison_harms_and_is_nobody(reader: Reader) -> None:
    assert told(reader.read("Skripal was poisoned by a nerve agent.")) == [("ASSAULT", set(), {"Skripal"})]
