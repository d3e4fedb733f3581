"""Files to records for the commands: progress and messages on standard error; one bad file never stops the rest."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from dragoman.errors import ReportError
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.ingest import Report
    from dragoman.reading.reader import Reader

STANDARD_INPUT = "-"
RECORDS = ".jsonl"  # how files of records end
# A process takes two seconds to start, about as long as thirty reports take to read.
MANY_FILES = 40
MOST_PROCESSES = 8


@dataclass(frozen=True, slots=True)
class Head:
    """What the user says of the reports; it overrides what their texts say."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None


def head_of(files: Sequence[str], published: str | None, outlet: str | None, title: str | None) -> Head:
    """The head options, checked; raises :class:`typer.BadParameter` with what to write instead."""
    if title is not None and len(files) > 1:
        raise typer.BadParameter(f"a title is for one report, and {len(files)} files are given", param_hint="'--title'")
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError as error:
        message = f"{published!r} is no date; write it as 2025-12-08"
        raise typer.BadParameter(message, param_hint="'--published'") from error
    return Head(day, outlet, title)


def processes_for(files: int) -> int:
    """How many processes read a batch fastest: one for a few reports, else one a core. The records are the same."""
    return min(MOST_PROCESSES, os.cpu_count() or 1) if files >= MANY_FILES else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the user wants reports read; as :class:`dragoman.Reader` has it, besides ``processes`` and ``quiet``."""

    processes: int | None = None
    threads: int | None = None
    lexicons: Sequence[Path] = ()
    knowledge: Sequence[Path] = ()
    standing: bool = True
    quiet: bool = False

    def processes_for(self, files: int) -> int:
        """How many processes read so many files."""
        return min(self.processes or processes_for(files), files)

    def reader(self) -> Reader:
        """A reader that reads so; the language model is loaded at its first report."""
        from dragoman.reading.reader import Reader

        return Reader(lexicons=self.lexicons, knowledge=self.knowledge, standing=self.standing, threads=self.threads)

    def say(self, message: str) -> None:
        """A message to the user, unless quiet."""
        if not self.quiet:
            typer.echo(f"dragoman: {message}", err=True)


class Batch:
    """The files of one call. ``unread`` are the names of those that could not be read, known once all were tried."""

    def __init__(self, files: Sequence[str], head: Head, ways: Ways) -> None:
        self.files = files
        self.head = head
        self.ways = ways
        self.say = ways.say
        self.unread: list[str] = []
        self._input: bytes | None = None

    def records(self, *, bar: bool) -> Iterator[ReportRecord]:
        """The records in the order of the files; files that cannot be read are named in a message and left out.

        Args:
            bar: show progress if standard error is a terminal.
        """
        with progress(len(self.files), shown=bar and not self.ways.quiet) as advance:
            for result in self._results():
                advance()
                if isinstance(result, ReportError):
                    self.unread.append(result.name)
                    self.say(str(result))
                else:
                    yield result

    def _results(self) -> Iterator[ReportRecord | ReportError]:
        """Records and errors in the order of the files, which are opened only as they are needed."""
        order: deque[ReportRecord | ReportError | None] = deque()  # None where a report is being read

        def reports() -> Iterator[Report]:
            for file in self.files:
                for item in self._open(file):
                    if isinstance(item, (ReportRecord, ReportError)):
                        order.append(item)
                    else:
                        order.append(None)
                        yield item

        for result in self._read(reports()):
            while order and (ready := order.popleft()):
                yield ready
            yield result
        yield from (ready for ready in order if ready)

    def _open(self, file: str) -> Iterator[Report | ReportRecord | ReportError]:
        """What a file holds: one report, the records of a .jsonl file, or the error that opening it gave."""
        from dragoman.formats.jsonl import read_lines
        from dragoman.ingest import read_bytes, read_file

        head = self.head
        try:
            if file == STANDARD_INPUT:
                data = self._standard_input()
                yield read_bytes(
                    data, name="standard input", published=head.published, outlet=head.outlet, title=head.title
                )
            elif file.endswith(RECORDS) and Path(file).is_file():
                with Path(file).open(encoding="utf-8", errors="replace") as lines:
                    yield from read_lines(lines, file)
            else:
                yield read_file(file, published=head.published, outlet=head.outlet, title=head.title)
        except ReportError as error:
            yield error
        except OSError as error:
            yield ReportError(file, f"cannot be opened ({error.strerror or error}); check that the file may be read")

    def _standard_input(self) -> bytes:
        """All of standard input, which may be named twice."""
        if self._input is None:
            if sys.stdin.isatty():
                self.say("reading the report from the keyboard; end it with Ctrl-D on a line of its own")
            self._input = sys.stdin.buffer.read()
        return self._input

    def _read(self, reports: Iterator[Report]) -> Iterator[ReportRecord | ReportError]:
        """Records in the order of the reports. The language model is loaded only if there is a report to read."""
        first = next(reports, None)
        if first is None:
            return
        processes = self.ways.processes_for(len(self.files))
        yield from self.ways.reader().read_all(chain([first], reports), processes=processes)


@contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Callable[[], None]]:
    """A progress bar on standard error if that is a terminal; gives the function that moves it on by one file."""
    if not (shown and sys.stderr.isatty()):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading", total=total)
        yield lambda: progress.advance(task)
