"""Organizations, armed groups, outlets and governments with names of their own: joined by names and acronyms."""

from __future__ import annotations

from itertools import islice

from dragoman.casebook.clusters import Clusters
from dragoman.casebook.profiles import Profile, without_country
from dragoman.casebook.tables import load_tables
from dragoman.ontology.countries import load_countries
from dragoman.ontology.name_forms import load_name_forms, without_legal_forms
from dragoman.ontology.names import compare, fold, is_acronym, name_key, organization_words, plain_term

_BODY_KINDS = ("organization", "armed-group", "outlet", "government")
_ACRONYM_LENGTH = 8
_SHOWN = 3  # doubtful candidates listed for one body
_SPELLED_OUT = (2, 3)  # words that a name may give by their initials and leave others in full
_LEADING_FORM = 3  # letters of a legal form before a name ("OOO", "PJSC"); shorter ones are words of other names too
_Key = tuple[str, ...]


def is_body(profile: Profile) -> bool:
    """Whether a profile is joined here: a named body that is no state as such."""
    return profile.kind in (*_BODY_KINDS, "population") and profile.state is None and not profile.anonymous


def join_bodies(clusters: Clusters) -> list[tuple[int, int, str]]:
    """Joins bodies that share a name or whose acronym fits; returns pairs left in doubt, with the reason."""
    blocks: dict[_Key, dict[int, str]] = {}
    for index, profile in enumerate(clusters.profiles):
        if not is_body(profile):
            continue
        for name in profile.names:
            for key in _keys(name, profile):
                blocks.setdefault(key, {}).setdefault(index, name)
    doubts: list[tuple[int, int, str]] = []
    # Names in full first: an acronym alone is then read against what full names have already settled.
    for key in sorted(blocks, key=lambda key: (key[0] == "initials", key)):
        if len(blocks[key]) > 1:
            join = _join_initials if key[0] == "initials" else _join_block
            doubts += join(clusters, blocks[key])
    return doubts


def join_organs(clusters: Clusters) -> None:
    """Joins what a country has one of and no report names otherwise: "the Egyptian presidency".

    Its army is its military too, but for reports that tell of both.
    """
    organs: dict[int, tuple[str, str]] = {}
    for index, profile in enumerate(clusters.profiles):
        organ = _organ(profile)
        if organ is not None and profile.country is not None:
            organs[index] = (organ, profile.country)
    heads: dict[tuple[str, str], int] = {}
    for index, (organ, country) in organs.items():
        _join_organ(clusters, heads.setdefault((organ, country), index), index, organ)
    armies: dict[str, int] = {}
    for index, (_, country) in organs.items():
        if clusters.profiles[index].forces:
            _join_organ(clusters, armies.setdefault(country, index), index, "armed forces")


def _join_organ(clusters: Clusters, head: int, index: int, organ: str) -> None:
    country = clusters.profiles[index].country or ""
    if head != index:
        clusters.join(head, index, [f"the {organ} of {load_countries().name(country) or country}"])


def _organ(profile: Profile) -> str | None:
    """The organ of state that all descriptions of a body come down to; None for any other actor."""
    if profile.country is None or profile.kind not in ("organization", "armed-group"):
        return None
    told = {" ".join(without_country(name, profile.country)) for name in (profile.called, *profile.wordings)}
    found = {words for words in told if words in load_tables().organs}
    if any(" ".join(without_country(name, profile.country)) not in found for name in profile.names):
        return None  # it has a name of its own
    return found.pop() if len(found) == 1 else None


def _keys(name: str, profile: Profile) -> list[_Key]:
    kind = "population" if profile.kind == "population" else "body"
    words = without_country(name, profile.country)
    keys: list[_Key] = []
    bare, _ = _company(words)
    if bare:
        keys += [
            ("name", kind, *sorted(name_key(plain_term(word)) or word for word in form))
            for form in (bare, *_shortened(bare))
        ]
    if is_initials(name):
        keys.append(("initials", kind, "".join(c for c in name if c.isalnum()).lower()))
    elif len(words) > 1:
        every = [word for word in fold(name).replace("-", " ").split() if word[0].isalpha()]
        keys += [
            ("initials", kind, initials) for initials in sorted({_initials(words), _initials(every), _initials(bare)})
        ]
    return keys


def _shortened(words: tuple[str, ...]) -> list[tuple[str, ...]]:
    """A name with its first words by their initials: "un security council" of "united nations security council"."""
    return [(_initials(words[:many]), *words[many:]) for many in _SPELLED_OUT if len(words) > many]


def _initials(words: tuple[str, ...] | list[str]) -> str:
    return "".join(word[0] for word in words)


def _join_block(clusters: Clusters, block: dict[int, str]) -> list[tuple[int, int, str]]:
    """Joins what a block holds, country by country; bodies of unknown country only where one country is left.

    Where there are more, those of a name in one word of their own ("Apple") are at least one another: one report that
    places its namesake elsewhere does not tell all others apart. Many a land has a "Labour Party".
    """
    by_country: dict[str | None, list[int]] = {}
    for index in sorted(block):
        known = sorted(country for country in clusters.countries(clusters.root(index)) if country)
        by_country.setdefault(known[0] if known else None, []).append(index)
    unknown = by_country.pop(None, [])
    for group in by_country.values():
        _join_group(clusters, group, block)
    if not unknown:
        return []
    specific = [index for index in unknown if not _is_generic(block[index])]
    if not by_country:
        _join_group(clusters, specific, block)
        return []
    if len(by_country) == 1:
        (group,) = by_country.values()
        _join_group(clusters, group + specific, block)
        return []
    _join_group(
        clusters, [index for index in specific if len(_company(organization_words(block[index]))[0]) == 1], block
    )
    return [
        (index, group[0], f"“{block[index]}” is told of no country, and {len(by_country)} countries have one")
        for index in {clusters.root(index): index for index in reversed(specific)}.values()
        for group in islice(by_country.values(), _SHOWN)
        if _fits(block[index], block[group[0]])
    ]


