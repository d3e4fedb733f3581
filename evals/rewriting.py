"""An annotated story retold with other names: the same deeds among other people, countries and outlets.

A rewrite is a table ``rewrites/*.yaml``: old wording → new wording, whole words, longest first. Texts, quotes and the
gold's wordings are rewritten alike, so that the gold still fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evals.gold import Story, build_story

FOLDER = Path(__file__).with_name("rewrites")
KEYS = {"about", "story", "countries", "replace"}


class RewriteError(ValueError):
    """A rewrite that would not tell the same story; the text lists all faults."""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """One table: the story it is made for, ISO codes old → new, and wordings old → new."""

    name: str
    story: str
    countries: Mapping[str, str]
    table: Mapping[str, str]
    pattern: re.Pattern[str]

    def text(self, text: str) -> str:
        """A text with every wording of the table replaced, in one pass."""
        return self.pattern.sub(lambda hit: self.table[hit.group()], text)

    def story_of(self, document: Mapping[str, Any], texts: Mapping[str, str]) -> Story:
        """The story retold.

        Raises:
            RewriteError: an old wording is left, or an article no longer fits.
        """
        told = {name: self.text(text) for name, text in texts.items()}
        faults = [*self._leftovers(told.values()), *self._articles(told.values())]
        if faults:
            raise RewriteError(f"{self.name}: " + "; ".join(faults))
        return build_story(self.story, self._document(document), told)

    def _document(self, document: Mapping[str, Any]) -> dict[str, Any]:
        """The gold with wordings and country codes rewritten, ids and labels as they are."""
        actors = {}
        for key, fields in document["actors"].items():
            names = [self.text(name) for name in fields.get("names", ())]
            country = self.countries.get(fields.get("country"), fields.get("country"))
            actors[key] = {**fields, "names": names, "country": country}
        events = {}
        for report, items in document["events"].items():
            events[report] = [self._event(item) for item in items]
        return {**document, "actors": actors, "events": events}

    def _event(self, item: Mapping[str, Any]) -> dict[str, Any]:
        changed = dict(item)
        for key in ("quote", "place"):
            if item.get(key):
                changed[key] = self.text(item[key])
        return changed

    def _leftovers(self, texts: Iterable[str]) -> Iterable[str]:
        new = set(self.table.values())
        for text in texts:
            for hit in sorted(set(self.pattern.findall(text)) - new):
                yield f"{hit!r} is still there"

    @staticmethod
    def _articles(texts: Iterable[str]) -> Iterable[str]:
        """Articles that clash with the letter after them, by sight: good enough for the names of a table."""
        for text in texts:
            for hit in re.finditer(r"\b(?:[Aa]n (?![aeiouhAEIOUH])[\w-]+|[Aa] [aeioAEIO][\w-]+)", text):
                yield f"article: {hit.group()!r}"


def load_rewrites(story: str, folder: Path = FOLDER) -> list[Rewrite]:
    """The rewrites of a story, by file name.

    Raises:
        RewriteError: an unknown key, or two wordings made one that the story keeps apart.
    """
    rewrites = []
    for path in sorted(folder.glob("*.yaml")):
        fields = yaml.safe_load(path.read_text("utf-8"))
        if set(fields) != KEYS:
            raise RewriteError(f"{path.name}: keys must be {sorted(KEYS)}, found {sorted(fields)}")
        if fields["story"] == story:
            rewrites.append(make_rewrite(path.stem, fields))
    return rewrites


def make_rewrite(name: str, fields: Mapping[str, Any]) -> Rewrite:
    """A rewrite from plain data."""
    table = dict(fields["replace"])
    folded: dict[str, str] = {}
    for old, new in table.items():
        other = folded.setdefault(new.casefold(), old)
        if other.casefold() != old.casefold():
            raise RewriteError(f"{name}: {other!r} and {old!r} both become {new!r}")
    longest_first = sorted(table, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return Rewrite(name, fields["story"], dict(fields["countries"]), table, pattern)
