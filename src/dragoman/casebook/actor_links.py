"""Mentions of actors across reports, named or not: any span, whether or not the reader made an actor of it.

What the case joins by name, office and company is one. Beside it, within one story: mentions of one chain of a report,
names that are spellings or parts of one another, and descriptions in like words ("the suspect"). Average linking joins
them, so that one bad likeness does not bring two chains together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.casebook.linkage import link_stories
from dragoman.casebook.model import Pointer
from dragoman.casebook.wording import stem
from dragoman.lexicon.inflection import singular
from dragoman.lexicon.organizations import load_organizations
from dragoman.ontology.names import compare, fold, is_acronym
from dragoman.record import Mention, ReportRecord, Span

# Evidence for a pair. What is known outweighs what is likely; that two are told apart weighs little, since a report
# may have one actor twice, under a name and under a description.
_SAME, _PART, _NOUN, _WORDS, _SORT = 1.0, 0.8, 0.8, 0.6, 0.5
_TWO_NAMES, _TWO_NAMED, _TOLD_APART = -1.0, -0.5, -0.3
# Low, because most pairs of one actor say nothing of one another (a pronoun here, an office there) and count as 0.
ENOUGH = 0.15
_WORD = re.compile(r"[^\W_]{3,}")
_SMALL = frozenset({"the", "and", "for", "his", "her", "its", "their", "our"})


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One mention of an actor as linking sees it.

    Attributes:
        key: its report and its name there.
        actor: case id of the actor the reader takes it for.
        chain: the record's chain it stands in.
        name: its own words if it is a name, else "".
        known: the fullest proper name the reader knows its actor by, or ``name``.
        noun: its head in the singular if it is a description, else "".
        words: stems of its words; of a pronoun none.
    """

    key: Pointer
    actor: str | None
    chain: str | None
    name: str
    known: str
    noun: str
    words: frozenset[str]


def actor_mention(
    record: ReportRecord, name: str, spans: Sequence[Span], actor_ids: Mapping[Pointer, str]
) -> ActorMention:
    """The mention at some characters of a report.

    Args:
        record: the report's.
        name: of the mention, any that is its own in the report.
        spans: its words; more than one where it is broken.
        actor_ids: case ids of the report's actors.
    """
    mention = _mention_at(record, spans)
    text = " ".join(record.text[start:end] for start, end in spans)
    own = text if mention is not None and mention.form == "named" else ""
    pronoun = mention is not None and mention.form == "pronoun"
    actor = next((one for one in record.actors if mention is not None and one.id == mention.actor), None)
    proper = [known for known in actor.names if known[:1].isupper()] if actor is not None else []
    head = record.text[slice(*mention.head)] if mention is not None else text
    words = [word for word in _WORD.findall(fold(text)) if word not in _SMALL]
    return ActorMention(
        key=Pointer(record.id, name),
        actor=actor_ids.get(Pointer(record.id, actor.id)) if actor is not None else None,
        chain=mention.chain if mention is not None else None,
        name=own,
        known=max(proper, key=lambda known: (len(known.split()), known), default=own),
        noun="" if own or pronoun else singular(fold(head).split(" ")[-1]),
        words=frozenset() if pronoun else frozenset(stem(word) for word in words),
    )


def link_actor_mentions(mentions: Iterable[ActorMention], stories: Iterable[Sequence[str]]) -> list[list[Pointer]]:
    """Mentions joined into actors, whatever their order; see :func:`dragoman.casebook.linkage.link_stories`.

    What the case holds for one actor is one in every story: groups of two stories that are mostly of one are joined.
    """
    found = list(mentions)
    actors = {mention.key: mention.actor for mention in found}
    joined: dict[object, list[Pointer]] = {}
    for group in link_stories(found, stories, score, ENOUGH):
        known = Counter(actor for key in group if (actor := actors[key]) is not None)
        actor, count = min(known.items(), key=lambda item: (-item[1], item[0]), default=("", 0))
        joined.setdefault(actor if 2 * count > len(group) else group[0], []).extend(group)
    return sorted(sorted(group) for group in joined.values())


def score(a: ActorMention, b: ActorMention) -> float:
    """Evidence that two mentions of one story are of one actor; below 0 that they are not."""
    one_report = a.key.record == b.key.record
    if a.actor is not None and a.actor == b.actor:
        return _SAME
    if one_report and a.chain is not None and a.chain == b.chain:
        return _SAME
    if one_report and a.actor is not None and b.actor is not None:
        return _TOLD_APART
    by_name = max(_names(a.name, b.name), _names(a.known, b.known))
    if by_name:
        return by_name
    if a.noun and a.noun == b.noun:
        return _NOUN
    shared = a.words & b.words
    if shared:
        return _WORDS * len(shared) / min(len(a.words), len(b.words))
    sorts = load_organizations().alike
    if a.noun in sorts and sorts[a.noun] == sorts.get(b.noun):
        return _SORT
    if a.name and b.name:
        return _TWO_NAMES
    return _TWO_NAMED if a.known and b.known else 0.0


def _names(one: str, other: str) -> float:
    """Evidence of two names, 0 if there is none or they differ."""
    if not one or not other:
        return 0.0
    verdict = compare(one, other).verdict
    if verdict in ("same", "variant") or is_acronym(one, other) or is_acronym(other, one):
        return _SAME
    return _PART if verdict in ("part", "initials") else 0.0


def _mention_at(record: ReportRecord, spans: Sequence[Span]) -> Mention | None:
    """The record's mention whose head lies in the spans (an actor's before others, the last word's), or around them."""
    first, last = spans[0][0], spans[-1][1]
    inside = [
        mention
        for mention in record.mentions
        if any(start <= mention.head[0] and mention.head[1] <= end for start, end in spans)
    ]
    if inside:
        return max(inside, key=lambda m: (m.actor is not None, m.head[1] == last, m.end - m.start, m.id))
    around = (m for m in record.mentions if m.form == "named" and m.start <= first and last <= m.end)
    return next(around, None)
