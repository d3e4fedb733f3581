"""Phrases headed by a common noun: persons by title or trade, bodies, groups, countries, sources, statements."""

from __future__ import annotations

from dragoman.lexicon.composition import load_composition
from dragoman.lexicon.outlets import load_outlets
from dragoman.reading.body_nominals import BodyNominals
from dragoman.reading.descriptions import (
    before,
    body_sectors,
    entry_after,
    entry_of,
    own_countries,
    read_title,
    title_sectors,
)
from dragoman.reading.hyphens import prefix_before
from dragoman.reading.metonymy import acts, speaks
from dragoman.reading.phrases import Phrase, TitleUse
from dragoman.reading.tree import Word, case, child, children
from dragoman.record import Kind

_TYPE_KINDS: dict[str, Kind] = {
    "person": "person", "organization": "organization", "place": "place", "event": "event", "object": "object",
    "abstract": "other",
}  # fmt: skip
_NO_HEADS = frozenset({"compound", "flat", "fixed", "goeswith", "det", "amod", "case", "mark"})
_SHARES = frozenset({"percent", "half"})  # nobody by themselves
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_INDEFINITE = frozenset(
    {
        "a", "an", "another", "some", "any", "no", "each", "every", "several", "many", "most", "few", "various",
        "neither", "either",
    }
)  # fmt: skip


# Sectors of bodies whose craft and sites stand for them in a fight: "army helicopter", "police station".
_FORCES = (("COP",), ("GOV",), ("MIL",))
_POLICING = frozenset({"arrest", "charge", "detain", "fingerprint", "frisk", "handcuff", "interview", "raid", "search"})
_BANDED = frozenset({"bloc", "blocs", "forces"})  # never a thing or a place
_STATES_OF_BEING = frozenset({"assembly", "exile"})  # "freedom of assembly", "in exile"
_PAPERS = frozenset({"herald", "post", "times", "tribune"})  # nobody but with a capital
_ONE_OF = frozenset({"member", "one", "part", "type", "kind", "sort", "form"})  # not as many as are named
_MONITORS = frozenset({"inspector", "monitor", "observer", "peacekeeper"})
_LANDS = frozenset({"country", "nation", "republic", "kingdom"})


