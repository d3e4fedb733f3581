"""Any record at all: spans anywhere in any text, dangling ids, hostile names; a file may hold what no reader makes."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from dragoman.record import (
    Actor,
    Attribution,
    Event,
    EventTime,
    Factuality,
    Kind,
    MadeBy,
    Mention,
    ReportRecord,
    Role,
    Tie,
    TieKind,
    Voice,
    VoiceKind,
)

TEXTS = st.text(st.sampled_from('ab "<>&\n\u202e\u05d0\u0301\x00\x1b中'), max_size=60)
NAMES = st.one_of(TEXTS, st.sampled_from(["<script>alert(1)</script>", "A" * 300, "محمد", "' onload='x"]))
ACTOR_IDS = st.sampled_from(["a1", "a2", "a3", "a9", "<a>"])
VOICE_IDS = st.sampled_from(["v0", "v1", "v9"])
CODES = st.sampled_from(["CONSULT", "ACCUSE", "ASSAULT", "<b>"])


@st.composite
def spans(draw: Any, text: str) -> tuple[int, int]:
    """A span of the text, which may be empty."""
    ends = draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text))))
    return min(ends), max(ends)


def numbered(letter: str, parts: list[Any]) -> tuple[Any, ...]:
    """The parts with ids of their own."""
    return tuple(part.model_copy(update={"id": f"{letter}{at}"}) for at, part in enumerate(parts))


@st.composite
def records(draw: Any, record_id: str = "one") -> ReportRecord:
    """A record in which every span lies in the text, and nothing else is sure."""
    text = draw(TEXTS)
    span = spans(text)
    several = st.lists(span, max_size=2).map(tuple)
    kinds = st.sampled_from(get_args(Kind))
    mention = st.builds(
        lambda at, form, kind, actor: {
            "start": at[0], "end": at[1], "head": at, "form": form, "kind": kind, "actor": actor
        },
        span, st.sampled_from(["named", "pronoun"]), kinds, st.none() | ACTOR_IDS,
    )  # fmt: skip
    countries = st.sampled_from([None, "EGY", "<i>"])
    actors = draw(st.lists(st.tuples(NAMES, kinds, countries), max_size=3))
    event = st.builds(
        Event, id=st.just("e"), type=CODES, modes=st.sampled_from([(), ("visit",), ("disapprove",)]),
        quad=st.sampled_from([1, 2, 3, 4]), intensity=st.floats(-10, 10), cameo=st.just("000"), anchor=span,
        actors=st.lists(ACTOR_IDS, max_size=2).map(tuple), recipients=st.lists(ACTOR_IDS, max_size=2).map(tuple),
        time=st.none() | st.builds(EventTime, span=st.none() | span, value=st.just("x"),
                                   from_=st.sampled_from([None, "2025-12-01"]),
                                   to=st.sampled_from([None, "XXXX-12-10", "2025", "nonsense"])),
        factuality=st.builds(Factuality, status=st.sampled_from(["asserted", "negated", "future"])),
        voice=st.lists(VOICE_IDS, max_size=3).map(tuple), confidence=st.just(0.5), rule=NAMES,
    )  # fmt: skip
    tie = st.builds(
        Tie, id=st.just("r"), from_=ACTOR_IDS, kind=st.sampled_from(get_args(TieKind)), to=ACTOR_IDS, span=span,
        voice=st.lists(VOICE_IDS, max_size=2).map(tuple),
    )  # fmt: skip
    attribution = st.builds(Attribution, id=st.just("t"), source=several, cue=several, content=several, voice=VOICE_IDS)
    voice = st.builds(Voice, kind=st.sampled_from(get_args(VoiceKind)), actor=st.none() | ACTOR_IDS,
                      named=st.booleans(), id=VOICE_IDS, chain=st.lists(VOICE_IDS, max_size=2).map(tuple))  # fmt: skip
    return ReportRecord(
        id=record_id, title=draw(st.none() | NAMES), outlet=draw(st.none() | NAMES), text=text,
        published=draw(st.sampled_from([None, "2025-12-08"])),
        made_by=MadeBy(dragoman="0", model="m", lexicon="l"), sentences=((0, len(text)),) if text else (),
        mentions=tuple(Mention(id=f"m{at}", **parts) for at, parts in enumerate(draw(st.lists(mention, max_size=5)))),
        actors=tuple(
            Actor(id=f"a{at}", name=name, kind=kind, country=country, roles=(Role(title=name, span=(0, 0)),))
            for at, (name, kind, country) in enumerate(actors, start=1)
        ),
        voices=tuple(draw(st.lists(voice, max_size=2))), attributions=tuple(draw(st.lists(attribution, max_size=2))),
        events=numbered("e", draw(st.lists(event, max_size=4))), ties=numbered("r", draw(st.lists(tie, max_size=2))),
    )  # fmt: skip
