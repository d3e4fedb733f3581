"""To whom somebody answers where no word says so: to who asked, accused or threatened him just before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from dragoman.lexicon.factuality import FactualityWords
from dragoman.reading.clauses import judged_thing
from dragoman.reading.draft import Cast, Event, Testimony
from dragoman.reading.implied import country_actor
from dragoman.reading.own_side import speaks_for
from dragoman.reading.placed import DISCOUNT
from dragoman.reading.pronoun_clauses import is_what_is_said
from dragoman.reading.pronoun_words import load_pronoun_words
from dragoman.reading.recipient_words import load_recipient_words
from dragoman.reading.tree import Tree, Word, case, children

# What answers what.
ANSWERS = {
    "REJECT": frozenset({"ACCUSE", "REQUEST", "THREATEN"}),
    "AGREE": frozenset({"REQUEST"}),
    "CONCEDE": frozenset({"REQUEST"}),
}
# Types of what is said to somebody or of him, and may be denied.
SAID = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
# Types of what is said against what others said.
RETORTS = frozenset({"ACCUSE", "REJECT"})
# What somebody who is blamed may have had in it.
PARTS = frozenset(
    {"blame", "connection", "guilt", "hand", "involvement", "link", "part", "responsibility", "role", "wrongdoing"}
)
OFFERS = frozenset({"AGREE", "CONCEDE", "CONSULT"})
# Types of what does harm, and by which somebody may come to be held.
HARMS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
AT_ODDS = HARMS | {"ACCUSE", "REJECT", "REQUEST", "THREATEN"}
REACH = 2  # sentences after which nobody answers any more what was said to him


def reply(event: Event, events: Sequence[Event], tree: Tree, words: FactualityWords, cast: Cast) -> None:
    """Give an answer without a recipient who it is given to: "Chad urged Togo to pay. *Togo refused*."

    Args:
        event: changed in place.
        events: told before it.
        tree: the report's words.
        words: with the nouns for claims.
        cast: its actors.
    """
    word = tree.words[event.word]
    answered = ANSWERS.get(event.type)
    if event.type == "THREATEN" and not event.recipients and _avenges(word):
        _retaliate(event, events, tree, cast)
        return
    own = {actor for actor, _ in event.actors}
    if answered is None or event.recipients or not own or word.pos != "VERB":
        return
    this = any(_is_this(thing) for thing in children(word, "obj"))
    for before in _just_before(word, events, tree):
        asking = tree.words[before.word]
        if this and word.sentence - asking.sentence > 1:
            return  # what was said last
        if before.type not in answered or not own <= {actor for actor, _ in before.recipients}:
            continue
        if _takes_up(word, asking, tree, words):
            _address(event, dict.fromkeys(actor for actor, _ in before.actors if actor not in own))
        return


def take_up(event: Event, events: Sequence[Event], tree: Tree, words: FactualityWords, cast: Cast) -> None:
    """Give a refusal of what it names to who said that: "Hanoi demanded an apology. Phnom Penh rejected *the demand*".

    Args: as for :func:`reply`.
    """
    word = tree.words[event.word]
    own = {actor for actor, _ in event.actors}
    if event.type != "REJECT" or event.recipients or not own or word.pos != "VERB":
        return
    if any(_is_told_claim(thing, words) for thing in children(word, "obj")):
        charges = (
            one for one in reversed(events) if one.type == "ACCUSE" and own & {actor for actor, _ in one.recipients}
        )
        _address(event, dict.fromkeys(actor for one in charges for actor, _ in one.actors if actor not in own))
        return
    said = frozenset().union(*(_said_by(thing, words) for thing in children(word, "obj") if _is_known(thing)))
    lands = _lands(own, cast)
    for before in _just_before(word, events, tree) if said else ():
        sayers = dict.fromkeys(actor for actor, _ in before.actors)
        addressed = {actor for actor, _ in before.recipients}
        meant = not addressed or addressed & own or lands & {cast.actors[actor].country for actor in addressed}
        if before.type in said and sayers and own.isdisjoint(sayers) and meant:
            _address(event, sayers)
            return


def _is_told_claim(thing: Word, words: FactualityWords) -> bool:
    """True for a claim that is told once more: "rejected *the charge that* it had armed them"."""
    told = [one for one in children(thing, "acl") if any(mark.lower == "that" for mark in children(one, "mark"))]
    definite = any(one.lower == "the" for one in children(thing, "det"))
    return bool(told) and definite and thing.lemma in words.claims


def _is_known(thing: Word) -> bool:
    """True for what was told of before and has no owner beside it: "the demand", "that offer"."""
    owned = [one for one in children(thing, "nmod", "nmod:poss", "amod", "acl") if case(one) != "as"]
    return not owned and any(one.lower in ("the", "that", "this") for one in children(thing, "det"))


def _said_by(thing: Word, words: FactualityWords) -> frozenset[str]:
    """The types of the acts by which somebody says what a noun names."""
    lists = load_recipient_words()
    told: frozenset[str] = frozenset()
    if thing.lemma in lists.said:
        told |= {"REQUEST", "THREATEN"}
    if thing.lemma in lists.offered:
        told |= OFFERS
    if thing.lemma in words.claims | lists.remarked:
        told |= {"ACCUSE"}
    return told


def answer_claim(
    event: Event, events: Sequence[Event], tree: Tree, words: FactualityWords, testimony: Testimony, cast: Cast
) -> None:
    """Give the denial of a claim to who made it: "Chad said Libyan jets had bombed Wour. *Libya dismissed the claim*."

    A claim is what somebody was heard to say of a deed by the country that denies it, or by its people.
    """
    word = tree.words[event.word]
    own = {actor for actor, _ in event.actors}
    lands = _lands(own, cast)
    if event.type not in RETORTS or event.recipients or not own or word.pos != "VERB":
        return
    claims = words.claims | load_recipient_words().remarked
    said = any(
        (thing.lemma in claims and event.type == "REJECT") or is_what_is_said(thing) or _is_this(thing)
        for thing in [judged_thing(word), *children(word, "obj")]
        if thing is not None
    )
    if not said:
        return
    for before in _just_before(word, events, tree):
        speaker = _speaker_of(before, testimony, cast)
        done = {cast.actors[actor].country for actor, _ in before.actors}
        if speaker is not None and speaker not in own and done & lands and cast.actors[speaker].country not in lands:
            _address(event, [speaker])
            return
    _answer_last(event, [one for one in events if tree.words[one.word].sentence >= word.sentence - 1], testimony, cast)


def _answer_last(event: Event, near: Sequence[Event], testimony: Testimony, cast: Cast) -> None:
    """Give a denial to who charged the side that denies last, or else to the foreigner who had the word last."""
    own = {actor for actor, _ in event.actors}
    lands = _lands(own, cast)
    for before in reversed(near):
        sayers = dict.fromkeys(actor for actor, _ in before.actors)
        addressed = {actor for actor, _ in before.recipients}
        ours = addressed & own or any(speaks_for(cast, one, actor) for one in own for actor in addressed)
        ours = ours or bool(_lands(addressed, cast) & lands and not _lands(sayers, cast) & lands)
        if before.type in SAID and ours and sayers and own.isdisjoint(sayers):
            _address(event, sayers)
            return
    for before in reversed(near):
        speaker = _speaker_of(before, testimony, cast)
        if speaker is not None and speaker not in own:
            if _lands([speaker], cast).isdisjoint(lands):
                _address(event, [speaker])
            return


def _speaker_of(event: Event, testimony: Testimony, cast: Cast) -> int | None:
    """Who tells of an event, if it is neither the report nor its outlet."""
    speaker = testimony.voices[event.voice[-1]].actor if event.voice else None
    return None if speaker is None or cast.actors[speaker].kind == "outlet" else speaker


def _is_this(thing: Word) -> bool:
    """True for a pronoun that takes up what was said: "dismissed *this* as fiction", "called *that* a lie"."""
    return thing.lower in ("this", "that") and thing.pos in ("PRON", "DET")


def _avenges(word: Word) -> bool:
    """True for a verb that answers harm, itself or by what it governs: "vowed to *retaliate*", "promised *revenge*"."""
    words = load_recipient_words()
    told = {word.lemma, *(one.lemma for one in children(word, "obj", "xcomp", "obl"))}
    return not told.isdisjoint(words.replies | words.avenging)


def _retaliate(event: Event, events: Sequence[Event], tree: Tree, cast: Cast) -> None:
    """Put vengeance that is promised to nobody to who did harm before: "Chad expelled ten Libyans. *Libya* …"."""
    own = {actor for actor, _ in event.actors}
    lands = _lands(own, cast)
    for before in _just_before(tree.words[event.word], events, tree):
        hurt = {actor for actor, _ in before.recipients}
        doers = [actor for actor, _ in before.actors if cast.actors[actor].country not in lands]
        struck = hurt & own or {cast.actors[actor].country for actor in hurt} & lands
        if before.type in HARMS and struck and doers:
            _address(event, dict.fromkeys(doers))
            return


def recall_from(event: Event, events: Sequence[Event], tree: Tree, cast: Cast) -> None:
    """Let who recalls its envoy do it to whom it is at odds with: "Chad jailed two Malians. *Mali recalled its envoy*".

    Where nothing told before sets it against another state, it is the one that the report is about.
    """
    word = tree.words[event.word]
    lands = _lands((actor for actor, _ in event.actors), cast)
    envoys = load_pronoun_words().envoys
    recalled = any(thing.lemma in envoys for thing in children(word, "obj", "nsubj:pass"))
    if event.recipients or not lands or "withdraw" not in event.modes or not recalled:
        return
    for before in _just_before(word, events, tree):
        sides = [*before.actors, *before.recipients]
        own = any(cast.actors[actor].country in lands for actor, _ in sides)
        others = {cast.actors[actor].country for actor, _ in sides} - lands - {None}
        if own and len(others) == 1 and before.type in AT_ODDS:
            _address(event, [country_actor(cast, land) for land in others if land is not None])
            return
    if cast.home is not None and cast.home not in lands:
        _address(event, [country_actor(cast, cast.home)])


def ask_holder(event: Event, events: Sequence[Event], tree: Tree, cast: Cast) -> None:
    """Put a demand that somebody be let go to who holds him: "A court jailed Prado. *Norway demanded her release*."."""
    word = tree.words[event.word]
    if event.type != "REQUEST" or event.recipients or not event.actors:
        return
    released = load_recipient_words().letting_go
    things = [thing for thing in children(word, "obj", "obl", "nmod") if thing.lemma in released]
    held = {cast.actor_at(one.i) for thing in things for one in children(thing, "nmod")} - {None}
    for before in reversed(events):
        holders = before.type in HARMS and held & {actor for actor, _ in before.recipients}
        own = {actor for actor, _ in event.actors}
        if holders and before.actors and before.factuality.status == "asserted":
            _address(event, dict.fromkeys(actor for actor, _ in before.actors if actor not in own))
            return


def _just_before(word: Word, events: Sequence[Event], tree: Tree) -> Iterator[Event]:
    """The events told before a word, the nearest first, as far back as anybody answers."""
    return takewhile(lambda before: word.sentence - tree.words[before.word].sentence <= REACH, reversed(events))


def _lands(actors: Iterable[int], cast: Cast) -> set[str | None]:
    """The countries that actors are of, as far as they are told."""
    return {cast.actors[actor].country for actor in actors} - {None}


def _address(event: Event, whom: Iterable[int]) -> None:
    """Give an event those it is said to, whom no word tells, and less confidence."""
    event.recipients = [(actor, event.anchor) for actor in whom]
    event.confidence = round(event.confidence - DISCOUNT, 2)


def _takes_up(word: Word, asking: Word, tree: Tree, words: FactualityWords) -> bool:
    """True where an answer is about what was said: it names that, or the deed asked for, or nothing at all."""
    things = [thing for thing in children(word, "obj", "obl") if thing.mention_type != "time"]
    if word.lemma == "deny" and any(thing.lemma in PARTS for thing in things):
        return True  # "blamed the embassy, which denied any role"
    deeds = children(word, "xcomp", "ccomp")
    if not deeds and all(thing.lower in ("it", "that", "this") for thing in things):
        return True
    if any(thing.lemma in load_recipient_words().said or thing.lemma in words.claims for thing in things):
        return True
    said = {other.lemma for other in tree.sentence_words(asking.sentence) if other.i > asking.i and other.pos == "VERB"}
    return any(deed.lemma in said for deed in deeds)
