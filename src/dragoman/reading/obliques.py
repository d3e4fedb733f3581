"""What prepositions mark under a verb or noun, wherever the parser hung it."""

from __future__ import annotations

from dragoman.reading.clauses import DITRANSITIVE, gift_of, resolve_relative, surface_subject, undergoer
from dragoman.reading.tree import Word, case, child, children, conjuncts, descendants

# Prepositions of those on whom something is imposed, wherever the clause tells so ("lifted the ban it put on X").
IMPOSED = frozenset({"on", "upon", "against"})
# Participles that say from whom something was taken ("weapons seized from the army").
SEIZING = frozenset(
    {"capture", "confiscate", "grab", "impound", "loot", "plunder", "seize", "smuggle", "snatch", "steal", "take"}
)
# Participles that say with what something is done.
USING = frozenset({"deploy", "employ", "use"})
# Nouns that only say how much of what stands behind their "of" is meant: of a body, what they mean is what it is.
PARTS = frozenset(
    {
        "all", "bulk", "fraction", "half", "majority", "most", "much", "part", "portion", "quarter", "remainder",
        "rest", "share", "some", "third",
    }
)  # fmt: skip
# Nouns of "in line with" and the like, which say only how something is done.
ACCORDING = frozenset(
    {"accordance", "comparison", "compliance", "conformity", "connection", "contrast", "keeping", "line"}
)
TRUST = frozenset({"confidence", "faith", "trust"})
TOGETHER = frozenset({"together with", "along with", "jointly with", "as well as", "alongside"})


def obliques(word: Word, preposition: str) -> list[Word]:
    """Nominals under a word that a preposition marks; those under its object too, where attachment is in doubt.

    "between A and B" gives A alone: its conjuncts are its own.
    """
    if preposition == "to" and word.lemma in DITRANSITIVE and child(word, "obj") and (given := child(word, "iobj")):
        return [resolve_relative(given, word)]  # "granted *inspectors* access to its jails"
    found = [
        dependent
        for dependent in word.children
        if dependent.relation in ("obl", "nmod") and _marked(dependent, preposition)
    ]
    if not found and word.pos == "VERB":
        obj = child(word, "obj") or child(word, "nsubj:pass")
        if obj is None and preposition == "between":
            obj = child(word, "nsubj")  # "flights between A and B resumed"
        if obj is not None and obj.pos in ("NOUN", "PROPN", "VERB"):
            things = conjuncts(obj)  # "cut aid and ties to X"
            found = [one for thing in things for one in children(thing, "nmod") if _marked(one, preposition)]
    if not found and preposition in ("for", "to") and word.pos == "VERB" and (obj := child(word, "obj")) is not None:
        # "suspended part of a programme of aid to X"
        parts = [part for part in children(obj, "nmod") if case(part) == "of" and obj.lemma in PARTS]
        found = [inner for part in parts for inner in children(part, "nmod") if _marked(inner, preposition)]
    if not found and preposition in ("against", "with") and word.pos == "VERB":
        # "called for sanctions against X", "agreed to a truce with X": never only the noun's matter.
        found = [
            inner
            for phrase in children(word, "obl")
            if phrase.lemma not in ACCORDING
            for inner in children(phrase, "nmod")
            if _marked(inner, preposition)
        ]
    if not found and preposition == "against":
        # "conducted raids using helicopters against X": what it is done with aims where it does.
        with_what = [one for one in children(word, "advcl") if one.lemma in USING and one.lower.endswith("ing")]
        found = [inner for one in with_what for inner in children(one, "obl") if _marked(inner, preposition)]
    if not found and preposition == "in" and word.pos == "VERB" and (obj := child(word, "obj")) is not None:
        # "tabled a motion of no confidence in X"
        trust = [inner for inner in children(obj, "nmod") if inner.lemma in TRUST]
        found = [inner for one in trust for inner in children(one, "nmod") if _marked(inner, preposition)]
    if not found and preposition in IMPOSED:
        obj = child(word, "obj")
        found = [] if obj is None else under_modifiers(obj, preposition)
    if not found and preposition == "to":
        addressee = surface_subject(word) if gift_of(word) else child(word, "iobj")
        found = [addressee] if addressee is not None else []
        if not found and word.lemma in DITRANSITIVE and (gift := child(word, "obj")) is not None:
            # "handed over a note of protest to X"
            found = [
                inner
                for phrase in children(gift, "nmod")
                for inner in children(phrase, "nmod")
                if case(phrase) == "of" and _marked(inner, preposition)
            ]
    return [resolve_relative(filler, word) for filler in found]


def given_back(verb: Word) -> list[Word]:
    """To whom something goes back: "to X" hung on its participle ("paintings looted in the war to X"), or whose it was.

    "Will return weapons seized from the army": it goes back to the army.
    """
    thing = undergoer(verb)
    if thing is None:
        return []
    under = sorted((word for word in descendants(thing) if word.i > verb.i), key=lambda word: -word.i)
    nominal = [word for word in under if word.relation in ("nmod", "obl", "obj")]
    last = next((word for word in nominal if _marked(word, "to")), None)
    if last is not None:
        return [last]
    return [word for word in nominal if _marked(word, "from") and word.head is not None and word.head.lemma in SEIZING]


