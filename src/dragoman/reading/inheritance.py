"""What actors take from one another: country and sectors, from the body they lead or serve, from kin, from context."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.ontology.countries import load_countries
from dragoman.ontology.plover import IRREGULAR, STATE
from dragoman.reading.belonging import Belonging
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.links import belongs_to
from dragoman.reading.phrases import Phrase
from dragoman.reading.setting import ABROAD, CITIZENS, SIDES, STATELESS, Setting
from dragoman.reading.tree import child, children
from dragoman.reading.vocabulary import ActorWords

_ROUNDS = 3
"""How far country and sectors are handed on: aide → minister → ministry is the longest chain worth following."""

_OFFICES = STATE | {"OPP"}
_DOMESTIC = frozenset({"PTY", "LAB"})
"""Sectors of named bodies that are told of at home: parties and unions."""
_PLACED = STATE | SIDES
_TAKING = frozenset({"person", "sources", "armed-group"})
_WORLDWIDE = frozenset({"IGO", "IMG", "ISM", "NGO", "MNC"})
"""Codes that stand in the place of a country, and so hold for all that belong to a body."""
_CIVIL = frozenset({"CVL", "OPP", "NGO", "SOC"})
"""Sectors beside which people are civilians still: activists for rights, protesters."""
_RANK_AND_FILE = frozenset({"AGR", "COP", "CVL", "EDU", "JRN", "LAB", "MED", "MIL", "REB", "REF"})
"""Sectors of people who are told of together: who is hurt beside a judge may be anybody."""
_FIRMS = frozenset({"BUS", "MNC"})
_ENFORCING = frozenset({"COP", "SPY"})
_BELIEVING = frozenset({"believe", "know", "presume", "say", "suspect", "think", "understand"})
_LEADING_MEN = IRREGULAR | {"COP", "CRM", "MIL"}
"""Sectors of leaders whose men are armed as they are."""
_OFFICERS = frozenset({"officer", "commander", "agent", "chief", "captain", "operative"})
_GENERAL = frozenset({"GOV", "LAB", "CVL", "COP"})
"""Sectors that nouns like "official" or "worker" suggest and that those of their employer override."""


class Inheritance:
    """Hands on what the chains of a report tell of one another; ``sectors`` holds PLOVER codes by chain."""

    def __init__(
        self, phrases: Sequence[Phrase], at: Mapping[int, int], vocabulary: ActorWords, chains: Chains
    ) -> None:
        self._phrases = phrases
        self._at = at
        self._vocabulary = vocabulary
        self._chains = chains
        self.sectors: dict[int, tuple[str, ...]] = {}
        self._belonging = Belonging(phrases, at, vocabulary, chains, self.sectors)
        self._setting = Setting(phrases, at, vocabulary, chains, self.sectors)

    def run(self, alive: Sequence[int]) -> None:
        """Find who leads what and fill country and sectors of the chains ``alive``."""
        for number in alive:
            self._find_body_led(number)
            self.sectors[number] = self._own_sectors(self._chains[number])
        for number in alive:
            self._tell_of_body(number)
            self._be_his_men(number)
            self._be_as_believed(number)
        self._hand_on(alive)
        for number in alive:
            self._be_of_office(number, {"MIL"})  # an army's generals are of the country a report is about
        for number in alive:
            self._be_police(number, alive)
        if self._take_context(alive):
            self._hand_on(alive)
        for number in alive:
            self._be_of_office(number, {"GOV"})
        for number in alive:
            self._tell_of_others(number)
        for number in alive:
            if self._chains[number].kind == "population" and not self.sectors[number]:
                self.sectors[number] = ("CVL",)

    def chain_at(self, word: int) -> int:
        """The chain of the phrase a word heads or belongs to as part of a name, -1 if there is none."""
        return self._belonging.chain_at(word)

    def _tell_of_body(self, number: int) -> None:
        """Let "X are part of a group", "X belong to a movement" tell what kind of group it is."""
        chain = self._chains[number]
        if chain.kind != "armed-group":
            return
        for index in chain.phrases:
            phrase = self._phrases[index]
            body = -1 if phrase.head.relation != "nsubj" else self.chain_at(belongs_to(phrase))
            if (
                body >= 0
                and body != number
                and not self._chains[body].names
                and self._chains[body].kind in ("organization", "armed-group")
            ):
                self._chains[body].kind = "armed-group"
                self.sectors[body] = tuple(dict.fromkeys([*self.sectors[body], *self.sectors[number]]))

    def _be_of_office(self, number: int, offices: set[str]) -> None:
        """Let several whom nothing but a title tells of have its sectors, as one has: "the generals", "presidents"."""
        chain = self._chains[number]
        if self.sectors[number] or chain.names or chain.members or not chain.plural or chain.kind != "organization":
            return
        held = [self._vocabulary.titles.titles.get(noun) for noun in chain.nouns]
        told = {title.sectors for title in held if title is not None}
        if held and None not in held and len(told) == 1 and (sectors := told.pop())[:1] and sectors[0] in offices:
            self.sectors[number] = sectors

    def _be_police(self, number: int, alive: Sequence[int]) -> None:
        """Let officers be of the police where a report tells of police and of no army: "16 *officers* were hurt"."""
        chain = self._chains[number]
        if chain.names or set(chain.nouns) != {"officer"} or self.sectors[number] != ("MIL",):
            return
        told = {sector for other in alive if other != number for sector in self.sectors[other]}
        if any(self._phrases[index].country for index in chain.phrases):
            return  # "a Russian officer said police had fired"
        if "COP" in told and "MIL" not in told:
            chain.kind, self.sectors[number] = "organization", ("COP",)

    def _be_his_men(self, number: int) -> None:
        """Let a leader's men be of his side: "the warlord's men", "commanders and their men"."""
        chain = self._chains[number]
        if chain.kind != "population" or chain.names or not chain.plural or set(chain.nouns) != {"man"}:
            return
        for index in chain.phrases:
            owner = self.chain_at(self._phrases[index].owner)
            if owner < 0 or self._phrases[index].head.lower != "men":
                continue
            led = [code for code in self.sectors.get(owner, ()) if code in _LEADING_MEN]
            people = self._chains[owner].kind in ("person", "organization")
            if led and people and {"man"} != set(self._chains[owner].nouns):
                chain.kind, self.sectors[number] = "armed-group", tuple(led)

    def _be_as_believed(self, number: int) -> None:
        """Let men be of those whom they are believed to be of or to be: "men thought to belong to the Front"."""
        chain = self._chains[number]
        if chain.kind != "population" or chain.names or set(chain.nouns) != {"man"}:
            return
        for index in chain.phrases:
            for clause in children(self._phrases[index].head, "acl"):
                told = child(clause, "xcomp") if clause.lemma in _BELIEVING else None
                group = child(told, "obl") if told is not None and told.lemma == "belong" else told
                other = -1 if group is None else self.chain_at(group.i)
                armed = [code for code in self.sectors.get(other, ()) if code in IRREGULAR]
                if armed and self._chains[other].kind == "armed-group":
                    chain.kind, self.sectors[number] = "armed-group", tuple(armed)

    def _tell_of_others(self, number: int) -> None:
        """Let others be of the kind just told of: "killed one Kenyan soldier and wounded *two others*"."""
        chain = self._chains[number]
        heads = [self._phrases[index].head for index in chain.phrases]
        if chain.names or chain.country is not None or any(head.lemma != "other" for head in heads):
            return
        for head in heads:
            verb = head.head.head if head.head is not None and head.head.relation in ("conj", "advcl") else None
            before = (
                child(verb, "obj", "nsubj:pass") if verb is not None and head.relation in ("obj", "nsubj") else None
            )
            if head.relation == "conj":
                before = head.head  # "killed a soldier and two others"
            other = -1 if before is None else self.chain_at(before.i)
            if other >= 0 and self._chains[other].kind in ("person", "population", "armed-group"):
                chain.country = self._chains[other].country
                if set(self.sectors[other]) <= _RANK_AND_FILE:
                    self.sectors[number] = self.sectors[other]
                return

    def _find_body_led(self, number: int) -> None:
        """Set ``leads`` of a person from titles, "led by", "loyal to", and "the forces of X"."""
        chain = self._chains[number]
        for index in chain.phrases:
            phrase = self._phrases[index]
            if phrase.kind not in ("person", "sources"):
                continue
            for use in phrase.titles:
                body = self.chain_at(use.body)
                if body < 0 and phrase.owner >= 0:
                    body = self.chain_at(phrase.owner)
                if body >= 0 and body != number and use.title.leads and not use.deputy and chain.leads < 0:
                    chain.leads = body
            if chain.leads < 0:
                chain.leads = self._led_in_clause(number, phrase)
        if chain.kind in ("armed-group", "organization"):
            self._forces_of(number)

    def _led_in_clause(self, number: int, phrase: Phrase) -> int:
        """The body that a phrase's clause says its person leads: "a group led by X", "fighters loyal to X"; or -1."""
        verb = phrase.head.head
        if verb is None or phrase.head.relation != "obl":
            return -1
        if verb.lemma == "loyal":
            return -1 if verb.head is None else self.chain_at(verb.head.i)
        if verb.pos != "VERB" or verb.lemma not in self._vocabulary.titles.leading_verbs:
            return -1
        subject = child(verb, "nsubj") or (verb.head if verb.relation in ("acl", "advcl", "conj") else None)
        if subject is not None and subject.pos == "VERB":
            subject = child(subject, "nsubj")
        body = -1 if subject is None else self.chain_at(subject.i)
        if body < 0 or body == number or self._chains[body].kind not in ("armed-group", "organization", "government"):
            return -1
        led = self._chains[body]
        if verb.lemma == "command" and led.kind == "organization" and not led.names:
            led.kind = "armed-group"
        return body

    def _forces_of(self, number: int) -> None:
        chain_is_armed = self._chains[number].kind == "armed-group"
        for index in self._chains[number].phrases:
            phrase = self._phrases[index]
            owner = self.chain_at(phrase.owner)
            if phrase.body is None or phrase.body.people or not (phrase.body.generic or chain_is_armed):
                continue
            if (
                owner >= 0
                and phrase.form == "nominal"
                and self._chains[owner].kind == "person"
                and self._chains[owner].leads < 0
            ):
                self._chains[owner].leads = number

    def _own_sectors(self, chain: Chain) -> tuple[str, ...]:
        if chain.key[:1] == ("country",):
            return ("GOV",)
        merged: dict[str, None] = {}
        for index in chain.phrases:
            phrase = self._phrases[index]
            if phrase.form != "pronoun" or chain.kind != "person":
                merged.update(dict.fromkeys(phrase.sectors))
        if chain.kind == "outlet":
            merged = dict.fromkeys(("JRN",))
        if chain.known is not None and (not merged or set(merged) & set(chain.known.post.sectors)):
            merged.update(dict.fromkeys(chain.known.post.sectors))
        if set(merged) - _CIVIL:
            merged.pop("CVL", None)
        if "REB" in merged and chain.kind == "armed-group":
            merged.pop("MIL", None)  # "rebel columns"
        if not merged and chain.kind == "armed-group" and not chain.names and self._is_a_countrys(chain):
            merged["MIL"] = None
        if any(load_countries().is_unrecognized(self._phrases[index].region) for index in chain.phrases):
            merged["PRE"] = None
        return tuple(merged)

    def _is_a_countrys(self, chain: Chain) -> bool:
        """Whether forces are called by a nationality alone, or as led by one: "Israeli forces", "U.S.-led forces"."""
        phrases = (self._phrases[index] for index in chain.phrases)
        generic = (phrase for phrase in phrases if phrase.body and phrase.body.generic and phrase.owner < 0)
        return any(phrase.country or any(_is_led(word) for word in phrase.modifiers) for phrase in generic)

    def _hand_on(self, alive: Sequence[int]) -> None:
        """Let country and sectors go from bodies to their people, from leaders to bodies, and to kin and aides."""
        for _ in range(_ROUNDS):
            for number in alive:
                chain = self._chains[number]
                beside = self._stands_beside(chain)
                if beside and not chain.names and not self.sectors[number] and self._is_a_states(chain):
                    self.sectors[number] = ("GOV",)  # "Chad and its neighbours"
                for source in self._belonging.sources_of(number):
                    other = self._chains[source]
                    if (
                        chain.country is None
                        and not beside
                        and not {"IGO"} & {*self.sectors[number], *self.sectors.get(source, ())}
                    ):
                        chain.country = other.country
                    own = self.sectors[number]
                    theirs = self.sectors.get(source, ())
                    if "GOV" in theirs and self._belonging.is_kin_of(chain, source):
                        theirs = ("ELI",)
                    of_land = other.key[:1] == ("country",) or (other.kind == "population" and set(theirs) <= CITIZENS)
                    if chain.kind == "armed-group" and of_land and not self._belonging.belongs_to_members(chain):
                        theirs = ("MIL",)  # "eastern Libya's forces", "the Serbs' forces"
                    labour = own[:1] == ("LAB",) and set(theirs) <= _FIRMS  # a firm's workers are no business
                    general = bool(own) and set(own) <= _GENERAL and not labour
                    union = own == ("GOV",) and theirs[:1] == ("LAB",)  # "the union's secretary" is no official
                    if ((general and set(theirs) - _GENERAL) or union) and self._belonging.employs(chain, source):
                        self.sectors[number] = theirs
                    elif set(own) == {"MIL"} and self._belonging.commands_irregulars(chain, source):
                        # "a Front commander"
                        self.sectors[number] = tuple(code for code in theirs if code in IRREGULAR)
                    elif _WORLDWIDE.intersection(theirs) and self._belonging.employs(chain, source):
                        kept = [code for code in own if code not in _WORLDWIDE]  # monitors of the AU are no NGO's
                        self.sectors[number] = tuple(dict.fromkeys([*kept, *theirs]))  # "KFOR soldiers"
                    elif own == ("NGO",) and self._belonging.is_wing_of(chain, source):
                        self.sectors[number] = theirs  # "the human rights committee of the senate"
                    elif theirs and self._belonging.is_panel_of(chain, source):
                        self.sectors[number] = theirs  # "parliament's finance committee"
                    elif (
                        _ENFORCING.intersection(theirs)
                        and self._belonging.employs(chain, source)
                        and self._are_officers(chain)
                    ):
                        self.sectors[number] = theirs
                    elif (
                        chain.kind in _TAKING
                        or self._belonging.is_of_persons(chain)
                        or self._belonging.is_body_of(chain, source)
                        or self._belonging.is_wing_of(chain, source)
                    ) and (not own or self._belonging.serves(chain, source)):
                        self.sectors[number] = tuple(dict.fromkeys([*own, *theirs]))
                if STATE.intersection(self.sectors[number]) and self._left_office(chain):
                    self.sectors[number] = tuple(dict.fromkeys(["ELI", *self.sectors[number]]))
                if chain.leads >= 0 and self._chains.chains[chain.leads] is not None:
                    led = self._chains[chain.leads]
                    placed = led.kind != "organization" or bool(led.nouns)
                    if placed and not _WORLDWIDE & set(self.sectors.get(chain.leads, ())):
                        led.country = led.country or chain.country

    def _stands_beside(self, chain: Chain) -> bool:
        """Whether a noun sets somebody beside whose he is told of as: allies, neighbours."""
        return not self._vocabulary.organizations.beside.isdisjoint(chain.nouns)

    def _is_a_states(self, chain: Chain) -> bool:
        """Whether what is told of is a state's by its possessor: "its allies" of a country."""
        owners = {self.chain_at(self._phrases[index].owner) for index in chain.phrases} - {-1}
        return any(self._chains[owner].key[:1] == ("country",) for owner in owners)

    def _take_context(self, alive: Sequence[int]) -> bool:
        """Give the country of the context to organs of state and armed groups that nothing in their own words places.

        News leaves the country out where it is the one the report is about: "the army said", "rebels attacked".
        """
        changed = False
        for number in alive:
            chain = self._chains[number]
            chain.country = chain.country or self._setting.country_told(number)
            if chain.country is None and self._belongs_here(number, chain):
                main, near = self._chains.context.get(number, (None, None))
                found = near if chain.kind in ("person", "sources") else main
                rebel = bool(IRREGULAR & set(self.sectors[number]))  # whom a state's own troops fight
                others = self._setting.backed_by(number) if rebel else self._setting.struck_by(number)
                chain.country = None if found in others else found
            elif chain.country is None:
                chain.country = self._setting.country_of(number)
            else:
                continue
            changed = changed or chain.country is not None
        return changed

    def _belongs_here(self, number: int, chain: Chain) -> bool:
        sectors = set(self.sectors[number])
        if self._stands_beside(chain) and not chain.names:
            return False  # "Chad and its allies"
        if chain.kind == "government" and chain.plural and not chain.names:
            return False  # "some European states"
        away = not self._vocabulary.organizations.transient.isdisjoint(chain.nouns)
        if away and chain.kind in ("sources", "armed-group"):
            return False  # "two diplomats said", "pirates": of another country than the report's, if anything
        office = {word for use in chain.titles for word in use.text.lower().split()}  # "foreign ministry spokesman"
        if sectors & STATELESS or (chain.modifiers - office) & ABROAD or "mercenary" in chain.nouns:
            return False
        if any(_is_led(word) for word in chain.modifiers):
            return False  # "Saudi-led forces"
        own = [self._phrases[index] for index in chain.phrases]
        if any(self._belonging.is_posted(phrase, one.i) for phrase in own for one in phrase.head.children):
            return False  # "the ambassador in Dakar"
        owners = {self.chain_at(self._phrases[index].owner) for index in chain.phrases} - {-1, number}
        if any(self._chains[owner].members for owner in owners):
            return False  # "negotiators for both sides"
        if sectors & IRREGULAR and any(self._is_stateless_body(owner) for owner in owners):
            return False  # "fighters of the Red Front"
        if chain.kind == "person" or chain.kind == "sources":
            return bool(sectors & _OFFICES) and (
                (chain.kind == "sources" and not chain.titles)
                or any(use.title.sectors or use.domains for use in chain.titles)
            )
        if chain.kind in ("organization", "government", "armed-group") and chain.names:
            bodies = (self._phrases[index].body for index in chain.phrases)
            return bool(sectors & _DOMESTIC) or any(body is not None and body.state for body in bodies)
        return (
            bool(sectors & _PLACED)
            and chain.kind in ("armed-group", "organization", "government")
            and not chain.members
        )

    def _is_stateless_body(self, number: int) -> bool:
        """Whether a chain is a named body that nothing in the report gives a country."""
        chain = self._chains[number]
        return chain.country is None and chain.kind in ("organization", "armed-group") and bool(chain.names)

    def _left_office(self, chain: Chain) -> bool:
        """Whether the only post somebody is told of is one he held: "a former KGB agent"."""
        return chain.kind == "person" and bool(chain.titles) and all(use.former for use in chain.titles)

    def _are_officers(self, chain: Chain) -> bool:
        """Whether people are told of by a rank alone that soldiers, police and spies have: "KGB officers"."""
        return bool(chain.nouns) and _OFFICERS.issuperset(chain.nouns)


def _is_led(modifier: str) -> bool:
    """Whether a word before "forces" says who leads them: "Saudi-led", of which the tree may make one word or three."""
    return modifier == "led" or modifier.endswith("-led")
