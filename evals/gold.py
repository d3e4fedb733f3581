"""Annotated stories: what a careful analyst reads out of a few reports, in the form of ``gold/*.yaml``.

The head of each gold file defines its fields. This module turns the file into frozen objects and refuses one that
names an actor it does not define or quotes words that are not in the report exactly once.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from evals.data import require

SETTINGS = Path(__file__).with_name("stories.toml")


@dataclass(frozen=True, slots=True)
class GoldActor:
    """One actor of the story; ``names`` are all wordings the reports use for it, nominal ones too."""

    id: str
    kind: str
    country: str | None
    sectors: frozenset[str]
    names: tuple[str, ...]
    anonymous: bool
    part_of: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Who may fill a role: any one of ``ids``; nobody too where ``nobody``; anything where not ``scored``."""

    ids: frozenset[str]
    nobody: bool
    scored: bool


@dataclass(frozen=True, slots=True)
class GoldTime:
    """Bounds as ISO dates, None where the annotator left them open, and the words, if given."""

    start: str | None
    end: str | None
    text: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One gold item. ``types`` empty: nothing may be coded there. ``voices``: any one chain is right."""

    id: str
    must: bool
    quote: str
    types: frozenset[str]
    modes: frozenset[str]
    actors: Choice
    recipients: Choice
    factuality: frozenset[str]
    voices: tuple[tuple[str, ...], ...]
    time: GoldTime | None
    place: str | None
    same_as: str | None


@dataclass(frozen=True, slots=True)
class GoldTie:
    """A standing relation; ``target`` may be words rather than an actor's id."""

    source: str
    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report of the story: its id, file name, raw text and events."""

    id: str
    file: str
    text: str
    events: tuple[GoldEvent, ...]


@dataclass(frozen=True, slots=True)
class GoldAccounts:
    """What a side-by-side of the reports must show; parts a gold file lacks are empty.

    ``same_event`` groups the ids of items that tell one happening, ``not_same_event`` pairs those that do not.
    ``agree`` and ``differ`` name facets. ``only`` has a report's items that no other report tells; ``roots`` the
    actors of which any one is right as a report's main origin.
    """

    same_event: tuple[tuple[str, ...], ...] = ()
    not_same_event: tuple[tuple[str, str], ...] = ()
    agree: tuple[str, ...] = ()
    differ: tuple[str, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    roots: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Story:
    """An annotated story; ``same_voice`` as in stories.toml."""

    name: str
    reports: tuple[GoldReport, ...]
    actors: Mapping[str, GoldActor]
    never_one_actor: tuple[tuple[str, str], ...]
    ties: tuple[GoldTie, ...]
    accounts: GoldAccounts
    same_voice: tuple[frozenset[str], ...]


class GoldError(ValueError):
    """A gold file with faults; the text lists all of them."""


def load_document(name: str, gold: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The gold file as plain data, and file name → text of its reports.

    The reports lie in a folder of the story's name beside the gold file or one level up.

    Raises:
        DataMissingError: the gold file or the folder of reports is not there.
    """
    source = require(gold / f"{name}.yaml", "--gold")
    document = yaml.safe_load(source.read_text("utf-8"))
    folder = gold / name if (gold / name).is_dir() else gold.parent / name
    texts = {}
    for report in document["reports"].values():
        texts[report["file"]] = require(folder / report["file"], "--gold").read_bytes().decode("utf-8")
    return document, texts


def load_story(name: str, gold: Path) -> Story:
    """The story ``gold/NAME.yaml`` with its reports."""
    return build_story(name, *load_document(name, gold))


