"""Chains of mentions: which phrases are one actor, with what all of them say together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.index import Found
from dragoman.reading.phrases import Phrase, TitleUse
from dragoman.record import Kind

SINGULAR_BODIES = frozenset({"organization", "government", "armed-group", "outlet", "country"})


@dataclass(slots=True)
class Chain:
    """One actor in the making.

    Attributes:
        phrases: indices of its phrases, in the order they joined.
        kind: of the most telling phrase so far: a name's before a nominal's.
        country: ISO alpha-3; ``gender`` "m", "f" or ""; ``plural`` when its nominals are.
        names: names without titles, in order of appearance.
        nouns: entries its nominals are headed by.
        modifiers: what stands before its nouns.
        titles: titles its phrases carry.
        members: chains a joint actor is made of.
        leads: chain of the body it leads, -1 if none is known.
        key: what its kind makes it unique by: ("country", "EGY"), ("presidency", "EGY"); or ().
        first: the earliest of its phrases.
        known: who it is by standing knowledge, None if nothing is known of it.
        numbered: counted out ("40 rebels"): another group of the same noun is no repetition.
    """

    phrases: list[int]
    kind: Kind
    country: str | None = None
    gender: str = ""
    plural: bool = False
    names: list[str] = field(default_factory=list)
    nouns: list[str] = field(default_factory=list)
    modifiers: set[str] = field(default_factory=set)
    titles: list[TitleUse] = field(default_factory=list)
    members: tuple[int, ...] = ()
    leads: int = -1
    key: tuple[str, ...] = ()
    first: int = 1 << 60
    numbered: bool = False
    anonymous: bool = False
    known: Found | None = None


class Chains:
    """All chains of a report. A chain that was merged into another is None in ``chains``.

    ``of[i]`` is the chain of phrase ``i``, -1 for none; ``context`` the country the
    report, and the one the sentence was about when a chain began; ``home`` the first of these, if it is clear.
    """

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self.phrases = phrases
        self.chains: list[Chain | None] = []
        self.of: list[int] = [-1] * len(phrases)
        self.by_key: dict[tuple[str, ...], int] = {}
        self.context: dict[int, tuple[str | None, str | None]] = {}
        self.home: str | None = None

    def __getitem__(self, index: int) -> Chain:
        chain = self.chains[index]
        if chain is None:
            raise KeyError(index)
        return chain

    def start(self, index: int) -> int:
        """The chain of a phrase; a new one if it has none."""
        if self.of[index] < 0:
            phrase = self.phrases[index]
            chain = Chain([], phrase.kind)
            self.chains.append(chain)
            self._take_in(chain, len(self.chains) - 1, index)
        return self.of[index]

    def join(self, index: int, chain: int) -> None:
        """Put a phrase, with its own chain if it has one, into a chain."""
        if self.of[index] < 0:
            self._take_in(self[chain], chain, index)
        else:
            self.merge(chain, self.of[index])

    def merge(self, kept: int, gone: int) -> int:
        """Make two chains one; the index of the one that stays."""
        if kept == gone:
            return kept
        target, source = self[kept], self[gone]
        self.chains[gone] = None
        for index in source.phrases:
            self._take_in(target, kept, index)
        target.members = target.members or source.members
        target.leads = target.leads if target.leads >= 0 else source.leads
        target.country = target.country or source.country
        target.gender = target.gender or source.gender
        target.known = target.known or source.known
        if source.key:
            target.key = target.key or source.key
            self.by_key[source.key] = kept
        return kept

    def set_key(self, chain: int, key: tuple[str, ...]) -> int:
        """Mark a chain as the one of a key; joins it to the chain that has the key already."""
        known = self.by_key.get(key)
        if known is not None and known != chain:
            return self.merge(known, chain)
        self.by_key[key] = chain
        self[chain].key = key
        return chain

    def alive(self) -> list[int]:
        """Indices of the chains that were not merged away."""
        return [index for index, chain in enumerate(self.chains) if chain is not None]

    def _take_in(self, chain: Chain, number: int, index: int) -> None:
        phrase = self.phrases[index]
        self.of[index] = number
        named = bool(chain.names)
        chain.phrases.append(index)
        chain.first = min(chain.first, index)
        if phrase.form != "pronoun":
            self._take_description(chain, phrase, named)
        if phrase.gender and not chain.gender and (chain.kind == "person" or not named):
            chain.gender = phrase.gender
        chain.country = chain.country or phrase.country
        chain.known = chain.known or phrase.known

    def _take_description(self, chain: Chain, phrase: Phrase, named: bool) -> None:
        if phrase.name:
            if phrase.name not in chain.names:
                chain.names.append(phrase.name)
            if not named or (chain.kind in ("population", "place") and phrase.kind != chain.kind):
                chain.kind = phrase.kind
        elif chain.kind in ("organization", "population") and phrase.kind == "armed-group":
            chain.kind = "armed-group"  # a nominal that says so: "the Free Chad Front, a rebel group"
        elif (
            not named
            and chain.kind in ("other", "population", "organization")
            and phrase.kind not in ("other", "object", "event")
        ):
            chain.kind = phrase.kind
        if phrase.noun and phrase.noun not in chain.nouns:
            chain.nouns.append(phrase.noun)
        chain.modifiers.update(phrase.marks)
        chain.titles.extend(phrase.titles)
        chain.plural = chain.plural or phrase.plural
        chain.anonymous = chain.anonymous or phrase.anonymous
        chain.numbered = chain.numbered or (phrase.indefinite and phrase.plural)


def compatible(one: Chain, other: Chain) -> bool:
    """Whether nothing forbids that two chains are one actor: kind, country, gender."""
    if one.country and other.country and one.country != other.country:
        return False
    if one.gender and other.gender and one.gender != other.gender:
        return False
    if (one.kind == "person") != (other.kind == "person"):
        return False
    return (one.kind == "sources") == (other.kind == "sources") or "person" in (one.kind, other.kind)
