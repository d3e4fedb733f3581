"""The phrases of one report while they are gathered, and what every kind of phrase needs to be described."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.ontology.countries import Match, load_countries
from dragoman.reading.descriptions import OWN_PARTICIPLES, country_words, entry_of, own_countries, region_of
from dragoman.reading.gazetteer import PLACE_NOUNS, SMALL_TOWN, country_of_place
from dragoman.reading.phrases import Phrase, TitleUse, noun_phrase_extents
from dragoman.reading.tree import Tree, Word, case, children
from dragoman.reading.vocabulary import ActorWords

_OWNING = ("of", "for", "in", "from", "at", "within", "inside", "with", "by", "throughout", "across")
_SENDERS = frozenset({"organization", "armed-group", "outlet", "government", "population"})
POSTED = frozenset(
    {"embassy", "consulate", "high commission", "diplomatic mission"}
    | {"ambassador", "consul", "envoy", "high commissioner"}
)
"""Nouns for those who are of another country than the one they are in."""
SENDING = frozenset(
    {"airlift", "amass", "base", "bring", "commit", "contribute", "deploy", "despatch", "dispatch", "fly", "have"}
    | {"keep", "land", "lend", "maintain", "mass", "mobilise", "mobilize", "offer", "pledge", "post", "promise", "pull"}
    | {"recall", "redeploy", "rush", "send", "station", "withdraw"}
)
"""What one does with one's own troops, so that where they are says nothing of whose they are."""
FORCES = frozenset({"COP", "MIL", "SPY"})
_WITHIN = frozenset({"in", "from", "throughout", "across"})
_AT_HOME = _SENDERS | {"person", "sources"}
"""Kinds of actors that a town they are in tells the country of: "a newspaper in Lagos"."""
_BODIES = frozenset({"organization", "armed-group", "outlet", "government"})
_PLACES = frozenset({"country", "government", "place"})
_SETTLED = frozenset({"AGR", "CVL", "EDU", "LAB", "MED", "OPP"})
_PUBLIC = frozenset({"EDU", "GOV", "JUD", "LEG", "MED"})
_HELD = frozenset({"block", "blockade", "inhabit", "occupy", "picket", "surround"})
_FOREIGN_SITES = frozenset({"base", "border", "checkpoint", "frontier", "mission", "position", "residence"})
_ROVING = frozenset({"NGO", "BUS", "MNC", "JRN", "MIL"})
"""Sectors of bodies that may well be abroad where they are told of."""
_ARMED = ("REB", "PRM", "MIL", "UAF", "CRM")


_SEVERAL_STATES = frozenset({"capitals", "countries", "governments", "monarchies", "nations", "powers", "states"})