class NominalPhrases(BodyNominals):
    """Makes a phrase of every common noun that may refer to an actor or place, or compete with one for a pronoun."""

    def _add_nominal(self, word: Word) -> None:
        if word.lemma in _SHARES or self._is_hyphened(word):
            return
        attribute = word.relation in _NO_HEADS or word.dep in ("nmod:desc", "nmod:unmarked")
        agent = word.relation == "compound" and self._stands_for_agent(word)
        if (attribute and not agent and not self._stray_title(word)) or self._is_nationality(word.i):
            return
        first = self._first_of_agent(word) if agent else self._first[word.i]
        phrase = Phrase(word, first, self._last[word.i], "nominal", "other", noun=word.lemma)
        phrase.plural = word.feats.get("Number") in ("Plur", "Ptan") or self._are_many(word)
        preceding = before(self._words, word, phrase.first)
        phrase.modifiers = tuple(
            item.lower for item in preceding if item.text != "-" and not self._is_nationality(item.i)
        )
        self._determine(phrase, word)
        if not self._classify(phrase, word):
            return
        if phrase.body is not None:
            self._told.add("mission" if word.lemma in _MONITORS else word.lemma)
        self._own_country(phrase, phrase.first, word.i)
        self._owner(phrase, word)
        if phrase.country is None:
            self._country_of_owner(phrase)
        self._of_state(phrase, word.i)
        self._as_state(phrase, word)
        self._settle(phrase)

    def _are_many(self, word: Word) -> bool:
        """Whether an adjective stands for all who are so: "*the wounded* were flown out"."""
        article = child(word, "det") if word.lower in self._vocabulary.organizations.many else None
        return article is not None and article.lower == "the"

    def _as_state(self, phrase: Phrase, word: Word) -> None:
        """Let "the Russian side", of talks and not of a border, be the state, as diplomats say it."""
        behind = self._words[word.i + 1].lower if word.i + 1 < len(self._words) else ""
        if word.lemma != "side" or phrase.plural or not phrase.definite or phrase.country is None or phrase.region:
            return
        if behind != "of" and case(word) != "on" and self._is_nationality(word.i - 1):
            phrase.kind, phrase.sectors = "government", ("GOV",)
            phrase.body = self._vocabulary.organizations.bodies["government"]

    def _is_hyphened(self, word: Word) -> bool:
        """Whether hyphens and a preposition tie a noun to the one before: "a hostage-for-rebel swap"."""
        if word.i < 3 or self._words[word.i - 1].text != "-":
            return False
        return self._words[word.i - 3].text == "-" and self._words[word.i - 2].pos == "ADP"

    def _stands_for_agent(self, word: Word) -> bool:
        """Whether a noun before another is whose doing or whose that is: "army offensive", "government helicopter"."""
        noun = word.head
        if noun is None or noun.i < word.i:
            return False
        organizations, composition = self._vocabulary.organizations, load_composition()
        body = organizations.bodies.get(word.lemma)
        things = (composition.sites, composition.grounds, composition.instruments, composition.custody)
        held = any(noun.lemma in listed for listed in things)
        if (held or noun.lemma in composition.craft) and body is not None and body.sectors[:1] in _FORCES:
            return True
        people = organizations.people.get(word.lemma)
        if held and people is not None and people.kind == "armed-group":
            return True
        if noun.mention_type in ("person", "organization", "place", "object") or self._names_actor(noun):
            return False
        if body is not None and body.kind == "outlet" and noun.lemma in load_outlets().things:
            return False  # "a press briefing"
        return (body is not None and not body.generic) or (
            word.lemma in organizations.people and organizations.people[word.lemma].kind == "armed-group"
        )

    def _first_of_agent(self, word: Word) -> int:
        """Where the words for those begin to whom something belongs: at "Boko" of "a Boko Haram militant camp"."""
        first = self._first[word.i]
        while first and (own := self._covered.get(first - 1)) is not None and own.name and own.head.head is word.head:
            first = own.first
        while first and (self._is_nationality(first - 1) or self._is_of_people(self._words[first - 1])):
            first -= 1
        return first

    def _is_of_people(self, word: Word) -> bool:
        """Whether an adjective is a people's: "Kurdish guerrilla camps"."""
        return word.pos == "ADJ" and word.text[0].isupper() and word.i > self._tree.sentences[word.sentence].first

    def _is_prefixed(self, word: Word) -> bool:
        """Whether a noun is the second half of an adjective: "an anti-*government* rally"."""
        half = prefix_before(self._words, word.i) in ("anti", "pro", "non")
        return half and word.relation in ("compound", "amod")

    def _stray_title(self, word: Word) -> bool:
        """Whether a noun the tree puts before a name heads a phrase after all, for want of a name that took it."""
        return (
            word.dep == "nmod:desc"
            and word.head is not None
            and word.head.i not in self._covered
            and self._names_actor(word)
        )

    def _determine(self, phrase: Phrase, word: Word) -> None:
        for dependent in word.children:
            if dependent.relation == "det":
                if dependent.lower in _DEFINITE:
                    phrase.definite = True
                elif dependent.lower in _INDEFINITE:
                    phrase.indefinite = True
            elif dependent.dep == "nmod:poss":
                phrase.definite = True
        if not phrase.definite and any(dependent.relation == "nummod" for dependent in word.children):
            phrase.indefinite = True

    def _classify(self, phrase: Phrase, word: Word) -> bool:
        """Set kind, noun, sectors and gender of a nominal; False if it is no mention worth keeping."""
        kin = self._vocabulary.kin.words.get(word.lower) or self._vocabulary.kin.words.get(word.lemma)
        if word.mention_type == "time" or self._is_prefixed(word):
            return False
        state = not phrase.plural or (not phrase.definite and acts(word, self._vocabulary.metonyms))
        if word.lemma in _LANDS and word.relation != "compound" and state:
            return self._by_type(phrase, word)  # "the West African nation" is no people
        if word.mention_type == "substance" and word.lemma == "agent":
            return False  # "a nerve agent"
        bare = not (phrase.plural or phrase.definite or phrase.indefinite or phrase.modifiers) and case(word)
        if word.lemma in self._vocabulary.organizations.nobody or (bare and word.lower in _STATES_OF_BEING):
            return False
        if (counted := self._counted(word)) is not None:
            return self._as_many(phrase, word, counted)
        if kin is not None and word.mention_type in ("person", "") and not self._is_of_state(word):
            phrase.kin, phrase.noun, phrase.gender = kin, kin.word, kin.gender
            phrase.kind = "population" if phrase.plural else "person"
            return True
        if self._is_document(phrase, word):
            return True
        organizations = self._vocabulary.organizations
        entry = entry_of(organizations.bodies, self._words, word, phrase.first, organizations.longest)
        if entry and (self._is_mission(phrase, word, entry) or self._is_equipment(phrase, word, entry)):
            return True
        people = entry_of(organizations.people, self._words, word, phrase.first, 3)
        if word.relation == "compound" and people:
            return self._as_people(phrase, people)
        use = None
        if self._may_be_person(word) if not phrase.plural else word.mention_type in ("person", ""):
            use = read_title(self._vocabulary, self._words, word, phrase.first)
        if use is not None and people and self._is_of_state(word):
            use = None
        body = organizations.bodies.get(entry)
        if use is not None and body is not None and body.kind == "outlet" and entry.endswith(" " + use.title.words):
            use = None  # "the state broadcaster" is nobody who presents
        if use is not None and not phrase.plural:
            return self._as_title(phrase, use, bool(people))
        thing = not phrase.plural and word.mention_type not in ("person", "organization", "")
        if thing and not self._is_of_state(word):
            people = ""
        decided = self._as_group(phrase, word, people, entry)
        if decided is not None:
            return decided
        if use is not None:
            phrase.titles.append(use)
            phrase.kind, phrase.noun = "organization", use.title.words
            phrase.sectors = title_sectors(self._vocabulary, use)
            return True
        return self._by_type(phrase, word)

    def _as_group(self, phrase: Phrase, word: Word, people: str, entry: str) -> bool | None:
        """Describe a nominal as persons or as a body; False if it means nothing countable, None if it is neither.

        Args:
            phrase: the nominal.
            word: its head.
            people: the entry for persons that ends at the head, or "".
            entry: the entry for a body that ends there, or ""; one that goes on behind the head comes before it.
        """
        organizations = self._vocabulary.organizations
        entry = entry_after(organizations.bodies, self._words, word)[0] or entry
        if people and people.count(" ") >= entry.count(" "):
            return self._as_people(phrase, people)
        if not entry or word.mention_type in ("event", "time"):
            return None
        body = organizations.bodies[entry]
        if body.equipment or (entry == "house" and word.text[0].islower()):
            return None  # "his house", "house arrest"; parliament is "the House"
        if body.kind == "outlet" and " " not in entry and word.mention_type in ("place", "abstract"):
            return None  # "a border post"
        if entry in _PAPERS and word.text.islower():
            return None  # "a command post"
        if entry == "bank" and word.mention_type == "place":
            return None  # "the left bank of the river"
        if body.generic and word.mention_type in ("place", "abstract", "object") and word.lower not in _BANDED:
            return None
        if body.generic and not (phrase.plural or phrase.definite or phrase.indefinite or phrase.modifiers):
            return False  # "the use of force"
        if entry == "convoy" and _is_of_craft(word):
            return False
        phrase.body, phrase.noun, phrase.kind = body, entry, body.kind
        phrase.sectors = () if _are_sides(word) else body_sectors(self._vocabulary, body, phrase.marks)
        if self._has_igo(phrase.first, word.i):
            # "the African Union mission" is no labour union's
            own = () if body.generic else tuple(code for code in phrase.sectors if code not in ("GOV", "LAB", "IGO"))
            phrase.sectors = (*own, "IGO")
        self._arm(phrase)
        return True

    def _may_be_person(self, word: Word) -> bool:
        """Whether a singular noun of a title means its holder: by the model, or because it is some body's head."""
        if word.mention_type in ("person", "organization", ""):
            return True
        title = self._vocabulary.titles.titles.get(word.lemma)
        if title is None or word.mention_type not in ("abstract", "object"):
            return False
        if word.lemma not in self._vocabulary.titles.ambiguous:
            return True
        if not title.leads:
            return False
        owner = next(
            (self._covered.get(dependent.i) for dependent in word.children if dependent.relation == "nmod"), None
        )
        return owner is not None and owner.kind in ("organization", "government", "country", "armed-group", "person")

    def _is_of_state(self, word: Word) -> bool:
        """Whether a noun for those who stand beside another is a state's, and so a state: "Chad and its neighbour"."""
        owner = child(word, "nmod:poss") if word.lemma in self._vocabulary.organizations.beside else None
        if owner is None:
            return False
        named = self._covered.get(owner.i)
        return owner.lower == "its" or (named is not None and named.kind in ("country", "government"))

    def _counted(self, word: Word) -> Word | None:
        """The plural that a noun only says how many or how much of is meant: "a majority of *states*"."""
        if word.lemma in _ONE_OF or word.lemma not in self._vocabulary.organizations.quantities:
            return None
        of = next((one for one in children(word, "nmod") if case(one) == "of" and one.i > word.i), None)
        return of if of is not None and of.feats.get("Number") == "Plur" and of.pos == "NOUN" else None

    def _as_many(self, phrase: Phrase, word: Word, counted: Word) -> bool:
        """Let many of those that a plural names be several of their kind: states are governments, people civilians."""
        phrase.plural = True
        if counted.lemma in _LANDS or counted.lemma == "state":
            phrase.kind, phrase.noun = "country", counted.lemma
            if acts(word, self._vocabulary.metonyms):
                phrase.kind, phrase.sectors = "government", ("GOV",)
            return True
        people = self._vocabulary.organizations.people.get(counted.lemma)
        return self._as_people(phrase, counted.lemma) if people is not None else self._by_type(phrase, word)

    def _by_type(self, phrase: Phrase, word: Word) -> bool:
        if word.lemma in _LANDS or (word.lemma == "state" and word.mention_type in ("place", "organization")):
            phrase.kind, phrase.noun = "country", word.lemma
            if phrase.plural and not phrase.definite and acts(word, self._vocabulary.metonyms):
                phrase.kind, phrase.sectors = "government", ("GOV",)  # "some Arab countries condemned the raid"
            return True
        composition = load_composition()
        thing = word.lemma in composition.craft or (word.lemma in composition.instruments and word.pos == "NOUN")
        kind = "object" if thing and word.mention_type != "event" else _TYPE_KINDS.get(word.mention_type)
        if kind is None:
            return False
        if kind == "person" and phrase.plural:
            kind, phrase.sectors = "population", ("CVL",)
        phrase.kind = kind
        return True

    def _as_title(self, phrase: Phrase, use: TitleUse, people: bool) -> bool:
        vocabulary = self._vocabulary
        phrase.titles.append(use)
        phrase.kind, phrase.noun, phrase.gender = "person", use.title.words, use.title.gender
        phrase.sectors = title_sectors(vocabulary, use)
        if self._words[use.span[1] - 1].lower == "general":
            phrase.last = max(phrase.last, use.span[1])  # "the attorney general"
        self._title_country(use, phrase.first)
        if use.title.words in vocabulary.organizations.people or people:
            self._mark_sources(phrase)
        for index in range(
            phrase.head.i + 1, phrase.head.i + 3
        ):  # "staff" of "chief of staff" is no mention of its own
            if index < use.span[1] and " of " in use.title.words:
                self._covered[index] = phrase
        return True

    def _as_people(self, phrase: Phrase, people: str) -> bool:
        body = self._vocabulary.organizations.people[people]
        phrase.body, phrase.noun = body, people
        if phrase.head.relation == "compound":
            phrase.plural = True
        phrase.kind = (
            body.kind
            if phrase.plural
            or body.kind == "sources"
            or phrase.head.lemma in ("staff", "personnel", "population", "public", "community", "people")
            else "person"
        )
        if self._is_of_state(phrase.head):
            phrase.kind = "organization"
        phrase.sectors = body_sectors(self._vocabulary, body, phrase.marks)
        if people == "officer" and phrase.plural and phrase.sectors == ("MIL",) and _polices(phrase.head):
            phrase.kind, phrase.sectors = "organization", ("COP",)
        if "IGO" not in phrase.sectors and self._are_of_several(phrase):
            phrase.sectors = (*(code for code in phrase.sectors if code not in ("GOV", "LAB", "COP")), "IGO")
        self._mark_sources(phrase)
        return True

    def _are_of_several(self, phrase: Phrase) -> bool:
        """Whether people are of a body of states: by its name before them, or peacekeepers of no one country."""
        keeps = phrase.noun == "peacekeeper" or "peacekeeping" in phrase.marks
        if keeps and next(own_countries(self._words, self._matches, phrase.first, phrase.head.i), None) is None:
            return True
        return self._has_igo(phrase.first, phrase.head.i)

    def _mark_sources(self, phrase: Phrase) -> None:
        """Set kind and ``anonymous`` where a noun of persons is an unnamed source."""
        organizations = self._vocabulary.organizations
        entry = organizations.people.get(phrase.noun)
        if phrase.noun in organizations.source_nouns or (phrase.head.lemma in organizations.source_nouns):
            phrase.kind, phrase.anonymous = "sources", True
            return
        if entry is None:
            return
        if not entry.sources:
            if entry.kind == "population" and self._says_anonymous(phrase):
                phrase.kind, phrase.anonymous = "sources", True  # "two people briefed on the talks"
            return
        if (
            organizations.source_modifiers & set(phrase.modifiers)
            or self._says_anonymous(phrase)
            or (
                not phrase.definite
                and speaks(phrase.head, self._vocabulary.metonyms)
                and not phrase.head.lemma.startswith("spokes")
                and not self._is_named_later(phrase.head)
            )
        ):
            phrase.kind, phrase.anonymous = "sources", True

    def _is_named_later(self, word: Word) -> bool:
        """Whether an apposition names the person."""
        apposition = child(word, "appos", "flat")
        return apposition is not None and apposition.pos == "PROPN"

    def _says_anonymous(self, phrase: Phrase) -> bool:
        """Whether what follows says that a source is not to be named or knows of secrets."""
        words, phrases = self._words, self._vocabulary.organizations.source_phrases
        governor = phrase.head.head
        stop = self._tree.sentences[phrase.head.sentence].last
        if governor is not None and governor.i > phrase.last:
            stop = governor.i
        for index in range(phrase.last, min(phrase.last + 10, stop)):
            for rest in phrases.get(words[index].lemma, ()):
                if all(index + 1 + at < stop and words[index + 1 + at].lemma == lemma for at, lemma in enumerate(rest)):
                    return True
        return False


def _are_sides(word: Word) -> bool:
    """Whether parties are those to a quarrel or deal: "all parties", "the parties to the conflict"."""
    if word.lower != "parties" or child(word, "compound", "nmod:poss") is not None:
        return False
    marked = {case(one) for one in children(word, "nmod")}
    counted = any(one.lower in ("all", "both") for one in children(word, "det", "cc:preconj"))
    return "to" in marked or (counted and not marked and not children(word, "amod"))


def _is_of_craft(convoy: Word) -> bool:
    """Whether a convoy is one of things that anybody travels in: "a convoy of buses", not "of army trucks"."""
    craft = load_composition().craft
    things = (one for one in children(convoy, "nmod") if case(one) == "of")
    return any(one.lemma in craft and child(one, "amod", "compound") is None for one in things)


def _polices(officers: Word) -> bool:
    """Whether officers do what the police do: "officers searched the flat"."""
    verb = officers.head
    does = officers.dep == "nsubj" or officers.dep == "obl:agent"
    return does and verb is not None and verb.lemma in _POLICING
