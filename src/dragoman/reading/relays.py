"""Outlets in the text: which words name one, and which of them is the report's own."""

from __future__ import annotations

from dragoman.ingest.report import Report
from dragoman.lexicon.outlets import Outlets, outlet_key
from dragoman.reading.draft import Actor, Cast
from dragoman.reading.tree import Tree, Word

_MAY_BE_OUTLETS = frozenset({"outlet", "organization", "other"})


class OutletSpotter:
    """Knows the outlets of one report.

    ``own`` holds the keys of the names of the report's own outlet, ``credit`` the one outlet it says it was taken from,
    None if there is none or more than one.
    """

    def __init__(self, tree: Tree, cast: Cast, report: Report, outlets: Outlets) -> None:
        self.tree = tree
        self.cast = cast
        self.report = report
        self.outlets = outlets
        self.own: set[str] = {outlet_key(report.outlet)} if report.outlet else set()
        names = [credit.name for credit in report.credits if not credit.agencies]
        self.credit = names[0] if len(names) == 1 else None
        self._actors: dict[str, int] = {}
        for index, actor in enumerate(cast.actors):
            if actor.kind in _MAY_BE_OUTLETS:
                for name in (actor.name, *actor.names):
                    self._actors.setdefault(outlet_key(name), index)

    def name_of(self, word: Word) -> str | None:
        """The name of the outlet a word stands for, None if it stands for none."""
        actor = self.cast.actor_at(word.i)
        if actor is not None and self.cast.actors[actor].kind == "outlet":
            return self.cast.actors[actor].name
        for name in (self.words_of_name(word), self._flat_name(word)):
            if name is None:
                continue
            known = self.outlets.find(name)
            if any(self.outlets.same(name, credit.name) for credit in self.report.credits):
                return name
            if known is not None and (not known.common or word.mention_type == "organization"):
                return name
            if word.mention_type not in ("person", "place") and self.outlets.sounds_like_one(name):
                return name
        return None

    def actor_of(self, word: Word) -> int | None:
        """The actor of a name, by whichever of its words the cast knows it."""
        words = (word, *(one for one in word.children if one.relation == "flat"))
        return next((actor for one in words if (actor := self.cast.actor_at(one.i)) is not None), None)

    def told_by_sources(self, word: Word) -> str | None:
        """The name of whoever unnamed sources told: an outlet, even an unknown one, unless it is a place or person."""
        if word.pos != "PROPN" or word.relation not in ("iobj", "obj") or word.mention_type in ("person", "place"):
            return None
        actor = self.cast.actor_at(word.i)
        kind = "other" if actor is None else self.cast.actors[actor].kind
        return self.words_of_name(word) if kind in _MAY_BE_OUTLETS else None

    def _flat_name(self, word: Word) -> str | None:
        """A proper name by the tree alone: the word and what is joined to it without a relation of its own."""
        if word.pos != "PROPN":
            return None
        last = max((one.i for one in word.children if one.relation == "flat"), default=word.i)
        start, end = self.tree.span(word.i, last + 1)
        return self.tree.text[start:end]

    def words_of_name(self, word: Word) -> str | None:
        """The whole name a word is part of, None if it is part of none."""
        if word.name < 0:
            return word.text if word.pos == "PROPN" else None
        name = self.tree.names[word.name]
        start, end = self.tree.span(name.first, name.last)
        return self.tree.text[start:end]

    def new_actor(self, name: str) -> int:
        """A new actor of the cast for an outlet that the text names in no mention, or only in head matter."""
        known = self.outlets.find(name)
        country = None if known is None else known.country
        self.cast.actors.append(Actor(name, "outlet", [], country=country, sectors=("JRN",), names=(name,)))
        index = len(self.cast.actors) - 1
        self._actors[outlet_key(name)] = index
        return index

    def actor_named(self, name: str | None) -> int | None:
        """The actor that bears an outlet's name or one of its aliases."""
        if name is None:
            return None
        known = self.outlets.find(name)
        names = (name,) if known is None else (name, known.name, *known.aliases)
        return next((self._actors[key] for one in names if (key := outlet_key(one)) in self._actors), None)

    def is_own(self, name: str) -> bool:
        """Whether an outlet is the report's own."""
        return any(self.outlets.same(name, own) for own in self.own)
