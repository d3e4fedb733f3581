"""Arguments and options that several commands take, each said once; groups of them; and the casebook they name."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from dragoman.reading.reader import Reader
    from dragoman.store import Casebook

# A process takes two seconds to start, about as long as thirty reports take to read.
MANY_FILES = 40
MOST_PROCESSES = 8

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


@dataclass(frozen=True, slots=True)
class Head:
    """What the user says of the reports; it overrides what their texts say."""

    published: date | None = None
    outlet: str | None = None
    title: str | None = None

    def check(self, files: Sequence[str]) -> None:
        """Raises :class:`typer.BadParameter` if one title is given for several files."""
        if self.title is not None and len(files) > 1:
            raise typer.BadParameter(
                f"a title is for one report, and {len(files)} files are given", param_hint="'--title'"
            )


def _head(published: Published = None, outlet: Outlet = None, title: Title = None) -> Head:
    """The head of its options."""
    return Head(day_of(published, "--published"), outlet, title)


def day_of(written: str | None, option: str) -> date | None:
    """The day an option names; raises :class:`typer.BadParameter` with what to write instead."""
    try:
        return date.fromisoformat(written) if written else None
    except ValueError as error:
        raise typer.BadParameter(f"{written!r} is no date; write it as 2025-12-08", param_hint=f"'{option}'") from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the user wants reports read; as :class:`dragoman.Reader` has it, besides ``processes`` and ``quiet``."""

    processes: int | None = None
    threads: int | None = None
    lexicons: Sequence[Path] = ()
    knowledge: Sequence[Path] = ()
    standing: bool = True
    quiet: bool = False

    def processes_for(self, files: int) -> int:
        """How many processes read so many files fastest: one for a few, else one a core. The records are the same."""
        usual = min(MOST_PROCESSES, os.cpu_count() or 1) if files >= MANY_FILES else 1
        return min(self.processes or usual, files)

    def reader(self) -> Reader:
        """A reader that reads so; the language model is loaded at its first report."""
        from dragoman.reading.reader import Reader

        return Reader(lexicons=self.lexicons, knowledge=self.knowledge, standing=self.standing, threads=self.threads)

    def say(self, message: str) -> None:
        """A message to the user, unless quiet."""
        if not self.quiet:
            typer.echo(f"dragoman: {message}", err=True)

    def doubt(self, name: str, text: str) -> None:
        """A warning on a report that does not seem to be in English."""
        from dragoman.ingest.english import seems_english

        if not seems_english(text):
            self.say(
                f"warning: {name}: does not seem to be in English, "
                "the only language dragoman reads; little will be found"
            )


def _ways(
    processes: Processes = None,
    threads: Threads = None,
    lexicon: Lexicons = None,
    knowledge: KnownActors = None,
    text_alone: TextAlone = False,
    quiet: Quiet = False,
) -> Ways:
    """The ways of their options."""
    return Ways(
        processes=processes, threads=threads, lexicons=lexicon or (), knowledge=knowledge or (),
        standing=not text_alone, quiet=quiet,
    )  # fmt: skip


_GROUPS: Mapping[type, Callable[..., object]] = {Head: _head, Ways: _ways}


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """A command whose parameters of type :class:`Head` and :class:`Ways` stand for the options these are made of.

    Its help lists the command's own options first.
    """
    own = signature(command, eval_str=True).parameters.values()
    makers = {part.name: _GROUPS[part.annotation] for part in own if part.annotation in _GROUPS}
    options = {name: signature(make, eval_str=True).parameters for name, make in makers.items()}
    spread = [part for part in own if part.name not in makers]
    spread += [option for group in options.values() for option in group.values()]

    @wraps(command)
    def run(**chosen: Any) -> None:
        for name, make in makers.items():
            chosen[name] = make(**{option: chosen.pop(option) for option in options[name]})
        command(**chosen)

    run.__signature__ = signature(command).replace(parameters=spread)  # type: ignore[attr-defined]
    run.__annotations__ = {option.name: option.annotation for option in spread}
    return run


@contextmanager
def opened(where: str | None, *, create: bool = False) -> Iterator[Casebook]:
    """The casebook a command is about."""
    from dragoman.store import Casebook

    if not where:
        raise typer.BadParameter("name the casebook with --case, or in DRAGOMAN_CASE", param_hint="'--case'")
    with Casebook.open(where, create=create) as book:
        yield book
