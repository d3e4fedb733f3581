"""Files to records for the commands: progress and messages on standard error; one bad file never stops the rest."""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.cli.options import Head, Ways
from dragoman.errors import ReportError
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from collections.abc import Callable

    from dragoman.ingest import Report

STANDARD_INPUT = "-"
RECORDS = ".jsonl"  # how files of records end


class Batch:
    """The files of one call. ``unread`` are the names of those that could not be read, known once all were tried.

    Raises:
        typer.BadParameter: one title is given for several files.
    """

    def __init__(self, files: Sequence[str], head: Head, ways: Ways) -> None:
        head.check(files)
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
                        self.ways.doubt(item.name, item.text)
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
