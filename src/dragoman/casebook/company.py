"""What besides a name says that two people are one: the same company at a like event, kin, office, country."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from itertools import product
from typing import NamedTuple

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.common_ground import CommonGround
from dragoman.casebook.digest import Digest
from dragoman.casebook.judgements import Judgements
from dragoman.casebook.profiles import Profile
from dragoman.casebook.scenes import Spot
from dragoman.casebook.story import RUNNING_STORY_DAYS, STORY_KNOWN, tells_one_story
from dragoman.casebook.tables import load_tables
from dragoman.casebook.windows import Window, overlap
from dragoman.ontology.names import compare, name_key, tokens, word_relation

# Weights of evidence beside a fitting name. They move together: a bare name needs ENOUGH, of at least one strong kind.
ENOUGH = 1.5
MARGIN = 0.5  # how far the best candidate must lead a second one that is another person
_COMPANION, _MOST_COMPANIONS, _STATE_COMPANION = 1.0, 1.5, 0.5
_FITTING_PAIR, _SAME_TIME = 0.75, 0.5
_OFFICE, _KIN, _FATHER, _COUNTRY, _RANK, _SECTOR = 1.5, 1.5, 1.0, 0.5, 0.5, 0.25
_ONE_STORY, _RUNNING_STORY = 1.5, 0.75
_MOST_RECORDS = 50  # of a cluster that are looked at for a story; somebody in more of them is named in full in many
_MOST_PAIRS = 200  # of their reports, those nearest in time, that are held against each other
_MOST_SCENES = 200  # of one companion that are looked at; more add no new evidence and cost time
_FAR_DAYS = 45  # reports further apart do not tell one scene unless they date it


@dataclass(slots=True)
class Evidence:
    """Reasons that two clusters are one person, with their weight; ``strong`` if any goes beyond country and sector.

    ``story`` is the part of the weight that all have whom reports of one story know; it tells none of them from others.
    """

    weight: float = 0.0
    story: float = 0.0
    strong: bool = False
    reasons: list[str] = field(default_factory=list)

    def add(self, weight: float, reason: str, *, strong: bool = True) -> None:
        """Adds one reason."""
        self.weight += weight
        self.strong = self.strong or strong
        self.reasons.append(reason)


class _Met(NamedTuple):
    """As much of a scene in which somebody meets another as is held of very many; fields as of :class:`Scene`."""

    record: str
    type: str
    window: Window
    place: Spot | None
    present: tuple[str, ...]


class Company:
    """Who stands beside whom in which scene, in terms of the clusters as they were when :meth:`among` was called.

    ``published`` is the ordinal of the publication day of every report.
    """

    def __init__(self) -> None:
        self.published: dict[str, int | None] = {}
        self._scenes: list[_Met] = []
        self._clusters = Clusters([], Judgements())
        self._ground = CommonGround(self._clusters)
        self._roots: list[tuple[int, ...]] = []
        self._of: dict[int, array[int]] = {}
        self._beside: dict[int, set[int]] = {}
        self._offices: dict[tuple[str, str], set[int]] = {}
        self._kin: dict[int, set[int]] = {}
        self._words: dict[str, set[int]] = {}

    def add(self, digest: Digest) -> None:
        """Takes the scenes of a report in."""
        self.published[digest.id] = digest.day
        self._scenes += (
            _Met(scene.key.record, scene.type, scene.window, scene.place, scene.present)
            for scene in digest.scenes
            if len(scene.present) > 1
        )

    def among(self, clusters: Clusters) -> Company:
        """Itself, with everybody in the clusters as they are now."""
        self._clusters, self._roots, self._of, self._beside = clusters, [], {}, {}
        self._ground = CommonGround(clusters)
        for number, scene in enumerate(self._scenes):
            found = (clusters.index_of(scene.record, local) for local in scene.present)
            roots = sorted({clusters.root(index) for index in found if index is not None})
            self._roots.append(tuple(roots))
            for root in roots:
                self._of.setdefault(root, array("i")).append(number)
        self._offices, self._kin, self._words = {}, {}, {}
        vague = {(title, "") for title in load_tables().vague}
        for root in clusters.roots():
            if clusters.profiles[root].kind != "person":
                continue
            for role in clusters.roles(root) - vague:
                self._offices.setdefault(role, set()).add(root)
            for relative in clusters.kin(root):
                self._kin.setdefault(relative, set()).add(root)
            for name in clusters.full_names(root):
                for word in tokens(name):
                    self._words.setdefault(name_key(word), set()).add(root)
        return self

    def near(self, root: int) -> set[int]:
        """Clusters with which one shares a companion, an office or a relative; or whose name is a relative's."""
        found: set[int] = set()
        for companion in self._company(root):
            if self._profile(companion).state is None:
                found |= self._company(companion)
        for role in self._clusters.roles(root):
            found |= self._offices.get(role, set())
        for relative in self._clusters.kin(root):
            found |= self._kin.get(relative, set())
            for name in self._clusters.full_names(relative):
                for word in tokens(name):
                    found |= self._words.get(name_key(word), set())
        return found - {root}

    def in_one_story(self, one: int, other: int, evidence: Evidence) -> None:
        """Adds that reports of one story know two clusters: who is told of by surname there is known to the reader."""
        here, there = (sorted({self._profile(at).key.record for at in self._clusters.members(x)}) for x in (one, other))
        near = []
        for record, like in product(here[:_MOST_RECORDS], there[:_MOST_RECORDS]):
            ours, theirs = self.published.get(record), self.published.get(like)
            if ours is not None and theirs is not None and abs(ours - theirs) <= RUNNING_STORY_DAYS:
                near.append((abs(ours - theirs), record, like))
        runs = False
        for apart, record, like in sorted(near)[:_MOST_PAIRS]:
            known = self._ground.between(record, like, besides={one, other})
            if tells_one_story(apart, known):
                evidence.add(_ONE_STORY, "both known in one story")
                evidence.story = _ONE_STORY
                return
            runs = runs or known > STORY_KNOWN
        if runs:
            evidence.add(_RUNNING_STORY, "both known in a story that runs for weeks")
            evidence.story = _RUNNING_STORY

    def _company(self, root: int) -> set[int]:
        """All clusters in any scene of one, itself included."""
        if root not in self._beside:
            self._beside[root] = {other for number in self._of.get(root, ()) for other in self._roots[number]}
        return self._beside[root]

    def shared(self, one: int, other: int, evidence: Evidence) -> None:
        """Adds the best pair of scenes in which two clusters keep the same company."""
        if not (self._company(one) & self._company(other)) - {one, other}:
            return
        best = 0.0
        reasons: list[str] = []
        seen: set[tuple[int, int]] = set()
        for number in self._of.get(one, ())[:_MOST_SCENES]:
            for companion in sorted({*self._roots[number]} - {one, other}):
                for like in self._of[companion][:_MOST_SCENES]:
                    if other not in self._roots[like] or (number, like) in seen:
                        continue
                    seen.add((number, like))
                    weight, why = self._weigh(number, like, one, other)
                    if weight > best:
                        best, reasons = weight, why
        if best:
            evidence.add(best, reasons[0])
            evidence.reasons += reasons[1:]

    def _weigh(self, number: int, like: int, one: int, other: int) -> tuple[float, list[str]]:
        here, there = self._scenes[number], self._scenes[like]
        if not self._may_be_one(here, there):
            return 0.0, []
        both = sorted(({*self._roots[number]} & {*self._roots[like]}) - {one, other})
        people = [root for root in both if self._profile(root).state is None]
        if not people:
            return 0.0, []
        states = len(both) - len(people)
        weight = min(_COMPANION * len(people), _MOST_COMPANIONS) + (_STATE_COMPANION if states else 0.0)
        names = ", ".join(name_of(self._clusters, root) for root in both)
        reasons = [f"both with {names} at a {here.type} event"]
        if overlap(here.window, there.window) in ("equal", "overlap"):
            weight += _SAME_TIME
            reasons.append("at times that agree")
        pair = self._fitting_pair(number, like, {one, other, *both})
        if pair:
            weight += _FITTING_PAIR
            reasons.append(pair)
        return weight, reasons

    def _may_be_one(self, here: _Met, there: _Met) -> bool:
        if here.record == there.record or not kindred(here.type, there.type):
            return False
        time = overlap(here.window, there.window)
        if time == "disjoint" or places_clash(here.place, there.place):
            return False
        if time == "unknown":
            one, two = self.published[here.record], self.published[there.record]
            return one is None or two is None or abs(one - two) <= _FAR_DAYS
        return True

    def _fitting_pair(self, number: int, like: int, taken: set[int]) -> str | None:
        """Another two people, one in each scene, whose names fit as well."""
        for root in sorted({*self._roots[number]} - taken):
            for candidate in sorted({*self._roots[like]} - taken):
                one, two = self._profile(root), self._profile(candidate)
                if one.kind == two.kind == "person" and names_fit(self._clusters, root, candidate):
                    return f"beside them “{one.names[0]}” fits “{two.names[0]}”"
        return None

    def _profile(self, root: int) -> Profile:
        return self._clusters.profiles[root]


