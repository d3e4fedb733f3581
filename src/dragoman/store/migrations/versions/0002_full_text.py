"""The words of reports, to be searched: FTS5 in SQLite, tsvector in PostgreSQL. Filled by ``store/search.py``."""

import json
import re
import zlib

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the index, and takes in the reports that are there."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage USING fts5("
            "report UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        _fill()
        return
    op.execute(
        "CREATE TABLE passage ("
        "report VARCHAR(64) PRIMARY KEY REFERENCES report (id), title TEXT, body TEXT, words tsvector "
        "GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(title, '')), 'A') "
        "|| to_tsvector('english', body)) STORED)"
    )
    op.execute("CREATE INDEX ix_passage_words ON passage USING gin (words)")
    _fill()


def _fill() -> None:
    never = re.compile("[\\x00-\\x08\\ud800-\\udfff]")
    into = sa.text("INSERT INTO passage (report, title, body) VALUES (:report, :title, :body)")
    bind = op.get_bind()
    for (report,) in bind.execute(sa.text("SELECT id FROM report ORDER BY id")).all():
        packed = bind.execute(sa.text("SELECT record FROM report WHERE id = :id"), {"id": report}).scalar_one()
        record = json.loads(zlib.decompress(packed))
        words = {name: never.sub(" ", record[name] or "") for name in ("title", "text")}
        bind.execute(into, {"report": report, "title": words["title"], "body": words["text"]})


def downgrade() -> None:
    """Drops it."""
    op.drop_table("passage")
