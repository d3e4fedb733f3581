"""What the words of a clause show of whether it is so: negation, condition, waiting, errands, claims turned down."""

from __future__ import annotations

from dragoman.lexicon.factuality import FactualityWords
from dragoman.reading.clauses import is_passive
from dragoman.reading.tree import Word, case, child, children, opens_with_to

# How ordinals in figures end.
ORDINAL = ("st", "nd", "rd", "th")
# Verbs for keeping out of what may come ("stayed out of a war").
APART = frozenset({"keep", "remain", "stay"})
# Verbs whose bare object is promised, and not to whom.
PROMISED = frozenset({"pledge", "promise", "swear", "vow"})


def is_errand(noun: Word, words: FactualityWords) -> bool:
    """True for what somebody goes or is sent to do: "will fly to Chad *for talks*", "did not go *on strike*"."""
    if noun.dep != "obl" or case(noun) not in ("for", "on"):
        return False
    return noun.mention_type != "time" and noun.head is not None and noun.head.lemma in words.errands


def is_entered(noun: Word) -> bool:
    """True for a state of things that a clause tells of getting into or keeping out of: "be drawn *into a war*".

    A definite one goes on whoever is drawn into it ("into the war between …").
    """
    article = child(noun, "det")
    if noun.dep not in ("obl", "nmod") or (article is not None and article.lower not in ("a", "an", "any", "another")):
        return False
    governor = noun.head
    return case(noun) == "into" or (case(noun) == "out of" and governor is not None and governor.lemma in APART)


def first_noun(word: Word) -> Word:
    """The first of coordinated nouns, whose clause is that of all: "will provide a grant and *a loan*"."""
    while word.relation == "conj" and word.head is not None and word.head.pos in ("NOUN", "PROPN", "SYM"):
        word = word.head
    return word


def denies(modifier: Word, words: FactualityWords) -> bool:
    """True for "not" and the like, and for "no longer", which the tree holds in two words.

    Not for "not only" and "not just", nor for "instead" without "of", which deny something else.
    """
    if (modifier.lower == "instead" and modifier.relation == "advmod") or _adds(modifier):
        return False
    if words.modifiers.get(modifier.lower) == "negated":
        return True
    if modifier.relation in ("cc", "cc:preconj") and modifier.lower in ("neither", "nor"):
        return True
    return modifier.lower == "longer" and any(part.lower == "no" for part in children(modifier, "advmod", "det"))


def _adds(denial: Word) -> bool:
    """True for the "not" of "not only condemned it but left", "was not killed only by rebels": more is so than told."""
    verb = denial.head
    if verb is None or denial.lower not in ("not", "n't", "n’t"):
        return False
    behind = [one for one in verb.children if one.i > denial.i]
    for one in (*behind, *(below for part in behind if part.relation in ("obl", "obj") for below in part.children)):
        if one.relation in ("advmod", "cc", "cc:preconj") and one.lower in ("only", "solely"):
            return True
        if one.relation == "advmod" and one.i == denial.i + 1 and one.lower in ("just", "merely", "simply"):
            return True
    return False


def is_hindsight(verb: Word) -> bool:
    """True for "should have left" and "should never have left", which tell what was not so, or was."""
    auxiliaries = {one.lower for one in verb.children if one.relation == "aux"}
    return not auxiliaries.isdisjoint(("should", "ought")) and "have" in auxiliaries


def is_given(noun: Word, verb: Word, words: FactualityWords) -> bool:
    """True for a definite event that a verb takes for granted: "may explain *the attack*"."""
    if verb.lemma not in words.given or noun.relation != "obj" or noun.pos not in ("NOUN", "PROPN"):
        return False
    return any(one.dep == "nmod:poss" or one.lower in ("the", "this", "these", "last") for one in noun.children)