class PhraseBook:
    """Phrases found so far; ``_covered`` maps each word inside a name or its titles, and each head, to its phrase."""

    def __init__(self, tree: Tree, vocabulary: ActorWords) -> None:
        self._tree = tree
        self._words = tree.words
        self._vocabulary = vocabulary
        self._first, self._last = noun_phrase_extents(tree)
        # "Arab states" are no region but states, which act.
        self._matches: dict[int, Match] = {
            first: match
            for first, match in tree.once(country_words)
            if match.kind != "world" or tree.words[first + match.length - 1].lower not in _SEVERAL_STATES
        }
        self._covered: dict[int, Phrase] = {}
        self._told: set[str] = set()  # nouns by which a body that acts has been told of
        self._found: list[Phrase] = []

    def _settle(self, phrase: Phrase) -> None:
        self._found.append(phrase)
        self._covered[phrase.head.i] = phrase
        for index in phrase.aliases:
            self._covered.setdefault(index, phrase)

    def _text(self, first: int, last: int) -> str:
        start, end = self._tree.span(first, last)
        return " ".join(self._tree.text[start:end].split())

    def _own_country(self, phrase: Phrase, start: int, end: int) -> None:
        """Take the country that words before the head give."""
        codes, possessors = [], []
        for index, match in own_countries(self._words, self._matches, start, end):
            if self._is_holders(self._words[index], phrase.head):
                continue
            if self._words[index + match.length - 1].dep == "nmod:poss":
                if phrase.kin is None and phrase.noun not in self._vocabulary.organizations.beside:
                    possessors.append(match.code)
            else:
                codes.append(match.code)
            phrase.region = phrase.region or region_of(self._words, index, match)
        at_home = phrase.noun.rpartition(" ")[2] in self._vocabulary.organizations.domestic
        if at_home and possessors:
            codes = possessors  # "Kosovo's Serb party" is Kosovo's, "Egypt's Libyan ally" Libyan
        codes = codes or possessors
        if codes and codes.count(codes[0]) == len(codes):
            phrase.country = codes[0]

    def _is_holders(self, nationality: Word, noun: Word) -> bool:
        """Whether a nationality is that of those who hold something: "Albanian rebel-held territory"."""
        held = next((one for one in noun.children if one.pos == "VERB" and nationality.i < one.i < noun.i), None)
        holders = [] if held is None else children(held, "compound")
        return any(one.pos == "NOUN" and nationality.i == one.i - 1 for one in holders)

    def _country_of_owner(self, phrase: Phrase) -> None:
        """Take the country a phrase is "of", "in" or "for": "the president of Libya", "rebels in Mali"."""
        if phrase.noun in self._vocabulary.organizations.beside:
            return
        owner = self._covered.get(phrase.owner)
        if owner is None or owner.kind not in ("country", "government", "place"):
            owner = self._place_in(phrase)
            if owner is None:
                phrase.country = self._country_of_site(phrase)
                return
        country = owner.country
        if country is None and owner.kind == "place" and owner.name and phrase.kind in _AT_HOME:
            country = country_of_place(owner.name, SMALL_TOWN)
        if country is None:
            return
        preposition = case(owner.head)
        if preposition in ("in", "at") and (phrase.noun in POSTED or self._is_sent(phrase)):
            return
        if "IGO" in phrase.sectors or (preposition in ("to", "at", "with") and phrase.kind == "person"):
            return
        phrase.country, phrase.region = country, phrase.region or owner.region

    def _is_sent(self, phrase: Phrase) -> bool:
        """Whether troops are somebody's who sends or keeps them there: "France *has 900 soldiers* in Mali"."""
        verb = phrase.head.head
        sent = verb is not None and verb.lemma in SENDING and phrase.head.relation == "obj"
        return sent and not FORCES.isdisjoint(phrase.sectors)

    def _country_of_site(self, phrase: Phrase) -> str | None:
        """The country of what people at home are at or undergo: "prisoners at a jail in Lima", "near Chad's mines"."""
        settled = phrase.kind == "population" and set(phrase.sectors) <= _SETTLED
        if not settled or phrase.noun in self._vocabulary.organizations.transient:
            return None
        locative, sites = self._vocabulary.metonyms.locative, []
        for word in phrase.head.children:
            if word.relation == "nmod" and word.i > phrase.head.i and case(word) in locative:
                sites.append(word)
            elif word.dep == "acl":
                # "students occupying Belgrade's law faculty", "villagers displaced by a dam in Laos"
                held = word.lemma in _HELD
                sites += [one for one in word.children if one.relation == "obl" or (held and one.relation == "obj")]
        found = {code for site in sites if (code := self._country_at(site)) is not None}
        return found.pop() if len(found) == 1 else None

    def _country_at(self, site: Word) -> str | None:
        """The country that a place without a name lies in or is of; an embassy is of another than where it stands."""
        if site.i in self._covered and self._covered[site.i].name:
            named = self._covered[site.i]
            if case(site) == "by" or named.noun in POSTED:
                return None
            if named.kind in _PLACES:
                return named.country or country_of_place(named.name)
            return named.country if _PUBLIC.intersection(named.sectors) else None  # "outside Argentina's Congress"
        if site.mention_type in ("person", "time") or case(site) not in (*self._vocabulary.metonyms.locative, "by", ""):
            return None
        for one in site.children:
            place = self._place_at(one)
            if place is not None and one.relation == "nmod" and one.i > site.i and case(one) in _WITHIN:
                return place.country or country_of_place(place.name)
        if site.lemma in POSTED or site.lemma in _FOREIGN_SITES:
            return None
        own = {match.code for _, match in own_countries(self._words, self._matches, self._first[site.i], site.i)}
        return own.pop() if len(own) == 1 else None

    def _country_of_name(self, phrase: Phrase) -> None:
        """Take the country that a body's name is "of", or "in" where such bodies are at home where they are.

        "The National Audit Office of Zambia", "the Lutheran Church in Namibia"; but not "Shell in Nigeria".
        """
        if phrase.country is not None or phrase.form != "named" or phrase.known is not None:
            return
        if phrase.kind == "population" and self._place_in(phrase) is not None:
            self._country_of_owner(phrase)  # "Copts in Minya"
        if phrase.body is None:
            return
        if phrase.kind not in _BODIES or not (phrase.body.sectors or phrase.sectors) or "IGO" in phrase.sectors:
            return
        owner = self._covered.get(phrase.owner)
        beside = self._place_in(phrase)
        behind = self._country_behind(phrase) if phrase.body.state else None
        if behind is not None:
            phrase.country = behind
            return
        if owner is not None and case(owner.head) == "of":
            self._country_of_owner(phrase)
        elif beside is not None and not _ROVING.intersection(phrase.sectors):
            phrase.owner = beside.head.i if owner is None else phrase.owner
            self._country_of_owner(phrase)

    def _country_behind(self, phrase: Phrase) -> str | None:
        """The country after an "of" in a name, whatever the tree hangs it on: "the Ministry of Justice of Kenya"."""
        for index in range(phrase.head.i + 1, phrase.last):
            match = self._matches.get(index)
            before = [word.lower for word in self._words[index - 2 : index]]
            if match is not None and match.kind == "name" and (before[-1] == "of" or before == ["of", "the"]):
                return match.code
        return None

    def _place_in(self, phrase: Phrase) -> Phrase | None:
        """The place a phrase is "in" beside its possessor ("women's groups in Iran") or that stands before it.

        Also the one it is based in, and that of what its persons are told of by: "survivors of the flood in Iran".
        """
        if phrase.kind not in _AT_HOME:
            return None
        for dependent in phrase.head.children:
            place = self._place_at(dependent)
            if place is None:
                if (place := self._place_beyond(dependent)) is not None:
                    return place
                if dependent.relation == "compound" and dependent.i < phrase.head.i:  # "a Lima restaurant owner"
                    owned = [self._place_at(one) for one in dependent.children if one.relation == "compound"]
                    if owned and owned[0] is not None and owned[0].kind == "place":
                        return owned[0]
            elif dependent.i < phrase.head.i and dependent.relation in ("compound", "nmod", "amod"):
                return place if place.kind == "place" and dependent.dep != "nmod:poss" else None
            elif dependent.relation == "nmod" and case(dependent) in _WITHIN:
                return place
        return None

    def _place_at(self, word: Word) -> Phrase | None:
        """The named place or country a word belongs to."""
        place = self._covered.get(word.i)
        return place if place is not None and place.name and place.kind in _PLACES else None

    def _place_beyond(self, word: Word) -> Phrase | None:
        """The place under a participle ("Lagos-based", "based in Lagos"), an event ("of the flood in Iran") or a kind.

        A kind: "the Kano *state* police", "the *town* of Kano".
        """
        if word.lower in PLACE_NOUNS:
            return next((place for below in word.children if (place := self._place_at(below)) is not None), None)
        seated = word.lower in OWN_PARTICIPLES and word.relation in ("acl", "amod")
        if not seated and (word.mention_type != "event" or case(word) != "of"):
            return None
        for below in word.children:
            if case(below) in _WITHIN or (seated and below.i + 1 < word.i and self._words[below.i + 1].text == "-"):
                return self._place_at(below)
        return None

    def _owner(self, phrase: Phrase, word: Word) -> None:
        """Record the possessor, what a phrase is "of" or "in", or the organization whose name stands before it."""
        issued = phrase.kind == "object" and phrase.noun == "document"
        if issued and self._named_before(phrase, word, {*_SENDERS, "country"}):
            return
        for dependent in word.children:
            if dependent.dep == "nmod:poss":
                phrase.owner = dependent.i
                return
        sent = phrase.kind in ("person", "population", "sources", "organization", "armed-group")
        for dependent in word.children:
            if dependent.relation == "nmod" and dependent.i > word.i and case(dependent) in _OWNING:
                where = case(dependent) == "in" and dependent.mention_type == "place"
                if not (where and sent and self._named_before(phrase, word, _SENDERS)):  # "Front fighters in Gao"
                    phrase.owner = dependent.i
                return
        if sent:
            self._named_before(phrase, word, _SENDERS)

    def _named_before(self, phrase: Phrase, word: Word, kinds: Collection[str]) -> bool:
        """Take the name of an actor of some kinds before a noun for its owner: "Hamas fighters", "UN statement"."""
        for index in range(phrase.first, word.i):
            sender = self._covered.get(index)
            if sender is not None and sender is not phrase and sender.name and sender.kind in kinds:
                phrase.owner = sender.head.i
                return True
        return False

    def _title_country(self, use: TitleUse, start: int) -> None:
        """Let a nationality or country before a title be what it is "of": "eastern Libyan commander"."""
        for index, match in own_countries(self._words, self._matches, start, use.span[0]):
            region = region_of(self._words, index, match)
            name = load_countries().name(match.code) or ""
            placed = use.body >= 0 and case(self._words[use.body]) in ("in", "at", "with")
            if match.kind != "capital" and (use.of is None or placed):
                use.body = -1
                use.of = f"{region} {name}".strip() if region and region[:1].isalpha() and " " not in region else name

    def _has_igo(self, first: int, last: int) -> bool:
        """Whether the name of an organization of states stands in words ``[first, last)``."""
        return any(
            (match := self._matches.get(index)) is not None and match.kind == "organization"
            for index in range(first, last)
        )

    def _is_nationality(self, index: int) -> bool:
        match = self._matches.get(index)
        return match is not None and match.kind in ("adjective", "name", "capital", "part")

    def _of_state(self, phrase: Phrase, noun: int) -> None:
        """Let persons that only a nationality describes be their state's: "Palestinian leaders", not "Christian" ones.

        Args:
            phrase: its country is known by now.
            noun: the word for the persons; only determiners, numbers, degrees and nationalities may stand before it.
        """
        sector = self._vocabulary.organizations.of_state.get(self._words[noun].lemma)
        if sector is None or phrase.sectors or phrase.country is None:
            return
        ranks = self._vocabulary.titles.modifiers
        whose = {
            inner
            for index in range(phrase.first, noun)
            if self._is_nationality(index)
            for inner in range(index, index + self._matches[index].length)
        }
        if all(
            word.pos in ("DET", "NUM", "PART", "PUNCT")
            or word.lower in ranks
            or (word.dep == "nmod:poss" and word.pos != "NOUN")  # "the Chadian judges' association"
            or word.i in whose
            for word in self._words[phrase.first : noun]
        ):
            phrase.sectors = (sector,)

    def _names_actor(self, noun: Word) -> bool:
        lexicon = self._vocabulary
        return (
            noun.lemma in lexicon.organizations.people
            or noun.lemma in lexicon.titles.titles
            or noun.lemma in lexicon.kin.words
            or bool(
                entry_of(
                    lexicon.organizations.bodies, self._words, noun, self._first[noun.i], lexicon.organizations.longest
                )
            )
        )

    def _arm(self, phrase: Phrase) -> None:
        """Make a body an armed group where what stands before its noun says so: "armed opposition", "rebel group"."""
        armed = "armed" in phrase.modifiers
        if phrase.kind == "organization" and armed and "OPP" in phrase.sectors:
            phrase.sectors = ("REB", *phrase.sectors)
        if (
            phrase.body is not None
            and (phrase.body.generic or armed)
            and any(code in phrase.sectors for code in _ARMED)
        ):
            phrase.kind = "armed-group"
