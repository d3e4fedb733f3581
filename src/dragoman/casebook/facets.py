"""One event's accounts side by side: what agrees, what may both hold, what differs, what cannot both be.

Each facet takes the accounts (all that one origin says in one report) and gives a row. Verdicts are passed on pairs of
accounts that speak of it, and the gravest stands; a row is "silent" where fewer than two speak.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from dragoman.casebook.accounts import Told, pairs
from dragoman.casebook.counts import counted_words
from dragoman.casebook.model import Pointer, Row, Value, Verdict
from dragoman.casebook.spots import places_agree
from dragoman.casebook.tellings import Telling, likeness, vaguely_same
from dragoman.casebook.windows import Window, overlap, to_iso
from dragoman.record import Span

GRAVITY: tuple[Verdict, ...] = ("silent", "only", "agree", "compatible", "differ", "contradict")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_REAL = frozenset(("asserted", "ongoing", "historical"))
_SAME_WORDS = 0.5  # share of content words from which two statements say the same


def gravest(verdicts: Sequence[Verdict]) -> Verdict:
    """The gravest of several verdicts; "silent" of none."""
    return max(verdicts, key=GRAVITY.index, default="silent")


def values_of(
    accounts: Sequence[Told],
    of: Callable[[Told], Sequence[str]],
    spans: Callable[[Told], Sequence[Span]] = lambda _: (),
) -> tuple[Value, ...]:
    """What each report says: one value for all its accounts that say the same; none said where another account does."""
    found: dict[tuple[str, tuple[str, ...]], list[Told]] = {}
    for told in accounts:
        found.setdefault((told.telling.record, tuple(of(told))), []).append(told)
    speaking = {record for record, words in found if words}
    return tuple(
        Value(
            record=record,
            values=words,
            events=tuple(mention for told in alike for mention in told.mentions),
            spans=tuple(dict.fromkeys(span for told in alike for span in spans(told))),
            origins=tuple(dict.fromkeys(told.origin for told in alike)),
        )
        for (record, words), alike in found.items()
        if words or record not in speaking
    )


def _pairwise(accounts: Sequence[Told], verdict_of: Callable[[Told, Told], Verdict]) -> Verdict:
    """The gravest verdict of all pairs; "silent" pairs count only if there is no other."""
    verdicts = [verdict_of(a, b) for a, b in pairs(accounts)]
    spoken = [verdict for verdict in verdicts if verdict != "silent"]
    return gravest(spoken) if spoken else "silent"


def type_row(accounts: Sequence[Told]) -> Row:
    """What kind of deed it is called; two types that can be one happening may both hold."""
    kinds = {kind for told in accounts for kind in told.types[:1]}
    said = "All call it " + kinds.copy().pop() if len(kinds) == 1 else "Told as " + " and as ".join(sorted(kinds))
    return Row(
        what="type",
        verdict="agree" if len(kinds) == 1 else "compatible",
        values=values_of(accounts, lambda told: (told.types[0], *sorted(told.modes))),
        shared=tuple(kinds) if len(kinds) == 1 else (),
        sentence=said + ".",
    )


def participants_row(
    tellings: Sequence[Telling], names: Mapping[str, str], origins: Mapping[Pointer, tuple[str, ...]]
) -> Row:
    """Who is there: a state and its head, a group and its leader count as one.

    "agree" if every party one telling names is in all others; "compatible" if each adds somebody, or if people without
    a name may be those whom another calls otherwise, however many. People named beside the parties count where all
    tellings name them.

    Args:
        tellings: of one event.
        names: name of every case actor.
        origins: for the first mention of each telling, the names of the origins it rests on.
    """
    parties = [t.parties for t in tellings]
    everybody = [t.parties | t.present for t in tellings]
    shared = frozenset.intersection(*everybody)
    unmatched: list[tuple[str, ...]] = []
    guessed: list[set[str]] = []
    for t, own in zip(tellings, parties, strict=True):
        others = [other for other in tellings if other is not t]
        extra = sorted(x for x in own if not all(_stands_in(t, x, other) for other in others))
        likely = {x: _likely(t, x, others) for x in extra}
        unmatched.append(tuple(x for x in extra if not likely[x]))
        for x in extra:
            same = {names[x], *(names[y] for y in likely[x])}
            apart = [group for group in guessed if group.isdisjoint(same)]
            guessed = [*apart, same.union(*(group for group in guessed if group not in apart))]
    may_be = [f"{listed(sorted(group))} may be the same people" for group in guessed if len(group) > 1]
    lacking = sum(1 for extra in unmatched if extra)
    if lacking < 2:
        verdict: Verdict = "compatible" if may_be else "agree"
    else:
        verdict = "compatible" if shared else "differ"
    told = f"All name {listed(sorted(names[x] for x in shared))}" if shared else "No actor is named by all"
    only = [f"only one adds {listed([names[x] for x in extra])}" for extra in unmatched if extra]
    one_side = sorted({pair for a in tellings for b in tellings if a is not b for pair in _one_side(a, b, names)})
    return Row(
        what="participants",
        verdict=verdict,
        values=tuple(
            Value(
                record=t.record,
                values=tuple(sorted(names[x] for x in t.parties | (t.present & shared))),
                events=t.mentions,
                origins=origins.get(t.key, ()),
            )
            for t in tellings
        ),
        shared=tuple(sorted(shared)),
        sentence="; ".join([told, *one_side, *may_be, *only]) + ".",
    )


def _likely(t: Telling, own: str, others: Sequence[Telling]) -> list[str]:
    """Whom an actor without a name may be in other tellings, on its own side; none unless it is in all of them."""
    side = "actors" if own in t.actors else "recipients"
    found = []
    for other in others:
        theirs = sorted(
            x for x in getattr(other, side) if vaguely_same(t, frozenset((own,)), other, frozenset((x,)), toll=True)
        )
        if not theirs and not _stands_in(t, own, other):
            return []
        found += theirs
    return found


def _stands_in(t: Telling, own: str, other: Telling) -> bool:
    """Whether an actor, or one it stands for, is in another telling."""
    identity = t.identities[own]
    return any(not identity.isdisjoint(other.identities[x]) for x in other.parties | other.present)


def _one_side(a: Telling, b: Telling, names: Mapping[str, str]) -> list[str]:
    """Who of one telling is another's party under another name: "Abdel Fattah el-Sissi and Egypt count as one side"."""
    found = [
        sorted((names[x], names[y]))
        for x in a.parties - b.parties
        for y in b.parties - a.parties
        if not a.identities[x].isdisjoint(b.identities[y])
    ]
    return [f"{one} and {other} count as one side" for one, other in found]


