"""Finding known actors by the names a report gives them.

Bodies and groups are found where all words of one of their names stand in the text. A person is found by a full name,
however transliterated, or by the surname alone where it is told apart: by the day of the report, else by all known
bearers being of one country. What stays ambiguous is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dragoman.knowledge.known import Known, Post
from dragoman.lexicon.persons import load_persons
from dragoman.ontology.countries import fold, key_of
from dragoman.ontology.name_sounds import sound_key
from dragoman.ontology.name_words import parse_name
from dragoman.ontology.names import blocking_keys, compare, tokens, word_relation

_MIN_VARIANT = 5
"""Letters of the shortest surname that may be spelled otherwise than the table has it."""

_REMEMBERED = 15 * 365
"""Days after the last post for which the surname alone still means its holder."""


@dataclass(frozen=True, slots=True)
class Found:
    """A known actor and what it was on the day asked for."""

    known: Known
    post: Post


@dataclass(frozen=True, slots=True)
class _Body:
    """A name of a body under its first word: the words after it, and how the name is written."""

    rest: tuple[str, ...]
    forms: tuple[str, ...]
    known: Known

    def is_written(self, forms: Sequence[str]) -> bool:
        """Whether a text's words have the name's capitals: "Lebanese Forces" are no Lebanese forces."""
        if len(self.forms) == 1 and self.forms[0].isupper():
            return forms[0].isupper()
        return all(form[:1].isupper() for own, form in zip(self.forms, forms, strict=True) if own[:1].isupper())


@dataclass(frozen=True, slots=True, eq=False)
class _Name:
    """A name of a person."""

    name: str
    known: Known


class Knowledge:
    """All known actors. Immutable once made.

    Args:
        packaged: those of the packaged tables.
        own: the user's, which win over packaged ones of the same name.
        sources: name of every file → first 16 hex digits of its SHA-256.
    """

    def __init__(
        self, packaged: Iterable[Known] = (), own: Iterable[Known] = (), sources: Mapping[str, str] | None = None
    ) -> None:
        users = tuple(own)
        self._own = frozenset(users)
        self._actors = (*users, *packaged)
        self.sources: Mapping[str, str] = dict(sources or {})

    def __len__(self) -> int:
        return len(self._actors)

    def on(self, day: date | None) -> Dated:
        """The same as of the day a report was published, None if that is unknown."""
        return Dated(self, day)

    def is_users(self, known: Known) -> bool:
        """Whether an actor is of the user's own files."""
        return known in self._own

    def bodies_in(self, lowers: Sequence[str], forms: Sequence[str]) -> Iterator[tuple[int, int, Known]]:
        """The longest names of bodies in a text, from left to right without overlap: first word, end, actor.

        Args:
            lowers: the words of the text in lower case.
            forms: the same words as written: a name needs a capital, an acronym all of them.
        """
        end = 0
        for at, word in enumerate(lowers):
            if at < end or (word.isascii() and word not in self._bodies):
                continue
            found = self._body_at(lowers, forms, at)
            if found is not None and found.known.kind is not None:
                end = at + len(found.rest) + 1
                yield at, end, found.known

    def persons_in(self, lowers: Sequence[str], forms: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Where full names of persons stand, written as they are known: first word and end. As :meth:`bodies_in`."""
        end = 0
        for at, word in enumerate(lowers):
            if at < end or not forms[at][:1].isupper():
                continue
            for rest in self._full_names.get(word if word.isascii() else fold(word), ()):
                stop = at + 1 + len(rest)
                if stop <= len(lowers) and all(fold(lowers[at + 1 + n]) == wanted for n, wanted in enumerate(rest)):
                    end = stop
                    yield at, stop
                    break

    def surnames_in(self, lowers: Sequence[str], forms: Sequence[str]) -> frozenset[int]:
        """Where words stand that are the surname of a known person and no common one. As :meth:`bodies_in`."""
        return frozenset(
            at
            for at, word in enumerate(lowers)
            if forms[at][:1].isupper() and (word if word.isascii() else fold(word)) in self._surnames
        )

    def person(
        self, names: Sequence[str], day: date | None, *, titled: bool, fits: Callable[[Known], bool]
    ) -> Known | None:
        """The person some names of one actor mean.

        Args:
            names: as the text has them; if one of them is a full name, the others say nothing.
            day: when the report was published.
            titled: whether the text gives an office; a common surname alone means nobody without one.
            fits: whether the text allows an actor to be meant.
        """
        full = [name for name in names if len(tokens(name)) > 1]
        if full:
            found = (known for name in full for known in self._by_full_name(name) if fits(known))
        elif names:
            found = (known for known in self._by_surname(names[0], titled=titled) if fits(known))
        else:
            return None
        candidates = list(dict.fromkeys(found))
        own = [known for known in candidates if known in self._own]
        return _the_one(own or candidates, day, alone=not full)

    def body(self, name: str) -> Known | None:
        """The body or group of exactly that name, with or without "the"."""
        forms = key_of(name, fold_case=False)
        lowers = tuple(fold(form) for form in forms)
        start = 1 if lowers[:1] == ("the",) else 0
        found = self._body_at(lowers, forms, start) if len(lowers) > start else None
        return found.known if found is not None and len(found.rest) + 1 == len(lowers) - start else None

    # -- indexes, made at the first report

    @cached_property
    def _bodies(self) -> Mapping[str, tuple[_Body, ...]]:
        """First word of a body's name → its names, longest first."""
        grouped: dict[str, dict[tuple[str, ...], _Body]] = {}
        for known in self._actors:
            for name in known.names if known.kind != "person" else ():
                first, *rest = key_of(name)
                entry = _Body(tuple(rest), key_of(name, fold_case=False), known)
                present = grouped.setdefault(first, {}).setdefault(entry.rest, entry)
                if present.known is known and present.forms[0].isupper():
                    grouped[first][entry.rest] = entry  # "Isis" asks for less capitals than "ISIS"
        return {
            first: tuple(sorted(entries.values(), key=lambda entry: (-len(entry.rest), entry.rest)))
            for first, entries in grouped.items()
        }

    @cached_property
    def _full_names(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """First word of a person's full name → the words after it, of all such names, the longest first."""
        grouped: dict[str, set[tuple[str, ...]]] = {}
        for known in self._actors:
            for name in known.names if known.kind == "person" else ():
                first, *rest = key_of(name)
                if rest:
                    grouped.setdefault(first, set()).add(tuple(rest))
        return {first: tuple(sorted(rests, key=lambda rest: (-len(rest), rest))) for first, rests in grouped.items()}

    @cached_property
    def _persons(self) -> tuple[Mapping[str, list[_Name]], Mapping[str, list[_Name]]]:
        """Sound of a word → the full names of persons that have it, and sound of a surname → surnames."""
        full: dict[str, list[_Name]] = {}
        alone: dict[str, list[_Name]] = {}
        for known in self._actors:
            surnames = set()
            for name in known.names if known.kind in ("person", None) else ():
                words = tuple(word.text for word in parse_name(name).words)
                entry = _Name(name, known)
                for key in sorted({sound_key(word) for word in words}) if len(words) > 1 else ():
                    full.setdefault(key, []).append(entry)
                surnames.add(_surname(words) if words else name)
            for surname in sorted(surnames):
                alone.setdefault(sound_key(surname), []).append(_Name(surname, known))
        return full, alone

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Surnames of one word, lower-case, of the known persons; those that many others bear left out."""
        names = {fold(entry.name) for entries in self._persons[1].values() for entry in entries}
        return frozenset(name for name in names if " " not in name) - load_persons().common_surnames

    # -- candidates

    def _body_at(self, lowers: Sequence[str], forms: Sequence[str], at: int) -> _Body | None:
        word = lowers[at]
        for entry in self._bodies.get(word if word.isascii() else fold(word), ()):
            end = at + 1 + len(entry.rest)
            if end > len(lowers) or (entry.rest and fold(lowers[at + 1]) != entry.rest[0]):
                continue
            told = all(fold(lowers[at + 1 + place]) == wanted for place, wanted in enumerate(entry.rest))
            if told and entry.is_written(forms[at:end]):
                return entry
        return None

    def _by_full_name(self, name: str) -> Iterator[Known]:
        """Bearers of a full name, those who bear exactly that one before those spelled otherwise."""
        shared: dict[_Name, int] = {}
        keys = sorted(blocking_keys(name))
        for key in keys:
            for entry in self._persons[0].get(key, ()):
                shared[entry] = shared.get(entry, 0) + 1
        exact, likely = [], []
        enough = min(2, len(keys))  # both words of a name may sound alike
        for entry in (entry for entry, count in shared.items() if count >= enough):
            likeness = compare(entry.name, name)
            if likeness.verdict == "same":
                exact.append(entry.known)
            elif likeness.verdict == "variant" or (likeness.verdict == "part" and likeness.shared > 1):
                likely.append(entry.known)
        yield from exact or likely

    def _by_surname(self, name: str, *, titled: bool) -> Iterator[Known]:
        word = fold(name)
        if not titled and word in load_persons().common_surnames:
            return
        wanted = tokens(name)
        for key in blocking_keys(name):
            for entry in self._persons[1].get(key, ()):
                own = tokens(entry.name)
                same = own == wanted or (
                    titled and len(own) == len(wanted) == 1 and len(own[0]) >= _MIN_VARIANT
                    and word_relation(own[0], wanted[0]) == "variant"
                )  # fmt: skip
                if same:
                    yield entry.known


@dataclass(frozen=True, slots=True)
class Dated:
    """What is known on the day of a report; see the methods of :class:`Knowledge`."""

    knowledge: Knowledge
    day: date | None

    def bodies_in(self, lowers: Sequence[str], forms: Sequence[str]) -> dict[int, tuple[int, Found]]:
        """Names of bodies in a text: first word → end and actor."""
        return {
            first: (last, Found(known, known.post(self.day)))
            for first, last, known in self.knowledge.bodies_in(lowers, forms)
        }

    def persons_in(self, lowers: Sequence[str], forms: Sequence[str]) -> dict[int, int]:
        """Full names of persons in a text: first word → end."""
        return dict(self.knowledge.persons_in(lowers, forms))

    def surnames_in(self, lowers: Sequence[str], forms: Sequence[str]) -> frozenset[int]:
        """Where words stand that are the surname of a known person and no common one."""
        return self.knowledge.surnames_in(lowers, forms)

    def person(self, names: Sequence[str], *, titled: bool, fits: Callable[[Found], bool]) -> Found | None:
        """The person some names of one actor mean."""

        def allowed(known: Known) -> bool:
            return fits(Found(known, known.post(self.day)))

        known = self.knowledge.person(names, self.day, titled=titled, fits=allowed)
        return None if known is None else Found(known, known.post(self.day))

    def is_users(self, found: Found) -> bool:
        """Whether somebody is known from the user's own files."""
        return self.knowledge.is_users(found.known)

    def body(self, name: str) -> Found | None:
        """The body or group of exactly that name."""
        known = self.knowledge.body(name)
        return None if known is None else Found(known, known.post(self.day))


def _the_one(found: list[Known], day: date | None, *, alone: bool) -> Known | None:
    """The one meant: in office that day, else the only one, else any of one country that all of them share."""
    if day is not None:
        in_post = [known for known in found if known.in_post(day)]
        if in_post or alone:
            found = in_post or [known for known in found if _was(known, day)]
    if not found:
        return None
    countries = {known.post(day).country for known in found}
    return found[0] if len(countries) == 1 else None


def _was(known: Known, day: date) -> bool:
    """Whether somebody held a post not long before a day: only then will the surname do."""
    return any(
        (post.start is None or post.start <= day) and (post.end is None or (day - post.end).days < _REMEMBERED)
        for post in known.posts
    )


def _surname(words: Sequence[str]) -> str:
    """What the press calls a person alone: the family name, whether it stands last or first."""
    family_first = load_persons().family_first
    return words[0] if words[0] in family_first and words[-1] not in family_first else words[-1]
