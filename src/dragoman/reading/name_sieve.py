"""Which names of a report name one actor: full names, surnames and given names alone, acronyms, spellings.

Persons: full names first; then a surname alone joins the one person who bears it; then a given name alone. A
given name that is introduced as somebody's kin ("his sons Khaled and Saddam") is a person of its own: it joins a full
name only if the surname is the family's.
"""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.lexicon.outlets import load_outlets
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import blocking_keys, compare, compare_organizations, is_acronym, tokens, word_relation
from dragoman.reading.chains import Chain, Chains, compatible
from dragoman.reading.vocabulary import ActorWords

_MANY = 400  # different words of full names in one text above which slips of the pen are not looked for: a list
_TITLED_ACRONYM = 4  # letters of an acronym that some write like a word: "Nato", but "Ice" is not ICE
_CLOSE = ("same", "variant")
_BODIES = frozenset({"organization", "armed-group", "government", "outlet", "population"})


class NameSieve:
    """Joins named phrases into chains.

    Args:
        chains: what is joined so far; grows.
        vocabulary: for names whose family name stands first.
        kin_of: phrase index of a given name introduced as kin → word parts of the family's name, or ().
    """

    def __init__(self, chains: Chains, vocabulary: ActorWords, kin_of: Mapping[int, tuple[str, ...]]) -> None:
        self._chains = chains
        self._vocabulary = vocabulary
        self._kin_of = kin_of
        self._outlets = load_outlets()
        self._full: dict[str, list[tuple[tuple[str, ...], int]]] = {}  # blocking key of a word → (name parts, chain)
        self._singles: list[tuple[str, int]] = []  # given names of kin, chain
        self._bare: dict[str, int] = {}  # surname already used alone → chain

    def persons(self) -> None:
        """Join the names of persons."""
        chains = self._chains
        named = [
            (tokens(phrase.name), index)
            for index, phrase in enumerate(chains.phrases)
            if phrase.kind == "person" and phrase.name
        ]
        for parts, index in sorted((item for item in named if len(item[0]) > 1), key=lambda item: item[1]):
            self._full_name(parts, index)
        kin = [(parts[0], index) for parts, index in named if len(parts) == 1 and index in self._kin_of]
        for part, index in kin:
            self._given_name_of_kin(part, index)
        for parts, index in named:
            if len(parts) == 1 and index not in self._kin_of:
                self._single_name(parts[0], index)
            elif not parts:
                chains.start(index)

    def _full_name(self, parts: tuple[str, ...], index: int) -> None:
        """Join a full name to the person who bears it, in whatever spelling."""
        chains = self._chains
        own = chains.start(index)
        name = chains.phrases[index].name
        for known, chain in self._likely(name, parts):
            if known == parts:
                if self._fits(chain, own):
                    chains.merge(chain, own)
                    return
                continue
            if not self._fits(chain, own):
                continue
            likeness = compare(chains[chain].names[0], name)
            partly = likeness.verdict == "part" and likeness.shared > 1
            if partly or likeness.verdict in ("same", "variant", "initials"):
                self._enter(name, parts, chains.merge(chain, own))
                return
        self._enter(name, parts, own)

    def _enter(self, name: str, parts: tuple[str, ...], chain: int) -> None:
        for key in sorted(blocking_keys(name)):
            self._full.setdefault(key, []).append((parts, chain))

    def _candidates(self, name: str) -> list[tuple[tuple[str, ...], int]]:
        """Full names that share a word with a single name, by sound; in order of appearance."""
        found = dict.fromkeys(entry for key in sorted(blocking_keys(name)) for entry in self._full.get(key, ()))
        return sorted(found, key=lambda entry: entry[1])

    def _misspelled(self, part: str) -> list[tuple[tuple[str, ...], int]]:
        """Full names with a word of which a single name, of another sound, is a slip of the pen."""
        if len(self._full) > _MANY:
            return []
        entries = {entry for listed in self._full.values() for entry in listed}
        found = (
            entry
            for entry in entries
            if any(other[0] == part[0] and word_relation(other, part) == "slip" for other in entry[0])
        )
        return sorted(found, key=lambda entry: (entry[1], entry[0]))

    def _likely(self, name: str, parts: tuple[str, ...]) -> list[tuple[tuple[str, ...], int]]:
        """Full names that share two words with a full name, or the last; a given name alone makes no candidate."""
        shared: dict[tuple[tuple[str, ...], int], int] = {}
        for key in blocking_keys(name):
            for entry in self._full.get(key, ()):
                shared[entry] = shared.get(entry, 0) + 1
        last = {entry for key in blocking_keys(parts[-1]) for entry in self._full.get(key, ())}
        return sorted(
            (entry for entry, count in shared.items() if count > 1 or entry in last), key=lambda e: (e[1], e[0])
        )

    def _fits(self, chain: int, own: int) -> bool:
        return chain == own or (
            self._chains.chains[chain] is not None and compatible(self._chains[chain], self._chains[own])
        )

    def _given_name_of_kin(self, part: str, index: int) -> None:
        """A bare given name of kin: the family's full name if there is one, else a person of its own."""
        family = self._kin_of[index]
        own = self._chains.start(index)
        for known, chain in self._candidates(part):
            if (
                word_relation(known[0], part) in _CLOSE
                and family
                and word_relation(known[-1], family[-1]) in _CLOSE
                and self._fits(chain, own)
            ):
                self._chains.merge(chain, own)
                return
        for known_single, chain in self._singles:
            if word_relation(known_single, part) in _CLOSE and self._fits(chain, own):
                self._chains.merge(chain, own)
                return
        self._singles.append((part, own))

    def _single_name(self, part: str, index: int) -> None:
        """A single name: a surname used before, kin, a surname, a given name; else a person of its own."""
        chains = self._chains
        own = chains.start(index)
        known = self._bare.get(part)
        if known is not None and chains.chains[known] is not None and self._fits(known, own):
            chains.merge(known, own)
            return
        target = self._bearer(part, index, own)
        if target >= 0:
            chains.merge(target, own)
            self._bare[part] = target
        else:
            self._bare[part] = own

    def _bearer(self, part: str, index: int, own: int) -> int:
        """The chain of the one person a single name can mean, or -1."""
        for known, chain in self._singles:
            if word_relation(known, part) in _CLOSE and self._fits(chain, own):
                return chain
        family_first = self._vocabulary.persons.family_first
        surnames: dict[int, int] = {}
        slips: dict[int, int] = {}
        given: dict[int, int] = {}
        for parts, chain in self._candidates(part) or self._misspelled(part):
            if not self._fits(chain, own):
                continue
            place = 0 if parts[0] in family_first and parts[-1] not in family_first else -1
            relation = word_relation(parts[place], part)
            if relation in _CLOSE:
                surnames.setdefault(chain, index)
            elif relation == "slip":
                slips.setdefault(chain, index)
            elif (
                word_relation(parts[-1 if place == 0 else 0], part) in (*_CLOSE, "slip")
                and (self._chains[chain].first < index or self._is_no_given_name(parts, part))
            ) or (len(parts) > 2 and any(word_relation(other, part) in _CLOSE for other in parts[1:-1])):
                given.setdefault(chain, index)
        if surnames:
            return self._most_likely(list(surnames), index)
        if len(slips) == 1:
            return next(iter(slips))
        return next(iter(given)) if len(given) == 1 else -1

    def _is_no_given_name(self, parts: tuple[str, ...], part: str) -> bool:
        """Whether a name told of before the full one that it opens is what its bearer goes by: "Mobutu" Sese Seko."""
        return parts[0] == part and part not in self._vocabulary.persons.gender

    def _most_likely(self, candidates: list[int], index: int) -> int:
        """Among persons of one surname: the only one named so far who is not introduced as kin; else nobody."""
        if len(candidates) == 1:
            return candidates[0]
        chains = self._chains
        own = [c for c in candidates if not any(chains.phrases[i].kin is not None for i in chains[c].phrases)]
        if len(own) == 1:
            return own[0]
        earlier = [c for c in own or candidates if chains[c].first < index]
        if len(earlier) == 1:
            return earlier[0]
        return -1

    # -- bodies

    def bodies(self) -> None:
        """Join the names of organizations, armed groups, governments of their own and outlets."""
        chains = self._chains
        known: dict[str, int] = {}
        for index, phrase in enumerate(chains.phrases):
            if (
                not phrase.name
                or phrase.kind not in _BODIES
                or phrase.adjective
                or (chains.of[index] >= 0 and chains[chains.of[index]].key)
            ):
                continue
            if phrase.kind == "government" and not phrase.noun:
                continue
            own = chains.start(index)
            name = _bare_name(phrase.name)
            if phrase.kind == "outlet" and (outlet := self._outlets.find(name)) is not None:
                name = outlet.name
            target = known.get(name, -1)
            if target >= 0 and chains.chains[target] is None:
                target = -1
            if target < 0 or target == own:
                target = self._same_body(name, own, known)
            if target >= 0 and target != own and self._bodies_fit(chains[target], chains[own]):
                chains.merge(target, own)
                own = target
            known[name] = own

    def _same_body(self, name: str, own: int, known: Mapping[str, int]) -> int:
        chains = self._chains
        parts: list[int] = []
        for other, chain in known.items():
            if chains.chains[chain] is None or not self._bodies_fit(chains[chain], chains[own]):
                continue
            if (name.isupper() and is_acronym(name, other)) or (other.isupper() and is_acronym(other, name)):
                return chain
            if len(name) >= _TITLED_ACRONYM and name.lower() == other.lower():
                return chain  # "NATO" and "Nato"
            if name.isupper() or other.isupper():
                continue
            likeness = compare_organizations(other, name)
            if likeness.verdict in _CLOSE:
                return chain
            if _is_anothers(other, name, likeness.extra):
                continue
            if likeness.verdict == "part" and likeness.shared > 1 and len(likeness.extra) == 1:
                parts.append(chain)
        unique = set(parts) or self._ending_so(name, own, known)
        return unique.pop() if len(unique) == 1 else -1

    def _ending_so(self, name: str, own: int, known: Mapping[str, int]) -> set[int]:
        """Bodies told of before whose names end in a common noun by which alone one is meant: "the Front"."""
        if name.lower() not in self._vocabulary.organizations.bodies or name.isupper():
            return set()
        ending = (chain for other, chain in known.items() if other.endswith(f" {name}"))
        chains = self._chains
        return {chain for chain in ending if chains.chains[chain] and self._bodies_fit(chains[chain], chains[own])}

    def _bodies_fit(self, one: Chain, other: Chain) -> bool:
        return (
            not (one.country and other.country and one.country != other.country)
            and one.kind != "person"
            and other.kind != "person"
        )


def _is_anothers(before: str, name: str, extra: tuple[str, ...]) -> bool:
    """Whether a name told of bare so far is now told with a country: a second one, "the Laotian Foreign Ministry"."""
    countries = load_countries()
    told = len(name.split()) > len(before.split())
    return told and any(countries.by_adjective(word) or countries.by_name(word) for word in extra)


def _bare_name(name: str) -> str:
    return name[4:] if name[:4].lower() == "the " else name
