"""The commands of grades: give one, list them, show what is claimed and how it might be graded.

Only light modules are imported here; commands import what they need.
"""

from __future__ import annotations

import getpass
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import AsJson, By, Where, day_of, opened

if TYPE_CHECKING:
    from dragoman.casebook import Case, Pointer
    from dragoman.store import Casebook

Graded = Annotated[
    str,
    typer.Argument(
        metavar="WHAT",
        help="An outlet or an actor by its name, for A to F; an event by its name or REPORT/ITEM, for 1 to 6.",
    ),
]
Event = Annotated[str | None, typer.Argument(metavar="EVENT", help="By its name or REPORT/ITEM; else all.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the command line."""
    for command in (grade, grades, claims):
        app.command(rich_help_panel="A casebook")(command)


def grade(
    what: Graded,
    value: Annotated[str, typer.Argument(metavar="GRADE", help="A to F, how reliable; 1 to 6, how credible.")],
    why: Annotated[str, typer.Option(metavar="TEXT", help="The reason, kept with it.", show_default=False)],
    since: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DATE", help="Reports of an earlier day keep the grade before.", show_default=False
        ),
    ] = None,
    where: Where = None,
    by: By = None,
) -> None:
    """Grade an outlet or a source from A to F, or what an origin says of an event from 1 to 6. It can be undone.

    By the Admiralty code: A completely, B usually, C fairly, D not usually reliable, E unreliable; 1 confirmed,
    2 probably, 3 possibly true, 4 doubtful, 5 improbable. F and 6 say that it cannot be judged.
    """
    day = day_of(since, "--from")
    with opened(where) as book:
        kept = book.grade(
            subject_of(book, book.case(), what), value.upper(), by=by or getpass.getuser(), why=why, since=day
        )
    typer.echo(f"Grade g{kept.id}: {kept.grade.value}. dragoman undo g{kept.id} takes it back.")


def grades(where: Where = None, as_json: AsJson = False) -> None:
    """List the grades that were given, the undone ones too."""
    from dragoman.cli.grade_views import show_grades

    with opened(where) as book:
        show_grades(book, as_json=as_json)


def claims(event: Event = None, where: Where = None, as_json: AsJson = False) -> None:
    """List what each origin says of each event, its grade, and the credibility that is proposed for it, with reasons.

    Nothing proposed is ever kept: only dragoman grade sets a grade.
    """
    from dragoman.cli.grade_views import show_claims

    with opened(where) as book:
        show_claims(book, event, as_json=as_json)


def subject_of(book: Casebook, case: Case, what: str) -> str | Pointer:
    """What a user wants graded: the name of an outlet, an actor, or what one origin says of an event.

    Raises:
        CaseError: there is no such thing, several actors bear the name, or an event is told by several origins.
    """
    from dragoman.casebook.lineage import outlet_key
    from dragoman.cli.case_views import pointer_of
    from dragoman.cli.printing import pointer
    from dragoman.errors import CaseError

    if "/" in what:
        return pointer_of(book, case, what)
    names = [name for origin in case.origins if origin.kind in ("self", "outlet") and origin.named
             for name in (origin.name, *origin.carriers)]  # fmt: skip
    names += [name for origin in case.origins for name in origin.carriers]
    names += [actor.name for actor in case.actors if actor.kind == "outlet" and actor.id == what]
    for name in names:
        if outlet_key(name) == outlet_key(what):
            return name
    event = next((event for event in case.events if event.id == what), None)
    if event is None or len(event.origin_ids) == 1:
        alike = [actor for actor in case.actors if actor.name.casefold() == what.casefold()]
        one_origin = any({own.id for own in alike} <= set(origin.actors) for origin in case.origins)
        if len(alike) > 1 and not one_origin:
            raise CaseError(f"{what}: several actors are called so; grade one of {', '.join(own.id for own in alike)}")
        return alike[0].members[0] if alike else pointer_of(book, case, what)
    by_mention = {mention: origin.name for origin in case.origins for mention in origin.events}
    told = {by_mention[mention]: pointer(mention) for mention in reversed(event.mentions)}
    each = ", ".join(f"{item} ({name})" for name, item in sorted(told.items()))
    raise CaseError(f"{what}: is told by {len(told)} origins; grade what one of them says: {each}")
