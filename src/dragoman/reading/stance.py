"""What the content, the tense and a refusal make of an event.

PLOVER codes cooperation to come as AGREE and a retreat to come as CONCEDE (manual, sections AGREE, CONCEDE and
RETREAT); "will not lift the ban" is a refusal that has been made. Tables in ``lexicon/composition.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from dragoman.lexicon.composition import Composition
from dragoman.lexicon.predicates import SUFFERED
from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.accidents import is_accident, is_blaze
from dragoman.reading.actors import country_name
from dragoman.reading.asking import ask_doers, offered_by
from dragoman.reading.candidates import ADDRESSED, PROMISING, REFUSING, Candidate
from dragoman.reading.clause_signs import PROMISED
from dragoman.reading.clauses import MAX_CLIMB, doer, is_about_to, is_passive, surface_subject, undergoer
from dragoman.reading.composing import threat_mode
from dragoman.reading.draft import Cast, Event
from dragoman.reading.implied import country_actor, unknown_forces
from dragoman.reading.obliques import obliques
from dragoman.reading.own_side import speaks_for
from dragoman.reading.placed import DISCOUNT, infinitive
from dragoman.reading.reached import withstands
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.speech_mending import ASSERTIONS
from dragoman.reading.tree import Word, ancestors, case, child, children, conjuncts, opens_with_to

# Sectors of who speaks and acts for a state.
WARNING = frozenset({"warn", "threaten", "caution"})
PLEDGING = PROMISED | {"offer"}
# Types that may wait for somebody's act, and what opens the clause that tells it.
WAITING = frozenset({"REJECT", "THREATEN"})
# Prepositions of what somebody complains of.
OVER = ("over", "about", "at")
# Types of what is ended by doing it no longer.
GIVEN_UP = frozenset({"AID", "COOPERATE", "SUPPORT"})
# Types of what does harm: who refuses to do it refuses others, and not those whom it would fall on.
SPARED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
AWAITED = frozenset({"until", "till", "unless", "if", "before"})


def take_recipients(candidate: Candidate, contents: Sequence[Candidate]) -> None:
    """Give a promise, refusal or threat that names no recipient the one of its content."""
    if candidate.trigger.predicate.type == "REQUEST" and any(c.trigger.predicate.type == "CONSULT" for c in contents):
        candidate.where = None  # "asked for talks in Geneva": nobody there is asked
    if candidate.trigger.predicate.type == "REQUEST":
        ask_doers(candidate, contents)
    event_type = candidate.trigger.predicate.type
    if event_type == "AGREE" and (offerers := offered_by(candidate, contents)):
        candidate.recipients, candidate.reciprocal = offerers, False
        return
    if event_type == "SUPPORT" and candidate.actors:
        # "signed a deal to buy gas from Chad": not those whose release was agreed on
        contents = [content for content in contents if content.trigger.predicate.type not in SUFFERED]
    elif event_type not in PROMISING or withstands(candidate.word):
        return
    elif event_type == "THREATEN":
        # "vowed revenge *for the killing*", "threatened to leave *if Chad hired Malians*"
        contents = [one for one in contents if case(one.word) != "for" and not _awaited(one.word, candidate.word)]
    if candidate.recipients:
        return
    if event_type == "REJECT" and any(c.trigger.predicate.type in SPARED and c.word.pos == "VERB" for c in contents):
        candidate.spares = True  # "declined to cut aid to Chad": not to Chad
        return
    own = {filler.actor for filler in candidate.actors}
    if event_type == "AGREE" and len(own) > 1 and len({filler.span for filler in candidate.actors}) == 1:
        # "the two men agreed to keep their police away": with one another
        candidate.recipients, candidate.reciprocal = list(candidate.actors), True
        return
    clause = infinitive(candidate.word)
    if clause is not None and candidate.beyond:
        # "offered to send troops to Chad to help the police": Chad before those whom it is to help
        contents = [c for c in contents if c.word is clause or (c.word.head is clause and c.word.relation == "obj")]
    if len(own) > 1 and any(c.reciprocal and {f.actor for f in c.actors} == own for c in contents):
        # "Peru and Chile pledged to cooperate": with one another
        candidate.recipients, candidate.reciprocal = list(candidate.actors), True
        return
    for content in contents:
        # who turns down a charge answers those who made it: "rejected an allegation that its officers …"
        made = event_type == "REJECT" and content.trigger.nominal and content.trigger.predicate.type == "ACCUSE"
        others = content.actors if made else content.recipients
        found = [Filler(f.actor, f.span, f.inferred) for f in others if f.actor not in own]
        if found:
            candidate.recipients = found
            return
    candidate.recipients = [filler for filler in candidate.beyond if filler.actor not in own]
    if contents:
        # "agreed to meet in Geneva": where people meet, nobody there is meant.
        candidate.where = next((content.where for content in contents if content.where), None)


def _awaited(word: Word, threat: Word) -> bool:
    """True for what stands in the condition of a threat."""
    clauses = [word, *takewhile(lambda above: above is not threat, ancestors(word))]
    marks = (mark.lower for clause in clauses if clause.relation == "advcl" for mark in children(clause, "mark"))
    return not AWAITED.isdisjoint(marks)


def blame_state(candidate: Candidate, by_word: Mapping[int, Candidate], binder: Binder) -> None:
    """Give a condemnation of what only a state does, told without a doer, the state there: "condemned arrests in Chad".

    Arrests, bans and curfews are a state's; who bombs or kills in a country is not known from where it is done.
    """
    if candidate.recipients or candidate.trigger.predicate.type != "ACCUSE" or candidate.trigger.nominal:
        return
    deed = _judged(candidate, by_word)
    if deed is None or deed.trigger.predicate.type != "COERCE":
        return
    place = binder.ground.of(deed.word)
    if place is not None and place.country is not None:
        state = country_actor(binder.cast, place.country)
        if all(filler.actor != state for filler in candidate.actors):
            candidate.recipients = [Filler(state, place.span, inferred=True)]


def _judged(candidate: Candidate, by_word: Mapping[int, Candidate]) -> Candidate | None:
    """The deed, told by a noun and without its doer, that a verb takes a stand on."""
    targets = [undergoer(candidate.word), *(phrase for over in OVER for phrase in obliques(candidate.word, over))]
    deed = next((by_word[target.i] for target in targets if target is not None and target.i in by_word), None)
    return deed if deed is not None and not deed.actors and deed.trigger.nominal else None


def blame_attackers(event: Event, candidate: Candidate, by_word: Mapping[int, Candidate], binder: Binder) -> None:
    """Give a condemnation of an attack whose doer nothing tells those who made it, whoever they are.

    PLOVER codes them as unidentified armed actors; the words of the attack stand for them.
    """
    if event.recipients or event.type not in ("ACCUSE", "PROTEST") or candidate.trigger.nominal:
        return
    deed = _judged(candidate, by_word)
    if deed is None or deed.trigger.predicate.type != "ASSAULT":
        return
    place = binder.ground.of(deed.word)
    country = place.country if place is not None else None
    where = country_name(country) if country is not None else place.name if place is not None else None
    attackers = unknown_forces(binder.cast, where, country)
    event.recipients = [(attackers, deed.trigger.anchor)]
    event.confidence = round(event.confidence - DISCOUNT, 2)


def await_act(event: Event, candidate: Candidate, binder: Binder) -> None:
    """Give a refusal or threat without a recipient the one whose act it waits for: "will not leave until X pays"."""
    if event.recipients or event.type not in WAITING:
        return
    own = {actor for actor, _ in event.actors}
    verb: Word | None = candidate.word if candidate.support is None else candidate.support.verb
    inner = verb and (infinitive(verb) or child(verb, "acl", "ccomp"))
    for _ in range(MAX_CLIMB):
        if verb is None:
            return
        for clause in [*children(verb, "advcl"), *(children(inner, "advcl") if inner is not None else ())]:
            mark = child(clause, "mark")
            if mark is None or mark.lower not in AWAITED:
                continue
            # Not whom it is done to: "will hit back if its *embassy* is attacked".
            acts = [doer(one) or surface_subject(one) for one in conjuncts(clause) if doer(one) or not is_passive(one)]
            asked_for = [filler for asked in acts for filler in binder.parties(asked) if filler.actor not in own]
            found = [filler for filler in asked_for if binder.cast.actors[filler.actor].kind != "population"]
            if found:
                event.recipients = [(filler.actor, filler.span) for filler in found]
                return
        verb = verb.head if verb.relation in ("xcomp", "ccomp", "acl", "obj", "nmod") else None


def answer(event: Event, candidate: Candidate, binder: Binder) -> None:
    """Give a rejection of what somebody claimed who claimed it: "the army said it won, a claim the rebels deny"."""
    clause = candidate.word
    said = clause.head if clause.dep == "acl:relcl" else clause
    if event.type != "REJECT" or event.recipients or not clause.dep.endswith(":relcl") or said is None:
        return
    speech = said.head
    beside = said.dep == "advcl:relcl" or (said.relation == "obl" and said.lemma in ASSERTIONS and not case(said))
    if speech is None or speech.pos != "VERB" or not beside:
        return
    own = {actor for actor, _ in event.actors}
    claimants = binder.parties(doer(speech), destination=True)
    event.recipients = [(filler.actor, filler.span) for filler in claimants if filler.actor not in own]


def act_through(candidates: Iterable[Candidate], instruments: frozenset[str], binder: Binder) -> None:
    """Let the doer of an attack be the doer of what the attack does: "a Chilean air strike killed four soldiers".

    What a war or a clash between two sides did is left to the war's own telling. What a weapon does ("a bomb killed
    two") somebody unnamed has done.
    """
    listed = list(candidates)
    by_word = {candidate.word.i: candidate for candidate in listed}
    for candidate in listed:
        predicate = candidate.trigger.predicate
        nobody = not candidate.recipients and candidate.where is None
        if candidate.plausible or candidate.trigger.nominal or predicate.type != "ASSAULT" or nobody:
            continue
        subject = doer(candidate.word)
        if subject is None or is_accident(candidate.word, binder):
            continue
        deed = by_word.get(subject.i)
        if deed is None:
            weapon = subject.lemma in instruments and not is_blaze(subject)
            candidate.plausible = weapon and "actor" not in predicate.needs
        elif deed.trigger.nominal and _is_attack(deed) and not deed.reciprocal:
            told = {filler.actor for filler in candidate.recipients}
            candidate.actors = [filler for filler in deed.actors if filler.actor not in told]
            candidate.plausible = bool(candidate.actors) or "actor" not in predicate.needs


def _is_attack(deed: Candidate) -> bool:
    """True for a noun of an attack: a strike that kills is one of arms, whoever launched it."""
    return deed.trigger.predicate.type == "ASSAULT" or deed.word.lemma == "strike"


def presupposed(candidate: Candidate) -> bool:
    """True for words somebody is said to have spoken, whatever becomes of them: "will weigh Chile's request".

    So for a threat, whose condition is part of what is said: "threatened strikes if the drills begin".
    """
    word = candidate.word
    if not candidate.trigger.nominal:
        if _is_voted(candidate):
            return True
        return candidate.trigger.predicate.type == "THREATEN" and _only_on_condition(word)
    if candidate.support is not None or candidate.trigger.predicate.type not in ADDRESSED:
        return False
    return word.relation in ("obj", "nsubj") and child(word, "nmod:poss") is not None


def _is_voted(candidate: Candidate) -> bool:
    """True for a stand that a vote has taken: "voted *to reject* the plan", not "will vote to"."""
    verb = candidate.word.head
    voted = verb is not None and verb.lemma == "vote" and candidate.word.relation in ("xcomp", "advcl")
    stands = candidate.trigger.predicate.type in ("ACCUSE", "REJECT", "SUPPORT")
    return voted and stands and verb is not None and verb.feats.get("Tense") == "Past" and not children(verb, "aux")


def _only_on_condition(verb: Word) -> bool:
    """True for a finite past verb whose only reserve is a clause with "if" behind it."""
    conditions = [
        clause for clause in children(verb, "advcl") if any(m.lower == "if" for m in children(clause, "mark"))
    ]
    if not conditions or child(verb, "aux") is not None or child(verb, "mark") is not None:
        return False
    return verb.relation == "root" or (
        verb.relation == "conj" and verb.head is not None and verb.head.relation == "root"
    )


def _warned_of(candidate: Candidate) -> bool:
    """True for what somebody warns that may be done: "warned that Chad could close the border"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    return verb.relation == "ccomp" and verb.head is not None and verb.head.lemma in WARNING