def build_story(name: str, document: Mapping[str, Any], texts: Mapping[str, str]) -> Story:
    """A story from plain data.

    Raises:
        GoldError: unknown actors, or quotes that are not found exactly once.
    """
    settings = document.get("scoring") or tomllib.loads(SETTINGS.read_text("utf-8")).get(name, {})
    scored_null = settings.get("nulls", "none") == "none"
    reports = []
    for key, head in document["reports"].items():
        events = tuple(_event(item, scored_null) for item in document["events"].get(key, ()))
        reports.append(GoldReport(key, head["file"], texts[head["file"]], events))
    actors = {key: _actor(key, fields) for key, fields in document["actors"].items()}
    story = Story(
        name=name,
        reports=tuple(reports),
        actors=actors,
        never_one_actor=tuple((one, other) for one, other in document.get("never_one_actor", ())),
        ties=tuple(GoldTie(tie["from"], tie["kind"], tie["to"]) for tie in document.get("ties", ())),
        accounts=_accounts(document.get("accounts", {})),
        same_voice=tuple(frozenset(group) for group in settings.get("same_voice", ())),
    )
    faults = list(_faults(story))
    if faults:
        raise GoldError(f"{name}: " + "; ".join(faults))
    return story


def _actor(key: str, fields: Mapping[str, Any]) -> GoldActor:
    return GoldActor(
        id=key,
        kind=fields["kind"],
        country=fields.get("country"),
        sectors=frozenset(fields.get("sectors", ())),
        names=tuple(fields.get("names", ())),
        anonymous=bool(fields.get("anonymous", False)),
        part_of=fields.get("part_of"),
    )


def _choice(value: object, scored_null: bool) -> Choice:
    """A role: an id, a list of ids and null, or null alone."""
    if value is None:
        return Choice(frozenset(), nobody=True, scored=scored_null)
    values = value if isinstance(value, list) else [value]
    return Choice(frozenset(str(item) for item in values if item is not None), nobody=None in values, scored=True)


def _event(item: Mapping[str, Any], scored_null: bool) -> GoldEvent:
    voices = item.get("voice_any") or ([item["voice"]] if "voice" in item else [])
    factuality = [item["factuality"]] if item.get("factuality") else []
    return GoldEvent(
        id=item["id"],
        must=item["must"],
        quote=item["quote"],
        types=frozenset(item["types"]),
        modes=frozenset(item.get("modes", ())),
        actors=_choice(item.get("actor"), scored_null),
        recipients=_choice(item.get("recipient"), scored_null),
        factuality=frozenset([*factuality, *item.get("factuality_any", ())]),
        voices=tuple(tuple(chain) for chain in voices),
        time=_time(item["time"]) if "time" in item else None,
        place=item.get("place"),
        same_as=item.get("same_as"),
    )


def _time(fields: Mapping[str, Any]) -> GoldTime:
    start, end = fields.get("from"), fields.get("to")
    return GoldTime(str(start) if start else None, str(end) if end else None, fields.get("text"))


def _accounts(fields: Mapping[str, Any]) -> GoldAccounts:
    roots = {}
    for report, origin in fields.get("origins", {}).items():
        if isinstance(origin, dict):
            roots[report] = frozenset([origin["root"]] if "root" in origin else origin["roots"])
    return GoldAccounts(
        same_event=tuple(tuple(group) for group in fields.get("same_event", ())),
        not_same_event=tuple((one, other) for one, other in fields.get("not_same_event", ())),
        agree=tuple(item["what"] for item in fields.get("agree", ())),
        differ=tuple(item["what"] for item in fields.get("differ", ())),
        only={report: tuple(items) for report, items in fields.get("only", {}).items()},
        roots=roots,
    )


def _faults(story: Story) -> Iterable[str]:
    for report in story.reports:
        for event in report.events:
            count = report.text.count(event.quote)
            if count != 1:
                yield f"{report.id} {event.id}: the quote stands {count} times in the report: {event.quote!r}"
            for actor in sorted(event.actors.ids | event.recipients.ids):
                if actor not in story.actors:
                    yield f"{report.id} {event.id}: unknown actor {actor!r}"
    for one, other in story.never_one_actor:
        yield from (f"never_one_actor: unknown actor {key!r}" for key in (one, other) if key not in story.actors)
