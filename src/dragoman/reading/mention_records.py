"""The mentions of a record: those that the actors were made of, and every other nominal, in text order."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import TypeAdapter

from dragoman import record as out
from dragoman.reading.draft import Cast, Mention, WordSpan
from dragoman.reading.nominals import Nominal
from dragoman.reading.tree import Tree
from dragoman.record import Kind

_KINDS: dict[str, Kind] = {
    "person": "person", "organization": "organization", "place": "place", "event": "event", "time": "time",
    "object": "object", "substance": "object", "animal": "object", "plant": "object",
}  # fmt: skip
_MENTIONS = TypeAdapter(tuple[out.Mention, ...])


def mentions(tree: Tree, cast: Cast, nominals: Sequence[Nominal], chains: Sequence[int]) -> tuple[out.Mention, ...]:
    """All mentions of a report. Ids of mentions and chains count from 1 in text order.

    Args:
        tree: the report's words.
        cast: the mentions that the actors were made of; they keep their spans.
        nominals: all phrases. One with the head of a mention of the cast is that mention.
        chains: the chain of each nominal, as :func:`.chaining.find_chains` numbers them.
    """
    own = _matches(cast, nominals)
    matched = set(own.values())
    told: list[tuple[WordSpan, int, Mention | None, int | None]] = [
        (mention.span, mention.head, mention, own.get(index)) for index, mention in enumerate(cast.mentions)
    ]
    told += [
        ((nominal.first, nominal.last), nominal.head.i, None, number)
        for number, nominal in enumerate(nominals)
        if number not in matched
    ]
    told.sort(key=lambda entry: (entry[0][0], -entry[0][1], entry[1]))
    # Checked in one call, which takes half the time of one for each: they are most of a record's parts.
    return _MENTIONS.validate_python(
        [
            _mention(f"m{index}", mention, number, tree, nominals, chains)
            for index, (_, _, mention, number) in enumerate(told, 1)
        ]
    )


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


def _mention(
    identity: str,
    mention: Mention | None,
    number: int | None,
    tree: Tree,
    nominals: Sequence[Nominal],
    chains: Sequence[int],
) -> dict[str, object]:
    """The fields of one mention: of the cast, or a nominal by its number, or both in one."""
    nominal = None if number is None else nominals[number]
    chain = None if number is None else f"c{chains[number] + 1}"
    extent = None if nominal is None else tree.span(nominal.first, nominal.last)
    if mention is not None:
        start, end = tree.span(*mention.span)
        head = tree.words[mention.head]
        return {
            "id": identity,
            "start": start,
            "end": end,
            "head": (head.start, head.end),
            "form": mention.form,
            "kind": mention.kind,
            "actor": None if mention.actor is None else f"a{mention.actor + 1}",
            "chain": chain,
            "extent": None if extent == (start, end) else extent,
        }
    assert nominal is not None
    assert extent is not None
    return {
        "id": identity,
        "start": extent[0],
        "end": extent[1],
        "head": (nominal.head.start, nominal.head.end),
        "form": nominal.form,
        "kind": _KINDS.get(nominal.type, "other"),
        "chain": chain,
    }
