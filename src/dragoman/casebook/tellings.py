"""Event mentions made ready for comparing, and the joining of those of one report into tellings.

A telling is all one report says of one happening: the mention that brings it up and what later points back to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.casebook.digest import Digest
from dragoman.casebook.judgements import Judgements
from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import Profile
from dragoman.casebook.scenes import Scene, Spot, Status
from dragoman.casebook.tables import load_tables
from dragoman.casebook.windows import Window, intersect, overlap
from dragoman.ontology.names import fold

# How well two participants must match: a person for himself, an office or envoy for his state.
EXACT, SIDE = 1.0, 0.6
BOTH = EXACT + SIDE  # two parties, one of them to the letter
ALIKE = 0.25  # share of content words from which two sentences tell a thing alike
_SAME_WORDS = 0.5  # share of content words of two sentences that tell one thing without its recipient

Identity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of one happening.

    ``actors`` and ``recipients`` are case actor ids; ``identities`` gives, for each, what else it may stand for: the
    state it speaks for ("EGY"), the group it leads. ``persons`` are the parties that are people with names, ``groups``
    those that are people without. ``present`` are those the sentences place there besides. ``words`` are the content
    words of its sentences. ``definite`` marks a telling that points back ("the talks"), ``headline`` one that stands in
    the title.
    """

    record: str
    mentions: tuple[Pointer, ...]
    type: str
    types: tuple[str, ...]
    modes: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    present: frozenset[str]
    identities: Mapping[str, Identity]
    persons: frozenset[str]
    groups: frozenset[str]
    window: Window
    published: int | None
    place: Spot | None
    statuses: tuple[Status, ...]
    words: frozenset[str]
    definite: bool
    headline: bool

    @property
    def parties(self) -> frozenset[str]:
        """Actors and recipients."""
        return self.actors | self.recipients

    @property
    def reciprocal(self) -> bool:
        """Whether its parties stand on both sides."""
        return self.type in load_tables().reciprocal

    @property
    def key(self) -> Pointer:
        """Where it stands: its first mention."""
        return self.mentions[0]


class Identities:
    """What every report actor is in the case, and what it may stand for."""

    def __init__(self, profiles: Sequence[Profile], actor_ids: Mapping[Pointer, str]) -> None:
        self._ids = actor_ids
        self.persons = frozenset(actor_ids[one.key] for one in profiles if one.full or one.bare)
        self.groups = frozenset(actor_ids[one.key] for one in profiles if not (one.names or one.state))
        stands: dict[str, set[str]] = {}
        for profile in profiles:
            own = actor_ids[profile.key]
            stands.setdefault(own, {own})
            if profile.side:
                stands[own].add(profile.side)
            for local in profile.linked:
                other = actor_ids.get(Pointer(profile.key.record, local))
                # A head stands for a group he leads ("Hemedti", "RSF"); that a state leads nobody goes without saying.
                if other is not None and profile.state is None:
                    stands[own].add(other)
        self._stands = {own: frozenset(keys) for own, keys in stands.items()}

    def case_ids(self, record: str, local_ids: tuple[str, ...]) -> frozenset[str]:
        """Case ids of report actors; those the record does not list are left out."""
        found = (self._ids.get(Pointer(record, local)) for local in local_ids)
        return frozenset(own for own in found if own is not None)

    def of(self, case_id: str) -> Identity:
        """What a case actor may stand for, itself included."""
        return self._stands.get(case_id, frozenset((case_id,)))


def tellings_of(digest: Digest, identities: Identities, judgements: Judgements) -> list[Telling]:
    """The tellings of a report, in the order of their first mentions."""
    tellings: list[Telling] = []
    for scene in digest.scenes:
        telling = _telling(digest.id, scene, identities, digest.day)
        for index in range(len(tellings) - 1, -1, -1):
            if not judgements.apart(tellings[index].mentions, telling.mentions) and (
                scene.key in judgements.same_as(tellings[index].key) or _is_retold(tellings[index], telling)
            ):
                tellings[index] = _merge(tellings[index], telling)
                break
        else:
            tellings.append(telling)
    return tellings


def _telling(record: str, scene: Scene, identities: Identities, published: int | None) -> Telling:
    actors = identities.case_ids(record, scene.actors)
    recipients = identities.case_ids(record, scene.recipients)
    present = identities.case_ids(record, scene.present)
    return Telling(
        record=record,
        mentions=(scene.key,),
        type=scene.type,
        types=(scene.type,),
        modes=scene.modes,
        actors=actors,
        recipients=recipients,
        present=present,
        identities={own: identities.of(own) for own in present | actors | recipients},
        persons=(actors | recipients) & identities.persons,
        groups=(actors | recipients) & identities.groups,
        window=scene.window,
        published=published,
        place=scene.place,
        statuses=(scene.status,),
        words=scene.words,
        definite=scene.definite,
        headline=scene.headline,
    )


def matched(a: Telling, ours: frozenset[str], b: Telling, theirs: frozenset[str]) -> float:
    """How many of two sets of parties are the same, EXACT for one actor, SIDE for two that stand for one another.

    Two do not stand for one another by a state that a party both name speaks for already: a president who meets his
    government and one who meets another country's minister are at two meetings.
    """
    same = ours & theirs
    total = EXACT * len(same)
    taken = {key for party in same for key in a.identities[party]}
    left = set(theirs - same)
    for one in sorted(ours - same):
        keys = a.identities[one] - taken
        partner = next((other for other in sorted(left) if not keys.isdisjoint(b.identities[other])), None)
        if partner is not None:
            left.remove(partner)
            total += SIDE
    return total


