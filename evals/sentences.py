"""The sentences of the behaviour tests: deeds told by templates among parties of many countries.

The data lies in ``evals/behaviour/*.yaml``; each file explains its fields at its head.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).with_name("behaviour")
NUMBERS = ("three", "12", "dozens of", "more than 40", "1,200", "two")
SMALL_WORDS = frozenset(
    {"a", "an", "the", "of", "in", "on", "to", "for", "with", "against", "near", "over", "from", "at"}
)
CLASS_KEYS = {
    "templates", "status", "statuses", "aspect", "conditional", "voice", "both", "swapped", "all_actors", "all_numbers",
    "only_types", "only_plural", "becomes", "time",
}  # fmt: skip


class BehaviourError(ValueError):
    """A data file of the behaviour tests breaks its form."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who stands in a sentence: its words, its country, and the word a mention of it is known by ("" for any)."""

    phrase: str
    code: str
    adjective: str
    key: str
    plural: bool
    human: bool
    description: str = ""
    pronoun: str = ""
    title: str = ""

    @property
    def possessive(self) -> str:
        """With the ending of possession: "Kenya's", "Kenyan rebels'"."""
        return f"{self.phrase}'" if self.phrase.endswith("s") else f"{self.phrase}'s"


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence and what must be read in it.

    ``voice`` is the kind of the innermost voice, or "speaker" for the party ``speaker``; ``also`` says on which side
    ("actors", "recipients", "" for neither) the third party must stand; with no ``statuses`` any will do.
    """

    kind: str
    deed: str
    text: str
    types: tuple[str, ...]
    actor: Party
    recipient: Party
    third: Party
    speaker: Party
    statuses: tuple[str, ...]
    aspect: str | None
    conditional: bool
    voice: str
    also: str
    reciprocal: bool
    time: str | None = None


def load_items(folder: Path = FOLDER, turn: int = 0) -> list[Item]:
    """Every item, class by class; the same list each time.

    Args:
        folder: where the data lies.
        turn: another number deals other parties into the same sentences.

    Raises:
        BehaviourError: an unknown key in classes.yaml.
    """
    people, deeds, classes = (
        yaml.safe_load((folder / f"{name}.yaml").read_text("utf-8")) for name in ("actors", "deeds", "classes")
    )
    for name, fields in classes.items():
        if unknown := set(fields) - CLASS_KEYS:
            raise BehaviourError(f"classes.yaml: {name}: unknown {sorted(unknown)}")
    return [item for name, fields in classes.items() for item in _items_of(name, fields, deeds, Parties(people, turn))]


class Parties:
    """Deals out parties: kinds and countries in turn, never one country twice in a sentence."""

    def __init__(self, people: Mapping[str, Any], turn: int = 0) -> None:
        self.countries = list(people["countries"].items())
        self.kinds = people["kinds"]
        self.turn = turn

    def party(self, kind: str, country: int) -> Party:
        """The party of a kind from the country of an index (counted round)."""
        name, fields = self.countries[country % len(self.countries)]
        words = {"name": name, **fields}
        form = self.kinds[kind]
        return Party(
            form["phrase"].format(**words), fields["code"], fields["adjective"], form["key"].format(**words),
            form["plural"], form["human"], form["description"], form["pronoun"].format(**words), form["title"],
        )  # fmt: skip

    def deal(self, deed: Mapping[str, Any], fields: Mapping[str, Any]) -> tuple[Party, Party, Party, Party] | None:
        """Actor, recipient, third party and speaker for the next sentence; None where no kind fits the class."""
        self.turn += 1
        turn = self.turn
        actors, recipients = deed["actor"], deed["recipient"]
        if fields.get("only_plural"):
            recipients = [kind for kind in recipients if kind in ("soldiers", "workers", "rebels")]
        if fields.get("swapped"):
            actors = recipients = [kind for kind in actors if kind in recipients]
        if not actors or not recipients:
            return None
        first, second = actors[turn % len(actors)], recipients[(turn // 2) % len(recipients)]
        third = {"a": first, "b": second}.get(fields.get("both", ""), "country")
        start, step = turn * 3, 1 + turn % 4
        return (
            self.party(first, start), self.party(second, start + step), self.party(third, start + step + 1),
            self.party("journalist", start + step + 2),
        )  # fmt: skip


def _items_of(
    name: str, fields: Mapping[str, Any], deeds: Mapping[str, Mapping[str, Any]], parties: Parties
) -> Iterator[Item]:
    """The items of one class: every template for every deed (for all countries, where the class says so)."""
    repeats = len(parties.countries) if fields.get("all_actors") else len(NUMBERS) if fields.get("all_numbers") else 1
    for template in fields["templates"]:
        for deed_name, deed in deeds.items():
            if fields.get("only_types") and not set(deed["types"]) & set(fields["only_types"]):
                continue
            for repeat in range(repeats):
                dealt = parties.deal(deed, fields)
                if dealt is not None:
                    for text in _texts(template, deed, NUMBERS[repeat % len(NUMBERS)], *dealt):
                        yield _item(name, deed_name, text, fields, deed, dealt)


def _item(
    name: str,
    deed_name: str,
    text: str,
    fields: Mapping[str, Any],
    deed: Mapping[str, Any],
    dealt: tuple[Party, Party, Party, Party],
) -> Item:
    actor, recipient, third, speaker = dealt
    becomes = fields.get("becomes", {})
    types = tuple(dict.fromkeys(becomes.get(name, name) for name in deed["types"]))
    statuses = tuple(fields.get("statuses", (fields.get("status", "asserted"),)))
    if fields.get("swapped"):
        actor, recipient = recipient, actor
    speaker_name = speaker.key
    spoken = Party(f"lawmaker {speaker_name}", speaker.code, speaker.adjective, speaker_name, False, True)
    return Item(
        kind=name,
        deed=deed_name,
        text=text,
        types=types,
        actor=actor,
        recipient=recipient,
        third=third,
        speaker=spoken,
        statuses=() if types != tuple(deed["types"]) else statuses,
        aspect=fields.get("aspect"),
        conditional=bool(fields.get("conditional")),
        voice=fields.get("voice", "self"),
        also={"a": "actors", "b": "recipients"}.get(fields.get("both", ""), ""),
        reciprocal=bool(deed.get("reciprocal")),
        time=fields.get("time"),
    )


def _texts(template: str | Mapping[str, str], deed: Mapping[str, Any], number: str, *dealt: Party) -> Iterator[str]:
    """The texts a template makes; none where the deed has not what it names."""
    only = ""
    if not isinstance(template, str):
        only, template = template["only"], template["text"]
    direct = "object" not in deed
    if only == "direct" and not (direct and deed.get("passive") != ""):
        return
    named = {field for _, field, _, _ in string.Formatter().parse(template) if field}
    told = next((field for field in ("nominal", "paraphrase") if field in named), "")
    tellings: Iterable[str] = deed.get(told, ()) if told else ("",)
    for telling in tellings:
        words = {**_words(deed, *dealt), "number": number}
        words[told] = telling.format(**words)
        if all(words.get(field) for field in named if field != "t"):
            yield _capital(template.format(**words))


def _words(deed: Mapping[str, Any], a: Party, b: Party, c: Party, speaker: Party) -> dict[str, str]:
    """What may stand in a template, for one deed and its parties."""
    base, third_person, past, part, ing = deed["verb"]
    tail = f" {deed['tail']}" if deed.get("tail") else ""
    pattern = deed.get("object", "{b}")
    o, present = pattern.format(b=b.phrase), base if a.plural else third_person
    words = {
        "a": a.phrase, "b": b.phrase, "c": c.phrase, "o": o, "t": tail,
        "base": base, "s": present, "past": past, "part": part, "ing": ing,
        "a_poss": a.possessive, "a_adj": a.adjective if not a.key else a.phrase,
        "who_a": "who" if a.human else "which", "who_b": "who" if b.human else "which",
        "be_a": "are" if a.plural else "is", "has_a": "have" if a.plural else "has",
        "plan_a": "plan" if a.plural else "plans", "was_b": "were" if b.plural else "was",
        "has_b": "have" if b.plural else "has", "was": "was", "were": "were",
        "description": a.description, "speaker": f"{speaker.adjective} lawmaker {speaker.key}",
        "b_noun": b.phrase, "pro_a": a.pronoun, "title_a": a.title, "a_open": _capital(a.phrase),
    }  # fmt: skip
    clause = f"{a.phrase} {past} {o}{tail}"
    words["clause"], words["sentence"], words["sentence_open"] = clause, _capital(f"{clause}."), _capital(clause)
    words["reversed"] = _capital(f"{b.phrase} {past} {pattern.format(b=a.phrase)}{tail}.")
    default = "{b} {was_b} {part} by {a}" if "object" not in deed else ""
    words["passive"] = deed.get("passive", default).format(**words)
    words["headline"] = _title_case(f"{a.phrase} {present} {o}{tail}".replace("the ", ""))
    return words


def _capital(text: str) -> str:
    """The text with a capital at its beginning."""
    return text[:1].upper() + text[1:]


def _title_case(text: str) -> str:
    """A headline in capitals, small words left small."""
    return " ".join(word if word in SMALL_WORDS else _capital(word) for word in text.split())
