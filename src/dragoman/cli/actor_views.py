"""One actor of a case in full: its names, its roles over time, why its mentions are one actor, and its doubts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from dragoman.errors import CaseError
from dragoman.ontology.names import compare, fold

if TYPE_CHECKING:
    from dragoman.casebook import Case, CaseActor, Doubt


def found_actors(case: Case, who: str) -> list[CaseActor]:
    """The actors that ``who`` may mean: by its name in the case, or by a name in whole or in part.

    Raises:
        CaseError: there is none.
    """
    found = [actor for actor in case.actors if actor.id == who]
    found = found or [actor for actor in case.actors if any(_may_be(who, name) for name in actor.names)]
    if not found:
        raise CaseError(f"The case has no actor called {who!r}; dragoman actors lists them.")
    return sorted(found, key=lambda actor: (-len(actor.members), actor.id))


def actor_text(case: Case, actor: CaseActor) -> str:
    """An actor in lines of plain text."""
    names = {other.id: other.name for other in case.actors}
    told = " · ".join(part for part in (actor.kind, actor.country, " ".join(actor.sectors)) if part)
    reports = len({member.record for member in actor.members})
    lines = [f"{actor.name} ({actor.id})", f"  {told} · {reports} report{'s' if reports > 1 else ''}"]
    lines += _list("called", actor.names)
    lines += _list("roles", dict.fromkeys(_role(role.title, role.of, role.published) for role in actor.roles))
    lines += _list("one actor because", actor.evidence)
    lines += _list("against it", actor.against)
    for doubt in case.doubts:
        if doubt.what == "actor" and actor.id in (doubt.one, doubt.other):
            other = doubt.other if doubt.one == actor.id else doubt.one
            lines.append(f"  in doubt: {names[other]} ({other}), {doubt.score}")
            lines += [f"    {line}" for line in doubt_lines(doubt)]
    return "\n".join(lines)


def doubt_lines(doubt: Doubt) -> list[str]:
    """What speaks for and against a doubt, in a line each."""
    sides = (("for", doubt.evidence), ("against", doubt.against))
    return [f"{head}: {'; '.join(clauses)}" for head, clauses in sides if clauses]


def show_actor(case: Case, who: str) -> None:
    """Every actor that ``who`` may mean."""
    typer.echo("\n\n".join(actor_text(case, actor) for actor in found_actors(case, who)))


def _may_be(who: str, name: str) -> bool:
    return fold(who) in fold(name) or compare(who, name).verdict != "different"


def _role(title: str, of: str | None, published: str | None) -> str:
    return " ".join(part for part in (published or "undated", title, f"of {of}" if of else "") if part)


def _list(head: str, items: Iterable[str]) -> list[str]:
    listed = list(items)
    return [f"  {head}:", *(f"    {item}" for item in listed)] if listed else []
