"""The errors dragoman raises, as one tree.

DragomanError
├── ReportError      a report that cannot be read: empty, binary, too large, undecodable
├── LexiconError     a lexicon file that breaks the schema; lists every fault at once
├── JudgementError   a judgement that names one item twice or contradicts another
└── OptionError      an option with a value that is not allowed
"""

from __future__ import annotations

from collections.abc import Sequence


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


class LexiconError(DragomanError):
    """A lexicon file with faults.

    Attributes:
        source: the file.
        faults: one sentence each, every fault of the file.
    """

    def __init__(self, source: str, faults: Sequence[str]) -> None:
        self.source = source
        self.faults = tuple(faults)
        super().__init__(f"{source}: " + "; ".join(self.faults))

    def __reduce__(self) -> tuple[type[LexiconError], tuple[str, tuple[str, ...]]]:
        """Rebuilt from its facts, so that it survives the way back from a worker process."""
        return type(self), (self.source, self.faults)


class JudgementError(DragomanError):
    """A judgement that cannot be made; the text says why and what to undo."""


class OptionError(DragomanError):
    """An option with a value that is not allowed; the text says which values are."""
