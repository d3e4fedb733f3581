"""Plain text to reports."""

from __future__ import annotations

import hashlib
from datetime import date
from os import PathLike
from pathlib import Path

from dragoman.errors import ReportError
from dragoman.ingest.decode import canonical, check_size, decode
from dragoman.ingest.layout import Layout, lay_out
from dragoman.ingest.report import Credit, Report
from dragoman.lexicon.outlets import Outlets, load_outlets

_NAMELESS = "text"  # what an error calls a report that has no name


def read_file(
    path: str | PathLike[str],
    *,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Report:
    """The report in a file of plain text; the options as in :func:`read_text`.

    Raises:
        ReportError: the file cannot be opened, is too large, or holds no text.
    """
    return read_bytes(file_bytes(path), name=str(path), published=published, outlet=outlet, title=title)


def file_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of a file that is small enough to be a report.

    Raises:
        ReportError: the file cannot be opened or is too large.
    """
    name = str(path)
    try:
        check_size(Path(path).stat().st_size, name)
        return Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ReportError(name, "no such file; check the path") from error
    except IsADirectoryError as error:
        raise ReportError(name, "is a folder, not a file; name the files in it") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReportError(name, f"cannot be opened ({reason}); check that the file may be read") from error


def read_bytes(
    data: bytes,
    *,
    name: str,
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Report:
    """The report in the bytes of a plain-text file; the options as in :func:`read_text`.

    Raises:
        ReportError: the bytes are too many, none, or no text.
    """
    text = decode(data, name)
    return _report(text, hashlib.sha256(data).hexdigest(), name, published, outlet, title)


def read_text(
    text: str,
    *,
    name: str = "",
    published: date | None = None,
    outlet: str | None = None,
    title: str | None = None,
) -> Report:
    """The report in a text.

    Args:
        text: what was published, head matter and all.
        name: what errors and the report call it: a path or an address.
        published: the publication date; overrides what the text says.
        outlet: who published it; overrides what the text says.
        title: its title; overrides what the text says. One that does not stand in the text is not added to it.

    Raises:
        ReportError: the text is too long or holds nothing but white space.
    """
    data = text.encode("utf-8", "surrogatepass")
    check_size(len(data), name or _NAMELESS)
    return _report(text, hashlib.sha256(data).hexdigest(), name, published, outlet, title)


def _report(raw: str, digest: str, name: str, published: date | None, outlet: str | None, title: str | None) -> Report:
    """The report of decoded text, with the options over the text's own evidence."""
    text = canonical(raw)
    if not text.strip():
        raise ReportError(name or _NAMELESS, "is empty; a report needs some text")
    outlets = load_outlets()
    title = (title or "").strip() or None
    layout = lay_out(text, outlets, title)
    outlet = (outlet or "").strip() or _outlet(layout)
    days = layout.days or layout.late_days
    published = published or (days[0] if days else None)
    if title is None and layout.titles:
        # A headline given twice stands a second time without the place before its colon.
        start, end = (
            min(layout.titles[:2], key=lambda span: span[1] - span[0]) if _repeated(text, layout) else layout.titles[0]
        )
        title = text[start:end].strip()
    identity = "\0".join((text, outlet or "", published.isoformat() if published else ""))
    return Report(
        id=hashlib.blake2b(identity.encode(), digest_size=16).hexdigest(),
        name=name,
        text=text,
        title=title,
        outlet=outlet,
        published=published,
        segments=tuple(layout.segments),
        credits=_credits(layout, outlet, outlets),
        raw_sha256=digest,
    )


def _repeated(text: str, layout: Layout) -> bool:
    """Whether the first two title lines are one headline."""
    if len(layout.titles) < 2:
        return False
    first, second = (" ".join(text[start:end].split()).casefold() for start, end in layout.titles[:2])
    return first.endswith(second) or second.endswith(first)


def _outlet(layout: Layout) -> str | None:
    """The report's own outlet by its head matter: one it names, else the one agency of its dateline."""
    if layout.outlets:
        return layout.outlets[0].name
    wires = {named.name for named in layout.wires if not named.generic}
    return wires.pop() if len(wires) == 1 else None


def _credits(layout: Layout, outlet: str | None, outlets: Outlets) -> tuple[Credit, ...]:
    """The outlets a report was taken from, each once, in text order, without its own."""
    credits: list[Credit] = []
    for named in sorted([*layout.wires, *layout.taken_from], key=lambda one: one.start):
        if (outlet is None or not outlets.same(named.name, outlet)) and not any(
            outlets.same(named.name, one.name) for one in credits
        ):
            credits.append(Credit(named.name, named.start, named.end, named.generic))
    return tuple(credits)