def warns_of_others(warning: Candidate, content: Candidate, binder: Binder) -> bool:
    """True where nobody is threatened: "warned the president that the rebels were preparing attacks".

    What is warned of must be a deed of others: not of the warner or his side, nor of those who are warned.
    """
    clause = content.word if content.support is None else content.support.verb
    above = [clause, *ancestors(clause)]
    told = next((word for word in above if word.head is warning.word), None)
    if warning.word.lemma not in WARNING - {"threaten"} or told is None or told.relation != "ccomp":
        return False
    if any(word.relation == "advcl" for word in above[: above.index(told)]):
        return False  # "warned that it would kill them if commandos *stormed* the camp"
    subject = surface_subject(told)
    doers = {filler.actor for filler in content.actors or binder.parties(subject)}
    warned = {filler.actor for filler in warning.recipients}
    own = {filler.actor for filler in warning.actors}
    if subject is not None and own.intersection(f.actor for f in binder.parties(child(subject, "nmod:poss"))):
        return False  # "warned that *his* men would attack"
    cast = binder.cast
    return (
        bool(own and doers)
        and not doers & (warned | own)
        and not any(_one_side(cast, a, b) or speaks_for(cast, a, b) for a in own for b in doers)
    )


def _one_side(cast: Cast, one: int, other: int) -> bool:
    """True for two actors of one country of which not only one has arms against it."""
    first, second = cast.actors[one], cast.actors[other]
    irregular = [bool(IRREGULAR.intersection(actor.sectors)) for actor in (first, second)]
    return first.country is not None and first.country == second.country and irregular[0] == irregular[1]


