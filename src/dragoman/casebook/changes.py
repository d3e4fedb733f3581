"""What was told otherwise later by those who had told it before: a course of events, or a word taken back unsaid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dragoman.casebook.accounts import Told
from dragoman.casebook.model import Change, Row, Value, Verdict

_CLASH = frozenset[Verdict](("differ", "contradict"))
# That it was to come and then has come to pass is a change too, although both may hold.
_OTHERWISE = {"time": _CLASH, "place": _CLASH, "numbers": _CLASH, "factuality": _CLASH | {"compatible"}}


def with_changes(row: Row, accounts: Sequence[Told], verdict_of: Callable[[Told, Told], Verdict]) -> Row:
    """A row with its changes: values that do not agree, the later report of the outlet or origin of the earlier.

    Args:
        row: of the accounts.
        accounts: of one event.
        verdict_of: the verdict on two accounts that the row was made with.
    """
    found: dict[tuple[Value, Value], Change] = {}
    for earlier, later in _in_turn(accounts):
        by = _same_teller(earlier, later)
        before, after = _value(row, earlier), _value(row, later)
        if by is None or before is None or after is None or before.values == after.values:
            continue
        beside = [told for told in accounts if told.telling.record == later.telling.record]
        if any(verdict_of(earlier, told) == "agree" for told in beside):
            continue  # told as before, and beside it otherwise by another
        if verdict_of(earlier, later) in _OTHERWISE[row.what]:
            found.setdefault((before, after), Change(earlier=before, later=after, by=by))
    return replace(row, changed=tuple(found.values())) if found else row


def _in_turn(accounts: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Pairs of accounts of which one came out before the other."""
    for one in accounts:
        for other in accounts:
            if one.published is not None and other.published is not None and one.published < other.published:
                yield one, other


def _same_teller(one: Told, other: Told) -> str | None:
    """The outlet or origin that two accounts share."""
    if one.origin_id == other.origin_id:
        return one.origin
    return one.outlet if one.outlet is not None and one.outlet == other.outlet else None


def _value(row: Row, told: Told) -> Value | None:
    """What a row has of an account, None where it is silent."""
    return next(
        (
            value
            for value in row.values
            if value.values and value.record == told.telling.record and told.mentions[0] in value.events
        ),
        None,
    )
