"""From a trigger to who did it to whom: role binding for verbs, adjectives and nouns."""

from __future__ import annotations

from dragoman.lexicon.factuality import load_factuality
from dragoman.lexicon.predicates import Predicate
from dragoman.ontology.plover import STATE
from dragoman.reading.accidents import is_accident
from dragoman.reading.accused import alleged, wrongdoers
from dragoman.reading.asking import asked_as, asked_done, asked_for, asked_of, is_wanted_done, tells_a_fact
from dragoman.reading.candidates import JUDGEMENTS, STEPS, Candidate, needs_nobody, stands_alone
from dragoman.reading.clause_mending import CAPTIVITY, LETTING_GO
from dragoman.reading.clause_signs import PROMISED, is_denied
from dragoman.reading.clauses import doer, follows_harm, is_passive, undergoer
from dragoman.reading.draft import Place
from dragoman.reading.enough import JUDGING, count, imposes, is_enough
from dragoman.reading.land import FORCED, decree, free_from_holders, lay_on_people, people_there
from dragoman.reading.noun_binding import bind_noun, is_nobody, meant_place, says_again
from dragoman.reading.obliques import noun_obliques, obliques
from dragoman.reading.place_parties import attackers, authorities, judging, unplaced
from dragoman.reading.reached import aim_as_beside, fought, reach_further
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.reciprocity import (
    falls_on_each_other,
    falls_on_one_anothers,
    is_among_themselves,
    is_mutual,
    reciprocate,
)
from dragoman.reading.roles import GATHERINGS, Binder, Filler
from dragoman.reading.tree import Word, child, children, has_to
from dragoman.reading.triggers import Trigger

# Ways between states, which a state closes to the other.
CROSSINGS = frozenset({"border", "bridge", "checkpoint", "checkpost", "crossing", "frontier", "gate"})
# Types told with words alone: somebody must have said them, and to somebody if the clause has an addressee.
VERBAL = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE", "AID"}
)
# Types that the manual gives a recipient always, and that are an AGREE, which needs none, while they are to come.
GIVEN = frozenset({"AID", "COOPERATE"})
# Auxiliaries of what somebody says he would have to do.
DRIVEN = frozenset({"could", "may", "might", "will", "would", "'d", "’d", "'ll", "’ll"})
# Modes of what those who hold somebody do to him.
INFLICTED = frozenset({"beat", "torture"})
# Modes of what brings people away from a place.
TAKEN = frozenset({"abduct"})
# Nouns whose infinitive tells an attack that was tried or planned.
ATTEMPTS = frozenset({"attempt", "bid", "conspiracy", "plot"})
# People who are told of by their deed alone ("*those* who killed the two").
UNNAMED = frozenset({"someone", "somebody", "those", "whoever"})
# Those with whom somebody deals, though they are told of as his ("met with his Chilean counterpart").
OPPOSITE = frozenset(
    {"ally", "colleague", "counterpart", "guest", "host", "neighbor", "neighbour", "opponent", "rival"}
)
# Verbs of giving leave, which a happening "gives" nobody; and what those who make it mean.
LEAVE_GIVING = frozenset({"allow", "let", "permit"})
ACCORDS = frozenset(
    {"accord", "agreement", "bill", "ceasefire", "deal", "decree", "law", "order", "pact", "reform", "ruling", "truce"}
)


def bind(trigger: Trigger, binder: Binder) -> Candidate:
    """The candidate event of a trigger; not ``plausible`` where its participants rule it out.

    Where they rule out the heaviest entry, the first lighter one that they allow takes its place ("sent back five
    Afghans" sends no letter back and deports).
    """
    heaviest = bind_entry(trigger, binder)
    if heaviest.plausible:
        return heaviest
    # Arms fired at somebody are no test of arms, whether or not he is made out.
    aims = [slot for slot in trigger.predicate.recipient if slot not in ("object", "subject")]
    fired = trigger.predicate.type == "ASSAULT" and bool(trigger.predicate.objects)
    fired = fired and any(obliques(trigger.word, slot) for slot in aims)
    others = [other for other in trigger.lighter if not (fired and other.predicate.type == "MOBILIZE")]
    lighter = (bind_entry(other, binder) for other in others)
    return next((candidate for candidate in lighter if candidate.plausible), heaviest)