def shift(event: Event, candidate: Candidate, composition: Composition, cast: Cast, speaker: int | None) -> None:
    """Change type, modes and rule of an event that is still to come, or that its actor refuses.

    Args:
        event: changed in place.
        candidate: what it was made of.
        composition: the tables.
        cast: the actors.
        speaker: the actor whose words tell it, None for the report's own voice: to announce a hostile act of one's own
            side is to threaten it, while to expect one of somebody else is not.
    """
    status = event.factuality.status
    own = speaker is not None and any(speaks_for(cast, speaker, actor) for actor, _ in event.actors)
    to_come = status == "future" or _on_condition(candidate) or _if_provoked(candidate)
    to_come = to_come or (status == "hypothetical" and _warned_of(candidate))
    if (
        own
        and to_come
        and (event.type in composition.announced or (event.type == "RETREAT" and _on_condition(candidate)))
    ):
        event.modes = tuple(filter(None, (threat_mode(event.type, event.modes, composition),)))
        event.type = composition.announced.get(event.type, "THREATEN")
        event.rule += " announced"
        event.factuality.status = "future"
        return
    if status == "future" and event.type in composition.future and not _purpose(candidate, composition):
        event.type, event.modes = composition.future[event.type], ()
    elif status == "negated" and event.type in GIVEN_UP and _no_longer(candidate) and not _refuses(candidate):
        target, mode = composition.reversal[event.type]
        event.type, event.modes = target, (mode,) if mode else ()
        event.rule += " no longer"
        event.factuality.status = "asserted"
    elif status == "negated" and event.type in composition.refusal and _refuses(candidate):
        mode = composition.refusal[event.type]
        event.type, event.modes = "REJECT", (mode,) if mode else ()
        event.rule += " refused"
        event.factuality.status = "asserted"


