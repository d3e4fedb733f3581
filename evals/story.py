"""One annotated story read and scored: the work behind ``seeds`` and ``rewritten``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dragoman.record import Event, ReportRecord
from evals.aspects import factuality_of, factuality_right, place_right, time_right, voice_right
from evals.gold import GoldEvent, GoldReport, Story
from evals.identity import Linker, confused
from evals.matching import Matching, match, satisfied

if TYPE_CHECKING:
    from dragoman import Reader


@dataclass(slots=True)
class Tally:
    """Right and scored, and a line for each that is wrong."""

    right: int = 0
    scored: int = 0
    wrong: list[str] = field(default_factory=list)

    def count(self, verdict: bool | None, complaint: str) -> None:
        """Add one verdict; None is not scored."""
        if verdict is None:
            return
        self.scored += 1
        self.right += verdict
        if not verdict:
            self.wrong.append(complaint)

    @property
    def share(self) -> float:
        """Right of scored; 1.0 where nothing was scored."""
        return self.right / self.scored if self.scored else 1.0


@dataclass(slots=True)
class Score:
    """A story's score over all its reports."""

    must: Tally = field(default_factory=Tally)
    may: Tally = field(default_factory=Tally)
    coded: int = 0
    right: int = 0
    again: int = 0
    voice: Tally = field(default_factory=Tally)
    factuality: Tally = field(default_factory=Tally)
    time: Tally = field(default_factory=Tally)
    place: Tally = field(default_factory=Tally)
    merged: list[str] = field(default_factory=list)
    spurious: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures of the story, by name."""
        return {
            "must_found": self.must.right,
            "must_all": self.must.scored,
            "must_recall": self.must.share,
            "may_found": self.may.right,
            "may_all": self.may.scored,
            "coded": self.coded,
            "precision": (self.right + self.again) / self.coded if self.coded else 0.0,
            "precision_strict": self.right / self.coded if self.coded else 0.0,
            "voice": self.voice.share,
            "factuality": self.factuality.share,
            "time": self.time.share,
            "place": self.place.share,
            "wrongly_merged": len(self.merged),
        }


def read_story(story: Story, reader: Reader) -> dict[str, ReportRecord]:
    """The records of a story's reports by report id, read from the texts alone as a user would paste them."""
    return {report.id: reader.read(report.text) for report in story.reports}


def score_story(story: Story, records: Mapping[str, ReportRecord]) -> Score:
    """Hold the records of a story against its gold."""
    score = Score()
    for report in story.reports:
        record = records[report.id]
        outcome = match(record, report, story)
        linker = Linker(record, story)
        _score_items(score, report, record, outcome, linker)
        _score_events(score, report, record, outcome)
        for actor in record.actors:
            for one, other in confused(linker.evidence[actor.id], story):
                score.merged.append(f"{report.id}: {one} and {other} are one actor, {actor.name!r} {list(actor.names)}")
    return score


def _score_items(score: Score, report: GoldReport, record: ReportRecord, outcome: Matching, linker: Linker) -> None:
    """Recall over the gold items, and the aspects of those found."""
    found = satisfied(report, record, outcome)
    for gold in report.events:
        if not gold.types:
            continue
        tally = score.must if gold.must else score.may
        tally.count(
            gold.id in found, f"{report.id} {gold.id} {gold.quote!r}: {_want(gold)}; {_got(record, gold, outcome)}"
        )
    by_id = {gold.id: gold for gold in report.events}
    for key, event in sorted(outcome.found.items()):
        gold = by_id[key]
        where = f"{report.id} {key} {record.text[slice(*event.anchor)]!r}"
        wanted = " or ".join(" > ".join(chain) for chain in gold.voices)
        score.voice.count(
            voice_right(record, event, gold, linker), f"{where}: want {wanted}; got {chain_in_words(record, event)}"
        )
        score.factuality.count(
            factuality_right(event, gold),
            f"{where}: want {sorted(gold.factuality)}; got {sorted(factuality_of(event))} ({event.factuality})",
        )
        score.time.count(time_right(record, event, gold), f"{where}: want {gold.time}; got {event.time}")
        score.place.count(place_right(event, gold), f"{where}: want {gold.place}; got {event.place}")


def _score_events(score: Score, report: GoldReport, record: ReportRecord, outcome: Matching) -> None:
    """Precision over the coded events."""
    score.coded += len(record.events)
    score.right += len(outcome.found)
    score.again += len(outcome.again)
    wrong = set(outcome.wrong)
    for event in record.events:
        if event.id in wrong:
            score.spurious.append(f"{report.id} {in_words(record, event)}\n      {sentence_of(record, event)}")


def _want(gold: GoldEvent) -> str:
    roles = [
        "not scored" if not choice.scored else "/".join(sorted(choice.ids)) + ("/nobody" if choice.nobody else "")
        for choice in (gold.actors, gold.recipients)
    ]
    return f"want {'/'.join(sorted(gold.types))} {sorted(gold.modes) or ''} {roles[0]} → {roles[1]}"


def _got(record: ReportRecord, gold: GoldEvent, outcome: Matching) -> str:
    if gold.id not in outcome.near:
        return "got nothing there"
    event, verdict = outcome.near[gold.id]
    parts = verdict.wrong_parts()
    return f"got {in_words(record, event)}, {'wrong: ' + ', '.join(parts) if parts else 'which tells another item'}"


def in_words(record: ReportRecord, event: Event) -> str:
    """An event on one line: type, modes, anchor, parties by name."""
    names = {actor.id: actor.name for actor in record.actors}
    actors, recipients = ([names[key] for key in side] for side in (event.actors, event.recipients))
    anchor = record.text[slice(*event.anchor)]
    return f"{event.type} {list(event.modes) or ''} {anchor!r} {actors} → {recipients} [{event.rule}]"


def chain_in_words(record: ReportRecord, event: Event) -> str:
    """A voice chain on one line: kind and name of each voice, outermost first."""
    names = {actor.id: actor.name for actor in record.actors}
    voices = {voice.id: voice for voice in record.voices}
    return " > ".join(f"{voices[key].kind}:{names.get(voices[key].actor or '', '-')}" for key in event.voice)


def sentence_of(record: ReportRecord, event: Event) -> str:
    """The sentence an event's anchor stands in."""
    for start, end in record.sentences:
        if start <= event.anchor[0] < end:
            return " ".join(record.text[start:end].split())
    return ""


def listing(score: Score) -> Iterator[str]:
    """All that was missed or wrong, as lines with headings."""
    sections: Iterable[tuple[str, list[str]]] = (
        ("must items missed", score.must.wrong),
        ("coded and in no gold item", score.spurious),
        ("wrong voice", score.voice.wrong),
        ("wrong factuality", score.factuality.wrong),
        ("wrong time", score.time.wrong),
        ("wrong place", score.place.wrong),
        ("actors wrongly merged", score.merged),
        ("may items not coded (no error)", score.may.wrong),
    )
    for title, lines in sections:
        yield f"{title}: {len(lines)}"
        yield from (f"  - {line}" for line in lines)
