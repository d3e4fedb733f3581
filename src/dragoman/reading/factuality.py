"""Factuality of an event: did it happen, is it going on, will it, might it, did it not.

PLOVER's auxiliary modes, read off the event's own clause and the words that govern it, from the inside out; the
outermost word that is not plain assertion wins over "asserted", a negation anywhere below an assertion makes it
negated. Reporting verbs do not change factuality here: by whose word a thing is said is the voice's business.
"""

from __future__ import annotations

from dragoman.lexicon.factuality import FactualityWords
from dragoman.reading.draft import Factuality
from dragoman.reading.tree import Word, ancestors, child, children, opens_with_to
from dragoman.record import Aspect, Status

# A governor changes what stands in one of these relations to it, and not its adjuncts or relative clauses.
COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "acl", "nmod"})
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "been"})
MAX_CLIMB = 6


def factuality_of(word: Word, words: FactualityWords) -> Factuality:
    """Status, aspect and condition of the event whose predicate is ``word``."""
    result = Factuality(aspect=_aspect(word, words))
    _own_clause(word, words, result)
    if word.head is None and opens_with_to(word):
        _raise(result, "future")  # a headline: "Minister to visit the capital"
    current = word
    for climbed, governor in enumerate(ancestors(word)):
        if climbed >= MAX_CLIMB:
            break
        if current.dep == "acl:relcl" or current.relation in ("parataxis", "appos") or _participial(current):
            break
        if current.relation == "advcl":
            if not _effort(current, governor, words, result):
                _adverbial(current, words, result)
            elif current is not word:
                _raise(result, "future")
            if current.feats.get("VerbForm") == "Fin" or child(current, "mark"):
                break
            if _temporal(current, words) and _looks_ahead(governor, words):
                _raise(result, "future")
        elif current.relation == "csubj" and governor.pos == "ADJ":
            _judged(governor, words, result)
        elif current.dep in COMPLEMENTS or current.relation in ("obl", "conj"):
            _governed(current, governor, words, result)
            if current is not word and governor.lemma in words.efforts and opens_with_to(current):
                _raise(result, "future")  # the release in "tries to negotiate a release" is only aimed at
        if current.relation in ("obl", "advcl", "nsubj", "nsubj:pass"):
            # What hangs on a clause as an adjunct or subject shares its modality, not that of the clauses above.
            if current.relation != "obl":
                _shared_modality(governor, words, result)
            break
        current = governor
    return result


def _own_clause(word: Word, words: FactualityWords, result: Factuality) -> None:
    """Auxiliaries, negation, conditions and modifiers on the word itself (and on its verb if it is a noun)."""
    verb = word
    if word.pos in ("NOUN", "PROPN") and word.dep in ("obj", "nsubj", "nsubj:pass") and word.head is not None:
        _modified(word, words, result)
        verb = word.head
    if verb.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        _shared_modality(verb, words, result)
    if verb is word:
        _modified(word, words, result)
    for dependent in verb.children:
        if dependent.relation in ("nsubj", "obj"):
            determiner = child(dependent, "det")
            if determiner is not None and words.modifiers.get(determiner.lower) == "negated":
                _raise(result, "negated")
        if dependent.relation in ("advcl", "ccomp", "parataxis") and opens_condition(dependent, words):
            result.conditional = True
            _raise(result, "hypothetical")
    if opens_condition(word, words) and word.dep in ("advcl", "xcomp", "ccomp"):
        result.conditional = True
        _raise(result, "hypothetical")


def _modified(word: Word, words: FactualityWords, result: Factuality) -> None:
    """Adjectives, adverbs and determiners on the event's own word."""
    for dependent in word.children:
        if dependent.relation not in ("amod", "advmod", "det", "neg", "compound"):
            continue
        kind = words.modifiers.get(dependent.lower)
        if kind in ("ongoing", "historical"):
            result.aspect = "ongoing" if kind == "ongoing" else "historical"
        elif kind in ("future", "hypothetical"):
            _raise(result, "future" if kind == "future" else "hypothetical")
        elif kind == "negated":
            _raise(result, "negated")


