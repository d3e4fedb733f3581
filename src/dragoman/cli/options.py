"""Arguments and options that several commands take, each said once, and the casebook they name."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from dragoman.store import Casebook

Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE", help="Reports as plain text, one a file; - reads standard input.", show_default=False
    ),
]
Published = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="When they were published, as 2025-12-08; else as the text says.", show_default=False
    ),
]
Outlet = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="Who published them; else as the text says.", show_default=False),
]
Title = Annotated[
    str | None,
    typer.Option(metavar="TEXT", help="The title of the one FILE; else as the text says.", show_default=False),
]
Processes = Annotated[
    int | None,
    typer.Option(
        metavar="N",
        min=1,
        help="How many reports to read at the same time; else 1, or for many reports one a core.",
        show_default=False,
    ),
]
Threads = Annotated[
    int | None,
    typer.Option(
        metavar="N", min=1, help="Threads of the language model; else as the machine allows.", show_default=False
    ),
]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Predicates of your own (TOML, see docs/lexicon.md); may be given more than once.",
        show_default=False,
    ),
]
KnownActors = Annotated[
    list[Path] | None,
    typer.Option(
        "--knowledge",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Known actors of your own (see docs/knowledge.md); may be given more than once.",
        show_default=False,
    ),
]
TextAlone = Annotated[
    bool,
    typer.Option("--text-alone", metavar="", help="Use no packaged knowledge of leaders and groups, only the text."),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", metavar="", help="No progress and no messages; the exit code still tells.")
]
Page = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="PAGE", help="Also write it as one HTML page, with the texts.", show_default=False
    ),
]
Documents = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="Reports as plain text, or records (.jsonl); - reads standard input.",
        show_default=False,
    ),
]
Where = Annotated[
    str | None,
    typer.Option(
        "--case", metavar="CASE", envvar="DRAGOMAN_CASE", help="The casebook: a file, or a database URL.",
        show_default=False,
    ),
]  # fmt: skip
Since = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="2025-12-08, 2025-12 or 2025.", show_default=False)
]
Until = Annotated[
    str | None, typer.Option("--to", metavar="DATE", help="Likewise; both are included.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", metavar="", help="Print JSON lines, for programs.")]
Why = Annotated[str | None, typer.Option(metavar="TEXT", help="The reason, kept with it.", show_default=False)]
By = Annotated[
    str | None,
    typer.Option(metavar="NAME", envvar="DRAGOMAN_ANALYST", help="Who says so; else your login.", show_default=False),
]


@contextmanager
def opened(where: str | None, *, create: bool = False) -> Iterator[Casebook]:
    """The casebook a command is about."""
    from dragoman.store import Casebook

    if not where:
        raise typer.BadParameter("name the casebook with --case, or in DRAGOMAN_CASE", param_hint="'--case'")
    with Casebook.open(where, create=create) as book:
        yield book
