"""Doubts as an analyst meets them: what speaks for and against two events being one; which to settle first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from dragoman.casebook.judgements import Judgements
from dragoman.casebook.model import Case, CaseEvent, Doubt, Pointer


def most_useful_first(case: Case) -> list[tuple[Doubt, int]]:
    """The doubts of a case, each with the number of events it touches; most first, then those most likely to be one.

    A doubt on actors touches all events that either takes part in, one on events the two and those they deny.
    """
    involved: Counter[str] = Counter()
    for event in case.events:
        involved.update({*event.actors, *event.recipients})
        involved[event.id] = 1 + len(event.opposes)
    touched = [(doubt, involved[doubt.one] + involved[doubt.other]) for doubt in case.doubts]
    return sorted(touched, key=lambda item: (-item[1], -(item[0].score or 0), item[0].one, item[0].other))


def settled(doubt: Doubt, case_members: Callable[[str], tuple[Pointer, ...]], judgements: Judgements) -> bool:
    """Whether judgements made meanwhile have settled a doubt, by themselves or by what follows from them."""
    ours, theirs = case_members(doubt.one), case_members(doubt.other)
    same = any(not judgements.same_as(item).isdisjoint(theirs) for item in ours)
    return same or judgements.apart(ours, theirs) or judgements.settled(ours, theirs)


def for_and_against(
    one: CaseEvent, other: CaseEvent, name_of: Callable[[str], str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What speaks for and against two events being one, in clauses.

    Args:
        one: an event.
        other: another.
        name_of: name of a case actor.
    """
    sides = (("actors", "doing it"), ("recipients", "at the receiving end"))
    evidence, against = [], []
    for field, words in sides:
        ours, theirs = set(getattr(one, field)), set(getattr(other, field))
        if ours & theirs:
            evidence.append(f"{_names(ours & theirs, name_of)} {words} in both")
        elif ours and theirs:
            against.append(f"{_names(ours, name_of)} {words} in one, {_names(theirs, name_of)} in the other")
    for told, what in ((_day, ""), (lambda event: event.place, "in "), (lambda event: event.type, "as ")):
        ours_told, theirs_told = told(one), told(other)
        if ours_told and ours_told == theirs_told:
            evidence.append(f"both {what}{ours_told}")
        elif ours_told and theirs_told:
            against.append(f"{what}{ours_told} and {what}{theirs_told}")
    if set(one.statuses).isdisjoint(other.statuses):
        against.append(f"told as {', '.join(one.statuses)} and as {', '.join(other.statuses)}")
    both = {mention.record for mention in one.mentions} & {mention.record for mention in other.mentions}
    if both:
        against.append(f"{len(both)} report{'' if len(both) == 1 else 's'} tell{'s' if len(both) == 1 else ''} both")
    return tuple(evidence), tuple(against)


def _names(ids: set[str], name_of: Callable[[str], str]) -> str:
    return ", ".join(name_of(own) for own in sorted(ids))


def _day(event: CaseEvent) -> str | None:
    if event.start == event.end:
        return event.start and f"on {event.start}"
    return f"from {event.start or 'an unknown day'} to {event.end or 'an unknown day'}"
