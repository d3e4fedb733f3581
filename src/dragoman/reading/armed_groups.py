"""Armed groups told of in several ways in one report: fighters and their group, forces without a name, "our forces"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.reading.chains import Chains, compatible
from dragoman.reading.links import belongs_to
from dragoman.reading.phrases import Phrase, TitleUse
from dragoman.reading.tree import Tree, ancestors, child


class ArmedGroups:
    """The sieves of armed groups, which come after all others."""

    def __init__(self, tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], chains: Chains) -> None:
        """Takes what :func:`.coreference.join_mentions` has."""
        self._tree = tree
        self._phrases = phrases
        self._at = at
        self._chains = chains

    def members(self) -> None:
        """Join fighters with the group they are said to belong to: "the captors are part of a group led by X"."""
        for index, phrase in enumerate(self._phrases):
            own = self._chains.of[index]
            if own < 0 or phrase.kind != "armed-group" or phrase.head.relation != "nsubj":
                continue
            body = self._at.get(belongs_to(phrase), -1)
            group = self._chains.of[body] if body >= 0 else -1
            if group < 0 or group == own or self._phrases[body].plural or not self._may_be_of(own, group):
                continue
            self._chains[group].kind = "armed-group"
            self._chains.merge(min(own, group), max(own, group))

    def _may_be_of(self, fighters: int, group: int) -> bool:
        chain, other = self._chains[fighters], self._chains[group]
        return (
            other.kind in ("organization", "armed-group")
            and not (chain.names and other.names)
            and not any(child(self._phrases[index].head, "nummod") is not None for index in chain.phrases)
            and compatible(chain, other)
        )

    def unnamed(self) -> None:
        """Join what can only be the one irregular armed group the report names.

        "Sudanese militias" in a headline, where one militia of that country is named below; "the forces of X", told of
        right after the group, where no other armed group is told of.
        """
        chains = self._chains
        named = [number for number in chains.alive() if self._is_irregular(number) and chains[number].names]
        others = [number for number in chains.alive() if self._is_irregular(number) and not chains[number].names]
        if len(named) != 1:
            return
        group = chains[named[0]]
        for number in others:
            phrase = self._phrases[chains[number].first]
            if chains[number].numbered or not phrase.plural:
                continue
            announced = self._announces(phrase, group.first, chains[number].first, group.country)
            if (announced and not self._is_below(group.first, phrase)) or self._forces_of(phrase, named[0]):
                chains.merge(named[0], number)

    def _is_irregular(self, number: int) -> bool:
        chain = self._chains[number]
        if chain.kind != "armed-group":
            return False
        bodies = [self._phrases[index].body for index in chain.phrases]
        sectors = {code for index in chain.phrases for code in self._phrases[index].sectors}
        return "IGO" not in sectors and not any(body is not None and body.state for body in bodies)

    def _announces(self, phrase: Phrase, group: int, own: int, country: str | None) -> bool:
        """Whether a bare nominal before the name announces it: same country, same side."""
        return (
            own < group
            and country is not None
            and phrase.country == country
            and not phrase.definite
            and bool({"PRM", "REB"} & set(phrase.sectors))
        )

    def _is_below(self, named: int, phrase: Phrase) -> bool:
        """Whether a name stands in the clause a nominal is the subject of: "rebels said the *Front* must leave"."""
        verb = phrase.head.head if phrase.head.relation == "nsubj" else None
        return verb is not None and any(above is verb for above in ancestors(self._phrases[named].head))

    def _forces_of(self, phrase: Phrase, group: int) -> bool:
        """Whether "the forces of X" follow within two sentences on the group's name, and not beside it."""
        owner = self._at.get(phrase.owner, -1)
        if (
            owner < 0
            or self._phrases[owner].kind != "person"
            or not self._phrases[owner].name
            or phrase.body is None
            or not phrase.body.generic
        ):
            return False
        if self._chains.chains[self._chains.of[owner]] is None or self._chains[self._chains.of[owner]].titles:
            return False
        distances = {phrase.head.sentence - self._phrases[index].head.sentence for index in self._chains[group].phrases}
        return 0 not in distances and bool({1, 2} & distances)

    def own(self) -> None:
        """Join "our forces", as somebody who serves a body with arms says it, with that body."""
        chains = self._chains
        for number in chains.alive():
            index = chains[number].first
            owner = self._at.get(self._phrases[index].owner, -1)
            if chains[number].names or owner < 0 or self._phrases[owner].pronoun != "we" or chains.of[owner] < 0:
                continue
            body = next((self._served(use) for use in chains[chains.of[owner]].titles), -1)
            if body not in (-1, number) and self._bears_arms_of(index, body):
                chains.merge(body, number)

    def _served(self, use: TitleUse) -> int:
        """The chain of the body that a title is "of", by its name or its noun: "Lake Front spokesman", "army chief"."""
        before = self._tree.words[use.span[0] - 1] if use.span[0] else None
        named = self._at.get(use.body if use.body >= 0 or before is None else before.i, -1)
        if named >= 0:
            return self._chains.of[named]
        inside = {word.lower for word in self._tree.words[slice(*use.span)]} | ({before.lower} if before else set())
        return next((number for number in self._chains.alive() if inside & set(self._chains[number].nouns)), -1)

    def _bears_arms_of(self, index: int, body: int) -> bool:
        """Whether a plural of armed people can be a whole body: "our fighters", not "our commander"."""
        phrase, known = self._phrases[index], self._chains[body]
        return phrase.plural and phrase.kind == "armed-group" and known.kind in ("armed-group", "organization")
