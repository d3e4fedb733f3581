"""A hand-made report, its gold and its record, small enough to see through."""

from __future__ import annotations

from dragoman.record import Actor, Event, Factuality, MadeBy, Mention, ReportRecord, Voice
from evals.gold import Story, build_story

TEXT = (
    "Ruritania warned Freedonia, officials said, after President Ada Bolt met General Kurt Rand in Strelsau. "
    "The meeting was cordial. Rand thanked Bolt."
)

ACTORS = {
    "ruritania": {"kind": "government", "country": "RUR", "sectors": ["GOV"], "names": ["Ruritania"]},
    "bolt": {"kind": "person", "country": "RUR", "sectors": ["GOV"], "names": ["Ada Bolt", "Bolt"]},
    "freedonia": {"kind": "government", "country": "FRE", "sectors": ["GOV"], "names": ["Freedonia"]},
    "rand": {"kind": "person", "country": "FRE", "sectors": ["MIL"], "names": ["Kurt Rand", "Rand"]},
    "officials": {"kind": "sources", "country": None, "anonymous": True, "names": ["officials"]},
}

WARNED = {
    "id": "G1", "must": True, "quote": "warned Freedonia", "types": ["THREATEN"], "actor": "ruritania",
    "recipient": "freedonia", "factuality": "asserted", "voice": ["outlet", "officials"],
}  # fmt: skip
MET = {
    "id": "G2", "must": True, "quote": "met General", "types": ["CONSULT"], "actor": ["bolt", "ruritania"],
    "recipient": "rand", "factuality": "asserted", "voice": ["outlet"],
}  # fmt: skip


def story(*events: dict, never_one_actor=(), more=None) -> Story:
    document = {
        "reports": {"r": {"file": "r.txt"}},
        "actors": {**ACTORS, **(more or {})},
        "events": {"r": list(events)},
        "never_one_actor": never_one_actor,
    }
    return build_story("made up", document, {"r.txt": TEXT})


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def actor(key: str, name: str, *names: str, kind: str = "person", **more) -> Actor:
    return Actor(id=key, name=name, kind=kind, names=(name, *names), **more)


CAST = (
    actor("a1", "Ruritania", kind="government", country="RUR", sectors=("GOV",)),
    actor("a2", "Freedonia", kind="government", country="FRE", sectors=("GOV",)),
    actor("a3", "Ada Bolt", "Bolt", country="RUR", sectors=("GOV",)),
    actor("a4", "General Kurt Rand", "Rand", country="FRE", sectors=("MIL",)),
    actor("a5", "officials", kind="sources", anonymous=True),
)
VOICES = (
    Voice(id="v0", kind="self", named=False, chain=("v0",)),
    Voice(id="v1", kind="anonymous", actor="a5", named=False, chain=("v0", "v1")),
)


def event(key: str, kind: str, anchor: str, actors=("a1",), recipients=("a2",), voice=("v0",), **more) -> Event:
    return Event(
        id=key, type=kind, quad=1, intensity=0.0, cameo="000", anchor=span(anchor), actors=actors,
        recipients=recipients, factuality=Factuality(), voice=voice, confidence=1.0, rule="test", **more,
    )  # fmt: skip


def record(*events: Event, cast=CAST, mentions: tuple[Mention, ...] = ()) -> ReportRecord:
    ends = [place + 1 for place, letter in enumerate(TEXT) if letter == "."]
    return ReportRecord(
        id="r", text=TEXT, made_by=MadeBy(dragoman="0", model="0", lexicon="0"),
        sentences=tuple(zip([0, *ends[:-1]], ends, strict=True)), mentions=mentions, actors=cast, voices=VOICES,
        events=events,
    )  # fmt: skip
