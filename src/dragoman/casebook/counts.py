"""The counts of two accounts held against each other: as intervals, like with like."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.casebook.accounts import Told
from dragoman.casebook.model import Pointer, Verdict
from dragoman.casebook.naming import word_list
from dragoman.casebook.tables import load_tables
from dragoman.lexicon.organizations import load_organizations
from dragoman.record import Number, ReportRecord

_PEOPLE = "people"


def compare_counts(a: Told, b: Told, actor_ids: Mapping[Pointer, str]) -> Verdict:
    """The gravest verdict over the counts of two accounts that count the same; "silent" if there are none."""
    found: set[Verdict] = set()
    for one in a.numbers:
        like = [
            _fit(one, other)
            for other in b.numbers
            if _alike(a.record, one, b.record, other, actor_ids) or _both_befallen(a, one, b, other, actor_ids)
        ]
        like = like or [part for other in b.numbers if (part := _as_part(one, other) or _as_part(other, one))]
        if like:
            found.add(min(like, key=_ORDER.index))
    return max(found, key=_ORDER.index) if found else "silent"


_ORDER: tuple[Verdict, ...] = ("agree", "compatible", "contradict")


def counted_words(record: ReportRecord, number: Number) -> str:
    """A count in words that are the same for the same count: "at least 20 soldiers", "$2 billion"."""
    written = record.text[number.start : number.end]
    bare = len(written.split()) - len((number.modifier or "").split()) == 1
    if number.unit is not None or number.value is None or not bare:
        said = written[:1].lower() + written[1:]
    else:
        said = " ".join(part for part in (_before(number), f"{number.value:,g}", _behind(number)) if part)
    noun = "" if number.counted is None else record.text[slice(*number.counted)]
    fate = number.fate if number.fate and number.fate not in (noun, "") else ""
    if number.counted is not None and number.start <= number.counted[0] < number.end:
        noun = ""
    return " ".join(part for part in (" ".join(said.split()), noun, fate) if part)


def _before(number: Number) -> str:
    return "" if number.modifier is None or number.modifier.startswith("or ") else number.modifier


def _behind(number: Number) -> str:
    return number.modifier if number.modifier is not None and number.modifier.startswith("or ") else ""


def _fit(one: Number, other: Number) -> Verdict:
    """Whether two counts are the same, can both hold, or cannot."""
    if (one.low, one.high) == (other.low, other.high):
        return "agree"
    apart = _below(one, other) or _below(other, one)
    return "contradict" if apart else "compatible"


def _as_part(part: Number, whole: Number) -> Verdict | None:
    """Whether the soldiers killed can be among the people killed; None if the two are no part and whole."""
    if part.unit or whole.unit or not part.fate or part.fate != whole.fate:
        return None
    if _sort(whole) != _PEOPLE or _sort(part) == _PEOPLE:
        return None
    return "contradict" if _below(whole, part) else "compatible"


def _below(one: Number, other: Number) -> bool:
    return one.high is not None and other.low is not None and one.high < other.low


def _alike(
    ours: ReportRecord, one: Number, theirs: ReportRecord, other: Number, actor_ids: Mapping[Pointer, str]
) -> bool:
    """Whether two counts count the same: one actor, nouns of one sort, or people told of by no more than that."""
    if one.unit != other.unit or (one.fate and other.fate and one.fate != other.fate):
        return False
    if one.unit is not None:
        return one.of == other.of or None in (one.of, other.of)
    actors = [
        actor_ids.get(Pointer(record.id, number.actor)) if number.actor else None
        for record, number in ((ours, one), (theirs, other))
    ]
    if actors[0] is not None and actors[0] == actors[1]:
        return True
    if _sort(one) != _sort(other):
        return False
    mine, others = _said(ours, one), _said(theirs, other)
    if (mine | others) & load_tables().partial:
        return False
    # "four Russian reporters" and "two Swiss reporters" are two groups.
    return not (mine - others and others - mine)


def _both_befallen(a: Told, one: Number, b: Told, other: Number, actor_ids: Mapping[Pointer, str]) -> bool:
    """Whether two counts are of those whom one event befell: "arrested 40 suspects", "25 people were arrested"."""
    if one.unit or other.unit or one.fate or other.fate or _PEOPLE not in (_sort(one), _sort(other)):
        return False
    return all(
        number.actor is not None and actor_ids.get(Pointer(told.record.id, number.actor)) in told.telling.recipients
        for told, number in ((a, one), (b, other))
    )


def _sort(number: Number) -> str:
    """The sort of what is counted; one for people of whom nothing is said."""
    tables = load_tables()
    if number.of is None or number.of in tables.collective or number.of in ("dead", "other", "victim", "life"):
        return _PEOPLE
    alike = load_organizations().alike
    sort = alike.get(number.of) or alike.get(number.of.removesuffix("s"))  # "troops" is its own singular
    return number.of if sort is None else sort.name


def _said(record: ReportRecord, number: Number) -> frozenset[str]:
    """What is said of those counted between the number and the noun: "Russian", "U.N. military"."""
    if number.counted is None or number.counted[0] <= number.end:
        return frozenset()
    words = word_list(record.text[number.end : number.counted[0]])
    return frozenset(words) - load_tables().small
