"""Phrases headed by a name: its titles, its kin word, the nationality before it, and the group noun around it."""

from __future__ import annotations

from dragoman.lexicon.organizations import Body
from dragoman.lexicon.outlets import load_outlets
from dragoman.ontology.countries import load_countries
from dragoman.reading.descriptions import (
    DISSOLVED,
    REGIONAL,
    before,
    body_sectors,
    by_descent,
    entry_of,
    own_countries,
    region_of,
    singulars,
    title_sectors,
)
from dragoman.reading.metonymy import acts
from dragoman.reading.name_titles import NameTitles
from dragoman.reading.named import Named
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child

_SERVED = frozenset({"CVL", "REF"})
"""Sectors of people whom a body is for rather than of: "the Refugee Council"."""
_NAMELESS = Body(words="", kind="organization", generic=True)
"""Stands for the noun a known name leaves out, so that only the words before it tell sectors."""
_STORMS = frozenset({"cyclone", "hurricane", "storm", "typhoon"})


class NamedPhrases(NameTitles):
    """Makes a phrase of every name."""

    def _add_name(self, name: Named) -> None:
        """One phrase for a name with its titles, and the nationality of what it modifies."""
        if name.first in self._covered:
            return
        opening = {self._words[at].lower for at in (name.first, name.first - 1) if at >= 0}
        if opening & _STORMS and name.kind in ("person", "organization"):
            name.kind = "event"  # "Hurricane Maria" strikes, and attacks nobody
        if name.kind == "person" or name.kind in ("organization", "armed-group", "outlet", "government"):
            top = self._title_above(name)
        else:
            top = None
        own = name.head
        if top is None and (group := self._own_group(name)) is not None:
            self._add_named_group(name, group)
            return
        head = top or own
        first = min(self._first[head.i], name.first)
        last = max(name.last, self._last[own.i] if name.kind != "person" and own.i >= name.first else name.last)
        if name.kind in ("country", "place"):
            first, last = self._start_of_country(name), name.last
        phrase = Phrase(head, first, last, "named", name.kind, name=self._text(name.first, name.last), body=name.body)
        phrase.known = name.known
        phrase.aliases = tuple(index for index in range(name.first, name.last) if index != head.i)
        self._describe_name(phrase, name, top)
        self._settle(phrase)

    def _start_of_country(self, name: Named) -> int:
        """Where the phrase of a place's name begins: with its article or region, not with "new" in "new U.S. arms"."""
        first = min(name.first, self._first[name.head.i])
        while first < name.first and self._words[first].pos in ("ADJ", "NUM", "PUNCT"):
            if self._words[first].lower in REGIONAL:
                break
            first += 1
        return first

    def _land_of(self, people: Word) -> str | None:
        """The country whose people of some descent are told of: "the Albanians of southern Serbia"."""
        for land in people.children:
            if land.relation == "nmod" and land.i > people.i and case(land) == "of" and land.mention_type == "place":
                match = self._matches.get(land.i)
                return match.code if match is not None and match.kind == "name" else None
        return None

    def _own_group(self, name: Named) -> Word | None:
        """The noun behind an organization's name that only says what it is ("Itar-Tass news agency"), or None."""
        above = name.head.head
        if (
            above is None
            or name.head.relation not in ("compound", "nmod", "amod")
            or above.i < name.last
            or name.head.dep == "nmod:poss"
        ):
            return None
        if name.kind not in ("organization", "armed-group", "outlet", "population", "place") or name.match is not None:
            return None
        if case(name.head) or above.feats.get("Number") == "Plur" or self._only_describes(above):
            return None
        if self._words[name.last].text == "-":
            return None  # "an Al-Qaeda-linked group"
        entry = entry_of(
            self._vocabulary.organizations.bodies, self._words, above, name.last, self._vocabulary.organizations.longest
        )
        return above if entry in self._vocabulary.organizations.own_name else None

    def _only_describes(self, noun: Word) -> bool:
        """Whether "press" and the like only describe the noun behind: "a Security Council Press Statement"."""
        thing = self._words[noun.i + 1].lower if noun.i + 1 < len(self._words) else ""
        return noun.relation == "compound" and thing in load_outlets().things

    def _add_named_group(self, name: Named, group: Word) -> None:
        organizations = self._vocabulary.organizations
        entry = entry_of(organizations.bodies, self._words, group, name.last, organizations.longest)
        body = organizations.bodies[entry]
        kind = name.kind if name.kind in ("armed-group", "outlet") else body.kind
        phrase = Phrase(
            group,
            min(self._first[group.i], name.first),
            self._last[group.i],
            "named",
            kind,
            name=self._text(name.first, name.last),
            body=body,
            noun=entry,
        )
        phrase.aliases = tuple(range(name.first, group.i))
        modifiers = tuple(
            word.lower for word in before(self._words, group, phrase.first) if not name.first <= word.i < name.last
        )
        phrase.modifiers = modifiers
        own = body if body.sectors == ("PTY",) else name.body or body  # "the Congress party" is no parliament
        phrase.sectors = body_sectors(self._vocabulary, own, modifiers)
        phrase.definite = True
        phrase.country = name.outlet_country
        phrase.known = name.known
        self._own_country(phrase, phrase.first, name.first)
        self._owner(phrase, group)
        self._recognise(phrase, name)
        self._settle(phrase)

    def _describe_name(self, phrase: Phrase, name: Named, top: Word | None) -> None:
        words, vocabulary = self._words, self._vocabulary
        match = name.match
        if match is not None and match.kind not in ("organization", "world"):
            phrase.country, phrase.region = (
                match.code if name.kind != "population" or not by_descent(words, name.first) else None,
                region_of(words, name.first + (match.length < name.last - name.first), match),
            )
            if name.first and not phrase.region:
                phrase.region = region_of(words, name.first, match)
        if match is not None and match.kind == "organization":
            phrase.sectors = ("IGO",)
        if name.kind == "population" and (land := self._land_of(phrase.head)) is not None:
            phrase.country = land
        long = name.last - name.first > 1 and words[name.first].lower not in DISSOLVED
        if name.kind == "place" and match is None and phrase.country is None and long:
            phrase.country = load_countries().by_adjective(words[name.first].text)  # "the Syrian Golan Heights"
        if name.kind == "population" and match is not None and not self._is_people(name):
            phrase.kind = name.kind = "person"
        phrase.country = phrase.country or name.outlet_country
        self._titles_before(phrase, name, top)
        if name.kind == "person":
            self._describe_person(phrase, name)
        elif name.kind in ("country", "place") and match is not None:
            phrase.metonym = acts(phrase.head, vocabulary.metonyms)
            phrase.place = match.kind in ("capital", "part") and not phrase.metonym
            if match.kind == "capital":
                phrase.kind = "government" if phrase.metonym else "place"
            elif match.kind == "seat" and not phrase.metonym and self._is_town(phrase.head):
                phrase.kind, phrase.place = "place", True
            elif match.kind == "seat":
                self._as_seat(phrase, self._text(name.first, name.last))
            elif phrase.metonym and match.kind == "name":
                phrase.kind = "government"
            elif phrase.metonym and load_countries().is_unrecognized(match.region):
                phrase.kind, phrase.sectors = "government", ("GOV",)
        elif name.kind == "population" and match is not None:
            modifiers = tuple(word.lower for word in words[phrase.first : name.first])
            phrase.plural, phrase.sectors = True, body_sectors(vocabulary, _NAMELESS, modifiers) or ("CVL",)
        elif name.kind == "outlet":
            phrase.sectors = ("JRN",)
        elif name.body is not None and phrase.sectors != ("IGO",):
            # What a movement is for is no office of state: "the Front for Justice".
            aim = next((word.i for word in words[name.first : name.last] if word.lower == "for"), name.last)
            modifiers = tuple(word.lower for word in words[phrase.first : name.last if name.body.state else aim])
            phrase.modifiers = tuple(
                word.lower for word in words[phrase.first : name.first] if word.pos not in ("DET", "PART", "PUNCT")
            )
            phrase.sectors = body_sectors(vocabulary, name.body, modifiers) or self._sectors_inside(name)
            if not name.body.state and self._has_igo(phrase.first, name.last):
                phrase.sectors = ("IGO",)
            phrase.noun = name.body.words
            self._arm(phrase)
        if name.kind == "organization" and not phrase.sectors and name.body is None and name.last - name.first > 1:
            phrase.sectors = self._sectors_of_members(name.last - 1, name.last)  # "the Social Democrats"
        if name.kind == "organization" and not phrase.sectors and phrase.body is not None and name.body is None:
            phrase.sectors = phrase.body.sectors  # "French retailer X"
        if name.kind == "organization" and not phrase.sectors and self._has_igo(phrase.first, name.last):
            phrase.sectors = ("IGO",)
        if phrase.country is None and name.kind not in ("country", "place") and "IGO" not in phrase.sectors:
            self._own_country(phrase, phrase.first, name.last if name.kind != "person" else name.first)
        self._owner(phrase, phrase.head)
        phrase.definite = True
        self._be_of_state(phrase)
        self._recognise(phrase, name)
        for use in phrase.titles if name.kind == "person" else ():
            self._of_state(phrase, use.span[0])

    def _recognise(self, phrase: Phrase, name: Named) -> None:
        """Let what is known of a body fill what the words around its name leave open, or forget it if they contradict.

        The known kind and sectors stand before what a noun inside the name suggests ("Kurdistan Workers' *Party*").
        """
        if phrase.known is None:
            return
        post, kind = phrase.known.post, phrase.known.post.kind or phrase.known.known.kind
        around: list[str] = []
        # "Jewish settlers in the West Bank" are not of where they are
        where = (word.i for word in self._words[name.last : phrase.last] if word.lower in ("in", "at", "near"))
        for start, end in ((phrase.first, name.first), (name.last, next(where, phrase.last))):
            around += [match.code for _, match in own_countries(self._words, self._matches, start, end)]
        if around and post.country is not None and post.country not in around:
            phrase.known = None
            return
        phrase.country = around[0] if around else post.country
        phrase.kind = kind or phrase.kind
        said = body_sectors(self._vocabulary, _NAMELESS, phrase.marks)
        phrase.sectors = tuple(dict.fromkeys([*post.sectors, *said]))

    def _be_of_state(self, phrase: Phrase) -> None:
        """Let a body of a nation whose noun names a public one be its state's: "the Zambian Tourism Authority"."""
        if phrase.sectors or phrase.body is None or phrase.country is None or phrase.region:
            return
        sector = self._vocabulary.organizations.of_state.get(phrase.body.words)
        phrase.sectors = (sector,) if sector is not None else ()

    def _is_town(self, head: Word) -> bool:
        """Whether a seat of government is where something is: "in Rawalpindi"; not "in the Pentagon"."""
        return case(head) in ("in", "near", "from") and child(head, "det") is None

    def _as_seat(self, phrase: Phrase, seat: str) -> None:
        """A seat of government is the government; one of army or parliament is a body of its own: "the Pentagon"."""
        sector = load_countries().seat_sector(seat)
        phrase.kind, phrase.metonym = "government", True
        if sector is not None and sector != "GOV":
            phrase.kind, phrase.metonym, phrase.sectors = "organization", False, (sector,)

    def _sectors_inside(self, name: Named) -> tuple[str, ...]:
        """Sectors by the words of a name that tell whose it is.

        Any two that name a body ("International Committee of the *Red Cross*"), else one for its members ("Northern
        *Teachers'* Association").
        """
        organizations = self._vocabulary.organizations
        for index in range(name.first, name.last - 1):
            body = organizations.bodies.get(f"{self._words[index].lower} {self._words[index + 1].lower}")
            if body is not None and body.sectors:
                return body.sectors
        return self._sectors_of_members(name.first, name.last)

    def _sectors_of_members(self, first: int, last: int) -> tuple[str, ...]:
        """Sectors of the first noun of persons in words ``[first, last)`` whom a body may consist of."""
        people = self._vocabulary.organizations.people
        for word in self._words[first:last]:
            members = next((found for form in singulars(word) if (found := people.get(form))), None)
            if members is None or _SERVED.intersection(members.sectors):
                continue
            if members.kind == "population" or "PTY" in members.sectors:
                return members.sectors
        return ()

    def _is_people(self, name: Named) -> bool:
        """Whether a demonym means a people or several of it, not one person: "the French", "Egyptians"."""
        determiner = child(name.head, "det")
        if determiner is not None and determiner.lower in ("a", "an", "another", "one"):
            return False
        return name.head.feats.get("Number") != "Sing" or load_countries().is_plural(self._words[name.first].text)

    def _describe_person(self, phrase: Phrase, name: Named) -> None:
        gender = ""
        for use in phrase.titles:
            gender = gender or use.title.gender
        if phrase.kin is not None:
            gender = gender or phrase.kin.gender
        if not gender and name.last - name.first > 1:
            gender = self._vocabulary.persons.gender.get(self._words[name.first].lower, "")
        phrase.gender = gender
        phrase.sectors = _merged(*(title_sectors(self._vocabulary, use) for use in phrase.titles))


def _merged(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for group in groups for code in group))
