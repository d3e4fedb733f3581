"""How events stand under one another: content of a request, threat or promise; ended, suspended or reversed.

Tables in ``lexicon/composition.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.lexicon.bundle import Lexicon
from dragoman.lexicon.composition import Composition
from dragoman.lexicon.factuality import FactualityWords
from dragoman.reading.candidates import ANSWERING, Candidate
from dragoman.reading.clause_signs import PROMISED, is_dated_participle, opens_condition
from dragoman.reading.clauses import LICENCES, is_about_to
from dragoman.reading.supports import ENDING
from dragoman.reading.tree import Word, ancestors, case, child, children, has_to, opens_with_to
from dragoman.reading.wanted import turned_down_mode, wanted_mode

# Prepositions of arguments; what another preposition opens is a circumstance and no content.
ARGUMENTS = frozenset({"for", "to", "of", "with", "against", "on", "from", "in", "into", "about"})
# Readiness for these is no agreement.
CONFLICT_WORDS = frozenset({"THREATEN", "ACCUSE", "REJECT", "REQUEST", ""})
# Prepositions before the gerund that tells the content ("warned Chad against attacking Sudan", "committed to opening").
GERUND_MARKS = frozenset({"against", "to", "with"})
CLAUSAL = frozenset({"advcl", "ccomp", "xcomp"})
MAX_CLIMB = 12
# Modes that a threat has in common with the deed, or with the threat that it holds.
SAME_MODES = frozenset({"arrest", "expel", "violence"})
# Words that promise whatever their clause tells ("committed to opening its markets").
PLEDGED = frozenset({"commit", "committed", "recommit", "undertake"})
# Verbs of a promise that is meant for others to hear.
VOWING = frozenset({"swear", "vow"})
# Verbs of giving in or of a common will: what is agreed to is no threat, whatever it does to others.
AGREEING = frozenset({"accept", "agree", "assent", "commit", "consent", "offer", "undertake", "volunteer"})
SEVERE = frozenset({"COERCE", "SANCTION"})
# Verbs of promising, under which "not" and verbs of forbearing turn what is promised round.
FORSWEARING = PROMISED | {"agree", "commit", "undertake"}
FORBEARING = frozenset({"abstain", "avoid", "desist", "forgo", "refrain"})
# Nouns that stand between an ending and what is ended ("an end to any form of support").
TRANSPARENT = frozenset({"form", "kind", "type", "sort", "level", "flow", "supply", "series", "wave", "all", "act"})


def holder_of(candidate: Candidate, by_word: dict[int, Candidate], lexicon: Lexicon) -> Candidate | None:
    """The request, threat, refusal or promise whose content the candidate is, if any.

    A relative clause ("the journalists who were arrested") and a cause ("over his support for") are told as facts and
    are no content.
    """
    current = candidate.word
    for _ in range(MAX_CLIMB):
        governor = current.head
        if governor is None or current.dep == "acl:relcl" or current.relation in ("parataxis", "appos"):
            return None
        if current.relation == "advcl" and any(mark.lower == "as" for mark in children(current, "mark")):
            return None  # "declined to leave, *as the rebels had asked*"
        if is_dated_participle(current):
            return None  # "demanded freedom for the dockers *arrested* on Sunday"
        outer = by_word.get(governor.i)
        if current.relation == "nsubj":
            stands = outer is not None and "speaker" in outer.trigger.predicate.actor
            return outer if stands else _warning(governor, by_word)  # "a ban was out of the question"
        if outer is not None and outer is not candidate:
            relations = lexicon.composition.content.get(outer.trigger.predicate.type)
            if outer.word.lemma in ANSWERING and current.relation in CLAUSAL:
                return None
            if relations is not None and _hangs(current, relations, lexicon.factuality):
                if outer.trigger.predicate.type == "SUPPORT" and candidate.actors and not _shared(candidate, outer):
                    return None
                return outer
        if _licensed(current, governor) and (giver := by_word.get(governor.head.i if governor.head else -1)):
            return giver
        if current.relation == "advcl" and governor.i not in by_word and not opens_with_to(current):
            return None
        if current.relation == "conj" and child(current, "nsubj", "nsubj:pass") and not _is_bare(current):
            return None
        if current.relation == "acl" and governor.lemma in lexicon.factuality.claims:
            return None  # "rejected accusations that it arms the rebels": not they are turned down
        if current.relation == "obl" and case(current) not in ARGUMENTS:
            return None
        current = governor
    return None


def _is_bare(clause: Word) -> bool:
    """True for a participle that has a subject and no auxiliary: "want the ban lifted and two men *released*"."""
    return clause.feats.get("VerbForm") == "Part" and child(clause, "aux", "cop") is None


def _hangs(word: Word, relations: frozenset[str], words: FactualityWords) -> bool:
    """True if the word's relation to its governor, or its preposition, is one that holds content."""
    if word.relation in ("obl", "nmod"):
        return case(word).split(" ")[-1] in relations
    if word.relation == "advcl":
        mark = child(word, "mark")
        return (
            ("advcl" in relations and _is_infinitive(word))
            or ("condition" in relations and opens_condition(word, words))
            or (mark is not None and mark.lower in relations & GERUND_MARKS)
        )
    return word.relation in relations or (word.relation == "acl" and opens_with_to(word))


