"""What a report says of each actor: name, kind, country, sectors and offices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.lexicon.inflection import plural
from dragoman.ontology.countries import load_countries
from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.draft import Actor, Role
from dragoman.reading.inheritance import Inheritance
from dragoman.reading.phrases import Phrase, TitleUse, with_bound
from dragoman.reading.tree import Tree, Word, case, child
from dragoman.reading.vocabulary import ActorWords
from dragoman.record import Kind

_SIDES = IRREGULAR | {"OPP"}
# Prepositions that make a party of a bare "police".
_TOWARDS = frozenset({"by", "with", "between", "against", "to", "from", "at", "on"})
_NO_ACTOR = frozenset({"event", "object", "time", "other", "place"})
_POSSESSIVES = frozenset({"his", "her", "its", "their", "whose", "my", "our"})
_MAX_DESCRIPTION = 12
_MAX_NAMES = 12


def describe(
    tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], vocabulary: ActorWords, chains: Chains
) -> tuple[list[Actor], dict[int, int], dict[str, int]]:
    """The actors of a report.

    Returns:
        The actors in the order of their first mention (``mentions`` still hold phrase indices), chain → actor, and
        country code → actor of that country's government.
    """
    return _Describer(tree, phrases, at, vocabulary, chains).run()


class _Describer:
    """Makes the actors of one report from its chains."""

    def __init__(
        self, tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], vocabulary: ActorWords, chains: Chains
    ) -> None:
        self._tree = tree
        self._phrases = phrases
        self._at = at
        self._chains = chains
        self._vocabulary = vocabulary
        self._inheritance = Inheritance(phrases, at, vocabulary, chains)

    def run(self) -> tuple[list[Actor], dict[int, int], dict[str, int]]:
        """See :func:`describe`."""
        alive = [number for number in self._chains.alive() if self._is_actor(self._chains[number])]
        for number in alive:
            self._chains[number].phrases.sort()
        self._inheritance.run(alive)
        alive.sort(key=lambda number: self._chains[number].phrases[0])
        actor_of = {number: order for order, number in enumerate(alive)}
        actors = [self._actor(number, actor_of) for number in alive]
        countries = ((key[1], number) for key, number in self._chains.by_key.items() if key[0] == "country")
        governments = {code: actor_of[number] for code, number in countries if number in actor_of}
        return actors, actor_of, governments

    def _is_actor(self, chain: Chain) -> bool:
        told = [self._phrases[index] for index in chain.phrases if self._phrases[index].form != "pronoun"]
        if told and all(self._is_nobody(phrase) for phrase in told):
            return False
        return (
            chain.kind not in _NO_ACTOR
            or bool(chain.members)
            or (chain.kind == "other" and self._phrases[chain.phrases[0]].noun in ("side", "party"))
        )

    def _is_nobody(self, phrase: Phrase) -> bool:
        """Whether a bare plural names nobody in particular: "armed alliances", but not "police said"."""
        body = phrase.body
        if (
            phrase.name
            or not phrase.plural
            or phrase.definite
            or phrase.indefinite
            or phrase.country
            or body is None
            or body.people
        ):
            return False
        if not body.state and (not body.generic or _SIDES & set(phrase.sectors)):
            return False
        if " " in body.words and body.words != "armed forces":
            return False  # "government forces" are one side's
        # "attacked police", "clashed with police" tell of a party as "police said" does; "a convoy of police" does not
        return phrase.head.relation not in ("nsubj", "obj", "iobj", "conj") and case(phrase.head) not in _TOWARDS

    def _actor(self, number: int, actor_of: Mapping[int, int]) -> Actor:
        chain = self._chains[number]
        kind = self._kind(chain)
        names, roles = self._names(chain), self._roles(chain)
        sectors = self._inheritance.sectors[number] or (("GOV",) if kind in ("government", "country") else ())
        return Actor(
            name=self._name(chain, names),
            kind=kind,
            mentions=list(chain.phrases),
            country=chain.country,
            sectors=self._among_states(sectors, names, roles),
            names=tuple(names[:_MAX_NAMES]),
            roles=roles,
            anonymous=chain.anonymous and not chain.names,
            members=tuple(actor_of[member] for member in chain.members if member in actor_of),
            identifiers=chain.known.known.identifiers if chain.known is not None else {},
        )

    def _among_states(self, sectors: tuple[str, ...], names: Sequence[str], roles: Sequence[Role]) -> tuple[str, ...]:
        """Sectors with what those of an organization of states do there: govern it, or bear its arms."""
        if "IGO" not in sectors:
            return sectors
        organizations = self._vocabulary.organizations
        told = [*(name.lower() for name in names), *(role.title.lower() for role in roles)]
        governs = any(name.endswith(organizations.governing) for name in told)
        armed = any(name.endswith(organizations.alliance_forces) for name in told)
        return tuple(dict.fromkeys((*sectors, *(["GOV"] if governs else ()), *(["MIL"] if armed else ()))))

    def _kind(self, chain: Chain) -> Kind:
        if chain.members:
            return "other"
        if chain.key[:1] == ("country",):
            told = (self._phrases[index] for index in chain.phrases)
            acting = any((phrase.metonym or phrase.kind == "government") and not phrase.region for phrase in told)
            return "government" if acting else "country"
        if chain.kind == "sources" and chain.names:
            return "person"
        if chain.kind == "person" and chain.anonymous and not chain.names:
            return "sources"
        return chain.kind

    def _names(self, chain: Chain) -> list[str]:
        if self._is_counted(chain):
            told = [self._phrases[index] for index in chain.phrases if self._phrases[index].form == "named"]
            return [*dict.fromkeys(map(self._text, told)), *chain.names]
        if chain.names:
            return list(chain.names)
        nominals = [phrase for index in chain.phrases if (phrase := self._phrases[index]).form == "nominal"]
        # The army is not called "the army's statement", though that speaks for it.
        own = [phrase for phrase in nominals if phrase.noun != "document"] or nominals
        return list(dict.fromkeys(self._text(phrase) for phrase in own))

    def _is_counted(self, chain: Chain) -> bool:
        """Whether so many of a people are meant, and not all of them: "*eight Colombians* were held"."""
        first = self._phrases[chain.phrases[0]].head
        return chain.key[:1] == ("people",) and bool(chain.key[2:]) and child(first, "nummod") is not None

    def _text(self, phrase: Phrase) -> str:
        first = phrase.first
        while first < phrase.head.i and self._tree.words[first].relation == "det":
            first += 1
        # of "at least 23 miners" the number names them, and not how exact it is
        number = next((word for word in self._tree.words[first : phrase.head.i + 1] if word.pos == "NUM"), None)
        if number is not None and with_bound(number, number.i) <= first:
            first = number.i
        start, end = self._tree.span(first, min(phrase.last, first + _MAX_DESCRIPTION))
        text = " ".join(self._tree.text[start:end].split())
        text = text.replace("“", "").replace("”", "")
        text = text.replace('"', "") if text.count('"') % 2 else text  # cut off within a quotation
        if phrase.plural and phrase.head.relation == "compound" and phrase.noun.split()[-1] == text.split()[-1].lower():
            text = text[: -len(phrase.head.text)] + plural(phrase.head.lower)  # "Cambodian rebel camps"
        return text[:1].lower() + text[1:] if self._only_opens(self._tree.words[first], phrase) else text

    def _only_opens(self, word: Word, phrase: Phrase) -> bool:
        """Whether a word has its capital from the sentence it opens: "Pirates", but not "Egyptian", "UN", "Kurdish"."""
        first = self._tree.sentences[word.sentence].first
        return (
            all(before.pos == "PUNCT" or before.relation == "det" for before in self._tree.words[first : word.i])
            and (word.pos not in ("PROPN", "X") or (word is phrase.head and phrase.form == "nominal"))
            and (word.name < 0 or word.pos == "NUM")
            and word.text[1:].islower()
            and not load_countries().by_adjective(word.text)
            and not load_countries().by_demonym(word.text)
        )

    def _name(self, chain: Chain, names: Sequence[str]) -> str:
        name = self._best_name(chain, names)
        told = [phrase for index in chain.phrases if (phrase := self._phrases[index]).form == "nominal"]
        people = chain.kind not in (
            "government",
            "organization",
            "person",
        )  # "two administrations: one led by Afi Lawson"
        counted = all(phrase.head.pos == "NUM" or phrase.head.lemma == "dozen" for phrase in told)
        if told and people and not chain.names and counted:
            return f"{name} people"  # "23 were held": a number by itself is nobody's name
        owner, _, owned = name.partition(" ")
        return self._owned(chain, owned, name) if owned and owner.lower() in _POSSESSIVES else name

    def _owned(self, chain: Chain, owned: str, name: str) -> str:
        """The name of what is told of as somebody's: "Afi Lawson's party" for "her party", else "party"."""
        for phrase in (self._phrases[index] for index in chain.phrases):
            holder = self._inheritance.chain_at(phrase.owner)
            other = self._chains[holder] if holder >= 0 and phrase.form == "nominal" else chain
            # Whose "its" is after a country is too often guessed wrong: "off Gabon … its crew".
            if other is not chain and other.names and other.key[:1] != ("country",) and self._text(phrase) == name:
                whose = self._best_name(other, other.names)
                return f"{whose}' {owned}" if whose.endswith("s") else f"{whose}'s {owned}"
        return owned

    def _best_name(self, chain: Chain, names: Sequence[str]) -> str:
        if chain.key[:1] == ("country",):
            return load_countries().name(chain.key[1]) or (names[0] if names else chain.key[1])
        if self._is_counted(chain):
            return names[0]
        if chain.names:
            # an acronym or a nickname is shorter than the name it stands for
            return max(chain.names, key=lambda name: (name.count(" ") + name.count("-"), not name.isupper(), len(name)))
        if chain.key and chain.key[0] != "people":
            return max((name for name in names if chain.key[0] in name.lower()), key=len, default=chain.key[0])
        if len(chain.phrases) and self._phrases[chain.phrases[0]].pronoun == "one":
            return self._one_of(chain)
        if names:
            return max(names, key=_told) if chain.kind != "other" else names[0]
        if chain.members:
            each = [self._short_name(member) or "" for member in chain.members]
            return " and ".join(filter(None, (", ".join(each[:-1]), each[-1])))
        phrase = self._phrases[chain.phrases[0]]
        start, end = self._tree.span(phrase.first, phrase.last)
        return " ".join(self._tree.text[start:end].split())

    def _one_of(self, chain: Chain) -> str:
        """A name for one of several: "administration led by Abdul Hamid Dbeibah"."""
        noun = chain.nouns[0] if chain.nouns else "one"
        number = self._chains.of[chain.phrases[0]]
        leader = next(
            (
                other
                for other in self._chains.alive()
                if self._chains[other].leads == number and self._chains[other].names
            ),
            -1,
        )
        return noun if leader < 0 else f"{noun} led by {self._short_name(leader)}"

    def _roles(self, chain: Chain) -> tuple[Role, ...]:
        if chain.kind not in ("person", "sources"):
            return ()
        roles: dict[tuple[str, str | None], Role] = {}
        for index in chain.phrases:
            phrase = self._phrases[index]
            for use in phrase.titles:
                if use.title.address and not use.title.sectors:
                    continue
                # Whoever held it is not said to hold it.
                role = Role(f"former {use.text}" if use.former else use.text, self._of(phrase, use), use.span)
                roles.setdefault((role.title.lower(), role.of), role)
            if phrase.kin is not None and not phrase.kin.plural:
                owner = self._inheritance.chain_at(phrase.owner)
                role = Role(phrase.kin.word, self._short_name(owner), (phrase.first, phrase.last))
                roles.setdefault((role.title, role.of), role)
        for index in chain.phrases:
            self._kin_roles(index, roles)
        bare = {title for title, of in roles if of is not None}
        return tuple(role for (title, of), role in roles.items() if of is not None or title not in bare)

    def _kin_roles(self, index: int, roles: dict[tuple[str, str | None], Role]) -> None:
        """Roles from "his sons Khaled and Saddam": each is a son of his."""
        word = self._phrases[index].head
        while word.relation in ("conj", "appos", "flat") and word.head is not None:
            word = word.head
            above = self._at.get(word.i, -1)
            if above < 0:
                continue
            phrase = self._phrases[above]
            if phrase.kin is not None and self._chains.of[above] != self._chains.of[index]:
                role = Role(
                    phrase.kin.word,
                    self._short_name(self._inheritance.chain_at(phrase.owner)),
                    (phrase.first, phrase.last),
                )
                roles.setdefault((role.title, role.of), role)
                return

    def _of(self, phrase: Phrase, use: TitleUse) -> str | None:
        body = self._at.get(use.body, -1)
        if body >= 0:
            other = self._phrases[body]
            return other.name or (
                self._short_name(self._chains.of[body]) if other.form == "pronoun" else self._text(other)
            )
        if use.of is None and phrase.owner >= 0 and not (phrase.kin is not None and phrase.name):
            owner = self._at.get(phrase.owner, -1)
            if owner >= 0 and self._phrases[owner].region and self._phrases[owner].region.isalpha():
                return f"{self._phrases[owner].region} {self._phrases[owner].name}".strip()
            return self._short_name(self._chains.of[owner]) if owner >= 0 else None
        return use.of

    def _short_name(self, number: int) -> str | None:
        if number < 0 or self._chains.chains[number] is None:
            return None
        chain = self._chains[number]
        return self._name(chain, self._names(chain))


def _told(name: str) -> tuple[bool, int]:
    """How much a description tells: "Tajik rebels" more than "their captors", the longer more than the shorter."""
    return name.partition(" ")[0].lower() not in _POSSESSIVES, len(name)


def country_name(code: str) -> str:
    """The short English name of a country, or its code."""
    return load_countries().name(code) or code


def government_actor(code: str) -> Actor:
    """An actor for a country's government that the text mentions only by an adjective, a place or not at all."""
    name = country_name(code)
    return Actor(name=name, kind="government", mentions=[], country=code, sectors=("GOV",), names=(name,))