def bind_entry(trigger: Trigger, binder: Binder) -> Candidate:
    """The candidate event of a trigger by its own entry alone."""
    candidate = Candidate(trigger)
    if trigger.nominal:
        bind_noun(candidate, binder)
    else:
        _bind_verb(candidate, binder)
    if _goes_home(candidate, binder):
        candidate.plausible = False
        return candidate
    companions = _companions(candidate, binder)
    several = len(candidate.actors) > 1
    mutual = several and falls_on_one_anothers(candidate)
    if mutual:
        candidate.recipients = []  # "expelled each other's envoys"
    if several and falls_on_each_other(candidate):
        candidate.recipients, mutual = [], True  # "blamed each other for the attack"
    elif not candidate.recipients and is_mutual(candidate):
        mutual = several or is_among_themselves(candidate, binder)
    if trigger.predicate.reciprocal or mutual:
        reciprocate(candidate, binder)
    elif not candidate.reciprocal:
        doers = {filler.actor for filler in candidate.actors}
        candidate.recipients = [filler for filler in candidate.recipients if filler.actor not in doers]
    candidate.actors = [*candidate.actors, *companions]
    if not candidate.actors and candidate.recipients and trigger.predicate.type == "ASSAULT":
        held = bool(INFLICTED.intersection(trigger.predicate.modes))
        # "taken from the island": where they were, not where their captors came from.
        taken = TAKEN.intersection(trigger.predicate.modes)
        sent = [] if taken else attackers(candidate.word, binder)
        candidate.actors = sent or (binder.keepers(candidate.word) if held else [])
    if not candidate.actors and candidate.recipients and not trigger.nominal:
        candidate.actors = _captors(candidate.word, binder) or authorities(candidate.word, binder)
    if not candidate.recipients and trigger.predicate.type == "ACCUSE":
        candidate.recipients = alleged(candidate.word, binder)
    lay_on_people(candidate, binder)
    aim_as_beside(candidate, binder)
    freed = free_from_holders(candidate, binder)
    if not candidate.recipients and binder.ground.takes(trigger.predicate) and not freed:
        support = candidate.support
        candidate.where = binder.ground.of(candidate.word) or (
            binder.ground.below(support.verb) if support is not None else None
        )
        if trigger.predicate.type == "COERCE" and (crossing := undergoer(candidate.word)) is not None:
            # "shut its crossing at Arbat": nobody in Arbat is meant
            candidate.where = None if crossing.lemma in CROSSINGS else candidate.where
        thing = undergoer(candidate.word)
        repels = candidate.word.lemma in load_recipient_words().repelling and trigger.predicate.type == "ASSAULT"
        if repels and thing is not None and thing.mention_type == "event":
            candidate.where = None  # "beat back an attack on Arbat": not those of Arbat
        if candidate.where is None and trigger.predicate.type == "AID":
            candidate.where = meant_place(candidate.word, binder)
    if not candidate.actors:
        decree(candidate, binder)
    if not candidate.recipients and trigger.predicate.type == "CONSULT" and candidate.support is not None:
        candidate.where = candidate.where or _abroad(candidate, binder)
    if not candidate.recipients and candidate.where is None and not freed:
        candidate.recipients = unplaced(candidate.word, trigger.predicate, binder, nominal=trigger.nominal)
    bare = not trigger.nominal and not candidate.recipients
    number = None if trigger.nominal else count(candidate)
    if number is not None and binder.cast.mention_at(number.i) is None and not noun_obliques(number, "of"):
        place = candidate.where or binder.ground.below(number)
        candidate.recipients, candidate.where = people_there(place, binder), None
        bare = not candidate.recipients
    enough = bare and (candidate.enough or is_enough(candidate, binder))
    # "said there would be *no talks*", "renewed its *warnings*": with or to whomever
    to_whomever = bool(candidate.actors) and (candidate.ruled_out or says_again(candidate))
    candidate.enough = enough or to_whomever or imposes(candidate, binder)
    if candidate.enough and binder.ground.is_craft(undergoer(candidate.word)):
        candidate.where = None  # a ship taken off a coast is not of that coast
    if candidate.is_owned_up and not trigger.nominal:
        candidate.anaphoric = True  # "claimed responsibility": for the attack just told of
    candidate.plausible = _plausible(candidate, binder)
    candidate.unmet = not candidate.plausible and _wants_recipient(candidate)
    if candidate.unmet and candidate.where is None and (thing := undergoer(candidate.word)) is not None:
        candidate.where = binder.ground.below(thing)  # "will build a railway in Kenya"
    return candidate


