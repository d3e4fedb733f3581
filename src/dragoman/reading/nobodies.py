"""Mentions that stand for nobody where they stand: "it" of a text, the offices of a body, arms that are fought with."""

from __future__ import annotations

from dragoman.lexicon.organizations import load_organizations
from dragoman.reading.clauses import is_each_other
from dragoman.reading.recipient_words import RecipientWords
from dragoman.reading.speech_mending import ANSWERING, ASSERTIONS
from dragoman.reading.tree import Word, child, children

# A pronoun that sends an act back to its doer names no second party.
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "themself", "myself", "yourself", "ourselves"})
# Arms that may stand for those who serve them ("Chadian artillery"), and what then says whose they are.
ARMS = frozenset({"artillery", "drone", "gunboat", "helicopter", "howitzer", "launcher", "tank", "warplane", "warship"})
# Where a body has its seat.
PREMISES = frozenset({"building", "buildings", "headquarters", "office", "offices", "premises"})
OWNED = ("amod", "det", "nmod", "nmod:poss")


def names_nobody(word: Word, words: RecipientWords) -> bool:
    """True for a word that heads a mention and yet names no party to what its clause tells.

    Args:
        word: the head of the mention.
        words: the lists of verbs whose object is a thing.
    """
    if word.lower in REFLEXIVE or (word.lower == "other" and is_each_other(word)):
        return True
    verb = word.head if word.relation == "obj" else None
    if word.lower == "it" and verb is not None and verb.lemma in words.of_things:
        return True  # "signed the deal and scrapped it"
    if word.lower in ("it", "this", "that") and verb is not None and _is_judged_thing(verb, words):
        return True  # "called it a swindle"
    if word.lemma in ASSERTIONS and any(one.lemma in ANSWERING for one in children(word, "acl")):
        return True  # "a figure the army disputes"
    if word.relation == "nsubj":
        return False
    if word.lower in PREMISES and child(word, "nmod", "nmod:poss", "compound"):
        return True  # "set fire to the offices of the Lake Party": theirs, and nobody themselves
    return word.lemma in ARMS and not _is_owned(word)  # "fought with artillery": what they fought with, not whom


def _is_owned(arms: Word) -> bool:
    """True for arms that words say whose they are: "*Azeri* artillery", but not "*rocket* launchers"."""
    return child(arms, *OWNED) is not None or any(one.pos == "PROPN" for one in children(arms, "compound"))


def _is_judged_thing(verb: Word, words: RecipientWords) -> bool:
    """True for a verb that calls its object something nobody is: "called it *a swindle*", but not "… *a gang*"."""
    if verb.lemma not in words.naming_so:
        return False
    called, groups = children(verb, "xcomp", "obl"), load_organizations()
    return bool(called) and all(one.lemma not in groups.bodies and one.lemma not in groups.people for one in called)
