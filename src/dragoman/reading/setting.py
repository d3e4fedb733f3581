"""The country of people and groups that no word of their own places: where they act, or whose police act on them.

News leaves out where people are from who are at home: "protesters marched in Lima", "police in Peru beat marchers". Of
those who travel (tourists, migrants, hostages) neither says anything.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.ontology.plover import IRREGULAR, STATE
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.gazetteer import country_of_place
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child, children
from dragoman.reading.vocabulary import ActorWords

STATELESS = frozenset({"IGO", "IMG", "ISM", "NGO", "MNC", "JRN", "BUS"})
"""Sectors of actors that may be of any country, or of none."""
SIDES = IRREGULAR | {"OPP"}
CITIZENS = frozenset({"CVL", "OPP", "EDU", "LAB", "AGR", "MED", "BUS"})
ABROAD = frozenset(
    {
        "foreign",
        "international",
        "western",
        "multinational",
        "european",
        "african",
        "arab",
        "global",
        "regional",
        "neighboring",
        "neighbouring",
        "african union",
    }
)
_WITNESSES = frozenset({"JRN", "REL", "ELI"})
_LAW = frozenset({"COP", "JUD"})
_UNDER_LAW = CITIZENS | {"PTY", "JRN", "REL", "SOC", "CRM", "ELI"}
_SUBJECT_TO_LAW = frozenset({"population", "person", "organization", "outlet"})
_HOLDERS = frozenset({"person", "sources", "armed-group"})
_HOLDING = frozenset({"control", "hold", "rule", "occupy", "govern", "dominate"})
_BELONGING = frozenset({"affiliate", "affiliated", "belong", "employ", "employed", "work"})
_FLEEING = frozenset({"escape", "flee"})
_RESCUING = frozenset({"airlift", "evacuate", "rescue"})
_ARRESTING = frozenset({"arrest", "detain", "imprison", "jail"})
_STRIKING = frozenset(
    {"attack", "bomb", "capture", "destroy", "hit", "kill", "pound", "raid", "shell", "strike", "target", "wound"}
)
_BACKING = frozenset({"aid", "arm", "assist", "back", "finance", "fund", "sponsor", "supply", "support", "train"})
_AVOWING = frozenset(
    {"affirm", "convey", "express", "reaffirm", "reiterate", "renew", "repeat", "restate", "stress", "underline"}
    | {"underscore", "voice"}
)
_STANDS = frozenset(
    {"appeal", "appreciation", "call", "commitment", "concern", "condemnation", "demand", "desire", "determination"}
    | {"gratitude", "interest", "offer", "opposition", "pledge", "policy", "position", "readiness", "rejection"}
    | {"request", "resolve", "solidarity", "stance", "support", "thanks", "view", "willingness"}
)
_CLIMBED = frozenset({"xcomp", "advcl", "conj", "ccomp"})
_MAX_CLIMB = 2


class Setting:
    """Finds that country for the chains of one report.

    Args:
        phrases: the mentions of the report.
        at: word → mention.
        vocabulary: lexicon themes.
        chains: mentions joined; those whose country their own words give have it by now.
        sectors: PLOVER codes by chain.
    """

    def __init__(
        self,
        phrases: Sequence[Phrase],
        at: Mapping[int, int],
        vocabulary: ActorWords,
        chains: Chains,
        sectors: Mapping[int, tuple[str, ...]],
    ) -> None:
        self._phrases = phrases
        self._at = at
        self._vocabulary = vocabulary
        self._chains = chains
        self._sectors = sectors

    def country_of(self, number: int) -> str | None:
        """ISO alpha-3 of a chain's country by where and under whose law it is told of; None if that tells nothing."""
        chain = self._chains[number]
        if not self._is_settled(chain):
            return None
        found = self._scene(chain) if self._is_at_home(number, chain) or self._is_of_the_land(number, chain) else None
        found = found or (self._country_of_law(chain) if self._is_under_law(number, chain) else None)
        return found or self._struck_at_home(number, chain)

    def country_told(self, number: int) -> str | None:
        """The country of the place a clause says somebody holds or flees, or of the body it says they belong to.

        As in "a warlord controlling parts of northern Peru", "workers affiliated with the Peruvian Labour League",
        "refugees fleeing the war in Chad".
        """
        chain = self._chains[number]
        if chain.kind not in _HOLDERS and chain.kind != "population":
            return None
        if chain.kind in ("person", "sources") and STATE & set(self._sectors.get(number, ())):
            spoken_for = (self._avowed(self._phrases[index].head) for index in chain.phrases)
            if (country := next(filter(None, spoken_for), None)) is not None:
                return country
        for index in chain.phrases:
            for clause in children(self._phrases[index].head, "acl"):
                if clause.lemma in _FLEEING and (left := self._left(clause)) is not None:
                    return left
                held = child(clause, "obj") if clause.lemma in _HOLDING and chain.kind in _HOLDERS else None
                place = -1 if held is None else self._at.get(held.i, -1)
                if place >= 0 and self._phrases[place].kind in ("place", "country"):
                    return self._phrases[place].country
                for body in children(clause, "obl") if clause.lemma in _BELONGING else ():
                    found = self._at.get(body.i, -1)
                    inside = self._chains.of[found] if found >= 0 else -1
                    if inside >= 0 and case(body) in ("with", "to", "for", "by") and self._chains[inside].country:
                        return self._chains[inside].country
        return None

    def _left(self, flight: Word) -> str | None:
        """The country of the one place that people flee, or flee what happens in."""
        what = child(flight, "obj")
        from_where = [one for one in children(flight, "obl") if case(one) in ("from", "in")]
        places = [] if what is None else [what, *(one for one in children(what, "nmod") if case(one) in ("in", "of"))]
        found = set()
        for place in (*places, *from_where):
            index = self._at.get(place.i, -1)
            if index >= 0 and self._phrases[index].form == "named":
                found.add(self._phrases[index].country)
        return found.pop() if len(found) == 1 else None

    def _avowed(self, official: Word) -> str | None:
        """The country whose stand an official avows, and so speaks for: "reaffirmed *Norway's* support"."""
        verb = official.head
        stand = child(verb, "obj") if verb is not None and official.dep == "nsubj" and verb.lemma in _AVOWING else None
        owner = child(stand, "nmod:poss") if stand is not None and stand.lemma in _STANDS else None
        index = -1 if owner is None else self._at.get(owner.i, -1)
        return self._phrases[index].country if index >= 0 and self._phrases[index].form == "named" else None

    def struck_by(self, number: int) -> set[str]:
        """Countries whose state is told to strike those of a chain: "Moscow said it had hit an army base"."""
        return self._done_by(number, _STRIKING)

    def backed_by(self, number: int) -> set[str]:
        """Countries whose state is told to back those of a chain: "Chad arms the rebels" of another country."""
        return self._done_by(number, _BACKING)

    def _done_by(self, number: int, verbs: frozenset[str]) -> set[str]:
        """Countries whose state is told to do one of some deeds to those of a chain."""
        found: set[str] = set()
        for index in self._chains[number].phrases:
            word = self._phrases[index].head
            if word.relation == "compound" and word.head is not None:
                word = word.head  # "an army base"
            verb = word.head
            doer = self._doer(verb) if verb is not None and verb.lemma in verbs and _undergoes(word) else None
            at = -1 if doer is None else self._at.get(doer.i, -1)
            other = self._chains.chains[self._chains.of[at]] if at >= 0 and self._chains.of[at] >= 0 else None
            if other is not None and other.country and STATE & set(self._sectors.get(self._chains.of[at], ())):
                found.add(other.country)
        return found

    def _struck_at_home(self, number: int, chain: Chain) -> str | None:
        """The country whose own army strikes people in a report about it alone: "the army killed villagers"."""
        if chain.kind != "population" or chain.members or not set(self._sectors[number]) <= CITIZENS:
            return None
        main, near = self._chains.context.get(number, (None, None))
        return main if main is not None and near in (None, main) and self.struck_by(number) == {main} else None

    def _is_settled(self, chain: Chain) -> bool:
        """Whether nothing says that somebody is from abroad, or on the way."""
        phrases = [self._phrases[index] for index in chain.phrases]
        foreign = any(word in ABROAD for phrase in phrases for word in phrase.modifiers)
        return not foreign and not any(phrase.noun in self._vocabulary.organizations.transient for phrase in phrases)

    def _is_at_home(self, number: int, chain: Chain) -> bool:
        """Whether people are likely to be of the country they act in: protesters and farmers are, tourists are not.

        Of a single person this is taken only where something is done to him: "a reporter was shot in Manila".
        """
        sectors = set(self._sectors[number])
        if chain.kind == "person" and not chain.names and sectors <= CITIZENS | _WITNESSES:
            return all(_undergoes(self._phrases[index].head) for index in chain.phrases)
        return chain.kind == "population" and not chain.members and sectors <= CITIZENS

    def _is_of_the_land(self, number: int, chain: Chain) -> bool:
        """Whether a name is an irregular group's, which fights where it is at home more often than not."""
        sectors = set(self._sectors[number])
        return chain.kind == "armed-group" and bool(chain.names) and bool(sectors & SIDES) and not sectors & STATELESS

    def _is_under_law(self, number: int, chain: Chain) -> bool:
        return chain.kind in _SUBJECT_TO_LAW and not chain.members and set(self._sectors[number]) <= _UNDER_LAW

    def _scene(self, chain: Chain) -> str | None:
        """The country of the one place in which people do something, or something is done to them."""
        found = {
            code
            for index in chain.phrases
            if (verb := self._phrases[index].head.head) is not None
            and self._phrases[index].head.relation in ("nsubj", "obj", "obl")
            and verb.pos == "VERB"
            for code in self._scene_of(self._phrases[index].head, verb)
        }
        return found.pop() if len(found) == 1 else None

    def _scene_of(self, word: Word, verb: Word) -> Iterator[str]:
        """Countries of the places where a verb happens to somebody, be they told with the deed that brought it about.

        As in "shelled *Gulu*, killing ten people", "a bomb in *Gulu* killed two", "died when rebels raided *Gulu*".
        """
        found = list(self._placed_in(verb))
        if verb.lemma in _RESCUING and _undergoes(word):
            found += self._rescued_from(verb)
        yield from found
        if found or not _undergoes(word):
            return
        cause = verb
        while cause.relation in ("advcl", "conj") and cause.head is not None and cause.head.pos == "VERB":
            cause = cause.head
            yield from self._placed_in(cause)
            yield from self._struck(cause)
        for clause in children(verb, "advcl"):
            yield from self._placed_in(clause)
            yield from self._struck(clause)
        doer = next((one for one in verb.children if one.dep == "obl:agent"), None) or child(verb, "nsubj")
        if doer is None or doer is word:
            return
        index = self._at.get(doer.i, -1)
        armed = index >= 0 and self._phrases[index].kind == "armed-group"  # "gunmen in *Mali* freed two girls"
        if armed or doer.mention_type in ("event", "object"):
            yield from self._placed_in(doer)

    def _rescued_from(self, verb: Word) -> Iterator[str]:
        """The country of the place that people are brought away from: "evacuated the wounded from *Gulu*"."""
        for phrase in children(verb, "obl"):
            if case(phrase) == "from":
                within = (inner for inner in children(phrase, "nmod") if case(inner) == "of")
                yield from filter(None, map(self._land, (phrase, *within)))

    def _land(self, word: Word) -> str | None:
        """The country of the place that a word means, be it told by the place's name or by its own words."""
        index = self._at.get(word.i, -1)
        place = self._phrases[index] if index >= 0 else None
        if place is None or place.kind != "place":
            return None
        return place.country or (country_of_place(place.name) if place.form == "named" else None)

    def _struck(self, verb: Word) -> Iterator[str]:
        """The country of a place that is the object of what brought harm about."""
        thing = child(verb, "obj")
        if thing is None:
            return
        within = [one for one in children(thing, "nmod") if case(one) == "of"]
        # "shelled the port of Gulu", "the capital Juba"
        told = [thing, *within, *children(thing, "appos", "flat", "compound")]
        named = (one for one in told if (at := self._at.get(one.i, -1)) >= 0 and self._phrases[at].form == "named")
        yield from filter(None, map(self._land, named))

    def _placed_in(self, word: Word) -> Iterator[str]:
        """Countries of the places a verb happens in, or a place without a name lies in: "at a jail in Dili"."""
        for dependent in word.children:
            if dependent.relation == "obj":
                yield from self._placed_in(dependent)  # "attacked a village in Mali"
            index = self._at.get(dependent.i, -1)
            if (
                dependent.relation not in ("obl", "nmod")
                or index < 0
                or case(dependent) not in self._vocabulary.metonyms.locative
            ):
                continue
            place = self._phrases[index]
            if place.form != "named":
                yield from self._placed_in(dependent)
                named = (self._at.get(one.i, -1) for one in children(dependent, "compound"))  # "in Kaduna state"
                place = next((self._phrases[one] for one in named if one >= 0), place)
            if place.form != "named":
                continue
            if place.kind in ("place", "country", "government"):
                code = place.country or country_of_place(place.name)
                if code is not None:
                    yield code

    def _country_of_law(self, chain: Chain) -> str | None:
        """The country whose police or court alone does something to somebody: "Fijian police arrested two men"."""
        found = {
            code
            for index in chain.phrases
            if (verb := self._phrases[index].head.head) is not None and verb.pos == "VERB"
            for code in self._law_over(self._phrases[index].head, verb, chain)
        }
        return found.pop() if len(found) == 1 else None

    def _law_over(self, word: Word, verb: Word, chain: Chain) -> Iterator[str]:
        if word.relation == "obj" or word.dep == "nsubj:pass":
            doer = self._doer(verb)
        elif word.dep == "nsubj":  # "clashed with police"
            doer = next((other for other in verb.children if other.relation == "obl" and case(other) == "with"), None)
        else:
            return
        for one in [] if doer is None else [doer, *children(doer, "conj")]:
            index = self._at.get(one.i, -1)
            number = self._chains.of[index] if index >= 0 else -1
            other = self._chains.chains[number] if number >= 0 else None
            # "the authorities ordered the newspaper to close", "… arrested two singers"
            ruled = chain.kind == "outlet" or verb.lemma in _ARRESTING
            law = _LAW | {"GOV"} if ruled else _LAW
            if other is not None and other.country and law.intersection(self._sectors.get(number, ())[:1]):
                yield other.country

    def _doer(self, verb: Word) -> Word | None:
        """Who does what a verb tells: its agent or subject, or the subject of the clause it serves."""
        for _ in range(_MAX_CLIMB + 1):
            agent = next((other for other in verb.children if other.dep == "obl:agent"), None)
            if agent is not None:
                return agent
            subject = child(verb, "nsubj")
            if subject is not None:
                return subject if subject.dep == "nsubj" else None
            if verb.relation not in _CLIMBED or verb.head is None or verb.head.pos != "VERB":
                return None
            verb = verb.head
        return None


def _undergoes(word: Word) -> bool:
    """Whether something is done to whom a word means, by its relation to its verb."""
    return word.relation == "obj" or word.dep == "nsubj:pass"
