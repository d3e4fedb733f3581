"""One event's tellings side by side: what agrees, what may both hold, what differs, what cannot both be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dragoman.casebook.model import Row, Value, Verdict
from dragoman.casebook.tellings import Telling, places_agree
from dragoman.casebook.windows import overlap, to_iso

GRAVITY: tuple[Verdict, ...] = ("silent", "only", "agree", "compatible", "differ", "contradict")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_REAL = frozenset(("asserted", "ongoing", "historical"))


def gravest(verdicts: Sequence[Verdict]) -> Verdict:
    """The gravest of several verdicts; "silent" of none."""
    return max(verdicts, key=GRAVITY.index, default="silent")


def rows_of(
    tellings: Sequence[Telling], names: Mapping[str, str], origins: Mapping[str, tuple[str, ...]]
) -> tuple[Row, ...]:
    """The rows of one event told by two reports or more.

    Args:
        tellings: of the event, one a report, in the order to show.
        names: name of every case actor.
        origins: names of the origins each report's telling rests on.
    """
    return (
        _type_row(tellings),
        participants_row(tellings, names),
        _time_row(tellings),
        _place_row(tellings),
        _factuality_row(tellings),
        _origin_row(tellings, origins),
    )


def _values(tellings: Sequence[Telling], of: Callable[[Telling], Sequence[str]]) -> tuple[Value, ...]:
    return tuple(Value(record=t.record, values=tuple(of(t)), events=t.mentions) for t in tellings)


def _pairwise(items: Sequence[Telling], verdict_of: Callable[[Telling, Telling], Verdict]) -> Verdict:
    """The gravest verdict of all pairs; "silent" pairs count only if there is no other."""
    verdicts = [verdict_of(a, b) for index, a in enumerate(items) for b in items[index + 1 :]]
    spoken = [verdict for verdict in verdicts if verdict != "silent"]
    return gravest(spoken) if spoken else "silent"


def _type_row(tellings: Sequence[Telling]) -> Row:
    kinds = {t.type for t in tellings}
    verdict: Verdict = "agree" if len(kinds) == 1 else "compatible"
    values = _values(tellings, lambda t: (t.type, *sorted(t.modes)))
    said = "All call it " + kinds.copy().pop() if len(kinds) == 1 else "Told as " + " and as ".join(sorted(kinds))
    return Row(
        what="type", verdict=verdict, values=values, shared=tuple(kinds) if len(kinds) == 1 else (), sentence=said + "."
    )


def participants_row(tellings: Sequence[Telling], names: Mapping[str, str]) -> Row:
    """Who is there: a state and its head, a group and its leader count as one.

    "agree" if every party one report names is in all others; "compatible" if each adds somebody. People named
    beside the parties count where all reports name them.
    """
    parties = [t.parties for t in tellings]
    everybody = [t.parties | t.present for t in tellings]
    shared = frozenset.intersection(*everybody)
    unmatched: list[tuple[str, ...]] = []
    for t, own in zip(tellings, parties, strict=True):
        others = [other for other in tellings if other is not t]
        unmatched.append(tuple(sorted(x for x in own if not all(_stands_in(t, x, other) for other in others))))
    lacking = sum(1 for extra in unmatched if extra)
    verdict: Verdict = "agree" if lacking < 2 else "compatible" if shared else "differ"
    told = f"All name {_list(sorted(names[x] for x in shared))}" if shared else "No actor is named by all"
    only = [f"only one adds {_list([names[x] for x in extra])}" for extra in unmatched if extra]
    one_side = sorted({pair for a in tellings for b in tellings if a is not b for pair in _one_side(a, b, names)})
    values = _values(tellings, lambda t: sorted(names[x] for x in t.parties | (t.present & shared)))
    return Row(
        what="participants",
        verdict=verdict,
        values=values,
        shared=tuple(sorted(shared)),
        sentence="; ".join([told, *one_side, *only]) + ".",
    )


def _stands_in(t: Telling, own: str, other: Telling) -> bool:
    """Whether an actor, or one it stands for, is in another telling."""
    identity = t.identities[own]
    return any(not identity.isdisjoint(other.identities[x]) for x in other.parties | other.present)


def _one_side(a: Telling, b: Telling, names: Mapping[str, str]) -> list[str]:
    """Who of one telling is another's party under another name: "Abdel Fattah el-Sissi and Egypt count as one side"."""
    pairs = [
        sorted((names[x], names[y]))
        for x in a.parties - b.parties
        for y in b.parties - a.parties
        if not a.identities[x].isdisjoint(b.identities[y])
    ]
    return [f"{one} and {other} count as one side" for one, other in pairs]


