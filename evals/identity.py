"""Which gold actor a predicted actor is: decided by the words of its names, then of its mentions.

Every predicted actor is compared with every gold actor, and the gold actors with the strongest evidence are what it
is. Strongest first: a name equal to a gold wording (more words count more), a name that ends with a gold wording
("President Imomali Rakhmonov"), a nominal mention equal to a gold wording ("the eastern Libyan commander"), and last
the country alone for an actor that is nothing but a state ("the Egyptian side").
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ontology.countries import load_countries
from dragoman.record import Actor, ReportRecord
from evals.gold import Choice, GoldActor, Story

DETERMINERS = frozenset(
    ("the", "a", "an", "his", "her", "its", "their", "our", "this", "that", "these", "those", "all")
)
# "President of Egypt" is not Egypt: a wording after one of these is not what the name names.
LINKING = frozenset(("of", "in", "for", "to", "from", "and", "at", "on", "with", "by", "against"))
PRONOUNS = frozenset(
    (
        "i",
        "we",
        "he",
        "she",
        "it",
        "they",
        "you",
        "him",
        "her",
        "them",
        "us",
        "who",
        "whom",
        "whose",
        "which",
        "that",
        "one",
        "another",
        "others",
        "both",
    )
)
# Kinds a delegation, a team or "officials" may be given.
COLLECTIVES = frozenset(("government", "organization", "person", "population", "armed-group", "other"))
# Words that say no more than that a state is meant: "the Egyptian side", "the authorities".
STATE_WORDS = frozenset(
    ("government", "authorities", "leadership", "side", "state", "country", "nation", "republic", "administration",
     "officials", "regime")
)  # fmt: skip


@functools.cache
def words_of(name: str) -> tuple[str, ...]:
    """A wording as comparable words: no accents, no case, no possessive, no leading determiner, no punctuation."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    plain = re.sub(r"[’']s?\b", "", plain.casefold())
    words = re.findall(r"\w+", plain)
    while len(words) > 1 and words[0] in DETERMINERS:
        words = words[1:]
    return tuple(words)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The wordings of one predicted actor; ``nominal`` holds the words of its nominal mentions."""

    named: frozenset[tuple[str, ...]]
    nominal: frozenset[tuple[str, ...]]
    kind: str
    country: str | None
    sectors: frozenset[str]


def evidence_of(record: ReportRecord, actor: Actor) -> Evidence:
    """What the record says of an actor, as comparable words."""
    named = {words_of(name) for name in (actor.name, *actor.names)}
    nominal = set()
    for mention in record.mentions:
        if mention.actor == actor.id and mention.form == "nominal":
            nominal.add(words_of(record.text[mention.start : mention.end]))
            nominal.add(words_of(record.text[mention.start : mention.head[1]]))
    return Evidence(
        named=frozenset(name for name in named if name and not PRONOUNS.issuperset(name)),
        nominal=frozenset(name for name in nominal if name),
        kind=actor.kind,
        country=actor.country,
        sectors=frozenset(actor.sectors),
    )


def strength(evidence: Evidence, gold: GoldActor) -> int:
    """How strongly the wordings speak for a gold actor; 0: not at all."""
    best = 0
    for wording in gold.names:
        target = words_of(wording)
        if not target or PRONOUNS.issuperset(target):
            continue
        size = min(len(target), 5)
        for name in evidence.named:
            if name == target:
                best = max(best, 100 + 10 * size)
            elif _ends_with(name, target):
                best = max(best, 40 + 10 * size)
            elif _ends_with(target, name) and (gold.kind == "person" or len(name) > 1):
                best = max(best, 30 + len(name))
        if target in evidence.nominal:
            best = max(best, 20 + size)
    if not best and is_state(gold) and _is_bare_state(evidence) and evidence.country == gold.country:
        best = 1
    return best


def _ends_with(name: tuple[str, ...], end: tuple[str, ...]) -> bool:
    """Whether a longer name ends with a wording and still names the same thing."""
    return len(name) > len(end) and name[-len(end) :] == end and name[-len(end) - 1] not in LINKING


def is_state(gold: GoldActor) -> bool:
    """Whether a gold actor is a country or the government known by its country's name."""
    if gold.kind not in ("country", "government") or not gold.country:
        return False
    short = [name for name in gold.names if len(words_of(name)) <= 2 and name[:1].isupper()]
    return any("government" not in name.lower() for name in short)


def _is_bare_state(evidence: Evidence) -> bool:
    """Whether some wording is made of the country's name or adjective and of state words alone."""
    if evidence.kind not in ("country", "government") or evidence.country is None:
        return False
    countries = load_countries()

    def names_it(word: str) -> bool:
        return evidence.country in (countries.by_name(word), countries.by_adjective(word), countries.by_capital(word))

    wordings = evidence.named | evidence.nominal
    return any(all(word in STATE_WORDS or names_it(word) for word in wording) for wording in wordings)


class Linker:
    """The gold actors of one story for the predicted actors of one record."""

    def __init__(self, record: ReportRecord, story: Story) -> None:
        self.story = story
        self.evidence = {actor.id: evidence_of(record, actor) for actor in record.actors}
        self.members = {actor.id: actor.members for actor in record.actors}
        self.links = {key: link(evidence, story) for key, evidence in self.evidence.items()}

    def expand(self, actors: Iterable[str]) -> list[str]:
        """The actors and the members of groups among them."""
        seen: dict[str, None] = {}
        queue = list(actors)
        while queue:
            actor = queue.pop(0)
            if actor not in seen:
                seen[actor] = None
                queue.extend(self.members.get(actor, ()))
        return list(seen)

    def fits(self, actor: str, wanted: frozenset[str]) -> bool:
        """Whether a predicted actor is one of the gold actors, or a delegation or the people of one of them."""
        if self.links.get(actor, frozenset()) & wanted:
            return True
        golds = [self.story.actors[key] for key in wanted]
        return any(self._is_delegation(actor, gold) or self._is_people(actor, gold) for gold in golds)

    def _is_delegation(self, actor: str, gold: GoldActor) -> bool:
        """Unnamed officials, a team or a delegation of the gold actor's country: its government in action."""
        evidence = self.evidence.get(actor)
        if evidence is None or self.links[actor] or evidence.kind not in COLLECTIVES or not gold.country:
            return False
        official = evidence.sectors & {"GOV", "SPY", "MIL"}
        return evidence.country == gold.country and bool(official) and (is_state(gold) or bool(official & gold.sectors))

    def _is_people(self, actor: str, gold: GoldActor) -> bool:
        """Whether these are "the Libyan people", who stand for Libya where the gold has the country."""
        evidence = self.evidence.get(actor)
        if evidence is None or evidence.kind != "population" or gold.kind != "country":
            return False
        wordings = {word for name in evidence.named | evidence.nominal for word in name}
        return evidence.country == gold.country and bool(wordings & {"people", "population", "public"})

    def fill(self, actors: Iterable[str], choice: Choice) -> bool:
        """Whether the predicted fillers of a role satisfy the gold."""
        if not choice.scored:
            return True
        fillers = self.expand(actors)
        if not fillers:
            return choice.nobody
        return any(self.fits(actor, choice.ids) for actor in fillers)


def link(evidence: Evidence, story: Story) -> frozenset[str]:
    """Ids of the gold actors the evidence speaks for most; empty where it speaks for none."""
    scores = {key: strength(evidence, gold) for key, gold in story.actors.items()}
    best = max(scores.values(), default=0)
    return frozenset(key for key, score in scores.items() if score == best) if best else frozenset()


def confused(evidence: Evidence, story: Story) -> list[tuple[str, str]]:
    """Pairs of ``never_one_actor`` whose own wordings, shared with no other gold actor, both stand in one actor."""
    owners: dict[tuple[str, ...], set[str]] = {}
    for key, gold in story.actors.items():
        for wording in gold.names:
            owners.setdefault(words_of(wording), set()).add(key)
    held = {next(iter(owners[name])) for name in evidence.named | evidence.nominal if len(owners.get(name, ())) == 1}
    return [pair for pair in story.never_one_actor if held.issuperset(pair)]
