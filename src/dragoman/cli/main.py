"""The ``dragoman`` command.

Only light modules are imported here, so that ``dragoman --help`` answers at once; commands import what they need.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from dragoman import __version__
from dragoman.cli import casebook
from dragoman.cli.options import (
    AsJson,
    Files,
    Head,
    Page,
    Ways,
    Where,
    grouped,
    opened,
)

UNREAD, WRONG_USAGE, FAULT = 1, 2, 3
TRACEBACK = "DRAGOMAN_TRACEBACK"  # set in the environment, it shows where a fault of ours lies
EXIT_CODES = (
    "Exit codes: 0, all reports were read; 1, some could not be read, the others were; "
    "2, wrong usage, or the output could not be written; 3, a fault in dragoman."
)

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["--help", "-h"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback(epilog="Start with: dragoman brief report.txt -o brief.html")
def dragoman(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, metavar="", help="Print the version and exit."
        ),
    ] = False,
) -> None:
    """Read news reports: who did what to whom, by whose word.

    Everything found points back to the words it was read from. Works offline: nothing leaves this machine.
    """


@app.command(epilog=f"Example: dragoman read *.txt --outlet Reuters > records.jsonl\n\n{EXIT_CODES}")
@grouped
def read(files: Files, head: Head, ways: Ways) -> None:
    """Print what reports say as data: one JSON record a line, for programs."""
    from dragoman.cli.reading import Batch
    from dragoman.formats.jsonl import write_line

    batch = Batch(files, head, ways)
    for record in batch.records(bar=not sys.stdout.isatty()):
        sys.stdout.buffer.write(write_line(record).encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    if batch.unread:
        raise typer.Exit(UNREAD)


@app.command(
    epilog="FILE may also be records that dragoman read printed (.jsonl).\n\n"
    f"Example: dragoman brief monday.txt tuesday.txt -o brief.html\n\n{EXIT_CODES}"
)
@grouped
def brief(files: Files, head: Head, ways: Ways, output: Page = None) -> None:
    """Print what reports say as a brief, for people; several reports side by side."""
    from dragoman.cli.page import check_page
    from dragoman.cli.reading import Batch

    batch = Batch(files, head, ways)
    page = check_page(output)
    records = list(batch.records(bar=True))
    if records:
        from dragoman.cli.showing import show_brief

        show_brief(records, page)
        if page:
            batch.say(f"The page is in {page}.")
    if batch.unread:
        raise typer.Exit(UNREAD)


@app.command(
    epilog="Example: dragoman compare monday.txt tuesday.txt\n\n"
    f"Example: dragoman compare 19f5a82f363c/e2 --case libya.dragoman\n\n{EXIT_CODES}"
)
@grouped
def compare(
    accounts: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE… | EVENT",
            help="Reports to hold side by side, or one event of a casebook.",
            show_default=False,
        ),
    ],
    ways: Ways,
    where: Where = None,
    as_json: AsJson = False,
) -> None:
    """Print how reports tell the same happenings: what agrees, what differs, what contradicts.

    An EVENT is named as dragoman events --json names it, or as REPORT/ITEM: an event mention of one report.
    """
    from dragoman.cli.reading import STANDARD_INPUT, Batch

    if len(accounts) == 1 and accounts[0] != STANDARD_INPUT and not Path(accounts[0]).exists():
        if not where:
            from dragoman.errors import OptionError

            raise OptionError(f"{accounts[0]} is no file; to compare an event of a casebook, name that with --case")
        from dragoman.cli.showing import show_event

        with opened(where) as book:
            show_event(book, accounts[0], as_json=as_json)
        return
    batch = Batch(accounts, Head(), ways)
    records = list(batch.records(bar=True))
    if records:
        from dragoman.casebook import compare
        from dragoman.cli.showing import show_accounts

        show_accounts(records, compare(records), as_json=as_json)
    if batch.unread:
        raise typer.Exit(UNREAD)


casebook.register(app)


def main() -> None:
    """Run the command line; what the console script calls."""
    from dragoman.errors import DragomanError
    from dragoman.processes import collect_seldom

    collect_seldom()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        app()
    except DragomanError as error:
        _leave(str(error), WRONG_USAGE)
    except BrokenPipeError:
        # Whoever reads our output has what they wanted. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except Exception as error:
        if os.environ.get(TRACEBACK):
            raise
        fault = f"{type(error).__name__}: {error}"
        _leave(f"stopped by a fault of its own ({fault}); please report it, with what {TRACEBACK}=1 shows", FAULT)


def _leave(message: str, code: int) -> NoReturn:
    """End with one sentence and an exit code."""
    typer.echo(f"dragoman: {message}", err=True)
    sys.exit(code)


if __name__ == "__main__":
    main()
