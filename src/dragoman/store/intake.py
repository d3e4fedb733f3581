"""Documents into a casebook: what is there already is not read again, and one that cannot be read stops nothing."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.errors import ReportError
from dragoman.ingest import read_bytes
from dragoman.store.items import Added, Document, Failed

if TYPE_CHECKING:
    from dragoman.ingest import Report
    from dragoman.reading.reader import Reader
    from dragoman.store.book import Casebook


def take_in(
    book: Casebook, documents: Iterable[Document], reader: Callable[[], Reader], *, processes: int
) -> Iterator[Added | Failed]:
    """What becomes of each document; see :meth:`dragoman.store.Casebook.add`."""
    waiting: deque[Document] = deque()
    settled: deque[Added | Failed] = deque()

    def unread() -> Iterator[Report]:
        for document in documents:
            outcome = _prepare(book, document)
            if isinstance(outcome, (Added, Failed)):
                settled.append(outcome)
            else:
                waiting.append(document)
                yield outcome

    reports = unread()
    first = next(reports, None)
    results = reader().read_all(chain([first], reports), processes=processes) if first else iter(())
    for result in results:
        while settled:
            yield settled.popleft()
        document = waiting.popleft()
        if isinstance(result, ReportError):
            yield book.fail(document.name, result.reason)
        else:
            yield book.keep(result, document)
    yield from settled


def _prepare(book: Casebook, document: Document) -> Report | Added | Failed:
    """A document's report if it is to be read; else what became of it."""
    try:
        report = read_bytes(
            document.data,
            name=document.name,
            published=document.published,
            outlet=document.outlet,
            title=document.title,
        )
    except ReportError as error:
        return book.fail(document.name, error.reason)
    return book.known(document.name, report.id) if book.has(report.id) else report
