"""Event mentions of one report joined into tellings: the one that brings a happening up, and what points back to it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.casebook.company import kindred
from dragoman.casebook.digest import Digest
from dragoman.casebook.judgements import Judgements
from dragoman.casebook.spots import places_agree
from dragoman.casebook.tables import load_tables
from dragoman.casebook.tellings import (
    BOTH,
    EXACT,
    SIDE,
    TO_COME,
    Identities,
    Telling,
    as_many,
    happens_once,
    likeness,
    matched,
    modes_clash,
    parties_match,
    repack,
    same_word,
    statuses_agree,
    telling_of,
    vaguely_same,
)  # fmt: skip
from dragoman.casebook.windows import intersect, overlap

_SAME_WORDS = 0.5  # share of content words of two sentences that tell one thing without its recipient


def tellings_of(digest: Digest, identities: Identities, judgements: Judgements) -> list[Telling]:
    """The tellings of a report, in the order of their first mentions."""
    tellings: list[Telling] = []
    known: tuple[str | int, ...] = (*identities.known(digest.id), *digest.places)
    for scene in digest.scenes:
        telling = telling_of(digest.id, scene, identities, digest.day, known)
        told = _told_before(tellings, telling, judgements)
        if told is None:
            tellings.append(telling)
        else:
            tellings[told] = _merge(tellings[told], telling)
    return _with_chiefs(tellings)


def _with_chiefs(tellings: list[Telling]) -> list[Telling]:
    """The tellings, with the first blow of each type that falls on people without names marked as the report's news."""
    first: dict[str, int] = {}
    for place, telling in enumerate(tellings):
        if telling.type not in first and _is_blow_on_nameless(telling):
            first[telling.type] = place
    for place in first.values():
        tellings[place] = replace(tellings[place], chief=True)
    return tellings


def _is_blow_on_nameless(telling: Telling) -> bool:
    """Whether a deed of force is told as done to people without names, not to a place and whoever lives there."""
    tables = load_tables()
    if telling.type not in tables.one_way or telling.type not in tables.physical or telling.statuses != ("asserted",):
        return False
    said = [telling.vague.get(own) for own in telling.recipients]
    return bool(said) and all(one is not None and not one.inhabitants for one in said)


def _told_before(tellings: list[Telling], telling: Telling, judgements: Judgements) -> int | None:
    """Which telling of the report a new mention tells again, the last that fits; None for none, or for two meetings."""
    found = []
    for index in range(len(tellings) - 1, -1, -1):
        if judgements.apart(tellings[index].mentions, telling.mentions):
            continue
        if telling.key in judgements.same_as(tellings[index].key):
            return index
        if judgements.at_odds(tellings[index].mentions, telling.mentions):
            continue
        if _is_retold(tellings[index], telling):
            found.append(index)
    meetings = [index for index in found if len(tellings[index].parties) > 1]
    if len(telling.parties) == 1 and len(meetings) > 1 and telling.reciprocal:
        return None
    return found[0] if found else None


def _is_retold(before: Telling, later: Telling) -> bool:
    """Whether a later mention of a report tells again what an earlier telling told."""
    if before.type != later.type:
        return _announced(before, later) or _titled_otherwise(before, later)
    if not statuses_agree(before, later) or modes_clash(before, later):
        return False
    goes_on = before.statuses == later.statuses == ("ongoing",)
    if overlap(before.window, later.window) == "disjoint" and not goes_on:
        return False
    if places_agree(before.place, later.place) == "two":
        return False
    tables = load_tables()
    if before.type in tables.physical and places_agree(before.place, later.place) == "within" and not later.definite:
        return False
    if before.type in tables.reciprocal and _lacks_partner(before, later):
        return True
    if later.definite and later.parties and later.type in tables.reciprocal:
        # "Haftar attended the meeting with his sons": those it adds do not make it another meeting.
        found = matched(later, later.parties, before, before.parties | before.present)
        return found >= min(BOTH, SIDE * len(later.parties))
    if later.definite and later.parties:
        return _fits_into(later, before)
    if before.type in tables.reciprocal and (_without_a_side(before, later) or _without_a_side(later, before)):
        return False
    if _laid_at_a_door(before, later):
        return True
    # An envoy's own talks are not his state's visit: without a word that points back the parties must be the same. But
    # what a title says of a state ("Egypt backs …") the text then says of its head.
    if parties_match(before, later) >= (BOTH if before.headline else 2 * EXACT):
        return before.type in tables.reciprocal or _told_alike(before, later)
    if _counted_once(before, later) or _counted_in_title(before, later):
        return True
    if happens_once(before, later) or goes_on or _once_on_a_day(before, later):
        return matched(before, before.recipients, later, later.recipients) >= EXACT
    bare = not before.recipients and not later.recipients and bool(before.actors & later.actors)
    return bare and likeness(before.words, later.words) >= _SAME_WORDS


