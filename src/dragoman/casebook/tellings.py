"""Tellings: what one report says of one happening, in the terms of the case; and how two of them compare."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from zlib import crc32

from dragoman.casebook.model import Pointer
from dragoman.casebook.profiles import Profile
from dragoman.casebook.scenes import Scene, Spot, Status
from dragoman.casebook.spots import places_agree
from dragoman.casebook.story import LONG_STORY_DAYS, MOST_ACTORS, tells_one_story
from dragoman.casebook.tables import load_tables
from dragoman.casebook.vague import Vague, may_be_one
from dragoman.casebook.windows import Window
from dragoman.casebook.wording import kinship, wording_of

# How well two participants must match: a person for himself, an office or envoy for his state.
EXACT, SIDE = 1.0, 0.6
BOTH = EXACT + SIDE  # two parties, one of them to the letter
_TOLD_AGAIN_DAYS = 60  # after which a report still goes back to the beginning of its story
NEWS_DAYS = 3  # reports of one happening come out within these days of one another
ALIKE = 0.25  # share of content words from which two sentences tell a thing alike
TO_COME = frozenset(["future", "hypothetical", "conditional"])

_CODE = 3  # letters of a state's code; ids of actors are in small letters
_FORCES = "forces of"  # before the code of a state: what its army stands for, by whatever word

_NOBODY: Mapping[str, Vague] = {}

Identity = frozenset[str]


@dataclass(frozen=True, slots=True)
class Telling:
    """What one report says of one happening.

    ``actors`` and ``recipients`` are case actor ids; ``identities`` gives, for each, what else it may stand for: the
    state it speaks for ("EGY"), the group it leads. ``persons`` are the parties that are people with names, ``groups``
    those that are people without; ``vague`` gives what is said of these and of armed groups. ``present`` are those the
    sentences place there besides. ``packed`` are the content words of its sentences, ``told`` those of its
    mentions, ``counted`` the groups its sentences count ("12 comrades"). ``known`` are the named actors and the places
    that the report tells of most. ``lasting`` marks what goes on ("is holding"), ``definite`` a telling that points
    back ("the talks"), ``headline`` one in the title, ``chief`` the first of its report that tells such a deed of
    people without names: a report begins with its news.
    ``voice`` is the voice chain of its first mention, by the report's own ids.
    """

    record: str
    mentions: tuple[Pointer, ...]
    type: str
    types: tuple[str, ...]
    modes: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    present: frozenset[str]
    identities: Identities
    persons: frozenset[str]
    groups: frozenset[str]
    vague: Mapping[str, Vague]
    known: tuple[str | int, ...]
    window: Window
    published: int | None
    place: Spot | None
    statuses: tuple[Status, ...]
    packed: bytes
    told: frozenset[str]
    counted: frozenset[str]
    lasting: bool
    definite: bool
    headline: bool
    voice: tuple[str, ...]
    chief: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """Actors and recipients."""
        return self.actors | self.recipients

    @property
    def reciprocal(self) -> bool:
        """Whether its parties stand on both sides."""
        return self.type in load_tables().reciprocal

    @property
    def ways(self) -> frozenset[str]:
        """Its modes, with one for what two sides call otherwise: who is arrested for some is abducted for others."""
        alike = load_tables().alike
        return frozenset(alike.get(mode, mode) for mode in self.modes)

    def sides_of(self, party: str) -> frozenset[str]:
        """The codes of the states that a party is or speaks for."""
        return frozenset(key for key in self.identities[party] if len(key) == _CODE and key.isupper())

    @property
    def words(self) -> frozenset[int]:
        """Checksums of the content words of its sentences; see :func:`pack`."""
        return frozenset(memoryview(self.packed).cast("I"))

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
            if profile.side:
                stands.setdefault(own, {own}).add(profile.side)
            if profile.forces:
                stands.setdefault(own, {own}).add(f"{_FORCES} {profile.forces}")
            for local in profile.linked:
                other = actor_ids.get(Pointer(profile.key.record, local))
                # A head stands for a group he leads ("Hemedti", "RSF"); that a state leads nobody goes without saying.
                if other is not None and profile.state is None:
                    stands.setdefault(own, {own}).add(other)
        # Of profiles nothing is kept: a large case has millions, and they are let go before the tellings are made.
        named: dict[str, list[tuple[int, Pointer]]] = {}
        for profile in profiles:
            if profile.names or profile.state:
                named.setdefault(profile.key.record, []).append((-len(profile.wordings), profile.key))
        self._known = {
            record: tuple(sorted({actor_ids[key] for _, key in sorted(keys)[:MOST_ACTORS]}))
            for record, keys in named.items()
        }
        self._stands = {own: frozenset(keys) for own, keys in stands.items()}
        self._pool: dict[frozenset[str], frozenset[str]] = {}

    def case_ids(self, record: str, local_ids: tuple[str, ...]) -> frozenset[str]:
        """Case ids of report actors; those the record does not list are left out."""
        found = (self._ids.get(Pointer(record, local)) for local in local_ids)
        return self.pooled(frozenset(own for own in found if own is not None))

    def pooled(self, ids: frozenset[str]) -> frozenset[str]:
        """The same set for equal sets: very many tellings are of the same few parties, told in the same words."""
        return self._pool.setdefault(ids, ids)

    def known(self, record: str) -> tuple[str, ...]:
        """The actors with names that a report knows best: those it calls by most names."""
        return self._known.get(record, ())

    def __getitem__(self, case_id: str) -> Identity:
        """What a case actor may stand for, itself included."""
        return self._stands.get(case_id, frozenset((case_id,)))


def telling_of(
    record: str, scene: Scene, identities: Identities, published: int | None, known: tuple[str | int, ...]
) -> Telling:
    """The telling of one event mention of a report."""
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
        identities=identities,
        persons=identities.pooled((actors | recipients) & identities.persons),
        groups=identities.pooled((actors | recipients) & identities.groups),
        vague={own: said for item, said in scene.vague for own in identities.case_ids(record, (item,))} or _NOBODY,
        known=known,
        window=scene.window,
        published=published,
        place=scene.place,
        statuses=(scene.status,),
        packed=pack(scene.words),
        told=identities.pooled(frozenset((scene.told,))),
        counted=identities.case_ids(record, scene.counted),
        lasting=scene.lasting,
        definite=scene.definite,
        headline=scene.headline,
        voice=scene.voice,
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
        partner = next((other for other in sorted(left) if _stand_for(a, one, keys, b, other)), None)
        if partner is not None:
            left.remove(partner)
            total += SIDE
    return total


def _stand_for(a: Telling, one: str, keys: Identity, b: Telling, other: str) -> bool:
    """Whether two parties have an identity in common.

    Two groups of one body's people are two all the same, if they are not the forces of a state as a whole.
    """
    both = keys & b.identities[other]
    if one in a.groups and other in b.groups:
        return any(key.startswith(_FORCES) for key in both)
    return bool(both)


def vaguely_same(a: Telling, ours: Set[str], b: Telling, theirs: Set[str], *, toll: bool = False) -> bool:
    """Whether some party of each can be the same people, told of without a name in one of them at least.

    Args:
        a: one telling.
        ours: parties of it.
        b: the other.
        theirs: parties of that.
        toll: whether they are the victims of one blow for all else that is known; reports count these differently.
    """
    return any(
        one in a.vague and other in b.vague and may_be_one(a.vague[one], b.vague[other], counts=not toll)
        for one in ours
        for other in theirs
    )


def same_blow(a: Telling, b: Telling) -> bool:
    """Whether both tell of an attack on the very same day in the same place, so that only its toll may differ."""
    dated = a.window.days == b.window.days == 1 and a.window == b.window
    return a.type == b.type == "ASSAULT" and dated and places_agree(a.place, b.place) == "same"


def chief_blow(a: Telling, b: Telling) -> bool:
    """Whether both tell of the blow that is the news of their reports, within days, in one story."""
    chief = a.chief and b.chief and a.type == b.type and a.statuses == b.statuses
    if not chief or a.published is None or b.published is None:
        return False
    return abs(a.published - b.published) <= NEWS_DAYS and of_one_story(a, b)


def as_many(a: Telling, b: Telling) -> bool:
    """Whether both count as many at the receiving end, and more than one."""
    ours, theirs = (
        {number for own in t.recipients if own in t.vague for number in t.vague[own].numbers} for t in (a, b)
    )
    return any(number > 1 for number in ours & theirs)


def same_word(a: Telling, b: Telling) -> bool:
    """Whether a mention of one and a mention of the other are the same word or of one family ("raid", "attacked")."""
    return any(kinship(wording_of(one), wording_of(other)) in ("same", "family") for one in a.told for other in b.told)


def of_one_story(a: Telling, b: Telling) -> bool:
    """Whether the reports of two tellings come out within days and deal with the same named actors and places.

    What one of them dates to the very day of the other is told again of that story, weeks later too.
    """
    if a.published is None or b.published is None:
        return False
    apart, known = abs(a.published - b.published), len({*a.known} & {*b.known})
    dated_alike = a.window == b.window and a.window.days == 1
    return tells_one_story(min(apart, LONG_STORY_DAYS) if dated_alike and apart <= _TOLD_AGAIN_DAYS else apart, known)


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
    """Whether two tellings can be of one happening: not one denied or supposed and the other not.

    What is to come may be told as sure by one and as possible by the other.
    """
    return _world(a) == _world(b) or (TO_COME.issuperset(a.statuses) and TO_COME.issuperset(b.statuses))


def opposed(a: Telling, b: Telling) -> bool:
    """Whether one tells or expects what the other denies. What hangs on a condition is not opposed by a denial."""
    worlds = {_world(a), _world(b)}
    return "denied" in worlds and len(worlds) == 2 and not any(set(t.statuses) == {"conditional"} for t in (a, b))


def expected(telling: Telling) -> bool:
    """Whether it is held possible only."""
    return _world(telling) == "supposed"


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

    Of people without names like words must tell it. Being held goes on, being seized does not: the two are not one
    happening.
    """
    if a.lasting != b.lasting or not statuses_agree(a, b) or (a.ways & b.ways).isdisjoint(load_tables().once):
        return False
    shared = a.recipients & b.recipients
    return not shared.isdisjoint(a.persons) or (not shared.isdisjoint(a.groups) and likeness(a.words, b.words) >= ALIKE)


def befell_for_good(a: Telling, b: Telling) -> bool:
    """Whether both tell what befalls a person with a name only once: a conviction, a killing."""
    return not (a.modes & b.modes).isdisjoint(load_tables().for_good) and not a.persons.isdisjoint(b.persons)


def pack(words: Iterable[str]) -> bytes:
    """Words as four bytes each, their CRC-32: a tenth of the room of a set, for the millions of a large case."""
    return _packed({crc32(word.encode()) for word in words})


def repack(a: Telling, b: Telling) -> bytes:
    """The words of both."""
    return a.packed if a.packed == b.packed else _packed(a.words | b.words)


def _packed(sums: Set[int]) -> bytes:
    return array("I", sorted(sums)).tobytes()


def likeness(a: Set[object], b: Set[object]) -> float:
    """Shared words over all words, 0 to 1."""
    return len(a & b) / len(a | b) if a and b else 0.0
