"""Odd records: ids that lead nowhere, empty texts, names of signs only. A case is built all the same."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.casebook import compare
from dragoman.record import (
    Actor,
    Event,
    EventPlace,
    EventTime,
    Factuality,
    MadeBy,
    Mention,
    ReportRecord,
    Role,
    Tie,
    Voice,
)  # fmt: skip

IDS = st.sampled_from(["a1", "a2", "a3", "lost"])
SOME_IDS = st.lists(IDS, max_size=3).map(tuple)
NAMES = st.sampled_from(["", "-", "Khaled", "Khaled Khalifa", "U.N.", "the", "محمد", "Abu", "Jr.", "King", "a\u200fb"])
DATES = st.sampled_from([None, "2025-12-08", "XXXX-12-01", "2025-02-31", "XXXX", "", "9999-12-31", "0000-00-00"])
KINDS = st.sampled_from(["person", "government", "organization", "outlet", "country", "population", "sources", "other"])
COUNTRIES = st.sampled_from([None, "EGY", "LBY", "???"])

CAIRO = EventPlace(span=(0, 1), name="Cairo", country="EGY")
MENTION = Mention(id="m", start=0, end=6, head=(0, 6), form="named", kind="person", actor="a1")


@st.composite
def actors(draw):
    return tuple(
        Actor(
            id=own, name=draw(NAMES), kind=draw(KINDS), country=draw(COUNTRIES), names=(draw(NAMES),),
            sectors=draw(st.sampled_from([(), ("GOV",), ("REB", "GOV")])), anonymous=draw(st.booleans()),
            roles=(Role(title=draw(NAMES), of=draw(NAMES), span=(0, 1)),), members=draw(SOME_IDS),
        )
        for own in draw(st.lists(st.sampled_from(["a1", "a2", "a3"]), max_size=3, unique=True))
    )  # fmt: skip


@st.composite
def events(draw):
    start, end = draw(DATES), draw(DATES)
    return Event(
        id=draw(st.sampled_from(["e1", "e2"])), quad=1,
        type=draw(st.sampled_from(["CONSULT", "ASSAULT", "AGREE", "UNHEARD-OF"])), cameo="", rule="",
        intensity=draw(st.sampled_from([-9.0, 0.0, 2.5])), anchor=(draw(st.integers(0, 60)), 70),
        actors=draw(SOME_IDS), recipients=draw(SOME_IDS), confidence=1.0, voice=draw(SOME_IDS),
        time=draw(
            st.sampled_from([None, EventTime(value="XXXX-WXX-1"), EventTime(value="", **{"from": start, "to": end})])
        ),
        place=draw(st.sampled_from([None, EventPlace(span=(0, 1), name=""), CAIRO])),
        factuality=Factuality(status=draw(st.sampled_from(["asserted", "negated", "future", "hypothetical"]))),
    )  # fmt: skip


@st.composite
def records(draw):
    return ReportRecord(
        id=draw(st.sampled_from(["r1", "r2", "r3"])), outlet=draw(st.sampled_from([None, "", "Nile Wire"])),
        published=draw(DATES), text=draw(st.sampled_from(["", "x", "Khaled met Khalifa. " * 8])),
        made_by=MadeBy(dragoman="", model="", lexicon=""), sentences=draw(st.sampled_from([(), ((0, 20), (20, 40))])),
        mentions=draw(st.sampled_from([(), (MENTION,)])),
        actors=draw(actors()), events=tuple(draw(st.lists(events(), max_size=3, unique_by=lambda event: event.id))),
        voices=tuple(
            Voice(id=own, kind=draw(st.sampled_from(["self", "outlet", "anonymous", "statement", "person"])),
                  actor=draw(st.none() | IDS), named=draw(st.booleans()), country=draw(COUNTRIES), chain=(own,))
            for own in draw(st.lists(IDS, max_size=2, unique=True))
        ),
        ties=(Tie(**{"id": "t", "from": draw(IDS), "to": draw(IDS)}, kind=draw(st.sampled_from(["kin of", "leads"])),
                  span=(0, 1), voice=()),),
    )  # fmt: skip


@settings(max_examples=60)
@given(st.lists(records(), max_size=3), st.randoms(use_true_random=False))
def test_any_records_make_a_case_that_does_not_depend_on_their_order(made, random):
    shuffled = list(made)
    random.shuffle(shuffled)
    assert compare(shuffled).to_json() == compare(made).to_json()


def test_a_report_without_an_outlet_that_cites_itself_is_called_by_its_id():
    kinds = {"a1": "self", "lost": "outlet"}
    voices = tuple(
        Voice(id=own, kind=kind, actor=None, named=False, country=None, chain=(own,)) for own, kind in kinds.items()
    )
    event = Event(
        id="e1", quad=1, type="CONSULT", cameo="", rule="", intensity=0.0, anchor=(0, 1), actors=(), recipients=(),
        confidence=1.0, voice=("a1", "lost", "a1"),
        factuality=Factuality(status="asserted"),
    )  # fmt: skip
    made = ReportRecord(
        id="r1", text="x", made_by=MadeBy(dragoman="", model="", lexicon=""), voices=voices, events=(event,)
    )
    assert any("r1" in circle for circle in compare([made]).case.events[0].circular)