def _announced(before: Telling, later: Telling) -> bool:
    """Whether one voice tells again as sure to come what it told as possible: "may free them", "will be freed"."""
    to_come = TO_COME.issuperset(before.statuses) and TO_COME.issuperset(later.statuses)
    silent = not before.actors or not later.actors or not before.actors.isdisjoint(later.actors)
    same = bool(before.recipients) and before.recipients == later.recipients
    days = overlap(before.window, later.window)
    return (
        before.voice == later.voice
        and to_come
        and silent
        and same
        and kindred(before.type, later.type)
        and days != "disjoint"
    )


def _titled_otherwise(before: Telling, later: Telling) -> bool:
    """Whether a title tells by another type what befalls the same people but once: "seize", then "detained"."""
    once = not (before.ways & later.ways).isdisjoint(load_tables().once) and before.lasting == later.lasting
    told_so = before.headline and statuses_agree(before, later) and kindred(before.type, later.type)
    days = overlap(before.window, later.window)
    return told_so and once and days != "disjoint" and parties_match(before, later) >= 2 * EXACT


def _lacks_partner(before: Telling, later: Telling) -> bool:
    """Whether one tells of a meeting without saying with whom, and nothing says that it is not the other.

    "The president left for talks": those with the king that the report tells of next.
    """
    bare, other = (before, later) if len(before.parties) == 1 else (later, before)
    return len(bare.parties) == 1 and bare.actors <= other.parties


def _without_a_side(more: Telling, less: Telling) -> bool:
    """Whether two of three states are told to meet: talks beside a summit, not the summit told again."""
    sides = [{side for own in told.parties for side in told.sides_of(own)} for told in (more, less)]
    return len(sides[1]) > 1 and sides[1] < sides[0]


def _once_on_a_day(before: Telling, later: Telling) -> bool:
    """Whether both tell of what befalls the same people but once on the same day."""
    if before.lasting != later.lasting or before.recipients.isdisjoint(later.recipients):
        return False
    once = not (before.modes & later.modes).isdisjoint(load_tables().once)
    return once and overlap(before.window, later.window) == "equal"


def _counted_once(before: Telling, later: Telling) -> bool:
    """Whether both tell in one word what befell the same people, who are counted: six people are killed but once.

    Who did it may be left out, or stand for the other's.
    """
    same = bool(before.recipients) and before.recipients == later.recipients and as_many(before, later)
    doers = not (before.actors and later.actors) or matched(before, before.actors, later, later.actors) > 0
    return same and doers and before.type in load_tables().one_way and same_word(before, later)


def _laid_at_a_door(before: Telling, later: Telling) -> bool:
    """Whether somebody says who dealt a blow that the report has told without its doer.

    "A strike hit an aid convoy. … The army said the rebels' drones had struck the convoy": of a state, which may be
    struck by many, that tells nothing.
    """
    tables = load_tables()
    if before.type not in tables.physical or before.type not in tables.one_way or before.lasting != later.lasting:
        return False
    told_first = bool(later.actors) and not before.actors and before.statuses == later.statuses == ("asserted",)
    same = bool(before.recipients) and before.recipients == later.recipients
    people = before.recipients <= before.persons | before.groups
    return told_first and same and people and before.voice != later.voice


def _counted_in_title(before: Telling, later: Telling) -> bool:
    """Whether a title tells the deed already, and the text calls those whom it befell, as many, by another word.

    "Gunmen seize nine tourists": "gunmen … abducted nine people".
    """
    doers = bool(before.actors) and before.actors == later.actors
    same = as_many(before, later) and vaguely_same(before, before.recipients, later, later.recipients)
    return before.headline and doers and same and before.ways == later.ways


def _told_alike(before: Telling, later: Telling) -> bool:
    """A directed deed told twice rather than done twice: words do not multiply as blows do."""
    verbal = before.type not in load_tables().physical
    return verbal or before.modes == later.modes or likeness(before.words, later.words) >= _SAME_WORDS


def _fits_into(later: Telling, before: Telling) -> bool:
    """Whether every party of a mention that points back stands on the same side before."""
    doing = not later.actors or matched(later, later.actors, before, before.actors) > 0
    receiving = not later.recipients or matched(later, later.recipients, before, before.recipients) > 0
    return doing and receiving


def _merge(before: Telling, later: Telling) -> Telling:
    return replace(
        before,
        mentions=(*before.mentions, *later.mentions),
        modes=before.modes | later.modes,
        actors=before.actors | later.actors,
        recipients=before.recipients | later.recipients,
        present=before.present | later.present,
        persons=before.persons | later.persons,
        groups=before.groups | later.groups,
        vague={**before.vague, **later.vague},
        window=intersect(before.window, later.window),
        place=before.place or later.place,
        statuses=tuple(dict.fromkeys((*before.statuses, *later.statuses))),
        packed=repack(before, later),
        told=before.told | later.told,
        counted=before.counted | later.counted,
        lasting=before.lasting and later.lasting,
        definite=before.definite and later.definite,
        headline=before.headline and later.headline,
    )