def means_used(clause: Word, words: FactualityWords) -> Word | None:
    """The verb of using something by which is done what a clause tells: "*used* gas to disperse the crowd"."""
    if clause.relation not in ("acl", "advcl", "xcomp") or clause.head is None or not opens_with_to(clause):
        return None
    thing = clause.head if clause.relation == "acl" and clause.head.relation == "obj" else None
    verb = clause.head if thing is None else thing.head
    if verb is None or verb.lemma not in words.means:
        return None
    return verb if thing is not None or child(verb, "obj") is not None or is_passive(verb) else None


def is_loose(clause: Word) -> bool:
    """True for a participle that only follows its clause: "…, killing two"."""
    return clause.relation == "advcl" and clause.lower.endswith("ing") and child(clause, "mark") is None


def is_backshifted(verb: Word, words: FactualityWords) -> bool:
    """True for "would" that is the "will" of somebody's words: "said that he would resign", with no condition.

    In a clause of its own "would" is that too where a later day is told: "Peru would hold talks next month".
    """
    if any(dependent.lower in ("have", "like", "prefer") for dependent in (verb, *verb.children)):
        return False
    if any(dependent.relation == "advcl" and opens_condition(dependent, words) for dependent in verb.children):
        return False
    if any(_lies_ahead(dependent) for dependent in verb.children if dependent.mention_type == "time"):
        return True
    clause, governor = verb, verb.head
    while governor is not None and clause.relation == "conj":
        clause, governor = governor, governor.head
    if governor is None:
        return False
    told = clause.relation == "ccomp" or (clause.dep == "acl" and child(clause, "mark") is not None)
    past = governor.pos == "NOUN" or governor.feats.get("Tense") == "Past" or governor.feats.get("VerbForm") == "Ger"
    return told and past and governor.lemma not in words.governors


def _lies_ahead(phrase: Word) -> bool:
    """True for "tomorrow", "next month", "the coming days"."""
    return phrase.lower == "tomorrow" or any(
        word.lower in ("next", "coming") for word in children(phrase, "amod", "det")
    )


def is_participial(clause: Word) -> bool:
    """True for a participle on a noun ("hostages held by rebels"): the noun's own clause does not change it."""
    return clause.dep == "acl" and child(clause, "mark") is None and clause.feats.get("VerbForm") in ("Part", "Ger")


def is_temporal(clause: Word, words: FactualityWords) -> bool:
    """True for "when it arrives", "before the talks open"."""
    return any(
        dependent.relation in ("mark", "advmod") and dependent.i < clause.i and dependent.lower in words.temporal
        for dependent in clause.children
    )


def is_awaited(clause: Word) -> bool:
    """True for what somebody waits for, who cannot know that it will come: "will not leave *until* X pays"."""
    return any(mark.lower in ("until", "till") for mark in children(clause, "mark"))


def looks_ahead(verb: Word, words: FactualityWords) -> bool:
    """True for a clause with "will", be it in reported words, and for what somebody vows, wants or refuses to do."""
    for other in children(verb, "aux"):
        if words.modals.get(other.lower) == "future":
            return True
        if other.lower in words.backshifted and is_backshifted(verb, words):
            return True
    governor = verb.head if verb.relation == "xcomp" and opens_with_to(verb) else None
    return governor is not None and governor.lemma in words.governors


def is_kept_from(clause: Word, governor: Word, words: FactualityWords) -> bool:
    """True for a gerund that the parser hangs as an adjunct: "prevented from leaving", "suspected *of leaving*".

    Not for a participle behind an object or a comma: "denied the charge, saying that it had left".
    """
    mark = child(clause, "mark")
    gerund = clause.feats.get("VerbForm") == "Ger" or clause.lower.endswith("ing")
    status = words.governors.get(governor.lemma)
    if gerund and (status == "hypothetical" or is_accused_by_nobody(governor, words)):
        return mark is not None and mark.lower in ("of", "with")
    if not gerund or status != "negated":
        return False
    if mark is not None:
        return mark.lower in ("from", "of")
    return not any(governor.i < other.i < clause.i for other in children(governor, "obj", "obl", "punct"))


def is_accused_by_nobody(verb: Word, words: FactualityWords) -> bool:
    """True for an accusation whose accuser the clause leaves out: "officers *accused* of plotting a coup"."""
    return verb.lemma in words.accusing and is_passive(verb) and child(verb, "obl:agent") is None


