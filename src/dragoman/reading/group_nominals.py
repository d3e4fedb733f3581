"""Nominals that take up a body or group: "the militia", "the captors", "the ministry", "his group"."""

from __future__ import annotations

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.amounts import number_of
from dragoman.reading.chains import Chain
from dragoman.reading.home import led_by_another
from dragoman.reading.phrases import Phrase
from dragoman.reading.salience import barred
from dragoman.reading.scene import Scene
from dragoman.reading.tree import case, children
from dragoman.record import Kind

# Nouns whose possessor is who suffers from them: "their captors".
_OF_VICTIMS = frozenset({"captor", "kidnapper", "abductor", "hostage-taker", "attacker", "assailant"})
# Nouns whose possessor is who holds them: "their captives".
_OF_CAPTORS = frozenset({"hostage", "captive", "abductee"})
_SEVERAL = frozenset({"armed-group", "organization", "population"})
# Nouns for what has joined together, and the sectors that such have.
_LEAGUES = {"bloc": frozenset({"IGO", "OPP", "PTY"})}
# Nouns for a body by its name, which no state is called.
_CHAMBERS = frozenset({"assembly", "commission", "committee", "council", "court", "parliament", "tribunal"})
# Nouns by which no report means the forces of a state.
_NO_ARMY = frozenset({"group", "movement", "faction", "militia", "gang", "rebel group", "insurgency"})
_FIRST_KIND = 100.0  # what the kind a noun means first is worth against recency
_DEADLY = frozenset({"behead", "execute", "hang", "kill", "slay"})
_SAME = frozenset({"same", "said", "latter", "former"})


