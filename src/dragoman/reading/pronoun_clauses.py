"""Whom the clauses around a pronoun say it means, whatever was told of before.

Each function looks at the word of a pronoun and answers with the noun it takes up, or with None.
"""

from __future__ import annotations

from collections.abc import Collection

from dragoman.reading.clauses import doer, is_passive, surface_subject, undergoer
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.tree import Tree, Word, ancestors, case, child, children, descendants

_ASIDE = frozenset({"conj", "advcl", "parataxis"})
_INTENDED = frozenset({"shall", "will", "would", "'ll", "’ll", "'d", "’d"})
_PUNISHING = frozenset({"COERCE", "SANCTION"})
_IN_PASSING = frozenset({"acl:relcl", "advcl", "advcl:relcl"})
_RELATIVE = frozenset({"acl:relcl", "advcl:relcl"})


def who_tells(pronoun: Word, speech_verbs: Collection[str]) -> Word | None:
    """Who says of himself what another clause goes on to tell: "Chad paid, but *Mali* said *it* had no money".

    Only where another clause comes before in the sentence; else the speaker is most salient anyhow.
    """
    content = _content(pronoun)
    verb = None if content is None else content.head
    if verb is None or verb.lemma not in speech_verbs or is_passive(verb) or verb.relation not in _ASIDE:
        return None
    return child(verb, "nsubj")


def who_says_aside(pronoun: Word, speech_verbs: Collection[str]) -> Word | None:
    """Who says of himself what a relative clause tells: "a request by *France*, which has said *it* may leave"."""
    content = _content(pronoun)
    verb = None if content is None else content.head
    if verb is None or verb.lemma not in speech_verbs or verb.dep != "acl:relcl" or is_passive(verb):
        return None
    subject = child(verb, "nsubj")
    return subject if subject is not None and subject.lower in ("that", "which", "who") else None


def own_words(pronoun: Word, speech_verbs: Collection[str]) -> frozenset[int]:
    """The words that a pronoun's speaker says, where he is not named: "If *Deby* refused, we would go, *he* said"."""
    verb = pronoun.head if pronoun.relation == "nsubj" else None
    if verb is None or verb.lemma not in speech_verbs:
        return frozenset()
    told = [one for one in children(verb, "ccomp", "parataxis") if one.i < pronoun.i]
    marked = (one for one in children(verb, "advcl") if told and one.i < told[0].i)
    told += [one for one in marked if any(mark.lower in ("if", "unless") for mark in children(one, "mark"))]
    return frozenset(below.i for clause in told for below in (clause, *descendants(clause)))


def who_claims(pronoun: Word, speech_verbs: Collection[str]) -> Word | None:
    """Who says what is told of his own in passing: "a vote that *the opposition* says was stolen from *its* leader".

    Only where what is said has no party for its subject, whose own it may be.
    """
    noun = pronoun.head if pronoun.dep == "nmod:poss" else None
    clause = None if noun is None else next((one for one in ancestors(noun) if one.pos in ("AUX", "VERB")), None)
    verb = clause.head if clause is not None and clause.relation == "ccomp" else None
    if clause is None or verb is None or verb.lemma not in speech_verbs or verb.dep not in _IN_PASSING:
        return None
    subject = child(clause, "nsubj")
    party = subject is not None and subject.mention_type in ("organization", "person", "place")
    return None if party else child(verb, "nsubj")


def who_says(pronoun: Word) -> Word | None:
    """Who says what a pronoun is the subject of: "*a spokesman* said *it* would not pay"."""
    content = _content(pronoun)
    verb = None if content is None else content.head
    return None if verb is None or is_passive(verb) else child(verb, "nsubj")


def who_is_blamed(pronoun: Word) -> Word | None:
    """Who is meant by what is alleged beside blame: "blamed *Ruto*, saying that *he* had freed them".

    Not what is yet to come, which who speaks may intend: "condemned Chad, saying it would recall its envoy".
    """
    content = _content(pronoun)
    verb = None if content is None else content.head
    if content is None or verb is None or verb.dep != "advcl" or child(verb, "nsubj") is not None:
        return None
    words, main = load_pronoun_words(), verb.head
    if verb.lemma not in words.alleging or main is None or main.lemma not in words.blaming:
        return None
    if any(auxiliary.lower in _INTENDED for auxiliary in children(content, "aux")):
        return None
    return undergoer(main)


