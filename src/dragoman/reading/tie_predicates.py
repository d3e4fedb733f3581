"""Ties told by verbs, adjectives and nouns of ``lexicon/ties.toml``."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.lexicon.ties import TieEntry, TieWords
from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.hyphens import HYPHENS
from dragoman.reading.obliques import obliques
from dragoman.reading.roles import Filler
from dragoman.reading.tie_claims import BODIES, Claim, Ends, claim, described, waging
from dragoman.reading.tree import Word, case, child, children, conjuncts, has_to
from dragoman.record import TieKind

_AT_HAND = frozenset({"under", "in", "into"})
_NOMINAL = ("NOUN", "PROPN")
_TELLING = frozenset({"ADJ", "NOUN", "VERB"})
_FIGHTS, _CLASHES = TieEntry("fights"), TieEntry("fights", armed=True)
# What is somebody's and no abstraction can be fought for theirs: their positions, not their influence.
_THINGS = frozenset({"object", "place", "organization", "person"})
# By these a hospital or a ministry is taken in fighting, as a place is.
_STORMING = frozenset({"seize", "capture", "retake", "recapture", "liberate"})
# Verbs whose object says what their subject is: "form the backbone of X".
_MAKING_UP = frozenset({"form", "constitute", "provide"})
# "helps X fight Z", "works with X to defeat Z": both fight Z.
_JOINING = frozenset({"with", "alongside"})
_WAGED = frozenset({"war", "battle", "conflict"})


def may_tell(word: Word, words: TieWords) -> bool:
    """Whether a word may claim anything at all: most words of a text are turned away here."""
    return word.pos in _TELLING or word.lower == "fighting" or _may_be_compound(word, words)


def _may_be_compound(word: Word, words: TieWords) -> bool:
    return word.lower in words.compounds or word.lower in words.prefixes or "-" in word.lower[1:-1]


def predicates(word: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """The claims of one word."""
    if _may_be_compound(word, words):
        yield from _compound(word, words, ends)
    if word.lower == "fighting" and word.mention_type == "event":
        yield from _mutual(word, words.mutual[word.lower], ends)
    elif word.pos == "VERB" and word.lemma in words.verbs:
        yield from _verb(word, words, ends)
        if word.lemma in words.wresting:
            yield from _wrested(word, ends)
        if _is_reciprocal(word):
            yield from _pairs(ends.parties(child(word, "nsubj")), _CLASHES, word, word)
    elif word.pos == "ADJ" or (word.pos == "VERB" and word.relation in ("amod", "acl", "root", "xcomp")):
        yield from _adjective(word, words, ends)
    elif word.pos == "NOUN":
        if word.lemma in words.noun_lemmas:
            yield from _noun(word, words, ends)
        if word.lemma in words.side_lemmas:
            yield from _side(word, words, ends)
        if word.lemma in words.mutual:
            yield from _mutual(word, words.mutual[word.lemma], ends)
        if word.lemma in words.possessed:
            yield from _possessed(word, words.possessed[word.lemma], ends)
        if word.lemma in words.under and case(word) in _AT_HAND:
            yield from _under(word, words.under[word.lemma], ends)


def _verb(verb: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """As in "Y leads X", "X, led by Y", "X appointed by Y", "Y controls Z", "X belongs to Y"."""
    if verb.relation in ("amod", "compound"):
        return
    held_so = child(verb, "xcomp") is not None  # "hold the town responsible"
    mark = next((one.lower for one in children(verb, "mark")), "")
    particles = {one.lower for one in verb.children if one.dep == "compound:prt"}
    moved = False
    for preposition, entry in words.verbs[verb.lemma]:
        if entry.kind == "controls" and (held_so or mark == "in"):
            continue  # "the problems she has in controlling the city"
        if preposition and preposition not in particles:
            # "X is affiliated with Y": with a preposition of its own, who it is said of is the passive's subject.
            near = undergoer(verb) if is_passive(verb) else doer(verb)
            particle, _, after = preposition.rpartition(" ")
            if particle and particle not in particles:
                continue
            others = [one for one in obliques(verb, after) if not (entry.kind == "fights" and _is_means(one))]
            targets = [filler for one in others for filler in _target(one, entry, ends)]
            sources = _target(near, entry, ends) if entry.turned else ends.parties(near)
            moved = moved or (bool(others) and entry.phase != "")
        else:
            if moved or bool(preposition) != bool(particles) or (not is_passive(verb) and child(verb, "obj") is None):
                continue
            whom = undergoer(verb)
            sources, targets = _doers(verb, ends), _target(whom, entry, ends)
            if whom is not None and whom is verb.head:  # "X, led by Y, and Z": Z stands behind what is told of X
                targets = [one for one in targets if one.span[0] < verb.i]
        if sources and targets:
            yield claim(sources, entry, targets, verb)
            if not moved:  # "defected from X to Y" tells of two
                return


def _is_means(word: Word) -> bool:
    """Whether a nominal after "with" is what is fought with: "rocket launchers"."""
    return case(word) == "with" and word.mention_type == "object"


def _wrested(verb: Word, ends: Ends) -> Iterator[Claim]:
    """As in "X retook the town from Y", "the operation to liberate the town from Y": Y held it, and X fights Y."""
    what = undergoer(verb)
    places = [one for one in ends.held(what) if ends.cast.actors[one.actor].kind == "place"]
    for loser in obliques(verb, "from"):
        aimed = child(verb, "mark") is not None and has_to(verb)
        owned = loser.lemma in ends.words.under  # "retook the town from rebel control"
        losers = _holder_of(loser, ends) if owned else ends.binder.parties(loser, behind=False)
        stormed = verb.lemma in _STORMING and what is not None and what.mention_type in ("place", "organization")
        if stormed or (what is not None and what.mention_type == "place"):
            yield claim(_doers(verb, ends), _FIGHTS, losers, verb)
        yield Claim(
            losers,
            TieEntry("controls", "" if aimed else "ends", place=True),
            places,
            (loser.i, loser.i + 1),
            None if aimed else verb,
        )


def _doers(verb: Word, ends: Ends) -> list[Filler]:
    """Who does what a verb says; of "the coalition's campaign to defeat Y", whose campaign it is."""
    if verb.text[:1].isupper() and (bearer := _bearer(verb, ends)) is not None:
        return [bearer]
    found = ends.parties(doer(verb))
    noun = verb.head
    if verb.relation in ("xcomp", "advcl") and noun is not None and noun.pos == "VERB" and not is_passive(verb):
        found = [*found, *(one for one in _partners(noun, ends) if one not in found)]
    if not found and noun is not None and noun.pos == "NOUN" and verb.relation == "acl" and has_to(verb):
        return waging(noun, ends)
    return found


def _bearer(verb: Word, ends: Ends) -> Filler | None:
    """Who bears a name that a verb is a part of: "the Global Coalition to *Counter* Y"."""
    for mention in ends.cast.mentions:
        first, last = mention.span
        if first < verb.i < last and mention.form == "named" and mention.actor is not None:
            return Filler(mention.actor, mention.span)
    return None


def _partners(verb: Word, ends: Ends) -> list[Filler]:
    """Whoever shares an aim: the helper and the helped of "X helps Y to …", the parties of "X works with Y to …"."""
    if verb.lemma in ("help", "assist", "aid", "support", "join"):
        return [*ends.parties(doer(verb)), *ends.parties(undergoer(verb), behind=False)]
    marked = [one for one in children(verb, "obl") if case(one) in _JOINING]
    marked += [
        whole
        for part in children(verb, "obl")
        if part.lemma == "part" and case(part) == "as"
        for whole in children(part, "nmod")
    ]
    return [filler for one in marked for filler in ends.parties(one, behind=False)]


def _target(word: Word | None, entry: TieEntry, ends: Ends) -> list[Filler]:
    """The far end of a verb's tie; nobody joins a country, or rivals those whose plan it opposes."""
    if entry.kind == "controls":
        return ends.held(word)
    inside = entry.kind in ("member of", "leads", "rival of") or (
        entry.kind == "fights" and word is not None and word.mention_type not in _THINGS
    )
    if entry.kind == "supports":  # not "supports operations against Y"
        return ends.binder.parties(word, destination=True, doing=True)
    found = ends.parties(word, behind=not inside)
    if entry.kind == "member of" and not entry.turned and word is not None:
        return [filler for filler in found if ends.is_body(filler, word)]
    return found


