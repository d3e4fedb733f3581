"""Factuality of an event: did it happen, is it going on, will it, might it, did it not.

PLOVER's auxiliary modes, read off the event's own clause and the words that govern it, from the inside out; the
outermost word that is not plain assertion wins over "asserted", a negation anywhere below an assertion makes it
negated. Reporting verbs do not change factuality here: by whose word a thing is said is the voice's business.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import islice

from dragoman.lexicon.factuality import FactualityWords
from dragoman.reading.clause_signs import (
    denies,
    first_noun,
    goes_on,
    is_accused_by_nobody,
    is_awaited,
    is_backshifted,
    is_denied,
    is_entered,
    is_errand,
    is_followed_by_to,
    is_given,
    is_hindsight,
    is_kept_from,
    is_loose,
    is_none,
    is_participial,
    is_rebutted,
    is_singled_out,
    is_spared,
    is_temporal,
    is_topic,
    is_yet_to,
    looks_ahead,
    means_used,
    opens_condition,
)
from dragoman.reading.draft import Event, Factuality
from dragoman.reading.tree import Tree, Word, ancestors, case, child, children, has_to, opens_with_to
from dragoman.record import Aspect, Status

# A governor changes what stands in one of these relations to it, and not its adjuncts or relative clauses.
COMPLEMENTS = frozenset({"xcomp", "ccomp", "obj", "nsubj:pass", "acl", "nmod"})
PRESENT = frozenset({"is", "are", "'s", "’s", "'re", "’re", "am", "been"})
MAX_CLIMB = 6


def _is_beside(participle: Word, subject: Word) -> bool:
    """True for what a subject is at, whatever its verb says: "leaders *meeting in Lima* failed to agree"."""
    telling = participle.dep == "acl" and participle.pos == "VERB" and participle.lower.endswith("ing")
    return telling and subject.relation == "nsubj" and subject.mention_type in ("organization", "person")


def factuality_of(word: Word, words: FactualityWords) -> Factuality:
    """Status, aspect and condition of the event whose predicate is ``word``."""
    result = Factuality(aspect=_aspect(word, words))
    _own_clause(word, words, result)
    if word.head is None and opens_with_to(word):
        _raise(result, "future")  # a headline: "Minister to visit the capital"
    current, passed = word, None  # a verb that has been dealt with when the climb comes by
    for climbed, governor in enumerate(ancestors(word)):
        if climbed >= MAX_CLIMB:
            break
        if current.dep == "acl:relcl" or current.relation in ("parataxis", "appos") or is_participial(current):
            break
        if _is_beside(current, governor):
            break
        if governor is passed:
            continue
        if any(mark.lower == "whether" for mark in children(current, "mark")):
            _raise(result, "hypothetical")  # "it is unclear whether the army shelled it"
        if (used := means_used(current, words)) is not None:
            _shared_modality(used, words, result)
            current = passed = used
            continue
        if current.relation == "advcl":
            if is_topic(current, governor, words):
                _raise(result, "hypothetical")
                break
            if not _effort(current, governor, words, result):
                _adverbial(current, words, result)
            elif current is not word:
                _raise(result, "future")
            if is_kept_from(current, governor, words):
                _governed(current, governor, words, result)
                break
            ahead = looks_ahead(governor, words) or (is_awaited(current) and current.feats.get("Tense") == "Pres")
            # "urged them to leave after X attacked"; not "until X pays"
            bidden = child(governor, "aux") is None and opens_with_to(governor) and not is_awaited(current)
            happened = bidden and current.feats.get("VerbForm") == "Fin" and current.feats.get("Tense") == "Past"
            if is_temporal(current, words) and ahead and not happened:
                _raise(result, "hypothetical" if is_awaited(current) else "future")
            if current.feats.get("VerbForm") == "Fin" or child(current, "mark"):
                break
        elif current.relation == "csubj" and governor.pos == "ADJ":
            if governor.lemma not in words.falsehoods or not has_to(current):  # "it is wrong to attack" denies nothing
                _judged(governor, words, result)
        elif current.dep in COMPLEMENTS or current.relation in ("obl", "conj"):
            _governed(current, governor, words, result)
            if current is not word and governor.lemma in words.efforts and opens_with_to(current):
                _raise(result, "future")  # the release in "tries to negotiate a release" is only aimed at
        if current is not word and current.dep in ("nsubj", "nsubj:pass"):
            _content_of_subject(governor, words, result)
        if current.relation in ("obl", "advcl", "nsubj", "nsubj:pass"):
            # What hangs on a clause as an adjunct or subject shares its modality, not that of the clauses above.
            if current.relation != "obl":
                # "did not join the truce, allowing it to attack": the denial ends before the participle.
                denial = not is_loose(current) and not _has_effect(current, governor, words)
                _shared_modality(governor, words, result, denial=denial)
            break
        current = governor
    if result.status == "negated" and _is_supposed(word, words):
        result.status = "hypothetical"  # "if the men are not freed"
    return result


def _is_supposed(word: Word, words: FactualityWords) -> bool:
    """True for what stands in a condition."""
    above = (word, *islice(ancestors(word), MAX_CLIMB))
    return any(clause.relation == "advcl" and opens_condition(clause, words) for clause in above)


def _own_clause(word: Word, words: FactualityWords, result: Factuality) -> None:
    """Auxiliaries, negation, conditions and modifiers on the word itself (and on its verb if it is a noun)."""
    verb = word
    first = first_noun(word)
    if word.pos in ("NOUN", "PROPN") and first.dep in ("obj", "nsubj", "nsubj:pass") and first.head is not None:
        _modified(word, words, result)
        verb = first.head
    elif word.pos == "NOUN" and is_errand(first, words) and first.head is not None:
        verb = first.head
    elif word.pos == "NOUN" and is_entered(first) and first.head is not None:
        verb = first.head
        if case(first) != "into":
            _raise(result, "hypothetical")
    if is_given(first, verb, words):
        return
    if verb.pos in ("VERB", "AUX", "ADJ", "NOUN"):
        _shared_modality(verb, words, result, denial=verb is word or not _has_effect(first, verb, words))
    if verb is word:
        _modified(word, words, result)
    for dependent in verb.children:
        if (dependent.relation == "nsubj" or (verb is word and dependent.relation == "obj")) and is_none(
            dependent, words
        ):
            _raise(result, "negated")
        if dependent.relation in ("advcl", "ccomp", "parataxis") and opens_condition(dependent, words):
            result.conditional = True
            _raise(result, "hypothetical")
    if opens_condition(word, words) and word.dep in ("advcl", "xcomp", "ccomp"):
        result.conditional = True
        _raise(result, "hypothetical")


def _has_effect(noun: Word, verb: Word, words: FactualityWords) -> bool:
    """True for a deed of which another effect is denied: "*the arrests* did not end the protests" were made."""
    subject = noun.dep == "nsubj" and noun.pos == "NOUN" and verb.pos == "VERB"
    return subject and verb.lemma not in words.happening


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
        elif denies(dependent, words) and not is_hindsight(word):
            _raise(result, "negated")


def _shared_modality(verb: Word, words: FactualityWords, result: Factuality, *, denial: bool = True) -> None:
    """Modal auxiliaries, "is to" and, where ``denial`` reaches so far, negation of a clause."""
    if is_hindsight(verb):
        _raise(result, "asserted" if is_denied(verb, words) else "negated")
        return
    for dependent in verb.children:
        if dependent.relation == "aux" and dependent.lemma == "be" and is_followed_by_to(dependent, verb):
            _raise(result, "future")
        if dependent.relation == "mark" and dependent.lower == "due" and child(verb, "cop") is not None:
            _raise(result, "future")  # "is due to visit": the parser takes "due to" for a conjunction
        if dependent.relation == "aux":
            status = words.modals.get(dependent.lower)
            if status is not None:
                _raise(
                    result, "future" if dependent.lower in words.backshifted and is_backshifted(verb, words) else status
                )
        elif dependent.lower == "no" and dependent.i > verb.i:
            continue  # "said no to it" tells of an answer
        elif denial and dependent.relation in ("advmod", "cc") and denies(dependent, words):
            _raise(result, "negated")


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
    governor = clause.head
    voiced = clause.lemma in words.voicing and governor is not None and governor.lemma in words.gathering
    gerund = clause.lower.endswith("ing")  # "led to Peru expelling ten diplomats"
    if opens_with_to(clause) and not voiced and not gerund:
        _raise(result, words.purpose)
    mark = child(clause, "mark")
    if mark is not None and words.modifiers.get(mark.lower) == "negated":
        _raise(result, "negated")


def _judged(adjective: Word, words: FactualityWords, result: Factuality) -> None:
    """What "it is (not) true that …", "it is unlikely that …" makes of the clause."""
    denied = is_denied(adjective, words)
    if adjective.lemma in words.truths:
        _raise(result, "negated" if denied else "asserted")
    elif adjective.lemma in words.falsehoods:
        _raise(result, "asserted" if denied else "negated")
    elif adjective.lemma in words.governors:
        _raise(result, "hypothetical")


def _governed(word: Word, governor: Word, words: FactualityWords, result: Factuality) -> None:
    """What a governing verb, adjective or noun makes of its complement."""
    if word.relation == "conj":
        _coordinated(word, governor, words, result)
        return
    infinitive = word.feats.get("VerbForm") == "Inf" or opens_with_to(word)
    status = words.governors.get(governor.lemma)
    denied = is_denied(governor, words)
    lacking = governor.lemma in words.crippling or (denied and governor.lemma in ("have", "possess"))
    crippled = word.lemma in words.abilities and lacking
    if crippled or (word.dep == "acl" and is_rebutted(governor, words)):
        _raise(result, "negated")
    elif word.dep == "acl" and is_spared(governor, words):
        _raise(result, words.purpose)
    elif word.dep == "acl" and is_none(governor, words):
        # "no plan to attack", "no evidence that they attacked"; but "no doubt that they attacked"
        _raise(result, "negated" if governor.lemma not in words.truths else "asserted")
    elif infinitive and word.dep == "acl" and is_singled_out(governor, words):
        pass  # "the first country to recognise it" has done so
    elif _effort(word, governor, words, result):
        pass
    elif status == "negated" and denied:
        # "did not deny attacking"; "did not rule out attacking" leaves it open
        _raise(result, "hypothetical" if governor.lemma in words.options else "asserted")
        return
    elif status is not None and _takes(word, governor, status, words):
        _raise(result, status)
    elif governor.lemma in words.helping and opens_with_to(governor):
        _raise(result, "hypothetical")
    elif infinitive and word.dep == "acl":
        _raise(result, "future")
    elif is_topic(word, governor, words) or is_accused_by_nobody(governor, words):
        _raise(result, "hypothetical")
    if word.relation == "xcomp":
        if denied or is_yet_to(word, governor):
            _raise(result, "negated")
        for auxiliary in children(governor, "aux"):
            if (modal := words.modals.get(auxiliary.lower)) is not None:
                _raise(result, modal)


def _takes(word: Word, governor: Word, status: Status, words: FactualityWords) -> bool:
    """True if the word stands to a governor of some status as what it bears on, and not as a circumstance."""
    if word.feats.get("VerbForm") == "Inf" or has_to(word):
        return True
    nominal = word.relation in ("obj", "nmod", "obl") or word.dep == "nsubj:pass"
    if governor.lemma in words.infinitive_only and nominal:
        return False  # "set off riots", "committed an attack"
    if governor.lemma in words.argument_only and word.relation == "ccomp":
        return False  # "insisted that it had withdrawn"
    if status == "negated" and (nominal or word.relation == "ccomp") and word.dep != "nsubj:pass":
        return governor.lemma in words.thwarting
    if word.relation in ("obl", "nmod"):
        return status == "hypothetical" and case(word).split(" ")[-1] in words.arguments
    return (
        nominal
        or word.relation in ("xcomp", "ccomp")
        or (word.relation in ("acl", "advcl") and child(word, "mark") is not None)
    )


def _coordinated(word: Word, first: Word, words: FactualityWords, result: Factuality) -> None:
    """A conjunct shares the modality of the first verb unless it has a subject, an auxiliary or a tense of its own."""
    if word.pos != first.pos or child(word, "nsubj", "nsubj:pass"):
        return
    if word.pos == "VERB" and any(words.modals.get(auxiliary.lower) for auxiliary in children(word, "aux")):
        return
    tensed = word.feats.get("VerbForm") == "Fin" and first.feats.get("VerbForm") != "Fin"
    if not tensed:
        _shared_modality(first, words, result)


def _content_of_subject(governor: Word, words: FactualityWords, result: Factuality) -> None:
    """What becomes of what a subject speaks of: "efforts to end the war failed", "the claim that … is false"."""
    if governor.pos == "ADJ":
        _judged(governor, words, result)
    elif governor.lemma in words.failing:
        _raise(result, "negated")


# From the weakest to the strongest: a stronger status replaces a weaker one.
STRENGTH: dict[Status, int] = {"asserted": 0, "future": 1, "hypothetical": 2, "negated": 3}


def _raise(result: Factuality, status: Status) -> None:
    """Keep the stronger of two statuses."""
    if STRENGTH[status] > STRENGTH[result.status]:
        result.status = status


def settle_headlines(events: Sequence[Event], tree: Tree, headlines: Collection[int], words: FactualityWords) -> None:
    """The simple present of a headline tells what has happened ("Police arrest five"), but for states ("backs").

    Args:
        events: of a report, which change.
        tree: of the report.
        headlines: indices of the sentences that stand in its title.
        words: the lexicon's.
    """
    for event in events:
        word = tree.words[event.word]
        if word.sentence not in headlines or event.factuality.aspect != "ongoing":
            continue
        verb = word if word.pos == "VERB" or word.head is None else word.head
        simple = verb.feats.get("Tense") == "Pres" and verb.feats.get("VerbForm") == "Fin"
        goes_on = any(words.modifiers.get(dependent.lower) == "ongoing" for dependent in word.children)
        if simple and not goes_on and verb.lemma not in words.states:
            event.factuality.aspect = "past"


def _aspect(word: Word, words: FactualityWords) -> Aspect:
    """Past unless the predicate's tense says that it goes on (progressive, present) or is long over."""
    verb = word
    if word.pos in ("NOUN", "PROPN"):
        if word.dep not in ("obj", "nsubj", "nsubj:pass") or word.head is None or word.head.pos != "VERB":
            return "past"
        verb = word.head
        if word.relation == "nsubj" and any(other.relation == "conj" and goes_on(other) for other in verb.children):
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
