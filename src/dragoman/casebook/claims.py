"""Claims: what one origin says of one event, with the analyst's grades and a proposal for its credibility.

The proposal follows the wording of the scale: 1 is confirmed by independent sources, 2 probable though independence is
not sure, 3 neither confirmed nor contradicted, 4 at odds with what others tell, 5 contradicted and unconfirmed, 6 not
to be judged. Reliability and credibility are rated apart: a source's own reliability never moves its claim, but
whoever is graded not usually reliable or unreliable neither confirms nor contradicts others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.casebook.digest import Digests
from dragoman.casebook.grades import Grades
from dragoman.casebook.lineage import Lineage
from dragoman.casebook.model import Case, CaseEvent, Claim, EventComparison, Pointer
from dragoman.casebook.set_grades import Reliability

_UNRELIABLE = frozenset("DE")
_TRUSTED = frozenset("ABC")  # one of these is enough to confirm
_STRONG = frozenset("AB")  # one of these is enough to make what it denies improbable
_POSSIBLE = frozenset(("hypothetical", "conditional"))
_MOST_NAMED = 3


@dataclass(slots=True)
class _Draft:
    """A claim on its way; ``groups`` are the known entries it rests on, as :class:`Lineage` counts them, by name."""

    origin: str
    name: str
    chain: tuple[str, ...]
    reliability: str | None = None
    reliability_of: str | None = None
    mentions: list[Pointer] = field(default_factory=list)
    groups: dict[str, str] = field(default_factory=dict)


def claims_of(
    case: Case,
    digests: Digests,
    lineage: Lineage,
    accounts: Sequence[EventComparison],
    grades: Grades,
) -> tuple[Claim, ...]:
    """The claims of a case, by event in the order of the accounts.

    Args:
        case: the case.
        digests: of its reports.
        lineage: where everything comes from.
        accounts: of all events.
        grades: the analyst's.
    """
    events = {event.id: event for event in case.events}
    teller = _Teller(case, digests, lineage, grades)
    drafts = {event.id: teller.drafts(event) for event in case.events}
    claims: list[Claim] = []
    for account in accounts:
        event = events[account.event]
        independent = lineage.independent(event.mentions)
        deniers = [draft for other in event.opposes for draft in drafts[other]]
        for draft in drafts[event.id]:
            scene = _Scene(independent, drafts[event.id], deniers, _disputed(account, draft), teller.open(draft))
            proposed, reasons = scene.propose(draft)
            claims.append(
                Claim(
                    event=event.id,
                    origin=draft.origin,
                    name=draft.name,
                    chain=draft.chain,
                    mentions=tuple(draft.mentions),
                    reliability=draft.reliability,
                    reliability_of=draft.reliability_of,
                    credibility=grades.claim(draft.mentions),
                    proposed=proposed,
                    reasons=reasons,
                )
            )
    return tuple(claims)


class _Teller:
    """Parts an event's mentions by their origins, and looks up how reliable those are held to be."""

    def __init__(self, case: Case, digests: Digests, lineage: Lineage, grades: Grades) -> None:
        self._origins = {origin.id: origin for origin in case.origins}
        self._lineage = lineage
        self._reliability = Reliability(case, grades)
        self._days: dict[str, str | None] = {}
        self._possible: set[Pointer] = set()
        for digest in digests:
            self._days[digest.id] = digest.published
            self._possible.update(scene.key for scene in digest.scenes if scene.status in _POSSIBLE)

    def drafts(self, event: CaseEvent) -> list[_Draft]:
        """The claims of an event, in the order in which its mentions first have them."""
        found: dict[str, _Draft] = {}
        for mention in event.mentions:
            origin_id = self._lineage.of_event[mention]
            draft = found.get(origin_id)
            if draft is None:
                draft = _Draft(origin_id, self._origins[origin_id].name, self._lineage.chain_of[mention])
                found[origin_id] = draft
                draft.reliability, draft.reliability_of = self._reliability.of(
                    origin_id, draft.chain, self._days[mention.record]
                )
            draft.mentions.append(mention)
            entry = self._lineage.entries[mention]
            if entry.group is not None:
                draft.groups.setdefault(entry.group, entry.name)
        return list(found.values())

    def open(self, draft: _Draft) -> str | None:
        """Why a claim cannot be judged by who tells it, if that is so."""
        if self._possible.issuperset(draft.mentions):
            return "told as possible only"
        if any(mention in self._lineage.circles for mention in draft.mentions):
            return "outlets have it from one another"
        return None if draft.groups else "it is not known where it comes from"


