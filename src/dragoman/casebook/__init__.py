"""Several reports as one case: who is who across them, which tellings are one happening, where it all came from."""

from dragoman.casebook.case import build_case
from dragoman.casebook.compare import compare
from dragoman.casebook.grades import Grade
from dragoman.casebook.judgements import Judgement
from dragoman.casebook.model import Case, CaseActor, CaseEvent, Claim, Comparison, Doubt, Origin, Pointer
from dragoman.casebook.timeline import Timeline, Wanted, timeline

__all__ = [
    "Case",
    "CaseActor",
    "CaseEvent",
    "Claim",
    "Comparison",
    "Doubt",
    "Grade",
    "Judgement",
    "Origin",
    "Pointer",
    "Timeline",
    "Wanted",
    "build_case",
    "compare",
    "timeline",
]
