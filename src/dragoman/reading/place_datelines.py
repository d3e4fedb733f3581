"""The places a report's datelines name: "COLUMBUS, Ohio (AP)", "WASHINGTON/CAIRO, March 3".

A dateline is head matter, set apart from the prose before it is parsed. It says where the report was filed, and by that
which of several namesakes the text is likely to mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.ingest.dates import read_date
from dragoman.ingest.report import Report

# What ends the places of a dateline: the agency in brackets or a dash.
_END = re.compile(r"[(\[–—:]|--|\s-(?=\s|$)|-$")
_PART = re.compile(r"[^,/]+")


@dataclass(frozen=True, slots=True)
class DatedPlace:
    """A name in a dateline at code points ``[start, end)`` of the report's text."""

    name: str
    start: int
    end: int


def dated_places(report: Report | None) -> list[list[DatedPlace]]:
    """The places of all datelines in text order, each with what the dateline says it lies in after it.

    Args:
        report: as ingest leaves it; None for a passage without head matter.
    """
    found: list[list[DatedPlace]] = []
    for segment in report.segments if report is not None else ():
        if report is not None and segment.kind in ("date", "agency"):
            found += _places(report.text, segment.start, segment.end)
    return found


def _places(text: str, start: int, end: int) -> list[list[DatedPlace]]:
    stop = _END.search(text, start, end)
    found: list[list[DatedPlace]] = []
    for part in _PART.finditer(text, start, stop.start() if stop is not None else end):
        name = part[0].strip()
        at = part.start() + part[0].index(name)
        if not name or any(sign.isdigit() for sign in name) or read_date(text, at) is not None:
            break
        place = DatedPlace(name, at, at + len(name))
        if found and text[part.start() - 1] == ",":
            found[-1].append(place)
        else:
            found.append([place])
    return found