def _is_infinitive(clause: Word) -> bool:
    """True for "to leave" and "for Chad to leave", not for "in order to leave"."""
    mark = child(clause, "mark")
    return mark is not None and mark.lower in ("to", "for") and has_to(clause)


def _warning(clause: Word, by_word: dict[int, Candidate]) -> Candidate | None:
    """The threat that tells what a deed would bring: "warned that *an attack* would draw a harsh reply"."""
    threat = by_word.get(clause.head.i) if clause.head is not None and clause.relation == "ccomp" else None
    unreal = any(auxiliary.lower in ("would", "will", "could") for auxiliary in children(clause, "aux"))
    return threat if threat is not None and threat.trigger.predicate.type == "THREATEN" and unreal else None


def _licensed(clause: Word, noun: Word) -> bool:
    """True for what somebody is given leave to do: "granted the police permission *to search* the office"."""
    return noun.lemma in LICENCES and noun.relation in ("obj", "nsubj") and opens_with_to(clause)


def _shared(candidate: Candidate, outer: Candidate) -> bool:
    """True if two candidates have an actor in common."""
    return bool({f.actor for f in candidate.actors} & {f.actor for f in outer.actors})


def code(
    candidate: Candidate, contents: Sequence[Candidate], composition: Composition
) -> tuple[str, tuple[str, ...], str] | None:
    """Type, modes and rule: the entry's own, reversed under "ended …", with the mode its content gives."""
    predicate = candidate.trigger.predicate
    if predicate.type in ("AGREE", "THREATEN"):  # "vowed to challenge her expulsion" promises no expulsion
        contents = [content for content in contents if not _suffers(candidate, content)]
    held = [_told_by(content, composition) for content in contents]
    if "content" in predicate.needs and not _has_content(candidate, held):
        return None
    warned = predicate.type == "THREATEN" and candidate.enough and not candidate.trigger.nominal
    if warned and "recipient" in predicate.needs and not held:
        return None  # "warned that the harvest would be poor"
    if is_ended(candidate):
        if (
            predicate.type == "ASSAULT"
            and candidate.reciprocal
            and candidate.support is not None
            and candidate.outsider
        ):
            return None
        target, mode = _reversed(candidate, composition)
        if not target:
            return None
        return target, (mode,) if mode else (), f"{predicate.id} ended"
    if predicate.type == "CONCEDE" and _regrets_others(candidate.word):
        return "ACCUSE", ("disapprove",), f"{predicate.id} by others"
    event_type, modes = predicate.type, predicate.modes
    if held and _forbears(candidate):
        # "promised not to test missiles" gives in, where "will not send troops" denies help
        refused = None if held[0] == "MOBILIZE" else composition.refusal.get(held[0])
        target = "CONCEDE" if refused is None else "REJECT"  # "promised not to attack", "vowed never to negotiate"
        return target, _one(refused or None), f"{predicate.id} not"
    if event_type == "AGREE" and held and not _is_answered(candidate, contents):
        outermost = [_told_by(content, composition) for content in contents if not _is_within(content, contents)]
        promised = [composition.promise.get(one, event_type) for one in outermost]
        if candidate.word.lemma in AGREEING:  # "agreed to impose sanctions", "undertook to suspend the sale"
            promised = ["AGREE" if one in SEVERE else told for one, told in zip(outermost, promised, strict=True)]
        if candidate.word.lemma in VOWING and "MOBILIZE" in held:
            promised = ["THREATEN"]  # "vowed that troops would stay on alert", but "offered to send troops"
        if candidate.reciprocal:  # "Chad and Mali agreed to investigate": neither threatens or blames the other
            promised = ["AGREE" if one in ("THREATEN", "") else one for one in promised]
        event_type = next(filter(None, promised), "")
        if not event_type and any(content.plausible for content in contents):
            return None  # it is told by itself
        event_type = event_type or predicate.type
    if (
        not modes
        and event_type in ("REQUEST", "REJECT")
        and held
        and not _is_deal(contents[0])
        and not (event_type == "REJECT" and _among_others(contents[0], candidate))
    ):
        modes = _one(_asked_mode(held[0], contents[0].trigger.predicate.modes, composition))
    if event_type == "REQUEST" and not predicate.modes:
        modes = _one(wanted_mode(candidate.word)) or modes
    if event_type == "REJECT" and not predicate.modes and not candidate.trigger.nominal:
        modes = _one(turned_down_mode(candidate.word)) or modes
    if not modes and event_type == "CONSULT" and _after_motion(candidate.word, composition):
        modes = ("visit",)
    if not modes and event_type == "THREATEN" and not _warned_off(candidate.word):
        # "warned him to stop arming them" threatens nothing in particular: he is to do that
        own = bool(held) and (_shared(contents[0], candidate) or not contents[0].actors)
        told = threat_mode(held[0], contents[0].trigger.predicate.modes, composition) if own else None
        if own and contents[0].trigger.predicate.type == "CONSULT" and is_ended(contents[0]):
            told = "relations"  # "threatened to break off the talks"
        certain = told in SAME_MODES or (bool(held) and held[0] == "PROTEST")  # "threatened a general *strike*"
        spoken = _threatened(candidate.word, composition) or composition.threat_words.get(candidate.word.lemma)
        modes = _one(told if certain and told else spoken or told)
    return event_type, modes, predicate.id