def _time_row(tellings: Sequence[Telling]) -> Row:
    def verdict_of(a: Telling, b: Telling) -> Verdict:
        found = overlap(a.window, b.window)
        if found == "unknown":
            return "silent"
        return {"equal": "agree", "overlap": "compatible", "disjoint": "contradict"}[found]  # type: ignore[return-value]

    def shown(t: Telling) -> tuple[str, ...]:
        start, end = to_iso(t.window)
        if t.window.weekday:
            return (_WEEKDAYS[t.window.weekday - 1],)
        return () if start is None and end is None else (start or "…",) if start == end else (start or "…", end or "…")

    verdict = _pairwise(tellings, verdict_of)
    said = {
        "agree": "The same time.",
        "compatible": "One time includes the other, or they overlap.",
        "contradict": "The times exclude each other.",
        "silent": "Not all give a time that can be compared.",
    }[verdict]
    return Row(what="time", verdict=verdict, values=_values(tellings, shown), shared=(), sentence=said)


def _place_row(tellings: Sequence[Telling]) -> Row:
    def verdict_of(a: Telling, b: Telling) -> Verdict:
        found = places_agree(a.place, b.place)
        return {"same": "agree", "within": "compatible", "two": "differ", "unknown": "silent"}[found]  # type: ignore[return-value]

    verdict = _pairwise(tellings, verdict_of)
    named = sorted({t.place.name for t in tellings if t.place})
    shared = tuple(named[:1]) if verdict == "agree" else ()
    said = {
        "agree": f"In {_list(named[:1])}.",
        "compatible": f"{_list(named)}: one may lie within the other.",
        "differ": f"{_list(named)} are two places.",
        "silent": f"Only some give a place: {_list(named)}." if named else "No place is given.",
    }[verdict]
    values = _values(tellings, lambda t: (t.place.name,) if t.place else ())
    return Row(what="place", verdict=verdict, values=values, shared=shared, sentence=said)


def _factuality_row(tellings: Sequence[Telling]) -> Row:
    def verdict_of(a: Telling, b: Telling) -> Verdict:
        one, two = set(a.statuses), set(b.statuses)
        if one & two:
            return "agree"
        if "negated" in one | two:
            return "contradict"
        # Announced in one report, done in the other; or done in one and going on in the other.
        return "compatible" if one | two <= _REAL | {"future"} else "differ"

    verdict = _pairwise(tellings, verdict_of)
    shared = tuple(sorted(set.intersection(*(set(t.statuses) for t in tellings))))
    kinds = sorted({status for t in tellings for status in t.statuses})
    said = f"All tell it as {_list(list(shared))}." if shared else f"Told as {_list(kinds)}."
    return Row(
        what="factuality", verdict=verdict, values=_values(tellings, lambda t: t.statuses), shared=shared, sentence=said
    )


def _origin_row(tellings: Sequence[Telling], origins: Mapping[str, tuple[str, ...]]) -> Row:
    sets = [set(origins.get(t.record, ())) for t in tellings]
    shared = tuple(sorted(set.intersection(*sets)))
    verdict: Verdict = "silent" if not all(sets) else "agree" if all(own == sets[0] for own in sets) else "differ"
    said = {
        "agree": "They rest on the same word.",
        "differ": "They rest on different words: " + "; ".join(_list(sorted(own)) for own in sets) + ".",
        "silent": "Not all say whose word it is.",
    }[verdict]
    return Row(
        what="origin", verdict=verdict, values=_values(tellings, lambda t: sorted(origins.get(t.record, ()))),
        shared=shared, sentence=said,
    )  # fmt: skip


def denial_row(asserted: Sequence[Telling], denied: Sequence[Telling]) -> Row:
    """The row of an event that another telling denies."""
    values = tuple(Value(record=t.record, values=t.statuses, events=t.mentions) for t in (*asserted, *denied))
    return Row(
        what="factuality", verdict="contradict", values=values, shared=(), sentence="One tells what the other denies."
    )


def _list(words: Sequence[str]) -> str:
    """Words as English lists them."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
