"""Groups whose members are named, requests told in passing, and everyday phrases of the news."""

import pytest

from dragoman import Reader
from tests.reading.codings import told


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        # members named behind their group, however the parser hangs them
        (
            "Police arrested two activists, Ana Prado and Juan Lopez, on Monday.",
            ("COERCE", {"police"}, {"Ana Prado", "Juan Lopez"}),
        ),
        (
            "The two rebel groups, the Red Front and the Lake Army, signed a truce.",
            ("SUPPORT", {"Red Front", "Lake Army"}, {"Red Front", "Lake Army"}),
        ),
        (
            "The leaders of Kenya and Uganda, William Ruto and Yoweri Museveni, met in Kampala.",
            ("CONSULT", {"William Ruto", "Yoweri Museveni"}, {"William Ruto", "Yoweri Museveni"}),
        ),
        # a name that two states share
        (
            "The two Koreas agreed on Thursday to hold talks.",
            ("AGREE", {"North Korea", "South Korea"}, {"North Korea", "South Korea"}),
        ),
        # requests told in passing
        ("Despite a plea from Kenya, Peru pardoned the soldiers.", ("REQUEST", {"Kenya"}, {"Peru"})),
        ("Cuba freed ten men following an appeal by Jesse Jackson.", ("REQUEST", {"Jesse Jackson"}, {"Cuba"})),
        ("Seoul, at Pyongyang's urging, switched off its lights.", ("REQUEST", {"North Korea"}, {"South Korea"})),
        ("Mr. Islam repeated his call for Sheikh Hasina to resign.", ("REQUEST", {"Islam"}, {"Sheikh Hasina"})),
        (
            "The ultimatum, delivered to Chad by the Lake Front, expires on Friday.",
            ("THREATEN", {"Lake Front"}, {"Chad"}),
        ),
        # what a capital thinks of it
        ("The decision was welcomed in Washington.", ("SUPPORT", {"United States"}, set())),
        # words that the parser takes for others
        ("Japan pledges rice and tents to typhoon-hit Fiji.", ("AGREE", {"Japan"}, {"Fiji"})),
        ("Reagan slaps trade embargo on Nicaragua", ("SANCTION", {"Reagan"}, {"Nicaragua"})),
        (
            "Bolivian miners free deputy minister after 30-hour standoff",
            ("RETREAT", {"Bolivian miners"}, {"deputy minister"}),
        ),
        ("Zambian opposition calls off march as president offers talks", ("CONCEDE", {"Zambian opposition"}, set())),
        ("Striking nurses in Lusaka returned to work.", ("CONCEDE", {"striking nurses in Lusaka"}, set())),
        (
            "Fiji's commander gave the cabinet two weeks to drop the bill.",
            ("THREATEN", {"Fiji's commander"}, {"Fiji"}),
        ),
        ("Deputies brawled with Kenyan guards.", ("ASSAULT", {"deputies"}, {"Kenyan guards"})),
        # who did it, with another clause between
        (
            "Soldiers opened fire on men who had blocked the road, killing nine.",
            ("ASSAULT", {"soldiers"}, {"nine people"}),
        ),
        (
            "Police arrested ten men after they threw stones at Togo's embassy.",
            ("PROTEST", {"ten men"}, {"Togo's embassy"}),
        ),
        (
            "Iran denied that its agents had plotted to kill Ali Kone and summoned the British ambassador.",
            ("ACCUSE", {"Iran"}, {"British ambassador"}),
        ),
        # a capital that stands for an organization
        ("EU ministers met in Brussels. Brussels urged Serbia to pay.", ("REQUEST", {"EU"}, {"Serbia"})),
        ("Belgium's king left for home. Brussels urged Serbia to pay.", ("REQUEST", {"Belgium"}, {"Serbia"})),
        # who did what is judged right behind it, or as a step
        ("Chad shut its border, a move condemned by Mali.", ("ACCUSE", {"Mali"}, {"Chad"})),
        ("Turkey bombed the camp, an attack Baghdad described as a crime.", ("ACCUSE", {"Iraq"}, {"Turkey"})),
        ("Niger expelled the envoy. Paris called the decision illegal.", ("REJECT", {"France"}, {"Niger"})),
        # where talks are held, nobody is asked
        ("Paris asked for talks in Vienna.", ("REQUEST", {"France"}, set())),
        # a summons
        (
            "The Peruvian envoy was summoned to the Chilean foreign ministry.",
            ("ACCUSE", {"Chilean foreign ministry"}, {"Peruvian envoy"}),
        ),
        # who takes people in
        ("Kenyan intelligence agents seized Ana Prado.", ("COERCE", {"Kenyan intelligence agents"}, {"Ana Prado"})),
        ("Gunmen seized Ana Prado.", ("ASSAULT", {"gunmen"}, {"Ana Prado"})),
        ("Police broke up the demonstration with sticks.", ("COERCE", {"police"}, set())),
    ],
)
def test_a_deed_has_its_parties(reader: Reader, text: str, coding: tuple[str, set[str], set[str]]) -> None:
    assert coding in told(reader.read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Officials could neither confirm nor deny the report.",
        "The premier's aides insist that he will leave the hotel.",
        "Peru will double its refugee quota next year.",
        "Pakistan would be forced to act.",
        "Croatia stunned England 2-1, and its captain saluted the fans who had besieged the hotel.",
        "In the derby, the home defence capitulated and the striker attacked the goalkeeper.",
        "Storm Agnes attacked Ireland.",
        "The rand surrendered its gains.",
        "Oil prices retreated on Friday.",
        "A retired diplomat reached the summit of Aconcagua.",
    ],
)
def test_nothing_happened(reader: Reader, text: str) -> None:
    assert told(reader.read(text)) == []


def test_those_who_are_named_in_turn_have_their_countries_in_turn(reader: Reader) -> None:
    record = reader.read("The foreign ministers of Chad and Niger, Ali Kone and Ada Bolt, signed a deal.")
    countries = {actor.name: actor.country for actor in record.actors}
    assert (countries["Ali Kone"], countries["Ada Bolt"]) == ("TCD", "NER")
