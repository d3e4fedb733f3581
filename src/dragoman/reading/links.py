"""What the tree itself says is one: appositions, acronyms in brackets, "known as", relative pronouns, "X is the Y".

Each function looks at one phrase and answers with the index of a phrase that is the same actor, or -1.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.ontology.names import is_acronym
from dragoman.reading.clauses import is_passive, surface_subject
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Tree, Word, ancestors, case, child

# Verbs after which "as" says what their object is, or is held to be.
_SAYING_WHAT = frozenset(
    {
        "accept", "appoint", "back", "choose", "consider", "criticise", "criticize", "denounce", "depict", "describe",
        "designate", "dismiss", "elect", "endorse", "hail", "identify", "install", "name", "nominate", "pick",
        "portray", "praise", "present", "recognise", "recognize", "regard", "reject", "remove", "replace", "sack",
        "see", "select", "succeed", "swear", "treat", "view",
    }
)  # fmt: skip
# Nouns for how one state stands to another.
_STANCES = frozenset(
    {
        "adversary", "ally", "backer", "broker", "coloniser", "colonizer", "creditor", "donor", "enemy", "exporter",
        "foe", "guarantor", "heavyweight", "lender", "master", "mediator", "neighbor", "neighbour", "opponent",
        "overlord", "partner", "patron", "power", "powerhouse", "producer", "protector", "rival", "ruler", "sponsor",
        "superpower", "supplier", "supporter",
    }
)  # fmt: skip
_NAMED_SO = frozenset({"organization", "person"})  # as a model may take "Comandante Ulises" for a body
_IDENTIFYING = frozenset({"identify", "name"})
_CALLING = frozenset({"call", "identify", "introduce", "name", "present", "style"})
_BRACKETS = frozenset({"(", "[", "-", "–", "—", ","})
_DASHES = frozenset({"-", "--", "–", "—"})
_ALIAS_VERBS = frozenset({"know", "call", "nickname", "name", "dub", "refer", "style"})
_ALIAS_WORDS = frozenset({"known", "nicknamed", "alias", "called", "dubbed", "a.k.a.", "aka"})
_ALIAS_FILLERS = frozenset({"as", "by", "his", "her", "its", "the", "simply", "nom", "de", "guerre", "acronym", "name"})
_PERSONAL = frozenset({"person", "sources", "population"})
_COLLECTIVE = frozenset({"organization", "armed-group", "government", "country", "outlet", "other"})
_MAX_CLIMB = 6


def apposition(tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """The phrase that a phrase stands in apposition to: "his deputy, Saddam Khalifa", "Forces (RSF)"."""
    phrase = phrases[index]
    head = phrase.head
    if head.relation not in ("appos", "parataxis", "list", "dep") or head.head is None or head.head.i >= head.i:
        return -1
    if _closes_headline(tree, phrase):
        return -1
    target = _nearest_before(tree, phrases, at, phrase)
    if target < 0:
        target = at.get(head.head.i, -1)
    if target < 0 or target == index:
        return -1
    return target if _may_be_apposition(phrases[target], phrase) else -1


def _closes_headline(tree: Tree, phrase: Phrase) -> bool:
    """Whether a name stands behind a dash where a line ends without a stop: "Rebels free crew – ministry"."""
    words, last = tree.words, phrase.last
    ends = last == len(words) or words[last].sentence != phrase.head.sentence
    return ends and phrase.first > 1 and words[phrase.first - 1].text in _DASHES


def _nearest_before(tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], phrase: Phrase) -> int:
    """The phrase that ends right before the comma or bracket before an apposition.

    Parsers hang the second of two appositions on the first noun of a coordination ("his deputy, A and his chief of
    staff, B"); what stands next to it is the better guide.
    """
    before = phrase.first - 1
    if before < 1 or tree.words[before].text not in _BRACKETS:
        return -1
    word: Word | None = tree.words[before - 1]
    best = -1
    for _ in range(_MAX_CLIMB):
        if word is None:
            break
        found = at.get(word.i, -1)
        if found >= 0 and phrases[found].last == before and _may_be_apposition(phrases[found], phrase):
            named = best >= 0 and bool(phrases[best].name) and phrase.form == "nominal"
            if named and phrases[found].plural != phrase.plural:
                break  # "fighters of the Lake Front, an ally of Chad": the Front is
            best = found
        word = word.head
    return best


def _may_be_apposition(governor: Phrase, phrase: Phrase) -> bool:
    """Whether kind, number and country let one describe the other."""
    if governor.country and phrase.country and governor.country != phrase.country:
        return False
    if governor.gender and phrase.gender and governor.gender != phrase.gender:
        return False
    if governor.plural != phrase.plural and not ({governor.kind, phrase.kind} <= _COLLECTIVE):
        return False
    if governor.form == "pronoun" or phrase.form == "pronoun":
        return False
    if governor.kind == phrase.kind:
        return not (
            governor.name
            and phrase.name
            and governor.kind in ("person", "country", "place")
            and not _alias(governor, phrase)
        )
    if governor.kind in _COLLECTIVE and phrase.kind in _COLLECTIVE:
        return (
            names_a_country(governor, phrase)
            or "country" not in (governor.kind, phrase.kind)
            or "other" in (governor.kind, phrase.kind)
        )
    if names_a_country(governor, phrase) or is_stance_of(governor, phrase):
        return True
    if {governor.kind, phrase.kind} == {"population", "armed-group"} or {governor.kind, phrase.kind} == {
        "population",
        "organization",
    }:
        return True
    return {governor.kind, phrase.kind} == {"person", "sources"}


def names_a_country(governor: Phrase, phrase: Phrase) -> bool:
    """Whether a country says which one a role is held by: "its closest ally, Peru", "the regional power, Brazil"."""
    return (
        phrase.kind == "country"
        and governor.kind in ("person", "organization", "other")
        and governor.definite
        and not (governor.name or governor.country)
        and not any(use.title.sectors or use.title.leads or use.title.speaks for use in governor.titles)
    )


def is_stance_of(governor: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase says how a state stands to others: "Russia, a traditional *ally* of Serbia"."""
    state = governor.kind in ("country", "government") and bool(governor.name)
    return state and phrase.form == "nominal" and not phrase.plural and phrase.head.lemma in _STANCES


def _alias(one: Phrase, other: Phrase) -> bool:
    return one.kind == "person" and " " not in other.name


def bracketed_acronym(tree: Tree, phrases: Sequence[Phrase], index: int, names: Mapping[int, Sequence[int]]) -> int:
    """The named phrase whose acronym stands in brackets behind it: "Rapid Support Forces (RSF)"; or -1.

    Args:
        tree: the words.
        phrases: all phrases.
        index: the phrase that may be the acronym.
        names: last word of a named phrase's span → the indices of those that end there.
    """
    phrase = phrases[index]
    first = phrase.first
    if not phrase.name or first < 2 or tree.words[first - 1].text not in ("(", "["):
        return -1
    others = [other for other in names.get(first - 2, ()) if other != index and phrases[other].kind in _COLLECTIVE]
    for other in others:
        governor = phrases[other]
        start, end = tree.span(governor.first, governor.last)
        if is_acronym(phrase.name, governor.name) or is_acronym(phrase.name, tree.text[start:end]):
            return other
    if not phrase.name.isupper():
        return -1
    return next((other for other in others if phrases[other].kind not in ("country", "government")), -1)


def known_as(phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """The phrase of which a phrase is said to be another name: "X, known as “Y”"; or -1."""
    word = phrases[index].head
    if not phrases[index].name or word.head is None or word.head.lemma not in _ALIAS_VERBS:
        return -1
    verb = word.head
    if verb.relation not in ("acl", "advcl", "parataxis") or verb.head is None:
        return -1
    if case(word) not in ("as", "to as", "") or (case(word) == "" and word.relation not in ("xcomp", "obj", "obl")):
        return -1
    return at.get(verb.head.i, -1)


def named_as(tree: Tree, phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """Whom a name is given to: "*the gunman* was identified as Omar Ali", "named *the dead man* as Omar Ali"; or -1.

    Or who gives it: "*a man* who gave his name as Omar Ali", "*a man* calling himself Omar Ali".
    """
    name, word = phrases[index], phrases[index].head
    verb = word.head
    if name.name and name.kind in _NAMED_SO and (giver := _who_gives_name(tree, name)) is not None:
        found = at.get(giver.i, -1)
        return found if found >= 0 and phrases[found].kind == "person" and not phrases[found].plural else -1
    if not name.name or name.kind != "person" or word.relation != "obl" or case(word) != "as" or verb is None:
        return -1
    if verb.relation == "acl" and verb.lemma not in _IDENTIFYING and verb.head is not None:
        verb = verb.head.head  # hung on what befell him: "named the man *killed* in Mali as Omar Ali"
    if verb is None or verb.lemma not in _IDENTIFYING:
        return -1
    whom = verb.head if verb.relation == "acl" else child(verb, "nsubj:pass") or child(verb, "obj")
    found = -1 if whom is None else at.get(whom.i, -1)
    fits = found >= 0 and not phrases[found].plural and phrases[found].form == "nominal"
    return found if fits and phrases[found].kind == "person" else -1


def _who_gives_name(tree: Tree, name: Phrase) -> Word | None:
    """Who "calls himself X" or "gives his name as X", whatever the tree makes of the name; None for nobody."""
    before = tree.words[max(0, name.first - 5) : name.first]
    while before and before[-1].lower in ("as", "only", "simply"):
        before = before[:-1]
    if not before or before[-1].sentence != name.head.sentence:
        return None
    verb = before[-1].head
    himself = before[-1].lower in ("himself", "herself") and verb is not None and verb.lemma in _CALLING
    his_name = before[-1].lower == "name" and verb is not None and verb.lemma == "give"
    if verb is None or not (himself or his_name):
        return None
    if verb.relation in ("acl", "advcl"):
        return verb.head
    return child(verb, "nsubj")


def said_as(tree: Tree, phrases: Sequence[Phrase], index: int, ends: Mapping[int, Sequence[int]]) -> int:
    """The named phrase right before "known as", "nicknamed" or "alias" and a name, whatever the tree says.

    Args:
        tree: the words.
        phrases: all phrases.
        index: the phrase that may be the other name.
        ends: last word of a phrase → the indices of those that end there.
    """
    words = tree.words
    at = phrases[index].first - 1
    while (at > 0 and words[at].pos == "PUNCT") or (at > 0 and words[at].lower in _ALIAS_FILLERS):
        at -= 1
    if at <= 0 or words[at].lower not in _ALIAS_WORDS or child(words[at], "nsubj") is not None:
        return -1  # "the president called Chile a bully" gives nobody another name
    at -= 1
    while at > 0 and (
        words[at].text in _BRACKETS
        or words[at].lower in ("also", "better", "widely", "commonly", "popularly", "who", "is", "was")
    ):
        at -= 1
    named = [
        other
        for other in ends.get(at, ())
        if other != index and phrases[other].name and phrases[other].kind not in ("place", "country")
    ]
    return named[0] if named else -1


def relative(phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """The antecedent of a relative pronoun, or -1. "who" looks on for a person, "which" for no person."""
    word = phrases[index].head
    clause: Word | None = word
    for _ in range(_MAX_CLIMB):
        if clause is None or clause.dep == "acl:relcl":
            break
        clause = clause.head
    if clause is None or clause.dep != "acl:relcl" or clause.head is None:
        return -1
    wants_person = phrases[index].pronoun == "who"
    refuses_person = phrases[index].pronoun == "which" and word.lower == "which"
    for candidate in _antecedents(clause.head):
        found = at.get(candidate.i, -1)
        if found < 0 or found == index:
            continue
        kind = phrases[found].kind
        body = phrases[found].body
        persons = kind in _PERSONAL or kind == "armed-group" or (body is not None and body.people)  # "officials"
        if wants_person and not persons:
            continue
        if refuses_person and kind in ("person", "sources"):
            continue
        if candidate.i < word.i:
            return found
    return -1


def _antecedents(noun: Word) -> list[Word]:
    """The noun a clause hangs on, then what it is an attribute or the agent of, upwards."""
    found = [noun]
    for above in ancestors(noun):
        found.append(above)
        if above.pos in ("VERB", "AUX"):
            subject = child(above, "nsubj")
            if subject is not None:
                found.append(subject)
            if above.relation not in ("acl",):
                break
        if len(found) > _MAX_CLIMB:
            break
    return found


def belongs_to(phrase: Phrase) -> int:
    """The word of the body a subject is said to be part of: "X are part of a group", "X belong to it"; or -1."""
    verb = phrase.head.head
    target = None
    if verb is not None and verb.lemma == "belong":
        target = child(verb, "obl")
    elif verb is not None and verb.lemma in ("part", "member") and child(verb, "cop") is not None:
        target = child(verb, "nmod")
    return -1 if target is None else target.i


def predicate(phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """The subject that a nominal predicate describes: "Haftar is the commander of …"; or -1."""
    word = phrases[index].head
    copula = child(word, "cop")
    if copula is None or copula.lemma not in ("be", "become") or phrases[index].name:
        return -1
    if any(
        dependent.feats.get("Polarity") == "Neg" or dependent.lower in ("not", "n't", "n’t", "never", "no")
        for dependent in word.children
    ):
        return -1
    if any(
        dependent.relation == "aux" and dependent.lower not in ("has", "have", "had") for dependent in word.children
    ):
        return -1
    if phrases[index].plural and phrases[index].indefinite and _is_list(word):
        return -1  # "the captives are four nurses, a driver and two guards": each of these is a part of them
    subject = child(word, "nsubj")
    found = -1 if subject is None else at.get(subject.i, -1)
    if found < 0:
        return -1
    other, phrase = phrases[found], phrases[index]
    if other.form == "pronoun":
        return (
            found
            if phrase.kind in ("person", "organization", "armed-group")
            and (phrase.kind == "person") == (other.kind == "person")
            else -1
        )
    return found if _may_be_apposition(other, phrase) and other.kind == phrase.kind else -1


def in_office(phrases: Sequence[Phrase], at: Mapping[int, int], index: int) -> int:
    """The subject that acts in an office: "*Kerry* visited Kenya as Secretary of State"; or -1."""
    phrase, word = phrases[index], phrases[index].head
    verb = word.head
    titled = phrase.kind == "person" and phrase.titles and not phrase.name and not phrase.plural
    if not titled or word.relation != "obl" or case(word) != "as" or verb is None or verb.lemma in _SAYING_WHAT:
        return -1
    subject = None if is_passive(verb) else surface_subject(verb)
    found = -1 if subject is None else at.get(subject.i, -1)
    if found < 0 or phrases[found].kind != "person" or phrases[found].form == "pronoun":
        return -1
    return found if _may_be_apposition(phrases[found], phrase) else -1


def _is_list(word: Word) -> bool:
    """Whether something is coordinated with a word, or with what hangs on it after it."""
    later = [dependent for dependent in word.children if dependent.i > word.i]
    return any(
        dependent.relation == "conj" or (dependent.relation in ("nmod", "appos", "list") and _is_list(dependent))
        for dependent in later
    )
