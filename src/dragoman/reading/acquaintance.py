"""What standing knowledge tells of the persons and bodies a report names; the text's own words win."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.knowledge.index import Dated, Found
from dragoman.reading.chains import Chain, Chains

_PUBLIC = frozenset({"GOV", "LEG", "OPP", "PTY", "ELI", "MIL", "REB", "JUD", "SPY", "PRE", "IGO", "PRM", "UAF", "COP"})
"""Sectors of public life: who is said to be of one may be known as of another, a surgeon may not."""
_BELOW = frozenset({"ambassador", "governor", "mayor", "minister", "secretary"})
_HEADS = frozenset({"prime minister", "chief minister"})
_BODIES = frozenset({"organization", "armed-group", "population"})


def acquaint(chains: Chains, knowledge: Dated, kin: Collection[int] = ()) -> None:
    """Let chains be who they are known to be, and take the country where the text gives none.

    A chain is not known as somebody of another country, of another walk of life, or of a name introduced as kin.

    Args:
        chains: those of a report, names joined.
        knowledge: what is known on its day.
        kin: phrases that name somebody as another's kin.
    """
    for number in chains.alive():
        chain = chains[number]
        if chain.known is None and chain.names and not chain.members:
            if chain.kind != "person":
                chain.known = _body(chain, knowledge)
            elif not any(index in kin for index in chain.phrases):
                chain.known = _person(chains, chain, knowledge)
        if chain.known is not None:
            chain.country = chain.country or chain.known.post.country
    _join_namesakes(chains)


def _join_namesakes(chains: Chains) -> None:
    """Make one of the chains that are known as one body: "ISIS" and "the Islamic State"."""
    first: dict[int, int] = {}
    for number in chains.alive():
        chain = chains[number]
        if chain.known is None or chain.kind not in _BODIES or chain.members:
            continue
        other = first.setdefault(id(chain.known.known), number)
        if other != number and chains[other].country == chain.country:
            chains.merge(other, number)


def _person(chains: Chains, chain: Chain, knowledge: Dated) -> Found | None:
    phrases = [chains.phrases[index] for index in chain.phrases]
    said = {code for phrase in phrases for code in phrase.sectors}

    titled = any(use.title.sectors for use in chain.titles)
    alone = not any(" " in name for name in chain.names)
    offices = [use for use in chain.titles if "GOV" in use.title.sectors]  # a general stays one when he leaves
    holds = alone and bool(offices) and not any(use.former for use in chain.titles)

    served = {use.title.words for use in offices}
    below = alone and served and all(words.split()[-1] in _BELOW and words not in _HEADS for words in served)

    def fits(found: Found) -> bool:
        if below and not knowledge.is_users(found):
            return False  # the packaged persons are heads of states and of governments: no "Minister Alvarado"
        if holds and knowledge.day is not None and not found.known.in_post(knowledge.day):
            return False  # who holds an office now is not he of that surname who left his years ago
        known = {code for post in found.known.posts for code in post.sectors}
        return _same_country(chain, found) and (not said or bool(said & (_PUBLIC | known)))

    return knowledge.person(chain.names, titled=titled, fits=fits)


def _body(chain: Chain, knowledge: Dated) -> Found | None:
    if chain.kind not in _BODIES:
        return None
    for name in chain.names:
        found = knowledge.body(name)
        if found is not None and _same_country(chain, found):
            return found
    return None


def _same_country(chain: Chain, found: Found) -> bool:
    return chain.country is None or found.post.country is None or chain.country == found.post.country
