"""A large case made of real records: the same reports told again of other people, countries, places and days.

A *story* is one record retold: names from the packaged tables in the place of its people's, other countries with their
capitals and adjectives, another day, and most of its longer words exchanged. Countries and people come by Zipf's law:
few are in very many reports, very many in few. About half the stories have one report, some have dozens, by other
outlets and with further words exchanged; a quarter of those are wire copies, word for word. Everything follows from the
seed and the number of the story, so that a larger case begins with the reports of a smaller one of the same span.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import dragoman.knowledge
from dragoman.lexicon.outlets import load_outlets
from dragoman.lexicon.persons import load_persons
from dragoman.ontology.countries import Country, load_countries
from dragoman.record import ReportRecord

FIRST_DAY, DAYS = date(2020, 1, 1), 5 * 365  # of a case, however many reports are in it
READ_ON = date(2030, 6, 15)  # the publication date that templates are read with
_WORD = re.compile(r"(?<![\w’'-])[a-z]{4,}(?![\w’'-])")
_MARK = re.compile(r'"\\u0000(\d+)"')
_SPAN_PAIRS = ("head", "extent", "span", "anchor", "unnamed")
_SPAN_LISTS = ("sentences", "source", "cue", "content", "actor_spans", "recipient_spans")
_COPIES, _NEW_WORDS, _OTHER_WORDS, _LOCAL = 0.25, 0.6, 0.25, 0.5
_RANKS = 3000  # people a country has at most
_MOST_TOLD = 40  # reports of one story
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


class Slot(NamedTuple):
    """Characters of a template that change, and how: ``kind`` "person", "country", "body" or "word"."""

    start: int
    end: int
    kind: str
    key: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A record as the pieces of its JSON between what changes; ``values`` says what goes between them."""

    text: str
    slots: tuple[Slot, ...]
    pieces: tuple[str, ...]
    values: tuple[tuple[str, Any], ...]


def mix(records: Sequence[ReportRecord], size: int, seed: int = 1) -> Iterator[ReportRecord]:
    """As many records as asked for, in the order of their days.

    Args:
        records: the templates, read with :data:`READ_ON` as their day.
        size: how many.
        seed: another one makes another case.
    """
    templates = [_template(record) for record in records]
    world = _World(Counter(word for template in templates for word in _WORD.findall(template.text)))
    told = 0
    for number in range(size):
        chance = Random(f"{seed}/{number}")
        for record in _story(templates, world, chance, number, told / size):
            yield record
            told += 1
            if told == size:
                return


def _story(
    templates: Sequence[Template], world: _World, chance: Random, number: int, share: float
) -> Iterator[ReportRecord]:
    template = chance.choice(templates)
    day = FIRST_DAY + timedelta(days=int(share * DAYS))
    cast = _Cast(world, chance)
    words = _exchanged(template, world, chance, _NEW_WORDS)
    wire = None
    for turn in range(min(_MOST_TOLD, int(chance.paretovariate(1.3)))):
        outlet = chance.choices(world.outlets, cum_weights=world.outlet_weights)[0]
        published = day + timedelta(days=chance.randrange(3) if turn else 0)
        copied = turn and wire is not None and chance.random() < _COPIES
        own = wire if copied else words if not turn else {**words, **_exchanged(template, world, chance, _OTHER_WORDS)}
        wire = wire or own
        yield _retold(template, cast, own or {}, outlet, published, f"{number}/{turn}")


class _World:
    """Whom and what stories can be about."""

    def __init__(self, words: Counter[str]) -> None:
        known: dict[str, list[str]] = {}
        for row in _rows("leaders.csv"):
            known.setdefault(row["country"], []).append(row["name"])
        self.leaders = {code: list(dict.fromkeys(names)) for code, names in known.items()}
        countries = load_countries().table
        self.countries = sorted((code for code in countries if countries[code].capitals), key=lambda code: (
            -len(self.leaders.get(code, ())), code))  # fmt: skip
        self.country_weights = _zipf(len(self.countries), 0.9)
        self.ranks = _zipf(_RANKS, 0.9)
        self.given = [name.title() for name in sorted(load_persons().gender)]
        self.family = sorted({name.split()[-1] for names in self.leaders.values() for name in names})
        self.outlets = sorted({outlet.name for outlet in load_outlets().by_key.values()})
        self.outlet_weights = _zipf(len(self.outlets), 0.8)
        self.words = sorted(words, key=lambda word: (-words[word], word))
        self.word_weights = list(accumulate(words[word] for word in self.words))

    @cache  # noqa: B019 - there is one world a run
    def person(self, country: str, rank: int) -> str:
        """The person of a rank in a country: its leaders first, then people nobody has heard of."""
        leaders = self.leaders.get(country, [])
        if rank < len(leaders):
            return leaders[rank]
        chance = Random(f"{country}/{rank}")
        return f"{chance.choice(self.given)} {chance.choice(self.family)}"


