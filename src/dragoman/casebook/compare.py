"""Several reports side by side: the same events, told alike or not, and on whose word. Shows; resolves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.casebook.accounts import Parting, RecordOf, Told
from dragoman.casebook.case import Assembly, assemble
from dragoman.casebook.changes import with_changes
from dragoman.casebook.claims import claims_of
from dragoman.casebook.counts import compare_counts
from dragoman.casebook.digest import Digests, DigestsOf, by_id
from dragoman.casebook.facets import (
    content_row,
    factuality_row,
    factuality_verdict,
    gravest,
    numbers_row,
    origin_row,
    participants_row,
    place_row,
    place_verdict,
    time_row,
    time_verdict,
    type_row,
)  # fmt: skip
from dragoman.casebook.grades import Grade, Grades
from dragoman.casebook.judgements import Judgement
from dragoman.casebook.lineage import Lineage
from dragoman.casebook.model import (
    Account,
    Case,
    CaseEvent,
    Comparison,
    EventComparison,
    Pointer,
    Row,
    Value,
    Verdict,
)  # fmt: skip
from dragoman.casebook.reversals import direction_row, find_reversals
from dragoman.casebook.tellings import Telling
from dragoman.casebook.tone import compare_tones
from dragoman.record import ReportRecord


def compare(
    records: Iterable[ReportRecord], judgements: Iterable[Judgement] = (), grades: Iterable[Grade] = ()
) -> Comparison:
    """Builds the case of several reports and puts their accounts side by side.

    Args:
        records: in any order.
        judgements: the analyst's, as of ``build_case``.
        grades: the analyst's.
    """
    held = by_id(records)
    return compare_assembled(assemble(DigestsOf(held.values()), judgements), held.__getitem__, grades)


def compare_assembled(made: Assembly, record_of: RecordOf, grades: Iterable[Grade] = ()) -> Comparison:
    """Puts the accounts of a case side by side.

    Args:
        made: the case.
        record_of: gives a report's record by its id; asked for those that tell an event on more than one word.
        grades: the analyst's.
    """
    case, lineage = made.case, made.lineage
    side = _Side(made, record_of)
    # In the order of time, so that reports of one story are at hand together.
    by_day = sorted(case.events, key=lambda event: side.told[event.id][0].published or 0)
    accounts = [side.compare(event) for event in by_day]
    accounts.sort(key=lambda item: (-len(item.reports), item.event))
    actor_ids = case.actor_ids()
    countries = {actor.id: actor.country for actor in case.actors}
    counted = lineage.independent(lineage.entries)
    return Comparison(
        case=case,
        accounts=tuple(accounts),
        tones=compare_tones(made.digests, actor_ids, made.identities, side.names, countries),
        descriptions=_descriptions(case, made.digests, side.names, actor_ids),
        only=_only(case),
        report_origins=lineage.of_report,
        independent=len(counted),
        shared_interest=_shared_interest(counted),
        claims=claims_of(case, made.digests, lineage, accounts, Grades(grades)),
    )


def _by_event(case: Case, tellings: Sequence[Telling]) -> dict[str, list[Telling]]:
    """The tellings of each event, sorted by record."""
    ids = case.event_ids()
    told: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.key):
        told.setdefault(ids[telling.key], []).append(telling)
    return told


class _Side:
    """What the comparing of one event needs of the whole case."""

    def __init__(self, made: Assembly, record_of: RecordOf) -> None:
        case, self.lineage = made.case, made.lineage
        self.names = {actor.id: actor.name for actor in case.actors}
        self.actor_ids = case.actor_ids()
        origin_names = {origin.id: origin.name for origin in made.lineage.origins}
        self.parting = Parting(record_of, made.identities, made.lineage.of_event, origin_names)
        self.told = _by_event(case, made.tellings)
        self.reversed = find_reversals(self.told)

    def compare(self, event: CaseEvent) -> EventComparison:
        """One event. One that is denied stands beside those that deny it; the denial alone has no rows of its own.

        So it is with an event told both ways: the two stand side by side in the entry of the first.
        """
        own = self.told[event.id]
        denied = all(set(telling.statuses) <= {"negated"} for telling in own)
        denials = [] if denied else [telling for other in event.opposes for telling in self.told[other]]
        mirrored = [other for other in self.reversed.get(event.id, ()) if other > event.id]
        turned = [telling for other in mirrored for telling in self.told[other]]
        accounts = self.parting.part([*own, *denials])
        rows = self._rows([*own, *denials], accounts) if len(accounts) > 1 else ()
        if turned:
            rows += (direction_row([*own, *turned], self.names),)
        tellings = [*own, *denials, *turned]
        # That two reports rest on different words is the good case, not a difference between their accounts.
        verdicts: list[Verdict] = [row.verdict for row in rows if row.what != "origin"]
        contradicted = event.opposes or event.id in self.reversed
        return EventComparison(
            event=event.id,
            verdict="contradict" if contradicted else gravest(verdicts) if rows else "only",
            reports=tuple(dict.fromkeys(telling.record for telling in tellings)),
            accounts=_accounts(tellings, self.lineage),
            rows=rows,
            origins=event.origins,
            circular=event.circular,
        )

    def _rows(self, tellings: Sequence[Telling], accounts: Sequence[Told]) -> tuple[Row, ...]:
        """All facets of one event's accounts. Who took part is held against whole tellings where there are several."""
        apart = tellings if len(tellings) > 1 else [told.telling for told in accounts]
        origins = {telling.key: self.parting.origins_of(telling) for telling in apart}

        def counts(a: Told, b: Told) -> Verdict:
            return compare_counts(a, b, self.actor_ids)

        rows = (
            type_row(accounts),
            participants_row(apart, self.names, origins),
            with_changes(time_row(accounts), accounts, time_verdict),
            with_changes(place_row(accounts), accounts, place_verdict),
            with_changes(numbers_row(accounts, counts), accounts, counts),
            with_changes(factuality_row(accounts), accounts, factuality_verdict),
            content_row(accounts),
            origin_row(apart, origins),
        )
        return tuple(row for row in rows if any(value.values for value in row.values))