def _adjective(word: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """As in "forces loyal to Y", "X is aligned with Y"."""
    for nominal in children(word, "obl", "nmod"):
        entry = words.adjectives.get((word.lemma, case(nominal))) or words.adjectives.get((word.lower, case(nominal)))
        if entry is not None:
            targets = ends.binder.parties(nominal, behind=False)  # not "close to the border with Y"
            yield claim(ends.parties(described(word)), entry, targets, word)
            return


def _noun(word: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """As in "X, an ally of Y", "X is Y's ally", "X serves as an envoy of Y"; "Y's ally X" too."""
    whom = described(word)
    if whom is None and word.relation in ("compound", "nmod") and not case(word):
        whom = word.head
    if whom is None and word.relation == "obj" and word.head is not None and word.head.lemma in _MAKING_UP:
        whom = doer(word.head)
    sources = ends.parties(whom) if whom is not None else []
    if not sources and child(word, "appos", "flat") is not None:
        sources = ends.parties(word)
    for nominal in children(word, "nmod"):
        if nominal.dep == "nmod:poss":
            entry: TieEntry | None = words.noun_lemmas[word.lemma]
        else:
            entry = words.nouns.get((word.lemma, case(nominal)))
        if entry is not None:
            targets = ends.parties(nominal, behind=entry.kind != "member of")
            if entry.kind == "member of":  # "parts of northern Peru" are no members
                targets = [one for one in targets if ends.is_body(one, nominal)]
            yield claim(sources, entry, targets, word, nominal=True)
            return
    if word.lemma in words.modified:
        entry = words.noun_lemmas[word.lemma]
        before = [one for one in children(word, "amod", "compound") if one.i < word.i]
        whose = [filler for one in before for filler in ends.parties(one, behind=False) if filler not in sources]
        if entry.kind == "member of":
            whose = [one for one in whose if ends.cast.actors[one.actor].kind in BODIES]
        yield claim(sources, entry, whose, word, nominal=True)


def _side(word: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """As in "the army's war on Y", "X launched strikes against Y's bases", "X took control of Y"."""
    if case(word) in ("under", "into"):
        return  # "under the control of Y"
    for nominal in children(word, "nmod", "obl"):
        entry = words.sides.get((word.lemma, case(nominal)))
        if entry is None:
            continue
        if entry.kind == "controls" and entry.turned:  # "the fall of the town to Y"
            lost = [one for one in children(word, "nmod") if one.dep == "nmod:poss" or case(one) == "of"]
            yield claim([f for one in lost for f in ends.held(one)], entry, ends.parties(nominal), word, nominal=True)
            return
        if entry.kind == "controls":
            targets = ends.held(nominal)
        else:
            # What is fought may be a thing of theirs; who is supported is named.
            targets = ends.parties(nominal, behind=entry.kind == "fights")
        if entry.phase == "" and word.relation == "obj" and word.head is not None and word.head.lemma in words.losing:
            entry = TieEntry(entry.kind, "ends")
            for gainer in [one for place in (word, word.head) for one in children(place, "nmod", "obl")]:
                if case(gainer) == "to":  # "lost control of the town to Y"
                    yield claim(ends.parties(gainer, behind=False), TieEntry(entry.kind, "begins"), targets, word)
        yield claim(waging(word, ends), entry, targets, word)
        return


def _mutual(word: Word, entry: TieEntry, ends: Ends) -> Iterator[Claim]:
    """As in "X and Y are rivals", "the alliance between X and Y", "rivals X and Y"."""
    between = [one for one in children(word, "nmod", "obl") if case(one) == "between"]
    if between:
        parties, told = ends.parties(between[0]), False
    elif word.feats.get("Number") == "Plur" and not children(word, "nmod"):
        told = child(word, "cop") is not None
        paired = described(word) if told else child(word, "appos", "flat")
        if paired is None and word.relation in ("compound", "nmod") and not case(word):
            paired = word.head
        parties = ends.parties(paired) if paired is not None and len(conjuncts(paired)) > 1 else []
    else:
        return
    yield from _pairs(parties, entry, word, word if told else None)


def _pairs(parties: list[Filler], entry: TieEntry, word: Word, told: Word | None) -> Iterator[Claim]:
    """Every two of some parties are so to one another."""
    for place, one in enumerate(parties):
        for other in parties[place + 1 :]:
            yield Claim([one], entry, [other], (word.i, word.i + 1), told)


def _is_reciprocal(verb: Word) -> bool:
    """As in "X and Y have fought three wars", "X and Y clashed": nobody else is named whom they fight."""
    waged = child(verb, "obj")
    mutual = verb.lemma == "clash" if waged is None else verb.lemma in ("fight", "wage") and waged.lemma in _WAGED
    others = [one for noun in (verb, waged) if noun is not None for one in children(noun, "obl", "nmod")]
    return mutual and not any(case(one) in ("against", "with", "on", "alongside", "for") for one in others)


def _possessed(word: Word, entry: TieEntry, ends: Ends) -> Iterator[Claim]:
    """As in "Y's government", "the Y regime", "his militia", "the government of Y": called after its head.

    A minister's government is not his, while a general's troops are.
    """
    owners = [
        one
        for one in children(word, "nmod:poss", "compound", "nmod")
        if one.dep == "nmod:poss" or (one.pos != "PRON" and case(one) in ("", "of"))
    ]
    actors, body = ends.cast.actors, ends.cast.actor_at(word.i)
    if body is None:
        return
    governs = actors[body].kind in ("government", "country")
    persons = [
        filler
        for one in owners
        for filler in ends.binder.parties(one, behind=False)
        if actors[filler.actor].kind == "person" and not (governs and filler.actor in ends.servants)
    ]
    yield Claim(persons, entry, [Filler(body, (word.i, word.i + 1))], (word.i, word.i + 1), None)


def _under(word: Word, entry: TieEntry, ends: Ends) -> Iterator[Claim]:
    """As in "fighters under the command of Y", "the town is in rebel hands"."""
    above = word.head
    if (case(word) == "under") == (word.lemma == "hand"):
        return
    owners = _holder_of(word, ends)
    if not owners:
        return
    if child(word, "nsubj") is not None or above is None or above.pos == "ADJ":
        placed: Word | None = described(word)
    elif above.pos == "VERB":
        placed = undergoer(above) if is_passive(above) or child(above, "obj") is not None else doer(above)
    else:
        placed = above
    if placed is None:
        return
    places = [one for one in ends.held(placed) if ends.cast.actors[one.actor].kind == "place"]
    kind: TieKind = "controls" if places or (entry.kind == "controls" and _is_country(placed, ends)) else "leads"
    fallen = case(word) == "into" or (above is not None and above.lemma in ("fall", "come", "bring", "place", "put"))
    phase = "begins" if fallen else entry.phase
    yield claim(owners, TieEntry(kind, phase), places or ends.parties(placed), word)


def _is_country(word: Word, ends: Ends) -> bool:
    return any(ends.cast.actors[one.actor].kind == "country" for one in ends.parties(word))


def _holder_of(noun: Word, ends: Ends) -> list[Filler]:
    """Whose command or control a noun tells of: its possessor, "of", "by", or an adjective before it."""
    marked = [one for one in children(noun, "nmod") if case(one) in ("of", "by") and one.dep != "nmod:poss"]
    return [
        *ends.binder.possessor(noun),
        *(filler for one in marked for filler in ends.parties(one)),
        *ends.binder.modifiers(noun),
    ]


def _compound(word: Word, words: TieWords, ends: Ends) -> Iterator[Claim]:
    """As in "the Y-led coalition", "Y-held town", "anti-Y protesters", "a Y-allied militia"."""
    listed = ends.tree.words
    before = listed[word.i - 1] if word.i else None
    after = listed[word.i + 1] if word.i + 1 < len(listed) else None
    entry: TieEntry | None = None
    other: list[Filler] = []
    far = word
    if word.lower in words.compounds and before is not None and before.text in HYPHENS and word.i > 1:
        entry = words.compounds[word.lower]
        other = ends.parties(listed[word.i - 2])
    elif word.lower in words.prefixes and after is not None and after.text in HYPHENS and word.i + 2 < len(listed):
        entry = words.prefixes[word.lower]
        far = listed[word.i + 2]
        other = ends.parties(far)
    elif "-" in word.lower:
        first, _, last = word.lower.rpartition("-")
        entry = words.compounds.get(last)
        other = ends.country(word, first) if entry is not None else []
    noun = _noun_after(far)
    if entry is None or not other or noun is None:
        return
    told = ends.held(noun) if entry.kind == "controls" else ends.parties(noun)
    if word.lower in words.prefixes or entry.turned:
        other, told = told, other
    yield Claim(other, entry, told, (word.i, word.i + 1), None)


def _noun_after(word: Word) -> Word | None:
    """The noun that a word before it modifies, over the words between."""
    current = word.head
    while current is not None and (current.pos not in _NOMINAL or current.i < word.i):
        if current.relation not in ("amod", "compound", "acl", "nmod", "obl", "advmod", "punct"):
            return None
        current = current.head
    while current is not None and current.relation in ("compound", "flat") and current.head is not None:
        current = current.head
    return current