class _Cast:
    """Who and what stands in a story for what the template tells of."""

    def __init__(self, world: _World, chance: Random) -> None:
        self._world, self._chance = world, chance
        self._countries: dict[str, str] = {}
        self._people: dict[str, list[str]] = {}
        self._local: dict[str, str] = {}
        self.days = 0

    def country(self, code: str) -> str:
        """The country in the place of another."""
        if code not in self._countries:
            drawn = self._chance.choices(self._world.countries, cum_weights=self._world.country_weights, k=8)
            self._countries[code] = next((own for own in drawn if own not in self._countries.values()), drawn[0])
        return self._countries[code]

    def person(self, actor: str, country: str, place: int, places: int) -> str:
        """One word of the name in the place of a person's that has so many words."""
        if actor not in self._people:
            rank = self._chance.choices(range(_RANKS), cum_weights=self._world.ranks)[0]
            self._people[actor] = self._world.person(self.country(country), rank).split()
        words = self._people[actor]
        return words[-1] if place == places - 1 else words[min(place, len(words) - 2)] if len(words) > 1 else words[0]

    def body(self, word: str) -> str:
        """The first word of a body's name: in half the stories a family name makes it a local one."""
        if word not in self._local:
            local = self._chance.random() < _LOCAL
            self._local[word] = self._chance.choice(self._world.family) if local else word
        return self._local[word]

    def fill(self, slot: Slot, words: Mapping[str, str]) -> str:
        """What stands in a slot."""
        if slot.kind == "person":
            actor, country, place, places = slot.key
            return self.person(actor, country, int(place), int(places))
        if slot.kind == "country":
            return _form(load_countries().table[self.country(slot.key[0])], slot.key[1])
        return self.body(slot.key[0]) if slot.kind == "body" else words.get(slot.key[0], slot.key[0])


def _retold(
    template: Template, cast: _Cast, words: Mapping[str, str], outlet: str, published: date, name: str
) -> ReportRecord:
    text, moved = _edited(template, cast, words)
    days = (published - READ_ON).days
    fixed = {
        "id": sha256(f"{name}/{outlet}/{text}".encode()).hexdigest(), "text": text, "outlet": outlet,
        "published": published.isoformat(),
    }  # fmt: skip
    parts = [template.pieces[0]]
    for (kind, value), piece in zip(template.values, template.pieces[1:], strict=True):
        if kind == "at":
            parts.append(str(moved[value]))
        elif kind == "fixed":
            parts.append(json.dumps(fixed[value]))
        elif kind == "country":
            parts.append(f'"{cast.country(value)}"')
        elif kind == "day":
            parts.append(f'"{_ISO.sub(lambda hit: _shifted(hit.group(), days), value)}"')
        else:
            parts.append(json.dumps(_named(value, cast, words)))
        parts.append(piece)
    return ReportRecord.model_validate_json("".join(parts))


def _edited(template: Template, cast: _Cast, words: Mapping[str, str]) -> tuple[str, list[int]]:
    """The text with its slots filled, and the new place of every character of the old."""
    out: list[str] = []
    moved: list[int] = []
    at = length = 0
    for slot in template.slots:
        out.append(template.text[at : slot.start])
        moved.extend(range(length, length + slot.start - at))
        length += slot.start - at
        new = cast.fill(slot, words)
        out.append(new)
        moved.extend(length + min(inside, len(new)) for inside in range(slot.end - slot.start))
        length += len(new)
        at = slot.end
    out.append(template.text[at:])
    moved.extend(range(length, length + len(template.text) - at + 1))
    return "".join(out), moved


def _shifted(day: str, days: int) -> str:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return day


def _named(name: tuple[str, tuple[Slot, ...]], cast: _Cast, words: Mapping[str, str]) -> str:
    text, slots = name
    for slot in reversed(slots):
        text = text[: slot.start] + cast.fill(slot, words) + text[slot.end :]
    return text


def _exchanged(template: Template, world: _World, chance: Random, share: float) -> dict[str, str]:
    """Other words for a share of the template's longer ones, drawn by how common words are."""
    own = sorted({slot.key[0] for slot in template.slots if slot.kind == "word"})
    changed = [word for word in own if chance.random() < share]
    return dict(zip(changed, chance.choices(world.words, cum_weights=world.word_weights, k=len(changed)), strict=True))


