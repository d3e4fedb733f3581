"""One noun, one type: what a document's other sentences say of the kind of thing that a noun refers to."""

from collections import Counter, defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray


def agreed_types(types: NDArray[np.int64], lemmas: Sequence[str]) -> NDArray[np.int64]:
    """Returns the types with each noun's brought to what most of its places in the document say.

    The model reads one sentence at a time and wavers most between event and abstract ("the talks"). Where more than
    half of a noun's mentions agree, the others follow; whether a word heads a mention at all stays as its own sentence
    says. GUM dev: types right 81.5 → 82.0 in 100.

    Args:
        types: `(words,)`, numbers of types, 0 for a word that heads no mention.
        lemmas: of each common noun, "" for other words: a name may be a town here and a ministry there.
    """
    places: dict[str, list[int]] = defaultdict(list)
    said = types.tolist()
    for position, lemma in enumerate(lemmas):
        if lemma and said[position]:
            places[lemma].append(position)
    agreed = types.copy()
    for found in places.values():
        if len(found) == 1:
            continue
        kind, count = Counter(said[position] for position in found).most_common(1)[0]
        if len(found) < 2 * count:
            agreed[found] = kind
    return agreed
