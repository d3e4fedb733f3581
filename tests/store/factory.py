"""Records and documents for a casebook, without a reader."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from alembic import command
from alembic.config import Config

import dragoman.store
from dragoman.store import Document
from tests.casebook.factory import Report


class Clock:
    """Tells a later minute each time."""

    def __init__(self):
        self.now = datetime(2031, 5, 4, tzinfo=UTC)

    def __call__(self):
        self.now += timedelta(minutes=1)
        return self.now


NAMES = ["Peter Otieno", "Grace Wanjiru", "Daniela Quispe", "Ana Flores"]


def talks(number, text="{one} met {other} in Lima."):
    """Record number so-and-so: two of four people meet."""
    one, other = NAMES[number % 4], NAMES[(number // 4 + number + 1) % 4]
    report = Report(f"{number:04x}{0:028x}", [text.format(one=one, other=other)], outlet=f"Wire {number % 3}")
    report.published = f"2031-05-{number % 28 + 1:02}"
    report.actor("a1", one).actor("a2", other)
    return report.event("e1", "CONSULT", 0, "met", "a1", "a2").record()


def document(record, name=None):
    """The document a record might have been read from."""
    return Document(name=name or f"{record.id}.txt", data=record.text.encode())


def downgrade(engine, revision):
    """Makes the tables what they were at an earlier revision."""
    config = Config()
    config.set_main_option("script_location", str(Path(dragoman.store.__file__).with_name("migrations")))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
