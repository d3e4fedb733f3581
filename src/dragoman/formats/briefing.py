"""The brief of some reports: records in, the view-model that every format shows out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.formats.accounts import build_accounts, build_event, joined_by
from dragoman.formats.desk import ALONE, Desk, Joined
from dragoman.formats.phrases import Phrases, load_phrases
from dragoman.formats.texts import report_view
from dragoman.formats.views import ActorEntry, Brief, Comparing, Counts, Version
from dragoman.record import ReportRecord

if TYPE_CHECKING:
    from dragoman.casebook import Comparison, Grade, Judgement
    from dragoman.casebook.model import EventComparison


def prepare_brief(
    records: Sequence[ReportRecord],
    judgements: Sequence[Judgement] = (),
    grades: Sequence[Grade] = (),
    *,
    comparison: Comparison | None = None,
) -> Brief:
    """The brief on some records with all that a casebook and the packaged tables add to it.

    Args:
        records: what was read.
        judgements: the analyst's, on what is one across the reports.
        grades: the analyst's, of outlets, sources and claims.
        comparison: of these records with these judgements and grades, where it is at hand.

    Imports the casebook, which a call that only prints records does not need.
    """
    from dragoman.casebook import build_case, compare
    from dragoman.ontology.countries import load_countries

    phrases = load_phrases()
    countries = {code: country.name for code, country in load_countries().table.items()}
    unique = list({record.id: record for record in records}.values())
    if len(unique) < 2:
        case = comparison.case if comparison else build_case(unique, judgements)
        return build_brief(records, phrases=phrases, countries=countries, joined=joined_by(case))
    comparison = comparison or compare(unique, judgements, grades)
    brief = build_brief(records, phrases=phrases, countries=countries, joined=joined_by(comparison.case))
    return replace(brief, accounts=build_accounts(brief, unique, comparison, phrases))


def prepare_event(
    records: Sequence[ReportRecord], account: EventComparison, comparison: Comparison
) -> tuple[Brief, Comparing]:
    """The brief on the reports that tell one event, and the event side by side.

    Args:
        records: of the reports the account names.
        account: of one event of it.
        comparison: of the whole case; what that joined is joined here.
    """
    from dragoman.ontology.countries import load_countries

    phrases = load_phrases()
    countries = {code: country.name for code, country in load_countries().table.items()}
    brief = build_brief(records, phrases=phrases, countries=countries, joined=joined_by(comparison.case))
    return brief, build_event(brief, records, account, comparison, phrases)


def build_brief(
    records: Sequence[ReportRecord], *, phrases: Phrases, countries: dict[str, str], joined: Joined = ALONE
) -> Brief:
    """The brief on some records, in the order given; a record given twice is shown once, with a note.

    Args:
        records: what was read.
        phrases: plain words for codes.
        countries: ISO 3166 alpha-3 code → English name.
        joined: actors and events that are one across reports.
    """
    unique = list({record.id: record for record in records}.values())
    desk = Desk(unique, phrases, countries, joined)
    timeline = desk.timeline()
    ties = desk.ties()
    actors = desk.actors(timeline, ties)
    reports = tuple(report_view(desk, number) for number in range(1, len(unique) + 1))
    counts = Counts(
        reports=len(unique),
        words=sum(report.words for report in reports),
        actors=len(actors),
        events=len(timeline),
        tellings=sum(len(happening.tellings) for happening in timeline),
        voices=len({line.chain.origin for report in reports for line in report.origins}),
        ties=len(ties),
    )
    versions = {(made.dragoman, made.model, made.lexicon) for made in (record.made_by for record in unique)}
    return Brief(
        title=reports[0].title if len(reports) == 1 else _title(len(reports), actors),
        counts=counts,
        versions=tuple(Version(*version) for version in sorted(versions)),
        reports=reports,
        actors=actors,
        timeline=timeline,
        ties=ties,
        notes=_notes(len(records) - len(unique)),
    )


def _title(reports: int, actors: Sequence[ActorEntry]) -> str:
    """A title for several reports: their chief actors."""
    chief = [actor.name for actor in actors if actor.events][:2]
    count = f"{reports} reports" if reports else "No reports"
    return f"{' and '.join(chief)} in {count}" if chief else count


def _notes(repeated: int) -> tuple[str, ...]:
    """A note on reports that were given more than once."""
    if not repeated:
        return ()
    return (f"{repeated} {'report was' if repeated == 1 else 'reports were'} given more than once and shown once.",)