def time_verdict(a: Told, b: Told) -> Verdict:
    """The same days agree, days that overlap may both hold, days that do not contradict each other.

    What goes on is there on more days than a report dates it to.
    """
    found = overlap(a.window, b.window)
    if found == "unknown":
        return "silent"
    if found == "disjoint" and {"ongoing"} in (set(a.statuses), set(b.statuses)):
        return "compatible"
    return {"equal": "agree", "overlap": "compatible", "disjoint": "contradict"}[found]  # type: ignore[return-value]


def time_row(accounts: Sequence[Told]) -> Row:
    """When it was."""
    verdict = _pairwise(accounts, time_verdict)
    values = values_of(accounts, lambda told: shown_window(told.window), lambda told: told.time_spans)
    said = {
        "agree": "The same time.",
        "compatible": "One time includes the other, or they overlap, or it goes on.",
        "contradict": "The times exclude each other: " + _against(values) + ".",
        "silent": "Not all give a time that can be compared.",
    }[verdict]
    return Row(what="time", verdict=verdict, values=values, shared=(), sentence=said)


def shown_window(window: Window) -> tuple[str, ...]:
    """A window as its first and last day, as a weekday, or as nothing."""
    start, end = to_iso(window)
    if window.weekday:
        return (_WEEKDAYS[window.weekday - 1],)
    return () if start is None and end is None else (start or "…",) if start == end else (start or "…", end or "…")


def place_verdict(a: Told, b: Told) -> Verdict:
    """Two places in one country may lie within one another."""
    found = places_agree(a.place, b.place)
    return {"same": "agree", "within": "compatible", "two": "differ", "unknown": "silent"}[found]  # type: ignore[return-value]


def place_row(accounts: Sequence[Told]) -> Row:
    """Where it was."""
    verdict = _pairwise(accounts, place_verdict)
    named = sorted({told.place.name for told in accounts if told.place})
    said = {
        "agree": f"In {listed(named[:1])}.",
        "compatible": f"{listed(named)}: one may lie within the other.",
        "differ": f"{listed(named)} are two places.",
        "silent": f"Only some give a place: {listed(named)}." if named else "No place is given.",
    }[verdict]
    values = values_of(
        accounts,
        lambda told: (told.place.name,) if told.place else (),
        lambda told: told.place_spans,
    )
    return Row(
        what="place", verdict=verdict, values=values, shared=tuple(named[:1]) if verdict == "agree" else (),
        sentence=said,
    )  # fmt: skip


