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
    read_title,
    region_of,
    singulars,
    title_sectors,
)
from dragoman.reading.metonymy import acts
from dragoman.reading.named import Named
from dragoman.reading.phrase_book import PhraseBook
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Word, case, child

_NAMING_TITLES = frozenset({"nmod", "compound", "flat", "amod"})
_UNDER_TITLE = frozenset({"appos", "flat", "nmod", "compound", "dep", "list"})


_SERVED = frozenset({"CVL", "REF"})
"""Sectors of people whom a body is for rather than of: "the Refugee Council"."""
_NAMELESS = Body(words="", kind="organization", generic=True)
"""Stands for the noun a known name leaves out, so that only the words before it tell sectors."""
_STORMS = frozenset({"cyclone", "hurricane", "storm", "typhoon"})


class NamedPhrases(PhraseBook):
    """Makes a phrase of every name."""

    def _add_name(self, name: Named) -> None:
        """One phrase for a name with its titles, and the nationality of what it modifies."""
        if name.first in self._covered:
            return
        if self._words[name.first].lower in _STORMS and name.kind in ("person", "organization"):
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

    def _title_above(self, name: Named) -> Word | None:
        """The title or kin noun directly before a name that governs it in the tree, or None."""
        above = name.head.head
        if (
            above is None
            or above.i >= name.first
            or name.head.relation not in _UNDER_TITLE
            or above.pos not in ("NOUN", "PROPN")
        ):
            return None
        if name.kind == "person":
            above = self._person_noun_above(above)
        if case(name.head):
            return None  # "spokesman for President X" is not X
        if above.i in self._covered or (
            name.kind != "person" and above.lemma not in self._vocabulary.organizations.bodies
        ):
            return None
        if name.kind == "person" and not self._is_person_noun(above):
            return None
        if above.feats.get("Number") == "Plur":
            return None
        between = self._words[above.i + 1 : name.first]
        if any(word.text in (",", "(", ":", ";", "–", "—", "-") for word in between):
            return None
        return above if not between or self._reaches(above, name.first) else None

    def _land_of(self, people: Word) -> str | None:
        """The country whose people of some descent are told of: "the Albanians of southern Serbia"."""
        for land in people.children:
            if land.relation == "nmod" and land.i > people.i and case(land) == "of" and land.mention_type == "place":
                match = self._matches.get(land.i)
                return match.code if match is not None and match.kind == "name" else None
        return None

    def _person_noun_above(self, above: Word) -> Word:
        """The title over what a name hangs on: parsers may hang it on the body in "Prime Minister of the … Unity X"."""
        word = above
        while (
            not self._is_person_noun(word)
            and word.relation in ("nmod", "flat", "compound")
            and word.head is not None
            and word.head.i < word.i
        ):
            word = word.head
        return word if self._is_person_noun(word) else above

    def _reaches(self, above: Word, end: int) -> bool:
        """Whether a title's own attributes fill all words up to ``end``."""
        return self._last[above.i] >= end or any(
            child_.relation == "nmod" and self._last[child_.i] == end for child_ in above.children
        )

    def _is_person_noun(self, word: Word) -> bool:
        lemma = word.lemma
        vocabulary = self._vocabulary
        return (
            lemma in vocabulary.titles.titles
            or word.lower in vocabulary.titles.titles
            or lemma in vocabulary.kin.words
            or lemma in vocabulary.organizations.people
            or word.mention_type == "person"
        )

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
        phrase.sectors = body_sectors(self._vocabulary, name.body or body, modifiers)
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

    def _titles_before(self, phrase: Phrase, name: Named, top: Word | None) -> None:
        """Read the titles, kin word or describing noun in front of a name."""
        words = self._words
        start = self._first[top.i] if top is not None else phrase.first
        end = top.i + 1 if top is not None else name.first
        for word in name.head.children:
            if word.i < start and word.relation in _NAMING_TITLES and word.pos in ("NOUN", "PROPN") and not case(word):
                start = self._first[word.i]
        if name.kind not in ("country", "place"):
            start = self._model_title_start(start, name.first, end)
        phrase.first = min(phrase.first, start)
        index = end - 1
        while index >= start:
            word = words[index]
            if word.pos == "PART" and word.relation == "case":
                break
            index = self._read_before(phrase, word, start) if word.pos in ("NOUN", "PROPN") else index - 1
        phrase.titles.reverse()
        self._body_between(phrase, name)
        phrase.aliases = (
            (*range(start, name.first), *phrase.aliases)
            if name.kind == "person" and start < name.first
            else phrase.aliases
        )
        phrase.aliases = tuple(
            i for i in phrase.aliases if i != phrase.head.i and self._is_name_word(i, name, start, end)
        )

    def _body_between(self, phrase: Phrase, name: Named) -> None:
        """Find the body between a title and a name where the tree hangs it elsewhere: "Premier of the … X"."""
        use = phrase.titles[-1] if phrase.titles else None
        if use is None or use.body >= 0 or use.of is not None:
            return
        for index in range(use.span[1], name.first):
            body = self._covered.get(index)
            if (
                body is not None
                and body is not phrase
                and body.name
                and body.kind in ("organization", "government", "armed-group")
            ):
                use.body, use.of = body.head.i, body.name
                return

    def _model_title_start(self, start: int, first: int, end: int) -> int:
        """Start of the titles that stand unbroken before a name although the tree does not say so."""
        words, titles = self._words, self._vocabulary.titles.titles
        if start < first or end != first:
            return start
        while (
            start
            and words[start - 1].i not in self._covered
            and words[start - 1].pos in ("NOUN", "PROPN", "ADJ")
            and (
                words[start - 1].lower in titles
                or words[start - 1].lower in self._vocabulary.titles.modifiers
                or words[start - 1].lower in self._vocabulary.organizations.domains
            )
        ):
            start -= 1
        return start

    def _is_name_word(self, index: int, name: Named, start: int, end: int) -> bool:
        word = self._words[index]
        if name.first <= index < name.last:
            return True
        return (
            start <= index < end
            and word.pos in ("NOUN", "PROPN")
            and word.dep != "nmod:poss"
            and index not in self._covered
        )

    def _read_before(self, phrase: Phrase, word: Word, start: int) -> int:
        """Read one noun before a name; the index to go on from."""
        vocabulary = self._vocabulary
        kin = vocabulary.kin.words.get(word.lemma)
        if kin is not None and phrase.kind == "person":
            phrase.kin = kin
            self._owner(phrase, word)
            return word.i - 1
        if phrase.kind == "person":
            use = read_title(vocabulary, self._words, word, start)
            if use is not None:
                phrase.titles.append(use)
                self._title_country(use, start)
                return min(use.span[0], word.i) - 1
            entry = vocabulary.organizations.people.get(word.lemma)
            if entry is not None and not phrase.sectors:
                phrase.sectors = entry.sectors
            return word.i - 1
        entry_words = entry_of(
            vocabulary.organizations.bodies, self._words, word, start, vocabulary.organizations.longest
        )
        if entry_words and phrase.kind in ("organization", "population", "armed-group", "person"):
            body = vocabulary.organizations.bodies[entry_words]
            if not phrase.body or phrase.body.generic:
                phrase.body, phrase.kind = body, body.kind
        return word.i - 1


def _merged(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(code for group in groups for code in group))