def who_denies(pronoun: Word) -> Word | None:
    """Who turns down a charge told just before it: "Mali accused *Chad* of theft, a charge *it* denies"."""
    verb = pronoun.head
    words = load_pronoun_words()
    if pronoun.relation != "nsubj" or verb is None or verb.lemma not in words.denying or verb.head is None:
        return None
    if verb.dep not in _RELATIVE or (verb.dep == "acl:relcl" and verb.head.lemma not in words.charges):
        return None
    above = (one for one in (verb.head, *ancestors(verb.head)) if one.pos == "VERB")
    blaming = next((one for one in above if one.lemma in words.blaming), None)
    return None if blaming is None else undergoer(blaming)


def whose_own(pronoun: Word) -> Word | None:
    """Who has what is "his own": the subject of the clause, whoever the other is: "seized by *his own* men"."""
    noun = pronoun.head if pronoun.dep == "nmod:poss" else None
    if noun is None or not any(one.lower == "own" for one in children(noun, "amod")):
        return None
    verb = next((one for one in ancestors(noun) if one.pos in ("VERB", "AUX")), None)
    return None if verb is None or noun.relation == "nsubj" else surface_subject(verb)


def for_his_part(pronoun: Word) -> Word | None:
    """Who takes his turn: the subject of the clause, whoever spoke before him: "For *his* part, *Prado* denied it"."""
    noun = pronoun.head if pronoun.dep == "nmod:poss" else None
    if noun is None or noun.lemma not in ("part", "side") or case(noun) not in ("for", "from") or noun.head is None:
        return None
    return child(noun.head, "nsubj") if noun.relation == "obl" else None


def whose_before(pronoun: Word) -> Word | None:
    """Who has what the same clause has told of as his: "recalled *its* ambassador and put *its* fleet on alert"."""
    noun = pronoun.head if pronoun.dep == "nmod:poss" else None
    verb = noun.head if noun is not None and noun.relation == "obj" else None
    if verb is None or verb.relation != "conj" or verb.head is None or child(verb, "nsubj") is not None:
        return None
    thing = child(verb.head, "obj")
    owner = None if thing is None else child(thing, "nmod:poss")
    return owner if owner is not None and owner.lower == pronoun.lower else None


def who_acted(pronoun: Word, tree: Tree) -> Word | None:
    """The subject of the sentence before, whose people open this one: "*Prado* met Ruto. *His* troops went home".

    For those who speak it is who spoke last there: "Chad paid, but *Mali* said no. *Its* spokesman …".
    """
    words, noun = load_pronoun_words(), pronoun.head
    opens = pronoun.dep == "nmod:poss" and pronoun.i == tree.sentences[pronoun.sentence].first
    if not opens or not pronoun.sentence or noun is None or noun.relation != "nsubj" or noun.lemma not in words.own:
        return None
    main = tree.words[tree.sentences[pronoun.sentence - 1].root]
    if noun.lemma in words.speaking:
        with_subject = [one for one in children(main, "conj") if child(one, "nsubj") is not None]
        main = with_subject[-1] if with_subject else main
    return surface_subject(main)


def who_goes_on(pronoun: Word) -> Word | None:
    """Who is told of in the clause before: "said that *Oman* had paid and that *it* had sent arms"."""
    verb = pronoun.head if pronoun.relation == "nsubj" else None
    mark = child(verb, "mark") if verb is not None and verb.relation == "conj" else None
    if verb is None or verb.head is None or mark is None or mark.lower != "that":
        return None
    return child(verb.head, "nsubj") if child(verb.head, "mark") else None


def who_is_told(pronoun: Word) -> Word | None:
    """Who gets the letter whose words are told: "gave *Ruto* a letter in which Chad assured *him* of help"."""
    verb = pronoun.head
    noun = verb.head if verb is not None and verb.dep == "acl:relcl" and pronoun.relation in ("obj", "iobj") else None
    giving = noun.head if noun is not None and noun.relation == "obj" else None
    if giving is None:
        return None
    given = (one for one in children(giving, "obl") if case(one) == "to")
    return child(giving, "iobj") or next(given, None)


def who_leaves_what(pronoun: Word) -> Word | None:
    """Who does something with what is told of as its own deed: "*the army* withdrew from a town *it* had seized"."""
    clause = pronoun.head if pronoun.relation == "nsubj" and pronoun.lower == "it" else None
    noun = clause.head if clause is not None and clause.dep == "acl:relcl" else None
    verb = noun.head if noun is not None and noun.relation in ("obj", "obl") else None
    subject = None if verb is None or verb.pos != "VERB" else child(verb, "nsubj")
    return subject if subject is not None and subject.mention_type in ("organization", "place") else None


