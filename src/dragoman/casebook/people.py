"""People across reports: full names first, then shorter forms, then bare names where more than a name agrees."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import combinations

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.company import ENOUGH, MARGIN, Company, Evidence, kinship, names_fit, same_title, standing
from dragoman.casebook.profiles import Profile
from dragoman.casebook.tables import load_tables
from dragoman.casebook.weighing import AMBIGUOUS
from dragoman.ontology.countries import load_countries
from dragoman.ontology.names import Likeness, compare, first_sounds, name_key, tokens

_ROUNDS = 3  # a joined bare name may be the company that joins the next; chains longer than this were not seen
_IN_OFFICE_DAYS = 30  # between reports that name the holder of an office and that leave the name out
_MOST_HOLDERS = 40  # of a name that are all weighed; of more, those with kin, company or office in common
_SHOWN = 3  # doubtful candidates listed for one bare name
_Doubt = tuple[int, int, tuple[str, ...]]


def join_full_names(clusters: Clusters) -> list[_Doubt]:
    """Joins people by names of two words and more; returns pairs left in doubt."""
    holders: dict[str, list[int]] = {}
    for index, profile in enumerate(clusters.profiles):
        if profile.anonymous:
            continue
        for name in profile.full:
            holders.setdefault(name, []).append(index)
    doubts: list[_Doubt] = []
    by_words: dict[tuple[str, ...], list[str]] = {}
    for name in sorted(holders):
        by_words.setdefault(tokens(name), []).append(name)
    for names in by_words.values():
        indices = sorted({index for name in names for index in holders[name]})
        unclear, own_doubts = _join_all(clusters, indices, f"the same name “{names[0]}”")
        doubts += own_doubts
        if len(unclear) > _MOST_HOLDERS:
            # Each of so many could be any of several by one spelling; which of them is not told by another.
            holders.update({name: [index for index in holders[name] if index not in unclear] for name in names})
    pairs = _likely_pairs(by_words)
    doubts += _join_pairs(clusters, holders, [pair for pair in pairs if pair[2].verdict in ("same", "variant")])
    doubts += _join_parts(clusters, holders, [pair for pair in pairs if pair[2].verdict in ("part", "initials")])
    return doubts


def _join_all(clusters: Clusters, indices: list[int], reason: str) -> tuple[set[int], list[_Doubt]]:
    """Joins those of one full name; returns those who could be more than one person of it, and the doubts."""
    doubts: list[_Doubt] = []
    heads: list[int] = []
    unclear: set[int] = set()
    # Those of known country first, so that one of unknown country does not decide which country comes in.
    for index in sorted(indices, key=lambda index: (not clusters.countries(clusters.root(index)), index)):
        takers = [head for head in heads if clusters.conflict(head, index) is None]
        if len({clusters.root(head) for head in takers}) == 1:
            clusters.join(takers[0], index, [reason])
            continue
        if len(unclear) < _SHOWN:
            doubts += [(head, index, (reason, *_unclear(clusters, head, index))) for head in heads[:_SHOWN]]
        if takers:
            unclear.add(index)
        else:
            heads.append(index)
    return unclear, doubts


def _unclear(clusters: Clusters, a: int, b: int) -> tuple[str, ...]:
    """That more than one could be meant, if nothing else keeps two clusters apart."""
    return () if clusters.conflict(a, b) else (AMBIGUOUS,)


def _likely_pairs(by_words: dict[tuple[str, ...], list[str]]) -> list[tuple[str, str, Likeness]]:
    """Pairs of differing full names that compare as one name or as a shorter form.

    Such names share one word, and the first sound of another or of what it is short for; blocking on both keeps
    common given names apart.
    """
    one_of = [group[0] for group in by_words.values()]
    blocks: dict[tuple[str, str], list[str]] = {}
    for name in sorted(one_of):
        words = tokens(name)
        for index, word in enumerate(words):
            for first in set().union(*(first_sounds(words[at]) for at in range(len(words)) if at != index)):
                blocks.setdefault((name_key(word) or word, first), []).append(name)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        seen.update(combinations(sorted(set(block)), 2))
    pairs = [(a, b, compare(a, b)) for a, b in sorted(seen)]
    return [pair for pair in pairs if pair[2].verdict != "different" and pair[2].shared]


def _join_pairs(
    clusters: Clusters, holders: dict[str, list[int]], pairs: list[tuple[str, str, Likeness]]
) -> list[_Doubt]:
    doubts: list[_Doubt] = []
    for a, b, likeness in sorted(pairs, key=lambda pair: (-pair[2].shared, pair[0], pair[1])):
        for one, other in _root_pairs(clusters, holders[a], holders[b]):
            reason = f"“{a}” and “{b}”: {likeness.reason}"
            if not clusters.join(one, other, [reason]):
                doubts.append((one, other, (reason, *_unclear(clusters, one, other))))
    return doubts


def _root_pairs(clusters: Clusters, ours: Iterable[int], theirs: Iterable[int]) -> list[tuple[int, int]]:
    one = sorted({clusters.root(index) for index in ours})
    two = sorted({clusters.root(index) for index in theirs})
    return [(a, b) for a in one for b in two if a != b]


def _join_parts(
    clusters: Clusters, holders: dict[str, list[int]], pairs: list[tuple[str, str, Likeness]]
) -> list[_Doubt]:
    """Joins a shorter form to the longer one it is part of, unless it is part of two that are different people."""
    longer: dict[str, list[tuple[str, Likeness]]] = {}
    for a, b, likeness in pairs:
        short, long = sorted((a, b), key=lambda name: (len(tokens(name)), sum(map(len, tokens(name))), name))
        longer.setdefault(short, []).append((long, likeness))
    doubts: list[_Doubt] = []
    for short in sorted(longer, key=lambda name: (-len(tokens(name)), name)):
        for one in sorted({clusters.root(index) for index in holders[short]}):
            targets = {
                clusters.root(index): (long, likeness)
                for long, likeness in longer[short]
                for index in holders[long]
                if clusters.conflict(one, index) is None
            }
            targets.pop(clusters.root(one), None)
            one_person = all(clusters.conflict(a, b) is None for a, b in combinations(sorted(targets), 2))
            for target in sorted(targets):
                long, likeness = targets[target]
                reason = f"“{short}” and “{long}”: {likeness.reason}"
                if not one_person:
                    doubts.append((one, target, (reason, AMBIGUOUS)))
                elif not clusters.join(one, target, [reason]):
                    doubts.append((one, target, (reason, *_unclear(clusters, one, target))))
    return doubts


def join_past_country(clusters: Clusters, doubts: list[_Doubt], company: Company) -> list[_Doubt]:
    """Joins people of one full name whom reports place in two countries, if an office or company is the same.

    Returns the doubts that remain.
    """
    left = []
    for one, other, reasons in sorted(doubts):
        a, b = clusters.root(one), clusters.root(other)
        named = clusters.full_names(a) and clusters.full_names(b)
        if a == b or not named or not clusters.conflict(a, b) or clusters.conflict(a, b, past_country=True):
            left.append((one, other, reasons))
            continue
        evidence = Evidence(reasons=[reasons[0]])
        same_title(clusters, a, b, evidence)
        company.shared(a, b, evidence)
        if not (evidence.strong and clusters.join(a, b, evidence.reasons, past_country=True)):
            left.append((one, other, reasons))
    return left


def join_bare_names(clusters: Clusters, company_of: Callable[[], Company]) -> list[_Doubt]:
    """Joins people of one-word names where company, kin or office say the same; returns the rest as doubts.

    Every round decides all from the clusters as they stood at its start, so that no order matters.
    """
    doubts: list[_Doubt] = []
    for _ in range(_ROUNDS):
        company = company_of()
        found, doubts = _decide(clusters, company)
        joined = False
        for _, one, other, reasons in sorted(found, key=lambda item: (-item[0], item[1], item[2])):
            if clusters.root(one) != clusters.root(other):
                joined |= clusters.join(one, other, reasons)
        if not joined:
            break
    return [doubt for doubt in doubts if clusters.root(doubt[0]) != clusters.root(doubt[1])]


def _decide(clusters: Clusters, company: Company) -> tuple[list[tuple[float, int, int, list[str]]], list[_Doubt]]:
    found: list[tuple[float, int, int, list[str]]] = []
    doubts: list[_Doubt] = []
    by_key = _by_name_key(clusters)
    for root in clusters.roots():
        profile = clusters.profiles[root]
        if profile.kind != "person" or profile.anonymous or clusters.full_names(root) or not profile.bare:
            continue
        ranked = _candidates(clusters, company, by_key, root)
        good = [item for item in ranked if item[1].strong and item[1].weight >= ENOUGH]
        if good and _leads(clusters, good[0], [item for item in ranked if item in good or item[1].story]):
            weight = good[0][1].weight
            found.append((weight, root, good[0][0], good[0][1].reasons))
        else:
            note = (AMBIGUOUS,) if good else ()
            doubts += [
                (root, other, (*evidence.reasons, *note)) for other, evidence in ranked[:_SHOWN] if evidence.weight
            ]
    return found, doubts


def _candidates(
    clusters: Clusters, company: Company, by_key: dict[str, set[int]], root: int
) -> list[tuple[int, Evidence]]:
    """Clusters a bare name may belong to, the one with most evidence first."""
    ranked = []
    holders = _holders(clusters, by_key, root)
    if len(holders) > _MOST_HOLDERS:
        holders &= company.near(root)
    for other in sorted(holders):
        if clusters.conflict(root, other):
            continue
        evidence = Evidence()
        standing(clusters, root, other, evidence)
        kinship(clusters, root, other, evidence)
        company.shared(root, other, evidence)
        company.in_one_story(root, other, evidence)
        fit = names_fit(clusters, root, other) if evidence.weight else None
        if fit is not None:
            evidence.reasons.insert(0, fit)
            ranked.append((other, evidence))
    return sorted(ranked, key=lambda item: (-item[1].weight, item[0]))


def _holders(clusters: Clusters, by_key: dict[str, set[int]], root: int) -> set[int]:
    """Clusters a word of whose names sounds like a bare name of this one."""
    words = {word for name in clusters.bare_names(root) for word in tokens(name)}
    return {other for word in words for other in by_key.get(name_key(word), ())} - {root}


def _leads(clusters: Clusters, best: tuple[int, Evidence], rivals: list[tuple[int, Evidence]]) -> bool:
    """Whether the best candidate leads every other one that is another person; of two of one story, by what else."""
    root, evidence = best
    return all(
        evidence.weight - other.weight - (evidence.story - other.story if other.story else 0.0) >= MARGIN
        or clusters.conflict(root, rival) is None
        for rival, other in rivals
    )


def _by_name_key(clusters: Clusters) -> dict[str, set[int]]:
    by_key: dict[str, set[int]] = {}
    for at, profile in enumerate(clusters.profiles):
        if profile.kind != "person" or profile.anonymous:
            continue
        for name in profile.names:
            for word in tokens(name):
                by_key.setdefault(name_key(word), set()).add(clusters.root(at))
    return by_key


def join_office_holders(clusters: Clusters, published: Mapping[str, int | None]) -> None:
    """Gives a person told of by office alone ("the Tajik president") to whoever is named in it in those weeks.

    Only where the office says of what it is, one person alone is named in it, and both reports are dated.

    Args:
        clusters: with the people named in full joined already.
        published: ordinal of the publication day of every record.
    """
    vague = load_tables().vague
    holders: dict[tuple[str, str], list[tuple[int, int]]] = {}
    nameless: list[tuple[int, int]] = []
    for index, profile in enumerate(clusters.profiles):
        day = published[profile.key.record]
        if profile.kind != "person" or profile.anonymous or day is None:
            continue
        if not profile.names:
            nameless.append((index, day))
        for title, of in _offices(profile) if profile.names else ():
            if of and title not in vague:
                holders.setdefault((title, of), []).append((day, index))
    for index, day in nameless:
        for office in sorted(_offices(clusters.profiles[index]) & holders.keys()):
            roots = {clusters.root(other) for told, other in holders[office] if abs(told - day) <= _IN_OFFICE_DAYS}
            if len(roots) == 1 and clusters.join(
                index, roots.pop(), [f"both {office[0]} of {office[1]} in those weeks"]
            ):
                break


def _offices(profile: Profile) -> frozenset[tuple[str, str]]:
    """The offices of a person, of a country by its name: of his own where the report says of nothing else."""
    countries = load_countries()
    own = profile.country and countries.name(profile.country)
    found = set()
    for title, of in profile.roles:
        code = countries.by_name(of) or countries.by_adjective(of) if of else None
        found.add((title, (countries.name(code) if code else of) or own or ""))
    return frozenset(found)
