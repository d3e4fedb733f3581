"""Full-text search over the reports of a casebook, with what its database offers."""

from __future__ import annotations

import re

from sqlalchemy import text
from sqlalchemy.orm import Session

from dragoman.errors import CaseError
from dragoman.record import ReportRecord
from dragoman.store.items import Found

_START, _END = "\x02", "\x03"  # around a hit in a passage; in no text that ingest lets through
_WORDS = 24  # of a passage
_NEVER = re.compile("[\x00-\x08\ud800-\udfff]")  # in a report's text, and not to be said to a database
_LIKE = re.compile("[%_!]")  # what means something to LIKE
_TERM = re.compile(r'"([^"]+)"|(\S+)')

_ASKED = (
    "AND (CAST(:outlet AS TEXT) IS NULL OR lower(report.outlet) LIKE :outlet ESCAPE '!') "
    "AND (CAST(:since AS TEXT) IS NULL OR substr(report.published, 1, length(CAST(:since AS TEXT))) >= :since) "
    "AND (CAST(:until AS TEXT) IS NULL OR substr(report.published, 1, length(CAST(:until AS TEXT))) <= :until) "
)
_SQLITE = text(
    "SELECT passage.report, snippet(passage, 2, :start, :end, '…', :words) AS shown FROM passage "
    "JOIN report ON report.id = passage.report AND report.removed IS NULL "
    f"WHERE passage MATCH :wanted {_ASKED}ORDER BY rank, passage.report LIMIT :most"
)
_POSTGRESQL = text(
    "SELECT passage.report, ts_headline('english', passage.body, wanted, :options) AS shown "
    "FROM passage JOIN report ON report.id = passage.report AND report.removed IS NULL, "
    "websearch_to_tsquery('english', :wanted) AS wanted "
    f"WHERE passage.words @@ wanted {_ASKED}ORDER BY ts_rank(passage.words, wanted) DESC, passage.report LIMIT :most"
)


def index(session: Session, record: ReportRecord) -> None:
    """Takes the words of a report in."""
    session.execute(
        text("INSERT INTO passage (report, title, body) VALUES (:report, :title, :body)"),
        {"report": record.id, "title": _NEVER.sub(" ", record.title or ""), "body": _NEVER.sub(" ", record.text)},
    )


def find(
    session: Session,
    query: str,
    most: int,
    *,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Found]:
    """Reports that have all words of a query, the best first; words in double quotes stand together.

    Args:
        session: of the casebook.
        query: words as a user types them; nothing in it is an operator but double quotes.
        most: how many.
        outlet: part of the name of who published them, in whatever case.
        since: the first day of publication, or its month or year, ISO.
        until: the last, likewise.

    Raises:
        CaseError: there is no word in the query.
    """
    terms = [phrase or word for phrase, word in _TERM.findall(_NEVER.sub(" ", query))]
    terms = [term for term in terms if re.search(r"\w", term)]
    if not terms:
        raise CaseError(f"there is no word to look for in {query!r}; type words, and phrases in double quotes")
    wanted = " ".join('"' + term.replace('"', " ") + '"' for term in terms)
    asked = {
        "wanted": wanted,
        "most": most,
        "outlet": "%" + _LIKE.sub(r"!\g<0>", _NEVER.sub(" ", outlet).lower()) + "%" if outlet else None,
        "since": since,
        "until": until,
    }
    if session.get_bind().dialect.name == "sqlite":
        rows = session.execute(_SQLITE, {**asked, "start": _START, "end": _END, "words": _WORDS})
    else:
        options = f"StartSel={_START}, StopSel={_END}, MaxWords={_WORDS}, MinWords=10, MaxFragments=1"
        rows = session.execute(_POSTGRESQL, {**asked, "options": options})
    return [_found(report, shown) for report, shown in rows]


def _found(report: str, shown: str) -> Found:
    """A passage with its hits as offsets into it."""
    passage, hits, start = "", [], 0
    for piece in re.split(f"([{_START}{_END}])", " ".join(shown.split())):
        if piece == _START:
            start = len(passage)
        elif piece == _END:
            hits.append((start, len(passage)))
        else:
            passage += piece
    return Found(report=report, passage=passage, hits=tuple(hits))