def kindred(a: str, b: str) -> bool:
    """Whether two PLOVER types may be one happening."""
    families = load_tables().families
    return a == b or not set(families.get(a, ())).isdisjoint(families.get(b, ()))


def places_clash(one: Spot | None, two: Spot | None) -> bool:
    """Whether two places are in two countries."""
    return bool(one and two and one.country and two.country and one.country != two.country)


def names_fit(clusters: Clusters, a: int, b: int) -> str | None:
    """How a name of one cluster fits a name of the other, the bare ones included; None if none does."""
    for name in _names(clusters, a):
        for other in _names(clusters, b):
            likeness = compare(name, other)
            if likeness.verdict in ("same", "variant"):
                return f"“{name}” and “{other}”" if name != other else f"the name “{name}”"
            if likeness.verdict == "part":
                short, long = sorted((name, other), key=lambda text: len(tokens(text)))
                return f"“{short}” is part of “{long}”"
    return None


def name_of(clusters: Clusters, root: int) -> str:
    """What to call a cluster: its fullest name."""
    full = clusters.full_names(root)
    return full[0] if full else clusters.profiles[root].called


def standing(clusters: Clusters, a: int, b: int, evidence: Evidence) -> None:
    """Adds what two clusters' offices, countries and sectors say."""
    one_country = bool(clusters.countries(a) and clusters.countries(a) == clusters.countries(b))
    vague = load_tables().vague
    offices = clusters.roles(a) & clusters.roles(b)
    telling = sorted(role for role in offices if role[1] or (one_country and role[0] not in vague))
    if telling:
        title, of = telling[0]
        evidence.add(_OFFICE, f"both {title}" + (f" of {of}" if of else ""))
    elif ranks := _ranks(clusters, a) & _ranks(clusters, b):
        evidence.add(_RANK, f"both {min(ranks)}", strong=False)
    if one_country:
        evidence.add(_COUNTRY, f"both of {min(filter(None, clusters.countries(a)))}", strong=False)
    sectors = clusters.sectors(a) & clusters.sectors(b)
    if sectors:
        evidence.add(_SECTOR, f"both {', '.join(sorted(sectors))}", strong=False)


