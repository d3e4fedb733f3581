"""Names: which words are one, and what kind of thing they name.

The language model proposes; tables of countries, outlets and organization words correct it, and so does the rest of the
report: a surname that is a person's in one sentence is no town in the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.knowledge.index import Found
from dragoman.lexicon.organizations import Body
from dragoman.lexicon.outlets import Outlets
from dragoman.ontology.countries import Match
from dragoman.reading.descriptions import REGIONAL, entry_after, entry_of, singulars
from dragoman.reading.gazetteer import is_town
from dragoman.reading.known_spans import Standing, with_known
from dragoman.reading.label_votes import MAX_ACRONYM, LabelVotes, head_of, is_taken, is_titled
from dragoman.reading.long_names import with_long_names
from dragoman.reading.name_bounds import NameBounds, joined
from dragoman.reading.tree import Tree, Word, child, children
from dragoman.reading.vocabulary import ActorWords
from dragoman.record import Kind

_LABEL_KINDS: dict[str, Kind] = {
    "PERSON": "person",
    "ORG": "organization",
    "LOC": "place",
    "NORP": "population",
    "EVENT": "event",
}
_OPENING = re.compile(r"[\w.’']+")


@dataclass(slots=True)
class Named:
    """A name at words ``[first, last)`` and what it names.

    ``match`` is its reading as a country or region, ``body`` the organization word in it, ``outlet_country`` the seat
    of a known outlet, ``known`` the body that standing knowledge has under this name.
    """

    first: int
    last: int
    label: str
    kind: Kind
    head: Word
    match: Match | None = None
    body: Body | None = None
    outlet_country: str | None = None
    known: Found | None = None


class NameReader:
    """Reads the names of one tree.

    Args:
        tree: the report's words and the model's names.
        vocabulary: lexicon themes.
        outlets: known news outlets.
        matches: country words by the index of their first word.
        known: known bodies, groups and persons.
        publishers: names of outlets the report's head matter gives, which are outlets whatever the model says.
    """

    def __init__(
        self,
        tree: Tree,
        vocabulary: ActorWords,
        outlets: Outlets,
        matches: Mapping[int, Match],
        known: Standing,
        publishers: Sequence[str] = (),
    ) -> None:
        self._tree = tree
        self._words = tree.words
        self._vocabulary = vocabulary
        self._outlets = outlets
        self._matches = matches
        self._known = known
        self._publishers = self._places_of(publishers)

    def read(self) -> list[Named]:
        """All names of actors, places and events, in text order."""
        bounds = NameBounds(self._words, self._vocabulary, self._outlets, self._matches)
        proposed = [name for name in self._tree.names if name.label in _LABEL_KINDS]
        spans = [span for name in proposed if (span := bounds.repaired(name.first, name.last, name.label)) is not None]
        spans = _with_halves_joined(spans)
        taken = {index for first, last in self._publishers for index in range(first, last)}
        spans = [span for span in spans if not taken & set(range(span[0], span[1]))]
        spans = self._with_full_names(spans)
        spans.extend(self._missed(spans))
        spans = with_known(spans, self._known, [word.lower for word in self._words], self._vocabulary.titles.titles)
        spans = with_long_names(
            self._tree, spans, self._matches, self._vocabulary.organizations.bodies, self._vocabulary.titles.titles
        )
        votes = LabelVotes(self._words, self._vocabulary, spans, self._known.surnames)
        found = [
            Named(first, last, "ORG", "outlet", head_of(self._words, first, last)) for first, last in self._publishers
        ]
        for first, last, label in spans:
            named = self._classify(first, last, label, votes)
            if named is not None:
                found.append(named)
        found.sort(key=lambda named: named.first)
        return found

    def _with_full_names(self, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """The spans, with every full name of a person read whole wherever its words stand in the report."""
        full: dict[str, set[tuple[str, ...]]] = {}
        for first, last, label in spans:
            if label == "PERSON" and last - first > 1:
                name = tuple(word.text for word in self._words[first:last])
                full.setdefault(name[0], set()).add(name)
        whole: list[tuple[int, int, str]] = []
        for word in self._words if full else ():
            if word.text not in full or (whole and word.i < whole[-1][1]):
                continue
            for name in sorted(full[word.text], key=lambda name: (-len(name), name)):
                if tuple(other.text for other in self._words[word.i : word.i + len(name)]) == name:
                    whole.append((word.i, word.i + len(name), "PERSON"))
                    break
        taken = {index for first, last, _ in whole for index in range(first, last)}
        longer = {span for span in spans if span[1] - span[0] > 1 and not taken.issuperset(range(span[0], span[1]))}
        kept = [span for span in spans if span in longer or not taken & set(range(span[0], span[1]))]
        inside = {index for first, last, _ in kept for index in range(first, last)}
        return kept + [span for span in whole if not inside & set(range(span[0], span[1]))]

    def _missed(self, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
        """Words the model left out that are names elsewhere in the report: a surname, a town, an acronym."""
        known: dict[str, str] = {}
        for first, last, kind in spans:
            word = self._words[last - 1]
            if kind == "PERSON" or (last - first == 1 and (word.text.isupper() or kind in ("ORG", "LOC"))):
                known.setdefault(word.text, kind)
        inside = {index for first, last, _ in spans for index in range(first, last)}
        found = []
        for word in self._words:
            if word.i in inside or word.i in self._matches or word.pos not in ("PROPN", "NOUN") or len(word.text) < 2:
                continue
            label = known.get(word.text) if word.text[:1].isupper() else None
            if label is None and self._is_acronym(word):
                label = "ORG"
            if label is None and word.text[:1].isupper() and is_taken(word, self._vocabulary.metonyms):
                label = "LOC" if is_town(word.text) else None
            if label is not None:
                found.append((word.i, word.i + 1, label))
        return found

    def _is_acronym(self, word: Word) -> bool:
        """Whether a word is written in capitals alone among others that are not, and the model takes it for a body."""
        if not (word.text.isupper() and word.text.isalpha() and len(word.text) <= MAX_ACRONYM):
            return False
        beside = (self._words[index].text for index in (word.i - 1, word.i + 1) if 0 <= index < len(self._words))
        return word.mention_type == "organization" and not any(len(text) > 1 and text.isupper() for text in beside)

    def _places_of(self, publishers: Sequence[str]) -> list[tuple[int, int]]:
        """Where the names of outlets stand, written as in the head matter, in words ``[first, last)``."""
        wanted: dict[str, list[tuple[str, int]]] = {}
        for name in publishers:
            bare = "".join(name.lower().split())
            opening = _OPENING.match(name.strip().lower())
            if opening is not None and len(bare) > 2:
                wanted.setdefault(opening.group(), []).append((bare, len(bare)))
        found: list[tuple[int, int]] = []
        for word in self._words if wanted else ():
            for bare, length in wanted.get(word.lower, ()):
                last, text = word.i, ""
                while last < len(self._words) and len(text) < length:
                    text += self._words[last].lower
                    last += 1
                if text == bare and word.text[:1] != word.lower[:1] and (not found or found[-1][1] <= word.i):
                    found.append((word.i, last))
        return found

    def _without_nationality(self, first: int, last: int) -> int:
        """Where a known body's name begins in a name that opens with its nationality: "Afghan Taliban"."""
        match = self._matches.get(first)
        if match is None or match.kind != "adjective" or first + match.length >= last:
            return first
        end, found = self._known.bodies.get(first + match.length, (0, None))
        return first + match.length if found is not None and end == last and found.post.country == match.code else first

    def _classify(self, first: int, last: int, label: str, votes: LabelVotes) -> Named | None:
        """What a name names; None if it is no mention of its own."""
        head = head_of(self._words, first, last)
        first = self._without_nationality(first, last)
        end, found = self._known.bodies.get(first, (0, None))
        titled = label == "PERSON" and is_titled(self._words, first, self._vocabulary)
        if found is not None and end == last and not titled:
            kind = found.post.kind or found.known.kind or "organization"
            return Named(first, last, "ORG", kind, head, None, self._body(first, last, head), None, found)
        core = first
        opening = self._words[first]
        if first not in self._matches and last - first > 1 and (opening.pos == "ADJ" or opening.lower in REGIONAL):
            core += 1  # "eastern Libya"
        match = self._matches.get(core)
        if match is not None:
            end = core + match.length
            if end < last and self._words[end].text == "-" and label != "PERSON":
                return None  # "U.S.-led", which the model may take for a name
            if end == last and self._is_country_word(match, label, first, last):
                return self._country(first, core, last, label, head, match)
        if self._is_attribute(head, label):
            return None
        told = self._by_words(first, last, label, head, match if core == first else None)
        if told is not None:
            return told
        label = votes.settle(first, last, label)
        return Named(first, last, label, _LABEL_KINDS[label], head)

    def _country(self, first: int, core: int, last: int, label: str, head: Word, match: Match) -> Named | None:
        """A country, capital, people or part of a country; None where its adjective only modifies a noun."""
        modifies = head.relation in ("amod", "compound")
        if match.kind == "world" and modifies:
            return None
        if match.kind == "adjective":
            beside = head.relation == "conj" and head.head is not None and head.head.relation == "amod"
            if head.pos == "ADJ" or modifies or beside:
                return None
            return Named(first, last, label, "population", head, match)
        return Named(core if match.kind != "part" else first, last, label, _match_kind(match), head, match)

    def _is_attribute(self, head: Word, label: str) -> bool:
        """Whether a name only modifies a noun and is no actor: "Islamist guerrillas", "Western diplomats".

        Nor is a common noun that a sentence begins with a name: "Army spokesman Luis Paz", "Police said".
        """
        if label == "ORG" and head.i == self._tree.sentences[head.sentence].first and head.text[1:].islower():
            organizations = self._vocabulary.organizations
            body = organizations.bodies.get(head.lower)
            common = (body is not None and body.state) or any(
                form in organizations.people for form in singulars(head) if form != head.lower
            )
            if common and head.relation in ("compound", "nsubj", "nmod"):
                return True
        before, hyphen, participle = head.text.rpartition("-")
        if hyphen and before and participle.islower() and participle.endswith("ed"):
            return True  # "U.N.-supervised elections", in one word
        if label == "NORP":
            people = (self._vocabulary.organizations.people.get(form) for form in singulars(head))
            armed = any(found is not None and found.kind == "armed-group" for found in people)
            return armed or head.relation in ("amod", "compound")  # "Maoists" are no people of a land
        if label == "ORG" and head.relation == "compound" and head.head is not None and head.head.lemma == "minister":
            first = min((one.i for one in head.children), default=head.i)
            office = joined(self._words, first, head.i + 1)
            return office in self._vocabulary.organizations.bodies  # "Armed Forces Minister"
        return label == "LOC" and head.pos == "ADJ" and head.relation == "amod"

    def _by_words(self, first: int, last: int, label: str, head: Word, match: Match | None) -> Named | None:
        """An outlet or body, by the tables and the words of the name; None if they tell nothing."""
        text = self._text(first, last)
        outlet = self._outlets.find(text) if label in ("ORG", "PERSON", "LOC") else None
        if outlet is not None and (label == "ORG" or not outlet.common):
            return Named(first, last, label, "outlet", head, outlet_country=outlet.country)
        if self._is_firm(first, last, label):
            company = self._vocabulary.organizations.bodies["company"]
            return Named(first, last, "ORG", "organization", head, None, company)
        described = self._described_as(first, head) or self._told_as_outlet(head)
        if described is not None and label == "PERSON":
            return Named(first, last, "ORG", described.kind, head, None, described)
        body = self._body(first, last, head)
        if body is not None and (label != "PERSON" or last - first > 1):
            return Named(first, last, label, body.kind, head, match, body)
        broadcasts = label == "PERSON" and self._words[first].lower == "radio"
        if (label == "ORG" or broadcasts) and self._outlets.sounds_like_one(text):
            return Named(first, last, label, "outlet", head)
        return None

    def _is_firm(self, first: int, last: int, label: str) -> bool:
        """Whether a name after a noun of trade is a firm's: "Canadian *miner* Nordgold", not "miner Luis Prado"."""
        trade = self._words[first - 1] if first else None
        if trade is None or trade.lower not in self._vocabulary.organizations.firms or trade.i in self._matches:
            return False
        if label != "PERSON":
            return label == "ORG"
        nation = self._matches.get(first - 2)
        alone = last - first == 1 and self._words[first].lower not in self._vocabulary.persons.gender
        return alone and nation is not None and nation.kind == "adjective"

    def _told_as_outlet(self, head: Word) -> Body | None:
        """The outlet that an apposition calls a name: "The Citizen, one of the oldest *newspapers*"."""
        bodies = self._vocabulary.organizations.bodies
        for one in children(head, "appos"):
            told = child(one, "nmod") if one.lemma == "one" else one
            body = None if told is None or told.i < head.i or told.pos != "NOUN" else bodies.get(told.lemma)
            if body is not None and body.kind == "outlet":
                return body
        return None

    def _described_as(self, first: int, head: Word) -> Body | None:
        """The body noun right before a name that says what it names: "the newspaper Taifa Mpya", "rights group X"."""
        noun = self._words[first - 1] if first else None
        if noun is None:
            return None
        above = noun is head.head and head.relation in ("appos", "flat", "nmod", "compound", "dep")
        described = noun.head is head and noun.dep == "nmod:desc"
        # A verb has one subject: of two side by side the first describes the second.
        twin = noun.head is head.head and noun.relation == head.relation == "nsubj"
        if not (above or described or twin):
            return None
        bodies = self._vocabulary.organizations.bodies
        kind = self._words[first - 2] if first > 1 else None
        of_kind = None if kind is None else bodies.get(f"{kind.lower} {noun.lemma}")
        return of_kind or bodies.get(noun.lemma)

    def _is_country_word(self, match: Match, label: str, first: int, last: int) -> bool:
        """Whether a country word is read as such here, not as a person's name ("Jordan", "Chad", "Georgia")."""
        if match.kind == "organization":
            return True
        if label != "PERSON":
            return True
        return match.length == last - first and not is_titled(self._words, first, self._vocabulary)

    def _body(self, first: int, last: int, head: Word) -> Body | None:
        """The organization word that heads a name: "Rapid Support *Forces*", "*House* of Representatives"."""
        bodies, words = self._vocabulary.organizations.bodies, self._words
        pivot = head
        for word in words[first + 1 : last]:
            if word.lower in ("of", "for"):
                pivot = words[word.i - 1]
                break
        else:
            pivot = words[last - 1]
        if self._is_central_bank(first, last, pivot):
            return bodies["central bank"]
        entry, end = entry_after(bodies, words, pivot)
        if entry and end <= last:
            return bodies[entry]
        entry = entry_of(bodies, words, pivot, first, self._vocabulary.organizations.longest)
        return bodies[entry] if entry else None

    def _is_central_bank(self, first: int, last: int, pivot: Word) -> bool:
        """Whether a name is that of a country's own bank: "the Bank of Ghana", "the National Bank of Georgia"."""
        land = self._matches.get(pivot.i + 2)
        if pivot.lower != "bank" or land is None or land.kind != "name" or pivot.i + 2 + land.length != last:
            return False
        start = first + (self._words[first].lower == "the")
        opening = [word.lower for word in self._words[start : pivot.i]]
        name = " ".join(word.lower for word in self._words[start:last])
        national = not opening or opening in (["national"], ["state"], ["reserve"])
        return national and name not in self._vocabulary.organizations.commercial_banks

    def _text(self, first: int, last: int) -> str:
        start, end = self._tree.span(first, last)
        return " ".join(self._tree.text[start:end].split())


def _match_kind(match: Match) -> Kind:
    if match.kind == "organization":
        return "organization"
    if match.kind == "demonym":
        return "population"
    return "country" if match.kind in ("name", "seat") else "place"


def _with_halves_joined(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """The spans, with two names of persons that touch made one: "Akhmad Shah", "Masood"."""
    joined: list[tuple[int, int, str]] = []
    for first, last, label in sorted(spans):
        if joined and label == joined[-1][2] == "PERSON" and first == joined[-1][1]:
            joined[-1] = (joined[-1][0], last, label)
        else:
            joined.append((first, last, label))
    return joined