def is_topic(clause: Word, governor: Word, words: FactualityWords) -> bool:
    """True for what talks are about: "talks with Chad on *ending* the war", "conferred about *sending* troops"."""
    mark = child(clause, "mark")
    if mark is None or mark.lower not in ("about", "on", "over") or not clause.lower.endswith("ing"):
        return False
    return governor.lemma in {"acl": words.talking, "advcl": words.conferring}.get(clause.dep, ())


def is_rebutted(claim: Word, words: FactualityWords) -> bool:
    """True for a claim that somebody turns down: "rejected *accusations* that it arms the rebels"."""
    if claim.lemma not in words.claims or claim.head is None or claim.dep not in ("obj", "nsubj:pass"):
        return False
    return claim.head.lemma in words.rebutting and not is_denied(claim.head, words)


def is_none(noun: Word, words: FactualityWords) -> bool:
    """True for "no power", "nobody", "neither the army nor the rebels"."""
    if words.modifiers.get(noun.lower) == "negated" and noun.lower != "no":
        return True  # "said no to it" tells of an answer
    marked = child(noun, "det", "cc:preconj")
    return marked is not None and words.modifiers.get(marked.lower) == "negated"


def is_spared(noun: Word, words: FactualityWords) -> bool:
    """True for what nobody stints: "spared *no effort* to free them"."""
    return noun.head is not None and noun.head.lemma in words.sparing and noun.relation == "obj"


def is_denied(governor: Word, words: FactualityWords) -> bool:
    """True for a word with "not" or "never" on it, as :func:`denies` has it."""
    return any(denies(adverb, words) for adverb in children(governor, "advmod"))


def is_singled_out(noun: Word, words: FactualityWords) -> bool:
    """True for "the first state", "the 140th state", "the only minister"."""
    marks = [modifier.lower for modifier in children(noun, "amod", "nummod", "advmod")]
    return any(mark in words.singling or (mark[:1].isdigit() and mark.endswith(ORDINAL)) for mark in marks)


def is_yet_to(clause: Word, governor: Word) -> bool:
    """True for "has yet to meet"."""
    if governor.lemma not in ("have", "be") or not opens_with_to(clause):
        return False
    return any(adverb.lower == "yet" for adverb in children(governor, "advmod"))


def is_followed_by_to(auxiliary: Word, verb: Word) -> bool:
    """True for the auxiliary of "talks are to begin"."""
    return any(mark.lower == "to" and mark.i > auxiliary.i for mark in children(verb, "mark"))


def opens_condition(clause: Word, words: FactualityWords) -> bool:
    """True for "if he leaves", "unless …", "in case …" and the inverted "should he leave", "were he to leave"."""
    for dependent in clause.children:
        if dependent.relation == "mark" and dependent.lower in words.conditions:
            return dependent.lower not in ("whether",)
        if dependent.relation == "mark" and any(rest.lower == "case" for rest in children(dependent, "fixed")):
            return True
        if dependent.relation == "aux" and dependent.lower in ("should", "were", "had") and clause.dep != "root":
            subject = child(clause, "nsubj", "nsubj:pass")
            stands = child(clause, "expl") or subject  # "denied there had been a swap"
            if stands is not None and dependent.i < stands.i:
                return True
    return False


def goes_on(clause: Word) -> bool:
    """True for a clause in the present perfect without a subject of its own."""
    present = any(part.relation == "aux" and part.lower in ("has", "have", "'ve", "’ve") for part in clause.children)
    return present and child(clause, "nsubj", "nsubj:pass") is None


def is_dated_participle(verb: Word) -> bool:
    """True for a bare past participle on a noun that says when: "the dockers *arrested* on March 5"."""
    if verb.dep != "acl" or verb.feats.get("VerbForm") != "Part" or verb.feats.get("Tense") != "Past":
        return False
    return any(phrase.relation == "obl" and phrase.mention_type == "time" for phrase in verb.children)
