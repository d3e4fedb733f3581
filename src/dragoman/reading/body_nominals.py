"""Bodies told of by nouns that mostly mean something else: missions and patrols, craft and arms, statements."""

from __future__ import annotations

from dragoman.lexicon.composition import load_composition
from dragoman.lexicon.outlets import load_outlets
from dragoman.reading.descriptions import body_sectors, own_countries
from dragoman.reading.phrase_book import PhraseBook
from dragoman.reading.phrases import Phrase
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.tree import Word, case, child, children

# Sectors of forces, whose nouns for a deed may mean those who do it: "an army patrol".
_ARMED = (("COP",), ("MIL",))
# Who are always somebody's, and what those are who go on missions.
_SENT = frozenset({"delegation", "deputation"})
_ON_MISSION = frozenset({"monitoring", "observer", "peacekeeping", "police", "verification"})
_ACTING = frozenset({"iobj", "nsubj", "obj"})
# How likely the language model must take a verb to tell an attack for craft to be those who fight.
_SURE = 0.5
_SENDERS = frozenset({"organization", "armed-group", "country", "government"})


class BodyNominals(PhraseBook):
    """Tells whether a common noun means the body that acts through what the noun names, and describes it so."""

    def _is_document(self, phrase: Phrase, word: Word) -> bool:
        """Statements and the like speak for the institution that issues them."""
        if word.lemma not in self._vocabulary.metonyms.documents or phrase.plural:
            return False
        issued = case(word) in ("in", "according to", "per") and child(word, "nmod:poss") is None
        if word.lemma == "release" and not issued and not {"news", "press"} & set(phrase.modifiers):
            return False  # "called for their release"
        institutions, organizations = self._vocabulary.organizations.institutions, self._vocabulary.organizations
        if self._issuer_before(word):
            phrase.kind, phrase.noun = "object", "document"
            return True
        for modifier in phrase.modifiers:
            if modifier in institutions:
                phrase.noun, phrase.kind = institutions[modifier], "organization"
                phrase.body = organizations.bodies.get(institutions[modifier])
                phrase.sectors = phrase.body.sectors if phrase.body else ("GOV",)
                return True
        things = load_outlets().things  # "a press statement" is not the press's
        owned = any(dependent.dep == "nmod:poss" for dependent in word.children)
        for length in () if owned else (3, 2, 1):
            entry = " ".join(phrase.modifiers[-length:])
            body = organizations.bodies.get(entry)
            if body is not None and not body.generic and not (body.kind == "outlet" and word.lemma in things):
                phrase.noun, phrase.kind, phrase.body = entry, body.kind, body
                phrase.sectors = body_sectors(self._vocabulary, body, phrase.marks)
                return True
        phrase.kind, phrase.noun = "object", "document"
        return True

    def _issuer_before(self, word: Word) -> bool:
        """Whether a name stands before a document, which is then its: "a White House statement"."""
        senders = (self._covered.get(dependent.i) for dependent in word.children if dependent.i < word.i)
        return any(sender is not None and sender.name and sender.kind in _SENDERS for sender in senders)

    def _is_mission(self, phrase: Phrase, word: Word, entry: str) -> bool:
        """Missions, delegations and forces are bodies whatever the model takes the noun for, if a name says whose.

        ``entry``: the entry for a body that ends at the noun.
        """
        body = self._vocabulary.organizations.bodies[entry]
        if word.mention_type not in ("event", "abstract", "place", "object", ""):
            return False
        if word.mention_type == "place" and word.lemma in load_composition().sites:
            return False  # "guerrilla camps"
        sent = body.generic and (self._sent_by(word) or self._acts_again(phrase, word))
        if " " not in entry and not sent and not self._is_of_forces(phrase, entry):
            return False
        phrase.body, phrase.noun, phrase.kind = body, entry, body.kind
        igo = self._has_igo(phrase.first, word.i)
        phrase.sectors = ("IGO",) if igo else body_sectors(self._vocabulary, body, phrase.marks)
        return True

    def _acts_again(self, phrase: Phrase, word: Word) -> bool:
        """Whether a body is taken up that acts by its noun: "the U.N. mission left. *The mission* denied it"."""
        return phrase.definite and word.lemma in self._told and word.relation in _ACTING

    def _is_of_forces(self, phrase: Phrase, noun: str) -> bool:
        """Whether a noun that looks like a deed means those who do it.

        By a force before it, "an army patrol", or because they are attacked: "fired on a patrol".
        """
        word, bodies = phrase.head, self._vocabulary.organizations.bodies
        if bodies[noun].kind != "armed-group" or word.mention_type != "event":
            return False
        if phrase.definite and any(other.noun == noun and other.body is not None for other in self._found):
            return True  # "the convoy" is the one told of before
        forces = (bodies.get(one.lemma) for one in word.children if one.relation == "compound" and one.i < word.i)
        if any(force is not None and force.sectors[:1] in _ARMED for force in forces) or _is_struck(word):
            return True
        return next(own_countries(self._words, self._matches, phrase.first, word.i), None) is not None

    def _is_equipment(self, phrase: Phrase, word: Word, entry: str) -> bool:
        """Arms and craft act for whose they are, "an American destroyer", or where they fight; nobody's are things.

        ``entry``: the entry for a body that ends at the noun.
        """
        body = self._vocabulary.organizations.bodies[entry]
        if not body.equipment or (word.mention_type == "person" and " " not in entry):
            return False  # "F-16 fighters" are craft whoever the model sees
        own = next(own_countries(self._words, self._matches, phrase.first, word.i), None)
        if own is None and not self._sent_by(word) and not _is_fighting(word):
            return False
        phrase.body, phrase.noun, phrase.kind, phrase.sectors = body, entry, body.kind, body.sectors
        return True

    def _sent_by(self, word: Word) -> bool:
        """Whether a noun is a named body's or country's: by a name before it, or by one after "from".

        So are a delegation and "a police mission" whoever sends them.
        """
        if word.lemma in _SENT or any(one.lemma in _ON_MISSION for one in children(word, "compound", "amod")):
            return True
        for dependent in word.children:
            sender = self._covered.get(dependent.i)
            if sender is None:
                continue
            if dependent.i < word.i and sender.kind in ("organization", "armed-group"):
                return True
            if dependent.i > word.i and case(dependent) == "from" and sender.kind in _SENDERS:
                return True
        return False


def _is_fighting(word: Word) -> bool:
    """Whether arms or craft are told of as doing or suffering an attack: "*helicopters* strafed the camp"."""
    verb = word.head
    if verb is None or verb.pos != "VERB" or word.relation not in ("nsubj", "obj", "obl"):
        return False
    if word.relation == "obl" and word.dep != "obl:agent" and case(word) not in ("at", "on", "upon"):
        return False
    told = verb.tells is not None and verb.tells.type == "ASSAULT" and verb.tells.share >= _SURE
    return told or verb.lemma in load_pronoun_words().opposing


def _is_struck(word: Word) -> bool:
    """Whether a unit is attacked, whatever else its noun can mean: "ambushed a *patrol*", "fired on a patrol"."""
    verb = word.head
    if verb is None or children(word, "amod", "compound", "nmod:poss"):
        return False  # "attacked a government convoy": the government's
    if word.relation == "obj" or word.dep == "nsubj:pass":
        return verb.lemma in load_pronoun_words().opposing
    thrown = ("fire", "fling", "hurl", "lob", "shoot", "throw", "toss")
    fired = verb.lemma in thrown or any(one.lemma == "fire" for one in children(verb, "obj"))
    return word.relation == "obl" and case(word) in ("at", "on", "upon") and fired
