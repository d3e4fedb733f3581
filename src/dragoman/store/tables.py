"""The tables. Reports and judgements are kept; the case is a function of them and is computed.

Digests, marks and what was computed last are stored to spare work: without them everything is the same, only later.

Changed only together with a migration in ``migrations/versions``.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, DateTime, Float, ForeignKey, LargeBinary, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

ID_LENGTH = 64  # of a report's id and of a SHA-256 digest, in hexadecimal digits


class Base(DeclarativeBase):
    """The tables' registry."""


class ReportRow(Base):
    """A report with its record and the bytes it was read from.

    ``raw`` and ``record`` (JSON) are compressed. ``removed`` marks a report taken out of the case; it stays here.
    """

    __tablename__ = "report"

    id: Mapped[str] = mapped_column(String(ID_LENGTH), primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    raw_sha256: Mapped[str] = mapped_column(String(ID_LENGTH), index=True)
    raw: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    record: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    outlet: Mapped[str | None] = mapped_column(Text)
    published: Mapped[str | None] = mapped_column(String(10), index=True)
    title: Mapped[str | None] = mapped_column(Text)
    added: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    removed: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
    why_removed: Mapped[str | None] = mapped_column(Text)


class DigestRow(Base):
    """What linking needs of a report, compressed JSON; made again where ``made_with`` is not this program's.

    ``sample`` is of its text: 32-bit numbers in the machine's order. ``descriptions`` are its actors without names.
    """

    __tablename__ = "digest"

    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    made_with: Mapped[str] = mapped_column(String(ID_LENGTH))
    sample: Mapped[bytes] = mapped_column(LargeBinary)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    descriptions: Mapped[bytes] = mapped_column(LargeBinary)


class MarkRow(Base):
    """One mark of a report's text; reports of nearly the same text have marks in common."""

    __tablename__ = "mark"

    value: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    report: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True, index=True)


class ComputedRow(Base):
    """Some items of what was computed last, compressed JSON. ``key`` says from what; never the truth."""

    __tablename__ = "computed"

    what: Mapped[str] = mapped_column(String(20), primary_key=True)
    part: Mapped[str] = mapped_column(String(20), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(ID_LENGTH))
    body: Mapped[bytes] = mapped_column(LargeBinary)


class NearRow(Base):
    """Two reports of nearly the same text; ``one`` < ``other``. ``share`` is the estimated share of common shingles."""

    __tablename__ = "near"

    one: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True)
    other: Mapped[str] = mapped_column(ForeignKey("report.id"), primary_key=True, index=True)
    share: Mapped[float] = mapped_column(Float)


class FailureRow(Base):
    """A file that could not be read, and why. ``mended`` is when it could be after all."""

    __tablename__ = "failure"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text, index=True)
    reason: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    mended: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class JudgementRow(Base):
    """What the analyst held of two items, by whom, when and why, and when it was undone."""

    __tablename__ = "judgement"

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(10))
    verdict: Mapped[str] = mapped_column(String(10))
    one_record: Mapped[str] = mapped_column(String(ID_LENGTH))
    one_item: Mapped[str] = mapped_column(String(20))
    other_record: Mapped[str] = mapped_column(String(ID_LENGTH))
    other_item: Mapped[str] = mapped_column(String(20))
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    why: Mapped[str | None] = mapped_column(Text)
    undone: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))


class GradeRow(Base):
    """A grade of an outlet (``outlet``), or of a source or claim (``record`` and ``item``), with its history.

    ``since`` is the day of publication from which it holds. Rows are never changed but for ``undone``.
    """

    __tablename__ = "grade"

    id: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[str] = mapped_column(String(10))
    outlet: Mapped[str | None] = mapped_column(Text)
    record: Mapped[str | None] = mapped_column(String(ID_LENGTH))
    item: Mapped[str | None] = mapped_column(String(20))
    value: Mapped[str] = mapped_column(String(1))
    since: Mapped[str | None] = mapped_column(String(10))
    by: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    why: Mapped[str] = mapped_column(Text)
    undone: Mapped[datetime | None] = mapped_column(DateTime(timezone=True))
