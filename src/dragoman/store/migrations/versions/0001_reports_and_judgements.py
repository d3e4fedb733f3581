"""Reports, their nearness, failures and judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes the first tables."""
    op.create_table(
        "report",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("raw_sha256", sa.String(64), nullable=False, index=True),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("record", sa.LargeBinary, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("published", sa.String(10), index=True),
        sa.Column("title", sa.Text),
        sa.Column("added", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed", sa.DateTime(timezone=True)),
        sa.Column("why_removed", sa.Text),
    )
    op.create_table(
        "signature",
        sa.Column("report", sa.String(64), sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("band", sa.Integer, primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_signature_band_value", "signature", ["band", "value"])
    op.create_table(
        "near",
        sa.Column("one", sa.String(64), sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("other", sa.String(64), sa.ForeignKey("report.id"), primary_key=True, index=True),
        sa.Column("share", sa.Float, nullable=False),
    )
    op.create_table(
        "failure",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False, index=True),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mended", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("one_record", sa.String(64), nullable=False),
        sa.Column("one_item", sa.String(20), nullable=False),
        sa.Column("other_record", sa.String(64), nullable=False),
        sa.Column("other_item", sa.String(20), nullable=False),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text),
        sa.Column("undone", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    """Drops them."""
    for table in ("judgement", "failure", "near", "signature", "report"):
        op.drop_table(table)
