"""The errors dragoman raises, as one tree.

DragomanError
├── ReportError      a report that cannot be read: empty, binary, too large, undecodable
├── TableError       a data file of the user's with faults; lists them
│   ├── LexiconError     a lexicon file that breaks the schema
│   └── KnowledgeError   a file of known actors that cannot be used
├── CaseError        a casebook that cannot be opened, or has not what is asked of it
├── JudgementError   a judgement that names one item twice or contradicts another
├── GradeError       a grade of the wrong scale, or on what cannot be graded so
└── OptionError      an option with a value that is not allowed
"""

from __future__ import annotations

from collections.abc import Sequence

_SHOWN = 20
"""Faults of a file that its error's text lists."""


class DragomanError(Exception):
    """Base of every error dragoman raises on purpose; its text is one sentence a user can act on."""


class ReportError(DragomanError):
    """A report that cannot be read.

    Attributes:
        name: the file or other name of the report, as the user gave it.
        reason: what is wrong, without the name.
    """

    def __init__(self, name: str, reason: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name}: {reason}")

    def __reduce__(self) -> tuple[type[ReportError], tuple[str, str]]:
        """Rebuilt from its facts, so that it survives the way back from a worker process."""
        return type(self), (self.name, self.reason)


class TableError(DragomanError):
    """A data file with faults.

    Attributes:
        source: the file.
        faults: one sentence each, every fault of the file; the text shows the first ones.
    """

    def __init__(self, source: str, faults: Sequence[str]) -> None:
        self.source = source
        self.faults = tuple(faults)
        rest = len(self.faults) - _SHOWN
        more = (f"and {rest} more",) if rest > 0 else ()
        super().__init__(f"{source}: " + "; ".join((*self.faults[:_SHOWN], *more)))

    def __reduce__(self) -> tuple[type[TableError], tuple[str, tuple[str, ...]]]:
        """Rebuilt from its facts, so that it survives the way back from a worker process."""
        return type(self), (self.source, self.faults)


class LexiconError(TableError):
    """A lexicon file that breaks the schema."""


class KnowledgeError(TableError):
    """A file of known actors that cannot be used."""


class CaseError(DragomanError):
    """A casebook that cannot be opened, or has not what is asked of it."""


class JudgementError(DragomanError):
    """A judgement that cannot be made; the text says why and what to undo."""


class GradeError(DragomanError):
    """A grade that cannot be given so."""


class OptionError(DragomanError):
    """An option with a value that is not allowed; the text says which values are."""