def stranded(noun: Word, preposition: str) -> list[Word]:
    """What belongs to a noun and hangs elsewhere: "condemned the raid by X", "talks were held between A and B"."""
    if preposition in IMPOSED:
        return under_modifiers(noun, preposition)
    verb = noun.head
    if preposition not in ("by", "between") or verb is None or verb.pos != "VERB":
        return []
    if noun.relation != "obj" and not (preposition == "between" and noun.relation == "nsubj"):
        return []
    phrases = (phrase for phrase in children(verb, "obl") if phrase.i > noun.i and phrase.mention_type != "time")
    return [phrase for phrase in phrases if _marked(phrase, preposition)]


def under_noun(noun: Word, preposition: str) -> list[Word]:
    """What a preposition marks under a noun, or beside it where the parser hung it on its verb."""
    found = noun_obliques(noun, preposition) or stranded(noun, preposition)
    if found or preposition != "by":
        return found
    # "condemnation on the part of lawyers"
    beside = children(noun.head, "obl") if noun.head is not None and noun.relation == "obj" else []
    parts = [one for one in (*children(noun, "nmod"), *beside) if one.lemma == "part" and case(one) == "on"]
    return [inner for part in parts for inner in children(part, "nmod") if case(inner) == "of"]


def accompanying(noun: Word) -> list[Word]:
    """Who is named as doing the same: "Norway, together with Sweden, …"."""
    phrases = children(noun, "nmod")
    if noun.head is not None and noun.relation == "nsubj":
        phrases += [phrase for phrase in children(noun.head, "obl") if noun.i < phrase.i < noun.head.i]
    return [phrase for phrase in phrases if _opening(phrase) in TOGETHER]


def _opening(phrase: Word) -> str:
    """The words that open a phrase up to its preposition: "together with", whatever the parser calls the first."""
    return " ".join(word.lower for word in phrase.children if word.i < phrase.i and word.relation in ("case", "advmod"))


def under_modifiers(noun: Word, preposition: str) -> list[Word]:
    """Nominals a preposition marks in the clauses that say what a noun is for: "curbs imposed on X", "aimed at X"."""
    return [
        dependent
        for clause in children(noun, "acl")
        if clause.pos == "VERB"
        for dependent in clause.children
        if dependent.relation == "obl" and _marked(dependent, preposition) and dependent.mention_type != "time"
    ]


# "according to", "due to" and the like are prepositions of their own.
STRENGTHENING = frozenset({"together", "along", "jointly", "up", "on", "over", "back", "down", "out", "off"})
# Prepositions whose phrase may swallow the next one: "talks in Cairo with X", "the visit of a delegation to Y".
SWALLOWING = frozenset({"in", "of", "at", "on"})


def noun_obliques(noun: Word, preposition: str) -> list[Word]:
    """Nominals a preposition marks under a noun; if there is none, those one phrase deeper, where parsers hang them."""
    phrases = [inner for inner in noun.children if inner.relation in ("nmod", "obl") and inner.dep != "nmod:poss"]
    found = [inner for inner in phrases if _preposition(inner) == preposition]
    if not found and preposition in ("against", "on") and noun.head is not None:
        # "imposed sanctions in relation to Chad"
        beside = (
            phrase for phrase in children(noun.head, "obl") if phrase.lemma == "relation" and case(phrase) == "in"
        )
        found = [inner for phrase in beside for inner in children(phrase, "nmod") if case(inner) == "to"]
    if not found and preposition not in ("of", "in", "at"):
        # "an attack by rebels on a patrol": "on" is hung on the rebels; "the imposition of tariffs on Peru" likewise.
        hosts = frozenset({"by", "of"}) if preposition == "on" else SWALLOWING | {"by"}
        found = [
            deeper
            for inner in phrases
            if case(inner) in hosts
            for deeper in inner.children
            if deeper.relation == "nmod" and deeper.dep != "nmod:poss" and _preposition(deeper) == preposition
        ]
    return found


def _preposition(nominal: Word) -> str:
    """The preposition that marks a nominal, or opens it but was hung on a word inside it."""
    if marked := case(nominal):
        return marked
    opening = min(descendants(nominal), key=lambda word: word.i)
    return opening.lower if opening.relation == "case" and opening.pos == "ADP" else ""


def _marked(nominal: Word, preposition: str) -> bool:
    """True if the preposition marks the nominal, alone or with a word that only strengthens it ("together with")."""
    marked = _preposition(nominal)
    if marked == preposition:
        return True
    first, _, last = marked.rpartition(" ")
    return last == preposition and first in STRENGTHENING
