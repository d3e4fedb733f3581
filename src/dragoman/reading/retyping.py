"""What the parties of an event make of its type: a politician attacks with words, a state protests by a note.

So do who only gets ready for an attack, forces of several countries at an exercise, and a court that sends somebody to
prison (manual, sections ACCUSE, COOPERATE, MOBILIZE and SANCTION).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.lexicon.composition import Composition
from dragoman.lexicon.factuality import FactualityWords
from dragoman.ontology.plover import IRREGULAR
from dragoman.reading.candidates import Candidate
from dragoman.reading.clauses import MAX_CLIMB, undergoer
from dragoman.reading.draft import Cast, Event
from dragoman.reading.factuality import factuality_of
from dragoman.reading.own_side import OFFICIAL
from dragoman.reading.tree import Word, case, child, children, descendants

# Kinds of actors that attack one another in speech, sectors of those who do so with arms, and of those in politics.
TALKERS = frozenset({"person", "organization", "outlet", "government"})
ARMED = frozenset({"MIL", "REB", "COP", "PRM", "CRM", "UAF", "SPY"})
POLITICS = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI"})
_STATES = frozenset({"government", "country", "armed-group"})
# Through what somebody is attacked with words.
MEDIA = frozenset(
    {
        "address", "article", "blog", "broadcast", "column", "editorial", "facebook", "interview", "lecture", "letter",
        "podcast", "post", "posting", "pulpit", "remark", "sermon", "speech", "statement", "telegram", "television",
        "tweet", "twitter", "video",
    }
)  # fmt: skip
# Sectors of those who protest in the street and not by letter.
STREET_SECTORS = frozenset({"CVL", "EDU", "LAB", "OPP", "PTY"})
# Verbs of getting ready; where a sentence is served.
PREPARING = frozenset({"brace", "gear", "prepare", "ready"})
# Entries of what is sent somewhere, and what that may be beside troops.
DEPLOYING = frozenset({"mobilize.deploy", "mobilize.send-to-frontier"})
ARMOUR = frozenset(
    {
        "artillery", "battery", "bomber", "destroyer", "drone", "frigate", "gunship", "helicopter", "howitzer", "jet",
        "launcher", "missile", "submarine", "tank", "vehicle", "warplane", "warship",
    }
)  # fmt: skip
_POLICE = frozenset({"COP", "JUD", "SPY"})
_FIGHTERS = IRREGULAR | {"MIL"}
PRISONS = frozenset({"imprisonment", "jail", "prison"})


def retype(event: Event, candidate: Candidate, composition: Composition, cast: Cast, words: FactualityWords) -> None:
    """Give an event the type and modes that who takes part in it asks for."""
    speak(event, candidate, composition, cast, words)
    rein_in(event, candidate, cast)
    lodge(event, candidate, cast)
    arm(event, candidate, cast)
    take_in(event, cast)
    join_exercise(event, cast)
    hold_fire(event, cast)
    equip(event, candidate)
    prepare(event, candidate, cast, words)


def rein_in(event: Event, candidate: Candidate, cast: Cast) -> None:
    """Read what a state promises to keep its own people from as a promise: "Chad pledged to stop *its traders*"."""
    if event.type != "THREATEN" or candidate.trigger.predicate.type != "AGREE" or not event.recipients:
        return
    lands = {cast.actors[actor].country for actor, _ in event.actors}
    held = [cast.actors[actor] for actor, _ in event.recipients]
    if None not in lands and all(one.kind == "population" and one.country in lands for one in held):
        event.type, event.modes, event.recipients = "AGREE", (), []


def speak(event: Event, candidate: Candidate, composition: Composition, cast: Cast, words: FactualityWords) -> None:
    """Read an attack of one politician on another as one of words: "the senator attacked his rival over the budget".

    Both sides must be people or bodies without arms, and one of them in politics; a country attacks with arms. What is
    done through a speech or a post is done with words in any case.
    """
    if event.type != "ASSAULT" or event.modes or candidate.word.lemma not in composition.spoken:
        return
    if candidate.support is not None and candidate.support.verb.lemma == "order":
        return  # who orders an attack has others make it
    sides = [[cast.actors[actor] for actor, _ in side] for side in (event.actors, event.recipients)]
    parties = [*sides[0], *sides[1]]
    means = _medium(candidate.word)
    if means is not None and sides[0] and not any(actor.kind == "armed-group" for actor in sides[0]):
        event.type, event.modes = "ACCUSE", ("disapprove",)
        event.rule += " spoken"
        if means is not candidate.word:
            event.factuality = factuality_of(means, words)
        return
    if not all(sides) or any(actor.kind not in TALKERS or ARMED.intersection(actor.sectors) for actor in parties):
        return
    if all(actor.kind != "government" for actor in sides[0]) and any(POLITICS.intersection(a.sectors) for a in parties):
        event.type, event.modes = "ACCUSE", ("disapprove",)
        event.rule += " spoken"


def _medium(attack: Word) -> Word | None:
    """The verb that tells through what somebody attacks with words: "attacked them in a speech", "*used* a post to"."""
    where = ("in", "on", "during", "via", "through")
    if any(one.lemma in MEDIA and case(one) in where for one in children(attack, "obl")):
        return attack
    verb = attack.head
    if verb is None or attack.relation not in ("xcomp", "advcl") or verb.lemma not in ("take", "use"):
        return None
    through = [*children(verb, "obj"), *(one for one in children(verb, "obl") if case(one) == "to")]
    return verb if any(one.lemma in MEDIA for one in through) else None


def is_said(verb: Word) -> bool:
    """True for a verb whose clause says what somebody said: "no jobs were left, the union protested"."""
    clauses = children(verb, "ccomp", "parataxis")
    beside = verb.relation == "parataxis" and verb.head is not None and verb.head.pos == "VERB"
    return verb.pos == "VERB" and (beside or any(clause.pos == "VERB" for clause in clauses))


def lodge(event: Event, candidate: Candidate, cast: Cast) -> None:
    """Read the protest of a state or a body, or one that is said, as one of words: "Chile protested over the raid".

    A body lodges one at or over a deed, or "protests the law"; a union takes to the street.
    """
    parties = [cast.actors[actor] for actor, _ in event.actors]
    states = parties and all(
        party.kind == "government" or (party.kind != "population" and OFFICIAL.intersection(party.sectors))
        for party in parties
    )
    bodies = parties and all(party.kind in ("government", "organization") for party in parties)
    bodies = bodies and not any(STREET_SECTORS.intersection(party.sectors) for party in parties)
    bodies = bodies and candidate.word.pos == "VERB" and candidate.word.lemma == "protest"
    over = any(
        case(phrase) in ("at", "over") and phrase.mention_type != "place" for phrase in children(candidate.word, "obl")
    )
    strongly = any(phrase.lemma == "term" and case(phrase) == "in" for phrase in children(candidate.word, "obl"))
    bodies = bodies and (over or child(candidate.word, "obj") is not None)
    states = states or (strongly and candidate.word.lemma == "protest")  # "protested in the strongest terms"
    said = candidate.word.lemma == "protest" and is_said(candidate.word)
    if event.type == "PROTEST" and event.modes == ("demo",) and (states or bodies or said):
        event.type, event.modes = "ACCUSE", ("disapprove",)
        event.rule += " lodged"


def arm(event: Event, candidate: Candidate, cast: Cast) -> None:
    """Read a strike of a state or of armed men as one of arms: "Norway launched strikes against the Lake Front"."""
    if event.type != "PROTEST" or candidate.word.lemma != "strike" or not event.actors:
        return
    doers = [cast.actors[actor] for actor, _ in event.actors]
    if all(doer.kind in _STATES or ARMED.intersection(doer.sectors) - {"COP"} for doer in doers):
        event.type, event.modes = "ASSAULT", ()
        event.rule += " armed"


def take_in(event: Event, cast: Cast) -> None:
    """Read people whom a state's police take as arrested, not abducted: "intelligence agents seized the mayor".

    So are those whom its troops take, who are no fighters themselves, and are of no other country.
    """
    if event.rule != "assault.hold-people" or not event.actors or not event.recipients:
        return
    takers = [cast.actors[actor] for actor, _ in event.actors]
    taken = [cast.actors[actor] for actor, _ in event.recipients]
    lands = {party.country for party in (*takers, *taken)} - {None}
    police = all(_POLICE.intersection(taker.sectors) for taker in takers)
    troops = all(OFFICIAL.intersection(taker.sectors) for taker in takers) and len(lands) < 2
    fighters = any(_FIGHTERS.intersection(one.sectors) for one in taken)
    if (police or (troops and not fighters)) and not any(IRREGULAR.intersection(one.sectors) for one in takers):
        event.type, event.modes = "COERCE", ("arrest",)
        event.rule += " arrested"


def join_exercise(event: Event, cast: Cast) -> None:
    """Read an exercise of several countries' forces as what they do together (manual, section MOBILIZE)."""
    if not event.rule.startswith("mobilize.exercise") or event.recipients:
        return
    lands = {cast.actors[actor].country for actor, _ in event.actors} - {None}
    if len(lands) > 1:
        event.type, event.modes = "COOPERATE", ()
        event.recipients, event.reciprocal = list(event.actors), True
        event.rule += " joint"


