"""Clauses that the parser hangs on the word next to them instead of on the one they tell of.

A clause behind a comma goes on with the sentence and not with the thing before the comma; a condition belongs to the
verb that says "would"; what is coordinated with a finite verb is finite too.
"""

from __future__ import annotations

from dragoman.reading.headline_pairs import CAPTURING
from dragoman.reading.tree import Word, ancestors, child, children, has_to, move

UNREAL = frozenset({"would", "could", "might", "'d", "’d"})
CONDITIONS = frozenset({"if", "unless"})
# Gerunds that name what happens, whoever does it, and what stands before them then ("summoned him over shelling").
HAPPENINGS = frozenset({"bombing", "killing", "shelling", "shooting", "stabbing"})
OCCASIONS = frozenset({"after", "amid", "following", "over"})
OPENING = frozenset({"after", "as", "before", "once", "since", "until"})
# Verbs of what comes of an attack.
OUTCOMES = frozenset({"hurt", "injure", "kill", "wound"})
# Verbs of letting people go, and participles of how they came to be held.
LETTING_GO = frozenset({"free", "liberate", "release", "return"})
CAPTIVITY = CAPTURING | {"hold", "take"}
# Participles that have no ending of their own.
_ENDLESS = frozenset({"cut", "hit", "hurt", "let", "put", "set", "shut"})
# Verbs of giving somebody or something a name, and the relative pronouns that may be their subject.
_CALLING = frozenset({"brand", "call", "deem", "dub", "label", "term"})
_WHO = frozenset({"that", "which", "who"})
# Verbs of what is always done to somebody or something.
_DONE_TO = frozenset(
    {
        "abolish", "arrest", "ban", "behead", "cancel", "confiscate", "deport", "destroy", "detain", "disband",
        "dismantle", "dissolve", "imprison", "injure", "jail", "outlaw", "postpone", "seize", "shut", "suspend",
        "wound",
    }
)  # fmt: skip
# Mention types of those who act.
PARTIES = frozenset({"person", "organization"})


def cleft(clause: Word) -> None:
    """As in "It was Kenya that accused Norway": the clause tells of Kenya as a relative clause does."""
    governor = clause.head
    if (
        governor is not None
        and governor.pos in ("NOUN", "PROPN")
        and child(governor, "expl")
        and child(governor, "cop")
    ):
        clause.relate("acl:relcl")


def relative_name(clause: Word) -> None:
    """As in "a ruling that the union called *an outrage*": what the ruling is called is no object of its own."""
    called, subject = child(clause, "obj"), child(clause, "nsubj")
    if clause.lemma not in _CALLING or called is None or subject is None or subject.lower in _WHO:
        return
    article = child(called, "det")
    named = article is not None and article.lower in ("a", "an") and called.i > clause.i
    if named and child(clause, "xcomp", "iobj") is None:
        called.relate("xcomp")
        clause.relate("acl:relcl")


def relative_object(clause: Word) -> None:
    """As in "The men who the rebels freed": of two subjects the pronoun in front is the object."""
    subjects = [dependent for dependent in clause.children if dependent.relation == "nsubj"]
    if len(subjects) != 2 or child(clause, "obj", "aux:pass", "cop"):
        return
    pronoun, subject = subjects
    if pronoun.lower in ("who", "whom", "which", "that") and not child(subject, "case"):
        pronoun.relate("obj")
        subject.relate("nsubj")


def since_held(clause: Word, words: list[Word]) -> None:
    """As in "Chad freed two men, *seized* a week ago": they were seized, and not who freed them."""
    verb = clause.head
    thing = None if verb is None or verb.lemma not in LETTING_GO or clause.i < verb.i else child(verb, "obj")
    if thing is None or clause.feats.get("VerbForm") != "Part" or clause.lower.endswith("ing"):
        return
    if (
        clause.lemma in CAPTIVITY
        and words[clause.i - 1].text == ","
        and not child(clause, "mark", "nsubj", "obj", "aux")
    ):
        move(clause, thing, "acl")


def afterthought(clause: Word, words: list[Word]) -> None:
    """As in "Peru rejected the charge, accusing Chile of theft": after a comma the subject goes on, not a thing.

    Nor a party of which the clause speaks as of another: "issued a warrant for Rojas, accusing *him* of theft".
    """
    thing = clause.head
    others = [one for one in children(clause, "obj") if one.lower in ("them", "him", "her")]
    while others and thing is not None and thing.relation in ("nmod", "conj"):
        thing = thing.head
    verb = thing.head if thing is not None and thing.relation in ("obj", "obl") else None
    if thing is None or verb is None or verb.pos != "VERB":
        return
    subject = child(verb, "nsubj")
    if thing.mention_type in PARTIES and not others and (subject is None or subject.mention_type != "event"):
        return  # "he met the envoy, carrying a letter" may tell of either; "a raid hit them, killing ten" of the raid
    first = clause.i - (2 if words[clause.i - 1].lower == "each" else 1)
    if words[first].text == "," and thing.i < first and clause.lower.endswith("ing"):
        move(clause, verb, "advcl")