def who_is_held(pronoun: Word) -> Word | None:
    """Who is punished for what he did: "arrested *ten students* after *they* threw stones"."""
    clause = pronoun.head if pronoun.relation == "nsubj" else None
    verb = clause.head if clause is not None and clause.relation == "advcl" else None
    if clause is None or verb is None or is_passive(clause) or verb.tells is None or verb.tells.type not in _PUNISHING:
        return None
    held = undergoer(verb)
    if held is None or held.i > pronoun.i or held.mention_type not in ("person", "organization"):
        return None
    plural = held.feats.get("Number") == "Plur" or child(held, "conj") is not None
    opened = any(mark.lower in ("after", "because", "when") for mark in children(clause, "mark", "advmod"))
    return held if opened and plural == (pronoun.lower == "they") else None


def who_holds(pronoun: Word) -> Word | None:
    """Who takes or holds what is another's: "demanded that *Peru* free *its* leader", "*they* took *his* car"."""
    words = load_pronoun_words()
    noun = pronoun.head if pronoun.dep == "nmod:poss" else None
    if noun is not None and noun.relation == "conj" and noun.head is not None and pronoun.lower == "its":
        noun = noun.head  # "seized a vessel and *its* crew"
    verb = noun.head if noun is not None and noun.relation == "obj" else None
    if noun is None or verb is None:
        return None
    anothers = verb.lemma in (words.holding if noun.lemma in words.comrades else words.taking)
    anothers = anothers or (verb.lemma in words.disputing and noun.lemma in words.assertions)
    return (doer(verb) or surface_subject(verb)) if anothers else None


def befalls_people(pronoun: Word) -> bool:
    """True for an object of what is done to people alone: "they were *arrested*", "*held* three of *them*"."""
    part = is_part_of(pronoun)
    word = pronoun.head if part and pronoun.head is not None else pronoun
    verb, words = word.head, load_pronoun_words()
    if verb is None or (word.relation != "obj" and word.dep != "nsubj:pass"):
        return False
    return verb.lemma in words.personal or (part and verb.lemma in words.custody)


def who_of_them(pronoun: Word, tree: Tree) -> Word | None:
    """Of whom some are told of right behind them: "killing *ten people*, four of *them* children"."""
    some = pronoun.head if is_part_of(pronoun) else None
    comma = tree.words[some.i - 1] if some is not None and some.i else None
    before = tree.words[comma.i - 1] if comma is not None and comma.text == "," and comma.i else None
    people = before is not None and before.pos == "NOUN" and before.feats.get("Number") == "Plur"
    return before if people and before is not None and before.mention_type in ("person", "organization") else None


def is_part_of(pronoun: Word) -> bool:
    """True for those of whom some are told of: "*some of them* were beaten", "held three of them"."""
    some = pronoun.head if pronoun.relation == "nmod" and case(pronoun) == "of" else None
    return some is not None and (some.pos in ("NUM", "DET", "PRON") or some.lemma in load_pronoun_words().some)


def is_bystander(noun: Word) -> bool:
    """True for people whom nothing is told of after: "told *reporters*", and who is only likened: "held as *spies*"."""
    verb, words = noun.head, load_pronoun_words()
    if noun.relation in ("obl", "obj") and case(noun) == "as":
        return True
    if noun.relation == "nsubj" and noun.lemma in words.onlookers:
        return verb is not None and verb.lemma in words.telling  # "*witnesses* said they had fired"
    told = noun.relation in ("obj", "iobj") or (noun.relation == "obl" and case(noun) == "to")
    return told and noun.lemma in words.listeners and verb is not None and verb.lemma in words.telling


def is_what_is_said(pronoun: Word) -> bool:
    """True for an object that is no party but what somebody has said: "the army denied *it*"."""
    verb, words = pronoun.head, load_pronoun_words()
    if pronoun.lower != "it" or pronoun.relation != "obj" or verb is None:
        return False
    as_what = any(case(one) == "as" and one.mention_type != "person" for one in children(verb, "obl"))
    if verb.lemma in words.disputing and as_what:
        return True  # "rejected *it* as a piece of paper"
    return verb.lemma in words.gainsaying and child(verb, "xcomp") is None


def _content(pronoun: Word) -> Word | None:
    """The clause that a pronoun is the subject of, where somebody says it; the first of coordinated ones."""
    clause = pronoun.head if pronoun.relation == "nsubj" else None
    while clause is not None and clause.relation == "conj" and clause.head is not None:
        clause = clause.head
    return clause if clause is not None and clause.relation == "ccomp" else None
