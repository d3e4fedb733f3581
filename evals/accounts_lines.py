"""The short form of *accounts* in a gold file: each of its lines held against the comparison and against the screen.

A line is true if the comparison, as the program prints it for other programs, says it, and if its words stand in what
``dragoman compare`` prints for people: the place, the names of the participants, the two dates, the two tones, the two
descriptions, the events of one report alone, the origins and whether they are independent.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from io import StringIO
from typing import TYPE_CHECKING, Any

from evals.gold import GoldActor, Story
from evals.identity import Linker
from evals.matching import match
from evals.story import Tally

if TYPE_CHECKING:
    from dragoman.record import ReportRecord

_WIDE = 400  # columns, so that no name is broken over two lines
_Line = tuple[str, bool, tuple[str, ...]]


def score_lines(story: Story, records: Mapping[str, ReportRecord], lines: Mapping[str, Any]) -> Tally:
    """All lines, each once as data and once on the screen."""
    tally = Tally()
    case = _Case(story, records)
    for name, true, words in case.lines(lines):
        tally.count(true, f"not in the data: {name}")
        missing = [word for word in words if word.casefold() not in case.screen]
        tally.count(not missing, f"not on the screen: {name}: {missing}")
    return tally


class _Case:
    """The comparison of a story as it is printed, and which of its events and actors are which of the gold's."""

    def __init__(self, story: Story, records: Mapping[str, ReportRecord]) -> None:
        from dragoman.casebook import compare
        from dragoman.formats.jsonl import comparison_lines

        held = list(records.values())
        self.story, self.records = story, records
        printed = [json.loads(line) for line in comparison_lines(compare(held))]
        self.data: dict[str, list[dict[str, Any]]] = {}
        for line in printed:
            self.data.setdefault(line["line"], []).append(line)
        self.screen = _screen(held)
        self.items: dict[str, tuple[str, str]] = {}
        for report in story.reports:
            record = records[report.id]
            for key, event in match(record, report, story).found.items():
                self.items[key] = (record.id, event.id)
        self.links = {record.id: Linker(record, story) for record in held}

    def lines(self, gold: Mapping[str, Any]) -> Iterator[_Line]:
        """(what the line says, whether it is so in the data, the words it must have on the screen)."""
        shared = self._shared(gold["same_event"][0])
        yield "same event", shared is not None, ()
        rows = {row["what"]: row for row in (shared or {}).get("rows", ())}
        for line in gold["agree"]:
            yield self._agreement(line, rows)
        yield "tone differs", *self._tone(next(line for line in gold["differ"] if line["what"] == "tone"))
        for line in gold["differ"]:
            if line["what"].startswith("description of "):
                yield line["what"], *self._description(line)
        for report, items in gold["only"].items():
            own = {tuple(mention) for event in self._only(report) for mention in event}
            for item in items:
                yield f"only {report} {item}", self.items.get(item) in own, ()
        yield from self._origins(gold["origins"])

    def _shared(self, keys: list[str]) -> dict[str, Any] | None:
        """The event that holds all of some gold items."""
        wanted = {self.items.get(key) for key in keys}
        for event in self.data["event"]:
            told = {tuple(mention) for account in event["accounts"] for mention in account["events"]}
            if wanted <= told:
                return event
        return None

    def _agreement(self, line: Mapping[str, Any], rows: Mapping[str, dict[str, Any]]) -> _Line:
        row = rows.get(line["what"], {})
        right = row.get("verdict") in ("agree", "compatible")
        said = [value for entry in row.get("values", ()) for value in entry["values"]]
        if line["what"] == "participants":
            people = [self.story.actors[key] for key in line["value"]]
            named = [_named(person, said) for person in people]
            return "participants agree", right and all(named), tuple(name for name in named if name)
        if line["what"] == "place":
            return "place agrees", row.get("verdict") == "agree" and row.get("shared") == [line["value"]], ("Cairo",)
        return "time is compatible", right, ("early December", "8 December 2025")

    def _tone(self, line: Mapping[str, Any]) -> tuple[bool, tuple[str, ...]]:
        """Whether two reports differ in tone, each by the gold's events."""
        for tone in self.data.get("tone", ()):
            by_report = {part["record"]: {tuple(event) for event in part["events"]} for part in tone["tones"]}
            if tone["verdict"] == "differ" and all(
                {self.items.get(key) for key in line[report]} <= by_report.get(record.id, set())
                for report, record in self.records.items()
            ):
                return True, ("hostile", "friendly", *tone["names"])
        return False, ("hostile", "friendly")

    def _description(self, line: Mapping[str, Any]) -> tuple[bool, tuple[str, ...]]:
        actor = self.story.actors[line["what"].removeprefix("description of ")]
        said = {report: line[report] for report in self.records}
        for row in self.data.get("description", ()):
            told = {value["record"]: " ".join(value["values"]) for value in row["values"]}
            if row["verdict"] == "compatible" and all(
                said[report] in told.get(record.id, "") for report, record in self.records.items()
            ):
                return bool(_named(actor, [row["sentence"]], within=True)), tuple(said.values())
        return False, tuple(said.values())

    def _only(self, report: str) -> list[list[list[str]]]:
        """The mentions of every event that a report alone tells."""
        mentions = {
            event["event"]: [mention for account in event["accounts"] for mention in account["events"]]
            for event in self.data["event"]
        }
        entry = next(line for line in self.data["only"] if line["report"] == self.records[report].id)
        return [mentions[event] for event in entry["events"]]

    def _origins(self, gold: Mapping[str, Any]) -> Iterator[_Line]:
        main = {line["record"]: line for line in self.data["origin"]}
        for report, line in gold.items():
            if report == "independent":
                yield "independent", self.data["case"][0]["independent"] == len(self.records), ("independent",)
                yield "one interest", bool(self.data["case"][0]["shared_interest"]), ("one side",)
                continue
            found = main[self.records[report].id]
            root = _named(self.story.actors[line["root"]], [found["chain"][-1]], within=True)
            length = line.get("chain_length", len(found["chain"]))
            right = root and found["named"] == line["named"] and len(found["chain"]) == length
            yield f"origin of {report}", bool(right), (found["chain"][-1],)


def _named(actor: GoldActor, said: list[str], *, within: bool = False) -> str | None:
    """What some words call an actor, None if they do not name it; ``within``: the words may hold more."""
    for name in sorted(actor.names, key=len, reverse=True):
        for words in said:
            plain, wanted = words.casefold(), name.casefold().removeprefix("the ")
            if wanted == plain or (within and (wanted in plain or plain in wanted)):
                return words if not within else name
    return None


def _screen(records: list[ReportRecord]) -> str:
    from rich.console import Console

    from dragoman.formats.briefing import prepare_brief
    from dragoman.formats.phrases import load_phrases
    from dragoman.formats.terminal import print_accounts

    out = StringIO()
    print_accounts(prepare_brief(records), load_phrases(), Console(file=out, width=_WIDE))
    return " ".join(out.getvalue().casefold().split())