def _abroad(candidate: Candidate, binder: Binder) -> Place | None:
    """Where somebody of another country met whom nothing tells: the host ("attended a summit in Peru")."""
    if candidate.support is None or candidate.support.role != "attend":
        return None  # "resumed talks in Kenya": with one another
    place = binder.ground.of(candidate.word)
    lands = {binder.cast.actors[filler.actor].country for filler in candidate.actors}
    return place if place is not None and lands and not lands & {None, place.country} else None


def _goes_home(candidate: Candidate, binder: Binder) -> bool:
    """True for a state's own people who travel in it or back to it: "the Chilean envoys flew to Santiago"."""
    predicate = candidate.trigger.predicate
    if candidate.trigger.nominal or predicate.type != "CONSULT" or not predicate.destination:
        return False
    travellers = [binder.cast.actors[filler.actor] for filler in candidate.actors]
    hosts = [binder.cast.actors[filler.actor] for filler in candidate.recipients]
    own = {one.country for one in travellers if STATE.intersection(one.sectors)}
    return bool(travellers and hosts) and all(host.kind == "government" and {host.country} == own for host in hosts)


def _is_promised(verb: Word) -> bool:
    """True where the object is what is promised, and not to whom: "promised *a common army*"."""
    if verb.lemma not in PROMISED or is_passive(verb):
        return False
    return child(verb, "obj") is not None and child(verb, "iobj", "xcomp", "ccomp") is None


def _wants_recipient(candidate: Candidate) -> bool:
    """True for aid or cooperation by somebody, told with all but whom it is given to."""
    predicate = candidate.trigger.predicate
    return predicate.type in GIVEN and bool(candidate.actors) and not candidate.recipients


def _bind_verb(candidate: Candidate, binder: Binder) -> None:
    verb, predicate = candidate.word, candidate.trigger.predicate
    for slot in predicate.actor:
        candidate.actors = [] if slot == "subject" and _comes_about(candidate) else binder.verb_slot(verb, slot)
        if candidate.actors:
            break
    if not candidate.actors and predicate.type in JUDGEMENTS and is_passive(verb):
        candidate.actors = judging(verb, binder)
    sought = asked_done(candidate)
    for slot in predicate.recipient:
        if slot == "clause" and sought is not None:
            candidate.recipients = asked_for(sought, binder)
            break
        if slot == "object" and predicate.type == "AGREE" and _is_promised(verb):
            continue
        if slot in ("object", "clause") and predicate.type == "REQUEST" and is_wanted_done(verb):
            continue
        if predicate.type == "REQUEST" and (doers := asked_of(verb, binder)):
            candidate.recipients = doers
            break
        if slot == "clause" and predicate.type in ("ACCUSE", "REJECT"):
            candidate.recipients = wrongdoers(verb, binder)
        else:
            candidate.recipients = binder.verb_slot(
                verb, slot, destination=predicate.destination, judging=predicate.type in JUDGING
            )
        if candidate.recipients:
            break
    if not candidate.actors and candidate.recipients and predicate.type == "ASSAULT":
        candidate.actors = fought(verb, binder)
    if not candidate.recipients and predicate.type == "REQUEST":
        candidate.recipients = asked_as(verb, binder)
    if not candidate.recipients:
        reach_further(candidate, binder)
    if verb.lemma in ("confirm", "deny", "tell"):
        # "told the Herald": a newspaper is told what others are to do.
        candidate.recipients = [f for f in candidate.recipients if binder.cast.actors[f.actor].kind != "outlet"]
    if not candidate.recipients and predicate.type == "REQUEST":
        asked = [undergoer(verb), *obliques(verb, "for")]
        candidate.where = next((place for thing in asked if thing and (place := binder.ground.below(thing))), None)