def parties_match(a: Telling, b: Telling) -> float:
    """How well the parties match, 0 if they do not: both sides of a directed event, two parties of a mutual one."""
    if a.reciprocal and b.reciprocal:
        total = matched(a, a.parties, b, b.parties)
        return total if total >= BOTH else 0.0
    doing = matched(a, a.actors, b, b.actors)
    receiving = matched(a, a.recipients, b, b.recipients)
    if doing and receiving and doing + receiving >= BOTH:
        return doing + receiving
    return 0.0


def statuses_agree(a: Telling, b: Telling) -> bool:
    """Whether two tellings can be of one happening: not one denied or supposed and the other not."""
    return _world(a) == _world(b)


def opposed(a: Telling, b: Telling) -> bool:
    """Whether one tells what the other denies."""
    return {_world(a), _world(b)} == {"real", "denied"}


def _world(telling: Telling) -> str:
    statuses = set(telling.statuses)
    if statuses <= {"negated"}:
        return "denied"
    return "supposed" if statuses <= {"hypothetical", "conditional"} else "real"


def modes_clash(a: Telling, b: Telling) -> bool:
    """Whether no one happening has both modes ("phone", "visit")."""
    exclusive = load_tables().exclusive
    return any(frozenset((x, y)) in exclusive for x in a.modes for y in b.modes)


def happens_once(a: Telling, b: Telling) -> bool:
    """Whether both tell of the same people what befalls nobody twice within days: abduction, release, arrest.

    Of people without names like words must tell it. Being held is told as going on, being seized is not: the two are
    not one happening.
    """
    if a.statuses != b.statuses or (a.modes & b.modes).isdisjoint(load_tables().once):
        return False
    shared = a.recipients & b.recipients
    return not shared.isdisjoint(a.persons) or (not shared.isdisjoint(a.groups) and likeness(a.words, b.words) >= ALIKE)


def places_agree(a: Spot | None, b: Spot | None) -> str:
    """The same place ("same"), one inside the other for all we know ("within"), two ("two") or "unknown"."""
    if a is None or b is None:
        return "unknown"
    if a.geonames is not None and a.geonames == b.geonames:
        return "same"
    if fold(a.name).removeprefix("the ") == fold(b.name).removeprefix("the "):
        return "same" if a.country == b.country or None in (a.country, b.country) else "two"
    if a.country and b.country:
        return "within" if a.country == b.country else "two"
    return "unknown"


def _is_retold(before: Telling, later: Telling) -> bool:
    """Whether a later mention of a report tells again what an earlier telling told."""
    if before.type != later.type or not statuses_agree(before, later) or modes_clash(before, later):
        return False
    if overlap(before.window, later.window) == "disjoint" or places_agree(before.place, later.place) == "two":
        return False
    tables = load_tables()
    if before.type in tables.physical and places_agree(before.place, later.place) == "within" and not later.definite:
        return False
    if later.definite and later.parties and later.type in tables.reciprocal:
        # "Haftar attended the meeting with his sons": those it adds do not make it another meeting.
        found = matched(later, later.parties, before, before.parties | before.present)
        return found >= min(BOTH, SIDE * len(later.parties))
    if later.definite and later.parties:
        return _fits_into(later, before)
    # An envoy's own talks are not his state's visit: without a word that points back the parties must be the same. But
    # what a title says of a state ("Egypt backs …") the text then says of its head.
    if parties_match(before, later) >= (BOTH if before.headline else 2 * EXACT):
        return before.type in tables.reciprocal or _told_alike(before, later)
    if happens_once(before, later):
        return matched(before, before.recipients, later, later.recipients) >= EXACT
    bare = not before.recipients and not later.recipients and bool(before.actors & later.actors)
    return bare and likeness(before.words, later.words) >= _SAME_WORDS


def _told_alike(before: Telling, later: Telling) -> bool:
    """A directed deed told twice rather than done twice: words do not multiply as blows do."""
    verbal = before.type not in load_tables().physical
    return verbal or before.modes == later.modes or likeness(before.words, later.words) >= _SAME_WORDS


def _fits_into(later: Telling, before: Telling) -> bool:
    """Whether every party of a mention that points back stands on the same side before."""
    doing = not later.actors or matched(later, later.actors, before, before.actors) > 0
    receiving = not later.recipients or matched(later, later.recipients, before, before.recipients) > 0
    return doing and receiving


def likeness(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared words over all words, 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _merge(before: Telling, later: Telling) -> Telling:
    return replace(
        before,
        mentions=(*before.mentions, *later.mentions),
        modes=before.modes | later.modes,
        actors=before.actors | later.actors,
        recipients=before.recipients | later.recipients,
        present=before.present | later.present,
        identities={**before.identities, **later.identities},
        persons=before.persons | later.persons,
        groups=before.groups | later.groups,
        window=intersect(before.window, later.window),
        place=before.place or later.place,
        statuses=tuple(dict.fromkeys((*before.statuses, *later.statuses))),
        words=before.words | later.words,
        definite=before.definite and later.definite,
        headline=before.headline and later.headline,
    )
