"""A casebook's comparison as view-models: accounts of one happening side by side, tone, what one report alone tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.formats.desk import Joined, Pair, telling_id
from dragoman.formats.phrases import Phrases
from dragoman.formats.views import Accounts, Brief, Cell, Comparing, OnlyTold, Point, Telling
from dragoman.formats.wording import country_name, listed, one_line
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from dragoman.casebook import Case, Claim, Comparison, Pointer
    from dragoman.casebook.model import Change, EventComparison, Row, Tone, ToneComparison, Value

_CODES = frozenset({"type", "time", "factuality"})  # the comparison has codes here, the timeline has words
_SAID_BY_CELLS = _CODES | {"numbers", "origin"}  # the sentence only says again what the cells say
_GRAVE = {"contradict": 0, "differ": 1}  # these come first, whatever the number of reports
MOST_COMPARED = 40  # happenings side by side; more than a reader takes in stay in the timeline


def joined_by(case: Case) -> Joined:
    """What the case joined, as the views need it."""
    return Joined(
        actors={(pointer.record, pointer.item): key for pointer, key in case.actor_ids().items()},
        parties={actor.id: (actor.name, actor.kind, actor.country) for actor in case.actors},
        events={(pointer.record, pointer.item): key for pointer, key in case.event_ids().items()},
        origins={event.id: event.origins for event in case.events},
        windows={event.id: (event.start, event.end) for event in case.events},
        disputed={
            event.id: [(dates.start, dates.end, dates.records) for dates in event.disputed]
            for event in case.events
            if event.disputed
        },
        circular={event.id: event.circular for event in case.events if event.circular},
    )


def build_accounts(brief: Brief, records: Sequence[ReportRecord], comparison: Comparison, phrases: Phrases) -> Accounts:
    """The accounts of several reports side by side.

    Args:
        brief: the brief on the same records, whose entries the accounts link to.
        records: the records, each once, in the brief's order.
        comparison: of the same records.
        phrases: plain words.
    """
    return _Side(brief, records, phrases, comparison.claims).accounts(comparison)


def build_event(
    brief: Brief, records: Sequence[ReportRecord], account: EventComparison, comparison: Comparison, phrases: Phrases
) -> Comparing:
    """One event side by side; the other arguments as of :func:`build_accounts`."""
    return _Side(brief, records, phrases, comparison.claims).event(1, account)


class _Side:
    """Look-ups from a comparison's pointers to the brief's entries."""

    def __init__(
        self, brief: Brief, records: Sequence[ReportRecord], phrases: Phrases, claims: Sequence[Claim]
    ) -> None:
        self.claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self.claims.setdefault(claim.event, []).append(claim)
        self.brief = brief
        self.phrases = phrases
        self.number: Mapping[str, int] = {record.id: at for at, record in enumerate(records, start=1)}
        self.telling: Mapping[Pair, str] = {
            (record.id, event.id): telling_id(self.number[record.id], at)
            for record in records
            for at, event in enumerate(record.events, start=1)
        }
        self.happening = {telling.id: item for item in brief.timeline for telling in item.tellings}

    def accounts(self, comparison: Comparison) -> Accounts:
        """All of a comparison."""
        several = [item for item in comparison.accounts if _is_compared(item)]
        several.sort(key=lambda item: (_GRAVE.get(item.verdict, len(_GRAVE)), -len(item.reports)))
        notes = [*_independence(comparison)]
        if len(several) > MOST_COMPARED:
            notes.append(f"{len(several) - MOST_COMPARED} more are in the timeline only.")
        return Accounts(
            notes=tuple(notes),
            events=tuple(self.event(at, item) for at, item in enumerate(several[:MOST_COMPARED], start=1)),
            tones=tuple(self._tone(at, tone) for at, tone in enumerate(_gravest_first(comparison.tones), start=1)),
            descriptions=tuple(
                self._point(one_line(self._actor_name(comparison, actor)), row)
                for actor, row in comparison.descriptions
            ),
            only=tuple(self._only(comparison)),
        )

    def event(self, at: int, item: EventComparison) -> Comparing:
        """One happening as its reports tell it."""
        links = self._links(pointer for account in item.accounts for pointer in account.events)
        happening = self.happening.get(links[0]) if links else None
        points = [
            self._point(self.phrases.facets.get(row.what, row.what), row)
            for row in item.rows
            if any(value.values for value in row.values)
        ]
        points += self._credibility(item.event)
        return Comparing(
            id=f"account-{at}",
            title=happening.main.words if happening else "One happening",
            verdict=item.verdict,
            origins=item.origins,
            points=tuple(points),
            link=happening.id if happening else None,
        )

    def _credibility(self, event: str) -> Iterator[Point]:
        """What each origin's word on an event is worth: as the analyst graded it, else as it is proposed."""
        claims = self.claims.get(event, ())
        cells = self._cells(
            (record, f"{_graded(claim)} — {one_line(claim.name)}",
             [mention for mention in claim.mentions if mention.record == record])
            for claim in claims
            for record in dict.fromkeys(mention.record for mention in claim.mentions)
        )  # fmt: skip
        if cells:
            yield Point(self.phrases.facets["credibility"], "", "", cells)

    def _point(self, name: str, row: Row) -> Point:
        """One facet, report by report; by origin too where a report has it in two ways."""
        told = Counter(value.record for value in row.values)
        cells = self._cells(
            (value.record, self._words(row.what, value) + self._by(row.what, value, told[value.record]), value.events)
            for value in row.values
        )
        sentence = "" if row.what in _SAID_BY_CELLS else one_line(row.sentence)
        return Point(
            name, row.verdict, sentence, cells, tuple(self._change(row.what, change) for change in row.changed)
        )

    @staticmethod
    def _by(facet: str, value: Value, ways: int) -> str:
        return f" — {', '.join(value.origins)}" if ways > 1 and value.origins and facet != "origin" else ""

    def _change(self, facet: str, change: Change) -> str:
        """A change in a sentence: "Told otherwise later by Nile Wire: 12 (report 1), then 20 (report 3)."."""
        before, after = (
            f"{self._words(facet, value)} (report {self.number.get(value.record, '?')})"
            for value in (change.earlier, change.later)
        )
        return one_line(f"Told otherwise later by {change.by}: {before}, then {after}.")

    def _words(self, facet: str, value: Value) -> str:
        """What a report says on a point, in the words of the timeline where the comparison has codes."""
        if not value.values:
            return "not said"
        said: dict[str, None] = {}
        tellings = [self._telling(link) for link in self._links(value.events)]
        if facet == "time":
            tellings = [telling for telling in tellings if telling.when.known]
        for telling in tellings:
            words = {
                "type": telling.deed,
                "time": telling.when.words,
                "factuality": telling.factuality or "as a fact",
            }
            said[words.get(facet, "")] = None
        if facet not in _CODES:
            return (" … " if facet == "content" else ", ").join(value.values)
        return "; ".join(said) or "not said"

    def _telling(self, link: str) -> Telling:
        return next(telling for telling in self.happening[link].tellings if telling.id == link)

    def _cells(self, said: Iterable[tuple[str, str, Iterable[Pointer]]]) -> tuple[Cell, ...]:
        """Cells from (record, words, pointers): reports that say the same in one, in the order of the reports."""
        alike: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
        for record, words, pointers in sorted(said, key=lambda part: self.number.get(part[0], 0)):
            if record in self.number:
                alike.setdefault(one_line(words), []).append((self.number[record], self._links(pointers)))
        return tuple(
            Cell(tuple(number for number, _ in parts), words, tuple(link for _, links in parts for link in links))
            for words, parts in alike.items()
        )

    def _tone(self, at: int, tone: ToneComparison) -> Comparing:
        """How reports show two sides dealing with each other."""
        cells = self._cells(
            (part.record, self._direction(part), [pointer for reasons in part.reasons for pointer in reasons])
            for part in tone.tones
        )
        point = Point("tone", tone.verdict, one_line(tone.sentence), cells)
        return Comparing(f"tone-{at}", f"{tone.names[0]} and {tone.names[1]}", tone.verdict, 0, (point,))

    def _direction(self, tone: Tone) -> str:
        """A tone with the deeds that make it so: "hostile (voices criticism, gives a warning)"."""
        reasons = "; but also ".join(filter(None, (self._deeds(part) for part in tone.reasons)))
        return f"{tone.direction} ({reasons})" if reasons else tone.direction

    def _deeds(self, pointers: Iterable[Pointer]) -> str:
        """Deeds in a list, each once: those told as facts, then what is only planned or possible."""
        tellings = [self._telling(link) for link in self._links(pointers)]
        done = dict.fromkeys(telling.deed for telling in tellings if telling.status == "asserted")
        other = dict.fromkeys(telling.deed for telling in tellings if telling.deed not in done)
        parts = [", ".join(done), f"planned or possible: {', '.join(other)}" if other else ""]
        return "; ".join(filter(None, parts))

    def _links(self, pointers: Iterable[Pointer]) -> tuple[str, ...]:
        """Marks of event mentions; what the brief does not show is left out."""
        links = (self.telling.get((pointer.record, pointer.item)) for pointer in pointers)
        return tuple(dict.fromkeys(link for link in links if link))

    def _actor_name(self, comparison: Comparison, actor: str) -> str:
        return next((entry.name for entry in comparison.case.actors if entry.id == actor), actor)

    def _only(self, comparison: Comparison) -> Iterator[OnlyTold]:
        """What each report alone tells, in the order of the reports."""
        compared = {item.event for item in comparison.accounts if item.verdict == "contradict"}
        mentions = {event.id: event.mentions for event in comparison.case.events if event.id not in compared}
        shown = [(record, events) for record, events in comparison.only if record in self.number]
        for record, events in sorted(shown, key=lambda told: self.number[told[0]]):
            links = [self._links(mentions.get(event, ())) for event in events]
            items = [(link[0], self.happening[link[0]].main.words) for link in links if link]
            yield OnlyTold(self.number[record], tuple(items))


