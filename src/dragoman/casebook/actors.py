"""Actors across reports: profiles of all records joined into case actors, with evidence and doubts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import partial

from dragoman.casebook.bodies import join_bodies, join_organs
from dragoman.casebook.clusters import Clusters
from dragoman.casebook.company import Company
from dragoman.casebook.digest import Digests
from dragoman.casebook.groups import join_groups
from dragoman.casebook.judgements import Judgements
from dragoman.casebook.model import CaseActor, Doubt, HeldRole
from dragoman.casebook.naming import unused_id
from dragoman.casebook.near_names import near_misses
from dragoman.casebook.people import join_bare_names, join_full_names, join_office_holders, join_past_country
from dragoman.casebook.profiles import Profile
from dragoman.casebook.short_names import join_short_names
from dragoman.casebook.weighing import AMBIGUOUS, against_within, weigh
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import fold, tokens


def link_actors(digests: Digests, judgements: Judgements) -> tuple[list[CaseActor], list[Doubt], list[Profile]]:
    """Case actors of reports; the doubts; and the profile of every report actor.

    A name alone joins people only if it has two words; a surname, given name or alias needs company, kin or office
    that agree as well; a description, another of the same group in a report of the same story.

    Args:
        digests: of all reports.
        judgements: the analyst's; they go before everything that is found here.
    """
    profiles: list[Profile] = []
    places: dict[str, tuple[int, ...]] = {}
    company = Company()
    for digest in digests:
        profiles += digest.profiles
        places[digest.id] = digest.places
        company.add(digest)
    clusters = Clusters(profiles, judgements)
    _join_states(clusters)
    join_organs(clusters)
    body_doubts = join_bodies(clusters)
    doubts = join_past_country(clusters, join_full_names(clusters), company.among(clusters))
    if doubts:
        # What was left apart because more than one could be meant may now have one person to go to.
        doubts = join_past_country(clusters, join_full_names(clusters), company.among(clusters))
    doubts += [(one, other, (reason, AMBIGUOUS)) for one, other, reason in body_doubts]
    doubts += join_bare_names(clusters, partial(company.among, clusters))
    join_short_names(clusters, company.published)
    join_office_holders(clusters, company.published)
    join_groups(clusters, digests, company.published, places)
    company.among(clusters)
    doubts += near_misses(clusters, company)
    names = _ids(clusters)
    left, published = _doubts(clusters, company, doubts, names), company.published
    del company, doubts  # a large case has hundreds of thousands of scenes, and nobody needs them any more
    return [_case_actor(clusters, root, names[root], published) for root in clusters.roots()], left, profiles


def _join_states(clusters: Clusters) -> None:
    """Joins a country and its government as such by code; apart if some report keeps the two apart."""
    by_code: dict[str, list[int]] = {}
    for index, profile in enumerate(clusters.profiles):
        if profile.state:
            by_code.setdefault(profile.state, []).append(index)
    for code, indices in by_code.items():
        kinds_of: dict[str, set[str]] = {}
        for index in indices:
            profile = clusters.profiles[index]
            kinds_of.setdefault(profile.key.record, set()).add(profile.kind)
        apart = any(len(kinds) > 1 for kinds in kinds_of.values())
        heads: dict[str, int] = {}
        for index in indices:
            kind = clusters.profiles[index].kind if apart else ""
            if kind not in heads:
                heads[kind] = index
            else:
                clusters.join(heads[kind], index, [f"the state {load_countries().name(code) or code}"])


def _ids(clusters: Clusters) -> dict[int, str]:
    """An id for every cluster: its name in letters, digits and hyphens, numbered where it clashes."""
    taken: dict[str, int] = {}
    ids = {}
    for root in clusters.roots():
        slug = "-".join(
            word for word in "".join(c if c.isalnum() else " " for c in fold(_name(clusters, root))).split()
        )
        slug = slug[:48].strip("-") or "actor"
        ids[root] = unused_id(slug, taken)
    return ids


def _name(clusters: Clusters, root: int) -> str:
    """The name to show: a person's and a body's fullest, a state's most usual."""
    members = [clusters.profiles[index] for index in clusters.members(root)]
    counted = Counter(name for profile in members for name in profile.names)
    if members[0].state:
        official = load_countries().name(members[0].state)
        if official:
            return official
    if not counted:
        # "Sudan's army" says more than "army".
        return (
            min((profile.called for profile in members), key=lambda name: (name.islower(), len(name), name)) or "actor"
        )
    if members[0].kind != "person":
        # A body's usual name, in words where it has them: not the initials, nor the longest anyone ever wrote.
        return min(counted, key=lambda name: (len(name.split()) == 1, -counted[name], len(name), name))
    words = {name: len(tokens(name)) for name in counted}
    longest = max(words.values())
    return min((name for name in counted if words[name] == longest), key=lambda name: (-counted[name], len(name), name))


def _case_actor(clusters: Clusters, root: int, actor_id: str, published: Mapping[str, int | None]) -> CaseActor:
    members = [clusters.profiles[index] for index in clusters.members(root)]
    countries = Counter(profile.country for profile in members if profile.country)
    kinds = Counter(profile.kind for profile in members)
    sectors = Counter(sector for profile in members for sector in profile.sectors)
    names = Counter(name for profile in members for name in (profile.called, *profile.wordings))
    roles = {
        HeldRole(record=profile.key.record, title=title, of=of, published=_date(published[profile.key.record])): None
        for profile in members
        for title, of in profile.offices
    }
    return CaseActor(
        id=actor_id,
        name=_name(clusters, root),
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        country=min(countries, key=lambda country: (-countries[country], country), default=None),
        sectors=tuple(sorted(sectors, key=lambda sector: (-sectors[sector], sector))),
        names=tuple(sorted(names, key=lambda name: (-names[name], name))),
        roles=tuple(sorted(roles, key=lambda role: role.published or "")),
        anonymous=all(profile.anonymous for profile in members),
        members=tuple(profile.key for profile in members),
        evidence=clusters.evidence(root),
        against=against_within(members) if len(members) > 1 else (),
    )


def _date(day: int | None) -> str | None:
    return None if day is None else date.fromordinal(day).isoformat()


def _doubts(
    clusters: Clusters, company: Company, doubts: list[tuple[int, int, tuple[str, ...]]], ids: dict[int, str]
) -> list[Doubt]:
    """The doubts that no join and no judgement has settled, weighed, those most likely to be one first."""
    merged: dict[tuple[int, int], dict[str, None]] = {}
    for one, other, reasons in doubts:
        a, b = sorted((clusters.root(one), clusters.root(other)), key=lambda root: ids[root])
        if a != b and not clusters.settled(one, other):
            merged.setdefault((a, b), {}).update(dict.fromkeys(reasons))
    found = []
    for (a, b), clauses in merged.items():
        weighed = weigh(clusters, company, a, b, clauses)
        found.append(
            Doubt(
                what="actor", one=ids[a], other=ids[b], evidence=weighed.evidence, against=weighed.against,
                score=weighed.score,
            )
        )  # fmt: skip
    return sorted(found, key=lambda doubt: (-(doubt.score or 0.0), doubt.one, doubt.other))
