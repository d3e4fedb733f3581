"""Who fills the roles of a predicate: from the slots of a lexicon entry to actors.

A slot leads to a word (:mod:`dragoman.reading.clauses`), a word to the actors it names. Where the word names no
actor but a thing, the actor behind the thing counts: "criticism of the approach pursued by the commander" is
criticism of the commander, "support for Libya's sovereignty" support for Libya.
"""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.light_verbs import LightVerbs
from dragoman.ontology.countries import load_countries
from dragoman.reading.clauses import (
    doer,
    is_circumstance,
    is_passive,
    resolve_relative,
    surface_subject,
    undergoer,
)
from dragoman.reading.draft import Cast, WordSpan
from dragoman.reading.hyphens import prefix_before
from dragoman.reading.implied import country_actor, people_actor, state_actor
from dragoman.reading.name_mending import full_name
from dragoman.reading.nobodies import names_nobody
from dragoman.reading.obliques import accompanying, noun_obliques, obliques, under_noun
from dragoman.reading.placed import Ground
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.tree import Tree, Word, case, child, children, conjuncts

PARTIES = frozenset(
    {"person", "government", "organization", "armed-group", "outlet", "country", "population", "sources"}
)
# Prepositions that lead from a thing to the actor behind it, in order.
BEHIND = ("by", "of", "between", "among", "from", "with", "against", "in")
MAX_DEPTH = 3
# Nouns for people who came together, who are of a place and not its government.
GATHERINGS = frozenset(
    {"assembly", "demonstration", "gathering", "march", "picket", "protest", "rally", "sit-in", "vigil"}
)
# Nouns for what parties hold or sign somewhere, whoever is at home there: "a round of talks in Vienna".
HELD = frozenset(
    {
        "accord", "agreement", "conference", "deal", "declaration", "meeting", "negotiation", "pact", "protocol",
        "round", "session", "summit", "talk", "talks", "treaty", "truce",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filler:
    """An actor (index) in a role, the words it was read from, and whether it was inferred from context."""

    actor: int
    span: WordSpan
    inferred: bool = False


class Binder:
    """Looks up actors for words of one report."""

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        light: LightVerbs,
        ground: Ground,
        victims: frozenset[str] = frozenset(),
        harmed: frozenset[str] = frozenset(),
    ) -> None:
        self.tree = tree
        self.cast = cast
        self.light = light
        self.ground = ground
        self._words = load_recipient_words()
        self._victims = victims
        self._harmed = harmed

    # -- from a word to actors ---------------------------------------------------------------------------------

    def parties(
        self,
        word: Word | None,
        *,
        destination: bool = False,
        behind: bool = True,
        judging: bool = False,
        doing: bool = False,
    ) -> list[Filler]:
        """Actors a nominal and its conjuncts name.

        Args:
            word: head of the nominal; None gives none.
            destination: a place stands for its country's government ("visit to Cairo").
            behind: look for the actor behind a thing.
            judging: of an act the doer is meant, not who suffers it ("condemned the arrest of activists").
            doing: the thing does something, so that where and against whom it is tells nothing ("a crash in Peru").
        """
        found: list[Filler] = []
        if word is None:
            return found
        joined = [one for one in conjuncts(word) if one is word or one.pos != "ADJ" or child(one, "det")]
        for item in [*joined, *accompanying(word)]:  # of "the men, *unshaven* and tired" the men alone
            for filler in self._one(item, destination, MAX_DEPTH if behind else 0, judging, doing):
                if all(filler.actor != other.actor for other in found):
                    found.append(filler)
        return found

    def _one(
        self, word: Word, destination: bool, depth: int, judging: bool = False, doing: bool = False
    ) -> list[Filler]:
        direct = (self._holders(word) if depth else []) or self._named(word, destination)
        if not direct and depth:
            direct = self._behind(word, destination, depth, judging, doing)
        homes = word.pos == "NOUN" and word.lemma in self._words.dwellings
        return self._dwellers(word, direct) if direct and homes else direct

    def _holders(self, word: Word) -> list[Filler]:
        """Those whose place a noun is: "Cambodian *rebel* camps", "*guerrilla*-held villages"."""
        if word.pos != "NOUN" or self.cast.actor_at(word.i) is not None:
            return []
        before = [one for one in word.children if one.i < word.i and one.relation in ("compound", "amod")]
        nouns = [one for part in before for one in (part, *children(part, "compound")) if one.pos == "NOUN"]
        found = [self._named(one, False) for one in reversed(nouns)]
        armed = (one for one in found if one and self.cast.actors[one[0].actor].kind == "armed-group")
        return next(armed, [])

    def named(self, word: Word) -> list[Filler]:
        """The actors a word names by itself, a place standing for its country's government."""
        return self._named(word, True)

    def _named(self, word: Word, destination: bool) -> list[Filler]:
        """The actor whose mention the word heads, or the members of a group of parties."""
        mention = self.cast.mention_at(word.i)
        if mention is None or names_nobody(word, self._words):
            return []
        if mention.actor is not None and not (mention.kind == "place" and not destination):
            actor = self.cast.actors[mention.actor]
            if actor.members:
                return [Filler(member, mention.span) for member in actor.members]
            if actor.kind in PARTIES:
                return [Filler(mention.actor, mention.span)]
        if destination and mention.country is not None and mention.kind in ("place", "country"):
            return [Filler(state_actor(self.cast, full_name(word), mention.country), mention.span)]
        return []

    def _behind(self, word: Word, destination: bool, depth: int, judging: bool, doing: bool) -> list[Filler]:
        """The actor behind a thing: its possessor, whom it holds, its nationality, its maker, its place."""
        owner = child(word, "nmod:poss")
        if judging and owner is not None and word.lemma in self._harmed and not noun_obliques(word, "of"):
            # whoever "condemned the general's arrest" does not mean the general
            doers = (self._one(one, True, depth - 1) for one in under_noun(word, "by"))
            return next(filter(None, doers), [])
        if owner is not None and (found := self._one(owner, True, depth - 1)):
            return found
        for clause in children(word, "acl"):
            # "bank accounts belonging to the general"
            if clause.lemma == "belong" and (found := self.verb_slot(clause, "to")):
                return found
            holds = (
                clause.lemma in self._words.holding
                and not is_passive(clause)
                and child(clause, "mark", "nsubj") is None
            )
            if holds and (found := self.parties(child(clause, "obj"))):
                return found
        for modifier in children(word, "amod", "compound", "appos"):
            if modifier.relation == "compound" and self._locates(modifier, word):
                continue
            # "North Korean ships": the name is known by its first word.
            within = (part for part in children(modifier, "compound", "amod") if part.i < modifier.i)
            parts = [part for part in (modifier, *within) if not self._is_opposed(part)]
            if found := next(filter(None, (self._named(part, True) or self._land(part, word) for part in parts)), []):
                return found
        if word.lower == "what":
            # "condemned what it called a provocation by X"
            named = [inner for clause in children(word, "acl") for inner in children(clause, "xcomp", "obj", "ccomp")]
            return next((found for inner in named if (found := self._one(inner, destination, depth - 1, judging))), [])
        for clause in children(word, "acl"):
            agent = doer(clause) if is_passive(clause) else None
            judged = clause.lemma in self._words.naming_so or child(clause, "ccomp") is not None
            if word.pos == "NUM" or word.mention_type == "person":
                break  # "seven of them, described by Chad as deserters, asked for asylum": they, not Chad
            if clause.dep == "acl:relcl" and agent is None and not judged:
                subject = surface_subject(clause)
                agent = None if subject is word else subject
            if agent is not None and (found := self._one(agent, destination, depth - 1)):
                return found
        for preposition in BEHIND:
            if doing and preposition in ("in", "against"):
                continue
            if preposition == "in" and (word.mention_type == "abstract" or word.lemma in GATHERINGS | HELD):
                continue  # "security in Libya" is nobody's, "a rally in Lima" not the government's
            if preposition == "with" and word.mention_type in ("place", "object"):
                continue  # "pounded the town with artillery" is no town of the artillery's
            if preposition in ("between", "among") and word.dep == "nsubj":
                continue  # what a war between two brings about neither alone has done
            if preposition == "of" and judging and word.lemma in self._victims:
                return []
            inners = under_noun(word, "by") if preposition == "by" else children(word, "nmod")
            for inner in inners:
                if inner.dep != "nmod:poss" and case(inner) == preposition:
                    found = [f for item in conjuncts(inner) for f in self._one(item, True, depth - 1)]
                    if found:
                        return found
        return []

    def _dwellers(self, home: Word, owners: list[Filler]) -> list[Filler]:
        """Whose homes are told of by a nationality: not the state's, but the people's ("Kurdish houses")."""
        state = self.cast.actors[owners[0].actor]
        named = any(one.dep == "nmod:poss" or one.relation == "nmod" for one in home.children)
        if named or state.kind not in ("government", "country") or state.country is None:
            return owners
        return [Filler(people_actor(self.cast, state.name, state.country), owners[0].span, inferred=True)]

    def companions(self, word: Word) -> list[Filler]:
        """Actors a nominal, its conjuncts and its appositions name ("his sons Khaled and Saddam")."""
        found: list[Filler] = []
        for item in conjuncts(word):
            named = [f for apposed in children(item, "appos") for f in self.parties(apposed, behind=False)]
            for filler in named or self._named(item, False):
                if all(filler.actor != other.actor for other in found):
                    found.append(filler)
        return found

    def is_suffered(self, deed: Word) -> bool:
        """True for a noun whose "of" names those who suffer it: "the arrest of lawyers"."""
        return deed.lemma in self._victims

    # -- slots of verbs ----------------------------------------------------------------------------------------

    def verb_slot(self, verb: Word, slot: str, *, destination: bool = False, judging: bool = False) -> list[Filler]:
        """Actors in a slot of a verb or predicative adjective.

        Args:
            verb: the predicate.
            slot: as the lexicon writes it.
            destination: a place stands for its country's government.
            judging: see :meth:`parties`.
        """
        if slot == "subject":
            return self.parties(doer(verb), destination=True, doing=True)
        if slot == "object":
            return self.parties(undergoer(verb), destination=True, judging=judging)
        if slot == "clause":
            return self.clause_subject(verb)
        if slot == "home":
            return self.home_of(undergoer(verb))
        if slot == "speaker":
            return self.speaker(verb)
        found: list[Filler] = []
        for filler in obliques(verb, slot):
            suffers = filler.head is not None and filler.head is not verb and filler.head.lemma in self._victims
            if judging and suffers and slot != "by":
                continue
            named = self.parties(filler, destination=destination or slot != "in", judging=judging)
            found.extend(f for f in named if f not in found)
        return found

    def home_of(self, word: Word | None) -> list[Filler]:
        """The state whose an envoy is, by its possessor or nationality: "*the Chilean ambassador* was recalled"."""
        if word is None:
            return []
        mention = self.cast.mention_at(word.i)
        if (owner := self.possessor(word)) or mention is None or mention.actor is None:
            return owner
        code = self.cast.actors[mention.actor].country
        return [] if code is None else [Filler(country_actor(self.cast, code), mention.span, inferred=True)]

    def clause_subject(self, word: Word) -> list[Filler]:
        """The subject of the complement clause ("demanded that X leave", "a demand that X leave")."""
        for dependent in word.children:
            told = dependent.relation in ("ccomp", "xcomp", "advcl", "acl") and not dependent.dep.endswith(":relcl")
            if told and not is_circumstance(dependent):
                subject = child(dependent, "nsubj", "nsubj:pass")
                if subject is not None and (found := self.parties(subject, destination=True)):
                    return found
        return []

    def speaker(self, word: Word) -> list[Filler]:
        """Whose words tell how things stand: "*Kenya* said that a vote was out of the question"."""
        clause: Word | None = word
        for _ in range(MAX_DEPTH):
            if clause is None or clause.head is None:
                return []
            if clause.relation in ("ccomp", "parataxis"):
                return self.parties(doer(clause.head), destination=True, behind=False)
            clause = clause.head
        return []

    def addressee(self, verb: Word) -> list[Filler]:
        """Whom a message goes to: "to X" or the indirect object, of the verb or of the clause over a participle."""
        current: Word | None = verb
        for _ in range(MAX_DEPTH):
            if current is None:
                return []
            for filler in obliques(current, "to"):
                if found := self.parties(filler, behind=False, destination=True):
                    return found
            if current is not verb and current.lemma in self._words.reaching:
                return self.parties(undergoer(current), destination=True)
            if current.relation not in ("advcl", "xcomp", "acl", "conj") or current.dep == "acl:relcl":
                return []
            current = current.head
        return []

    def keepers(self, word: Word) -> list[Filler]:
        """Who holds those to whom something is done in custody, by name or as the state of the place."""
        held = self.ground.custody(word)
        if held is None:
            return []
        forces = [filler for one in children(held, "compound") for filler in self._named(one, True)]
        if found := forces or self._one(held, True, 1):  # "in Israeli *police* custody"
            return [Filler(filler.actor, filler.span, inferred=True) for filler in found]
        place = self.ground.below(held) or self.ground.of(word)
        if place is None or place.country is None:
            return []
        return [Filler(country_actor(self.cast, place.country), place.span, inferred=True)]

    # -- slots of nouns ----------------------------------------------------------------------------------------

    def modifiers(self, noun: Word) -> list[Filler]:
        """Actors named by adjectives and compounds before a noun ("Egyptian criticism", "government shelling")."""
        found: list[Filler] = []
        for modifier in noun.children:
            if (
                modifier.relation in ("amod", "compound", "nmod")
                and modifier.i < noun.i
                and modifier.dep != "nmod:poss"
                and not self._locates(modifier, noun)
                and not self._is_opposed(modifier)
            ):
                # "U.S. military airstrikes": the parser hangs the country on "military".
                # "US-led": whatever the parser calls the country before "led".
                inside = modifier.children if modifier.lemma == "lead" else children(modifier, "compound", "amod")
                named = self._named(modifier, True) or [f for inner in inside for f in self._named(inner, True)]
                lands = (self._land(one, noun) for one in (modifier, *inside))
                found.extend(named or next(filter(None, lands), []))
        return found

    def _land(self, modifier: Word, deed: Word) -> list[Filler]:
        """The state whose deed an adjective says it is, where that is no mention: "the *Ugandan* campaign"."""
        if deed.mention_type != "event" or self.cast.mention_at(modifier.i) is not None:
            return []
        return self._state(modifier)

    def _state(self, adjective: Word) -> list[Filler]:
        """The state whose adjective a word is."""
        code = load_countries().by_adjective(adjective.text)
        return [] if code is None else [Filler(country_actor(self.cast, code), (adjective.i, adjective.i + 1))]

    def _is_opposed(self, modifier: Word) -> bool:
        """True for whom something is against: "an anti-*government* rally"."""
        return prefix_before(self.tree.words, modifier.i) == "anti"

    def opposed(self, noun: Word) -> list[Filler]:
        """Actors that a compound before a noun says it is against: "an anti-*French* march"."""
        parts = [part for one in children(noun, "amod", "compound") for part in (one, *children(one, "compound"))]
        for one in filter(self._is_opposed, parts):
            if found := self._named(one, True) or self._state(one):
                return found
        return []

    def _locates(self, modifier: Word, noun: Word) -> bool:
        """True for a name that says where it was: "a *Mozambique* village raid", "the *Guerdane* attack"."""
        mention = self.cast.mention_at(modifier.i)
        if (
            mention is not None
            and mention.kind == "person"
            and noun.lemma in self._words.sited
            and child(noun, "det") is not None
        ):
            return not children(modifier, "nmod:desc")
        at = mention is not None and mention.kind == "place" and modifier.pos == "PROPN"
        if at and noun.lemma in self._words.sited:
            # "the *Bougainville* ambush", but "a Kabul attack on the town"
            return not any(case(one) in ("against", "on") for one in children(noun, "nmod"))
        land = mention is not None and mention.kind in ("country", "place") and modifier.pos == "PROPN"
        if land and noun.lemma in self._words.sited and noun.relation == "obl" and case(noun) == "in":
            # "ten killed in Israel bombing", but "in a U.S. attack on the town"
            return not any(case(one) in ("against", "on") for one in children(noun, "nmod"))
        site = next((other for other in noun.children if other.i == modifier.i + 1 and other.i < noun.i), None)
        return site is not None and site.pos == "NOUN" and site.mention_type == "place" and modifier.pos == "PROPN"

    def possessor(self, noun: Word) -> list[Filler]:
        """Actors that own a noun ("Haftar's visit", "his backing")."""
        owner = child(noun, "nmod:poss")
        return self.parties(owner, destination=True) if owner is not None else []

    def noun_slot(self, noun: Word, preposition: str) -> list[Filler]:
        """Actors a preposition marks under a noun, or under the place or maker between ("talks in Cairo with X")."""
        if preposition == "speaker":
            return self.speaker(noun)
        found: list[Filler] = []
        for inner in under_noun(noun, preposition):
            resolved = resolve_relative(inner, noun)
            found.extend(f for f in self.parties(resolved, destination=True) if f not in found)
        return found

    def done_by(self, word: Word) -> list[Filler]:
        """The agent of a participle on a noun or its light verb: "an attack carried out by X", "was held, led by X"."""
        for clause in children(word, "acl", "advcl"):
            if clause.lemma in ("know", "base", "locate", "own") or not is_passive(clause):
                continue
            if clause.lemma == "call" and child(clause, "xcomp", "obj") is not None:
                continue  # "a raid called a crime by X", but "a march called by X"
            if found := self.parties(doer(clause), behind=False):
                return found
        return []