def _captors(word: Word, binder: Binder) -> list[Filler]:
    """Who held those whom he now lets go: "Chad freed two nurses *abducted* in May"."""
    freed = word.head if word.dep == "acl" and word.lemma in CAPTIVITY else None
    verb = None if freed is None or freed.relation != "obj" else freed.head
    if verb is None or verb.lemma not in LETTING_GO | {"hand"} or is_passive(verb):
        return []
    return [Filler(one.actor, one.span, inferred=True) for one in binder.parties(doer(verb), behind=False)]


def _comes_about(candidate: Candidate) -> bool:
    """True for leave that nobody gives: "the *collapse* of Chad's front allowed Libya to advance"."""
    cause = doer(candidate.word) if candidate.trigger.predicate.type == "CONCEDE" else None
    if candidate.word.lemma not in LEAVE_GIVING or cause is None:
        return False
    return cause.mention_type == "event" and cause.lemma not in STEPS | ACCORDS


def _companions(candidate: Candidate, binder: Binder) -> list[Filler]:
    """Companions of the actor ("attended with his deputy", "visited with her staff"), taken from the recipients.

    The possessor of such a companion is the actor itself; "met his deputy" has no companion.
    """
    attends = candidate.support is not None and candidate.support.role == "attend"
    companions: list[Filler] = []
    if not (attends or candidate.trigger.predicate.destination) or not candidate.actors:
        return companions
    roots = [candidate.word] if candidate.support is None else [candidate.word, candidate.support.verb]
    doers = {filler.actor for filler in candidate.actors}
    for root in roots:
        for companion in [*noun_obliques(root, "with"), *noun_obliques(root, "alongside")]:
            owner = child(companion, "nmod:poss") if companion.lemma not in OPPOSITE else None
            if owner is None or binder.cast.actor_at(owner.i) not in doers:
                continue
            found = [f for f in binder.companions(companion) if f.actor not in doers]
            taken = {filler.actor for filler in found}
            candidate.recipients = [filler for filler in candidate.recipients if filler.actor not in taken]
            doers |= taken
            companions.extend(found)
    return companions


def _is_campaign(candidate: Candidate, binder: Binder) -> bool:
    """True for a rally of one person against nobody, or one that is only spoken to: a candidate's, and no protest."""
    root = candidate.word.head
    if root is not None and root.lemma in ("address", "tell") and candidate.word.relation in ("obj", "iobj"):
        return not candidate.recipients
    kinds = {binder.cast.actors[filler.actor].kind for filler in candidate.actors}
    return candidate.trigger.nominal and not candidate.recipients and kinds == {"person"}


def _is_afterthought(candidate: Candidate, binder: Binder) -> bool:
    """True for "…, officials said": the report tells it by the word of some, and nobody is charged with it there."""
    said = child(candidate.word, "ccomp", "parataxis")
    if said is None or said.i > candidate.word.i:
        return False
    speakers = [binder.cast.actors[filler.actor] for filler in candidate.actors]
    return all(speaker.anonymous or speaker.kind in ("population", "sources") for speaker in speakers)


