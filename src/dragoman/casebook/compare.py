"""Several reports side by side: the same events, told alike or not, and on whose word. Shows; resolves nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.casebook.case import Assembly, assemble
from dragoman.casebook.claims import claims_of
from dragoman.casebook.digest import Digests, DigestsOf
from dragoman.casebook.facets import denial_row, gravest, rows_of
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
    return compare_assembled(assemble(DigestsOf(records), judgements), grades)


def compare_assembled(made: Assembly, grades: Iterable[Grade] = ()) -> Comparison:
    """Puts the accounts of a case side by side."""
    case, lineage = made.case, made.lineage
    names = {actor.id: actor.name for actor in case.actors}
    told = _by_event(case, made.tellings)
    origin_names = {origin.id: origin.name for origin in lineage.origins}
    accounts = [_account_event(event, told, names, lineage, origin_names) for event in case.events]
    accounts.sort(key=lambda item: (-len(item.reports), item.event))
    actor_ids = case.actor_ids()
    countries = {actor.id: actor.country for actor in case.actors}
    counted = lineage.independent(lineage.entries)
    return Comparison(
        case=case,
        accounts=tuple(accounts),
        tones=compare_tones(made.digests, actor_ids, made.identities, names, countries),
        descriptions=_descriptions(case, made.digests, names, actor_ids),
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


def _account_event(
    event: CaseEvent,
    told: Mapping[str, list[Telling]],
    names: Mapping[str, str],
    lineage: Lineage,
    origin_names: Mapping[str, str],
) -> EventComparison:
    tellings = told[event.id]
    origins_of = {
        telling.record: tuple(dict.fromkeys(origin_names[lineage.of_event[mention]] for mention in telling.mentions))
        for telling in tellings
    }
    rows = rows_of(tellings, names, origins_of) if len(tellings) > 1 else ()
    denied = all(set(telling.statuses) <= {"negated"} for telling in tellings)
    denials = [] if denied else [telling for other in event.opposes for telling in told[other]]
    if denials:
        rows += (denial_row(tellings, denials),)
    # That two reports rest on different words is the good case, not a difference between their accounts.
    verdicts: list[Verdict] = [row.verdict for row in rows if row.what != "origin"]
    return EventComparison(
        event=event.id,
        verdict="contradict" if event.opposes else gravest(verdicts) if rows else "only",
        reports=tuple(dict.fromkeys(telling.record for telling in (*tellings, *denials))),
        accounts=_accounts([*tellings, *denials], lineage),
        rows=rows,
        origins=event.origins,
        circular=event.circular,
    )


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
    """A row for each actor that two reports describe, by offices and kin. Two descriptions may both hold."""
    said: dict[Pointer, set[str]] = {}
    for digest in digests:
        for profile in digest.profiles:
            told = {f"{title} of {of}" if of else title for title, of in profile.offices}
            kin = {actor_ids.get(Pointer(digest.id, local)) for local in profile.kin} - {None}
            # "son of Khalifa Haftar" says more than that he is kin.
            relatives = {name for name in (names[own or ""] for own in kin) if not any(name in text for text in told)}
            said[profile.key] = told | {f"kin of {name}" for name in relatives}
    rows = []
    for actor in case.actors:
        values = [
            Value(record=m.record, values=tuple(sorted(said[m])), events=()) for m in actor.members if said.get(m)
        ]
        if len(values) > 1:
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
