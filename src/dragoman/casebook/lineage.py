"""One happening's voices across reports: chains that go on in another report, circles, and what counts as independent.

A chain that ends with an outlet whose own report is in the case goes on with that report's chain. Outlets that have a
happening from one another, directly or over others, stand in a circle: their words corroborate nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.casebook.model import Origin, Pointer, ReportOrigin
from dragoman.lexicon.outlets import load_outlets
from dragoman.ontology.names import organization_words

_MOST_STEPS = 12  # of a chain over several reports; longer ones are told apart by nobody


@dataclass(frozen=True, slots=True)
class Entry:
    """Where one event mention's information entered the press, for counting.

    ``group`` is the same for entries that cannot be told apart, None where the lineage is unknown. ``own`` marks a
    report's own voice. ``country`` is whose interest the voice is, as far as is known; of a
    rights group or an opposition it is nobody's. ``outlet`` is the key of the report's own voice.
    ``name`` is who told the press.
    """

    group: str | None
    name: str
    own: bool
    country: str | None
    outlet: str


@dataclass(frozen=True, slots=True)
class Told:
    """The voice chain of one event mention as its own report gives it.

    ``origin`` is the key of the innermost voice, ``steps`` the names along the chain, outermost first, ``outlets`` the
    keys of the outlets that lead it. ``open`` if it ends with another outlet, ``nameless`` if with somebody whom only
    the outlet before vouches for; ``country`` and ``office`` are that one's. ``day`` is when the report was published.
    """

    mention: Pointer
    origin: str
    steps: tuple[str, ...]
    outlets: tuple[str, ...]
    open: bool
    nameless: bool
    country: str | None
    office: str
    day: str | None

    @property
    def own(self) -> bool:
        """Whether the report tells it in its own voice."""
        return len(self.steps) == 1


@dataclass(frozen=True, slots=True)
class Lineage:
    """All origins of a case, and the look-ups the other parts need.

    ``of_event`` and ``chain_of`` give, for each event mention, its origin's id and the names along its voice chain,
    outermost first; ``entries`` where it entered the press. ``circles`` gives the keys of the outlets that stand in a
    circle, for mentions whose chain runs into it; ``outlets`` their names.
    """

    origins: tuple[Origin, ...]
    of_event: Mapping[Pointer, str]
    chain_of: Mapping[Pointer, tuple[str, ...]]
    entries: Mapping[Pointer, Entry]
    circles: Mapping[Pointer, frozenset[str]]
    outlets: Mapping[str, str]
    of_report: tuple[ReportOrigin, ...]

    def independent(self, mentions: Iterable[Pointer]) -> dict[str, str | None]:
        """The entries that mentions rest on and that are known to be independent, with their countries.

        Of one event's mentions, or of all. A report's own voice counts only where the report gives no other for them:
        it then vouches for them itself.
        """
        by_record: dict[str, list[Entry]] = {}
        circled: set[str] = set()
        for mention in mentions:
            by_record.setdefault(mention.record, []).append(self.entries[mention])
            circled |= self.circles.get(mention, frozenset())
        found: dict[str, str | None] = {}
        for entries in by_record.values():
            others = [entry for entry in entries if not entry.own]
            found.update({entry.group: entry.country for entry in others or entries if entry.group is not None})
        for entries in by_record.values():
            # An outlet that others cite and that itself gives another's word for the event has been counted by that.
            if any(not entry.own for entry in entries):
                found.pop(entries[0].outlet, None)
        for outlet in circled:
            found.pop(outlet, None)
        if "unnamed|" in found and any(group.startswith("unnamed|") for group in found.keys() - {"unnamed|"}):
            del found["unnamed|"]  # sources of no told country may be those of any
        return found

    def circular(self, mentions: Iterable[Pointer]) -> tuple[tuple[str, ...], ...]:
        """The names of the outlets that have mentions of one event from one another, one tuple a circle."""
        circles = {self.circles[mention] for mention in mentions if mention in self.circles}
        return tuple(sorted(tuple(sorted(self._name_of(key) for key in circle)) for circle in circles))

    def _name_of(self, key: str) -> str:
        """The outlet of a key; of a report without one, its id."""
        return self.outlets.get(key, key.partition("|")[2])


def outlet_key(name: str) -> str:
    """What is the same for all names of one outlet."""
    known = load_outlets().find(name)
    name = known.name if known else name
    return "outlet|" + " ".join(sorted(organization_words(name) or (name,)))


def circles_of(told: Sequence[Told]) -> dict[Pointer, frozenset[str]]:
    """The circles that the mentions of one happening run into.

    Dates do not matter: an outlet that is cited by the one it cites may have told it first in a report we do not have.
    """
    cites: dict[str, set[str]] = {}
    for item in told:
        for one, other in pairwise(item.outlets):
            cites.setdefault(one, set()).add(other)
    reached = {outlet: _reached(outlet, cites) for outlet in cites} if len(cites) > 1 else {}
    circle_of = {
        outlet: frozenset(other for other in onward if outlet in reached.get(other, ()))
        for outlet, onward in reached.items()
        if outlet in onward
    }
    return {
        item.mention: circle_of[within[0]]
        for item in told
        if (within := [outlet for outlet in item.outlets if outlet in circle_of])
    }


def _reached(outlet: str, cites: Mapping[str, set[str]]) -> set[str]:
    """All outlets that an outlet cites, directly or over others."""
    reached: set[str] = set()
    waiting = [outlet]
    while waiting:
        new = cites.get(waiting.pop(), set()) - reached
        reached |= new
        waiting += new
    return reached


def follow(told: Sequence[Told]) -> dict[Pointer, tuple[str, tuple[str, ...]]]:
    """Chains of one happening that go on in another report: mention → key of the origin and names along the chain.

    A chain goes on where the outlet it ends with, or that alone vouches for whoever it ends with, has a report on the
    happening that is not of a later day, and that report has it from one origin. Where it has it from several, the
    chain stays as it is.
    """
    by_outlet: dict[str, list[Told]] = {}
    for item in told:
        by_outlet.setdefault(item.outlets[0], []).append(item)
    found = {}
    for item in told:
        ahead = _ahead(item, by_outlet, (item.outlets[0],))
        if ahead is not None:
            found[item.mention] = ahead
    return found


def _ahead(
    item: Told, by_outlet: Mapping[str, Sequence[Told]], passed: tuple[str, ...]
) -> tuple[str, tuple[str, ...]] | None:
    """The origin and chain of a mention as the reports it rests on have it; None if it does not go on."""
    last = item.outlets[-1]
    if len(item.outlets) < 2 or not (item.open or item.nameless) or last in passed or len(passed) > _MOST_STEPS:
        return None
    nearer = [
        other
        for other in by_outlet.get(last, ())
        if other.mention.record != item.mention.record and not (item.day and other.day and other.day > item.day)
    ]
    if item.nameless:
        nearer = [other for other in nearer if other.nameless and _may_be(item, other)]
    else:
        nearer = [other for other in nearer if not other.own]
    ends: dict[str, tuple[str, ...]] = {}
    for other in sorted(nearer, key=lambda other: other.mention):
        deeper = _ahead(other, by_outlet, (*passed, *item.outlets[1:]))
        origin, steps = deeper or (other.origin, other.steps)
        ends.setdefault(origin, steps)
    if len(ends) != 1:
        return None
    ((origin, steps),) = ends.items()
    return origin, (*item.steps[: len(item.outlets)], *steps[1:])


def _may_be(item: Told, other: Told) -> bool:
    """Whether somebody unnamed may be whom the report it rests on describes: no country or office is another one."""
    return item.country in (None, other.country) and item.office in ("", other.office)