def _shared_modality(verb: Word, words: FactualityWords, result: Factuality) -> None:
    """Modal auxiliaries and negation of a clause."""
    for dependent in verb.children:
        if dependent.relation == "aux":
            status = words.modals.get(dependent.lower)
            if status is not None:
                _raise(
                    result, "future" if dependent.lower in words.backshifted and _backshifted(verb, words) else status
                )
        elif dependent.relation == "advmod" and words.modifiers.get(dependent.lower) == "negated":
            _raise(result, "negated")


def _backshifted(verb: Word, words: FactualityWords) -> bool:
    """True for "would" that is the "will" of somebody's words: "said that he would resign", with no condition."""
    if any(dependent.lower in ("have", "like", "prefer") for dependent in (verb, *verb.children)):
        return False
    if any(dependent.relation == "advcl" and opens_condition(dependent, words) for dependent in verb.children):
        return False
    clause, governor = verb, verb.head
    while governor is not None and clause.relation == "conj":
        clause, governor = governor, governor.head
    if governor is None:
        return False
    told = clause.relation == "ccomp" or (clause.dep == "acl" and child(clause, "mark") is not None)
    past = governor.pos == "NOUN" or governor.feats.get("Tense") == "Past" or governor.feats.get("VerbForm") == "Ger"
    return told and past and governor.lemma not in words.governors


def _participial(clause: Word) -> bool:
    """True for a participle on a noun ("hostages held by rebels"): the noun's own clause does not change it."""
    return clause.dep == "acl" and child(clause, "mark") is None and clause.feats.get("VerbForm") in ("Part", "Ger")


def _temporal(clause: Word, words: FactualityWords) -> bool:
    """True for "when it arrives", "before the talks open"."""
    return any(
        dependent.relation in ("mark", "advmod") and dependent.i < clause.i and dependent.lower in words.temporal
        for dependent in clause.children
    )


def _looks_ahead(verb: Word, words: FactualityWords) -> bool:
    """True for a clause with "will"."""
    return any(other.relation == "aux" and words.modals.get(other.lower) == "future" for other in verb.children)


def _effort(clause: Word, governor: Word, words: FactualityWords, result: Factuality) -> bool:
    """What is tried is under way: "is working to end the strike". True if the governor is such an effort."""
    if governor.lemma not in words.efforts or not opens_with_to(clause):
        return False
    _shared_modality(governor, words, result)
    if result.aspect == "past":
        result.aspect = _aspect(governor, words)
    return True


def _adverbial(clause: Word, words: FactualityWords, result: Factuality) -> None:
    """A purpose clause is future, a conditional one hypothetical; other adverbial clauses assert."""
    if opens_condition(clause, words):
        result.conditional = True
        _raise(result, "hypothetical")
        return
    if opens_with_to(clause):
        _raise(result, words.purpose)
    mark = child(clause, "mark")
    if mark is not None and mark.lower == "without":
        _raise(result, "negated")


def _judged(adjective: Word, words: FactualityWords, result: Factuality) -> None:
    """What "it is (not) true that …", "it is unlikely that …" makes of the clause."""
    denied = any(words.modifiers.get(inner.lower) == "negated" for inner in children(adjective, "advmod"))
    if adjective.lemma in words.truths:
        _raise(result, "negated" if denied else "asserted")
    elif adjective.lemma in words.falsehoods:
        _raise(result, "asserted" if denied else "negated")
    elif adjective.lemma in words.governors:
        _raise(result, "hypothetical")