def behind_participle(clause: Word, words: list[Word]) -> None:
    """As in "A shell hit a bus carrying pupils, killing two": after a comma the sentence goes on, not the bus.

    People may well go on ("met men carrying flags, singing"), but what comes of shots at them is told of the shots:
    "Troops fired on men trying to reach the river, killing two".
    """
    if words[clause.i - 1].text != "," or not clause.lower.endswith("ing") or child(clause, "nsubj", "mark"):
        return
    inner, came_of_it = clause.head, clause.lemma in OUTCOMES
    while came_of_it and inner is not None and inner.relation in ("advcl", "xcomp") and has_to(inner):
        inner = inner.head
    thing = inner.head if inner is not None and inner.dep == "acl" and inner.i < clause.i else None
    while came_of_it and thing is not None and thing.relation == "nmod":
        thing = thing.head
    verb = thing.head if thing is not None and thing.relation in ("obj", "obl") else None
    if thing is None or verb is None or verb.pos != "VERB" or (thing.mention_type in PARTIES and not came_of_it):
        return
    move(clause, verb, "advcl")


def told_of_people(clause: Word, words: list[Word]) -> None:
    """As in "Police dispersed miners demanding work": a participle right behind people tells of them."""
    people = words[clause.i - 1] if clause.i else None
    if people is None or people.head is not clause.head or people.relation != "obj" or child(clause, "mark", "nsubj"):
        return
    if clause.lower.endswith("ing") and clause.lemma != "use" and people.mention_type == "person":
        move(clause, people, "acl")


def stranded_predicate(word: Word, words: list[Word]) -> None:
    """As in "He said the rebels remain committed to it": of two contents side by side the second tells of the first."""
    verb = words[word.i - 1] if word.i else None
    if verb is None or verb.dep != "ccomp" or verb.head is not word.head or verb.pos != "VERB":
        return
    participle = word.feats.get("VerbForm") == "Part"
    if (word.pos == "ADJ" or participle) and child(verb, "nsubj") and not child(word, "nsubj", "cop", "mark", "cc"):
        move(word, verb, "xcomp")


def about_doing(clause: Word, words: list[Word]) -> None:
    """As in "They suspended talks on joining the union": right behind a noun, "on doing" says what that is about."""
    mark, verb = child(clause, "mark"), clause.head
    if mark is None or mark.lower not in ("about", "on", "over") or verb is None or not clause.lower.endswith("ing"):
        return
    noun = words[mark.i - 1] if mark.i else None
    if noun is not None and noun.head is verb and noun.relation in ("obj", "obl") and noun.pos == "NOUN":
        move(clause, noun, "acl")


def raised_condition(clause: Word) -> None:
    """As in "Peru would urge Chile to leave if it rained": the condition is that of "would", not of "leave"."""
    mark, inner = child(clause, "mark"), clause.head
    if mark is None or mark.lower not in CONDITIONS or inner is None or inner.i > clause.i:
        return
    outer = inner.head
    if inner.relation not in ("advcl", "xcomp") or inner.feats.get("VerbForm") == "Fin" or outer is None:
        return
    if any(dependent.relation == "aux" and dependent.lower in UNREAL for dependent in outer.children):
        move(clause, outer, "advcl")


def occasion(gerund: Word) -> None:
    """As in "Chad recalled its envoy after shelling in Adre": what happens without an object is no deed of Chad's."""
    mark = child(gerund, "mark")
    if mark is None or mark.lower not in OCCASIONS or gerund.lower not in HAPPENINGS:
        return
    rest = [dependent for dependent in gerund.children if dependent is not mark and dependent.pos != "PUNCT"]
    if all(dependent.relation == "obl" and dependent.mention_type == "place" for dependent in rest):
        gerund.pos, gerund.lemma = "NOUN", gerund.lower
        gerund.relate("obl")
        mark.relate("case")
        for place in rest:
            place.relate("nmod")


def nearer_clause(verb: Word, words: list[Word]) -> None:
    """As in "Gunmen fled before police freed the crew and arrested ten men": the police arrested them."""
    first, joint = verb.head, child(verb, "cc")
    if first is None or joint is None or words[joint.i - 1].text == "," or child(verb, "nsubj", "aux", "mark"):
        return
    for clause in children(first, "advcl"):
        mark = child(clause, "mark")
        between = first.i < clause.i < verb.i and child(clause, "nsubj") is not None
        if between and mark is not None and mark.lower in ("before", "until"):
            move(verb, clause, "conj")
            return


def conjunct_of_gerund(verb: Word) -> None:
    """As in "Chad accused Mali of arming them and cut ties": what is coordinated with a gerund is one too."""
    first = verb.head
    if first is None or verb.lower.endswith("ing") or child(verb, "nsubj", "aux", "mark"):
        return
    if verb.feats.get("Tense") == "Past" and verb.feats.get("VerbForm") == "Fin" and has_to(first):
        # "vowed to retaliate and summoned the envoy": what has a tense goes on from what has one
        told = next((word for word in ancestors(first) if word.feats.get("VerbForm") == "Fin"), None)
        if told is not None and first.relation in ("xcomp", "advcl", "ccomp"):
            move(verb, told, "conj")
            return
    if first.pos != "VERB" or not first.lower.endswith("ing") or child(first, "aux", "nsubj", "cop"):
        return
    outer = next((word for word in ancestors(first) if word.pos == "VERB" and not word.lower.endswith("ing")), None)
    if outer is not None and outer.i < first.i:
        move(verb, outer, "conj")


