"""Frames of reporting verbs: for each frame of ``reporting.toml``, the dependents that hold the content."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.lexicon.reporting import Cue, Frame
from dragoman.reading.clauses import doer, is_passive, undergoer
from dragoman.reading.contents import Contents
from dragoman.reading.found import Found
from dragoman.reading.reach import Reach, subtract, unite
from dragoman.reading.speakers import WITHHOLDING, Speakers
from dragoman.reading.tree import Word, case, child, children, has_to

_RELATING = frozenset({"to", "on", "with", "for"})
_TOPICAL = frozenset({"for", "over", "at", "about", "with", "of"})
# Prepositions of what goes on around the saying; the parser may hang such phrases on the noun that is said.
_AROUND = frozenset({"during", "amid", "amidst", "after", "before", "following", "alongside"})
_AT = frozenset({"at", "in", "on"})
_OCCASIONS = frozenset(
    {"briefing", "call", "ceremony", "conference", "conversation", "interview", "meeting", "speech", "summit", "talk"}
    | {"talks", "visit"}
)
_LARGEST_NOUN = 200  # words under a noun that are looked through for such phrases
_ADDRESSED = frozenset({"on", "upon", "to"})
_NO_CONTENT = frozenset({"person", "place", "object", "time"})


class Frames:
    """Reads one verb in one frame."""

    def __init__(self, speakers: Speakers, contents: Contents, reach: Reach) -> None:
        self.speakers = speakers
        self.contents = contents
        self.reach = reach
        self._readers: dict[Frame, Callable[[Word, Cue], Found | None]] = {
            "clause": self._clause,
            "infinitive": self._infinitive,
            "object": self._object,
            "inner": self._inner,
            "as": self._as,
            "named": self._named,
            "rest": self._rest,
            "topic": self._topic,
            "passive": self._passive,
            "directed": self._directed,
            "undergone": self._undergone,
        }

    def read(self, frame: Frame, word: Word, cue: Cue) -> Found | None:
        """The attribution of a verb in a frame, None if the verb does not stand in it or nothing is said."""
        if frame not in self._readers or self.speakers.is_silent(word, cue):
            return None
        if is_passive(word) and frame not in ("clause", "passive", "undergone"):
            return None
        return self._readers[frame](word, cue)

    def _by_speaker(self, word: Word, cue: Cue, parts: list[Word]) -> Found | None:
        """The attribution of some dependents to the verb's speaker, None if it has none."""
        source = self.speakers.speaker(word, cue)
        if source is None:
            return None
        return Found(cue, word, source, unite(span for part in parts for span in self.reach.spans(part)))

    def read_quotation(self, word: Word, cue: Cue) -> Found | None:
        """The attribution of a quotation that a verb of saying stands beside, None if there is none."""
        if cue.kind not in ("speech", "writing") or word.relation == "acl" or self.speakers.is_silent(word, cue):
            return None
        quotation = self.contents.quotation(word)
        if quotation is None:
            return None
        source = self.speakers.speaker(word, cue)
        # A participle may stand beside a quotation without a subject: "Adding: “…”".
        if source is None and (is_passive(word) or not word.lower.endswith(("ing", "ed"))):
            return None
        return Found(cue, word, source, [quotation])

    def _clause(self, word: Word, cue: Cue) -> Found | None:
        content = self.contents.clausal(word, cue)
        source = self.speakers.speaker(word, cue) if content else None
        if source is None:
            return None
        return Found(cue, word, source, unite([*content, *self.contents.shared_clauses(word, source)]))

    def _infinitive(self, word: Word, cue: Cue) -> Found | None:
        complement = child(word, "xcomp")
        if complement is None or complement.i < word.i or child(word, "obj") is not None:
            return None
        if word.lemma in WITHHOLDING and complement.lower in self.contents.lexicon.verbs:
            return None  # "declined to say"
        verbal = (
            complement.feats.get("VerbForm") in ("Inf", "Ger", "Part") or child(complement, "mark", "cop") is not None
        )
        return self._by_speaker(word, cue, [complement]) if verbal else None

    def _object(self, word: Word, cue: Cue) -> Found | None:
        target = child(word, "obj")
        if target is None or target.pos not in ("NOUN", "PROPN", "VERB"):
            return None
        if target.mention_type in _NO_CONTENT and cue.kind != "attitude":
            return None
        if target.lower in self.contents.lexicon.statements and not target.children:
            return None
        return self._without_circumstances(self._by_speaker(word, cue, [target]), target)

    def _inner(self, word: Word, cue: Cue) -> Found | None:
        target = child(word, "obj")
        if target is None or target.pos != "NOUN":
            return None
        below = [
            one for one in children(target, "nmod", "acl", "ccomp") if one.i > target.i and not _is_circumstance(one)
        ]
        # The parser may hang what belongs to the noun on the verb.
        below += [one for one in children(word, "obl") if one.i > target.i and case(one) in _TOPICAL]
        return self._without_circumstances(self._by_speaker(word, cue, below), target) if below else None

    def _without_circumstances(self, found: Found | None, target: Word) -> Found | None:
        """An attribution without the phrases in its content that tell when and where it was said."""
        if found is None:
            return None
        stack = list(target.children)
        for _ in range(_LARGEST_NOUN):
            if not stack:
                break
            one = stack.pop()
            if one.i > target.i and _is_circumstance(one):
                found.content = subtract(found.content, (self.reach.first[one.i], self.reach.last[one.i]))
            elif one.relation in ("nmod", "conj", "appos"):
                stack += one.children
        return found if found.content else None

    def _as(self, word: Word, cue: Cue) -> Found | None:
        target = child(word, "obj")
        predicate = None if target is None else _predicate(word, target)
        if target is None or predicate is None:
            return None
        return self._by_speaker(word, cue, [target, predicate])

    def _named(self, word: Word, cue: Cue) -> Found | None:
        found = self._as(word, cue)
        target = child(word, "obj")
        if found is not None or target is None:
            return found
        # A quoted expression is the name, wherever the parser hung it.
        expression = self.contents.expression_after(word, target)
        found = self._by_speaker(word, cue, [target]) if expression is not None else None
        if found is not None and expression is not None:
            found.content = unite([*found.content, expression])
        return found

    def _rest(self, word: Word, cue: Cue) -> Found | None:
        target = child(word, "obj")
        if target is None:
            return None
        after = [one for one in children(word, "obj", "obl", "xcomp", "advcl") if one.i > word.i]
        related = [*children(target, "nmod"), *(one for one in after if one.relation in ("obl", "advcl"))]
        return self._by_speaker(word, cue, after) if any(case(one) in _RELATING for one in related) else None

    def _topic(self, word: Word, cue: Cue) -> Found | None:
        for one in children(word, "obl", "advcl"):
            if one.i > word.i and any(mark.lower in cue.prepositions for mark in children(one, "case", "mark")):
                # "called for the rebels to leave": the parser may hang what they are to do on the verb.
                deeds = [other for other in children(word, "xcomp", "advcl") if other.i > one.i and has_to(other)]
                return self._by_speaker(word, cue, [one, *(deeds if case(one) == "for" else ())])
        return None

    def _directed(self, word: Word, cue: Cue) -> Found | None:
        """Who is to do something and what: "urged [the rebels] [to leave]", "called on [them] [to leave]"."""
        target = child(word, "obj", "iobj")
        if target is None:
            target = next((one for one in children(word, "obl") if case(one) in _ADDRESSED), None)
        if target is None or target.i < word.i:
            return None
        deed = next((one for one in children(word, "xcomp", "advcl", "ccomp") if has_to(one)), None)
        if deed is None:
            below = any(one.relation in ("acl", "xcomp", "advcl") and has_to(one) for one in target.children)
            return self._by_speaker(word, cue, [target]) if below else None
        return self._by_speaker(word, cue, [target, deed]) if deed.i > target.i else None

    def _undergone(self, word: Word, cue: Cue) -> Found | None:
        """What somebody takes a stand on, in the passive: "[the plan] was rejected by X", "[a law] opposed by X"."""
        agent = doer(word) if is_passive(word) else None
        target = undergoer(word) if agent is not None else None
        if agent is None or target is None or not self.speakers.speaks(agent):
            return None
        return Found(cue, word, agent, self.reach.spans(target, without=[word] if word.head is target else []))

    def _passive(self, word: Word, cue: Cue) -> Found | None:
        """Evidential passives, "it is believed that …", "X is said to have left": said by the agent or nobody named."""
        if not is_passive(word):
            return None
        agent = doer(word)
        agent = agent if agent is not None and self.speakers.speaks(agent) else None
        clause = child(word, "ccomp", "csubj")
        subject = child(word, "nsubj", "expl")
        if clause is not None and (subject is None or subject.lower == "it"):
            return Found(cue, word, agent, self.reach.spans(clause))
        complement = child(word, "xcomp")
        if complement is None and cue.kind == "attitude":
            complement = next((one for one in children(word, "obl", "advcl") if _has_as(one)), None)
        if complement is None or complement.i < word.i:
            return None
        spans = self.reach.spans(complement)
        if subject is not None and subject.lower not in ("who", "which", "that"):
            spans += self.reach.spans(subject)
        return Found(cue, word, agent, unite(spans))


def _is_circumstance(phrase: Word) -> bool:
    """Whether a nominal tells on what occasion something is said: "during talks", "at a meeting"."""
    if phrase.relation not in ("nmod", "obl"):
        return False
    marked = case(phrase)
    return marked in _AROUND or (marked in _AT and phrase.lemma in _OCCASIONS)


def _predicate(word: Word, target: Word) -> Word | None:
    """What an object is said to be: a phrase with "as" under the verb or the object, or a bare second predicate."""
    for one in word.children:
        if one.i <= target.i:
            continue
        if one.relation in ("obl", "advcl", "xcomp", "advmod") and _has_as(one):
            return one
        if one.relation == "xcomp" and not children(one, "mark"):
            return one
    below = (one for one in children(target, "nmod", "acl") if one.i > target.i and _has_as(one))
    return next(below, None)


def _has_as(phrase: Word) -> bool:
    """Whether "as" marks a phrase."""
    return any(mark.lower == "as" for mark in children(phrase, "case", "mark", "advmod"))
