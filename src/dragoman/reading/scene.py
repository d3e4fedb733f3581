"""What resolution knows of the text read so far, and the country the text is at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.reading.chains import Chain, Chains
from dragoman.reading.gazetteer import country_of_place
from dragoman.reading.home import led_by_another
from dragoman.reading.metonymy import hosts
from dragoman.reading.phrases import Phrase
from dragoman.reading.salience import Salience
from dragoman.reading.tree import Tree, ancestors, case, child, children
from dragoman.reading.vocabulary import ActorWords

THINGS = frozenset({"event", "object", "other", "place"})
"""Kinds of phrases that stand for no actor."""

_COMING = frozenset({"arrive", "come", "fly", "go", "head", "return", "travel"})
_WITHOUT_ARMY = frozenset({"AND", "CRI", "GRD", "ISL", "LIE", "MCO", "PAN", "PSE"})
_KINGDOMS = frozenset(
    {
        "BEL",
        "BHR",
        "BTN",
        "DNK",
        "ESP",
        "GBR",
        "JOR",
        "KHM",
        "LSO",
        "MAR",
        "NLD",
        "NOR",
        "NPL",
        "SAU",
        "SWE",
        "SWZ",
        "THA",
    }
    | {"TON"}
)
_FORCES_REACH = 25  # mentions back, in which forces of one country were told of
_ARGUMENTS = frozenset({"nsubj", "obj", "obl"})


class Scene:
    """The state of reading from left to right: phrases, chains, salience of actors and of countries."""

    def __init__(
        self,
        tree: Tree,
        phrases: Sequence[Phrase],
        at: Mapping[int, int],
        vocabulary: ActorWords,
        chains: Chains,
        home: str | None = None,
    ) -> None:
        self._tree = tree
        self._phrases = phrases
        self._at = at
        self._vocabulary = vocabulary
        self._chains = chains
        self._salience = Salience()
        self._countries = Salience()
        self._codes: list[str] = []
        self._code_of: dict[str, int] = {}
        self._now = 0
        self._main = home

    def _owner_chain(self, phrase: Phrase) -> int:
        owner = self._at.get(phrase.owner, -1)
        return self._chains.of[owner] if owner >= 0 else -1

    def _owned_by(self, chain: Chain, owner: int) -> bool:
        return any(
            self._owner_chain(self._phrases[index]) == owner
            for index in chain.phrases
            if self._phrases[index].form != "pronoun"
        )

    def _sectors_of(self, chain: Chain) -> set[str]:
        return {code for index in chain.phrases for code in self._phrases[index].sectors}

    def _note_country(self, index: int, chain: int) -> None:
        phrase = self._phrases[index]
        code = phrase.country or (self._chains[chain].country if chain >= 0 else None)
        if code is None or phrase.kind == "outlet" or led_by_another(self._tree, phrase):
            return
        number = self._code_of.setdefault(code, len(self._code_of))
        if number == len(self._codes):
            self._codes.append(code)
        self._countries.add(number, phrase.head)

    def _only_possesses(self, phrase: Phrase) -> bool:
        """Whether a country only says whose body or person is meant: "Egypt's General Intelligence Service"."""
        head = phrase.head
        if head.dep != "nmod:poss" or head.head is None or phrase.kind not in ("country", "government"):
            return False
        owned = self._at.get(head.head.i, -1)
        return owned >= 0 and self._phrases[owned].kind not in THINGS

    def _country_here(self) -> str | None:
        """The country an organ of state or an armed group is of if no word of its own says.

        Where the sentence opens ("In Moscow, the ministry …"), else the report's own, else where the sentence places
        what happens; never one that was only named last.
        """
        told = self._country_where() or self._opening_place() or self._country_described()
        if "MIL" in self._phrases[self._now].sectors and (self._main is None or self._main in _WITHOUT_ARMY):
            # in Gaza, "the army" is not Palestine's
            return told or self._forces_told() or (self._scene() if self._main is None else None)
        return told or self._main or self._scene()

    def _country_where(self) -> str | None:
        """The country of the place that a clause around a phrase tells of: "fled to Mali, *where* the army …"."""
        for above in ancestors(self._phrases[self._now].head):
            place = above.head if above.dep == "acl:relcl" else None
            if place is None or not any(one.lower == "where" for one in children(above, "advmod")):
                continue
            for word in (place, *children(place, "nmod")):
                index = self._at.get(word.i, -1)
                named = self._phrases[index] if index >= 0 and self._phrases[index].form == "named" else None
                if named is not None and named.kind in ("place", "country", "government"):
                    return named.country or country_of_place(named.name)
        return None

    def _forces_told(self) -> str | None:
        """The country whose forces alone have been told of: "Israeli forces … The army said"."""
        before = self._phrases[max(0, self._now - _FORCES_REACH) : self._now]
        found = {phrase.country for phrase in before if phrase.country is not None and "MIL" in phrase.sectors[:1]}
        return found.pop() if len(found) == 1 else None

    def _country_described(self) -> str | None:
        """The country that the sentence describes: "Uganda remains divided between …", not one that acts."""
        root = self._tree.words[self._tree.sentences[self._phrases[self._now].head.sentence].root]
        subject = child(root, "nsubj")
        index = -1 if subject is None else self._at.get(subject.i, -1)
        described = index >= 0 and self._phrases[index].kind == "country" and not self._phrases[index].metonym
        return self._phrases[index].country if described else None

    def _country_of_person(self) -> str | None:
        """The country of somebody who has none by his own words: that of the context, but none he deals with abroad."""
        if (host := self._host_country()) is not None:
            return host
        code = self._country_quoted()
        return None if code is None or code in self._visited_by_the_one_here() | self._met_by_the_one_here() else code

    def _host_country(self) -> str | None:
        """The country a guest comes to for talks with somebody: "flew to Riyadh for talks with Prince Faisal"."""
        here = self._phrases[self._now].head
        if case(here) != "with" and here.relation != "obj":
            return None
        for verb in [word for word in ancestors(here) if word.pos == "VERB"][:2]:
            subject = child(verb, "nsubj")
            guest = -1 if subject is None else self._at.get(subject.i, -1)
            goals = (self._at.get(word.i, -1) for word in children(verb, "obl") if case(word) in ("in", "to"))
            hosts = {self._phrases[index].country for index in goals if index >= 0} - {None}
            if guest >= 0 and verb.lemma in _COMING and len(hosts) == 1 and hosts != {self._phrases[guest].country}:
                return hosts.pop() if self._phrases[guest].country is not None else None
        return None

    def _met_by_the_one_here(self) -> set[str]:
        """Countries that the words before others of his clause tell: "X met the Russian foreign minister"."""
        here = self._phrases[self._now].head
        if here.head is None or here.relation not in _ARGUMENTS:
            return set()
        if here.head.lemma not in self._vocabulary.metonyms.meeting_words:
            return set()
        others = (self._at.get(word.i, -1) for word in here.head.children if word is not here)
        met = [self._phrases[index] for index in others if index >= 0]
        return {
            other.country
            for other in met
            if other.country and other.kind == "person" and other.titles and other.head.relation in _ARGUMENTS
        }

    def _visited_by_the_one_here(self) -> set[str]:
        """Countries that whoever is told of visits here: "X visited Chad", "a delegation led by X flew to Chad"."""
        word = self._phrases[self._now].head
        verb = word.head
        if word.relation == "obl" and verb is not None and verb.relation == "acl" and verb.head is not None:
            word, verb = verb.head, verb.head.head  # the delegation he leads
        if verb is None or word.relation not in ("nsubj", "conj"):
            return set()
        places = [place for place in verb.children if hosts(place, self._vocabulary.metonyms)]
        found = [self._phrases[self._at[place.i]].country for place in places if place.i in self._at]
        return {code for code in found if code is not None}

    def _country_quoted(self) -> str | None:
        """The country of somebody quoted without one: where the sentence opens, whose outlet quotes him, the text's.

        "In Switzerland, a ministry spokesman said"; "Interfax said Deputy Foreign Minister Igor Ivanov had condemned":
        outlets leave out the country of their own officials.
        """
        opening = self._opening_place() or self._country_acting() or self._country_visited()
        if opening is not None:
            return opening
        sentence = self._phrases[self._now].head.sentence
        for index in range(self._now - 1, max(-1, self._now - 10), -1):
            other = self._phrases[index]
            if other.head.sentence != sentence:
                break
            chain = self._chains.chains[self._chains.of[index]] if self._chains.of[index] >= 0 else None
            if chain is not None and chain.kind == "outlet" and chain.country and other.head.relation == "nsubj":
                return chain.country
        return self._main

    def _country_acting(self) -> str | None:
        """The country that is the subject of the clause over or before one whose subject is meant.

        "China urged restraint, and Foreign Minister Wang Yi is due to visit"; "Israel said Defence Minister Katz …".
        """
        verb = self._phrases[self._now].head.head
        if self._phrases[self._now].head.relation != "nsubj" or verb is None or verb.head is None:
            return None
        if verb.relation not in ("conj", "ccomp"):
            return None
        subject = child(verb.head, "nsubj")
        index = -1 if subject is None else self._at.get(subject.i, -1)
        if index < 0 or self._phrases[index].kind not in ("country", "government") or not self._phrases[index].metonym:
            return None
        return self._phrases[index].country

    def _country_visited(self) -> str | None:
        """Where those are who are met: "the delegation visited Tripoli and met Prime Minister X"."""
        word = self._phrases[self._now].head
        verb = word.head
        if word.relation not in ("obj", "obl") or verb is None or verb.pos != "VERB":
            return None
        visited = verb.head if verb.relation == "conj" and verb.head is not None else verb
        for place in visited.children:
            index = self._at.get(place.i, -1)
            if place.i >= word.i or index < 0 or place.relation not in ("obj", "obl"):
                continue
            if self._phrases[index].kind in ("place", "country") and self._phrases[index].country:
                return self._phrases[index].country
        return None

    def _scene(self) -> str | None:
        """The country of a place something happens in, in this sentence: "gunmen killed two men in northern Mali"."""
        sentence = self._phrases[self._now].head.sentence
        locative = self._vocabulary.metonyms.locative
        for other in self._phrases[max(0, self._now - 15) : self._now + 15]:
            placed = other.head.sentence == sentence and other.country and other.kind in ("place", "country")
            if placed and hosts(other.head, self._vocabulary.metonyms):
                continue
            if placed and other.head.relation in ("obl", "nmod") and case(other.head) in locative:
                return other.country
        return None

    def _opening_place(self) -> str | None:
        """The country of a place the sentence opens with: "In Moscow, …"."""
        here = self._phrases[self._now].head
        start = self._tree.sentences[here.sentence].first
        if self._tree.words[start].lower not in ("in", "from", "at", "across"):
            return None
        for word in self._tree.words[start + 1 : start + 5]:
            index = self._at.get(word.i, -1)
            if word.text == "," or word.i >= here.i:
                return None
            if (
                index >= 0
                and self._phrases[index].country
                and self._phrases[index].kind in ("place", "country", "government")
            ):
                return self._phrases[index].country
        return None

    def _deals_with(self, other: Phrase, phrase: Phrase) -> bool:
        """Whether a phrase is the object of what another one does, be that told in a relative clause."""
        verb = phrase.head.head
        if verb is None or phrase.head.relation not in ("obj", "iobj"):
            return False
        return other.head.head is verb or (verb.dep == "acl:relcl" and verb.head is other.head)

    def _acting(self, index: int) -> set[str]:
        """The countries that act in the sentence of a mention, up to it."""
        here = self._phrases[index].head.sentence
        before = (one for one in self._phrases[max(0, index - 12) : index] if one.head.sentence == here)
        return {one.country for one in before if one.country is not None and (one.metonym or one.kind == "person")}

    def _nearest_country(self, index: int) -> str | None:
        phrase = self._phrases[index]
        dealing: set[str] = set()  # "France urged the country to talk": not France
        if phrase.head.lemma in ("country", "nation", "state") and phrase.modifiers:
            dealing |= self._acting(index)  # "Russia said that the Balkan nation …" speaks of another
        noun = phrase.head.head if case(phrase.head) in ("in", "within", "inside") else None
        abroad = self._at.get(noun.i, -1) if noun is not None and noun.pos == "NOUN" else -1
        if abroad >= 0 and (code := self._phrases[abroad].country) is not None:
            dealing.add(code)  # "Turkish forces in the country": not Turkey
        for other in reversed(self._phrases[max(0, index - 12) : index]):
            if other.head.sentence != phrase.head.sentence:
                break
            named = other.form == "named" and other.kind in ("country", "government") and not other.adjective
            if not named or not other.country or self._only_possesses(other):
                continue
            fits = not self._deals_with(other, phrase) and _is_so_called(other.country, phrase)
            if fits and other.country not in dealing:
                return other.country
            dealing.add(other.country)
        ranked = (self._codes[number] for _, number in self._countries.ranked())
        told = (self._main, self._opening_place(), self._scene(), *ranked)
        fitting = (code for code in told if code is not None and code not in dealing)
        return next((code for code in fitting if _is_so_called(code, phrase)), None)


def _is_so_called(country: str, phrase: Phrase) -> bool:
    """Whether a country may be called by a noun for its constitution: "the kingdom" is none that has no king."""
    noun = phrase.head.lemma
    return noun not in ("kingdom", "republic") or (country in _KINGDOMS) == (noun == "kingdom")
