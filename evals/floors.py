"""The pinned figures of floors.toml held against a fresh run: nothing that was reached may be lost.

A figure below its floor by more than its tolerance fails (above it, where less is better). ``--repin`` moves a floor
to the figure just measured where that is better, with the present commit, and never the other way. An evaluation
whose data is not there is not run, and the table says so.
"""

from __future__ import annotations

import argparse
import math
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.data import DataMissingError

SOURCE = Path(__file__).with_name("floors.toml")
KEYS = {"evaluation", "options", "figure", "floor", "better", "tolerance", "quick", "commit"}

Figures = dict[str, float]


class FloorsError(ValueError):
    """floors.toml breaks its own form; the text lists all faults."""


@dataclass(frozen=True, slots=True)
class Floor:
    """One pinned figure; the fields are explained at the head of floors.toml."""

    evaluation: str
    options: tuple[str, ...]
    figure: str
    floor: float
    better: str
    tolerance: float
    quick: bool
    commit: str

    def holds(self, value: float) -> bool:
        """Whether a figure is no worse than pinned."""
        if self.better == "more":
            return value >= self.floor - self.tolerance
        return value <= self.floor + self.tolerance

    def is_beaten_by(self, value: float) -> bool:
        """Whether a figure is better than pinned."""
        return value > self.floor if self.better == "more" else value < self.floor


@dataclass(frozen=True, slots=True)
class Outcome:
    """A floor and what was measured: None where the evaluation did not run, with the reason."""

    floor: Floor
    value: float | None
    reason: str = ""

    @property
    def fails(self) -> bool:
        """Whether the gate must close."""
        return self.value is not None and not self.floor.holds(self.value)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much to run, and whether to raise the floors."""
    parser.add_argument("--quick", action="store_true", help="only the floors marked quick")
    parser.add_argument("--repin", action="store_true", help="raise the floors to what was reached")


def run(arguments: argparse.Namespace) -> Figures:
    """How many floors were checked, not run, and failed."""
    floors = [floor for floor in load_floors(SOURCE.read_text("utf-8")) if floor.quick or not arguments.quick]
    outcomes = check(floors, lambda name, options: _run_evaluation(name, options, arguments))
    show(outcomes)
    if arguments.repin:
        SOURCE.write_text(repin(SOURCE.read_text("utf-8"), outcomes, present_commit()), "utf-8")
    return {
        "checked": sum(outcome.value is not None for outcome in outcomes),
        "not_run": sum(outcome.value is None for outcome in outcomes),
        "failures": sum(outcome.fails for outcome in outcomes),
    }


def load_floors(text: str) -> list[Floor]:
    """The floors of a TOML text.

    Raises:
        FloorsError: unknown or missing keys, the same figure twice, a ``better`` that is neither more nor less.
    """
    floors, faults, seen = [], [], set()
    for order, fields in enumerate(tomllib.loads(text).get("floor", ()), start=1):
        if set(fields) != KEYS:
            faults.append(f"floor {order}: keys must be {sorted(KEYS)}, found {sorted(fields)}")
            continue
        floor = Floor(**{**fields, "options": tuple(fields["options"])})
        key = (floor.evaluation, floor.options, floor.figure)
        if key in seen:
            faults.append(f"floor {order}: {key} stands twice")
        if floor.better not in ("more", "less"):
            faults.append(f"floor {order}: better is {floor.better!r}, must be 'more' or 'less'")
        seen.add(key)
        floors.append(floor)
    if faults:
        raise FloorsError("; ".join(faults))
    return floors


def check(floors: Iterable[Floor], measure: Callable[[str, Sequence[str]], Figures]) -> list[Outcome]:
    """Every floor with its figure; each evaluation runs once for each set of options."""
    measured: dict[tuple[str, tuple[str, ...]], Figures | str] = {}
    outcomes = []
    for floor in floors:
        key = (floor.evaluation, floor.options)
        if key not in measured:
            try:
                measured[key] = measure(*key)
            except DataMissingError as missing:
                measured[key] = str(missing)
        figures = measured[key]
        if isinstance(figures, str):
            outcomes.append(Outcome(floor, None, figures))
        elif floor.figure not in figures:
            raise FloorsError(f"{floor.evaluation} has no figure {floor.figure!r}; it has {sorted(figures)}")
        else:
            outcomes.append(Outcome(floor, figures[floor.figure]))
    return outcomes


def repin(text: str, outcomes: Iterable[Outcome], commit: str) -> str:
    """The TOML text with every beaten floor raised; comments and order stay."""
    for outcome in outcomes:
        if outcome.value is None or not outcome.floor.is_beaten_by(outcome.value):
            continue
        blocks = re.split(r"(?m)^(?=\[\[floor\]\])", text)
        for place, block in enumerate(blocks):
            if block.startswith("[[floor]]") and load_floors(block)[0] == outcome.floor:
                block = re.sub(r"(?m)^floor = .*$", f"floor = {_reached(outcome):g}", block)
                blocks[place] = re.sub(r"(?m)^commit = .*$", f'commit = "{commit}"', block)
        text = "".join(blocks)
    return text


def _reached(outcome: Outcome) -> float:
    """The figure to four decimals, rounded away from better, so that the run that reached it holds."""
    value = outcome.value or 0.0
    return (math.floor if outcome.floor.better == "more" else math.ceil)(round(value * 10_000, 4)) / 10_000


def present_commit() -> str:
    """Short hash of the checked-out commit, "unknown" outside a repository."""
    answer = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False, cwd=SOURCE.parent
    )
    return answer.stdout.strip() or "unknown"


def show(outcomes: Iterable[Outcome]) -> None:
    """Print every floor with its figure."""
    table = Table(title="floors", title_justify="left")
    for heading in ("evaluation", "figure", "pinned", "found", "", "since"):
        table.add_column(heading)
    for outcome in outcomes:
        floor = outcome.floor
        verdict = "not run" if outcome.value is None else "FAILS" if outcome.fails else "holds"
        name = " ".join((floor.evaluation, *floor.options))
        found = outcome.reason if outcome.value is None else f"{outcome.value:.4g}"
        sign = "≥" if floor.better == "more" else "≤"
        table.add_row(name, floor.figure, f"{sign} {floor.floor:g}", found, verdict, floor.commit)
    Console(width=140).print(table)


def _run_evaluation(name: str, options: Sequence[str], arguments: argparse.Namespace) -> Figures:
    from evals.__main__ import parse

    module, parsed = parse([name, "--gold", str(arguments.gold), "--corpora", str(arguments.corpora), *options])
    parsed.errors = arguments.errors
    figures: Figures = module.run(parsed)
    return figures
