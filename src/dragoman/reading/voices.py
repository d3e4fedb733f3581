"""Voices: who stands behind each content, and through which outlets their words reached the report."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.ingest.report import Report
from dragoman.lexicon.outlets import outlet_key
from dragoman.lexicon.reporting import Reporting
from dragoman.reading.draft import Cast, Voice
from dragoman.reading.found import Found
from dragoman.reading.relays import OutletSpotter
from dragoman.reading.speakers import FIRST_PERSON, giver
from dragoman.reading.tree import Tree, Word, case, children
from dragoman.record import VoiceKind

SELF = 0  # index of the report's own voice
_THIRD_PERSON = frozenset({"he", "she", "they", "it"})
# Kinds of sources that are not heard but read: what an outlet has from them comes through it the next time too.
_CARRIED: frozenset[VoiceKind] = frozenset({"anonymous", "statement", "document"})
_LONGEST_LOOK = 80  # words of a content that are searched for its speaker's name
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their"})
_INSTITUTIONS = frozenset({"government", "organization"})
_ORGANIZED = frozenset({"government", "organization", "armed-group", "country"})

# What makes a source one and the same: its actor, or failing that its words.
Key = tuple[str, int | str]
Chain = tuple[int, ...]


class Voices:
    """The voices of one report, made as they are heard; each (source, chain) is one voice.

    ``telling`` holds the voices whose telling may run on over sentences without a cue. ``speakers`` has the labels
    of the turns of a transcript: word → actor, None for whoever asks.
    """

    def __init__(self, tree: Tree, cast: Cast, report: Report, lexicon: Reporting) -> None:
        self.tree = tree
        self.cast = cast
        self.lexicon = lexicon
        self.outlets = OutletSpotter(tree, cast, report, lexicon.outlets)
        own = self.outlets.actor_named(report.outlet)
        self.voices = [Voice("self", own, report.outlet is not None, None, (SELF,))]
        self.telling: set[int] = set()
        self.speakers: dict[int, int | None] = {}
        self._of_agency = report.outlet is None and not report.credits
        self._made: dict[tuple[Key, Chain], int] = {}
        self._relays: dict[Key, Word] = {}
        self._relay_names: dict[int, str] = {}
        self._carried: dict[Key, Chain] = {}  # sources heard within an outlet's words → the chain to that outlet
        self._last: int | None = None  # the voice last heard that was inside no other
        self._last_statement: Key | None = None
        self._named = {mention.actor for mention in cast.mentions if mention.form == "named"}
        self._mentioned = {mention.actor for mention in cast.mentions}
        self._by_head: dict[str, int] = {}  # head words of mentions → actor, for the issuers of statements
        for mention in cast.mentions:
            if mention.actor is not None and mention.form != "pronoun":
                self._by_head.setdefault(tree.words[mention.head].lower, mention.actor)

    def learn_relays(self, founds: Iterable[Found]) -> None:
        """Note which sources spoke to which outlet, so that what they say elsewhere keeps the way it came.

        Where nothing says who published a report, and its sources all told one news agency, the report is that agency's
        own; not where it tells whose agency that is: "told Russia's Itar-Tass news agency".
        """
        told: dict[str, list[tuple[Word, Word]]] = {}
        for found in founds:
            relay = self._relay_in(found)
            if found.source is not None and relay is not None:
                name = self._outlet_told(relay, found.source) or relay.text
                told.setdefault(outlet_key(name), []).append((found.source, relay))
                self._relay_names[relay.i] = name
        if self._of_agency and len(told) == 1:
            ((key, pairs),) = told.items()
            known = self.lexicon.outlets.by_key.get(key)
            if known is not None and known.wire and all(_is_bare(relay) for _, relay in pairs):
                self.outlets.own.add(key)
                self.voices[SELF] = Voice("self", self.outlets.actor_of(pairs[0][1]), True, None, (SELF,))
                return
        for pairs in told.values():
            for source, relay in pairs:
                self._relays.setdefault(self._key(source), relay)

    def of(self, found: Found, outer: int, above: Found | None) -> int:
        """The voice of an attribution.

        Args:
            found: the attribution.
            outer: the voice in whose content its cue stands.
            above: the attribution in whose content its cue stands, if any.
        """
        source, chain = found.source, self.voices[outer].chain
        if source is not None and source.lower == "one" and self.cast.mention_at(source.i) is None:
            # "one of them, Ana Prado, said"
            source = next((one for one in children(source, "appos") if self.cast.mention_at(one.i)), source)
        if source is None:
            return self._make(("nobody", ""), Voice("anonymous", None, False, None, chain))
        if source.i in self.speakers:
            return self._turn(self.speakers[source.i], chain)
        if outer != SELF and (source.lower in FIRST_PERSON or _says_itself(found, above)):
            return outer
        name = self.outlets.name_of(source)
        if name is not None:
            return self._outlet(name, self.outlets.actor_of(source), chain)
        key = self._key(source)
        actor = key[1] if isinstance(key[1], int) else None
        if outer != SELF and self._is_speaker_of(outer, source, actor):
            return outer
        unresolved = source.lower in _THIRD_PERSON and (actor is None or self._is_told_of(found, actor))
        if outer == SELF and unresolved and self._last is not None:
            return self._last
        kind = self._kind(source, actor)
        if outer == SELF:
            chain = self._through(found, key, kind)
        elif self.voices[outer].kind == "outlet" and kind in _CARRIED:
            self._carried.setdefault(key, chain)
        voice = self._make(key, Voice(kind, actor, self._is_named(source, actor), self._country(source, actor), chain))
        if source.lower in self.lexicon.tellers or source.lower in self.lexicon.statements:
            self.telling.add(voice)
        if outer == SELF:
            self._last = voice
        return voice

    def _turn(self, actor: int | None, chain: Chain) -> int:
        """The voice of a turn of a transcript."""
        if actor is None:
            return self._make(("anonymous", "question"), Voice("anonymous", None, False, None, chain))
        speaker = self.cast.actors[actor]
        kind: VoiceKind = "person" if speaker.kind == "person" else "organization"
        self._last = self._make(("actor", actor), Voice(kind, actor, True, speaker.country, chain))
        return self._last

    def _is_told_of(self, found: Found, actor: int) -> bool:
        """Whether a content names an actor: in "he said Rojas had left" the speaker is somebody else than Rojas.

        So he is in "four soldiers died, they said".
        """
        for first, last in found.content:
            for index in range(first, min(last, first + _LONGEST_LOOK)):
                mention = self.cast.mention_at(index)
                if mention is not None and mention.actor == actor and mention.form != "pronoun":
                    return True
        return False

    def remember_statement(self, found: Found) -> None:
        """Note the statement that an attribution tells of, for "the statement" further on."""
        if found.source is None:
            return
        issued = [] if found.word is None else children(found.word, "obl")
        if found.source.lower in self.lexicon.statements or any(
            case(one) in ("in", "through", "via") and one.lower in self.lexicon.statements for one in issued
        ):
            self._last_statement = self._key(found.source)

    # ------------------------------------------------------------------------------------------ chains

    def _relay_in(self, found: Found) -> Word | None:
        """The word of an attribution that names an outlet, other than the report's own, which was told."""
        for word in found.told:
            name = self._outlet_told(word, found.source)
            if name is not None and not self.outlets.is_own(name):
                return word
        return None

    def _outlet_told(self, word: Word, source: Word | None) -> str | None:
        """The name of the outlet a source told, None if the word names none."""
        if word.pos == "NOUN" and word.feats.get("Number") == "Plur":
            return None  # "a statement faxed to news organisations": to all of them
        name = self.outlets.name_of(word) if word is not source else None
        if name is None and source is not None and source.lower in ("source", "sources"):
            return self.outlets.told_by_sources(word)
        return name

    def _through(self, found: Found, key: Key, kind: VoiceKind) -> Chain:
        """The chain to the outlet a source spoke to: in this sentence, elsewhere in the report, or as credited."""
        own = self.voices[SELF].chain
        relay = self._relay_in(found) or self._relays.get(key)
        if relay is not None:
            outlet = self._outlet(self._relay_names.get(relay.i, relay.text), self.outlets.actor_of(relay), own)
        elif kind == "anonymous" and self.outlets.credit is not None:
            outlet = self._outlet(self.outlets.credit, None, own)
        else:
            return self._carried.get(key, own)
        return self.voices[outlet].chain

    def _outlet(self, name: str, actor: int | None, chain: Chain) -> int:
        """The voice of an outlet behind a chain; the report's own, and one that ends the chain already, are not new."""
        actor = self.outlets.actor_named(name) if actor is None else actor
        if self.outlets.is_own(name) or (actor is not None and actor == self.voices[SELF].actor):
            return chain[-1]
        actor = self.outlets.new_actor(name) if actor is None else actor
        key: Key = ("actor", actor)
        if len(chain) > 1 and self._made.get((key, chain[:-1])) == chain[-1]:
            return chain[-1]
        known = self.lexicon.outlets.find(name)
        country = self.cast.actors[actor].country or (known.country if known else None)
        named = actor in self._named or actor not in self._mentioned
        return self._make(key, Voice("outlet", actor, named, country, chain))

    def _make(self, key: Key, voice: Voice) -> int:
        """The voice of a source behind a chain; ``voice`` with that chain is added to the list if there is none yet."""
        at = (key, voice.chain)
        if at not in self._made:
            self._made[at] = len(self.voices)
            voice.chain = (*voice.chain, len(self.voices))
            self.voices.append(voice)
        return self._made[at]

    # ------------------------------------------------------------------------------------------ sources

    def _key(self, source: Word) -> Key:
        """What makes a source the same elsewhere in the report; ("actor", index) if it has an actor."""
        lower = source.lower
        mention = self.cast.mention_at(source.i)
        actor = None if mention is None else mention.actor
        if actor is None and lower in self.lexicon.statements:
            actor = self._issuer(source)
            if actor is None and self._last_statement is not None and _is_definite(source):
                return self._last_statement
        if actor is not None:
            return "actor", actor
        if lower in self.lexicon.anonymous:
            return "anonymous", lower.removesuffix("s")
        return "word", (self.outlets.words_of_name(source) or lower).lower()

    def _issuer(self, statement: Word) -> int | None:
        """The actor who made a statement: its possessor or author, a word before it, or who issues it here."""
        for one in statement.children:
            authored = one.relation in ("nmod", "acl", "obl") and case(one) in ("by", "from", "of")
            if one.dep == "nmod:poss" or one.relation == "compound" or authored:
                actor = self.cast.actor_at(one.i)
                actor = self._by_head.get(one.lower) if actor is None else actor
                if actor is not None:
                    return actor
            noun = self.lexicon.issuers.get(one.lower) if one.relation == "amod" else None
            if noun in self._by_head:
                return self._by_head[noun]
        maker = giver(statement)
        return None if maker is None else self.cast.actor_at(maker.i)

    def _is_speaker_of(self, outer: int, source: Word, actor: int | None) -> bool:
        """Whether a source inside a content is the one who says it ("he said he hoped …")."""
        if actor is not None:
            return actor == self.voices[outer].actor
        return source.lower in _THIRD_PERSON and self.voices[outer].kind not in ("outlet", "document")

    def _kind(self, source: Word, actor: int | None) -> VoiceKind:
        """The kind of a source by its own word and its actor."""
        mention = self.cast.mention_at(source.i)
        kind = self.cast.actors[actor].kind if actor is not None else mention.kind if mention is not None else None
        if kind == "sources" or (actor is not None and self.cast.actors[actor].anonymous):
            return "anonymous"
        if source.mention_type != "person" and kind != "person":
            if source.lower in self.lexicon.statements:
                return "statement"
            if source.lower in self.lexicon.documents:
                return "document"
        named = self._is_named(source, actor)
        if kind == "person" or (kind is None and named and self._is_person_name(source)):
            return "person" if named else "anonymous"
        if source.lower in self.lexicon.anonymous and not named:
            return "anonymous"
        if kind is None:
            organized = source.pos == "PROPN" or source.mention_type == "organization"
        else:
            organized = kind in _ORGANIZED
        return "organization" if organized else "anonymous"

    def _is_person_name(self, source: Word) -> bool:
        return source.name >= 0 and self.tree.names[source.name].label == "PERSON"

    def _is_named(self, source: Word, actor: int | None) -> bool:
        """Whether the report says who the source is: by name, or as an institution ("the presidency")."""
        if actor is None:
            return source.pos == "PROPN" or source.name >= 0
        known = self.cast.actors[actor]
        institution = known.kind in _INSTITUTIONS and not known.anonymous and source.lower not in self.lexicon.anonymous
        return actor in self._named or institution

    def _country(self, source: Word, actor: int | None) -> str | None:
        """The source's country, by its actor or its own words."""
        if actor is not None and self.cast.actors[actor].country is not None:
            return self.cast.actors[actor].country
        mention = self.cast.mention_at(source.i)
        return None if mention is None else mention.country


def _says_itself(found: Found, above: Found | None) -> bool:
    """Whether a pronoun inside a content is its speaker by grammar: in "X said he hoped" he is X."""
    word, source = found.word, found.source
    if above is None or above.word is None or word is None or source is None or source.lower not in _THIRD_PERSON:
        return False
    return word.head is above.word and word.relation == "ccomp" and above.source is not None


def _is_definite(word: Word) -> bool:
    """Whether a nominal points back: "the statement"."""
    return any(one.lower in _DEFINITE for one in children(word, "det", "nmod"))


def _is_bare(relay: Word) -> bool:
    """True for an agency told by its name alone, as in its own reports."""
    if relay.relation not in ("iobj", "obj") or relay.lower == "agency":
        return False
    return not children(relay, "amod", "det", "nmod:poss", "appos")
