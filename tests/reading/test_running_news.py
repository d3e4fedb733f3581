"""What running news says beside its deeds: who goes home, who leads what, who is received, what is told only once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reading.codings import told

if TYPE_CHECKING:
    from dragoman import Reader

Coded = tuple[str, set[str], set[str]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # own officials at home visit nobody
        ("The Norwegian delegation flew to Oslo.", []),
        ("The Norwegian delegation flew to Nairobi.", [("CONSULT", {"Norwegian delegation"}, {"Kenya"})]),
        # a particle makes another verb of a light one
        ("The Chadian army put down the revolt.", [("COERCE", {"Chadian army"}, set())]),
        # who visits is received
        (
            "President Keo spoke at a reception for visiting Norwegian Defence Minister Lars Dahl.",
            [("CONSULT", {"Keo"}, {"Lars Dahl"})],
        ),
        # one deed is told once
        ("Norway gave air support to the Kenyan army.", [("AID", {"Norway"}, {"Kenyan army"})]),
        ("The militia stopped aid from reaching the camp.", [("COERCE", {"militia"}, set())]),
        # whose a campaign is
        ("The Ugandan campaign in Gulu killed 90 civilians.", [("ASSAULT", {"Uganda"}, {"90 civilians"})]),
        ("The Kenyan-led assault on Gedo killed 30 civilians.", [("ASSAULT", {"Kenya"}, {"30 civilians"})]),
        (
            "The offensive against the rebels continued, the Chadian army said.",
            [("ASSAULT", {"Chadian army"}, {"rebels"})],
        ),
        # whoever secures a release, and who lets go
        ("Kenya secured the release of the hostages.", [("RETREAT", {"Kenya"}, {"hostages"})]),
        ("Kenya secured the release of the hostages from the rebels.", [("RETREAT", {"rebels"}, {"hostages"})]),
        # only their own announcement of what they will do is a threat
        ("Laos will retaliate against Norway.", [("THREATEN", {"Laos"}, {"Norway"})]),
        ("Kenya said Laos would retaliate against Norway.", []),
        # an advance that the lighter entry tells
        ("Chadian troops pushed into Faya.", [("MOBILIZE", {"Chadian troops"}, set())]),
    ],
)
def test_who_did_what(reader: Reader, sentence: str, expected: list[Coded]) -> None:
    assert told(reader.read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Premier Odhiambo called the order tyranny.", ("ACCUSE", {"Odhiambo"}, set())),
        ("Norway said it was wrong for Laos to demolish the chapel.", ("ACCUSE", {"Norway"}, {"Laos"})),
        ("Laos's decision sparked criticism from Norway.", ("ACCUSE", {"Norway"}, {"Laos"})),
        ("Kenya's plan drew condemnation on the part of Norway.", ("ACCUSE", {"Norway"}, {"Kenya"})),
        ("The raid provoked an attack by the rebels.", ("ASSAULT", {"rebels"}, set())),
    ],
)
def test_who_speaks_ill_of_whom(reader: Reader, sentence: str, expected: Coded) -> None:
    assert told(reader.read(sentence)) == [expected]


def test_what_is_called_wrong_has_happened(reader: Reader) -> None:
    events = reader.read("Norway said it was wrong for Laos to close the border.").events
    assert {event.factuality.status for event in events} == {"asserted"}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # nobody gives leave by collapsing
        (
            "The collapse of Chad's offensive left a gap, allowing Libya to advance.",
            [("ASSAULT", {"Chad"}, set())],
        ),
        # an attempt that is withstood would harm whom it is against
        ("Kenya would resist any attempt to discredit Premier Odhiambo.", [("REJECT", {"Kenya"}, set())]),
        # a premier and his minister do not agree with one another
        (
            "President Keo and his foreign minister were arranging visits.",
            [("AGREE", {"Keo", "Keo's foreign minister"}, set())],
        ),
        # who condemns an arrest does not mean whoever was arrested
        (
            "Norway condemned General Odhiambo's arrest.",
            [("ACCUSE", {"Norway"}, set()), ("COERCE", set(), {"Odhiambo"})],
        ),
        (
            "Kenya condemned Rivas's arrest by Chad.",
            [("ACCUSE", {"Kenya"}, {"Chad"}), ("COERCE", {"Chad"}, {"Rivas"})],
        ),
        # an attack through a post or a speech is one of words
        ("Premier Odhiambo used Twitter to attack Uganda.", [("ACCUSE", {"Odhiambo"}, {"Uganda"})]),
        ("The rebels attacked Uganda in a video.", [("ASSAULT", {"rebels"}, {"Uganda"})]),
        # according to whom
        (
            "Chad sacked the minister in line with recommendations by the Lake Commission.",
            [("SANCTION", {"Chad"}, {"minister"})],
        ),
    ],
)
def test_whom_it_does_not_fall_on(reader: Reader, sentence: str, expected: list[Coded]) -> None:
    assert told(reader.read(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "words", "sectors"),
    [
        ("Chad urged all parties to the conflict to lay down their arms.", "parties", ()),
        ("The warring parties met in Oslo.", "warring parties", ()),
        ("All parties in parliament rejected the bill.", "parties in parliament", ("PTY",)),
        ("British officers arrested two men in Leeds.", "British officers", ("COP",)),
        ("British officers fired on the militia.", "British officers", ("MIL",)),
        ("A convoy of army trucks attacked Gulu.", "convoy of army trucks", ("MIL",)),
    ],
)
def test_what_somebody_is_by_what_is_told_of_him(
    reader: Reader, sentence: str, words: str, sectors: tuple[str, ...]
) -> None:
    found = {actor.name: actor.sectors for actor in reader.read(sentence).actors}
    assert found[words] == sectors


def test_a_convoy_of_buses_is_no_force(reader: Reader) -> None:
    assert not reader.read("A convoy of buses left Gulu.").actors
