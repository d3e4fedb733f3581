"""Where a name begins and ends: without determiners, titles and offices, with the halves the model left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.lexicon.outlets import Outlets
from dragoman.ontology.countries import Match
from dragoman.reading.label_votes import before_office, before_own_office
from dragoman.reading.tree import Word
from dragoman.reading.vocabulary import ActorWords

_MAX_TITLE = 4
_CHANNELS = frozenset({"fm", "radio", "television", "tv"})
_PUBLIC = frozenset({"local", "national", "private", "public", "state"})


class NameBounds:
    """Mends the bounds of the names that the model proposes.

    Args:
        words: of the whole report.
        vocabulary: lexicon themes.
        outlets: known news outlets.
        matches: country words by the index of their first word.
    """

    def __init__(
        self, words: Sequence[Word], vocabulary: ActorWords, outlets: Outlets, matches: Mapping[int, Match]
    ) -> None:
        self._words = words
        self._vocabulary = vocabulary
        self._outlets = outlets
        self._matches = matches

    def repaired(self, first: int, last: int, label: str) -> tuple[int, int, str] | None:
        """The name without determiners, titles and possessive sign; None if nothing, or no name, is left."""
        words = self._words
        first, last = self._with_country_name(first, last)
        while first < last and (words[first].pos in ("DET", "PUNCT", "ADP") or words[first].lower in ("'s", "’s")):
            first += 1
        while (
            first < last
            and (words[last - 1].pos in ("PUNCT", "DET", "ADP") or words[last - 1].lower in ("'s", "’s", "’", "'"))
            and words[last - 1].text not in (")", ".")
        ):
            last -= 1
        while (
            last + 1 < len(words)
            and words[last].text == "-"
            and words[last].start == words[last - 1].end
            and words[last + 1].pos == "PROPN"
            and words[last + 1].start == words[last].end
        ):
            last += 2  # "Itar-Tass", of which the model may see the first half only
        first = self._channel(first, last)
        people = self._vocabulary.organizations.people
        while last - first > 1 and words[last - 1].text.islower() and words[last - 1].lemma in people:
            last -= 1  # "Ecuadorean marines"
        last = before_office(words, first, self._before_thing(first, last), self._vocabulary)
        if label == "ORG":
            last = before_own_office(words, first, last, self._matches.get(first), self._vocabulary)
        if label == "PERSON":
            first = self._after_titles(first, last)
        if not any(word.text[:1].isupper() or not word.text.isascii() for word in words[first:last]):
            return None
        return (first, last, label) if first < last else None

    def _channel(self, first: int, last: int) -> int:
        """Where the name of a channel begins of which the model saw "TV" alone: "the daily told *Informer TV*"."""
        if last - first > 1 or self._words[first].lower not in _CHANNELS:
            return first
        while first and first - 1 not in self._matches:
            before = self._words[first - 1]
            if before.head is not self._words[last - 1] or before.relation not in ("amod", "compound"):
                break
            if not before.text[:1].isupper() or before.lower in _PUBLIC:
                break
            first -= 1
        return first

    def _with_country_name(self, first: int, last: int) -> tuple[int, int]:
        """Bounds widened to a country or capital of several words that the model saw half of: "Addis Ababa"."""
        for start in range(max(0, first - 2), last):
            match = self._matches.get(start)
            if match is None or match.length == 1:
                continue
            end = start + match.length
            if (start < first < end <= last and end == last) or (first == start and last < end):
                return start, end
        return first, last

    def _before_thing(self, first: int, last: int) -> int:
        """Where a name ends before "Press Statement" and the like, which the model may take for a part of it."""
        words, outlets = self._words, self._outlets
        for index in range(first + 1, min(last, len(words) - 1)):
            if words[index].lower in outlets.endings and words[index + 1].lower in outlets.things:
                return index
        return last

    def _after_titles(self, first: int, last: int) -> int:
        """Where the name proper begins after titles and nationalities the model took in."""
        words, titles = self._words, self._vocabulary.titles
        domains = self._vocabulary.organizations.domains
        index = first
        while index < last:
            length = next(
                (
                    size
                    for size in range(min(_MAX_TITLE, last - index), 0, -1)
                    if joined(self._words, index, index + size) in titles.titles
                ),
                0,
            )
            if length:
                index += length
                first = index
                continue
            match = self._matches.get(index)
            if match is not None and match.kind in ("adjective", "name"):
                index += match.length
            elif words[index].lower in ("'s", "’s") and words[index].pos == "PART":
                index += 1
                first = index  # "Korea's Kim Jong Un"
            elif (
                words[index].lower in titles.modifiers
                or words[index].lower in domains
                or words[index].lower in ("of", "the", "-")
            ):
                index += 1
            else:
                break
        return first


def joined(words: Sequence[Word], first: int, last: int) -> str:
    """Words ``[first, last)`` as the tables write them: in lower case, hyphens without white space."""
    return " ".join(word.lower for word in words[first:last]).replace(" - ", "-")
