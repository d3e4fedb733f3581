"""Voice chain, factuality, time and place of an event that tells a gold item."""

from __future__ import annotations

from dragoman.record import Event, ReportRecord, Voice
from evals.gold import GoldActor, GoldEvent
from evals.identity import Linker, words_of


def voice_right(record: ReportRecord, event: Event, gold: GoldEvent, linker: Linker) -> bool | None:
    """Whether the event's chain is one of the gold chains, voice by voice; None where the gold has none."""
    if not gold.voices:
        return None
    voices = {voice.id: voice for voice in record.voices}
    chain = [voices[key] for key in event.voice]
    return any(_chain_fits(chain, wanted, linker) for wanted in gold.voices)


def _chain_fits(chain: list[Voice], wanted: tuple[str, ...], linker: Linker) -> bool:
    """The first gold voice is the report's own; the last may be any of those that speak as one with it."""
    if len(chain) != len(wanted) or not chain or chain[0].kind != "self":
        return False
    for place, (voice, key) in enumerate(zip(chain[1:], wanted[1:], strict=True), start=2):
        keys = {key}
        if place == len(wanted):
            keys.update(*(group for group in linker.story.same_voice if key in group))
        if not any(_voice_fits(voice, linker.story.actors[one], linker) for one in keys if one in linker.story.actors):
            return False
    return True


def _voice_fits(voice: Voice, gold: GoldActor, linker: Linker) -> bool:
    """A voice is a gold actor by its own actor, or by its kind and country where it has no name.

    Unnamed sources are unnamed sources of the gold's country. A statement is that of the organization whose wordings
    include one, also where the voice names the government it is part of.
    """
    same_country = voice.country is None or gold.country is None or voice.country == gold.country
    if voice.actor is not None and linker.fits(voice.actor, frozenset((gold.id,))):
        return True
    if gold.anonymous:
        return voice.kind == "anonymous" and same_country
    if voice.kind in ("statement", "document"):
        issued = any({"statement", "communique"} & set(words_of(name)) for name in gold.names)
        by_parent = voice.actor is None or linker.fits(voice.actor, frozenset(filter(None, (gold.id, gold.part_of))))
        return issued and same_country and by_parent
    return False


def factuality_of(event: Event) -> frozenset[str]:
    """The gold's words that an event's factuality answers to."""
    status, aspect = event.factuality.status, event.factuality.aspect
    if status == "hypothetical" or event.factuality.conditional:
        return frozenset(("conditional",))
    if status == "asserted":
        return frozenset(("asserted", "ongoing")) if aspect == "ongoing" else frozenset(("asserted",))
    return frozenset((status,))


def factuality_right(event: Event, gold: GoldEvent) -> bool | None:
    """Whether status and aspect are as the gold has them; None where it has none."""
    return None if not gold.factuality else not gold.factuality.isdisjoint(factuality_of(event))


def time_right(record: ReportRecord, event: Event, gold: GoldEvent) -> bool | None:
    """Whether the interval has the gold bounds (or, lacking bounds, was read from the gold words); None: no gold."""
    if gold.time is None:
        return None
    if event.time is None:
        return False
    if gold.time.start or gold.time.end:
        return _same_date(event.time.from_, gold.time.start) and _same_date(event.time.to, gold.time.end)
    span = event.time.span
    return span is not None and set(words_of(gold.time.text or "")) <= set(words_of(record.text[span[0] : span[1]]))


def _same_date(found: str | None, wanted: str | None) -> bool:
    """Dates agree, an X of the record standing for any digit; a bound the gold leaves open may be anything."""
    if wanted is None:
        return True
    if found is None or len(found) != len(wanted):
        return False
    return all(one in (other, "X") for one, other in zip(found, wanted, strict=True))


def place_right(event: Event, gold: GoldEvent) -> bool | None:
    """Whether the event has the gold place, by name; None where the gold has none."""
    if gold.place is None:
        return None
    return event.place is not None and words_of(event.place.name) == words_of(gold.place)
