"""The command `dragoman timeline`: of a casebook, or of files."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import AsJson, Head, Since, Until, Ways, Where, grouped, opened

if TYPE_CHECKING:
    from dragoman.casebook import Case
    from dragoman.casebook.timeline import Timeline, Wanted
    from dragoman.record import ReportRecord

UNREAD = 1


def register(app: typer.Typer) -> None:
    """Adds the command to the command line."""
    app.command(
        rich_help_panel="A casebook", epilog="Example: dragoman timeline --actor Haftar --from 2025-12 --type CONSULT"
    )(timeline)


@grouped
def timeline(
    ways: Ways,
    files: Annotated[
        list[str] | None,
        typer.Argument(metavar="FILE", help="Reports or records (.jsonl); else the casebook.", show_default=False),
    ] = None,
    since: Since = None,
    until: Until = None,
    actor: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who takes part, or part of the name.", show_default=False)
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", metavar="TYPE", help="PLOVER type or mode.", show_default=False)
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="Where, or part of the name.", show_default=False)
    ] = None,
    where: Where = None,
    as_json: AsJson = False,
) -> None:
    """Show what happened in the order of dates, by whose word, and where dates exclude each other; undated events last.

    Dates that the reports give as a span stand under the span. Without FILE, of the casebook.
    """
    from dragoman.casebook.timeline import Wanted

    wanted = Wanted(since=since, until=until, actor=actor, type=kind, place=place)
    if not files:
        from dragoman.cli.showing import by_date

        with opened(where) as book:
            case = book.case()
            _show(by_date(book.records()), case, book.timeline(wanted), as_json=as_json)
        return
    from dragoman.cli.reading import Batch

    batch = Batch(files, Head(), ways)
    records = list({record.id: record for record in batch.records(bar=True)}.values())
    if records:
        _show_files(records, wanted, as_json=as_json)
    if batch.unread:
        raise typer.Exit(UNREAD)


def _show_files(records: Sequence[ReportRecord], wanted: Wanted, *, as_json: bool) -> None:
    from dragoman.casebook import build_case
    from dragoman.casebook.timeline import timeline as select

    case = build_case(records)
    _show(records, case, select(case, wanted), as_json=as_json)


def _show(records: Sequence[ReportRecord], case: Case, found: Timeline, *, as_json: bool) -> None:
    from dragoman.cli.printing import print_lines
    from dragoman.cli.showing import console
    from dragoman.formats.phrases import load_phrases
    from dragoman.formats.terminal import print_timeline
    from dragoman.formats.timeline import as_data, build_timeline
    from dragoman.ontology.countries import load_countries

    countries = {code: country.name for code, country in load_countries().table.items()}
    view = build_timeline(records, case, found, phrases=load_phrases(), countries=countries)
    if as_json:
        print_lines(as_data(view))
    else:
        print_timeline(view, console())