def _no_longer(candidate: Candidate) -> bool:
    """True for what was done until now: "*no longer* recognised the government"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    return any(one.lower == "longer" for one in children(verb, "advmod"))


def _on_condition(candidate: Candidate) -> bool:
    """True for what is to be done unless somebody does something ("will strike unless wages rise")."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    return any(mark.lower == "unless" for clause in children(verb, "advcl") for mark in children(clause, "mark"))


def _if_provoked(candidate: Candidate) -> bool:
    """True for what is to be done if something happens: "said it would close the port if its ships were stopped"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    if not any(auxiliary.lower in ("will", "would", "'ll", "’ll", "'d", "’d") for auxiliary in children(verb, "aux")):
        return False
    return any(mark.lower == "if" for clause in children(verb, "advcl") for mark in children(clause, "mark"))


def _purpose(candidate: Candidate, composition: Composition) -> bool:
    """True for what something else is done for: "flew in to negotiate with", "came to bring aid to"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    if "visit" in candidate.trigger.predicate.modes:
        return False
    if candidate.support is not None and candidate.trigger.predicate.type == "SUPPORT" and verb.lemma in PLEDGING:
        # To pledge support is to support.
        return True
    governor = verb.head
    if governor is None or not opens_with_to(verb) or is_about_to(governor) or _will(governor):
        return False
    return verb.relation == "advcl" or governor.lemma in composition.motion or governor.lemma in composition.dispatch


def _will(verb: Word) -> bool:
    """True for a verb in the future: what it is done for is to come as well ("will meet to discuss")."""
    return any(auxiliary.lower in ("will", "'ll", "’ll", "shall") for auxiliary in children(verb, "aux"))


def _refuses(candidate: Candidate) -> bool:
    """True if the clause has an actor as its subject and a modal under negation: "will not", "cannot"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    if candidate.ruled_out:
        return True
    if not candidate.actors or is_passive(verb):
        return False
    return any(dependent.relation == "aux" and dependent.lower in REFUSING for dependent in verb.children)