def _gravest_first(tones: Sequence[ToneComparison]) -> list[ToneComparison]:
    """Where the reports differ in tone first."""
    return sorted(tones, key=lambda tone: _GRAVE.get(tone.verdict, len(_GRAVE)))


def _is_compared(item: EventComparison) -> bool:
    """Whether an event is worth a table: several reports tell it, or one does on words that do not agree."""
    if not item.rows:
        return False  # told once; or a denial, which stands with what it denies
    return len(item.reports) > 1 or item.verdict in _GRAVE


def _graded(claim: Claim) -> str:
    """A grade with its reasons ("2?: also told by Nile Wire"); beside the analyst's, what is proposed."""
    reasons = "; ".join(claim.reasons)
    return f"{claim.code} (proposed {claim.proposed}: {reasons})" if claim.credibility else f"{claim.code}: {reasons}"


def _independence(comparison: Comparison) -> Iterator[str]:
    """How independent the reports are, in sentences."""
    count = comparison.independent
    if count:
        yield f"{count} {'origin is' if count == 1 else 'origins are'} known to be independent of one another."
    else:
        yield "No origin is known to be independent of the others."
    if comparison.shared_interest and count > 1:
        from dragoman.ontology.countries import load_countries

        names = {code: country.name for code, country in load_countries().table.items()}
        yield f"All known origins belong to one side: {country_name(comparison.shared_interest, names)}."
    circles = Counter(circle for event in comparison.case.events for circle in event.circular)
    for circle, happenings in sorted(circles.items()):
        where = "one happening" if happenings == 1 else f"{happenings} happenings"
        yield f"{listed(circle)} cite one another on {where}: that corroborates nothing."
    copies = len(comparison.case.copies)
    if copies:
        pairs = "pair of reports shares" if copies == 1 else "pairs of reports share"
        yield f"{copies} {pairs} running text: one copies the other."
