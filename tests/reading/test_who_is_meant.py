"""Whom a deed falls on where no word of the clause says so, and whose the troops are that somebody sends."""

import pytest

from dragoman import Reader
from tests.reading.codings import told


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # what is denied is what was said last, by whoever said it
        (
            "Macron threatened to leave Mali. A French officer said fighters were deployed there. Mali denies this.",
            ("REJECT", {"Mali"}, {"French officer"}),
        ),
        (
            "Adoum Kolle, a minister in Chad, said ten Sudanese spies were captured. Sudan dismissed this.",
            ("REJECT", {"Sudan"}, {"Adoum Kolle"}),
        ),
        (
            "Charles Taylor called on Perry to resign, saying she was weak. Her spokesman dismissed the remark.",
            ("REJECT", {"Perry's spokesman"}, {"Charles Taylor"}),
        ),
        (
            "Peter Hanley of Australia accused Indonesia of arson. Colonel Suryadi of Indonesia called that a lie.",
            ("ACCUSE", {"Suryadi"}, {"Peter Hanley"}),
        ),
        (
            "Sister Agnes Pires said soldiers had beaten her. Major Hendro Sutopo dismissed her account.",
            ("REJECT", {"Hendro Sutopo"}, {"Agnes Pires"}),
        ),
        (
            "The council approved sanctions on Baussan, whose lawyer called the decision an outrage.",
            ("ACCUSE", {"Baussan's lawyer"}, {"council"}),
        ),
        # violence told by a noun that says no more than that
        (
            "Ten men hurled stones at UN troops. A Ghanaian soldier was wounded. The envoy condemned the assault.",
            ("ACCUSE", {"envoy"}, {"ten men"}),
        ),
        (
            "Rebels attacked Goz Beida on Monday. The army said it had beaten off the assault.",
            ("ASSAULT", {"army"}, {"rebels"}),
        ),
        # whom a threat would hit, and not who hears of it
        ("President Deby urged the Council to act and vowed to crush the rebels.", ("THREATEN", {"Deby"}, {"rebels"})),
        (
            "In a telephone call to Caracol radio, Ulises threatened to execute the captives.",
            ("THREATEN", {"Ulises"}, {"captives"}),
        ),
        # what was asked for is told of who does it, or does not
        ("The government lifted the ban, as the opposition had demanded.", ("REQUEST", {"opposition"}, {"government"})),
        (
            "Alexander Downer declined to cut aid to Peru, as the rebels have requested.",
            ("REQUEST", {"rebels"}, {"Alexander Downer"}),
        ),
        # nobody is against his own side
        (
            "Pascal Ndimira of Burundi retorted that his government would never talk.",
            ("REJECT", {"Pascal Ndimira"}, set()),
        ),
        # a dismissal told again
        (
            "General Ramiro Caceres was sacked, local radio said. The defense ministry confirmed the dismissal.",
            ("SANCTION", {"defense ministry"}, {"Ramiro Caceres"}),
        ),
        # whose an agreement is, what a burned van is
        (
            "Klaus Iohannis of Romania, who visited Maia Sandu, signed an agreement with her.",
            ("SUPPORT", {"Klaus Iohannis"}, {"Maia Sandu"}),
        ),
        ("Villagers torched a police van.", ("ASSAULT", {"villagers"}, {"police"})),
        ("A judge in Larnaca freed on bail five men arrested there.", ("RETREAT", {"judge in Larnaca"}, {"five men"})),
        ("The army denied having targeted civilians.", ("REJECT", {"army"}, set())),
        ("Zambian police fired over the heads of the miners.", ("ASSAULT", {"Zambian police"}, {"miners"})),
        # the bloc that was told of
        (
            "The European Union fined Turkey. Ankara recalled its envoy to the bloc.",
            ("SANCTION", {"Turkey"}, {"European Union"}),
        ),
        # whose authorities
        (
            "Ten men fled from Chad to Kousseri in Cameroon, where the authorities arrested them.",
            ("COERCE", {"Cameroon"}, {"ten men"}),
        ),
    ],
)
def test_on_whom_it_falls(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("France sent 150 paratroopers from Gabon to Chad.", "150 paratroopers", "FRA", "MIL"),
        ("France, which has 900 soldiers in Chad, said no.", "900 soldiers in Chad", "FRA", "MIL"),
        ("President Macron is withdrawing troops from northern Mali.", "troops", "FRA", "MIL"),
        ("India is sending a special envoy, Karan Singh, to Nepal.", "Karan Singh", "IND", "GOV"),
        ("The African Union dispatched an envoy, Boubacar Sissoko, to Conakry.", "Boubacar Sissoko", None, "IGO"),
        ("Men threw stones at peacekeepers in Lebanon.", "peacekeepers", None, "IGO"),
        ("Russian peacekeepers shot a man.", "Russian peacekeepers", "RUS", "MIL"),
        ("Gunmen fired on a police patrol.", "police patrol", None, "COP"),
    ],
)
def test_whose_forces_and_envoys(reader: Reader, text: str, name: str, country: str | None, sector: str) -> None:
    actor = next(one for one in reader.read(text).actors if one.name == name)
    assert (actor.country, actor.sectors[0]) == (country, sector) or (country is None and sector in actor.sectors)


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # some of them, the rest of them
        (
            "Police arrested 14 activists. The rights group CODESA said that some of them were beaten.",
            ("ASSAULT", set(), {"14 activists"}),
        ),
        (
            "An officer said police had aimed at unarmed drivers and held three of them.",
            ("COERCE", {"police"}, {"unarmed drivers"}),
        ),
        (
            "Two of the five Nordic nurses were released, but the others had been beaten.",
            ("ASSAULT", set(), {"five Nordic nurses"}),
        ),
        # a body by the last word of its name, a state by where it lies
        (
            "The Polisario Front accused Mauritania of betrayal. The Front released a Moroccan shepherd.",
            ("RETREAT", {"Polisario Front"}, {"Moroccan shepherd"}),
        ),
        (
            "North Korea and South Korea talked on Monday. The North accused South Korean agents of theft.",
            ("ACCUSE", {"North Korea"}, {"South Korean agents"}),
        ),
        (
            "Mohammed bin Salman of Saudi Arabia met Mike Pompeo, who pledged to help the kingdom.",
            ("AGREE", {"Mike Pompeo"}, {"Saudi Arabia"}),
        ),
        # whose act a threat waits for
        (
            "Ludvig Chibirov appealed to Russia for help and warned of bloodshed if Georgian police came.",
            ("THREATEN", {"Ludvig Chibirov"}, {"Georgian police"}),
        ),
        # which attack
        (
            "Houthis attacked Abha airport, and Saudi jets bombed Sanaa. Norway denounced the attack on Abha.",
            ("ACCUSE", {"Norway"}, {"Houthis"}),
        ),
        # by another word for who was named
        (
            "Bent Holm, 52, showed no emotion. The father of three was arrested at Kastrup airport.",
            ("COERCE", set(), {"Bent Holm"}),
        ),
        (
            "In a call to a radio, a man who identified himself as Comandante Ulises threatened to kill the captives.",
            ("THREATEN", {"Comandante Ulises"}, {"captives"}),
        ),
        # who asks, and not who describes him
        (
            "Seven of the Eritreans, described by Djibouti as deserters, have asked for asylum.",
            ("REQUEST", {"Eritreans"}, set()),
        ),
        # what a quotation calls a deed
        (
            "Rebels attacked Tyre. The premier called the killing “a crime against Lebanon”.",
            ("ACCUSE", {"premier"}, {"rebels"}),
        ),
        # one's own people are not threatened
        ("Cambodia pledged to prevent its citizens from entering Thai forests.", ("AGREE", {"Cambodia"}, set())),
        # a border is shut to a state
        ("Liberia shut its crossing at Bo Waterside with Sierra Leone.", ("COERCE", {"Liberia"}, {"Sierra Leone"})),
    ],
)
def test_who_is_told_of(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "event", "status"),
    [
        ("The arrests of ten students in Lima did not end the unrest.", "COERCE", "asserted"),
        ("Turkey's sanctions on Iraq have not changed anything.", "SANCTION", "asserted"),
        ("The talks between Chad and Togo did not begin.", "CONSULT", "negated"),
    ],
)
def test_a_deed_that_changes_nothing_was_done(reader: Reader, text: str, event: str, status: str) -> None:
    found = [one.factuality.status for one in reader.read(text).events if one.type == event]
    assert found == [status]


