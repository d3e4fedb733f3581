"""Whom an act falls on where the text names only a place: "shelled Kadugli", "a curfew in Jizan", "a rally in Lima".

PLOVER codes the recipient where it is clear. A state's act in another country falls on that country, one at home on the
people there, and others' acts on the state of the country. What is read so is marked down in the event's confidence.
Which types take a place so stands in ``lexicon/composition.toml``, table ``placed``.
"""

from __future__ import annotations

from dragoman.lexicon.composition import Composition
from dragoman.lexicon.predicates import Predicate
from dragoman.ontology.plover import STATE
from dragoman.reading.clauses import is_passive, undergoer
from dragoman.reading.draft import Actor, Cast, Event, Place, WordSpan
from dragoman.reading.implied import named_actor, people_actor, state_actor
from dragoman.reading.place_words import load_place_words
from dragoman.reading.places import PlaceFinder
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.tree import Word, ancestors, case, child, children, conjuncts

# Sectors that act for a state, and others whose stand on a matter is politics by itself.
PLAYERS = STATE | {"IGO", "OPP", "PRM", "PTY", "REB", "UAF"}
STATES = frozenset({"armed-group", "country", "government"})
# A strike is against an employer, a boycott against whoever sells: their place says nothing about that.
PRIVATE = frozenset({"strike", "boycott", "hunger"})
DISCOUNT = 0.15
SURE = 0.9
"""How sure a place must be to be of a country that the report does not speak of."""
MAX_DEPTH = 3


