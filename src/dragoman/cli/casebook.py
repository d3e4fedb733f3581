"""The commands of a casebook: keep reports, look after them, judge what is one.

What they print is in ``case_views.py``. Only light modules are imported here; commands import what they need.
"""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated, Literal

import typer

from dragoman.cli import grading, timelines
from dragoman.cli.options import (
    AsJson,
    By,
    Documents,
    Head,
    Page,
    Since,
    Until,
    Ways,
    Where,
    Why,
    grouped,
    opened,
)

UNREAD = 1
Item = Annotated[
    str, typer.Argument(metavar="ITEM", help="An actor or event by its name in the case, or REPORT/ITEM of a record.")
]
Report = Annotated[str, typer.Argument(metavar="REPORT", help="The id of a report, or how it begins.")]

case = typer.Typer(
    no_args_is_help=True, help="Look after a casebook: list, check, back up, put back.", rich_markup_mode="rich"
)


def register(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    for command in (add, search, actors, events, accounts, origins, review, judge, judgements, undo):
        app.command(rich_help_panel="A casebook")(command)
    timelines.register(app)
    grading.register(app)
    app.add_typer(case, name="case", rich_help_panel="A casebook")


@grouped
def add(files: Documents, head: Head, ways: Ways, where: Where = None) -> None:
    """Read reports and keep them in a casebook; those that are there already are left alone.

    The casebook is made if there is none. A file that cannot be read is remembered with its reason; add it again once
    it can be. Stop it at any time: what was read is kept.
    """
    from dragoman.cli.adding import Intake

    with opened(where, create=True) as book:
        intake = Intake(book, files, head, ways)
        intake.run()
    if intake.failed:
        raise typer.Exit(UNREAD)


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORD…", help="Words, and phrases in double quotes.")],
    where: Where = None,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", help="Who published them, or part of the name.", show_default=False)
    ] = None,
    since: Since = None,
    until: Until = None,
    most: Annotated[int, typer.Option("--most", metavar="N", min=1, help="How many reports.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Find the reports that have all the words, the best first; of an outlet or a time, if you like."""
    from dragoman.cli.case_views import show_found

    with opened(where) as book:
        # A phrase that the shell took the quotes off is one word to us.
        query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
        show_found(book, book.search(query, most=most, outlet=outlet, since=since, until=until), as_json=as_json)


def actors(
    who: Annotated[
        str | None, typer.Argument(metavar="[ACTOR]", help="One actor in full: its name in the case, or a name of it.")
    ] = None,
    where: Where = None,
    as_json: AsJson = False,
) -> None:
    """List the actors of the case, those told of by most reports first; or show one, with what makes it one actor."""
    from dragoman.cli.actor_views import found_actors, show_actor
    from dragoman.cli.case_views import show_actors

    with opened(where) as book:
        case = book.case()
        if who is None:
            show_actors(case.actors, as_json=as_json)
        elif as_json:
            show_actors(found_actors(case, who), as_json=True)
        else:
            show_actor(case, who)


def events(
    where: Where = None,
    proposed: Annotated[
        bool, typer.Option("--grades", metavar="", help="Propose credibilities too; all reports are compared for it.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """List the events of the case by their dates, undated ones last, with the grades that you set."""
    from dragoman.cli.case_views import show_events

    with opened(where) as book:
        show_events(book, proposed=proposed, as_json=as_json)


def accounts(where: Where = None, as_json: AsJson = False) -> None:
    """Show how the reports tell the same happenings: what agrees, what differs, what contradicts."""
    from dragoman.cli.showing import by_date, show_accounts

    with opened(where) as book:
        records = [] if as_json else by_date(book.records())
        show_accounts(records, book.comparison(), as_json=as_json)


def origins(where: Where = None, as_json: AsJson = False) -> None:
    """List where the information entered the press: ten relays of one official are one origin."""
    from dragoman.cli.case_views import show_origins

    with opened(where) as book:
        show_origins(book.case(), as_json=as_json)


def review(where: Where = None, by: By = None, as_json: AsJson = False) -> None:
    """Go through the doubts of the case and judge them with single keys, the words of both sides in view.

    With --json they are listed instead, with what speaks for and against each.
    """
    from dragoman.cli.case_views import show_doubts
    from dragoman.cli.review import review as go_through

    with opened(where) as book:
        if as_json:
            show_doubts(book.case())
            return
        count = go_through(book, by=by or getpass.getuser())
    typer.echo(f"{count} judged.")


def judge(
    verdict: Annotated[Literal["same", "different", "unsure"], typer.Argument(help="What you hold.")],
    one: Item,
    other: Item,
    where: Where = None,
    why: Why = None,
    by: By = None,
) -> None:
    """Judge two actors or two events to be the same, different or unsure. It can be undone.

    To part what was joined, name the two by REPORT/ITEM, as actors --json and events --json list them.
    """
    from dragoman.cli.case_views import pointer_of

    with opened(where) as book:
        made = book.case()
        kept = book.judge(
            pointer_of(book, made, one), pointer_of(book, made, other), verdict, by=by or getpass.getuser(), why=why
        )
        typer.echo(f"Judgement {kept.id}: {verdict}. dragoman undo {kept.id} takes it back.")


def judgements(where: Where = None, as_json: AsJson = False) -> None:
    """List the judgements, the undone ones too."""
    from dragoman.cli.case_views import show_judgements

    with opened(where) as book:
        show_judgements(book, as_json=as_json)


def undo(
    number: Annotated[str, typer.Argument(metavar="N", help="The number of a judgement, or of a grade: g1.")],
    where: Where = None,
) -> None:
    """Undo a judgement or a grade: the case is then as if it had never been made."""
    digits = number.removeprefix("g")
    if not digits.isdecimal():
        raise typer.BadParameter(f"{number!r} is no number; write 1 for a judgement, g1 for a grade", param_hint="'N'")
    with opened(where) as book:
        if number.startswith("g"):
            book.undo_grade(int(digits))
        else:
            book.undo(int(digits))
    typer.echo(f"{'Grade' if number.startswith('g') else 'Judgement'} {number} is undone.")


@case.command("reports")
def reports(
    where: Where = None,
    removed: Annotated[bool, typer.Option("--removed", metavar="", help="Those taken out too.")] = False,
    as_json: AsJson = False,
) -> None:
    """List the reports by their dates, with what nearly the same text they have."""
    from dragoman.cli.case_views import show_reports

    with opened(where) as book:
        show_reports(book, removed=removed, as_json=as_json)


@case.command("brief")
def brief(where: Where = None, output: Page = None) -> None:
    """Print the brief of the whole case; with -o, also as one HTML page."""
    from dragoman.cli.page import check_page
    from dragoman.cli.showing import by_date, show_brief

    page = check_page(output)
    with opened(where) as book:
        records = by_date(book.records())
        if not records:
            typer.echo("The casebook has no reports yet.")
            return
        show_brief(records, page, book.comparison())
    if page:
        typer.echo(f"dragoman: The page is in {page}.", err=True)


@case.command("failures")
def failures(where: Where = None, as_json: AsJson = False) -> None:
    """List the files that could not be read, with the reason."""
    from dragoman.cli.case_views import show_failures

    with opened(where) as book:
        show_failures(book, as_json=as_json)


@case.command("remove")
def remove(report: Report, where: Where = None, why: Why = None) -> None:
    """Take a report out of the case. It is kept and can be put back."""
    with opened(where) as book:
        typer.echo(f"Report {book.remove(report, why)[:12]} is out of the case; dragoman case put-back undoes that.")


@case.command("put-back")
def put_back(report: Report, where: Where = None) -> None:
    """Put a report back that was taken out."""
    with opened(where) as book:
        typer.echo(f"Report {book.put_back(report)[:12]} is in the case.")


@case.command("check")
def check(where: Where = None, as_json: AsJson = False) -> None:
    """Check that a casebook is whole: its file, every report, every judgement and every grade."""
    from dragoman.store.health import faults

    with opened(where) as book:
        found = faults(book)
        held = len(book.reports(removed=True))
    if as_json:
        from dragoman.cli.printing import print_lines

        print_lines([{"whole": not found, "reports": held, "faults": found}])
    else:
        whole = f"The casebook is whole: {held} report{'' if held == 1 else 's'}."
        typer.echo("\n".join(found) if found else whole)
    if found:
        raise typer.Exit(UNREAD)


@case.command("backup")
def backup(
    copy: Annotated[Path, typer.Argument(metavar="COPY", help="The file to write.", show_default=False)],
    where: Where = None,
) -> None:
    """Write a whole copy of a casebook, also while it is in use."""
    from dragoman.store.health import back_up

    with opened(where) as book:
        back_up(book, copy)
    typer.echo(f"The copy is in {copy}.")


@case.command("restore")
def restore(
    copy: Annotated[Path, typer.Argument(metavar="COPY", help="What backup wrote.", show_default=False)],
    where: Where = None,
    replace: Annotated[bool, typer.Option("--replace", metavar="", help="In the place of one that is there.")] = False,
) -> None:
    """Make a casebook of a copy, once the copy is known to be whole."""
    from dragoman.store.health import put_back as put_copy_back

    if not where or "://" in where:
        raise typer.BadParameter("name the file of the casebook", param_hint="'--case'")
    put_copy_back(copy, Path(where), replace=replace)
    typer.echo(f"The casebook is in {where}.")
