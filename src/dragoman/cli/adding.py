"""`dragoman add`: files into a casebook, with progress and a sum at the end; one bad file never stops the rest."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.cli.options import Head, Ways
from dragoman.cli.reading import RECORDS, STANDARD_INPUT, progress
from dragoman.errors import ReportError
from dragoman.ingest.plain import file_bytes
from dragoman.store import Added, Casebook, Document, Failed


class Intake:
    """The files of one call. ``failed`` counts those that could not be read."""

    def __init__(self, book: Casebook, files: Sequence[str], head: Head, ways: Ways) -> None:
        head.check(files)
        self._book = book
        self._files = files
        self._head = head
        self._ways = ways
        self._say = ways.say
        self._counted: Counter[str] = Counter()

    @property
    def failed(self) -> int:
        """How many files could not be read."""
        return self._counted["failed"]

    def run(self) -> None:
        """Adds everything and says what became of it."""
        processes = self._ways.processes_for(len(self._files))
        texts = [file for file in self._files if not file.endswith(RECORDS)]
        with progress(len(self._files), shown=not self._ways.quiet) as advance:
            for file in self._files:
                if file.endswith(RECORDS):
                    for outcome in self._records(file):
                        self._tell(outcome)
                    advance()
            for outcome in self._book.add(self._documents(texts), self._ways.reader, processes=processes):
                self._tell(outcome)
                advance()
        self._say(
            f"{self._counted['new']} added, {self._counted['known']} there already, {self.failed} could not be read"
        )

    def _tell(self, outcome: Added | Failed) -> None:
        if isinstance(outcome, Failed):
            self._counted["failed"] += 1
            self._say(f"{outcome.name}: {outcome.reason}")
            return
        self._counted["new" if outcome.new else "known"] += 1
        if outcome.new:
            self._ways.doubt(outcome.name, self._book.record(outcome.report).text)
        if outcome.new and outcome.near:
            near = outcome.near[0]
            what = "a changed version of" if near.version else "nearly the text of"
            self._say(f"{outcome.name}: {what} {near.name} ({near.share:.0%})")

    def _documents(self, files: Sequence[str]) -> Iterator[Document]:
        """The files' bytes, opened as they are needed; one that cannot be opened is a failure of the casebook."""
        head = self._head
        for file in files:
            try:
                data = sys.stdin.buffer.read() if file == STANDARD_INPUT else file_bytes(file)
            except ReportError as error:
                self._tell(self._book.fail(file, error.reason))
            else:
                yield Document(name=file, data=data, published=head.published, outlet=head.outlet, title=head.title)

    def _records(self, file: str) -> Iterator[Added | Failed]:
        """The records of a .jsonl file; the line stands in for the bytes of the report."""
        from dragoman.formats.jsonl import read_lines

        try:
            with Path(file).open(encoding="utf-8", errors="replace") as lines:
                for record in read_lines(lines, file):
                    yield self._book.keep(record, Document(name=file, data=record.to_json().encode("utf-8", "replace")))
        except ReportError as error:
            yield self._book.fail(file, error.reason)
        except OSError as error:
            yield self._book.fail(
                file, f"cannot be opened ({error.strerror or error}); check that the file may be read"
            )
