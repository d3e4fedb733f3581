"""ECB+ (topics 1 to 35): events and actors across articles, CoNLL F1 (mean of MUC, B³ and CEAFe).

Given mentions, with no topics told (``events``) and with the topic of every article told (``events_topics``): even so
the system has to tell a topic's two stories apart. Actors are the human participants: people, bodies, countries.
``entities`` is the setting of published figures, with things, places and times beside them. ``own_`` figures take the
mentions that dragoman finds itself. Only the checked sentences of the corpus count; mentions of no chain count.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from evals.crossing import (
    Crossing,
    Item,
    Sheet,
    conll,
    found_share,
    given,
    gold_chains,
    listing,
    own_actors,
    own_events,
)
from evals.ecbplus_corpus import DEV, Article, load

if TYPE_CHECKING:
    from dragoman import Reader


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which topics."""
    parser.add_argument(
        "--topics", type=int, nargs="*", default=list(DEV), help="of 1 to 35; the dev topics if left out"
    )


def run(arguments: argparse.Namespace) -> dict[str, float]:
    """All figures; reading the dev topics takes a minute or two."""
    from dragoman import Reader

    reader = Reader()
    sheets = [read(reader, article) for article in load(arguments.corpora / "ecbplus", arguments.topics)]
    return score(sheets, errors=arguments.errors)


def read(reader: Reader, article: Article) -> Sheet:
    """The record of an article with the corpus' mentions.

    Raises:
        ValueError: the reader's text is not the article's, so that offsets would not hold.
    """
    record = reader.read(article.text)
    if record.text != article.text:
        raise ValueError(f"{article.name}: the record's text is not the article's")
    kinds: dict[str, list[Item]] = {"event": [], "actor": [], "other": []}
    for mention in article.mentions:
        kinds[mention.kind].append(Item(mention.spans, mention.instance))
    return Sheet(
        article.name,
        article.topic,
        record,
        tuple(article.scored),
        events=tuple(kinds["event"]),
        actors=tuple(kinds["actor"]),
        others=tuple(kinds["other"]),
    )


def score(sheets: list[Sheet], *, errors: bool = False) -> dict[str, float]:
    """The figures of the articles."""
    crossing = Crossing(sheets)
    alone, by_topic = crossing.stories(by_topic=False), crossing.stories(by_topic=True)
    events = gold_chains(sheets, events_of)
    actors = gold_chains(sheets, actors_of)
    entities = gold_chains(sheets, entities_of)
    linked = crossing.link_events(given(sheets, events_of), by_topic)
    told_actors = crossing.link_actors(given(sheets, actors_of), by_topic)
    figures = {
        **conll("events", events, crossing.link_events(given(sheets, events_of), alone)),
        **conll("events_topics", events, linked),
        **conll("actors", actors, crossing.link_actors(given(sheets, actors_of), alone)),
        **conll("actors_topics", actors, told_actors),
        **conll("entities_topics", entities, crossing.link_actors(given(sheets, entities_of), by_topic)),
    }
    own = crossing.link_events(own_events(sheets), alone)
    own_told = crossing.link_actors(own_actors(sheets), alone)
    figures |= {**conll("own_events", events, own), **found_share("own_events", events, own)}
    figures |= {**conll("own_actors", actors, own_told), **found_share("own_actors", actors, own_told)}
    if errors:
        print("\n".join(listing(sheets, events_of, linked)))
        print("\n".join(listing(sheets, actors_of, told_actors)))
    counts = {"articles": len(sheets), "events_mentions": sum(len(sheet.events) for sheet in sheets)}
    return {**figures, **counts, "actors_mentions": sum(len(sheet.actors) for sheet in sheets)}


def events_of(sheet: Sheet) -> tuple[Item, ...]:
    """The event mentions of an article."""
    return sheet.events


def actors_of(sheet: Sheet) -> tuple[Item, ...]:
    """The mentions of people, bodies and countries."""
    return sheet.actors


def entities_of(sheet: Sheet) -> tuple[Item, ...]:
    """Those with things, places and times."""
    return (*sheet.actors, *sheet.others)
