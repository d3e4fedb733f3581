"""The same reports read again must give the same bytes: in another order, in other processes, by another reader.

Figures: reports compared, ways compared, and ``failures``: records that differed.
"""

from __future__ import annotations

import argparse

from evals.batch import batch_of_texts

REPORTS = 40


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """How many records differed over all ways of reading them."""
    from dragoman import Reader
    from dragoman.ingest import read_text

    texts = batch_of_texts(arguments.corpora)
    reports = [read_text(text) for text in texts[:: max(1, len(texts) // REPORTS)]]
    reader = Reader()
    first = [reader.read_report(report).to_json() for report in reports]
    ways = {
        "again": [reader.read_report(report).to_json() for report in reports],
        "backwards": [reader.read_report(report).to_json() for report in reversed(reports)][::-1],
        "one thread": [record.to_json() for record in Reader(threads=1).read_all(reports)],
        "two processes": [record.to_json() for record in reader.read_all(reports, processes=2)],
        "three processes": [record.to_json() for record in reader.read_all(reports, processes=3)],
    }
    if reader.made_by != Reader().made_by:
        print("the sources or the lexicon changed while this ran: run it again")
    failures = 0
    for way, records in ways.items():
        different = [report.id for report, one, other in zip(reports, first, records, strict=True) if one != other]
        failures += len(different)
        if different:
            print(f"{way}: {len(different)} records differ, the first is {different[0]}")
    return {"reports": len(reports), "ways": len(ways), "failures": failures}
