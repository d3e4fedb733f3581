"""What the case makes of a story: actors joined over its reports, and happenings."""

from __future__ import annotations

from evals.across import score_case
from evals.gold import build_story
from tests.evals.records import ACTORS, MET, TEXT, actor, event, record

OTHER = {**MET, "id": "H1"}
DOCUMENT = {
    "reports": {"one": {"file": "one.txt"}, "two": {"file": "two.txt"}},
    "actors": ACTORS,
    "events": {"one": [MET], "two": [OTHER]},
    "accounts": {"same_event": [["G2", "H1"]]},
    "never_one_actor": [["bolt", "rand"]],
}


def score(*second_cast):
    told = build_story("two tellings", DOCUMENT, {"one.txt": TEXT, "two.txt": TEXT})
    met = event("e1", "CONSULT", "met", actors=("a3",), recipients=("a4",))
    first = record(met)
    second = record(met, **({"cast": second_cast} if second_cast else {})).model_copy(update={"id": "s"})
    return score_case(told, {"one": first, "two": second})


def test_the_same_people_and_meeting_of_two_reports_are_one():
    result = score()
    assert (result.joins.wrong, result.same.right, result.merged) == ([], 1, [])


def test_an_actor_that_goes_by_another_name_is_told_as_not_joined():
    stranger = actor("a3", "Zed Quill", country="FRE", sectors=("MIL",))
    rand = actor("a4", "Kurt Rand", "Rand", country="FRE", sectors=("MIL",))
    assert score(stranger, rand).same.right == 0
