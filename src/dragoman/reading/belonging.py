"""Who belongs to whom in one report: people to the bodies they lead, serve and make up, kin and aides to persons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.chains import Chain, Chains
from dragoman.reading.clauses import doer
from dragoman.reading.phrase_book import FORCES, POSTED, SENDING
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import case
from dragoman.reading.vocabulary import ActorWords

_EMPLOYERS = frozenset({"organization", "government", "armed-group", "outlet"})
_CHAMBERS = frozenset({"GOV", "LEG"})
_MEMBERS = frozenset({"population", "organization", "armed-group"})
_PANELS = frozenset({"committee", "panel", "subcommittee", "caucus"})
_TRAVELLING = frozenset({"arrive", "come", "fly", "go", "head", "leave", "meet", "travel", "visit"})
_ENVOYS = frozenset({"ambassador", "envoy", "emissary", "mediator", "negotiator", "representative"})


class Belonging:
    """Answers that for the chains of one report.

    Args:
        phrases: the mentions of the report.
        at: word → mention.
        vocabulary: lexicon themes.
        chains: mentions joined; who leads what is known by now.
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

    def chain_at(self, word: int) -> int:
        """The chain of the phrase a word heads or belongs to as part of a name, -1 if there is none."""
        index = self._at.get(word, -1)
        number = self._chains.of[index] if index >= 0 else -1
        return number if number >= 0 and self._chains.chains[number] is not None else -1

    def sources_of(self, number: int) -> list[int]:
        """Chains whose country and sectors a chain may take: what it leads or serves, who it is kin or aide to."""
        chain = self._chains[number]
        found = [chain.leads] if chain.leads >= 0 and self._chains.chains[chain.leads] is not None else []
        for index in chain.phrases:
            phrase = self._phrases[index]
            found.append(self.sender_of(phrase))
            for use in phrase.titles:
                found.append(-1 if self.is_posted(phrase, use.body) else self.chain_at(use.body))
            owner = self.chain_at(phrase.owner)
            if owner < 0 or self.is_posted(phrase, phrase.owner):
                continue
            if (
                phrase.kin is not None
                or any(use.title.serves or use.deputy for use in phrase.titles)
                or (
                    phrase.noun.split()[-1:] == ["envoy"]
                    and self._phrases[self._at[phrase.owner]].head.dep == "nmod:poss"
                )
                or phrase.kind in ("armed-group", "sources", "population")
                or (phrase.titles and self._chains[owner].kind != "person")
                or (phrase.kind == "organization" and self._is_made_of(phrase, owner))
                or self._is_organ_of(phrase, owner)
                or (self._belongs(phrase) and self._chains[owner].kind in _EMPLOYERS)
            ):
                found.append(owner)
        if chain.kind == "person":
            found.extend(self._kin_before(chain))
        if chain.kind == "armed-group" and chain.names and {"PRM", "REB"} & set(self._sectors[number]):
            found.extend(self._army_beside(chain))
        return [
            source
            for source in dict.fromkeys(found)
            if source >= 0 and source != number and self._chains.chains[source] is not None
        ]

    def is_posted(self, phrase: Phrase, place: int) -> bool:
        """Whether a place is where somebody of another country is posted: "the ambassador in Dakar"."""
        link = next((one for one in phrase.head.children if one.i == place), None)
        posted = phrase.noun in POSTED or phrase.noun.rpartition(" ")[2] in POSTED  # "special envoy"
        return posted and link is not None and case(link) in ("in", "at")

    def sender_of(self, phrase: Phrase) -> int:
        """The chain of who sends, keeps or calls home troops, police or an envoy: "*France* sent 150 soldiers"; or -1.

        Where they go or come from says nothing of whose they are; a possessor or a nationality does, and comes first.
        """
        word = phrase.head
        verb = word.head
        owned = any(one.dep == "nmod:poss" or one.relation in ("compound", "case") for one in word.children)
        if verb is None or owned or phrase.form == "pronoun":
            return -1
        if self._is_announced(phrase):
            speaker = doer(verb.head) if verb.head is not None else None
            return -1 if speaker is None else self.chain_at(speaker.i)
        sent = word.relation == "obj" or word.dep == "nsubj:pass"
        forces = phrase.kind in ("armed-group", "organization") and phrase.plural
        envoy = phrase.kind == "person" and phrase.noun.rpartition(" ")[2] in _ENVOYS
        if (
            not sent
            or verb.lemma not in SENDING
            or phrase.name
            or not ((forces and FORCES & set(phrase.sectors)) or envoy)
        ):
            return -1
        sender = doer(verb)
        found = -1 if sender is None else self.chain_at(sender.i)
        lawless = found >= 0 and bool(IRREGULAR & set(self._sectors.get(found, ())))
        return -1 if envoy and lawless else found  # "the gunmen kept the ambassador"

    def _is_announced(self, phrase: Phrase) -> bool:
        """Whether somebody says that an envoy will come, who is his: "*the minister* said *an envoy* would fly"."""
        verb = phrase.head.head
        envoy = phrase.kind == "person" and phrase.noun.rpartition(" ")[2] in _ENVOYS and phrase.indefinite
        told = verb is not None and verb.relation == "ccomp" and phrase.head.relation == "nsubj"
        return envoy and told and verb is not None and verb.lemma in _TRAVELLING

    def _is_organ_of(self, phrase: Phrase, owner: int) -> bool:
        """Whether a noun that alone says little is another body's own: "the Front's wing", "a panel in the senate"."""
        body = self._chains[owner]
        if phrase.form != "nominal" or phrase.body is None or not phrase.body.generic or body.kind not in _EMPLOYERS:
            return False
        link = next((one for one in phrase.head.children if one.i == phrase.owner), None)
        if link is None or link.dep in ("nmod:poss", "compound"):
            return link is not None and (bool(body.names) or phrase.noun in _PANELS)
        if phrase.noun not in self._vocabulary.organizations.sent:
            return False
        marked = case(link)
        if marked == "from" or (marked == "of" and body.names):
            return True  # "a mission from the Monetary Fund"
        return marked in ("of", "in") and set(self._sectors.get(owner, ())) <= _CHAMBERS

    def is_panel_of(self, chain: Chain, source: int) -> bool:
        """Whether a chain is another body's committee, whatever its field: "parliament's finance committee"."""
        return _PANELS.issuperset(chain.nouns) and self.is_wing_of(chain, source)

    def is_wing_of(self, chain: Chain, source: int) -> bool:
        """Whether a body is a part of another that its noun says nothing more of: "the Front's wing"."""
        phrases = (self._phrases[index] for index in chain.phrases)
        return not chain.names and any(
            self._is_organ_of(phrase, source) for phrase in phrases if self.chain_at(phrase.owner) == source
        )

    def _is_made_of(self, phrase: Phrase, owner: int) -> bool:
        """Whether people or bodies are what a body consists of.

        "A union of Greek seamen", "the miners' federation", "a coalition of churches", not "a charity for Greeks".
        """
        of = self._at.get(phrase.owner, -1)
        if of < 0 or self._chains[owner].kind not in _MEMBERS:
            return False
        members = self._phrases[of]
        people = self._chains[owner].kind == "population"
        if not people and (members.form != "nominal" or not members.plural):
            return False
        if case(members.head) == "of":
            return people or (phrase.body is not None and phrase.body.generic)
        if members.head.dep != "nmod:poss" or not members.plural:
            return False
        noun = phrase.noun.rpartition(" ")[2]
        return noun in self._vocabulary.organizations.of_members or (people and not members.definite)

    def is_body_of(self, chain: Chain, owner: int) -> bool:
        """Whether a body whose own noun says little consists of people or bodies: "a federation of miners"."""
        if chain.kind != "organization" or self._chains[owner].kind not in _MEMBERS:
            return False
        phrases = [self._phrases[index] for index in chain.phrases]
        if self._chains[owner].kind != "population" and not any(self._is_made_of(phrase, owner) for phrase in phrases):
            return False
        return all(phrase.body is not None and phrase.body.generic for phrase in phrases)

    def _army_beside(self, chain: Chain) -> list[int]:
        """The state's army an irregular group is coordinated with: "the Sudanese army and the paramilitary …"."""
        found = []
        for index in chain.phrases:
            word = self._phrases[index].head
            siblings = [word.head] if word.relation == "conj" else [c for c in word.children if c.relation == "conj"]
            for sibling in siblings:
                other = -1 if sibling is None else self.chain_at(sibling.i)
                if (
                    other >= 0
                    and self._chains[other].kind == "armed-group"
                    and "MIL" in self._sectors.get(other, ())[:1]
                    and not self._chains[other].names
                ):
                    found.append(other)
        return found

    def _kin_before(self, chain: Chain) -> list[int]:
        """Whose kin or aide a name is by apposition to a plural: "his sons Khaled and Saddam"."""
        found = []
        for index in chain.phrases:
            word = self._phrases[index].head
            while word.relation in ("conj", "appos", "flat") and word.head is not None:
                word = word.head
                above = self._at.get(word.i, -1)
                if above >= 0 and self._phrases[above].kin is not None:
                    found.append(self.chain_at(self._phrases[above].owner))
        return found

    def is_kin_of(self, chain: Chain, owner: int) -> bool:
        """Whether somebody is told of as another's kin: PLOVER codes families of officials ELI."""
        phrases = (self._phrases[index] for index in chain.phrases)
        return any(phrase.kin is not None and self.chain_at(phrase.owner) == owner for phrase in phrases)

    def employs(self, chain: Chain, body: int) -> bool:
        """Whether a chain's people belong to a body: "Red Cross employees", "a United Nations representative"."""
        if self._chains[body].kind not in ("organization", "armed-group", "outlet"):
            return False
        return any(
            body in (self.chain_at(self._phrases[index].owner), self.sender_of(self._phrases[index]))
            and not any(use.title.serves for use in self._phrases[index].titles)
            for index in chain.phrases
        )

    def serves(self, chain: Chain, body: int) -> bool:
        """Whether a title without sectors of its own is held in a body: "deputy head of the Intelligence Service"."""
        return any(
            not use.title.sectors and not use.domains and use.body >= 0 and self.chain_at(use.body) == body
            for use in chain.titles
        )

    def commands_irregulars(self, chain: Chain, source: int) -> bool:
        """Whether an officer is one of a group that is no state's army."""
        theirs = set(self._sectors.get(source, ()))
        irregular = bool(theirs & IRREGULAR) and "MIL" not in theirs
        return chain.kind == "person" and irregular and self.employs(chain, source)

    def is_of_persons(self, chain: Chain) -> bool:
        """Whether a plural means holders of titles or posts: "leaders of the government", "members of parliament"."""
        phrases = (self._phrases[index] for index in chain.phrases)
        return not chain.names and all(phrase.form == "pronoun" or self._belongs(phrase) for phrase in phrases)

    def _belongs(self, phrase: Phrase) -> bool:
        """Whether persons are part of what they are "of": members and officials of a senate, not its opponents."""
        if phrase.noun in self._vocabulary.organizations.outsiders:
            return False
        unnamed = phrase.body is None and phrase.kind == "population" and phrase.kin is None
        return bool(phrase.titles) or unnamed or (phrase.body is not None and phrase.body.people)

    def belongs_to_members(self, chain: Chain) -> bool:
        """Whether a group is one of persons, who have their sectors from what they are "of"."""
        return any((body := self._phrases[index].body) is not None and body.people for index in chain.phrases)
