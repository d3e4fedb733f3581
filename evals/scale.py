"""Cost of a large case: adding a report early and late, linking all of them, and a command after that.

The reports are a synthetic mix (``mixing.py``) of records read from the free texts of ``batch.py`` and, where it is at
hand, PolNeAR. They are added through the casebook as any record is. add_ms_early and add_ms_late: the median of 500
reports added to a case of 1,000, and of the last 500 of this one, in turns; late_to_early: the second by the first.
link_s and link_mb: the first case of all reports in a fresh process, and the most its process tree held at once.
again_s: ``Casebook.case`` in a fresh process when nothing has changed. after_one_s: when one report has come in.
events_s: the command ``dragoman events --json``, nothing changed. case_mb: the casebook's file. The records are read
once and kept in evals/out.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy.orm import Session

from dragoman.record import ReportRecord
from dragoman.store import Casebook, Document
from dragoman.store.reports import NewReport
from evals import polnear
from evals.batch import batch_of_texts
from evals.mixing import READ_ON, mix
from evals.speed import MEGABYTE, _watched

EARLY = 1000
SPAN = 500  # reports whose median counts
_AT_ONCE = 100
KEPT = Path(__file__).parent / "out" / "scale-records.jsonl"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How large, and where."""
    parser.add_argument("--size", type=int, default=EARLY, help="reports of the case (1000, 10000, 100000)")
    parser.add_argument("--case", type=Path, help="an SQLite file to fill and leave there, or to go on with")


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """The figures; 100,000 reports take an hour."""
    with ExitStack() as stack:
        where = arguments.case or Path(stack.enter_context(TemporaryDirectory())) / "case.dragoman"
        figures: dict[str, float] = {"reports": arguments.size}
        figures |= fill(where, partial(mix, templates(arguments.corpora), arguments.size), arguments.size)
        (seconds, sizes), memory = _watched(_link, where)
        figures |= {"link_s": seconds, "link_mb": memory / MEGABYTE, **sizes}
        (figures["again_s"], _), _ = _watched(_link, where)
        figures["events_s"] = command("events", where)
        add_one(where)
        (figures["after_one_s"], _), _ = _watched(_link, where)
        figures["case_mb"] = where.stat().st_size / MEGABYTE
        return figures


def templates(corpora: Path) -> list[ReportRecord]:
    """The records the mix is made of, read once for each version of the reader."""
    from dragoman import Reader
    from dragoman.ingest import read_text

    reader = Reader()
    if KEPT.exists():
        records = [ReportRecord.model_validate_json(line) for line in KEPT.open(encoding="utf-8")]
        if records and records[0].made_by == reader.made_by:
            return records
    texts = batch_of_texts(corpora)
    articles = corpora / "polnear" / "cofenet-valid.jsonl"
    texts += [article.text for article in polnear.load(articles)] if articles.exists() else []
    read = list(reader.read_all([read_text(text, published=READ_ON) for text in texts], processes=2))
    records = [record for record in read if isinstance(record, ReportRecord)]
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    KEPT.write_text("".join(f"{record.to_json()}\n" for record in records), "utf-8")
    return records


def fill(where: Path, records: Callable[[], Iterator[ReportRecord]], size: int) -> dict[str, float]:
    """Adds the records, but for those that are there already; the cost of adding one to a small case and to this one.

    The last go in one by one, each beside one that goes into a case of ``EARLY`` reports, so that whatever else runs
    weighs on both; those before them by the same way, but a hundred to a transaction.
    """
    with (
        TemporaryDirectory() as folder,
        Casebook.open(Path(folder) / "small.dragoman", create=True) as small,
        Casebook.open(where, create=True) as large,
    ):
        there = len(large.reports())
        late, early = islice(records(), there, size), records()
        _insert(large, islice(late, max(0, size - SPAN - there)))
        if size - there < SPAN:
            return {}
        _insert(small, islice(early, EARLY))
        pairs = [(_seconds(small, one), _seconds(large, other)) for one, other in zip(early, late, strict=False)]
    first, last = (1000 * statistics.median(column) for column in zip(*pairs, strict=True))
    return {"add_ms_early": first, "add_ms_late": last, "late_to_early": last / first}


def _insert(book: Casebook, records: Iterator[ReportRecord]) -> None:
    while some := [*islice(records, _AT_ONCE)]:
        with Session(book.engine) as session, session.begin():
            for record in some:
                NewReport(record, _document(record), datetime.now(UTC)).insert(session)


def _seconds(book: Casebook, record: ReportRecord) -> float:
    began = time.perf_counter()
    book.keep(record, _document(record))
    return time.perf_counter() - began


def _document(record: ReportRecord) -> Document:
    return Document(name=f"{record.id[:12]}.txt", data=record.text.encode())


def add_one(where: Path) -> None:
    """One more report: the last one's text a day later, by another outlet."""
    with Casebook.open(where) as book:
        last = book.record(book.reports()[-1].id)
        later = (timedelta(days=1) + _day(last)).isoformat()
        fresh = last.model_copy(update={"id": last.id[::-1], "outlet": "Another Daily", "published": later})
        book.keep(fresh, Document(name="fresh.txt", data=fresh.text.encode()))


def _day(record: ReportRecord) -> date:
    return date.fromisoformat(record.published or READ_ON.isoformat())


def _link(where: Path, results: Any) -> None:
    began = time.perf_counter()
    with Casebook.open(where) as book:
        case = book.case()
    seconds = time.perf_counter() - began
    sizes = {"actors": len(case.actors), "events": len(case.events), "doubts": len(case.doubts)}
    results.put((seconds, sizes))


def command(name: str, where: Path) -> float:
    """Seconds of a command of the casebook."""
    began = time.perf_counter()
    call = [sys.executable, "-c", "from dragoman.cli.main import main; main()", name, "--json", "--case", str(where)]
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began
