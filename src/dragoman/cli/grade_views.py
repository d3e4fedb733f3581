"""What the commands of grades print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from dragoman.casebook.timeline import timeline
from dragoman.cli.case_views import CODE_NOTE, pointer_of, what_happened
from dragoman.cli.printing import pointer, pointers, print_lines, print_table

if TYPE_CHECKING:
    from dragoman.casebook import Claim
    from dragoman.store import Casebook, StoredGrade


def show_grades(book: Casebook, *, as_json: bool) -> None:
    """All grades in the order they were made, the undone ones marked."""
    made = book.grades(undone=True)
    if as_json:
        print_lines(
            {
                "id": f"g{row.id}", "what": row.grade.what, "on": _on(row), "value": row.grade.value,
                "from": row.grade.since, "by": row.by, "at": row.at, "why": row.why, "undone": row.undone,
            }
            for row in made
        )  # fmt: skip
        return
    print_table(
        ("no.", "grade", "of", "from", "by", "when", "why"),
        [
            (
                f"g{row.id}",
                row.grade.value + (" (undone)" if row.undone else ""),
                _named(book, row),
                row.grade.since or "",
                row.by,
                f"{row.at:%Y-%m-%d %H:%M}",
                row.why,
            )
            for row in made
        ],
        "Nothing has been graded yet.",
        whole=("no.", "grade", "from", "when"),
    )


def _named(book: Casebook, row: StoredGrade) -> str:
    """What was graded, in words: an outlet, a source by its name, a claim by its event's code and words."""
    on = row.grade.on
    if isinstance(on, str):
        return f"outlet {on}"
    record = book.record(on.record)
    if row.grade.what == "source":
        name = next((actor.name for actor in record.actors if actor.id == on.item), "")
        return f"source {name} ({pointer(on)})"
    told = next((event for event in record.events if event.id == on.item), None)
    words = f"{told.type} “{record.text[slice(*told.anchor)]}” " if told else ""
    return f"claim {words}({pointer(on)})"


def _on(row: StoredGrade) -> str:
    on = row.grade.on
    return on if isinstance(on, str) else pointers([on])[0]


def show_claims(book: Casebook, event: str | None, *, as_json: bool) -> None:
    """The claims of the case, or of one event, by the events' dates."""
    comparison = book.comparison()
    case = comparison.case
    wanted = None if event is None else case.event_ids()[pointer_of(book, case, event)]
    order = {item.id: at for at, item in enumerate(timeline(case).events)}
    told = sorted(comparison.claims, key=lambda claim: order[claim.event])
    told = [claim for claim in told if wanted in (None, claim.event)]
    if as_json:
        print_lines(
            {**asdict(claim), "mentions": pointers(claim.mentions), "code": claim.code} for claim in told
        )  # fmt: skip
        return
    names = {actor.id: actor.name for actor in case.actors}
    events = {item.id: item for item in case.events}
    print_table(
        ("claim", "what is told", "by whose word", "grade", "why"),
        [
            (
                pointer(claim.mentions[0]),
                what_happened(events[claim.event], names),
                " ← ".join(claim.chain),
                claim.code,
                _why(claim),
            )
            for claim in told
        ],
        "The casebook has no claims yet.",
        whole=("claim", "grade"),
        note=CODE_NOTE.partition(":")[0] + ".",
    )


def _why(claim: Claim) -> str:
    """What a claim's grade rests on."""
    parts: Sequence[str] = claim.reasons
    if claim.credibility:
        parts = (f"proposed {claim.proposed}: {'; '.join(claim.reasons)}",)
    if claim.reliability_of and claim.reliability_of != claim.name:
        parts = (*parts, f"{claim.reliability}: {claim.reliability_of}")
    return "; ".join(parts)
