"""Protests: against whom, and of which country those are who nobody places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.ontology.plover import STATE
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import undergoer
from dragoman.reading.draft import Cast, Event, WordSpan
from dragoman.reading.implied import country_actor
from dragoman.reading.obliques import noun_obliques, obliques
from dragoman.reading.placed import DISCOUNT
from dragoman.reading.roles import Binder, Filler
from dragoman.reading.setting import CITIZENS
from dragoman.reading.tree import Tree, ancestors, case, children, descendants

# Types of what a protest says.
VOICED = frozenset({"ACCUSE", "PROTEST", "REJECT", "REQUEST"})
# What a state holds.
OFFICIAL_ACTS = frozenset({"ballot", "census", "election", "inauguration", "poll", "polls", "referendum", "vote"})
# Prepositions of what a protest is about.
GRIEVANCES = frozenset({"about", "for", "over"})


def aim_protests(events: Sequence[Event], tree: Tree) -> None:
    """Give a protest without a recipient the one of what it says or asks: "rallied demanding that X resign"."""
    for protest in events:
        if protest.type != "PROTEST" or protest.recipients:
            continue
        doers = {actor for actor, _ in protest.actors}
        word = tree.words[protest.word]
        roots = {word, word.head} if word.relation == "obj" else {word}
        for said in events:
            says = said.type in VOICED and doers & {actor for actor, _ in said.actors}
            # "blocked a road and fought X": the road was not blocked against X
            beside = said.type == "PROTEST" and tree.words[said.word].relation == "conj"
            if says and not beside and said.recipients and roots.intersection(ancestors(tree.words[said.word])):
                protest.recipients = list(said.recipients)
                break


def settle_protesters(events: Iterable[Event], cast: Cast) -> None:
    """Let unnamed citizens be of the one country whose state they rally or strike against at home.

    As in "Islamists kept up a hunger strike against the Tunisian president"; not "… in Paris", not "… against China",
    which people do everywhere, and not refugees.
    """
    for event in events:
        _settle_policed(event, cast)
        lands = {cast.actors[one].country for one, span in event.recipients if _is_office(cast, one, span)}
        land = next(iter(lands)) if len(lands) == 1 else None
        elsewhere = event.place is not None and event.place.country not in (None, land)
        if event.type != "PROTEST" or land is None or elsewhere or event.factuality.status != "asserted":
            continue
        for protester in (cast.actors[one] for one, _ in event.actors):
            at_home = protester.kind == "population" and set(protester.sectors) <= CITIZENS | {"REL", "CRM"}
            if at_home and protester.country is None and not protester.members:
                protester.country = land


def _settle_policed(event: Event, cast: Cast) -> None:
    """Let unnamed citizens be of the country whose police stop, search or arrest them, not where they may be guests."""
    if event.type != "COERCE" or not event.actors or event.place is not None:
        return
    police = [cast.actors[one] for one, _ in event.actors]
    lands = {one.country if "COP" in one.sectors[:1] else None for one in police}
    land = lands.pop() if len(lands) == 1 else None
    for held in (cast.actors[one] for one, _ in event.recipients):
        citizens = held.kind == "population" and set(held.sectors) <= CITIZENS and not held.members
        if citizens and held.country is None:
            held.country = land


def _is_office(cast: Cast, actor: int, span: WordSpan) -> bool:
    """True for a holder or organ of state power, told of as such and not by the name of the country alone."""
    told = cast.actors[actor]
    if not STATE & set(told.sectors):
        return False
    heads = (cast.mention_at(word) for word in range(*span))
    return told.kind == "person" or any(one is not None and one.form == "nominal" for one in heads)


def _holds_office(cast: Cast, actor: int | None) -> bool:
    """True for a minister and the like, whose bill or order people strike over."""
    return actor is not None and cast.actors[actor].kind == "person" and bool(STATE & set(cast.actors[actor].sectors))


def aim_at_state(event: Event, candidate: Candidate, binder: Binder) -> None:
    """Give the boycott of a vote the state that holds it: "opposition parties in Chad boycotted the election"."""
    if event.recipients or "boycott" not in event.modes or candidate.trigger.nominal:
        return
    thing = undergoer(candidate.word)
    lands = {binder.cast.actors[actor].country for actor, _ in event.actors}
    country = next(iter(lands)) if len(lands) == 1 else None
    if thing is None or thing.lemma not in OFFICIAL_ACTS or country is None:
        return
    state = country_actor(binder.cast, country)
    if all(actor != state for actor, _ in event.actors):
        event.recipients = [(state, (thing.i, thing.i + 1))]
        event.confidence = round(event.confidence - DISCOUNT, 2)


def aim_at_owner(candidate: Candidate, binder: Binder) -> None:
    """Give a protest without a recipient the body that it defies or whose doings it is about.

    As in "marched in defiance of the junta", "a strike over pay at the Lake Mines".
    """
    if candidate.recipients or candidate.trigger.predicate.type != "PROTEST":
        return
    own = {filler.actor for filler in candidate.actors}
    root = candidate.word if candidate.support is None else candidate.support.verb
    defiance = (one for one in (*obliques(root, "in"), *noun_obliques(root, "in")) if one.lemma == "defiance")
    candidate.recipients = next((found for one in defiance if (found := binder.noun_slot(one, "of"))), [])
    if candidate.recipients:
        return
    phrases = children(root, "obl", "obj", "nmod")
    phrases += [inner for phrase in phrases for inner in children(phrase, "nmod", "obl")]
    for phrase in phrases:
        if case(phrase) not in GRIEVANCES and not (case(phrase) == "in" and phrase.lemma in ("protest", "response")):
            continue
        for word in (phrase, *descendants(phrase)):
            mention = binder.cast.mention_at(word.i)
            if mention is None or word.pos == "PRON":
                continue
            if mention.kind not in ("organization", "government") and not _holds_office(binder.cast, mention.actor):
                continue
            if mention.actor is not None and mention.actor not in own:
                candidate.recipients = [Filler(mention.actor, mention.span, inferred=True)]
                return