def factuality_verdict(a: Told, b: Told) -> Verdict:
    """What one tells or expects and another denies cannot both be."""
    one, two = set(a.statuses), set(b.statuses)
    if one & two:
        return "agree"
    if "negated" in one | two:
        return "contradict"
    if a.telling.record == b.telling.record and one | two <= _REAL:
        return "agree"  # a headline tells in the present what the text tells in the past
    # Announced in one report, done in the other; or done in one and going on in the other.
    return "compatible" if one | two <= _REAL | {"future"} else "differ"


def factuality_row(accounts: Sequence[Told]) -> Row:
    """Whether it is so."""
    verdict = _pairwise(accounts, factuality_verdict)
    shared = tuple(sorted(set.intersection(*(set(told.statuses) for told in accounts))))
    kinds = sorted({status for told in accounts for status in told.statuses})
    if verdict == "contradict":
        others = {status for told in accounts for status in told.statuses} - {"negated"}
        said = "One tells what the other denies." if others & _REAL else "One expects what the other denies."
    else:
        said = f"All tell it as {listed(list(shared))}." if shared else f"Told as {listed(kinds)}."
    values = values_of(accounts, lambda told: told.statuses)
    return Row(what="factuality", verdict=verdict, values=values, shared=shared, sentence=said)


def numbers_row(accounts: Sequence[Told], verdict_of: Callable[[Told, Told], Verdict]) -> Row:
    """How many and how much, by a verdict on two accounts (:func:`.counts.compare_counts`)."""
    verdict = _pairwise(accounts, verdict_of)
    values = values_of(
        accounts,
        lambda told: tuple(dict.fromkeys(counted_words(told.record, number) for number in told.numbers)),
        lambda told: [
            (number.start, max(number.end, number.counted[1] if number.counted else 0)) for number in told.numbers
        ],
    )
    said = {
        "agree": "The same numbers.",
        "compatible": "The numbers can both be right.",
        "contradict": "The numbers exclude each other: " + _against(values) + ".",
        "silent": "No two count the same."
        if sum(1 for value in values if value.values) > 1
        else "Not all give numbers.",
    }[verdict]
    return Row(what="numbers", verdict=verdict, values=values, shared=(), sentence=said)


def content_row(accounts: Sequence[Told]) -> Row:
    """What their speakers are said to have said of it; statements in other words may both hold."""

    def verdict_of(a: Told, b: Told) -> Verdict:
        if a.statement is None or b.statement is None:
            return "silent"
        return "agree" if likeness(a.statement.words, b.statement.words) >= _SAME_WORDS else "compatible"

    verdict = _pairwise(accounts, verdict_of)
    said = {
        "agree": "They state it in the same or like words.",
        "compatible": "They state it in words of their own.",
        "silent": "Only some give words of a speaker.",
    }[verdict]
    values = values_of(accounts, _stated, lambda told: told.statement.spans if told.statement else ())
    return Row(what="content", verdict=verdict, values=values, shared=(), sentence=said)


def _stated(told: Told) -> tuple[str, ...]:
    if told.statement is None:
        return ()
    return tuple(" ".join(told.record.text[start:end].split()) for start, end in told.statement.spans)


def origin_row(tellings: Sequence[Telling], origins: Mapping[Pointer, tuple[str, ...]]) -> Row:
    """Whose word it is."""
    sets = [set(origins.get(t.key, ())) for t in tellings]
    shared = tuple(sorted(set.intersection(*sets)))
    verdict: Verdict = "silent" if not all(sets) else "agree" if all(own == sets[0] for own in sets) else "differ"
    said = {
        "agree": "They rest on the same word.",
        "differ": "They rest on different words: "
        + "; ".join(dict.fromkeys(listed(sorted(own)) for own in sets))
        + ".",
        "silent": "Not all say whose word it is.",
    }[verdict]
    values = tuple(
        Value(record=t.record, values=tuple(sorted(own)), events=t.mentions, origins=tuple(sorted(own)))
        for t, own in zip(tellings, sets, strict=True)
    )
    return Row(what="origin", verdict=verdict, values=values, shared=shared, sentence=said)


def _against(values: Sequence[Value]) -> str:
    """What is said, each once: "7 people; 12 people"."""
    return "; ".join(dict.fromkeys(" to ".join(value.values) for value in values if value.values))


def listed(words: Sequence[str]) -> str:
    """Words as English lists them."""
    if len(words) < 2:
        return "".join(words)
    return ", ".join(words[:-1]) + " and " + words[-1]
