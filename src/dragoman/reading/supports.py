"""The words an event noun leans on: the light verb that lends it its participants, the noun that carries it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.lexicon.light_verbs import LightVerbs
from dragoman.reading.clauses import is_passive
from dragoman.reading.heads import MEASURES
from dragoman.reading.tree import Word, case, children

# What is claimed for a deed ("claimed responsibility for the bombing").
CLAIMED = frozenset({"responsibility", "credit"})
# Nouns that say what something led to ("died as a result of torture").
OUTCOMES = frozenset({"consequence", "result"})
# Verbs and nouns that end what stands under them ("stopped shelling", "an end to support", "a suspension of aid").
ENDING = frozenset(
    {"end", "halt", "stop", "suspend", "cease", "suspension", "cessation", "withdrawal", "termination", "freeze"}
    | {"cancellation", "cut", "pause", "reduction", "discontinuation"}
)
# Particles that make another verb of a light one ("*put down* a revolt", "*set aside* a plan").
PARTING = frozenset({"aside", "away", "back", "down", "off", "out", "over"})
MAX_DEPTH = 3


@dataclass(frozen=True, slots=True)
class Support:
    """The verb that lends a noun its participants; ``role`` as in the light-verb table."""

    verb: Word
    role: str


def support_of(noun: Word, light: LightVerbs) -> Support | None:
    """The light verb a noun leans on, if any: "held *talks*", "came under *attack*", "*talks* took place"."""
    top = noun
    for _ in range(MAX_DEPTH):
        if top.head is None or top.head.pos not in ("NOUN", "PROPN", "SYM", "NUM"):
            break
        chained = top.relation == "nmod" and (
            (top.head.lemma in ENDING and case(top) in ("of", "to", "in"))
            or (top.head.lemma in MEASURES and case(top) in ("of", "in"))
            or (top.head.lemma in CLAIMED and case(top) == "for")
            or (top.head.lemma in light.nouns and case(top) == "of")
            or (top.head.lemma in OUTCOMES and case(top) == "of")
        )
        if top.relation not in ("conj", "appos") and not chained:
            break
        top = top.head
    verb = top.head
    if verb is None:
        return None
    tails = frozenset(
        dependent.lower
        for dependent in [*verb.children, *top.children]
        if dependent.relation in ("compound", "case", "advmod")
    )
    tails |= {f"{role.lower} {case(top)}" for role in children(verb, "obj") if role.i < top.i}  # "take *part in*"
    passive = is_passive(verb)
    if top.dep in ("obj", "nsubj:pass", "obl") or (top.relation == "nsubj" and not passive):
        wanted: tuple[str, ...] = ("occur", "end") if top.dep == "nsubj" else ("attend", "doer", "undergoer", "end")
        if top.dep == "obl":
            wanted = ("attend", "undergoer", "doer")
        for role in wanted:
            if light.role(verb.lemma, tails, role):  # type: ignore[arg-type]
                if top.dep == "obl" and not any(tail == case(top) for tail in tails):
                    continue
                own = " " in _listed(light, verb.lemma, tails, role)
                if role == "doer" and not own and (_is_parted(verb) or _is_another(verb, light)):
                    continue
                if top.dep == "obl" and " " not in _listed(light, verb.lemma, tails, role):
                    continue
                return Support(verb, role)
    return None


def _is_parted(verb: Word) -> bool:
    """True for a verb whose particle undoes or defers: who "put down" a revolt did not revolt."""
    return any(one.dep == "compound:prt" and one.lower in PARTING for one in verb.children)


def _is_another(verb: Word, light: LightVerbs) -> bool:
    """True for a verb that is listed with its particle too, and so another: who "gave up" a demand made none."""
    return any(one.dep == "compound:prt" and f"{verb.lemma} {one.lower}" in light.groups for one in verb.children)


def carrier_of(noun: Word, light: LightVerbs) -> Word | None:
    """The light noun that carries a noun, if any: "the *imposition* of sanctions on X"."""
    outer = noun.head
    if outer is None or noun.relation != "nmod" or case(noun) != "of" or outer.lemma not in light.nouns:
        return None
    return outer


def _listed(light: LightVerbs, lemma: str, tails: frozenset[str], role: str) -> str:
    """The entry of the light-verb table that matched: with its particle where it has one."""
    for tail in sorted(tails):
        if role in light.groups.get(f"{lemma} {tail}", ()):
            return f"{lemma} {tail}"
    return lemma