def passive_too(verb: Word) -> None:
    """As in "The charter was suspended and the ruling party *dissolved*": the second is done to its subject as well."""
    before, subject = verb.head, child(verb, "nsubj")
    if (
        before is None
        or subject is None
        or verb.lemma not in _DONE_TO
        or child(verb, "obj", "aux", "obl:agent", "xcomp")
    ):
        return
    if child(before, "nsubj:pass", "aux:pass") is None or subject.i > verb.i or verb.feats.get("Tense") != "Past":
        return
    verb.feats = {"Tense": "Past", "VerbForm": "Part"}
    subject.relate("nsubj:pass")


def following(clause: Word) -> None:
    """As in "freed ten men *following* an appeal": before what happened it says when, and who did it after that."""
    happened, before = child(clause, "obj"), clause.head
    if clause.lower != "following" or happened is None or before is None or child(clause, "aux", "nsubj", "mark"):
        return
    if happened.mention_type not in ("event", "abstract") or happened.i < clause.i:
        return
    governor = before.head if before.pos != "VERB" and before.relation in ("obj", "obl", "nsubj") else before
    if governor is None or governor.pos != "VERB":
        return
    move(happened, governor, "obl")
    for one in [*clause.children]:
        move(one, happened if one.relation == "punct" else governor, one.dep)
    move(clause, happened, "case")
    clause.pos, clause.feats = "ADP", {}


def deadly_outcome(participle: Word) -> None:
    """As in "fired on men who had blocked the road, *killing* nine": the deed that kills is the violent one."""
    told = participle.head
    if told is None or participle.lemma not in OUTCOMES or not participle.lower.endswith("ing"):
        return
    if child(participle, "nsubj", "mark") or not any(one.text == "," for one in children(participle, "punct")):
        return
    if told.dep != "acl:relcl" or _is_violent(told):
        return
    violent = next((one for one in ancestors(told) if one.pos == "VERB"), None)
    if violent is not None and _is_violent(violent):
        move(participle, violent, "advcl")


def _is_violent(verb: Word) -> bool:
    return verb.tells is not None and verb.tells.type == "ASSAULT"


def unchanged_participle(verb: Word) -> None:
    """As in "men rounded up by police and *let* go": behind a participle, a form without an ending is one too."""
    before = verb.head
    if before is None or verb.lower not in _ENDLESS or child(verb, "nsubj", "aux", "obj"):
        return
    if before.relation == "acl" and before.dep != "acl:relcl" and before.feats.get("VerbForm") == "Part":
        verb.feats = dict(before.feats)


def beyond_relative(verb: Word, words: list[Word]) -> None:
    """As in "They shut the station, whose roof was burnt, and expelled a crew": after the comma they go on.

    What is told of the antecedent in the passive is closed by the comma, what had happened before by the tense ("took
    back guns they *had* turned in and *fired*"); what follows in the active is the main verb's.
    """
    relative, joint = verb.head, child(verb, "cc")
    if relative is None or joint is None or relative.dep != "acl:relcl":
        return
    before = any(one.lower == "had" for one in children(relative, "aux"))
    closed = words[joint.i - 1].text == "," and child(relative, "aux:pass") is not None
    if not (before or closed) or child(verb, "nsubj", "nsubj:pass", "aux", "aux:pass", "mark"):
        return
    if before and verb.feats.get("VerbForm") != "Fin":
        return
    outer = next((word for word in ancestors(relative) if word.pos == "VERB"), None)
    if outer is not None and outer.feats.get("Tense") == "Past" == verb.feats.get("Tense") and outer.i < relative.i:
        move(verb, outer, "conj")


def afterwards(clause: Word) -> None:
    """As in "ordered his release after he was held": such a clause with a subject dates the verb."""
    noun, mark = clause.head, child(clause, "mark")
    verb = noun.head if noun is not None and noun.relation in ("obj", "obl", "nsubj", "nsubj:pass") else None
    if verb is None or mark is None or mark.lower not in OPENING or not child(clause, "nsubj", "nsubj:pass"):
        return
    if verb.pos == "VERB":
        move(clause, verb, "advcl")


def freed_so(clause: Word) -> None:
    """As in "A court *freed* on bail five men *arrested* there": they are freed, and the participle tells of them."""
    verb, noun = clause.head, child(clause, "nsubj", "nsubj:pass")
    if verb is None or noun is None or verb.lemma not in LETTING_GO or child(verb, "obj", "aux:pass"):
        return
    if noun.i > verb.i and not child(clause, "aux", "aux:pass", "cop", "mark", "obj") and clause.lower.endswith("ed"):
        move(noun, verb, "obj")
        move(clause, noun, "acl")
