"""Words written with a hyphen, which the tree holds in parts: "test-fired", "sit-in"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.tree import Word, child, move

# What may stand for a hyphen.
HYPHENS = frozenset("-–‑")

# What befell a place, as the second part of a word for it: "storm-hit Fiji", "war-torn Chad".
_STRICKEN = frozenset(
    {"affected", "battered", "devastated", "hit", "plagued", "ravaged", "stricken", "struck", "torn", "wracked"}
)

# What a noun of a verb and a particle stands as ("held a *sit-in*").
NOMINAL = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "conj"})


def prefix_before(words: Sequence[Word], index: int) -> str:
    """The prefix, in lower case, that a hyphen ties to a word: "anti" of "anti-government"; "" for none."""
    return words[index - 2].lower if index > 1 and words[index - 1].text in HYPHENS else ""


def join_hyphened(hyphen: Word, words: list[Word]) -> None:
    """Mend the two parts around a hyphen, where they are one verb or one noun of a verb and a particle."""
    if not 0 < hyphen.i < len(words) - 1:
        return
    left, right = words[hyphen.i - 1], words[hyphen.i + 1]
    if left.end != hyphen.start or hyphen.end != right.start or left.head is not right:
        return
    if right.pos == "VERB" and _is_stricken(right, words):
        _stricken(right, words[right.i + 1])
    elif right.pos == "VERB":
        _verb(left, right)
    elif right.pos in ("ADP", "ADV") and left.relation == "compound" and right.dep in NOMINAL:
        right.pos, right.lemma = "NOUN", right.lower


def _is_stricken(participle: Word, words: list[Word]) -> bool:
    """True for "storm-hit Fiji" read as "to hit Fiji": right behind a preposition, with the name for an object."""
    noun = words[participle.i + 1] if participle.i + 1 < len(words) else None
    mark = child(participle, "mark", "case")
    if noun is None or mark is None or noun.head is not participle or noun.relation != "obj":
        return False
    return participle.lower in _STRICKEN and mark.i == participle.i - 3 and child(participle, "nsubj", "aux") is None


def _stricken(participle: Word, noun: Word) -> None:
    """Let what a storm or war befell be the noun of the phrase, and "storm-hit" its attribute."""
    governor = participle.head
    if governor is None:
        return
    mark = child(participle, "mark", "case")
    move(noun, governor, "obl" if governor.pos == "VERB" else "nmod")
    for one in [*participle.children]:
        if one is mark or one.i > noun.i:
            move(one, noun, "case" if one is mark else one.dep)
    move(participle, noun, "amod")
    participle.pos, participle.feats = "ADJ", {}


def _verb(left: Word, verb: Word) -> None:
    """As in "Peru test-fired a rocket": what stands before the first part is the subject of the whole."""
    if verb.feats.get("VerbForm") != "Fin" or left.pos not in ("NOUN", "VERB", "ADJ", "X"):
        return
    before = [inner for inner in left.children if inner.i < left.i and inner.pos in ("NOUN", "PROPN", "PRON")]
    if len(before) == 1 and child(verb, "nsubj", "nsubj:pass") is None:
        move(before[0], verb, "nsubj")
        left.relate("compound")