def _is_within(content: Candidate, contents: Sequence[Candidate]) -> bool:
    """True for what is only told of another content: "promised to investigate the *killings*"."""
    others = {one.word.i for one in contents if one is not content}
    return any(above.i in others for above in ancestors(content.word))


def _forbears(candidate: Candidate) -> bool:
    """True for a promise not to do something: "vowed *never to* negotiate", "agreed to *refrain* from attacks"."""
    verb = candidate.word
    if verb.pos != "VERB" or verb.lemma not in FORSWEARING:
        return False
    for clause in children(verb, "xcomp", "advcl"):
        if child(clause, "compound:prt") is not None:
            continue  # "promised not to let them down"
        if has_to(clause) and (
            clause.lemma in FORBEARING or any(one.lower in ("never", "not") for one in children(clause, "advmod"))
        ):
            return True
    return False


def _suffers(candidate: Candidate, content: Candidate) -> bool:
    """True for what is done to who speaks, and not by him."""
    own = {filler.actor for filler in candidate.actors}
    nominal = content.trigger.nominal and content.word.relation == "obj" and not content.actors
    return nominal and bool(own & {filler.actor for filler in content.recipients})


def _regrets_others(verb: Word) -> bool:
    """True for regret over what another did, which owns up to nothing: "regretted *Chad's decision* to leave"."""
    if verb.lemma == "regret":
        things = children(verb, "obj")
    elif (feeling := child(verb, "obj")) is not None and feeling.lemma == "regret":
        phrases = [*children(feeling, "nmod"), *children(verb, "obl")]
        things = [phrase for phrase in phrases if case(phrase) in ("about", "at", "over")]
    else:
        return False
    owners = (child(thing, "nmod:poss") for thing in things if thing.mention_type in ("abstract", "event"))
    return any(owner is not None and owner.pos != "PRON" for owner in owners)


def threat_mode(told: str, modes: Sequence[str], composition: Composition) -> str | None:
    """The mode of a threat to do something of a type and its modes: "vowed to *expel* the envoy"."""
    special = composition.threatened_for if told == "SANCTION" else {}
    found = (mode if mode in SAME_MODES else special.get(mode) for mode in modes)
    return next(filter(None, found), composition.threat_mode.get(told))


def _asked_mode(told: str, modes: Sequence[str], composition: Composition) -> str | None:
    """The mode of a request for, or refusal of, an act of a type and its modes."""
    special = (composition.request_for[mode] for mode in modes if mode in composition.request_for)
    return next(special, composition.request_mode.get(told))


def _is_answered(candidate: Candidate, contents: Sequence[Candidate]) -> bool:
    """True where what is agreed to is what others asked for: "accepted a *proposal* by Norway to withdraw"."""
    return any(
        one.trigger.predicate.type == "REQUEST"
        and one.trigger.nominal
        and bool(one.actors)
        and one.word.relation == "obj"
        and one.word.head is candidate.word
        for one in contents
    )


def stands_by_itself(candidate: Candidate, holder: Candidate, composition: Composition) -> bool:
    """True for what is promised or agreed to and is told all the same: "promised to investigate the raid".

    Also for what others have asked for, though it is refused: "turned down *a request* by Chad".
    """
    if holder.trigger.predicate.type == "REJECT" and candidate.trigger.predicate.type == "REQUEST":
        return candidate.trigger.nominal and candidate.plausible and not _shared(candidate, holder)
    told = composition.promise.get(_told_by(candidate, composition))
    return holder.trigger.predicate.type == "AGREE" and candidate.plausible and told == ""


