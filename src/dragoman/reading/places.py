"""Where: place mentions, what they refer to, and the predicates they hold for.

A place mention is literal ("clashes in Aleppo"), associative ("Aleppo residents", "Libyan territory") or an actor
("Cairo warned"); only literal ones say where something happens. Names are resolved by
:mod:`dragoman.reading.place_resolution`.
"""

from __future__ import annotations

from dragoman.ingest.report import Report
from dragoman.ontology.countries import Countries
from dragoman.reading.clauses import is_passive
from dragoman.reading.descriptions import country_words
from dragoman.reading.draft import Cast, Mention, Place
from dragoman.reading.gazetteer import Gazetteer, load_gazetteer
from dragoman.reading.place_datelines import dated_places
from dragoman.reading.place_resolution import Resolver
from dragoman.reading.place_spans import PlaceSpotter
from dragoman.reading.place_words import PlaceWords, load_place_words
from dragoman.reading.time_binding import MAX_CLIMB, NOMINAL, clause_of, shares
from dragoman.reading.time_grammar import load_time_words
from dragoman.reading.tree import Tree, Word, case, child, children
from dragoman.record import PlaceRole

# How a place stands to its predicate, the most telling first: where it is, where it goes, what it does something to,
# where it comes from. A place beside a noun of the clause ("protesters in Nairobi") ranks after the clause's own.
AT, GOAL, OBJECT, SOURCE, ASIDE = 0, 1, 2, 3, 4


class PlaceFinder:
    """The places of one report, and which of them a predicate happened at.

    Args:
        tree: the report's words.
        cast: its mentions, which know where a place name stands for a government.
        countries: the table of countries.
        gazetteer: None for the packaged one, which is read only if a name needs it.
        report: what ingest knows of it; the places of its datelines count. None for a passage.

    Attributes:
        places: the place mentions in text order.
    """

    __slots__ = ("_lands", "_near", "_own", "_tree", "_words", "places")

    def __init__(
        self,
        tree: Tree,
        cast: Cast,
        countries: Countries,
        gazetteer: Gazetteer | None = None,
        report: Report | None = None,
    ) -> None:
        self._tree = tree
        self._words = load_place_words()
        self.places = find_places(tree, cast, countries, gazetteer, report)
        self._own: dict[int, list[tuple[int, Place]]] = {}
        self._near: dict[int, list[tuple[int, Place]]] = {}
        self._lands = {place.head for place in self.places if countries.by_name(place.name) is not None}
        for place in self.places:
            if place.role == "literal" and place.offsets is None:
                self._enter(place)

    def place_of(self, word: Word) -> Place | None:
        """Where the predicate a word heads happened: its own place, else that of the clause it is part of."""
        if not self._own and not self._near:
            return None
        binding = load_time_words().binding
        current = word
        for _ in range(MAX_CLIMB):
            found = self._own.get(current.i) or self._near.get(current.i)
            if found and current is not word:  # "crossed from Libya and attacked a post": not in Libya
                found = [ranked for ranked in found if ranked[0] % ASIDE != SOURCE]
            if found:
                return self._best(found, word)
            if current is word:
                strayed = self._strayed(word) or self._circumstance(word) or self._occasion(word)
                if strayed is not None:
                    return strayed
            if current.head is None or not shares(current, current.head, binding):
                return None
            current = current.head
        return None

    def _best(self, found: list[tuple[int, Place]], word: Word) -> Place:
        """The most telling place, the nearest of equals; a town struck rather than the country around it."""
        best = min(found, key=lambda ranked: (ranked[0], abs(ranked[1].head - word.i)))[1]
        if best.head in self._lands:
            for rank, place in found:
                if rank == OBJECT and place.country == best.country is not None and place.head not in self._lands:
                    return place  # "shelled Sirte in Libya"
        return best

    def _strayed(self, noun: Word) -> Place | None:
        """The goal after a noun of going that the parse hung on the verb: "linked to the visit of a team to Libya"."""
        if noun.pos != "NOUN" or noun.lemma not in self._words.going:
            return None
        clause = clause_of(noun).i
        found = (*self._own.get(clause, ()), *self._near.get(clause, ()))
        return next((place for rank, place in found if rank in (GOAL, GOAL + ASIDE) and place.head > noun.i), None)

    def _circumstance(self, verb: Word) -> Place | None:
        """Where what befell somebody happened: "ten were killed when a shell hit a market in Gulu"."""
        if not is_passive(verb):
            return None
        for clause in children(verb, "advcl"):
            mark = child(clause, "mark", "advmod")
            if mark is not None and mark.lower in ("when", "as") and mark.i < clause.i:
                found = (*self._own.get(clause.i, ()), *self._near.get(clause.i, ()))
                return min(found, key=lambda ranked: (ranked[0], ranked[1].head))[1] if found else None
        return None

    def _occasion(self, word: Word) -> Place | None:
        """Where the event was in which something took place: "took part in talks *in Ankara*".

        Of an event itself, where it is said to have been held: "a summit held *in Ankara*".
        """
        if word.pos == "NOUN":
            inside = _held(word)
        else:
            inside = [noun for noun in children(word, "obl", "obj") if self._is_scene(noun)]
            inside += [clause for noun in inside for clause in _held(noun)]
        found = [ranked for one in inside for ranked in self._own.get(one.i, ()) if ranked[0] == AT]
        return min(found, key=lambda ranked: ranked[1].head)[1] if found else None

    def _is_scene(self, noun: Word) -> bool:
        """Whether what a noun tells of is where and when its verb happened."""
        if noun.mention_type != "event" or noun.head is None:
            return False
        if noun.relation == "obj":
            return noun.head.lemma in self._words.attending
        return case(noun) in self._words.during

    def _enter(self, place: Place) -> None:
        """File a literal place under the predicate it is the place of, with its rank: at, to, object, from.

        A country lies in no town: "discussed *Sudan in Cairo*" tells of both.
        """
        word = self._tree.words[place.head]
        if word.head is not None and word.head.i in self._lands and word.i not in self._lands and case(word) == "in":
            self._own.setdefault(clause_of(word.head).i, []).append((AT, place))
            return
        for _ in range(MAX_CLIMB):
            governor = word.head
            if governor is None or _contains(word, governor):
                return
            if word.relation not in ("conj", "appos") and not (
                word.relation == "nmod" and governor.lemma in self._words.divided
            ):
                break
            word = governor
        else:
            return
        rank = self._rank(word, governor)
        if rank is None:
            return
        if rank == SOURCE and governor.pos in NOMINAL and governor.mention_type in ("person", "organization"):
            return  # "migrants from Sudan" are elsewhere by now
        if governor.pos in NOMINAL and governor.mention_type in ("person", "organization", "object", "place"):
            self._near.setdefault(clause_of(governor).i, []).append((rank + ASIDE, place))
        else:
            self._own.setdefault(governor.i, []).append((rank, place))

    def _rank(self, word: Word, governor: Word) -> int | None:
        """AT, GOAL, OBJECT or SOURCE; None if the place does not say where the predicate happened."""
        words, marker = self._words, case(word)
        if word.relation in ("obj", "nsubj") and (word.relation == "obj" or word.dep == "nsubj:pass"):
            return None if governor.lemma in words.musing else OBJECT
        if word.relation not in ("obl", "nmod", "advmod"):
            return None
        last = marker.rpartition(" ")[2]
        if marker in words.static or (last in words.static and last not in ("of", "to")):
            return AT
        if marker in words.goal or (marker == "for" and governor.lemma in words.departing):
            return GOAL
        if marker in ("on", "against", "over"):
            return OBJECT if governor.lemma in words.struck or word.lemma in words.divided else None
        if marker == "of":
            return OBJECT if governor.mention_type == "event" else None
        return SOURCE if marker in words.source else None