def _governed(word: Word, governor: Word, words: FactualityWords, result: Factuality) -> None:
    """What a governing verb, adjective or noun makes of its complement."""
    if word.relation == "conj":
        if word.pos == governor.pos and not child(word, "nsubj", "nsubj:pass"):
            _shared_modality(governor, words, result)
        return
    infinitive = word.feats.get("VerbForm") == "Inf" or opens_with_to(word)
    status = words.governors.get(governor.lemma)
    if _effort(word, governor, words, result):
        pass
    elif status is not None and (infinitive or word.dep in ("xcomp", "obj", "nsubj:pass", "nmod", "ccomp", "obl")):
        if (
            word.relation in ("obj", "nmod", "obl", "ccomp")
            and status == "negated"
            and governor.lemma not in ("avoid", "prevent", "avert", "deny", "thwart", "foil")
        ):
            return
        if word.relation in ("obl", "nmod") and status != "hypothetical":
            return
        _raise(result, status)
    elif infinitive and word.dep == "acl":
        _raise(result, "future")
    if word.relation in ("xcomp", "ccomp"):
        for dependent in governor.children:
            if (
                dependent.relation == "advmod"
                and words.modifiers.get(dependent.lower) == "negated"
                and word.relation == "xcomp"
            ):
                _raise(result, "negated")
            elif dependent.relation == "aux" and word.relation == "xcomp":
                modal = words.modals.get(dependent.lower)
                if modal is not None:
                    _raise(result, modal)


def opens_condition(clause: Word, words: FactualityWords) -> bool:
    """True for "if he leaves", "unless …", "in case …" and the inverted "should he leave", "were he to leave"."""
    for dependent in clause.children:
        if dependent.relation == "mark" and dependent.lower in words.conditions:
            return dependent.lower not in ("whether",)
        if dependent.relation == "aux" and dependent.lower in ("should", "were", "had") and clause.dep != "root":
            subject = child(clause, "nsubj", "nsubj:pass")
            if subject is not None and dependent.i < subject.i:
                return True
    return False


# From the weakest to the strongest: a stronger status replaces a weaker one.
STRENGTH: dict[Status, int] = {"asserted": 0, "future": 1, "hypothetical": 2, "negated": 3}


def _raise(result: Factuality, status: Status) -> None:
    """Keep the stronger of two statuses."""
    if STRENGTH[status] > STRENGTH[result.status]:
        result.status = status


def _goes_on(clause: Word) -> bool:
    """True for a clause in the present perfect without a subject of its own."""
    present = any(part.relation == "aux" and part.lower in ("has", "have", "'ve", "’ve") for part in clause.children)
    return present and child(clause, "nsubj", "nsubj:pass") is None


def _aspect(word: Word, words: FactualityWords) -> Aspect:
    """Past unless the predicate's tense says that it goes on (progressive, present) or is long over."""
    verb = word
    if word.pos in ("NOUN", "PROPN"):
        if word.dep not in ("obj", "nsubj", "nsubj:pass") or word.head is None or word.head.pos != "VERB":
            return "past"
        verb = word.head
        if word.relation == "nsubj" and any(other.relation == "conj" and _goes_on(other) for other in verb.children):
            return "ongoing"  # "the war began in spring and has since killed thousands"
    if verb.lemma in words.states and verb.dep in ("acl", "amod"):
        return "ongoing"
    auxiliaries = {dependent.lower for dependent in verb.children if dependent.relation == "aux"}
    if words.modifiers.get(verb.lower) == "historical" or any(
        dependent.lower in ("once", "formerly", "historically") for dependent in verb.children
    ):
        return "historical"
    progressive = verb.feats.get("VerbForm") in ("Ger", "Part") and verb.feats.get("Tense", "Pres") == "Pres"
    if "being" in auxiliaries and auxiliaries & PRESENT:
        return "ongoing"
    if progressive and auxiliaries & (PRESENT | {"was", "were"}):
        return "ongoing" if auxiliaries & PRESENT else "past"
    if verb.feats.get("Tense") == "Pres" and verb.feats.get("VerbForm") == "Fin":
        return "ongoing"
    if progressive and verb.dep in ("acl", "advcl") and not auxiliaries and verb.dep == "acl":
        return "ongoing"
    return "past"
