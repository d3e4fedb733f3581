"""One analyst's casebook on disk: reports, their records and judgements, in SQLite or PostgreSQL."""

from dragoman.store.book import Casebook
from dragoman.store.health import back_up, faults, put_back
from dragoman.store.items import Added, Document, Failed, Found, Held, NearReport, StoredGrade, StoredJudgement

__all__ = [
    "Added",
    "Casebook",
    "Document",
    "Failed",
    "Found",
    "Held",
    "NearReport",
    "StoredGrade",
    "StoredJudgement",
    "back_up",
    "faults",
    "put_back",
]