@pytest.mark.parametrize(
    "text",
    [
        "The nurses were driven away in ambulances.",
        "Britain and France abstained in the vote.",
        "The ministry said nothing would be done without its consent.",
        "Jonas Savimbi lost the U.N.-supervised elections.",
    ],
)
def test_what_tells_nothing(reader: Reader, text: str) -> None:
    assert not reader.read(text).events


def test_a_protest_told_beside_another_is_no_note(reader: Reader) -> None:
    record = reader.read("About 200 supporters gathered in Lusaka, some of them throwing stones at passing cars.")
    assert {one.type for one in record.events} == {"PROTEST"}


def test_a_state_that_is_gone_is_its_heirs(reader: Reader) -> None:
    record = reader.read("Denmark ordered five Czechoslovak diplomats to leave.")
    assert next(one for one in record.actors if "diplomats" in one.name).country == "CZE"


def test_who_comes_first_is_who_takes_his_turn(reader: Reader) -> None:
    record = reader.read("Paul Renner brought a paper to Beirut. For his part, Abbas Mroueh denied any threat.")
    mroueh = next(one for one in record.actors if one.name == "Abbas Mroueh")
    assert "his" in [record.text[slice(m.start, m.end)] for m in record.mentions if m.actor == mroueh.id]


def test_a_state_is_what_it_is_said_to_have_been(reader: Reader) -> None:
    record = reader.read("France, the former colonial ruler, backed the sanctions on Mali.")
    assert [one.name for one in record.actors] == ["France", "Mali"]