class GroupNominals(Scene):
    """Finds the body or group that a nominal means; ``_peoples`` lists groups by the singular of their name."""

    _by_noun: dict[str, list[int]]
    _peoples: dict[str, list[int]]

    def _body_of_owner(self, phrase: Phrase, owner: int) -> int:
        """The body whose office a generic noun's possessor holds: "his group" for a leader of Hezbollah; or -1."""
        if (
            owner < 0
            or self._chains[owner].kind != "person"
            or phrase.body is None
            or not phrase.body.generic
            or phrase.indefinite
        ):
            return -1
        kinds = self._vocabulary.organizations.refers.get(phrase.noun.split()[-1], ())
        for use in self._chains[owner].titles:
            body = self._at.get(use.body, -1)
            number = self._chains.of[body] if body >= 0 else -1
            if number >= 0 and self._chains[number].kind in kinds and not telling(phrase):
                return number
        return -1

    def _members_by_name(self, phrase: Phrase) -> int:
        """The group whose name stands before a noun for its fighters: "M23 rebels", "Houthi rebels"; or -1."""
        body = phrase.body
        if (
            body is None
            or not body.people
            or phrase.kind != "armed-group"
            or not phrase.plural
            or not set(body.sectors) & IRREGULAR
        ):
            return -1
        before = self._tree.words[max(0, phrase.head.i - 2) : phrase.head.i]
        if len(before) == 2 and before[1].text == ")" and (known := self._at.get(before[0].i, -1)) >= 0:
            return self._chains.of[known] if self._phrases[known].name else -1  # "the Lake Front (LF) rebels"
        if phrase.indefinite:
            return -1
        sender = self._at.get(phrase.owner, -1)
        named = sender >= 0 and bool(self._phrases[sender].name)
        if named and led_by_another(self._tree, self._phrases[sender]):
            return -1  # "Al-Qaeda-linked rebels"
        if named and (phrase.first <= self._phrases[sender].head.i < phrase.head.i or self._is_group_of(sender)):
            number = self._chains.of[sender]
            if (
                number >= 0
                and self._chains[number].kind in ("organization", "population", "armed-group")
                and self._phrases[sender].name.lower() not in self._vocabulary.persons.peoples
                and not self._sectors_of(self._chains[number]) & {"IGO", "GOV", "MIL"}
            ):
                return number
        for word in phrase.modifiers:
            for number in self._peoples.get(word, ()) if word not in self._vocabulary.persons.peoples else ():
                if self._chains.chains[number] is not None:
                    return number
        return -1

    def _is_group_of(self, group: int) -> bool:
        """Whether fighters are "of" or "from" a group: "rebels of the Front for Change", not "of the East"."""
        other = self._phrases[group]
        return (
            case(other.head) in ("of", "from")
            and not self._is_listed(other)
            and other.kind in ("organization", "armed-group")
            and not set(other.sectors) & {"IGO", "GOV", "MIL"}
        )

    def _is_listed(self, body: Phrase) -> bool:
        """Whether others follow a name after "and": "rebels of the Front and the Guard" are not the Front alone."""
        others = (self._at.get(one.i, -1) for one in children(body.head, "conj"))
        return any(index >= 0 and self._phrases[index] is not body and self._phrases[index].name for index in others)

    def _same_noun(self, phrase: Phrase) -> int:
        """The last chain by the same noun that nothing in the new words contradicts."""
        if (
            phrase.plural
            and phrase.noun in self._vocabulary.titles.titles
            and not phrase.definite
            and phrase.kind == "organization"
        ):
            return -1
        words = telling(phrase) - _SAME
        known_so = list(dict.fromkeys(reversed(self._by_noun.get(phrase.noun, ()))))
        known_so.sort(key=lambda number: self._chains.chains[number] is not None and self._chains[number].numbered)
        beside = self._beside(phrase) if known_so else set()
        for number in known_so:
            chain = self._chains.chains[number]
            if number in beside or (chain is not None and self._is_elsewhere(phrase, chain)):
                continue
            if chain is not None and chain.plural != phrase.plural and (not chain.names or chain.kind == "person"):
                continue
            if chain is None or (chain.country and phrase.country and chain.country != phrase.country):
                continue
            if (chain.numbered or chain.kind == "population") and not phrase.definite:
                continue
            if chain.names and not phrase.definite and chain.kind == "person":
                continue
            known = chain.modifiers | {word.lower() for name in chain.names for word in name.split()}
            if words <= known or (
                not phrase.definite
                and not chain.names
                and _telling_of(chain) <= words
                and chain.kind in ("armed-group", "population")
            ):
                owner = self._owner_chain(phrase)
                if (
                    owner >= 0
                    and phrase.owner >= 0
                    and self._phrases[self._at[phrase.owner]].form == "pronoun"
                    and not self._owned_by(chain, owner)
                ):
                    continue
                return number
        return -1

    def _is_elsewhere(self, phrase: Phrase, chain: Chain) -> bool:
        """Whether a noun is told of as another body's than a chain of it: by its place, or by a nationality.

        As "the embassy in Chad" after "the embassy in Mali", "Turkish forces" after "forces loyal to Haftar".
        """
        seat = seat_of(phrase)
        others = {seat_of(self._phrases[index]) for index in chain.phrases} - {""}
        if seat and others and seat not in others:
            return True
        if phrase.country is None or chain.country is not None or chain.names:
            return False
        owners = (self._at.get(self._phrases[index].owner, -1) for index in chain.phrases)
        return any(owner >= 0 and self._phrases[owner].form == "named" for owner in owners)

    def _rest_of(self, phrase: Phrase) -> int:
        """The group some of whom were told of before "the others": "two *of the five nurses* …, the others"; or -1."""
        if phrase.head.lemma != "other" or not phrase.plural or not phrase.definite or children(phrase.head, "nmod"):
            return -1
        for before in range(self._now - 1, max(-1, self._now - 15), -1):
            group = self._phrases[before].head
            if phrase.head.sentence - group.sentence > 1:
                return -1
            some = group.head if group.relation == "nmod" and case(group) == "of" else None
            if some is not None and some.pos in ("NUM", "DET") and self._phrases[before].plural:
                return self._chains.of[before]
        return -1

    def _same_sort(self, phrase: Phrase) -> int:
        """The one group that another noun for the same people tells of: "the captives" after "15 hostages"; or -1.

        Only if the new words say no more of them, and only for nouns by which a report means one group.
        """
        alike = self._vocabulary.organizations.alike
        sort = alike.get(phrase.noun)
        owned = phrase.owner >= 0 and phrase.noun not in _OF_CAPTORS
        if sort is None or not sort.one or not phrase.plural or owned or telling(phrase) - _SAME:
            return -1
        found = {
            number
            for noun, other in alike.items()
            if other == sort
            for number in self._by_noun.get(noun, ())
            if (chain := self._chains.chains[number]) is not None and chain.plural and not chain.names
        }
        fitting = [number for number in found if phrase.country in (None, self._chains[number].country)]
        return max(fitting, key=lambda number: max(self._chains[number].phrases), default=-1)

    def _taken_up(self, phrase: Phrase) -> int:
        """The most salient actor of the kind a generic noun means: "the group", "the militia", "the captors"."""
        kinds = self._kinds_meant(phrase)
        owned = phrase.owner >= 0 and phrase.noun not in _OF_VICTIMS
        if not kinds or (owned and (phrase.country is None or self._is_possessed(phrase))):
            return -1
        best, weight = -1, 0.0
        beside = self._beside(phrase)
        for value, number in self._salience.ranked():
            chain = self._chains.chains[number] if number >= 0 else None
            if chain is None or number in beside or not self._may_be_taken_up(chain, phrase, kinds):
                continue
            if chain.numbered and (phrase.owner >= 0 or (phrase.head.relation == "nsubj" and self._are_dead(chain))):
                continue  # "Baku's forces" are not the three soldiers who died, and the dead do nothing
            value += _FIRST_KIND if chain.kind == kinds[0] else 0.0
            if value > weight:
                best, weight = number, value
        if best >= 0 and self._chains[best].kind in kinds:
            return best
        # "The gunmen" are gunmen told of before rather than a firm.
        armed = self._armed(phrase)
        if best >= 0 and armed:
            return max(armed, key=lambda number: max(self._chains[number].phrases))
        if best < 0 and phrase.noun in _LEAGUES:
            return self._only_league(_LEAGUES[phrase.noun])
        return armed[0] if len(armed) == 1 else best

    def _only_league(self, sectors: frozenset[str]) -> int:
        """The one named body of these sectors in the report so far, however long ago it was told of; or -1."""
        found = [
            number
            for number in self._chains.alive()
            if (chain := self._chains[number]).names
            and chain.kind == "organization"
            and chain.first < self._now
            and sectors & self._sectors_of(chain)
        ]
        return found[0] if len(found) == 1 else -1

    def _are_dead(self, chain: Chain) -> bool:
        """Whether people were told of as killed: "two militants were *killed*"."""
        for index in chain.phrases:
            head = self._phrases[index].head
            killed = head.head is not None and head.head.lemma in _DEADLY
            if killed and (head.relation == "obj" or head.dep == "nsubj:pass"):
                return True
        return False

    def _told_by_number(self, index: int) -> int:
        """The last group of as many people that "the nine" takes up, whatever they were called; or -1."""
        phrase = self._phrases[index]
        number = number_of(phrase.head.lower)
        for other in range(index - 1, -1, -1):
            before = self._phrases[other]
            if before.kind not in _SEVERAL or not before.plural or before.form == "pronoun":
                continue
            counting = [before.head, *(one for one in before.head.children if one.relation == "nummod")]
            if any(number_of(one.lower) == number for one in counting):
                found = self._chains.of[other]
                return found if found >= 0 and not self._chains[found].members else -1
        return -1

    def _beside(self, phrase: Phrase) -> set[int]:
        """Chains of the other arguments of a phrase's clause, which it does not mean: "X fights with the group"."""
        here = [
            index
            for index in range(max(0, self._now - 12), self._now)
            if self._phrases[index].head.sentence == phrase.head.sentence
        ]
        word = phrase.head
        governor = word.head if word.relation != "nmod" or word.head is None else word.head.head
        found = barred(self._phrases, phrase, here)
        found |= {index for index in here if governor is not None and self._phrases[index].head.head is governor}
        return {self._chains.of[index] for index in found}

    def _is_possessed(self, phrase: Phrase) -> bool:
        """Whether a pronoun before a noun says whose it is: "its forces" are no group told of before."""
        owner = self._at.get(phrase.owner, -1)
        return owner >= 0 and self._phrases[owner].form == "pronoun"

    def _kinds_meant(self, phrase: Phrase) -> tuple[Kind, ...]:
        """The kinds of actors a generic noun may take up, the likeliest first."""
        refers, body = self._vocabulary.organizations.refers, phrase.body
        if phrase.noun in refers:
            return refers[phrase.noun]
        kinds = refers.get(phrase.noun.split()[-1])
        if kinds is not None:
            return tuple(kind for kind in kinds if body is not None and kind == body.kind)
        fighters = body is not None and body.people and body.kind == "armed-group"
        return ("armed-group",) if fighters and body is not None and set(body.sectors) & IRREGULAR else ()

    def _may_be_taken_up(self, chain: Chain, phrase: Phrase, kinds: tuple[Kind, ...]) -> bool:
        """Whether kind, number, country, side and modifiers let a generic noun mean an actor."""
        body = phrase.body
        state = body is not None and body.state
        unknown = not state and self._is_unknown_body(chain) and bool({"armed-group", "organization"} & set(kinds))
        if state and self._sectors_of(chain) & IRREGULAR:
            return False  # "the army" that fights the National Liberation Army
        if phrase.noun in _NO_ARMY and "MIL" in self._sectors_of(chain) and not self._sectors_of(chain) & IRREGULAR:
            return False
        if phrase.noun in _CHAMBERS and chain.kind in ("country", "government") and phrase.noun not in chain.nouns:
            return False  # "the council" is no state
        if (league := _LEAGUES.get(phrase.noun)) is not None:
            known = self._sectors_of(chain)
            joined = chain.names or any(noun.endswith(phrase.noun) for noun in chain.nouns)
            if not joined or (known and not league & known):
                return False  # "the bloc" is no ministry
        if (chain.kind not in kinds and not unknown) or (chain.plural and not phrase.plural and not chain.names):
            return False
        if chain.country and phrase.country and chain.country != phrase.country:
            return False
        if self._is_elsewhere(phrase, chain):
            return False
        if (phrase.country or phrase.region) and "IGO" in self._sectors_of(chain) and not chain.country:
            return False  # "the Ossetian delegation" is not the OSCE
        people = body is not None and body.people
        if people and body is not None and not self._same_side(chain, body.sectors):
            return False
        if people and not chain.names and self._is_of_state(chain):
            return False  # "the attackers" are not France's forces
        told = {word.lower() for name in chain.names for word in name.split()} | chain.modifiers
        if not telling(phrase) - _SAME <= told:
            return False
        if " " in phrase.noun and phrase.noun in self._vocabulary.organizations.refers:
            return bool(chain.names) and body is not None and bool(set(body.sectors) & self._sectors_of(chain))
        generic = people or (body is not None and body.generic)
        return generic or unknown or self._named_so(chain, phrase.noun.split()[-1], phrase)

    def _is_of_state(self, chain: Chain) -> bool:
        """Whether forces belong to a country, by their possessor."""
        owners = (self._owner_chain(self._phrases[index]) for index in chain.phrases)
        return any(
            owner >= 0
            and (
                self._chains[owner].key[:1] == ("country",)
                # "our forces", as an officer says
                or bool((known := self._sectors_of(self._chains[owner])) & {"MIL", "GOV"} and not known & IRREGULAR)
            )
            for owner in owners
        )

    def _is_unknown_body(self, chain: Chain) -> bool:
        """Whether a name is a body's of which nothing is known yet: "Hezbollah" before "the militia"."""
        return chain.kind == "organization" and bool(chain.names) and not self._sectors_of(chain) and not chain.nouns

    def _same_side(self, chain: Chain, sectors: tuple[str, ...]) -> bool:
        """Whether an actor's sectors allow a noun of persons: "the captors" are no peacekeepers."""
        known = self._sectors_of(chain)
        return not sectors or not known or bool(known & set(sectors)) or not known & {"MIL", "IGO", "COP", "GOV"}

    def _armed(self, phrase: Phrase) -> list[int]:
        """The irregular armed groups of the report, for "the captors", "the gunmen" long after they were named."""
        if phrase.body is None or not phrase.body.people or phrase.kind != "armed-group" or telling(phrase):
            return []
        return [
            number
            for number, chain in enumerate(self._chains.chains)
            if chain is not None
            and chain.kind == "armed-group"
            and chain.first < self._now
            and not chain.numbered
            and not self._is_of_state(chain)
            and ("MIL" not in (known := self._sectors_of(chain)) or bool(known & IRREGULAR))
        ]

    def _named_so(self, chain: Chain, noun: str, phrase: Phrase) -> bool:
        """Whether an actor's own names or nouns carry a noun: "the ministry" for the Ministry of Defence."""
        if any(noun in known.split() for known in chain.nouns):
            return True
        if any(noun in name.lower().split() for name in chain.names):
            return True
        own = phrase.body.sectors if phrase.body is not None else ()
        return (
            bool(own)
            and own[0] in self._sectors_of(chain)
            and chain.kind in ("armed-group", "outlet")
            and not any(code == "MIL" for code in own[:1])
        )


def seat_of(phrase: Phrase) -> str:
    """The place a noun is "in" or "at" by its own words, lower-case; "" for none."""
    for one in children(phrase.head, "nmod"):
        if case(one) in ("in", "at") and one.pos == "PROPN" and one.mention_type != "time":
            return one.lower
    return ""


def telling(phrase: Phrase) -> set[str]:
    """The words before a noun that tell one actor from another."""
    own = phrase.noun.replace("-", " ").split()
    return {word for word in phrase.marks if word[:1].isalpha() and word not in own} - {phrase.region}


def _telling_of(chain: Chain) -> set[str]:
    nouns = {word for noun in chain.nouns for word in noun.split()}
    return {word for word in chain.modifiers if word[:1].isalpha()} - nouns