def is_initials(name: str) -> bool:
    """Whether a name is a word of few capitals only: "RSF"."""
    letters = "".join(c for c in name if c.isalnum())
    return letters.isupper() and 2 <= len(letters) <= _ACRONYM_LENGTH and len(name.split()) == 1


def _join_initials(clusters: Clusters, block: dict[int, str]) -> list[tuple[int, int, str]]:
    """Gives bodies known by initials only to the one body in words that has them.

    One that some report itself introduces by both comes first; where two could be meant, none is joined. Bodies in
    words are never joined for their initials.
    """
    in_words: set[int] = set()
    introduced: set[int] = set()
    bare: set[int] = set()
    for root in sorted({clusters.root(index) for index in block}):
        names = [name for member in clusters.members(root) for name in clusters.profiles[member].names]
        if all(is_initials(name) for name in names):
            bare.add(root)
            continue
        in_words.add(root)
        if any(is_initials(name) for name in names):
            introduced.add(root)
    doubts: list[tuple[int, int, str]] = []
    for root in sorted(bare):
        # A body that has just been given its initials may be called by another of its members since.
        known = sorted({clusters.root(other) for other in introduced or in_words})
        fitting = [other for other in known if clusters.conflict(root, other) is None]
        short = block[min(set(clusters.members(root)) & block.keys())]
        for other in fitting[:_SHOWN]:
            reason = f"“{short}” are the initials of “{_in_words(clusters, other)}”"
            if len(fitting) == 1:
                clusters.join(root, other, [reason])
            else:
                doubts.append((root, other, reason))
    return doubts


def _in_words(clusters: Clusters, root: int) -> str:
    names = [name for member in clusters.members(root) for name in clusters.profiles[member].names]
    return min((name for name in names if not is_initials(name)), key=lambda name: (-len(name), name))


def _join_group(clusters: Clusters, group: list[int], block: dict[int, str]) -> None:
    """Joins every index to the first cluster of the group whose name fits and that takes it."""
    heads: list[int] = []
    for index in group:
        for head in heads:
            reason = _fits(block[head], block[index])
            forms = [_company(organization_words(block[at]))[1] for at in (head, index)]
            sure = forms[0] == forms[1] or _one_company(clusters, head, index)
            if reason and sure and clusters.join(head, index, [reason]):
                break
        else:
            heads.append(index)


def _one_company(clusters: Clusters, a: int, b: int) -> bool:
    """Whether the fullest names of two clusters are one but for legal forms.

    A report that says "Norland" for short for "Norland Tours" does not mean "Norland Inc.".
    """
    return _fullest(clusters, clusters.root(a)) == _fullest(clusters, clusters.root(b))


def _fullest(clusters: Clusters, root: int) -> list[str]:
    """The words of a body's name of most words, without legal forms, sorted."""
    profiles = [clusters.profiles[member] for member in clusters.members(root)]
    names = [_company(without_country(name, profile.country))[0] for profile in profiles for name in profile.names]
    fullest = max(names, key=lambda words: (len(words), words))
    return sorted(plain_term(word) for word in fullest)


def _fits(a: str, b: str) -> str | None:
    """Why two names are of one body; None if they are not. Words that only say whose it is were taken off the key."""
    if fold(a) == fold(b):
        return f"the same name “{a}”" if a == b else f"“{a}” and “{b}”"
    short, long = sorted((a, b), key=lambda name: (len(name), name))
    if is_acronym(short, long):
        return f"“{short}” are the initials of “{long}”"
    if set(_shortened(organization_words(long))) & {organization_words(short)}:
        return f"“{short}” is “{long}” with initials"
    (one, kinds), (two, others) = _company(organization_words(a)), _company(organization_words(b))
    if kinds and others and kinds.isdisjoint(others):
        return None  # "Nordwind AG" and "Nordwind GmbH" are two companies
    shorter, longer = (one, two) if len(one) <= len(two) else (two, one)
    if all(any(_one_word(word, other) for other in longer) for word in shorter) and len(longer) - len(shorter) <= 1:
        return f"“{short}” and “{long}”"
    return None


def _company(words: tuple[str, ...]) -> tuple[tuple[str, ...], frozenset[str]]:
    """The words of a name without legal forms, and the kinds of these; all words if what is left says nothing."""
    bare, kinds = without_legal_forms(words, shortest=_LEADING_FORM)
    generic = load_tables().generic | load_name_forms().generic
    return (words, frozenset()) if all(word in generic for word in bare) else (bare, kinds)


def _one_word(a: str, b: str) -> bool:
    return plain_term(a) == plain_term(b) or (len(a) > 3 and compare(a, b).verdict in ("same", "variant"))


def _is_generic(name: str) -> bool:
    generic = load_tables().generic
    return all(word in generic or plain_term(word) in generic for word in organization_words(name))
