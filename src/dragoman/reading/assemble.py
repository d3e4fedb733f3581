"""Drafts to record: word indices become code points, indices become ids, PLOVER's numbers are looked up."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman import record as out
from dragoman.ingest.report import Report
from dragoman.ontology.cameo import to_cameo
from dragoman.ontology.plover import intensity, quad
from dragoman.reading.counting import Count
from dragoman.reading.draft import Actor, Cast, Event, Place, Testimony, Tie, Time, WordSpan
from dragoman.reading.mention_records import mentions
from dragoman.reading.nominals import Nominal
from dragoman.reading.tree import Tree


@dataclass(frozen=True, slots=True)
class Reading:
    """All drafts of one report."""

    tree: Tree
    cast: Cast
    nominals: list[Nominal]
    chains: list[int]
    times: list[Time]
    places: list[Place]
    testimony: Testimony
    events: list[Event]
    ties: list[Tie]
    counts: list[Count]


def assemble(report: Report, reading: Reading, made_by: out.MadeBy) -> out.ReportRecord:
    """The record of a report. Ids count from 1 in text order (voices from 0, the report's own)."""
    tree, cast, testimony = reading.tree, reading.cast, reading.testimony
    told = mentions(tree, cast, reading.nominals, reading.chains)
    return out.ReportRecord(
        id=report.id,
        title=report.title,
        outlet=report.outlet,
        published=report.published.isoformat() if report.published else None,
        text=report.text,
        made_by=made_by,
        sentences=tuple(tree.span(sentence.first, sentence.last) for sentence in tree.sentences),
        mentions=told,
        actors=tuple(actor_record(index, actor, tree) for index, actor in enumerate(cast.actors, 1)),
        times=tuple(_time(time, tree) for time in reading.times),
        places=tuple(_place(place, tree) for place in reading.places),
        attributions=_attributions(testimony, tree),
        voices=tuple(
            out.Voice(
                id=f"v{index}",
                kind=voice.kind,
                actor=_actor_id(voice.actor),
                named=voice.named,
                country=voice.country,
                chain=tuple(f"v{link}" for link in voice.chain),
                count=voice.count,
                office=voice.office,
                unnamed=None if voice.unnamed is None else _span(voice.unnamed, tree),
            )
            for index, voice in enumerate(testimony.voices)
        ),
        events=tuple(event_record(index, event, tree) for index, event in enumerate(reading.events, 1)),
        ties=tuple(
            out.Tie(
                id=f"r{index}",
                from_=f"a{tie.source + 1}",
                kind=tie.kind,
                to=f"a{tie.target + 1}",
                span=_span(tie.span, tree),
                voice=tuple(f"v{link}" for link in tie.voice),
                time=_event_time(tie.time, tree),
            )
            for index, tie in enumerate(reading.ties, 1)
        ),
        numbers=_numbers(reading.counts, told, tree),
    )


def _span(words: WordSpan, tree: Tree) -> out.Span:
    return tree.span(*words)


def _actor_id(index: int | None) -> str | None:
    return None if index is None else f"a{index + 1}"


def actor_record(index: int, actor: Actor, tree: Tree) -> out.Actor:
    """One actor, its id from ``index``; ids of members count the cast's actors from 1."""
    return out.Actor(
        id=f"a{index}",
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        sectors=actor.sectors,
        names=actor.names,
        roles=tuple(out.Role(title=role.title, of=role.of, span=_span(role.span, tree)) for role in actor.roles),
        anonymous=actor.anonymous,
        members=tuple(f"a{member + 1}" for member in actor.members),
        identifiers=dict(actor.identifiers),
    )


def _time(time: Time, tree: Tree) -> out.Time:
    start, end = _span(time.span, tree)
    return out.Time(start=start, end=end, type=time.type, value=time.value, from_=time.start, to=time.end)


def _place(place: Place, tree: Tree) -> out.Place:
    start, end = place.offsets or _span(place.span, tree)
    return out.Place(
        start=start,
        end=end,
        name=place.name,
        geonames=place.geonames,
        latitude=place.latitude,
        longitude=place.longitude,
        country=place.country,
        role=place.role,
        confidence=None if place.confidence is None else round(place.confidence, 2),
    )


def _attributions(testimony: Testimony, tree: Tree) -> tuple[out.Attribution, ...]:
    return tuple(
        out.Attribution(
            id=f"t{index}",
            source=tuple(_span(span, tree) for span in attribution.source),
            cue=tuple(_span(span, tree) for span in attribution.cue),
            content=tuple(_span(span, tree) for span in attribution.content),
            inside=None if attribution.inside is None else f"t{attribution.inside + 1}",
            voice=f"v{attribution.voice}",
        )
        for index, attribution in enumerate(testimony.attributions, 1)
    )


def event_record(index: int, event: Event, tree: Tree) -> out.Event:
    """One event mention, its id from ``index``; actor ids count the cast's actors from 1."""
    return out.Event(
        id=f"e{index}",
        type=event.type,
        modes=event.modes,
        contexts=event.contexts,
        quad=quad(event.type),
        intensity=intensity(event.type, event.modes),
        cameo=to_cameo(event.type, event.modes, event.contexts),
        anchor=_span(event.anchor, tree),
        actors=tuple(f"a{actor + 1}" for actor, _ in event.actors),
        recipients=tuple(f"a{actor + 1}" for actor, _ in event.recipients),
        actor_spans=tuple(_span(span, tree) for _, span in event.actors),
        recipient_spans=tuple(_span(span, tree) for _, span in event.recipients),
        time=_event_time(event.time, tree),
        place=_event_place(event.place, tree),
        factuality=out.Factuality(
            status=event.factuality.status, aspect=event.factuality.aspect, conditional=event.factuality.conditional
        ),
        voice=tuple(f"v{link}" for link in event.voice),
        confidence=event.confidence,
        rule=event.rule,
    )


def _numbers(counts: list[Count], told: tuple[out.Mention, ...], tree: Tree) -> tuple[out.Number, ...]:
    """The amounts with the mention whose head they count, the shortest where several have it."""
    by_head = {mention.head: mention for mention in sorted(told, key=lambda mention: mention.start - mention.end)}
    numbers = []
    for index, counted in enumerate(counts, 1):
        amount, word = counted.amount, counted.counted
        start, end = _span((amount.first, amount.last), tree)
        noun = None if word is None else (word.start, word.end)
        mention = None if noun is None else by_head.get(noun)
        numbers.append(
            out.Number(
                id=f"n{index}",
                start=start,
                end=end,
                value=amount.value,
                low=amount.low,
                high=amount.high,
                modifier=amount.modifier,
                unit=amount.unit,
                of=counted.of,
                fate=counted.fate,
                counted=noun,
                mention=None if mention is None else mention.id,
                actor=None if mention is None else mention.actor,
                events=tuple(f"e{event + 1}" for event in counted.events),
            )
        )
    return tuple(numbers)


def _event_time(time: Time | None, tree: Tree) -> out.EventTime | None:
    if time is None:
        return None
    return out.EventTime(span=_span(time.span, tree), value=time.value, from_=time.start, to=time.end)


def _event_place(place: Place | None, tree: Tree) -> out.EventPlace | None:
    if place is None:
        return None
    return out.EventPlace(span=_span(place.span, tree), name=place.name, geonames=place.geonames, country=place.country)
