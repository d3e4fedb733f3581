"""Reports as the brief shows them: head, by whose word they speak, and the text with all that was read marked in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dragoman.formats.desk import Desk, telling_id
from dragoman.formats.marks import Mark, cut
from dragoman.formats.phrases import Phrases
from dragoman.formats.views import OriginLine, ReportView
from dragoman.formats.wording import country_name, date_words, shortened, voice_chain
from dragoman.record import ReportRecord


def report_view(desk: Desk, number: int) -> ReportView:
    """One report of a brief, by its number, with its marked text."""
    record = desk.records[number - 1]
    marks = (
        *_said(number, record, desk.phrases),
        *_happened(desk, number, record),
        *_mentioned(desk, number, record),
        *_tied(number, record, desk.phrases),
    )
    return ReportView(
        number=number,
        id=f"report-{number}",
        title=title_of(record, number),
        outlet=desk.outlets[number - 1],
        outlet_known=record.own_outlet is not None,
        published=date_words(record.published),
        words=len(record.text.split()),
        events=len(record.events),
        origins=_origins(record, desk.phrases),
        text=record.text,
        marks=marks,
        blocks=cut(record.text, marks),
    )


def title_of(record: ReportRecord, number: int) -> str:
    """A report's title, else the first words of its sentences, not of its head matter, in quotation marks."""
    if record.title and record.title.strip():
        return shortened(record.title, 160)
    start = record.sentences[0][0] if record.sentences else 0
    words = shortened(record.text[start:], 70)
    return f"“{words}”" if words else f"Report {number}, without a title"


def _origins(record: ReportRecord, phrases: Phrases) -> tuple[OriginLine, ...]:
    """The voice chains of a report's events, the most used first; of its attributions where it has no event."""
    chains = Counter(voice_chain(record, event.voice, phrases) for event in record.events)
    if not chains:
        voices = {voice.id: voice.chain for voice in record.voices}
        heard = [voices[part.voice] for part in record.attributions if part.voice in voices] or [()]
        chains = Counter({voice_chain(record, chain, phrases): 0 for chain in heard})
    return tuple(OriginLine(chain, count) for chain, count in chains.most_common())


def _said(number: int, record: ReportRecord, phrases: Phrases) -> Iterator[Mark]:
    """What somebody is said to have said."""
    voices = {voice.id: voice for voice in record.voices}
    for index, attribution in enumerate(record.attributions, start=1):
        voice = voices.get(attribution.voice)
        chain = voice_chain(record, voice.chain if voice else (), phrases)
        for part, (start, end) in enumerate(attribution.content):
            mark = f"r{number}-a{index}" + (f"-{part + 1}" if part else "")
            yield Mark(mark, start, end, "content", voice.kind if voice else "self", f"Said by: {chain.words}")


def _happened(desk: Desk, number: int, record: ReportRecord) -> Iterator[Mark]:
    """The words of every event mention."""
    for index, event in enumerate(record.events, start=1):
        telling, happening = desk.told[telling_id(number, index)]
        title = f"{telling.words} ({telling.code})"
        yield Mark(telling.id, *event.anchor, "event", telling.tone, title, happening)


def _mentioned(desk: Desk, number: int, record: ReportRecord) -> Iterator[Mark]:
    """The mentions of actors."""
    for index, mention in enumerate(record.mentions, start=1):
        key = desk.key_of.get((record.id, mention.actor)) if mention.actor else None
        if key:
            party = desk.parties[key]
            country = country_name(party.country, desk.countries)
            title = party.name if country is None else f"{party.name} ({country})"
            yield Mark(f"r{number}-m{index}", mention.start, mention.end, "actor", mention.form, title, key)


def _tied(number: int, record: ReportRecord, phrases: Phrases) -> Iterator[Mark]:
    """The words of every tie."""
    for index, tie in enumerate(record.ties, start=1):
        yield Mark(f"r{number}-t{index}", *tie.span, "tie", "", f"Tie: {phrases.tie(tie.kind)}")