def _template(record: ReportRecord) -> Template:
    data = json.loads(record.to_json())
    slots = _slots(record)
    values: list[tuple[str, Any]] = []

    def mark(kind: str, value: Any) -> str:
        values.append((kind, value))
        return f"\0{len(values) - 1}"

    home = {actor.id: actor.country or "USA" for actor in record.actors}
    by_actor = {actor.id: _name_slots(record, actor.id) for actor in record.actors}
    data.update({key: mark("fixed", key) for key in ("id", "text", "outlet", "published")}, title=None)
    for actor in data["actors"]:
        for key in ("name",):
            actor[key] = mark("name", (actor[key], _in_name(actor[key], by_actor[actor["id"]], home)))
        actor["names"] = [mark("name", (name, _in_name(name, by_actor[actor["id"]], home))) for name in actor["names"]]
        for role in actor["roles"]:
            if role["of"]:
                role["of"] = mark("name", (role["of"], _in_name(role["of"], {}, home)))
    marked = _marked(data, mark)
    pieces = _MARK.split(json.dumps(marked))
    order = [int(number) for number in pieces[1::2]]
    return Template(record.text, slots, tuple(pieces[::2]), tuple(values[number] for number in order))


def _marked(item: Any, mark: Any, key: str = "") -> Any:
    """The record with offsets, countries and days marked as what changes."""
    if isinstance(item, dict):
        return {name: _marked(value, mark, name) for name, value in item.items()}
    if key in _SPAN_LISTS and isinstance(item, list):
        return [[mark("at", start), mark("at", end)] for start, end in item]
    if key in _SPAN_PAIRS and isinstance(item, list):
        return [mark("at", item[0]), mark("at", item[1])]
    if isinstance(item, list):
        return [_marked(one, mark) for one in item]
    if key in ("start", "end") and isinstance(item, int):
        return mark("at", item)
    if key == "country" and item in load_countries().table:
        return mark("country", item)
    if key in ("value", "from", "to") and isinstance(item, str) and _ISO.search(item):
        return mark("day", item)
    return item


def _slots(record: ReportRecord) -> tuple[Slot, ...]:
    """What changes in a text: people's names, words of bodies and countries, and the longer words outside names."""
    found: list[Slot] = []
    home = {actor.id: actor.country or "USA" for actor in record.actors}
    for mention in record.mentions:
        if mention.actor is not None and mention.form == "named":
            names = _name_slots(record, mention.actor)
            for slot in _in_name(record.text[mention.start : mention.end], names, home):
                found.append(slot._replace(start=slot.start + mention.start, end=slot.end + mention.start))
    found += _in_name(record.text, {}, home)
    free = [(event.anchor, 0) for event in record.events]
    taken = [0] * (len(record.text) + 1)
    for (start, end), _ in [*free, *(((slot.start, slot.end), 0) for slot in found)]:
        taken[start:end] = [1] * (end - start)
    for hit in _WORD.finditer(record.text):
        if not any(taken[hit.start() : hit.end()]):
            found.append(Slot(hit.start(), hit.end(), "word", (hit.group(),)))
    clear: list[Slot] = []
    for slot in sorted(set(found)):
        if not clear or slot.start >= clear[-1].end:
            clear.append(slot)
    return tuple(clear)


def _name_slots(record: ReportRecord, actor_id: str) -> dict[str, Slot]:
    """The words of an actor's names that change, in lower case."""
    actor = next((actor for actor in record.actors if actor.id == actor_id), None)
    if actor is None:
        return {}
    fullest = max((actor.name, *actor.names), key=lambda name: len(name.split()))
    words = [word for word in re.findall(r"[\w-]+", fullest) if word[:1].isupper()]
    if actor.kind == "person":
        places = len(words)
        key = (actor.id, actor.country or "USA")
        return {
            word.lower(): Slot(0, 0, "person", (*key, str(at), str(places))) for at, word in enumerate(words)
            if not _country_form(word)
        }  # fmt: skip
    if actor.kind in ("organization", "armed-group") and len(words) > 1:
        first = next((word for word in words if not _country_form(word)), None)
        return {first.lower(): Slot(0, 0, "body", (first,))} if first else {}
    return {}


def _in_name(text: str, names: Mapping[str, Slot], _home: Mapping[str, str]) -> tuple[Slot, ...]:
    found = []
    for hit in re.finditer(r"[\w-]+", text):
        if not hit.group()[0].isupper():
            continue
        slot = names.get(hit.group().lower())
        form = _country_form(hit.group())
        if slot:
            found.append(slot._replace(start=hit.start(), end=hit.end()))
        elif form:
            found.append(Slot(hit.start(), hit.end(), "country", form))
    return tuple(found)


@cache
def _country_form(word: str) -> tuple[str, str] | None:
    countries = load_countries()
    for form in ("name", "adjective", "capital"):
        code = {"name": countries.by_name, "adjective": countries.by_adjective, "capital": countries.by_capital}[form](
            word
        )
        if code in countries.table:
            return code, form
    return None


def _form(country: Country, form: str) -> str:
    if form == "name":
        return country.name
    return country.capitals[0] if form == "capital" else (country.adjectives or (country.name,))[0]


def _zipf(size: int, steepness: float) -> list[float]:
    return list(accumulate((rank + 1) ** -steepness for rank in range(size)))


def _rows(name: str) -> list[dict[str, str]]:
    path = Path(dragoman.knowledge.__file__).parent / "data" / name
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
