"""What holds for a process that is ours alone: that of the command line, and each worker process of a batch."""

from __future__ import annotations

import gc

_COLLECT_AFTER = 10_000  # objects; Python's own choice is 700


def collect_seldom() -> None:
    """Let Python's garbage collector look for cycles less often; not for a process in which others' code runs.

    Loading makes more than a hundred thousand objects that all stay; most that a record is made of go by themselves.
    """
    gc.set_threshold(_COLLECT_AFTER)


def keep_what_is_loaded() -> None:
    """Take all that is held now out of the collector's sight; for a process like that, once everything is loaded."""
    gc.collect()
    gc.freeze()
