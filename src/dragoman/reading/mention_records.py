"""The mentions of a record: those that the actors were made of, and every other nominal, in text order."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman import record as out
from dragoman.reading.draft import Cast, Mention, WordSpan
from dragoman.reading.nominals import Nominal
from dragoman.reading.tree import Tree
from dragoman.record import Kind

_KINDS: dict[str, Kind] = {
    "person": "person", "organization": "organization", "place": "place", "event": "event", "time": "time",
    "object": "object", "substance": "object", "animal": "object", "plant": "object",
}  # fmt: skip


def mentions(tree: Tree, cast: Cast, nominals: Sequence[Nominal], chains: Sequence[int]) -> tuple[out.Mention, ...]:
    """All mentions of a report. Ids of mentions and chains count from 1 in text order.

    Args:
        tree: the report's words.
        cast: the mentions that the actors were made of; they keep their spans.
        nominals: all phrases. One with the head of a mention of the cast is that mention.
        chains: the chain of each nominal, as :func:`.chaining.find_chains` numbers them.
    """
    own = _matches(cast, nominals)
    told: list[tuple[WordSpan, int, out.Mention]] = []
    for index, mention in enumerate(cast.mentions):
        number = own.get(index)
        nominal = None if number is None else nominals[number]
        told.append((mention.span, mention.head, _of_cast(mention, nominal, number, chains, tree)))
    matched = set(own.values())
    for number, nominal in enumerate(nominals):
        if number not in matched:
            told.append(((nominal.first, nominal.last), nominal.head.i, _of_nominal(nominal, chains[number], tree)))
    told.sort(key=lambda entry: (entry[0][0], -entry[0][1], entry[1]))
    return tuple(mention.model_copy(update={"id": f"m{index}"}) for index, (_, _, mention) in enumerate(told, 1))


def _matches(cast: Cast, nominals: Sequence[Nominal]) -> dict[int, int]:
    """Index of a mention of the cast → number of the nominal that is the same phrase: by head, else by alias."""
    found: dict[int, int] = {}
    for number, nominal in enumerate(nominals):
        index = cast.at.get(nominal.head.i)
        if index is None:
            continue
        head = cast.mentions[index].head
        if head == nominal.head.i or (index not in found and nominal.first <= head < nominal.last):
            found[index] = number
    return found


def _of_cast(
    mention: Mention, nominal: Nominal | None, number: int | None, chains: Sequence[int], tree: Tree
) -> out.Mention:
    start, end = tree.span(*mention.span)
    extent = None if nominal is None else tree.span(nominal.first, nominal.last)
    head = tree.words[mention.head]
    return out.Mention(
        id="",
        start=start,
        end=end,
        head=(head.start, head.end),
        form=mention.form,
        kind=mention.kind,
        actor=None if mention.actor is None else f"a{mention.actor + 1}",
        chain=None if number is None else f"c{chains[number] + 1}",
        extent=None if extent == (start, end) else extent,
    )


def _of_nominal(nominal: Nominal, chain: int, tree: Tree) -> out.Mention:
    start, end = tree.span(nominal.first, nominal.last)
    return out.Mention(
        id="",
        start=start,
        end=end,
        head=(nominal.head.start, nominal.head.end),
        form=nominal.form,
        kind=_KINDS.get(nominal.type, "other"),
        chain=f"c{chain + 1}",
    )
