"""The words of reports, to be searched: FTS5 in SQLite, tsvector in PostgreSQL. Filled by ``store/search.py``."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Makes the index. Reports kept before it are indexed when the casebook is next opened."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE passage USING fts5("
            "report UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        return
    op.execute(
        "CREATE TABLE passage ("
        "report VARCHAR(64) PRIMARY KEY REFERENCES report (id), title TEXT, body TEXT, words tsvector "
        "GENERATED ALWAYS AS (setweight(to_tsvector('english', coalesce(title, '')), 'A') "
        "|| to_tsvector('english', body)) STORED)"
    )
    op.execute("CREATE INDEX ix_passage_words ON passage USING gin (words)")


def downgrade() -> None:
    """Drops it."""
    op.drop_table("passage")
