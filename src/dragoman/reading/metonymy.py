"""Whether a city or country is meant as a place or stands for its government."""

from __future__ import annotations

from dragoman.lexicon.metonyms import Metonyms
from dragoman.reading.tree import Word, case, child

_PARTNER = frozenset({"with", "between", "against", "by", "among", "versus", "for", "toward", "towards"})
_TO = frozenset({"to", "from", "for"})


def acts(word: Word, metonyms: Metonyms) -> bool:
    """Whether a place word stands where an agent stands: "Cairo warned", "criticism of Cairo", "a message to Cairo".

    Args:
        word: topmost word of the place's name.
        metonyms: word sets that decide.
    """
    word = _first_conjunct(word)
    governor = word.head
    if governor is None:
        return False
    relation = word.relation
    if word.dep == "nsubj":
        return _active_subject(governor, metonyms)
    if word.dep == "nmod:poss":
        return (
            governor.lemma not in metonyms.place_nouns
            and governor.lemma not in metonyms.nation_nouns
            and governor.mention_type not in ("place", "object", "person", "organization")
        )
    if relation in ("obj", "iobj"):
        return governor.pos == "VERB" and not _is_one_of(governor, metonyms.place_verbs)
    if word.dep == "nsubj:pass":
        return governor.lemma not in metonyms.place_verbs and governor.lemma not in metonyms.stative_verbs
    if relation in ("obl", "nmod"):
        return _oblique(word, governor, metonyms)
    return False


def hosts(word: Word, metonyms: Metonyms) -> bool:
    """Whether a place only hosts those told of, who need not be at home there: "talks in Oslo", "arrived in Chad".

    Args:
        word: topmost word of the place's name.
        metonyms: word sets that decide.
    """
    governor = _first_conjunct(word).head
    if governor is None or word.dep == "nmod:poss":
        return False
    if _is_one_of(governor, metonyms.visiting_verbs):
        return word.relation in ("obj", "obl", "conj")
    if word.relation not in ("obl", "nmod", "conj") or case(_first_conjunct(word)) not in metonyms.locative:
        return False
    meant = child(governor, "obj") if governor.pos == "VERB" else None
    return any(one is not None and _is_one_of(one, metonyms.meeting_words) for one in (governor, meant))


def _first_conjunct(word: Word) -> Word:
    """The first of a coordination; its place in the sentence is that of all."""
    while (
        word.relation == "conj"
        and word.head is not None
        and (word.head.pos in ("PROPN", "NOUN") or word.head.relation == "conj")
    ):
        word = word.head
    return word


def _active_subject(governor: Word, metonyms: Metonyms) -> bool:
    if child(governor, "cop") is not None:
        # "Cairo is ready", "Cairo remains keen to avoid" speak of a will, "Cairo is a city" does not
        return governor.pos == "ADJ" or (governor.pos == "VERB")
    if governor.lemma in metonyms.stative_verbs:
        complement = child(governor, "xcomp", "ccomp", "advcl") or governor.head
        passive = (
            metonyms.stative_verbs | metonyms.place_verbs
        )  # "Libya remains divided" tells of no will, "keen to avoid" does
        return complement is not None and complement.pos in ("ADJ", "VERB") and complement.lemma not in passive
    return governor.pos in ("VERB", "AUX", "NOUN", "ADJ")


def _oblique(word: Word, governor: Word, metonyms: Metonyms) -> bool:
    preposition = case(word)
    if preposition == "on" and any(
        one is not None and one.lemma in metonyms.imposed for one in (governor, child(governor, "obj"))
    ):
        return True
    if not preposition or preposition in metonyms.locative:
        return False
    if word.dep == "obl:agent":
        return True
    moving = _is_one_of(governor, metonyms.motion_verbs) or governor.lemma in metonyms.motion_nouns
    if preposition in _TO:
        thing = child(governor, "obj") if governor.pos == "VERB" else None
        if thing is not None and thing.mention_type in ("object", "person"):
            return False  # "send helicopters to Mali"
        if word.relation == "nmod" and governor.mention_type in ("person", "organization", "object", "place"):
            return False  # "rebels from Mali", "agencies for Uganda"
        return not moving and governor.lemma not in metonyms.place_nouns
    if preposition == "of":
        tied = governor.lemma in metonyms.place_nouns or governor.lemma in metonyms.nation_nouns
        return governor.mention_type in ("event", "abstract") and not tied and not moving
    return preposition in _PARTNER and not moving and governor.lemma not in metonyms.place_nouns


def speaks(word: Word, metonyms: Metonyms) -> bool:
    """Whether a noun is the subject of a verb of speech, or what is said goes "according to" it."""
    if case(word) in ("according to", "per"):
        return True
    word = _first_conjunct(word)
    governor = word.head
    if governor is None:
        return False
    if word.relation == "nsubj":
        return _is_one_of(governor, metonyms.speech_verbs)
    if word.dep == "obl:agent" or case(word) == "by":
        return _is_one_of(governor, metonyms.speech_verbs)
    return False


def _is_one_of(verb: Word, lemmas: frozenset[str]) -> bool:
    """Whether a verb is in a list, by its lemma or, should that have failed, by its regular form."""
    lower = verb.lower
    return verb.lemma in lemmas or (
        lower.endswith(("ed", "es", "s")) and (lower[:-2] in lemmas or lower[:-1] in lemmas)
    )