def _accounts(tellings: Sequence[Telling], lineage: Lineage) -> tuple[Account, ...]:
    found: dict[tuple[str, str], Account] = {}
    for telling in tellings:
        for mention in telling.mentions:
            origin = lineage.of_event[mention]
            account = found.get((telling.record, origin))
            if account is None:
                chain = lineage.chain_of[mention]
                found[telling.record, origin] = Account(
                    record=telling.record, origin=origin, chain=chain, events=(mention,)
                )
            else:
                found[telling.record, origin] = replace(account, events=(*account.events, mention))
    return tuple(found.values())


def _only(case: Case) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """For each report, the events it alone tells."""
    only: dict[str, list[str]] = {record: [] for record in case.reports}
    for event in case.events:
        records = {mention.record for mention in event.mentions}
        if len(records) == 1:
            only[records.pop()].append(event.id)
    return tuple((record, tuple(events)) for record, events in only.items())


def _descriptions(
    case: Case, digests: Digests, names: Mapping[str, str], actor_ids: Mapping[Pointer, str]
) -> tuple[tuple[str, Row], ...]:
    """A row for each actor with a name that two reports describe, by offices and kin. Two may both hold."""
    said: dict[Pointer, set[str]] = {}
    for digest in digests:
        for profile in digest.profiles:
            told = {f"{title.lower()} of {of}" if of else title.lower() for title, of in profile.offices}
            kin = {actor_ids.get(Pointer(digest.id, local)) for local in profile.kin} - {None}
            # "son of Khalifa Haftar" says more than that he is kin.
            relatives = {name for name in (names[own or ""] for own in kin) if not any(name in text for text in told)}
            said[profile.key] = told | {f"kin of {name}" for name in relatives}
    rows = []
    for actor in case.actors:
        values = [
            Value(record=m.record, values=tuple(sorted(said[m])), events=()) for m in actor.members if said.get(m)
        ]
        if len(values) > 1 and actor.name[:1].isupper():
            rows.append((actor.id, _description(actor.name, values)))
    return tuple(rows)


def _description(name: str, values: Sequence[Value]) -> Row:
    shared = tuple(sorted(set.intersection(*(set(value.values) for value in values))))
    same = all(set(value.values) == set(shared) for value in values)
    verdict: Verdict = "agree" if same else "compatible"
    told = "; ".join(", ".join(value.values) for value in values)
    sentence = f"All describe {name} as {', '.join(shared)}." if same else f"{name}: {told}; both may hold."
    return Row(what="description", verdict=verdict, values=tuple(values), shared=shared, sentence=sentence)


def _shared_interest(counted: Mapping[str, str | None]) -> str | None:
    """The country of all entries, outlets' own voices apart; None if there is no such one."""
    found = {country for group, country in counted.items() if not group.startswith("outlet|")}
    return next(iter(found)) if len(found) == 1 else None
