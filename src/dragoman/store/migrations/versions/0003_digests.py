"""Digests of reports, marks of their texts in the place of MinHash bands, and the last case that was computed.

All three follow from the records. They are filled when they are needed first.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Makes the tables; drops the one that marks take the place of."""
    op.drop_table("signature")
    op.create_table(
        "digest",
        sa.Column("report", sa.String(64), sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("made_with", sa.String(64), nullable=False),
        sa.Column("sample", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("descriptions", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "mark",
        sa.Column("value", sa.BigInteger, primary_key=True),
        sa.Column("report", sa.String(64), sa.ForeignKey("report.id"), primary_key=True, index=True),
    )
    op.create_table(
        "computed",
        sa.Column("what", sa.String(20), primary_key=True),
        sa.Column("part", sa.String(20), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Drops them; the bands are lost, and with them nothing but that new reports find copies among the old."""
    for table in ("computed", "mark", "digest"):
        op.drop_table(table)
    op.create_table(
        "signature",
        sa.Column("report", sa.String(64), sa.ForeignKey("report.id"), primary_key=True),
        sa.Column("band", sa.Integer, primary_key=True),
        sa.Column("value", sa.BigInteger, nullable=False),
    )
    op.create_index("ix_signature_band_value", "signature", ["band", "value"])
