"""Who the subject of a clause is where the parser takes another word for it, or none.

A verb has one subject, and a finite verb of a plain sentence has one at all; it is the nearer of two, and does what an
active verb tells.
"""

from __future__ import annotations

from dragoman.reading.clause_mending import OPENING, PARTIES
from dragoman.reading.tree import Word, ancestors, case, child, children, descendants, has_to, move

# Participles after "is" that say where somebody stands or what he is at, and the word that leads on to it.
STANCES = {"engage": "in", "oppose": "to"}


def due(subject: Word) -> None:
    """As in "The envoy is to fly to Lima": the infinitive tells what he will do, and not what he is."""
    verb = subject.head
    if verb is None or verb.pos != "VERB" or not has_to(verb) or children(verb, "nsubj")[1:]:
        return
    copula = child(verb, "cop")
    if copula is not None and copula.lemma == "be":
        subject.relate("nsubj")
        copula.relate("aux")


def second_subject(noun: Word) -> None:
    """As in the headline "Peru Presses Chile to Act": of two subjects the one behind the verb is its object."""
    verb = noun.head
    if verb is None or verb.pos != "VERB" or noun.i < verb.i or child(verb, "obj", "iobj", "cop"):
        return
    if any(other.relation == "nsubj" and other.i < verb.i for other in verb.children):
        noun.relate("obj")


def beside_subject(noun: Word, words: list[Word]) -> None:
    """As in "Under the deal, a copy of which the BBC has, Chad pays": of two subjects the first describes the deal."""
    verb = noun.head
    if verb is None or noun.i > verb.i or not any(one.dep == "acl:relcl" for one in noun.children):
        return
    others = [one for one in children(verb, "nsubj") if noun.i < one.i < verb.i]
    opening = min([noun.i, *(one.i for one in noun.children if one.text != ",")]) - 1
    beside = next((one for one in children(verb, "obl") if one.i < noun.i and opening > one.i), None)
    if others and beside is not None and words[opening].text == ",":
        move(noun, beside, "appos")


def named_behind(name: Word, words: list[Word]) -> None:
    """As in "The NATO mission KFOR sent troops": of two subjects side by side the second is the first's name."""
    noun = words[name.i - 1] if name.i else None
    beside = noun is not None and noun.relation == "nsubj" and noun.head is name.head and noun.pos == "NOUN"
    named = name.pos == "PROPN" and name.mention_type != "person"
    if noun is not None and beside and named and not child(name, "det", "amod", "compound", "nmod"):
        move(name, noun, "appos")


def active_subject(noun: Word) -> None:
    """As in "Bolt, whose whereabouts are unknown, called on them": a finite verb without an auxiliary is active.

    So is one that says "that …" ("denied by telephone *that his men had fired*"), whatever its form is taken for.
    """
    verb = noun.head
    set_upon = verb is not None and verb.lower == "set" and any(case(one) == "upon" for one in children(verb, "obl"))
    if verb is not None and set_upon and not child(verb, "aux"):
        noun.relate("nsubj")
        verb.feats = {"VerbForm": "Fin", "Tense": "Past"}  # "Mobs set upon traders"
        return
    if verb is None or verb.pos != "VERB" or not (verb.feats.get("VerbForm") == "Fin" or _says_that(verb)):
        return
    if verb.dep in ("root", "ccomp", "conj") and not child(verb, "aux", "aux:pass", "obl:agent") and noun.i < verb.i:
        noun.relate("nsubj")


def _says_that(verb: Word) -> bool:
    clause = child(verb, "ccomp")
    return clause is not None and clause.i > verb.i and any(one.lower == "that" for one in children(clause, "mark"))


def in_stance(noun: Word) -> None:
    """As in "Chad is opposed to the plan": a participle of where somebody stands tells what he does himself."""
    verb = noun.head
    mark = None if verb is None else STANCES.get(verb.lemma)
    if verb is None or mark is None or child(verb, "obl:agent"):
        return
    if any(mark in _openings(one) for one in children(verb, "obl", "advcl")):
        noun.relate("nsubj")
        for auxiliary in children(verb, "aux"):
            auxiliary.relate("aux")


def _openings(word: Word) -> list[str]:
    return [one.lower for one in children(word, "case", "mark")]


def subject_after_as(clause: Word) -> None:
    """As in "Troops left after a raid in Gao killed two": a noun between "after" and a finite verb is its subject."""
    if clause.head is None or clause.pos != "VERB" or child(clause, "nsubj", "mark", "aux"):
        return
    for noun in clause.head.children:
        marker = child(noun, "case") if noun.relation == "obl" and noun.i < clause.i else None
        if marker is None or marker.lower not in OPENING or max(word.i for word in descendants(noun)) != clause.i - 1:
            continue
        headline = marker.lower == "as" and not clause.lower.endswith("ing")  # "Troops sent as miners block roads"
        if headline or clause.feats.get("VerbForm") == "Fin":
            move(noun, clause, "nsubj")
            move(marker, clause, "mark")
            return


def busy_subject(gerund: Word) -> None:
    """As in "*Police* firing tear gas broke up the rally", "*Envoys* meeting in Lima agreed": they did so."""
    verb = gerund.head
    if verb is None or not gerund.lower.endswith("ing") or verb.i < gerund.i:
        return
    people = child(gerund, "nsubj", "compound")
    if people is None or people.i != gerund.i - 1 or people.pos not in ("NOUN", "PROPN"):
        return
    named = gerund.pos == "VERB" and (people.relation == "nsubj" or child(gerund, "obj") is not None)
    several = people.feats.get("Number") == "Plur" and people.mention_type in PARTIES and gerund.lower == "meeting"
    if not named and not several:
        return
    for one in [one for one in gerund.children if one.i < people.i]:
        move(one, people, one.dep)
    move(people, verb, gerund.dep)
    move(gerund, people, "acl")
    if several:
        gerund.pos, gerund.lemma = "VERB", "meet"
        for where in children(gerund, "nmod"):
            where.relate("obl")


def subject_in_list(verb: Word, words: list[Word]) -> None:
    """As in "After talks hosted by Oman, *Chad and Mali* signed a pact": what a verb lacks the list before it has.

    A list of three has a comma before each but the first, one of two none.
    """
    last = words[verb.i - 1] if verb.i else None
    if last is None or verb.feats.get("VerbForm") != "Fin" or child(verb, "nsubj", "nsubj:pass", "csubj", "expl"):
        return
    while last.relation in ("flat", "compound") and last.head is not None and last.head.i < last.i:
        last = last.head
    first = last.head if last.relation == "conj" and last.mention_type in PARTIES | {"place"} else None
    beside = [] if first is None else [one for one in children(first, "conj") if first.i < one.i < last.i]
    if first is None or len(beside) != 1 or first.relation in ("nsubj", "nsubj:pass", "root"):
        return
    second = beside[0]
    opening = min(one.i for one in (second, *descendants(second)) if one.text != ",")
    if words[opening - 1].text != "," or verb not in ancestors(first) or child(second, "cc"):
        return
    move(words[opening - 1], verb, "punct")
    move(second, verb, "nsubj")
    move(last, second, "conj")
