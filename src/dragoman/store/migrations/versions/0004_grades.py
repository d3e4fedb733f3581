"""Grades of outlets, sources and claims."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Makes the table."""
    op.create_table(
        "grade",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("what", sa.String(10), nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("record", sa.String(64)),
        sa.Column("item", sa.String(20)),
        sa.Column("value", sa.String(1), nullable=False),
        sa.Column("since", sa.String(10)),
        sa.Column("by", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("why", sa.Text, nullable=False),
        sa.Column("undone", sa.DateTime(timezone=True)),
    )


def downgrade() -> None:
    """Drops it."""
    op.drop_table("grade")
