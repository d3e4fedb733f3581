"""Sources: which nominal of a cue says it, and whether anything is said at all."""

from __future__ import annotations

from dragoman.lexicon.reporting import Cue, Reporting
from dragoman.reading.clauses import doer, is_passive, surface_subject
from dragoman.reading.draft import Cast
from dragoman.reading.tree import Word, case, child, has_to

# Verbs that lend their subject to a noun of speech: "issued a warning that …".
ISSUING = frozenset(
    {"deliver", "express", "give", "have", "issue", "make", "publish", "put", "raise", "reiterate", "release", "repeat"}
    | {"send", "share", "voice"}
)
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
SPEAKING_TYPES = frozenset({"person", "organization"})
# Verbs under which nothing is said: "declined to say whether …".
WITHHOLDING = frozenset({"decline", "refuse", "fail", "avoid", "stop"})
_EXPLETIVES = frozenset({"it", "there"})
# No sources: the reader, whoever a question asks for, and nobody.
_NOBODY = frozenset({"you", "who", "whom", "what", "which", "that", "nobody", "none", "anyone", "anybody"})
_SPEAKING_KINDS = frozenset(
    {"person", "government", "organization", "armed-group", "outlet", "country", "sources", "population"}
)
_PRONOUNS = frozenset(
    {
        "he",
        "she",
        "they",
        "we",
        "i",
        "who",
        "it",
        "both",
        "one",
        "some",
        "many",
        "several",
        "others",
        "another",
        "everyone",
    }
)
_HOLDER_MARKS = frozenset({"by", "from", "among"})
_AUTHOR_MARKS = frozenset({"by", "from", "of", "among"})


class Speakers:
    """Finds the sources of cues in one report."""

    def __init__(self, cast: Cast, lexicon: Reporting) -> None:
        self.cast = cast
        self.lexicon = lexicon

    def speaker(self, word: Word, cue: Cue) -> Word | None:
        """The source of a verb: its logical subject; None if it has none, or the subject cannot be a source."""
        if is_passive(word):
            agent = doer(word)
            return agent if agent is not None and self.speaks(agent) else None
        subject = surface_subject(word)
        if subject is None or subject.lower in _NOBODY:
            return None
        if subject.lower in _EXPLETIVES and child(word, "expl") is not None:
            return None
        return subject if not cue.speaker or self.speaks(subject) else None

    def speaks(self, word: Word) -> bool:
        """Whether a nominal can be a source: people, organizations, governments, outlets, statements, documents."""
        mention = self.cast.mention_at(word.i)
        if mention is not None and (mention.kind in _SPEAKING_KINDS or mention.metonym):
            return True
        if word.mention_type in SPEAKING_TYPES or word.pos == "PROPN" or word.lower in _PRONOUNS:
            return True
        lexicon = self.lexicon
        if word.lower in lexicon.statements or word.lower in lexicon.documents or word.lower in lexicon.anonymous:
            return True
        # "Two of the officials": the nominal below speaks.
        inner = child(word, "nmod") if word.pos in ("NUM", "DET", "PRON", "ADJ") else None
        return inner is not None and (inner.mention_type in SPEAKING_TYPES or inner.lower in lexicon.anonymous)

    def is_silent(self, word: Word, cue: Cue) -> bool:
        """Whether a cue is denied or withheld, so that nobody says the content."""
        if word.relation == "xcomp" and word.head is not None and word.head.lemma in WITHHOLDING:
            return True
        if cue.stance == "denial" or cue.kind in ("thought", "attitude"):
            return False
        return any(one.lower in NEGATIONS and one.relation in ("advmod", "cc", "det") for one in word.children)

    def owner(self, noun: Word) -> Word | None:
        """Whose a noun of speech is: its possessor, its author after "by" or "from", or who makes it."""
        for one in noun.children:
            if one.dep == "nmod:poss":
                return one
            if one.relation == "nmod" and case(one) in _AUTHOR_MARKS and self.speaks(one):
                return one
        for one in noun.children:
            if one.relation in ("compound", "amod") and self.cast.actor_at(one.i) is not None:
                return one
        return giver(noun)

    def holder(self, noun: Word) -> Word | None:
        """Whose attitude a noun tells: its possessor, "by X", an actor before it, or who voices it."""
        for one in noun.children:
            if one.dep == "nmod:poss" or (one.relation == "nmod" and case(one) in _HOLDER_MARKS):
                return one if self.speaks(one) else None
        for one in noun.children:
            if one.relation in ("compound", "amod") and self.cast.actor_at(one.i) is not None:
                return one
        return giver(noun)


def giver(noun: Word) -> Word | None:
    """Who makes, issues or repeats a noun of speech that is the object of such a verb."""
    governor = noun.head
    if governor is not None and noun.relation == "obj" and governor.lemma in ISSUING:
        return doer(governor)
    return None


def is_intended(word: Word) -> bool:
    """Whether a cue is a bare infinitive: what is to be said, not what is said ("efforts to reaffirm …")."""
    return has_to(word)
