"""The behaviour tests' own sentences are well made, and their scorer tells right from wrong."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.record import Actor, Event, Factuality, MadeBy, Mention, ReportRecord, Voice
from evals.behaviour import fault_of, figures
from evals.sentences import Item, Party, load_items

KENYA = Party("Kenya", "KEN", "Kenyan", "", False, False)
NORWAY = Party("Norway", "NOR", "Norwegian", "", False, False)
PERU = Party("Peru", "PER", "Peruvian", "", False, False)
PRADO = Party("lawmaker Ana Prado", "BRA", "Brazilian", "Ana Prado", False, True)
TEXT = "Kenya accused Norway of hiding the wreck."


def item(**change) -> Item:
    fields = {
        "kind": "names", "deed": "accuse", "text": TEXT, "types": ("ACCUSE",), "actor": KENYA, "recipient": NORWAY,
        "third": PERU, "speaker": PRADO, "statuses": ("asserted",), "aspect": None, "conditional": False,
        "voice": "self", "also": "", "reciprocal": False,
    }  # fmt: skip
    return Item(**{**fields, **change})


def record(actors=("a1",), recipients=("a2",), status="asserted", kind="ACCUSE") -> ReportRecord:
    spans = {"a1": (0, 5), "a2": (14, 20)}
    return ReportRecord(
        id="r",
        text=TEXT,
        made_by=MadeBy(dragoman="0", model="0", lexicon="0"),
        mentions=tuple(
            Mention(id=f"m{key}", start=a, end=b, head=(a, b), form="named", kind="country", actor=key)
            for key, (a, b) in spans.items()
        ),
        actors=(
            Actor(id="a1", name="Kenya", kind="country", country="KEN"),
            Actor(id="a2", name="Norway", kind="country", country="NOR"),
        ),
        voices=(Voice(id="v0", kind="self", named=False, chain=("v0",)),),
        events=(
            Event(
                id="e1", type=kind, quad=3, intensity=-2.0, cameo="112", anchor=(6, 13), actors=actors,
                recipients=recipients, factuality=Factuality(status=status), voice=("v0",), confidence=1.0, rule="x",
            ),
        ),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "read", "fault"),
    [
        (item(), record(), ""),
        (item(), record(kind="SUPPORT"), "no ACCUSE; got ['SUPPORT']"),
        (item(), record(("a2",), ("a1",)), "sides exchanged"),
        (item(), record(recipients=()), "recipient missing"),
        (item(third=NORWAY, recipient=PERU), record(), "bystander taken in"),
        (item(statuses=("negated",)), record(), "asserted, not negated"),
        (item(conditional=True), record(), "not conditional"),
        (item(voice="speaker"), record(), "voice self, not the speaker"),
        (item(also="actors"), record(), "third party missing"),
        (item(time="2021-05-03"), record(), "None, not 2021-05-03"),
    ],
)
def test_a_fault_is_named(wanted, read, fault):
    assert fault_of(wanted, read) == fault


def test_figures_are_shares_by_class():
    found = figures([(item(), ""), (item(), "actor missing"), (item(kind="passive"), "")])
    assert (found["passed_names"], found["passed_passive"], found["least"]) == (0.5, 1.0, 0.5)


def test_the_sentences_are_whole_and_many():
    items = load_items()
    assert items == load_items()
    assert all("{" not in item.text and "  " not in item.text and item.text[0] not in " .," for item in items)
    assert len({item.types[0] for item in items}) >= 8
    assert len({item.actor.code for item in items}) >= 12
    assert min(Counter(item.kind for item in items).values()) >= 8
