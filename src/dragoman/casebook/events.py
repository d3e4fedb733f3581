"""Tellings of several reports joined into events: who took part, when, where, and whether it is said to be so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations

from dragoman.casebook.blocking import Key, keys_of
from dragoman.casebook.company import kindred
from dragoman.casebook.judgements import Judgements
from dragoman.casebook.lineage import Lineage
from dragoman.casebook.model import CaseEvent, DatedBy, Doubt, Pointer
from dragoman.casebook.naming import unused_id
from dragoman.casebook.pairing import ENOUGH, SAME_TIME, parties_fit, score, time_evidence
from dragoman.casebook.tellings import ALIKE, Telling, as_many, expected, likeness, opposed
from dragoman.casebook.windows import UNKNOWN, Window, hull, intersect, overlap, to_iso

_SAME_TOLL = 0.5  # what the same number of people is worth against another number told at a better time
_MARGIN = 0.25  # how far the best event must lead another it could be
_SHOWN = 3  # events listed that one vague telling could mean
_HASHES = 1 << 26  # told apart; far more than the keys of 100,000 reports


@dataclass(slots=True)
class _Group:
    """Tellings taken for one event so far, one a report, and the days all of them allow.

    ``unsure`` marks a telling left alone because several events could be meant: no rival of those. ``into`` is the
    event that has taken it in, after which it has no tellings of its own.
    """

    tellings: list[Telling]
    window: Window
    unsure: bool = False
    evidence: dict[str, None] = field(default_factory=dict)
    into: _Group | None = None

    def now(self) -> _Group:
        """The event that it is by now."""
        return self if self.into is None else self.into.now()


@dataclass(frozen=True, slots=True)
class Joined:
    """Tellings joined into groups, one a happening, and pairs of groups that may be one, each with the reason."""

    groups: list[_Group]
    unsure: list[tuple[_Group, _Group, str]]

    def happenings(self) -> Iterator[list[Pointer]]:
        """The event mentions of each happening that more than one report tells."""
        for group in self.groups:
            if len(group.tellings) > 1:
                yield [mention for telling in group.tellings for mention in telling.mentions]


def link_events(joined: Joined, lineage: Lineage, judgements: Judgements) -> tuple[list[CaseEvent], list[Doubt]]:
    """Events of joined tellings, and pairs of events that may be one.

    Args:
        joined: tellings of all records.
        lineage: the origin of every event mention.
        judgements: the analyst's; they go before everything that is found here.
    """
    groups = sorted(joined.groups, key=lambda group: min(telling.key for telling in group.tellings))
    ids = _ids(groups)
    by_group = {id(group): event_id for group, event_id in zip(groups, ids, strict=True)}
    opposing = _opposing(groups, ids)
    events = [
        _event(group, event_id, lineage, opposing.get(event_id, ()))
        for group, event_id in zip(groups, ids, strict=True)
    ]
    pairs = {(*sorted((by_group[id(a)], by_group[id(b)])), reason) for a, b, reason in joined.unsure}
    mentions = {event.id: event.mentions for event in events}
    doubts = [
        Doubt(what="event", one=a, other=b, evidence=(reason,))
        for a, b, reason in sorted(pairs)
        if a != b and not judgements.settled(mentions[a], mentions[b])
    ]
    return events, doubts


def join_tellings(tellings: list[Telling], judgements: Judgements) -> Joined:
    """Leader clustering, the most exactly dated tellings first, so that a vague one finds all it could mean.

    The order they come in does not matter.
    Tellings that the analyst judged the same come in together, where the first of them belongs.
    """
    blocks: dict[Key, list[_Group]] = {}
    groups: list[_Group] = []
    unsure: list[tuple[_Group, _Group, str]] = []
    tellers, told = _tellers(tellings), _by_record(tellings)
    ordered = sorted(tellings, key=lambda t: (min(t.window.days, 10**6), -len(t.parties), t.key))
    for together in _judged_same(ordered, judgements):
        keys = [keys_of(telling) for telling in together]
        sought = sorted({key for one in keys for key in one.sought})
        near = {id(group): group for key in sought for group in blocks.get(key, ()) if group.into is None}
        ranked = _rank(
            together[0], [group for group in near.values() if not _kept_apart(group, together, judgements)], told
        )
        rivals = _rivals(ranked)
        if ranked and not rivals:
            group = ranked[0][1]
            group.evidence.update(dict.fromkeys(ranked[0][2]))
            for _, other, reasons in ranked[1:]:
                if not (_are_two(group, other) or _kept_apart(group, other.tellings, judgements)):
                    group.evidence.update(dict.fromkeys(reasons))
                    _absorb(group, other, blocks)
        else:
            group = _Group([], together[0].window, unsure=bool(rivals))
            groups.append(group)
            unsure += [(group, other, "more than one event could be meant") for other in rivals[:_SHOWN]]
        for telling in together:
            _take_in(group, telling)
        if len(together) > 1:
            group.evidence["judged the same by the analyst"] = None
        for key in {key for one in keys for key in one.found if tellers[hash(key) % _HASHES] > 1}:
            block = blocks.setdefault(key, [])
            if group.tellings == together or not any(group is other for other in block):
                block.append(group)
    pairs = ((one.now(), other.now(), reason) for one, other, reason in unsure)
    return Joined([group for group in groups if group.into is None], [pair for pair in pairs if pair[0] is not pair[1]])


def _tellers(tellings: Sequence[Telling]) -> bytearray:
    """By the hash of a key how many tellings have it, 2 for more; of keys of one nine in ten would be kept for nobody.

    Keys whose hashes meet are kept in vain, no more.
    """
    tellers = bytearray(_HASHES)
    for telling in tellings:
        for place in {hash(key) % _HASHES for key in chain(*keys_of(telling))}:
            if tellers[place] < 2:
                tellers[place] += 1
    return tellers


def _judged_same(tellings: list[Telling], judgements: Judgements) -> Iterator[list[Telling]]:
    """The tellings in their order, each with all that are judged the same."""
    home = {mention: telling for telling in tellings for mention in telling.mentions}
    done: set[Pointer] = set()
    for telling in tellings:
        if telling.key in done:
            continue
        together, waiting = [telling], list(telling.mentions)
        done.add(telling.key)
        while waiting:
            for same in sorted(judgements.same_as(waiting.pop())):
                other = home.get(same)
                if other is not None and other.key not in done:
                    done.add(other.key)
                    together.append(other)
                    waiting += other.mentions
        yield together


def _kept_apart(group: _Group, together: list[Telling], judgements: Judgements) -> bool:
    ours = [mention for telling in together for mention in telling.mentions]
    return any(judgements.apart(telling.mentions, ours) for telling in group.tellings)


def _take_in(group: _Group, telling: Telling) -> None:
    group.tellings.append(telling)
    clash = overlap(group.window, telling.window) == "disjoint"
    group.window = (hull if clash else intersect)(group.window, telling.window)


def _absorb(group: _Group, other: _Group, blocks: Mapping[Key, list[_Group]]) -> None:
    """Makes two events one, after a telling that is of either has shown that they are."""
    for telling in other.tellings:
        for key in keys_of(telling).found & blocks.keys():
            if not any(group is held for held in blocks[key]):
                blocks[key].append(group)
        _take_in(group, telling)
    group.evidence.update(other.evidence)
    other.tellings, other.into = [], group


def _rivals(ranked: list[tuple[float, _Group, list[str]]]) -> list[_Group]:
    """The events a telling fits about equally well, if the best of them and another cannot be one; else none."""
    if len(ranked) < 2:
        return []
    weight, best, _ = ranked[0]
    close = [group for other, group, _ in ranked[1:] if weight - other < _MARGIN]
    return [best, *close] if any(_are_two(best, group) for group in close) else []


def _are_two(a: _Group, b: _Group) -> bool:
    """Whether two events are known to be two: a report tells them apart, or time, place or factuality do."""
    if not {telling.record for telling in a.tellings}.isdisjoint(telling.record for telling in b.tellings):
        return True
    return any(score(one, two) is None for one in a.tellings for two in b.tellings)


def _by_record(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """The tellings of each report."""
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        found.setdefault(telling.record, []).append(telling)
    return found


def _rank(
    telling: Telling, groups: list[_Group], told: Mapping[str, Sequence[Telling]]
) -> list[tuple[float, _Group, list[str]]]:
    """Events a telling fits, best first; it must clash with no telling of theirs.

    A blow on people without names is left to what its report tells besides and fits better: of two tolls the same.
    """
    found = []
    for group in groups:
        if any(other.record == telling.record for other in group.tellings):
            continue
        scores = [score(telling, other) for other in group.tellings]
        if not all(scores):
            continue
        (weight, reasons), best = max(
            ((weighed, other) for weighed, other in zip(scores, group.tellings, strict=True) if weighed),
            key=lambda weighed: weighed[0][0],
        )
        if weight >= ENOUGH and not _is_of_another(telling, best, weight, told):
            found.append((weight, group, reasons))
    sure = [item for item in found if not item[1].unsure]
    return sorted(sure or found, key=lambda item: (-item[0], min(other.key for other in item[1].tellings)))


def _is_of_another(telling: Telling, best: Telling, weight: float, told: Mapping[str, Sequence[Telling]]) -> bool:
    """Whether the report of one of two tellings has one that fits the other better, being of as many people."""
    return not as_many(telling, best) and any(
        as_many(one, other)
        and one.type == other.type
        and (found := score(one, other))
        and found[0] + _SAME_TOLL > weight
        for one, record in ((telling, best.record), (best, telling.record))
        for other in told[record]
    )


def _ids(groups: list[_Group]) -> list[str]:
    """Ids from type, date and parties, numbered in the order of keys where they clash."""
    taken: dict[str, int] = {}
    ids = []
    for group in groups:
        day = to_iso(group.window)[0] or "undated"
        base = f"{group.tellings[0].type.lower()}-{day}-{'-'.join(_most_named(group))}"[:80]
        ids.append(unused_id(base, taken))
    return ids


def _most_named(group: _Group) -> list[str]:
    """The two parties most tellings name."""
    counted = _counted(group, "parties")
    return sorted(counted, key=lambda own: (-counted[own], own))[:2]


def _counted(group: _Group, what: str) -> Counter[str]:
    return Counter(own for telling in group.tellings for own in getattr(telling, what))


def _event(
    group: _Group,
    event_id: str,
    lineage: Lineage,
    opposes: tuple[str, ...],
) -> CaseEvent:
    tellings = sorted(group.tellings, key=lambda telling: telling.key)
    types = Counter(telling.type for telling in tellings)
    mentions = tuple(mention for telling in tellings for mention in telling.mentions)
    origin_ids = tuple(sorted({lineage.of_event[mention] for mention in mentions}))
    places = Counter(telling.place.name for telling in tellings if telling.place)
    start, end = to_iso(group.window if group.window.known else UNKNOWN)
    return CaseEvent(
        id=event_id,
        type=min(types, key=lambda name: (-types[name], name)),
        types=tuple(sorted(types)),
        modes=tuple(sorted({mode for telling in tellings for mode in telling.modes})),
        mentions=mentions,
        actors=tuple(sorted(_counted(group, "actors"))),
        recipients=tuple(sorted(_counted(group, "recipients"))),
        start=start,
        end=end,
        place=min(places, key=lambda name: (-places[name], name)) if places else None,
        statuses=tuple(sorted({status for telling in tellings for status in telling.statuses})),
        origins=len(lineage.independent(mentions)),
        origin_ids=origin_ids,
        opposes=opposes,
        evidence=tuple(group.evidence),
        circular=lineage.circular(mentions),
        disputed=_disputed(tellings),
    )


def _disputed(tellings: list[Telling]) -> tuple[DatedBy, ...]:
    """The dates that tellings give, the earliest first, if any two of them exclude each other."""
    if not any(overlap(one.window, other.window) == "disjoint" for one, other in combinations(tellings, 2)):
        return ()
    dated: dict[tuple[str | None, str | None], list[str]] = {}
    for telling in tellings:
        if telling.window.known:
            dated.setdefault(to_iso(telling.window), []).append(telling.record)
    ordered = sorted(dated.items(), key=lambda item: (item[0][0] or "", item[0][1] or ""))
    return tuple(DatedBy(start=start, end=end, records=tuple(records)) for (start, end), records in ordered)


def _opposing(groups: list[_Group], ids: list[str]) -> dict[str, tuple[str, ...]]:
    """Events of which one tells what the other denies: the same parties, type and time, opposite factuality."""
    denied = [
        (group, event_id) for group, event_id in zip(groups, ids, strict=True)
        if any(set(telling.statuses) <= {"negated"} for telling in group.tellings)
    ]  # fmt: skip
    sought = [{key for telling in group.tellings for key in keys_of(telling).sought} for group, _ in denied]
    blocks: dict[Key, list[tuple[_Group, str]]] = {key: [] for keys in sought for key in keys}
    for group, event_id in zip(groups, ids, strict=True) if blocks else ():
        for key in {key for telling in group.tellings for key in keys_of(telling).found} & blocks.keys():
            blocks[key].append((group, event_id))
    found: dict[str, set[str]] = {}
    for (group, event_id), keys in zip(denied, sought, strict=True):
        near = {other_id: other for key in keys for other, other_id in blocks[key] if other_id != event_id}
        for other_id, other in near.items():
            if other_id not in found.get(event_id, ()) and _is_denial(group, other):
                found.setdefault(event_id, set()).add(other_id)
                found.setdefault(other_id, set()).add(event_id)
    return {event_id: tuple(sorted(others)) for event_id, others in found.items()}


def _is_denial(a: _Group, b: _Group) -> bool:
    return any(_denies(one, two) for one in a.tellings for two in b.tellings)


def _denies(one: Telling, two: Telling) -> bool:
    """Whether one of two tellings denies what the other tells; what is only expected, for the same time."""
    if not opposed(one, two) or not kindred(one.type, two.type):
        return False
    time = time_evidence(one, two)
    if time is None:
        return False
    alike = likeness(one.words, two.words) >= ALIKE
    dated = time[0] >= SAME_TIME
    if not parties_fit(one, two, alike=alike, placed=dated):
        return False
    if expected(one) or expected(two):
        return dated
    return time[0] > 0 or one.record == two.record or alike