def equip(event: Event, candidate: Candidate) -> None:
    """Tell by what is moved whether arms or troops are made ready: "deployed *armoured vehicles*"."""
    if event.rule not in DEPLOYING or event.modes != ("troops",):
        return
    moved = undergoer(candidate.word) if candidate.word.pos == "VERB" else None
    if moved is not None and moved.lemma in ARMOUR:
        event.modes = ("weapons",)


def hold_fire(event: Event, cast: Cast) -> None:
    """Read operations that armed men suspend as fighting they hold back from: "troops suspended operations there"."""
    doers = [cast.actors[actor] for actor, _ in event.actors]
    if event.rule == "sanction.suspend-operations" and doers and all(doer.kind == "armed-group" for doer in doers):
        event.type, event.modes = "RETREAT", ("ceasefire",)
        event.rule += " held back"


def prepare(event: Event, candidate: Candidate, cast: Cast, words: FactualityWords) -> None:
    """Read an attack that armed men only get ready for as a MOBILIZE: "prepared to resume shelling the camp"."""
    preparing = is_preparing(candidate)
    if event.type != "ASSAULT" or preparing is None:
        return
    doers = [cast.actors[actor] for actor, _ in event.actors]
    if doers and all(doer.kind in _STATES or ARMED.intersection(doer.sectors) for doer in doers):
        event.type, event.modes = "MOBILIZE", ("troops",)
        event.factuality = factuality_of(preparing, words)
        event.rule += " prepared"


