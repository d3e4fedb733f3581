"""The accounts of an annotated story side by side, held against what its analyst noted under ``accounts``.

An item (a note with a label and a quote from each report) is **shown** if the comparison of the reports has a row

- of a facet the note is about (``facets.toml``: "when" is about time);
- with the item's label as its verdict, or one of ``also_right``. An agreement is also shown where the row as a whole is
  graver because of a third account, but the quoted accounts stand in it with the same value, on one line;
- whose values were read from the quoted words: an anchor, a party's, time's, place's or number's words or the stated
  content overlaps the quote. At least two of the quotes and half of them must be reached; *whole* counts those of
  which all are. The two sides of a difference or contradiction must be two values.

A change (``superseded``) is shown where a row says that a value was changed and the two quotes were read for it.

Figures: agree, contradict, compatible, differ, superseded, each shown of all; shown: agreements and contradictions, of
all; whole: the same with every quote reached. A story in the short form (the first one) has ``lines``: the lines of its
*accounts* that are true of the comparison as data and of the words on the screen.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.accounts_lines import score_lines
from evals.gold import load_document, load_story
from evals.matching import locate, overlaps
from evals.story import Tally, read_story

if TYPE_CHECKING:
    from dragoman.casebook import Comparison, Pointer
    from dragoman.casebook.model import Row, Value
    from dragoman.record import Event, ReportRecord, Span

LABELS = ("agree", "contradict", "compatible", "differ", "superseded")
FACETS = tomllib.loads(Path(__file__).with_name("facets.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Item:
    """A note of the analyst: of which happening, its label, what else is right, and (report, quote) pairs."""

    happening: str
    label: str
    what: str
    accept: frozenset[str]
    quotes: tuple[tuple[str, str], ...]

    @property
    def facets(self) -> frozenset[str]:
        """The facets whose rows may show it."""
        words = re.findall(r"\w+", self.what.casefold())
        return frozenset(facet for word in words for facet in FACETS["words"].get(word, ())) or frozenset(FACETS["any"])


def items_of(document: Mapping[str, Any]) -> Iterator[Item]:
    """The notes of a gold file that can be held against a comparison: those with two quotes or more."""
    for happening, parts in document.get("accounts", {}).get("main", {}).items():
        for label in LABELS:
            for note in parts.get(label, ()):
                quotes = tuple(_quotes(note))
                if len(quotes) > 1:
                    accept = frozenset((label, *note.get("also_right", ())))
                    yield Item(happening, label, note["what"], accept, quotes)


def _quotes(note: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for report, quoted in note.get("quotes", {}).items():
        for quote in [quoted] if isinstance(quoted, str) else quoted:
            yield report, quote
    for claim in (*note.get("claims", ()), *(note[key] for key in ("earlier", "later") if key in note)):
        yield claim["report"], claim["quote"]


class Shown:
    """Looks items up in a comparison."""

    def __init__(self, comparison: Comparison, records: Mapping[str, ReportRecord]) -> None:
        self.comparison = comparison
        self.records = records
        self.events: dict[tuple[str, str], Event] = {
            (record.id, event.id): event for record in records.values() for event in record.events
        }

    def best(self, item: Item) -> tuple[int, str]:
        """How many quotes the best row that shows an item reaches, and the row in words; 0 if none shows it."""
        places = [(self.records[report].id, locate(self.records[report].text, quote)) for report, quote in item.quotes]
        found = [
            (count, f"{account.event} {row.what} {row.verdict}")
            for account in self.comparison.accounts
            for row in account.rows
            if row.what in item.facets and (count := self._reached(item, row, places))
        ]
        return max(found, default=(0, ""))

    def near(self, item: Item) -> list[str]:
        """The rows that reach a quote, for the list of errors."""
        places = [(self.records[report].id, locate(self.records[report].text, quote)) for report, quote in item.quotes]
        lines = []
        for account in self.comparison.accounts:
            for row in account.rows:
                reached = [at for at, place in enumerate(places) if any(self._touches(v, place) for v in row.values)]
                if row.what in item.facets and len(reached) > 1:
                    lines.append(
                        f"{account.event} {row.what} {row.verdict} {[v.values for v in row.values]} @{reached}"
                    )
        return lines

    def _reached(self, item: Item, row: Row, places: list[tuple[str, Span]]) -> int:
        """How many quotes a row reaches if it shows the item, else 0."""
        touching = [[value for value in row.values if self._touches(value, place)] for place in places]
        if item.label == "superseded" or ("superseded" in item.accept and row.verdict not in item.accept):
            if any(self._changes(change.earlier, change.later, touching) for change in row.changed):
                return sum(1 for values in touching if values)
            return 0
        reached = [values for values in touching if values]
        if len(reached) < 2 or 2 * len(reached) < len(places):
            return 0
        told = {value.values for values in reached for value in values}
        if item.label == "agree":
            one = set.intersection(*({value.values for value in values} for values in reached))
            return len(reached) if row.verdict in item.accept or one else 0
        return len(reached) if row.verdict in item.accept and len(told) > 1 else 0

    @staticmethod
    def _changes(earlier: Value, later: Value, touching: list[list[Value]]) -> bool:
        """Whether a change runs between values that two different quotes touch."""
        before = {at for at, values in enumerate(touching) if earlier in values}
        after = {at for at, values in enumerate(touching) if later in values}
        return bool(before and after and (before | after) - (before & after))

    def _touches(self, value: Value, place: tuple[str, Span]) -> bool:
        """Whether a value was read from quoted words."""
        record, quote = place
        if value.record != record or not value.values:
            return False
        return any(overlaps(span, quote) for span in (*value.spans, *self._spans(value.events)))

    def _spans(self, pointers: Iterable[Pointer]) -> Iterator[Span]:
        for pointer in pointers:
            event = self.events[pointer.record, pointer.item]
            yield from (event.anchor, *event.actor_spans, *event.recipient_spans)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The story's name."""
    parser.add_argument("--story", default="tajikistan", help="the gold file without .yaml (default: tajikistan)")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures of one story."""
    from dragoman import Reader
    from dragoman.casebook import compare

    document, _ = load_document(arguments.story, arguments.gold)
    story = load_story(arguments.story, arguments.gold)
    records = read_story(story, Reader())
    figures, lines = score(items_of(document), Shown(compare(list(records.values())), records))
    if "main" not in document.get("accounts", {}):
        tally = score_lines(story, records, document["accounts"])
        figures, lines = {"lines_true": tally.right, "lines_all": tally.scored}, tally.wrong
    if arguments.errors:
        print("\n".join(lines))
    return figures


def score(items: Iterable[Item], shown: Shown) -> tuple[dict[str, float], list[str]]:
    """The figures over some items, and a line for each that is not shown."""
    tallies = {label: Tally() for label in LABELS}
    whole = 0
    for item in items:
        count, _ = shown.best(item)
        complaint = "\n      ".join((f"{item.happening} {item.label}: {item.what}", *shown.near(item)))
        tallies[item.label].count(bool(count), complaint)
        whole += count == len(item.quotes) and item.label in ("agree", "contradict")
    figures: dict[str, float] = {}
    for label, tally in tallies.items():
        figures |= {label: tally.right, f"{label}_all": tally.scored}
    asked = [tallies["agree"], tallies["contradict"]]
    figures["shown"] = sum(tally.right for tally in asked) / (sum(tally.scored for tally in asked) or 1)
    figures["whole"] = whole / (sum(tally.scored for tally in asked) or 1)
    lines = [f"not shown, {label}: {len(tally.wrong)}" for label, tally in tallies.items()]
    for label, tally in tallies.items():
        lines += [f"{label}", *(f"  - {line}" for line in tally.wrong)]
    return figures, lines