@dataclass(frozen=True, slots=True)
class _Scene:
    """What a claim is held against: the other claims on its event, and those on events that deny it.

    ``disputed`` are the points on which other reports exclude it, ``open`` is why it cannot be judged by itself.
    """

    independent: Mapping[str, str | None]
    told: Sequence[_Draft]
    deniers: Sequence[_Draft]
    disputed: Sequence[str]
    open: str | None

    def propose(self, draft: _Draft) -> tuple[int, tuple[str, ...]]:
        """The credibility that the rules give, and why, in clauses."""
        if self.open == "told as possible only":
            return 6, (self.open,)
        confirming = [
            group for group in self.independent if group not in draft.groups and not self._letters(group) & _UNRELIABLE
        ]
        value, reasons = self._confirmed(draft, confirming)
        denying = [
            other
            for other in self.deniers
            if draft.groups.keys().isdisjoint(other.groups) and other.reliability not in _UNRELIABLE
        ]
        if denying:
            several = len({group for other in denying for group in other.groups}) > 1
            strong = several or any(other.reliability in _STRONG for other in denying)
            value = 5 if strong and not confirming else 4
            reasons.append(f"denied by {_named(other.name for other in denying)}")
        elif self.disputed and value < 3:  # what is disputed is a part of it, and it may still be possible
            value += 1
        if self.disputed:
            points = ["other numbers" if point == "numbers" else f"another {point}" for point in self.disputed]
            reasons.append(f"other reports give {' and '.join(points)}")
        return value, tuple(reasons)

    def _confirmed(self, draft: _Draft, confirming: Sequence[str]) -> tuple[int, list[str]]:
        """The grade by confirmation alone."""
        others = f"also told by {_named(self._names(confirming))}" if confirming else ""
        if self.open is not None or draft.groups.keys().isdisjoint(self.independent):
            why = self.open or "not known to be independent of the others"
            value = 6 if not confirming else 3 if len(confirming) == 1 else 2
            return value, [why, *([others] if others else [])]
        if not confirming:
            names = _named(
                name for group, name in draft.groups.items() if group in self.independent and name != draft.name
            )
            return 3, ["one independent origin" + (f": {names}" if names else "")]
        countries = {self.independent[group] for group in confirming}
        countries |= {self.independent[group] for group in draft.groups if group in self.independent}
        if len(countries) == 1 and None not in countries:
            return 2, [others, "all of one side"]
        others += ", independently"
        enough = len(confirming) > 1 or any(self._letters(group) & _TRUSTED for group in confirming)
        return (1, [others]) if enough else (2, [others])

    def _letters(self, group: str) -> set[str]:
        """The reliabilities of whoever tells it from one entry."""
        return {draft.reliability for draft in self.told if group in draft.groups and draft.reliability}

    def _names(self, groups: Collection[str]) -> Iterator[str]:
        for group in sorted(groups):
            yield next((draft.groups[group] for draft in self.told if group in draft.groups), "another origin")


def _disputed(account: EventComparison, draft: _Draft) -> list[str]:
    """The points on which other reports exclude what a claim's reports say."""
    ours = {mention.record for mention in draft.mentions}
    return [
        row.what
        for row in account.rows
        if row.verdict == "contradict"
        and row.what not in ("origin", "factuality")
        and ours & {value.record for value in row.values if value.values}
        and {value.record for value in row.values if value.values} - ours
    ]


def _named(names: Iterable[str]) -> str:
    """A few names in a list, the rest counted."""
    distinct = list(dict.fromkeys(names))
    shown = distinct[:_MOST_NAMED]
    if len(distinct) > _MOST_NAMED:
        shown = [*shown, f"{len(distinct) - _MOST_NAMED} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
