"""Free continuation: whether a sentence without a cue goes on with what the source of the sentence before it tells."""

from __future__ import annotations

from dragoman.lexicon.reporting import Links, Reporting
from dragoman.reading.tree import Word, child, children

_POINTERS = frozenset({"the", "this", "that", "these", "those", "both", "such", "its", "his", "her", "their"})


def goes_on(words: list[Word], root: Word, seen: set[str], lexicon: Reporting) -> bool:
    """Whether a sentence continues the telling: in the past, held by an anaphor, and no comment of the report's own.

    Args:
        words: the sentence.
        root: its main predicate.
        seen: lemmas of the nouns told of so far.
        lexicon: its ``links``.
    """
    links = lexicon.links
    opening = " ".join(word.lower for word in words[:6])
    if opening.startswith(links.steps_back) or not _is_past(root) or _is_hedged(root, links):
        return False
    return _is_linked(words, root, seen, links)


def _is_past(root: Word) -> bool:
    """Whether the main clause tells of the past."""
    auxiliaries = children(root, "aux", "cop")
    finite = [one for one in auxiliaries if one.feats.get("VerbForm") == "Fin" or one.feats.get("Tense")] or [root]
    if any(one.lower in ("would", "could", "might") for one in auxiliaries):
        return False
    return finite[0].feats.get("Tense") == "Past" or finite[0].lower in ("was", "were", "had", "did")


def _is_hedged(root: Word, links: Links) -> bool:
    """Whether the main predicate weighs or interprets instead of telling."""
    if root.lemma in links.hedges or any(one.lower in links.hedges for one in children(root, "aux", "advmod")):
        return True
    complement = child(root, "xcomp")
    return complement is not None and complement.lemma in links.hedges


def _is_linked(words: list[Word], root: Word, seen: set[str], links: Links) -> bool:
    """Whether a sentence points back: by its subject, by "also", or by an opening such as "During the visit"."""
    if any(one.lower in links.adverbs for one in children(root, "advmod")):
        return True
    subject = child(root, "nsubj", "nsubj:pass")
    if subject is not None and (subject.lower in links.anaphors or _points_back(subject, seen)):
        return True
    first = words[0]
    if first.lower not in links.openings or first.head is None:
        return False
    nominal = first.head if first.relation in ("case", "mark") else first
    return _points_back(nominal, seen)


def _points_back(nominal: Word, seen: set[str]) -> bool:
    """Whether a nominal is definite and has been told of."""
    pointing = any(one.lower in _POINTERS for one in nominal.children if one.relation in ("det", "nmod"))
    return pointing and (
        nominal.lemma in seen or any(one.lower in ("this", "these", "those") for one in nominal.children)
    )