def imprison(event: Event, candidate: Candidate, by_word: Mapping[int, Candidate]) -> list[Event]:
    """A sentence to prison once more as the arrest that it is too (manual, sections SANCTION and COERCE)."""
    word = candidate.word
    if event.type != "SANCTION" or "convict" not in event.modes or not event.recipients:
        return []
    phrases = [phrase for phrase in children(word, "obl", "obj", "nmod") if phrase.i > word.i]
    told = [below for phrase in phrases for below in (phrase, *descendants(phrase))]
    coded = any(below.i in by_word and by_word[below.i].trigger.predicate.type == "COERCE" for below in told)
    if coded or not any(below.lemma in PRISONS for below in told):
        return []  # "imposed a prison term" tells the arrest by itself
    arrest = replace(event, type="COERCE", modes=("arrest",), rule=f"{event.rule} imprisoned")
    arrest.factuality = replace(event.factuality)
    return [arrest]


def is_preparing(candidate: Candidate) -> Word | None:
    """The verb of getting ready over an act, over one that only begins it: "*prepared* to resume shelling"."""
    verb = candidate.word if candidate.support is None else candidate.support.verb
    for _ in range(MAX_CLIMB):
        governor = verb.head
        if governor is None or verb.relation != "xcomp":
            return None
        if governor.lemma in PREPARING:
            return governor
        verb = governor
    return None
