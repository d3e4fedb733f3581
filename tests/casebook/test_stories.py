"""Invented stories, each told by several reports in words of their own: what an analyst joins, and what she does not.

``stories/*.toml``: reports, and under ``joins`` groups of tellings of one happening (``same``), each named by its
report and a phrase around its anchor, pairs that are two (``apart``), and how many pairs of ``same`` are joined at
``least``.
"""

import tomllib
from itertools import combinations
from pathlib import Path

import pytest

from dragoman.casebook import build_case, compare
from dragoman.casebook.model import Pointer

STORIES = sorted((Path(__file__).parent / "stories").glob("*.toml"))


@pytest.fixture(scope="module", params=STORIES, ids=lambda path: path.stem)
def story(request, reader):
    """The joins of a story, and the event of the case that a phrase tells, None where none is read there."""
    told = tomllib.loads(request.param.read_text("utf-8"))
    records = {
        name: reader.read(report["text"], outlet=report["outlet"], published=report["published"])
        for name, report in told["reports"].items()
    }
    ids = build_case(records.values()).event_ids()

    def event(place):
        name, phrase = place.split(": ", 1)
        record = records[name]
        assert record.text.count(phrase) == 1, place
        start = record.text.index(phrase)
        here = [e for e in record.events if e.anchor[0] < start + len(phrase) and start < e.anchor[1]]
        return ids[Pointer(record.id, here[0].id)] if here else None

    return told["joins"], event


def test_tellings_of_one_happening_are_joined(story):
    joins, event = story
    pairs = [pair for group in joins["same"] for pair in combinations(group, 2)]
    joined = [(one, other) for one, other in pairs if event(one) is not None and event(one) == event(other)]
    assert len(joined) >= joins["least"], sorted(set(pairs) - set(joined))


def test_two_happenings_are_kept_apart(story):
    joins, event = story
    for one, other in joins["apart"]:
        assert event(one) is None or event(one) != event(other), (one, other)


def test_tolls_that_differ_are_one_event_contradicted(reader):
    told = tomllib.loads((Path(__file__).parent / "stories" / "market.toml").read_text("utf-8"))["reports"]
    records = [reader.read(one["text"], outlet=one["outlet"], published=one["published"]) for one in told.values()]
    blast = next(account for account in compare(records).accounts if len(account.reports) == len(records))
    rows = {row.what: row for row in blast.rows}
    assert (blast.verdict, rows["numbers"].verdict, rows["participants"].verdict) == (
        "contradict",
        "contradict",
        "compatible",
    )
    assert "12 people, 15 people and 19 civilians may be the same people" in rows["participants"].sentence


def test_those_whom_one_event_befell_are_counted_against_each_other(reader):
    records = [
        reader.read(text, outlet=outlet, published="2019-05-04")
        for outlet, text in (
            ("Alpha", "Police in Lima arrested 40 suspects after the march in Peru, Minister Ana Prado said."),
            ("Beta", "Minister Ana Prado of Peru said police arrested 25 people in Lima after the march."),
        )
    ]
    (arrest,) = [account for account in compare(records).accounts if len(account.reports) == len(records)]
    numbers = next(row for row in arrest.rows if row.what == "numbers")
    assert numbers.verdict == "contradict"


@pytest.mark.parametrize(
    ("blamed", "same"),
    [
        ("The army said rebel drones had struck the convoy.", True),
        ("Rebel drones also struck the convoy.", False),  # the report's own word for another blow
    ],
)
def test_who_is_said_to_have_dealt_the_blow_dealt_the_one_already_told(reader, blamed, same):
    record = reader.read(f"An air strike hit an aid convoy in Sudan on Tuesday. {blamed}", published="2024-10-02")
    ids = build_case([record]).event_ids()
    told = [ids[Pointer(record.id, event.id)] for event in record.events if event.type == "ASSAULT"]
    assert len(told) == 2
    assert (told[0] == told[1]) is same
