"""How events stand under one another: what is promised, permitted, pressed for, warned of and done by a call."""

from __future__ import annotations

import pytest

from dragoman import Reader, ReportRecord

Coding = tuple[str, list[str], list[str], str]


def told(record: ReportRecord) -> list[Coding]:
    """Type, names of the actors, names of the recipients, status."""
    name = {actor.id: actor.name for actor in record.actors}
    return [
        (e.type, [name[a] for a in e.actors], [name[a] for a in e.recipients], e.factuality.status)
        for e in record.events
    ]


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        ("Ghana promised to investigate the Togolese general.", ("ACCUSE", ["Ghana"], ["Togolese general"], "future")),
        ("Kenya vowed to condemn Uganda at the summit.", ("ACCUSE", ["Kenya"], ["Uganda"], "future")),
        ("Peru agreed to sue Chile.", ("ACCUSE", ["Peru"], ["Chile"], "future")),
        ("Norway promised to urge Chad to withdraw its troops.", ("REQUEST", ["Norway"], ["Chad"], "future")),
        ("Kenya vowed to reject peace talks with Uganda.", ("REJECT", ["Kenya"], ["Uganda"], "asserted")),
        ("Chad vowed to take measures against the protesters.", ("THREATEN", ["Chad"], ["protesters"], "asserted")),
        ("Kenya promised to provide food aid.", ("AGREE", ["Kenya"], [], "asserted")),
    ],
)
def test_a_promise_of_anything_but_cooperation_is_no_agreement(reader: Reader, text: str, coding: Coding) -> None:
    assert told(reader.read(text)) == [coding]


def test_a_request_that_is_turned_down_has_been_made(reader: Reader) -> None:
    assert told(reader.read("Kenya vowed to reject the Ugandan proposal.")) == [
        ("REJECT", ["Kenya"], ["Uganda"], "asserted"),
        ("REQUEST", ["Uganda"], ["Kenya"], "asserted"),
    ]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Norway is ready to provide a hospital ship to Chad.", ["Chad"]),
        ("Norway is committed to opening the economy to Ugandan investors.", ["Ugandan investors"]),
    ],
)
def test_readiness_to_let_somebody_have_something_is_an_agreement(
    reader: Reader, text: str, recipient: list[str]
) -> None:
    assert told(reader.read(text)) == [("AGREE", ["Norway"], recipient, "asserted")]


@pytest.mark.parametrize(
    "text", ["Norway is ready to respond to Chad.", "Norway is keen to avoid a rupture with Chad."]
)
def test_other_readiness_is_none(reader: Reader, text: str) -> None:
    assert not told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        ("Chad will share intelligence on the militia, it said.", ("AGREE", ["Chad"], [], "future")),
        ("Norway will donate 200 tents, it said.", ("AGREE", ["Norway"], [], "future")),
    ],
)
def test_aid_to_come_is_a_promise_and_needs_no_recipient(reader: Reader, text: str, coding: Coding) -> None:
    assert told(reader.read(text)) == [coding]


def test_aid_that_was_given_needs_one(reader: Reader) -> None:
    assert not told(reader.read("Norway donated 200 tents, it said."))


@pytest.mark.parametrize(
    ("text", "coding"),
    [
        ("The court granted the army permission to detain the man.", ("CONCEDE", ["court"], ["army"], "asserted")),
        ("Ghana will not give permission to Togo to help Mali.", ("REJECT", ["Ghana"], ["Togo"], "asserted")),
        ("Chad is pressing for Niger to release the envoy.", ("REQUEST", ["Chad"], ["Niger"], "asserted")),
    ],
)
def test_what_is_permitted_or_pressed_for_has_not_been_done(reader: Reader, text: str, coding: Coding) -> None:
    assert told(reader.read(text)) == [coding]


def test_what_a_deed_would_bring_is_threatened(reader: Reader) -> None:
    threat = ("THREATEN", ["Iran"], [], "asserted")
    assert told(reader.read("Iran warned that an attack would invoke a crushing response.")) == [threat]
    assert not told(reader.read("The bureau warned that heavy rain would trigger floods."))


def test_to_fail_at_a_deal_is_to_refuse_no_help(reader: Reader) -> None:
    (event,) = reader.read("Peru failed to agree with Chile on a joint statement.").events
    assert (event.type, event.modes) == ("REJECT", ())


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "Mali's president phoned Kenyan leader William Barasa to apologise.",
            ("CONCEDE", ["Mali's president"], ["William Barasa"], "asserted"),
        ),
        (
            "Mali's premier called Kenyan President William Barasa to convey Mali's support.",
            ("SUPPORT", ["Mali"], ["William Barasa"], "asserted"),
        ),
    ],
)
def test_what_somebody_is_called_for_is_said_to_him(reader: Reader, text: str, second: Coding) -> None:
    first, other = told(reader.read(text))
    assert first[0] == "CONSULT"
    assert other == second


def test_an_envoy_is_summoned_to_hear_one_complaint(reader: Reader) -> None:
    complaint = ("ACCUSE", ["Chad"], ["Libyan ambassador"], "asserted")
    assert told(reader.read("Chad summoned the Libyan ambassador to complain about a raid.")) == [complaint]


def test_what_a_meeting_to_come_is_for_is_to_come(reader: Reader) -> None:
    sides = ["Haftar", "Hamdok"]
    coding = ("AGREE", sides, sides, "future")
    assert told(reader.read("Haftar and Hamdok will meet in Geneva to discuss the border.")) == [coding]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan nurses called off a two-day strike after an agreement with the Ugandan government.",
        "Kenyan nurses called off a two-day strike after talks with the Ugandan government.",
    ],
)
def test_a_quarrel_is_given_up_to_whom_a_deal_was_made_with(reader: Reader, text: str) -> None:
    assert ("CONCEDE", ["Kenyan nurses"], ["Uganda"], "asserted") in told(reader.read(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norway stopped supporting Chad.", "asserted"),
        ("Norway did not stop supporting Chad.", "negated"),
        ("Norway may stop supporting Chad.", "hypothetical"),
    ],
)
def test_what_is_stopped_is_so_if_the_stopping_is(reader: Reader, text: str, status: str) -> None:
    assert told(reader.read(text)) == [("SANCTION", ["Norway"], ["Chad"], status)]


def test_several_who_promise_to_do_it_together_promise_one_another(reader: Reader) -> None:
    sides = ["Peru", "Chile"]
    assert told(reader.read("Peru and Chile are seeking to deepen a partnership.")) == [
        ("AGREE", sides, sides, "asserted")
    ]


def test_to_withdraw_unless_somebody_acts_is_a_threat(reader: Reader) -> None:
    events = told(reader.read("Chad announced that it will withdraw its troops from Mali unless the army holds talks."))
    assert ("THREATEN", ["Chad"], ["Mali"], "future") in events