def find_places(
    tree: Tree,
    cast: Cast,
    countries: Countries,
    gazetteer: Gazetteer | None = None,
    report: Report | None = None,
) -> list[Place]:
    """The place mentions of a report in text order, resolved as far as the text allows.

    Args:
        tree: the report's words.
        cast: its mentions.
        countries: the packaged table, by which :func:`country_words` has found its words.
        gazetteer: None for the packaged one.
        report: what ingest knows of it; None for a passage.
    """
    words = load_place_words()
    gazetteer = gazetteer or load_gazetteer()
    matches = tree.once(country_words)
    spots = list(PlaceSpotter(tree, cast, countries, words, gazetteer, matches).spots())
    places = Resolver(tree, cast, countries, gazetteer, words, matches).resolve(spots, dated_places(report))
    mentions = {spot.span: spot.mention for spot in spots}
    for place in places:
        if place.offsets is not None:
            continue
        place.role = _role(tree.words[place.head], mentions[place.span], words)
    return sorted(places, key=lambda place: place.offsets or tree.span(*place.span))


def _held(event: Word) -> list[Word]:
    """Participles that say where an event was, be they hung on whose it was: "the meeting of a panel *held* in X"."""
    whose = [one for one in children(event, "nmod") if case(one) == "of"]
    of_others = [clause for one in whose for clause in children(one, "acl") if clause.lemma == "hold"]
    return [clause for clause in (*children(event, "acl"), *of_others) if is_passive(clause)]


def _contains(word: Word, governor: Word) -> bool:
    """True for "France" in "Paris, France": the place that only locates another one."""
    return (
        word.relation in ("appos", "nmod")
        and governor.pos == "PROPN"
        and case(word) in ("", "in")
        and word.dep != "nmod:poss"
    )


def _role(head: Word, mention: Mention | None, words: PlaceWords) -> PlaceRole:
    """Literal, associative or actor, by what the mention is governed by."""
    if mention is not None and mention.metonym:
        return "actor"
    word = head
    while word.relation in ("conj", "appos") and word.head is not None and word.head.pos in (*NOMINAL, "ADJ"):
        word = word.head
    governor, marker = word.head, case(word)
    if word.relation in ("compound", "amod") or word.dep in ("nmod:poss", "nmod:desc"):
        return "associative"
    party = mention is not None and mention.kind == "country"
    if party and (word.dep == "nsubj" or marker in words.partner or word.relation == "iobj"):
        return "actor"
    if marker == "of" and governor is not None and word.relation == "nmod":
        located = governor.lemma in words.divided or governor.mention_type in ("event", "place")
        return "literal" if located else "associative"
    return "literal"