class Ground:
    """Where the predicates of one report fall, and on whom.

    Args:
        words: the report's words.
        places: its places.
        composition: which types take a place so, and which things belong to whoever holds the place they are in.
    """

    def __init__(self, words: list[Word], places: PlaceFinder, composition: Composition) -> None:
        self._words = words
        self._finder = places
        self._placed = composition.placed
        self._sites = composition.sites
        self._craft = composition.craft
        self._works = composition.works
        self._official = composition.official
        self._freeing = composition.freeing
        self._custody = composition.custody
        self._at = {place.head: place for place in places.places}

    def frees(self, predicate: Predicate, word: Word) -> bool:
        """True for what is done to those who held a place and not to who lives there: "liberated the town"."""
        return predicate.type == "ASSAULT" and word.lemma in self._freeing

    def takes(self, predicate: Predicate) -> bool:
        """True for a predicate whose recipient its own place can stand for."""
        whom = self._placed.get(predicate.type, "content")
        return "visit" in predicate.modes if whom == "visited" else whom != "content"

    def of(self, word: Word) -> Place | None:
        """The place a predicate falls on: the one it happens at, else one that its own dependents lead to."""
        place = self._finder.place_of(word)
        if place is not None and self._words[place.head].sentence == word.sentence:
            places, marker = load_place_words(), case(self._words[place.head])
            return None if marker in places.source or marker in places.beside else place
        return self.below(word)

    def below(self, word: Word, depth: int = MAX_DEPTH) -> Place | None:
        """The place that the object, goal or setting of a word is or lies in; clauses are not entered."""
        places, replies = load_place_words(), load_recipient_words().replies
        for dependent in word.children:
            behind = dependent.relation == "amod" and dependent.i > word.i  # "a truce effective on Sunday in Mali"
            if dependent.relation not in ("obj", "obl", "nmod") and dependent.dep != "nsubj:pass" and not behind:
                continue
            marker = case(dependent)
            if marker and marker not in places.static and marker not in places.goal and marker not in places.leading:
                continue
            if marker in places.beside or dependent.lemma in replies:
                continue
            if found := self._here(dependent) or (self.below(dependent, depth - 1) if depth else None):
                return found
            if dependent.lower == "what":  # "fired at what it said was a base in Mali"
                said = [inner for clause in children(dependent, "acl") for inner in children(clause, "ccomp", "xcomp")]
                if found := next((place for one in said if (place := self._here(one) or self.below(one, 1))), None):
                    return found
        for clause in children(word, "advcl"):
            if any(mark.lower == "by" for mark in children(clause, "mark")):
                for one in conjuncts(clause):  # "broke the truce by shelling villages in Mali"
                    if found := self.below(one, 1):
                        return found
        return None

    def _here(self, noun: Word) -> Place | None:
        """The place a noun names; for a stretch of land the one it belongs to ("Chadian territory")."""
        places = load_place_words()
        place = self._at.get(noun.i)
        if place is not None:
            return place if place.country is not None or noun.pos == "PROPN" else None
        if noun.mention_type != "place" and noun.lemma not in places.divided:
            return None
        return self._within(noun, MAX_DEPTH)

    def _within(self, noun: Word, depth: int) -> Place | None:
        """The first place among the attributes of a noun ("cities west of the capital, Oslo")."""
        for inner in children(noun, "nmod", "amod", "compound", "appos", "advmod", "obl"):
            if case(inner) in load_place_words().beside:
                continue
            found = self._at.get(inner.i) or (self._within(inner, depth - 1) if depth else None)
            if found is not None:
                return found
        return None

    def aimed(self, predicate: Predicate, place: Place | None) -> bool:
        """True for a place that is fired at: "launched rockets towards Gulu"; not "over Gulu"."""
        if predicate.type != "ASSAULT" or not predicate.destination or place is None:
            return False
        word: Word | None = self._words[place.head]
        for _ in range(MAX_DEPTH):
            if word is None or word.relation not in ("obl", "nmod"):
                return False
            if case(word) in predicate.recipient:
                return True
            word = word.head  # "at targets in Gulu"
        return False

    def is_land(self, noun: Word | None) -> bool:
        """True for a noun that stands for a stretch of land, a town or a country, or for a site there."""
        if noun is None:
            return False
        return noun.mention_type == "place" or noun.lemma in self._sites or self._here(noun) is not None

    def is_target(self, noun: Word | None) -> bool:
        """True for a site or craft, which somebody strikes or takes whoever holds it: "struck the convoy"."""
        return self.is_craft(noun) or (noun is not None and noun.lemma in self._sites)

    def may_be_struck(self, noun: Word | None) -> bool:
        """True for a site, a craft, or works that are blown up or set on fire: "destroyed a bridge"."""
        return self.is_target(noun) or (noun is not None and noun.lemma in self._works)

    def is_craft(self, noun: Word | None) -> bool:
        """True for what moves people and goods."""
        return noun is not None and noun.lemma in self._craft

    def authority(self, verb: Word) -> Place | None:
        """The place whose authorities must have done what nobody is told to have done: "was arrested in Chad"."""
        if verb.lemma not in self._official or not is_passive(verb):
            return None
        for phrase in children(verb, "obl"):
            place = self._at.get(phrase.i)
            if case(phrase) == "in" and place is not None and place.country is not None:
                return place
        return None

    def custody(self, word: Word) -> Word | None:
        """Where somebody is held while it is done to him: "tortured in *prison*", "beaten in police *custody*"."""
        for root in (word, *ancestors(word)):
            for phrase in children(root, "obl", "nmod", "advcl", "acl"):
                held = phrase if phrase.relation != "acl" else None
                inner = [held] if held is not None else children(phrase, "obl")
                for one in inner:
                    kind = {one.lemma, *(part.lemma for part in children(one, "compound", "nmod"))}
                    if case(one) in ("in", "at") and kind & self._custody:
                        return one
            if root.pos == "VERB" and root is not word:
                return None
        return None

    def source(self, word: Word) -> Place | None:
        """The place something is fired or sent from: "rockets fired from Gaza"."""
        for dependent in children(word, "obl", "nmod"):
            if case(dependent) == "from" and (place := self._at.get(dependent.i)) is not None:
                return place if place.country is not None else None
        return None

    def reach(self, event: Event, place: Place | None, cast: Cast) -> None:
        """Give an event without a recipient the one its place stands for; event and cast are changed."""
        whom = self._placed.get(event.type)
        if whom is None or place is None or event.recipients or PRIVATE.intersection(event.modes):
            return
        if not event.actors and event.type != "ASSAULT":
            return  # "missiles hit Gulu": somebody unnamed did
        first, last = place.span
        if event.type != "PROTEST" and any(start < last and first < end for _, (start, end) in event.actors):
            return  # the place only says which doer is meant: "rebels in Kunduz"
        doers = {actor for actor, _ in event.actors}
        for police in (cast.actors[doer] for doer in doers):
            if police.country is None and police.sectors[:1] == ("COP",):
                police.country = place.country  # police are where they act at home
        at_home = any(
            cast.actors[doer].country == place.country and STATE.intersection(cast.actors[doer].sectors)
            for doer in doers
        )
        doubtful = _is_doubtful(place, cast) and any(cast.actors[doer].country == cast.home for doer in doers)
        if doubtful:
            reached = people_actor(cast, place.name, None)
        elif place.country is not None and (whom == "state" or not at_home):
            reached = state_actor(cast, place.name, place.country)
        elif self.is_group(place.head) and place.country is None:
            reached = named_actor(cast, place.name, None)
        elif whom in ("people", "content") and not _is_landmark(place):
            reached = people_actor(cast, place.name, place.country)
        else:
            return
        if reached not in doers:
            event.recipients = [(reached, self._struck(event, place))]
            event.confidence = round(event.confidence - DISCOUNT, 2)

    def is_group(self, head: int) -> bool:
        """True for a name that only a group can have, whatever it looks like: "vowed to crush the *Harakat*"."""
        name = self._words[head]
        article = child(name, "det")
        undoing = load_recipient_words().undoing
        undone = name.head is not None and name.head.lemma in undoing and undergoer(name.head) is name
        return undone and article is not None and article.lower == "the"

    def _struck(self, event: Event, place: Place) -> WordSpan:
        """The words of what is reached: "a hospital in Gulu" where that is hit, else the place alone."""
        top = self._words[place.head]
        while top.head is not None and top.relation in ("nmod", "amod", "compound") and top.head.i != event.word:
            top = top.head
        aimed = top.relation in ("obj", "nsubj") or case(top) in ("on", "against", "at", "to", "of", "into")
        if top.head is None or top.i > place.span[0] or not aimed or top.pos != "NOUN":
            return place.span
        before = [part.i for part in top.children if part.relation in ("det", "amod", "compound", "nummod")]
        return (min([top.i, *before]), place.span[1])


def _is_doubtful(place: Place, cast: Cast) -> bool:
    """True for a town that is only likely to be of a country of which a report about another one does not speak."""
    if place.country in (None, cast.home) or cast.home is None or (place.confidence or 0.0) >= SURE:
        return False
    return all(actor.country != place.country for actor in cast.actors)


def _is_landmark(place: Place) -> bool:
    """True for waters and lands of no one country: nobody is "the people of the Red Sea"."""
    called = load_place_words().called
    return place.country is None and any("landmark" in called.get(word, ()) for word in place.name.lower().split())


def is_player(actor: Actor) -> bool:
    """True for a state, its bodies and people, armed groups, parties and bodies of states."""
    return actor.kind in STATES or not PLAYERS.isdisjoint(actor.sectors)


def infinitive(verb: Word) -> Word | None:
    """The clause with "to" under a promise, refusal or threat."""
    for clause in verb.children:
        if clause.relation in ("xcomp", "advcl"):
            mark = child(clause, "mark")
            if mark is not None and mark.lower == "to":
                return clause
    return None