def _told_by(content: Candidate, composition: Composition) -> str:
    """The type of what stands under a request, threat or promise."""
    told = content.trigger.predicate.type
    return composition.reversal.get(told, (told, ""))[0] if is_ended(content) else told


def _has_content(candidate: Candidate, held: Sequence[str]) -> bool:
    """True if an entry that asks for an event in its complement has one.

    A threat may name whom it is made to instead, or say what will be met with force, and readiness whom something is to
    be done for ("ready to lend Chad money").
    """
    if candidate.trigger.predicate.type == "THREATEN" and (candidate.recipients or "THREATEN" in held):
        return True
    pledged = candidate.word.lemma in PLEDGED and bool(children(candidate.word, "xcomp", "advcl", "acl"))
    return bool(set(held) - CONFLICT_WORDS) or (not held and (candidate.obliging or pledged))


def _is_deal(content: Candidate) -> bool:
    """True for what two sides agree on: to fail at it is to refuse neither help nor a meeting."""
    return content.trigger.predicate.reciprocal and content.trigger.predicate.type in ("AGREE", "SUPPORT")


def _among_others(content: Candidate, rejected: Candidate) -> bool:
    """True for dealings of others that somebody is against: "opposed a Chilean arms sale to Peru" refuses no help."""
    sides = [{filler.actor for filler in side} for side in (content.actors, content.recipients)]
    return all(sides) and not {filler.actor for filler in rejected.actors} & (sides[0] | sides[1])


def _warned_off(word: Word) -> bool:
    """True where the content is what somebody is warned against doing, and not what he is threatened with."""
    marks = (child(clause, "mark") for clause in children(word, "advcl"))
    return any(mark is not None and mark.lower == "against" for mark in marks)


def _reversed(candidate: Candidate, composition: Composition) -> tuple[str, str]:
    """Type and mode of what is told by the end of an act; ("", "") for nothing.

    Talks that are broken off are a relation reduced, a meeting called off is refused, and one that ends was held.
    """
    predicate, support = candidate.trigger.predicate, candidate.support
    ending = support.verb if support is not None else candidate.word.head
    if predicate.type == "CONSULT" and ending is not None:
        if ending.lemma in composition.cancelling:
            return "REJECT", "meet"
        short = any(word.lower == "short" for word in ending.children)  # "cut short a visit"
        if short or ending.lemma in composition.concluding:
            return predicate.type, next(iter(predicate.modes), "")
    return composition.reversal.get(predicate.type, ("", ""))


def _after_motion(word: Word, composition: Composition) -> bool:
    """True for what somebody went to do: "flew in to negotiate with", "left for talks with"."""
    governor = word.head
    if governor is None or governor.lemma not in composition.motion or governor.pos != "VERB" or is_about_to(governor):
        return False
    return opens_with_to(word) if word.pos == "VERB" else word.dep == "obl" and case(word) in ("for", "to", "into")


def _one(mode: str | None) -> tuple[str, ...]:
    return () if mode is None else (mode,)


def _threatened(word: Word, composition: Composition) -> str | None:
    """The mode of a threat from the first word of its content that has one."""
    for dependent in word.children:
        if dependent.i > word.i and dependent.relation in ("obl", "nmod", "ccomp", "xcomp", "obj"):
            for below in sorted(_threats(dependent), key=lambda inner: inner.i):
                if below.name < 0 and below.lemma in composition.threat_words:
                    return composition.threat_words[below.lemma]
    return None


def _threats(content: Word) -> Iterator[Word]:
    """Words of what is threatened, without the condition on it ("unless they lifted the *blockade*") and attributes."""
    yield content
    for one in content.children:
        if one.relation not in ("amod", "advcl") and one.dep != "acl:relcl":
            yield from _threats(one)


def is_ended(candidate: Candidate) -> bool:
    """True if the act is ended, stopped or suspended ("halted aid to", "the suspension of aid", "stop shelling")."""
    if candidate.support is not None and candidate.support.role == "end":
        return candidate.support.verb.i < candidate.word.i or candidate.word.dep == "nsubj:pass"
    word = candidate.word
    governor = word.head
    if governor is not None and governor.lemma in TRANSPARENT and word.relation == "nmod":
        word, governor = governor, governor.head
    if governor is None or governor.lemma not in ENDING:
        return False
    return word.relation == "xcomp" or (word.relation == "nmod" and case(word) in ("of", "to"))