def _plausible(candidate: Candidate, binder: Binder) -> bool:
    """False where the words cannot tell of an actor's act: a thing as subject, no party at all, a needed role empty."""
    predicate, word = candidate.trigger.predicate, candidate.word
    # Aid and rockets reach whoever is there; other acts in a place may be done to things ("fought the fire in Lima").
    lands = (
        predicate.type == "AID"
        or binder.ground.aimed(predicate, candidate.where)
        or (not candidate.trigger.nominal and binder.ground.is_land(undergoer(word)))
    )
    if "doer" in predicate.needs and not candidate.actors:
        return False
    if candidate.is_owned_up and not candidate.trigger.nominal and _is_by_nobody(word):
        return False  # "no group claimed responsibility"
    thing = undergoer(word) if predicate.type in FORCED and not candidate.trigger.nominal else None
    lands = lands or (thing is not None and thing.lemma in GATHERINGS)  # "broke up a rally in Kisumu"
    unreached = not candidate.recipients and (candidate.where is None or not lands)
    if "recipient" in predicate.needs and unreached and not (candidate.anaphoric or candidate.enough):
        return needs_nobody(candidate)
    if predicate.type == "REQUEST" and word.lemma == "insist" and tells_a_fact(word):
        return False
    if predicate.type == "REJECT" and word.lemma == "deny" and _is_left_open(word):
        return False
    if _is_driven(word, predicate) and not candidate.actors:
        return False
    if predicate.type == "PROTEST" and word.lemma == "rally" and _is_campaign(candidate, binder):
        return False
    if predicate.type == "ACCUSE" and word.lemma == "say" and _is_afterthought(candidate, binder):
        return False
    harmed = predicate.type == "ASSAULT" and not candidate.trigger.nominal and TAKEN.isdisjoint(predicate.modes)
    if harmed and is_accident(word, binder):
        return False
    if candidate.actors or stands_alone(candidate) or needs_nobody(candidate):
        return True
    if candidate.trigger.nominal:
        return bool(candidate.recipients) and predicate.type not in VERBAL
    if "subject" not in predicate.actor:
        # The subject undergoes it ("faces charges"), so it says nothing about a doer.
        return bool(candidate.recipients)
    if is_attempted(candidate):
        return bool(candidate.recipients)
    if predicate.type == "MOBILIZE" and predicate.subjects and not predicate.needs:
        return True  # tanks on the move, whoever sends them
    subject = doer(word)
    if subject is not None:
        # An inanimate subject with nobody behind it does not act; "those who killed the two" do, and a poison harms.
        if is_passive(word) and subject.mention_type == "substance" and predicate.type == "ASSAULT":
            return bool(candidate.recipients)
        return subject.lower in UNNAMED and word.dep == "acl:relcl" and bool(candidate.recipients)
    if predicate.type in VERBAL and "actor" in predicate.needs:
        # Somebody unnamed said it to somebody named: kept only where the context can tell who (see events.py).
        return is_passive(word) and bool(candidate.recipients) and not is_denied(word, load_factuality())
    struck = predicate.type == "ASSAULT" and candidate.where is not None and lands  # "the town of Gulu was shelled"
    told_alone = is_passive(word) or follows_harm(word) or bool(children(word, "aux"))
    return (bool(candidate.recipients) or struck) and told_alone


def _is_left_open(deny: Word) -> bool:
    """True for "could neither confirm nor *deny* it": nothing is said of it."""
    return deny.relation == "conj" and deny.head is not None and deny.head.lemma == "confirm"


def _is_driven(verb: Word, predicate: Predicate) -> bool:
    """True for "Chad *would be forced* to act": nobody forces it, whatever it says."""
    modal = any(one.lower in DRIVEN for one in children(verb, "aux"))
    return predicate.type == "COERCE" and verb.lemma in ("compel", "force") and is_passive(verb) and modal


def _is_by_nobody(verb: Word) -> bool:
    """True for "*nobody* claimed it", "*no* group claimed it", "has *not* claimed it"."""
    return is_denied(verb, load_factuality()) or is_nobody(doer(verb))


def is_attempted(candidate: Candidate) -> bool:
    """True for an attack that is told as an attempt: "a plot to kill the premier"."""
    word, noun = candidate.word, candidate.word.head
    attacks = candidate.trigger.predicate.type == "ASSAULT" and word.relation == "acl"
    return attacks and noun is not None and noun.lemma in ATTEMPTS and has_to(word)
