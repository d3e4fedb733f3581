"""The cast of a report: mentions, coreference and actors, run one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.ingest.report import Report
from dragoman.knowledge.index import Knowledge
from dragoman.reading.actors import describe
from dragoman.reading.chains import Chains
from dragoman.reading.coreference import join_mentions
from dragoman.reading.draft import Actor, Cast, Mention
from dragoman.reading.joint_groups import split_groups
from dragoman.reading.mentions import find_mentions
from dragoman.reading.phrases import Phrase
from dragoman.reading.tree import Tree
from dragoman.reading.vocabulary import ActorWords


def build_cast(tree: Tree, report: Report | None, vocabulary: ActorWords, knowledge: Knowledge | None = None) -> Cast:
    """All mentions and actors of one report.

    Args:
        tree: the report's words.
        report: what ingest knows of it: a name that its head matter gives as an outlet's is one in the text too.
        vocabulary: the lexicon, or any object with its titles, kin, organizations, persons and metonyms.
        knowledge: known actors; None for the text alone.

    Returns:
        A cast whose mentions are in text order, each in one actor at most.
    """
    dated = None if knowledge is None else knowledge.on(report.published if report is not None else None)
    phrases = find_mentions(tree, vocabulary, _publishers(report), dated)
    at = _word_index(phrases)
    chains = join_mentions(tree, phrases, at, vocabulary, report, dated)
    actors, actor_of, governments = describe(tree, phrases, at, vocabulary, chains)
    cast = _cast(phrases, chains, actors, actor_of, governments)
    cast.home = chains.home
    split_groups(tree, cast)
    return cast


def _publishers(report: Report | None) -> list[str]:
    """Names of outlets by the report's head matter."""
    if report is None:
        return []
    return [
        name for name in (report.outlet, *(credit.name for credit in report.credits if not credit.agencies)) if name
    ]


def _word_index(phrases: Sequence[Phrase]) -> dict[int, int]:
    """Word → phrase: heads first, then the other words of names and titles."""
    at = {phrase.head.i: index for index, phrase in enumerate(phrases)}
    for index, phrase in enumerate(phrases):
        for word in phrase.aliases:
            at.setdefault(word, index)
    return at


def _cast(
    phrases: Sequence[Phrase],
    chains: Chains,
    actors: list[Actor],
    actor_of: dict[int, int],
    governments: dict[str, int],
) -> Cast:
    cast = Cast(actors=actors, government_of=governments)
    number_of: dict[int, int] = {}
    for index, phrase in enumerate(phrases):
        actor = actor_of.get(chains.of[index])
        kind = phrase.kind
        if actor is None and kind == "other":
            continue
        if actor is not None and phrase.form != "named":
            kind = actors[actor].kind
        elif actor is not None and kind in ("country", "government") and not phrase.body:
            kind = "government" if phrase.metonym and not phrase.adjective else "country"
        elif actor is not None and kind not in ("country", "place"):
            kind = actors[actor].kind
        number_of[index] = len(cast.mentions)
        mention = Mention(
            (phrase.first, phrase.last), phrase.head.i, phrase.form, kind, actor, phrase.metonym, phrase.country
        )
        cast.mentions.append(mention)
    for word, index in _word_index(phrases).items():
        if index in number_of:
            cast.at[word] = number_of[index]
    for told in cast.actors:
        told.mentions = [number_of[index] for index in told.mentions if index in number_of]
    return cast