def _ranks(clusters: Clusters, root: int) -> set[str]:
    """The ranks of a cluster, whatever stands before them: of a brigadier general "general"."""
    return {title.split()[-1] for title, _ in clusters.roles(root) if title} & load_tables().ranks


def same_title(clusters: Clusters, a: int, b: int, evidence: Evidence) -> None:
    """Adds a title that two clusters share, whatever it is of: "presidential spokesman", "spokesman"."""
    ours, theirs = ({title for title, _ in clusters.roles(root)} for root in (a, b))
    both = sorted(x for x in ours if x and any(x.endswith(y) or y.endswith(x) for y in theirs if y))
    if both:
        evidence.add(_OFFICE, f"both {both[0]}")


def kinship(clusters: Clusters, a: int, b: int, evidence: Evidence) -> None:
    """Adds kin: the same relative in both, or a father's or family name that fits a relative of the bare one."""
    relatives = clusters.kin(a)
    both = sorted(relatives & clusters.kin(b))
    if both:
        evidence.add(_KIN, f"both kin of {name_of(clusters, both[0])}")
        return
    bare = {word for name in _names(clusters, a) for word in tokens(name)}
    for relative in sorted(relatives):
        for name in clusters.full_names(b):
            for word in tokens(name):
                if any(word_relation(word, own) in ("same", "variant") for own in bare):
                    continue
                for kin_name in clusters.full_names(relative):
                    if any(word_relation(word, other) in ("same", "variant") for other in tokens(kin_name)):
                        evidence.add(_FATHER, f"“{word.title()}” is a name of {kin_name}, kin of the other")
                        return


def _names(clusters: Clusters, root: int) -> list[str]:
    return clusters.full_names(root) + sorted(clusters.bare_names(root))
